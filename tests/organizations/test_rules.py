"""The examples and counterexamples of every rule and list, under the rule's id."""

from __future__ import annotations

import pytest

from pipeline.organizations import find, lexicon
from tests.organizations.reading import read

RULES = [*lexicon.head_rules(), *lexicon.list_rules()]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples(rule: lexicon.HeadRule | lexicon.ListRule) -> None:
    """Each example, put behind an article in a sentence, is a name as a whole and has the stated category."""
    for example in rule.examples:
        mentions, _ = find(*read(f"On that day the {example.text} took part."))
        found = [(mention.text, mention.category) for mention in mentions if mention.rule == rule.id]
        assert found == [(example.text, example.value)], f"{rule.id}: {example.text!r} gave {mentions}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_counterexamples(rule: lexicon.HeadRule | lexicon.ListRule) -> None:
    """No counterexample gives a mention by the rule."""
    for text in rule.counterexamples:
        mentions, _ = find(*read(f"They spoke of {text} at length."))
        assert [mention.text for mention in mentions if mention.rule == rule.id] == [], f"{rule.id}: {text!r}"


def test_ids_are_unique_over_all_files() -> None:
    ids = [rule.id for rule in RULES]
    assert sorted(set(ids)) == sorted(ids)
