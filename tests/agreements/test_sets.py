"""Counted sets: their members, listed or numbered, the set itself told again, and what each member has for itself."""

from __future__ import annotations

import pytest

from tests.agreements.reading import accounts

TWO = "Peru and Chile signed two memoranda on 3 May 1999. "
PACKAGE = "A package of documents was signed by Peru and Chile on 3 May 1999.\n\n"
EACH = {
    "one and another": ("Peru and Chile signed two pacts: one on fish and another on rice.", ["fish", "rice"]),
    "with place and day behind": (
        "Peru and Chile signed two contracts, the first for tanks and the second for guns, in Lima on 3 May 1999.",
        ["tanks", "guns"],
    ),
    "three": (
        "Two ministers of Peru and Chile signed three pacts - one on fish, one on rice and a third on maize.",
        ["fish", "rice", "maize"],
    ),
    "with the verb behind": (
        "Two pacts, one on fish and one on rice, were signed by Peru and Chile.",
        ["fish", "rice"],
    ),
    "on the one hand": ("Peru and Chile signed a pact on the one hand on fish and on the other hand on rice.", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "subjects"), EACH.values(), ids=EACH.keys())
def test_members_told_apart_by_one_and_another(text: str, subjects: list[str] | None) -> None:
    found = accounts(text)
    if subjects is None:
        assert len(found) == 1
    else:
        assert sorted(account.subject for account in found) == sorted(subjects)


MEMBERS = {
    "numbered": (
        TWO + "The first memorandum was signed by Codelco and Boeing. The second memorandum is between Gazprom and "
        "Airbus. The two agreements were signed in Lima.",
        ["Boeing;Codelco", "Airbus;Gazprom"],
    ),
    "one numbered member does not make the set": (
        TWO + "The first memorandum was signed by Codelco and Boeing.",
        ["CL;PE", "Boeing;Codelco"],
    ),
    "told again": (TWO + "Both ministers praised the two agreements.", ["CL;PE"]),
    "another number": (TWO + "The three treaties of 1929 were not touched.", ["CL;PE", "CL;PE"]),
    "among those signed": (
        "Peru and Chile met in May 1999. Among the documents signed were a memorandum on fish and a protocol on visas.",
        ["CL;PE", "CL;PE", "CL;PE"],
    ),
    "include definite members": (
        PACKAGE + "Other documents include the memorandums on fish and an agreement on visas.",
        ["CL;PE", "CL;PE", "CL;PE"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), MEMBERS.values(), ids=MEMBERS.keys())
def test_members(text: str, parties: list[str]) -> None:
    assert [";".join(account.parties) for account in accounts(text)] == parties


PARTNERS = {
    "that it has": ("Peru has FTAs with Chile (1985), Brazil (1987), and Cuba (2009).", ["1985", "1987", "2009"]),
    "behind brackets and a colon": (
        "Peru has full FTAs in force with (including the year): Chile (1985) and Brazil (1987).",
        ["1985", "1987"],
    ),
    "with nobody in particular": ("Peru has trade agreements with many states since 1985.", []),
    "each with its year": ("Peru signed peace treaties with Chile in 1979 and Brazil in 1994.", ["1979", "1994"]),
    "years in brackets": ("Peru concluded treaties with Chile (1929) and Brazil (1930).", ["1929", "1930"]),
    "one year for two partners": ("Peru signed treaties with Chile and Brazil in 1929.", ["1929"]),
    "another agreement behind": (
        "Peru signed treaties with Chile, Bolivia, and Brazil in 1920 and reached an agreement with Ecuador in 1921.",
        ["1920", "1921"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "dates"), PARTNERS.values(), ids=PARTNERS.keys())
def test_partners_with_dates_of_their_own(text: str, dates: list[str]) -> None:
    assert sorted(account.date for account in accounts(text)) == dates


def test_what_the_document_is_about_is_no_side_of_what_a_sentence_shares_out() -> None:
    text = "Peru and Brazil signed a pact in 1999. Brazil ratified it in 2001.\n\n"
    found = accounts(text + "Peru has treaties with (year in brackets): Chile (1985) and Cuba (1987).")
    assert sorted(account.parties for account in found[1:]) == [("CL", "PE"), ("CU", "PE")]


def test_two_sets_under_one_abbreviation_are_two() -> None:
    found = accounts("Peru has signed FTAs with Chile and Brazil. Peru has signed FTAs with Mexico and Cuba.")
    assert [account.parties for account in found] == [("BR", "CL", "PE"), ("CU", "MX", "PE")]


def test_the_subject_of_a_second_verb_is_that_of_the_first() -> None:
    last = accounts("Peru signed treaties with Chile, Bolivia, and the Netherlands and won a contract with Ecuador.")[
        -1
    ]
    assert last.parties == ("EC", "PE")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("In 1990 Peru and Chile signed a pact and in 1995 a treaty.", ["1990", "1995"]),
        ("In 1990 Peru and Chile signed a pact on fish, and in 1995 a treaty on copper.", ["1990", "1995"]),
        ("Peru and Chile signed a pact in 1990 and on 4 May 1995 the Treaty of Arica.", ["1990", "1995-05-04"]),
        ("Peru and Chile signed a pact in 1990 and in 1995 a treaty was signed with Bolivia.", ["1990", "1995"]),
        ("Peru and Chile signed a pact in 1990 and in 1995 a mayor welcomed them.", ["1990"]),
        ("In 1990 Peru and Chile signed a pact and in 1995 a new president took office.", ["1990"]),
        ("In 1990 Peru signed a pact with Chile and in 1995 the pact lapsed.", ["1990"]),
    ],
)
def test_items_that_their_dates_lead(text: str, dates: list[str]) -> None:
    assert [account.date for account in accounts(text)] == dates


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The two presidents attended the signing of documents by Peru and Chile.", ""),
        ("The three ministers saw the conclusion of agreements between Peru and Chile.", ""),
        ("Peru and Chile signed a package of three documents.", "3"),
        ("Peru and Chile signed a total of six agreements.", "6"),
        ("Peru and Chile signed dozens of agreements.", ""),
    ],
)
def test_counts_are_of_the_instruments(text: str, count: str) -> None:
    assert [account.count for account in accounts(text)] == [count]


def test_money_counts_no_contracts() -> None:
    assert [account.count for account in accounts("Peru signed $3 billion contracts with Chile.")] == [""]
