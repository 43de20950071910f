"""Whether a step was taken, and how far an agreement got, in paraphrase."""

from __future__ import annotations

import pytest

from tests.agreements.reading import accounts

STATUSES = {
    "agreed to sign": ("Peru and Chile agreed to sign a treaty on fisheries.", "planned"),
    "will sign": ("Peru and Chile will sign a treaty on fisheries in May.", "planned"),
    "hope to sign": ("Peru and Chile hope to sign a treaty on fisheries.", "proposed"),
    "suggestion of": ("Peru made the suggestion of concluding a treaty with Chile.", "proposed"),
    "called for": ("Peru called for the conclusion of a treaty with Chile.", "proposed"),
    "work toward": ("Peru and Chile are working toward the conclusion of a treaty on fisheries.", "negotiated"),
    "begun to negotiate": ("Peru and Chile have begun to negotiate a treaty on fisheries.", "negotiated"),
    "being finalized": ("A treaty on fisheries between Peru and Chile is being finalized.", "negotiated"),
    "under negotiation": ("A treaty on fisheries between Peru and Chile is under negotiation.", "negotiated"),
    "first to sign": ("Peru was the first country to sign a treaty on fisheries with Chile in 1999.", "signed"),
    "managed to": ("Peru managed to conclude a treaty on fisheries with Chile in 1999.", "signed"),
    "resulted in": ("The talks of Peru and Chile resulted in a treaty on fisheries.", "signed"),
    "hammered out": ("Peru and Chile hammered out a treaty on fisheries in 1999.", "signed"),
    "parliament": ("The Congress of Peru approved the treaty with Chile of 1999.", "ratified"),
    "parliament, passive": ("The treaty with Chile of 1999 was approved by the Peruvian Parliament.", "ratified"),
    "government": ("The cabinet of Peru approved a treaty with Chile in 1999.", "signed"),
    "consent": ("The Senate gave its advice and consent to the treaty with Chile of 1999.", "ratified"),
    "consent, asked": ("The Senate awaits consent to ratification of the treaty with Chile of 1999.", "signed"),
    "took effect": ("The treaty between Peru and Chile of 1999 became operative in 2001.", "in-force"),
    "still valid": ("The Treaty of Lima of 1929 remains valid.", "in-force"),
    "not ratified": ("The treaty of Peru and Chile, signed in 1999, was never ratified.", "signed"),
    "repudiated": ("Peru repudiated the treaty of 1999 with Chile.", "terminated"),
    "rolled over": ("Peru and Chile rolled over the treaty of 1999.", "extended"),
    "defeated": ("Peru and Chile signed a treaty in 1999, but it was defeated in the Chilean Senate.", "rejected"),
    "overcome": ("Peru rejected a treaty with Chile in 1998. It was signed in 1999.", "signed"),
    "day in between": ("They welcomed the entry into force, on 1 May, of the Treaty of Lima of 1929.", "in-force"),
    "party, behind": ("Trade is subject to the Treaty of Lima of 1929, to which both states are party.", "in-force"),
    "should, on a day": ("A treaty between Peru and Chile was drafted and should be signed in May 2031.", "planned"),
    "talks with somebody": ("The ministry is in negotiations with its partner, Copec, on a contract.", "negotiated"),
    "since": ("Peru and Chile have had diplomatic relations since 1839.", "signed"),
    "refuses": ("Peru refuses the treaty that Chile proposed in 1999.", "rejected"),
    "signed and renewed": ("Peru leases land to Chile under a pact signed in 1999 and renewed in 2009.", "extended"),
    "had expired": ("Peru and Chile renewed their treaty in 2009; it had expired in 1999.", "extended"),
    "approved, to be signed": ("Peru's cabinet approved a pact with Chile. It will be signed in May.", "planned"),
    "the talks collapsed": ("Talks between Peru and Chile on a trade pact collapsed in May.", "negotiated"),
    "put it on hold": ("Peru put the treaty with Chile on hold in 2001.", "suspended"),
    "was put on hold": ("The treaty between Peru and Chile was put on hold in 2001.", "suspended"),
    "froze": ("Peru froze the treaty with Chile in 2001.", "suspended"),
    "agreed in principle": ("Peru and Chile agreed in principle on a trade deal in 2001.", "signed"),
    "talks over": ("Peru is in talks with Chile over a gas deal.", "negotiated"),
    "ended a war": ("The Treaty of Lima of 1929, which ended the war, was signed in June.", "signed"),
    "would, reported": ("The minister announced that Peru would sign a treaty with Chile in June.", "planned"),
    "would, on a condition": ("The minister said that if asked, Peru would sign a treaty with Chile.", "proposed"),
    "could, reported": ("The minister said that Peru could sign a treaty with Chile.", "proposed"),
    "purpose": ("Approval was granted for the purpose of entering into a treaty of Peru with Chile.", "planned"),
    "ratified by": ("The ratification by the Peruvian Senate last week of the Lima Accord was hailed.", "ratified"),
    "gave approval": ("The Peruvian Senate gave its approval to the treaty with Chile in 2012.", "ratified"),
    "voted": ("The Chilean Congress voted to ratify the treaty with Peru.", "ratified"),
    "became the first": ("Chile became the first to ratify the treaty with Peru.", "ratified"),
    "signatory state": ("As a signatory state to the Antarctic Treaty, Peru keeps a base there.", "in-force"),
    "signatory": ("Peru is a signatory to the Antarctic Treaty.", "signed"),
    "close to": ("Peru and Chile are close to a trade agreement.", "negotiated"),
    "close to signing": ("Peru and Chile are close to signing a trade agreement.", "negotiated"),
    "text of": ("Negotiators of Peru and Chile finalised the text of a trade agreement.", "negotiated"),
    "progress": ("Progress has been made on a trade agreement between Peru and Chile.", "negotiated"),
    "willing": ("Peru is willing to come to an agreement with Chile on fish if the quotas are raised.", "proposed"),
    "possibility": ("The presidents discussed the possibility of a treaty between Peru and Chile.", "proposed"),
    "subjunctive": ("Peru suggested that a treaty be concluded with Chile.", "proposed"),
    "upcoming": ("The upcoming signing of a treaty between Peru and Chile was announced.", "planned"),
    "travelled": ("The minister of Peru travelled to Santiago to sign a treaty with Chile.", "signed"),
    "will travel": ("The minister of Peru will travel to Santiago to sign a treaty with Chile.", "planned"),
    "for years": ("Peru and Chile extended for five years the treaty that they had signed in 2011.", "extended"),
    "two bodies": ("The pact between the Peruvian Navy and the Chilean Navy was extended last year.", "extended"),
    "until": ("The treaty between Peru and Chile was in force until 1999.", "terminated"),
    "no longer": ("The treaty between Peru and Chile is no longer in force.", "terminated"),
    "signature recalled": ("Peru recalled its signature to the treaty with Chile.", "terminated"),
    "rejected what was signed": ("The Senate rejected the treaty that Chile had signed with Peru.", "rejected"),
    "ruled out": ("Peru has ruled out a trade agreement with Chile.", "rejected"),
    "has a": ("Peru has a free trade agreement with Chile.", "in-force"),
    "have a": ("Peru and Chile have a treaty on fish.", "in-force"),
    "called a pact": ("Chile ratified the Lima Accord with Peru, a key defence pact that lets ships in.", "ratified"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "status"), STATUSES.values(), ids=STATUSES.keys())
