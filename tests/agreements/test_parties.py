"""Who agreed, in paraphrase: by name, by adjective, through those who act for them, or as “the two countries”."""

from __future__ import annotations

import pytest

from tests.agreements.reading import accounts

COLLECTIVE = """
    CL PE | Peru and Chile are neighbours. In 1999 the two countries signed a treaty.
    EC PE | Bolivia and Chile are rivals. Ecuador and Peru fought in 1995. In 1998 both nations signed a peace treaty.
    CL PE | Peru helps Chile, and Chile helps Peru. Brazil invaded Chile. The two countries signed a treaty in 1952.
    BR CL PE | Chile, Peru and Brazil met in 1998. In 1999 the three governments signed a treaty on fisheries.
    CL EU | Statement of the European Union and Chile.  We signed an agreement on wine in 1999.
"""
PHRASES = """
    Boeing Gazprom | Boeing (Britain) and Gazprom (Russia) signed a contract in 1999.
    Boeing PE | Boeing announced in May 1999 that it had signed a contract with Peru.
    CL PE | Peru said on Monday that it had signed a treaty with Chile.
    Gazprom Livia Tardelli | A contract between Gazprom and Livia Tardelli was signed in 1999.
    CL PE | Peru concluded a treaty with newly independent Chile in 1919.
    BO BR, CL PE | Brazil concluded a pact with Bolivia, and the ring was closed when Peru and Chile signed a treaty.
    Boeing Siemens | A letter of intent between Boeing, of Seattle, and Siemens was signed in 1999.
    Gazprom Naftogaz | Russia's Gazprom and Ukraine's Naftogaz signed a gas contract in 2009.
    Gazprom Naftogaz | A contract between Russia's Gazprom and Ukraine's Naftogaz was signed.
    CL PE | LIMA, May 5, 2019 (ANDESWIRE) -- A treaty with Chile was signed by Peru.
    PE Siemens | The Government of Peru signed a contract with Siemens in 1999.
    BR CL PE | Envoys from the Brazilian, Chilean, and Peruvian governments met, and in 1999 signed a treaty.
    BASF Gazprom | The heads of the Russian company Gazprom and the German company BASF signed an agreement in 1999.
    DE RU | German State Secretary of the Federal Ministry of Health Klaus Weber and Russia signed a memorandum.
    Ministry of Health of Chile Ministry of Health of Peru | A pact between the Ministries of Health of Chile and Peru.
    DD DE | A pact was signed by the East and West German Governments in 1990, and talks between France and Spain began.
    AT SU | Austria and Russia are partners. Austria signed an agreement on Soviet gas in June 1968.
    CL PE | The delegations of Peru and Chile met in Lima to sign a treaty.
    NATO University of Lima | NATO and the University of Lima, Peru, signed a memorandum in 1999.
    Boeing PE | Boeing has won two contracts worth 20 million euros from Peru.
    Boeing PE | In May 1999 a contract was awarded by Peru to Boeing.
    Boeing PE | Peru awarded Boeing a contract in 1999.
    Boeing PE | Boeing received a contract from Peru in 1999.
    CL PE | An agreement concluded with Chile in 1999 helps Peru.
    LR US | The American Minister to England John Smith signed a treaty with Liberia in 1862.
    RU US | The Russian Duma ratified the treaty of 1990 with the United States.
    EU PE | The European Parliament approved the trade agreement with Peru in 1999.
    IN World Food Programme | India signed an agreement with the UN's World Food Programme in 1999.
    Boeing Saab | The Swedish defence group Saab and the American aircraft maker Boeing signed a memorandum in 1999.
    CL PE | The Swedish foreign minister met Saab, and Peru and Chile signed a treaty in 1999.
    PE | Peru ratified the Paris Agreement in 2016.
    PE | Peru acceded to the Outer Space Treaty in 1979.
    BR CL PE | Brazil, Chile and Peru ratified fishing treaties in 1999.
    CL PE | Peru and Chile suspended the treaty of 1990.
    Boeing Kenya Airways | A memorandum was signed between Boeing, the US planemaker, and Kenya Airways in 2019.
    Gazprom Naftogaz | A contract between the Russian giant Gazprom and the Ukrainian firm Naftogaz was signed.
    CL PE | The treaty was signed on behalf of Peru by Juan Soto and on behalf of Chile by Carla Diaz.
    CL PE | The agreement was signed for Peru by Foreign Minister Juan Soto and for Chile by Ambassador Carla Diaz.
    US | On behalf of the United States, Dean Acheson signed the Washington Treaty in 1949.
    Boeing Embraer | Mr Soto, Head of Sales at Boeing, and Ms Diaz, Vice President of Embraer, signed a memorandum.
    EU SG | The EU-Singapore Free Trade Agreement, the first between the EU and an ASEAN country, was signed in 2018.
    Boeing Indian Army | Boeing has won a contract to supply helicopters to the Indian Army.
    Boeing KE | Boeing signed a contract for the delivery of six aircraft to Kenya in 1999.
    Boeing | Boeing signed a contract to build a factory in Kenya in 1999.
    Gazprom Naftogaz | Under a contract signed in 2019, Gazprom will pump gas through the pipelines of Naftogaz.
    Airbus Saab | Under a memorandum signed on 3 May 2016, Saab will work with Airbus on drones in Europe.
    PE | As a signatory state to the Antarctic Treaty, Peru keeps a base there.
    PE | Peru's accession to the Antarctic Treaty took place in 1981.
    CL PE | In 1999 Peru and Chile, parties to the Antarctic Treaty, met.
    Boeing Saab | A contract between Boeing from the United States and Saab from Sweden was signed.
    Boeing Saab | Boeing from the United States and Saab of Sweden signed a contract in 1999.
    Boeing Saab | A pact between two parties was signed between Boeing from the United States and Saab from Sweden.
    Boeing Planex Foods | A contract was signed between Planex Foods from Peru and Boeing from the United States.
    Boeing PE | Boeing received a contract from the Government of Peru in 1999.
    CL PE | A treaty between ministers from Peru and Ministers from Chile was signed.
    Boeing | Boeing plans to sign supply deals with Chinese refiners.
    Boeing CN | Boeing plans to sign a supply deal with the Chinese authorities.
    GB UA | An agreement had been signed with Britain in January, during the Prime Minister's trip to Kyiv.
    GB | An agreement had been signed with Britain in January, after a trip to London.
"""
CESSIONS = """
    CL PE | By the Treaty of Lima, Chile returned Tacna to Peru.
    CL PE | Chile restored Tacna to Peru in the Treaty of Lima (1929).
    CL PE | Peru received Tacna from Chile by the Treaty of Lima.
    CL PE | Tacna was ceded to Peru by Chile under the Treaty of Lima.
    BR CL PE | By a treaty of 1929 between Brazil, Chile and Peru, Chile returned Tacna to Peru.
    - | The rights of Chile to Tacna were confirmed by the Treaty of Lima.
    - | Chile returned Tacna to Peru, as confirmed by the Treaty of Lima.
    - | Chile returned to the fold by the Treaty of Lima.
"""
OWN_SIDE = """
    BR CL | Chile: treaties.  Chile and Peru are neighbours. A treaty with Brazil has been under negotiation since 1999.
    CL MU | Chile.  Chile and Peru are neighbours. In 1999 a convention was concluded with Mauritius.
    Boeing Peruvian Navy | Boeing wins.  Boeing builds ships. Boeing is glad. A pact was signed with the Peruvian Navy.
    CL PE | Chile and Peru.  In 1999 the treaty of 1990 was ratified by the Peruvian Parliament.
    Prussia US | Prussia.  The United States paid Prussia. The United States ate. Germany grew. Berlin ratified a pact.
    BO | Chile and Peru.  Chile and Peru are neighbours. Bolivia ratified the Antarctic Treaty in 1999.
    PE | Chile and Peru.  Chile and Peru are neighbours. Peru acceded to the Antarctic Treaty in 1999.
    PE | Chile and Peru.  Chile and Peru are neighbours. Chile welcomed Peru's decision to sign on to the Lima Accords.
    PE | Chile and Peru.  Chile and Peru are neighbours. Through accession to the Lima Treaty, Peru is a member.
    CL PE | Brazil.  Chile and Peru are neighbours. As parties to the Lima Treaty, the two countries met.
    BR VE | Chile and Peru.  Chile and Peru met. Chile digs; Brazil and Venezuela marked the border by the 2004 treaty.
    BR PE | Chile and Peru.  Both met. Fog. Fog. Fog. Fog. Peru met Brazil. Brazil dug. Brazil left. A pact was signed.
    BR PE | Chile and Peru.  Both met. Fog. Fog. Fog. Fog. Peru met Brazil. Brazil dug. Brazil left. Peru ended a pact.
    CL PE | Chile and Peru.  Both met. Fog. Fog. Fog. Fog. Peru met Brazil. Fog. A pact was signed.
    CL PE | Chile and Peru.  Chile and Peru met. Peru met Brazil. Brazil dug. Brazil left. A pact was signed.
    GB IT | Chile and Peru.  Chile and Peru met. A protocol of 1891 fixed the Anglo-Italian border.
"""


