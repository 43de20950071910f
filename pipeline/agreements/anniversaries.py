"""When, by how long ago: "in 2018 we marked the 75th anniversary of …", "marks 60 years since …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline import edtf
from pipeline.agreements.claims import Candidate
from pipeline.agreements.clauses import is_own
from pipeline.agreements.context import Context
from pipeline.agreements.counts import ORDINAL
from pipeline.agreements.events import Event, Reading
from pipeline.agreements.lexicon import steps_of
from pipeline.agreements.units import MARK, Unit
from pipeline.records import DateMention, Span

TENTHS = "tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth".split()
ORDINALS = {word: 10 * number for number, word in enumerate(TENTHS, start=1)}
YEARS = {"centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200, "sesquicentennial": 150}
MARKED = frozenset(
    "mark marks marked marking celebrate celebrates celebrated celebrating commemorate commemorates commemorated "
    "commemorating".split()
)


def of_anniversary(event: Event, context: Context) -> list[Candidate]:
    """Return the year, or month, of which a text marks an anniversary, counted back from when it is marked."""
    found = []
    for reading in event.readings:
        units = reading.sentence.units
        for i in range(reading.mention.first):
            years = _years(units, i)
            marked = _marked_on(reading, context) if years and _is_of(reading, i) else None
            if marked is None or not marked.value[:4].isdigit():
                continue
            then = edtf.format_year(int(marked.value[:4]) - years) + _month(reading, marked)
            evidence = (Span(units[max(0, i - 1)].start, units[i].end), Span(marked.start, marked.end))
            reason = "counted back from the anniversary"
            found.append(Candidate("date", then, "date-of-anniversary", evidence, reason))
    return found


def _is_of(reading: Reading, i: int) -> bool:
    """Tell whether the anniversary at `i` is that of the instrument, and not of what it was signed to mark.

    "The 50th anniversary of the treaty"; not "on the 50th anniversary of the republic, they signed a treaty".
    """
    first = reading.mention.first
    between = reading.sentence.units[i + 1 : first]
    if any(unit.kind == MARK and unit.text not in {"-", "–"} for unit in between):
        return False
    if any(i < peer.first < first for peer in reading.peers):
        return False
    told = any(i < word.first < first and word.form == "past" for word in steps_of(reading.sentence))
    return not told or between[0].lower == "since"


def _years(units: Sequence[Unit], i: int) -> int:
    """Return how many years ago is marked, by the word at `i` ("75th anniversary", "60 years since"), 0 if none."""
    lower = units[i].lower
    if lower in YEARS:
        return YEARS[lower]
    before = units[i - 1].lower if i else ""
    if lower == "anniversary":
        ordinal = ORDINAL.fullmatch(before)
        return int(ordinal[1]) if ordinal else ORDINALS.get(before, 0)
    behind = units[i + 1].lower if i + 1 < len(units) else ""
    counts = lower == "years" and behind in {"since", "of"} and before.isdigit()
    return int(before) if counts and MARKED & {unit.lower for unit in units} else 0


def _marked_on(reading: Reading, context: Context) -> DateMention | None:
    """Return the date on which an anniversary is marked: the only one of its sentence, else that of the text.

    "The 45th anniversary of the treaty signed in 1977" tells that of the signing instead.
    """
    dates = list(reading.sentence.dates())
    if len(dates) > 1:
        return None
    if not dates:
        ahead = "next" in {unit.lower for unit in reading.sentence.units}
        return None if ahead else context.dateline
    i, date = dates[0]
    signings = [step for step in reading.steps if is_own(reading, step) and step.relation in {"participle", "relative"}]
    told = any(reading.mention.last < step.word.first < i for step in signings)
    return None if told or reading.mention.first <= i <= reading.mention.last else date


def _month(reading: Reading, marked: DateMention) -> str:
    """Return the month of the anniversary, as EDTF writes it, where it is told behind what it is of."""
    month = re.fullmatch(r"\d{4}(-(?:0[1-9]|1[0-2]))", marked.value)
    return month[1] if month and marked.start > reading.mention.span.end else ""
