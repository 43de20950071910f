"""The sets of words in contexts.toml: what guards and cues look for around an expression."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.dates.words import RULES
from pipeline.rules import load_toml


@lru_cache(maxsize=1)
def _sets() -> dict[str, frozenset[str]]:
    sets = load_toml(RULES / "contexts.toml")["sets"]
    return {name: frozenset(word.replace("_", " ") for word in words.split()) for name, words in sets.items()}


def words(name: str) -> frozenset[str]:
    """Return a set of contexts.toml; an underscore there is a blank here. Raises KeyError for an unknown name."""
    return _sets()[name]


def alternatives(name: str) -> str:
    """Return an expression that matches any word of a set, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words(name), key=lambda word: (-len(word), word)))
