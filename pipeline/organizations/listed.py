"""Organizations by table, and the checks that any name of an organization has to pass in its context."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.organizations import lexicon
from pipeline.organizations.candidates import Candidate
from pipeline.organizations.grammar import REALMS
from pipeline.organizations.scan import Hit, Scan

PARENT = "United Nations"  # "UN World Food Programme": its funds and agencies carry its name in front
COMPANY_NOUNS = frozenset({"Corporation", "Company", "Concern", "Holding", "Enterprise", "Agency"})
DESCRIPTORS = COMPANY_NOUNS | {
    *("State", "National", "Joint", "Stock", "Joint-Stock", "Public", "Open", "Atomic", "Energy", "Nuclear", "Space"),
    *("Oil", "Gas", "Unitary", "Federal", "News", "Export", "Trading", "Telegraph", "Aviation", "and"),
}
GENERAL_PAIRS = frozenset({"RD", "MA", "OM", "QA", "ST", "EP", "PL"})  # "R&D" is done by many
ORDINAL = re.compile(r"(?:\d+(?:st|nd|rd|th)|First|Second|Third|[A-Z]\w+th|first|second|third|[a-z]+th)")
RANKS = frozenset({"deputy", "first", "vice", "board", "supreme", "general", "executive", "acting"})
BEHIND_BRANCH = frozenset(
    {",", ".", ";", ")", "(", "and", "to", "has", "will", "is", "said", "signed", "for", "in", "by"}
)
GOVERNMENTS = frozenset({"government", "administration", "regime"})
# Behind a maker's name these make it a product ("Boeing 737", "Sukhoi Superjet").
PRODUCT_WORDS = frozenset(
    {"Superjet", "Dreamliner", "Max", "Flanker", "Kalibr", "Turbine", "Turbines", "Engine", "Engines", "Project"}
)


def find_listed(scan: Scan) -> Iterator[Candidate]:
    """Yield the organizations of the tables in a line, with a nation in front that belongs to the name."""
    for hit in scan.hits:
        listed = hit.listed
        if listed is None or hit.is_blocked or _is_product(scan, hit) or not _is_whole(scan, hit):
            continue
        if (listed.rule == "parliament-by-name" and _is_meeting(scan, hit)) or _is_event(scan, hit):
            continue
        start, country = _with_nation(scan, hit, listed.country)
        end = _with_country(scan, hit)
        group = listed.group if (start, end) == (hit.start, hit.end) else ""
        if listed.category == "company":
            start, whole = _with_descriptor(scan, hit.start), _with_letters(scan, hit.end)
            end = _with_branch(scan, _with_division(scan, whole))
            group = listed.group if end == whole else ""
        yield Candidate(
            start=scan.tokens[start].start,
            end=scan.tokens[end - 1].end,
            kind="organization",
            rule=listed.rule,
            category=listed.category,
            country=country,
            group=group,
            head=scan.tokens[(end if listed.category == "company" else hit.end) - 1].text,
        )


def is_office(scan: Scan, end: int) -> bool:
    """Tell whether an office or a rank follows at token `end` ("UN Secretary-General", "IAEA chief")."""
    token = scan.line.at(end)
    if token.text == "'s" or not token.text:
        return False
    offices = lexicon.words().offices
    if token.lower in RANKS and scan.line.at(end + 1).lower in offices:
        return True
    is_common = token.lower in ("general", "head", "chair", "count", "major") and not token.is_name
    return token.lower in offices and not is_common


def governs(scan: Scan, candidate: Candidate) -> bool:
    """Tell whether the government of a party follows, or that of the Commonwealth: they are states'."""
    may_govern = candidate.category == "party" or candidate.rule == "commonwealth"
    return may_govern and scan.line.at(scan.behind[candidate.end]).lower in GOVERNMENTS


def _is_product(scan: Scan, hit: Hit) -> bool:
    following = scan.line.at(hit.end)
    glued = scan.line.glued(hit.end)
    if following.text == "-" and glued and any(c.isdigit() for c in scan.line.at(hit.end + 1).text):
        return True
    listed = hit.listed
    is_maker = listed is not None and listed.category == "company"
    has_digit = following.text[:1].isdigit() or scan.line.at(hit.end + 2).text[:1].isdigit()
    is_model = following.is_name and (any(c.isdigit() for c in following.text) or scan.line.at(hit.end + 1).text == "-")
    return (
        is_maker
        and not glued
        and (following.text in PRODUCT_WORDS or following.text[:1].isdigit() or (is_model and has_digit))
    )


