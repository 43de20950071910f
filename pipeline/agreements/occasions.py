"""When, where no date stands with the step: the occasion, the news, the entry, what stands right behind the name."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.agreements.anniversaries import of_anniversary
from pipeline.agreements.catalogues import is_catalogued
from pipeline.agreements.claims import Candidate
from pipeline.agreements.clauses import (
    crosses_clause,
    dates_of_names,
    is_followed,
    is_own,
    is_since,
    is_span_end,
    is_taken_in_front,
    place_of,
)
from pipeline.agreements.context import Context
from pipeline.agreements.entries import leading_date, opens_entry
from pipeline.agreements.events import Event, Reading
from pipeline.agreements.lexicon import steps_of, words
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.merging import is_own_document
from pipeline.agreements.relations import continues_list
from pipeline.agreements.results import is_means
from pipeline.agreements.steps import ToldStep
from pipeline.agreements.units import Unit
from pipeline.records import DateMention, Span

QUALIFIED = 4  # units from an instrument to the date of a participle behind it
TAKES_SIGNING = frozenset({"signed", "initialled"})


def of_occasions(event: Event, context: Context) -> list[Candidate]:
    """Return the dates that stand with no step of an event, but with the occasion on which it was concluded."""
    found: list[Candidate] = []
    for reading in event.readings:
        found += _of_occasion(reading)
        found += _behind_name(reading)
        found += _of_meeting(reading, context)
        found += _of_story(reading, context)
        found += _of_today(reading, context)
        found += _of_lead(reading, context)
        found += _of_effect(reading)
    return [*found, *of_anniversary(event, context), *_of_news(event, context)]


def _of_occasion(reading: Reading) -> list[Candidate]:
    """Return the only date of a sentence that tells a signing without taking any date to itself."""
    dates = [(i, date) for i, date in reading.sentence.dates() if i not in dates_of_names(reading.sentence)]
    signings = [step for step in reading.steps if step.status in TAKES_SIGNING and is_own(reading, step)]
    if dates and reading.sentence.units[dates[0][0] - 1].lower in {"since", "from"}:
        return []
    if len(dates) == 1 and not reading.steps and is_means(reading.mention):
        return [_only_date(dates[0][1], "the only date of the sentence that tells what was done by it")]
    if len(dates) != 1 or not signings or is_span_end(reading.sentence, dates[0][0]) or is_followed(signings[0]):
        return []
    i, date = dates[0]
    if is_since(reading.sentence, i, signings[0].word.first):
        return []
    if any(reading.mention.last < peer.first < i for peer in reading.peers if not _continues(reading, peer)):
        return []
    first = reading.mention.first
    qualified = any(peer.last < i < first and _qualifies(reading, peer.last, i) for peer in reading.peers)
    if qualified and signings[0].word.first > i and not signings[0].word.step.types:
        return []  # "the treaty signed in 1995 led them to sign agreements": that was the treaty
    others = [w for w in steps_of(reading.sentence) if w.form == "past" and w.first != signings[0].word.first]
    if signings[0].relation == "agent" and is_taken_in_front(reading.sentence, others, i):
        return []
    distance = abs(i - signings[0].word.first)
    return [_only_date(date, "the only date of the sentence that tells the signing", distance)]


def _qualifies(reading: Reading, peer: int, i: int) -> bool:
    """Tell whether a date stands with a participle behind another instrument ("the treaty signed in 1995")."""
    between = reading.sentence.units[peer + 1 : i]
    return len(between) < QUALIFIED and not any(unit.lower in words()["auxiliaries"] for unit in between)


def _only_date(date: DateMention, reason: str, distance: float = 0.0) -> Candidate:
    return Candidate("date", date.value, "date-of-sentence", (Span(date.start, date.end),), reason, distance)


def _behind_name(reading: Reading) -> list[Candidate]:
    """Return the date right behind an instrument that the sentence tells no step of ("the Test Ban Treaty in 1963")."""
    mention = reading.mention
    behind = mention.last + 1
    dates = dict(mention.sentence.dates())
    units = mention.sentence.units
    if not any(peer is mention for peer in reading.peers):
        return []  # its title stands inside another: "ratified the Protocol to the Treaty in 2004"
    if (
        any(step.status for step in reading.steps)
        or behind + 2 >= len(units)
        or units[behind].lower not in {"in", "on"}
    ):
        return []
    day = behind + (2 if units[behind + 1].lower == "the" else 1)
    if day not in dates or (day > behind + 1 and units[day + 1].is_capitalized):
        return []  # "Assistance Provided in the 2023 Compact": the year is that of the other
    date = dates[day]
    if mention.head.plural and not mention.title:
        return []
    reason = "stands right behind its name"
    return [Candidate("date", date.value, "date-behind-name", (Span(date.start, date.end),), reason)]


def _of_story(reading: Reading, context: Context) -> list[Candidate]:
    """Return the date of the signing told of before for what the sides signed besides ("They also signed a pact")."""
    date = context.signings.get(reading.sentence.number)
    lowers = [unit.lower for unit in reading.sentence.units]
    goes_on = bool(BESIDES & set(lowers)) or (bool(lowers) and lowers[0] in {"they", "both"})
    if date is None or reading.sentence.dates() or not goes_on:
        return []
    found = []
    for step in reading.steps:
        if step.status == "signed" and step.word.step.id == "sign" and is_own(reading, step):
            evidence = (Span(date.start, date.end), step.span)
            reason = "signed besides what was signed on this date"
            found.append(Candidate("date", date.value, "date-of-story", evidence, reason))
    return found


BESIDES = frozenset("also too additionally".split())


def _of_meeting(reading: Reading, context: Context) -> list[Candidate]:
    """Return the date of the visit or meeting that the sentences before tell of, for a signing without a date."""
    meeting = context.meetings.get(reading.sentence.number)
    named = dates_of_names(reading.sentence)
    if meeting is None or any(i not in named for i, _ in reading.sentence.dates()):
        return []
    signings = [step for step in reading.steps if step.status in TAKES_SIGNING and is_own(reading, step)]
    if all(step.relation in {"participle", "relative"} for step in signings):
        return []  # "they spoke of the pact signed in Lima": that was before
    if not any(_is_reported(step) and not _is_perfect(step) and not _is_since(step) for step in signings):
        return []
    reason = "the date of the visit or meeting that the text tells of before"
    return [Candidate("date", meeting.value, "date-of-meeting", (Span(meeting.start, meeting.end),), reason)]


def _continues(reading: Reading, peer: InstrumentMention) -> bool:
    """Tell whether an instrument behind the reading's is one more of a list, which shares its date."""
    between = [one for one in (*reading.peers, peer) if reading.mention.last < one.first <= peer.first]
    chain = [reading.mention, *between]
    return all(continues_list(reading.sentence.units, one, other) for one, other in pairwise(chain) if one is not other)


