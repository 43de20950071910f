"""Candidates for a cell, and the choice among them: the heaviest wins, the others are kept with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline import edtf
from pipeline.agreements.lexicon import attachments
from pipeline.records import Claim, DateMention, Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of one cell: the value as the tables write it, and the spans that show it, the closest first.

    `rule` names a block of attachments.toml, which gives the weight; `distance` (units of text, or sentences)
    breaks ties: the nearer wins.
    """

    field: str
    value: str
    rule: str
    evidence: tuple[Span, ...]
    reason: str
    distance: float = 0.0

    @property
    def weight(self) -> float:
        """The weight of the rule that read it, a little less the farther it was read."""
        return attachments()[self.rule].weight - min(self.distance, 90) / 1000


def choose(candidates: Sequence[Candidate]) -> tuple[str, list[Claim]]:
    """Return the chosen value ("" without candidates) and a claim for each candidate, the chosen one first.

    Candidates that say the same as the chosen one are claims for it too. Of dates, one that lies within a heavier
    one says the same more precisely, and is chosen instead.
    """
    if not candidates:
        return "", []
    ranked = sorted(candidates, key=lambda c: (-c.weight, c.evidence[0].start if c.evidence else 0, c.value))
    best = ranked[0]
    if best.field == "date":
        # A later step in the same year makes the year of a heading more precise, but not that of a signing.
        finer = (o for o in ranked[1:] if best.rule == "date-of-heading" or not o.rule.endswith(("-step", "-dateline")))
        best = next((other for other in finer if _is_within(other.value, best.value)), best)
        ranked = [best, *(other for other in ranked if other is not best)]
    claims = [claim(best, chosen=True)]
    for other in ranked[1:]:
        if other.value == best.value:
            claims.append(claim(other, chosen=True))
        else:
            claims.append(claim(other, chosen=False, than=best))
    return best.value, claims


def _is_within(value: str, wider: str) -> bool:
    """Tell whether a date lies within another and is more precise."""
    inner, outer = edtf.parse(value), edtf.parse(wider)
    if value == wider or "" in {inner.earliest, inner.latest, outer.earliest, outer.latest}:
        return False
    inside = outer.earliest <= inner.earliest and inner.latest <= outer.latest
    return inside and (inner.earliest, inner.latest) != (outer.earliest, outer.latest)


def claim(candidate: Candidate, *, chosen: bool, than: Candidate | None = None) -> Claim:
    """Return the claim that records a candidate and what became of it."""
    reason = candidate.reason
    if than is not None:
        worse = candidate.weight <= than.weight
        why = f"weaker than {than.rule} ({candidate.weight:.2f} < {than.weight:.2f})" if worse else "less precise"
        reason = f"{reason}; {why}"
    decision = "chosen" if chosen else "rejected"
    return Claim(candidate.field, candidate.value, decision, candidate.rule, reason, candidate.evidence)  # type: ignore[arg-type]


def with_anchors(claims: list[Claim], dates: Sequence[DateMention], dateline: DateMention | None) -> list[Claim]:
    """Return the claims for a date, each with what its expression was resolved against.

    "Why does this row say May 2005?" has two halves: why this expression, and why it is of that year. The anchors that
    the expression was not resolved against are rejected claims.
    """
    by_span = {(date.start, date.end): date for date in [*dates, *([dateline] if dateline else [])]}
    explained: list[Claim] = []
    rejected: dict[Claim, None] = {}
    for one in claims:
        found = next((by_span[s.start, s.end] for s in one.evidence if (s.start, s.end) in by_span), None)
        if found is None or found.anchor is None or found.value != one.value:
            explained.append(one)
            continue
        anchor = found.anchor
        against = (anchor.span,) if anchor.span else ()
        reason = f"{one.reason}; “{found.text}” is {found.value}: {anchor.reason}"
        explained.append(replace(one, reason=reason, evidence=(*one.evidence, *against)))
        for lost in found.rejected:
            span = Span(found.start, found.end)
            evidence = (span, lost.span) if lost.span else (span,)
            why = f"“{found.text}” is not {lost.value}: {lost.reason}"
            rejected[Claim("date", lost.value, "rejected", found.rule, why, evidence)] = None
    return [*explained, *(one for one in rejected if one not in explained)]
