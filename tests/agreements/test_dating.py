"""When: the date that an agreement takes from its clause, the news, the visit, a line of a chronicle, its own name."""

from __future__ import annotations

import pytest

from tests.agreements.reading import accounts

CHRONICLE = """1962 May 3 - Lima.

Peru and Chile signed a treaty.

1963 June 4 - Lima.

Peru signed a contract with Boeing.

1964 July 5 - Lima.

Nothing.
"""
DATES = {
    "a chronicle's line without article": ("5 August 1990 The Lima Accord signed providing for peace.", ["1990-08-05"]),
    "days in front": ("5-8 July 1997 The Lima Declaration commits Peru and Chile to peace.", ["1997-07-05/1997-07-08"]),
    "a day in front of somebody": ("On 5 July 1997 Peru spoke of the Lima Declaration with Chile.", [""]),
    "the first in an entry": ("1763. First Peace of Lima; fish ceded to Chile.", ["1763"]),
    "named first in an entry": ("1763. Peace of Lima; fish ceded to Chile.", ["1763"]),
    "the years that a plan is for": (
        "Peru and Chile adopted the Action Plan (2013-2017) on 27 April 2012.",
        ["2012-04-27"],
    ),
    "signed and ended": ("The treaty of Chile and Peru, signed in 1990 and ended in 2001, covered fish.", ["1990"]),
    "a renewal after the end": ("Peru and Chile renewed their treaty in 2009; it had expired in 1999.", ["2009"]),
    "each item of a list its own": (
        "Peru signed a pact with Chile in 1929 and a treaty with Brazil two years later.",
        ["1929", "1931"],
    ),
    "what followed, each its own": ("An accord with Peru followed in 1971 and a pact in 1974.", ["1971", "1974"]),
    "followed by another": ("A letter of intent with Peru was followed by a contract in May 1999.", ["", "1999-05"]),
    "was signed, each its own": ("A treaty was signed in 1971 and a protocol in 1974 by Peru.", ["1971", "1974"]),
    "each item, the days": (
        "Peru and Chile signed a truce on June 12, 1935, and a peace treaty in Lima on July 21, 1938.",
        ["1935-06-12", "1938-07-21"],
    ),
    "a list with one date": ("Peru and Chile signed a pact on fish and a treaty on rice in 1929.", ["1929", "1929"]),
    "of a clause below": ("On 3 May 1999 Peru and Chile signed an agreement to build a road by 2005.", ["1999-05-03"]),
    "since somebody did": ("The treaty of Peru and Chile has been suspended since Peru gave up land in 1999.", [""]),
    "in brackets, each behind its name": (
        "The declarations of Viedma (July 1987) and Oruro (April 1988) were signed by Peru and Chile.",
        ["1987-07", "1988-04"],
    ),
    "made with a hyphen": (
        "Peru signed the US-brokered agreements (the Arica Accords) with Chile and Brazil in 1999.",
        ["1999"],
    ),
    "the one is another": (
        "On 9 May 2002 Peru signed a memorandum with Chile. This memorandum replaces the one we signed in 1999.",
        ["2002-05-09"],
    ),
    "a law to carry it out": (
        "Peru and Chile signed a pact on 3 May 1999. Congress passed a bill, and it was signed on 9 May 2000.",
        ["1999-05-03"],
    ),
    "it, not a law": (
        "A law forbade trade. Peru and Chile made a pact, and the ministers signed it on 9 May 2000.",
        ["2000-05-09"],
    ),
    "one side approves": (
        "On June 28, 2007, Peru and Chile signed a pact on fish. Peru approved the pact on July 11, 2007.",
        ["2007-06-28"],
    ),
    "after a meeting": ("On 3 May 1999 Peru and Chile signed a pact, following a meeting on 2 May.", ["1999-05-03"]),
    "at a meeting": ("Peru and Chile signed a pact following a meeting on 2 May 1999.", ["1999-05-02"]),
    "a war called by its year": (
        "In 1960, when the war of 1956 was over, Peru and Chile signed a pact on fish.",
        ["1960"],
    ),
    "what it did, with the year in front": (
        "In 1907, the second Treaty of Lima ended the war between Peru and Chile and kept to the tone of 1906.",
        ["1907"],
    ),
    "lines of a chronicle": (
        CHRONICLE,
        ["1962-05-03", "1963-06-04"],
    ),
    "a list is no chronicle of what stands below": (
        "- 1962 – Treaty of Lima\n- 1963 – Treaty of Arica\n- 1964 – Treaty of Oruro\n\nPeru and Chile signed a pact.",
        ["", "1962", "1963", "1964"],
    ),
    "in the perfect, during the visit": (
        "Talks\n\nMay 3, 1999\n\nA package of documents has been signed during the visit of Chile's President to Peru.",
        ["1999-05-03"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "dates"), DATES.values(), ids=DATES.keys())
def test_dates(text: str, dates: list[str]) -> None:
    assert sorted(account.date for account in accounts(text)) == dates


STATEMENT = "Joint Statement of the Prime Minister of Peru and the President of Chile\n\n"


def test_a_joint_statement_is_one_if_it_says_when_it_was_issued() -> None:
    body = "The two sides spoke of fish in the lakes of Peru and Chile."
    issued = accounts(f"{STATEMENT}Lima, 9 October 2019\n\n{body}")
    assert [(a.type, a.date, a.place, a.parties) for a in issued] == [
        ("declaration", "2019-10-09", "Lima", ("CL", "PE"))
    ]
    assert not accounts(STATEMENT + body)


def test_a_visit_of_several_days_dates_by_its_days() -> None:
    text = "Visit to Peru\n\nThe President of Chile paid a visit to Lima on June 5 and 6, 2023. They signed a treaty."
    assert [a.date for a in accounts(text, published="2023-06-06")] == ["2023-06-05/2023-06-06"]


def test_the_day_of_the_news_is_not_that_of_the_month_told() -> None:
    text = "LIMA, 24 November 2020 – Peru said: a grant agreement was concluded with Chile earlier this month."
    assert [a.date for a in accounts(text, published="2020-11-24")] == ["2020-11"]


def test_a_heading_alone_establishes_no_relations() -> None:
    text = "Establishment of Diplomatic Relations.\n\nPeru never established diplomatic relations with Texas."
    assert not accounts(text)


def test_years_of_relations_are_no_event() -> None:
    assert not accounts("In 2026 Chile and Peru mark the 200th anniversary of diplomatic relations.")


def test_an_organization_that_qualifies_a_noun_is_not_set_up() -> None:
    text = "Peru and Chile took part in the creation of United Nations terminology in 1999."
    assert not accounts(text)


ANNIVERSARIES = {
    "In 2026 Chile and Peru mark the 200th anniversary of the establishment of diplomatic relations.": "1826",
    "In 2018 Peru and Chile celebrated the fiftieth anniversary of the Treaty of Arica.": "1968",
    "In 2024, Chile and Peru celebrated 15 years of the Chile-Peru Trade Agreement.": "2009",
    "This is the centenary of the Treaty of Arica, which Peru and Chile mark in October 2029.": "1929-10",
    "Peru and Chile marked the 45th anniversary of their treaty on fish, signed on 18 July 1977.": "1977-07-18",
    "On the 50th anniversary of the republic, Peru and Chile signed a treaty in 2020.": "2020",
    "In 2020, on the centenary of its founding, the Bank of Lima signed an agreement with Chile.": "2020",
    "In 2020 Peru marked 20 years of growth and signed a treaty with Chile.": "2020",
    "Fifteen years of the Chile-Peru Trade Agreement were not enough for trade, it was said in 2024.": "",
}


EFFECTS = {
    "In 1974, the Lake Fishing Treaty returned to the matter of nets.": "1974",
    "In 1802 Peru ended ten years of warfare with Chile under the Peace of Arica.": "1802",
    "In 1848 the war of Peru and Chile was ended by the Treaty of Arica.": "1848",
    "In 1960 Peru ended its aid to Chile under the Treaty of Arica.": "",
    "In 1905 Prado met Montt in Lima. The two concluded the Arica Accord, which blessed the Andean alliance of 1902.": (
        "1905"
    ),
    "In 1905 Prado met Montt in Lima. They spoke of the accord signed by Peru and Chile.": "",
    "In 1908, Prado and Montt formed an agreement on fish. The Prado-Montt Agreement calmed the lakes.": "1908",
}


@pytest.mark.parametrize(("text", "date"), [*ANNIVERSARIES.items(), *EFFECTS.items()])
def test_dates_by_anniversaries_and_effects(text: str, date: str) -> None:
    assert [account.date for account in accounts(text)] == [date]


@pytest.mark.parametrize(
    ("body", "dates"),
    [
        ("In 1997 the ministers hoped for peace. So Peru and Chile concluded a pact on fish.", [""]),
        ("The ministers hoped for peace. So Peru and Chile concluded a pact on fish.", ["2016-03-14"]),
        ("In 1997 the ministers hoped for peace. After their talks Peru and Chile signed a pact.", ["2016-03-14"]),
        ("The council that Peru and Chile set up by a treaty on 25 January 2011 met today.", ["2011-01-25"]),
    ],
)
def test_what_was_told_of_earlier_years_is_no_news(body: str, dates: list[str]) -> None:
    assert [account.date for account in accounts(f"Talks\n\nLIMA, 14 March 2016 — Ministers met.\n\n{body}")] == dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Seven agreements were signed by Peru and Chile between 1990 and 1995.", "1990/1995"),
        ("Peru and Chile signed treaties from 1901 to 1904.", "1901/1904"),
        ("The pact was negotiated by Peru and Chile between May and July 1899.", "1899-05/1899-07"),
        ("In 1990 Peru and Chile signed a pact and until 1995 held to it.", "1990"),
    ],
)
def test_stretches_of_time(text: str, date: str) -> None:
    assert accounts(text)[0].date == date
