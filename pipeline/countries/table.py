"""Load the table of states and index its forms."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

FormKind = Literal["name", "adjective", "people", "combining", "capital", "seat"]

APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'"})
UNTIL = " (until "  # "Persia (until 1935)" in the column of former names
PLAIN = ("code", "alpha3", "cow", "cow_letters", "name", "official", "since", "until", "successor")
# The columns that hold forms, and what kind of form each holds.
COLUMNS: Mapping[str, FormKind] = {
    "name": "name",
    "official": "name",
    "other_names": "name",
    "former_names": "name",
    "adjectives": "adjective",
    "people": "people",
    "combining": "combining",
    "capitals": "capital",
    "seats": "seat",
}


@dataclass(frozen=True, slots=True)
class State:
    """A state. `code` is ISO 3166-1 alpha-2 (3166-3 for former ones), "" for those that never had one.

    `cow` and `cow_letters` are the number and the three letters by which the Correlates of War project knows it, ""
    for those that are not of its state system; a state and its predecessor may share them (Russia, Soviet Union).
    `since` and `until` are years of a former state as strings, `successor` the code of the state that followed.
    `is_region` marks former states whose bare name means a region or a city today (Texas, Hanover).
    """

    code: str
    alpha3: str
    cow: str
    cow_letters: str
    name: str
    official: str
    since: str
    until: str
    successor: str
    is_region: bool

    @property
    def party(self) -> str:
        """What stands for the state in a list of parties: its code, or its name if it has none."""
        return self.code or self.name


@dataclass(frozen=True, slots=True)
class CountryForm:
    """A way to name a state: `form` as the table writes it, and what `kind` of form it is.

    `until` is the year in which a former name (Persia, Siam) went out of use, "" for the others.
    """

    form: str
    kind: FormKind
    state: State
    until: str = ""


def normalize(form: str) -> str:
    """Return `form` with straight apostrophes and single blanks, as the index writes it."""
    return " ".join(form.translate(APOSTROPHES).split())


@cache
def states() -> tuple[State, ...]:
    """Return all states in the order of the table: those of ISO 3166-1 by code, then the former ones."""
    return tuple(state for state, _ in _rows())


@cache
def forms() -> Mapping[str, tuple[CountryForm, ...]]:
    """Return every form, normalized, with the states that it can name; to build matchers from."""
    index: dict[str, list[CountryForm]] = defaultdict(list)
    for state, row in _rows():
        seen: set[tuple[str, str]] = set()
        for column, kind in COLUMNS.items():
            for entry in row[column].split("|"):
                form, _, until = entry.removesuffix(")").partition(UNTIL) if UNTIL in entry else (entry, "", "")
                key = normalize(form)
                if key and (key, kind) not in seen:
                    seen.add((key, kind))
                    index[key].append(CountryForm(form, kind, state, until))
    return MappingProxyType({form: tuple(found) for form, found in index.items()})


def lookup(form: str) -> tuple[CountryForm, ...]:
    """Return what `form` can name, case as in running text; several for ambiguous ones, none for unknown ones."""
    return forms().get(normalize(form), ())


@cache
def by_code(code: str) -> State | None:
    """Return the state with an ISO 3166-1 alpha-2 (or -3) code, or None."""
    return next((state for state in states() if code and code in (state.code, state.alpha3)), None)


@cache
def by_cow(code: str) -> tuple[State, ...]:
    """Return the states with a number or three letters of the Correlates of War project, in the table's order."""
    return tuple(state for state in states() if code and code in (state.cow, state.cow_letters))


@cache
def by_party(party: str) -> State | None:
    """Return the state that stands as `party` in a list of parties: a code, or the name of one without."""
    return next((state for state in states() if party == state.party), None)


@cache
def _rows() -> tuple[tuple[State, dict[str, str]], ...]:
    return tuple(_read())


def _read() -> Iterator[tuple[State, dict[str, str]]]:
    table = files("pipeline.countries").joinpath("countries.csv")
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()):
        fields = {key: row[key] for key in PLAIN}
        yield State(**fields, is_region=row["region"] == "yes"), row
