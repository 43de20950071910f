"""Whom a single name stands for, and whether it only qualifies another: an owner, a seat, an office, an attribute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline import countries
from pipeline.agreements.lexicon import find_heads, words
from pipeline.agreements.topics import is_topic
from pipeline.agreements.units import Sentence, Unit
from pipeline.records import NameMention, Span

LEADERS = frozenset(
    "president presidents minister ministers premier premiers government governments side sides leader leaders foreign "
    "prime defence defense delegation delegations king queen emperor sultan officials authorities ambassador "
    "ambassadors parliament companies crown prince cabinet parliaments republic kingdom state representatives heads "
    "counterpart counterparts capital capitals ministries chancellor".split()
)
FIELDS = frozenset("foreign defence defense state crown".split())  # "the Swedish defence group Saab"
FIRMS = frozenset("company companies firm firms corporation corporations".split())
# Firms that a text only counts by their state.
TRADERS = frozenset(
    "refiners miners exporters importers traders buyers sellers suppliers producers growers investors lenders banks "
    "insurers manufacturers makers operators airlines carriers shipyards entrepreneurs farmers".split()
)
# A name behind these is no subject.
OBLIQUE = frozenset(
    "in at from near within to for against into over on via through since until under than "
    "unlike despite without besides".split()
)
# An organization in front of these only says whose they are ("the OPEC summit").
ATTRIBUTED = frozenset(
    "summit meeting conference session members member headquarters chief framework rules country countries state "
    "states nation nations".split()
)
# Organizations that act for their state: what they sign or ratify, the state does.
STATE_BODIES = frozenset({"parliament", "court"})
PARLIAMENTS = frozenset({"parliament-by-name", "chamber"})
LOCAL = frozenset({"university", "company", "bank", "institute", "research"})  # these stand in a country or town
OFFICES = frozenset({"government-body", "armed-forces", "ministry"})
HOLDERS = LEADERS | frozenset("secretary head director chief deputy commander chairman chairperson spokesman".split())
MANAGERS = HOLDERS | frozenset("manager executive ceo officer rector governor founder president partner".split())
ENVOYS = frozenset("representatives envoys delegates delegations officials negotiators diplomats ministers".split())


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can agree: the party as the tables write it, and the characters that name it."""

    party: str
    span: Span


def country_of(name: NameMention) -> str:
    """Return the state that a mention of a country, capital or person speaks for, "" if none."""
    return name.value if name.kind == "country" else name.country


def actor_of(unit: Unit) -> Actor | None:
    """Return the party that a unit names: a state, a person or capital that speaks for one, an organization."""
    name = unit.mention
    if not isinstance(name, NameMention) or name.category == "news-service":
        return None  # who reports is no party
    if name.kind == "organization":
        party = name.country if _acts_for_state(name) else _code_of(name.value) or name.value
    elif name.kind in {"country", "person"} or (name.kind == "place" and name.category == "capital"):
        party = country_of(name)
    else:
        return None
    return Actor(party, Span(unit.start, unit.end)) if party else None


def _acts_for_state(name: NameMention) -> bool:
    """Tell whether an organization is a parliament or court: what it signs or ratifies, its state does."""
    parliament = name.rule in PARLIAMENTS or (name.value.endswith(" Parliament") and bool(name.country))
    return name.category in STATE_BODIES or parliament


