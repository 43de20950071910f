"""What the stage finds in sentences: organizations with their names, and what only looks like one."""

from __future__ import annotations

import itertools

import pytest

from pipeline.organizations import find
from tests.organizations.reading import mentions, names, read

# (text, the organizations as (text, name))
ORGANIZATIONS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "complements and nation": (
        "The Ministry of Foreign Affairs and Trade of Hungary agreed.",
        [("Ministry of Foreign Affairs and Trade of Hungary", "Ministry of Foreign Affairs and Trade of Hungary")],
    ),
    "coordination of two ministries": (
        "Letters went from the Ministry of Defence and the Ministry of Trade.",
        [("Ministry of Defence", "Ministry of Defence"), ("Ministry of Trade", "Ministry of Trade")],
    ),
    "plural head with two complements": (
        "The Ministries of Defence and of Finance were asked.",
        [("Ministries of Defence and of Finance", "Ministries of Defence and of Finance")],
    ),
    "compound complement": (
        "The Federal Service for Military-Technical Cooperation replied.",
        [("Federal Service for Military-Technical Cooperation", "Federal Service for Military-Technical Cooperation")],
    ),
    "adjective and of-form are one": (
        "Rifles for the Peruvian Armed Forces. The Armed Forces of Peru paid.",
        [("Peruvian Armed Forces", "Armed Forces of Peru"), ("Armed Forces of Peru", "Armed Forces of Peru")],
    ),
    "a bare form follows the fuller one": (
        "The Senate waited. The Senate of Chile voted.",
        [("Senate", "Senate of Chile"), ("Senate of Chile", "Senate of Chile")],
    ),
    "abbreviation in brackets and later": (
        "The Lagos Shipping Corporation (LSC) sailed. LSC was paid.",
        [(text, "Lagos Shipping Corporation") for text in ("Lagos Shipping Corporation", "LSC", "LSC")],
    ),
    "short name in quotation marks behind other brackets": (
        "Arbor Light Ltd. (LSE: ARB) (“Arbor” or the “Company”) rose. Arbor paid; the Company left.",
        [("Arbor Light Ltd.",) * 2, *[("Arbor", "Arbor Light Ltd.")] * 2],
    ),
    "short name of two words, the role first": (
        'Kestrel Marine Inc. (the "Seller" or "Blue Kestrel") met us. Blue Kestrel sells.',
        [("Kestrel Marine Inc.",) * 2, *[("Blue Kestrel", "Kestrel Marine Inc.")] * 2],
    ),
    "initials that are a share": (
        "Arbor Light Ltd. (LSE: ALL) rose.",
        [("Arbor Light Ltd.",) * 2],
    ),
    "short of a legal form": (
        "Gazprom and Zorin Stahl paid the Zorin Stahl Group. Boeing met The Boeing Company.",
        [
            ("Gazprom",) * 2,
            ("Zorin Stahl", "Zorin Stahl Group"),
            ("Zorin Stahl Group",) * 2,
            ("Boeing", "Boeing Company"),
            ("Boeing Company",) * 2,
        ],
    ),
    "an abbreviation and its organization": (
        "The WHO Centre for Roads (CFR) met. The WHO-CFR and the WHO CFR paid.",
        [(text, "WHO Centre for Roads") for text in ("WHO Centre for Roads", "CFR", "WHO-CFR", "WHO CFR")],
    ),
    "listed abbreviation takes the long form of the text": (
        "It left NATO. The North Atlantic Treaty Organization grew.",
        [(text, "North Atlantic Treaty Organization") for text in ("NATO", "North Atlantic Treaty Organization")],
    ),
    "without the long form the abbreviation stands": ("NATO allies met.", [("NATO", "NATO")]),
    "short form of a league": (
        "Sweden joined the League of Nations. The League met.",
        [("League of Nations", "League of Nations"), ("League", "League of Nations")],
    ),
    "possessive stays outside": (
        "An order for the Russian Federation’s Armed Forces.",
        [("Armed Forces", "Armed Forces")],
    ),
    "behind an office with of": ("The Speaker of the House wrote.", [("House", "House")]),
    "inside a title of a treaty": (
        "The Treaty on the Eurasian Economic Union was ratified.",
        [("Eurasian Economic Union", "Eurasian Economic Union")],
    ),
    "state corporation": (
        "A contract with state corporation Vostok was signed.",
        [("Vostok", "Vostok")],
    ),
    "what a company is, in capitals": (
        "The Russian State Corporation Rostec called. Rostec paid.",
        [("Russian State Corporation Rostec",) * 2, ("Rostec", "Russian State Corporation Rostec")],
    ),
    "what a company is, in small letters": ("The Russian state corporation Rostec paid.", [("Rostec", "Rostec")]),
    "apposition": ("Sigma, Peru’s largest oil company, paid.", [("Sigma", "Sigma")]),
    "air and country": ("Air Samoa and Oman Air will fly.", [("Air Samoa", "Air Samoa"), ("Oman Air", "Oman Air")]),
    "legal form of two words": (
        "Arbor Foods Pte. Ltd. of Peru paid Kestrel Co., Ltd. in May.",
        [("Arbor Foods Pte. Ltd.",) * 2, ("Kestrel Co., Ltd.",) * 2],
    ),
    "legal form in capitals": ("It bought Kestrel PTE LTD. The talks ended.", [("Kestrel PTE LTD",) * 2]),
    "legal form of Mexico": ("It bought Arbor Light S.A. de C.V. in May.", [("Arbor Light S.A. de C.V.",) * 2]),
    "a form behind a comma of another": ("Kestrel Co., the maker, left.", [("Kestrel Co.",) * 2]),
    "legal form": ("It bought Kestrel Marine Ltd. in May.", [("Kestrel Marine Ltd.", "Kestrel Marine Ltd.")]),
    "acronym as a party": (
        "A contract between KZTM and the Chilean Navy.",
        [("KZTM", "KZTM"), ("Chilean Navy", "Chilean Navy")],
    ),
    "joined to a company": (
        "Gazprom and Zorin Stahl signed it.",
        [("Gazprom",) * 2, ("Zorin Stahl",) * 2],
    ),
    "short form of a company": (
        "The China Red Lake Corporation built it. Red Lake was paid.",
        [("China Red Lake Corporation", "China Red Lake Corporation"), ("Red Lake", "China Red Lake Corporation")],
    ),
    "two central banks": (
        "An accord of the Central Banks of Chile and Peru.",
        [("Central Banks of Chile and Peru", "Central Banks of Chile and Peru")],
    ),
    "full form of a company again": (
        "For Meridian Yards it was news. Meridian Yards has won two contracts.",
        [("Meridian Yards", "Meridian Yards")] * 2,
    ),
    "acronym with members": (
        "The ZRNM guerrillas left. Later ZRNM signed.",
        [("ZRNM", "ZRNM")] * 2,
    ),
    "movement in apposition": ("Zarek, the islands’ largest party, won.", [("Zarek", "Zarek")]),
    "bank with a name behind": ("A loan of Bank Nusantara was agreed.", [("Bank Nusantara", "Bank Nusantara")]),
    "joint force of two fields": (
        "The Estonian Police and Border Guard Board agreed.",
        [("Estonian Police and Border Guard Board",) * 2],
    ),
    "the Commonwealth alone": ("Fiji left the Commonwealth.", [("Commonwealth", "Commonwealth")]),
    "programme that is a body": (
        "The United Nations Development Programme (UNDP) paid. UNDP left.",
        [
            ("United Nations Development Programme",) * 2,
            ("UNDP", "United Nations Development Programme"),
            ("UNDP", "United Nations Development Programme"),
        ],
    ),
    "secretariat of an organization": (
        "The Secretariat of the Arctic Council wrote.",
        [("Secretariat of the Arctic Council",) * 2],
    ),
    "association of leaders": (
        "The Delta Traditional Leaders Association wrote.",
        [("Delta Traditional Leaders Association",) * 2],
    ),
    "agency of the United Nations": ("The UN World Food Programme paid.", [("UN World Food Programme",) * 2]),
    "heading in capitals": ("MESSAGE TO THE SENATE", [("SENATE", "SENATE")]),
    "another language": ("A loan of the Banco de la Nación Argentina.", [("Banco de la Nación Argentina",) * 2]),
    "contraction": (
        "It left the Communist Information Bureau (Cominform).",
        [("Communist Information Bureau",) * 2, ("Cominform", "Communist Information Bureau")],
    ),
    "initials without brackets": (
        "The Northern Harbour Bank paid. Later NHB left.",
        [("Northern Harbour Bank",) * 2, ("NHB", "Northern Harbour Bank")],
    ),
    "two initials behind an article": (
        "The Harbour Bank paid, and a loan of the HB was repaid.",
        [("Harbour Bank",) * 2, ("HB", "Harbour Bank")],
    ),
    "nation in front of a listed company": ("It went to the Norwegian Telenor.", [("Norwegian Telenor",) * 2]),
    "bare joint body": (
        "The Peruvian-Chilean Joint Commission met. This time the Joint Commission agreed.",
        [("Peruvian-Chilean Joint Commission",) * 2, ("Joint Commission", "Peruvian-Chilean Joint Commission")],
    ),
    "name between commas": ("It went to its largest refiner, Kormoran, in May.", [("Kormoran", "Kormoran")]),
    "two fields behind an article": (
        "The Radiological and Nuclear Regulatory Authority of Paraguay agreed.",
        [("Radiological and Nuclear Regulatory Authority of Paraguay",) * 2],
    ),
    "two places behind a nation": (
        "The Ghana Ports and Harbours Authority agreed.",
        [("Ghana Ports and Harbours Authority",) * 2],
    ),
    "weak modifier and nation": ("The Shipping Corporation of India paid.", [("Shipping Corporation of India",) * 2]),
    "dash between nations": (
        "The Soviet–Afghan Commission on Trade met.",
        [("Soviet–Afghan Commission on Trade",) * 2],
    ),
    "two names in another language": (
        "A loan of the Banco de Alta – Dirección de Tratados.",
        [("Banco de Alta",) * 2, ("Dirección de Tratados",) * 2],
    ),
    "capitals with a complement": (
        "TO THE SENATE OF THE UNITED STATES:",
        [("SENATE OF THE UNITED STATES",) * 2],
    ),
    "bank with a name and a country": ("Bank Nusantara Malaysia paid.", [("Bank Nusantara Malaysia",) * 2]),
    "movement for a cause": (
        "The Movement for the Emancipation of the Delta agreed.",
        [("Movement for the Emancipation of the Delta",) * 2],
    ),
    "commission of two states": (
        "A Peruvian-Chilean Boundary Commission met.",
        [("Peruvian-Chilean Boundary Commission", "Peruvian-Chilean Boundary Commission")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ORGANIZATIONS.values(), ids=ORGANIZATIONS.keys())
def test_organizations(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text, "organization") == expected


NONE = {
    "governments": "The Russian government and the Government of Mexico talked to the Carter administration.",
    "missions": "The U.S. Embassy in Lima and the Consulate General of Peru closed.",
    "buildings": "They met in the Kremlin, in the White House and in the Oval Office.",
    "offices": "The UN Secretary-General, the IAEA chief and the Minister of Foreign Affairs met.",
    "events": "The Congress of Vienna, the Moscow Conference and World Energy Congress ended.",
    "treaties": "The ANZUS Treaty and the North Atlantic Treaty of 1949 are in force.",
    "products": "They bought Boeing 737 aircraft and Sukhoi Su-30 fighters.",
    "generic nouns": "The Commission, the Company, the Alliance and the Bank agreed with the Fund.",
    "states with heads in their names": "The Soviet Union, the Russian Federation and the Swiss Confederation.",
    "parties to a treaty": "Each Contracting Party shall inform the other Party.",
    "dynasty": "The House of Savoy ruled it.",
    "an abbreviation for something else": "An Economic Partnership Agreement was signed. The EPA is in force.",
    "initials of a product": "They fly the HB-95.",
    "a high commission is a mission": "Its High Commission in Suva closed.",
    "two ministers": "The Prime Minister and Foreign Minister met.",
    "parties of a treaty in general": "Each of the States Party to it agreed.",
    "people": "Then Admiral Navarro and Mr House met.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_no_organization(text: str) -> None:
    assert names(text, "organization") == []


# (text, the mentions of states as (text, party, form))
STATES: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "name and adjective": (
        "Peru met a Chilean delegation.",
        [("Peru", "PE", "name"), ("Chilean", "CL", "adjective")],
    ),
    "pair with hyphen": ("Sino-Soviet talks", [("Sino", "CN", "combining"), ("Soviet", "SU", "adjective")]),
    "abbreviations": ("U.S.-Cambodia talks", [("U.S.", "US", "name"), ("Cambodia", "KH", "name")]),
    "government": (
        "The Government of the Republic of Peru wrote.",
        [("Government of the Republic of Peru", "PE", "government")],
    ),
    "government of an adjective": ("The Mexican Government paid.", [("Mexican Government", "MX", "government")]),
    "seat": ("The Kremlin agreed.", [("Kremlin", "RU", "government")]),
    "in a title": (
        "The Franco-Monégasque Treaty",
        [("Franco", "FR", "combining"), ("Monégasque", "MC", "adjective")],
    ),
    "abbreviation of two words": (
        "The Palestinian Authority (PA) met. The PA signed.",
        [("Palestinian Authority", "PS", "name"), ("PA", "PS", "name"), ("PA", "PS", "name")],
    ),
    "a city, not its league": ("The Free and Hanseatic City of Bremen signed.", []),
    "not Mexico": ("Arizona and New Mexico", []),
    "not India": ("Indian tribes of the Indian Ocean", []),
    "not the United States": ("Native Americans and Latin American envoys", []),
    "both halves of a divided country": (
        "East and West Germany met. The South and North Korean leaders spoke.",
        [
            ("East", "DD", "name"),
            ("West Germany", "DE", "name"),
            ("South", "KR", "adjective"),
            ("North Korean", "KP", "adjective"),
        ],
    ),
    "Indian without India": (
        "The Russian-Indian talks went well.",
        [("Russian", "RU", "adjective"), ("Indian", "IN", "adjective")],
    ),
    "Indian among tribes": ("The Indian lands of the tribes were ceded.", []),
    "Congo resolved by the document": (
        "The Democratic Republic of the Congo (DRC). Later the Congo paid.",
        [("Democratic Republic of the Congo", "CD", "name"), ("DRC", "CD", "name"), ("Congo", "CD", "name")],
    ),
    "Korea resolved by the document": (
        "South Korea paid. Korean ships",
        [("South Korea", "KR", "name"), ("Korean", "KR", "adjective")],
    ),
    "a region of today": (
        "The Republic of Texas was new. Texas signed.",
        [("Republic of Texas", "Texas", "name"), ("Texas", "Texas", "name")],
    ),
    "a region as a place": ("In Texas it rained.", []),
    "longest name": (
        "Papua New Guinea, Guinea-Bissau and Guinea",
        [("Papua New Guinea", "PG", "name"), ("Guinea-Bissau", "GW", "name"), ("Guinea", "GN", "name")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), STATES.values(), ids=STATES.keys())
def test_states(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(one.text, one.value, one.category) for one in mentions(text) if one.kind == "country"]
    assert found == expected


OTHERS = {
    "capital": ("They met in Lima.", "place", "Lima", "PE"),
    "capital of two states": ("The Soviet Union signed in Moscow.", "place", "Moscow", "SU"),
    "city": ("They met at Camp David.", "place", "Camp David", "US"),
    "sea": ("ships in the Indian Ocean", "place", "Indian Ocean", ""),
    "leader": ("Then President Chavez left.", "person", "President Chavez", ""),
    "minister with nation": (
        "Russian Minister of Foreign Affairs Yevgeny Primakov left.",
        "person",
        "Russian Minister of Foreign Affairs Yevgeny Primakov",
        "RU",
    ),
    "president of": (
        "President of Turkmenistan Gurbanguly Berdimuhamedov left.",
        "person",
        "President of Turkmenistan Gurbanguly Berdimuhamedov",
        "TM",
    ),
    "embassy": ("The American Embassy closed.", "mission", "American Embassy", ""),
}


@pytest.mark.parametrize(("text", "kind", "words", "country"), OTHERS.values(), ids=OTHERS.keys())
def test_places_people_and_missions(text: str, kind: str, words: str, country: str) -> None:
    found = [(one.text, one.country) for one in mentions(text) if one.kind == kind]
    assert found == [(words, country)]


def test_a_name_later_is_the_same_person() -> None:
    found = [one for one in mentions("President Putin came. Later Putin left.") if one.kind == "person"]
    assert [one.text for one in found] == ["President Putin", "Putin"]


def test_mentions_are_sorted_and_do_not_overlap() -> None:
    text = "\n".join(text for text, _ in [*ORGANIZATIONS.values(), *STATES.values()])
    found = mentions(text)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    assert all(text[one.start : one.end] == one.text for one in found)


def test_an_ambiguous_short_form_is_an_issue() -> None:
    text = "The Chilean Senate met.\n\nThe Peruvian Senate met.\n\nThe Senate voted."
    found, issues = find(*read(text))
    assert [one.value for one in found if one.kind == "organization"] == ["Chilean Senate", "Peruvian Senate", "Senate"]
    assert [(issue.code, issue.start) for issue in issues] == [("ambiguous-organization", text.rindex("Senate"))]


def test_an_ambiguous_state_is_an_issue() -> None:
    _, issues = find(*read("The Congo signed."))
    assert [issue.code for issue in issues] == ["ambiguous-country"]


@pytest.mark.parametrize("text", ["", " \n", "1234", "…"], ids=["empty", "blank", "digits", "dots"])
def test_nothing_to_find(text: str) -> None:
    assert find(*read(text)) == ([], [])
