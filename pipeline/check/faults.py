"""What went wrong at one place of a labelled text, and why."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """An error of the extraction, at one place of the text.

    `line` and `column` count from 1; `quote` is the text there; `rule` what produced the wrong cell ("" where
    nothing was found); `label_line` the line of the label file ("" side: 0 for a row without a label).
    """

    document: str
    path: Path
    line: int
    column: int
    layer: str
    field: str
    cause: str
    quote: str
    expected: str
    got: str
    rule: str
    label_line: int = 0


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of the character at `offset`."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def cell_cause(field: str, expected: str, got: str, other_dates: frozenset[str]) -> str:
    """Name why a cell is wrong. `other_dates` are the values that the text's dates have."""
    if field == "parties":
        return _party_cause(set(filter(None, expected.split(";"))), set(filter(None, got.split(";"))))
    if not got:
        return f"{field} missing"
    if not expected:
        return f"{field} where the text gives none"
    if field == "date":
        return "date attached wrongly" if got in other_dates else "date read wrongly"
    return f"wrong {field}"


def _party_cause(expected: set[str], got: set[str]) -> str:
    missing, extra = expected - got, got - expected
    if missing and extra:
        return "wrong party"
    many = len(missing | extra) > 1
    if missing:
        return "parties missing" if many else "party missing"
    return "parties too many" if many else "party too many"
