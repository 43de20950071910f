"""The macros of words.toml: which wordings there are, and what each reads as."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from pipeline import rules
from pipeline.dates.patterns import BLANK, NUMBER, Macro, first_key, literal_regex

RULES = files("pipeline.dates") / "rules"
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


class MacroBlock(BaseModel):
    """A `[[macro]]` block: a table of words, or a regular expression with the words it can begin with."""

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
            raise rules.RuleError(
                "the macro is defined twice", path=str(RULES / "words.toml"), place=f"macro {number} {entry.name}",
                remedy="Merge the two.",
            )  # fmt: skip
        macros[entry.name] = _macro(entry)
        readings[entry.name] = {normal(word): value for word, value in _all_words(entry).items()}
    return Lexicon(macros, readings)


def _all_words(entry: MacroBlock) -> dict[str, int | float | str]:
    if not entry.compose:
        return entry.words
    ones = {word: value for word, value in entry.words.items() if isinstance(value, int) and 1 <= value <= 9}
    composed: dict[str, int | float | str] = dict(entry.words)
    for ten, tens in zip(TENS, range(20, 100, 10), strict=True):
        composed |= {f"{ten}-{word}": tens + value for word, value in ones.items() if word.isalpha() and len(word) > 2}
        composed |= {f"{ten} {word}": tens + value for word, value in ones.items() if word.isalpha() and len(word) > 2}
    return composed


def _macro(entry: MacroBlock) -> Macro:
    words = sorted(_all_words(entry), key=lambda word: (-len(word), word))
    branches = [_word_regex(word, entry.capital) for word in words]
    firsts = {first_key(re.match(r"[^\W\d_]+|\d+", word)[0]) for word in words}  # type: ignore[index]
    if entry.digits:
        branches.append(entry.digits)
        firsts.add(NUMBER)
    if entry.regex:
        branches.append(entry.regex)
        firsts.update(entry.starts)
    regex = "|".join(branches)
    return Macro(entry.name, f"(?:{regex})(?![^\\W\\d_])" if words else regex, frozenset(firsts))


def _word_regex(word: str, capital: bool) -> str:
    if not capital:
        return literal_regex(word)
    forms = dict.fromkeys((word, word.upper()))
    return "|".join(re.escape(form).replace("'", "['’]").replace(r"\ ", BLANK) for form in forms)


def _number(key: str) -> float | int | str:
    try:
        value = float(key)
    except ValueError:
        return key
    return int(value) if value.is_integer() else value
