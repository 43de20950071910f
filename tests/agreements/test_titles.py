"""Titles of instruments that the world knows stay whole, wherever they stand in a sentence, and have their type."""

from __future__ import annotations

import pytest

from tests.agreements.reading import accounts

# Titles as the UN Treaty Collection and its members' registers have them, by type (LABELLING.md).
KNOWN = {
    "convention": """
        United Nations Convention on the Law of the Sea
        Vienna Convention on the Law of Treaties
        Convention on the Prevention and Punishment of the Crime of Genocide
        Convention for the Suppression of Unlawful Acts against the Safety of Maritime Navigation
        Montreux Convention Regarding the Regime of the Straits
        African Union Convention on Preventing and Combating Corruption
        Convention on the Legal Status of the Caspian Sea
    """,
    "treaty": """
        Treaty on the Non-Proliferation of Nuclear Weapons
        Comprehensive Nuclear-Test-Ban Treaty
        Treaty on Conventional Armed Forces in Europe
        Treaty of Amity and Cooperation in Southeast Asia
        Treaty of Friendship, Commerce and Navigation
        Treaty on the Functioning of the European Union
        Hay-Bunau-Varilla Treaty
        Peace of Westphalia
        New START Treaty
    """,
    "agreement": """
        General Agreement on Tariffs and Trade
        Agreement on Trade-Related Aspects of Intellectual Property Rights
        Agreement for the Avoidance of Double Taxation and the Prevention of Fiscal Evasion
        Agreement to Establish a Joint Commission
        Status of Forces Agreement
        Korea-Australia Free Trade Agreement
        Pacific Agreement on Closer Economic Relations
        Compact of Free Association
    """,
    "protocol": """
        Montreal Protocol on Substances that Deplete the Ozone Layer
        Cartagena Protocol on Biosafety
        Protocol of Rio de Janeiro
    """,
    "declaration": """
        Declaration on the Conduct of Parties in the South China Sea
        Joint Communiqué on the Establishment of Diplomatic Relations
        Barcelona Declaration
    """,
    "charter": """
        Charter of Paris for a New Europe
        Rome Statute of the International Criminal Court
        Covenant of the League of Nations
        International Covenant on Civil and Political Rights
    """,
    "other": """
        Helsinki Final Act
        NATO-Russia Founding Act
        Hague Code of Conduct
        Articles of Union
    """,
}
TITLES = [(title.strip(), type_) for type_, titles in KNOWN.items() for title in titles.strip().splitlines()]
CARRIERS = [
    "Norway and Peru signed the {} in Oslo on 3 May 2001.",
    "Ministers discussed trade. They recalled their obligations under the 1998 {} and met again.",
    "Peru ratified the {} in 2004, and Norway followed.",
]


@pytest.mark.parametrize(("title", "type_"), TITLES, ids=[title for title, _ in TITLES])
def test_known_titles_stay_whole(title: str, type_: str) -> None:
    for carrier in CARRIERS:
        assert [(a.name, a.type) for a in accounts(carrier.format(title))] == [(title, type_)]


INSIDE = {
    "a short name in brackets": (
        "They signed the Andean Missile Control (AMC) Treaty in 1999. The AMC Treaty expired in 2009.",
        [("Andean Missile Control (AMC) Treaty", "terminated", "1999")],
    ),
    "several states": (
        "Ties rest on the 1951 Peru-Chile-New Zealand (PECHIN) Treaty.",
        [("Peru-Chile-New Zealand (PECHIN) Treaty", "signed", "1951")],
    ),
    "a number behind a short name": (
        "Peru and Chile signed START II in 1993; it followed START I of 1991.",
        [("START II", "signed", "1993"), ("START I", "signed", "1991")],
    ),
    "the year behind": (
        "They acted in line with the Convention on the Law of the Sea 1982.",
        [("Convention on the Law of the Sea", "signed", "1982")],
    ),
    "the date of the longer title": (
        "Peru ratified the Protocol to the Antarctic Treaty in 2004.",
        [("Protocol to the Antarctic Treaty", "ratified", "2004"), ("Antarctic Treaty", "signed", "")],
    ),
    "where it was signed": (
        "They signed the Treaty on Tariffs in Lima in 1999.",
        [("Treaty on Tariffs", "signed", "1999")],
    ),
    "a new one": ("Peru and Chile signed a New Treaty on Tariffs in 1999.", [("Treaty on Tariffs", "signed", "1999")]),
    "a law": ("The Peru Trade Agreement Act of 2003 was passed.", []),
    "a law about a compact": ("Congress passed the Compact of Free Association Amendments Act of 2003.", []),
    "a statute of one state": ("The statute of limitations was changed in 1999.", []),
    "an act of war": ("It was the final act of the war of 1999.", []),
    "publications": ("The text stands in the UN Treaty Series and in the Treaty Collection.", []),
}


@pytest.mark.parametrize(("text", "found"), INSIDE.values(), ids=INSIDE.keys())
def test_what_belongs_to_a_title(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(a.mention.text, a.status, a.date) for a in accounts(text)] == found
