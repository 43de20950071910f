"""The date that is part of how an instrument is called: “the agreement of 7 December 1999”, “the 1993 treaty”."""

from __future__ import annotations

import re
from collections.abc import Collection

from pipeline.agreements.actors import BETWEEN
from pipeline.agreements.entries import bare_date
from pipeline.agreements.lexicon import find_heads, steps_of, words
from pipeline.agreements.mentions import InstrumentMention, find_nested
from pipeline.agreements.units import Unit
from pipeline.records import DateMention


def named_date(mention: InstrumentMention) -> tuple[int, DateMention] | None:
    """Return the date that is part of how an instrument is called: "of 7 December 1999", "the 1993 agreement".

    In a heading a date at the end dates what the heading names ("Tax Agreement, 2009.").
    """
    units = mention.sentence.units
    dates = {i: date for i, date in mention.sentence.dates() if mention.head.plural or not is_period(date)}
    place = _in_front(mention, dates)
    if place is None:
        if any(nested.last == mention.last for nested in find_nested(mention)):
            return None  # "the Protocol to the Agreement of 2015": the date is the agreement's
        place = _right_behind(mention, dates)
    if place is not None:
        return place, dates[place]
    entry = bare_date(mention)
    if entry is not None:
        return entry
    tail = [i for i in dates if i > mention.last and _is_of(units, i)]
    return (tail[0], dates[tail[0]]) if tail and not _leaves_phrase(mention, tail[0]) else None


def is_period(date: DateMention) -> bool:
    """Tell whether a date is a stretch of years: that is what an instrument is for ("the Action Plan (2013–2017)")."""
    return re.fullmatch(r"\d{4}/\d{4}", date.value) is not None


def dated_in_front(units: tuple[Unit, ...], mention: InstrumentMention) -> int | None:
    """Return the date that leads the next item of a list ("a pact in 1990 and in 1995 a treaty"), if any."""
    i = mention.first - 1
    if i < 3 or units[i].lower not in {"a", "an", "the", "another"} or units[i - 1].kind != "date":
        return None
    return i - 1 if units[i - 2].lower in {"in", "on"} and units[i - 3].lower in {"and", ";"} else None


def _is_of(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a date hangs on "of" or "dated" in front ("of 7 December 1999", "of the 1st of July 1890")."""
    before = i - 2 if units[i - 1].lower == "the" else i - 1
    return units[before].lower in {"of", "dated"}


def _in_front(mention: InstrumentMention, dates: Collection[int]) -> int | None:
    """Return the date in front: "the 1993 agreement", "the March 18, 2015, Agreement"."""
    units = mention.sentence.units
    first = mention.first
    if first - 1 in dates:
        return first - 1
    set_off = first >= 3 and units[first - 1].text == "," and units[first - 3].lower == "the"
    return first - 2 if set_off and first - 2 in dates else None


def _right_behind(mention: InstrumentMention, dates: Collection[int]) -> int | None:
    """Return the date behind: "of 7 December 1999", ", dated 1999", "(1999)", the year behind a title."""
    units = mention.sentence.units
    last = mention.last
    if mention.title and last + 1 in dates and re.fullmatch(r"\d{4}", units[last + 1].text):
        return last + 1
    for i in (last + 1, last + 2, last + 3):
        if i in dates and _is_of(units, i):
            return i
    if last + 3 in dates and units[last + 1].text == "," and units[last + 2].lower in {"of", "dated"}:
        return last + 3
    if mention.title and last + 2 in dates and units[last + 1].text == ",":
        closing = units[last + 3].text if last + 3 < len(units) else "."
        heads = mention.first <= 1 and closing[:1].isupper()  # "Treaty of Lima, 1929 It was signed by"
        if (closing in {";", ".", ")"} or heads) and re.fullmatch(r"\d{4}", units[last + 2].text):
            return last + 2  # "Treaty of Friendship, 1963; Trade Agreement, 1975"
    bracketed = last + 3 < len(units) and units[last + 1].text == "(" and units[last + 3].text == ")"
    return last + 2 if bracketed and last + 2 in dates else _behind_matter(mention, dates)


def _behind_matter(mention: InstrumentMention, dates: Collection[int]) -> int | None:
    """Return the date in brackets behind what an instrument is about ("a memorandum on coastal fishing (2004)")."""
    units = mention.sentence.units
    in_parties = False
    for i in range(mention.last + 1, min(len(units) - 2, mention.last + MATTER)):
        if units[i].text == "(":
            closes = i + 1 in dates and units[i + 2].text == ")"
            return i + 1 if closes and i > mention.last + 1 else None
        if units[i].lower in BETWEEN:
            in_parties = True
        named = in_parties and units[i].kind in {"country", "organization"}
        if (
            (units[i].kind != "word" and not named)
            or units[i].lower in words()["auxiliaries"]
            or find_heads(units[i : i + 1])
        ):
            return None
    return None


MATTER = 16  # units of a matter behind which its date may stand in brackets


def _leaves_phrase(mention: InstrumentMention, i: int) -> bool:
    """Tell whether a verb, a comma or another instrument ends the noun phrase before date `i`."""
    units = mention.sentence.units
    between = range(mention.last + 1, i)
    steps = {w.first for w in steps_of(mention.sentence)} | {head.first for head in find_heads(units)}
    if any(units[k].text in {",", ";", ":", "("} or k in steps for k in between):
        return True
    return i - mention.last > 12 or any(units[k].lower in words()["auxiliaries"] for k in between)
