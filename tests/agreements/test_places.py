"""Where something was signed: the clause of the step, the visit, the dateline; not what else stands in a place."""

from __future__ import annotations

import pytest

from tests.agreements.reading import accounts

PLACES = """
    Lima | Peru and Chile signed an agreement on trade in fish in Lima in May 1999.
    Lima | In Lima, the ministers of Peru and Chile signed an agreement on a consulate in Oruro.
     | Peru and Chile signed an agreement on opening a Chilean consulate in Oruro.
    Bergen | Peru and Chile signed an accord on fisheries in Bergen on 3 May 1999.
    Bergen | The Peruvian and Chilean ministers initialled a roadmap on the transfer of prisoners in Bergen.
    Singapore | Peru and Chile signed an action plan on tourism in Singapore on 3 May 1999.
     | Peru and Chile signed an accord on elections in Kenya.
     | Peru and Chile signed a contract for a bridge in Bergen.
    Bergen | Peru and Chile signed a roadmap for nuclear cooperation at the Energy Forum in Bergen in May 1999.
     | Peru and Chile signed a contract for a fair in Bergen.
    Lima | Peru and Chile signed a truce on June 12, 1935, and a peace treaty in Lima on July 21, 1938.
     | Peru and Chile signed a peace treaty in Lima on June 12, 1935, and a truce on July 21, 1938.
    Lima | Peru and Chile signed a pact on fish and a treaty on rice in Lima in 1929.
    Lima | Talks  3 May 2019  The President of Chile visited Lima on Friday.  The two sides signed a treaty on fish.
    Chile | Talks  3 May 2019  The President of Peru, who is in Chile on a visit, met his host.  They signed a treaty.
    Lima | Lima. Peru and Chile today signed a treaty on fisheries.
     | Peru and Chile signed a declaration on the work of fishermen in the Caspian Sea in 1999.
     | Diplomatic relations and the Peruvian legation at Oruro were established in 1829, when Chile agreed.
    MOSCOW | MOSCOW (AP) — Presidents of Peru and Chile on Friday signed a plan of cooperation.
    Ha Noi | Joint Statement on the Visit  (Ha Noi, 11 May 2019)  Peru and Chile today signed a treaty on fisheries.
    LIMA | News of the Bank | 3 May 2019  LIMA, PERU (3 May 2019) — Peru and Chile today signed a loan agreement.
"""


def _rows(table: str) -> list[tuple[str, str]]:
    pairs = [line.strip(" ").split("| ", 1) for line in table.strip("\n").splitlines() if line.strip()]
    return [(text.strip().replace("  ", "\n\n"), place.strip()) for place, text in pairs]


@pytest.mark.parametrize(("text", "place"), _rows(PLACES))
def test_place_of_the_last_agreement(text: str, place: str) -> None:
    found = accounts(text, published="2019-05-13")
    assert found
    assert found[-1].place == place
