"""How likely the row of an agreement is right: a logistic regression on what decided its cells and how it is told."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from pipeline.agreements.lexicon import RULES
from pipeline.records import Account, Claim
from pipeline.rules import load_toml

CELLS = ("type", "status", "date", "parties")  # a row is right if these are
FILE = "confidence.toml"
FEW = 3  # rivals, backing rules: more say no more
FAR = 400  # characters from the mention to what a cell rests on
CODE = 2  # letters of a state's code
LONG = 600  # characters of a sentence from which on length says no more
WORDS, PARTIES, MENTIONS = 8, 4, 4


def confidence(account: Account) -> float:
    """Return how likely the account is right in type, status, date and parties: a share between 0 and 1.

    The weights are learned on labels that rules were written from; the level, so that of the rows with 0.7 seven in
    ten are right, on labels that none was written from (`python -m tests.benchmarks.confidence`).
    """
    weights, slope, intercept = model()
    return round(1 / (1 + math.exp(-(intercept + slope * score(weights, account)))), 2)


def score(weights: Mapping[str, float], account: Account) -> float:
    """Return the sum of the weights of what is known of an account: by it rows are ranked."""
    return sum(weights.get(name, 0.0) * value for name, value in features(account).items())


def features(account: Account) -> dict[str, float]:
    """Return what the confidence is computed from, each between 0 and 1 and by name."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in account.claims:
        claims[claim.field].append(claim)
    found: dict[str, float] = {"always": 1.0}
    for cell in CELLS:
        found |= _of_cell(cell, claims[cell], account)
    return found | _of_account(account)


def _of_cell(cell: str, claims: list[Claim], account: Account) -> dict[str, float]:
    """Return what decided a cell: its rule, how many others say the same or something else, how far it was read."""
    chosen = [claim for claim in claims if claim.decision == "chosen"]
    rivals = {claim.value for claim in claims if claim.decision == "rejected"}
    if not chosen:
        return {f"{cell}: none": 1.0}
    best = chosen[0]
    found = {
        f"{cell} by {best.rule}": 1.0,
        f"{cell}: rivals": min(len(rivals), FEW) / FEW,
        f"{cell}: backed": min(len({claim.rule for claim in chosen}), FEW) / FEW,
    }
    if best.evidence:
        start = best.evidence[0].start
        found[f"{cell}: elsewhere"] = float(not account.sentence.start <= start < account.sentence.end)
        found[f"{cell}: far"] = min(abs(start - account.mention.start), FAR) / FAR
    return found


def _of_account(account: Account) -> dict[str, float]:
    """Return what the row itself is like: its values, its mentions, its sentence."""
    words = len(account.mention.text.split())
    resolved = any(c.field == "date" and c.decision == "chosen" and "; “" in c.reason for c in account.claims)
    count = "one" if account.count == "1" else "some" if account.count else "unknown"
    return {
        f"status {account.status}": 1.0,
        f"type {account.type}": 1.0,
        f"count {count}": 1.0,
        f"parties {min(len(account.parties), PARTIES)}": 1.0,
        f"date of {len(account.date.split('/')[0])} characters": 1.0,
        "an interval": float("/" in account.date),
        "a resolved date": float(resolved),
        "an organization agrees": float(any(len(party) > CODE for party in account.parties)),
        "has a title": float(bool(account.name)),
        "has a place": float(bool(account.place)),
        "has a subject": float(bool(account.subject)),
        "mentions": min(len(account.mentions), MENTIONS) / MENTIONS,
        "words of the mention": min(words, WORDS) / WORDS,
        "a bare noun": float(words == 1 and account.mention.text.islower()),
        "length of the sentence": min(account.sentence.end - account.sentence.start, LONG) / LONG,
    }


@lru_cache(maxsize=1)
def model() -> tuple[Mapping[str, float], float, float]:
    """Return the weight of each feature, and the slope and intercept of the level."""
    table = load_toml(RULES / FILE)
    return table["weights"], table["level"]["slope"], table["level"]["intercept"]