def _is_news(event: Event, context: Context) -> bool:
    """Tell whether a press release reports the signing as its news: told in the past, not cited from before."""
    return any(
        step.status in TAKES_SIGNING
        and step.relation != "participle"
        and _is_reported(step)
        and not _is_perfect(step)
        and not _is_since(step)
        and not _is_background(step, context)
        for reading in event.readings
        for step in reading.steps
    )


def _is_background(step: ToldStep, context: Context) -> bool:
    """Tell whether the sentences before spoke of an earlier year: what they go on to tell was before the news."""
    before = context.dated.get(step.sentence.number)
    if before is None or context.dateline is None or OCCASIONS & {unit.lower for unit in step.sentence.units}:
        return False
    return before.value[:4].isdigit() and before.value[:4] < context.dateline.value[:4]


def _is_reported(step: ToldStep) -> bool:
    """Tell whether the step is told as something that took place ("signed", "the signing of")."""
    return step.word.form in {"past", "gerund"} or (step.word.form == "noun" and step.word.step.id == "sign")


def _is_since(step: ToldStep) -> bool:
    """Tell whether the step only says from when on something else is so ("since the two established relations")."""
    return any(unit.lower == "since" for unit in step.sentence.units[max(0, step.word.first - 6) : step.word.first])


def _is_perfect(step: ToldStep) -> bool:
    """Tell whether the step is told in the perfect: it took place some time before the news ("have been signed")."""
    units = step.sentence.units
    close = units[max(0, step.word.first - 3) : step.word.first]
    if any(unit.lower == "just" for unit in close):
        return False  # "has just been signed"
    during = any(
        unit.lower in TALKS and {"during", "following", "after"} & {one.lower for one in units[max(0, i - 4) : i]}
        for i, unit in enumerate(units)
    )
    return not during and any(unit.lower in {"have", "has", "had"} for unit in close)


