"""Which steps are told of which instrument, in paraphrase: by the order of words and by the parse."""

from __future__ import annotations

import pytest

from tests.agreements.reading import accounts

TOLD = {
    "signed between those who sign": (
        "A peace treaty establishing a new border between the two countries was signed on 12 May 1940.",
        ["signed"],
    ),
    "has treaties": ("Peru has fishing treaties with Chile and Brazil.", ["in-force"]),
    "has treaties in general": ("Peru has signed, and honours, treaties.", ["signed"]),
    "clause without that": (
        "The agreement the two ministers signed in Lima on 3 May 1999 helps the fleets of Peru and Chile.",
        ["signed"],
    ),
    "far conjunct": (
        "An agreement on rail links between Peru and Chile, and a treaty on the border river, were signed in 1999.",
        ["signed", "signed"],
    ),
    "second object": (
        "Peru and Chile concluded a trade convention in 1901 and a treaty of friendship in 1907.",
        ["signed", "signed"],
    ),
    "participle in front": ("Peru welcomed the signed agreement with Chile of 1999.", ["signed"]),
    "done by the instrument": (
        "Peru left the union following a protocol with Chile that terminated the League Treaty of 1871.",
        ["signed", "terminated"],
    ),
    "subject in the plural": ("The two nations also signed agreements on trade and a treaty on fish.", ["signed"] * 2),
    "refused": ("Peru refused to sign a protocol on tourism with Chile.", ["rejected"]),
    "far from its subject": ("The pact on fish that Peru and Chile signed in 1929 has since expired.", ["terminated"]),
    "partner between": ("A deal on water with Chile was signed by Peru in 1999.", ["signed"]),
    "approval of a signing": ("The cabinet of Peru approved the signing of a treaty on fish with Chile.", ["planned"]),
    "approval of a proposal": ("Peru's cabinet has approved a proposal to sign a treaty with Chile.", ["planned"]),
    "approval for": ("Peru has given its approval for signing of a pact on fish with Chile.", ["planned"]),
    "agreed to extend": ("Peru and Chile agreed to extend their trade agreement in 1999.", ["extended"]),
    "agreed to sign": ("Peru and Chile agreed to sign a trade agreement.", ["planned"]),
    "wants": ("Peru wants a pact on fisheries with Chile.", ["proposed"]),
    "been in place": ("A trade agreement has been in place between Peru and Chile since 1999.", ["in-force"]),
    "come to": ("Peru and Chile have come to an agreement on fish.", ["signed"]),
    "comes to a town": ("The agreement on fish is to be signed when Chile's President comes to Lima.", ["planned"]),
    "gerund behind": ("In 1894, Peru and Chile signed a treaty pledging military support for one another.", ["signed"]),
    "list behind a colon": (
        "The two presidents witnessed the signing of:\n\nAn agreement on fish;\n\nA protocol between Peru and Chile.",
        ["signed", "signed"],
    ),
    "set that includes": (
        "The documents signed by Peru and Chile include an agreement on gas and a protocol on fish.",
        ["signed", "signed", "signed"],
    ),
    "two states in front": ("The Peru-Chile trade deal includes fish.", ["signed"]),
    "supposed": ("A Peru-Chile trade deal would include fish.", []),
    "gerund": ("Peru recognised Chile in 1821 by signing a treaty of friendship with it.", ["signed"]),
    "copula": ("The Lima Treaty was an agreement that Peru and Chile signed in 1929.", ["signed"]),
    "the first to": ("Peru was the first state to sign the treaty with Chile in 1999.", ["signed"]),
    "the 35th to": ("Peru became the 35th state to sign the Arica Accords of Chile.", ["signed"]),
    "a proposal made": (
        "The proposal made by the minister to enter into a memorandum on fish between Peru and Chile was approved.",
        ["planned"],
    ),
    "denounced in words": ("The minister said that he denounced the agreement between Peru and Chile.", ["signed"]),
    "denounced in law": ("The Peruvian government denounced the treaty with Chile in 1950.", ["terminated"]),
    "in place": ("The pact between Peru and Chile remains in place.", ["in-force"]),
    "about to": ("The agreement that we are about to sign with Chile helps Peru.", ["planned"]),
    "talks agreed": ("Peru and Chile agreed to launch talks on a visa agreement.", ["proposed"]),
    "talks far ahead": (
        "Peru and Chile agreed to commence work toward the launch of negotiations for a trade agreement.",
        ["proposed"],
    ),
    "talks begun": ("Peru and Chile started negotiations on a trade agreement in 1999.", ["negotiated"]),
    "declared void": ("Peru and Chile concluded a treaty in 1887. In 1888 Peru declared it void.", ["terminated"]),
    "one of the signatories": ("Peru is one of the eight signatories of the Arica Agreement of 1999.", ["signed"]),
    "implementation asked for": (
        "Peru spoke of the full implementation of the treaty that it signed with Chile in 1999.",
        ["signed"],
    ),
    "signed on to": ("Peru decided to sign on to the Arica Accords of Chile.", ["planned"]),
    "opened relations": ("Peru and Chile opened diplomatic relations in 1829.", ["signed"]),
    "two nominal steps": (
        "The negotiation of the Arica Treaty with Chile, and a war, which ended with the signing of the Lima Treaty.",
        ["negotiated", "signed"],
    ),
    "coordinated verbs": ("Peru and Chile signed a treaty in 1999, and it took effect in 2001.", ["in-force"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "statuses"), TOLD.values(), ids=TOLD.keys())
def test_steps_are_told_of_the_instrument(text: str, statuses: list[str]) -> None:
    assert sorted(a.status for a in accounts(text)) == sorted(statuses)


OF_SOMETHING_ELSE = {
    "another object": ("Peru rejected the tribute set by the Treaty of Arica of 1795.", "signed"),
    "another object of sign": ("Peru signed a decree on the costs of the Treaty of Arica of 1795.", "signed"),
    "another noun": ("The Treaty of Arica of 1795 helped with renewed competition at sea.", "signed"),
    "another clause": ("Peru extended aid to Chile under the Treaty of Arica of 1795.", "signed"),
    "noun, not verb": ("The duty took the form of a Treaty of Arica, which Peru and Chile signed in 1795.", "signed"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "status"), OF_SOMETHING_ELSE.values(), ids=OF_SOMETHING_ELSE.keys())
def test_what_is_said_of_something_else_is_no_step(text: str, status: str) -> None:
    assert [a.status for a in accounts(text)] == [status]


def test_each_participle_belongs_to_its_own_instrument() -> None:
    text = (
        "Peru has with Chile the Air Services Agreement signed on 8 June 1991, the Tax Agreement signed in January "
        "2003, and the Visa Agreement signed on 13 May 2014."
    )
    assert [a.date for a in accounts(text)] == ["1991-06-08", "2003-01", "2014-05-13"]
