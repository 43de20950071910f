"""Who agreed, by the parse: whom a noun phrase stands for, the subject and agent of a verb, its partners."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.agreements.lexicon import StepWord
from pipeline.agreements.standing import ATTRIBUTED, TRADERS, Actor, actor_of, is_state
from pipeline.agreements.syntax import top_of
from pipeline.agreements.units import Sentence
from pipeline.records import NameMention

DEPTH = 6  # links that are followed: more are a knot in a bad parse
# Nouns for those who do not act for the state whose adjective they have.
PRIVATE = frozenset(
    "company companies firm firms corporation corporations group conglomerate producer producers manufacturer "
    "manufacturers maker makers bank banks university universities yard shipyard builder contractor contractors "
    "enterprise enterprises business businesses entrepreneurs investor investors airline airlines carrier agency "
    "agencies operator operators giant supplier suppliers consortium partner museum institute club city cities".split()
)
BELONGING = frozenset({"of", "from", "for", "representing"})
MODIFYING = frozenset({"modifier", "possessor", "compound", "apposition", "other"})


@dataclass(frozen=True, slots=True)
class Side:
    """One who acts in a clause: unit `head` of its noun phrase, and the parties it stands for, [] if unknown."""

    head: int
    actors: tuple[Actor, ...]


def children(sentence: Sentence, head: int, *roles: str) -> list[int]:
    """Return the units that hang on another in one of these roles, in order."""
    return [i for i, node in enumerate(sentence.tree) if node.head == head and i != head and node.role in roles]


def subjects(sentence: Sentence, word: StepWord) -> list[Side]:
    """Return those who are the subject of a verb or of the one that it is coordinated with or an infinitive of."""
    verb = top_of(sentence, word.first, word.last)
    for _ in range(DEPTH):
        found = children(sentence, verb, "subject")
        if found:
            return _sides(sentence, found[:1])
        if children(sentence, verb, "passive-subject"):
            return []
        node = sentence.tree[verb]
        if node.head == verb or not (node.role in {"conjunct", "complement"} or _is_purpose(sentence, verb)):
            return []
        verb = node.head
    return []


def _is_purpose(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb says what for its clause's subject does something ("met to sign")."""
    node = sentence.tree[verb]
    to = any(one.head == verb and sentence.units[i].lower == "to" for i, one in enumerate(sentence.tree[:verb]))
    return node.role == "clause" and to and sentence.tree[node.head].pos == "VERB"


def agents(sentence: Sentence, word: StepWord) -> list[Side]:
    """Return those by whom something was done: "signed by A and B"."""
    verb = top_of(sentence, word.first, word.last)
    by = [i for i in children(sentence, verb, "agent", "preposition") if sentence.units[i].lower == "by"]
    return _sides(sentence, [o for i in by for o in children(sentence, i, "prepositional-object")])


def partners_of(sentence: Sentence, *heads: int) -> list[Side]:
    """Return those behind "with" or "between" that hangs on a verb or an instrument."""
    found = [
        i
        for head in heads
        for i in children(sentence, head, "preposition")
        if sentence.units[i].lower in {"with", "between", "among"}
    ]
    return _sides(sentence, [o for i in found for o in children(sentence, i, "prepositional-object")])


def behind(sentence: Sentence, preposition: int) -> list[Side]:
    """Return those behind a preposition."""
    return _sides(sentence, children(sentence, preposition, "prepositional-object"))


def _sides(sentence: Sentence, heads: list[int]) -> list[Side]:
    return [Side(i, tuple(stands_for(sentence, i))) for head in heads for i in joined(sentence, head)]


def joined(sentence: Sentence, head: int) -> Iterator[int]:
    """Yield a noun and those that it is coordinated with: "A, B and C"."""
    yield head
    for i in children(sentence, head, "conjunct"):
        if i > head:
            yield from joined(sentence, i)
    for i in children(sentence, head, "apposition"):
        if i > head and sentence.units[i].kind == "country" and sentence.units[head].kind == "country":
            yield from joined(sentence, i)


def stands_for(sentence: Sentence, head: int) -> list[Actor]:
    """Return the parties that the noun phrase around a noun stands for, [] if the sentence does not tell."""
    unit = sentence.units[head]
    name = unit.mention
    own = actor_of(unit)
    if own is not None and (unit.kind != "person" or not is_state(own.party)):
        return [own]
    if isinstance(name, NameMention) and name.kind not in {"person", "place"}:
        return []
    return _of_modifiers(sentence, head, DEPTH) or ([own] if own else [])


def _of_modifiers(sentence: Sentence, head: int, depth: int) -> list[Actor]:
    """Return the organization, or else the states, that what hangs on a noun names."""
    units = sentence.units
    near = children(sentence, head, *MODIFYING)
    for i in list(near):
        near += [k for k in joined(sentence, i) if k != i and units[k].kind == "country"]
    near += [
        o
        for i in children(sentence, head, "preposition")
        if units[i].lower in BELONGING
        for o in children(sentence, i, "prepositional-object")
    ]
    near = [k for i in near for k in (joined(sentence, i) if sentence.tree[i].role == "prepositional-object" else [i])]
    actors = [actor for i in near if (actor := actor_of(units[i])) is not None]
    if units[head].lower in ATTRIBUTED:
        actors = [actor for actor in actors if is_state(actor.party)]  # "an ASEAN country" is not ASEAN
    named = [actor for actor in actors if not is_state(actor.party)]
    if named:
        return named
    if units[head].lower in PRIVATE | TRADERS:
        return []
    if actors:
        return actors
    for i in near:
        if units[i].mention is None and depth > 0:
            found = _of_modifiers(sentence, i, depth - 1)
            if found:
                return found
    return []
