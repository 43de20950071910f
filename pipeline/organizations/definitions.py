"""Abbreviations and short names that a text introduces in brackets, and what it abbreviates besides organizations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.organizations import lexicon
from pipeline.organizations.candidates import Candidate
from pipeline.organizations.tokens import tokenize

# "(UAC)", '(the "UAC")', "(hereinafter UAC)": an abbreviation of two to ten signs, most of them capitals.
BRACKET = re.compile(
    r"\s*\(\s*(?:(?:the|or|hereinafter|abbreviated)\s+)*"
    r"[“\"'‘]?([^\W\d_a-z][\w&.-]{1,11})[”\"'’]?\s*[),;]"
)
ANY_BRACKET = re.compile(r"\(\s*(?:the\s+)?[“\"'‘]?([^\W\d_a-z][\w&.-]{1,11})[”\"'’]?\s*\)")
INSTRUMENT = re.compile(
    r"\b(?:agreement|treaty|pact|accord|convention|protocol|act|programme|program|plan|initiative)\b", re.IGNORECASE
)
# What may stand between a name and its definition: "(NYSE: ABC)", "(a Delaware corporation)".
NEXT_BRACKET = re.compile(r"\s*\(([^()]{1,80})\)")
QUOTED = re.compile(r"[“\"]([^“”\"]{2,40})[”\"]")
SMALL = frozenset("of the for on and in to against de".split())


# By its first word: a short form's words, what it is short for, and the first word of that.
Short = Mapping[str, Sequence[tuple[tuple[str, ...], Candidate, str]]]


def find_definitions(text: str, organizations: Sequence[Candidate]) -> dict[str, Candidate]:
    """Return the abbreviations and short names in brackets behind organizations and states, with these.

    Short names stand in quotation marks, maybe behind other brackets: "Atlas Mining Ltd. (LSE: AML) (“Atlas”)".
    """
    defined: dict[str, Candidate] = {}
    for candidate in sorted(organizations, key=lambda one: (one.end, one.start)):  # the longest of those that end there
        for short in _quoted(text, candidate) if candidate.kind == "organization" else ():
            defined.setdefault(short, candidate)
        match = BRACKET.match(text, candidate.end)
        if match is None or candidate.kind not in ("organization", "country"):
            continue
        long = text[candidate.start : candidate.end]
        is_long = candidate.kind == "organization" or " " in long
        if is_long and (_abbreviates(match[1], long) or _is_own_name(match[1], candidate, text)):
            defined.setdefault(match[1], candidate)
    return defined


def by_first_word(text: str, defined: Mapping[str, Candidate]) -> Short:
    """Return the definitions by their first word, each with all its words, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Candidate, str]]] = {}
    for short, candidate in sorted(defined.items(), key=lambda item: -len(item[0])):
        words = tuple(token.text for token in tokenize(short))
        first = text[candidate.start : candidate.end].split(maxsplit=1)[0]
        found.setdefault(words[0], []).append((words, candidate, first))
    return found


def _quoted(text: str, candidate: Candidate) -> Iterator[str]:
    """Yield what stands in quotation marks in the brackets behind a name and can be short for it."""
    position = candidate.end
    while match := NEXT_BRACKET.match(text, position):
        yield from (short for short in QUOTED.findall(match[1]) if _is_short_name(short))
        position = match.end()


def _is_short_name(short: str) -> bool:
    """Tell whether quoted words name something: not "the Company", "Agreement"."""
    words = [word for word in short.split() if word.lower() not in ("the", "a", "an")]
    if not words or len(words) != len(short.split()) or not all(word[0].isupper() for word in words):
        return False
    vocabulary, heads = lexicon.words(), lexicon.heads()
    common = vocabulary.portfolio | vocabulary.company_nouns | vocabulary.roles
    return not all(
        word in heads or word.lower() in common or word.lower().removesuffix("s") in common for word in words
    )


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


def _is_own_name(short: str, candidate: Candidate, text: str) -> bool:
    """Tell whether a word in brackets is what a body calls itself in its language: the text uses it without them.

    The place where it sits, its people and common words are none.
    """
    is_word = short.isalpha() and len(short) > 3 and short.istitle()
    if not is_word or candidate.category in ("university", "armed-forces") or lexicon.index().match(tokenize(short), 0):
        return False
    vocabulary = lexicon.words()
    is_common = short.lower() in vocabulary.not_in_places | vocabulary.roles | vocabulary.offices
    return not is_common and re.search(rf"(?<![\w(]){short}\b(?![)])", text) is not None and short.lower() not in text


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
