"""When: the date of the signing or conclusion, else of the step that the text dates."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline import edtf
from pipeline.agreements.claims import Candidate, choose
from pipeline.agreements.context import Context
from pipeline.agreements.entries import bare_date, leading_date, opens_entry
from pipeline.agreements.events import Event, Reading
from pipeline.agreements.lexicon import StepWord, find_heads, steps_of, words
from pipeline.agreements.mentions import InstrumentMention, find_nested
from pipeline.agreements.relations import continues_list
from pipeline.agreements.steps import ToldStep
from pipeline.agreements.syntax import governor
from pipeline.agreements.units import Sentence
from pipeline.records import DateMention, Span

UNSIGNED = 15
TAKES_SIGNING = frozenset({"signed", "initialled"})


def named_date(mention: InstrumentMention) -> tuple[int, DateMention] | None:
    """Return the date that is part of how an instrument is called: "of 7 December 1999", "the 1993 agreement".

    In a heading a date at the end dates what the heading names ("Tax Agreement, 2009.").
    """
    units = mention.sentence.units
    dates = dict(mention.sentence.dates())
    if mention.first - 1 in dates:
        return mention.first - 1, dates[mention.first - 1]
    if mention.first - 2 in dates and units[mention.first - 1].text == "," and units[mention.first - 3].lower == "the":
        return mention.first - 2, dates[mention.first - 2]  # "the March 18, 2015, Agreement"
    if any(nested.last == mention.last for nested in find_nested(mention)):
        return None  # "the Protocol to the Agreement of 2015": the date is the agreement's
    for i in range(mention.last + 1, min(len(units), mention.last + 3)):
        if i in dates and units[i - 1].lower in {"of", "dated"}:
            return i, dates[i]
    if units[mention.last + 1 : mention.last + 2] and units[mention.last + 1].text == ",":
        behind_comma = mention.last + 3
        if behind_comma in dates and units[behind_comma - 1].lower in {"of", "dated"}:
            return behind_comma, dates[behind_comma]
    bracket = mention.last + 1
    if (
        bracket + 2 < len(units)
        and units[bracket].text == "("
        and bracket + 1 in dates
        and units[bracket + 2].text == ")"
    ):
        return bracket + 1, dates[bracket + 1]
    behind = [i for i in dates if i > mention.last]
    entry = bare_date(mention)
    if entry is not None:
        return entry
    tail = [i for i in behind if units[i - 1].lower in {"of", "dated"}]
    if tail and not _leaves_phrase(mention, tail[0]):
        return tail[0], dates[tail[0]]
    return None


def told_years(reading: Reading) -> set[str]:
    """Return the years that a sentence gives for what it tells of an instrument: of its step, else of the sentence."""
    found = [*_named(reading), *(date for step in reading.steps for date in _of_step(reading, step))]
    if found:
        return {choose(found)[0][:4]}
    return {date.value[:4] for _, date in reading.sentence.dates()}


def date_candidates(event: Event, context: Context) -> list[Candidate]:
    """Return what the text offers for the date of an event."""
    found: list[Candidate] = []
    for reading in event.readings:
        found += _named(reading)
        for step in reading.steps:
            found += _of_step(reading, step)
        found += _of_occasion(reading)
        found += _behind_name(reading)
        found += _of_meeting(reading, context)
        found += _of_today(reading, context)
        found += _of_lead(reading, context)
        found += _of_effect(reading)
    found += _of_anniversary(event, context)
    if context.news is not None and _is_news(event):
        date = context.news
        told = date is not context.dateline
        reason = "the meeting that the news tells of" if told else "the dateline dates the signings that are its news"
        found.append(Candidate("date", date.value, "date-of-dateline", (Span(date.start, date.end),), reason))
    return found


def _named(reading: Reading) -> list[Candidate]:
    if reading.named_date is None:
        return []
    _, date = reading.named_date
    rule = "date-of-heading" if reading.sentence.is_heading else "date-in-name"
    return [Candidate("date", date.value, rule, (Span(date.start, date.end),), "the date is part of its name")]


def _of_step(reading: Reading, step: ToldStep) -> list[Candidate]:
    """Return the dates that stand with a step: behind it before the next step, or at the front of its clause."""
    if not step.status or step.word.step.id == "apply" or _is_followed(step):
        return []
    sentence = step.sentence
    taken = _dates_of_names(sentence) | _dates_of_peers(reading) | _dates_of_other_verbs(sentence, step)
    kind = "signing" if step.status == "signed" else "step"
    found = []
    for i, date in sentence.dates():
        if (
            kind == "signing"
            and i > step.word.last
            and sentence.units[i - 1].lower in {"from", "since"}
            and _is_begun(step)
        ):
            continue
        if i in taken or _is_span_end(sentence, i) or (_is_own(reading, step) and _is_of_list_item(reading, step, i)):
            continue
        place = _place_of(sentence, step, reading.mention if _is_own(reading, step) else None, i)
        if place is None or (place == "front" and _is_restricting(reading, step, i)):
            continue
        distance = min(abs(i - step.word.last), abs(i - step.word.first))
        if step.word.step.id != "sign":
            distance += UNSIGNED  # the signing proper decides, where another word for the conclusion has a date too
        reason = f"stands {'behind' if place == 'behind' else 'in front of'} “{_word(step)}”"
        evidence = (Span(date.start, date.end), step.span)
        found.append(Candidate("date", date.value, f"date-{place}-{kind}", evidence, reason, distance))
    return found


def _is_restricting(reading: Reading, step: ToldStep, i: int) -> bool:
    """Tell whether a date in front is not that of a clause behind the instrument ("In 1999 … a pact signed by")."""
    behind = step.relation in {"participle", "relative"} and step.word.first > reading.mention.last
    return behind and _is_own(reading, step) and i < reading.mention.first


def _is_begun(step: ToldStep) -> bool:
    """Tell whether a date behind "from" is when something else began, not when this step took place."""
    return step.word.step.id not in {"date-from", "date-back"}


def _is_own(reading: Reading, step: ToldStep) -> bool:
    """Tell whether the step is told in the sentence of the mention, and not taken over from a sentence before."""
    return step.sentence is reading.sentence


def _is_followed(step: ToldStep) -> bool:
    """Tell whether something else followed ("a letter of intent was followed by a contract in May")."""
    return step.word.step.id == "follow" and step.relation == "passive"


def _is_span_end(sentence: Sentence, i: int) -> bool:
    """Tell whether a date only ends a stretch of time ("until 2006", "for 2016–2018")."""
    return i > 0 and sentence.units[i - 1].lower in {"until", "till", "through", "for", "than"}


def _place_of(sentence: Sentence, step: ToldStep, mention: InstrumentMention | None, i: int) -> str | None:
    """Return "behind" or "front" if date `i` stands in the clause of the step, None if another step takes it."""
    covered = range(mention.first, mention.last + 1) if mention else range(0)
    others = [
        word
        for word in steps_of(sentence)
        if word.form in {"past", "base"} and word.first != step.word.first and word.first not in covered
    ]
    if i > step.word.last:
        between = range(step.word.last + 1, i)
        if any(w.first in between and not _is_joined(sentence, step.word, w) for w in others):
            return None
        if _is_behind_participle(sentence, i, step.word.last):
            return None
        return None if _crosses_clause(sentence, step.word.last, i, covered) else "behind"
    if any(sentence.units[k].text == ";" for k in range(i + 1, step.word.first)) or _is_taken_in_front(
        sentence, others, i
    ):
        return None
    return "front"


def _is_joined(sentence: Sentence, one: StepWord, other: StepWord) -> bool:
    """Tell whether two verbs share their object and date ("negotiated and signed in 1993")."""
    between = sentence.units[one.last + 1 : other.first]
    return other.step.status == one.step.status and len(between) <= 2 and any(unit.lower == "and" for unit in between)


def _is_taken_in_front(sentence: Sentence, others: list[StepWord], i: int) -> bool:
    """Tell whether a date stands behind another step that it belongs to ("signed in 1998, was extended …")."""
    if _is_behind_participle(sentence, i):
        return True
    before = [word for word in others if word.last < i]
    if not before:
        return False
    between = sentence.units[before[-1].last + 1 : i]
    # A second clause may open with its own date: "… was signed, and in 1995 they ratified it".
    return not any(unit.lower in {"and", "but"} or unit.text == ";" for unit in between)


def _is_behind_participle(sentence: Sentence, i: int, behind: int = -1) -> bool:
    """Tell whether a date stands right behind another participle, set off by a comma (", severed in 1987,")."""
    units = sentence.units
    k = i - 1
    while k > 0 and (units[k].lower in words()["prepositions"] or units[k].kind == "place"):
        k -= 1
    return k > max(0, behind) and units[k].lower.endswith("ed") and units[k - 1].text == ","


def _crosses_clause(sentence: Sentence, left: int, right: int, covered: range) -> bool:
    """Tell whether another clause begins between a step and a date behind it."""
    units = sentence.units
    for k in range(left + 1, right):
        if k in covered:
            continue
        if units[k].text == ";" or units[k].lower in {"which", "who", "while", "whereas", "where", "once"}:
            return True
        if units[k].text == "," and units[k + 1].lower in {"and", "but"} and not _lists_on(sentence, k, right):
            return True
        if units[k].lower in {"to", "for"} and k + 1 < right and units[k + 1].lower == "be":
            return True
    return False


def _lists_on(sentence: Sentence, left: int, right: int) -> bool:
    """Tell whether ", and" goes on with a list that ends in front of the date: of instruments, places or parties."""
    behind = sentence.units[left + 2 : right]
    if any(unit.lower in words()["auxiliaries"] for unit in behind):
        return False
    if all(unit.lower in words()["prepositions"] for unit in behind):
        return False  # "…, and on 3 June an addendum": the date opens the next clause
    return bool(find_heads(behind)) or len(behind) <= 4


# "The year of 2005" and "the end of May" are dates, not names with a date.
PERIODS = frozenset("year month spring summer autumn fall winter end beginning middle course".split())


def _dates_of_names(sentence: Sentence) -> set[int]:
    """Return the dates behind "of" or "dated" and a capital: they belong to a name ("the Act of 1954")."""
    taken = set()
    for i, _ in sentence.dates():
        if i >= 2 and sentence.units[i - 1].lower in {"of", "dated"}:
            before = sentence.units[i - 2]
            if (
                before.lower not in PERIODS
                and before.kind != "date"
                and (before.is_capitalized or before.kind == "place")
            ):
                taken.add(i)
    return taken


def _is_of_list_item(reading: Reading, step: ToldStep, i: int) -> bool:
    """Tell whether a date belongs to one item of a list of instruments, with the next item behind it."""
    own = reading.mention.last + 2
    if i in {own - 1, own} and reading.sentence.units[own - 1].lower in {"in", "on", "of", "dated"}:
        return False
    items = [peer for peer in reading.peers if peer.first > step.word.last]
    units = reading.sentence.units
    return any(
        one.last < i < other.first and continues_list(units, one, other) and not _has_own_verb(reading, other)
        for one, other in pairwise(items)
    )


def _has_own_verb(reading: Reading, peer: InstrumentMention) -> bool:
    """Tell whether an instrument opens a clause of its own ("…, and the pact took effect")."""
    words_ = steps_of(reading.sentence)
    return any(0 < word.first - peer.last <= 4 and word.form == "past" for word in words_)


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


def _of_occasion(reading: Reading) -> list[Candidate]:
    """Return the only date of a sentence that tells a signing without taking any date to itself."""
    dates = [(i, date) for i, date in reading.sentence.dates() if i not in _dates_of_names(reading.sentence)]
    signings = [step for step in reading.steps if step.status in TAKES_SIGNING and _is_own(reading, step)]
    if dates and reading.sentence.units[dates[0][0] - 1].lower in {"since", "from"}:
        return []
    if len(dates) != 1 or not signings or _is_span_end(reading.sentence, dates[0][0]) or _is_followed(signings[0]):
        return []
    i, date = dates[0]
    if any(reading.mention.last < peer.first < i for peer in reading.peers if not continues(reading, peer)):
        return []
    others = [w for w in steps_of(reading.sentence) if w.form == "past" and w.first != signings[0].word.first]
    if signings[0].relation == "agent" and _is_taken_in_front(reading.sentence, others, i):
        return []
    reason = "the only date of the sentence that tells the signing"
    distance = abs(i - signings[0].word.first)
    return [Candidate("date", date.value, "date-of-sentence", (Span(date.start, date.end),), reason, distance)]


def _behind_name(reading: Reading) -> list[Candidate]:
    """Return the date right behind an instrument that the sentence tells no step of ("the Test Ban Treaty in 1963")."""
    mention = reading.mention
    behind = mention.last + 1
    dates = dict(mention.sentence.dates())
    units = mention.sentence.units
    if any(step.status for step in reading.steps) or behind + 1 not in dates or units[behind].lower not in {"in", "on"}:
        return []
    date = dates[behind + 1]
    if mention.head.plural and not mention.title:
        return []
    reason = "stands right behind its name"
    return [Candidate("date", date.value, "date-behind-name", (Span(date.start, date.end),), reason)]


def _of_meeting(reading: Reading, context: Context) -> list[Candidate]:
    """Return the date of the visit or meeting that the sentences before tell of, for a signing without a date."""
    meeting = context.meetings.get(reading.sentence.number)
    if meeting is None or reading.sentence.dates():
        return []
    signings = [step for step in reading.steps if step.status in TAKES_SIGNING and _is_own(reading, step)]
    if not any(_is_reported(step) and not _is_perfect(step) for step in signings):
        return []
    reason = "the date of the visit or meeting that the text tells of before"
    return [Candidate("date", meeting.value, "date-of-meeting", (Span(meeting.start, meeting.end),), reason)]


def continues(reading: Reading, peer: InstrumentMention) -> bool:
    """Tell whether an instrument behind the reading's is one more of a list, which shares its date."""
    between = [one for one in (*reading.peers, peer) if reading.mention.last < one.first <= peer.first]
    chain = [reading.mention, *between]
    return all(continues_list(reading.sentence.units, one, other) for one, other in pairwise(chain) if one is not other)


