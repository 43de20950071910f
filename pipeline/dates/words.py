"""The macros of words.toml: which wordings there are, and what each reads as."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from pipeline import rules
from pipeline.dates.patterns import ANY, NUMBER, Macro, plain_regex, prefix_of
from pipeline.errors import RuleError

RULES = files("pipeline.dates") / "rules"
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


class MacroBlock(BaseModel):
    """A `[[macro]]` block: a table of words, or a regular expression.

    `starts` lists how a match of `regex` begins, in keys of patterns.first_key: "0 st" for 1st, "" for no word.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    words: dict[str, int | float | str] = Field(default_factory=dict)
    capital: bool = False
    digits: str = ""
    compose: bool = False
    regex: str = ""
    starts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The macros for the pattern language, and the readings of their wordings."""

    macros: Mapping[str, Macro]
    readings: Mapping[str, Mapping[str, Any]]

    def read(self, macro: str, text: str) -> Any:
        """Return what `text` reads as under `macro`: the table's value, else a number, else the text itself."""
        key = normal(text)
        table = self.readings[macro]
        if key in table:
            return table[key]
        return _number(key) if table else text


def normal(text: str) -> str:
    """Return the form in which wordings are compared: lower case, single blanks, plain apostrophe and hyphen."""
    return re.sub(r"[-‐‑–—]", "-", re.sub(r"\s+", " ", text.lower().replace("’", "'")))


def load() -> Lexicon:
    """Load words.toml. Raises RuleError for an unknown key or a macro that is defined twice."""
    macros: dict[str, Macro] = {}
    readings: dict[str, dict[str, Any]] = {}
    for number, block in enumerate(rules.load_toml(RULES / "words.toml")["macro"], start=1):
        entry = MacroBlock.model_validate(block)
        if entry.name in macros:
            raise RuleError(
                "the macro is defined twice", path=str(RULES / "words.toml"), place=f"macro {number} {entry.name}",
                remedy="Merge the two.",
            )  # fmt: skip
        macros[entry.name] = _macro(entry)
        readings[entry.name] = {normal(word): value for word, value in _all_words(entry).items()}
    return Lexicon(macros, readings)


@lru_cache(maxsize=1)
def numbers() -> dict[str, int]:
    """Return the whole numbers that are one word."""
    table = next(block for block in rules.load_toml(RULES / "words.toml")["macro"] if block["name"] == "number")
    return {word: value for word, value in table["words"].items() if isinstance(value, int) and word.isalpha()}


def _all_words(entry: MacroBlock) -> dict[str, int | float | str]:
    if not entry.compose:
        return entry.words
    ones = _ones(entry)
    composed: dict[str, int | float | str] = dict(entry.words)
    for ten, tens in zip(TENS, range(20, 100, 10), strict=True):
        composed |= {f"{ten}{join}{one}": tens + value for one, value in ones.items() for join in "- "}
    return composed


def _ones(entry: MacroBlock) -> dict[str, int]:
    """Return the words for one to nine ("a" and "an" do not follow a ten)."""
    return {
        word: value
        for word, value in entry.words.items()
        if isinstance(value, int) and 1 <= value <= 9 and word.isalpha() and len(word) > 2
    }


def _macro(entry: MacroBlock) -> Macro:
    words = sorted(entry.words, key=lambda word: (-len(word), word))
    branches = [_alternatives(words, entry.capital)] if words else []
    prefixes = {prefix_of(word) for word in _all_words(entry)}
    if entry.compose:
        tens, ones = "|".join(TENS), "|".join(_ones(entry))
        branches.insert(0, f"(?i:(?:{tens})[-‐‑ ](?:{ones}))")
    if entry.digits:
        branches.append(entry.digits)
        prefixes |= {(NUMBER,), (NUMBER, NUMBER)}
    if entry.regex:
        branches.append(entry.regex)
        prefixes |= {tuple(start.split()) for start in entry.starts or (ANY,)}
    regex = "|".join(branches)
    return Macro(entry.name, f"(?:{regex})(?![^\\W\\d_])" if words else regex, frozenset(prefixes))


def _alternatives(words: list[str], capital: bool) -> str:
    """Return an expression for any of the words, longest first; with `capital` only as May or MAY."""
    if not capital:
        return f"(?i:{'|'.join(map(plain_regex, words))})"
    forms = dict.fromkeys(form for word in words for form in (word, word.upper()))
    return "|".join(map(plain_regex, forms))


def _number(key: str) -> float | int | str:
    try:
        value = float(key)
    except ValueError:
        return key
    return int(value) if value.is_integer() else value
