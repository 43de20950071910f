"""The TIMEX3 profile in both readings."""

from __future__ import annotations

import pytest

from pipeline.dates import timex3

NARRATIVE = [
    ("In 1914 war broke out; two days later", [("1914", "DATE", "1914"), ("two days later", "DATE", "1914-XX-XX")]),
    ("It fell on 5 May 1915. The next morning",
     [("5 May 1915", "DATE", "1915-05-05"), ("The next morning", "TIME", "1915-05-06TMO")]),
    ("in the 1870s", [("the 1870s", "DATE", "187")]),
    ("in the 4th century BC", [("the 4th century BC", "DATE", "BC03")]),
    ("In 480 BC", [("480 BC", "DATE", "BC0480")]),
    ("during the summer of 1943", [("the summer of 1943", "DATE", "1943-SU")]),
    ("for two months", [("two months", "DURATION", "P2M")]),
    ("after several days of heavy fighting", [("several days of heavy fighting", "DURATION", "PXD")]),
    ("the now independent state", [("now", "DATE", "PRESENT_REF")]),
    ("the former king", [("former", "DATE", "PAST_REF")]),
    ("It met every day.", [("every day", "SET", "XXXX-XX-XX")]),
    ("11 deaths per day", [("per day", "SET", "P1D")]),
    ("from 1915-16", [("1915", "DATE", "1915"), ("16", "DATE", "1916")]),
    ("the summer offensive of 1918", [("summer", "DATE", "1918-SU"), ("1918", "DATE", "1918")]),
    ("a three-day battle", [("three-day", "DURATION", "P3D")]),
    ("It was signed in May 1926.\n\n1924: the first talks\n\nThe envoys met in June.",
     [("May 1926", "DATE", "1926-05"), ("1924", "DATE", "1924"), ("June", "DATE", "1924-06")]),
    ("In 1812 the army went into winter quarters.",
     [("1812", "DATE", "1812"), ("winter", "DATE", "XXXX-WI")]),
    ("Over the winter of 1811 he rested. The next spring",
     [("the winter of 1811", "DATE", "1811-WI"), ("The next spring", "DATE", "1811-SP")]),
    ("The king died in 336 BC. Weeks later", [("336 BC", "DATE", "BC0336"), ("Weeks later", "DATE", "BCXXXX-WXX")]),
    ("after a months-long quarrel", [("months-long", "DURATION", "PXM")]),
    ("in a month-and-a-half long siege", [("month-and-a-half long", "DURATION", "P1.5M")]),
    ("They waited for a week before sailing on.", [("a week", "DURATION", "P1W")]),
    ("The strike began in May 1926. Three days later", [("May 1926", "DATE", "1926-05"),
     ("Three days later", "DATE", "1926-XX-XX")]),
    ("He resigned in 1931. A week later", [("1931", "DATE", "1931"), ("A week later", "DATE", "1931-WXX")]),
    ("It fell in 1862; the other town fell that same autumn.",
     [("1862", "DATE", "1862"), ("that same autumn", "DATE", "1862-FA")]),
    ("He ruled until 1830. For the first two months of 1835 all was quiet; the rising began in April.",
     [("1830", "DATE", "1830"), ("the first two months of 1835", "DURATION", "P2M"), ("April", "DATE", "1835-04")]),
    ("the painters of the day, who", [("the day", "DATE", "PRESENT_REF")]),
    ("for most hours of the day.", []),
    ("He died at age seventy.", [("seventy", "DURATION", "P70Y")]),
]  # fmt: skip
NEWS = [
    ("The firm said on Thursday that it would close.", [("Thursday", "DATE", "2009-06-18")]),
    ("The firm said today", [("today", "DATE", "2009-06-20")]),
    ("sales fell last week", [("last week", "DATE", "2009-W24")]),
    ("sales fell in the first quarter", [("the first quarter", "DATE", "2009-Q1")]),
    ("the cut will come next year", [("next year", "DATE", "2010")]),
    ("the former chairman", []),
    ("at 16:08 UTC", [("16:08 UTC", "TIME", "2009-06-20T16:08Z")]),
    ("over the past decade", [("the past decade", "DURATION", "P10Y")]),
    ("a decades-long dispute", [("decades-long", "DURATION", "PXY")]),
    ("its weekly report", [("weekly", "SET", "P1W")]),
    ("they meet weekly in Rome", [("weekly", "SET", "XXXX-WXX")]),
    (
        "Shares fell on Thursday, with a loss of 3% over last year, to end the day at 40.",
        [("Thursday", "DATE", "2009-06-18"), ("last year", "DATE", "2008"), ("the day", "DATE", "2009-06-18")],
    ),
    ("The firm announced Friday that it will close.", [("Friday", "DATE", "2009-06-19")]),
    ("the opening on 6/12/09", [("6/12/09", "DATE", "2009-06-12")]),
    ("on the 4/5/99 form", [("4/5/99", "DATE", "1999-05-04")]),
    ("at 0915 GMT", [("0915 GMT", "TIME", "2009-06-20T09:15Z")]),
    ("in afternoon trading", [("afternoon", "TIME", "2009-06-20TAF")]),
    ("after three straight quarters", [("three straight quarters", "DURATION", "P3Q")]),
    ("It holds 20 hours of video.", []),
    ("It opens very soon.", [("very soon", "DATE", "FUTURE_REF")]),
    ("the soon-to-open bridge, as soon as they can", []),
    ("the biggest loss since the July 7, 2005, terrorist attacks", []),
    ("the lowest level since'82", [("'82", "DATE", "1982")]),
    (
        "The deal will be signed by 10 July. If it is not signed by that time, it lapses.",
        [("10 July", "DATE", "2009-07-10"), ("that time", "DATE", "2009-07-10")],
    ),
]


def found(text: str, dct: str | None, reading: timex3.Mode | None = None) -> list[tuple[str, str, str]]:
    return [(timex.text, timex.type, timex.value) for timex in timex3.find(text, dct, reading)]


@pytest.mark.parametrize(("text", "expected"), NARRATIVE, ids=[text for text, _ in NARRATIVE])
def test_narrative(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, None) == expected


@pytest.mark.parametrize(("text", "expected"), NEWS, ids=[text for text, _ in NEWS])
def test_news(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, "2009-06-20") == expected


def test_the_reading_is_chosen_by_the_creation_time_unless_given() -> None:
    text = "The former chairman left."
    assert found(text, "2009-06-20") == []
    assert found(text, None) == found(text, "2009-06-20", "narrative") == [("former", "DATE", "PAST_REF")]


def test_offsets_and_modifiers() -> None:
    text = "It ended in late May 1942, about 1950 at the latest."
    late, about = timex3.find(text)
    assert (text[late.start : late.end], late.mod, late.value) == ("late May 1942", "END", "1942-05")
    assert (about.text, about.mod) == ("about 1950", "APPROX")


def test_a_creation_time_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        timex3.find("today", "soon")
