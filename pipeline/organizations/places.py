"""Places that no table knows: behind "in" and "at", or with a noun of places ("Khmeimim airfield")."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pipeline.organizations import lexicon
from pipeline.organizations.candidates import Candidate
from pipeline.organizations.scan import Scan

LOCATIVE = frozenset({"in", "at", "near"})
LONGEST_PLACE = 4  # tokens
SITES = frozenset(
    "airfield airport base castle city county district island islands palace peninsula port province region "
    "river valley village bay harbor harbour lake mountains strait straits cosmodrome".split()
)


def find_places(scan: Scan, lowercase: Collection[str], people: Collection[str]) -> Iterator[Candidate]:
    """Yield the places of a line that its words give away; `lowercase` and `people` are words that are no place."""
    done = 0
    for index in scan.names:
        if index < done or scan.hit(index) is not None:
            continue
        end = _run(scan, index, lowercase, people)
        if end == index:
            continue
        done = end
        site = scan.line.at(end).lower in SITES and scan.line.at(end).text.islower()
        if (
            scan.line.at(index - 1).text in LOCATIVE
            or site
            or (scan.line.at(end - 1).lower in SITES and end - index > 1)
        ):
            yield _place(scan, index, end + site)


def _run(scan: Scan, begin: int, lowercase: Collection[str], people: Collection[str]) -> int:
    """Return the end of the capitalized words at `begin`, none of which can be anything but a name."""
    line, vocabulary, end = scan.line, lexicon.words(), begin
    if line.is_upper:
        return begin
    while end - begin < LONGEST_PLACE:
        token = line.at(end)
        is_site = token.lower in SITES and end > begin
        is_common = token.lower in lowercase or token.lower in vocabulary.not_in_places
        if token.is_name and end > begin and is_common and not is_site and scan.hit(end) is None:
            return begin  # "in Criminal Matters": the first word only qualifies the second
        if not token.is_name or scan.hit(end) is not None or (is_common and not is_site):
            break
        if token.text in people or token.text in lexicon.heads() or token.text in vocabulary.person_titles:
            return begin
        end += 1
        if line.at(end).text in ("-", "'") and line.glued(end) and line.at(end + 1).is_name and line.glued(end + 1):
            end += 1
    return begin if len(line.at(begin).text) < 3 or line.at(begin).text.isupper() else end


def _place(scan: Scan, begin: int, end: int) -> Candidate:
    """Make the candidate; a state behind a comma or in brackets is its country ("Nuevo Laredo, Mexico")."""
    country = ""
    nation = scan.nation(end + 1)
    if nation is not None and scan.line.at(end).text in (",", "("):
        country = nation.forms[0].state.code if nation.forms[0].kind == "name" else ""
    return Candidate(
        start=scan.tokens[begin].start,
        end=scan.tokens[end - 1].end,
        kind="place",
        rule="place-context",
        category="place",
        country=country,
    )
