"""Agreements in paraphrase: the same event in other words is the same row; what is none gives none."""

from __future__ import annotations

import pytest

from tests.agreements.reading import accounts, summary

SAME = {
    "active": "Peru and Chile signed a treaty on fisheries in Lima on 3 May 1999.",
    "active, date in front": "On 3 May 1999 Peru and Chile signed a treaty on fisheries in Lima.",
    "active, date and place in front": "In Lima, on 3 May 1999, Peru and Chile signed a treaty on fisheries.",
    "passive, by": "A treaty on fisheries was signed by Peru and Chile in Lima on 3 May 1999.",
    "passive, between": "A treaty on fisheries was signed between Peru and Chile in Lima on 3 May 1999.",
    "participle": "A treaty on fisheries between Peru and Chile, signed in Lima on 3 May 1999, was welcomed.",
    "relative clause": "The treaty on fisheries that Peru and Chile signed in Lima on 3 May 1999 was welcomed.",
    "nominal": "The signing of a treaty on fisheries by Peru and Chile took place in Lima on 3 May 1999.",
    "with": "Peru signed a treaty on fisheries with Chile in Lima on 3 May 1999.",
    "concluded": "Peru and Chile concluded a treaty on fisheries in Lima on 3 May 1999.",
    "coordinated": "Peru and Chile negotiated and signed a treaty on fisheries in Lima on 3 May 1999.",
    "other dates around": "In 1998 ships met; Peru and Chile signed a treaty on fisheries in Lima on 3 May 1999.",
    "chronicle": "1999\n\n3 May. Peru and Chile sign a treaty on fisheries in Lima.\n\n2000\n\n4 May. Rain.",
    "entry of a list": "Peru and Chile:\n\n- Treaty on fisheries: Lima, 3 May 1999",
}  # fmt: skip


@pytest.mark.parametrize("text", SAME.values(), ids=SAME.keys())
def test_paraphrases(text: str) -> None:
    found = accounts(text)
    assert [(a.type, a.status, a.date, a.parties) for a in found] == [("treaty", "signed", "1999-05-03", ("CL", "PE"))]
    assert (found[0].place, found[0].subject) == ("Lima", "fisheries")


STATUSES = {
    "proposed": "Peru proposed a treaty on fisheries to Chile in 1999.",
    "could be signed": "A treaty between Peru and Chile could be signed in 1999.",
    "negotiated": "Peru and Chile held negotiations on a treaty on fisheries in 1999.",
    "planned": "A treaty between Peru and Chile is to be signed in 1999.",
    "initialled": "Peru and Chile initialled a treaty in 1999.",
    "signed": "Peru and Chile signed a treaty in 1999.",
    "ratified": "The treaty between Peru and Chile was signed in 1999 and ratified in 2000.",
    "in-force": "The treaty between Peru and Chile was signed in 1999 and entered into force in 2000.",
    "extended": "Peru and Chile extended the treaty of 1999.",
    "suspended": "Peru suspended the treaty with Chile of 1999.",
    "terminated": "Peru denounced the treaty of 1999 with Chile.",
    "expired": "The treaty between Peru and Chile, signed in 1999, expired in 2009.",
}
EXPECTED = {"could be signed": "proposed", "expired": "terminated"}


@pytest.mark.parametrize("name", STATUSES)
def test_status_is_the_furthest_step(name: str) -> None:
    assert [a.status for a in accounts(STATUSES[name])] == [EXPECTED.get(name, name)]


