"""A result is written all or nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


@pytest.fixture
def output(accords, texts, tmp_path) -> Path:
    """A folder with a good result and a file of somebody else's."""
    folder = tmp_path / "output"
    assert accords("run", texts, "-o", folder).status == 0
    (folder / "notes.txt").write_text("Mine.", encoding="utf-8")
    (folder / "sub").mkdir()
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def test_result_replaces_ours_and_leaves_what_is_not(accords, texts, output):
    before = contents(output)
    (texts / "good.txt").write_text("Nothing here.", encoding="utf-8")
    assert accords("run", texts, "-o", output).status == 0
    after = contents(output)
    assert after["notes.txt"] == b"Mine."
    assert (output / "sub").is_dir()
    assert after["agreements.csv"] != before["agreements.csv"]
    assert set(after) == set(before)


@pytest.mark.parametrize("moved", range(0, 18, 5))
@pytest.mark.parametrize(
    "fault", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full disk", "^C"]
)
def test_fault_while_replacing_leaves_the_last_result(accords, texts, output, monkeypatch, moved, fault):
    before = contents(output)
    (texts / "good.txt").write_text("Nothing here.", encoding="utf-8")
    replace, calls = Path.replace, []

    def fail_once(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == moved + 1:
            raise fault
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail_once)
    outcome = accords("run", texts, "-o", output)
    assert outcome.status == (130 if isinstance(fault, KeyboardInterrupt) else 2)
    assert contents(output) == before
    assert not list(output.glob(".accords-*"))


def test_interruption_while_reading_leaves_the_last_result(accords, texts, output, monkeypatch):
    from pipeline import runner

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = contents(output)
    monkeypatch.setattr(runner, "extract", interrupt)
    outcome = accords("run", texts, "-o", output)
    assert (outcome.status, outcome.err) == (130, "error: interrupted\n")
    assert contents(output) == before
    assert not list(output.glob(".accords-*"))


def test_folder_made_for_nothing_goes(accords, texts, tmp_path, monkeypatch):
    from pipeline import runner

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(runner, "extract", interrupt)
    accords("run", texts, "-o", tmp_path / "new" / "deep")
    assert not (tmp_path / "new").exists()


def test_documents_csv_of_a_person_is_not_overwritten(accords, texts, tmp_path):
    (tmp_path / "documents.csv").write_text("path,title\na.txt,A\n", encoding="utf-8")
    outcome = accords("run", texts, "-o", tmp_path)
    assert outcome.status == 2
    assert "holds a documents.csv that no run wrote" in outcome.err


@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGKILL, -9), (signal.SIGTERM, 143)])
def test_killed_run_leaves_the_last_result(texts, output, number, status):
    before = contents(output)
    for copy in range(500):
        (texts / f"{copy}.txt").write_text((texts / "good.txt").read_text(encoding="utf-8"), encoding="utf-8")
    command = [sys.executable, "-m", "pipeline", "run", texts, "-o", output]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 30
    while not list(output.glob(".accords-*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.2)
    process.send_signal(number)
    _, said = process.communicate(timeout=30)
    assert process.returncode == status
    assert b"Traceback" not in said
    assert contents(output) == before
