"""Names that a text introduces and then uses: abbreviations in brackets, and short forms of fuller names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from pipeline.organizations import lexicon
from pipeline.organizations.candidates import Candidate
from pipeline.organizations.scan import Scan

# "(UAC)", '(the "UAC")', "(hereinafter UAC)": an abbreviation of two to ten signs, most of them capitals.
BRACKET = re.compile(
    r"\s*\(\s*(?:(?:the|or|hereinafter|abbreviated)\s+)*"
    r"[“\"'‘]?([^\W\d_a-z][\w&.-]{1,11})[”\"'’]?\s*[),;]"
)
ANY_BRACKET = re.compile(r"\(\s*(?:the\s+)?[“\"'‘]?([^\W\d_a-z][\w&.-]{1,11})[”\"'’]?\s*\)")
INSTRUMENT = re.compile(
    r"\b(?:agreement|treaty|pact|accord|convention|protocol|act|programme|program|plan|initiative)\b", re.IGNORECASE
)
SMALL = frozenset("of the for on and in to against de".split())


def find_definitions(text: str, organizations: Sequence[Candidate]) -> dict[str, Candidate]:
    """Return the abbreviations that stand in brackets behind organizations and long names of states, with these."""
    defined: dict[str, Candidate] = {}
    for candidate in organizations:
        match = BRACKET.match(text, candidate.end)
        if match is None or candidate.kind not in ("organization", "country"):
            continue
        long = text[candidate.start : candidate.end]
        is_long = candidate.kind == "organization" or " " in long
        if is_long and _abbreviates(match[1], long):
            defined.setdefault(match[1], candidate)
    return defined


def find_other_abbreviations(text: str, defined: Mapping[str, Candidate]) -> frozenset[str]:
    """Return the abbreviations in brackets that stand for something else: a treaty, a programme, a thing."""
    return frozenset(match[1] for match in ANY_BRACKET.finditer(text)) - defined.keys()


def find_redefined(text: str) -> frozenset[str]:
    """Return the abbreviations of instruments and programmes that the text names in full: they are no organizations.

    "Economic Partnership Agreement" takes EPA from the environment's agency, wherever it stands in the text.
    """
    found = set()
    for match in INSTRUMENT.finditer(text):
        before = re.findall(r"\w+", text[max(0, match.start() - 100) : match.start()])
        initials = match[0][0].upper()
        for word in reversed([word for word in before if word not in SMALL][-5:]):
            initials = word[0].upper() + initials
            found.add(initials)
    return frozenset(initials for initials in found if len(initials) > 2)


def find_repeats(scan: Scan, defined: Mapping[str, Candidate], heads: frozenset[str]) -> Iterator[Candidate]:
    """Yield the defined abbreviations, and the bare heads ("the League") of names that the text gives in full."""
    for index, token in enumerate(scan.tokens):
        origin = defined.get(token.text)
        if origin is not None:
            yield Candidate(
                token.start,
                token.end,
                origin.kind,
                "abbreviation",
                category=origin.category,
                country=origin.country,
                head=token.text,
                anchor=origin.start,
                value=origin.value,
            )
        elif token.text in heads and _stands_alone(scan, index):
            rule = next(rule for _, rule, _ in lexicon.heads()[token.text] if token.text in rule.short)
            yield Candidate(
                token.start, token.end, "organization", f"{rule.id}-short", category=rule.category, head=token.text
            )


def find_initials(scan: Scan, initials: Mapping[str, Candidate]) -> Iterator[Candidate]:
    """Yield abbreviations that no bracket explains, but the initials of one organization of the document do."""
    for index, token in enumerate(scan.tokens):
        origin = initials.get(token.text)
        before = scan.line.at(index - 1)
        if origin is None or scan.hit(index) is not None or scan.line.is_upper:
            continue
        if before.is_name and before.lower not in lexicon.words().stops:
            continue
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
            if any(re.search(rf"\b{weak} {head}\b", name) and name != f"{weak} {head}" for name in names):
                found[weak, head] = rule.id
    return found


def find_weak(scan: Scan, weak: Mapping[tuple[str, str], str]) -> Iterator[Candidate]:
    """Yield the bare names of `weak` where they stand alone: "the Joint Commission"."""
    for index, token in enumerate(scan.tokens[:-1]):
        head = scan.tokens[index + 1]
        rule = weak.get((token.text, head.text))
        before, behind = scan.line.at(index - 1), scan.line.at(index + 2)
        if rule and before.lower in ("the", "this", "each", "") and not behind.is_name and behind.text != "-":
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
    return before.text in ("the", "The", "and", "of", "in", "to", "") and not (behind.is_name or behind.text == "of")


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether `short` can abbreviate `long`.

    Capitals alone can: initials of another language are as usual as those of the English name (TÜBİTAK). Others
    must occur in the long form in order, a contraction ("Comintern") with all its letters.
    """
    letters = [letter for letter in short if letter.isalpha()]
    if len(letters) > 2 and all(letter.isupper() for letter in letters):
        return True
    if sum(letter.isupper() for letter in letters) < max(2, len(letters) // 2):
        begins = any(word[0] == short[0] for word in re.findall(r"\w+", long))
        return len(short) > 4 and begins and _in_order(short.lower(), long.lower())
    initials = "".join(word[0] for word in re.findall(r"\w+", long) if word not in SMALL).lower()
    wanted = "".join(letter for letter in letters if letter.isupper()).lower()
    return _in_order(wanted, initials) or (_in_order(wanted, long.lower()) and wanted[0] in initials)


def _in_order(wanted: str, letters: str) -> bool:
    position = iter(letters)
    return all(letter in position for letter in wanted)