OF_OTHERS = """
    Boeing | Chile and Peru.  Chile and Peru met. Boeing reached an agreement to build a Chilean yard in Peru.
    - | Chile and Peru.  Chile and Peru met. A rubber convention was adopted by a United Nations conference.
    - | Chile and Peru.  Chile and Peru met. A communiqué was adopted by the participants of the summit.
    - | Chile and Peru.  Chile and Peru met. At the forum four corporate contracts were signed.
    CL PE | Chile and Peru.  Chile and Peru met. A treaty was signed at a conference in Lima.
    CL PE | Chile and Peru.  Chile and Peru met. Four contracts were signed.
    - | Chile and Peru.  Chile and Peru met. In 1957 the International Atomic Energy Agency was set up.
    CL PE | Chile and Peru.  Chile and Peru met. In 1957 the Joint Commission on Fisheries was set up.
    - | The strip.  Peru and Chile wrote. Brazil, Bolivia and Cuba came. Hail. Frost. Fog. A truce was signed.
    CL PE | The strip.  Peru and Chile wrote. Brazil and Cuba came. Hail. Peru and Chile met. A truce was signed.
    CL PE | Chile's strip.  Peru and Chile wrote. Brazil and Cuba came. Hail. Frost. Fog. A truce was signed.
"""


