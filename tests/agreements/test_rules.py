"""The examples and counterexamples of every rule of the stage, under the rule's id."""

from __future__ import annotations

import pytest

from pipeline import language
from pipeline.agreements import lexicon
from pipeline.agreements.units import Unit, sentences
from pipeline.records import Account, Passage
from tests.agreements.reading import accounts

PLACED = frozenset({"peace"})  # nouns that name an instrument only with the place behind them


def units_of(text: str) -> tuple[Unit, ...]:
    doc = language.reader("blank").read(text)
    return sentences(doc, text, [Passage(0, len(text))], [], [])[0].units


@pytest.mark.parametrize("rule", lexicon.instruments(), ids=lambda rule: rule.id)
def test_instruments(rule: lexicon.Instrument) -> None:
    for example in rule.examples:
        units = units_of(example.text)
        nouns = {phrase for entry in (rule.singular, rule.plural) for phrase in entry}
        heads = lexicon.find_heads(units)
        length = len(units) if rule.id not in PLACED else 1
        assert " ".join(unit.lower for unit in units[:length]) in nouns, example.text
        found = [head.instrument.type for head in heads if head.last - head.first + 1 == length]
        assert found == [example.value] or rule.id == "pronoun", example.text
    for text in rule.counterexamples:
        assert [head.instrument.id for head in lexicon.find_heads(units_of(text)) if head.instrument is rule] == [], (
            text
        )


@pytest.mark.parametrize("rule", lexicon.steps(), ids=lambda rule: rule.id)
def test_steps(rule: lexicon.Step) -> None:
    for example in rule.examples:
        units = units_of(example.text)
        whole = [word for word in lexicon.find_steps(units) if word.last - word.first + 1 == len(units)]
        assert example.value in {word.step.status for word in whole if word.step is rule}, example.text
    for text in rule.counterexamples:
        assert [word for word in lexicon.find_steps(units_of(text)) if word.step is rule] == [], text


@pytest.mark.parametrize("rule", lexicon.attachments().values(), ids=lambda rule: rule.id)
def test_attachments(rule: lexicon.Attachment) -> None:
    """In an example the rule reads the value for an agreement; in a counterexample it decides on no cell."""
    for example in rule.examples:
        claims = [(c.value, c.rule) for a in accounts(example.text) for c in a.claims if c.field == rule.field]
        assert (example.value, rule.id) in claims, f"{example.text}: {claims}"
    for text in rule.counterexamples:
        deciding = [deciders(account, rule)[0] for account in accounts(text) if deciders(account, rule)]
        assert rule.id not in deciding, f"{text}: {deciding}"


def deciders(account: Account, rule: lexicon.Attachment) -> list[str]:
    """The rules that say what the cell of the rule's field is, the deciding one first."""
    return [claim.rule for claim in account.claims if claim.field == rule.field]


def test_every_rule_is_used_for_its_own_field() -> None:
    for rule in lexicon.attachments().values():
        assert rule.id.startswith(f"{rule.field}-") or rule.field in rule.id, rule.id
