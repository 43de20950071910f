"""Bodies of a state whose head noun is written small: "Russian navy", "British Home fleet", "Peruvian parliament"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.organizations import lexicon
from pipeline.organizations.candidates import Candidate
from pipeline.organizations.scan import Hit, Scan

LONGEST = 4  # words between the nation and the head
INDEFINITE = frozenset({"a", "an", "any", "every", "no", "another", "each"})
RANKS = frozenset({"Imperial", "Royal"})
CHAMBERS = frozenset({"Senate", "House"})
PORTFOLIO = "government-body"  # what has one, also behind "of"


def find_small(scan: Scan) -> Iterator[Candidate]:
    """Yield the bodies of a line that a nation and a small head noun name, with the words between them.

    Some heads are names with the nation alone (army, parliament); others want a word that tells which (fleet).
    """
    small = lexicon.small_heads()
    for index, token in enumerate(scan.tokens):
        for words, category, needs_word in small.get(token.text, ()):
            behind = index + len(words)
            if tuple(one.text for one in scan.tokens[index:behind]) != words or _is_compound(scan, behind):
                continue
            nation = _nation(scan, index) or (_chamber(scan, index) if category == "committee" else None)
            end = _with_portfolio(scan, behind) if category == PORTFOLIO else behind
            if nation is None or (needs_word and nation.end == index and end == behind):
                continue
            start = nation.start - (scan.line.at(nation.start - 1).text in RANKS)
            yield Candidate(
                scan.tokens[start].start,
                scan.tokens[end - 1].end,
                "organization",
                "head-in-small-letters",
                category=category,
                country=nation.forms[0].state.code if nation.forms else "",
                head=words[-1].capitalize(),
            )


def _nation(scan: Scan, head: int) -> Hit | None:
    """Return the nation that stands in front of the head or of its modifiers, fields of policy or capitalized."""
    line, portfolio = scan.line, lexicon.words().portfolio
    first = head
    while head - first < LONGEST and scan.nation(first - 1) is None:
        token = line.at(first - 1)
        is_field = token.lower in portfolio or (token.text == "and" and line.at(first - 2).lower in portfolio)
        if not (is_field or (token.is_name and token.lower not in lexicon.words().stops)):
            return None
        first -= 1
    nation = scan.nation(first - 1)
    if nation is None or line.at(first).text == "-":
        return None
    before = line.at(nation.start - 1).lower
    if before in ("and", "or") or (before == "-" and line.glued(nation.start)):
        return None
    is_attribute = any(form.kind == "adjective" for form in nation.forms) or line.at(nation.start).text.isupper()
    return nation if is_attribute and before not in INDEFINITE else None


def _chamber(scan: Scan, head: int) -> Hit | None:
    """Return the chamber whose committee it is: "Senate foreign relations" committee."""
    first = head
    while head - first < LONGEST and scan.line.at(first - 1).lower in lexicon.words().portfolio:
        first -= 1
    is_chamber = scan.line.at(first - 1).text in CHAMBERS and first < head
    return Hit(first - 1, first, ()) if is_chamber else None


def _with_portfolio(scan: Scan, behind: int) -> int:
    """Return the end of "of transport and infrastructure" behind a ministry; only fields of policy are its own."""
    line, portfolio, end = scan.line, lexicon.words().portfolio, behind
    if line.at(behind).text != "of":
        return behind
    index = behind + 1 + (line.at(behind + 1).text == "the")
    while line.at(index).lower in portfolio:
        index = end = index + 1
        if line.at(index).text == ",":
            index += 1
        index += line.at(index).text == "and"
    return end


def _is_compound(scan: Scan, behind: int) -> bool:
    """Tell whether a hyphen joins the head to another word ("army-backed")."""
    return scan.line.at(behind).text == "-" and scan.line.glued(behind)
