"""Organizations that the trained model names, as far as other evidence bears it out.

The model finds most names and marks three times too many: governments, treaties, events, people. What it takes for an
organization becomes a candidate only where no table and no other finder knows better, no rule of evidence.toml
rejects it and one accepts it, or its form does: "VimpelCom", an abbreviation that the text explains by it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from pipeline.language import labels, load
from pipeline.language.load import NAME
from pipeline.organizations import lexicon
from pipeline.organizations.candidates import Candidate
from pipeline.organizations.edges import is_field
from pipeline.organizations.grammar import COMPOUNDS
from pipeline.organizations.lexicon import EvidenceRule, Where
from pipeline.organizations.listed import is_office
from pipeline.organizations.scan import Scan

LONGEST = 10  # tokens of a name
INSIDE = frozenset("of for and & - the de del della des du la le in to".split())
PREPOSITIONS = frozenset({"of", "for", "in", "to", "on"})
CLOSING = frozenset("\" ” » ' ’".split())
# Rules that go by the place of a name alone, so that the model may object.
DOUBTFUL = frozenset({"company-apposition", "company-joined", "company-party"})
SKIPPED = CLOSING | frozenset("the The “ « ‘".split())
MIXED = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+\w*|[a-z][A-Z][a-z]+\w*")  # VimpelCom, TotalEnergies, eBay
PLURAL = re.compile(r"[A-Z]s$")
PERSONAL = re.compile(r"^(?:Mc|Mac|De|Le|La|Di|Du|Fitz|O)[A-Z]")  # McLeod, DeGolyer: names of people


@dataclass(frozen=True, slots=True)
class Names:
    """What the model says of a text: the characters (half open) of the names that it takes for each kind."""

    organizations: tuple[tuple[int, int], ...]
    people: tuple[tuple[int, int], ...]
    others: frozenset[str]  # all names that it takes for something else, and the single words of people's


def read(doc: Doc) -> Names:
    """Return what the model says; nothing for a pipeline without names."""
    kinds: dict[str, list[tuple[int, int]]] = defaultdict(list)
    others = set()
    for entity in doc.ents:
        kind = labels.kind(entity)
        kinds[kind].append((entity.start_char, entity.end_char))
        if kind != "organization":
            others.add(entity.text)
        if kind == "person":
            others.update(entity.text.split())
    return Names(tuple(kinds["organization"]), tuple(kinds["person"]), frozenset(others))


def rule_of(doc: Doc) -> str:
    """Return the rule id of what the model of `doc` finds: its name and version."""
    return f"model-{NAME}-{_version()}" if load(NAME).vocab is doc.vocab else "model"


@cache
def _version() -> str:
    """Return the version of our model, for which spaCy describes the whole pipeline anew."""
    return str(load(NAME).meta["version"])


def is_person(names: Names, candidate: Candidate) -> bool:
    """Tell whether the model takes for a person what only its place made a company ("the agency's director, X")."""
    if candidate.rule not in DOUBTFUL:
        return False
    return any(start <= candidate.start and candidate.end <= end for start, end in names.people)


def find_entities(scans: Sequence[Scan], names: Names, rule: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the organizations that the model names and the text bears out; `found` is what other finders know."""
    starts = {token.start: (scan, index) for scan in scans for index, token in enumerate(scan.tokens)}
    taken = {index for candidate in found for index in range(candidate.start, candidate.end)}
    others = names.others | _things(scans)
    for start, end in names.organizations:
        place = next((starts[at] for at in range(start, end) if at in starts), None)
        if place is None or not taken.isdisjoint(range(start, end)):
            continue
        scan, begin = place
        span = _trim(scan, begin, end)
        if span is not None and accepts(scan, span, others):
            tokens = scan.tokens[span[0] : span[1]]
            last = tokens[-1].text
            yield Candidate(tokens[0].start, tokens[-1].end, "organization", rule, category="other", head=last)


def accepts(scan: Scan, span: tuple[int, int], others: Collection[str] = ()) -> bool:
    """Tell whether the evidence speaks for the tokens `span` (half open) being an organization's name."""
    begin, end = span
    tokens = scan.tokens[begin:end]
    if scan.line.is_upper or " ".join(token.text for token in tokens) in others:
        return False
    is_single = end - begin == 1
    if {token.lower for token in tokens} <= lexicon.words().portfolio | INSIDE:
        return False  # a field of policy: "Minister of National Defence"
    if _is_bare(scan, span) or " ".join(token.text for token in tokens[-2:]) in COMPOUNDS:
        return False
    if is_office(scan, end) or (scan.line.at(begin - 1).lower in ("a", "an") and not is_single):
        return False
    if is_single and tokens[0].text in lexicon.words().not_companies:
        return False
    if is_single and (tokens[0].text in lexicon.heads() or tokens[0].lower in lexicon.words().not_in_places):
        return False
    found = {rule.verdict for rule in evidence(scan, span)}
    if "reject" in found:
        return False
    return "accept" in found or (is_single and _is_made_up(tokens[0].text))


