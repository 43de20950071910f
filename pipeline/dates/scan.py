"""Find the expressions of time in a text: the longest match at every place where a rule can begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dates.around import Around
from pipeline.dates.grammar import Grammar, Match, Profile, grammar
from pipeline.dates.guards import GUARDS
from pipeline.dates.patterns import APOSTROPHE, FIRST_WORD, first_key

# In front of digits these make a model, telephone, document or decimal number of them (Mi-17, +58212, 3.1945).
GLUED = re.compile(r"(?:[^\W\d_]|\d|[)\]])[-‐‑–./:']|[$€£¥₽#№§+&@=<>*_.~^\\]|\d[,\s]")
SINCE = re.compile(r"\b(?:since|until|from|in|of|by)$", re.IGNORECASE)  # a blank was lost in "since'82"
PREFIX = re.compile(r"\b(?:post|pre|early|late|mid|ante|circa)[-‐‑–]$", re.IGNORECASE)


def scan(text: str, profile: Profile, start: int = 0, end: int | None = None) -> Iterator[Match]:
    """Yield the matches in characters `start` to `end` in order; they do not overlap. Offsets are into `text`."""
    rules = grammar(profile)
    firsts = rules.firsts
    end = len(text) if end is None else end
    resume = start
    for word in FIRST_WORD.finditer(text, start, end):
        if word.start() < resume:
            continue
        key = first_key(word[0])
        if key not in firsts or not _begins(text, word.start(), key):
            continue
        match = _longest(rules, text, (word.start(), end), profile)
        if match is not None:
            resume = match.end
            if match.reading.kind != "nothing":
                yield match


def _longest(rules: Grammar, text: str, place: tuple[int, int], profile: Profile) -> Match | None:
    """Return the longest match that its guard lets stand; of equal ones, that of the rule that comes first."""
    best: Match | None = None
    for match in rules.matches(text, *place):
        if best is not None and match.end <= best.end:
            continue
        guard = rules.rules[match.rule].guard
        if not guard or GUARDS[guard](Around.of(text, match), profile == "calendar"):
            best = match
    return best


def _begins(text: str, start: int, key: str) -> bool:
    """Tell whether a date can begin at `start`: not inside a word, a number or a code."""
    if start == 0:
        return True
    before = text[start - 1]
    if before.isalnum() or before == "_":
        return key == APOSTROPHE and SINCE.search(text, max(0, start - 6), start) is not None
    if key != "0":
        return before not in "@#/\\" and not (before in "-‐‑." and text[start - 2 : start - 1].isalnum())
    if before.isspace() or before in '("“‘[—':
        return not re.search(r"\d[ \u00a0]$", text[max(0, start - 2) : start]) or True
    glued = GLUED.search(text, max(0, start - 2), start)
    return glued is None or PREFIX.search(text, max(0, start - 8), start) is not None
