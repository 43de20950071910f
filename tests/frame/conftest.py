from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.cli import main

TREATY = "Peru and Chile signed the Treaty of Lima in Lima on June 3, 1929. It was ratified the same year in July.\n"


ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run where `raw/` and `tests/labels` are, whatever folder pytest was called in."""
    monkeypatch.chdir(ROOT)


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str


Accords = Callable[..., Outcome]


@pytest.fixture
def accords(capsys: pytest.CaptureFixture[str]) -> Accords:
    """Run the command line as a person does, and return its exit status and what it printed."""

    def run(*arguments: str | Path) -> Outcome:
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Outcome(int(left.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with one good text."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "good.txt").write_text(TREATY, encoding="utf-8")
    return folder


@pytest.fixture
def table() -> Callable[[Path], list[dict[str, str]]]:
    """Read a table of a result."""

    def read(path: Path) -> list[dict[str, str]]:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return read
