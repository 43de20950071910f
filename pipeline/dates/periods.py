"""Periods that are named by what was told of another year: "the same period of 2005", "the same quarter last year"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.dates.grammar import Match
from pipeline.dates.readings import Reading

REACH = 8  # expressions back in which the other year's period stands


def settle(matches: Sequence[Match]) -> list[Match]:
    """Return the matches with the months, quarter or half of the nearest period in front put into "the same period".

    Where no such period was told, the year alone is meant.
    """
    result: list[Match] = []
    for match in matches:
        if match.reading.form.startswith("like-"):
            told = next((one for one in reversed(result[-REACH:]) if _is_like(one, match.reading.form)), None)
            match = _alike(match, told)  # noqa: PLW2901
        result.append(match)
    return result


def _is_like(match: Match, form: str) -> bool:
    """Tell whether a match names a period of the kind that `form` repeats."""
    reading = match.reading
    if form == "like-month":
        return match.second is None and reading.month is not None and reading.day is None
    if match.second is not None:
        return form == "like-period" and match.dash and reading.month is not None and reading.day is None
    return reading.part[:1] in {"like-quarter": ("Q",), "like-half": ("H",)}.get(form, ("Q", "H"))


def _alike(match: Match, told: Match | None) -> Match:
    """Put the period of `told` into the year that `match` names."""
    year = replace(match.reading, form="")
    if told is None:
        return replace(match, reading=year)
    if year.base == "context":
        year = _year_before(told.reading)
    first = _within(year, told.reading)
    if told.second is None:
        return replace(match, reading=first)
    last = _within(year, told.second)
    return replace(match, reading=first, second=last, split=(match.end, match.end), dash=True)


def _within(year: Reading, told: Reading) -> Reading:
    return replace(year, month=told.month, part=told.part)


def _year_before(told: Reading) -> Reading:
    """Return the year before that of `told`, counted from where `told` is counted from."""
    if told.year is not None:
        return Reading("calendar", year=told.year - 1)
    steps = (told.amount or 0) * told.direction - 1
    direction = (steps > 0) - (steps < 0)
    return Reading("shift", base=told.base or "context", unit="Y", amount=abs(steps), direction=direction)
