"""What a document as a whole says about the agreements in it: the pair it is about, its dateline, its host."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline import countries
from pipeline.agreements.actors import Actor, actor_of, is_state, listed, state_at
from pipeline.agreements.entries import leading_date
from pipeline.agreements.lexicon import find_heads
from pipeline.agreements.units import MARK, Sentence
from pipeline.records import DateMention, NameMention, Span

CHRONICLE = 3  # dates that lead entries from which on a text is a chronicle and has no dateline
PAIR = 2
HOUSE = 6  # weight from which on an organization is whose news a text tells
GOVERNING = frozenset({"government-body", "parliament", "court", "armed-forces", "joint-body", "party"})
PARTNERED = frozenset({"with", "to", "in", "on", "at", "of"})
OPENING = 6  # passages in which a dateline stands


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole document says about its agreements.

    `pair` are the codes of the states that it is about, the mentions that show it in `pair_spans`; `ranked` all states
    in order of how much it names them. `dateline` is the date under which it was issued, as the text gives it, `day`
    that or the date of publication ("" if neither is known), `news` the date on which what it reports took place: that
    of the meeting that its opening tells of, else the dateline; `venue` the place where its meeting was held,
    `sent_from` the place of the dateline. `leads` and `speakers` go by number of passage: the date that leads an entry
    of a chronicle, the date of the visit or meeting told of before in the paragraph, and the state named last before.
    `named` and `groups` likewise: the states that a passage names, in order, and those of them that it joins ("Peru and
    Chile"). The pair `is_sure` if the text hardly speaks of others; `house` is the organization whose own news it
    tells, `protagonist` the state that it is about first of all.
    """

    pair: tuple[str, ...]
    pair_spans: tuple[Span, ...]
    is_sure: bool
    house: Actor | None
    protagonist: Actor | None
    ranked: tuple[str, ...]
    ranked_spans: tuple[Span, ...]
    dateline: DateMention | None
    venue: NameMention | None
    sent_from: NameMention | None
    day: str
    news: DateMention | None
    day_spans: tuple[Span, ...]
    leads: Mapping[int, DateMention]
    meetings: Mapping[int, DateMention]
    speakers: Mapping[int, Actor]
    named: Mapping[int, tuple[Actor, ...]]
    groups: Mapping[int, tuple[tuple[Actor, ...], ...]]


def read_context(rows: list[Sentence], published: str = "") -> Context:
    """Read the context off the whole document; `published` is its date of publication, where known."""
    leads = _leads(rows)
    chronicle = len({lead.start for lead in leads.values()}) >= CHRONICLE
    dateline = None if chronicle else _dateline(rows)
    if dateline is not None and any(row.is_heading for row in rows if any(d is dateline for _, d in row.dates())):
        # What stands under the date of a press release is not all of that day.
        leads = {number: lead for number, lead in leads.items() if lead.start != dateline.start}
    ranked, weights = _ranked(rows)
    named = {row.number: _named(row) for row in rows}
    pair = _pair_of_title(rows, named) or _pair(ranked, weights, named)
    spans = dict(ranked)
    return Context(
        pair=pair,
        pair_spans=tuple(spans[code] for code in pair),
        is_sure=_is_sure(pair, weights),
        house=_house(rows, ranked, weights),
        protagonist=_protagonist(rows, ranked),
        ranked=tuple(code for code, _ in ranked),
        ranked_spans=tuple(span for _, span in ranked),
        dateline=dateline,
        venue=_venue(rows),
        sent_from=_sent_from(rows, dateline.value if dateline else published),
        day=dateline.value if dateline else published,
        day_spans=(Span(dateline.start, dateline.end),) if dateline else (),
        news=_news(rows, dateline, published) or dateline,
        leads=leads,
        meetings=_meetings(rows),
        speakers=_speakers(rows),
        named=named,
        groups={row.number: _groups(row) for row in rows},
    )


