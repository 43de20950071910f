"""Verbs that tell what an agreement says, what of them is its matter, and verbs that tell how it fared."""

from __future__ import annotations

from pipeline.agreements.lexicon import words
from pipeline.agreements.units import MARK, Sentence

# Of these verbs the object is the matter, of others what is said with the verb.
ABOUT = frozenset(
    "addressed addresses aimed aiming aims called calls concerned concerning concerns confirmed confirms covered "
    "covering covers created creates dealing deals dealt defined defines defining described describes detailed details "
    "enshrined enshrines envisaged envisages envisions established establishes expressed expresses focused focuses "
    "founded founds governed governing governs laid lays outlined outlines outlining provided provides providing "
    "reaffirmed reaffirms reflected reflects regulated regulates regulating related relates specified "
    "seek seeks set sets sought speaks specifies spoke stated states stating stipulated stipulates stipulating".split()
)
PARTICLES = frozenset("for with on of out down to at up forth that the a an".split())
# Verbs of how an agreement fared, not of what it says.
FATES = frozenset(
    "add added adds adhere adhered adheres applied applies apply are arouse aroused be bear bears became become "
    "becomes been began begin begins being bind binds bore bound bring brings brought came cause caused causes "
    "come comes consist consisted consists constitute constituted constitutes contain contained contains continue "
    "continued continues contribute contributed date dated dates did do does draw drew encourage encouraged enter "
    "entered enters expire expired face faced faces fail failed fails follow followed follows get go goes got had "
    "has have help helped helps include included includes is lapse lapsed last lasted lasts lead leads led made "
    "make makes mark marked marks mean means meant meet met need needed needs open opened opens pave paved paves "
    "prompt prompted prove proved proves provoke provoked ran reach reached recall recalled recalls receive "
    "received receives remain remained remains repeat repeated repeats replace replaced represent represented "
    "represents require required requires run runs said say says serve served serves supersede superseded take "
    "takes took was went were win won".split()
)
PASSIVELY = frozenset(
    "governed regulated covered settled defined fixed reaffirmed guaranteed confirmed resolved demarcated delimited "
    "delineated drawn ended renounced laid set outlined specified recognized recognised determined enshrined "
    "agreed established codified formalized formalised granted".split()
)
SAYING = frozenset("did will would shall had has have".split())  # auxiliaries with which a sentence tells terms, too
# What it sets "for" something else: that is its matter, or only praise.
GROUNDS = frozenset("framework basis rules conditions terms foundation stage scene tone groundwork precedent".split())
# What every agreement sets or lays down.
FORMAL = frozenset("rules terms conditions details principles framework frameworks basis guidelines way ways".split())


def is_fate(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb tells how an agreement fared ("was opened for signature"), not what it says.

    "Opened the ports", "required Peru to pay" and "brought an end to the war" are its terms.
    """
    units, tree = sentence.units, sentence.tree
    lower = units[verb].lower
    if lower not in FATES:
        return False
    objects = [units[k].lower for k in range(verb + 1, len(units)) if tree[k].head == verb and tree[k].role == "object"]
    if lower.startswith("require"):
        return not any(
            tree[k].head == verb and tree[k].role in {"clause", "complement"} for k in range(verb, len(units))
        )
    if lower.startswith("open"):
        return not objects or objects[0] in PROSPECTS or objects[0] in words()["pronouns"]
    return not (lower in {"brought", "brings"} and objects[:1] == ["end"])


# What is opened by an agreement that is only praised.
PROSPECTS = frozenset(
    "way ways door doors path road chapter era page stage opportunities opportunity possibilities possibility "
    "prospects prospect horizon horizons perspectives phase avenue avenues vistas negotiations talks".split()
)


def object_of(sentence: Sentence, verb: int) -> int | None:
    """Return where the matter begins behind a verb: behind articles and "a framework for"."""
    units = sentence.units
    first = verb + 1
    particles = PARTICLES | words()["possessive"]
    while first < len(units) and units[first].lower in particles:
        first += 1
    if first + 1 < len(units) and units[first].lower in GROUNDS and units[first + 1].lower == "for":
        if units[first].lower not in FORMAL:
            return None
        first += 3 if units[first + 2 : first + 3] and units[first + 2].lower in {"a", "an", "the"} else 2
    return None if first >= len(units) or units[first].kind in {MARK, "date"} else first


def has_matter_alone(sentence: Sentence, verb: int) -> bool:
    """Tell whether the object of the verb is the matter: "allows flights", not "allows them to land"."""
    units, tree = sentence.units, sentence.tree
    lower = units[verb].lower
    below = [(units[k].lower, tree[k].role) for k in range(verb + 1, len(units)) if tree[k].head == verb]
    if lower in GRANTING:
        to_do = any(role in {"complement", "clause"} for _, role in below) or _is_to_act(sentence, verb)
        return units[verb + 1].lower == "for" or not to_do
    return lower in SETTLING and any(role == "object" and word in DISPUTES for word, role in below)


def _is_to_act(sentence: Sentence, verb: int) -> bool:
    """Tell whether the object of a verb is to do something, wherever the parse hangs it."""
    tree, units = sentence.tree, sentence.units
    objects = {k for k in range(verb + 1, len(units)) if tree[k].head == verb}
    doers = {k for k in range(verb + 1, len(units)) if tree[k].head in objects}
    return any(
        units[k].lower == "to" and tree[k].role == "auxiliary" and tree[k].head in doers
        for k in range(verb, len(units))
    )


GRANTING = frozenset(
    "allow allows allowed allowing permit permits permitted permitting enable enables enabled enabling".split()
)
SETTLING = frozenset("settle settles settled resolve resolves resolved fix fixes fixed".split())
DISPUTES = frozenset(
    "border borders boundary boundaries frontier frontiers dispute disputes claims question questions "
    "issue issues".split()
)
