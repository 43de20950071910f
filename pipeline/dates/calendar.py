"""The calendar profile: the dates of a source as EDTF, with what each was resolved against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from pipeline import edtf
from pipeline.dates import lists, numeric, periods, surroundings, timeline
from pipeline.dates.decode import Decoder, Resolution
from pipeline.dates.grammar import Match
from pipeline.dates.readings import SEASONS, Reading
from pipeline.dates.scan import scan
from pipeline.dates.surroundings import Found
from pipeline.records import Anchor, DateMention, Issue, Passage, Source, Span

# What stands in front of a date and does not belong to it: "the year of 2005", "most of the rest of the year", "the".
# "The end of 1942" keeps its qualifier, "the same year" its article, but "the same period of 1996" does not.
IN_FRONT = (
    re.compile(r"(?:the )?(?:remainder|rest|most) of (?:the rest of )?(?:the )?", re.IGNORECASE),
    re.compile(r"(?:[Tt]he\s+)?(?:(?:fiscal|financial|academic)\s+)?(?:[Yy]ears?|[Mm]onth)\s+(?:of\s+)?(?=[\dA-Z'])"),
    re.compile(r"the\s+(?!same\b(?! (?:period|months|quarter|month|half)\b.))", re.IGNORECASE),
)

CALENDARS_APART = range(10, 14)  # days, from 1582 to 2100


def find(
    source: Source, passages: Sequence[Passage], *, day_first: bool = True
) -> tuple[list[DateMention], list[Issue]]:
    """Return the dates of `source` in order, and an issue for each that could not be placed on the calendar.

    `passages` bound the matches: no date runs from one passage into the next. Without passages the whole text
    is one. `day_first` reads 03/04/2005 where the document itself shows no order. Raises ValueError if the
    source's date of publication is no ISO date.
    """
    matches = lists.settle(source.text, list(_matches(source.text, passages)))
    matches = numeric.settle(matches, day_first=day_first)
    matches = periods.settle(matches)
    found = [part for match in matches for part in parts(source.text, match)]
    published = date.fromisoformat(source.published[:10]) if source.published else None
    resolutions = Decoder(surroundings.items(source.text, found), published).decode()
    writer = _Writer(source, found)
    resolved = iter(zip(found, resolutions, strict=True))
    for match in matches:
        writer.add(match, [next(resolved) for _ in range(2 if match.second else 1)])
    return writer.mentions, writer.issues


def _matches(text: str, passages: Sequence[Passage]) -> Iterator[Match]:
    spans: Sequence[Span] = passages or [Span(0, len(text))]
    for passage in spans:
        yield from scan(text, "calendar", passage.start, passage.end)


def parts(text: str, match: Match) -> list[Found]:
    """Return the one or two expressions of a match, without articles in front."""
    end = match.split[0] if match.second else match.end
    first = Found(_begin(text, match.start, end), end, match.rule, match.reading)
    return [first, Found(match.split[1], match.end, match.rule, match.second)] if match.second else [first]


def _begin(text: str, start: int, end: int) -> int:
    for pattern in IN_FRONT:
        front = pattern.match(text, start, end)
        if front and front.end() < end:
            start = front.end()
    return start


def write(reading: Reading) -> str:
    """Return the EDTF string of a complete reading; a week or weekend is the interval of its days."""
    if reading.form == "open":
        return f"{reading.edtf()}/.."
    if reading.week is None or reading.year is None:
        return reading.edtf()
    monday = date.fromisocalendar(reading.year, reading.week, 1)
    first, last = (5, 6) if reading.part == "WE" else (0, 6)
    return f"{monday + timedelta(days=first)}/{monday + timedelta(days=last)}"


def _is_old_style(one: Reading, two: Reading) -> bool:
    """Tell whether two days are one by the Julian and the Gregorian calendar: 19 February/3 March 1878."""
    julian, gregorian = timeline.as_day(one), timeline.as_day(two)
    return julian is not None and gregorian is not None and (gregorian - julian).days in CALENDARS_APART


@dataclass(slots=True)
class _Writer:
    """Makes mentions and issues of matches; `found` are all expressions of the source, which anchors point into."""

    source: Source
    found: Sequence[Found]
    mentions: list[DateMention] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def add(self, match: Match, resolved: Sequence[tuple[Found, Resolution]]) -> None:
        """Add one match: an interval as one mention, otherwise each expression, or why there is none."""
        if not (match.dash and self._add_interval(resolved)):
            for expression, resolution in resolved:
                self._add_one(expression, resolution)
        if match.reading.form == "ambiguous":
            self.issues.append(self._ambiguous(match))

    def _add_interval(self, resolved: Sequence[tuple[Found, Resolution]]) -> bool:
        (first, one), (second, two) = resolved
        if one.reading is None or two.reading is None:
            return False
        value = f"{write(one.reading)}/{write(two.reading)}"
        if one.reading.part in SEASONS and not two.reading.part:
            value = write(one.reading)  # the winter of 1862-63
        elif self.source.text[first.end : second.start] == "/" and _is_old_style(one.reading, two.reading):
            value = write(two.reading)
        if edtf.is_valid(value):
            self._mention(replace(first, end=second.end), value, one)
            return True
        return False

    def _add_one(self, expression: Found, resolution: Resolution) -> None:
        value = write(resolution.reading) if resolution.reading else ""
        if value and edtf.is_valid(value):
            self._mention(expression, value, resolution)
        else:
            self.issues.append(self._unresolved(expression))

    def _mention(self, expression: Found, value: str, resolution: Resolution) -> None:
        chosen = self._anchor(resolution.anchor, value, resolution.reason) if resolution.reason else None
        rivals = resolution.rivals if chosen else ()
        rejected = tuple(self._anchor(rival.anchor, write(rival.reading), rival.reason) for rival in rivals)
        self.mentions.append(
            DateMention.of(
                self.source, expression.start, expression.end,
                value=value, rule=expression.rule, anchor=chosen, rejected=rejected,
            )
        )  # fmt: skip

    def _anchor(self, index: int | None, value: str, reason: str) -> Anchor:
        span = None if index is None else Span(self.found[index].start, self.found[index].end)
        return Anchor(span, value, reason)

    def _unresolved(self, expression: Found) -> Issue:
        quote = self.source.text[expression.start : expression.end]
        if expression.reading.base == "published":
            message = f"{quote!r} depends on the day of publication, which is not known; give it in documents.csv"
        else:
            message = f"{quote!r} could not be placed on the calendar: no date is told that it can be counted from"
        return Issue(self.source.id, "unresolved-date", message, expression.start, expression.end)

    def _ambiguous(self, match: Match) -> Issue:
        quote, reading = self.source.text[match.start : match.end], match.reading
        other = replace(reading, month=reading.day, day=reading.month)
        message = f"{quote!r} was read as {reading.edtf()}; as {other.edtf()} it would be as good: no order is shown"
        return Issue(self.source.id, "ambiguous-date", message, match.start, match.end)
