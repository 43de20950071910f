"""States, their people, governments and seats, and places, as mentions of a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline import countries
from pipeline.countries import CountryForm, State
from pipeline.organizations.candidates import Candidate
from pipeline.organizations.scan import Hit, Scan
from pipeline.records import Issue, Source

PLACES = frozenset({"capital", "region", "listed"})
GOVERNMENT = frozenset({"government", "cabinet", "administration", "regime"})
RANKS = frozenset("Republic Kingdom Empire Principality Duchy Sultanate Emirate Monarchy Reich Dominion".split())
QUALIFIERS = frozenset(
    "Democratic Socialist Soviet People Islamic Arab Federal Federative Grand Independent Sovereign First Second "
    "Third Fourth Fifth Imperial Royal Free Provisional Constitutional Hashemite Bolivarian Plurinational".split()
)
# "Georgia" in a text with these is the state of the American union.
AMERICAN_GEORGIA = frozenset({"Atlanta", "Savannah", "Carolina", "Alabama", "Florida", "Carter"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the document as a whole says about ambiguous names: all the forms of states in it, and its words."""

    forms: frozenset[str]
    parties: frozenset[str]
    words: frozenset[str]


def gather(scans: list[Scan]) -> Evidence:
    """Collect the evidence of a document."""
    found = [form for scan in scans for hit in scan.hits for form in hit.forms]
    words = frozenset(token.text for scan in scans for token in scan.tokens)
    return Evidence(
        forms=frozenset(form.form for form in found),
        parties=frozenset(form.state.party for form in found if form.form not in AMBIGUOUS and form.kind != "capital"),
        words=words,
    )


# Forms that several states share, and the states that they can mean; the document decides.
AMBIGUOUS: dict[str, tuple[str, ...]] = {
    "Congo": ("CD", "CG"),
    "Congolese": ("CD", "CG"),
    "Korea": ("KR", "KP"),
    "Korean": ("KR", "KP"),
    "Koreans": ("KR", "KP"),
    "Dominican": ("DO", "DM"),
    "Dominicans": ("DO", "DM"),
}


def find_states(scan: Scan, evidence: Evidence) -> Iterator[Candidate]:
    """Yield the states, governments, capitals and places of a line; a candidate's value is the party or place."""
    for hit in scan.hits:
        if hit.listed is not None or _inside_word(scan, hit):
            continue
        if hit.is_blocked:
            yield from _place(scan, hit)
            continue
        if hit.forms and hit.forms[0].form in ("Indian", "Indians") and _is_american(hit.forms[0].form, evidence):
            continue
        yield from _other_half(scan, hit)
        form = _choose(hit, evidence)
        if form is None:
            yield from _place(scan, hit)
        elif form.kind == "capital":
            yield _make(scan, (hit.start, hit.end), "capital", form.state.party)
        elif form.state.is_region and not _is_state(form.state, evidence):
            yield _make(scan, (hit.start, hit.end), "region", form.state.successor)
        else:
            yield _state(scan, hit, form, evidence)


def _other_half(scan: Scan, hit: Hit) -> Iterator[Candidate]:
    """Yield the half of a divided country that shares its noun with the other ("East and West Germany")."""
    line, start = scan.line, hit.start
    half = start - 2
    if line.at(start - 1).text not in ("and", "or") or line.at(half).text not in HALVES:
        return
    if line.at(start).text not in HALVES:
        return
    name = f"{line.at(half).text} {line.at(hit.end - 1).text}"
    for form in countries.lookup(name)[:1]:
        yield _make(scan, (half, half + 1), form.kind, form.state.party)


HALVES = frozenset({"East", "West", "North", "South"})


def _is_american(form: str, evidence: Evidence) -> bool:
    """Tell whether "Indian" is said of the first nations of America: where no India is named, and tribes are."""
    if "India" in evidence.words:
        return False
    return form == "Indians" or bool(evidence.words & FIRST_NATIONS)


FIRST_NATIONS = frozenset(
    "tribe tribes Tribe Tribes tribal Tribal reservation reservations settlers Native Cherokee Sioux Apache Creek "
    "Territory frontier Plains Seminole Comanche Iroquois".split()
)


def ambiguities(source: Source, found: list[Candidate]) -> list[Issue]:
    """Return an issue for each name of a state that the document leaves ambiguous, once per name."""
    issues: dict[str, Issue] = {}
    for candidate in found:
        text = source.text[candidate.start : candidate.end]
        if candidate.kind == "country" and candidate.value in ("Congo", "Korea") and text not in issues:
            message = f"{text!r} can be several states and the document does not say which"
            issues[text] = Issue(source.id, "ambiguous-country", message, candidate.start, candidate.end)
    return list(issues.values())


