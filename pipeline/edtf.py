"""Calendar values as EDTF strings (Extended Date/Time Format, ISO 8601-2:2019), and what they span.

The forms that the tables use: day `2005-05-14`, month `2005-05`, year `2005`, decade `200X`, century `20XX`,
quarter `2009-33` to `2009-36`, half `2009-40` and `2009-41`, season `2009-21` (spring) to `2009-24` (winter),
approximate `2005~`, interval `2004/2008`, open `1871/..` and `../1871`, and years before 1 as `-0331` (332 BC:
the year 0 of ISO 8601 is 1 BC).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "season", "quarter", "half", "year", "decade", "century", "interval"]

DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FIRST_MONTH_OF_PART = {
    # ISO 8601-2, 4.8.2: sub-year groupings. Winter begins in December and ends in the year after.
    21: 3, 22: 6, 23: 9, 24: 12,
    33: 1, 34: 4, 35: 7, 36: 10,
    40: 1, 41: 7,
}  # fmt: skip
_ONE = re.compile(r"(?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX)(?:-(?P<part>\d{2})(?:-(?P<day>\d{2}))?)?(?P<approximate>~?)")


@dataclass(frozen=True, slots=True)
class Date:
    """What an EDTF string spans.

    `earliest` and `latest` are ISO dates of the first and last day ("" for an open end); `approximate`
    tells that the text says "around".
    """

    value: str
    earliest: str
    latest: str
    precision: Precision
    approximate: bool = False


def is_leap(year: int) -> bool:
    """Tell whether `year` (astronomical: 0 is 1 BC) is a leap year of the proleptic Gregorian calendar."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of `month` (1 to 12) in `year`."""
    return 29 if month == 2 and is_leap(year) else DAYS_IN_MONTH[month - 1]


def format_year(year: int) -> str:
    """Write a year with four digits, years before 1 (astronomical) with a minus sign."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def format_day(year: int, month: int, day: int) -> str:
    """Write an ISO date."""
    return f"{format_year(year)}-{month:02d}-{day:02d}"


@lru_cache(maxsize=65536)
def parse(value: str) -> Date:
    """Read an EDTF string of the forms named above.

    Raises ValueError with the value and what is wrong with it.
    """
    if "/" in value:
        return _parse_interval(value)
    match = _ONE.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is not one of the EDTF forms in use (see pipeline/edtf.py)")
    approximate = bool(match["approximate"])
    year_text, part, day = match["year"], match["part"], match["day"]
    if "X" in year_text:
        if part:
            raise ValueError(f"{value!r}: a decade or century takes no month")
        return _parse_unspecified(value, year_text, approximate)
    year = int(year_text)
    if part is None:
        return Date(value, format_day(year, 1, 1), format_day(year, 12, 31), "year", approximate)
    if day is not None:
        return _parse_day(value, year, int(part), int(day), approximate)
    return _parse_part(value, year, int(part), approximate)


def is_valid(value: str) -> bool:
    """Tell whether `value` is an EDTF string of the forms in use, with a day that exists."""
    try:
        parse(value)
    except ValueError:
        return False
    return True


def _parse_interval(value: str) -> Date:
    if value.count("/") != 1:
        raise ValueError(f"{value!r}: an interval has one slash")
    first, last = (None if end == ".." else parse(end) for end in value.split("/"))
    if first is None and last is None:
        raise ValueError(f"{value!r}: an interval is open at one end only")
    if first and last and _order_key(first.earliest) > _order_key(last.latest):
        raise ValueError(f"{value!r}: the interval ends before it begins")
    approximate = bool((first and first.approximate) or (last and last.approximate))
    return Date(value, first.earliest if first else "", last.latest if last else "", "interval", approximate)


def _parse_unspecified(value: str, year_text: str, approximate: bool) -> Date:
    ends = sorted(int(year_text.replace("X", digit)) for digit in "09")
    precision: Precision = "century" if year_text.endswith("XX") else "decade"
    return Date(value, format_day(ends[0], 1, 1), format_day(ends[1], 12, 31), precision, approximate)


def _parse_part(value: str, year: int, part: int, approximate: bool) -> Date:
    if 1 <= part <= 12:
        last = days_in_month(year, part)
        return Date(value, format_day(year, part, 1), format_day(year, part, last), "month", approximate)
    if part not in FIRST_MONTH_OF_PART:
        raise ValueError(f"{value!r}: {part:02d} is no month, season, quarter or half of a year")
    precision: Precision = "season" if part < 33 else "quarter" if part < 40 else "half"
    first_month = FIRST_MONTH_OF_PART[part]
    last_month = first_month + (5 if precision == "half" else 2)
    last_year, last_month = year + (last_month > 12), (last_month - 1) % 12 + 1
    latest = format_day(last_year, last_month, days_in_month(last_year, last_month))
    return Date(value, format_day(year, first_month, 1), latest, precision, approximate)


def _parse_day(value: str, year: int, month: int, day: int, approximate: bool) -> Date:
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        raise ValueError(f"{value!r}: there is no such day")
    iso = format_day(year, month, day)
    return Date(value, iso, iso, "day", approximate)


def _order_key(iso: str) -> tuple[int, str]:
    """Return a key that sorts ISO dates in time, years before 0 included ("" sorts first)."""
    if not iso:
        return (-(10**6), "")
    year, month_day = iso[:-6], iso[-6:]
    return (int(year), month_day)
