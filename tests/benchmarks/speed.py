"""Measure the stages: words a second of processor time on one core.

    python -m tests.benchmarks.speed DIR

DIR is a folder of texts. Loading (spaCy, rules) is not counted: the first text is read once before.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

from pipeline import agreements, dates, language, organizations
from pipeline.language.load import NAME
from pipeline.records import Source
from pipeline.split import split

STAGES = ("tokens", "names", "split", "dates", "organizations", "agreements")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--model", default=NAME, help="the spaCy pipeline that reads English")
    chosen = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(chosen.folder.glob("*.txt"))]
    if not texts:
        print("no .txt files there", file=sys.stderr)
        return 2
    measure(texts[:1], chosen.model)
    print(report(measure(texts, chosen.model), sum(len(text.split()) for text in texts)))
    return 0


def measure(texts: list[str], model: str) -> Counter[str]:
    """Return the seconds of processor time that each stage took."""
    reader = language.reader(model)
    seconds: Counter[str] = Counter()
    for number, text in enumerate(texts):
        source = Source(str(number), "", "", text)
        clock = [time.process_time()]
        doc = reader.read(text)
        clock.append(time.process_time())
        doc = reader.name(doc)
        clock.append(time.process_time())
        passages = split(source, doc)
        clock.append(time.process_time())
        found, _ = dates.find(source, passages)
        clock.append(time.process_time())
        names, _ = organizations.find(source, doc, passages)
        clock.append(time.process_time())
        agreements.find(source, doc, passages, [*found, *names], reader)
        clock.append(time.process_time())
        for stage, (start, end) in zip(STAGES, pairwise(clock), strict=True):
            seconds[stage] += end - start
    return seconds


def report(seconds: Counter[str], words: int) -> str:
    """Return the table of words a second and the share of each stage."""
    total = sum(seconds.values())
    rows = [
        "| stage | words a second | share |",
        "| --- | --- | --- |",
        *(f"| {stage} | {words / seconds[stage]:,.0f} | {seconds[stage] / total:.0%} |" for stage in STAGES),
        f"| all | {words / total:,.0f} | 100% |",
    ]
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main())