def _leads(rows: list[Sentence]) -> dict[int, DateMention]:
    """Return, by number of passage, the date that leads its paragraph or heads its section.

    A date leads where it stands alone as a sentence or heading: "1974" above, "9 April." in front; in a chronicle the
    date in a line of its own ("1962 October 31 - Apollo") leads the paragraphs up to the next.
    """
    leads: dict[int, DateMention] = {}
    head: DateMention | None = None
    lines = _dated_lines(rows)
    lead: tuple[int, DateMention] | None = None
    for row in rows:
        dates = [date for _, date in row.dates()]
        others = [unit for unit in row.units if unit.kind != MARK and unit.mention is None]
        alone = len(dates) == 1 and not others and len(row.units) <= 4
        if row.is_heading:
            head = dates[0] if alone else None
        elif alone or leading_date(row) is not None:
            lead = (row.passage.block, dates[0])
            head = dates[0] if row.number in lines else head
        elif lead is not None and lead[0] == row.passage.block:
            leads[row.number] = lead[1]
        elif head is not None:
            leads[row.number] = head
    return leads


def _dated_lines(rows: list[Sentence]) -> set[int]:
    """Return the numbers of the short passages that begin with a date, where a text has as many as a chronicle has."""
    short = (row for row in rows if len(row.units) <= LINE and not find_heads(row.units))
    found = {row.number for row in short if leading_date(row) is not None}
    return found if len(found) >= CHRONICLE else set()


LINE = 12  # units of a line that only dates what stands below


def _meetings(rows: list[Sentence]) -> dict[int, DateMention]:
    """Return, by number of passage, the date of the visit or meeting told of before in its paragraph."""
    meetings: dict[int, DateMention] = {}
    last: tuple[int, DateMention] | None = None
    for row in rows:
        if last is not None and last[0] == row.passage.block:
            meetings[row.number] = last[1]
        dates = [date for _, date in row.dates()]
        if len(dates) == 1 and OCCASIONS & {unit.lower for unit in row.units}:
            last = (row.passage.block, dates[0])
        elif dates:
            last = None
    return meetings


def _speakers(rows: list[Sentence]) -> dict[int, Actor]:
    """Return, by number of passage, the state named first in the nearest passage before it: what "it" stands for."""
    speakers: dict[int, Actor] = {}
    last: Actor | None = None
    for row in rows:
        if last is not None:
            speakers[row.number] = last
        named = [actor for unit in row.units if unit.kind == "country" and (actor := actor_of(unit)) is not None]
        last = named[0] if named and not row.is_heading else last
    return speakers


def in_their_time(names: Sequence[NameMention]) -> list[NameMention]:
    """Return the names with capitals and people given to the state that the text speaks of.

    Where a text names the Soviet Union but never Russia, "Moscow" speaks for the Soviet Union.
    """
    named = {name.value for name in names if name.kind == "country"}
    before = {state.successor: state.party for state in countries.states() if state.successor and state.party in named}
    return [
        replace(name, country=before[name.country])
        if name.kind != "country" and name.country in before and name.country not in named
        else name
        for name in names
    ]


def _opening(row: Sentence) -> int:
    """Return how much a name in a passage counts for what the text is about."""
    return 3 if row.number == 0 else 2 if row.is_heading or row.number < OPENING else 1


def _ranked(rows: list[Sentence]) -> tuple[list[tuple[str, Span]], Counter[str]]:
    """Return the states by how much they are named; those of the headings and the first passages count more."""
    weights: Counter[str] = Counter()
    spans: dict[str, Span] = {}
    for row in rows:
        opening = _opening(row)
        for i in range(len(row.units)):
            actor = state_at(row.units, i)
            if actor is not None:
                weights[actor.party] += opening
                spans.setdefault(actor.party, actor.span)
    ranked = sorted(weights, key=lambda code: (-weights[code], spans[code].start))
    return [(code, spans[code]) for code in ranked], weights


def _named(row: Sentence) -> tuple[Actor, ...]:
    """Return the states that a passage names, each where it is named first."""
    found: dict[str, Actor] = {}
    for i in range(len(row.units)):
        actor = state_at(row.units, i)
        if actor is not None:
            found.setdefault(actor.party, actor)
    return tuple(found.values())


def _groups(row: Sentence) -> tuple[tuple[Actor, ...], ...]:
    """Return the states that a passage joins by "and", commas or dashes."""
    groups: list[tuple[Actor, ...]] = []
    behind = 0
    for i in range(len(row.units)):
        if row.units[i].start < behind or state_at(row.units, i) is None:
            continue
        joined = {actor.party: actor for actor in reversed(listed(row.units, i)) if is_state(actor.party)}
        if len(joined) >= PAIR:
            groups.append(tuple(reversed(joined.values())))
            behind = max(actor.span.end for actor in joined.values())
    return tuple(groups)


