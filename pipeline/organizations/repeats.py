"""Names that a text introduces and then uses: abbreviations in brackets, and short forms of fuller names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from pipeline.organizations import lexicon
from pipeline.organizations.candidates import Candidate
from pipeline.organizations.definitions import SMALL, Short
from pipeline.organizations.scan import Scan

# Behind the last word of a phrase, in a heading in capitals.
CAPITALS_END = frozenset({"", "AND", "FROM", "TO", "IN", "ON", "WITH", "BY", ",", ".", ":"})


def find_repeats(scan: Scan, defined: Short, heads: frozenset[str]) -> Iterator[Candidate]:
    """Yield the defined abbreviations, and the bare heads ("the League") of names that the text gives in full."""
    for index, token in enumerate(scan.tokens):
        for words, origin, first in defined.get(token.text, ()):
            behind = index + len(words)
            is_state = origin.kind == "organization" and scan.nation(index) is not None and not token.text.isupper()
            if tuple(one.text for one in scan.tokens[index:behind]) == words and not is_state:
                yield Candidate(
                    scan.tokens[_with_parent(scan, index, first)].start,
                    scan.tokens[behind - 1].end,
                    origin.kind,
                    "abbreviation",
                    category=origin.category,
                    country=origin.country,
                    head=words[-1],
                    anchor=origin.start,
                    value=origin.value,
                )
                break
        head = token.text.capitalize() if scan.line.is_upper else token.text
        if head in heads and _stands_alone(scan, index):
            rule = next(rule for _, rule, _ in lexicon.heads()[head] if head in rule.short)
            yield Candidate(
                token.start, token.end, "organization", f"{rule.id}-short", category=rule.category, head=head
            )


def _with_parent(scan: Scan, index: int, first: str) -> int:
    """Take in the organization in front of an abbreviation whose long form begins with it: "WHO" CFR."""
    hyphen = scan.line.at(index - 1).text == "-" and scan.line.glued(index) and scan.line.glued(index - 1)
    parent = scan.hit(index - 1 - hyphen)
    is_parent = parent is not None and parent.listed is not None and scan.line.at(parent.start).text == first
    return parent.start if parent is not None and is_parent else index


def find_initials(scan: Scan, initials: Mapping[str, Candidate]) -> Iterator[Candidate]:
    """Yield abbreviations that no bracket explains, but the initials of one organization of the document do."""
    for index, token in enumerate(scan.tokens):
        origin = initials.get(token.text)
        if origin is None or scan.hit(index) is not None or scan.line.is_upper:
            continue
        before = scan.line.at(index - 1)
        if before.is_name and before.lower not in lexicon.words().stops:
            continue
        if before.text == ":" and scan.line.at(index - 2).text.isupper():
            continue  # "NYSE: ABC" is a share
        if scan.line.at(index + 1).text == "-" and scan.line.at(index + 2).text[:1].isdigit():
            continue  # "MD-95" is a product
        if len(token.text) > 2 or before.lower == "the":
            yield Candidate(
                token.start,
                token.end,
                "organization",
                "initials",
                category=origin.category,
                country=origin.country,
                head=token.text,
                anchor=origin.start,
            )


def initials_of(text: str, organizations: Sequence[Candidate], others: Collection[str]) -> dict[str, Candidate]:
    """Return, by its initials, each organization that has two words or more; not those that several share."""
    found: dict[str, dict[str, Candidate]] = {}
    for candidate in organizations:
        name = text[candidate.start : candidate.end]
        words = [word for word in re.findall(r"\w+", name) if word not in SMALL]
        short = "".join(word[0] for word in words)
        if 1 < len(short) < 8 and short.isupper() and short not in others:
            found.setdefault(short, {}).setdefault(name.casefold(), candidate)
    return {short: next(iter(named.values())) for short, named in found.items() if len(named) == 1}


def weak_names(text: str, organizations: Sequence[Candidate]) -> dict[tuple[str, str], str]:
    """Return the bare names ("Joint Commission") that stand in fuller ones of the document, with their rules' ids."""
    found = {}
    for rule in lexicon.head_rules():
        names = [text[one.start : one.end] for one in organizations if one.rule == rule.id]
        for weak, head in itertools.product(rule.weak, rule.heads if names else ()):
            bare = f"{weak} {head}"
            if any(bare in name and name != bare and re.search(rf"\b{bare}\b", name) for name in names):
                found[weak, head] = rule.id
    return found


def find_weak(scan: Scan, weak: Mapping[tuple[str, str], str]) -> Iterator[Candidate]:
    """Yield the bare names of `weak` where they stand alone: "the Joint Commission"."""
    for index, (token, head) in enumerate(itertools.pairwise(scan.tokens) if weak else ()):
        rule = weak.get((token.text, head.text))
        if rule is None:
            continue
        before, behind = scan.line.at(index - 1), scan.line.at(index + 2)
        if before.lower in ("the", "this", "each", "") and not behind.is_name and behind.text != "-":
            category = next(one.category for one in lexicon.head_rules() if one.id == rule)
            yield Candidate(token.start, head.end, "organization", f"{rule}-short", category=category, head=head.text)


def short_heads(organizations: Sequence[Candidate]) -> frozenset[str]:
    """Return the heads that may repeat, bare, the full names among `organizations`."""
    short = {head for rule in lexicon.head_rules() for head in rule.short}
    return frozenset(_core(candidate) for candidate in organizations) & short


def _core(candidate: Candidate) -> str:
    """Return the head noun of a name: what stands in front of its first "of"."""
    if candidate.group:
        words = candidate.group.split(" of ")[0].split()
        return words[-1] if words else ""
    return candidate.head


def _stands_alone(scan: Scan, index: int) -> bool:
    before, behind = scan.line.at(index - 1), scan.line.at(index + 1)
    if scan.line.is_upper:
        return before.text == "THE" and behind.text in CAPITALS_END
    return before.text in ("the", "The", "and", "of", "in", "to", "") and not (behind.is_name or behind.text == "of")
