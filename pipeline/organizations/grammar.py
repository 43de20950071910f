"""Build names of organizations around head nouns: modifiers in front, complements behind.

    [Russian Federal] Service [for Military-Technical Cooperation]
     modifiers        head     complement

All functions take and return indices into the tokens of one line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from pipeline.organizations import lexicon
from pipeline.organizations.candidates import Candidate
from pipeline.organizations.edges import ARTICLES, HYPHENS, ORDINAL, is_field, left_edge, right_edge
from pipeline.organizations.lexicon import HeadRule
from pipeline.organizations.scan import Scan

# "Congress of the Republic": what a parliament can be of besides a nation.
REALMS = frozenset({"Republic", "Union", "State", "Nation", "People", "Deputies", "Federation", "Kingdom"})
INSTRUMENTS = frozenset({"Agreement", "Agreements", "Treaty", "Convention", "Protocol", "Pact", "Accord", "Act"})
BUILDINGS = frozenset({"Museum", "Library", "Gallery", "Hospital", "Church", "Observatory", "Club"})
AT_SITE = frozenset(
    "at in inside outside near opening inauguration unveiling tour visit visits visited visiting toured".split()
)
COMPOUNDS = frozenset(
    {"Force One", "Force Two", "Trust Fund", "Union Jack"}
)  # heads with a word that makes them things


@dataclass(frozen=True, slots=True)
class Phrase:
    """A head noun with what stands around it: `start` ≤ `head` < `behind` ≤ `end`, token indices."""

    rule: HeadRule
    start: int
    head: int
    behind: int
    end: int
    is_plural: bool


def find_heads(scan: Scan, lowercase: Collection[str]) -> Iterator[Candidate]:
    """Yield the names of organizations and missions around the head nouns of a line.

    `lowercase` are words that the document also writes small: at the start of a sentence they are no name.
    """
    heads = lexicon.heads()
    for index, token in enumerate(scan.tokens):
        key = token.text.capitalize() if scan.line.is_upper else token.text
        for words, rule, is_plural in heads.get(key, ()):
            if not _matches(scan, index, words):
                continue
            behind = index + len(words)
            phrase = _phrase(scan, Phrase(rule, index, index, behind, behind, is_plural), lowercase)
            if phrase is not None and _is_name(scan, phrase):
                yield _candidate(scan, phrase)
                break


def _matches(scan: Scan, index: int, words: tuple[str, ...]) -> bool:
    fold = str.capitalize if scan.line.is_upper else str
    return all(fold(scan.line.at(index + n).text) == word for n, word in enumerate(words))


def _phrase(scan: Scan, found: Phrase, lowercase: Collection[str]) -> Phrase | None:
    """Widen a bare head to its modifiers and complements; None if it is a part of a hyphenated word."""
    line = scan.line
    if line.glued(found.behind) and line.at(found.behind).text == "-" and not _has_wing(scan, found.rule, found.behind):
        return None
    if f"{line.at(found.head).text} {line.at(found.behind).text}" in COMPOUNDS:
        return None
    if line.glued(found.head) and line.at(found.head - 1).text == "-":
        return None
    state = scan.nation(found.head)
    if state is not None and state.end - state.start > 1:
        return None
    start = left_edge(scan, found.head, lowercase, coordinate=found.is_plural)
    if line.at(start - 1).text in HYPHENS and line.glued(start):
        return None
    end = right_edge(scan, found.behind, found.rule.complements, lowercase, is_plural=found.is_plural)
    if found.rule.for_field and line.at(found.behind).lower == "for" and not is_field(scan, end):
        end = found.behind
    last = scan.nation(end - 1)
    if found.rule.no_nation and last is not None and last.start == found.behind + 1:
        end = found.behind
    end = _with_seat(scan, start, end) if found.rule.abroad else _with_wing(scan, found.rule, end)
    return replace(found, start=start, end=end)


def _with_seat(scan: Scan, start: int, end: int) -> int:
    """Take in the country that hosts a body of another one: "American Institute in" Chile, "French Lycée in" Oslo."""
    line, nation = scan.line, scan.nation(start)
    if line.at(end).text != "in" or nation is None or line.at(start - 1).lower in ("a", "an", "-"):
        return end
    seat = scan.hit(end + 1 + (line.at(end + 1).text in ARTICLES))
    if seat is None or not any(form.kind == "adjective" for form in nation.forms):
        return end
    if seat.place is not None:
        country = seat.place.country
    else:
        country = next((form.state.code for form in seat.forms if form.kind in ("name", "capital")), "")
    return seat.end if country and country != nation.forms[0].state.code else end


def _with_wing(scan: Scan, rule: HeadRule, end: int) -> int:
    """Take in which wing of a party it is: "Liberation Movement-North", "Communist Party of Nepal (Maoist)"."""
    line, word = scan.line, scan.line.at(end + 1)
    if _has_wing(scan, rule, end):
        return end + 2
    if rule.category != "party" or not word.is_name:
        return end
    is_creed = line.at(end).text == "(" and line.at(end + 2).text == ")" and word.text.endswith(("ist", "ists"))
    return end + 3 if is_creed else end


def _has_wing(scan: Scan, rule: HeadRule, end: int) -> bool:
    """Tell whether a hyphen joins a party's name to that of its wing; unions of states have pairs ("EU-Peru")."""
    line = scan.line
    is_glued = line.at(end).text == "-" and line.glued(end) and line.glued(end + 1)
    return rule.category == "party" and "Union" not in rule.heads and is_glued and line.at(end + 1).is_name


