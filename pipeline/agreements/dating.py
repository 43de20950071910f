"""When: the date of the signing or conclusion, else of the step that the text dates."""

from __future__ import annotations

from pipeline.agreements.claims import Candidate
from pipeline.agreements.context import Context
from pipeline.agreements.entries import bare_date
from pipeline.agreements.events import Event, Reading
from pipeline.agreements.lexicon import find_heads, find_steps, words
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.steps import ToldStep
from pipeline.agreements.units import Sentence
from pipeline.records import DateMention, Span

TAKES_SIGNING = frozenset({"signed", "initialled"})


def named_date(mention: InstrumentMention) -> tuple[int, DateMention] | None:
    """Return the date that is part of how an instrument is called: "of 7 December 1999", "the 1993 agreement".

    In a heading a date at the end dates what the heading names ("Tax Agreement, 2009.").
    """
    units = mention.sentence.units
    dates = dict(mention.sentence.dates())
    if mention.first - 1 in dates:
        return mention.first - 1, dates[mention.first - 1]
    for i in range(mention.last + 1, min(len(units), mention.last + 3)):
        if i in dates and units[i - 1].lower in {"of", "dated"}:
            return i, dates[i]
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


def date_candidates(event: Event, context: Context) -> list[Candidate]:
    """Return what the text offers for the date of an event."""
    found: list[Candidate] = []
    for reading in event.readings:
        found += _named(reading)
        for step in reading.steps:
            found += _of_step(reading, step)
        found += _of_occasion(reading)
    if context.dateline is not None and _is_news(event):
        date = context.dateline
        reason = "the dateline dates the signings that are its news"
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
    if not step.status or (step.word.form == "noun" and step.word.step.id == "apply"):
        return []
    sentence = step.sentence
    taken = _dates_of_names(sentence) | _dates_of_peers(reading)
    signing = step.status in TAKES_SIGNING or step.status in {"proposed", "negotiated", "planned"}
    found = []
    for i, date in sentence.dates():
        if i in taken or _is_period_of_subject(reading, i) or _is_inside_list(reading, step, i):
            continue
        place = _place_of(sentence, step, reading.mention, i)
        if place is None:
            continue
        rule = f"date-{place}-signing" if signing else f"date-{place}-step"
        distance = min(abs(i - step.word.last), abs(i - step.word.first))
        reason = f"stands {'behind' if place == 'behind' else 'in front of'} “{_word(step)}”"
        found.append(Candidate("date", date.value, rule, (Span(date.start, date.end), step.span), reason, distance))
    return found


def _place_of(sentence: Sentence, step: ToldStep, mention: InstrumentMention, i: int) -> str | None:
    """Return "behind" or "front" if date `i` stands in the clause of the step, None if another step takes it."""
    others = [w for w in find_steps(sentence.units) if w.form in {"past", "base"} and w.first != step.word.first]
    if i > step.word.last:
        between = range(step.word.last + 1, i)
        covered = range(mention.first, mention.last + 1)
        if any(w.first in between and w.first not in covered and not _is_shared(w.step.status, step) for w in others):
            return None
        return None if _crosses_clause(sentence, step.word.last, i, mention) else "behind"
    between = range(i + 1, step.word.first)
    if any(w.first in between and w.first < mention.first for w in others):
        return None
    if any(sentence.units[k].text == ";" for k in between):
        return None
    return "front"


def _is_shared(status: str, step: ToldStep) -> bool:
    """Tell whether two steps of one status share a date ("negotiated and signed in 1993")."""
    return status == step.word.step.status


def _crosses_clause(sentence: Sentence, left: int, right: int, mention: InstrumentMention) -> bool:
    for k in range(left + 1, right):
        unit = sentence.units[k]
        if mention.first <= k <= mention.last:
            continue
        if unit.text == ";" or unit.lower in {"which", "who", "while", "whereas", "where"}:
            return True
        if unit.text == "," and sentence.units[k + 1].lower in {"and", "but"} and _has_verb_behind(sentence, k, right):
            return True
        if unit.lower in {"to", "for"} and k + 1 < right and sentence.units[k + 1].lower == "be":
            return True
    return False


def _has_verb_behind(sentence: Sentence, left: int, right: int) -> bool:
    return any(sentence.units[k].lower in words()["auxiliaries"] for k in range(left, right))