def _is_bare(scan: Scan, span: tuple[int, int]) -> bool:
    """Tell whether a committee has nothing but a rank, which makes no name ("Special Commission")."""
    *ranks, head = scan.tokens[span[0] : span[1]]
    rules = [rule for words, rule, _ in lexicon.heads().get(head.text, ()) if len(words) == 1]
    return any(rule.category == "committee" and {rank.text for rank in ranks} <= set(rule.weak) for rule in rules)


def evidence(scan: Scan, span: tuple[int, int]) -> list[EvidenceRule]:
    """Return the rules that speak for or against the tokens `span`; some say nothing of a single word."""
    is_single = span[1] - span[0] == 1
    return [
        rule
        for where, word in _words(scan, span)
        for rule in _rules().get((where, word), ())
        if rule.verdict == "reject" or rule.single or not is_single
    ]


def _things(scans: Sequence[Scan]) -> frozenset[str]:
    """Return the words that stand in front of "pipeline", "project" and the like somewhere: they name that thing."""
    nouns = lexicon.words().thing_nouns
    return frozenset(
        scan.tokens[index].text for scan in scans for index in scan.names if scan.line.at(index + 1).text in nouns
    )


def _is_made_up(word: str) -> bool:
    """Tell whether only a company, or a thing it makes, is written so ("VimpelCom"), not the plural "MoUs"."""
    return MIXED.fullmatch(word) is not None and PERSONAL.match(word) is None and PLURAL.search(word) is None


def _trim(scan: Scan, begin: int, end: int) -> tuple[int, int] | None:
    """Return the tokens of a name up to the character `end` without articles and signs; None if it is no name."""
    behind = begin
    while behind < len(scan.tokens) and scan.tokens[behind].end <= end:
        behind += 1
    while begin < behind and (scan.line.at(begin).text in SKIPPED or not scan.line.at(begin).text[0].isalnum()):
        begin += 1
    while behind > begin and not (scan.line.at(behind - 1).is_name or scan.line.at(behind - 1).text[0].isdigit()):
        behind -= 1
    words = scan.tokens[begin:behind]
    if not 0 < len(words) <= LONGEST or not words[0].is_name:
        return None
    if any(not word.is_name and word.text not in INSIDE and not word.text[0].isdigit() for word in words):
        return None
    stops, before = lexicon.words().stops, scan.line.at(begin - 1)
    if (
        before.lower == "and"
        and scan.line.at(begin - 2).is_name
        and is_field(scan, begin - 1)
        and is_field(scan, begin + 1)
    ):
        return None  # cut off: "Trade and | Energy Equipment Nordic"
    if words[0].lower in stops or before.text == "-" or (before.is_name and before.lower not in stops):
        return None
    return None if scan.line.at(behind).is_name else (begin, behind)


def _words(scan: Scan, span: tuple[int, int]) -> Iterator[tuple[Where, str]]:
    """Yield the words in and beside a span that rules look at, each with where it stands."""
    line, (begin, end) = scan.line, span
    head = next((index for index in range(begin + 1, end) if line.at(index).text in PREPOSITIONS), end) - 1
    yield "head", line.at(head).lower
    yield "last", line.at(end - 1).lower
    for index in range(begin, end):
        yield "any", line.at(index).lower
    before, behind = begin - 1, end
    while line.at(before).text in SKIPPED:
        before -= 1
    while line.at(behind).text in CLOSING:
        behind += 1
    yield "before", line.at(before).lower
    yield "behind", line.at(behind).lower
    if line.at(before).text in ("of", "at"):
        yield "office", line.at(before - 1).lower
    if line.at(behind).text == "'s":
        yield "office", line.at(behind + 1).lower


@cache
def _rules() -> dict[tuple[Where, str], tuple[EvidenceRule, ...]]:
    """Return the rules by place and word; plurals are the same but for the head that makes a name acceptable."""
    found: dict[tuple[Where, str], list[EvidenceRule]] = defaultdict(list)
    for rule in lexicon.evidence_rules():
        for word in rule.words:
            forms = {word} if rule.where == "head" and rule.verdict == "accept" else {word, lexicon.plural(word)}
            for form in forms:
                found[rule.where, form].append(rule)
                if rule.where == "head" and rule.verdict == "reject":
                    found["last", form].append(rule)
    return {key: tuple(rules) for key, rules in found.items()}
