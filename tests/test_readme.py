"""What the README says is so: its figures are the kept ones, its commands exist, its example runs.

`python -m tests.test_readme` writes the table of scores into the README.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

from typer.testing import CliRunner

import pipeline
from pipeline.cli.app import app

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TABLE = re.compile(r"(?<=<!-- scores: accords check -->\n).*?(?=<!-- end of scores -->)", re.DOTALL)
ROWS = {
    "dates, exact characters and value": "dates: span+value",
    "organizations, exact characters and name": "organizations: span+name",
    "agreements found": "agreements: found",
    "agreements, core": "agreements: core",
    "agreements, record": "agreements: record",
}


def scores_table() -> str:
    """The table of the README, from the scores kept beside the labels: the project's own, and those of real texts."""
    folders = {"own": ROOT / "tests" / "labels", "real": ROOT / "tests" / "labels" / "shared"}
    kept = {name: json.loads((folder / "scores.json").read_text(encoding="utf-8")) for name, folder in folders.items()}
    parts = {"worked on": "tuned", "held out": "held_out"}
    columns = [(name, part) for name in folders for part in parts]
    heads = [f"{name} texts, {part}" for name, part in columns]
    lines = [f"| F1 (right of labelled) | {' | '.join(heads)} |", "| --- " * (len(heads) + 1) + "|"]
    for title, key in ROWS.items():
        scores = [kept[name][parts[part]][key] for name, part in columns]
        cells = [f"{score['f1']:.3f} ({_count(score)})" for score in scores]
        lines.append(f"| {title} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _count(score: dict[str, float]) -> str:
    return f"{score['right']:g} of {score['expected']:g}"


def test_scores_are_the_kept_ones() -> None:
    found = TABLE.search(README.read_text(encoding="utf-8"))
    assert found is not None
    assert found[0] == scores_table(), "run: python -m tests.test_readme"


def test_rows_of_the_result_are_those_of_the_output() -> None:
    with (ROOT / "output" / "agreements.csv").open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    text = README.read_text(encoding="utf-8")
    header, _, *rows = [line for line in text.splitlines() if line.startswith("|")][:7]
    columns = [cell.strip() for cell in header.strip("|").split("|")]
    assert columns[0] == "type"
    for row in rows:
        cells = dict(zip(columns, (cell.strip() for cell in row.strip("|").split("|")), strict=True))
        assert cells in [{column: line[column] for column in columns} for line in written], row


def test_commands_exist() -> None:
    text = README.read_text(encoding="utf-8")
    named = set(re.findall(r"^    accords (\w+)", text, re.MULTILINE))
    assert named == {"run", "dates", "organizations", "check"}
    for command in named:
        assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0


def test_python_example_runs() -> None:
    extraction = pipeline.extract("Peru and Chile signed a treaty in Lima on June 3, 1929.")
    assert [(account.date, account.parties) for account in extraction.accounts] == [("1929-06-03", ("CL", "PE"))]


if __name__ == "__main__":
    README.write_text(TABLE.sub(scores_table(), README.read_text(encoding="utf-8")), encoding="utf-8")
