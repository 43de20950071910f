"""Names and nouns for the instrument that was spoken of just before: appositions, "X was an agreement", its title."""

from __future__ import annotations

from pipeline.agreements.aliases import is_introduced
from pipeline.agreements.events import Event, Reading, refers_to, states_of
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
    return apposed and not mention.head.plural and before.instrument.type in refers_to(mention.instrument.type)


KNOWN_AS = 5  # words of "known as the" in front of a name
APPOSING = frozenset('( , also so - called or formally officially formerly known called as the – — " “'.split())


def copular(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event that the sentence equates the mention with ("the ANZUS Treaty was an agreement signed in")."""
    units = reading.sentence.units
    first = reading.mention.first
    if (
        first < 2
        or units[first - 1].lower not in {"a", "an"}
        or units[first - 2].lower not in {"is", "was", "were", "are"}
    ):
        return None
    named = [event for event in events if event.readings[-1].sentence is reading.sentence]
    return named[-1] if named and named[-1].main.mention.title else None


def named(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event that the sentence before told without a name, and this one goes on about with its name.

    "They signed a treaty in 1949. The Treaty of Friendship returned the province": the title opens its sentence, tells
    no conclusion of its own, and what was told before was called by the bare noun.
    """
    mention = reading.mention
    if not mention.title or mention.introduction != "definite" or mention.first > 1 or reading.named_date is not None:
        return None
    if mention.head.plural or any(step.is_conclusion for step in reading.steps) or not events:
        return None
    last = events[-1]
    if not any(step.is_conclusion and step.status == "signed" for step in last.main.steps):
        return None
    before = last.readings[-1]
    bare = len(last.visible) == 1 and last.main.mention.introduction == "indefinite" and not _says_more(last.main)
    near = reading.sentence.number - before.sentence.number == 1 and not before.sentence.is_heading
    states = {unit.mention.value for unit in mention.units if isinstance(unit.mention, NameMention)}
    fits = last.type in refers_to(mention.instrument.type) or mention.instrument.type in refers_to(last.type)
    return last if bare and near and fits and states <= states_of(before.sentence) else None


def _says_more(reading: Reading) -> bool:
    """Tell whether words beside the noun say which instrument it is: a matter in front of it or behind it."""
    mention = reading.mention
    behind = mention.sentence.units[mention.last + 1 : mention.last + 2]
    matter = any(unit.lower in {"on", "of", "for", "to", "concerning", "regarding"} for unit in behind)
    return mention.head.plural or matter or any(unit.kind == "word" for unit in mention.modifiers)