def _is_name(scan: Scan, phrase: Phrase) -> bool:
    rule = phrase.rule
    has_complement = phrase.end > phrase.behind
    if has_complement and not _allows_complement(scan, phrase):
        return False
    if phrase.start < phrase.head and not _allows_modifier(scan, phrase):
        return False
    if not has_complement and (_is_titles(scan, phrase) or _is_site(scan, phrase)):
        return False
    if rule.pair and not _joins_parties(scan, phrase):
        return False
    if not has_complement and phrase.start == phrase.head and _has_other_complement(scan, phrase.behind):
        return False
    has_modifier = _has_strong_modifier(scan, phrase)
    if phrase.is_plural and not has_complement and not _has_nation(scan, phrase):
        return False
    if rule.needs == "nothing":
        return has_modifier or has_complement or not rule.article or _has_article(scan, phrase)
    if rule.needs == "modifier":
        return has_modifier or (rule.weak_nation and phrase.start < phrase.head and _is_of_nation(scan, phrase))
    if rule.needs == "complement":
        return has_complement
    return has_modifier or has_complement


def _is_titles(scan: Scan, phrase: Phrase) -> bool:
    """Tell whether the words are a part of a title that they do not name anybody in: "Cross Service Agreement"."""
    has_name = any(scan.hit(index) for index in range(phrase.start, phrase.head))
    return scan.line.at(phrase.end).text in INSTRUMENTS and not has_name


def _is_site(scan: Scan, phrase: Phrase) -> bool:
    """Tell whether a museum, a church and the like is the building in which something takes place."""
    line, before = scan.line, phrase.start - 1
    if line.at(phrase.head).text not in BUILDINGS:
        return False
    before -= line.at(before).text in ARTICLES
    if line.at(before).text == "of":
        before -= 1
    return line.at(before).lower in AT_SITE


def _allows_complement(scan: Scan, phrase: Phrase) -> bool:
    rule, first = phrase.rule, phrase.behind + 1
    words = " ".join(token.text for token in scan.tokens[first : phrase.end])
    if rule.only_of and not words.startswith(rule.only_of):
        return False
    if words.removeprefix("the ").startswith(rule.never_of):
        return False
    first += scan.line.at(first).text in ARTICLES
    if rule.field_of and not _names_field(scan, first, phrase.end):
        hit = scan.hit(phrase.end - 1)
        if hit is None or not (hit.is_nation or (hit.listed and not rule.weak_listed)):
            return False
    return not rule.nation_of or scan.nation(first) is not None or scan.line.at(first).text in REALMS


def _names_field(scan: Scan, begin: int, end: int) -> bool:
    """Tell whether a complement is a field, or begins with one that "and" joins to more."""
    joints = [index for index in range(begin + 1, end) if scan.line.at(index).lower in ("and", "&", ",")]
    return any(is_field(scan, index) for index in [*joints, end])


def _allows_modifier(scan: Scan, phrase: Phrase) -> bool:
    """Tell whether the modifier next to the head is one that the rule allows."""
    rule = phrase.rule
    nearest = _nearest(scan, phrase)
    if nearest in rule.never:
        return False
    if scan.nation(phrase.head - 1) is not None:
        return rule.needs == "nothing" or not rule.only or rule.of_nation
    if rule.of_listed and _is_listed(scan, phrase.head - 1):
        return True
    return not rule.only or nearest in rule.only or ORDINAL.fullmatch(nearest) is not None


