"""Bring the mentions of one agreement together: headline and body, "the document", the same title again."""

from __future__ import annotations

import re

from pipeline.agreements.actors import listed
from pipeline.agreements.aliases import by_alias, defined, is_defined_here, spelled_out
from pipeline.agreements.alike import are_old_and_new, is_about_another, share_title
from pipeline.agreements.apposed import apposed, coined, copular, named
from pipeline.agreements.catalogues import is_catalogued
from pipeline.agreements.citing import (
    exists,
    is_all,
    is_label,
    is_of_a_pair,
    is_of_a_place,
    names_its_parties,
    names_its_partner,
)
from pipeline.agreements.counts import NUMERALS
from pipeline.agreements.dating import told_years
from pipeline.agreements.entries import bare_date, is_entry, opens_entry
from pipeline.agreements.events import Event, Reading, is_short_name, refers_to, states_of, stem, title_key
from pipeline.agreements.mentions import JUDGING, InstrumentMention
from pipeline.agreements.numbered import member_of, same_set
from pipeline.agreements.relations import PREMODIFIERS
from pipeline.agreements.results import is_means, is_outcome, is_supposed
from pipeline.agreements.steps import ToldStep
from pipeline.agreements.titles import has_names
from pipeline.agreements.units import Unit

MEMORY = 12  # passages that a bare "the agreement" reaches back


def group(readings: list[Reading]) -> list[Event]:
    """Return the events that the readings tell of, in order of first mention; `merging` joins those told twice.

    A mention that neither tells a step, nor is a title, nor carries a date, nor refers back to such a one, is talk
    of agreements in general and starts no event.
    """
    events: list[Event] = []
    for reading in readings:
        several = _several(reading, events)
        for one in several:
            one.add(reading)
        if several:
            continue
        event = _of_pronoun(reading, events) if reading.is_pronoun else _antecedent(reading, events)
        if event is None and not reading.is_pronoun:
            place = member_of(reading, events)
            starts = _starts_event(reading) or place is not None
            if starts or _may_be_told_later(reading):
                event = Event(is_tentative=not starts, place=(place.whole.first, place.number) if place else None)
                events.append(event)
        if event is not None:
            event.add(reading)
    return events


def _several(reading: Reading, events: list[Event]) -> list[Event]:
    """Return the events that the reading speaks of at once, or that brackets define it as a name for."""
    if reading.is_pronoun or reading.mention.instrument.type == "joint-body":
        return []
    if is_defined_here(reading.mention):
        found = defined(reading, events)
        for event in found:
            event.aliases.add(title_key(reading.mention.span_text()))
        return found
    return by_alias(reading, events) or _both(reading, events)


def _both(reading: Reading, events: list[Event]) -> list[Event]:
    """Return the two events that "both treaties" speaks of: the last two of a fitting type."""
    mention = reading.mention
    in_front = {unit.lower for unit in mention.sentence.units[max(0, mention.first - 2) : mention.first]}
    if "both" not in in_front or not mention.head.plural or not mention.plain:
        return []
    types = refers_to(mention.instrument.type)
    fitting = [event for event in events if event.type in types and not event.main.mention.head.plural]
    fitting.sort(key=lambda event: event.readings[-1].mention.span)
    return fitting[-2:] if len(fitting) >= 2 else []


def _antecedent(reading: Reading, events: list[Event]) -> Event | None:
    place = member_of(reading, events)
    return place.event if place is not None else _coreferent(reading, events)


