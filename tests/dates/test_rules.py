"""Every rule of dates matches its examples as a whole, with exactly their values, and none of its counterexamples."""

from __future__ import annotations

import pytest

from pipeline.dates.around import Around
from pipeline.dates.grammar import DateRule, Grammar, Match, Profile, all_rules, grammar
from pipeline.dates.guards import GUARDS
from pipeline.dates.patterns import FIRST_WORD
from pipeline.errors import RuleError
from pipeline.rules import Example

RULES = all_rules()
EXAMPLES = [pytest.param(rule, example, id=f"{rule.id}: {example.text}") for rule in RULES for example in rule.examples]
COUNTEREXAMPLES = [pytest.param(rule, text, id=f"{rule.id}: {text}") for rule in RULES for text in rule.counterexamples]


def profile_of(rule: DateRule) -> Profile:
    return "timex3" if rule.profile == "timex3" else "calendar"


def said(match: Match) -> str:
    """Write what a match says: one reading, an interval (/) or a pair (&)."""
    if match.second is None:
        return match.reading.describe()
    return match.reading.describe() + ("/" if match.dash else " & ") + match.second.describe()


def guarded(text: str, match: Match, rules: Grammar, profile: Profile) -> bool:
    guard = rules.rules[match.rule].guard
    return not guard or GUARDS[guard](Around.of(text, match), profile == "calendar")


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: DateRule, example: Example) -> None:
    whole = [
        said(match)
        for match in grammar(profile_of(rule)).matches(example.text, 0)
        if match.rule == rule.id and match.end == len(example.text)
    ]
    assert whole[:1] == [example.value]


@pytest.mark.parametrize(("rule", "text"), COUNTEREXAMPLES)
def test_counterexample(rule: DateRule, text: str) -> None:
    rules = grammar(profile_of(rule))
    found = [
        text[match.start : match.end]
        for word in FIRST_WORD.finditer(text)
        if word.start() == 0 or not text[word.start() - 1].isalnum()
        for match in rules.matches(text, word.start())
        if match.rule == rule.id and guarded(text, match, rules, profile_of(rule))
    ]
    assert found == []


@pytest.mark.parametrize("profile", ["calendar", "timex3"])
def test_no_two_rules_claim_the_same_words_with_different_values(profile: Profile) -> None:
    rules = grammar(profile)
    disputed = {}
    for rule in rules.rules.values():
        for example in rule.examples:
            claims = {
                said(match): match.rule
                for match in rules.matches(example.text, 0)
                if match.end == len(example.text) and guarded(example.text, match, rules, profile)
            }
            if len(claims) > 1:
                disputed[example.text] = claims
    assert disputed == {}


def test_every_guard_is_used_and_every_rule_has_a_known_one() -> None:
    assert {rule.guard for rule in RULES if rule.guard} == set(GUARDS)


@pytest.mark.parametrize(
    ("pattern", "said_of_it"),
    [
        ("{nothing} year", "no macro 'nothing'"),
        ("[the {year}", "not closed"),
        ("the {year}]", "closes nothing"),
        ("[the ]", "without a word"),
    ],
)
def test_a_faulty_pattern_is_named(pattern: str, said_of_it: str) -> None:
    rule = RULES[0].model_copy(update={"id": "faulty", "patterns": (pattern,)})
    from pipeline.dates import words

    with pytest.raises(RuleError, match=said_of_it) as raised:
        Grammar([rule], words.load(), {})
    assert "rule faulty" in str(raised.value)
