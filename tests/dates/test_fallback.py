"""dateparser answers only for days that the text says in full."""

from __future__ import annotations

import pytest

from pipeline.dates.fallback import read_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14-Sept-05", (2005, 9, 14)),
        ("1999.Dec.3", (1999, 12, 3)),
        ("7/Aug/1961", (1961, 8, 7)),
        ("May 2001", None),
        ("14 May", None),
        ("2005", None),
        ("Friday", None),
        ("yesterday", None),
        ("17:30", None),
        ("31-Feb-1999", None),
        ("7/Abc/1961", None),
    ],
)
def test_missing_parts_stay_missing(text: str, day: tuple[int, int, int] | None) -> None:
    assert read_day(text) == day
