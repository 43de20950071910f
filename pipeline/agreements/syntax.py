"""How an instrument and a word for a step hang together by the parse of their sentence.

The parser reads long sentences better than the order of words does, but is wrong now and then; `relations` weighs both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pipeline.agreements.lexicon import StepWord
from pipeline.agreements.units import Node, Sentence

Tie = Literal["object", "passive", "subject", "participle", "relative", "nominal", "premodifier"]

DEPTH = 12  # links of a chain that are followed: more are a knot in a bad parse
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})
CARRIERS = frozenset(
    "package set series number range host raft pair dozen dozens scores hundreds total text draft terms version total "
    "batch handful couple majority one two three four five six several some many each all part conclusion".split()
)


def top_of(sentence: Sentence, first: int, last: int) -> int:
    """Return the unit of a phrase that the others hang on: the head of its head lies outside."""
    tree = sentence.tree
    for i in range(last, first - 1, -1):
        if not first <= tree[i].head <= last or tree[i].head == i:
            return i
    return last


def tie(sentence: Sentence, head: int, word: StepWord) -> Tie | None:
    """Return what the instrument whose noun is unit `head` is to a word for a step, None if the parse ties them not.

    Conjuncts share the tie of the first of them ("a treaty and a protocol were signed"), verbs theirs ("was signed and
    ratified").
    """
    for noun in _carried(sentence, head):
        found = _direct(sentence, noun, word)
        if found is not None:
            return found
    return None


def _carried(sentence: Sentence, head: int) -> Iterator[int]:
    """Yield the noun, those that it is a conjunct of, and those that it fills ("a package of five agreements")."""
    tree = sentence.tree
    i = head
    for _ in range(DEPTH):
        yield i
        node = tree[i]
        if node.role in {"conjunct", "apposition"} and node.head != i:
            i = node.head
        elif node.role == "prepositional-object" and _is_filled(sentence, node.head):
            i = tree[node.head].head
        else:
            return


def _is_filled(sentence: Sentence, preposition: int) -> bool:
    """Tell whether a preposition joins a noun to the quantity or package that it fills, or to what it includes."""
    tree, units = sentence.tree, sentence.units
    if units[preposition].lower == "including":
        return True
    above = tree[preposition].head
    return units[preposition].lower == "of" and units[above].lower in CARRIERS


def _direct(sentence: Sentence, noun: int, word: StepWord) -> Tie | None:
    tree = sentence.tree
    node = tree[noun]
    if word.form == "noun":
        return _nominal(sentence, noun, word)
    verbs = set(_verbs(sentence, word))
    if node.head in verbs and node.head != noun:
        if node.role == "passive-subject":
            return "passive"
        if node.role == "subject":
            return "subject"
        if node.role in {"object", "complement"}:
            return "object"
    if node.role == "prepositional-object" and word.first <= node.head <= word.last:
        return "object"  # "entered into an agreement": the preposition is part of the word for the step
    for verb in verbs:
        if tree[verb].head == noun and tree[verb].role == "clause" and verb > noun:
            return "relative" if _has_subject(tree, verb) else "participle"
        if tree[verb].head == noun and verb < noun and tree[verb].role == "modifier":
            return "premodifier"
    return None


def _verbs(sentence: Sentence, word: StepWord) -> Iterator[int]:
    """Yield the verb of a step and those that it is coordinated with, as far as they share subject and object."""
    tree = sentence.tree
    i = top_of(sentence, word.first, word.last)
    for _ in range(DEPTH):
        yield i
        node = tree[i]
        if node.role != "conjunct" or node.head == i or _has_subject(tree, i):
            return
        i = node.head


def _has_subject(tree: tuple[Node, ...], verb: int) -> bool:
    return any(
        node.head == verb and node.role in {"subject", "passive-subject"} for i, node in enumerate(tree) if i != verb
    )


def _nominal(sentence: Sentence, noun: int, word: StepWord) -> Tie | None:
    """Return "nominal" for "the signing of the treaty", "the treaty's entry into force", "treaty negotiations"."""
    tree = sentence.tree
    node = tree[noun]
    top = top_of(sentence, word.first, word.last)
    if node.role == "prepositional-object":
        if word.first <= node.head <= word.last:
            return "nominal"
        if tree[node.head].head == top and sentence.units[node.head].lower in {"of", "to", "for", "on", "in"}:
            return "nominal"
    if node.head == top and node.role in {"possessor", "compound", "object"}:
        return "nominal"
    if tree[top].head == noun and top < noun and tree[top].role in {"modifier", "compound"}:
        return "premodifier"
    return None
