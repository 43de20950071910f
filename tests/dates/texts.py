"""Helpers of the tests of dates."""

from __future__ import annotations

from pipeline.dates import find
from pipeline.records import DateMention, Issue, Source


def read(text: str, published: str = "", *, day_first: bool = True) -> tuple[list[DateMention], list[Issue]]:
    """Find the dates of a text that is one passage."""
    source = Source("test", "test.txt", "", text, published=published)
    return find(source, [], day_first=day_first)


def dates(text: str, published: str = "") -> list[tuple[str, str]]:
    """Return text and value of each date."""
    return [(mention.text, mention.value) for mention in read(text, published)[0]]


def values(text: str, published: str = "") -> list[str]:
    return [value for _, value in dates(text, published)]
