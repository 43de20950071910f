"""What stands between a verb and its subject: a clause set off by commas; and "it" in the subject's place."""

from __future__ import annotations

from pipeline.agreements.lexicon import words
from pipeline.agreements.units import Sentence, Unit


def inserted_clause(units: tuple[Unit, ...], verb: int) -> int | None:
    """Return where a relative clause set off by commas that ends at the verb begins ("Peru, which …, signed").

    None if there is none; who is named in it does not act in the clause around it.
    """
    close = _before_auxiliaries(units, verb)
    if close < 1 or units[close].text != ",":
        return None
    for i in range(close - 1, 0, -1):
        if units[i].text in {";", ":"}:
            return None
        if units[i].lower in {"which", "who", "whose"} and units[i - 1].text == ",":
            return i - 1
    return None


def is_subject_pronoun(sentence: Sentence, verb: int) -> bool:
    """Tell whether "it" stands right in front of a verb, or its auxiliaries and adverbs ("It ratified the treaty")."""
    i = _before_auxiliaries(sentence.units, verb)
    return i >= 0 and sentence.units[i].lower == "it"


def _before_auxiliaries(units: tuple[Unit, ...], verb: int) -> int:
    """Return the unit in front of a verb with its auxiliaries and adverbs, -1 if there is none."""
    i = verb - 1
    while i > 0 and (units[i].lower in words()["auxiliaries"] or units[i].lower.endswith("ly")):
        i -= 1
    return i
