"""Noun phrases that say themselves which instrument they are: "the Peru-Chile deal", "the treaty with Chile"."""

from __future__ import annotations

from pipeline.agreements.actors import BETWEEN, listed
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.units import MARK
from pipeline.records import NameMention


def is_label(mention: InstrumentMention) -> bool:
    """Tell whether a noun only says what is listed behind its colon ("Agreements: Air Agreement (1985), …")."""
    behind = mention.sentence.units[mention.last + 1 : mention.last + 2]
    return mention.first == 0 and bool(behind) and behind[0].text == ":"


def is_all(mention: InstrumentMention) -> bool:
    """Tell whether nothing is said of the body that an entry names first ("1945 – United Nations")."""
    if mention.instrument.type != "joint-body":
        return True
    behind = mention.sentence.units[mention.last + 1 : mention.last + 2]
    return not behind or behind[0].kind == MARK


def names_its_parties(mention: InstrumentMention) -> bool:
    """Tell whether "the protocol between Peru and Chile" says itself which one it is."""
    units = mention.sentence.units
    behind = mention.last + 1
    if behind >= len(units) or units[behind].lower not in BETWEEN:
        return False
    return len({actor.party for actor in listed(units, behind + 1)}) >= 2


def names_its_partner(mention: InstrumentMention) -> bool:
    """Tell whether "the treaty with Chile" says itself which one it is: the partner stands right behind."""
    units = mention.sentence.units
    behind = [unit for unit in units[mention.last + 1 : mention.last + 4] if unit.lower != "the"][:2]
    partner = [unit.kind for unit in behind[1:]] in (["country"], ["organization"]) and behind[0].lower == "with"
    own = mention.introduction == "definite" or (mention.introduction == "possessive" and bool(mention.modifiers))
    return partner and own and not mention.instrument.steps


def exists(mention: InstrumentMention) -> bool:
    """Tell whether the text says that there is such an instrument ("the existing air service agreement")."""
    before = mention.sentence.units[max(0, mention.first - 2) : mention.head.first]
    here = any(unit.lower == "existing" for unit in before) and mention.introduction in {"definite", "possessive"}
    return here and not mention.head.plural and not mention.instrument.steps


def is_of_a_pair(mention: InstrumentMention) -> bool:
    """Tell whether the two states in front of the noun say which it is ("the Peru-Chile trade deals")."""
    states = {unit.mention.value for unit in mention.modifiers if isinstance(unit.mention, NameMention)}
    return mention.introduction == "definite" and len(states) > 1


def is_of_a_place(mention: InstrumentMention) -> bool:
    """Tell whether the place in front of the noun says which one it is ("the Oslo accords")."""
    modifiers = mention.modifiers
    named = len(modifiers) == 1 and modifiers[0].kind == "place" and modifiers[0].is_capitalized
    return named and mention.introduction in {"definite", "bare"} and mention.instrument.id in OF_PLACES


OF_PLACES = frozenset({"treaty", "agreement", "declaration", "convention", "protocol"})
