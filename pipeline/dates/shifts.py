"""Where a shift leads: "two days later" from a date of the story, "last October" from the day of publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from pipeline.dates import timeline
from pipeline.dates.readings import SEASON_MONTH, Reading


def move(anchor: Reading | None, reading: Reading) -> Reading | None:
    """Apply a shift to a date of the story; None if that is not precise enough for it."""
    if anchor is None:
        return None
    if reading.weekday is not None:
        day = timeline.as_day(anchor)
        return timeline.of_day(weekday_near(day, reading, ahead=True)) if day else None
    if reading.form == "nearest" and anchor.year is not None:
        return _following(anchor, reading)
    if reading.form == "told":
        return _told(anchor, reading)
    if reading.form == "then":
        return anchor
    if reading.unit in ("", "WE") or (reading.direction and reading.amount is None):
        return None
    amount = (reading.amount or 0) * reading.direction
    if reading.unit == "W" and amount == 0:
        day = timeline.as_day(anchor)
        return timeline.week_of(day) if day else None
    moved = timeline.shift(anchor, reading.unit, amount)
    return timeline.within(moved, reading) if moved else None


def from_publication(published: date, reading: Reading, *, ahead: bool) -> Reading | None:
    """Return what "last week" or "next May" means on the day of publication; `ahead` looks forward from it."""
    today = timeline.of_day(published)
    if reading.weekday is not None:
        return replace(timeline.of_day(weekday_near(published, reading, ahead=ahead)), time=reading.time)
    if reading.month is not None or reading.part:
        return nearest(timeline.stretch(today), published.year, reading)
    amount = (reading.amount or 0) * reading.direction
    if reading.unit in ("W", "WE"):
        week = timeline.week_of(published + timedelta(days=int(7 * amount)))
        return replace(week, part="WE") if reading.unit == "WE" else week
    if reading.form == "same-day":
        day = replace(today, year=reading.year or published.year + int(amount))
        return day if timeline.as_day(day) else None
    moved = timeline.shift(today, reading.unit, amount)
    return timeline.within(moved, reading) if moved else None


def weekday_near(published: date, reading: Reading, *, ahead: bool) -> date:
    """Return the weekday meant: "last Friday" lies before, "next" after; a bare one is the nearest before."""
    wanted = reading.weekday or 1
    since = (published.isoweekday() - wanted) % 7
    until = (wanted - published.isoweekday()) % 7
    if reading.direction < 0:
        # What happened yesterday is not told as "last Thursday".
        return published - timedelta(days=since if since > 1 else since + 7)
    if reading.direction > 0:
        return published + timedelta(days=until or 7)
    return published + timedelta(days=until) if ahead else published - timedelta(days=since)


def nearest(today: tuple[float, float], year: int, reading: Reading) -> Reading:
    """Return the month or season meant by "last October" (before), "this October" (same year), "next October"."""
    if reading.unit == "Y":
        return timeline.within(Reading("calendar", year=year + int((reading.amount or 0) * reading.direction)), reading)
    here = Reading("calendar", year=year, month=reading.month, part=reading.part, mod=reading.mod)
    begins, ends = timeline.stretch(here)
    if reading.direction < 0 and ends > today[0]:
        return replace(here, year=year - 1)
    if reading.direction > 0 and begins <= today[0]:
        return replace(here, year=year + 1)
    return here


def _following(anchor: Reading, reading: Reading) -> Reading:
    """Return the month or season of that name behind or before a date of the story."""
    year = anchor.year or 0
    here = Reading("calendar", year=year, month=reading.month, part=reading.part)
    leap = timeline.gap(timeline.stretch(anchor), timeline.stretch(here))
    if anchor.part in SEASON_MONTH and here.part in SEASON_MONTH and anchor.part != here.part:
        leap = timeline.stretch(here)[0] - timeline.stretch(anchor)[0]
    same = leap == 0 and anchor.grain != "Y"  # "the following June" behind a year is that of the next
    if reading.direction > 0:
        return here if leap > 0 and not same else replace(here, year=year + 1)
    return here if leap < 0 and not same else replace(here, year=year - 1)


def _told(anchor: Reading, reading: Reading) -> Reading | None:
    """Return the month or season meant by "that September": of the anchor's year, or of the next if that is nearer."""
    if anchor.year is None or anchor.digits < 4:
        return None
    here = Reading("calendar", year=anchor.year, month=reading.month, part=reading.part)
    later = replace(here, year=anchor.year + 1)
    if anchor.grain == "Y":
        return here
    start = timeline.stretch(anchor)
    return min(here, later, key=lambda one: abs(timeline.gap(start, timeline.stretch(one))))


def weekend(published: date) -> Reading:
    """Return "the weekend": that in which the text was published, or the one before."""
    sunday = published + timedelta(days=1) if published.isoweekday() == 6 else published
    week = timeline.week_of(sunday - timedelta(days=sunday.isoweekday() % 7))
    return replace(week, part="WE")
