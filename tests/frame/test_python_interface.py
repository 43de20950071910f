"""`import pipeline`: records for a text, data frames for folders."""

from __future__ import annotations

import doctest
import subprocess
import sys

import pandas as pd
import pytest

import pipeline
from pipeline.errors import AccordsError


def test_extract_returns_records():
    text = "Peru and Chile signed the Treaty of Lima on June 3, 1929."
    extraction = pipeline.extract(text)
    (date,) = extraction.dates
    (account,) = extraction.accounts
    assert text[date.start : date.end] == date.text == "June 3, 1929"
    assert (date.value, account.type, account.date, account.parties) == (
        "1929-06-03",
        "treaty",
        "1929-06-03",
        ("CL", "PE"),
    )
    assert account.account_id
    assert account.agreement_id


def test_extract_resolves_against_the_publication():
    assert [date.value for date in pipeline.extract("It was signed last year.", published="2001-05-02").dates] == [
        "2000"
    ]


@pytest.mark.parametrize("text", ["", " \n", "\r\n\r\n\r\n", "No facts."], ids=["empty", "blank", "lines", "nothing"])
def test_extract_of_nothing(text):
    extraction = pipeline.extract(text)
    assert (extraction.dates, extraction.organizations, extraction.accounts) == ((), (), ())


def test_extract_refuses_a_date_that_is_none():
    with pytest.raises(AccordsError, match="published: 'May' is no date"):
        pipeline.extract("A text.", published="May")


def test_run_returns_data_frames(texts, tmp_path):
    tables = pipeline.run(texts)
    assert list(tables) == ["documents", "dates", "organizations", "accounts", "agreements", "evidence", "issues"]
    assert len(tables) == 7
    dates = tables["dates"]
    assert list(dates["value"]) == ["1929-06-03", "1929-07"]
    assert dates["start"].dtype == pd.Int64Dtype()
    with pytest.raises(KeyError):
        tables["nothing"]
    tables.write(tmp_path / "out")
    written = pd.read_csv(tmp_path / "out" / "dates.csv", dtype=str, keep_default_na=False)
    assert list(written["value"]) == list(dates["value"])


def test_run_takes_several_paths(texts, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Other.", encoding="utf-8")
    assert list(pipeline.run([texts, str(other)])["documents"]["document"]) == ["good", "other"]


def test_examples_of_the_documentation_hold():
    assert doctest.testmod(pipeline).failed == 0


def test_import_is_cheap():
    code = "import sys, pipeline; sys.exit({'spacy', 'pandas', 'pydantic'} & set(sys.modules) != set())"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
