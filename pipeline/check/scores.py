"""Counts and the scores made of them, and the file that keeps the scores of the committed labels."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import LabelError

SCORES_FILE = "scores.json"
# Every measure, in the order in which it is reported: layer, and the field or combination of fields.
MEASURES = (
    ("dates", "span"), ("dates", "span+value"),
    ("organizations", "span"), ("organizations", "span+name"),
    ("agreements", "found"), ("agreements", "quote"),
    ("agreements", "type"), ("agreements", "name"), ("agreements", "status"), ("agreements", "date"),
    ("agreements", "parties"), ("agreements", "place"), ("agreements", "subject"), ("agreements", "subject overlap"),
    ("agreements", "count"), ("agreements", "core"), ("agreements", "record"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """How many labels were expected, how many rows found, and how many of them are right.

    `right` is a sum of shares, not a count, for the measure "subject overlap" only.
    """

    expected: int = 0
    found: int = 0
    right: float = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.expected + other.expected, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float | None:
        """The share of the rows that are right; None without rows."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of the labels that are right; None without labels."""
        return self.right / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there is nothing on either side."""
        total = self.expected + self.found
        return 2 * self.right / total if total else None


class Scores(dict[tuple[str, str], Tally]):
    """A tally for every measure."""

    @classmethod
    def total(cls, many: Iterable[Scores]) -> Self:
        """Add the tallies of several documents."""
        result = cls({measure: Tally() for measure in MEASURES})
        for scores in many:
            for measure, tally in scores.items():
                result[measure] += tally
        return result

    def as_dict(self) -> dict[str, dict[str, Any]]:
        """Return the scores as JSON holds them: by "layer: field", rounded to four places."""
        return {f"{layer}: {field}": _tally_as_dict(self[layer, field]) for layer, field in MEASURES}


class _Kept(BaseModel):
    """A line of the scores file."""

    model_config = ConfigDict(extra="forbid")

    expected: int
    found: int
    right: float
    precision: float | None
    recall: float | None
    f1: float | None


class _ScoresFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    tuned: dict[str, _Kept]
    held_out: dict[str, _Kept]


def write_scores(folder: Path, groups: dict[str, Scores]) -> Path:
    """Keep the scores of `tuned` and `held_out` documents in the folder of the labels. Returns the file's path."""
    path = folder / SCORES_FILE
    lines = []
    for group, scores in groups.items():
        measures = ",\n".join(f"  {json.dumps(name)}: {json.dumps(kept)}" for name, kept in scores.as_dict().items())
        lines.append(f' "{group}": {{\n{measures}\n }}')
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    return path


def read_scores(folder: Path) -> dict[str, dict[str, dict[str, Any]]] | None:
    """Return the kept scores by group and measure, None where the folder keeps none. Raises LabelError."""
    path = folder / SCORES_FILE
    if not path.is_file():
        return None
    try:
        return _ScoresFile.model_validate_json(path.read_text(encoding="utf-8")).model_dump()
    except (ValidationError, UnicodeDecodeError) as error:
        remedy = "Write it anew with accords check --update."
        raise LabelError("not a file of scores", path=path, remedy=remedy) from error


def score_differences(kept: dict[str, dict[str, dict[str, Any]]], groups: dict[str, Scores]) -> list[str]:
    """Say where the scores differ from the kept ones, one sentence each: "fell", "rose", or other counts."""
    differences = []
    for group, scores in groups.items():
        for measure, now in scores.as_dict().items():
            before = kept[group].get(measure, {})
            if now == before:
                continue
            old, new = before.get("f1") or 0.0, now["f1"] or 0.0
            change = "fell" if new < old else "rose" if new > old else "counts others"
            counts = " → ".join(_counts(one) for one in (before, now))
            differences.append(f"{group}: {measure} {change}: F1 {old:.4f} → {new:.4f} ({counts})")
    return differences


def _counts(kept: dict[str, Any]) -> str:
    return f"{kept.get('right', 0):g} right of {kept.get('expected', 0)}, {kept.get('found', 0)} found"


def _tally_as_dict(tally: Tally) -> dict[str, Any]:
    shares = {name: getattr(tally, name) for name in ("precision", "recall", "f1")}
    rounded = {name: None if share is None else round(share, 4) for name, share in shares.items()}
    right = int(tally.right) if tally.right == int(tally.right) else round(tally.right, 4)
    return {"expected": tally.expected, "found": tally.found, "right": right, **rounded}
