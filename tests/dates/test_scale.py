"""Speed and shape: linear time, and no text on which a pattern hangs. Bounds are wide, for slow machines."""

from __future__ import annotations

import time

import pytest

from pipeline.dates import find, timex3
from pipeline.records import Source

PARAGRAPH = (
    "On 14 May 1921 the two governments signed a treaty of friendship. Two years later, in March, it was renewed; the "
    "following day notes were exchanged. It may be terminated by either side, and remained in force until late 1939. "
    "The consulates, closed that year, were opened again after the war, and trade grew by a third.\n\n"
)


def seconds(text: str) -> float:
    started = time.process_time()
    find(Source("a", "a", "", text), [])
    return time.process_time() - started


def test_time_is_linear_in_the_length_of_the_text() -> None:
    seconds(PARAGRAPH * 50)  # compiles the patterns
    short, long = seconds(PARAGRAPH * 200), seconds(PARAGRAPH * 2000)
    assert long < 25 * short + 0.5


def test_twenty_thousand_words_a_second() -> None:
    text = PARAGRAPH * 400
    seconds(PARAGRAPH)
    assert len(text.split()) / seconds(text) > 5_000  # a tenth of what it is on one idle core


RUNS = {
    "digits": "1" * 60_000,
    "years": "1945 " * 12_000,
    "dashes": "-" * 60_000,
    "years and dashes": "1945-" * 12_000,
    "blanks": " " * 60_000,
    "line breaks": "\n" * 60_000,
    "months": "May " * 15_000,
    "days and months": "1 May " * 10_000,
    "slashes": "1/2/" * 15_000,
    "the": "the " * 15_000,
    "the end of the": "the end of the " * 4_000,
    "commas": "May, " * 12_000,
    "number words": "twenty " * 10_000,
    "letters": "a" * 60_000,
    "apostrophes": "'" * 60_000,
    "dots": "19." * 20_000,
    "later": "later " * 10_000,
    "years of": "years of " * 8_000,
}


@pytest.mark.parametrize("name", RUNS)
def test_no_run_makes_a_pattern_hang(name: str) -> None:
    text = RUNS[name]
    started = time.process_time()
    find(Source("a", "a", "", text), [])
    timex3.find(text)
    assert time.process_time() - started < 20
