"""Where: the place of the signing or conclusion, from the clause, the visit, or the venue of the meeting."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.agreements.claims import Candidate
from pipeline.agreements.clauses import dates_of_names, is_own
from pipeline.agreements.context import Context
from pipeline.agreements.entries import is_entry
from pipeline.agreements.events import Event, Reading
from pipeline.agreements.lexicon import find_heads, steps_of, words
from pipeline.agreements.listed import is_of_other_item
from pipeline.agreements.merging import is_own_document
from pipeline.agreements.news import WIDE, days_between
from pipeline.agreements.retold import are_compatible
from pipeline.agreements.sites import (
    BUILDING,
    SEAT,
    is_behind_kind,
    is_building,
    is_in_town,
    is_of_other_verb,
    is_where,
    is_where_done,
)
from pipeline.agreements.standing import LEADERS
from pipeline.agreements.steps import ToldStep
from pipeline.agreements.syntax import DEPTH, governor, is_below, top_of
from pipeline.agreements.units import Sentence, Unit
from pipeline.records import NameMention, Span

ARRIVALS = frozenset("visited visits came comes come arrived arrives travelled traveled travels flew".split())
VISITED = frozenset({"visited", "visits", "visiting"})
VISIT = 8  # units between the word for a visit and where it goes
VISITS = frozenset({"visit", "visits", "trip", "summit", "tour", "meeting", "talks", "conference", "negotiations"})


def place_candidates(event: Event, context: Context, date: str) -> list[Candidate]:
    """Return what the text offers for the place of an event; `date` is the date that was chosen for it."""
    found: list[Candidate] = []
    news = is_own_document(event)
    for reading in event.readings:
        found += [*_of_entry(reading), *_of_meeting(reading, context, date)]
        for step in reading.steps:
            if step.status in {"signed", "initialled", "planned", "proposed"}:
                found += _of_step(reading, step)
                found += _of_visit(step)
                found += _by_context(step)
                news = news or _is_news(step, context)
    if news and context.venue is not None and date in _days(context):
        venue = context.venue
        reason = "the venue of the meeting that the text reports"
        # A building or a whole country says less than the town of the dateline.
        distance = BUILDING if is_building(venue.text) or venue.kind == "country" else 0
        span = (Span(venue.start, venue.end),)
        found.append(Candidate("place", venue.text, "place-of-venue", span, reason, distance))
    if news and context.sent_from is not None and _is_about(date, context.day):
        place = context.sent_from
        reason = "the place of the dateline"
        found.append(Candidate("place", place.text, "place-of-dateline", (Span(place.start, place.end),), reason))
    return found


def _days(context: Context) -> set[str]:
    """Return the days on which what the text reports took place: of the dateline, of the meeting."""
    return {date.value for date in (context.dateline, context.news) if date is not None}


def _is_about(date: str, day: str) -> bool:
    """Tell whether two dates are days at most three apart: the news of a dateline may be some days old."""
    return abs(days_between(date, day)) <= 3


def _of_step(reading: Reading, step: ToldStep) -> list[Candidate]:
    """Return places behind "in" or "at" in the clause of the step."""
    found = []
    units = step.sentence.units
    for i, place in step.sentence.names("place", "country"):
        if not _is_site(place) or not is_where_done(units, i) or _belongs_elsewhere(step, i):
            continue
        if _is_of_mission(units, i) or (_is_hung_elsewhere(step, i) and place.category != "capital"):
            continue
        if is_own(reading, step) and is_of_other_item(reading, step, i, dates_of_names(step.sentence)):
            continue
        is_country = place.kind == "country" and place.category != SEAT
        if is_country and step.word.step.types:
            continue  # "relations and the legation in Greece": the country is a side, not a site
        rule = "place-behind-signing" if i > step.word.last else "place-in-front-of-signing"
        if step.status != "signed":
            rule = "place-of-other-step"
        elif is_country:
            rule = "place-of-country"
        distance = abs(i - step.word.last) + (0 if is_country or not is_in_town(units[i]) else BUILDING)
        reason = f"stands in the clause of “{units[step.word.last].text}”"
        found.append(Candidate("place", place.text, rule, (Span(place.start, place.end),), reason, distance))
    return found


def _of_visit(step: ToldStep) -> list[Candidate]:
    """Return where the visit went on which it was signed: "X's visit to Caracas", "during the visit to Moscow"."""
    found = []
    units = step.sentence.units
    for i, place in step.sentence.names("place", "country"):
        if i < 2 or place.category == "adjective":
            continue
        before = {unit.lower for unit in units[max(0, i - VISIT) : i]}
        arrives = units[i - 1].lower in VISITED or (units[i - 1].lower in {"to", "in", "the"} and before & ARRIVALS)
        visits = units[i - 1].lower in {"to", "the"} and before & VISITS and "to" in before
        if (visits or arrives) and not _belongs_elsewhere(step, i):
            distance = abs(i - step.word.last)
            span = (Span(place.start, place.end),)
            found.append(Candidate("place", place.text, "place-of-visit", span, "a visit's place counts", distance))
    return found


def _of_meeting(reading: Reading, context: Context, date: str) -> list[Candidate]:
    """Return where the visit or meeting was held that the sentences before tell of, for what was signed then.

    That is told by the date, which must be that of the meeting, or by the words ("during the visit").
    """
    site = context.sites.get(reading.sentence.number)
    signings = [step for step in reading.steps if step.status in {"signed", "initialled"} and is_own(reading, step)]
    if site is None or not any(step.relation not in {"participle", "relative"} for step in signings):
        return []
    spoken = {unit.lower for unit in reading.sentence.units} & OCCASIONS
    if site.date is not None:
        then = bool(date) and are_compatible(date, site.date.value)
    else:
        then = bool(spoken) and not reading.sentence.dates()
    if not then:
        return []
    span = Span(site.place.start, site.place.end)
    return [Candidate("place", site.place.text, "place-of-meeting", (span,), "where the meeting told of before was")]


OCCASIONS = VISITS | {"there"}


def _is_news(step: ToldStep, context: Context) -> bool:
    """Tell whether the step is told as news of a dated press release, and not only of something cited."""
    return bool(context.day) and step.relation != "participle"


def _is_site(place: NameMention) -> bool:
    return place.kind == "place" or place.category in {"name", "capital", "seat", SEAT}


def _belongs_elsewhere(step: ToldStep, i: int) -> bool:
    """Tell whether another step, or another clause, stands between the step and the place."""
    left, right = sorted((i, step.word.first))
    sentence: Sentence = step.sentence
    if any(left < w.first < right and w.form in {"past", "base"} for w in steps_of(sentence)):
        return True
    if i == left and is_of_other_verb(sentence, i):
        return True
    between = sentence.units[left + 1 : right]
    if i == left and is_where(sentence.units, i):
        between = tuple(unit for unit in between if unit.lower not in {"where", "which"})
    return any(unit.text == ";" or unit.lower in {"which", "who", "while", "where"} for unit in between)


def _is_hung_elsewhere(step: ToldStep, i: int) -> bool:
    """Tell whether the parse hangs a place on something else than the step, its instrument or its occasion.

    "An agreement on a consulate in Uralsk", "countries in the Caspian Sea", "the legation at Monrovia".
    """
    sentence = step.sentence
    tree, units = sentence.tree, sentence.units
    if not tree:
        return False
    at = i
    own = range(step.word.first, step.word.last + 1)
    heads = {head.last for head in find_heads(units)}
    if _is_at_event(units, i):
        return False
    for link in range(DEPTH):
        above = governor(sentence, i)
        lower = units[above].lower
        if above in own or lower in VISITS | MEETINGS or units[above].mention is not None:
            return False
        if above in heads:
            return link > 0 and _stands_there(units, above, at)
        if lower in MISSIONS:
            return True
        if tree[above].pos in {"VERB", "AUX"} or above == i:
            return not is_below(tree, top_of(sentence, step.word.first, step.word.last), above)
        i = above
    return False


def _is_at_event(units: Sequence[Unit], i: int) -> bool:
    """Tell whether a place is where an event is held that something was done at: "at the Energy Forum in Kazan"."""
    if i < 3 or units[i - 1].lower not in {"in", "at"} or units[i - 2].lower.split()[-1] not in EVENTS:
        return False
    return bool({unit.lower for unit in units[max(0, i - 10) : i - 2]} & {"at", "during", "sidelines", "margins"})


EVENTS = VISITS | frozenset(
    "forum fair exhibition session ceremony expo show congress gathering event symposium seminar workshop".split()
)


def _stands_there(units: Sequence[Unit], instrument: int, place: int) -> bool:
    """Tell whether what an instrument is about can stand in a place: plants and projects do, tourism does not.

    "An accord on fisheries in Istanbul" was signed there, whatever the parse says; "on a bridge in Istanbul" not.
    """
    behind = units[place + 1 : place + 3]
    if WIDE.search(units[place].text) or (units[place].kind == "country" and not _is_dated(behind)):
        return True
    matter = units[instrument + 1 : place]
    return any(unit.lower in SITED | EVENTS or unit.lower.removesuffix("s") in SITED for unit in matter)


def _is_of_mission(units: Sequence[Unit], i: int) -> bool:
    """Tell whether a place is where a mission is ("the American Legation at Baghdad"), whatever the parse says."""
    if i < 2 or units[i - 1].lower not in {"in", "at"}:
        return False
    if "at" in {unit.lower for unit in units[max(0, i - 5) : i - 2]}:
        return False  # "signed at the Danish Embassy in Lima"
    return units[i - 2].kind == "mission" or units[i - 2].lower in MISSIONS


def _is_dated(behind: Sequence[Unit]) -> bool:
    """Tell whether a day follows: "in Singapore on 4 May" says where and when."""
    dated = behind[1:] if behind and behind[0].lower in {"on", "in", ","} else behind
    return bool(dated) and dated[0].kind == "date"


# What has a site of its own: things built, institutions with a seat, events, and those who live or serve somewhere.
SITED = frozenset(
    "construction building project plant station factory refinery mine field deposit port harbour harbor airport road "
    "bridge railway railroad metro tunnel dam pipeline terminal grid canal zone park base facility site cable "
    "consulate embassy legation mission office branch centre center school university institute hospital clinic "
    "museum library college academy campus laboratory observatory headquarters secretariat house hotel church "
    "conference summit exhibition games festival forum olympics expo election war conflict crisis situation violence "
    "fighting hostility ceasefire truce peace settlement stability security operation exercise presence deployment "
    "troop force peacekeeper soldier contingent garrison investment establishment opening creation restoration "
    "reconstruction renovation status citizen national community minority refugee student worker resident immigrant "
    "people population country countries state territory area land property company business firm market".split()
)
MEETINGS = frozenset("met held hosted gathered took ceremony forum session visited".split())
MISSIONS = frozenset("legation legations consulate consulates embassy embassies mission missions branch office".split())


def _of_entry(reading: Reading) -> list[Candidate]:
    """Return the place that stands between an entry's instrument and its bare date."""
    if not is_entry(reading.sentence) or reading.named_date is None:
        return []
    units = reading.sentence.units
    last = reading.named_date[0]
    found = []
    for i in range(reading.mention.last + 1, last):
        unit = units[i]
        if unit.kind == "place" and units[i - 1].text in {":", ",", "–", "—", "."}:
            reason = "stands with the date of the entry"
            found.append(Candidate("place", unit.text, "place-of-entry", (Span(unit.start, unit.end),), reason))
    return found


