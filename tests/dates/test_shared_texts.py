"""Where the development texts lie beside the project, the dates of all of them are right to the agreed measure."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from pipeline import language
from pipeline.dates import find
from pipeline.records import Source
from pipeline.split import split
from tests.benchmarks import dates as benchmark

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
TIMEX = ROOT.parent / "shared" / "timex"
needs_gold = pytest.mark.skipif(not GOLD.is_dir(), reason="../shared/gold is not here")
needs_timex = pytest.mark.skipif(not TIMEX.is_dir(), reason="../shared/timex is not here")

Dates = set[tuple[int, int, str]]


def labelled(path: Path) -> tuple[Source, Dates]:
    labels = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    expected: Dates = set()
    for label in labels["dates"]:
        start = -1
        for _ in range(label.get("nth", 1)):
            start = text.index(label["quote"], start + 1)
        expected.add((start, start + len(label["quote"]), label["value"]))
    return Source(path.stem, str(path), "", text, published=str(labels.get("published") or "")), expected


def found(source: Source) -> Dates:
    mentions, _ = find(source, split(source, language.reader().read(source.text)))
    return {(mention.start, mention.end, mention.value) for mention in mentions}


@needs_gold
def test_the_first_text_has_exactly_its_thirteen_dates() -> None:
    source, expected = labelled(GOLD / "venezuela.yaml")
    assert found(source) == expected
    assert len(expected) == 13


@needs_gold
def test_labelled_texts() -> None:
    pairs = [labelled(path) for path in sorted(GOLD.glob("*.yaml"))]
    answers = [(expected, found(source)) for source, expected in pairs]
    total = sum(len(expected) + len(dates) for expected, dates in answers)
    spans = sum(len({d[:2] for d in expected} & {d[:2] for d in dates}) for expected, dates in answers)
    exact = sum(len(expected & dates) for expected, dates in answers)
    assert 2 * spans / total >= 0.98
    assert 2 * exact / total >= 0.985


@needs_timex
@pytest.mark.parametrize(
    ("corpus", "strict", "relaxed", "value"), [("wikiwars-train", 94.0, 97.0, 93.0), ("meantime", 85.0, 88.5, 82.0)]
)
def test_timex_corpora(corpus: str, strict: float, relaxed: float, value: float) -> None:
    """The figures that have been reached hold; the benchmark tells them beside those of other tools."""
    read = benchmark.read_with_accords()
    counts, _, _ = benchmark.measure(read, benchmark.load(TIMEX, corpus), news=corpus == "meantime")
    assert counts.f1("strict") >= strict
    assert counts.f1("relaxed") >= relaxed
    assert counts.f1("value") >= value