def test_status(text: str, status: str) -> None:
    assert [a.status for a in accounts(text)] == [status]


NOTHING = {
    "prevented": "The issue preventing the conclusion of a formal treaty was fish. Peru and Chile met.",
    "without": "Chile left without signing a treaty.",
    "no": "No treaty between Peru and Chile was ever signed.",
    "condition": "Peru will lower its duties if a treaty is signed.",
    "founding member": "Peru is a founding member of the Andean Commission.",
}  # fmt: skip


def test_the_latter_is_the_one_named_last() -> None:
    text = "Peru and Chile signed a treaty on fish in 1999 and an agreement on rail in 2001; the latter lapsed in 2009."
    assert [a.status for a in accounts(text)] == ["signed", "terminated"]


def test_what_replaces_a_treaty_is_not_ended() -> None:
    text = "The Treaty of Lima was superseded by the Treaty of Arica and the Convention of Tacna."
    assert [a.status for a in accounts(text)] == ["terminated", "signed", "signed"]


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_what_was_not_taken(text: str) -> None:
    assert accounts(text) == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In 1879 Peru negotiated a treaty with Chile. The treaty was not ratified by the Senate.", "signed"),
        ("Peru and Chile negotiated a treaty in 1879. The Senate in Lima never ratified the treaty.", "signed"),
        ("Peru and Chile negotiated a treaty in 1879. The treaty was not finished.", "negotiated"),
    ],
)
def test_what_was_not_ratified_had_been_concluded(text: str, status: str) -> None:
    assert [account.status for account in accounts(text)] == [status]
