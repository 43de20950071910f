"""Instruments that a text only knows by an abbreviation: "signed the USMCA", "NAFTA", "CEPA, which was ratified"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.agreements.aliases import is_numeral
from pipeline.agreements.lexicon import (
    Head,
    Instrument,
    find_heads,
    instrument,
    instruments,
    steps_of,
    words,
)
from pipeline.agreements.syntax import CLEAR_STEPS
from pipeline.agreements.units import MARK, WORD, Sentence, Unit

ACRONYM = re.compile(r"[A-Z]{3,}[A-Z0-9+&-]*")
LEADING = frozenset("a an the its their this that new".split())


def acronyms(rows: Sequence[Sentence]) -> dict[str, Head]:
    """Return the instruments of a text that are named by an abbreviation alone, by that abbreviation.

    Some are known (instruments.toml); others show it by what is done with them: one signs, ratifies and initials
    instruments only.
    """
    found: dict[str, Head] = {}
    for row in rows:
        if row.is_heading and all(unit.text.isupper() for unit in row.units if unit.kind == WORD):
            continue
        for i, rule in _told(row):
            found.setdefault(row.units[i].text, Head(i, i, rule, plural=False))
    return found


def _told(row: Sentence) -> Iterator[tuple[int, Instrument]]:
    """Yield the units that abbreviate an instrument, each with its class."""
    known = _known()
    for i, unit in enumerate(row.units):
        if not unit.text.isupper() or unit.kind != WORD or not ACRONYM.fullmatch(unit.text) or find_heads((unit,)):
            continue
        if unit.text in known:
            yield i, known[unit.text]
        elif _is_signed(row, i):
            yield i, instrument("agreement")


@lru_cache(maxsize=1)
def _known() -> dict[str, Instrument]:
    return {text: rule for rule in instruments() for text in rule.abbreviations}


def _is_signed(row: Sentence, i: int) -> bool:
    """Tell whether the abbreviation is what somebody signs, or what was signed, ratified or brought into force."""
    units = row.units
    opens = i - 1
    while opens > 0 and units[opens].lower in LEADING:
        opens -= 1
    behind = i + 2 if units[i + 1 : i + 2] and is_numeral(units[i + 1]) else i + 1
    while behind < len(units) and (units[behind].kind == "country" or units[behind].lower in PASSED):
        behind += 1
    for word in steps_of(row):
        if word.step.id not in CLEAR_STEPS:
            continue
        is_passive = word.step.role == "subject" or any(unit.lower in words()["be"] for unit in units[i + 1 : behind])
        if word.last == opens and word.form in {"past", "base", "gerund"} and word.step.role == "object":
            return i + 1 >= len(units) or not units[i + 1].is_capitalized
        if word.first == behind and word.form in {"past", "base"} and is_passive:
            return _is_subject(units, i, opens, behind)
    return False


def _is_subject(units: tuple[Unit, ...], i: int, opens: int, behind: int) -> bool:
    """Tell whether the abbreviation is what the verb behind is about, not part of a name or of what another is for.

    "A contract for units of the Lima NPP was signed" says nothing of the plant.
    """
    if any(unit.lower == "which" for unit in units[i + 1 : behind]):
        return not units[i - 1].is_capitalized
    if i and units[i - 1].kind != MARK and units[i - 1].lower not in LEADING | {"and"}:
        return False
    return opens < 0 or units[opens].lower not in words()["prepositions"]


PASSED = frozenset(", which that was were is are has have had been be will to also then between and with the".split())
