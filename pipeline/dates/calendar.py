"""The calendar profile: the dates of a source as EDTF, with what each was resolved against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline import edtf
from pipeline.dates.decode import Decoder, Resolution
from pipeline.dates.grammar import Match
from pipeline.dates import numeric, surroundings
from pipeline.dates.surroundings import Found
from pipeline.dates.readings import Reading
from pipeline.dates.scan import scan
from pipeline.records import Anchor, DateMention, Issue, Passage, Source, Span

# "The end of 1942" keeps its qualifier; "the year of 2005" and "month of May" are the number and the name.
BARE = re.compile(r"(?:[Tt]he\s+)?(?:[Yy]ears?|month)\s+(?:of\s+)?(?=[\dA-Z'])")
EXTENT = re.compile(
    r"(?:the\s+)?(?:remainder|rest|whole|entirety|course|most|much|all|part)\s+of\s+(?:the\s+rest\s+of\s+)?(?:the\s+)?", re.IGNORECASE
)
THE = re.compile(r"the\s+(?!same\b)", re.IGNORECASE)

def find(
    source: Source, passages: Sequence[Passage], *, day_first: bool = True
) -> tuple[list[DateMention], list[Issue]]:
    """Return the dates of `source` in order, and an issue for each that could not be placed on the calendar.

    `passages` bound the matches: no date runs from one passage into the next. Without passages the whole text
    is one. `day_first` reads 03/04/2005 where the document itself shows no order. Raises ValueError if the
    source's date of publication is no ISO date.
    """
    matches = numeric.settle(list(_matches(source.text, passages)), day_first=day_first)
    found = [part for match in matches for part in parts(source.text, match)]
    published = date.fromisoformat(source.published[:10]) if source.published else None
    resolutions = Decoder(surroundings.items(source.text, found), published).decode()
    mentions: list[DateMention] = []
    issues: list[Issue] = []
    at = 0
    for match in matches:
        width = 2 if match.second is not None else 1
        group = list(zip(found[at : at + width], resolutions[at : at + width], strict=True))
        at += width
        _add(source, match, group, found, mentions, issues)
        if match.reading.form == "ambiguous":
            issues.append(_ambiguous(source, match))
    return mentions, issues


def _matches(text: str, passages: Sequence[Passage]) -> Iterator[Match]:
    spans = passages or [Span(0, len(text))]
    for passage in spans:
        yield from scan(text, "calendar", passage.start, passage.end)


def parts(text: str, match: Match) -> list[Found]:
    """Return the one or two expressions of a match, without articles in front."""
    if match.second is None:
        return [Found(_without_article(text, match.start, match.end), match.end, match.rule, match.reading)]
    first = Found(_without_article(text, match.start, match.split[0]), match.split[0], match.rule, match.reading)
    return [first, Found(match.split[1], match.end, match.rule, match.second)]


def _without_article(text: str, start: int, end: int) -> int:
    for pattern in (EXTENT, BARE, THE):
        article = pattern.match(text, start, end)
        if article and article.end() < end:
            start = article.end()
    return start


def _add(
    source: Source, match: Match, group: list[tuple[Found, Resolution]], found: list[Found],
    mentions: list[DateMention], issues: list[Issue],
) -> None:  # fmt: skip
    """Append the mention or mentions of one match, or the issue that says why there is none."""
    if match.second is not None and match.dash:
        (first, one), (second, two) = group
        if one.reading is not None and two.reading is not None:
            value = f"{write(one.reading)}/{write(two.reading)}"
            if edtf.is_valid(value):
                mentions.append(_mention(source, first.start, second.end, value, match.rule, one, found))
                return
    for expression, resolution in group:
        value = write(resolution.reading) if resolution.reading else ""
        if value and edtf.is_valid(value):
            mentions.append(
                _mention(source, expression.start, expression.end, value, match.rule, resolution, found)
            )
        else:
            issues.append(_unresolved(source, expression))


def write(reading: Reading) -> str:
    """Return the EDTF string of a complete reading; a week or weekend is the interval of its days."""
    if reading.week is not None and reading.year is not None:
        monday = date.fromisocalendar(reading.year, reading.week, 1)
        first, last = (5, 6) if reading.part == "WE" else (0, 6)
        return f"{monday + timedelta(days=first)}/{monday + timedelta(days=last)}"
    return reading.edtf()


def _mention(
    source: Source, start: int, end: int, value: str, rule: str, resolution: Resolution, found: list[Found]
) -> DateMention:
    def anchor(index: int | None, text: str, reason: str) -> Anchor:
        span = None if index is None else Span(found[index].start, found[index].end)
        return Anchor(span, text, reason)

    chosen = anchor(resolution.anchor, value, resolution.reason) if resolution.reason else None
    rejected = tuple(anchor(rival.anchor, write(rival.reading), rival.reason) for rival in resolution.rivals)
    return DateMention.of(source, start, end, value=value, rule=rule, anchor=chosen, rejected=rejected)


def _ambiguous(source: Source, match: Match) -> Issue:
    quote, reading = source.text[match.start : match.end], match.reading
    other = replace(reading, month=reading.day, day=reading.month)
    message = f"{quote!r} was read as {reading.edtf()}; it could as well be {other.edtf()}: the document shows no order"
    return Issue(source.id, "ambiguous-date", message, match.start, match.end)


def _unresolved(source: Source, expression: Found) -> Issue:
    quote = source.text[expression.start : expression.end]
    message = (
        f"{quote!r} could not be placed on the calendar: the document has no date that it can be counted from"
        if expression.reading.base != "published"
        else f"{quote!r} depends on the day of publication, which is not known"
    )
    return Issue(source.id, "unresolved-date", message, expression.start, expression.end)



