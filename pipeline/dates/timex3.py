"""The TIMEX3 profile: every expression of time with type, value and modifier (TimeML 1.2.1, ISO 24617-1).

Two readings of a document. In news, "Thursday" and "last year" are counted from the day of publication. A narrative
tells of times long past: they are counted from the story, and expressions keep the complements that TIMEX2 gives
them. Values follow ISO 8601 as TIMEX3 extends it: 1941-SU, 2004-W47, 187 for a decade, PRESENT_REF; years BC as in
TIDES 2005 (BC0480); an X for each digit that the text leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.dates import numeric, surroundings
from pipeline.dates.around import next_word
from pipeline.dates.contexts import alternatives, words
from pipeline.dates.decode import Decoder, Resolution
from pipeline.dates.grammar import Match
from pipeline.dates.readings import Reading, read
from pipeline.dates.scan import scan
from pipeline.dates.surroundings import Found

Type = Literal["DATE", "TIME", "DURATION", "SET"]
Mode = Literal["narrative", "news"]
OPEN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX", "CE": "XX", "WE": "XXXX-WXX-WE",
        "Q": "XXXX-QX", "FO": "P2W"}  # fmt: skip

# Where these stand in front of a noun, the article is the noun's: "the summer offensive", "a three-day battle".
ATTRIBUTIVE = ("duration", "season", "year-interval", "long", "decade")
TENS = re.compile(r"^P(\d+|X)DE$")  # TimeML counts decades in years
ORDER = re.compile(rf"\b(?:{alternatives('order')})\b")
COUNTED = ("units-later", "next-unit")
AFTER = re.compile(r"\s+(?:after|before|following|prior)$", re.IGNORECASE)
LIMIT = re.compile(r"(?:just |only |the )?", re.IGNORECASE)
ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_NOT_IN_NOUN_PHRASE = "|".join(sorted(words("not_noun") - words("determiners")))
_WORD = rf"(?!(?:{_NOT_IN_NOUN_PHRASE})\b)[\w’'-]++"
_PHRASE = rf"{_WORD}(?:[ ]{_WORD}){{0,4}}(?<! and)"
COMPLEMENT = re.compile(rf"[ ]of (?!the (?:year|month)\b){_PHRASE}(?: of {_PHRASE})?")
EVENT = re.compile(rf"[ ](?!that\b|this\b|it\b){_PHRASE}(?: of {_PHRASE})?")


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of time: characters `start` to `end` (half open) of the text, its TIMEX3 type, value and mod.

    `mod` is START, MID, END, APPROX or "". `rule` is the id of the rule that found it.
    """

    start: int
    end: int
    text: str
    type: Type
    value: str
    mod: str
    rule: str


def find(
    text: str, dct: date | str | None = None, reading: Mode | None = None, *, day_first: bool = True
) -> list[Timex]:
    """Return the expressions of time in `text`, in order.

    `dct` is the document's creation time (a date or an ISO string). `reading` is chosen by its presence if it is
    not given: news with one, narrative without. `day_first` reads 03/04/2005 where no other date shows the order.
    Raises ValueError if `dct` is no ISO date.
    """
    published = date.fromisoformat(dct[:10]) if isinstance(dct, str) and dct else dct or None
    assert not isinstance(published, str)  # noqa: S101 - an empty string is None by now
    mode: Mode = reading or ("news" if published else "narrative")
    matches = list(scan(text, "timex3"))
    matches = numeric.settle(matches, day_first=day_first, published=published if mode == "news" else None)
    found = [part for match in matches for part in _parts(text, match, mode)]
    items = surroundings.items(text, found)
    decoder = Decoder(
        items, published if mode == "news" else None, news=mode == "news", story_deixis=mode == "narrative"
    )
    return [_timex(text, one, resolution, mode) for one, resolution in zip(found, decoder.decode(), strict=True)]


def _end(text: str, match: Match, mode: Mode) -> int:
    """Return the end of an expression: a length of time keeps its complement (weeks of fighting) in a narrative."""
    if mode == "narrative":
        counted = match.rule in COUNTED and AFTER.search(text, match.start, match.end)
        lasting = match.reading.kind == "duration" and match.rule != "part-duration"
        pattern = EVENT if counted else COMPLEMENT if lasting or match.rule == "ordinal-day" else None
        complement = pattern.match(text, match.end) if pattern else None
        return complement.end() if complement else match.end
    return match.end


def _length_of(text: str, match: Match) -> Found:
    """Read "two weeks after the vote" as TimeML does: a length of time and a signal."""
    length = AFTER.search(text, match.start, match.end)
    if length is None or not next_word(text, match.end):
        return Found(match.start, match.end, match.rule, match.reading)
    start = match.start + len(LIMIT.match(text, match.start, match.end)[0])  # type: ignore[index]
    reading = read("duration", {"unit": match.reading.unit, "amount": match.reading.amount}, {})
    return Found(start, length.start(), match.rule, reading or match.reading)


