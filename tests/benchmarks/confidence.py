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

from pipeline.agreements import lexicon
from pipeline.agreements.claims import likelihood
from pipeline.agreements.lexicon import RULES
from pipeline.check import Judged
from pipeline.cli.check import compare_folder
from pipeline.language.load import NAME
from pipeline.records import Claim

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "tests" / "labels"
FIELDS = ("type", "status", "date", "parties")
BIN = 30  # rows; fewer say little
EDGES = (0.0, 0.6, 0.7, 0.8, 0.9, 1.01)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="keep the counts of the rules")
    parser.add_argument("--labels", type=Path, nargs="*", default=[LABELS], metavar="DIR")
    arguments = parser.parse_args()
    judged: dict[str, list[Judged]] = defaultdict(list)
    for folder in arguments.labels:
        for part, comparisons in compare_folder(folder, [], NAME, quiet=True).items():
            judged[part] += [one for comparison in comparisons for one in comparison.judged]
    if arguments.update:
        keep(judged["tuned"])
        print("kept; run again to see the curve")
        return 0
    print("\n".join(curve({part: rows for part, rows in judged.items() if rows})))
    return 0


def keep(rows: list[Judged]) -> None:
    """Write how often each rule was right, and, of the rows ranked by that, how many."""
    path = Path(str(RULES / "reliability.toml"))
    path.write_text(counts(rows), encoding="utf-8")
    lexicon.reliability.cache_clear()
    lexicon._reliability_counts.cache_clear()
    ranked = sorted((likelihood(by_field(row)), is_right(row)) for row in rows)
    steps = ", ".join(f"[{low:.3f}, {share:.3f}]" for low, share in rising_shares(ranked))
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n[calibration]\nsteps = [{steps}]\n")


def by_field(row: Judged) -> dict[str, list[Claim]]:
    """Return the claims of a row by field."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in row.account.claims:
        claims[claim.field].append(claim)
    return claims


def is_right(row: Judged) -> bool:
    """Tell whether a row is an agreement whose type, status, date and parties are right."""
    return row.right is not None and set(FIELDS) <= row.right


def rising_shares(ranked: list[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Return bins of ranked rows by their lowest rank, with the share that is right, which rises from bin to bin.

    Bins of BIN rows; neighbours whose shares fall are pooled (isotonic regression by pooling adjacent violators).
    """
    pools: list[list[float]] = []  # lowest rank, right, rows
    for start in range(0, len(ranked), BIN):
        rows = ranked[start : start + BIN]
        pools.append([rows[0][0], sum(right for _, right in rows), len(rows)])
        while len(pools) > 1 and pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]:
            _, right, count = pools.pop()
            pools[-1][1] += right
            pools[-1][2] += count
    return [(low, right / count) for low, right, count in pools]


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
            right = [row for row in inside if is_right(row)]
            cells += [str(len(inside)), f"{len(right) / len(inside):.2f}" if inside else "–"]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


if __name__ == "__main__":
    sys.exit(main())
