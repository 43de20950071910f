"""How far an agreement got: the furthest step that the text states."""

from __future__ import annotations

from pipeline.agreements.claims import Candidate
from pipeline.agreements.events import Event
from pipeline.agreements.steps import ToldStep
from pipeline.vocabulary import AGREEMENT_STATUSES

# Steps that show that a refusal told before them was not the last word.
TAKEN_AFTER = frozenset({"signed", "ratified", "in-force", "extended", "suspended", "terminated"})


def status_candidates(event: Event) -> list[Candidate]:
    """Return the statuses that the text states; the furthest step weighs most."""
    steps = [step for reading in event.readings for step in reading.steps if step.status]
    if not steps:
        span = event.main.mention.span
        return [Candidate("status", "signed", "status-cited", (span,), "an instrument that is cited was concluded")]
    found = [_status(step, overcome=is_overcome(step, steps)) for step in steps]
    if all(step.status == "negotiated" for step in steps):
        found += _unratified(event)
    return found


def _unratified(event: Event) -> list[Candidate]:
    """Return "signed" for a negotiated instrument that was not ratified: what is put to ratification was concluded."""
    distance = _distance(AGREEMENT_STATUSES.index("signed"))
    reason = "it was not ratified: what is put to ratification was concluded"
    return [
        Candidate("status", "signed", "status-of-step", (step.span,), reason, distance)
        for reading in event.readings
        for step in reading.steps
        if not step.status and step.word.step.id == "ratify" and step.word.form == "past"
    ]


def is_overcome(step: ToldStep, steps: list[ToldStep]) -> bool:
    """Tell whether a step is not the last word, or not what it seems.

    A refusal, where the step was taken in the end ("rejected it at first; signed in May"); an end that came before a
    renewal ("renewed in 2021; it had expired in 2020"); an approval of what is still to be signed.
    """
    if step.status == "terminated":
        later = [other for other in steps if other.status == "extended"]
        return any(_is_pluperfect(step) or _is_revived(step, other) for other in later)
    if step.status == "signed" and _is_approval(step):
        return any(other.status == "planned" and other.span.start > step.span.start for other in steps)
    if step.status != "rejected":
        return False
    return any(
        other.status in TAKEN_AFTER
        and other.span.start > step.span.start
        # "Rejected the treaty that it had signed": that was before.
        and not (other.sentence is step.sentence and other.relation in {"relative", "participle"})
        for other in steps
    )


def _is_revived(ended: ToldStep, other: ToldStep) -> bool:
    """Tell whether an agreement was brought back after its end ("lapsed in 1974 but was revived in 1984")."""
    word = other.sentence.units[other.word.first].lower
    return word in {"revived", "reactivated", "reinstated"} and other.span.start > ended.span.start


def _is_pluperfect(step: ToldStep) -> bool:
    return "had" in {unit.lower for unit in step.sentence.units[max(0, step.word.first - 3) : step.word.first]}


def _is_approval(step: ToldStep) -> bool:
    return step.sentence.units[step.word.first].lower.startswith("approv")


def _status(step: ToldStep, *, overcome: bool) -> Candidate:
    rank = -1 if overcome else AGREEMENT_STATUSES.index(step.status)
    word = " ".join(unit.text for unit in step.sentence.units[step.word.first : step.word.last + 1])
    reason = f"“{word}”: {step.reason}" + ("; but the step was taken later" if overcome else "")
    return Candidate("status", step.status, "status-of-step", (step.span,), reason, _distance(rank))


def _distance(rank: int) -> int:
    """Return how far from being chosen a status is: the further the step, the nearer."""
    return 5 * (len(AGREEMENT_STATUSES) - rank)
