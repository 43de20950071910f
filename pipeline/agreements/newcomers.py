"""Organizations that nobody else has found, by where they come from: "Planex Foods from Peru", "Kenya's KenGen"."""

from __future__ import annotations

from pipeline.agreements.standing import ENVOYS, MANAGERS, Actor, is_state
from pipeline.agreements.units import Unit
from pipeline.records import Span


def owned_newcomer(units: tuple[Unit, ...], i: int) -> Actor | None:
    """Return the organization that nobody else has found behind the state whose it is ("Kenya's KenGen")."""
    if units[i].kind != "country" or [unit.lower for unit in units[i + 1 : i + 2]] not in (["'s"], ["'"]):
        return None
    name = units[i + 2] if i + 2 < len(units) else units[i]
    capitals = sum(letter.isupper() for letter in name.text)
    if not _is_word_of_name(name) or capitals < CAPITALS:
        return None  # "Kenya's Ruto": a person as likely
    return Actor(name.text, Span(name.start, name.end))


OWNED = 3  # units of such a state and organization: "Kenya", "'s", "KenGen"
CAPITALS = 2  # letters of the name of a firm that nothing else shows to be one: "KenGen", "CMC"


def newcomer(units: tuple[Unit, ...], i: int) -> Actor | None:
    """Return the organization that nobody else has found, if the state that it comes from ends its name.

    "Between Planex Foods from Peru and Boeing": unit `i` is the first word of "Planex Foods".
    """
    last = i
    while last < len(units) and _is_word_of_name(units[last]):
        last += 1
    if last == i or _home(units, last - 1) is None:
        return None
    return Actor(" ".join(unit.text for unit in units[i:last]), Span(units[i].start, units[last - 1].end))


def behind_home(units: tuple[Unit, ...], i: int, actor: Actor) -> int:
    """Return the unit behind the name of an organization that begins at unit `i`, and where it comes from."""
    last = next((k for k in range(i, len(units)) if units[k].end == actor.span.end), i)
    return i if is_state(actor.party) else (_home(units, last) or last) + 1


def _home(units: tuple[Unit, ...], i: int) -> int | None:
    """Return the unit of the state that somebody comes from by what stands behind the name ("Planex from Peru")."""
    article = [unit.lower for unit in units[i + 1 : i + 3]] == ["from", "the"]
    behind = i + 3 if article else i + 2
    if behind >= len(units) or units[i + 1].lower != "from" or units[behind].kind not in {"country", "place"}:
        return None
    return behind


def _is_word_of_name(unit: Unit) -> bool:
    """Tell whether a word can belong to the name of an organization: a capital, and no office or envoy."""
    return unit.kind == "word" and unit.is_capitalized and unit.lower not in ENVOYS | MANAGERS
