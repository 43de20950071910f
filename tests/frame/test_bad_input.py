"""What is wrong with an input is said with file, place and remedy; what is right goes through."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

FAILING = {
    "empty": (b"", "the file is empty"),
    "blank": (b" \n\t\n", "the file is empty"),
    "binary": (bytes(range(256)) * 8, "binary file"),
    "image": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(255, 0, -1)), "binary file"),
    "control characters": (b"A treaty \x07 was signed.", "line 1: not a text: control character U+0007"),
    "damaged utf-8": ("Côte d’Ivoire\nSão Tomé ".encode() + b"\xff.", "line 2: byte 0xff at offset 28 is not valid"),
    "odd utf-16": (b"\xff\xfea\x00b", "is not valid UTF-16"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "message"), FAILING.values(), ids=FAILING)
def test_unreadable_document_fails_and_the_others_go_through(accords, texts, tmp_path, table, data, message):
    (texts / "bad.txt").write_bytes(data)
    outcome = accords("run", texts, "-o", tmp_path / "out")
    assert outcome.status == 1
    assert "error: bad.txt: " in outcome.err
    assert message in outcome.err
    assert "Traceback" not in outcome.err
    outcomes = {row["document"]: row["outcome"] for row in table(tmp_path / "out" / "documents.csv")}
    assert outcomes == {"bad": "failed", "good": "read"}
    issue = next(row for row in table(tmp_path / "out" / "issues.csv") if row["document"] == "bad")
    assert issue["code"] == "unreadable"
    assert message in issue["message"]


def test_large_file_is_refused_without_being_read(accords, texts, tmp_path, monkeypatch):
    with (texts / "large.txt").open("wb") as file:
        file.truncate(100_000_000)
    monkeypatch.setattr(Path, "read_bytes", _only_small_files)
    outcome = accords("run", texts, "-o", tmp_path / "out")
    assert outcome.status == 1
    assert "large.txt: 100.0 MB is more than the limit of 2 MB" in outcome.err
    assert "--max-size" in outcome.err


def _only_small_files(path: Path) -> bytes:
    assert path.stat().st_size < 1_000_000
    with path.open("rb") as file:
        return file.read()


def test_limit_of_size_can_be_set(accords, texts, tmp_path):
    assert accords("run", texts, "-o", tmp_path / "out", "--max-size", "0.0001").status == 1
    assert accords("run", texts, "-o", tmp_path / "out", "--max-size", "0.001").status == 0


def test_file_without_read_permission(accords, texts, tmp_path, monkeypatch):
    (texts / "secret.txt").write_text("Secret.", encoding="utf-8")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:  # the superuser, who may run these tests, can read everything
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    outcome = accords("run", texts, "-o", tmp_path / "out")
    assert outcome.status == 1
    assert "secret.txt: no permission to read the file. Give yourself permission" in outcome.err


def test_folder_without_read_permission(accords, texts, tmp_path, monkeypatch):
    (texts / "closed").mkdir()
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    outcome = accords("run", texts, "-o", tmp_path / "out")
    assert outcome.status == 1
    assert "closed: the folder cannot be read" in outcome.err


def test_other_files_are_named_not_dropped(accords, texts, tmp_path, table):
    (texts / "page.pdf").write_bytes(b"%PDF")
    (texts / ".hidden.txt").write_text("Hidden.", encoding="utf-8")
    assert accords("run", texts, "-o", tmp_path / "out").status == 0
    messages = [row["message"] for row in table(tmp_path / "out" / "issues.csv") if row["code"] == "passed-over"]
    assert messages == ["page.pdf: passed over: texts have the suffix .txt or .text"]


WRONG_USE = {
    "missing folder": (["run", "{tmp}/nowhere", "-o", "{tmp}/out"], "nowhere: there is no such file or folder"),
    "empty folder": (["run", "{tmp}/empty", "-o", "{tmp}/out"], "empty: no texts there"),
    "output in input": (["run", "{tmp}/texts", "-o", "{tmp}/texts/out"], "lies in the input folder"),
    "output is a file": (["run", "{tmp}/texts", "-o", "{tmp}/file"], "file: the output folder cannot be written"),
    "output below a file": (["run", "{tmp}/texts", "-o", "{tmp}/file/out"], "cannot be written: not a directory"),
    "no output": (["run", "{tmp}/texts"], "Missing option '--output'"),
    "no input": (["run", "-o", "{tmp}/out"], "Missing argument"),
    "unknown command": (["frobnicate"], "No such command"),
    "unknown option": (["run", "{tmp}/texts", "--frobnicate"], "No such option"),
    "unknown model": (["run", "{tmp}/texts", "-o", "{tmp}/out", "--model", "xx_none"], "no installed spaCy pipeline"),
    "missing labels": (["check", "--labels", "{tmp}/nowhere"], "nowhere: there is no such folder"),
    "folder without labels": (["check", "--labels", "{tmp}/empty"], "holds no label files"),
    "unknown label file": (["check", "nothing"], "there is no label file nothing.yaml"),
}


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize(("arguments", "message"), WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use(accords, tmp_path, arguments, message):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("A file.", encoding="utf-8")
    outcome = accords(*(argument.format(tmp=tmp_path) for argument in arguments))
    assert outcome.status == 2
    assert message in outcome.err
    assert "Traceback" not in outcome.err
    assert not (tmp_path / "out").exists()


def test_two_documents_of_one_name(accords, texts, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "good.txt").write_text("Other.", encoding="utf-8")
    outcome = accords("run", texts, other, "-o", tmp_path / "out")
    assert outcome.status == 2
    assert "two documents would have the id 'good'" in outcome.err


def test_fault_of_ours_in_one_document_costs_only_that(accords, texts, tmp_path, table, monkeypatch):
    from pipeline import runner

    extract = runner.extract

    def fail(source, reader):
        if source.id == "good":
            raise KeyError("fault")
        return extract(source, reader)

    monkeypatch.setattr(runner, "extract", fail)
    (texts / "other.txt").write_text("Other.", encoding="utf-8")
    outcome = accords("run", texts, "-o", tmp_path / "out")
    assert outcome.status == 1
    assert "good.txt: internal error: KeyError: 'fault'. Please report it" in outcome.err
    assert [row["outcome"] for row in table(tmp_path / "out" / "documents.csv")] == ["failed", "read"]
