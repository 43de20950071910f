"""The negative corpus beside the rules: what only looks like a date."""

from __future__ import annotations

import pytest

from pipeline.dates.words import RULES
from pipeline.rules import load_toml
from tests.dates.texts import values

CASES = [
    pytest.param(text, case.get("finds", []), id=f"{case['why']}: {text[:40]}")
    for case in load_toml(RULES / "not_dates.toml")["case"]
    for text in case["texts"]
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_finds_nothing_else(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_the_corpus_is_large_enough() -> None:
    assert len(CASES) >= 150
    assert len({case.values[0] for case in CASES}) == len(CASES)
