"""Names and nouns for the instrument that was spoken of just before: appositions, "X was an agreement", its title."""

from __future__ import annotations

import re

from pipeline.agreements.aliases import is_introduced
from pipeline.agreements.events import Event, Reading, refers_to, states_of
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.relations import continues_list
from pipeline.records import NameMention


def apposed(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event of the instrument in front that a title only names once more.

    "The Treaty of A (also B Treaty)", "a preliminary agreement, the Treaty of C", "the D Pact, formally the Treaty
    on E".
    """
    if not events:
        return None
    last = events[-1].readings[-1]
    if not reading.mention.title:
        return events[-1] if _is_gloss(reading, last) else None
    if last.sentence is reading.sentence and is_introduced(reading.mention, last.mention):
        return events[-1]
    if last.sentence is not reading.sentence or last.mention.head.plural or reading.mention.head.plural:
        return None
    between = [u.lower for u in reading.sentence.units[last.mention.last + 1 : reading.mention.first]]
    known = between[-KNOWN_AS:]
    if set(known) <= APPOSING and {"known", "called"} & set(known):
        return events[-1]
    if not between or len(between) > 6 or not set(between) <= APPOSING:
        return None
    named = bool(set(between) & {"(", "also", "or", "formally", "officially", "formerly", "known", "called"})
    return events[-1] if named or (not last.mention.title and "," in between and "and" not in between) else None


def _is_gloss(reading: Reading, last: Reading) -> bool:
    """Tell whether a noun behind a comma or dash says what the title in front is ("the Treaty of X, the pact that")."""
    mention, before = reading.mention, last.mention
    if last.sentence is not reading.sentence or not before.title or reading.named_date is not None:
        return False
    between = {unit.lower for unit in reading.sentence.units[before.last + 1 : mention.first]}
    apposed = "the" in between and between <= {",", "–", "—", "the", "(", "”"} and len(between) >= 2
    behind = next((peer for peer in reading.peers if peer.first > mention.last), None)
    if behind is not None and continues_list(reading.sentence.units, mention, behind):
        return False
    apposed = apposed or _is_called(reading, before.last)
    return apposed and not mention.head.plural and before.instrument.type in refers_to(mention.instrument.type)


def _is_called(reading: Reading, last: int) -> bool:
    """Tell whether a comma and an article stand in front: "the Lima Accord between A and B, a key pact that"."""
    units = reading.sentence.units[last + 1 : reading.mention.first]
    article = next((i for i, unit in enumerate(units) if unit.lower in {"a", "an"}), 0)
    if article == 0 or units[article - 1].text != "," or len(units) - article > ADJECTIVES:
        return False
    return all(unit.kind != "word" or unit.lower in SIDED or unit.text.isupper() for unit in units[:article])


ADJECTIVES = 3  # units from the article of a gloss to its noun
SIDED = frozenset("between among and the of with".split())


KNOWN_AS = 5  # words of "known as the" in front of a name
APPOSING = frozenset('( , also so - called or formally officially formerly known called as the – — " “'.split())


def copular(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event that the sentence equates the mention with ("the ANZUS Treaty was an agreement signed in")."""
    units = reading.sentence.units
    first = reading.mention.first
    verb = next((i for i in range(first - 1, max(-1, first - PREDICATE), -1) if units[i].lower in EQUATES), None)
    if verb is None:
        return None
    if reading.mention.title:
        return _equated(reading, _told_here(reading, events), verb)
    between = [unit for unit in units[verb + 1 : first] if unit.kind == "word"]
    if not all(unit.lower in ARTICLES or unit.lower in RANKS for unit in between):
        return None
    here = _told_here(reading, events)
    ranked = any(unit.lower in RANKS for unit in [*between, *reading.mention.units])
    if here:
        equated = _equated(reading, here, verb)
        if equated is not None:
            return equated
        set_off = any(unit.text in {",", ";"} for unit in units[here[-1].readings[-1].mention.last : verb])
        return here[-1] if here[-1].main.mention.title or (ranked and not set_off) else None
    indefinite = any(unit.lower in {"a", "an"} for unit in between)
    if reading.named_date is not None or not (ranked or indefinite):
        return None  # "it was the treaty of 1907 that …"
    near = events and reading.sentence.number - events[-1].last_number == 1
    pronoun = verb > 0 and units[verb - 1].lower in {"it", "this", "that"}
    return events[-1] if near and pronoun and not events[-1].is_tentative and not reading.mention.head.plural else None


def _told_here(reading: Reading, events: list[Event]) -> list[Event]:
    """Return the events that the sentence of a reading spoke of last."""
    return [event for event in events if event.readings[-1].sentence is reading.sentence]


def _equated(reading: Reading, here: list[Event], verb: int) -> Event | None:
    """Return the event without a name that the title is said to be ("the first treaty was the Pact of")."""
    units, mention = reading.sentence.units, reading.mention
    if not here or mention.head.plural or not {u.lower for u in units[verb + 1 : mention.first]} <= ARTICLES:
        return None
    before = here[-1].readings[-1].mention
    between = units[before.last + 1 : verb]
    if any(not one.sentence.is_heading and one.sentence is not reading.sentence for one in here[-1].readings):
        return None  # "the last document was a memorandum": one of those told before
    bare = not before.title and not before.head.plural and not any(unit.text in {",", ";"} for unit in between)
    return here[-1] if bare and here[-1].type in {"agreement", *refers_to(mention.instrument.type)} else None


def coined(reading: Reading, events: list[Event]) -> Event | None:
    """Return the agreement that those made after whom a title is called ("the Root-Takahira Agreement")."""
    names = _makers(reading.mention)
    if not names or reading.mention.head.plural:
        return None
    for event in reversed(events):
        before = event.main
        unnamed = not any(one.mention.title for one in event.visible) and not before.mention.head.plural
        if unnamed and names <= _told(before) and event.type in refers_to(reading.mention.instrument.type):
            return event
    return None


def _makers(mention: InstrumentMention) -> set[str]:
    """Return the two names that a dash joins in front of the noun of a title ("the Root-Takahira Agreement")."""
    front = mention.sentence.units[mention.first : mention.head.first]
    names = {part for unit in front for part in re.split("[-–]", unit.text) if part[:1].isupper()}
    joined = any("-" in unit.text or "–" in unit.text for unit in front)
    return names if mention.title and joined and len(names) == PAIR else set()


def _told(reading: Reading) -> set[str]:
    return {part for unit in reading.sentence.units for part in unit.text.split()}


PAIR = 2  # those after whom an agreement is called
PREDICATE = 8  # units between "was" and the noun that says what something was
EQUATES = frozenset(
    "is was were are marks marked represents represented became becomes constitutes constituted".split()
)
ARTICLES = frozenset({"a", "an", "the", "'s", "its", "their", "one", "of"})
# Words by which a predicate says which of all agreements one is: "the first official agreement between them".
RANKS = frozenset(
    "first second third fourth fifth last latest only largest biggest oldest earliest most important major main "
    "key".split()
)


def named(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event that the sentence before told without a name, and this one goes on about with its name.

    "They signed a treaty in 1949. The Treaty of Friendship returned the province": the title opens its sentence, tells
    no conclusion of its own, and what was told before was called by the bare noun.
    """
    mention = reading.mention
    if not mention.title or mention.introduction != "definite" or mention.first > 1 or reading.named_date is not None:
        return None
    if mention.head.plural or not events:
        return None
    last = events[-1]
    if not any(step.is_conclusion and step.status == "signed" for step in last.main.steps):
        return None
    before = last.readings[-1]
    if any(step.is_conclusion for step in reading.steps):
        return last if _is_told_in_full(reading, last) else None
    bare = len(last.visible) == 1 and last.main.mention.introduction == "indefinite" and not _says_more(last.main)
    near = reading.sentence.number - before.sentence.number == 1 and not before.sentence.is_heading
    states = {unit.mention.value for unit in mention.units if isinstance(unit.mention, NameMention)}
    makers = _makers(mention)
    if makers and not states and not makers & _told(before):
        return None
    fits = last.type in refers_to(mention.instrument.type) or mention.instrument.type in refers_to(last.type)
    return last if bare and near and fits and states <= states_of(before.sentence) else None


def _is_told_in_full(reading: Reading, last: Event) -> bool:
    """Tell whether the sentence behind the news tells the signing once more, now under the title.

    "A and B signed a defence pact on Monday. The Treaty of X, which …, was signed by their ministers": the same states,
    and no date of its own.
    """
    before = last.main
    if before.mention.introduction != "indefinite" or before.mention.title or before.mention.head.plural:
        return False
    if len(last.visible) != 1 or not 0 < reading.sentence.number - before.sentence.number <= NEAR:
        return False
    here, there = states_of(reading.sentence), states_of(before.sentence)
    days = {date.value for _, date in before.sentence.dates()}
    dated = any(date.value not in days for _, date in reading.sentence.dates())
    return not dated and len(here & there) >= 2 and last.type in refers_to("other")


NEAR = 2  # sentences from the news of a signing to the one that tells it in full


def _says_more(reading: Reading) -> bool:
    """Tell whether words beside the noun say which instrument it is: a matter in front of it or behind it."""
    mention = reading.mention
    behind = mention.sentence.units[mention.last + 1 : mention.last + 2]
    matter = any(unit.lower in {"on", "of", "for", "to", "concerning", "regarding"} for unit in behind)
    return mention.head.plural or matter or any(unit.kind == "word" for unit in mention.modifiers)
