r"""Measure the TIMEX3 profile side by side with other tools: accuracy and speed, in one command.

    python -m tests.benchmarks.dates [--data DIR] [--peer NAME ...] [--markdown FILE]

DIR holds corpora as `NAME.texts.jsonl` ({"doc", "text", "dct"}) and `NAME.gold.jsonl` ({"doc", "start", "end", "value",
"type"}), half-open character offsets and TIMEX3 values; `wikiwars*` are read as narratives, everything else as news.

The peers are no dependencies of the project, except dateparser. To measure against them, install what you want to
compare with beside the project; what is absent is skipped, and said so:

    pip install recognizers-text-suite "emoji<2"

Scores are F1 in per cent, as in TempEval-3: strict (the same characters), relaxed (overlapping, one to one), value
(relaxed with the same value string, among all expressions). Speed is in words per second of processor time on one core,
without the time to load (the first documents are read once before).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "timex"


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of time at characters `start` to `end`, with its TIMEX3 value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    text: str
    dct: str
    gold: tuple[Timex, ...]


@dataclass(slots=True)
class Counts:
    gold: int = 0
    found: int = 0
    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def f1(self, measure: str) -> float:
        return 200 * self.right[measure] / (self.gold + self.found) if self.gold + self.found else 0.0


Reader = Callable[[Document, bool], Iterable[Timex]]


def read_with_accords() -> Reader:
    from pipeline.dates import timex3

    def read(document: Document, news: bool) -> Iterable[Timex]:
        for timex in timex3.find(document.text, document.dct if news else None, "news" if news else "narrative"):
            yield Timex(timex.start, timex.end, timex.value)

    return read


LEADING = re.compile(r"^(?:(?:in|on|at|by|of|from|to|the|until|since|for|and) )+", re.IGNORECASE)


def read_with_dateparser() -> Reader:
    from dateparser.search import search_dates

    def read(document: Document, news: bool) -> Iterable[Timex]:
        settings: dict[str, Any] = {"RELATIVE_BASE": datetime.fromisoformat(document.dct)} if news else {}
        at = 0
        for line in document.text.splitlines(keepends=True):
            behind = 0
            for words, moment in search_dates(line, languages=["en"], settings=settings or None) or ():
                place = line.find(words, behind)
                if place >= 0:
                    behind = place + len(words)
                    place += len(words) - len(LEADING.sub("", words))  # it counts "in" and "on" as parts of a date
                    yield Timex(at + place, at + behind, _as_precise_as(words, moment))
            at += len(line)

    return read


def _as_precise_as(words: str, moment: datetime) -> str:
    """Cut dateparser's instant to what the words name, which it does not tell: a year, a month or a day."""
    numbers = [part for part in words.replace(",", " ").split() if part[0].isdigit()]
    if len(words.split()) == 1 and words.isdigit() and len(words) == 4:
        return f"{moment:%Y}"
    day = any(len(number) <= 4 and not (len(number) == 4 and number.isdigit()) for number in numbers)
    month = any(word[:3].istitle() and word.isalpha() and len(word) > 2 for word in words.replace(",", " ").split())
    return f"{moment:%Y-%m}" if month and not day else f"{moment:%Y-%m-%d}"


def read_with_recognizers() -> Reader:
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_text import Culture

    model = DateTimeRecognizer(Culture.English).get_datetime_model()

    def read(document: Document, news: bool) -> Iterable[Timex]:
        reference = datetime.fromisoformat(document.dct) if news else datetime(2000, 1, 1)
        at = 0
        for line in document.text.splitlines(keepends=True):
            for found in model.parse(line, reference):
                values = (found.resolution or {}).get("values") or [{}]
                best = values[0]
                value = best.get("value") if best.get("type") == "date" else best.get("timex")
                yield Timex(at + found.start, at + found.end + 1, value or best.get("timex") or "")
            at += len(line)

    return read


SYSTEMS: dict[str, tuple[str, Callable[[], Reader]]] = {
    "accords": ("pipeline", read_with_accords),
    "dateparser.search": ("dateparser", read_with_dateparser),
    "recognizers-text": ("recognizers_date_time", read_with_recognizers),
}


def load(folder: Path, name: str) -> list[Document]:
    gold: dict[str, list[Timex]] = defaultdict(list)
    for row in _rows(folder / f"{name}.gold.jsonl"):
        gold[row["doc"]].append(Timex(row["start"], row["end"], row["value"] or ""))
    return [
        Document(row["doc"], row["text"], row["dct"], tuple(gold[row["doc"]]))
        for row in _rows(folder / f"{name}.texts.jsonl")
    ]


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def pair(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Pair overlapping expressions one to one: equal ones first, then by the size of the overlap."""
    overlaps = sorted(
        (one.start != other.start or one.end != other.end, -shared, one.start, other.start, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (shared := min(one.end, other.end) - max(one.start, other.start)) > 0
    )
    pairs, used, taken = [], set(), set()
    for *_, i, j in overlaps:
        if i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def measure(read: Reader, documents: Sequence[Document], *, news: bool) -> tuple[Counts, int, float]:
    """Return counts over the documents, their words, and the seconds of processor time that they took."""
    for document in documents[:3]:  # loads and compiles what is loaded and compiled on first use
        list(read(document, news))
    counts, words, seconds = Counts(), 0, 0.0
    for document in documents:
        started = time.process_time()
        found = list(read(document, news))
        seconds += time.process_time() - started
        words += len(document.text.split())
        counts.gold += len(document.gold)
        counts.found += len(found)
        for one, other in pair(document.gold, found):
            counts.right["relaxed"] += 1
            counts.right["strict"] += (one.start, one.end) == (other.start, other.end)
            counts.right["value"] += bool(one.value) and one.value == other.value
    return counts, words, seconds


def table(folder: Path, systems: Sequence[str]) -> str:
    """Measure and return the table in Markdown."""
    corpora = sorted(path.name.removesuffix(".texts.jsonl") for path in folder.glob("*.texts.jsonl"))
    if not corpora:
        raise SystemExit(f"{folder}: no corpora there (NAME.texts.jsonl). Name their folder with --data.")
    loaded = {name: load(folder, name) for name in corpora}
    heads = [f"{name} strict / relaxed / value" for name in corpora]
    lines = [" | ".join(["| system", *heads, "words per second |"]), "| --- " * (len(corpora) + 2) + "|"]
    for system in systems:
        module, make = SYSTEMS[system]
        if find_spec(module) is None:
            sys.stderr.write(f"{system}: not installed, skipped\n")
            continue
        read, cells, words, seconds = make(), [], 0, 0.0
        for name, documents in loaded.items():
            counts, more_words, more_seconds = measure(read, documents, news=not name.startswith("wikiwars"))
            cells.append(" / ".join(f"{counts.f1(measure):.1f}" for measure in ("strict", "relaxed", "value")))
            words, seconds = words + more_words, seconds + more_seconds
        lines.append(" | ".join([f"| {system}", *cells, f"{words / seconds:,.0f} |"]))
    return "\n".join(lines)


def main() -> None:
    """Print the table, and write it to a file if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the corpora")
    parser.add_argument("--peer", action="append", choices=list(SYSTEMS), help="only these systems")
    parser.add_argument("--markdown", type=Path, help="write the table to this file")
    arguments = parser.parse_args()
    result = table(arguments.data, arguments.peer or list(SYSTEMS))
    sys.stdout.write(result + "\n")
    if arguments.markdown:
        arguments.markdown.write_text(result + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
