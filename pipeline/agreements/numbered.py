"""Counted sets and their members: "two memoranda … The first memorandum … the second one … The two agreements"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.agreements.counts import NUMERALS
from pipeline.agreements.events import Event, Reading, refers_to
from pipeline.agreements.lexicon import words

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
REACH = 8  # passages between a set and what is said of its members


@dataclass(frozen=True, slots=True)
class Place:
    """The place of an instrument in a set: the set, its number there, and the event that has it, if it was told of."""

    whole: Event
    number: int
    event: Event | None


def member_of(reading: Reading, events: Sequence[Event]) -> Place | None:
    """Return the place that "the first memorandum" has in a counted set that the text told of before."""
    mention = reading.mention
    units = mention.sentence.units
    before = [unit.lower for unit in units[max(0, mention.first - 2) : mention.first]]
    if mention.head.plural or mention.title or before[:1] != ["the"] or before[-1] not in ORDINALS:
        return None
    number = ORDINALS[before[-1]]
    for whole in reversed(events):
        count = whole.main.mention.count.value
        near = 0 <= reading.sentence.number - whole.readings[0].sentence.number <= REACH
        if count.isdigit() and number <= int(count) and int(count) > 1 and near and _fits(reading, whole):
            same = (event for event in events if event.place == (whole.first, number))
            return Place(whole, number, next(same, None))
    return None


def same_set(reading: Reading, events: Sequence[Event]) -> Event | None:
    """Return the set that "the two agreements" are: the last of so many instruments."""
    mention = reading.mention
    units = mention.sentence.units
    before = [unit.lower for unit in units[max(0, mention.first - 2) : mention.first]]
    if not mention.head.plural or mention.title or len(before) < 2 or before[-1] not in NUMERALS:
        return None
    if before[0] not in words()["definite"] | words()["demonstrative"]:
        return None
    number = str(NUMERALS[before[-1]])
    fitting = [e for e in events if e.main.mention.count.value == number and _fits(reading, e)]
    return fitting[-1] if fitting else None


def _fits(reading: Reading, whole: Event) -> bool:
    return whole.type in refers_to(reading.mention.instrument.type) and reading.mention is not whole.main.mention
