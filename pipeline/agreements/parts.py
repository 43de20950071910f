"""Several instruments behind one plural noun: "agreements on A; on B", "treaties with C in 1924 and with D in 1926"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.agreements.actors import listed
from pipeline.agreements.events import Reading
from pipeline.agreements.lexicon import steps_of, words
from pipeline.agreements.relations import continues_list
from pipeline.agreements.standing import actor_of
from pipeline.agreements.units import MARK, Sentence, Unit
from pipeline.records import DateMention, Span

SUBJECT_OPENERS = frozenset({"on", "for", "concerning", "regarding"})


@dataclass(frozen=True, slots=True)
class Part:
    """One of the instruments behind a plural noun: what it is about, with whom, and of which date, where told.

    `plain_list` tells that several matters stand behind its one preposition, so that their number stays open.
    """

    subject: Span | None = None
    partners: tuple[str, ...] = ()
    date: DateMention | None = None
    plain_list: bool = False


def parts(reading: Reading) -> list[Part]:
    """Return the parts of a plural mention that have their own preposition, partner or date; [] for fewer than two."""
    if not reading.mention.head.plural:
        return []
    found = _by_dates(reading) or _by_partners(reading) or _by_subjects(reading)
    return found if len(found) >= 2 else []


def _by_subjects(reading: Reading) -> list[Part]:
    """Read "on A, on B and on C": the same preposition again behind a comma, a semicolon or "and"."""
    units = reading.sentence.units[: _list_end(reading)]
    starts: list[int] = []
    verbs = {word.first for word in steps_of(reading.sentence) if word.form == "past"}
    first = None
    for i in range(reading.mention.last + 1, len(units)):
        lower = units[i].lower
        if not starts and lower in SUBJECT_OPENERS and _may_open(reading, i):
            first = lower
            starts.append(i)
        elif starts and lower == first and _is_joint(units, i):
            starts.append(i)
        elif starts and units[i].text == ";" and lower != first and first not in _near(units, i):
            stop = i  # "on A and on B; the last was never signed"
            break
        elif starts and i in verbs and _opens_verb(units, i):
            stop = i
            while units[stop - 1].lower in words()["auxiliaries"] | {"also", "to", ","}:
                stop -= 1
            break
    else:
        stop = len(units)
    if len(starts) < 2:
        return []
    spans = list(zip(starts, [*starts[1:], stop], strict=True))
    dates = [[u.mention for u in units[start:end] if isinstance(u.mention, DateMention)] for start, end in spans]
    dated = sum(len(own) == 1 for own in dates) > 1  # "on trade in 1999 and on fishing in 2001"
    found = [_subject_part(units, start + 1, end) for start, end in spans]
    return [
        replace(part, date=own[0]) if dated and len(own) == 1 else part for part, own in zip(found, dates, strict=True)
    ]


def _list_end(reading: Reading) -> int:
    """Return where the next instrument of a list begins ("memoranda on A and agreements on B; on C")."""
    units, mention = reading.sentence.units, reading.mention
    ends = (p.first for p in reading.peers if p.first > mention.last and continues_list(units, mention, p))
    return min(ends, default=len(units))


def _near(units: tuple[Unit, ...], i: int) -> set[str]:
    return {unit.lower for unit in units[i + 1 : i + 3]}


def _opens_verb(units: tuple[Unit, ...], i: int) -> bool:
    return any(unit.lower in words()["auxiliaries"] for unit in units[max(0, i - 2) : i])


# What may stand between a plural noun and the first of its matters: its verb, its parties.
PASSED = frozenset(
    ", : – — - with the and also between signed concluded reached initialled exchanged one first".split()
)


def _is_on_one_hand(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether "on" opens "on the one hand"."""
    return any(unit.lower == "hand" for unit in units[i + 2 : i + 4])


def _may_open(reading: Reading, i: int) -> bool:
    """Tell whether the first matter may begin here: right behind the noun, or behind its verb ("were signed on")."""
    between = reading.sentence.units[reading.mention.last + 1 : i]
    passed = words()["auxiliaries"] | PASSED
    following = reading.sentence.units[i + 1] if i + 1 < len(reading.sentence.units) else None
    if following is None or following.kind == "date" or _is_on_one_hand(reading.sentence.units, i):
        return False
    return all(unit.lower in passed or unit.mention is not None for unit in between)


def _is_joint(units: tuple[Unit, ...], i: int) -> bool:
    before = [unit.lower for unit in units[max(0, i - 2) : i]]
    return bool(before) and (before[-1] in {",", ";", "and"} or before[-1] in EACH)


# How the members of a counted set are told apart: "one on fisheries and another on tourism".
EACH = frozenset("one another other first second third".split())


