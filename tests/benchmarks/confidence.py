"""Hold the column `confidence` against labels: of the rows at 0.7, are seven in ten right?

    python -m tests.benchmarks.confidence [--update] [--labels DIR ...]

A row is right if it is an agreement and its type, status, date and parties are. With --update, the weights of what
decides it (pipeline/agreements/confidence.py) are learned anew on the labels that rules were written from: those of
tests/labels, tests/labels/shared and ../shared/gold that are not held out. The level is set on the labels of
tests/labels/shared that are held out, from which no rule was written; those of tests/labels are only measured.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import numpy as np

from pipeline.agreements.confidence import CELLS, FILE, features, model, score
from pipeline.agreements.lexicon import RULES
from pipeline.check import Judged
from pipeline.cli.check import compare_folder
from pipeline.language.load import NAME

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "tests" / "labels"
REAL = LABELS / "shared"  # labels of texts that stand beside the project
GOLD = ROOT.parent / "shared" / "gold"
EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 1.01)
RIDGE = 3.0  # the weight of a feature that few rows have is drawn towards 0
LOOSE = 0.1  # the same for the two numbers of the level
STEPS = 30  # of Newton's method; it converges in fewer
SEEN = 3  # rows that must have a feature for it to be weighed

Parts = dict[str, list[Judged]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="learn the weights and the level anew")
    parser.add_argument("--labels", type=Path, nargs="*", default=[LABELS], metavar="DIR")
    arguments = parser.parse_args()
    if arguments.update:
        if not GOLD.is_dir():
            print(f"{GOLD.parent}: the texts that the level is set on are not here", file=sys.stderr)
            return 2
        learn(judged([LABELS, REAL, GOLD])["tuned"], judged([REAL])["held_out"])
        print("kept; run again to see the curve")
        return 0
    print("\n".join(curve(judged(arguments.labels))))
    return 0


def judged(folders: list[Path]) -> Parts:
    """Return the rows that a run finds in labelled texts, with a verdict, by part of the labels."""
    parts: Parts = defaultdict(list)
    for folder in folders:
        for part, comparisons in compare_folder(folder, [], NAME, quiet=True).items():
            parts[part] += [one for comparison in comparisons for one in comparison.judged]
    return parts


def is_right(row: Judged) -> bool:
    """Tell whether a row is an agreement whose type, status, date and parties are right."""
    return row.right is not None and set(CELLS) <= row.right


def learn(rows: list[Judged], unseen: list[Judged]) -> None:
    """Write the weights that tell right rows from others, and the level that fits rows of texts not worked on."""
    described = [features(row.account) for row in rows]
    count: dict[str, int] = defaultdict(int)
    for one in described:
        for name, value in one.items():
            count[name] += value > 0
    names = sorted(name for name, seen in count.items() if seen >= SEEN)
    weights = regression(np.array([[one.get(name, 0.0) for name in names] for one in described]), rows, RIDGE)
    known = dict(zip(names, weights, strict=True))
    slope, intercept = regression(np.array([[score(known, row.account), 1.0] for row in unseen]), unseen, LOOSE)
    lines = [
        "# What makes a row likely to be right: weights of a logistic regression, and the level, by which",
        "# confidence = 1 / (1 + exp(-(intercept + slope * sum of weights))).",
        "# Written by python -m tests.benchmarks.confidence --update.",
        "[weights]",
        *(f'"{name}" = {weight:.3f}' for name, weight in known.items()),
        "",
        "[level]",
        f"slope = {slope:.3f}",
        f"intercept = {intercept:.3f}",
    ]
    Path(str(RULES / FILE)).write_text("\n".join(lines) + "\n", encoding="utf-8")
    model.cache_clear()


def regression(table: np.ndarray, rows: list[Judged], ridge: float) -> np.ndarray:
    """Return the weights of a ridge logistic regression of “the row is right” on a table (rows, features).

    By Newton's method (iteratively reweighted least squares; McCullagh and Nelder, Generalized Linear Models).
    """
    right = np.array([is_right(row) for row in rows], dtype=float)
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-table @ weights))
        gradient = table.T @ (right - share) - ridge * weights
        bend = (table * (share * (1 - share))[:, None]).T @ table + ridge * np.eye(table.shape[1])
        weights = weights + np.linalg.solve(bend, gradient)
    return weights


def curve(parts: Parts) -> list[str]:
    """Return a table: bins of confidence, rows in each, and the share of them that is right."""
    lines = ["| confidence | " + " | ".join(f"{part}: rows | right" for part in parts) + " |"]
    lines.append("| --- " * (1 + 2 * len(parts)) + "|")
    for low, high in pairwise(EDGES):
        cells = [f"{low:.1f} to {min(high, 1.0):.1f}"]
        for rows in parts.values():
            inside = [row for row in rows if low <= row.account.confidence < high]
            right = [row for row in inside if is_right(row)]
            cells += [str(len(inside)), f"{len(right) / len(inside):.2f}" if inside else "–"]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


if __name__ == "__main__":
    sys.exit(main())