def _coreferent(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event of which a mention speaks by its title, by what it says it is, or as "the agreement"."""
    mention = reading.mention
    equated = copular(reading, events)
    if mention.title and equated is not None:
        return equated  # a heading with the title joins it later
    for event in reversed(events):
        if share_title(mention, event) and _dates_agree(reading, event):
            return event
    if mention.instrument.type in {"diplomatic-relations", "joint-body"}:
        return _same_establishment(reading, events)
    same = apposed(reading, events) or equated or same_set(reading, events) or named(reading, events)
    same = same or coined(reading, events) or spelled_out(reading, events)
    if same is not None:
        return same
    if reading.named_date is not None and mention.plain:
        return _of_year(reading, events)
    return None if _is_distinct(reading) else _of_noun(reading, events)


def _of_noun(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event to which a noun without a name of its own refers back."""
    mention = reading.mention
    if _is_restricted(reading):
        return _of_same_year(reading, events)
    if mention.introduction in {"definite", "demonstrative"} or is_short_name(mention):
        return _referent(reading, events)
    if mention.introduction == "possessive" and mention.modifiers:
        return _kindred(reading, events)
    if mention.introduction == "possessive" and mention.instrument.type == "declaration":
        return _referent(reading, events)  # "in their joint statement": the one that was told of
    return None


def _kindred(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event of which "its protectorate agreement" speaks: one with a kindred word and a state in common."""
    wanted = {stem(unit.lower) for unit in reading.mention.modifiers if unit.kind == "word"}
    here = states_of(reading.sentence)
    types = refers_to(reading.mention.instrument.type)
    for event in reversed(events):
        told = {stem(lower) for lower in _vocabulary(event)}
        if event.type in types and wanted & told and here & states_of(event.main.sentence):
            return event
    return None


def _of_pronoun(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event that "it" stands for: the one spoken of last, in the sentence before or earlier in this one."""
    near = [
        event
        for event in events
        if event.readings[0].mention.span < reading.mention.span
        and 0 <= reading.sentence.number - event.last_number <= 1
        and event.readings[-1].sentence.passage.block == reading.sentence.passage.block
        and event.main.mention.head.plural == reading.mention.head.plural
    ]
    return max(near, key=lambda event: event.readings[-1].mention.span.start) if near else None


def _of_year(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event that "the Treaty of 1886", "the 1886 treaty" refers to."""
    assert reading.named_date is not None  # noqa: S101 - for the type checker; the caller looked
    if reading.named_date[1].spanned.precision != "year" or is_entry(reading.sentence):
        return None
    year = reading.named_date[1].value[:4]
    before = reading.sentence.number
    fitting = [e for e in events if e.type == reading.mention.instrument.type and year in e.all_years(before)]
    return fitting[-1] if len(fitting) == 1 else None


def _same_establishment(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event of establishing relations that another sentence told of.

    A state may establish relations several times, and with several states: years, states and "again" tell them apart.
    """
    if not reading.is_told or reading.mention.instrument.type == "joint-body":
        return None
    for event in reversed(events):
        if event.type == reading.mention.instrument.type and _is_same_establishment(reading, event):
            return event
    return None


def _is_same_establishment(reading: Reading, event: Event) -> bool:
    ours, theirs = states_of(reading.sentence), {state for r in event.readings for state in states_of(r.sentence)}
    if ours - theirs and theirs - ours:
        return False
    years, others = told_years(reading), {year for other in event.readings for year in told_years(other)}
    if years and others:
        return bool(years & others)
    return _is_again(reading) == _is_again(event.main)


def _is_again(reading: Reading) -> bool:
    """Tell whether relations were established once more ("re-establishment", "resumed")."""
    told = " ".join(unit.lower for step in reading.steps for unit in _step_units(step))
    return bool(re.search(r"\bre\b|resum|restor|renew|normali", told))


def _step_units(step: ToldStep) -> tuple[Unit, ...]:
    return step.sentence.units[step.word.first : step.word.last + 1]


def _is_distinct(reading: Reading) -> bool:
    """Tell whether a mention brings what sets it apart from what was named before: its own date or countries."""
    mention = reading.mention
    if reading.named_date is not None or mention.title or is_catalogued(reading.steps):
        return True
    if mention.introduction in {"indefinite", "counted"} or _is_another(mention):
        return True
    return has_names(mention.sentence.units, mention.first - 1, mention.head.first)


def _is_restricted(reading: Reading) -> bool:
    """Tell whether a clause says which instrument is meant ("the treaty that Ethiopia signed in 1978")."""
    units = reading.sentence.units
    behind = reading.mention.last + 1
    if behind >= len(units) or units[behind].text == ",":
        return False
    dated = any(i > reading.mention.last for i, _ in reading.sentence.dates())
    return dated and any(
        step.relation in {"relative", "participle"} and step.is_conclusion and step.word.first - behind <= 8
        for step in reading.steps
    )


def _of_same_year(reading: Reading, events: list[Event]) -> Event | None:
    """Return the latest event of the type that was dated to a year that the sentence names behind the mention."""
    years = {date.value[:4] for i, date in reading.sentence.dates() if i > reading.mention.last}
    fitting = [e for e in events if e.type == reading.mention.instrument.type and years & e.all_years()]
    return fitting[-1] if fitting else None


def _is_another(mention: InstrumentMention) -> bool:
    """Tell whether the noun phrase counts on ("the first contracts", "the second agreement")."""
    in_front = {unit.lower for unit in mention.sentence.units[max(0, mention.first - 2) : mention.head.first]}
    return bool(in_front & ANOTHER)


ANOTHER = frozenset(
    "first second third fourth fifth another next own accompanying related parallel separate similar complementary "
    "additional other".split()
)


def _referent(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event that "the agreement" refers to: the latest of a fitting type and number."""
    mention = reading.mention
    types = refers_to(mention.instrument.type)
    modifiers = {unit.lower for unit in mention.modifiers if not _only_measures(unit)} - PREMODIFIERS
    fitting = [
        event
        for event in events
        if event.type in types
        and event.main.mention.head.plural == mention.head.plural
        and (not mention.head.plural or event.type == mention.instrument.type)
        and reading.sentence.number - event.last_number <= MEMORY
        and (not modifiers or modifiers & _vocabulary(event, before=mention))
        and not are_old_and_new(mention, event.main.mention)
        and not _is_with_another(mention, event)
        and not is_about_another(mention, event)
    ]
    return max(fitting, key=lambda event: _closeness(reading, event)) if fitting else None


def _only_measures(unit: Unit) -> bool:
    """Tell whether a word in front of the noun says how long, how dear or how good it is, not which one it is."""
    return not unit.text[0].isalpha() or unit.lower in NUMERALS or unit.lower in JUDGING | MEASURING


MEASURING = frozenset(
    "year years month months week weeks day days dollar euro pound yen billion million multi-billion multibillion "
    "multimillion multi-year decade-long billion-dollar million-dollar bn m".split()
)


def _is_with_another(mention: InstrumentMention, event: Event) -> bool:
    """Tell whether "the treaty with Bolivia" has a partner that the sentences on the other one do not name."""
    units = mention.sentence.units
    behind = mention.last + 1
    if behind + 1 >= len(units) or units[behind].lower != "with":
        return False
    partners = {actor.party for actor in listed(units, behind + 1)}
    named = {name.value for r in event.readings for _, name in r.sentence.names("country", "organization")}
    return (
        bool(partners)
        and not partners & named
        and any(reading.sentence is not mention.sentence for reading in event.readings)
    )


def _closeness(reading: Reading, event: Event) -> tuple[bool, bool, bool, bool, int]:
    """Rank antecedents: told or near, of a year that the sentence names, introduced under this name, of this type."""
    mention = reading.mention
    named = {date.value[:4] for _, date in reading.sentence.dates()}
    short = is_short_name(mention)
    return (
        not event.is_tentative or reading.sentence.number - event.last_number <= 1,
        bool(named & event.all_years()) and any(step.relation == "participle" for step in reading.steps),
        short and (title_key(mention.span_text()) in event.keys or event.main.mention.title),
        event.type == mention.instrument.type,
        event.last_number,
    )


def _vocabulary(event: Event, before: InstrumentMention | None = None) -> set[str]:
    """Return the words of an event's mentions and those behind them, as far as they stand in front of a mention."""
    found = set()
    for reading in event.visible:
        end = reading.mention.last + 10
        if before is not None and before.sentence is reading.sentence:
            end = min(end, before.first)
        found |= {unit.lower for unit in reading.sentence.units[reading.mention.first : end]}
    return found


def _dates_agree(reading: Reading, event: Event) -> bool:
    years = event.years()
    return reading.named_date is None or not years or reading.named_date[1].value[:4] in years


def _starts_event(reading: Reading) -> bool:
    mention = reading.mention
    if {"such", "only"} & {unit.lower for unit in mention.sentence.units[max(0, mention.first - 3) : mention.first]}:
        return False  # "the first such agreement", "the only treaty of its kind" say something about one told elsewhere
    if mention.plain and mention.introduction == "bare" and mention.head.plural and is_label(mention):
        return False
    if mention.instrument.type in {"diplomatic-relations", "joint-body"}:
        entry = mention.sentence.passage.kind == "item" and bare_date(mention) is not None
        return reading.is_told or entry or (opens_entry(mention) and not reading.steps and is_all(mention))
    if mention.title and not mention.instrument.steps and (mention.instrument.type != "programme" or reading.is_told):
        return True
    if reading.named_date is not None and not mention.instrument.steps:
        return True
    if opens_entry(mention) and not reading.steps:
        return True
    own = names_its_parties(mention) or names_its_partner(mention) or is_of_a_pair(mention) or exists(mention)
    if own and not is_supposed(mention):
        return True
    if is_of_a_place(mention) or is_means(mention) or is_outcome(mention):
        return True
    if mention.introduction == "definite" and mention.plain and mention.head.plural and not _is_another(mention):
        return any(step.relation in {"list", "participle"} and step.status for step in reading.steps)
    allowed = mention.instrument.steps
    told = any(step.status and (not allowed or step.word.step.id in allowed) for step in reading.steps)
    return told and not _is_general(reading)


def _may_be_told_later(reading: Reading) -> bool:
    """Tell whether a sentence to come may tell a step ("spoke about a memorandum. It could be signed by June")."""
    mention = reading.mention
    one = mention.introduction == "indefinite" and not mention.head.plural and not mention.instrument.steps
    return one and not reading.sentence.is_heading and mention.instrument.type in refers_to("other")


def _is_general(reading: Reading) -> bool:
    """Tell whether the noun phrase speaks of agreements in general ("any agreement must be ratified")."""
    mention = reading.mention
    start = max(0, mention.first - 3)
    before = [unit.lower for unit in mention.sentence.units[start : mention.first]]
    if {"fewer", "less"} & set(before):
        return False  # "no fewer than six treaties"
    return any(lower in {"any", "no", "every", "each"} for lower in before)