def _subject_part(units: tuple[Unit, ...], first: int, end: int) -> Part:
    last = next((i - 1 for i in range(first + 1, end) if _opens_occasion(units, i)), end - 1)
    if [unit.lower for unit in units[last - 2 : last + 1]] == ["as", "well", "as"] and last - 3 > first:
        last -= 3
    while last > first and (units[last].kind == MARK or units[last].lower in EACH | {"and", "the", "a"}):
        last -= 1
    while first < last and units[first].lower in words()["definite"] | {"a", "an"}:
        first += 1
    commas = sum(unit.text == "," for unit in units[first : last + 1])
    return Part(Span(units[first].start, units[last].end), plain_list=commas >= 2)


def _opens_occasion(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether where and when follow a comma, or the end of the matter: ", in Lima", "in 1999"."""
    if i + 2 < len(units) and units[i].text == "(" and units[i + 1].kind == "date":
        return True
    if i + 2 >= len(units) or units[i].lower not in {",", "in", "at", "on"}:
        return False
    opener = i + 1 if units[i].text == "," else i
    if units[opener].lower not in {"in", "at", "on"}:
        return False
    following = units[opener + 1]
    if following.kind == "date":
        return True
    return units[i].text == "," and following.kind == "place"


def _by_partners(reading: Reading) -> list[Part]:
    """Read "with A on 25 January 1924, with B on 10 June 1926"."""
    end = min((p.first for p in reading.peers if p.first > reading.mention.last), default=len(reading.sentence.units))
    units = reading.sentence.units[:end]
    starts = [
        i
        for i in range(reading.mention.last + 1, len(units))
        if units[i].lower == "with" and listed(units, _behind_brackets(units, i + 1))
    ]
    if len(starts) == 1:
        return _by_partner_dates(units, starts[0])
    if len(starts) < 2:
        return []
    ends = [*starts[1:], len(units)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        dates = [unit.mention for unit in units[start:end] if isinstance(unit.mention, DateMention)]
        partners = tuple(actor.party for actor in listed(units[:end], _behind_brackets(units, start + 1)))
        found.append(Part(partners=partners, date=dates[0] if dates else None))
    near = all(other - one <= 4 for one, other in pairwise(starts))
    return found if near or all(part.date is not None for part in found) else []


def _behind_brackets(units: tuple[Unit, ...], i: int) -> int:
    """Return where a list begins behind an opener: behind a remark in brackets, and a colon."""
    if i < len(units) and units[i].text == "(":
        closing = next((k for k in range(i, len(units)) if units[k].text.startswith(")")), i - 1)
        i = closing + 1
    return i + 1 if i < len(units) and units[i].text == ":" else i


def _by_partner_dates(units: tuple[Unit, ...], opener: int) -> list[Part]:
    """Read "with A in 1979 and B in 1994": each partner has its own date behind it."""
    found: list[Part] = []
    partner: str | None = None
    for i in range(_behind_brackets(units, opener + 1), len(units)):
        unit = units[i]
        actor = actor_of(unit)
        if isinstance(unit.mention, DateMention):
            if partner is None:
                return found
            found.append(Part(partners=(partner,), date=unit.mention))
            partner = None
        elif actor is not None:
            if partner is not None:
                return []
            partner = actor.party
        elif unit.lower not in PASSED_DATES:
            break
    return found


PASSED_DATES = frozenset(", and in on ( ) ; the".split())


def _in_brackets(units: tuple[Unit, ...], head: int) -> list[DateMention]:
    """Return the dates of "the Treaties of A (1992) and B (2009)": each in brackets behind a name."""
    found: list[DateMention] = []
    if units[head + 1 : head + 2] and units[head + 1].lower != "of":
        return found
    for i in range(head + 2, len(units) - 1):
        date = units[i].mention
        inside = units[i - 1].text == "(" or units[i + 1].text == ")"
        if isinstance(date, DateMention) and inside:
            found.append(date)
        elif units[i].text not in {"(", ")", ",", "-"} and units[i].lower != "and" and not units[i].is_capitalized:
            break
    return found


def _by_dates(reading: Reading) -> list[Part]:
    """Read "the agreements of 1991 and 2003": dates joined right behind the noun."""
    sentence: Sentence = reading.sentence
    units = sentence.units
    bracketed = _in_brackets(units, reading.mention.head.last)
    if len(bracketed) > 1:
        return [Part(date=date) for date in bracketed]
    i = reading.mention.last + 1
    if i >= len(units) or units[i].lower not in {"of", "dated"}:
        return []
    dates = []
    for unit in units[i + 1 :]:
        if isinstance(unit.mention, DateMention):
            dates.append(unit.mention)
        elif unit.lower not in {"and", ","}:
            break
    return [Part(date=date) for date in dates]
