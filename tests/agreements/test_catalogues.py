"""Lists of instruments without verbs, and dates that stand above or behind what they date."""

from __future__ import annotations

import pytest

from tests.agreements.reading import accounts

INTRODUCED = """Peru and Chile are good partners. These are the agreements that bind them:

Agreement on cooperation in science — helps their universities.

Agreement between news agencies — lets them share pictures. Source: press

Technology cooperation agreement — for better machines.

There are others."""
ALONE = """Boeing had a good week in Lima.

Exclusive supply deal with Codelco: copper for ten years.

New storage and transport agreement with Antamina for zinc.

Five-year maintenance contract with LATAM: repairs in Lima."""
PROSE = """Peru and Chile are neighbours.

Agreement was hard to find. The talks went on.

Agreement on a date came late.

Peru left."""
ITEMS = """Peru – Chile: instruments

1. Convention on Commerce. Lima, 13.10.1926. Lapsed on 28.10.1940.
2. Joint communiqué on fishing. 6 May 1971.
3. Agreement on Tourism. Lima, 14.07.1995."""
TIMELINE = """1975

Andes Interim Agreement

Peru and Chile met on a bridge.

1978

Lima Accords Signed

The two presidents shake hands.

1981

Port Bombed

Peru signs a truce with Chile."""


def test_a_line_that_says_so_opens_a_list() -> None:
    found = [(a.mention.text, a.status, " ".join(a.parties)) for a in accounts(INTRODUCED)]
    items = ["Agreement", "Agreement", "Technology cooperation agreement"]
    assert found == [(item, "signed", "CL PE") for item in items]


def test_three_items_are_a_list_by_themselves() -> None:
    assert [a.mention.text for a in accounts(ALONE)] == [
        "Exclusive supply deal",
        "New storage and transport agreement",
        "Five-year maintenance contract",
    ]


def test_prose_is_no_list() -> None:
    assert not accounts(PROSE)


def test_a_date_behind_an_item_is_the_items() -> None:
    assert [(a.type, a.date) for a in accounts(ITEMS)] == [
        ("convention", "1926-10-13"),
        ("declaration", "1971-05-06"),
        ("agreement", "1995-07-14"),
    ]


@pytest.mark.parametrize("year", ["1975", "1978", "1981"])
def test_a_date_in_a_line_of_its_own_dates_titles_and_texts_below(year: str) -> None:
    assert year in [a.date for a in accounts(TIMELINE)]
