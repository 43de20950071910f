"""Records that contradict their text or the schema are refused document by document."""

from __future__ import annotations

from dataclasses import replace

import pytest

import pipeline
from pipeline.records import Extraction
from pipeline.tables import check_extraction

TEXT = "Peru and Chile signed the Treaty of Lima on June 3, 1929."


@pytest.fixture(scope="module")
def right() -> Extraction:
    return pipeline.extract(TEXT)


def test_what_was_extracted_is_accepted(right):
    check_extraction(right)


def test_mention_of_another_text(right):
    other = replace(right, source=replace(right.source, text=f" {TEXT}"))
    with pytest.raises(ValueError, match=r"'June 3, 1929' at 44:56 by rule .* is ' June 3, 192' in the text"):
        check_extraction(other)


def test_mention_told_twice(right):
    with pytest.raises(ValueError, match="two date mentions at 44:56"):
        check_extraction(replace(right, dates=right.dates * 2))


def test_account_told_twice(right):
    with pytest.raises(ValueError, match="two accounts have the id"):
        check_extraction(replace(right, accounts=right.accounts * 2))


@pytest.mark.parametrize(("field", "value"), [("type", "pact"), ("status", "done"), ("date", "May"), ("count", "some")])
def test_cell_outside_the_schema(right, field, value):
    accounts = tuple(replace(account, **{field: value}) for account in right.accounts)
    with pytest.raises(ValueError, match=value):
        check_extraction(replace(right, accounts=accounts))
