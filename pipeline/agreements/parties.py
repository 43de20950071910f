"""Who: the states and organizations that agreed, from the noun phrase, the clause, or the pair the text is about."""

from __future__ import annotations

from dataclasses import replace

from pipeline.agreements import phrases
from pipeline.agreements.actors import (
    BROKERED,
    clause_start,
    first_organization,
    first_state,
    is_pronoun_subject,
    listed,
    partners,
    recipients,
    represented,
    subject,
)
from pipeline.agreements.cession import in_cession
from pipeline.agreements.claims import Candidate
from pipeline.agreements.context import Context
from pipeline.agreements.counts import NUMERALS
from pipeline.agreements.events import Event, Reading
from pipeline.agreements.fronting import is_subject_pronoun
from pipeline.agreements.named import all_sides, between, candidate, in_name, in_relative, in_terms, of, of_actors
from pipeline.agreements.pair import of_section, pair_of
from pipeline.agreements.relations import is_given
from pipeline.agreements.sides import as_worded, collective, in_its_time, visited
from pipeline.agreements.standing import Actor, actor_of, are_firms, is_state, is_venue, qualifies, speaks_for_state
from pipeline.agreements.steps import ToldStep
from pipeline.agreements.syntax import top_of
from pipeline.agreements.units import Sentence, Unit
from pipeline.records import Account, Span

# Steps that one side takes alone; who takes them is not all who agreed.
ONE_SIDED = frozenset({"ratify", "terminate", "suspend", "reject", "propose", "extend"})
SHARED = 60
AGAIN = frozenset("second third another further new additional".split())


def party_candidates(event: Event, context: Context, before: list[Account]) -> list[Candidate]:
    """Return what the text offers for the parties of an event: sets, each joined with semicolons.

    `before` are the accounts of the events told earlier in the text, in order.
    """
    found: list[Candidate] = []
    for reading in sorted(event.readings, key=lambda one: one.is_shared):
        told = len(found)
        found += between(reading, context)
        found += in_name(reading)
        found += _with(reading, context)
        found += of(reading)
        found += in_relative(reading)
        found += in_terms(reading)
        found += in_cession(reading)
        for step in reading.steps:
            if step.status and step.relation != "premodifier":
                found += _in_clause(reading, step, context, before)
        if not any(_is_membership(step) for step in reading.steps):
            found += _in_sentence(reading, context)
        if reading.is_shared:
            # What is said of all of them gives way to what is said of this one.
            found[told:] = [replace(one, distance=one.distance + SHARED) for one in found[told:]]
    found += _like_previous(event, before)
    if _is_of_organization(found):
        found = [one for one in found if one.rule != "parties-of-sentence"]
    pair = pair_of(event, context)
    if pair:
        found.append(of_actors(pair, "parties-of-document", "the two that the document is about"))
    return found


def _is_of_organization(found: list[Candidate]) -> bool:
    """Tell whether an organization acts: states that its sentence names only say where, or for whom."""
    return any(one.rule == "parties-of-one-side" and not is_state(one.value) for one in found)


def _with(reading: Reading, context: Context) -> list[Candidate]:
    """Read "a treaty with Chile": the partner behind the noun, the other side from the clause or the document."""
    units = reading.sentence.units
    last = reading.mention.last
    if last + 2 >= len(units) or units[last + 1].lower != "with":
        return []
    actors = listed(units, last + 2)
    if not actors and reading.sentence.tree:
        actors = [actor for side in phrases.behind(reading.sentence, last + 1) for actor in side.actors]
    if not actors:
        return []
    for step in reading.steps:
        sides = subject(reading.sentence, step.word.first)
        if sides and step.relation == "active":
            return [of_actors([*sides, *actors], "parties-of-verb", "subject of the verb and partner")]
        agents = _agents(reading, step)
        if agents:
            return [of_actors([*agents, *actors], "parties-of-verb", "those by whom it was signed, and partner")]
    other = first_state(reading.sentence, reading.mention.first, {actor.party for actor in actors})
    if other is not None:
        reason = "the partner behind “with”, and the state named before"
        return [of_actors([*actors, other], "parties-of-partner", reason)]
    speaker = context.speakers.get(reading.sentence.number)
    if speaker is not None and speaker.party not in {actor.party for actor in actors} and _is_its(reading):
        reason = "the partner behind “with”, and the state that “its” stands for"
        return [of_actors([*actors, speaker], "parties-of-partner", reason)]
    return _with_own_side(actors, reading.sentence, context)


