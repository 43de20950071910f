"""The date rules: loaded from TOML, compiled once, looked up by the word a match begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from typing import Any, Literal

from pydantic import Field, ValidationError

from pipeline.dates import readings, words
from pipeline.dates.patterns import ANY, FIRST_WORD, Compiled, compile_pattern, first_key
from pipeline.dates.readings import Kind, Reading, read
from pipeline.errors import RuleError
from pipeline.rules import Rule, load_rules, load_toml, toml_files

Profile = Literal["calendar", "timex3"]
REACH = 40  # characters in which the second word of a date must begin
CACHED_PAIRS = 20_000  # pairs of words whose rules are kept: bounds the memory on any text
NOT_RULES = ("words.toml", "contexts.toml", "fragments.toml", "not_dates.toml")


class DateRule(Rule):
    """A way to write a date.

    `patterns` are in the language of patterns.py; `set` adds parts that the wording implies; `guard` names a
    condition on what stands around a match (guards.py); `profile` keeps a rule to one of the two profiles.
    """

    kind: Kind
    patterns: tuple[str, ...] = Field(min_length=1)
    set: dict[str, int | float | str] = Field(default_factory=dict)
    guard: str = ""
    profile: Literal["both", "calendar", "timex3"] = "both"


@dataclass(frozen=True, slots=True)
class Match:
    """A match of a rule: characters `start` to `end` and what they say.

    An interval or pair has a `second` reading; `split` are the characters of the dash or the words between the
    two, `dash` tells an interval from a pair.
    """

    start: int
    end: int
    rule: str
    reading: Reading
    second: Reading | None = None
    split: tuple[int, int] = (0, 0)
    dash: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    rule: DateRule
    compiled: Compiled
    order: int


def _order(entry: _Entry) -> int:
    return entry.order


class Grammar:
    """The rules of a profile, ready to match."""

    def __init__(self, date_rules: list[DateRule], lexicon: words.Lexicon, fragments: Mapping[str, str]) -> None:
        self.rules = {rule.id: rule for rule in date_rules}
        self._lexicon = lexicon
        self._by_prefix: dict[tuple[str, ...], list[_Entry]] = {}
        self._by_pair: dict[tuple[str, str], list[_Entry]] = {}
        order_of_pattern = count()
        for rule in date_rules:
            for pattern in rule.patterns:
                entry = _Entry(rule, _compile(pattern, rule, lexicon, fragments), next(order_of_pattern))
                for prefix in entry.compiled.prefixes:
                    self._by_prefix.setdefault(prefix, []).append(entry)
        self.firsts = frozenset(prefix[0] for prefix in self._by_prefix)

    def matches(self, text: str, start: int, end: int | None = None) -> Iterator[Match]:
        """Yield what the rules read at character `start`, where a word begins, up to `end`, rule by rule."""
        end = len(text) if end is None else end
        for entry in self._entries(text, start):
            found = entry.compiled.match(text, start, end)
            if found is not None:
                match = self._read(entry, found)
                if match is not None:
                    yield match

    def _entries(self, text: str, start: int) -> list[_Entry]:
        """Return the rules that can begin with the word at `start` and the one behind it."""
        word = FIRST_WORD.match(text, start)
        if word is None:
            return []
        behind = FIRST_WORD.search(text, word.end(), word.end() + REACH)
        keys = (first_key(word[0]), first_key(behind[0]) if behind else "")
        entries = self._by_pair.get(keys)
        if entries is None:
            prefixes = (keys[:1], keys, (keys[0], ANY), (ANY,), (ANY, ANY))
            entries = sorted({entry for prefix in prefixes for entry in self._by_prefix.get(prefix, ())}, key=_order)
            if len(self._by_pair) < CACHED_PAIRS:
                self._by_pair[keys] = entries
        return entries

    def _read(self, entry: _Entry, found: re.Match[str]) -> Match | None:
        parts = _Parts({}, {})
        for group, name in entry.compiled.groups.items():
            text = found[group]
            if text is None:
                continue
            if name == "lead":
                parts.lead = len(text) + 1
                continue
            if name == "split":
                parts.split, parts.dash = found.span(group), not group.startswith("joint")
                continue
            value = self._lexicon.read(group.split("__", 1)[0], text)
            if not name.startswith("to_"):
                parts.first[name.removeprefix("from_")] = value
            if not name.startswith("from_"):
                parts.second[name.removeprefix("to_")] = value
        return _assemble(entry.rule, found, parts)


@dataclass(slots=True)
class _Parts:
    """The groups of a match, those of the two ends of an interval or pair apart; `lead` characters do not count."""

    first: dict[str, Any]
    second: dict[str, Any]
    split: tuple[int, int] | None = None
    dash: bool = False
    lead: int = 0


def _assemble(rule: DateRule, found: re.Match[str], parts: _Parts) -> Match | None:
    """Make a match of its parts: None if they are no date, or an interval that ends before it begins."""
    if "rank" in parts.first:
        return _months(rule, found, parts.first)
    if parts.split is None:
        reading = read(rule.kind, parts.first, rule.set)
        return Match(found.start() + parts.lead, found.end(), rule.id, reading) if reading else None
    if "year2" in parts.second:
        parts.second["year"] = _short_year(parts.first.get("year"), str(parts.second.pop("year2")))
    # A part that only one end names holds for both: "6–7 January 1916", "March 5-9, 1918".
    reading, other = _share_year(read(rule.kind, parts.first, rule.set), read(rule.kind, parts.second, rule.set))
    if reading is None or other is None or (parts.dash and not _in_order(reading, other)):
        return None
    return Match(*found.span(), rule.id, reading, other, parts.split, parts.dash)


def _months(rule: DateRule, found: re.Match[str], parts: dict[str, Any]) -> Match | None:
    """Make a match of the first or last months of a year: an interval, all characters of which are its first end's."""
    ends = readings.months(parts["rank"], parts["count"] * parts["monthspan"])
    if ends is None:
        return None
    first, last = (read(rule.kind, parts | {"month": month}, rule.set) for month in ends)
    if first is None or last is None or first == last:
        return Match(*found.span(), rule.id, first) if first else None
    return Match(*found.span(), rule.id, first, last, (found.end(), found.end()), dash=True)


