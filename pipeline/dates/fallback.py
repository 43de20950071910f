"""Odd ways to write a day, read by dateparser: 14-Sept-05, 1999.Dec.3, 7/Aug/1961.

dateparser completes what is missing from today's date and reads much that is no date. So it is asked only about an
expression that a rule has delimited, in English, with the order fixed, and twice, counted from two different days:
what differs between the two answers was not in the text.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

BASES = (datetime(1801, 3, 3), datetime(2066, 10, 28))


@lru_cache(maxsize=4096)
def read_day(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day that `text` says in full; None if it does not, or says something else."""
    import dateparser  # noqa: PLC0415 - slow to import, and seldom needed

    answers = {
        dateparser.parse(
            text,
            languages=["en"],
            settings={
                "DATE_ORDER": "DMY", "RELATIVE_BASE": base, "STRICT_PARSING": True, "PARSERS": ["absolute-time"],
                "RETURN_AS_TIMEZONE_AWARE": False,
            },
        )
        for base in BASES
    }  # fmt: skip
    answer = answers.pop()
    if answers or answer is None:
        return None
    return answer.year, answer.month, answer.day