NOTHING = {
    "in general": "Any agreement must be ratified by both chambers.",
    "agreed that": "Peru and Chile agreed that the border is open.",
    "in agreement": "Peru and Chile are in agreement on the border.",
    "negated": "No agreement was reached between Peru and Chile in 1999.",
    "verb": "The ministry will contract new pilots in 1999.",
    "obligations": "Peru honours its treaty obligations.",
    "law": "The Reciprocal Trade Agreement Act was passed in 1934.",
    "severed": "Peru severed diplomatic relations with Chile in 1879.",
    "maintained": "Peru maintains diplomatic relations with Chile.",
    "visit": "The President of Chile visited Peru in May 1999.",
    "unilateral": "Peru rejected the unilateral declaration of Chile.",
    "independence": "The Declaration of Independence was signed in 1824.",
    "an assembly": "The Constitutional Convention of Lima met in 1860.",
    "peace in other names": "The Ministry of Peace of Peru and the Prince of Peace of Spain wrote to each other.",
    "ratification papers": "The ambassadors exchanged the instruments of ratification.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_what_is_no_agreement(text: str) -> None:
    assert summary(text) == []


TITLES = {
    "of and": ("They signed a Treaty of Friendship and Cooperation in Lima.", "Treaty of Friendship and Cooperation"),
    "on": ("They signed an Agreement on Air Transport in Lima.", "Agreement on Air Transport"),
    "words in front": ("They signed in May an Air Transport Agreement.", "Air Transport Agreement"),
    "hyphen": ("They signed the Rush-Bagot Pact in 1817.", "Rush-Bagot Pact"),
    "list": (
        "They signed the Treaty of Peace, Friendship, Commerce and Navigation in 1850.",
        "Treaty of Peace, Friendship, Commerce and Navigation",
    ),
    "between, capital": (
        "They signed the Cooperation Treaty Between Peru and Chile in 1999.",
        "Cooperation Treaty Between Peru and Chile",
    ),
    "between, small": ("The Treaty of Peace between Peru and Chile was signed.", "Treaty of Peace"),
    "between, and its subject": (
        "They signed the Agreement between Peru and Chile on Air Transport in 1999.",
        "Agreement between Peru and Chile on Air Transport",
    ),
    "a country behind": ("Under the Treaty of Lima Chile gave up the port in 1929.", "Treaty of Lima"),
    "of, in front of the noun": (
        "Peru and Chile signed an Avoidance of Double Taxation Agreement in 1999.",
        "Avoidance of Double Taxation Agreement",
    ),
    "of, a body": ("The Government of Health signed the Trade Agreement in 1999.", "Trade Agreement"),
    "related to": (
        "They signed the Agreement for Cooperation Related to Naval Fuel in 1999.",
        "Agreement for Cooperation Related to Naval Fuel",
    ),
    "with respect to": (
        "They signed the Convention for the Avoidance of Double Taxation with respect to Taxes on Income in 1999.",
        "Convention for the Avoidance of Double Taxation with respect to Taxes on Income",
    ),
    "with Respect to": (
        "They signed the Treaty on the Final Status with Respect to Arica in 1929.",
        "Treaty on the Final Status with Respect to Arica",
    ),
    "with, a party": ("The Treaty of Peace with Chile was signed in 1929.", "Treaty of Peace"),
    "for a country": ("They signed the Country Programme Framework for Peru in 1999.", "Country Programme Framework"),
    "without a short form": (
        "Peru and Chile signed the Agreement on the Easter Sea (AES) and Antarctica (the “South”) for Trade in 1999.",
        "Agreement on the Easter Sea and Antarctica for Trade",
    ),
    "capitals throughout a title": (
        "They signed the Lima Agreement Concerning Cooperation In The Management Of Fisheries in 1999.",
        "Lima Agreement Concerning Cooperation In The Management Of Fisheries",
    ),
    "more than its short form": (
        "Ties rest on the Andean Trade Agreement (ATA). Peru and Chile ratified the ATA on 3 May 1999.",
        "Andean Trade Agreement",
    ),
    "no name of a body": ("In 1999 Peru and Chile set up a joint commission on fishing.", ""),
    "two nouns": (
        "They signed the Framework Participation Agreement on Crisis Response in 1999.",
        "Framework Participation Agreement on Crisis Response",
    ),
    "two nouns, a rare one": ("They signed the Treaty Subsidiary Agreement in 1999.", "Treaty Subsidiary Agreement"),
    "date inside": (
        "They signed the Protocol to the Treaty of 1949 on the Accession of Chile.",
        "Protocol to the Treaty of 1949 on the Accession of Chile",
    ),
}


@pytest.mark.parametrize(("text", "title"), TITLES.values(), ids=TITLES.keys())
def test_titles_end_where_they_end(text: str, title: str) -> None:
    assert accounts(text)[0].name == title


QUOTES = {
    "named by its place": ("Under the Lima accords, Peru withdrew from Arica.", ["Lima accords"]),
    "a place and more": ("Peru built the Oruro road. The Lima stadium deal-makers left.", []),
    "its length": (
        "Peru and Chile signed a 10-year gas deal and a three-year pact.",
        ["10-year gas deal", "three-year pact"],
    ),
    "with another partner": (
        "Peru signed a treaty with Chile in 1990. The treaty with Bolivia was signed in 1992.",
        ["treaty", "treaty"],
    ),
    "capitals throughout": ("MOU ON FISHING SIGNED WITH PERU\n\nPeru and Chile signed an MOU in 1999.", ["MOU"]),
    "verb of a headline": (
        "Peru Signs Loan Agreement With Chile\n\nOn 3 May 1999 Peru signed a loan agreement with Chile.",
        ["loan agreement"],
    ),
    "noun that may be a verb": (
        "Navy Awards Contracts to Yards\n\nThe Peruvian Navy has awarded contracts.",
        ["contracts"],
    ),
    "title in a headline": (
        "Peru, Chile Sign a Joint Memorandum of Cooperation on Coastal Radar",
        ["Joint Memorandum of Cooperation on Coastal Radar"],
    ),
    "title of a headline": ("Peru Signs Treaty of Peace with Chile", ["Treaty of Peace"]),
    "participle in a title": (
        "The Extended Fisheries Agreement was signed in 1999 by Peru and Chile.",
        ["Extended Fisheries Agreement"],
    ),
    "two matters of one noun": (
        "In 1999 Peru and Chile signed a trade and investment agreement.",
        ["trade and investment agreement"],
    ),
    "two nouns joined": (
        "In 1999 Peru and Chile signed a contract and trade agreement.",
        ["contract", "trade agreement"],
    ),
    "memorandum of mutual understanding": (
        "In 1999 Peru and Chile signed a memorandum of mutual understanding on wool.",
        ["memorandum of mutual understanding"],
    ),
    "programme of cooperation": (
        "In 1999 Peru and Chile signed a programme of cooperation in culture.",
        ["programme"],
    ),
    "title of a programme": (
        "In 1999 Peru and Chile signed the Programme of Cooperation in Culture.",
        ["Programme of Cooperation in Culture"],
    ),
    "government": ("Peru and Chile support the Government of National Accord.", []),
    "accord": ("Peru and Chile signed the National Accord in 1999.", ["National Accord"]),
    "plural in a title": (
        "Peru has ratified the Lima Convention on Recognition of Lease Agreements.",
        ["Lima Convention on Recognition of Lease Agreements"],
    ),
    "title in a title": (
        "Peru signed the Protocols to the Andean Trade Treaty in 1999.",
        ["Protocols to the Andean Trade Treaty", "Andean Trade Treaty"],
    ),
    "two titles": (
        "Peru and Chile signed the Lima Agreement and the Clean Energy Agreement in 1999.",
        ["Lima Agreement", "Clean Energy Agreement"],
    ),
    "a title of two matters": (
        "Peru and Chile signed the Agreement on Trade and the Protection of Investments in 1999.",
        ["Agreement on Trade and the Protection of Investments"],
    ),
    "country behind": ("Under this MOU Peru agreed in 1999 to take part.", []),
    "abbreviation in front": (
        "Peru and Chile signed three Andean Economic Framework (AEF) agreements in 1999.",
        ["agreements"],
    ),
    "abbreviation behind": (
        "Peru and Chile signed the Andean Trade Agreement (ATA) in 1999.",
        ["Andean Trade Agreement"],
    ),
}


@pytest.mark.parametrize(("text", "quotes"), QUOTES.values(), ids=QUOTES.keys())
def test_quotes(text: str, quotes: list[str]) -> None:
    assert [account.mention.text for account in accounts(text)] == quotes


def test_parts_end_before_a_remark() -> None:
    found = accounts("Peru and Chile signed contracts for a school and for a dam; the last was never paid.")
    assert [account.subject for account in found] == ["school", "dam"]


COUNTS = {
    "as many as": ("Peru and Chile signed as many as 12 agreements.", "12"),
    "no fewer than": ("Peru and Chile signed no fewer than 12 agreements.", "12+"),
    "a record number": ("A record 45 MoUs were signed by Peru and Chile.", "45"),
    "at least": ("Peru and Chile have signed 40-plus agreements.", "40+"),
    "more than": ("Peru and Chile have signed more than 50 contracts.", "50+"),
    "word": ("Peru and Chile signed five contracts.", "5"),
    "some": ("Peru and Chile signed some 30 agreements.", "30"),
    "several": ("Peru and Chile signed a number of contracts.", ""),
    "bare plural": ("Peru and Chile signed contracts.", ""),
    "one": ("Peru and Chile signed a contract.", "1"),
}


@pytest.mark.parametrize(("text", "count"), COUNTS.values(), ids=COUNTS.keys())
def test_counts(text: str, count: str) -> None:
    assert [a.count for a in accounts(text)] == [count]


def test_one_event_is_one_account() -> None:
    text = (
        "Peru and Chile sign fisheries treaty\n\n"
        "Peru and Chile signed a treaty on fisheries in Lima on 3 May 1999. The document has ten articles. "
        "It was ratified in 2000. Under the treaty the fleets share the catch."
    )
    (found,) = accounts(text)
    assert (found.status, found.date) == ("ratified", "1999-05-03")
    assert [mention.text for mention in found.mentions][-2:] == ["document", "treaty"]


def test_parts_of_a_plural_come_apart() -> None:
    text = (
        "Peru signed treaties with Chile in 1999 and with Brazil in 2001. It extended the agreements of 2003 and 2005."
    )
    found = sorted((account.date, account.parties) for account in accounts(text))
    assert found[:2] == [("1999", ("CL", "PE")), ("2001", ("BR", "PE"))]
    assert [date for date, _ in found[2:]] == ["2003", "2005"]


def test_every_cell_has_evidence_and_rejected_rivals() -> None:
    text = "Peru and Chile signed a treaty in Lima on 3 May 1999. It entered into force in 2001."
    (found,) = accounts(text)
    by_field = {claim.field: claim for claim in found.claims if claim.decision == "chosen"}
    assert {"type", "status", "date", "parties", "place", "count"} <= set(by_field)
    assert [(c.value, c.decision) for c in found.claims if c.field == "date"][-1] == ("2001", "rejected")
    for claim in found.claims:
        assert claim.evidence
        assert claim.reason


def test_ids_do_not_depend_on_where_the_account_stands() -> None:
    text = "Peru and Chile signed a treaty on fisheries in Lima on 3 May 1999."
    moved = f"It rained all day.\n\n{text}"
    assert [a.account_id for a in accounts(text)] == [a.account_id for a in accounts(moved)]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Peru and Chile relaunched the Fisheries Working Group in 2011.", ["joint-body"]),
        ("A Joint Working Group on Drugs was set up by the two ministers in 2011.", ["joint-body"]),
        ("Peru set up the Fisheries Working Group in 2011.", []),
        ("Peru and Chile opened the Centre of Andean Culture in 2011.", []),
        ("The Joint Working Group on Drugs met in 2011.", []),
    ],
)
def test_working_groups_of_both_sides(text: str, types: list[str]) -> None:
    assert [account.type for account in accounts(text)] == types


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The border of Peru and Chile was fixed by an exchange of notes in 1904.", ["1904"]),
        ("Recognition was accorded in an exchange of letters in the autumn of 1879.", ["1879-23"]),
        ("The border could be fixed by an exchange of notes.", []),
        ("An exchange of notes is a way to agree.", []),
    ],
)
def test_what_was_done_by_an_exchange_of_notes(text: str, found: list[str]) -> None:
    assert [account.date for account in accounts(text)] == found
