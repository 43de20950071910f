"""Join the events that headings, summaries and definite mentions tell of once more, and drop what is none."""

from __future__ import annotations

from pipeline.agreements.events import Event, refers_to, states_of, stem
from pipeline.agreements.lexicon import words

SECTION = 40  # events behind a heading among which the one that it names is looked for
BELOW = 3  # passages under a heading that tell of what it names
HELD = 0.5  # share of the words of one mention that another must hold to be of the same event


def merge(events: list[Event], *, is_issued: bool) -> list[Event]:
    """Return the events with those joined that are told of once more, without what is no event.

    `is_issued` tells that the text says when it was issued itself.

    A heading that names an instrument is joined to the event of its section; so are two events of a type that were
    dated to the same day under different words, if the words of one hold those of the other.
    """
    kept: list[Event] = []
    by_year: dict[str, list[Event]] = {}
    for number, event in enumerate(events):
        same_year = [other for year in event.all_years() for other in by_year.get(year, ())]
        home = _heading_home(event, events[number + 1 : number + 1 + SECTION]) or _twin(event, same_year)
        if home is None:
            kept.append(event)
            for year in event.all_years():
                by_year.setdefault(year, []).append(event)
            continue
        home.absorb(event)
    return [event for event in kept if is_event(event) or (is_issued and is_own_document(event))]


def _heading_home(event: Event, later: list[Event]) -> Event | None:
    """Return the event that the text under a heading tells of in more words."""
    if not all(reading.sentence.is_heading for reading in event.readings):
        return None
    words_ = _content(event)
    for other in later:
        nouns = {reading.mention.instrument.type for reading in other.visible}
        if event.type not in nouns or not _years_agree(event, other) or _stand_in_one(event, other):
            continue
        held = {stem(word) for word in words_} & {stem(word) for word in _sentence_words(other)}
        if words_ and len(held) >= HELD * len(words_):
            return other
    return _told_below(event, later) or _same_number(event, later)


def _stand_in_one(event: Event, other: Event) -> bool:
    """Tell whether a passage has both: the lines of a list, not a heading and its text."""
    own = {reading.sentence.number for reading in event.readings}
    return any(reading.sentence.number in own for reading in other.readings)


def _same_number(event: Event, later: list[Event]) -> Event | None:
    """Return the set that the first passages under a heading tell of with the same number ("sign five agreements")."""
    count, number = event.main.mention.count.value, event.readings[-1].sentence.number
    near = [other for other in later if 0 < other.first.sentence.number - number <= BELOW]
    same = [other for other in near if other.type == event.type and other.main.mention.count.value == count]
    return same[0] if count.isdigit() and int(count) > 1 and len(same) == 1 else None


def _told_below(event: Event, later: list[Event]) -> Event | None:
    """Return the only event of the kind and year that the paragraph under a heading tells of in other words.

    "Treaty of Amity and Commerce, 1839." stands above "They signed a commercial treaty on June 13, 1839."
    """
    number = event.readings[-1].sentence.number
    below = [
        other
        for other in later
        if 0 < other.first.sentence.number - number <= BELOW and not other.first.sentence.is_heading
    ]
    same = [other for other in below if other.type == event.type and event.all_years() & other.all_years()]
    return same[0] if len(same) == 1 and not same[0].main.mention.head.plural else None


def _twin(event: Event, kept: list[Event]) -> Event | None:
    """Return an earlier event that this one repeats: the same day, type and words, definite or under a title."""
    days = event.days()
    for other in sorted(kept, key=lambda one: one.main.mention.span, reverse=True):
        if _is_summary(event, other) or _is_summary(other, event):
            return other
        if other.type == event.type and days & other.days() and other.main.sentence is not event.main.sentence:
            words_, others = _content(event), _content(other)
            if words_ <= others or others <= words_ or len(words_ & others) >= HELD * min(len(words_), len(others)):
                return other
    return None


def _is_summary(event: Event, other: Event) -> bool:
    """Tell whether an untitled agreement is told again under a title: same year, states and a kindred word."""
    mention = event.main.mention
    if mention.title or not other.main.mention.title or mention.head.plural or other.main.mention.head.plural:
        return False
    if other.type not in refers_to(event.type) or not event.all_years() & other.all_years():
        return False
    shared = states_of(event.main.sentence) & states_of(other.main.sentence)
    kindred = {stem(lower) for lower in _content(event)} & {stem(lower) for lower in _content(other)}
    return len(shared) >= 2 and bool(kindred)


def _content(event: Event) -> set[str]:
    """Return the words that set an event's instrument apart: those of its name and of what stands behind it."""
    found = set()
    for reading in event.readings:
        mention = reading.mention
        behind = mention.sentence.units[mention.last + 1 : mention.last + 7] if reading.sentence.is_heading else ()
        for unit in (*mention.units, *behind):
            if unit.kind == "word" and unit.text[0].isalpha() and not _is_small(unit.lower):
                found.add(unit.lower)
    heads = {
        unit.lower for r in event.readings for unit in r.sentence.units[r.mention.head.first : r.mention.head.last + 1]
    }
    return found - heads


def _sentence_words(event: Event) -> set[str]:
    return {unit.lower for reading in event.readings for unit in reading.sentence.units}


def _is_small(lower: str) -> bool:
    classes = words()
    names = ("connectors", "prepositions", "definite", "indefinite", "conjunctions", "outside")
    return any(lower in classes[name] for name in names)


def _years_agree(one: Event, other: Event) -> bool:
    first, second = one.all_years(), other.all_years()
    return not first or not second or bool(first & second)


def is_own_document(event: Event) -> bool:
    """Tell whether the event is the joint statement that the text itself is, by its first line."""
    mention = event.readings[0].mention
    names_both = any(unit.lower == "joint" for unit in mention.units)
    return event.type == "declaration" and mention.sentence.number == 0 and mention.first == 0 and names_both


def is_event(event: Event) -> bool:
    """Tell whether more than a heading speaks of it, or the heading itself says when or what happened.

    A heading in capitals makes titles of nouns that are none ("Treaties and Agreements"), and a joint statement
    that is only the document's own heading is not an event that the text tells of.
    """
    if event.is_tentative and not any(reading.is_told for reading in event.readings):
        return False
    if any(not reading.sentence.is_heading for reading in event.visible):
        return True
    reading = event.main
    if event.type == "diplomatic-relations" and reading.is_told:
        return bool(reading.sentence.dates())  # a heading says what its section is about, were it that there were none
    if reading.is_told or reading.named_date is not None:
        return True
    return reading.mention.title and not reading.mention.head.plural and event.type != "declaration"


def without_named_sets(events: list[Event]) -> list[Event]:
    """Return the events without the sets of which every member is told ("three documents: A, B and C").

    The words for the set are then mentions of each of its members.
    """
    kept = list(events)
    for event in events:
        number = event.main.mention.count.value
        if not number.isdigit() or int(number) < 2 or event.place is not None:
            continue
        numbered = [other for other in events if other.place is not None and other.place[0] is event.first]
        members = numbered or [other for other in events if other is not event and _is_member(other, event)]
        if int(number) == len(members):
            kept.remove(event)
            for member in members:
                member.share(event)
    return kept


def _is_member(event: Event, whole: Event) -> bool:
    """Tell whether an event took over its step from the set: listed in its sentence or in those behind it."""
    told = {(step.sentence.number, step.word.first) for reading in whole.readings for step in reading.steps}
    return any(
        step.relation == "list" and (step.sentence.number, step.word.first) in told
        for reading in event.readings
        for step in reading.steps
    )
