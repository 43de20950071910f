"""Instruments that a sentence tells as what came of something: "settled by a treaty", "the result was an agreement"."""

from __future__ import annotations

from pipeline.agreements.lexicon import words
from pipeline.agreements.mentions import InstrumentMention

MEANS = frozenset({"by", "in", "through", "via"})
PASSIVE = frozenset({"was", "were", "been"})
SETTLED = 8  # units between the passive's auxiliary and "by a treaty"
OUTCOMES = frozenset("result outcome upshot fruit product conclusion culmination consequence".split())
OPENING = 14  # units from the outcome to what it was


def is_means(mention: InstrumentMention) -> bool:
    """Tell whether something was done by an instrument that the sentence brings in ("the line was fixed by a treaty").

    Of an exchange of notes any wording says so ("in an exchange of notes").
    """
    units = mention.sentence.units
    article = mention.first - 1
    if article < 1 or units[article].lower not in {"a", "an"} or is_supposed(mention):
        return False
    if mention.instrument.id == "exchange-of-notes":
        return units[article - 1].lower in MEANS
    by = article - 1
    done = units[by - 1].lower.endswith(("ed", "en", "ad", "lt")) and by > 1 and units[by].lower == "by"
    near = {unit.lower for unit in units[max(0, by - SETTLED) : by]}
    return done and bool(near & PASSIVE) and not mention.instrument.steps


def is_outcome(mention: InstrumentMention) -> bool:
    """Tell whether a sentence says that the instrument came of something ("The outcome of the talks was a treaty")."""
    units = mention.sentence.units
    article = mention.first - 1
    if article < 2 or units[article].lower not in {"a", "an"} or units[article - 1].lower not in words()["be"]:
        return False
    before = {unit.lower for unit in units[max(0, article - OPENING) : article]}
    return bool(before & OUTCOMES) and not mention.instrument.steps and not is_supposed(mention)


def is_supposed(mention: InstrumentMention) -> bool:
    """Tell whether the sentence only supposes or denies the instrument ("no treaty between A and B would …")."""
    if mention.introduction == "definite" and not mention.head.plural:
        return False
    return any(unit.lower in SUPPOSING or unit.text == "?" for unit in mention.sentence.units)


SUPPOSING = frozenset(
    "no not never any every such if would could should might may can will whether without than hope hopes want".split()
)
