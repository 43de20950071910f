"""Read a text of a test up to its agreements."""

from __future__ import annotations

import pipeline
from pipeline.records import Account


def accounts(text: str, published: str = "") -> tuple[Account, ...]:
    return pipeline.extract(text, published=published).accounts


def summary(text: str) -> list[tuple[str, str, str, str, str]]:
    """The accounts of a text as (quote, type, status, date, parties)."""
    return [(a.mention.text, a.type, a.status, a.date, " ".join(a.parties)) for a in accounts(text)]
