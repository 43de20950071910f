"""Hold the column `confidence` against labels: of the rows at 0.9, are nine in ten right?

    python -m tests.benchmarks.confidence [--update] [--labels DIR ...]

A row is right if it is an agreement and its type, status, date and parties are. With --update, how often each rule was
right is counted anew on the labels of tests/labels that are worked on, and kept in
pipeline/agreements/rules/reliability.toml; held-out labels are only measured.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

from pipeline.agreements.lexicon import RULES
from pipeline.check import Judged
from pipeline.cli.check import compare_folder

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "tests" / "labels"
FIELDS = ("type", "status", "date", "parties")
EDGES = (0.0, 0.6, 0.7, 0.8, 0.9, 1.01)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="keep the counts of the rules")
    parser.add_argument("--labels", type=Path, nargs="*", default=[LABELS], metavar="DIR")
    arguments = parser.parse_args()
    judged: dict[str, list[Judged]] = defaultdict(list)
    for folder in arguments.labels:
        for part, comparisons in compare_folder(folder, [], "blank", quiet=True).items():
            judged[part] += [one for comparison in comparisons for one in comparison.judged]
    if arguments.update:
        Path(str(RULES / "reliability.toml")).write_text(counts(judged["tuned"]), encoding="utf-8")
        print("kept; run again to see the curve")
        return 0
    print("\n".join(curve({part: rows for part, rows in judged.items() if rows})))
    return 0


def counts(rows: list[Judged]) -> str:
    """Return the rule file: for each rule, the cells that were right and those it decided."""
    decided: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        decided["row"][0] += row.right is not None
        decided["row"][1] += 1
        for field in FIELDS if row.right is not None else ():
            chosen = (c.rule for c in row.account.claims if c.field == field and c.decision == "chosen")
            tally = decided[next(chosen, f"{field}-empty")]
            tally[0] += field in row.right
            tally[1] += 1
    lines = [f'"{rule}" = [{right}, {of}]' for rule, (right, of) in sorted(decided.items())]
    head = (
        "# How often the cells that a rule decided were right on the labels that are worked on: [right, decided].\n"
        "# `row` counts rows that are agreements at all, `FIELD-empty` cells left empty.\n"
        "# Written by python -m tests.benchmarks.confidence --update.\n"
    )
    return f"{head}[reliability]\n" + "\n".join(lines) + "\n"


def curve(judged: dict[str, list[Judged]]) -> list[str]:
    """Return a table: bins of confidence, rows in each, and the share of them that is right."""
    lines = ["| confidence | " + " | ".join(f"{part}: rows | right" for part in judged) + " |"]
    lines.append("| --- " * (1 + 2 * len(judged)) + "|")
    for low, high in pairwise(EDGES):
        cells = [f"{low:.1f} to {min(high, 1.0):.1f}"]
        for rows in judged.values():
            inside = [row for row in rows if low <= row.account.confidence < high]
            right = [row for row in inside if row.right is not None and set(FIELDS) <= row.right]
            cells += [str(len(inside)), f"{len(right) / len(inside):.2f}" if inside else "–"]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


if __name__ == "__main__":
    sys.exit(main())
