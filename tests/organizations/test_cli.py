"""`accords organizations` on a text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.cli import main

TEXT = "The Chilean Navy signed a contract with Airbus in Lima."


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as exit_info:
        main(arguments)
    captured = capsys.readouterr()
    return int(exit_info.value.code or 0), captured.out, captured.err


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_prints_a_table_with_the_rules(text_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, printed, _ = run(["organizations", str(text_file)], capsys)
    assert status == 0
    rows = [line.split() for line in printed.splitlines()]
    assert rows[0][:4] == ["start", "end", "kind", "text"]
    assert [row[-1] for row in rows[1:]] == ["service-branch", "arms-and-aviation-company"]


def test_prints_json_of_all_names(text_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, printed, _ = run(["organizations", str(text_file), "--kind", "all", "--json"], capsys)
    assert status == 0
    mentions = [json.loads(line) for line in printed.splitlines()]
    assert [(one["kind"], TEXT[one["start"] : one["end"]]) for one in mentions] == [
        ("organization", "Chilean Navy"),
        ("organization", "Airbus"),
        ("place", "Lima"),
    ]


def test_a_missing_file_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, said = run(["organizations", str(tmp_path / "none.txt")], capsys)
    assert status == 2
    assert "none.txt" in said