def _dates_of_names(sentence: Sentence) -> set[int]:
    """Return the dates behind "of" or "dated" and a capital: they belong to a name ("the Act of 1954")."""
    taken = set()
    for i, _ in sentence.dates():
        if i >= 2 and sentence.units[i - 1].lower in {"of", "dated"}:
            before = sentence.units[i - 2]
            month = before.lower in {
                "year",
                "month",
                "spring",
                "summer",
                "autumn",
                "fall",
                "winter",
                "end",
                "beginning",
            }
            if not month and before.kind != "date" and (before.is_capitalized or before.kind == "place"):
                taken.add(i)
    return taken


def _is_inside_list(reading: Reading, step: ToldStep, i: int) -> bool:
    """Tell whether a date belongs to an item of a list of instruments, with more items behind it."""
    if i < step.word.last:
        return False
    items = [peer for peer in reading.peers if peer.first > step.word.last]
    return any(peer.last < i for peer in items) and any(peer.first > i for peer in items)


def _dates_of_peers(reading: Reading) -> set[int]:
    """Return the dates in the names of the other instruments of the sentence ("the agreement of 7 December 1999")."""
    own = reading.named_date[0] if reading.named_date else -1
    found = (named_date(peer) for peer in reading.peers if peer.span != reading.mention.span)
    return {named[0] for named in found if named is not None and named[0] != own}


def _is_period_of_subject(reading: Reading, i: int) -> bool:
    """Tell whether a date belongs to what the instrument is about ("a protocol on deliveries in 2003")."""
    units = reading.sentence.units
    start = reading.mention.last + 1
    if i <= start or i - start > 14 or units[start].lower not in {"on", "for", "concerning", "regarding", "to"}:
        return False
    signs = {w.first for w in find_steps(units) if w.form == "past"}
    if any(k in signs for k in range(start, i)) or any(units[k].text == "," for k in range(start, i)):
        return False
    return (
        units[i - 1].lower in {"in", "for", "until", "by", "from", "to", "through"}
        and any(step.word.last < reading.mention.first and not _date_between(reading, step) for step in reading.steps)
        and units[i - 1].lower != "in"
    ) or units[i - 1].lower in {"until", "through"}


def _date_between(reading: Reading, step: ToldStep) -> bool:
    return any(step.word.last < i < reading.mention.first for i, _ in reading.sentence.dates())


def _of_occasion(reading: Reading) -> list[Candidate]:
    """Return the only date of a sentence that tells a signing without taking any date to itself."""
    dates = [(i, date) for i, date in reading.sentence.dates() if i not in _dates_of_names(reading.sentence)]
    signings = [step for step in reading.steps if step.status in TAKES_SIGNING]
    if len(dates) != 1 or not signings:
        return []
    i, date = dates[0]
    reason = "the only date of the sentence that tells the signing"
    distance = abs(i - signings[0].word.first)
    return [Candidate("date", date.value, "date-of-sentence", (Span(date.start, date.end),), reason, distance)]


def _is_news(event: Event) -> bool:
    """Tell whether a press release reports the signing as its news: told in the past, not cited from before."""
    return any(
        step.status in TAKES_SIGNING and step.relation != "participle" and _is_reported(step)
        for reading in event.readings
        for step in reading.steps
    )


def _is_reported(step: ToldStep) -> bool:
    """Tell whether the step is told as something that took place ("signed", "the signing of")."""
    return step.word.form in {"past", "gerund"} or (step.word.form == "noun" and step.word.step.id == "sign")


def _leaves_phrase(mention: InstrumentMention, i: int) -> bool:
    """Tell whether a verb, a comma or another instrument ends the noun phrase before date `i`."""
    units = mention.sentence.units
    between = range(mention.last + 1, i)
    steps = {w.first for w in find_steps(units)} | {head.first for head in find_heads(units)}
    if any(units[k].text in {",", ";", ":", "("} or k in steps for k in between):
        return True
    return i - mention.last > 12 or any(units[k].lower in words()["auxiliaries"] for k in between)


def _word(step: ToldStep) -> str:
    return " ".join(unit.text for unit in step.sentence.units[step.word.first : step.word.last + 1])
