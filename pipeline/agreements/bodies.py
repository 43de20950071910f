"""Named joint bodies and organizations as instruments: their establishment is an agreement."""

from __future__ import annotations

from pipeline.agreements.counts import Counted
from pipeline.agreements.lexicon import Head, instrument
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.units import Sentence

JOINT = frozenset({"joint-body", "international-organization"})


def find_bodies(sentence: Sentence) -> list[InstrumentMention]:
    """Return the joint bodies and international organizations that the sentence names."""
    return [
        InstrumentMention(
            sentence=sentence,
            first=i,
            last=i,
            head=Head(i, i, instrument("joint-body"), plural=False),
            introduction="definite",
            title=True,
            plain=False,
            count=Counted("1", None, "count-singular"),
        )
        for i, name in sentence.names("organization")
        if name.category in JOINT
    ]