def _parts(text: str, match: Match, mode: Mode) -> Sequence[Found]:
    """Return the one or two expressions of a match: TIMEX3 marks both ends of an interval."""
    start = match.start
    if match.rule in ATTRIBUTIVE and _is_attribute(text, match):
        article = ARTICLE.match(text, start, match.end)
        start = article.end() if article else start
    if match.second is None:
        if mode == "news" and match.rule in COUNTED:
            return [_length_of(text, match)]
        if text[match.start : match.end].lower() in words(f"not_in_{mode}"):
            return []
        return [Found(start, _end(text, match, mode), match.rule, match.reading)]
    return [
        Found(start, match.split[0], match.rule, match.reading),
        Found(match.split[1], match.end, match.rule, match.second),
    ]


def _is_attribute(text: str, match: Match) -> bool:
    """Tell whether a noun follows that the expression modifies."""
    if ORDER.search(text, match.start, match.end):
        return False
    if "-" in text[match.start : match.end] and match.reading.kind == "duration":
        return not text[match.start : match.end].endswith("period")
    if text[match.end : match.end + 1] in "'’":
        return match.reading.kind == "duration" and text[match.start : match.end].lower().startswith("the ")
    word = next_word(text, match.end)
    return (
        bool(word)
        and "\n" not in text[match.end : match.end + 2]
        and word.lower() not in words("not_noun")
        and (not word.endswith(("ed", "ly")))
    )


def _timex(text: str, one: Found, resolution: Resolution, mode: Mode) -> Timex:
    value = _value(one.reading, resolution, mode)
    return Timex(
        one.start, one.end, text[one.start : one.end], _type(one.reading, value), value, one.reading.mod, one.rule
    )


def _type(reading: Reading, value: str) -> Type:
    if reading.kind == "duration":
        return "DURATION"
    if reading.kind == "set":
        return "SET"
    return "TIME" if "T" in value and not value.endswith("_REF") and value[:1] != "X" else "DATE"


def _value(reading: Reading, resolution: Resolution, mode: Mode) -> str:
    resolved = resolution.reading
    if reading.kind == "duration" and mode == "news":
        return TENS.sub(lambda tens: "PXY" if tens[1] == "X" else f"P{int(tens[1]) * 10}Y", reading.value)
    if reading.kind == "reference":
        return _in_era(reading.value, resolution.near)
    if reading.kind in ("duration", "set"):
        return reading.value
    if reading.form == "today" and resolved is None:
        return f"XXXX-XX-XX{reading.time}" if reading.time else "PRESENT_REF"
    if resolved is not None:
        return write(resolved) + (reading.time or "")
    if reading.kind == "shift":
        return _in_era(_open(reading, resolution.near), resolution.near)
    return write(reading) + reading.time


def _in_era(value: str, near: Reading | None) -> str:
    """Mark an open date of a story that is set before Christ."""
    before_christ = near is not None and (near.year or 1) <= 0
    return f"BC{value}" if before_christ and value.startswith("XXXX-") else value


def _open(reading: Reading, near: Reading | None) -> str:
    """Write a shift that nothing anchors: as many X as the expression leaves open."""
    if near is not None and reading.unit == "D" and reading.base == "context" and near.digits == 4:
        # So many days behind a day of some month may lie in the next.
        month = near.month if reading.amount is None or reading.direction == 0 else None
        told = write(Reading("calendar", year=near.year, month=month))
        return (told if month else f"{told}-XX") + "-XX" + reading.time
    if near is not None and reading.unit in ("W", "M") and reading.base == "context" and near.digits == 4:
        return write(Reading("calendar", year=near.year)) + OPEN[reading.unit][4:]
    if reading.weekday is not None:
        return f"XXXX-WXX-{reading.weekday}{reading.time}"
    if reading.month is not None or reading.part:
        return write(reading)
    if reading.day is not None:
        return f"XXXX-XX-{reading.day:02d}"
    return OPEN.get(reading.unit, "") + reading.time


def write(reading: Reading) -> str:
    """Return the TIMEX3 value of a date; XXXX stands for a missing year."""
    value = "XXXX" if reading.year is None else _year(reading)
    if reading.week is not None:
        return f"{value}-W{reading.week:02d}" + ("-WE" if reading.part == "WE" else "")
    if reading.month is not None:
        value += f"-{reading.month:02d}" + (f"-{reading.day:02d}" if reading.day is not None else "")
    elif reading.part:
        value += f"-{reading.part}"
    return value


def _year(reading: Reading) -> str:
    year = reading.year or 0
    if reading.digits == 4:
        return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"
    return ("BC" if year < 0 else "") + f"{abs(year):04d}"[: reading.digits]