def party(form: CountryForm, evidence: Evidence) -> str:
    """Return the party that a form stands for, in the light of the document."""
    if form.form == "Republic of China":  # until 1949, and in texts that do not speak of Taiwan, the whole of China
        return "TW" if evidence.words & {"Taiwan", "Taiwanese", "Taipei"} else "CN"
    choices = AMBIGUOUS.get(form.form)
    if choices is None:
        return form.state.party
    named = [choice for choice in choices if choice in evidence.parties]
    if len(named) == 1:
        return named[0]
    return form.state.party


def _choose(hit: Hit, evidence: Evidence) -> CountryForm | None:
    """Choose among the forms of a hit. A combining form needs its hyphen; Georgia may be American."""
    forms = [form for form in hit.forms if form.kind != "combining"] or list(hit.forms)
    if not forms:
        return None
    if forms[0].form == "Georgia" and evidence.words & AMERICAN_GEORGIA and "Georgian" not in evidence.words:
        return None
    if len(forms) > 1 and forms[0].kind == "capital":
        # Moscow was the seat of two states: that of the one which the document names.
        named = [form for form in forms if form.state.party in evidence.parties]
        return named[0] if named else forms[0]
    return forms[0]


def _is_state(state: State, evidence: Evidence) -> bool:
    """Tell whether the document speaks of the state, not of the region: it gives one of the full names."""
    return any(
        form.state is state and form.form != state.name and form.kind == "name"
        for name in evidence.forms
        for form in countries.lookup(name)
    )


def _inside_word(scan: Scan, hit: Hit) -> bool:
    """Tell whether the hit is a part of a hyphenated word that is no pair of nations ("Anglo" needs a hyphen)."""
    if all(form.kind == "combining" for form in hit.forms) and hit.forms:
        return not (scan.line.at(hit.end).text == "-" and scan.line.glued(hit.end))
    return False


def _place(scan: Scan, hit: Hit) -> Iterator[Candidate]:
    if hit.place is not None:
        yield _make(scan, (hit.start, hit.end), "listed", hit.place.country)


def _state(scan: Scan, hit: Hit, form: CountryForm, evidence: Evidence) -> Candidate:
    value = party(form, evidence)
    hit = _with_rank(scan, hit)
    span = _government(scan, hit)
    is_government = span != (hit.start, hit.end) or form.kind == "seat"
    return _make(scan, span, "government" if is_government else form.kind, value)


def _with_rank(scan: Scan, hit: Hit) -> Hit:
    """Take in what a state calls itself: "Democratic Republic of" Austria, the Turkish "Republic"."""
    line, start, end = scan.line, hit.start, hit.end
    before = start - 1 - (line.at(start - 1).text == "the")
    if line.at(before).text == "of" and line.at(before - 1).text in RANKS:
        start = before - 1
        while line.at(start - 1).text in QUALIFIERS:
            start -= 1
    behind = end
    while line.at(behind).text in QUALIFIERS:
        behind += 1
    if any(form.kind == "adjective" for form in hit.forms):
        if line.at(behind).text in RANKS:
            end = behind + 1
        elif line.at(behind).lower in GOVERNMENT:
            end = behind
    return Hit(start, end, hit.entries)


def _government(scan: Scan, hit: Hit) -> tuple[int, int]:
    """Widen a state to its government: "the Government of X", "X's government", "the Mexican Government"."""
    line = scan.line
    behind = hit.end + (line.at(hit.end).text == "'s")
    if line.at(behind).lower in GOVERNMENT:
        return hit.start, behind + 1
    before = hit.start - 1
    before -= line.at(before).lower == "the"
    if line.at(before).text == "of" and line.at(before - 1).lower in GOVERNMENT:
        return before - 1, hit.end
    return hit.start, hit.end


def _make(scan: Scan, span: tuple[int, int], category: str, country: str) -> Candidate:
    """Make the candidate of a span of tokens; the category tells its kind and its rule."""
    is_place = category in PLACES
    return Candidate(
        start=scan.tokens[span[0]].start,
        end=scan.tokens[span[1] - 1].end,
        kind="place" if is_place else "country",
        rule=f"{'place' if is_place else 'country'}-{category}",
        category=category,
        country=country,
        value="" if is_place else country,
    )
