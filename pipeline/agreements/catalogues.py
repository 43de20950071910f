"""Lists of instruments, one a passage, that one line opens: "They witnessed the signing of:", "Agreements in force"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipeline.agreements.lexicon import Head, StepWord, find_heads, step, steps_of, words
from pipeline.agreements.steps import ToldStep, signing_of_list
from pipeline.agreements.units import MARK, Sentence

ITEM = 7  # units in front of the noun of an item: a number or bullet, an article, what qualifies the noun
LONGEST = 4  # units of a noun for an instrument
RUN = 3  # passages that each begin with a bare noun for an instrument: as many are a list without a line that says so
OPENED = 2  # as many are one below a line that speaks of instruments
LISTED = "the text lists it among instruments"
NEAR = 3  # passages between that line and the list


def opened_lists(rows: Sequence[Sentence]) -> dict[int, ToldStep]:
    """Return, by number of passage, the step of the line that opens the list to which the passage belongs.

    A line that ends with a colon tells the step; where nothing but the list itself says what its items are, they were
    concluded.
    """
    found: dict[int, ToldStep] = {}
    opened: ToldStep | None = None
    for row in rows:
        if row.units and row.units[-1].text == ":":
            opened = signing_of_list(row)
        elif opened is not None and not row.is_heading and _opens_with_instrument(row):
            found[row.number] = opened
        else:
            opened = None
    return {**_catalogued(rows), **found}


def _catalogued(rows: Sequence[Sentence]) -> dict[int, ToldStep]:
    """Return the steps of the items of lists whose items have no verb ("Agreement on visas — simplifies travel")."""
    firsts = [next(block) for _, block in groupby(rows, key=lambda row: row.passage.block)]
    found: dict[int, ToldStep] = {}
    for is_item, run in groupby(enumerate(firsts), key=lambda entry: _is_item(entry[1])):
        items = [row for _, row in run] if is_item else []
        if not items:
            continue
        opener = _opener(rows, items[0])
        if len(items) >= (OPENED if opener else RUN):
            found |= {row.number: _listed(*(opener or (row, find_heads(row.units)[0]))) for row in items}
    return found


def _is_item(row: Sentence) -> bool:
    """Tell whether a passage begins with a noun for one instrument that no article or verb introduces."""
    heads = find_heads(row.units[: ITEM + LONGEST])
    if not heads or heads[0].plural or heads[0].first > ITEM or heads[0].instrument.steps:
        return False  # relations, bodies and papers are agreements only with what was done
    if any(word.first < heads[0].first for word in steps_of(row)):
        return False
    classes = words()
    small = classes["definite"] | classes["indefinite"] | classes["demonstrative"] | classes["possessive"]
    small |= classes["prepositions"] | classes["pronouns"] | classes["auxiliaries"]
    front = [unit for unit in row.units[: heads[0].first] if unit.kind != MARK and not unit.text[0].isdigit()]
    return all(unit.lower not in small and unit.kind in {"word", "country", "place"} for unit in front)


def _opener(rows: Sequence[Sentence], first: Sentence) -> tuple[Sentence, Head] | None:
    """Return the noun for several instruments in the lines above a list, and its line."""
    for row in reversed([row for row in rows if first.number - NEAR <= row.number < first.number]):
        plural = [head for head in find_heads(row.units) if head.plural]
        if plural and not row.dates():
            return row, plural[-1]
    return None


def is_catalogued(steps: Sequence[ToldStep]) -> bool:
    """Tell whether an instrument is the item of a list that only the list says to be concluded: one of its own."""
    return any(told.reason == LISTED for told in steps)


def _listed(row: Sentence, head: Head) -> ToldStep:
    """Return the conclusion that a list implies: its evidence is the noun that says what is listed."""
    word = StepWord(head.first, head.last, step("sign"), "noun")
    return ToldStep(row, word, "list", "signed", LISTED)


def _opens_with_instrument(row: Sentence) -> bool:
    heads = find_heads(row.units)
    return bool(heads) and heads[0].first <= ITEM and not any(word.form == "base" for word in steps_of(row)[:1])
