"""Whom "the two countries", "both sides", "they" and "the three governments" stand for, by what was named before."""

from __future__ import annotations

from dataclasses import replace

from pipeline import countries
from pipeline.agreements.context import Context
from pipeline.agreements.standing import Actor, actor_of, is_state, state_at
from pipeline.agreements.units import Sentence, Unit

COLLECTIVES = frozenset(
    "sides parties partners countries states nations governments leaders presidents premiers ministers neighbours "
    "neighbors capitals powers republics kingdoms superpowers delegations negotiators allies signatories".split()
)
NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
# Whoever is "other", "many" or "several" is not those named before.
OPEN = frozenset("other others many several numerous most some various these all more dozen participating".split())
PAIR = 2
BACK = 6  # passages before a collective in which those it stands for are looked for


def collective(sentence: Sentence, first: int, last: int) -> tuple[Unit, int] | None:
    """Return the word by which all sides are meant ("the partners", "the two countries", "they") and their number."""
    units = sentence.units
    for i in range(first, last):
        if units[i].lower in {"they", "we"}:
            return units[i], PAIR
        if units[i].lower in COLLECTIVES and not is_open(units, i):
            named = [NUMBERS[unit.lower] for unit in units[max(0, i - 3) : i] if unit.lower in NUMBERS]
            if not (i > 1 and units[i - 1].lower == "of"):
                return units[i], named[0] if named else PAIR
        if units[i].lower == "both" and i + 1 < last and units[i + 1].lower not in COLLECTIVES:
            return units[i], PAIR
    return None


def is_open(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a collective stands for more than those named: "23 countries", "many of the states"."""
    before = units[max(0, i - 3) : i]
    counted = any(
        unit.text[:1].isdigit() and unit.text not in {"2", "3", "4"} for unit in before if unit.kind == "word"
    )
    numbered = len(before) > 1 and before[-1].lower in NUMBERS and before[-2].lower in {"all", "these"}
    return counted or (bool(OPEN & {unit.lower for unit in before}) and not numbered)


def stands_for(sentence: Sentence, context: Context, word: Unit, number: int) -> list[Actor]:
    """Return the `number` states that a collective stands for, [] if the text does not tell.

    Those that its own sentence names in front of it; else the pair of the document, unless the nearest passage that
    names so many names others; the nearest one alone where the document is about no pair for sure.
    """
    beside = _named_in_front(sentence, word)
    if len(beside) == number:
        return beside
    pair = [Actor(code, span) for code, span in zip(context.pair, context.pair_spans, strict=True)]
    near = _named_before(sentence, context, number)
    if number == PAIR and pair:
        codes = {actor.party for actor in near}
        if not near or (context.is_sure and codes & set(context.pair)) or not _is_next(sentence, context, near):
            return pair
    if near:
        return near
    ranked = [Actor(code, span) for code, span in zip(context.ranked, context.ranked_spans, strict=True)]
    return ranked[:number] if len(ranked) >= number > PAIR else []


def _named_in_front(sentence: Sentence, word: Unit) -> list[Actor]:
    """Return the states that the sentence names in front of a word, each where it is named first."""
    found: dict[str, Actor] = {}
    for i, unit in enumerate(sentence.units):
        if unit.start >= word.start:
            break
        actor = state_at(sentence.units, i)
        if actor is not None:
            found.setdefault(actor.party, actor)
    return list(found.values())


def _named_before(sentence: Sentence, context: Context, number: int) -> list[Actor]:
    """Return the states of the nearest passage before that joins, or names, `number` of them."""
    for back in range(1, BACK + 1):
        before = sentence.number - back
        named = context.named.get(before, ())
        for group in (*reversed(context.groups.get(before, ())), *([named] if number == PAIR else [])):
            if len(group) == number:
                return list(group)
    return []


def _is_next(sentence: Sentence, context: Context, near: list[Actor]) -> bool:
    """Tell whether no passage in between names the states of the document."""
    for back in range(1, BACK + 1):
        named = {actor.party for actor in context.named.get(sentence.number - back, ())}
        if named >= {actor.party for actor in near}:
            return True
        if named & set(context.pair):
            return False
    return False


def in_its_time(sentence: Sentence, actor: Actor, pair: tuple[str, ...]) -> Actor:
    """Return the state of the document's pair that a capital spoke for ("Berlin", in a text about Prussia)."""
    kinds = {unit.kind for unit in sentence.units if unit.start == actor.span.start}
    if kinds != {"place"}:
        return actor
    before = [state.party for state in countries.states() if state.successor == actor.party and state.party in pair]
    return replace(actor, party=before[0]) if before else actor


def as_worded(sentence: Sentence, code: str) -> str:
    """Return the code of the predecessor that a sentence names instead of a state ("Soviet gas", of Russia)."""
    named = {actor.party for i in range(len(sentence.units)) if (actor := state_at(sentence.units, i)) is not None}
    before = [state.party for state in countries.states() if state.successor == code and state.party in named]
    return before[0] if before and code not in named else code


def visited(sentence: Sentence, named: set[str]) -> Actor | None:
    """Return the state that somebody visits who is none of those named ("during his trip to Kyiv"), None if none."""
    units = sentence.units
    for i, unit in enumerate(units[:-2]):
        if unit.lower not in VISITS or units[i + 1].lower != "to":
            continue
        k = i + 3 if units[i + 2].lower == "the" and i + 3 < len(units) else i + 2
        host = units[k]
        actor = actor_of(host) if host.kind in {"country", "place"} else None
        if actor is not None and is_state(actor.party) and actor.party not in named:
            return actor
    return None


VISITS = frozenset({"visit", "trip", "tour"})
