"""How an instrument and a word for a step hang together, by the order of words and by the parse.

The parse adds what the order does not show (far conjuncts, clauses without "that") and takes away what the order shows
to be said of something else (another object, another clause). Where both speak, the order names the relation.
"""

from __future__ import annotations

from pipeline.agreements.lexicon import StepWord
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.relations import DONE_BY, Relation, is_inverted, relation_of
from pipeline.agreements.syntax import Tie, acts, opposes, tie, top_of
from pipeline.agreements.units import Sentence


def relation_in(sentence: Sentence, mentions: list[InstrumentMention], number: int, word: StepWord) -> Relation | None:
    """Return how the instrument `mentions[number]` hangs together with a word for a step, by order and by parse."""
    by_order = relation_of(sentence.units, mentions, number, word)
    if not sentence.tree:
        return by_order
    mention = mentions[number]
    head = top_of(sentence, mention.first, mention.head.last)
    tied = tie(sentence, head, word) or tie(sentence, top_of(sentence, mention.first, mention.last), word)
    is_new = mention.introduction == "indefinite" and word.step.id in DONE_BY
    if tied is None and is_new and acts(sentence, mention.first, mention.head.last, word):
        return "agent"
    if by_order is None:
        return _relation_of_tie(tied, mentions, number, word)
    if by_order == "agent" and tied is not None and tied[0] == "relative":
        return "relative"  # "a treaty, which Peru denounced": somebody else took the step
    if tied is None and by_order != "agent" and not is_inverted(sentence.units, word):
        return None if opposes(sentence, head, word, is_participle=by_order == "participle") else by_order
    return by_order


def _relation_of_tie(
    tied: tuple[Tie, int] | None, mentions: list[InstrumentMention], number: int, word: StepWord
) -> Relation | None:
    """Return the relation that a tie amounts to: what the step's subject does is no step of it, and the other way."""
    if tied is None:
        return None
    by_parse, noun = tied
    if by_parse in {"subject", "object", "passive"} and (by_parse == "subject") != (word.step.role == "subject"):
        return None
    if by_parse == "participle" and word.step.role == "subject" and word.form == "past":
        return None  # "talks on a pact collapsed": the talks did
    mention = mentions[number]
    if any(other.first <= noun <= other.last for other in mentions[:number]):
        if by_parse in {"participle", "premodifier"}:
            return None  # that is said of the one in front alone
        # In brackets stands a short name for the one in front.
        return None if mention.sentence.units[mention.first - 1].text == "(" else "list"
    if by_parse == "object":
        return "active" if word.first < mention.first else "relative"
    return by_parse


def joined_to(sentence: Sentence, mentions: list[InstrumentMention], number: int) -> int | None:
    """Return the number of the instrument in front that `mentions[number]` is joined to by the parse, if any.

    "Superseded by the treaty of A and the convention of B" says the same of the two, whatever that is.
    """
    if not sentence.tree:
        return None
    node = sentence.tree[top_of(sentence, mentions[number].first, mentions[number].head.last)]
    if node.role != "conjunct":
        return None
    return next((k for k in range(number) if mentions[k].first <= node.head <= mentions[k].last), None)
