"""The table of states against the standards that it takes codes and names from, and its forms."""

from __future__ import annotations

import subprocess
import sys

import pycountry
import pytest
from babel import Locale

from pipeline import countries

ISO = {country.alpha_2: country for country in pycountry.countries if country.alpha_2 != "AQ"}  # no state, no claims
# CLDR's name is no running text, or a wider or narrower thing than the state.
NOT_CLDR = {"CC", "CD", "CG", "FK", "HK", "MF", "MM", "MO", "PS", "SX"}


def plain(name: str) -> str:
    return countries.normalize(name).replace(" & ", " and ")


@pytest.mark.parametrize("code", sorted(ISO))
def test_codes_and_official_names_are_those_of_iso_3166(code: str) -> None:
    state = countries.by_code(code)
    assert state is not None
    assert state.alpha3 == ISO[code].alpha_3
    official = getattr(ISO[code], "official_name", "").removeprefix("the ")
    if official and "," not in official:
        assert plain(official) in {plain(state.official), plain(state.name)}


@pytest.mark.parametrize("code", sorted(ISO.keys() - NOT_CLDR))
def test_names_are_those_of_cldr(code: str) -> None:
    state = countries.by_code(code)
    assert state is not None
    assert plain(state.name) == plain(Locale("en").territories[code])


@pytest.mark.parametrize("code", ["SU", "YU", "CS", "DD", "AN", "YD"])
def test_former_codes_are_those_of_iso_3166_3(code: str) -> None:
    former = {country.alpha_2: country.alpha_3 for country in pycountry.historic_countries if country.alpha_3 != "SCG"}
    state = countries.by_code(code)
    assert state is not None
    assert state.alpha3 == former[code]
    assert state.until


# Members of the United Nations are the states of ISO 3166-1 that the project lists; these are of ISO and not listed.
NOT_COW = set(
    "AI AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM "
    "PN PR PS RE SH SJ SX TC TF TK UM VA VG VI WF YT".split()
)
REGIONS = ((2, 165), (200, 395), (402, 591), (600, 698), (700, 860), (900, 990))


def test_codes_of_the_correlates_of_war_cover_its_state_system() -> None:
    listed = {(state.cow, state.cow_letters) for state in countries.states() if state.cow}
    assert len(listed) == 217 - 3  # see the package's docstring
    assert len({number for number, _ in listed}) == len({letters for _, letters in listed}) == len(listed)
    assert all(letters.isalpha() and letters.isupper() and len(letters) == 3 for _, letters in listed)
    assert all(any(low <= int(number) <= high for low, high in REGIONS) for number, _ in listed)
    assert {code for code in ISO if not countries.by_code(code).cow} == NOT_COW  # type: ignore[union-attr]


def test_states_that_share_a_code_of_the_correlates_of_war_follow_each_other() -> None:
    shared = {
        tuple(state.party for state in countries.by_cow(state.cow))
        for state in countries.states()
        if len(countries.by_cow(state.cow)) > 1
    }
    assert shared == {
        ("DE", "Prussia"),
        ("IT", "Piedmont-Sardinia"),
        ("RS", "YU", "Serbia and Montenegro"),
        ("RU", "SU"),
        ("TR", "Ottoman Empire"),
        ("Austria-Hungary", "Austrian Empire"),
    }


@pytest.mark.parametrize(
    ("number", "letters", "party"),
    [("2", "USA", "US"), ("200", "UKG", "GB"), ("101", "VEN", "VE"), ("732", "ROK", "KR"), ("490", "DRC", "CD"),
     ("300", "AUH", "Austria-Hungary"), ("816", "DRV", "VN"), ("680", "YPR", "YD"), ("347", "KOS", "Kosovo")],
)  # fmt: skip
def test_codes_of_the_correlates_of_war(number: str, letters: str, party: str) -> None:
    assert countries.by_cow(number)[0].party == countries.by_cow(letters)[0].party == party
    assert countries.by_cow("") == countries.by_cow("999") == ()


CASES = [
    ("Venezuela", "VE", "name"),
    ("Bolivarian Republic of Venezuela", "VE", "name"),
    ("Venezuelan", "VE", "adjective"),
    ("Venezuelans", "VE", "people"),
    ("Caracas", "VE", "capital"),
    ("the Kremlin", None, None),
    ("Kremlin", "RU", "seat"),
    ("10 Downing Street", "GB", "seat"),
    ("U.S.", "US", "name"),
    ("DPRK", "KP", "name"),
    ("Republic of Korea", "KR", "name"),
    ("Côte d'Ivoire", "CI", "name"),
    ("Côte d’Ivoire", "CI", "name"),
    ("Ivory Coast", "CI", "name"),
    ("Republic of the Congo", "CG", "name"),
    ("Democratic Republic of the Congo", "CD", "name"),
    ("Congo", "Congo", "name"),
    ("Niger", "NE", "name"),
    ("Nigerien", "NE", "adjective"),
    ("Nigerian", "NG", "adjective"),
    ("Guinea-Bissau", "GW", "name"),
    ("Persia", "IR", "name"),
    ("Siam", "TH", "name"),
    ("Burma", "MM", "name"),
    ("Zaire", "CD", "name"),
    ("Soviet Union", "SU", "name"),
    ("Soviet", "SU", "adjective"),
    ("East Germany", "DD", "name"),
    ("West Germany", "DE", "name"),
    ("Ottoman Empire", "Ottoman Empire", "name"),
    ("Kingdom of Hanover", "Hanover", "name"),
    ("Austro-Hungarian", "Austria-Hungary", "adjective"),
    ("Monégasque", "MC", "adjective"),
    ("Dutch", "NL", "adjective"),
    ("Sino", "CN", "combining"),
    ("Nuku‘alofa", "TO", "capital"),
    ("Atlantis", None, None),
]


@pytest.mark.parametrize(("form", "party", "kind"), CASES, ids=[case[0] for case in CASES])
def test_lookup(form: str, party: str | None, kind: str | None) -> None:
    found = countries.lookup(form)
    assert [(entry.state.party, entry.kind) for entry in found[:1]] == ([(party, kind)] if party else [])


def test_only_capitals_of_two_states_and_city_states_are_ambiguous() -> None:
    ambiguous = {
        form: sorted(entry.state.party for entry in entries)
        for form, entries in countries.forms().items()
        if len({entry.state.party for entry in entries}) > 1
    }
    assert ambiguous == {
        "Belgrade": ["RS", "YU"],
        "Moscow": ["RU", "SU"],
        "Nassau": ["BS", "Nassau"],
        "Prague": ["CS", "CZ"],
    }


@pytest.mark.parametrize(
    ("form", "code", "until"),
    [
        ("Persia", "IR", "1935"),
        ("Siam", "TH", "1939"),
        ("Burma", "MM", "1989"),
        ("Zaire", "CD", "1997"),
        ("Iran", "IR", ""),
    ],
)
def test_former_names_have_their_year(form: str, code: str, until: str) -> None:
    assert [(entry.state.code, entry.until) for entry in countries.lookup(form)] == [(code, until)]


def test_parties_are_unique() -> None:
    parties = [state.party for state in countries.states()]
    assert len(set(parties)) == len(parties)
    assert all(countries.by_party(party) is not None for party in parties)
    assert countries.by_code("") is None


def test_successors_are_states_of_the_table() -> None:
    successors = {state.successor for state in countries.states() if state.successor}
    assert {code for code in successors if countries.by_code(code) is None} == set()


def test_the_table_needs_no_library_at_run_time() -> None:
    code = "import sys; from pipeline import countries; countries.forms(); print('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