def _house(rows: list[Sentence], ranked: list[tuple[str, Span]], weights: Counter[str]) -> Actor | None:
    """Return the organization whose own news a text tells: it opens the text, and is named more than the second state.

    Bodies of a government speak for their state.
    """
    named: Counter[str] = Counter()
    first: dict[str, Actor] = {}
    for row in rows:
        for i, name in row.names("organization"):
            actor = actor_of(row.units[i])
            if actor is not None and not is_state(actor.party) and name.category not in GOVERNING:
                named[actor.party] += _opening(row)
                if row.number < OPENING:
                    first.setdefault(actor.party, actor)
    party = max(first, key=lambda one: named[one], default="")
    second = weights[ranked[1][0]] if len(ranked) > 1 else 0
    return first[party] if party and named[party] >= max(HOUSE, 1.6 * second) else None


def _protagonist(rows: list[Sentence], ranked: list[tuple[str, Span]]) -> Actor | None:
    """Return the state that the title names first, unless as a partner ("Cooperation with"), else the most named."""
    for i, unit in enumerate(rows[0].units if rows else ()):
        actor = state_at(rows[0].units, i)
        if actor is not None and unit.kind == "country" and actor.party in dict(ranked[:3]):
            before = {one.lower for one in rows[0].units[max(0, i - 2) : i]}
            if not before & PARTNERED:
                return actor
    return Actor(*ranked[0]) if ranked else None


def _pair_of_title(rows: list[Sentence], named: Mapping[int, tuple[Actor, ...]]) -> tuple[str, ...]:
    """Return the two states that the title names, if it names just two and the text goes on to name both."""
    if not rows or len(named[rows[0].number]) != 2:
        return ()
    codes = {actor.party for actor in named[rows[0].number]}
    again = {actor.party for row in rows[1:] for actor in named[row.number]}
    return tuple(sorted(codes)) if codes <= again else ()


def _is_sure(pair: tuple[str, ...], weights: Counter[str]) -> bool:
    """Tell whether the text names no third state half as often as the one of the two that it names less."""
    if not pair:
        return False
    others = [weight for code, weight in weights.items() if code not in pair]
    return max(others, default=0) <= min(weights[code] for code in pair) / 2


def _pair(
    ranked: list[tuple[str, Span]], weights: Counter[str], named: Mapping[int, tuple[Actor, ...]]
) -> tuple[str, ...]:
    """Return the two states that are named most.

    A third state that is named about as often as the second makes "the two countries" a guess, unless the two were
    named first; one that is named as often and beside them ("A, B and C") leaves no pair at all.
    """
    if len(ranked) < 2:
        return ()
    codes = [code for code, _ in ranked]
    if len(ranked) > 2 and weights[codes[2]] > 0.8 * weights[codes[1]] and weights[codes[1]] > 4:
        first_named = {code for code, _ in sorted(ranked[:3], key=lambda entry: entry[1].start)[:2]}
        if first_named != set(codes[:2]):
            return ()
    three = set(codes[:3])
    tied = len(three) > 2 and weights[codes[2]] >= weights[codes[1]]
    if tied and any(three <= {actor.party for actor in actors} for actors in named.values()):
        return ()
    return tuple(sorted(codes[:2]))


def _dateline(rows: list[Sentence]) -> DateMention | None:
    """Return the date that stands alone in a line near the top or at the end, or behind a place in front of a dash."""
    for row in rows[:OPENING]:
        for i, date in row.dates():
            if date.spanned.precision != "day" or UPDATED & {unit.lower for unit in row.units[max(0, i - 2) : i]}:
                continue
            words = [u for u in row.units if u.kind != MARK and u.mention is None and not CLOCK.match(u.lower)]
            if len(words) <= 2 and len(row.units) <= 8:
                return date
            if i <= 8 and _is_dash_behind(row, i):
                return date
    if len(rows) > OPENING and len(rows[-1].units) <= 4:
        dates = [date for _, date in rows[-1].dates() if date.spanned.precision == "day"]
        return dates[0] if dates else None
    return None


UPDATED = frozenset("updated modified revised retrieved accessed edited".split())
CLOCK = re.compile(r"\d{1,2}[:.]\d\d|[ap]\.?m\.?$|updated$|published$|posted$|gmt$|utc$|ist$|est$|edt$")


