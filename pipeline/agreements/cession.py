"""Who agreed on a cession: "By the treaty of 1929 Chile returned Tacna to Peru" names giver and taker."""

from __future__ import annotations

from pipeline.agreements.actors import subject
from pipeline.agreements.claims import Candidate
from pipeline.agreements.events import Reading
from pipeline.agreements.named import of_actors
from pipeline.agreements.standing import Actor, is_state, state_at
from pipeline.agreements.units import Unit

GIVEN = frozenset(
    "cede cedes ceded ceding return returned surrender surrendered transferred sold relinquished yielded restored "
    "handed".split()
)
TAKEN = frozenset("received acquired obtained gained regained recovered bought purchased secured annexed".split())
BY = frozenset("by under in through with via at".split())
REACH = 14  # units behind the verb in which the other side is named


def in_cession(reading: Reading) -> list[Candidate]:
    """Read who gave and who took what a treaty ceded, where the treaty is that by which it was done."""
    sentence, mention = reading.sentence, reading.mention
    units = sentence.units
    if not _is_means(units, mention.first):
        return []
    for verb, unit in enumerate(units[:-1]):
        away = unit.lower in {"gave", "gives", "signed"} and units[verb + 1].lower in {"up", "over", "away"}
        if not (away or unit.lower in GIVEN | TAKEN) or mention.first <= verb <= mention.last:
            continue
        passive = units[verb - 1].lower in {"was", "were", "been", "be", "being"}
        given = away or unit.lower in GIVEN
        near = [] if passive else [one for one in subject(sentence, verb) if is_state(one.party)][-1:]
        far = _behind(units, verb, "to" if given else "from")
        near = near or _behind(units, verb, "by")
        actors = [*near, *far]
        if len({actor.party for actor in actors}) == SIDES:
            return [of_actors(actors, "parties-of-relative", "who gave and who took by its terms")]
    return []


SIDES = 2
BACK = 6  # units from the noun to "by": "by the terms of the first"


def _is_means(units: tuple[Unit, ...], first: int) -> bool:
    """Tell whether something was done by the treaty, and not only confirmed by it ("as confirmed by the Treaty")."""
    before = first - 1
    while before > 0 and units[before].kind != "mark" and units[before].lower not in BY and before > first - BACK:
        before -= 1
    if before < 0 or units[before].lower not in BY:
        return False
    done = units[before - 1].lower if before > 0 else ""
    return done in GIVEN | TAKEN or not done.endswith("ed")


def _behind(units: tuple[Unit, ...], verb: int, preposition: str) -> list[Actor]:
    """Return the state behind a preposition in the clause of a verb."""
    for i in range(verb + 1, min(len(units) - 1, verb + REACH)):
        if units[i].text == ";":
            break
        if units[i].lower == preposition:
            k = i + 2 if units[i + 1].lower == "the" and i + 2 < len(units) else i + 1
            actor = state_at(units, k) if units[k].kind == "country" else None
            if actor is not None and is_state(actor.party):
                return [actor]
    return []
