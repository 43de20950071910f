"""The stage: from a document and its passages to the mentions of names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from spacy.tokens import Doc

from pipeline import countries
from pipeline.organizations import canonical, definitions, entities, lexicon, people, repeats, states
from pipeline.organizations.candidates import Candidate, settle
from pipeline.organizations.canonical import Named
from pipeline.organizations.companies import find_companies
from pipeline.organizations.grammar import find_heads
from pipeline.organizations.listed import find_listed, governs, is_office
from pipeline.organizations.parties import Known, find_parties, find_short, short_names
from pipeline.organizations.places import find_places
from pipeline.organizations.scan import Scan
from pipeline.organizations.small import find_small
from pipeline.organizations.tokens import lines
from pipeline.organizations.wires import find_wires
from pipeline.records import Issue, NameMention, Passage, Source


def find(source: Source, doc: Doc, passages: Sequence[Passage]) -> tuple[list[NameMention], list[Issue]]:
    """Return the mentions of organizations, states, places, people and missions, and what is left ambiguous.

    Mentions are sorted by start and do not overlap. `doc` is the text as the language pipeline read it: if a trained
    model set its entities, they are candidates beside those of the rules, the weakest.

    An organization's value is its canonical name, a state's its party (ISO 3166-1 alpha-2 code, or the name of a state
    without one), that of the others the words as written.
    """
    scans = [Scan(line) for line in lines(source.text, passages)]
    lowercase = frozenset(token.text for scan in scans for token in scan.tokens if token.text.islower())
    evidence = states.gather(scans)
    redefined = definitions.find_redefined(source.text)
    found = [
        candidate
        for scan in scans
        for candidate in _organizations(scan, lowercase)
        if source.text[candidate.start : candidate.end] not in redefined
        or definitions.INSTRUMENT.search(candidate.group)
    ]
    found += find_wires(source.text, passages)
    for scan in scans:
        found += states.find_states(scan, evidence)
    surnames: dict[str, str] = {}
    for scan in scans:
        for person, name in people.find_people(scan, lowercase):
            found.append(person)
            if people.is_surname(name[-1], lowercase):
                surnames.setdefault(name[-1], person.country)
    names = entities.read(doc)
    found += entities.find_entities(scans, names, entities.rule_of(doc), found)
    found += _repeated(source, scans, found, lowercase, surnames)
    for scan in scans:
        found += people.find_again(scan, surnames)
        found += find_places(scan, lowercase, surnames)
    kept = settle(candidate for candidate in found if not entities.is_person(names, candidate))
    return _mentions(source, kept, passages)


def _repeated(
    source: Source,
    scans: Sequence[Scan],
    found: Sequence[Candidate],
    lowercase: frozenset[str],
    surnames: Collection[str],
) -> list[Candidate]:
    """Return what the names found so far bring with them: parties beside them, abbreviations, short forms."""
    defined = definitions.find_definitions(source.text, found)
    others = definitions.find_other_abbreviations(source.text, defined)
    organizations = [candidate for candidate in found if candidate.kind == "organization"]
    known = Known(
        by_start={candidate.start: candidate for candidate in organizations},
        by_end={candidate.end: candidate for candidate in organizations},
        not_companies={*surnames, *others, *defined},
        lowercase=lowercase,
    )
    more = [candidate for scan in scans for candidate in _named(scan, find_parties(scan, known))]
    companies = [candidate for candidate in [*organizations, *more] if candidate.category in ("company", "other")]
    heads = repeats.short_heads(organizations)
    weak = repeats.weak_names(source.text, organizations)
    initials = repeats.initials_of(source.text, organizations, {*known.not_companies, *lexicon.words().not_companies})
    short = short_names(scans, companies, lowercase | set(surnames) | initials.keys())
    introduced = definitions.by_first_word(source.text, defined)
    for scan in scans:
        found_again = [*repeats.find_repeats(scan, introduced, heads), *repeats.find_weak(scan, weak)]
        more += _named(scan, [*found_again, *repeats.find_initials(scan, initials), *find_short(scan, short)])
    return more


def _organizations(scan: Scan, lowercase: frozenset[str]) -> list[Candidate]:
    found = [*find_listed(scan), *find_heads(scan, lowercase), *find_companies(scan, lowercase), *find_small(scan)]
    return _named(scan, found)


def _named(scan: Scan, found: Iterable[Candidate]) -> list[Candidate]:
    """Drop the organizations behind which an office stands, or their government: "UN Secretary-General" is a person."""
    return [
        candidate
        for candidate in found
        if candidate.kind != "organization"
        or not (is_office(scan, scan.behind[candidate.end]) or governs(scan, candidate))
    ]


def _mentions(
    source: Source, kept: Sequence[Candidate], passages: Sequence[Passage]
) -> tuple[list[NameMention], list[Issue]]:
    starts = [passage.start for passage in passages]
    named = [
        Named(
            candidate,
            source.text[candidate.start : candidate.end],
            passages[bisect_right(starts, candidate.start) - 1].block,
            nearby=_possessor(source, candidate),
        )
        for candidate in kept
        if candidate.kind == "organization"
    ]
    issues = [*canonical.name_all(source, named), *states.ambiguities(source, list(kept))]
    organizations = {one.candidate.start: canonical.mention(source, one) for one in named}
    mentions = [organizations.get(candidate.start) or _mention(source, candidate) for candidate in kept]
    return mentions, sorted(issues, key=lambda issue: (issue.start or 0, issue.code))


def _mention(source: Source, candidate: Candidate) -> NameMention:
    words = " ".join(source.text[candidate.start : candidate.end].split())
    return NameMention.of(
        source,
        candidate.start,
        candidate.end,
        value=candidate.value or words,
        rule=candidate.rule,
        kind=candidate.kind,
        category=candidate.category,
        country=candidate.country,
    )


def _possessor(source: Source, candidate: Candidate) -> str:
    """Return the party of a nation that owns what follows: "Russia’s Federation Council"."""
    before = source.text[max(0, candidate.start - 60) : candidate.start].rstrip()
    for end in ("’s", "'s"):
        if before.endswith(end):
            words = before.removesuffix(end).split()
            for length in range(min(4, len(words)), 0, -1):
                found = countries.lookup(" ".join(words[-length:]))
                if found and found[0].kind == "name":
                    return found[0].state.party
    return ""