def _agents(reading: Reading, step: ToldStep) -> list[Actor]:
    """Return who is behind "by" in the passive of a step ("a contract with Boeing was signed by Norway")."""
    units, verb = reading.sentence.units, step.word.last
    if step.relation != "passive" or step.sentence is not reading.sentence or verb + 2 >= len(units):
        return []
    return listed(units, verb + 2) if units[verb + 1].lower == "by" else []


def _with_own_side(actors: list[Actor], sentence: Sentence, context: Context) -> list[Candidate]:
    """Complete a partner by the side that the document is written from, or about."""
    codes = {actor.party for actor in actors}
    if are_firms(sentence, actors):
        return _of_firm(actors, sentence, context)
    host = visited(sentence, codes)
    if host is not None:
        return [of_actors([*actors, host], "parties-of-partner", "the partner behind “with”, and the state visited", 5)]
    rest = [code for code in context.pair if code not in codes]
    own = context.house if context.house is not None and context.house.party not in codes else None
    if own is None and len(rest) == 1:
        reason = "the partner behind “with”, and the state that the document is about"
        spans = [*(actor.span for actor in actors), *context.pair_spans]
        return [candidate([*codes, as_worded(sentence, rest[0])], "parties-of-partner", spans, reason, 10)]
    if own is None:
        speaker = context.speakers.get(sentence.number)
        known = [one for one in (context.protagonist, speaker) if one is not None and one.party not in codes]
        own = known[0] if known else None
    if own is None:
        return [of_actors(actors, "parties-of-one-side", "the partner behind “with”, the only one named", SHARED)]
    reason = "the partner behind “with”, and whom the document is about"
    return [of_actors([*actors, own], "parties-of-partner", reason, 20)]


def _of_firm(actors: list[Actor], sentence: Sentence, context: Context) -> list[Candidate]:
    """Complete a firm by the organization that its sentence names first, or whose news it is: states do not follow."""
    codes = {actor.party for actor in actors}
    own = first_organization(sentence, actors[0].span.start, codes) or context.house
    if own is None or own.party in codes:
        return [of_actors(actors, "parties-of-one-side", "the partner behind “with”, the only one named", SHARED)]
    reason = "the partner behind “with”, and the organization whose agreement it is"
    return [of_actors([*actors, own], "parties-of-partner", reason, 20)]


def _is_its(reading: Reading) -> bool:
    """Tell whether a pronoun stands for the other side ("its agreement with", "it signed a protocol with")."""
    return bool({"its", "it", "her", "she"} & {unit.lower for unit in reading.sentence.units[: reading.mention.first]})