def _share_year(first: Reading | None, second: Reading | None) -> tuple[Reading | None, Reading | None]:
    """Give the end without a year that of the other: "April and June 1998", "28 December – 3 January 1941"."""
    if first is None or second is None or (first.year is None) == (second.year is None):
        return first, second
    wraps = (first.month or 0) > (second.month or 0)
    if first.year is None and second.year is not None:
        return replace(first, year=second.year - wraps), second
    return first, replace(second, year=(first.year or 0) + wraps)


def _short_year(full: object, short: str) -> int:
    """Return the year that `short` ("42" or "5") abbreviates after `full`."""
    year: int = int(str(full))
    ends: int = 10 ** len(short)
    return year - year % ends + int(short)


def _in_order(first: Reading, second: Reading) -> bool:
    """Tell whether an interval does not end before it begins, as far as both ends say."""

    def key(reading: Reading) -> tuple[int, int, int]:
        return (reading.year or 0, reading.month or 0, reading.day or 0)

    if key(first) == key(second):
        return first.part != second.part
    return key(first) < key(second) or (first.year is None) != (second.year is None) or (
        first.year is None and first.month != second.month
    )  # fmt: skip


def _compile(pattern: str, rule: DateRule, lexicon: words.Lexicon, fragments: Mapping[str, str]) -> Compiled:
    try:
        return compile_pattern(pattern, lexicon.macros, fragments)
    except (ValueError, re.error) as error:
        remedy = "See pipeline/dates/patterns.py for the language of patterns."
        raise RuleError(str(error), path=str(words.RULES), place=f"rule {rule.id}", remedy=remedy) from error


@lru_cache(maxsize=1)
def all_rules() -> tuple[DateRule, ...]:
    """Return all rules in the order of their files. Raises RuleError for a fault in one of them."""
    paths = [path for path in toml_files(words.RULES) if path.name not in NOT_RULES]
    try:
        return tuple(load_rules(paths, DateRule))
    except ValidationError as error:  # pragma: no cover - load_rules says it better
        raise RuleError(str(error), path=str(words.RULES)) from error


@lru_cache(maxsize=2)
def grammar(profile: Profile) -> Grammar:
    """Return the compiled rules of a profile; compiled once per process."""
    chosen = [rule for rule in all_rules() if rule.profile in ("both", profile)]
    fragments = load_toml(words.RULES / "fragments.toml")["fragments"]
    return Grammar(chosen, words.load(), fragments)
