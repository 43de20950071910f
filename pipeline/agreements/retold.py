"""Join the events that a text tells of twice without saying so: in its summary and its body, before and after signing.

A reader takes two accounts for one event if nothing sets them apart: their nouns, dates, parties, titles and subjects
go together. What a sentence lists side by side is never joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline import edtf
from pipeline.agreements.alike import are_old_and_new
from pipeline.agreements.events import Event, is_abbreviation, stem, title_key
from pipeline.agreements.lexicon import words
from pipeline.records import Account

GENERAL = frozenset({"agreement", "treaty", "convention"})  # nouns that texts use one for another
UNDATED = frozenset({"date-of-dateline", "date-of-today"})  # all the news of a day shares these
AHEAD = frozenset({"proposed", "negotiated", "planned"})
OPENING = 4  # passages in which a text sums up what it tells
REACH = 25  # passages between the talks about an agreement and its signing


def join(told: Sequence[tuple[Event, Account]]) -> list[Event]:
    """Return the events, those joined that are told again."""
    kept: list[tuple[Event, Account]] = []
    for event, account in told:
        homes = [one for one in kept if _is_retold(one, (event, account))]
        if len(homes) == 1:
            homes[0][0].absorb(event)
        else:
            kept.append((event, account))
    return [event for event, _ in kept]


def _is_retold(one: tuple[Event, Account], other: tuple[Event, Account]) -> bool:
    (event, account), (event_, account_) = one, other
    if account.type != account_.type and not {account.type, account_.type} <= GENERAL:
        return False
    if (
        "declaration" in {account.type, account_.type}
        or account.count != "1"
        or account_.count != "1"
        or _stand_together(event, event_)
        or are_old_and_new(event.main.mention, event_.main.mention)
    ):
        return False
    if not _go_together(event, event_, account, account_):
        return False
    if account.date and account_.date and account.status not in AHEAD:
        if _is_of_day(account) or _is_of_day(account_):
            return False
        if not are_compatible(account.date, account_.date) or not _share_parties(account, account_):
            return False
        return _is_linked(event, event_, account, account_)
    return _is_fulfilled(event, event_, account, account_)


def _stand_together(one: Event, other: Event) -> bool:
    """Tell whether a sentence or a list has both: there they stand side by side as two."""
    passages = {reading.sentence.number for reading in one.visible}
    if any(reading.sentence.number in passages for reading in other.visible):
        return True
    return _is_item(one) or _is_item(other)


def _is_item(event: Event) -> bool:
    return event.main.sentence.passage.kind == "item"


def are_compatible(one: str, other: str) -> bool:
    """Tell whether two dates are the same, or one lies within the other."""
    first, second = edtf.parse(one), edtf.parse(other)
    if "" in {first.earliest, first.latest, second.earliest, second.latest}:
        return one == other
    inside = first.earliest <= second.earliest and second.latest <= first.latest
    return inside or (second.earliest <= first.earliest and first.latest <= second.latest)


def _is_linked(event: Event, event_: Event, one: Account, other: Account) -> bool:
    """Tell whether more than a year links two accounts: a day, a word, or that one stands in the text's summary."""
    if "day" in {edtf.parse(one.date).precision, edtf.parse(other.date).precision} and one.date == other.date:
        return True
    opening = event.main.sentence.number < OPENING
    return opening or bool(_content(event, one) & _content(event_, other)) or one.type == other.type == "treaty"


def _is_of_day(account: Account) -> bool:
    """Tell whether an account has its date from the day of the news alone."""
    chosen = (claim for claim in account.claims if claim.field == "date" and claim.decision == "chosen")
    return all(claim.rule in UNDATED for claim in chosen)


def _share_parties(one: Account, other: Account) -> bool:
    first, second = set(one.parties), set(other.parties)
    return first <= second or second <= first


def _go_together(event: Event, event_: Event, one: Account, other: Account) -> bool:
    """Tell whether the words of two instruments allow them to be one: of their titles, modifiers and subjects."""
    if one.name and other.name:
        title, other_title = title_key(one.name).split(), title_key(other.name).split()
        return _is_short_for(title, other_title) or _is_short_for(other_title, title)
    first, second = _content(event, one), _content(event_, other)
    if is_abbreviation(event.main.mention) != is_abbreviation(event_.main.mention) and not first & second:
        return False  # "the ZETA" and "an investment protection agreement" are two
    return not first or not second or bool(first & second)


def _is_short_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether a title has the words of a longer one, and leaves out no more than one stretch of them.

    "The Framework Agreement" is short for "the Framework Agreement on Trade", not for "the Framework Participation
    Agreement on Defence".
    """
    if not set(short) <= set(long):
        return False
    kept = [True, *(word in short for word in long)]
    return sum(one and not other for one, other in pairwise(kept)) <= 1


def _content(event: Event, account: Account) -> set[str]:
    """Return the stems of the words by which a text tells an instrument from others of its kind."""
    heads = {u.lower for r in event.visible for u in r.sentence.units[r.mention.head.first : r.mention.head.last + 1]}
    small = words()["connectors"] | words()["outside"] | words()["temporal"] | words()["prepositions"]
    own = [unit.lower for unit in event.main.mention.units if unit.kind == "word"]
    named = [*own, *title_key(account.name).split(), *title_key(account.subject).split()]
    return {stem(word) for word in named if len(word) > 2 and word not in heads | small | NEUTRAL}


NEUTRAL = frozenset("agreement treaty pact new bilateral joint intergovernmental formal final the draft".split())


ANEW = frozenset("new revised second another further additional".split())


def _is_fulfilled(event: Event, event_: Event, one: Account, other: Account) -> bool:
    """Tell whether the later account tells more of what lay ahead in the earlier one: its signing, or its talks."""
    if one.status not in AHEAD or (one.date and other.date and one.date[:4] > other.date[:4]):
        return False
    anew = any(unit.lower in ANEW for r in event_.visible for unit in r.mention.units)
    near = not anew and event_.main.sentence.number - event.last_number <= REACH
    same_noun = event.main.mention.sentence.units[event.main.mention.head.last].lower in {
        unit.lower for reading in event_.visible for unit in reading.mention.units
    }
    return near and same_noun and bool(one.parties) and one.parties == other.parties and one.type == other.type
