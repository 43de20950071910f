"""Which state a name means at the time that a text tells of: Moscow in 1964 speaks for the Soviet Union."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline import countries
from pipeline.records import DateMention, NameMention

# Where a text says Korea of our time, it means the Republic; of the time before 1910, the kingdom (countries.csv).
SEAT = "Brussels"  # of the European Union's institutions; of Belgium only where a text speaks of it
UNDIVIDED = {"Korea": "KR"}


def in_their_time(names: Sequence[NameMention], dates: Sequence[DateMention]) -> list[NameMention]:
    """Return the names with capitals, people and undivided states given to the state that the text speaks of.

    Where a text names the Soviet Union but never Russia, "Moscow" speaks for the Soviet Union; where it names
    neither, for the one of whose years are all of its dates.
    """
    named = {name.value for name in names if name.kind == "country"}
    before = {state.successor: state.party for state in countries.states() if state.successor and state.party in named}
    years = sorted({date.value[:4] for date in dates if date.value[:4].isdigit()})
    return [_in_its_time(name, named, before, years) for name in names]


def _in_its_time(name: NameMention, named: set[str], before: dict[str, str], years: list[str]) -> NameMention:
    """Return a name as the state that it means in a text that names the states `named` and tells of `years`."""
    if name.kind == "country":
        today = UNDIVIDED.get(name.value, "")
        return replace(name, value=today) if today and (not years or years[-1] > _end(name.value)) else name
    if name.text == SEAT and name.category == "capital" and name.country not in named:
        return replace(name, country="EU")
    if name.country in named:
        return name
    if name.country in before:
        return replace(name, country=before[name.country])
    if name.category != "capital" or not years:
        return name
    for form in countries.lookup(name.text):
        state = form.state
        if form.kind == "capital" and state.successor == name.country and state.since <= years[0] <= years[-1]:
            return replace(name, country=state.party) if years[-1] <= state.until else name
    return name


@lru_cache(maxsize=8)
def _end(state: str) -> str:
    """Return the year in which a former state ended."""
    return max(one.until for one in countries.states() if one.name == state)