def _in_clause(reading: Reading, step: ToldStep, context: Context, before: list[Account]) -> list[Candidate]:
    """Read the subject of the verb and those it agreed with: "A signed with B", "signed by A and B"."""
    sentence, verb = step.sentence, step.word.first
    passive = step.relation in {"passive", "participle", "relative", "entry", "nominal"}
    if step.relation == "relative" or step.word.step.id == "apply":
        passive = step.word.step.id != "apply"
        acting = subject(sentence, verb)
    elif step.relation == "nominal":
        # "A and B concluded negotiations for": the subject of the verb in front of the nominalised step.
        acting = subject(sentence, verb) if sentence.units[verb - 1].kind == "word" else []
    else:
        acting = [] if passive else subject(sentence, verb)
    passive = passive or is_given(sentence.units, step.word)
    behind = [peer.first for peer in reading.peers if peer.first > reading.mention.last and peer.first > step.word.last]
    limit = min(behind, default=len(sentence.units)) if sentence is reading.sentence else len(sentence.units)
    between = [peer for peer in reading.peers if step.word.last < peer.first < reading.mention.first]
    start_with = reading.mention.last if between and sentence is reading.sentence else step.word.last
    if start_with == step.word.last and sentence.units[start_with].lower == "with":
        start_with -= 1  # "concluded with": the preposition is part of the word for the step
    with_ = partners(sentence, start_with, limit, passive=passive)
    if len({actor.party for actor in [*acting, *with_]}) < 2 and sentence.tree:
        acting, with_ = _by_parse(reading, step, acting, with_, passive=passive)
    if len({actor.party for actor in [*acting, *with_]}) < 2:
        acting, with_ = _by_others(reading, step, acting, with_)
    codes = {actor.party for actor in [*acting, *with_]}
    if len(codes) >= 2:
        reason = "subject of the verb and those it agreed with" if with_ else "subject of the verb"
        return [of_actors([*acting, *with_], "parties-of-verb", reason)]
    start = clause_start(sentence, verb)
    sides = collective(sentence, start, verb) if not passive else _collective_agent(sentence, step)
    if not acting and not with_ and not passive and is_subject_pronoun(sentence, verb):
        last = {actor.party: actor for actor in context.named.get(sentence.number - 1, ())}
        acting = list(last.values()) if len(last) == 1 else []
    if _is_membership(step) and not acting:
        return _members(step, context)
    if sides is not None and not acting:
        companies = _companies(sentence, start, verb, before)
        return companies or all_sides(sentence, context, sides, with_)
    return _one_side(step, acting, with_, context)


def _by_parse(
    reading: Reading, step: ToldStep, acting: list[Actor], with_: list[Actor], *, passive: bool
) -> tuple[list[Actor], list[Actor]]:
    """Return who acts and with whom by the parse where it finds both sides, else as the order of words has it."""
    sentence, verb = step.sentence, top_of(step.sentence, step.word.first, step.word.last)
    head = [reading.mention.head.last] if sentence is reading.sentence else []
    brokered = sentence.units[verb].lower in BROKERED  # whoever does that is no side of it
    sides = phrases.agents(sentence, step.word) if passive else phrases.subjects(sentence, step.word)
    sides = [] if brokered else sides
    subjects_ = [actor for side in sides for actor in side.actors]
    others = [actor for side in phrases.partners_of(sentence, verb, *head) for actor in side.actors]
    for one, other in ((subjects_, others), (acting, others), (subjects_, with_)):
        if len({actor.party for actor in [*one, *other]}) >= 2:
            return one, other
    return acting, with_


def _by_others(
    reading: Reading, step: ToldStep, acting: list[Actor], with_: list[Actor]
) -> tuple[list[Actor], list[Actor]]:
    """Return who acts and with whom where others sign for them, or the contract tells who gets what it is about."""
    agents = represented(step.sentence) if step.word.step.id in {"sign", "ratify", "initial"} else []
    if agents and not acting:
        return agents, with_
    supply = reading.mention.instrument.type in {"contract", "letter-of-intent", "agreement"} and not with_
    if supply and step.sentence is reading.sentence and acting and not is_state(acting[0].party):
        behind = [peer.first for peer in reading.peers if peer.first > reading.mention.last]
        limit = min(behind, default=len(step.sentence.units))
        return acting, recipients(step.sentence, reading.mention.last + 1, limit)
    return acting, with_


