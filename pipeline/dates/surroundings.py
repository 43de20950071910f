"""What the words around an expression tell about its place in time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pipeline.dates.contexts import alternatives
from pipeline.dates.decode import Item
from pipeline.dates.readings import Reading

NEAR = 90
HEADING = 80  # characters that the line of a heading has at most
SENTENCE_MARKS = '.:;,!?"”'
CLAUSE_MARKS = ".!?;\n"
AHEAD = re.compile(
    rf"(?:\b(?:{alternatives('ahead')})\b[^.!?\n]{{0,80}}|\b(?:{alternatives('ahead_beside')}) (?:the )?)$",
    re.IGNORECASE,
)
PLANNED = re.compile(rf"\b(?:{alternatives('planned')}) [a-z]+ (?:[a-z]+ )?(?:in |on |by )?(?:late |early )?$")
_RUN = r"(?:(?! and | but | that )[^.!?;,\n]){0,30}"
WILL = re.compile(rf"{_RUN},?{_RUN}\b(?:{alternatives('will')})\b")
DONE = re.compile(rf"\b(?:{alternatives('done')}) (?:in |on )?(?:late |early )?$")
# Without a cue, a clause in the present tense that gives a day tells of a plan; one in the past tense does not.
PRESENT = re.compile(rf"\b(?:{alternatives('present')})\b")
# What looks like a verb of these and is none: "paid a working visit", "this week's visit".
NOUNS = re.compile(
    r"(?:\b(?:an?|the|this|his|her|its|their|official|working|state|first|private|brief|joint)|['’]s?)"
    r" (?:visits?|travels|starts?|meets?|opens?)\b"
)
PAST = re.compile(rf"\b(?:{alternatives('past')}|[a-z]{{2,}}ed)\b")
EARLIER = re.compile(
    r"\bhad (?:been )?(?:[a-z]+ed|[a-z]+en|spent|met|won|lost|left|held|made|begun|sent|fought|built)\b[^.!?;\n]{0,60}$"
)
ASIDE = re.compile(
    rf"(?:[(\[]|\b(?:{alternatives('comparison')})(?: the)? ?|\b(?:{alternatives('ends')})\b[^.;,\n]{{0,50}})$",
    re.IGNORECASE,
)
GOES_ON = re.compile(r",? (?:when|in which)\b")  # "took no action until 1844, when talks began": the story goes on
APPOSED_BEFORE = re.compile(rf",? \(?(?:{alternatives('nearly')})? ?$")
APPOSED_BEHIND = re.compile(r",? (?:on |in )?\(?(?:on |in )?(?:the )?$")
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s")
CITED = re.compile(rf"\b(?:{alternatives('cited')})s? of $", re.IGNORECASE)
LINE_HEAD = re.compile(r"(?:^|\n)[ \t\u00a0•·*–—-]*$")
ENTRY_MARK = re.compile(r"[ \t\u00a0]*(?:[-–—:|]|\t)(?!\d)")
# How closely expressions hang together, by what lies between them.
SAME_SENTENCE, NEXT_SENTENCE, NEXT_PARAGRAPH, NEXT_SECTION = 1.2, 1.0, 0.9, 0.7


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at characters `start` to `end` of the text, and what it says."""

    start: int
    end: int
    rule: str
    reading: Reading


class Placed(Protocol):
    """What has a place in a text and a reading."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character behind the last one."""

    @property
    def reading(self) -> Reading:
        """What the expression says by itself."""


def items(text: str, found: Sequence[Placed]) -> list[Item]:
    """Return the expressions, in order of the text, as items for the decoder."""
    result: list[Item] = []
    headings = _headings(text, found)
    section: tuple[int, int] | None = None
    entry: tuple[int, int] | None = None  # the year and the last character of an entry of a chronicle
    for number, one in enumerate(found):
        section = headings.get(number, section)
        entry = _entry(text, one) or (entry if entry and one.start < entry[1] else None)
        before = found[number - 1] if number else None
        behind = found[number + 1] if number + 1 < len(found) else None
        result.append(
            Item(
                _told(one.reading),
                ahead=_looks_ahead(text, one.start),
                told=_is_told(text, one.start),
                earlier=EARLIER.search(text, max(0, one.start - NEAR), one.start) is not None,
                aside=ASIDE.search(text, max(0, one.start - 60), one.start) is not None
                and not GOES_ON.match(text, one.end),
                cited=_is_cited(text, one),
                tie=_tie(text, before.end if before else 0, one.start),
                apposed=_apposed(text, before, one, behind),
                section=(entry[0], entry[0]) if entry else section,
            )
        )
    return result


