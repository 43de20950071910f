"""When: the date of the signing or conclusion, else of the step that the text dates."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.agreements.catalogues import is_catalogued
from pipeline.agreements.claims import Candidate, choose
from pipeline.agreements.clauses import (
    dates_of_names,
    dates_of_other_verbs,
    is_followed,
    is_of_occasion_before,
    is_own,
    is_since,
    is_span_end,
    place_of,
)
from pipeline.agreements.context import Context
from pipeline.agreements.dated_names import dated_in_front, is_period, named_date
from pipeline.agreements.events import Event, Reading
from pipeline.agreements.listed import is_of_list_item
from pipeline.agreements.occasions import of_occasions
from pipeline.agreements.status import is_overcome
from pipeline.agreements.steps import ToldStep
from pipeline.agreements.units import Sentence
from pipeline.records import DateMention, Span

UNSIGNED = 35


def told_years(reading: Reading) -> set[str]:
    """Return the years that a sentence gives for what it tells of an instrument: of its step, else of the sentence."""
    found = [*_named(reading), *(date for step in reading.steps for date in _of_step(reading, step))]
    if found:
        return {choose(found)[0][:4]}
    return {date.value[:4] for _, date in reading.sentence.dates()}


def date_candidates(event: Event, context: Context) -> list[Candidate]:
    """Return what the text offers for the date of an event."""
    found: list[Candidate] = []
    steps = [step for reading in event.readings for step in reading.steps if step.status]
    for reading in event.readings:
        found += _named(reading)
        for step in reading.steps:
            if step.status != "terminated" or not is_overcome(step, steps):
                found += _of_step(reading, step)
    return [*found, *of_occasions(event, context)]


def _named(reading: Reading) -> list[Candidate]:
    if reading.named_date is None:
        return []
    _, date = reading.named_date
    rule = "date-of-heading" if reading.sentence.is_heading else "date-in-name"
    return [Candidate("date", date.value, rule, (Span(date.start, date.end),), "the date is part of its name")]


def _of_step(reading: Reading, step: ToldStep) -> list[Candidate]:
    """Return the dates that stand with a step: behind it before the next step, or at the front of its clause."""
    if not step.status or step.word.step.id == "apply" or is_followed(step) or is_catalogued([step]):
        return []
    sentence = step.sentence
    taken = dates_of_names(sentence) | _dates_of_peers(reading) | dates_of_other_verbs(sentence, step)
    kind = "signing" if step.status == "signed" else "step"
    found = []
    dates = dict(sentence.dates())
    ends = _stretches(sentence, dates)
    for i, date in dates.items():
        if (
            kind == "signing"
            and i > step.word.last
            and sentence.units[i - 1].lower in {"from", "since"}
            and _is_begun(step)
            and i not in ends
        ):
            continue
        if (
            i in taken
            or i in ends.values()
            or is_span_end(sentence, i)
            or is_of_occasion_before(sentence, i, dates)
            or (kind == "signing" and is_since(sentence, i, step.word.first))
            or (is_own(reading, step) and is_of_list_item(reading, step, i, taken))
        ):
            continue
        if is_own(reading, step) and (_is_period(reading, date, i) or _is_of_member(reading, i)):
            continue
        place = _place(reading, step, i)
        if place is None:
            continue
        distance = min(abs(i - step.word.last), abs(i - step.word.first))
        if step.word.step.id != "sign":
            distance += UNSIGNED  # the signing proper decides, where another word for the conclusion has a date too
        reason = f"stands {'behind' if place == 'behind' else 'in front of'} “{_word(step)}”"
        value, last = date.value, dates[ends.get(i, i)]
        if last is not date:
            value = f"{date.value}/{last.value}"
        evidence = (Span(date.start, last.end), step.span)
        found.append(Candidate("date", value, f"date-{place}-{kind}", evidence, reason, distance))
    return found


def _place(reading: Reading, step: ToldStep, i: int) -> str | None:
    """Return "behind" or "front" if date `i` is of the step as the instrument took it, None if not."""
    own = is_own(reading, step)
    if own and dated_in_front(step.sentence.units, reading.mention) == i:
        return "front"
    place = place_of(step.sentence, step, reading.mention if own else None, i)
    return None if place == "front" and _is_restricting(reading, step, i) else place


def _stretches(sentence: Sentence, dates: Mapping[int, DateMention]) -> dict[int, int]:
    """Return the dates that begin a stretch of time, each with the one that ends it ("between 1990 and 1995")."""
    units = sentence.units
    return {
        i: i + 2
        for i, date in dates.items()
        if i and i + 2 in dates and (units[i - 1].lower, units[i + 1].lower) in STRETCHING
        if DATED.fullmatch(date.value) and DATED.fullmatch(dates[i + 2].value) and date.value < dates[i + 2].value
    }


STRETCHING = frozenset({("between", "and"), ("from", "to")})
DATED = re.compile(r"\d{4}(-\d\d){0,2}")


def _is_period(reading: Reading, date: DateMention, i: int) -> bool:
    """Tell whether years right behind the instrument are those it is for ("the Action Plan (2013–2017)")."""
    units = reading.sentence.units
    near = i - reading.mention.last in {1, 2} or (units[i - 1].text == "(" and i > reading.mention.last)
    return near and is_period(date) and units[i - 1].lower not in {"in", "of"}


def _is_of_member(reading: Reading, i: int) -> bool:
    """Tell whether a date is that of a member of the set ("many agreements, including a treaty on tax in 2016")."""
    mention, units = reading.mention, reading.sentence.units
    named = [k for k in range(mention.last + 1, i) if units[k].lower in {"including", "namely", "notably"}]
    return mention.head.plural and any(named[0] < peer.first < i for peer in reading.peers if named)


def _is_restricting(reading: Reading, step: ToldStep, i: int) -> bool:
    """Tell whether a date in front is not that of a clause behind the instrument ("In 1999 … a pact signed by")."""
    behind = step.relation in {"participle", "relative"} and step.word.first > reading.mention.last
    return behind and is_own(reading, step) and i < reading.mention.first


def _is_begun(step: ToldStep) -> bool:
    """Tell whether a date behind "from" is when something else began, not when this step took place."""
    return step.word.step.id not in {"date-from", "date-back"}


def _dates_of_peers(reading: Reading) -> set[int]:
    """Return the dates in the names of the other instruments of the sentence ("the agreement of 7 December 1999")."""
    own = reading.named_date[0] if reading.named_date else -1
    others = [peer for peer in reading.peers if peer.span != reading.mention.span]
    found = {named[0] for peer in others if (named := named_date(peer)) is not None}
    units = reading.sentence.units
    for i, _ in reading.sentence.dates():
        in_brackets = 0 < i < len(units) - 1 and units[i - 1].text == "(" and units[i + 1].text == ")"
        if in_brackets and any(reading.mention.last < peer.first < i for peer in others):
            found.add(i)
    return found - {own}


def _word(step: ToldStep) -> str:
    return " ".join(unit.text for unit in step.sentence.units[step.word.first : step.word.last + 1])
