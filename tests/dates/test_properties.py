"""What holds for every text: values can be read back, shifting shifts, surroundings without dates change nothing."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import edtf
from pipeline.dates import find, timex3
from pipeline.records import Source
from tests.dates.texts import read

MONTHS = "January February March April May June July August September October November December".split()
years = st.integers(1500, 2099)
days = st.tuples(st.integers(1, 28), st.sampled_from(MONTHS), years)
expressions = st.one_of(
    days.map(lambda d: f"on {d[0]} {d[1]} {d[2]}"),
    days.map(lambda d: f"on {d[1]} {d[0]}, {d[2]}"),
    days.map(lambda d: f"on {d[0]} {d[1]}"),
    days.map(lambda d: f"in {d[1]} {d[2]}"),
    years.map(lambda year: f"in {year}"),
    years.map(lambda year: f"in the {year // 10 * 10}s"),
    st.sampled_from(
        ["two years later", "the same year in December", "that month", "the next day", "last year", "in the spring",
         "yesterday", "on 03/04/2005", "in 44 BC", "early in the year", "on 29 February", "on the 31st", "this week"]
    ),
)  # fmt: skip
texts = st.lists(expressions, min_size=1, max_size=6).map(lambda parts: "They met " + ", and again ".join(parts) + ".")
dateless = st.lists(
    st.sampled_from("the parties have agreed that neither side will change its borders without consent".split()),
    max_size=12,
).map(" ".join)
published = st.sampled_from(["", "2019-04-26", "1956-02-29"])


@given(texts, published)
@settings(max_examples=150, deadline=None)
def test_every_value_can_be_read_back_and_every_expression_is_accounted_for(text: str, day: str) -> None:
    mentions, issues = read(text, day)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert edtf.is_valid(mention.value)
        assert all(edtf.is_valid(rival.value) for rival in mention.rejected)
    ends = [mention.end for mention in mentions]
    assert ends == sorted(ends)
    assert all(0 <= (issue.start or 0) < (issue.end or 0) <= len(text) for issue in issues)


@given(texts, published, st.integers(0, 40))
@settings(max_examples=80, deadline=None)
def test_shifting_the_text_shifts_only_offsets(text: str, day: str, blanks: int) -> None:
    here, _ = read(text, day)
    there, _ = read("\n" * blanks + text, day)
    assert [(m.start + blanks, m.end + blanks, m.text, m.value, m.rule) for m in here] == [
        (m.start, m.end, m.text, m.value, m.rule) for m in there
    ]


@given(texts, published, dateless, dateless)
@settings(max_examples=80, deadline=None)
def test_text_without_dates_around_changes_nothing(text: str, day: str, before: str, behind: str) -> None:
    here, _ = read(text, day)
    there, _ = read(f"{before}. {text} {behind}.", day)
    assert [(m.text, m.value) for m in here] == [(m.text, m.value) for m in there]


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str) -> None:
    mentions, _ = find(Source("a", "a", "", text), [])
    assert all(edtf.is_valid(mention.value) for mention in mentions)
    for timex in timex3.find(text):
        assert text[timex.start : timex.end] == timex.text


VALUE = re.compile(
    r"(?:BC)?[\dX]{2,4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:WE|\d))?|SP|SU|FA|WI|Q[\dX]|H[12]))?"
    r"(?:T(?:MO|AF|EV|NI|DT|MI|\d{2}(?::\d{2}(?::\d{2})?)?Z?))?|P(?:T?[\d.X]+(?:Y|M|W|D|DE|CE|H|S))|(?:PAST|PRESENT|FUTURE)_REF"
)


@given(texts, published)
@settings(max_examples=100, deadline=None)
def test_every_timex3_value_has_a_known_form(text: str, day: str) -> None:
    for timex in timex3.find(text, day or None):
        assert VALUE.fullmatch(timex.value), timex