def _by_context(step: ToldStep) -> list[Candidate]:
    """Return a name behind "in" or "at" in the clause of a step that no list of places knows ("At Bled, …")."""
    units = step.sentence.units
    for i in range(1, len(units)):
        led = units[i - 1].lower in {"in", "at"} or is_behind_kind(units, i)
        if not led or not _is_unknown_name(units, i) or _belongs_elsewhere(step, i):
            continue
        if _is_hung_elsewhere(step, i):
            continue
        last = i
        while last + 1 < len(units) and (_is_unknown_name(units, last + 1) or units[last + 1].lower in PARTICLES):
            last += 1
        if units[last].lower in PARTICLES or (
            last + 1 < len(units) and units[last + 1].kind in {"organization", "person"}
        ):
            continue
        span = Span(units[i].start, units[last].end)
        text = " ".join(unit.text for unit in units[i : last + 1])
        far = BUILDING if is_building(text) else 0
        reason = "a name behind “in” or “at” in the clause of the step"
        return [Candidate("place", text, "place-by-context", (span,), reason, abs(i - step.word.last) + far)]
    return []


# Small words inside the names of places.
PARTICLES = frozenset("de do da del la el le les di du upon sur am".split())
NO_PLACES = frozenset("parliament congress english french spanish russian article september presence".split()) | LEADERS


def _is_unknown_name(units: tuple[Unit, ...], i: int) -> bool:
    unit = units[i]
    if unit.lower in words()["months"]:
        return False
    return unit.kind == "word" and unit.is_capitalized and unit.text[1:].islower() and unit.lower not in NO_PLACES