def _dates_of_other_verbs(sentence: Sentence, step: ToldStep) -> set[int]:
    """Return the dates that the parse gives to other verbs, if it gives one to the step's own."""
    if not sentence.tree:
        return set()
    own, others = set(), set()
    verbs = set(range(step.word.first, step.word.last + 1))
    for i, _ in sentence.dates():
        above = governor(sentence, i)
        if above in verbs:
            own.add(i)
        elif sentence.tree[above].pos in {"VERB", "AUX"}:
            others.add(i)
    return others if own else set()


def _is_news(event: Event) -> bool:
    """Tell whether a press release reports the signing as its news: told in the past, not cited from before."""
    return any(
        step.status in TAKES_SIGNING and step.relation != "participle" and _is_reported(step) and not _is_perfect(step)
        for reading in event.readings
        for step in reading.steps
    )


def _is_reported(step: ToldStep) -> bool:
    """Tell whether the step is told as something that took place ("signed", "the signing of")."""
    return step.word.form in {"past", "gerund"} or (step.word.form == "noun" and step.word.step.id == "sign")


def _is_perfect(step: ToldStep) -> bool:
    """Tell whether the step is told in the perfect: it took place some time before the news ("have been signed")."""
    close = step.sentence.units[max(0, step.word.first - 3) : step.word.first]
    return any(unit.lower in {"have", "has", "had"} for unit in close)


