"""An agreement in the making: its mentions, what their sentences tell of it, and the names it goes by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.steps import ToldStep
from pipeline.agreements.units import Sentence, normal
from pipeline.records import DateMention

# A general noun may refer to an instrument that was named by a narrower one ("the agreement" to a treaty).
REFERS_TO = {
    "treaty": {"treaty", "agreement", "convention"},
    "agreement": {"agreement", "treaty", "memorandum", "convention", "contract", "protocol", "declaration"},
    "contract": {"contract", "agreement"},
    "other": {"agreement", "treaty", "memorandum", "protocol", "declaration", "contract", "convention", "programme",
              "letter-of-intent", "exchange-of-notes", "other"},
}  # fmt: skip


def refers_to(type_: str) -> set[str]:
    """Return the types of the instruments that a noun of this type may refer back to."""
    return REFERS_TO.get(type_, {type_})


@dataclass(slots=True)
class Reading:
    """A mention with what its sentence tells of it: its steps, and the date in its name ("of 7 December 1999").

    `peers` are all the instruments of the sentence, in order. It `is_shared` if it speaks of several instruments, of
    which this is one.
    """

    mention: InstrumentMention
    steps: list[ToldStep]
    named_date: tuple[int, DateMention] | None = None
    peers: tuple[InstrumentMention, ...] = ()
    is_shared: bool = False

    @property
    def sentence(self) -> Sentence:
        """The sentence of the mention."""
        return self.mention.sentence

    @property
    def is_pronoun(self) -> bool:
        """Tell whether a pronoun stands for the instrument."""
        return self.mention.instrument.type == "pronoun"

    @property
    def is_told(self) -> bool:
        """Tell whether the text states a step of it that took place, is planned or was proposed."""
        return any(step.status for step in self.steps)


@dataclass(slots=True)
class Event:
    """An agreement in the making: the readings that speak of it, in order of text.

    `keys` are its titles, `aliases` the names that brackets define for it. It `is_tentative` if the mention that
    started it told no step: a later sentence has to. `place` tells which member of which set it is: the first reading
    of the set, and its number there.
    """

    readings: list[Reading] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    is_tentative: bool = False
    place: tuple[Reading, int] | None = None
    _main: Reading | None = None

    @property
    def main(self) -> Reading:
        """The most informative mention: with a title, outside headings, with a step and a date, the earliest."""
        if self._main is None:
            self._main = min(self.visible, key=_dullness)
        return self._main

    @property
    def first(self) -> Reading:
        """The reading that started it."""
        return self.readings[0]

    @property
    def type(self) -> str:
        """The type of its most informative mention."""
        return self.main.mention.instrument.type

    @property
    def last_number(self) -> int:
        """The number of the passage that spoke of it last."""
        return self.readings[-1].sentence.number

    def years(self) -> set[str]:
        """Return the years in the names of its mentions."""
        return {reading.named_date[1].value[:4] for reading in self.readings if reading.named_date}

    def all_years(self, before: int | None = None) -> set[str]:
        """Return the years of all dates in the sentences (in front of number `before`) that name or tell of it."""
        rows = [r.sentence for r in self.readings if before is None or r.sentence.number < before]
        return {date.value[:4] for row in rows for _, date in row.dates()}

    def dates(self) -> list[DateMention]:
        """Return the dates of the sentences that name or tell of it."""
        told = [step.sentence for reading in self.readings for step in reading.steps]
        rows = {row.number: row for row in [*(reading.sentence for reading in self.readings), *told]}
        return [date for row in rows.values() for _, date in row.dates()]

    def days(self) -> set[str]:
        """Return the days that stand in the sentences that tell its signing."""
        return {
            date.value
            for reading in self.readings
            if any(step.is_conclusion for step in reading.steps)
            for _, date in reading.sentence.dates()
            if date.spanned.precision == "day"
        }

    @property
    def visible(self) -> list[Reading]:
        """The readings without pronouns, which tell of it but are no mentions of their own."""
        return [reading for reading in self.readings if not reading.is_pronoun]

    def add(self, reading: Reading) -> None:
        """Add a mention of it."""
        self.readings.append(reading)
        self.keys.update(keys_of(reading.mention))
        self._main = None

    def absorb(self, other: Event) -> None:
        """Take over the mentions of an event that turned out to be the same."""
        self.readings = sorted([*self.readings, *other.readings], key=lambda reading: reading.mention.span)
        self.keys |= other.keys
        self.aliases |= other.aliases
        self._main = None

    def share(self, whole: Event) -> None:
        """Take over the mentions of a set that it is a member of."""
        self.absorb(Event([replace(reading, is_shared=True) for reading in whole.readings]))


def stem(lower: str) -> str:
    """Return the part of a word that its kin share ("protectorate", "protectorship")."""
    return lower[:7]


def states_of(sentence: Sentence) -> set[str]:
    """Return the states that a sentence names."""
    return {name.value for _, name in sentence.names("country")}


def is_short_name(mention: InstrumentMention) -> bool:
    """Tell whether a capital alone marks the mention as one that was named before ("under the Treaty", "Agreement")."""
    named = mention.introduction not in {"indefinite", "counted"}  # "an MoU" is one more
    if mention.head.plural and mention.introduction == "bare" and is_abbreviation(mention):
        return False  # "signed MoUs with Peru": some more
    return named and mention.plain and mention.sentence.units[mention.head.first].is_capitalized


def is_abbreviation(mention: InstrumentMention) -> bool:
    """Tell whether capital letters alone name the mention ("SPA"), so that its title says more."""
    text = mention.span_text()
    return mention.first == mention.last and len(text) > 1 and sum(c.isupper() for c in text) * 2 > len(text)


def keys_of(mention: InstrumentMention) -> set[str]:
    """Return the names under which a mention can be found again: its title in normal form, its alias."""
    keys = set()
    if mention.title or mention.instrument.type == "joint-body":
        keys.add(title_key(mention.span_text()))
    elif mention.last > mention.head.last:
        # "bilateral treaty of Peace and Commerce": the title begins with the noun.
        units = mention.sentence.units[mention.head.first : mention.last + 1]
        keys.add(title_key(" ".join(unit.text for unit in units)))
    if mention.alias:
        keys.add(title_key(mention.alias))
    keys |= {key.removesuffix(" i") for key in keys}  # "START I" was called "START" before there was a second
    return {key for key in keys if key}


def title_key(text: str) -> str:
    """Return a title without case, marks and articles, so that the ways to write it compare equal."""
    kept = [word for word in re.findall(r"\w+", normal(text)) if word not in {"the", "a", "an", "of", "and"}]
    return " ".join(kept)


def is_heading_words(mention: InstrumentMention) -> bool:
    """Tell whether a heading alone gives the noun its capitals ("First Diplomatic Agreement Signed, 1881.")."""
    return mention.sentence.is_heading and mention.last == mention.head.last and mention.introduction == "bare"


def _dullness(reading: Reading) -> tuple[int, ...]:
    mention = reading.mention
    has_date = bool(reading.sentence.dates())
    relations = mention.instrument.type == "diplomatic-relations"  # these have no other name to refer back to
    refers = (
        mention.plain
        and not relations
        and (mention.introduction in {"definite", "demonstrative"} or is_short_name(mention))
    )
    return (
        reading.is_shared,
        mention.instrument.type == "other" and mention.head.plural,
        refers and not reading.named_date,
        not mention.title or is_abbreviation(mention) or is_heading_words(mention),
        mention.sentence.is_heading or _is_verbless(mention.sentence),
        mention.sentence.units[mention.head.last].lower == "agreement",  # the general word: others say more
        not (reading.is_told and has_date),
        not _is_told_foremost(reading),
        reading.sentence.number,
    )


def _is_verbless(sentence: Sentence) -> bool:
    """Tell whether a passage is no sentence but a caption ("Establishment of Diplomatic Relations, 1961.")."""
    tree = sentence.tree
    return bool(tree) and not any(node.pos in {"VERB", "AUX"} for node in tree)


def _is_told_foremost(reading: Reading) -> bool:
    """Tell whether the sentence's own verb, not a side clause or a noun, is a step of the instrument."""
    tree = reading.sentence.tree
    return any(
        step.status and step.sentence is reading.sentence and tree[step.word.first].role == "root"
        for step in reading.steps
        if tree
    )
