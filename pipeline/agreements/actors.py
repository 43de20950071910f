"""Who acts in a clause: states, their leaders, governments and capitals, and organizations."""

from __future__ import annotations

import re

from pipeline import countries
from pipeline.agreements.fronting import inserted_clause
from pipeline.agreements.lexicon import steps_of, words
from pipeline.agreements.newcomers import OWNED, behind_home, newcomer, owned_newcomer
from pipeline.agreements.standing import (
    ENVOYS,
    LEADERS,
    MANAGERS,
    OBLIQUE,
    OFFICES,
    TRADERS,
    Actor,
    actor_of,
    country_of,
    is_attribute,
    is_description,
    is_home,
    is_office,
    is_source,
    owned_by,
    qualifies,
    speaks_for_state,
)
from pipeline.agreements.units import Sentence, Unit
from pipeline.records import NameMention, Span

BETWEEN = frozenset({"between", "among", "amongst"})
BROKERED = frozenset({"brokered", "mediated"})
SUBORDINATORS = frozenset(
    "although though when while after since as if because before once until unless whereas".split()
)
CLAUSE_OPENERS = frozenset("which who that while whereas when where".split())
JOINS = frozenset(
    "and the of as well on one hand other government governments kingdom republic its their both state states 's "
    "company companies firm corporation group association "
    "prime foreign defence minister ministers president presidents ministry ministries".split()
)


def subject(sentence: Sentence, verb: int) -> list[Actor]:
    """Return those named between the beginning of the clause and its verb who can be its subject."""
    units = sentence.units
    if verb > 3 and units[verb - 1].lower == "to" and units[verb - 3].lower in {"'s", "'"}:
        owner = actor_of(units[verb - 4])  # "welcomed Peru's decision to sign"
        if owner is not None:
            return [owner]
    inserted = inserted_clause(units, verb)
    if inserted and (owners := _acting(sentence, range(clause_start(sentence, inserted), inserted))):
        return owners
    start = clause_start(sentence, verb)
    found = _acting(sentence, range(start, _subject_end(sentence, start, verb)))
    if not found and start > 0 and sentence.units[start].lower in SAME and sentence.units[start - 1].lower == "that":
        # "Boeing announced that it had signed": who says so of itself.
        return _acting(sentence, range(start))[:1]
    return found


SAME = frozenset({"it", "he", "she"})


def _acting(sentence: Sentence, where: range) -> list[Actor]:
    units = sentence.units
    found = []
    for i in where:
        actor = actor_of(units[i])
        if units[i].kind == "place" and not speaks_for_state(units, i):
            continue  # the town in a title: "the Kigali Amendment"
        if actor is not None and _can_act(units, i) and not is_office(units, i):
            found.append(actor)
    return found


# The preposition in front of the other side of those who give and get contracts.
COUNTERPARTS = dict.fromkeys("awarded award awards awarding".split(), "to") | dict.fromkeys(
    "won win wins winning secured secure secures received receives landed clinched obtained gained".split(), "from"
)


WORTH = frozenset({"valued", "priced", "estimated"})  # "a contract valued at $8 million by": still the verb's own "by"


def partners(sentence: Sentence, verb: int, limit: int, *, passive: bool) -> list[Actor]:
    """Return those behind "with" or "between" in the clause of a verb, and, in the passive, behind "by".

    They are looked for in front of unit `limit`, where the next instrument begins.
    """
    units = sentence.units
    verbs = {word.first for word in steps_of(sentence) if word.form == "past"}
    by = passive and units[verb].lower not in BROKERED  # who brokers a truce is no side of it
    other = COUNTERPARTS.get(units[verb].lower, "")
    given = listed(units, verb + 1) if other == "to" else []
    if given and given[0].span.start == units[min(verb + 1, limit)].start:
        return given  # "awarded Boeing a contract"
    for i in range(verb + 1, limit):
        if units[i].text == ";" or units[i].lower in {"which", "while", "whereas", "who"}:
            return []
        if i in verbs and units[i - 1].lower in words()["auxiliaries"]:
            return []
        # "By" names who signed only in the verb's own phrase, not behind another participle.
        other_verb = units[i].kind == "word" and units[i].lower.endswith("ed") and units[i].lower not in WORTH
        by = by and units[i].text != "," and not other_verb
        if units[i].lower in BETWEEN | {"with", other} or (by and units[i].lower == "by"):
            found = listed(units, i + 1)
            if found and other == "to" and passive:
                ends = [k for k in range(i + 1, limit) if units[k].lower in {"by", "to"}]
                return [*found, *(one for k in ends for one in listed(units, k + 1))]
            if found:
                return found
    return []


