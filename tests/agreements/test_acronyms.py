"""Instruments that a text knows by an abbreviation alone."""

from __future__ import annotations

import pytest

from tests.agreements.reading import accounts

NAMED = {
    "signed": ("Fiji and Samoa signed SPARTEX in Apia in 1980.", ["SPARTEX"]),
    "with an article": ("Fiji and Samoa ratified the SPARTEX in 1980.", ["SPARTEX"]),
    "was signed": ("Trade rests on the ZETA, which was signed by Peru and Chile in 1980.", ["ZETA"]),
    "came into force": ("The ZETA between Peru and Chile entered into force in 1980.", ["ZETA"]),
    "known": ("Canada, Mexico and the US are parties to NAFTA.", ["NAFTA"]),
    "known, of a class": ("Peru acceded to the NPT in 1968.", ["NPT"]),
    "told again": ("Fiji and Samoa signed SPARTEX in 1980. SPARTEX covers trade.", ["SPARTEX"]),
    "a body that signs": ("The ZETA signed a contract with Peru in 1980.", ["contract"]),
    "what a body does": ("Peru joined the UN. The ZETA meets in Lima.", []),
    "somebody's minister": ("ZETA minister John Smith resigned.", []),
    "part of a name": ("A contract for units 3 and 4 of the Lima NPP were also signed.", ["contract"]),
    "what another is for": ("The text of the ZETA was signed by Peru.", []),
    "in capitals throughout": ("PERU AND CHILE SIGNED PLANS.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "quotes"), NAMED.values(), ids=NAMED.keys())
def test_abbreviations_alone(text: str, quotes: list[str]) -> None:
    assert [account.mention.text for account in accounts(text)] == quotes


def test_the_class_of_a_known_one() -> None:
    assert [account.type for account in accounts("Peru acceded to the NPT in 1968.")] == ["treaty"]


NOTES = {
    "exchanged": ("Peru and Chile exchanged notes on fish in Lima on 3 May 1999.", ["exchange-of-notes"]),
    "were exchanged": ("Diplomatic notes were exchanged between Peru and Chile in 1999.", ["exchange-of-notes"]),
    "of protest": ("The ambassadors of Peru and Chile exchanged notes of protest.", []),
    "a verb": ("Peru notes that Chile exchanged views with Brazil.", []),
    "money": ("Peru and Chile exchanged bank notes.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "types"), NOTES.values(), ids=NOTES.keys())
def test_notes_are_an_agreement_when_exchanged(text: str, types: list[str]) -> None:
    assert [account.type for account in accounts(text)] == types