def _of_news(event: Event, context: Context) -> list[Candidate]:
    """Return the day of the news for a signing that a press release reports."""
    date = context.dateline if is_own_document(event) else context.news
    if date is None or not (_is_news(event, context) or is_own_document(event)):
        return []
    told = date is not context.dateline
    reason = "the meeting that the news tells of" if told else "the dateline dates the signings that are its news"
    return [Candidate("date", date.value, "date-of-dateline", (Span(date.start, date.end),), reason)]


def _of_effect(reading: Reading) -> list[Candidate]:
    """Return the date on which an instrument did what it was made for ("the Treaty of X ended the war in 1848")."""
    units = reading.sentence.units
    behind = reading.mention.last + 1
    fronted = [(i, date) for i, date in reading.sentence.dates() if i <= 1]  # "In 1907, the Treaty of …"
    near = reading.mention.first - (fronted[0][0] + 1 if fronted else 0)
    if not reading.mention.title or reading.steps:
        return []
    if fronted and (verb := _effected(reading)) is not None:
        return [_dated_by_effect(fronted[0][1], units[verb])]
    if behind >= len(units) or near > SUBJECT_REACH:
        return []
    if units[behind].lower.endswith("ly"):
        behind += 1
    if behind >= len(units) or units[behind].lower not in EFFECTS:
        return []
    dates = fronted or [(i, date) for i, date in reading.sentence.dates() if i > behind]
    if not dates or crosses_clause(reading.sentence, behind, dates[0][0], range(0)):
        return []
    return [_dated_by_effect(dates[0][1], units[behind])]


def _effected(reading: Reading) -> int | None:
    """Return the verb for what was done by an instrument ("In 1802, he ended the war under the Peace of Amiens")."""
    units = reading.sentence.units
    first = reading.mention.first - (units[reading.mention.first - 1].lower == "the")
    if first < 1 or units[first - 1].lower not in {"under", "by", "with", "through"}:
        return None
    verbs = [i for i in range(1, first) if units[i].lower in EFFECTS]
    between = [unit.lower for unit in units[verbs[0] : first]] if len(verbs) == 1 else [","]
    if {",", ";"} & set(between) or (units[first - 1].lower == "under" and not FIGHTS & set(between)):
        return None
    return verbs[0]


def _dated_by_effect(date: DateMention, verb: Unit) -> Candidate:
    evidence = (Span(date.start, date.end), Span(verb.start, verb.end))
    return Candidate("date", date.value, "date-of-effect", evidence, f"when it “{verb.text}” what it was made for")


FIGHTS = frozenset("war warfare wars hostilities conflict fighting dispute rivalry".split())
SUBJECT_REACH = 4  # units in front of an instrument that is the subject of its sentence


EFFECTS = frozenset(
    "ended settled established created ceded recognized recognised granted transferred divided fixed gave brought "
    "banned barred limited abolished confirmed guaranteed restored regulated returned closed".split()
)


