"""How many instruments a noun phrase speaks of: "five documents", "40-plus agreements", "a number of contracts"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.agreements.lexicon import words
from pipeline.agreements.units import Unit

NUMERALS = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=2,
    )
} | {"dozen": 12, "hundred": 100, "pair": 2, "both": 2}
NUMERALS |= {tens: 10 * n for n, tens in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), start=3)}
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")  # an ordinal in figures
AT_LEAST = frozenset("plus over exceeding than least upwards".split())
WINDOW = 6  # units in front of the noun phrase in which its number is looked for


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of instruments as the tables write it ("1", "17", "40+", "" for several), its units and rule."""

    value: str
    first: int | None
    rule: str


def counted(units: tuple[Unit, ...], first: int, plural: bool) -> Counted:
    """Return the number that stands in front of a noun phrase beginning at unit `first`."""
    if not plural:
        return Counted("1", None, "count-singular")
    window = _window(units, first)
    for i in reversed(window):
        number = _number(units[i])
        if number is None or _is_of_money(units, i):
            continue
        around = {unit.lower for unit in units[max(0, i - 3) : first]}
        at_least = bool(around & AT_LEAST) or "+" in units[i].text or "more" in around
        return Counted(f"{number}+" if at_least else str(number), i, "count-numeral")
    for i in reversed(window):
        if units[i].lower in words()["several"] or units[i].lower in words()["tens"]:
            return Counted("", i, "count-several")
    return Counted("", None, "count-plural")


# What stands between a verb and a number.
QUANTITIES = ("as many as", "no fewer than", "no less than", "close to")


def behind_quantity(units: tuple[Unit, ...], start: int) -> int:
    """Return the index behind "as many as" and its like at unit `start`, `start` itself if none stands there."""
    opening = " ".join(unit.lower for unit in units[start : start + 3])
    return start + max((len(phrase.split()) for phrase in QUANTITIES if opening.startswith(phrase)), default=0)


def _window(units: tuple[Unit, ...], first: int) -> range:
    """Return the units in front that still belong to the noun phrase: up to a verb, a mark or a preposition."""
    i = first - 1
    while i >= 0 and first - i <= WINDOW:
        unit = units[i]
        if unit.kind not in {"word", "mark"} or (unit.kind == "mark" and unit.text not in {"-", "–", "+"}):
            break
        if unit.lower in words()["prepositions"] - {"of", "over", "than", "around", "about"}:
            break
        if unit.lower in words()["auxiliaries"] or unit.lower in words()["pronouns"]:
            break
        if unit.lower == "of" and i > 0 and not _is_quantity(units[i - 1]):
            break  # "the two attended the signing of documents"
        i -= 1
    return range(i + 1, first)


def _is_of_money(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a number is of money ("$3 billion contracts")."""
    behind = units[i + 1].lower if i + 1 < len(units) else ""
    return (i > 0 and units[i - 1].text in "$€£¥") or behind in {"million", "billion", "trillion"}


def _is_quantity(unit: Unit) -> bool:
    """Tell whether a word counts what follows behind "of": "a total of", "dozens of", "a series of"."""
    counting = words()["several"] | words()["tens"]
    return unit.lower in AMOUNTS or unit.lower in counting or _number(unit) is not None


AMOUNTS = frozenset(
    "total number numbers series set package packet batch raft host slew range list string handful couple pair bundle "
    "array variety majority scores hundreds most some all record sum group excess".split()
)


def _number(unit: Unit) -> int | None:
    digits = unit.text.rstrip("+").replace(",", "")
    if digits.isdigit() and len(digits) <= 4:
        return int(digits)
    return NUMERALS.get(unit.lower)