def _leaves_phrase(mention: InstrumentMention, i: int) -> bool:
    """Tell whether a verb, a comma or another instrument ends the noun phrase before date `i`."""
    units = mention.sentence.units
    between = range(mention.last + 1, i)
    steps = {w.first for w in steps_of(mention.sentence)} | {head.first for head in find_heads(units)}
    if any(units[k].text in {",", ";", ":", "("} or k in steps for k in between):
        return True
    return i - mention.last > 12 or any(units[k].lower in words()["auxiliaries"] for k in between)


def _word(step: ToldStep) -> str:
    return " ".join(unit.text for unit in step.sentence.units[step.word.first : step.word.last + 1])


def _of_effect(reading: Reading) -> list[Candidate]:
    """Return the date on which an instrument did what it was made for ("the Treaty of X ended the war in 1848")."""
    units = reading.sentence.units
    behind = reading.mention.last + 1
    if not reading.mention.title or reading.steps or behind >= len(units) or reading.mention.first > SUBJECT_REACH:
        return []
    if units[behind].lower.endswith("ly"):
        behind += 1
    if behind >= len(units) or units[behind].lower not in EFFECTS:
        return []
    dates = [(i, date) for i, date in reading.sentence.dates() if i > behind]
    if not dates or _crosses_clause(reading.sentence, behind, dates[0][0], range(0)):
        return []
    date = dates[0][1]
    evidence = (Span(date.start, date.end), Span(units[behind].start, units[behind].end))
    reason = f"when it “{units[behind].text}” what it was made for"
    return [Candidate("date", date.value, "date-of-effect", evidence, reason)]