def _one_side(step: ToldStep, acting: list[Actor], with_: list[Actor], context: Context) -> list[Candidate]:
    """Complete one side that the clause names by the other that the sentence or the document names."""
    named = [in_its_time(step.sentence, actor, context.pair) for actor in (*acting, *with_)]
    codes = {actor.party for actor in named}
    if len(codes) != 1:
        return []
    if _is_membership(step) and acting:
        return [of_actors(named, "parties-of-one-side", "the party that the text names")]
    if with_ and not acting:
        other = first_state(step.sentence, step.word.first, codes)
        if other is None and is_pronoun_subject(step.sentence, step.word.first):
            other = context.speakers.get(step.sentence.number)
        if other is not None and step.relation == "active" and other.party not in codes:
            reason = "those it was agreed with, and the state named before as the subject"
            return [of_actors([*named, other], "parties-of-partner", reason)]
    if with_ and not acting and step.word.step.id not in ONE_SIDED and not codes <= set(context.pair):
        return _with_own_side(with_, step.sentence, context)
    if acting and not codes <= set(context.pair):
        reason = "the side that the text names"
        return [of_actors(named, "parties-of-one-side", reason)]
    section = of_section(context, step.sentence.number) if codes <= set(context.pair) else []
    if codes < {actor.party for actor in section}:
        reason = "one side is the subject of the verb, the other the state that this part of the text is about"
        return [of_actors(section, "parties-of-verb-and-document", reason)]
    if codes <= set(context.pair):
        reason = "one side is the subject of the verb, the other the state that the document is about"
        spans = [*(actor.span for actor in named), *context.pair_spans]
        pair = [code if code in codes else as_worded(step.sentence, code) for code in context.pair]
        return [candidate(pair, "parties-of-verb-and-document", spans, reason)]
    return []


def _is_membership(step: ToldStep) -> bool:
    """Tell whether somebody is one of many ("a party to", "one of the signatories of"): the others are not named."""
    lower = step.sentence.units[step.word.first].lower
    if step.word.form == "noun":
        return step.word.step.id == "apply" or lower.startswith(("signator", "accession"))
    phrase = [unit.lower for unit in step.sentence.units[step.word.first : step.word.last + 1]]
    return lower.startswith("acced") or phrase[1:] in (["on", "to"], ["up", "to"], ["onto"])


def _members(step: ToldStep, context: Context) -> list[Candidate]:
    """Return who is one of many by what owns the noun ("Peru's accession to") or acts ("As a party to it, Peru")."""
    sentence, first = step.sentence, step.word.first
    units = sentence.units
    owner = actor_of(units[first - 2]) if first > 1 and units[first - 1].lower in {"'s", "'"} else None
    behind = listed(units, step.word.last + 1) if units[step.word.last].lower in {"of", "by"} else []
    comma = next((i for i in range(step.word.last + 1, len(units)) if units[i].text == ","), len(units))
    sides = collective(sentence, comma, min(len(units), comma + 6))
    if owner is None and not behind and first <= FRONT:
        behind = listed(units, comma + 1)[:1]
        if not behind and sides is not None:
            return all_sides(sentence, context, sides)
    named = [owner] if owner is not None else behind
    return [of_actors(named, "parties-of-one-side", "the party that the text names")] if named else []


FRONT = 6  # units in front of "party to" in a phrase that opens a sentence


def _collective_agent(sentence: Sentence, step: ToldStep) -> tuple[Unit, int] | None:
    """Return "by both countries", "which the two sides" around a passive or relative verb."""
    units = sentence.units
    if step.relation == "relative":
        return collective(sentence, max(0, step.word.first - 5), step.word.first)
    last = step.word.last
    for i in range(last + 1, min(len(units), last + 14)):
        if units[i].text in {",", ";"}:
            return None
        if units[i].lower == "by":
            return collective(sentence, i + 1, min(len(units), i + 6))
    return None


