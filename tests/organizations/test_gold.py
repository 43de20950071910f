"""The stage on the shared labels: what LABELLING.md calls an organization, exactly, by rules alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.labels import load_folder
from pipeline.organizations import find
from tests.organizations.reading import read

GOLD = Path(__file__).parents[2] / ".." / "shared" / "gold"


def f1(right: int, found: int, expected: int) -> float:
    return 2 * right / (found + expected)


def test_organizations_of_the_shared_labels() -> None:
    if not GOLD.is_dir():
        pytest.skip("the shared labels (../shared/gold) are not here")
    spans = names = found = expected = 0
    for labels in load_folder(GOLD):
        text = labels.document.read_text(encoding="utf-8")
        mentions, _ = find(*read(text))
        got = {(one.start, one.end): one.value for one in mentions if one.kind == "organization"}
        wanted = {}
        for label in labels.file.organizations:
            start = -1
            for _ in range(label.nth):
                start = text.index(label.quote, start + 1)
            wanted[start, start + len(label.quote)] = label.name
        spans += len(got.keys() & wanted.keys())
        names += sum(got.get(span) == name for span, name in wanted.items())
        found, expected = found + len(got), expected + len(wanted)
    assert f1(spans, found, expected) >= 0.92
    assert f1(names, found, expected) >= 0.90
