"""What a document as a whole says about the agreements in it: the pair it is about, its dateline, its host."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline import countries
from pipeline.agreements.actors import listed
from pipeline.agreements.entries import leading_date
from pipeline.agreements.lexicon import find_heads
from pipeline.agreements.news import (
    OPENING,
    Site,
    dateline_of,
    day_of_news,
    place_of_dateline,
    sites_of,
    told_before,
    venue_of,
)
from pipeline.agreements.standing import Actor, actor_of, is_state, state_at
from pipeline.agreements.units import MARK, Sentence, Unit
from pipeline.records import DateMention, NameMention, Span

OPENS = 2  # units from the beginning of a sentence to a date that it begins with ("In early 1997, …")
CHRONICLE = 3  # dates that lead entries from which on a text is a chronicle and has no dateline
PAIR = 2
HOUSE = 6  # weight from which on an organization is whose news a text tells
GOVERNING = frozenset({"government-body", "parliament", "court", "armed-forces", "joint-body", "party"})
PARTNERED = frozenset({"with", "to", "in", "on", "at", "of"})


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole document says about its agreements.

    `pair` are the codes of the states that it is about, the mentions that show it in `pair_spans`; `ranked` all states
    in order of how much it names them. `dateline` is the date under which it was issued, as the text gives it, `day`
    that or the date of publication ("" if neither is known), `news` the date on which what it reports took place: that
    of the meeting that its opening tells of, else the dateline; `venue` the place where its meeting was held,
    `sent_from` the place of the dateline. `leads` and `speakers` go by number of passage: the date that leads an entry
    of a chronicle, the date of the visit or meeting told of before in the paragraph, that of the signing told of before
    in it, and the state named last before; `sites` says where the visit or meeting was held, `dated` the date with
    which a sentence before begins, the last that does so.
    `named` and `groups` likewise: the states that a passage names, in order, and those of them that it joins ("Peru and
    Chile"). The pair `is_sure` if the text hardly speaks of others; `house` is the organization whose own news it
    tells, `protagonist` the state that it is about first of all. `share` is how much of what the text says of states is
    of the pair, from 0 to 1; the pair is `in_title` if the title names one of it.
    """

    pair: tuple[str, ...]
    pair_spans: tuple[Span, ...]
    is_sure: bool
    share: float
    in_title: bool
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
    signings: Mapping[int, DateMention]
    dated: Mapping[int, DateMention]
    sites: Mapping[int, Site]
    speakers: Mapping[int, Actor]
    named: Mapping[int, tuple[Actor, ...]]
    groups: Mapping[int, tuple[tuple[Actor, ...], ...]]


def read_context(rows: list[Sentence], published: str = "") -> Context:
    """Read the context off the whole document; `published` is its date of publication, where known."""
    leads = _leads(rows)
    chronicle = len({lead.start for lead in leads.values()}) >= CHRONICLE
    dateline = None if chronicle else dateline_of(rows)
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
        share=sum(weights[code] for code in pair) / max(1, weights.total()),
        in_title=bool(rows) and any(actor.party in pair for actor in named[rows[0].number]),
        house=_house(rows, ranked, weights),
        protagonist=_protagonist(rows, ranked),
        ranked=tuple(code for code, _ in ranked),
        ranked_spans=tuple(span for _, span in ranked),
        dateline=dateline,
        venue=venue_of(rows),
        sent_from=place_of_dateline(rows, dateline.value if dateline else published),
        day=dateline.value if dateline else published,
        day_spans=(Span(dateline.start, dateline.end),) if dateline else (),
        news=day_of_news(rows, dateline, published) or dateline,
        leads=leads,
        meetings=_meetings(rows),
        signings=_signings(rows),
        dated=told_before(rows, {row.number: date for row in rows for i, date in row.dates()[:1] if i <= OPENS}),
        sites=sites_of(rows),
        speakers=_speakers(rows),
        named=named,
        groups={row.number: _groups(row) for row in rows},
    )


OCCASIONS = frozenset("visit visits visited summit talks meeting met ceremony conference negotiations".split())


def _leads(rows: list[Sentence]) -> dict[int, DateMention]:
    """Return, by number of passage, the date that leads its paragraph or heads its section.

    A date leads where it stands alone as a sentence or heading: "1974" above, "9 April." in front; in a chronicle the
    date in a line of its own ("1962 October 31 - Apollo") leads the paragraphs up to the next, headings among them.
    """
    leads: dict[int, DateMention] = {}
    head: DateMention | None = None
    lines = _dated_lines(rows)
    is_timeline = sum(_is_date(row) for row in rows if row.is_heading) >= CHRONICLE
    lead: tuple[int, DateMention] | None = None
    before: Sentence | None = None
    for row in rows:
        dates = [date for _, date in row.dates()]
        alone = _is_date_alone(row)
        if row.is_heading and is_timeline and not alone:
            if head is not None:
                leads[row.number] = head
        elif row.is_heading:
            head = dates[0] if alone else None
        elif alone and before is not None and _is_dated_below(before, row):
            leads[before.number] = dates[0]  # "Joint communiqué on fisheries. 6 May 1971."
        elif alone or leading_date(row) is not None:
            lead = (row.passage.block, dates[0])
            head = dates[0] if row.number in lines else head
        elif lead is not None and lead[0] == row.passage.block:
            leads[row.number] = lead[1]
        elif head is not None:
            leads[row.number] = head
        if is_timeline and head is not None and any(date.value[:4] > head.value[:4] for date in dates):
            head = None  # what follows goes on from the later year
        before = row
    return leads


