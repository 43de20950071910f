"""Numeric dates such as 03/04/2005: which number is the day is read off the document.

Dates of which one number is greater than twelve show the order that the author uses; without any, the order is the
one asked for, day first by default (ISO 8601 knows no such form; most countries write the day first).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.dates.grammar import Match


def settle(matches: Sequence[Match], *, day_first: bool = True) -> list[Match]:
    """Return the matches with ambiguous numeric dates read in the document's order.

    Where the document shows no order, or both, the reading stays marked "ambiguous" in its `form`.
    """
    forms = {match.reading.form for match in matches}
    shown = {"day-first", "month-first"} & forms
    if "ambiguous" not in forms:
        return list(matches)
    month_first = "month-first" in shown if len(shown) == 1 else not day_first
    form = "settled" if len(shown) == 1 else "ambiguous"
    return [_ordered(match, month_first, form) if match.reading.form == "ambiguous" else match for match in matches]


def _ordered(match: Match, month_first: bool, form: str) -> Match:
    reading = match.reading
    month, day = (reading.day, reading.month) if month_first else (reading.month, reading.day)
    return replace(match, reading=replace(reading, month=month, day=day, form=form))
