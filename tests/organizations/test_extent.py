"""How far the names of organizations reach, and what beside them is none."""

from __future__ import annotations

import re

import pytest

from tests.organizations.reading import names

# Texts with their organizations, and nothing else that could be one, in [].
EXTENT = {
    "a field behind what is none": "The [Lao Institute of Silk and Design] and the [Bank of Oslo] met.",
    "a field and its town": "They wrote to the [Institute of Glass and Design] Lahore.",
    "adjectives want their noun": "The [Ministry of Small and Micro Enterprises of Ghana] paid.",
    "twice": "The [Ministry of Small and Medium Firms and Startups] paid.",
    "a common noun behind a field": "The [Ministry of Religious Affairs and Shrines] paid.",
    "two adjectives in front": "On Monday, [Tribal and Nomadic Training Commission] staff left.",
    "behind a possessive": "It goes to our [Travel and Freight Holding].",
    "in capitals": "[MINISTRY OF TRADE AND INDUSTRY]",
    "electronic": "The [Bulgarian Ministry of e-Governance] paid.",
    "the and of two names": "The [Ministry of Trade] and [Rosatom], the [Ministry of Health] and Kurds signed.",
    "laboratories are no field": "The [Department of Energy] and National Labs paid. A lab and labs were built.",
    "heads in small letters": "The [Russian navy], the [Peruvian parliament] and the [Chadian air force] waited.",
    "small heads with a word between": "The [British Mediterranean fleet] and the [Danish Defence committee] met.",
    "a ministry in small letters": "The [Chilean foreign ministry] wrote.",
    "small heads that name nothing": "A Peruvian army, the Swiss fleet, the army-backed rule, the Irish committee met.",
    "two companies and their venture": "The [Boeing/Gazprom Arctic Joint Venture] paid.",
    "a bank and for whom it pays": "A loan of the [Export Bank of Peru] for [Atlas Group] was paid.",
    "a group and its country": "They met [Verdant Education Group] of Finland.",
    "behind an article that begins a town": "The [Hague Conference on Private International Law] sat in The Hague.",
    "behind what a company does": "The Greek gas producer [Heliox] and the turbine maker [Vindar Energy] signed.",
    "people do it too": "The film producer Otero, the trader Juan Otero and the Swiss operator signed.",
    "two names and &": "They gave it to [Kessler & Brandt], not to Trade & Industry, R&D and Terms & Conditions.",
    "a company and its letters": "It hired [Samsung E&A] and [Samsung] R&D.",
    "the last of a list": "A deal among [Gazprom], [Hitachi], and [KZTM] was made.",
    "initials in front": "The house of [J. F. Otero & Cie] paid.",
    "what is built": "The NordLux pipeline is long. NordLux costs a billion.",
    "a plural of letters": "The ToRs and MoUs were signed.",
    "nobody's partners": "It was agreed by Foreign Trade Partners and [Gazprom].",
    "capitals of a few letters": "[MINISTRY OF LAW]",
    "legal form in small letters": "It goes to [Northern Kestrel plc] in May.",
    "statistics": "The [Federal Office for Roads and Bridges] met the [Norwegian Coastal Administration].",
    "a front for a cause": "The [Front for the Renewal of Unity and Democracy] met [Confederation of Lao Trade].",
    "a bare body with a rank": "The Special Commission met.",
    "dateline in brackets": "LIMA, May 5 ([Reuters]) - It rained.\n\nOslo, May 5, 2019 ([ANDESWIRE]) -- It rained.",
    "dateline between strokes": "OSLO, Norway, May 5, 2019 /[24-7Fjord]/ -- It rained.",
    "dateline between dashes": "LIMA CITY - [Andes Newswire] - 5 May 2019 - It rained.",
    "no service in a dateline": "OSLO (Norway) - It rained.\n\nOslo, 5 May 2019 (Updated) - It rained.",
    "a company and for what it works": "The [Boeing Company] for the S-IC; a [Lao Lottery Corporation for Health].",
    "a meeting and a day": "The Fifth Pacific Islands Forum and the United Nations Day of Peace were held.",
    "a news agency": "The [Andora] news agency and the Iranian news agency wrote.",
    "agency of a state": "[Marine Knowledge Iceland] and [Statistics Finland] wait. The Ministers of Health Peru.",
    "wing of a party": "The [Liberation Movement-North] and the [Communist Party of Nepal (Maoist)] met.",
    "what a memorandum does": "A Memorandum on Constructing [National Medical Center of Heart Surgery].",
    "a town in capitals": "[UNIVERSITY OF OSLO] SIGNS PACT WITH SWEDEN",
    "a carrier of a town": "It flies with [Air Astana].",
    "no wing": "The [European Union]-Latin America summit was held.",
    "an abbreviation like a state": "The [Republican Party of the Coast] ([PRC]) won. The [PRC] rules.",
    "a team": "A [Joint Inspection Team] and an [Army Tank Command] were set up, and a Joint Command.",
    "a minister behind a ministry": "The [Ministry of Trade] and Education Minister Otero signed.",
    "small fields": "The [Peruvian ministry of trade and tourism] and the [UK department of health] met.",
    "more small fields": "The [Danish ministry of the environment], the Danish ministry of note, the ministry of law.",
    "an administration and its fields": "The [General Administration of Food Safety, Health and Quarantine] paid.",
    "seats": "The [American Chamber of Commerce in Peru], a Danish School in Peru, the [Lao University] in Laos.",
    "no seat abroad": "A [Danish Institute] in Peru opened. The [Danish Institute] in May 2019 did so, too.",
    "a centre": "The [Danish Cultural Centre in Chile] has a garden. The Cultural Centre opened.",
    "a headline's verb": "[Council of the European Union] Approves Deal with Peru",
    "a company's trade": "[Siemens Energy], [Hitachi Rail] and [Airbus Defence and Space] met [Boeing].",
    "no trade": "A [Siemens] Gas turbine and a [Hitachi] plant.",
    "an assembly of a listed body": "The [ECOWAS Assembly] met. The [Assembly] rose.",
    "in capitals and short": "COVENANT OF THE [LEAGUE] AND WAR\n\nThe [League of Nations] sat.",
    "national forces": "[Thai Forces] and the [Lao Air Force] met Special Forces under the Old Forces Pact.",
    "a title's words": "The Harbour Service Agreement, the [Harbour Service] and the Harbour Trust Fund.",
    "a building": "They met at the Otero Museum, near the Old Church and the opening of the Verdant Library.",
    "a museum": "The [Otero Museum] signed.",
    "what an agreement is for": "A deal of Peru and the [Fjord Fusion Organization] for Cooperation in Science.",
    "who governs": "The Labour Party government, the [Labour Party] and the Hamas administration.",
    "a general secretary": "[Labour Party] staff met Labour Party general secretary Otero.",
    "councils of state": "The [State Council], the [Executive Council] and the State Committee.",
    "a credit": "It rained.\n\n[REUTERS]",
    "its own name": "The [Planning Agency] ([Bappen]) and the [Health Agency] (Chilca) wrote. [Bappen] paid.",
    "a short and a surname": "The [Otero Mining Company] and Minister Juan Otero met. Otero left.",
    "a thing that is driven": "The EV factory and the AI firm.",
    "a board": "The [Board of Investment of Peru] met [Gazprom], led by the Board of [Gazprom].",
    "an exchange": "The [Securities and Exchange Commission of Ghana] waits.",
    "a number in a name": "[China Three Gorges Corporation] and three Gorges.",
    "a company's branch": "[Boeing Australia] is big. An [Airbus] Peru deal was made.",
    "the same in short": "The [Council of the EU] met. The [Council of the European Union] left.",
}


@pytest.mark.parametrize("marked", EXTENT.values(), ids=EXTENT.keys())
def test_extent(marked: str) -> None:
    text = marked.translate({ord("["): None, ord("]"): None})
    assert [one for one, _ in names(text, "organization")] == re.findall(r"\[(.+?)\]", marked)