def _nearest(scan: Scan, phrase: Phrase) -> str:
    """Return the modifier next to the head, compounds and possessives whole ("Self-Defense", "People's")."""
    tokens, begin = scan.tokens, phrase.head - 1
    while begin > phrase.start and (tokens[begin].text in ("-", "'s", "'") or tokens[begin - 1].text == "-"):
        begin -= 1
    fold = str.capitalize if scan.line.is_upper else str
    return "".join(fold(token.text) for token in tokens[begin : phrase.head])


def _is_of_nation(scan: Scan, phrase: Phrase) -> bool:
    """Tell whether a state's name is the complement, which makes a weak modifier a name: "Shipping Corporation of"."""
    hit = scan.hit(phrase.end - 1)
    return phrase.end > phrase.behind and hit is not None and any(form.kind == "name" for form in hit.forms)


def _has_strong_modifier(scan: Scan, phrase: Phrase) -> bool:
    """Tell whether the modifiers make a name: more than a weak one, unless "a" introduces it ("a Joint Council")."""
    is_force = phrase.rule.category == "armed-forces"  # "the 7th Fleet"
    modifiers = scan.tokens[phrase.start : phrase.head]
    names = [token for token in modifiers if token.is_name or (is_force and ORDINAL.fullmatch(token.text))]
    if not names:
        return False
    if phrase.rule.weak_nation and all(scan.nation(index) for index in range(phrase.start, phrase.head)):
        return False
    if (
        phrase.rule.weak_listed
        and phrase.end == phrase.behind
        and all(_is_listed(scan, index) for index in range(phrase.start, phrase.head))
    ):
        return False
    is_weak = _nearest(scan, phrase) in phrase.rule.weak
    is_introduced = phrase.rule.introduced and scan.line.at(phrase.start - 1).text in ("a", "an")
    return not is_weak or len(names) > 1 or is_introduced


def _is_listed(scan: Scan, index: int) -> bool:
    hit = scan.hit(index)
    return hit is not None and hit.listed is not None


def _has_other_complement(scan: Scan, behind: int) -> bool:
    """Tell whether "of" and a name follow that are no complement: "House of Savoy", "Diet of Worms"."""
    line = scan.line
    first = behind + 1 + (line.at(behind + 1).text in ARTICLES)
    return line.at(behind).text == "of" and line.at(first).is_name


def _has_nation(scan: Scan, phrase: Phrase) -> bool:
    return any(scan.nation(index) is not None for index in range(phrase.start, phrase.head))


def _has_article(scan: Scan, phrase: Phrase) -> bool:
    return scan.line.at(phrase.start - 1).text in ("the", "The", "and", "THE", "AND")


def _candidate(scan: Scan, phrase: Phrase) -> Candidate:
    tokens, rule = scan.tokens, phrase.rule
    words = {token.text for token in tokens[phrase.start : phrase.end]}
    category = next((value for word, value in rule.categories.items() if word in words), rule.category)
    if rule.id == "committee-or-commission" and _joins_nations(scan, phrase):
        category = "joint-body"
    return Candidate(
        start=tokens[phrase.start].start,
        end=tokens[phrase.end - 1].end,
        kind=rule.kind,
        rule=rule.id,
        category=category,
        head=rule.heads[0] if rule.kind == "mission" else _singular(scan, phrase),
    )


def _joins_nations(scan: Scan, phrase: Phrase) -> bool:
    """Tell whether two nations stand in front ("Russian-Indian Business Council")."""
    hits = {scan.hit(index) for index in range(phrase.start, phrase.head)}
    return sum(hit is not None and bool(hit.forms) for hit in hits) > 1


def _joins_parties(scan: Scan, phrase: Phrase) -> bool:
    """Tell whether the name begins with two states or organizations joined by a hyphen ("EU-Norway")."""
    left = scan.hit(phrase.start)
    right = scan.hit(left.end + 1) if left is not None and scan.line.at(left.end).text in HYPHENS else None
    return right is not None


def _singular(scan: Scan, phrase: Phrase) -> str:
    text = scan.tokens[phrase.behind - 1].text.capitalize()
    if phrase.is_plural:
        return text[:-3] + "y" if text.endswith("ies") else text[:-1]
    return text
