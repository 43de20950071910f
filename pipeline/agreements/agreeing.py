"""What both sides of an agreement agreed to, promised or confirmed in it, and what it binds them to."""

from __future__ import annotations

from pipeline.agreements.lexicon import words
from pipeline.agreements.units import MARK, QUOTING, WORD, Sentence, Unit

AGREEING = frozenset("agree agreed pledge pledged promise promised undertook commit committed vowed".split())
CONFIRMING = frozenset("confirm confirmed reaffirm reaffirmed express expressed affirm affirmed stressed".split())
BINDING = frozenset("commit commits committed oblige obliges obliged".split())
SMALL = frozenset("the a an their its our themselves".split())
SIDES = frozenset("they both two the and , three all".split())
BOUND_WITHIN = 10  # units from "commits" to its "to"


def behind_agreeing(sentence: Sentence, first: int, last: int) -> int:
    """Return where the matter begins in a clause whose subject is both sides ("they agreed to cut tariffs").

    What one side alone agreed to stays with its name: "Chile agreed to leave the port".
    """
    units = sentence.units
    verb = _behind_sides(units, first, last)
    if verb is None:
        return first
    i = verb + 1
    if units[verb].lower in AGREEING:
        while i < last and units[i].lower in {"themselves", "also"}:
            i += 1
        if units[i].lower not in {"to", "on", "upon", "that"}:
            return first
        i += 1
    while i < last and units[i].lower in SMALL | {"that", "countries", "nations", "'s", "’", "'"}:
        i += 1
    return i if i < last and units[i].kind != MARK else first


def _behind_sides(units: tuple[Unit, ...], first: int, last: int) -> int | None:
    """Return the verb of agreeing behind the names of both sides, or that begins the clause."""
    i, names = first, 0
    while i < last and (units[i].kind == "country" or units[i].lower in SIDES | words()["pair"] | {"also"}):
        names += units[i].kind == "country"
        i += 1
    front = {unit.lower for unit in units[first:i]}
    all_of_them = names >= 2 or front & ({"they", "both"} | words()["pair"]) or i == first
    return i if all_of_them and units[i].lower in AGREEING | CONFIRMING else None


def bound_to(sentence: Sentence, verb: int) -> int | None:
    """Return where begins what an agreement commits somebody to ("commits both to a truce", "to keep the peace")."""
    units, tree = sentence.units, sentence.tree
    if units[verb].lower not in BINDING:
        return None
    for k in range(verb + 1, min(len(units) - 2, verb + BOUND_WITHIN)):
        if units[k].kind == MARK and units[k].text not in {",", "-"}:
            return None
        if units[k].lower == "to" and (tree[k].head == verb or tree[tree[k].head].head == verb):
            first = k + 1
            while first < len(units) - 1 and (units[first].lower in SMALL or units[first].text in QUOTING):
                first += 1
            return first if units[first].kind == WORD else None
    return None