def _is_date_alone(row: Sentence) -> bool:
    """Tell whether a passage is nothing but a date."""
    others = [unit for unit in row.units if unit.kind != MARK and unit.mention is None]
    return len(row.dates()) == 1 and not others and len(row.units) <= ALONE


def _is_dated_below(item: Sentence, row: Sentence) -> bool:
    """Tell whether a date behind an item, or in the line below it, is the item's own."""
    below = 1 if item.passage.kind == "item" else 0
    return 0 <= row.passage.block - item.passage.block <= below and not item.dates()


def _is_date(row: Sentence) -> bool:
    """Tell whether a passage is a date, without so much as a name beside it."""
    return _is_date_alone(row) and all(unit.kind in {"date", MARK} for unit in row.units)


ALONE = 4  # units of a line that is a date: the date, and marks around it


def _dated_lines(rows: list[Sentence]) -> set[int]:
    """Return the numbers of the short passages that begin with a date, where a text has as many as a chronicle has."""
    short = (row for row in rows if len(row.units) <= LINE and not find_heads(row.units))
    found = {row.number for row in short if leading_date(row) is not None}
    return found if len(found) >= CHRONICLE else set()


LINE = 12  # units of a line that only dates what stands below


def _signings(rows: list[Sentence]) -> dict[int, DateMention]:
    """Return, by number of passage, the date of the signing told before in its paragraph, if no other date follows."""
    told: dict[int, DateMention | None] = {}
    for row in rows:
        dates = [date for _, date in row.dates()]
        if dates:
            signed = len(dates) == 1 and any(unit.lower in SIGNED for unit in row.units)
            told[row.number] = dates[0] if signed else None
    return told_before(rows, told)


SIGNED = frozenset({"signed", "co-signed", "inked"})


def _meetings(rows: list[Sentence]) -> dict[int, DateMention]:
    """Return, by number of passage, the date of the visit or meeting told of before in its paragraph."""
    told: dict[int, DateMention | None] = {}
    for row in rows:
        dates = [date for _, date in row.dates()]
        if dates:
            is_occasion = len(dates) == 1 and OCCASIONS & {unit.lower for unit in row.units}
            told[row.number] = dates[0] if is_occasion else None
    return told_before(rows, told)


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


def _opening(row: Sentence) -> int:
    """Return how much a name in a passage counts for what the text is about."""
    return 3 if row.number == 0 else 2 if row.is_heading or row.number < OPENING else 1


def _ranked(rows: list[Sentence]) -> tuple[list[tuple[str, Span]], Counter[str]]:
    """Return the states by how much they are named; those of the headings and the first passages count more."""
    weights: Counter[str] = Counter()
    spans: dict[str, Span] = {}
    for row in rows:
        opening = _opening(row)
        for i, _ in row.all_names:
            actor = state_at(row.units, i) or _whose(row.units[i])
            if actor is not None:
                weights[actor.party] += opening
                spans.setdefault(actor.party, actor.span)
    ranked = sorted(weights, key=lambda code: (-weights[code], spans[code].start))
    return [(code, spans[code]) for code in ranked], weights


def _whose(unit: Unit) -> Actor | None:
    """Return the state whose mission a name is ("the U.S. Legation"): the text is about that one too."""
    if unit.kind != "mission":
        return None
    named = countries.lookup(unit.text.split()[0])
    return Actor(named[0].state.party, Span(unit.start, unit.end)) if named else None


def _named(row: Sentence) -> tuple[Actor, ...]:
    """Return the states that a passage names, each where it is named first."""
    found: dict[str, Actor] = {}
    for i, _ in row.all_names:
        actor = state_at(row.units, i)
        if actor is not None:
            found.setdefault(actor.party, actor)
    return tuple(found.values())


def _groups(row: Sentence) -> tuple[tuple[Actor, ...], ...]:
    """Return the states that a passage joins by "and", commas or dashes."""
    groups: list[tuple[Actor, ...]] = []
    behind = 0
    for i, _ in row.all_names:
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

    A third that is named about as often makes "the two countries" a guess, unless the two were named first; one that
    is named as often and beside them ("A, B and C") leaves no pair at all.
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
