"""Points and stretches of time for the decoder: how far one date lies from another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import log1p

from pipeline import edtf
from pipeline.dates.readings import SEASON_MONTH, Reading

DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
DAYS_IN_UNIT = {"D": 1, "W": 7, "FO": 14, "WE": 7}
YEARS_IN_UNIT = {"Y": 1, "DE": 10, "CE": 100}


def stretch(reading: Reading) -> tuple[float, float]:
    """Return the first and last point of a complete reading in years: July 1914 is about 1914.5 to 1914.58."""
    year = float(reading.year or 0)
    if reading.digits < 4:
        year = year if year >= 0 else year + 1
        return (year, year + 10 ** (4 - reading.digits))
    if reading.month is not None:
        start = year + (DAYS_BEFORE[reading.month] + (reading.day or 1) - 1) / 365
        return (start, start + (1 if reading.day else edtf.DAYS_IN_MONTH[reading.month - 1]) / 365)
    if reading.part in SEASON_MONTH:
        start = year + DAYS_BEFORE[SEASON_MONTH[reading.part]] / 365
        # The winter of 1914 may be the one that began or the one that ended in it.
        return (start - 1 / 12, start + 0.25) if reading.part != "WI" else (year - 1 / 12, year + 0.2)
    if reading.part[:1] == "Q":
        start = year + (int(reading.part[1:]) - 1) / 4
        return (start, start + 0.25)
    if reading.part[:1] == "H":
        start = year + (int(reading.part[1:]) - 1) / 2
        return (start, start + 0.5)
    if reading.week is not None:
        return (year + (reading.week - 1) / 52, year + reading.week / 52)
    thirds = {"START": (0.0, 0.4), "MID": (0.3, 0.7), "END": (0.6, 1.0)}.get(reading.mod, (0.0, 1.0))
    return (year + thirds[0], year + thirds[1])


def gap(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Return the years from the first stretch to the second: positive onwards, negative back, 0 if they touch."""
    if second[0] > first[1]:
        return second[0] - first[1]
    if second[1] < first[0]:
        return second[1] - first[0]
    return 0.0


def effort(distance: float) -> float:
    """Return how hard a jump of so many years is to believe: it grows ever more slowly."""
    return log1p(abs(distance) * 12)


def as_day(reading: Reading) -> date | None:
    """Return the reading as a day of the calendar, if it is one that `datetime` knows (years 1 to 9999)."""
    if reading.day is None or reading.month is None or not reading.year or not 1 <= reading.year <= 9999:
        return None
    if reading.day > edtf.days_in_month(reading.year, reading.month):
        return None
    return date(reading.year, reading.month, reading.day)


def of_day(day: date) -> Reading:
    """Return the complete reading of a day."""
    return Reading("calendar", year=day.year, month=day.month, day=day.day)


def shift(anchor: Reading, unit: str, amount: float) -> Reading | None:
    """Move a complete reading by `amount` of `unit`, to the precision of the unit.

    Returns None if the anchor is not precise enough (a month does not say where "two days later" is) or the
    result lies outside the calendar.
    """
    if unit in YEARS_IN_UNIT:
        return _shift_years(anchor, unit, amount)
    if unit == "Q":
        return _shift_quarters(anchor, int(amount))
    if unit == "M":
        if anchor.month is None or anchor.year is None:
            return None
        months = anchor.year * 12 + anchor.month - 1 + int(amount)
        return Reading("calendar", year=months // 12, month=months % 12 + 1)
    day = as_day(anchor)
    if day is None or unit not in DAYS_IN_UNIT:
        return None
    try:
        return of_day(day + timedelta(days=int(amount * DAYS_IN_UNIT[unit])))
    except OverflowError:
        return None


def _shift_years(anchor: Reading, unit: str, amount: float) -> Reading | None:
    if anchor.year is None or (anchor.digits < 4 and unit == "Y"):
        return None
    steps = int(amount * YEARS_IN_UNIT[unit])
    digits = {"Y": 4, "DE": 3, "CE": 2}[unit]
    year = anchor.year + steps
    if unit != "Y":
        # Decades and centuries BC are named by their numeral: after the 480s BC come the 470s BC.
        scale = YEARS_IN_UNIT[unit]
        numeral = (1 - anchor.year if anchor.digits == 4 else -anchor.year) - steps
        year = year // scale * scale if anchor.year > 0 else -(numeral // scale * scale)
    return Reading("calendar", year=year, digits=digits)


def _shift_quarters(anchor: Reading, amount: int) -> Reading | None:
    if anchor.year is None or (anchor.month is None and anchor.part[:1] != "Q"):
        return None
    quarter = (anchor.month - 1) // 3 if anchor.month is not None else int(anchor.part[1:]) - 1
    total = anchor.year * 4 + quarter + amount
    return Reading("calendar", year=total // 4, part=f"Q{total % 4 + 1}")


def week_of(day: date) -> Reading:
    """Return the ISO week of a day."""
    year, week, _ = day.isocalendar()
    return Reading("calendar", year=year, week=week)


def within(anchor: Reading, wanted: Reading) -> Reading:
    """Put the month, day, season and modifier that `wanted` names into the year of `anchor`."""
    if wanted.month is None and wanted.day is not None:
        return replace(anchor, day=wanted.day, mod="")
    if wanted.month is None and not wanted.part:
        return replace(anchor, mod=wanted.mod, time=wanted.time)
    return Reading("calendar", year=anchor.year, month=wanted.month, day=wanted.day, part=wanted.part, mod=wanted.mod)


def lies_in(reading: Reading, section: tuple[int, int]) -> bool:
    """Tell whether a date may be told under a heading that names these years; a winter may be counted to the next."""
    return section[0] <= (reading.year or 0) <= section[1] + (reading.part == "WI")


def exists_in(reading: Reading, year: int) -> bool:
    """Tell whether a year has the day: not every one has a 29 February."""
    return not (reading.month == 2 and reading.day == 29) or as_day(replace(reading, year=year)) is not None
