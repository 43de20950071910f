"""Numeric dates such as 03/04/2005: which number is the day is read off the document.

Dates of which one number is greater than twelve show the order that the author uses; without any, the order is the
one asked for, day first by default (ISO 8601 knows no such form; most countries write the day first). In news, a
date that lies within days of its publication in one order only is read in that order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.dates.grammar import Match

NEAR = 15  # days


def settle(matches: Sequence[Match], *, day_first: bool = True, published: date | None = None) -> list[Match]:
    """Return the matches with ambiguous numeric dates read in the document's order, or near `published`.

    Where the document shows no order, or both, the reading stays marked "ambiguous" in its `form`.
    """
    forms = {match.reading.form for match in matches}
    if "ambiguous" not in forms:
        return list(matches)
    shown = {"day-first", "month-first"} & forms or _near(matches, published)
    month_first = "month-first" in shown if len(shown) == 1 else not day_first
    form = "settled" if len(shown) == 1 else "ambiguous"
    return [_ordered(match, month_first, form) if match.reading.form == "ambiguous" else match for match in matches]


def _near(matches: Sequence[Match], published: date | None) -> set[str]:
    """Return the orders in which an ambiguous date lies near the day of publication."""
    orders: set[str] = set()
    for match in matches:
        reading = match.reading
        if published is None or reading.form != "ambiguous" or not (reading.year and reading.month and reading.day):
            continue
        if abs((date(reading.year, reading.month, reading.day) - published).days) <= NEAR:
            orders.add("day-first")
        if abs((date(reading.year, reading.day, reading.month) - published).days) <= NEAR:
            orders.add("month-first")
    return orders


def _ordered(match: Match, month_first: bool, form: str) -> Match:
    reading = match.reading
    month, day = (reading.day, reading.month) if month_first else (reading.month, reading.day)
    return replace(match, reading=replace(reading, month=month, day=day, form=form))