def speaks_for_state(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a place is a capital that stands for its state, and not where something happened."""
    place = units[i].mention
    capital = isinstance(place, NameMention) and place.category == "capital"
    in_title = i + 1 < len(units) and units[i + 1].kind == "word" and units[i + 1].is_capitalized
    return (
        capital and not in_title and not _names_instrument(units, i) and not (i > 0 and units[i - 1].lower in OBLIQUE)
    )


def _names_instrument(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a place is how an instrument is called ("the Oslo accords", "the Treaty of London")."""
    if i > 1 and units[i - 1].lower == "of" and find_heads(units[i - 2 : i - 1]):
        return True
    behind = units[i + 1 : i + 3]
    first = 1 if behind and is_topic(behind[0].lower) and not find_heads(behind[:1]) else 0
    return bool(find_heads(behind[first : first + 1]))


def is_owner(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a state only says whose an organization is: "Peru's yard SIMA", "Chilean miner Codelco"."""
    return owned_by(units, i) is not None


def owned_by(units: tuple[Unit, ...], i: int) -> int | None:
    """Return the unit of the organization of which a state or organization only says whose it is, None if of none."""
    if units[i].kind == "organization":
        # "The UN's World Food Programme": the one that has a name of its own acts.
        owned = [unit.kind for unit in units[i + 2 : i + 3]] == ["organization"] and units[i + 1].lower in {"'s", "'"}
        return i + 2 if owned else None
    if units[i].kind != "country":
        return None
    front = i - 2 if i > 1 and units[i - 1].lower == "of" else i - 1
    if front >= 0 and units[front].kind == "organization":
        # "Bank Negara Malaysia", "the Koala Group of Australia": the name was found without its state.
        return i
    name, behind = units[i].mention, units[i + 1].lower if i + 1 < len(units) else ""
    if behind not in {"'s", "'"} and not (isinstance(name, NameMention) and name.category == "adjective"):
        return None
    for k, unit in enumerate(units[i + 1 : i + 6], i + 1):
        if unit.kind == "organization":
            return k if actor_of(unit) is not None and not _is_public(unit) else None
        if not _may_describe(unit):
            return None
    return None


def _may_describe(unit: Unit) -> bool:
    """Tell whether a word can stand between a state and the name of its company ("French state shipbuilder Naval")."""
    if unit.kind != "word":
        return unit.lower in {"'s", "'", "-"}
    if unit.lower in FIRMS or unit.lower in FIELDS:
        return True
    barred = unit.lower in LEADERS or unit.lower in words()["prepositions"] | words()["conjunctions"]
    return not barred and ("-" in unit.lower or not unit.lower.endswith("ed"))


def is_description(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a state stands in what is said of the organization in front ("Boeing, the US planemaker, and")."""
    article = i - 1 if i > 0 and units[i - 1].lower in {"the", "a", "an"} else i
    if article < 2 or units[i].kind != "country" or units[article - 1].text not in {",", "("}:
        return False
    if units[article - 2].kind != "organization":
        return False
    for unit in units[i + 1 : i + 9]:
        if unit.text in {",", ")", "."}:
            return units[i + 1] is not unit
        if unit.lower in LEADERS or (unit.mention is not None and unit.kind != "place"):
            return False
    return False


def qualifies(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a name only says whose, where or what another is."""
    return is_owner(units, i) or is_seat(units, i) or is_home(units, i) or is_description(units, i)


def is_home(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a state only says where the organization in front comes from ("Boeing of the United States")."""
    preposition = i - 2 if i > 1 and units[i - 1].lower == "the" else i - 1
    if preposition < 1 or units[i].kind not in {"country", "place"} or units[preposition].lower not in HOME:
        return False
    name = units[preposition - 1]
    return name.kind == "organization" and not _is_public(name)


HOME = frozenset({"from", "of"})


def is_seat(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a state or capital behind a comma only says where the organization in front of it is.

    "Aalto University, Helsinki and …", "the Ministry of Health, Government of Peru, and …"; in "NATO, Russia and
    Peru" another state follows.
    """
    mark = i - 2 if units[i - 1].lower == "the" else i - 1
    if mark < 1 or units[mark].text not in {",", "("} or units[i].kind not in {"country", "place"}:
        return False
    behind = units[i + 1 : i + 4]
    name = units[mark - 1].mention
    if not isinstance(name, NameMention) or name.kind != "organization":
        return False
    if units[mark].text == "(":
        return [unit.text for unit in behind[:1]] == [")"]  # "Bosch (Germany)"
    if name.category not in LOCAL and behind and behind[0].text not in {",", ".", ";", ")", "and"}:
        return False
    follows = next((unit for unit in behind if unit.kind in {"country", "organization", "person"}), None)
    return not (behind and behind[0].lower in {"and", ","} and follows is not None and follows.kind == "country")


def is_office(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a body of a government only says what office somebody holds, who then acts for the state.

    "State Secretary of the Ministry of Health Jane Doe"; a ministry that signs itself has nobody's name behind it.
    """
    name = units[i].mention
    if not isinstance(name, NameMention) or name.category not in OFFICES or i + 1 >= len(units) or i < 2:
        return False
    of = i - 2 if units[i - 1].lower == "the" else i - 1
    behind = units[i + 1]
    named = behind.kind == "person" or (behind.kind == "word" and behind.is_capitalized and behind.mention is None)
    if units[of].lower not in {"of", "at"} or not named:
        return False
    return any(unit.kind == "person" or unit.lower in HOLDERS for unit in units[max(0, of - 5) : of])


def _is_public(unit: Unit) -> bool:
    """Tell whether an organization speaks for its state or is a union of states."""
    name = unit.mention
    return isinstance(name, NameMention) and (_acts_for_state(name) or bool(_code_of(name.value)))


def are_firms(sentence: Sentence, actors: Sequence[Actor]) -> bool:
    """Tell whether all of these are companies, by the mentions of them in a sentence."""
    kinds = {name.start: name.category for _, name in sentence.names("organization")}
    return bool(actors) and all(kinds.get(actor.span.start, "").endswith("company") for actor in actors)


def is_venue(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a state is also a town, and here where something took place ("in Singapore")."""
    town = units[i].lower in {"singapore", "monaco", "luxembourg", "djibouti", "panama", "kuwait", "guatemala"}
    return town and i > 0 and units[i - 1].lower in {"in", "at"}


def is_source(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether brackets name the agency that a report is from, in front of its dash ("Lima, May 5 (Reuters) -")."""
    around = [unit.text for unit in (*units[max(0, i - 1) : i], *units[i + 1 : i + 3])]
    return around[:2] == ["(", ")"] and around[2:] in (["-"], ["–"], ["—"], ["--"])


def is_state(party: str) -> bool:
    """Tell whether a party is a state, and no organization."""
    return countries.by_party(party) is not None


def state_at(units: tuple[Unit, ...], i: int) -> Actor | None:
    """Return the state that a unit speaks for: by its name, a person, a capital that acts, or the name of a union."""
    unit = units[i]
    if unit.kind == "place" and not speaks_for_state(units, i):
        return None
    if unit.kind == "organization" and not (isinstance(unit.mention, NameMention) and _code_of(unit.mention.value)):
        return None
    return actor_of(unit)


def _code_of(name: str) -> str:
    """Return the code that a union of states has ("European Union"), "" for other organizations."""
    return next((form.state.code for form in countries.lookup(name) if form.kind == "name"), "")


def is_attribute(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether an organization only says which states are meant ("an ASEAN country")."""
    return units[i].kind == "organization" and i + 1 < len(units) and units[i + 1].lower in ATTRIBUTED
