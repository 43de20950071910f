"""Load what is listed: names by table, head nouns, titles; and index it for matching."""

from __future__ import annotations

import csv
import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from pipeline import countries
from pipeline.countries import CountryForm
from pipeline.organizations.tokens import Token, tokenize
from pipeline.rules import Rule, load_rules, load_toml

PEOPLES = "government-or-state"  # the rule of evidence that lists peoples and followers
FOLDER = files("pipeline.organizations")
LIST_FILES = ("international.toml", "companies.toml", "bodies.toml")
# British and American spellings of words in names; every listed name is indexed in both.
SPELLINGS = (
    ("ization", "isation"),
    ("Defense", "Defence"),
    ("Center", "Centre"),
    ("Co-operation", "Cooperation"),
    ("Labor", "Labour"),
    ("Program", "Programme"),
)


class ListRule(Rule):
    """A list of names. An entry is "full name | other name or abbreviation | … @country code"."""

    category: str
    entries: tuple[str, ...]


class HeadRule(Rule):
    """Head nouns and what may stand around them; heads.toml says what each key means."""

    kind: Literal["organization", "mission"] = "organization"
    category: str
    categories: dict[str, str] = Field(default_factory=dict)
    heads: tuple[str, ...]
    complements: tuple[str, ...]
    needs: Literal["nothing", "modifier", "complement", "either"]
    plural: bool = True
    only: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    introduced: bool = False
    weak_nation: bool = False
    weak_listed: bool = False
    never: tuple[str, ...] = ()
    only_of: tuple[str, ...] = ()
    never_of: tuple[str, ...] = ()
    nation_of: bool = False
    no_nation: bool = False
    for_field: bool = False
    pair: bool = False
    field_of: bool = False
    article: bool = False
    abroad: bool = False
    of_nation: bool = False
    of_listed: bool = False
    short: tuple[str, ...] = ()


Verdict = Literal["accept", "reject"]
Where = Literal["head", "last", "any", "before", "office", "behind"]


class EvidenceRule(Rule):
    """Words in or beside a name that speak for or against the model's find; evidence.toml says what each key means."""

    verdict: Verdict
    where: Where
    words: tuple[str, ...]
    single: bool = False