def _sent_from(rows: list[Sentence], day: str) -> NameMention | None:
    """Return the place of the dateline: in front of the day of the news, or of the agency that sent them.

    "ANKARA, 14 March 2016 —", "(Rome, 3 May 2001)", "MOSCOW (AP) —".
    """
    for row in rows[:OPENING]:
        front = [place for i, place in row.names("place") if i <= 1]
        if not front:
            continue
        dated = any(i <= OPENING + 1 and date.value == day for i, date in row.dates())
        sent = [unit.text for unit in row.units[:OPENING]]
        alone = sent[1:] == ["."] or (sent[0].isupper() and sent[1:2] in ([":"], ["–"], ["—"], ["-"], ["--"]))
        if (
            dated
            or (alone and not row.is_heading and row.units[0].kind == "place")
            or ("(" in sent[1:2] and ")" in sent and row.units[2].text.isupper())
        ):
            return front[0]
    return None


def _news(rows: list[Sentence], dateline: DateMention | None, published: str) -> DateMention | None:
    """Return the day of the visit or meeting that the opening tells of, if it lies a few days before the release.

    Of a visit of several days no day can be told for the news, unless the text has a dateline, which then dates them.
    """
    day = dateline.value if dateline else published
    for row in rows[:OPENING] if day else []:
        if row.is_heading or not (MEETING | SIGNING) & {unit.lower for unit in row.units}:
            continue
        days = [date for _, date in row.dates() if date.spanned.precision == "day" and date is not dateline]
        if not days or not 0 <= days_between(days[0].value, day) <= RECENT:
            continue
        if len(days) == 1:
            return days[0]
        if len(days) == PAIR and dateline is None and days[0].value < days[1].value:
            return replace(days[0], value=f"{days[0].value}/{days[1].value}")
    return None


SIGNING = frozenset("signed sign signing inked sealed concluded".split())
RECENT = 7  # days that news may be old


def days_between(one: str, other: str) -> int:
    """Return the days from one date to another; many if one of them is no day."""
    try:
        return (datetime.date.fromisoformat(other) - datetime.date.fromisoformat(one)).days
    except ValueError:
        return 10**6


def _is_dash_behind(row: Sentence, i: int) -> bool:
    behind = [unit.text for unit in row.units[i + 1 : i + 4]]
    return any(text in {"–", "—", "-", "--", ")"} for text in behind)


def _venue(rows: list[Sentence]) -> NameMention | None:
    """Return the place of the meeting that a press release reports: "X hosts talks", "talks were held in X".

    A town says more than the state that is visited.
    """
    meetings = [row for row in rows[:OPENING] if MEETING & {unit.lower for unit in row.units}]
    found = [place for row in meetings for i, place in row.names("place", "country") if _is_venue(row, i, place)]
    return min(found, key=lambda place: place.kind == "country" and place.category == "name", default=None)


def _is_venue(row: Sentence, i: int, place: NameMention) -> bool:
    lowers = [unit.lower for unit in row.units]
    before = lowers[max(0, i - 1)] if lowers[max(0, i - 1)] != "the" else lowers[max(0, i - 2)]
    near = set(lowers[max(0, i - 6) : i])
    if WIDE.search(place.text) or place.category == "adjective":
        return False
    if before == "visited" or (before in {"to", "in"} and near & ARRIVAL) or (before == "to" and near & VISIT):
        return True
    if before == "in" and {"on", "visit"} <= set(lowers[i + 1 : i + 7]):
        return True  # "who is in Peru on a state visit"
    if place.kind == "country" and place.category not in {"seat", "capital", "government"}:
        return False
    if i > 2 and before == "of" and lowers[i - 2] in {"capital", "city", "town"}:
        return True
    if lowers[i + 1 : i + 2] in (["hosts"], ["hosted"]):
        return True
    return before in {"in", "at"} and bool(MEETING & set(lowers[max(0, i - VENUE) : i + VENUE]))


VENUE = 12  # units between the word for a meeting and the place where it was held
ARRIVAL = frozenset("arrived arrives arrive flew travelled traveled".split())
OCCASIONS = frozenset("visit visits visited summit talks meeting ceremony conference negotiations".split())
VISIT = frozenset("visit trip".split())
# Seas and regions are no place where something is signed.
WIDE = re.compile(
    r"\b(?:Sea|Ocean|Gulf|Straits?|River|Bay|Basin|Islands?|Peninsula|Channel|Lake|Province|Region)\b|^(?:Caspian|Baltic|Mediterranean|Arctic)$"
)
MEETING = frozenset(
    "talks held met meeting summit hosts hosted negotiations visit visits visited ceremony consultations".split()
)
