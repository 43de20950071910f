"""Give every organization its canonical name: the fullest form that the text uses for it.

Two mentions name the same organization if a table says so, if one is the abbreviation defined behind the other, or if
the words of one are among the words of the other, with the same head, the nation apart (`bag`). A form that could be
short for several fuller ones goes to the nearest in front of it in the same paragraph, else it stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline import countries
from pipeline.countries import CountryForm
from pipeline.organizations import lexicon
from pipeline.organizations.candidates import Candidate
from pipeline.organizations.lexicon import Listed
from pipeline.organizations.tokens import tokenize
from pipeline.records import Issue, NameMention, Source

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’](?!s\b)[^\W_]+)*")
NATION_KINDS = ("name", "adjective", "combining")
DROPPED = frozenset("the of for on and in to de s against".split())
SAME_WORD = {
    "defence": "defense",
    "centre": "center",
    "labour": "labor",
    "ministries": "ministry",
    "committees": "committee",
}
# Bodies whose short name may have other words in another order: "Foreign Ministry", "Ministry of Foreign Affairs".
REORDERED = {"government-body", "parliament", "committee", "joint-body", "international-organization"}
PREFIXES = {"un": ("united", "nations"), "u.n.": ("united", "nations"), "eu": ("european", "union")}


@dataclass(slots=True)
class Named:
    """An organization's candidate with what is compared: its words without nation, its nations, its paragraph."""

    candidate: Candidate
    text: str
    block: int
    words: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    name: str = ""
    country: str = ""
    nearby: str = field(default="")