def _companies(sentence: Sentence, start: int, verb: int, before: list[Account]) -> list[Candidate]:
    """Return the organizations of an earlier event that "the two companies" are."""
    if not {"companies", "firms", "corporations"} & {unit.lower for unit in sentence.units[start : verb + 8]}:
        return []
    for account in reversed(before):
        if any(len(party) > 2 for party in account.parties):
            reason = "the companies of the agreement told before"
            return [candidate(account.parties, "parties-of-previous", (_main(account),), reason)]
    return []


def _main(account: Account) -> Span:
    return Span(account.mention.start, account.mention.end)


def _like_previous(event: Event, before: list[Account]) -> list[Candidate]:
    """Return the parties of the last event of this type for "a second contract", "another agreement"."""
    mention = event.main.mention
    in_front = {unit.lower for unit in mention.sentence.units[max(0, mention.first - 2) : mention.head.first]}
    if not AGAIN & in_front:
        return []
    for account in reversed(before):
        if account.type == mention.instrument.type and account.parties:
            reason = "one more of the kind told before"
            return [candidate(account.parties, "parties-of-previous", (_main(account),), reason)]
    return []


def _segment(units: tuple[Unit, ...], i: int) -> tuple[int, int]:
    """Return where the part of a sentence between semicolons begins and ends that unit `i` stands in."""
    marks = [k for k, unit in enumerate(units) if unit.text == ";"]
    start = max((k + 1 for k in marks if k < i), default=0)
    return start, min((k for k in marks if k > i), default=len(units))


# Kinds of instruments that two states conclude, if a text on the two names them beside it.
BILATERAL = frozenset({"treaty", "agreement"})


def _in_sentence(reading: Reading, context: Context) -> list[Candidate]:
    """Return the two states that the sentence names, if it names just two."""
    units = reading.sentence.units
    start, end = _segment(units, reading.mention.first)
    if _is_between_all(reading):
        return []
    found = [
        actor
        for i, unit in enumerate(units[:end])
        if i >= start
        and unit.kind != "organization"
        and not qualifies(units, i)
        and (actor := actor_of(unit)) is not None
        and not (unit.kind == "place" and not speaks_for_state(units, i))
        and not is_venue(units, i)
        and not (reading.mention.title and reading.mention.first <= i < reading.mention.head.first)
    ]
    if len({actor.party for actor in found}) != 2:
        return []
    if not reading.is_told:
        inside = reading.mention.span
        found = [actor for actor in found if not inside.contains(actor.span)]
        if len({actor.party for actor in found}) != 2 or reading.mention.instrument.type == "convention":
            return []
        if "by" in {unit.lower for unit in units[max(0, reading.mention.first - 2) : reading.mention.first]}:
            return []  # "confirmed by the Treaty of X": what it did to others does not make them its parties
        theirs = {actor.party for actor in found} == set(context.pair) and reading.mention.instrument.type in BILATERAL
        if not theirs and not _is_joint(units, found) and end - start == len(units):
            return []  # those whom the sentence names beside a treaty need not have made it
        return [of_actors(found, "parties-of-sentence", "the two states of an adjective or part of its sentence")]
    return [of_actors(found, "parties-of-sentence", "the two states that its sentence names")]


def _is_between_all(reading: Reading) -> bool:
    """Tell whether the noun is followed by all its sides, without their names ("a treaty between the three Powers")."""
    behind = [unit.lower for unit in reading.sentence.units[reading.mention.last + 1 : reading.mention.last + 5]]
    return behind[:1] == ["between"] and bool({*NUMERALS, "both"} & set(behind)) and bool(SIDES & set(behind))


SIDES = frozenset("powers countries states nations sides parties governments republics kingdoms".split())


def _is_joint(units: tuple[Unit, ...], found: list[Actor]) -> bool:
    """Tell whether the two are one adjective ("the Anglo-Italian border")."""
    last = found[-1].span
    joined = any(unit.text in {"-", "–"} and unit.end == last.start for unit in units)
    return joined and len(found) == JOINT and last.start - found[0].span.end == 1


JOINT = 2