TALKS = frozenset("talks visit meeting summit negotiations".split())
OCCASIONS = TALKS | {"ceremony", "today", "yesterday"}
TODAY = frozenset({"today", "tonight"})


PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "day"})


def _of_today(reading: Reading, context: Context) -> list[Candidate]:
    """Return the day of publication for a step told of "today" or "this afternoon"."""
    if not context.day:
        return []
    found = []
    for step in reading.steps:
        units = step.sentence.units
        for i, unit in enumerate(units):
            this_day = unit.lower in PARTS_OF_DAY and i > 0 and units[i - 1].lower == "this"
            if not step.status or not (unit.lower in TODAY or this_day):
                continue
            if any(step.word.last < k < i for k, _ in step.sentence.dates()):
                continue  # "which they set up on 25 January 2011, met today"
            if place_of(step.sentence, step, reading.mention if is_own(reading, step) else None, i) is None:
                continue
            rule = "date-of-today" if step.status == "signed" else "date-of-today-step"
            evidence = (Span(unit.start, unit.end), *context.day_spans)
            found.append(Candidate("date", context.day, rule, evidence, f"“{unit.text}” is the day of publication"))
    return found


def _of_lead(reading: Reading, context: Context) -> list[Candidate]:
    """Return the date that leads the paragraph or section, as in chronicles ("9 April. The ministers sign")."""
    if opens_entry(reading.mention) and not reading.steps:
        return _of_entry(reading)
    if not reading.steps and (day := _day_in_front(reading)) is not None:
        reason = "the day that the line begins with"
        return [Candidate("date", day.value, "date-of-lead", (Span(day.start, day.end),), reason)]
    lead = context.leads.get(reading.sentence.number)
    if lead is None or any(date.start == lead.start for _, date in reading.sentence.dates()):
        return []
    found = []
    if _is_named_first(reading) or is_catalogued(reading.steps):
        span = (Span(lead.start, lead.end),)
        found.append(
            Candidate("date", lead.value, "date-of-lead", span, "the date that leads the entry which names it")
        )
    for step in reading.steps:
        qualifies = step.relation == "participle" and not step.sentence.is_heading  # "Lima Accords Signed" tells it
        if not step.status or qualifies or not is_own(reading, step):
            continue
        rule = "date-of-lead" if step.status == "signed" else "date-of-lead-step"
        evidence = (Span(lead.start, lead.end), step.span)
        found.append(Candidate("date", lead.value, rule, evidence, "the date that leads the entry"))
    return found


def _is_named_first(reading: Reading) -> bool:
    """Tell whether an entry of a chronicle names a titled instrument first ("1763. Peace of Paris; …", "By the …")."""
    before = {unit.lower for unit in reading.sentence.units[: reading.mention.first]}
    told = bool(reading.steps) or bool(reading.sentence.dates())
    return reading.mention.title and not told and before <= {"by", "the", "first", "second", "third", "final"}


def _day_in_front(reading: Reading) -> DateMention | None:
    """Return the day or days that a line begins with, before a title ("5-8 July 1997 The Lima Declaration commits")."""
    units = reading.sentence.units
    front = [unit.lower for unit in units[1 : reading.mention.first]]
    day = units[0].mention if units else None
    if not isinstance(day, DateMention) or not reading.mention.title or front not in ([], ["the"]):
        return None
    return day if re.match(r"\d{4}-\d\d-\d\d", day.value) else None


def _of_entry(reading: Reading) -> list[Candidate]:
    """Return the date that leads an entry for the instrument that it names first ("1868 – Treaty of Peace")."""
    lead = leading_date(reading.sentence)
    if lead is None:
        return []
    span = Span(lead[1].start, lead[1].end)
    return [Candidate("date", lead[1].value, "date-of-lead", (span,), "the date that leads the entry")]
