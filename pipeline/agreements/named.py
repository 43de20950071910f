"""Whom the noun phrase of an instrument names: "between A and B", "the A-B treaty", "a pact of A with B"."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline import countries
from pipeline.agreements import phrases
from pipeline.agreements.actors import BETWEEN, listed
from pipeline.agreements.claims import Candidate
from pipeline.agreements.context import Context
from pipeline.agreements.events import Reading
from pipeline.agreements.lexicon import words
from pipeline.agreements.sides import collective, stands_for
from pipeline.agreements.standing import Actor, actor_of, country_of, qualifies
from pipeline.agreements.syntax import DEPTH
from pipeline.agreements.units import MARK, Sentence, Unit
from pipeline.records import NameMention, Span

SEPARATOR = ";"


def candidate(
    parties: Iterable[str], rule: str, evidence: Iterable[Span], reason: str, distance: float = 0
) -> Candidate:
    """Return a candidate for the parties of an agreement: a set, joined by semicolons in order of the alphabet."""
    value = SEPARATOR.join(sorted(set(parties)))
    return Candidate("parties", value, rule, tuple(evidence), reason, distance)


def of_actors(actors: list[Actor], rule: str, reason: str, distance: float = 0) -> Candidate:
    """Return the candidate that these actors are the parties, on the evidence of their names."""
    return candidate((a.party for a in actors), rule, (a.span for a in actors), reason, distance)


def all_sides(
    sentence: Sentence, context: Context, sides: tuple[Unit, int], with_: list[Actor] | None = None
) -> list[Candidate]:
    """Return the states that "the two countries", "the three governments" are, and those they agreed with."""
    word, number = sides
    actors = stands_for(sentence, context, word, number)
    if len(actors) != number:
        return []
    reason = f"“{word.text}” are the states that the text named before"
    return [of_actors([*actors, *(with_ or [])], "parties-collective", reason)]


def between(reading: Reading, context: Context) -> list[Candidate]:
    """Read "between A and B", "among A, B and C", "between the two countries" inside or behind the noun phrase."""
    units = reading.sentence.units
    mention = reading.mention
    for i in range(mention.head.last + 1, min(len(units), mention.last + 40)):
        lower = units[i].lower
        if lower in BETWEEN and not _is_of_others(reading, i):
            actors = listed(units, i + 1)
            if len(actors) == 1:
                actors += _unknown(units, i + 1, actors[0])
            if len({actor.party for actor in actors}) >= 2:
                return [of_actors(actors, "parties-between", f"named behind “{lower}”", i - mention.head.last)]
            if reading.sentence.tree:
                parsed = [actor for side in phrases.behind(reading.sentence, i) for actor in side.actors]
                if len({actor.party for actor in parsed}) >= 2:
                    return [of_actors(parsed, "parties-between", f"named behind “{lower}”", i - mention.head.last)]
            sides = collective(reading.sentence, i + 1, min(len(units), i + 5))
            if sides and any(unit.lower == lower and listed(units, k) for k, unit in enumerate(units[i + 1 :], i + 2)):
                continue  # "an agreement between three parties was signed between A, B and C"
            return all_sides(reading.sentence, context, sides) if sides and not actors else []
        if i > mention.last and (lower in {"which", "that", "while"} or units[i].text == ";"):
            return []
        if i > mention.last and any(peer.first == i for peer in reading.peers):
            return []
    return []


def _unknown(units: tuple[Unit, ...], first: int, known: Actor) -> list[Actor]:
    """Return the other side of "between Rosneft and Pietro Fiorentini", a name that nobody else has found."""
    if countries.by_party(known.party) is not None:
        return []
    joint = next((i for i in range(first, min(first + SIDE, len(units))) if units[i].lower == "and"), None)
    for start in [first, *([joint + 1] if joint is not None else [])]:
        last = start
        while last < len(units) and units[last].is_capitalized and units[last].kind in {"word", "person"}:
            last += 1
        span = Span(units[start].start, units[last - 1].end) if last > start else None
        if span is not None and not (span.start <= known.span.start < span.end):
            return [Actor(" ".join(unit.text for unit in units[start:last]), span)]
    return []


SIDE = 8  # units in which the first of two sides is told


def _is_of_others(reading: Reading, i: int) -> bool:
    """Tell whether the parse hangs "between" on another noun than the instrument ("and talks between A and B")."""
    tree = reading.sentence.tree
    if not tree or i <= reading.mention.last + 1:
        return False
    own = {*range(reading.mention.first, reading.mention.last + 1), *(step.word.first for step in reading.steps)}
    joints = reading.sentence.units[reading.mention.last + 1 : i]
    if not any(unit.lower == "and" for unit in joints):
        return False
    for _ in range(DEPTH):
        if i in own or tree[i].head == i:
            return i not in own
        if tree[i].role == "conjunct" and tree[i].pos in {"NOUN", "VERB"} and tree[i].head in own:
            return True  # "the signing, and talks between A and B"
        i = tree[i].head
    return False


def in_name(reading: Reading) -> list[Candidate]:
    """Read the adjectives in front of the noun: "Russian-Spanish agreement", "the U.S.-Hungary treaty"."""
    mention = reading.mention
    units = reading.sentence.units
    actors = _joint_body(reading) if mention.instrument.type == "joint-body" else []
    for unit in units[max(0, mention.first - 1) : mention.head.last + 1]:
        if unit.kind == "country" and isinstance(unit.mention, NameMention):
            actors.append(Actor(country_of(unit.mention), Span(unit.start, unit.end)))
    if len({actor.party for actor in actors}) < 2:
        actors = _joined_in_name(reading)
    if len({actor.party for actor in actors}) < 2:
        return []
    return [of_actors(actors, "parties-in-name", "named in front of the noun")]


def _joined_in_name(reading: Reading) -> list[Actor]:
    """Return the two that a dash joins in a name ("the EU-ASEAN FTA", "Declaration on an EU-ASEAN Partnership")."""
    units, mention = reading.sentence.units, reading.mention
    for i in range(max(1, mention.first), min(mention.last, len(units) - 1) + 1):
        if units[i].text not in {"-", "–"} or units[i - 1].end != units[i].start:
            continue
        pair = [actor_of(unit) for unit in (units[i - 1], units[i + 1]) if unit.kind in {"country", "organization"}]
        found = [actor for actor in pair if actor is not None]
        if len(found) == 2:
            return found
    return []


def _joint_body(reading: Reading) -> list[Actor]:
    """Return the states whose names stand inside the name of a joint body."""
    span = reading.mention.span
    text = reading.mention.span_text()
    forms = (countries.lookup(word) for word in text.replace("–", "-").replace("-", " ").split())
    return [Actor(found[0].state.party, span) for found in forms if found and found[0].kind != "capital"]


def of(reading: Reading) -> list[Candidate]:
    """Read "a pact of Czechoslovakia and Yugoslavia with the Soviet Union": the sides behind "of"."""
    units = reading.sentence.units
    last = reading.mention.last
    if reading.mention.title or last + 2 >= len(units) or units[last + 1].lower != "of":
        return []
    actors = listed(units, last + 2)
    for i in range(last + 2, min(len(units) - 1, last + 9)):
        if actors and units[i].lower == "with":
            actors += listed(units, i + 1)
    if len({actor.party for actor in actors}) < 2:
        return []
    return [of_actors(actors, "parties-between", "named behind “of”", 1)]


def in_relative(reading: Reading) -> list[Candidate]:
    """Read "a treaty, in which Spain and Portugal agreed": those who act in the clause about its terms."""
    units = reading.sentence.units
    last = reading.mention.last
    for i in range(last + 1, min(len(units) - 2, last + 7)):
        if units[i].lower in {"in", "under", "by"} and units[i + 1].lower == "which":
            actors = listed(units, i + 2)
            if len({actor.party for actor in actors}) >= 2:
                return [of_actors(actors, "parties-of-relative", "those who act in the clause about its terms")]
            return []
        if units[i].kind == "word" and units[i].lower not in words()["prepositions"]:
            return []
    return []


def in_terms(reading: Reading) -> list[Candidate]:
    """Read "Under a contract signed in May, Boeing will build ships for the navy": the two who act by its terms."""
    units = reading.sentence.units
    mention = reading.mention
    if mention.title and mention.first > 3 and units[mention.first - 2].lower in {"by", "under", "in"}:
        return _joined_in_front(reading)
    if not _is_fronted(units, mention.first):
        return []
    if mention.title:
        return _acting_together(reading)
    comma = next((i for i in range(mention.last + 1, len(units)) if units[i].text == ","), len(units))
    actors = [
        actor
        for i, unit in enumerate(units[comma + 1 :], comma + 1)
        if (actor := actor_of(unit)) is not None
        and not qualifies(units, i)
        and not (units[i - 1].lower in AWAY or (units[i - 1].lower == "the" and units[i - 2].lower in AWAY))
        and unit.kind != "place"
    ]
    codes = {actor.party for actor in actors}
    if len(codes) != SIDES or all(countries.by_party(code) is not None for code in codes):
        return []
    return [of_actors(actors, "parties-of-relative", "the two who act by its terms")]


def _acting_together(reading: Reading) -> list[Candidate]:
    """Read "Under the Treaty of Lima of 1929 Peru and Chile divided the land": two states, joined, act by its terms."""
    units = reading.sentence.units
    first = reading.mention.last + 1
    while first < len(units) and (units[first].kind in {"date", MARK} or units[first].lower in {"of", "in", "the"}):
        first += 1
    return _two_states(units[first : first + 3])


def _joined_in_front(reading: Reading) -> list[Candidate]:
    """Read "Peru and Chile, by the Treaty of Lima, divided the land": they act by its terms."""
    units, comma = reading.sentence.units, reading.mention.first - 3
    return _two_states(units[max(0, comma - 3) : comma]) if units[comma].text == "," else []


def _two_states(joined: tuple[Unit, ...]) -> list[Candidate]:
    """Return the two states of "Peru and Chile" as those who act by the terms of an instrument."""
    if [unit.lower for unit in joined[1:2]] != ["and"]:
        return []
    actors = [actor for unit in joined if unit.kind == "country" and (actor := actor_of(unit)) is not None]
    return [of_actors(actors, "parties-of-relative", "the two who act by its terms")] if len(actors) == SIDES else []


SIDES = 2
AWAY = frozenset("in at near within into on via through since until under than".split())


def _is_fronted(units: tuple[Unit, ...], first: int) -> bool:
    """Tell whether an instrument opens its sentence behind a preposition ("Under the terms of the contract")."""
    before = [unit.lower for unit in units[:first]]
    opened = before[:1] in (["under"], ["by"]) or before[:2] in (["according", "to"], ["as", "part"])
    return opened and len(before) <= OPENED


OPENED = 7  # units in front of an instrument that opens its sentence
