"""What for an agreement was signed, where the sentence begins with it, or tells that they did it "by signing" one."""

from __future__ import annotations

from pipeline.agreements.events import Reading
from pipeline.agreements.lexicon import words
from pipeline.agreements.terms import cut
from pipeline.agreements.units import Sentence
from pipeline.records import Span

LEADS = frozenset("in order a bid an effort efforts attempt move seeking aiming hoping wishing".split())
# What is done by signing anything, or is the occasion of it.
NO_AIMS = frozenset(
    "mark celebrate commemorate honour honor attend visit meet discuss sign conclude finalize finalise formalize "
    "formalise ratify reach make do be have achieve show demonstrate prove facilitate realize realise begin start "
    "open close complete enter implement seal ensure help".split()
)
DECIDING = frozenset("agreed decided moved sought resolved planned vowed pledged undertook".split())
SIGNING = frozenset("signing inking concluding initialling initialing".split())
ACTING = frozenset({"country", "organization", "person"})


def aim(reading: Reading) -> Span | None:
    """Return the aim in "To boost trade, Peru and Chile signed a pact", "agreed to boost trade by signing a pact"."""
    sentence, mention = reading.sentence, reading.mention
    if not sentence.tree or reading.is_pronoun or mention.introduction == "definite":
        return None
    if any(peer.first < mention.first for peer in reading.peers):
        return None  # the aim may be that of the other
    found = _in_front(sentence, mention.first) or _by_signing(sentence, mention.first)
    if found is None:
        return None
    return cut(sentence, *found)


def _in_front(sentence: Sentence, before: int) -> tuple[int, int] | None:
    """Return the words between the "to" that begins the sentence and the comma in front of who signed."""
    units = sentence.units
    to = next((i for i in range(min(6, before)) if units[i].lower == "to"), None)
    if to is None or any(unit.lower not in LEADS for unit in units[:to]) or not _opens_aim(sentence, to):
        return None
    for i in range(to + 2, before - 1):
        if units[i].text == ",":
            first = i + 2 if units[i + 1].lower in {"the", "both"} else i + 1
            if units[first].kind in ACTING or units[first].lower in words()["pair"] | {"two", "countries", "sides"}:
                return to + 1, i - 1
    return None


def _by_signing(sentence: Sentence, before: int) -> tuple[int, int] | None:
    """Return the words between "agreed to" and "by signing" in front of the instrument."""
    units = sentence.units
    by = next((i for i in range(before - 1, max(0, before - 6), -1) if units[i].lower == "by"), None)
    if by is None or units[by + 1].lower not in SIGNING:
        return None
    for i in range(by - 2, 0, -1):
        if units[i].text in {".", ";"}:
            return None
        if units[i].lower == "to" and units[i - 1].lower in DECIDING:
            return (i + 1, by - 1) if _opens_aim(sentence, i) else None
    return None


def _opens_aim(sentence: Sentence, to: int) -> bool:
    """Tell whether an infinitive of an aim of its own follows "to", not "to this end" or "to mark the day"."""
    units, tree = sentence.units, sentence.tree
    verb = to + 2 if units[to + 1].lower.endswith("ly") or units[to + 1].lower == "further" else to + 1
    return verb < len(units) - 1 and tree[verb].pos == "VERB" and units[verb].lower not in NO_AIMS