def listed(units: tuple[Unit, ...], start: int) -> list[Actor]:
    """Return the actors listed from unit `start` on: "A and B", "the Government of A, the Government of B"."""
    found: list[Actor] = []
    gap = brackets = owned = 0
    for i, unit in enumerate(units[start:], start):
        if unit.text in {"(", ")"}:
            brackets += 1 if unit.text == "(" else -1
            continue
        if brackets > 0 or i < owned:
            continue
        if qualifies(units, i) or is_attribute(units, i) or _is_of_traders(units, i):
            owned = owned_by(units, i) or _described_to(units, i)
            gap = 0
            continue
        named = owned_newcomer(units, i)
        if named is not None:
            found.append(named)
            owned = i + OWNED
            gap = 0
            continue
        actor = actor_of(unit) or _allies(units, i) or newcomer(units, i)
        if is_office(units, i):
            gap = 0
            continue
        if actor is not None:
            found += _each(actor)
            gap = 0
            owned = behind_home(units, i, actor)
            continue
        if unit.kind == "place" or (unit.lower == "powers" and found and found[-1].span.end == unit.end):
            continue
        gap += 1
        if gap > 5 or not (unit.text in {",", "-", "–", "’", "’s"} or unit.lower in JOINS):
            break
    return found


def _is_of_traders(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether an adjective only says where unnamed firms are ("supply deals with Chinese refiners")."""
    name = units[i].mention
    adjective = isinstance(name, NameMention) and name.kind == "country" and name.category == "adjective"
    return adjective and i + 1 < len(units) and units[i + 1].lower in TRADERS


def _described_to(units: tuple[Unit, ...], i: int) -> int:
    """Return the comma at which the description that unit `i` belongs to ends, `i` if it belongs to none."""
    if not is_description(units, i):
        return i
    return next((k for k in range(i + 1, len(units)) if units[k].text in {",", ")"}), i)


def _each(actor: Actor) -> list[Actor]:
    """Return the organizations that a plural names together: "the Central Banks of Russia and Armenia" are two."""
    plural = re.fullmatch(
        r"(?P<head>[^,]+?)(?P<ending>ies|s)(?P<field> (?:of|for) .+?)? of (?P<one>.+?) and (?P<other>.+)",
        actor.party,
    )
    if plural is None or not all(countries.lookup(plural[side].removeprefix("the ")) for side in ("one", "other")):
        return [actor]
    head = plural["head"] + ("y" if plural["ending"] == "ies" else "") + (plural["field"] or "")
    return [Actor(f"{head} of {plural[side]}", actor.span) for side in ("one", "other")]


def _allies(units: tuple[Unit, ...], i: int) -> Actor | None:
    """Return a wartime coalition that a text names as a party: "the Allies", "the Allied powers"."""
    unit = units[i]
    if unit.text == "Allies":
        return Actor(unit.text, Span(unit.start, unit.end))
    if unit.text in {"Allied", "Central"} and i + 1 < len(units) and units[i + 1].lower == "powers":
        last = units[i + 1]
        return Actor(f"{unit.text} {last.text}", Span(unit.start, last.end))
    return None


def _subject_end(sentence: Sentence, start: int, verb: int) -> int:
    """Return where the subject of a verb ends: at the first of the verbs that share it ("signed A and won B")."""
    units = sentence.units
    ends = [word.first for word in steps_of(sentence) if start < word.first < verb and word.form == "past"]
    if not ends or not any(actor_of(unit) for unit in units[start : ends[0]]):
        return verb
    joint = next((i for i in range(verb - 1, ends[0], -1) if units[i].lower in {"and", "but"}), None)
    if joint is None or any(actor_of(unit) for unit in units[joint:verb]):
        return verb
    return ends[0]


def clause_start(sentence: Sentence, verb: int) -> int:
    """Return the unit at which the clause of a verb begins."""
    units = sentence.units
    steps = [w for w in steps_of(sentence) if w.last < verb and (w.form in {"past", "base"} or w.step.id == "apply")]
    for i in range(verb - 1, -1, -1):
        if (
            units[i].text in {";", ":", "—"}
            or (units[i].text == "–" and units[i - 1].end < units[i].start)
            or units[i].lower in CLAUSE_OPENERS
        ):
            return i + 1
        if units[i].lower in {"and", "but"} and any(word.last < i for word in steps):
            if any(actor_of(unit) for unit in units[i:verb]):
                return i + 1
            before = [word for word in steps if word.last < i]
            return clause_start(sentence, before[-1].first)
        if units[i].lower in {"and", "but"} and _ends_clause(sentence, i) and any(actor_of(u) for u in units[i:verb]):
            return i + 1
    return _behind_subordinate(sentence, verb)


def _ends_clause(sentence: Sentence, joint: int) -> bool:
    """Tell whether a comma and a clause of its own stand in front of "and" ("Peru met Chile, and Bolivia signed …")."""
    tree, units = sentence.tree, sentence.units
    if not tree or joint == 0 or units[joint - 1].text != ",":
        return False
    subjects = (i for i, node in enumerate(tree[:joint]) if node.role in {"subject", "passive-subject"})
    return any(
        i < tree[i].head < joint
        and tree[tree[i].head].pos == "VERB"
        and units[i].lower not in CLAUSE_OPENERS | {"that"}
        for i in subjects
    )


def _behind_subordinate(sentence: Sentence, verb: int) -> int:
    """Return where the main clause begins: behind the comma of a clause that "although", "when" or "after" opens."""
    if not sentence.units or sentence.units[0].lower not in SUBORDINATORS:
        return 0
    commas = [i for i in range(verb) if sentence.units[i].text == ","]
    return commas[-1] + 1 if commas else 0


def _can_act(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a named actor can be the subject: not behind a preposition, nor a mere attribute."""
    if qualifies(units, i) or is_source(units, i):
        return False
    joint = i - 2 if i > 1 and units[i - 1].lower == "the" else i - 1
    if joint > 0 and units[joint].text == "," and units[joint - 1].text == ",":
        joint -= 1
    beside = joint > 0 and units[joint].lower in {"and", ","} and not is_home(units, joint - 1)
    in_title = units[joint].text == "," and units[joint - 1].kind == "place"  # "By the Treaty of Lima, Chile ceded"
    if beside and not in_title and actor_of(units[joint - 1]) is not None:
        # "with Britain and the Netherlands mediating": the second is as oblique as the first.
        return _can_act(units, joint - 1)
    if is_attribute(units, i):
        return False
    before = units[i - 1].lower if i > 0 else ""
    if before == "the" and i > 1:
        before = units[i - 2].lower
    return _can_act_behind(units, i, before)


def _can_act_behind(units: tuple[Unit, ...], i: int, before: str) -> bool:
    """Tell whether a named actor can be the subject behind this word."""
    if before in {"of", "at", "from"} and _is_of_manager(units, i):
        return True
    if before in OBLIQUE:
        sender = units[i - 3 : i - 2] if units[i - 1].lower == "the" else units[i - 2 : i - 1]
        return before == "from" and is_leader(units, i) and any(unit.lower in ENVOYS for unit in sender)
    if before in {"of", "by", "with", "between", "among"}:
        return before == "of" and i > 1 and bool(LEADERS & {unit.lower for unit in units[max(0, i - 4) : i]})
    return _is_bare_or_leads(units, i)


def _is_bare_or_leads(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a name stands for itself, or, as an adjective or owner, for those who speak for the state."""
    name = units[i].mention
    if isinstance(name, NameMention) and name.kind == "country" and name.category == "adjective":
        return is_leader(units, i)
    behind = units[i + 1].lower if i + 1 < len(units) else ""
    if behind not in {"'s", "'", "s'"}:
        return True
    # "Turkey's procurement agency SSB": the agency acts.
    return is_leader(units, i + 1) and not any(unit.kind == "organization" for unit in units[i + 2 : i + 7])


def _is_of_manager(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether somebody runs the organization, and acts for it ("Ada Rey, head of sales at Boeing, and …")."""
    name = units[i].mention
    if not isinstance(name, NameMention) or name.kind != "organization" or name.category in OFFICES:
        return False
    front = units[max(0, i - 8) : i]
    return bool(MANAGERS & {unit.lower for unit in front}) and any(u.kind == "person" or u.text == "," for u in front)


def represented(sentence: Sentence) -> list[Actor]:
    """Return those for whom others sign: "on behalf of Peru", "for Peru by its minister"."""
    units = sentence.units
    found = []
    for i, unit in enumerate(units[:-2]):
        if unit.lower == "behalf" and units[i + 1].lower == "of":
            found += listed(units, i + 2)[:1]
        elif unit.lower == "for":
            actor = next(iter(listed(units, i + 1)), None)
            behind = [one for one in units if actor is not None and one.start >= actor.span.end]
            if actor is not None and behind and behind[0].lower == "by":
                found.append(actor)
    return found


def recipients(sentence: Sentence, start: int, limit: int) -> list[Actor]:
    """Return to whom something goes by what stands behind a contract ("to supply radars to the navy")."""
    units = sentence.units
    supplied = next((i for i in range(start, min(limit, start + 6)) if units[i].lower in SUPPLIES), None)
    for i in range(supplied + 1 if supplied is not None else limit, min(limit, start + 24)):
        if units[i].text in {";", ","} or units[i].lower in CLAUSE_OPENERS:
            return []
        actors = listed(units, i + 1) if units[i].lower in {"to", "for"} else []
        if actors and actors[0].span.start <= units[min(i + 4, len(units) - 1)].start:
            return actors[:1]
    return []


SUPPLIES = frozenset(
    "supply supplying deliver delivering delivery provide providing provision sell selling sale export exporting "
    "build building upgrade upgrading modernize modernise produce".split()
)


def is_leader(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether an adjective qualifies those who speak for the state ("the Russian and Armenian Presidents")."""
    for unit in units[i + 1 : i + 10]:
        if unit.lower in LEADERS or unit.kind == "person":
            return True
        if unit.kind not in {"country", "organization"} and unit.lower not in {"and", ",", "-"}:
            return False
    return False


def first_state(sentence: Sentence, verb: int, without: set[str]) -> Actor | None:
    """Return whom "it" or "he" in front of a verb stands for: the first other state that the sentence names."""
    for i, name in sentence.names("country", "person"):
        code = country_of(name)
        if i < verb and code and code not in without:
            return Actor(code, Span(name.start, name.end))
    return None


def first_organization(sentence: Sentence, before: int, without: set[str]) -> Actor | None:
    """Return the first organization that a sentence names in front of character `before`, and that can agree."""
    for i, name in sentence.names("organization"):
        actor = actor_of(sentence.units[i]) if name.start < before else None
        if actor is not None and actor.party not in without and not qualifies(sentence.units, i):
            return actor
    return None


def is_pronoun_subject(sentence: Sentence, verb: int) -> bool:
    """Tell whether the subject of a verb is a pronoun."""
    return any(unit.lower in words()["pronouns"] for unit in sentence.units[clause_start(sentence, verb) : verb])