def _is_meeting(scan: Scan, hit: Hit) -> bool:
    """Tell whether a place follows that no parliament has: "the Diet of Worms"."""
    line = scan.line
    behind = hit.end + 1 + (line.at(hit.end + 1).text == "the")
    is_nation = scan.nation(behind) is not None or line.at(behind).text in REALMS
    return hit.end - hit.start == 1 and line.at(hit.end).text == "of" and line.at(behind).is_name and not is_nation


def _is_event(scan: Scan, hit: Hit) -> bool:
    """Tell whether the name is that of a day, or of one of many meetings ("the Fifth Pacific Islands Forum")."""
    before, last = scan.line.at(hit.start - 1).text, scan.line.at(hit.end - 1).text
    is_meeting = last in ("Forum", "Conference", "Meeting") and ORDINAL.fullmatch(before) is not None
    return is_meeting or scan.line.at(hit.end).text in ("Day", "Decade")


def _is_whole(scan: Scan, hit: Hit) -> bool:
    """Tell whether the hit is not a part of a hyphenated word ("EU-funded" is fine, "Quad-Cities" is not)."""
    line = scan.line
    behind = line.at(hit.end)
    if behind.text == "-" and line.glued(hit.end) and line.glued(hit.end + 1):
        return hit.end - hit.start > 1 or line.at(hit.start).text.isupper() or not line.at(hit.end + 1).is_name
    return True


def _with_nation(scan: Scan, hit: Hit, country: str) -> tuple[int, str]:
    """Take in a nation in front of the name of a national body ("German Bundestag", "U.S. Marine Corps")."""
    nation = scan.nation(hit.start - 1)
    listed = hit.listed
    parent = scan.hit(hit.start - 1)
    if parent is not None and parent.listed is not None and parent.listed.group == PARENT:
        return parent.start, country
    if nation is None or listed is None or listed.category in ("international-organization", "company"):
        return hit.start, country
    if scan.line.at(nation.start - 1).text in ("-", "and"):
        return hit.start, country
    return nation.start, nation.forms[0].state.code or country


def _with_descriptor(scan: Scan, start: int) -> int:
    """Take in a nation, and what a company is if capitals make it a part: "Russian State Corporation" Rostec."""
    begin = start
    while scan.line.at(begin - 1).text in DESCRIPTORS:
        begin -= 1
    if begin == start or scan.line.at(start - 1).text not in COMPANY_NOUNS:
        begin = start
    nation = scan.nation(begin - 1)
    if nation is None or scan.line.at(nation.start - 1).text in ("-", "and"):
        return begin
    return nation.start if any(form.kind == "adjective" for form in nation.forms) else begin


def _with_letters(scan: Scan, end: int) -> int:
    """Take in what letters joined by "&" say that a company does: "Samsung" E&A."""
    line = scan.line
    is_pair = line.at(end + 1).text == "&" and line.glued(end + 1) and line.glued(end + 2)
    letters = line.at(end).text + line.at(end + 2).text
    return end + 3 if is_pair and letters.isupper() and letters not in GENERAL_PAIRS else end


def _with_division(scan: Scan, begin: int) -> int:
    """Take in the trade that makes it another company ("Siemens" Energy, "Airbus" Defence and Space), not a product."""
    line, trades, end = scan.line, lexicon.words().company_divisions, begin
    is_qualified = line.at(end).lower in lexicon.words().portfolio | {"new", "geothermal"} and line.at(end).is_name
    end += is_qualified and line.at(end + 1).text in trades and line.at(end).text not in trades
    while line.at(end).text in trades and not line.glued(end):
        end += 1
        joint = end
        while line.at(joint).text in (",", "and", "&"):
            joint += 1
        end = joint if line.at(joint).text in trades else end
    return begin if line.at(end).text.capitalize() in PRODUCT_WORDS else end


def _with_branch(scan: Scan, end: int) -> int:
    """Take in the country of a company's branch, if nothing makes it a matter between the two: "Boeing" Australia."""
    nation, line = scan.nation(end), scan.line
    if nation is None or nation.start != end or not any(form.kind == "name" for form in nation.forms):
        return end
    return nation.end if line.at(nation.end).lower in BEHIND_BRANCH and not line.is_upper else end


def _with_country(scan: Scan, hit: Hit) -> int:
    """Take in "of the Russian Federation" behind the name of a national body."""
    line = scan.line
    if line.at(hit.end).text != "of":
        return hit.end
    begin = hit.end + 1 + (line.at(hit.end + 1).text == "the")
    nation = scan.hit(begin)
    listed = hit.listed
    if listed is None or listed.category == "international-organization" or nation is None:
        return hit.end
    return nation.end if any(form.kind == "name" for form in nation.forms) else hit.end
