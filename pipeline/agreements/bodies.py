"""Named joint bodies and organizations as instruments: their establishment is an agreement."""

from __future__ import annotations

from pipeline.agreements.actors import clause_start, subject
from pipeline.agreements.counts import Counted
from pipeline.agreements.lexicon import Head, instrument, steps_of
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.sides import collective
from pipeline.agreements.units import Sentence
from pipeline.records import NameMention

JOINT = frozenset({"joint-body", "international-organization"})
# Bodies whose kind the name alone does not tell; they are joint if both sides set them up.
PERHAPS = frozenset({"government-body", "organization", "association", "institution", "committee", ""})
CIRCLES = frozenset("Group Council Committee Commission Forum Panel Board".split())
SHARED = frozenset("Joint Bilateral Binational Trilateral Mixed Intergovernmental".split())


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
        if not _is_attribute(sentence, i)
        if name.category in JOINT or (name.category in PERHAPS and _is_shared(sentence, i, name))
    ]


def _is_shared(sentence: Sentence, i: int, name: NameMention) -> bool:
    """Tell whether a body's name, or those who set it up, say that it is one of several sides."""
    words = set(name.text.split())
    if name.category in {"institution", "committee"} and not CIRCLES & words:
        return False  # a school or a museum belongs to one side
    return bool(SHARED & words) or _is_set_up_jointly(sentence, i)


def _is_attribute(sentence: Sentence, i: int) -> bool:
    """Tell whether the name only qualifies another noun ("the creation of WHO terminology")."""
    return bool(sentence.tree) and sentence.tree[i].role in {"compound", "modifier"} and sentence.tree[i].head > i


def _is_set_up_jointly(sentence: Sentence, i: int) -> bool:
    """Tell whether both sides are the subject of the verb that sets the body up."""
    for word in steps_of(sentence):
        if word.step.id == "establish" and word.form == "past" and abs(word.first - i) <= 12:
            start = clause_start(sentence, word.first)
            named = {actor.party for actor in subject(sentence, word.first)}
            if len(named) >= 2 or collective(sentence, start, word.first) is not None:
                return True
    return False