class Words(BaseModel):
    """The vocabulary of titles.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    offices: frozenset[str]
    person_titles: frozenset[str]
    name_particles: frozenset[str]
    stops: frozenset[str]
    possessors: frozenset[str]
    portfolio: frozenset[str]
    company_suffixes: frozenset[str]
    body_nouns: dict[str, str]
    small_heads: dict[str, str]
    foreign_heads: frozenset[str]
    company_prefixes: frozenset[str]
    company_nouns: frozenset[str]
    company_roles: frozenset[str]
    roles: frozenset[str]
    thing_nouns: frozenset[str]
    agency_words: frozenset[str]
    abbreviated: frozenset[str]
    not_places: frozenset[str]
    not_companies: frozenset[str]
    company_endings: frozenset[str]
    company_divisions: frozenset[str]
    party_verbs: frozenset[str]
    not_nations: tuple[str, ...]

    @cached_property
    def not_in_places(self) -> frozenset[str]:
        """Words, in small letters, that no name of a place has."""
        return self.stops | self.portfolio | self.not_places


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of a list: the `rule` (list id), its category, country, and the full name of its entry."""

    rule: str
    category: str
    country: str
    group: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the table, with the code of its country ("" for regions and seas)."""

    name: str
    country: str


class NotNation:
    """What looks like a nation and is none: "Native American", "New Mexico"."""


Entry = Listed | Place | NotNation | CountryForm


class Index:
    """Names as sequences of tokens, found by their first token, the longest first."""

    def __init__(self, names: Iterable[tuple[str, Entry]]) -> None:
        found: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        for name, entry in names:
            found[tuple(token.text for token in tokenize(name))].append(entry)
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]] = defaultdict(list)
        for key in sorted(found, key=lambda key: (-len(key), key)):
            self._by_first[key[0]].append((key, tuple(found[key])))

    def match(self, tokens: Sequence[Token], start: int) -> tuple[int, tuple[Entry, ...]] | None:
        """Return the end (an index into `tokens`) and the entries of the longest name at `start`, or None."""
        found = self._by_first.get(tokens[start].text)
        if found is None:
            return None
        longest = len(found[0][0])
        texts = tuple(token.text for token in tokens[start : start + longest])
        for key, entries in found:
            if texts[: len(key)] == key:
                return start + len(key), entries
        return None


@cache
def words() -> Words:
    """Return the vocabulary of titles.toml."""
    return Words.model_validate(load_toml(FOLDER / "titles.toml"))


@cache
def list_rules() -> tuple[ListRule, ...]:
    """Return the lists of names."""
    return tuple(load_rules([FOLDER / name for name in LIST_FILES], ListRule, key="list"))


@cache
def head_rules() -> tuple[HeadRule, ...]:
    """Return the rules of head nouns."""
    return tuple(load_rules([FOLDER / "heads.toml"], HeadRule))


@cache
def evidence_rules() -> tuple[EvidenceRule, ...]:
    """Return the rules of evidence for and against what the model names."""
    return tuple(load_rules([FOLDER / "evidence.toml"], EvidenceRule))


@cache
def places() -> tuple[Place, ...]:
    """Return the table of places: our own choice of cities, regions and seas that texts of our kind name."""
    table = (FOLDER / "places.csv").read_text(encoding="utf-8").splitlines()
    return tuple(Place(row["name"], row["country"]) for row in csv.DictReader(table))


@cache
def index() -> Index:
    """Return all names of the tables, as they stand in running text."""
    return Index(_names())


@cache
def upper_index() -> Index:
    """Return all names of the tables in capitals, for headings that are written so."""
    return Index([(name.upper(), entry) for name, entry in _names()])


@cache
def weak_modifiers() -> frozenset[str]:
    """Return, in small letters, the modifiers that do not make a name by themselves but belong to one."""
    return frozenset(word.lower() for rule in head_rules() for word in rule.weak)


@cache
def small_heads() -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
    """Return, by their first word, the heads that name also in small letters: (words, category, wants a modifier)."""
    found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = defaultdict(list)
    for head, category in words().small_heads.items():
        parts = tuple(head.split())
        found[parts[0]].append((parts, category.removesuffix("+"), category.endswith("+")))
    return dict(found)


@cache
def peoples() -> frozenset[str]:
    """Return, in small letters, the plurals of what stands for states and people, never for a field of policy."""
    return frozenset(plural(word) for rule in evidence_rules() if rule.id == PEOPLES for word in rule.words)


@cache
def heads() -> dict[str, list[tuple[tuple[str, ...], HeadRule, bool]]]:
    """Return, by their first token, the head nouns as (tokens, rule, is plural), the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], HeadRule, bool]]] = defaultdict(list)
    for rule in head_rules():
        for head in rule.heads:
            forms = [(form, False) for form in _spellings(head)]
            forms += [(plural(form), True) for form in _spellings(head) if rule.plural]
            for form, is_plural in forms:
                tokens = tuple(token.text for token in tokenize(form))
                found[tokens[0]].append((tokens, rule, is_plural))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return dict(found)


def _names() -> list[tuple[str, Entry]]:
    names: list[tuple[str, Entry]] = [(name, NotNation()) for name in words().not_nations]
    for form, found in countries.forms().items():
        names += [(form, entry) for entry in found if entry.state.code != "EU"]
    names += [(place.name, place) for place in places()]
    for rule in list_rules():
        for entry in rule.entries:
            text, _, country = entry.partition(" @")
            forms = [form.strip() for form in text.split("|")]
            listed = Listed(rule.id, rule.category, country.strip(), forms[0])
            names += [(spelling, listed) for form in forms for spelling in _spellings(form)]
    return names


def _spellings(name: str) -> list[str]:
    """Return `name` in all mixtures of British and American spelling."""
    for american, british in SPELLINGS:
        name = name.replace(british, american)
    pairs = [pair for pair in SPELLINGS if pair[0] in name]
    spelled = []
    for chosen in itertools.product((0, 1), repeat=len(pairs)):
        form = name
        for pair, choice in zip(pairs, chosen, strict=True):
            form = form.replace(pair[0], pair[choice])
        spelled.append(form)
    return spelled


def plural(head: str) -> str:
    """Return the plural of a head noun."""
    if head.startswith("Consulate G"):
        return head.replace("Consulate", "Consulates")
    return head[:-1] + "ies" if head.endswith("y") else head + ("es" if head.endswith("s") else "s")
