"""The confidence ranks rows: what is told outright stands above what is pieced together."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.agreements.confidence import features, model
from tests.agreements.reading import accounts

LABELS = Path(__file__).parents[1] / "labels"
PLAIN = "Peru and Chile signed a treaty on fisheries in Lima on 3 May 1999."
VAGUE = {
    "no date, no parties": "The agreement was signed there.",
    "parties from the document": "Peru and Chile are neighbours. Some years later several contracts were signed.",
    "talk of another": "Peru spoke with Chile of 1999. Ministers may conclude arrangements with a company.",
}


@pytest.mark.parametrize("text", VAGUE.values(), ids=VAGUE.keys())
def test_what_is_told_outright_is_surer(text: str) -> None:
    (plain,) = accounts(PLAIN)
    assert all(account.confidence < plain.confidence for account in accounts(text))


def test_a_share_between_none_and_all() -> None:
    for text in (PLAIN, *VAGUE.values()):
        assert all(0 < account.confidence < 1 for account in accounts(text))


def test_features_are_shares_by_name() -> None:
    (plain,) = accounts(PLAIN)
    found = features(plain)
    assert found["date by date-behind-signing"] == 1
    assert found["status signed"] == found["type treaty"] == found["parties 2"] == 1
    assert found["has a title"] == 0
    assert all(0 <= value <= 1 for value in found.values())


def test_no_weight_is_dead() -> None:
    """A rule or value that was renamed leaves a weight behind that nothing is multiplied with."""
    seen: set[str] = set()
    for path in sorted(LABELS.glob("*.txt")):
        seen |= {name for account in accounts(path.read_text(encoding="utf-8")) for name in features(account)}
    weights, slope, _ = model()
    assert slope > 0
    rules = {name for name in weights if " by " in name}
    assert len(rules - seen) <= len(rules) // 4, f"renamed? {sorted(rules - seen)}"
    assert {"always", "mentions", "has a place", "date: rivals", "parties: far"} <= set(weights)