def bag(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a name in one spelling, and the parties that its nations stand for."""
    nations: set[str] = set()
    rest = text
    for form in _nation_forms(text):
        found = countries.lookup(form)
        nations.add(found[0].state.party)
        rest = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", " ", rest)
    words: set[str] = set()
    for match in WORD.finditer(rest):
        word = match[0].lower()
        words.update(PREFIXES.get(word, (_spell(word),)))
    return frozenset(words - DROPPED), frozenset(nations)


def name_all(source: Source, named: Sequence[Named]) -> list[Issue]:
    """Set the name and country of every mention in place; return an issue for each name left ambiguous."""
    issues: dict[str, Issue] = {}
    by_start = {one.candidate.start: one for one in named}
    for one in named:
        one.words, one.nations = bag(one.text)
    clusters = _clusters(named)
    for one in named:
        fuller = _fuller(one, clusters)
        if len(fuller) > 1:
            fuller = _nearest(one, named, fuller)
            if not fuller:
                message = f"{one.text!r} can be short for several organizations of the document"
                start, end = one.candidate.start, one.candidate.end
                issues.setdefault(one.text, Issue(source.id, "ambiguous-organization", message, start, end))
        members = fuller[0] if fuller else clusters[_key(one)]
        one.name = _fullest(members)
        is_national = one.candidate.category != "international-organization"
        one.country = one.candidate.country or _country(members) or (one.nearby if is_national else "")
    for one in named:
        if one.candidate.anchor in by_start:
            origin = by_start[one.candidate.anchor]
            one.name, one.country = origin.name, origin.country
    return list(issues.values())


def mention(source: Source, one: Named) -> NameMention:
    """Return the record of a named organization."""
    candidate = one.candidate
    return NameMention.of(
        source,
        candidate.start,
        candidate.end,
        value=one.name,
        rule=candidate.rule,
        kind="organization",
        category=candidate.category,
        country=one.country,
    )


Key = tuple[str, frozenset[str], frozenset[str]]


def _key(one: Named) -> Key:
    if one.candidate.group:
        return one.candidate.group, frozenset(), frozenset()
    return "", one.words, one.nations


def _clusters(named: Sequence[Named]) -> dict[Key, list[Named]]:
    clusters: dict[Key, list[Named]] = {}
    for one in named:
        clusters.setdefault(_key(one), []).append(one)
    return clusters


def _fuller(one: Named, clusters: Mapping[Key, list[Named]]) -> list[list[Named]]:
    """Return the clusters with all the words of `one` and more, but not those that are short for another of them."""
    if one.candidate.group and len(one.words) == 1 and one.text.isupper() and one.candidate.category != "company":
        return []
    found = [members for members in clusters.values() if _extends(members[0], one)]
    return [
        members
        for members in found
        if not any(other is not members and _extends(other[0], members[0]) for other in found)
    ]


def _extends(full: Named, short: Named) -> bool:
    """Tell whether `full` can be a fuller name of what `short` names."""
    if full.candidate.group and full.candidate.group == short.candidate.group:
        return False
    if not (short.words <= full.words and short.nations <= full.nations) or not short.words:
        return False
    if short.words == full.words and short.nations == full.nations:
        # "Council of the EU" is what a table lists; two forms that none does are one cluster.
        is_listed = bool(full.candidate.group) and not short.candidate.group
        return is_listed and len(full.words) > 1 and _head(full) == _head(short)
    if _is_legal_form(full.text, short.text):
        return "company" in {full.candidate.category, short.candidate.category}
    if _head(full) != _head(short) or ("party" in _categories(full, short)):
        return False
    return bool(_categories(full, short) & REORDERED) or short.text.casefold() in full.text.casefold()


def _is_legal_form(full: str, short: str) -> bool:
    """Tell whether the fuller form adds nothing but what a company is ("Atlas" Group, "Atlas" AG)."""
    rest = full.removeprefix(short)
    words = {word.rstrip(".,") for word in rest.split()}
    common = lexicon.words().company_suffixes | lexicon.heads().keys()
    return full != rest and rest[:1] in (" ", ",") and all(word in common for word in words if word)


def _categories(full: Named, short: Named) -> set[str]:
    """Return what the two are, as one set; nothing if they are the same kind of party."""
    both = {full.candidate.category, short.candidate.category}
    return set() if both == {"party"} else both


def _head(one: Named) -> str:
    candidate = one.candidate
    if candidate.group and not candidate.rule.endswith("-short"):
        return _spell(candidate.group.split(" of ")[0].split(" for ")[0].split()[-1].lower())
    return _spell(candidate.head.lower())


def _nearest(one: Named, named: Sequence[Named], fuller: list[list[Named]]) -> list[list[Named]]:
    before = [other for other in named if other.block == one.block and other.candidate.start < one.candidate.start]
    for other in reversed(before):
        for members in fuller:
            if other in members:
                return [members]
    return []


def _fullest(members: Sequence[Named]) -> str:
    """Return the form of most words, then letters, then capitals, the first of equals.

    One that is in capitals throughout is taken only if there is no other.
    """
    forms = [one.text for one in members if not one.text.isupper()] or [one.text for one in members]
    return " ".join(max(forms, key=lambda form: (len(form.split()), len(form), _capitals(form))).split())


def _capitals(form: str) -> int:
    return sum(word[0].isupper() for word in form.split())


def _country(members: Sequence[Named]) -> str:
    nations = {nation for one in members for nation in one.nations}
    given = {one.candidate.country for one in members if one.candidate.country}
    both = given or nations
    if len(both) != 1 or (members[0].candidate.category == "international-organization" and not given):
        return ""
    state = countries.by_party(next(iter(both)))
    return state.code if state else ""


def _spell(word: str) -> str:
    return SAME_WORD.get(word, word).replace("isation", "ization")


def _nation_forms(text: str) -> list[str]:
    """Return the names and adjectives of states in a name, the longest at each place."""
    tokens = tokenize(text)
    found, position = [], 0
    while position < len(tokens):
        match = lexicon.index().match(tokens, position)
        if match is None or any(isinstance(entry, Listed) for entry in match[1]):
            position += 1
            continue
        entries = [entry for entry in match[1] if isinstance(entry, CountryForm)]
        if entries and entries[0].kind in NATION_KINDS and not entries[0].state.is_region:
            found.append(text[tokens[position].start : tokens[match[0] - 1].end])
        position = match[0]
    return found
