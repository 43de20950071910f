"""What the finders hand on: candidates, of which `settle` keeps those that do not overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.records import MentionKind

# Where candidates overlap, the kinds in front win; among equals the longest, then the first.
PRECEDENCE: dict[MentionKind, int] = {
    "organization": 1,
    "mission": 1,
    "instrument": 2,
    "country": 3,
    "person": 3,
    "place": 4,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be a name. Offsets are those of the source's text, half open.

    `value` is what the name stands for as far as its finder knows ("" to take the words); `group` ties names that a
    table says are one (NATO, North Atlantic Treaty Organization); `anchor` is the start of the long form that an
    abbreviation in brackets stands for; `head` is the head noun in the singular.
    """

    start: int
    end: int
    kind: MentionKind
    rule: str
    category: str = ""
    country: str = ""
    value: str = ""
    group: str = ""
    head: str = ""
    anchor: int | None = None


def _rank(candidate: Candidate) -> tuple[int, int, int, bool, bool, str]:
    """Order the kinds by precedence, then long before short; what the text defines before what a table says."""
    length = candidate.end - candidate.start
    unknown = candidate.anchor is None, not candidate.group
    return PRECEDENCE[candidate.kind], -length, candidate.start, *unknown, candidate.rule


def settle(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that stand, in order of text, no two sharing a character."""
    ranked = sorted(candidates, key=_rank)
    taken: set[int] = set()
    kept = []
    for candidate in ranked:
        span = range(candidate.start, candidate.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)
