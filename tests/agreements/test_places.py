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
    Oruro | Peru and Chile inked a gas deal in the Andean city of Oruro on 3 May 1999.
    Lima | The treaty was signed by Peru and Chile in the capital, Lima, on 3 May 1999.
    Vardal | A contract was signed in the port town of Vardal on 3 May 1999 by Peru and Chile.
     | Peru and Chile signed a contract on a school of the city of Oruro.
    Bergen | The pact was signed by Peru and Chile at the Crown Palace in Bergen in 1999.
    Lima | Peru and Chile signed a pact at Crown House, Lima, on 5 May 1999.
    Mexico City | The pact of Peru and Chile was signed in Mexico City in 1999.
    Lima | The minister stopped in Lima on 4 May 1999, where she signed a treaty with Peru.
     | The minister flew home from Lima, and the country where she signed the treaty with Chile was Peru.
    Peru | A group from Chile visited Peru in April 2014, during which a memorandum was signed with a university.
    Lima | The accord of Peru and Chile, negotiated in Oruro, was signed in Lima in 1999.
     | The accord of Peru and Chile, negotiated in Oruro, was signed in 1999.
    Peru | The President of Chile visits Peru and the two sides issue a joint statement on 3 May 1999.
    Oruro | The ministers met in Oruro on 3 May 1999. The same day Peru and Chile signed a pact.
     | The ministers met in Oruro on 3 May 1999. In 2001 Peru and Chile signed a pact.
     | The ministers met in Oruro on 3 May 1999. They spoke of the pact signed by Peru and Chile in 1997.
    Lima | The ministers met in Oruro on 3 May 1999. The same day Peru and Chile signed a pact in Lima.
    Lima | The President of Chile visited Lima in May 1999. During the visit Peru and Chile signed a treaty.
     | Diplomatic relations and the U.S. Legation in Peru were set up when he came to the U.S. Legation at Lima.
     | The United States established diplomatic relations with Peru and raised its embassy in Lima in 1944.
    Lima | The ministers of Peru and Chile signed a treaty at the Chilean Embassy in Lima in 1999.
    Kremlin | Peru and Russia signed a treaty on fish in the Kremlin in 1999.
    Moscow | Peru and Russia signed a treaty on fish in the Kremlin, Moscow, in 1999.
     | Peru and Chile signed a treaty after the Kremlin spoke of fish.
     | Talks  May 3, 2019  The ministers met to prepare the summit to be held in Oruro. Peru and Chile signed a pact.
    Oruro | Talks  May 3, 2019  The ministers met at a summit held in Oruro. Peru and Chile signed a pact.
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
