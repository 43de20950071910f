"""One event that a text tells several times is one row; two events that look alike are two."""

from __future__ import annotations

import pytest

from tests.agreements.reading import accounts

ONE = {
    "summary and body": (
        "Peru recognized Chile in 1829 by signing a treaty.\n\nRecognition\n\nPeru recognized Chile on 3 June 1829, "
        "when the Treaty of Amity and Commerce between Peru and Chile was signed in Lima."
    ),
    "talks and signing": (
        "In 1828 Peru began negotiations with Chile on a peace treaty.\n\nPeru and Chile signed the Peace Treaty of "
        "Lima on 3 June 1829."
    ),
    "what it was": (
        "Peru and Chile signed a trade agreement on 3 June 1999. It was the first free trade deal between the two."
    ),
    "what it marked": (
        "Peru and Chile signed a trade agreement on 3 June 1999. It marked Peru's first trade deal with a neighbour."
    ),
    "the first official one": (
        "The memorandum that Peru and Chile signed in 1999 was the first official agreement between the two."
    ),
    "news and title": (
        "Peru and Chile signed a defence pact on 3 May 2019.\n\nThe Coast Access Agreement, which covers drills, was "
        "signed by the ministers of Peru and Chile in Lima."
    ),
    "brackets define a name": (
        "Peru and Chile signed the Agreement on the Use of Border Rivers (the “Agreement”) on 3 June 1999. The "
        "Agreement entered into force in 2001."
    ),
    "brackets define an abbreviation": (
        "Peru and Chile signed the Agreement on the Use of Border Rivers (AUBR) on 3 June 1999. The AUBR entered into "
        "force in 2001."
    ),
    "titled": "On 3 June 1999 Peru and Chile signed an agreement, titled “Agreement on Border Rivers”, in Lima.",
    "the front of a title left out": (
        "Peru and Chile signed the Pacific Framework Clean Trade Agreement on 3 June 1999. The Clean Trade Agreement "
        "lowers duties."
    ),
    "the two states in another order": (
        "The India-Chile Free Trade Agreement (FTA) was signed on 3 June 1999. The Chile-India FTA is good. The "
        "India–Chile FTA entered into force in 2001."
    ),
    "a gloss behind the title": "In 1784 Peru ratified the Treaty of Lima—the accord that ended its war with Chile.",
    "their joint statement": (
        "Peru and Chile issued a joint statement on 3 June 1999. In their joint statement the ministers spoke of fish."
    ),
    "the title that goes on": (
        "Peru and Chile signed a treaty in 1949. The Peruvian-Chilean Treaty of Friendship returned the province."
    ),
    "with and without the parties in the title": (
        "The Agreement on Border Rivers between Peru and Chile was signed on 3 June 1999. The Agreement on Border "
        "Rivers is in force."
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", ONE.values(), ids=ONE.keys())
def test_one_event(text: str) -> None:
    assert len(accounts(text)) == 1


TWO = {
    "new and existing": "Peru and Chile negotiate a new fisheries pact. The existing pact of 1990 expires in 2030.",
    "new and current": (
        "The two sides discuss a new defence treaty between Peru and Chile. The current treaty, signed in 1990, "
        "expires in 2030."
    ),
    "relations broken off in between": (
        "Peru and Chile established diplomatic relations in 1829. They were severed in 1836. Diplomatic relations were "
        "established again on 4 May 1841."
    ),
    "relations with two states": (
        "Peru established diplomatic relations with Chile on 4 May 1829.\n\nPeru established diplomatic relations with "
        "Brazil on 7 May 1829."
    ),
    "a treaty of another matter": (
        "Peru and Chile signed a trade agreement in 1949. The Treaty of Arica of 1929 was not touched."
    ),
    "side by side": "Peru and Chile signed a trade agreement and a loan agreement in 1999.",
    "items of a list": "Peru and Chile\n\n- Agreement on copper, 1999\n- Agreement on fish, 1999",
    "different matters": (
        "Peru and Chile signed an agreement on fish in 1999.\n\nIn the north, Peru and Chile signed an agreement on "
        "copper in 1999."
    ),
    "news of one day": (
        "Talks in Lima\n\nMay 3, 1999\n\nPeru and Chile signed a joint declaration.\n\nThe ministers signed an "
        "agreement on copper."
    ),
    "accompanying": (
        "Peru signed the agreement with Chile of 1999 and the accompanying administrative agreement, titled "
        "“Agreement on Offices”."
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", TWO.values(), ids=TWO.keys())
def test_two_events(text: str) -> None:
    assert len(accounts(text)) == 2


def test_a_name_for_several_speaks_of_each() -> None:
    found = accounts(
        "Peru and Chile concluded the Agreement on Ports and the Protocol on Pilots (collectively the “Instruments”). "
        "The Instruments were signed at Lima on 3 June 1999."
    )
    assert [(account.type, account.date) for account in found] == [
        ("agreement", "1999-06-03"),
        ("protocol", "1999-06-03"),
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In April 1975 the President of Chile visited Peru. Agreements on fish were signed.", "1975-04"),
        ("Peru and Chile came closer, which led in the end to the Treaty of Lima in 1929.", "1929"),
        ("In 1975 Peru mined copper. In 1999 it spoke of an agreement signed with Chile in 1997.", "1997"),
    ],
    ids=["visit", "behind the name", "participle"],
)
def test_dates_from_what_stands_around(text: str, date: str) -> None:
    assert accounts(text)[0].date == date


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In 1908 Prado and Montt signed a pact. The Prado–Montt Pact held.", ["Prado–Montt Pact"]),
        ("In 1908 Peru signed a treaty with Chile. The Prado-Montt Treaty failed.", ["", "Prado-Montt Treaty"]),
        ("The first treaty of Peru and Chile was a Treaty of Trade, signed in 1851.", ["Treaty of Trade"]),
        ("The first agreement that the two reached was the Lima Protocol of 1929.", ["Lima Protocol"]),
        (
            "The pact that Peru signed in 1929, and that Chile left, was no Treaty of Lima.",
            ["", "Treaty of Lima"],
        ),
    ],
)
def test_a_name_for_what_was_told_without_one(text: str, names: list[str]) -> None:
    assert [account.name for account in accounts(text)] == names


FIRST = (
    "First Diplomatic Agreement Signed, 1881.\n\nThe first diplomatic agreement between Peru and Chile was a "
    "convention on the rights of consuls, which was signed in Lima on June 17, 1881."
)
TITLED = (
    "Treaty of Trade, 1851.\n\nThe first treaty between Peru and Chile was a Treaty of Trade, signed in Lima on "
    "July 10, 1851."
)
LAST = "Peru and Chile signed two documents in 1999. The last document was a memorandum on fish."


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (FIRST, ["convention convention 1881-06-17"]),
        (TITLED, ["treaty Treaty of Trade 1851-07-10"]),
        (
            "The Peru-Chile Framework Agreement was signed. The Peru-Chile Framework Rescue Agreement on Lakes is new.",
            ["agreement Peru-Chile Framework Agreement ", "agreement Peru-Chile Framework Rescue Agreement on Lakes "],
        ),
        (
            "Treaty of Amity and Trade, 1839.\n\nPeru and Chile signed a commercial treaty in Lima on June 13, 1839.",
            ["treaty Treaty of Amity and Trade 1839-06-13"],
        ),
        (
            "Treaty of Amity, 1839.\n\nPeru and Chile signed a border treaty on June 13, 1841.",
            ["treaty Treaty of Amity 1839", "treaty border treaty 1841-06-13"],
        ),
        (LAST, ["other documents 1999", "memorandum memorandum 1999"]),
    ],
)
def test_what_the_first_agreement_was(text: str, rows: list[str]) -> None:
    assert [f"{account.type} {account.mention.text} {account.date}" for account in accounts(text)] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Peru and Chile signed a gas deal in 1999. The 10-year, $3 billion deal was signed in Lima.", 1),
        ("Peru and Chile signed a gas deal in 1999. The controversial multi-billion dollar deal lapsed in 2009.", 1),
        ("Peru and Chile signed a gas deal in 1999. The five-year agreement was signed in Lima.", 1),
        ("Peru and Chile signed a gas deal in 1999. A $1.5bn agreement on copper was signed in 2001.", 2),
    ],
)
def test_how_long_and_how_dear_is_not_which_one(text: str, rows: int) -> None:
    assert len(accounts(text)) == rows
