"""Entries of lists and headings, such as "Extradition Treaty: New Delhi, 12 October 2011; ratified in July 2013".

They have no main verb: what stands behind the instrument's name, set off by marks, is said of it.
"""

from __future__ import annotations

from pipeline.agreements.lexicon import StepWord, steps_of, words
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.units import MARK, Sentence
from pipeline.records import DateMention

SEPARATORS = frozenset({",", ":", "(", "–", "—", "-", "."})


def is_entry(sentence: Sentence) -> bool:
    """Tell whether a passage is an entry of a list or a heading."""
    return sentence.passage.kind in {"item", "heading"}


def leading_date(sentence: Sentence) -> tuple[int, DateMention] | None:
    """Return the date with which an entry of a chronicle begins, set off by a dash, bar or colon, and where it ends.

    "1868 – Treaty of Peace with France", "21 January 1936 | A protocol follows".
    """
    units = sentence.units
    for i in range(min(LEAD, len(units) - 1)):
        date = units[i].mention
        if isinstance(date, DateMention):
            set_off = units[i + 1].text in {"–", "—", "-", "|", ":", "--", "•"}
            return (i + 1, date) if set_off else None
        if units[i].kind != MARK and not units[i].text[0].isdigit():
            return None
    return None


LEAD = 3  # units within which an entry's date begins


def opens_entry(mention: InstrumentMention) -> bool:
    """Tell whether an instrument is the first thing that a chronicle's entry names behind its date."""
    lead = leading_date(mention.sentence)
    if lead is None:
        return False
    between = mention.sentence.units[lead[0] + 1 : mention.first]
    return all(unit.lower in words()["outside"] | words()["definite"] | words()["indefinite"] for unit in between)


def topic(sentence: Sentence, mentions: list[InstrumentMention]) -> int | None:
    """Return the number of the instrument that an entry is about: the first, if nothing but small words lead to it."""
    if not is_entry(sentence) or not mentions:
        return None
    first = mentions[0]
    leading = [unit for unit in sentence.units[: first.first] if unit.kind != MARK and unit.mention is None]
    return 0 if all(unit.lower in words()["outside"] | words()["definite"] for unit in leading) else None


def is_said_of_topic(sentence: Sentence, mention: InstrumentMention, word: StepWord) -> bool:
    """Tell whether a participle in an entry is said of its topic: set off by a mark, or behind "in force since"."""
    if word.first <= mention.last or word.form != "past":
        return False
    before = sentence.units[word.first - 1]
    return before.text in {":", ",", ";", "(", "–", "—", "."} or before.lower in {"and", "but", "since", "never"}


def bare_date(mention: InstrumentMention) -> tuple[int, DateMention] | None:
    """Return the date that stands behind an entry's instrument without a verb (": Hanoi, 7 September 1994")."""
    sentence = mention.sentence
    if not is_entry(sentence):
        return None
    units = sentence.units
    verbs = {word.first for word in steps_of(sentence) if word.form in {"past", "base"}}
    for i in range(mention.last + 1, len(units)):
        unit = units[i]
        if isinstance(unit.mention, DateMention):
            return (i, unit.mention) if _is_set_off(sentence, i) else None
        if i in verbs or unit.text == ";":
            return None
    return None


def _is_set_off(sentence: Sentence, i: int) -> bool:
    before = sentence.units[i - 1]
    if before.text in SEPARATORS:
        return True
    return before.lower == "," or (before.kind == "place" and i + 1 >= len(sentence.units))
