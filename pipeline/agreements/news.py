"""When and where a text was written, and what it reports took place: its dateline, the venue, the day of the news."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from pipeline.agreements.units import MARK, Sentence
from pipeline.records import DateMention, NameMention

OPENING = 6  # passages in which a dateline stands
PAIR = 2  # days of a visit


def dateline_of(rows: list[Sentence]) -> DateMention | None:
    """Return the date that stands alone in a line near the top or at the end, or behind a place in front of a dash."""
    for row in rows[:OPENING]:
        for i, date in row.dates():
            if date.spanned.precision != "day" or UPDATED & {unit.lower for unit in row.units[max(0, i - 2) : i]}:
                continue
            words = [u for u in row.units if u.kind != MARK and u.mention is None and not CLOCK.match(u.lower)]
            if len(words) <= 2 and len(row.units) <= 8:
                return date
            if i <= 8 and _is_dash_behind(row, i):
                return date
    if len(rows) > OPENING and len(rows[-1].units) <= 4:
        dates = [date for _, date in rows[-1].dates() if date.spanned.precision == "day"]
        return dates[0] if dates else None
    return None


UPDATED = frozenset("updated modified revised retrieved accessed edited".split())
CLOCK = re.compile(r"\d{1,2}[:.]\d\d|[ap]\.?m\.?$|updated$|published$|posted$|gmt$|utc$|ist$|est$|edt$")


def place_of_dateline(rows: list[Sentence], day: str) -> NameMention | None:
    """Return the place of the dateline: in front of the day of the news, or of the agency that sent them.

    "ANKARA, 14 March 2016 —", "(Rome, 3 May 2001)", "MOSCOW (AP) —".
    """
    for row in rows[:OPENING]:
        front = [place for i, place in row.names("place") if i <= 1]
        if not front:
            continue
        dated = any(i <= OPENING + 1 and date.value == day for i, date in row.dates())
        sent = [unit.text for unit in row.units[:OPENING]]
        alone = sent[1:] == ["."] or (sent[0].isupper() and sent[1:2] in ([":"], ["–"], ["—"], ["-"], ["--"]))
        if (
            dated
            or (alone and not row.is_heading and row.units[0].kind == "place")
            or ("(" in sent[1:2] and ")" in sent and row.units[2].text.isupper())
        ):
            return front[0]
    return None


def day_of_news(rows: list[Sentence], dateline: DateMention | None, published: str) -> DateMention | None:
    """Return the day of the visit or meeting that the opening tells of, if it lies a few days before the release.

    Of a visit of several days no day can be told for the news, unless the text has a dateline, which then dates them.
    """
    day = dateline.value if dateline else published
    for row in rows[:OPENING] if day else []:
        if row.is_heading or not (MEETING | SIGNING) & {unit.lower for unit in row.units}:
            continue
        days = [date for _, date in row.dates() if date.spanned.precision == "day" and date is not dateline]
        if not days or not 0 <= days_between(days[0].value, day) <= RECENT:
            continue
        if len(days) == 1:
            return days[0]
        if len(days) == PAIR and dateline is None and days[0].value < days[1].value:
            return replace(days[0], value=f"{days[0].value}/{days[1].value}")
    return None


SIGNING = frozenset("signed sign signing inked sealed concluded".split())
RECENT = 7  # days that news may be old


def days_between(one: str, other: str) -> int:
    """Return the days from one date to another; many if one of them is no day."""
    try:
        return (datetime.date.fromisoformat(other) - datetime.date.fromisoformat(one)).days
    except ValueError:
        return 10**6


def _is_dash_behind(row: Sentence, i: int) -> bool:
    behind = [unit.text for unit in row.units[i + 1 : i + 4]]
    return any(text in {"–", "—", "-", "--", ")"} for text in behind)


def venue_of(rows: list[Sentence]) -> NameMention | None:
    """Return the place of the meeting that a press release reports: "X hosts talks", "talks were held in X".

    A town says more than the state that is visited.
    """
    meetings = [row for row in rows[:OPENING] if MEETING & {unit.lower for unit in row.units}]
    found = [place for row in meetings for i, place in row.names("place", "country") if _is_venue(row, i, place)]
    return min(found, key=lambda place: place.kind == "country" and place.category == "name", default=None)


Told = TypeVar("Told")


def told_before(rows: list[Sentence], told: Mapping[int, Told | None]) -> dict[int, Told]:
    """Return, by number of passage, what the nearest passage before it in its paragraph told.

    `told` has the passages that tell something, by number; None where they leave open what holds from there on.
    """
    before: dict[int, Told] = {}
    last: Told | None = None
    block = -1
    for row in rows:
        if row.passage.block != block:
            last, block = None, row.passage.block
        if last is not None:
            before[row.number] = last
        last = told.get(row.number, last)
    return before


@dataclass(frozen=True, slots=True)
class Site:
    """Where a visit or meeting was held, and when if the sentence says so."""

    place: NameMention
    date: DateMention | None


def sites_of(rows: list[Sentence]) -> dict[int, Site]:
    """Return, by number of passage, the only place of the visit or meeting told of before in its paragraph."""
    told: dict[int, Site | None] = {}
    for row in rows:
        if not MEETING & {unit.lower for unit in row.units}:
            continue
        found = [place for i, place in row.names("place", "country") if _is_venue(row, i, place)]
        dates = [date for _, date in row.dates()]
        if len({place.text for place in found}) == 1 and len(dates) <= 1:
            told[row.number] = Site(found[0], dates[0] if dates else None)
        elif found or dates:
            told[row.number] = None
    return told_before(rows, told)


def _is_venue(row: Sentence, i: int, place: NameMention) -> bool:
    lowers = [unit.lower for unit in row.units]
    before = next((lower for lower in reversed(lowers[max(0, i - 2) : i]) if lower != "the"), "")
    near = set(lowers[max(0, i - 6) : i])
    if WIDE.search(place.text) or place.category == "adjective":
        return False
    if (
        before in {"visited", "visits"}
        or (before in {"to", "in"} and near & ARRIVAL)
        or (before == "to" and near & VISIT)
    ):
        return True
    if before == "in" and {"on", "visit"} <= set(lowers[i + 1 : i + 7]):
        return True  # "who is in Peru on a state visit"
    if place.kind == "country" and place.category not in {"seat", "capital", "government"}:
        return False
    if {"to", "be", "held"} <= near or AHEAD & near:
        return False  # another meeting, which is still ahead
    if i > 2 and before == "of" and lowers[i - 2] in {"capital", "city", "town"}:
        return True
    if lowers[i + 1 : i + 2] in (["hosts"], ["hosted"]):
        return True
    return before in {"in", "at"} and bool(MEETING & set(lowers[max(0, i - VENUE) : i + VENUE]))


AHEAD = frozenset("upcoming forthcoming next future planned preparations prepare preparing ahead".split())
VENUE = 12  # units between the word for a meeting and the place where it was held
ARRIVAL = frozenset("arrived arrives arrive flew travelled traveled".split())
VISIT = frozenset({"visit", "trip"})
# Seas and regions are no place where something is signed.
WIDE = re.compile(
    r"\b(?:Sea|Ocean|Gulf|Straits?|River|Bay|Basin|Islands?|Peninsula|Channel|Lake|Province|Region)\b"
    r"|^(?:Caspian|Baltic|Mediterranean|Arctic)$"
)
MEETING = VISIT | frozenset(
    "talks held met meeting summit hosts hosted negotiations visits visited ceremony consultations".split()
)
