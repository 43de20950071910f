"""Lists of instruments behind one word for a step: which of them a date or a place belongs to."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from pipeline.agreements.dated_names import dated_in_front
from pipeline.agreements.events import Reading
from pipeline.agreements.lexicon import steps_of
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.relations import continues_list
from pipeline.agreements.steps import ToldStep


def is_of_list_item(reading: Reading, step: ToldStep, i: int, taken: AbstractSet[int]) -> bool:
    """Tell whether date `i` belongs to one item of a list of instruments, with the next item behind it.

    `taken` are the dates in names, which say nothing of who signed when.
    """
    joined = _joined(reading, step)
    lead = dated_in_front(reading.sentence.units, reading.mention)
    if lead is not None and any(other is reading.mention for _, other in joined):
        return i != lead
    own = reading.mention.last + 2
    if i in {own - 1, own} and reading.sentence.units[own - 1].lower in {"in", "on", "of", "dated"}:
        return False
    if reading.mention.last < step.word.first < i and step.word.last + 1 >= i - 1:
        return False  # "the treaty signed on 3 May, the pact signed on 4 June": right behind its own verb
    if is_of_other_item(reading, step, i, taken):
        return True
    if _is_dated_singly(reading, joined, taken):
        return False
    if step.relation == "nominal" and reading.mention.last < i:
        joined = [pair for pair in joined if reading.mention not in pair]  # its own item has the date
    return any(one.last < i < other.first for one, other in joined)


def is_of_other_item(reading: Reading, step: ToldStep, i: int, taken: AbstractSet[int]) -> bool:
    """Tell whether a date or place stands behind another item of a list whose items have a date each.

    "A treaty with Peru in 1929 and a pact with Bolivia in Lima two years later": what stands last is not for both.
    """
    joined = _joined(reading, step)
    owner = _item_before(reading, joined, i)
    return _is_dated_singly(reading, joined, taken) and owner not in {-1, reading.mention.first}


Pairs = list[tuple[InstrumentMention, InstrumentMention]]


def _joined(reading: Reading, step: ToldStep) -> Pairs:
    """Return the neighbours in lists of instruments behind a word for a step."""
    pairs = [pair for pair in pairwise(reading.peers) if pair[1].first > step.word.last]
    # "An accord followed in 1971 and a pact in 1974": the first item may stand in front of the verb.
    return [pair for pair in pairs if _continues(reading, *pair)]


def _is_dated_singly(reading: Reading, joined: Pairs, taken: AbstractSet[int]) -> bool:
    """Tell whether the instrument has a date of its own in the list, and another item too."""
    owners = {_item_before(reading, joined, i) for i, _ in reading.sentence.dates() if i not in taken} - {-1}
    return len(owners) > 1 and reading.mention.first in owners


def _item_before(reading: Reading, joined: Pairs, i: int) -> int:
    """Return the first unit of the list's item that unit `i` stands behind, or leads in, -1 if there is none."""
    for _, item in joined:
        if dated_in_front(reading.sentence.units, item) == i:
            return item.first
    return max((item.first for pair in joined for item in pair if item.last < i), default=-1)


def _continues(reading: Reading, one: InstrumentMention, other: InstrumentMention) -> bool:
    """Tell whether an instrument is the next item of a list, and does not open a clause of its own.

    "…, and the pact took effect" is such a clause.
    """
    if not continues_list(reading.sentence.units, one, other):
        return False
    return not any(0 < word.first - other.last <= 4 and word.form == "past" for word in steps_of(reading.sentence))