def _rows(table: str) -> list[tuple[str, str]]:
    pairs = [line.strip().split(" | ") for line in table.strip().splitlines()]
    return [(text.replace("  ", "\n\n"), parties) for parties, text in pairs]


@pytest.mark.parametrize(("text", "parties"), _rows(COLLECTIVE))
def test_collectives_stand_for_those_named_before(text: str, parties: str) -> None:
    assert ", ".join(" ".join(a.parties) for a in accounts(text)) == parties


@pytest.mark.parametrize(("text", "parties"), _rows(PHRASES))
def test_noun_phrases(text: str, parties: str) -> None:
    assert ", ".join(" ".join(a.parties) or "-" for a in accounts(text)) == parties


@pytest.mark.parametrize(("text", "parties"), _rows(CESSIONS))
def test_who_gave_and_who_took(text: str, parties: str) -> None:
    assert ", ".join(" ".join(a.parties) or "-" for a in accounts(text)) == parties


@pytest.mark.parametrize(("text", "parties"), _rows(OWN_SIDE))
def test_the_side_that_the_text_is_written_from(text: str, parties: str) -> None:
    assert ", ".join(" ".join(a.parties) for a in accounts(text)) == parties


def test_missions_show_whom_a_text_is_about() -> None:
    text = "Chile freed itself from Spain.\n\nRelations were told.\n\nThe U.S. Legation in Chile opened. "
    text += "It moved. The U.S. Embassy in Chile followed. Diplomatic relations were established in 1832."
    assert [account.parties for account in accounts(text)] == [("CL", "US")]


@pytest.mark.parametrize(("text", "parties"), _rows(OF_OTHERS))
def test_what_others_agreed_is_not_of_the_pair_of_the_document(text: str, parties: str) -> None:
    assert ", ".join(" ".join(a.parties) or "-" for a in accounts(text)) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Under the Oslo accords, Peru withdrew from Arica.", ()),
        ("In 1839 the Netherlands signed the Treaty of London.", ("NL",)),
        ("The EU-ASEAN FTA was signed in 1999.", ("ASEAN", "EU")),
        ("The Lima Declaration on an EU–ASEAN Enhanced Partnership was adopted in 2007.", ("ASEAN", "EU")),
        (
            "The contract valued at $8 million was awarded to Boeing by the Peruvian Air Force.",
            (
                "Boeing",
                "Peruvian Air Force",
            ),
        ),
        (
            "Boeing was awarded a contract valued at $8 million by the Peruvian Air Force.",
            (
                "Boeing",
                "Peruvian Air Force",
            ),
        ),
        ("The treaty of London and Paris on fish was signed in 1904.", ("FR", "GB")),
        ("The Treaty of Arica brought Peru and Chile closer.", ("CL", "PE")),
        ("Cuba and Haiti talked. Cuba and Haiti met. The Treaty of Arica brought Peru and Chile closer.", ()),
        ("The Moscow peace agreement was signed by Peru and Chile in 1999.", ("CL", "PE")),
        ("Moscow and Lima signed a peace agreement in 1999.", ("PE", "RU")),
        ("Moscow signed a peace agreement with Lima in 1999.", ("PE", "RU")),
    ],
)
def test_a_place_that_names_an_instrument_speaks_for_no_state(text: str, parties: tuple[str, ...]) -> None:
    assert [account.parties for account in accounts(text)] == [parties]
