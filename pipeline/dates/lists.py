"""Lists of days that share a month: "3, 4 and 7 June 2012", "June 3, 4 and 7, 2012".

Grammar reads one date or two; the days that are left over in a longer list take their month and year from its end or
its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline import edtf
from pipeline.dates.grammar import Match
from pipeline.dates.readings import Reading

JOINT = re.compile(r",? (?:(?:and|or|&) )?(?:the )?")


def settle(text: str, matches: Sequence[Match]) -> list[Match]:
    """Return the matches with the listed days completed, without those that turn out to belong to no list."""
    told = list(matches)
    for index in range(len(told) - 2, -1, -1):  # the month stands behind
        if _joined(text, told[index], told[index + 1]):
            told[index] = _completed(told[index], told[index + 1].reading)
    result: list[Match] = []
    for match in told:  # the month stands in front
        if result and _joined(text, result[-1], match):
            match = _completed(match, result[-1].second or result[-1].reading)  # noqa: PLW2901
            if match.reading.year is not None:
                _share_year(text, result, match)
        if match.reading.form != "listed":
            result.append(match)
    return result


def _joined(text: str, first: Match, second: Match) -> bool:
    """Tell whether two matches are neighbours in a list and one of them lacks its month."""
    listed = "listed" in (first.reading.form, second.reading.form)
    return listed and JOINT.fullmatch(text, first.end, second.start) is not None


def _completed(match: Match, other: Reading) -> Match:
    """Put a listed day into the month of `other`, if there is such a day."""
    day, year = match.reading.day or 0, match.reading.year
    if match.reading.form != "listed" or other.month is None or other.day is None:
        return match
    year = other.year if year is None else year
    if day > edtf.days_in_month(2000 if year is None else year, other.month):
        return match
    return replace(match, reading=replace(match.reading, month=other.month, year=year, form=""))


def _share_year(text: str, told: list[Match], last: Match) -> None:
    """Give the members of a list in front of `last` its year."""
    start = last.start
    for index in range(len(told) - 1, -1, -1):
        match = told[index]
        if match.reading.year is not None or not JOINT.fullmatch(text, match.end, start):
            return
        year, start = last.reading.year, match.start
        second = replace(match.second, year=year) if match.second else None
        told[index] = replace(match, reading=replace(match.reading, year=year), second=second)