def _told(reading: Reading) -> Reading:
    """Return what a reading tells of the story: the first ten months of a year are a date of that year."""
    dated = reading.kind == "duration" and (reading.year is not None or reading.month is not None)
    return replace(reading, kind="calendar", value="", unit="", amount=None) if dated else reading


def _headings(text: str, found: Sequence[Placed]) -> dict[int, tuple[int, int]]:
    """Return the first and the last year that a heading names, for the first expression of each such heading."""
    result: dict[int, tuple[int, int]] = {}
    first, line = 0, (-1, -1)
    for number, one in enumerate(found):
        here = line if line[0] <= one.start <= line[1] else _line(text, one.start)
        if here is None:
            continue
        if here != line:
            first, line = number, here
        year = one.reading.year
        if one.reading.complete and one.reading.grain == "Y" and year is not None:
            low, high = result.get(first, (year, year))
            result[first] = (min(low, year), max(high, year))
    return result


def _line(text: str, start: int) -> tuple[int, int] | None:
    """Return the first and last character of the line around `start`, None if it is no heading."""
    begin = text.rfind("\n", max(0, start - HEADING), start) + 1
    end = text.find("\n", start, start + HEADING)
    if (begin == 0 and start > HEADING) or end < 0 or end - begin > HEADING:
        return None
    return None if text[begin:end].rstrip()[-1] in SENTENCE_MARKS else (begin, end)


def _entry(text: str, one: Placed) -> tuple[int, int] | None:
    """Return the year of a date that heads an entry ("1973 – Talks in Oslo …") and where the entry's line ends."""
    if one.reading.year is None or not one.reading.complete or one.reading.digits < 4:
        return None
    if not LINE_HEAD.search(text, max(0, one.start - 8), one.start) or not ENTRY_MARK.match(text, one.end):
        return None
    end = text.find("\n", one.end)
    return one.reading.year, len(text) if end < 0 else end


def _is_cited(text: str, one: Placed) -> bool:
    """Tell whether a year only tells which instrument is meant: the treaty of 1999."""
    if not one.reading.complete or one.reading.grain != "Y":
        return False
    return CITED.search(text, max(0, one.start - 24), one.start) is not None


def _looks_ahead(text: str, start: int) -> bool:
    """Tell whether the words around `start` speak of the future."""
    clause = _clause(text, start)
    if "had been" in clause:
        return False
    if PLANNED.search(clause):
        return True
    if DONE.search(clause):
        return False  # also in front of "will": "said on Wednesday, adding that the deal will …"
    if WILL.match(text, start) or AHEAD.search(clause):
        return True
    return PAST.search(clause) is None and PRESENT.search(NOUNS.sub("", clause)) is not None


def _is_told(text: str, start: int) -> bool:
    """Tell whether the clause in front of `start` is in the past tense."""
    return PAST.search(_clause(text, start)) is not None


def _clause(text: str, start: int) -> str:
    """Return what stands in front of `start` in its clause."""
    front = text[max(0, start - NEAR) : start].removesuffix("\n")
    return front[max(front.rfind(mark) for mark in CLAUSE_MARKS) + 1 :]


def _tie(text: str, start: int, end: int) -> float:
    """Return how closely the expressions that end at `start` and begin at `end` hang together."""
    between = text[start:end] if end - start < 2000 else text[start : start + 2000]
    lines = [line for line in between.split("\n")[1:-1] if line.strip()]
    if any(len(line) < HEADING and line.strip()[-1] not in SENTENCE_MARKS for line in lines):
        return NEXT_SECTION
    if "\n" in between:
        return NEXT_PARAGRAPH
    return NEXT_SENTENCE if SENTENCE_END.search(between) else SAME_SENTENCE


def _apposed(text: str, before: Placed | None, one: Placed, behind: Placed | None) -> int:
    if (
        one.reading.time
        and behind
        and behind.start - one.end < 24
        and behind.reading.day is not None
        and re.fullmatch(r"[^.;\n]*(?:\b(?:on|of)|,) (?:the )?", text[one.end : behind.start])
    ):
        return 1
    if one.reading.kind != "shift" or one.reading.base != "context":
        return 0
    if before and one.start - before.end < 20 and APPOSED_BEFORE.fullmatch(text, before.end, one.start):
        return -1
    if behind and behind.start - one.end < 16 and APPOSED_BEHIND.fullmatch(text, one.end, behind.start):
        return 1
    return 0
