"""datapackage.json describes every table, and the frictionless command accepts it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import frictionless
import pytest

from pipeline.tables import TABLES, Provenance, files
from pipeline.vocabulary import AGREEMENT_STATUSES, AGREEMENT_TYPES


@pytest.fixture
def result(accords, texts, tmp_path) -> Path:
    (texts / "bad.txt").write_bytes(b"")
    accords("run", texts, "raw", "-o", tmp_path / "out", "-q")
    return tmp_path / "out"


def test_frictionless_accepts_a_result(result):
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    checked = subprocess.run(command, cwd=result, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


BREAKS = {
    "unknown type of agreement": ("agreements.csv", b",treaty,", b",tready,"),
    "dangling foreign key": ("dates.csv", b"venezuela,", b"elsewhere,"),
    "renamed column": ("issues.csv", b"code", b"kind"),
    "date that is none": ("dates.csv", b",1945-03-14,", b",14 March,"),
}


@pytest.mark.parametrize(("name", "old", "new"), BREAKS.values(), ids=BREAKS)
def test_frictionless_refuses_a_broken_result(result, name, old, new):
    data = (result / name).read_bytes()
    assert old in data
    (result / name).write_bytes(data.replace(old, new))
    assert not frictionless.validate(result / "datapackage.json").valid


def test_every_column_is_described(result):
    package = json.loads((result / "datapackage.json").read_text(encoding="utf-8"))
    fields = [field for resource in package["resources"] for field in resource["schema"]["fields"]]
    assert all(field["description"] and field["type"] for field in fields)
    vocabularies = {
        field["name"]: field["constraints"]["enum"] for field in fields if "enum" in field.get("constraints", ())
    }
    assert vocabularies["type"] == list(AGREEMENT_TYPES)
    assert vocabularies["status"] == list(AGREEMENT_STATUSES)


EMPTY = {table.name: [] for table in TABLES}
ID = "0123456789ab"
WRONG_ROWS = {
    "cells": ({"issues": [("", None, None, "code")]}, "issues.csv row 1 has 4 cells for 5 columns"),
    "missing": ({"issues": [("", None, None, "", "message")]}, "issues.csv row 1, column code: '' is missing"),
    "vocabulary": ({"documents": [("a", "a", "", "", "", "", 1, "lost")]}, "column outcome: 'lost' is none of read"),
    "type": ({"documents": [("a", "a", "", "", "", "", "1", "read")]}, "column words: '1' is no integer"),
    "form": ({"documents": [("a", "a", "", "May", "", "", 1, "read")]}, "column published: 'May' is not of the form"),
    "range": ({"documents": [("a", "a", "", "", "", "", -1, "read")]}, "column words: -1 is below 0"),
    "primary key": ({"documents": [("a", "a", "", "", "", "", 1, "read")] * 2}, "two rows with the key ('a',)"),
    "foreign key": ({"issues": [("a", None, None, "code", "message")]}, "names a document 'a' that documents.csv"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "message"), WRONG_ROWS.values(), ids=WRONG_ROWS)
def test_rows_that_break_the_schema_are_never_written(rows, message):
    with pytest.raises(ValueError, match="csv") as raised:
        files(EMPTY | rows, Provenance("blank", "0"))
    assert message in str(raised.value)