SUBJECT_REACH = 3  # units in front of an instrument that is the subject of its sentence
EFFECTS = frozenset("ended settled established created ceded recognized recognised granted transferred divided".split())


def _of_anniversary(event: Event, context: Context) -> list[Candidate]:
    """Return the year of which a text marks an anniversary: "in 2018 we marked the 75th anniversary of …"."""
    found = []
    for reading in event.readings:
        units = reading.sentence.units
        for i in range(1, reading.mention.first):
            ordinal = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", units[i - 1].lower)
            if units[i].lower != "anniversary" or ordinal is None:
                continue
            dates = [date for _, date in reading.sentence.dates()] or ([context.dateline] if context.dateline else [])
            if len(dates) == 1 and dates[0].value[:4].isdigit():
                year = edtf.format_year(int(dates[0].value[:4]) - int(ordinal[1]))
                evidence = (Span(units[i - 1].start, units[i].end), Span(dates[0].start, dates[0].end))
                found.append(
                    Candidate("date", year, "date-of-anniversary", evidence, "counted back from the anniversary")
                )
    return found


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
            if _place_of(step.sentence, step, reading.mention if _is_own(reading, step) else None, i) is None:
                continue
            rule = "date-of-today" if step.status == "signed" else "date-of-today-step"
            evidence = (Span(unit.start, unit.end), *context.day_spans)
            found.append(Candidate("date", context.day, rule, evidence, f"“{unit.text}” is the day of publication"))
    return found


def _of_lead(reading: Reading, context: Context) -> list[Candidate]:
    """Return the date that leads the paragraph or section, as in chronicles ("9 April. The ministers sign")."""
    if opens_entry(reading.mention) and not reading.steps:
        return _of_entry(reading)
    lead = context.leads.get(reading.sentence.number)
    if lead is None or any(date.start == lead.start for _, date in reading.sentence.dates()):
        return []
    found = []
    for step in reading.steps:
        if not step.status or step.relation == "participle" or not _is_own(reading, step):
            continue
        rule = "date-of-lead" if step.status == "signed" else "date-of-lead-step"
        evidence = (Span(lead.start, lead.end), step.span)
        found.append(Candidate("date", lead.value, rule, evidence, "the date that leads the entry"))
    return found


def _of_entry(reading: Reading) -> list[Candidate]:
    """Return the date that leads an entry for the instrument that it names first ("1868 – Treaty of Peace")."""
    lead = leading_date(reading.sentence)
    if lead is None:
        return []
    span = Span(lead[1].start, lead[1].end)
    return [Candidate("date", lead[1].value, "date-of-lead", (span,), "the date that leads the entry")]
