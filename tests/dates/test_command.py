"""The command `accords dates`."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from pipeline.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main(["dates", *arguments])
    printed = capsys.readouterr()
    return int(left.value.code or 0), printed.out, printed.err


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "note.txt"
    path.write_text(
        "The pact of 14 May 1921 was renewed two years later. They met again last week.\n", encoding="utf-8"
    )
    return str(path)


def test_json_lines_quote_the_text_exactly(capsys: pytest.CaptureFixture[str], text: str) -> None:
    status, printed, said = run(capsys, text, "--json")
    rows = [json.loads(line) for line in printed.splitlines()]
    content = Path(text).read_text(encoding="utf-8")
    assert status == 0
    assert [(row["value"], row["precision"]) for row in rows] == [("1921-05-14", "day"), ("1923", "year")]
    assert all(content[row["start"] : row["end"]] == row["text"] for row in rows)
    assert "unresolved-date" in said
    assert "last week" in said


def test_table(capsys: pytest.CaptureFixture[str], text: str) -> None:
    _, printed, _ = run(capsys, text, "--published", "1999-06-16")
    lines = printed.splitlines()
    assert lines[0].split() == ["start", "end", "text", "value", "earliest", "latest", "precision", "rule"]
    assert len(lines) == 4
    assert "1999-06-07/1999-06-13" in lines[3]


def test_timex3(capsys: pytest.CaptureFixture[str], text: str) -> None:
    _, printed, _ = run(capsys, text, "--format", "timex3", "--reading", "news", "--published", "1999-06-16", "--json")
    assert [json.loads(line)["value"] for line in printed.splitlines()] == ["1921-05-14", "1923", "1999-W23"]


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Signed in 1999 in Malmö.".encode())))
    _, printed, _ = run(capsys, "-", "--json")
    assert json.loads(printed)["value"] == "1999"


@pytest.mark.parametrize(
    ("arguments", "status", "complaint"),
    [
        (["--published", "2014"], 2, "is no date such as"),
        (["--format", "iso"], 2, "iso"),
    ],
)
def test_wrong_use(
    capsys: pytest.CaptureFixture[str], text: str, arguments: list[str], status: int, complaint: str
) -> None:
    code, _, said = run(capsys, text, *arguments)
    assert code == status
    assert complaint in said


def test_a_missing_file(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, said = run(capsys, "no-such-file.txt")
    assert status == 2
    assert "no-such-file.txt" in said
