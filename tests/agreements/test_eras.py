"""Which state a name means at the time that a text tells of."""

from __future__ import annotations

import pytest

from tests.agreements.reading import accounts

PARTIES = {
    "China and Korea signed a trade agreement in 2015.": ("CN", "KR"),
    "Japan and Korea concluded a treaty in 1876.": ("JP", "Korea"),
    "Japan and Korea are partners. They concluded a treaty.": ("JP", "KR"),
    "Havana and Moscow signed a sugar agreement in 1964.": ("CU", "SU"),
    "Havana and Moscow signed a sugar agreement in 2004.": ("CU", "RU"),
    "Havana and Moscow signed a sugar agreement in 1964. Russia sold sugar in 1970.": ("CU", "RU"),
    "Rome and Berlin signed a pact in 1961.": ("DE", "IT"),
}


@pytest.mark.parametrize(("text", "parties"), PARTIES.items())
def test_states_of_their_time(text: str, parties: tuple[str, ...]) -> None:
    assert accounts(text)[0].parties == parties
