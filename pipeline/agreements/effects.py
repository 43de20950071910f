"""Whose matter an instrument has without saying so: what it set up or prolonged, or what it adds to."""

from __future__ import annotations

from pipeline.agreements.events import Reading
from pipeline.agreements.lexicon import steps_of, words
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.units import MARK, Sentence

MEANS = frozenset({"by", "through", "in"})
FOUNDED = frozenset({"diplomatic-relations", "joint-body"})
PROLONGING = frozenset({"extend", "suspend"})
ADDING = frozenset("supplementary supplemental additional amending optional".split())
TELLING = frozenset("announced proclaimed declared agreed".split())
REACH = 6  # units between "protocol" and what it is a protocol to


def affected(reading: Reading) -> InstrumentMention | None:
    """Return the instrument, body or relations of the same sentence with whose matter this instrument deals."""
    others = [peer for peer in reading.peers if peer.first != reading.mention.first]
    if not others:
        return None
    return _added_to(reading.mention, others) or _brought_about(reading.mention, others)


def _added_to(mention: InstrumentMention, others: list[InstrumentMention]) -> InstrumentMention | None:
    """Return what the instrument is a protocol or annex to ("a protocol of 2021 to the Convention on Wool")."""
    units = mention.sentence.units
    if mention.instrument.type not in {"protocol", "other"} and not ADDING & {u.lower for u in mention.modifiers}:
        return None
    i = mention.last + 1
    while i < len(units) and (units[i].kind == "date" or units[i].lower == "of"):
        i += 1
    if i + 1 >= len(units) or units[i].lower != "to":
        return None
    behind = units[i + 1]
    if not behind.is_capitalized and behind.lower not in words()["definite"] | words()["possessive"] | {"a", "an"}:
        return None  # an infinitive
    return next((peer for peer in others if i < peer.first <= i + REACH and not peer.head.plural), None)


def _brought_about(mention: InstrumentMention, others: list[InstrumentMention]) -> InstrumentMention | None:
    """Return what was set up or prolonged by the instrument, or announced in it.

    An instrument that is only cited ("established by the agreement of 2009") may have been about more.
    """
    units = mention.sentence.units
    i = mention.first - 1
    while i > 0 and units[i].lower in words()["indefinite"] | words()["definite"] | words()["temporal"]:
        i -= 1
    if i < 0 or units[i].lower not in MEANS or mention.introduction == "definite":
        return None
    opens = i == 0 or units[i - 1].kind in {MARK, "date"}
    for peer in others:
        in_front = peer.last < mention.first
        between = (peer.last, i) if in_front else (mention.last, peer.first)
        if (in_front or opens) and _acts(mention.sentence, peer, *between):
            return peer
    return None


def _acts(sentence: Sentence, peer: InstrumentMention, first: int, last: int) -> bool:
    """Tell whether a word between two units says that the one mention brought the other about, or changed it."""
    is_founded = peer.instrument.type in FOUNDED
    for word in steps_of(sentence):
        fitting = word.step.id == "establish" if is_founded else word.step.id in PROLONGING
        if first < word.first < last and fitting:
            return True
    return is_founded and any(unit.lower in TELLING for unit in sentence.units[first + 1 : last])
