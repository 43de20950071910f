"""What is governed by an agreement, laid down in it or settled by it: the subject of that verb."""

from __future__ import annotations

from pipeline.agreements.events import Reading
from pipeline.agreements.lexicon import words
from pipeline.agreements.telling import PASSIVELY
from pipeline.agreements.terms import RELATIVES, VAGUE, subtree
from pipeline.agreements.units import MARK, WORD, Sentence
from pipeline.records import Span


def governed(reading: Reading) -> Span | None:
    """Return what "is governed by" the instrument: the subject of that verb, without "the development of"."""
    sentence = reading.sentence
    units, tree = sentence.units, sentence.tree
    verb = _governing_verb(reading)
    if verb is None:
        return None
    borders = (i for i in range(verb) if units[i].lower in {"between", "with", "is", "are", "was", "were"})
    last = next(borders, verb) - 1
    first = 0
    if tree:
        if tree[verb].role == "conjunct" and tree[verb].head < verb:
            verb = tree[verb].head  # "was recognized and defined by"
        subjects = [k for k in range(verb) if tree[k].head == verb and tree[k].role == "passive-subject"]
        if not subjects:
            return None
        noun = subjects[0]
        if units[noun].lower in RELATIVES and tree[verb].role == "clause" and tree[verb].head < verb:
            noun = last = tree[verb].head
        below = [k for k in subtree(sentence, noun) if k < verb]
        first, last = min(below), max(noun, min(last, max(below)))
    while first < last and (units[first].lower in DEVELOPING or units[first].kind == MARK):
        first += 1
    if first <= last and units[first].kind == WORD and units[first].lower not in VAGUE:
        return Span(units[first].start, units[last].end)
    return None


def _governing_verb(reading: Reading) -> int | None:
    """Return the participle of "is governed by", "was settled in" with the instrument behind it."""
    sentence, mention = reading.sentence, reading.mention
    for step in reading.steps:
        before = step.word.last < mention.first and step.sentence is sentence
        if before and step.word.step.id == "apply" and step.word.form == "past" and step.word.first >= 2:
            return step.word.first
    units = sentence.units
    for i in range(max(2, mention.first - PASSIVE_REACH), mention.first - 1):
        if units[i].lower in PASSIVELY and _is_passive(sentence, i):
            behind = [unit.lower for unit in units[i + 1 : i + 3]]
            if behind[0] in MEANS or (behind[0] in {"down", "out", "forth"} and behind[1] in MEANS):
                return i
    return None


PASSIVE_REACH = 5  # units of "laid down in the famous" treaty
MEANS = frozenset({"by", "in"})


def _is_passive(sentence: Sentence, i: int) -> bool:
    """Tell whether a form of "be" stands in front of a participle, or of one that it is joined to."""
    units, tree = sentence.units, sentence.tree
    k = i - 1
    while k > 1 and (
        units[k].lower in {"first", "and", ","}
        or units[k].lower.endswith(("ly", "ed"))
        or (tree and tree[k].pos == "ADV")
    ):
        k -= 1
    return units[k].lower in words()["be"]


DEVELOPING = frozenset("the development of this these our their its area field sphere today currently".split())
