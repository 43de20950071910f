"""Names that a text gives an instrument itself: “(the “Agreement”)”, “(collectively the “Treaties”)”, “titled “…””."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pipeline.agreements.counts import Counted
from pipeline.agreements.events import Event, Reading, is_abbreviation, title_key
from pipeline.agreements.lexicon import Head, find_heads
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.units import Sentence, Unit

QUOTES = frozenset("“”\"'‘’„«»")
TOGETHER = frozenset({"collectively", "together", "jointly"})
DEFINING = frozenset("the hereinafter hereafter or also known as called referred to and formally officially".split())
INTRODUCING = frozenset("titled entitled named called dubbed styled headed".split())
REACH = 6  # units between a bracket and the name that it defines


def is_defined_here(mention: InstrumentMention) -> bool:
    """Tell whether brackets define the mention as a name: “(the “Agreement”)”, “(hereinafter the Treaty)”."""
    units = mention.sentence.units
    for i in range(mention.first - 1, max(-1, mention.first - 1 - REACH), -1):
        if units[i].text == "(":
            behind = units[mention.last + 1].text if mention.last + 1 < len(units) else ""
            return behind in QUOTES | {")"}
        if units[i].text not in QUOTES and units[i].lower not in DEFINING | TOGETHER:
            return False
    return False


def defined(reading: Reading, events: Sequence[Event]) -> list[Event]:
    """Return the events of the sentence for which brackets define a name: several for a plural, else the nearest.

    The nearest with the same noun in front goes before others: "the Amendment to the Protocol … (the “X Amendment”)".
    """
    here = [event for event in events if event.readings[-1].sentence is reading.sentence]
    if not here:
        return []
    if reading.mention.head.plural and not any(event.main.mention.head.plural for event in here):
        return here
    noun = reading.mention.instrument.id
    same = [event for event in here if any(r.mention.instrument.id == noun for r in event.readings)]
    return [max(same or here, key=lambda event: event.readings[-1].mention.first)]


def by_alias(reading: Reading, events: Sequence[Event]) -> list[Event]:
    """Return the events that the text defined the words of a mention for ("the Agreements" for two of them)."""
    mention = reading.mention
    if not mention.sentence.units[mention.head.first].is_capitalized or mention.introduction == "indefinite":
        return []  # "an FTA" is one more
    key = title_key(mention.span_text())
    return [event for event in events if key in event.aliases]


def spelled_out(reading: Reading, events: Sequence[Event]) -> Event | None:
    """Return the only agreement that an abbreviation may be short for ("the EVFTA": a free trade agreement)."""
    mention = reading.mention
    letters = mention.span_text().lower()
    if not is_abbreviation(mention) or mention.head.plural or find_heads(mention.units):
        return None  # "MoU" and "FTA" are nouns like others
    fitting = [event for event in events if event.main is not reading and letters.endswith(_initials(event))]
    return fitting[0] if len(fitting) == 1 and not fitting[0].main.mention.title else None


def _initials(event: Event) -> str:
    """Return the first letters of the last words of an event's noun phrase, at least LETTERS of them."""
    words = [unit.lower for unit in event.main.mention.units if unit.kind == "word" and unit.text[0].isalpha()]
    return "".join(word[0] for word in words[-LETTERS:]) if len(words) >= LETTERS else "–"


LETTERS = 3  # of the noun phrase that an abbreviation must end with


def is_introduced(mention: InstrumentMention, before: InstrumentMention) -> bool:
    """Tell whether a title names the instrument in front of it: “an agreement with Peru, titled “Agreement on …””."""
    units = mention.sentence.units
    between = units[before.last + 1 : mention.first]
    words = [unit.lower for unit in between if unit.text not in QUOTES | {","}]
    return bool(words) and words[-1] in INTRODUCING and not find_heads(between)


def short_names(sentence: Sentence, known: Mapping[str, Head], covered: Collection[int]) -> list[InstrumentMention]:
    """Return the mentions of instruments by a short name that the text gave them before ("the ENNPIA").

    `known` has the heads of the instruments by short name; units in `covered` belong to other mentions.
    """
    units = sentence.units
    return [
        InstrumentMention(
            sentence=sentence,
            first=i - 1 if i and units[i - 1].text == "New" and i - 1 not in covered else i,
            last=i + 1 if units[i + 1 : i + 2] and is_numeral(units[i + 1]) else i,
            head=replace(known[unit.text], first=i, last=i),
            introduction="definite",
            title=True,
            plain=False,
            count=Counted("1", None, "count-singular"),
        )
        for i, unit in enumerate(units)
        if i not in covered and unit.text in known and unit.kind != "organization" and not is_bracketed(sentence, i)
    ]


def is_numeral(unit: Unit) -> bool:
    """Tell whether a unit numbers the treaties of a name ("START II")."""
    return unit.text in {"I", "II", "III", "IV", "V"}


def is_bracketed(sentence: Sentence, i: int) -> bool:
    """Tell whether brackets enclose unit `i` alone: there the short name is given, or repeated beside the title."""
    units = sentence.units
    return 0 < i < len(units) - 1 and units[i - 1].text == "(" and units[i + 1].text == ")"
