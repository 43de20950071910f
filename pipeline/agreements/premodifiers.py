"""How far the words in front of an instrument's noun reach that belong to it: adjectives, nouns, states, amounts."""

from __future__ import annotations

import re

from pipeline.agreements import titles
from pipeline.agreements.counts import NUMERALS
from pipeline.agreements.lexicon import Head, find_heads, words
from pipeline.agreements.topics import is_topic
from pipeline.agreements.units import MARK, WORD, Unit

LARGE = 12  # no noun phrase has more words than this in front of its head


def left_edge(units: tuple[Unit, ...], head: Head, after: int) -> int:
    """Return where the premodifiers begin: adjectives, nouns, countries, hyphenated words in front of the head."""
    first = head.first
    i = head.first - 1
    while i > after and head.first - i <= LARGE:
        if _is_modifier(units, i):
            first = i
        elif not is_hyphen(units, i):
            break
        i -= 1
    first = _without_leading(units, first, head)
    return _joined_adjective(units, first, head, after)


def _joined_adjective(units: tuple[Unit, ...], first: int, head: Head, after: int) -> int:
    """Take in the first of two joined words ("of intergovernmental and interagency documents", "a trade and …")."""
    before = first - 3
    names = units[first - 2 : first + 1] if first > 1 else ()
    if first < head.first and names and names[1].lower == "and" and _is_name_joined(names):
        return first - 2  # "Belt and Road memoranda"
    if first > 1 and after < 0 and units[first - 1].lower == "and" and _are_plain(units[: first - 1]):
        return 0  # "New storage and transport agreement with …": the passage begins with its noun
    if before <= after or first == head.first or units[first - 1].lower != "and":
        return first
    if (
        is_topic(units[first - 2].lower)
        and is_topic(units[first].lower)
        and not find_heads(units[first - 2 : first - 1])
    ):
        # "A trade and investment agreement": two matters of one instrument.
        return first - 2 if units[before].lower in words()["indefinite"] | words()["definite"] else first
    opens = units[before].lower in {"of", "a", "an", "the"} or units[before].text[0].isdigit()
    word = units[first - 2]
    joined = opens and word.kind == WORD and word.lower.endswith(ADJECTIVE_ENDINGS)
    return first - 2 if joined and not find_heads((word,)) else first


def _is_name_joined(units: tuple[Unit, ...]) -> bool:
    """Tell whether two words with capitals are joined to one name in front of a noun in small letters."""
    return all(unit.kind == WORD and unit.is_capitalized for unit in units[::2])


def _are_plain(units: tuple[Unit, ...]) -> bool:
    """Tell whether words are nothing but adjectives and nouns that could stand in front of a noun."""
    classes = words()
    names = ("definite", "indefinite", "demonstrative", "possessive", "several", "prepositions", "auxiliaries")
    small = {*classes["pronouns"], *classes["conjunctions"], *(lower for name in names for lower in classes[name])}
    return all(unit.kind == WORD and unit.text[0].isalpha() and unit.lower not in small for unit in units)


ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ary", "ble", "ous", "cy", "ry")


def _is_modifier(units: tuple[Unit, ...], i: int) -> bool:
    unit = units[i]
    if unit.kind in {"country", "place", "organization"}:
        return True
    if unit.kind == WORD and (_is_measure(units, i) or _is_first_of_name(units, i)):
        return True
    if unit.kind != WORD or not unit.text[0].isalpha() or unit.lower in NUMERALS or unit.lower in MONEY:
        return False
    stops = words()
    if unit.lower in {"'s", "s'"} or any(unit.lower in stops[name] for name in STOPS):
        return i + 1 < len(units) and is_hyphen(units, i + 1)
    return not (_is_step_verb(units, i) or titles.is_headline_verb(units, i))


def _is_first_of_name(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether "I" numbers the name in front ("the Oslo I agreement")."""
    return units[i].text == "I" and i > 0 and units[i - 1].is_capitalized and units[i - 1].kind != MARK


def _is_measure(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a number is part of a word ("a 10-year deal", "the seven-day truce")."""
    numeral = units[i].text.isdigit() or units[i].lower in NUMERALS
    return numeral and is_hyphen(units, i + 1) and units[i + 2].lower in SPANS


SPANS = frozenset("hour day week month year decade point party nation mile".split())
MONEY = frozenset("million billion trillion crore lakh dollar dollars euro euros pounds m bn us$".split())
STOPS = (
    "definite", "demonstrative", "indefinite", "possessive", "several", "pronouns", "prepositions", "conjunctions",
    "auxiliaries", "tens",
)  # fmt: skip


def is_hyphen(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether unit `i` is a hyphen or dash written without blanks between two words."""
    if not 0 < i < len(units) - 1 or units[i].text not in {"-", "–", "/"}:
        return False
    return units[i - 1].end == units[i].start and units[i].end == units[i + 1].start


def _is_step_verb(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a word is a verb that governs the noun phrase rather than a participle inside it."""
    unit = units[i]
    if unit.lower in VERBS:
        return not _is_after_determiner(units, i)
    if unit.lower.endswith("ed") and not unit.is_capitalized:
        return not _is_after_determiner(units, i)
    if unit.lower.endswith("ing") and not unit.is_capitalized:
        return not _is_after_determiner(units, i) and unit.lower not in {"lending", "shipping", "fishing", "mining"}
    return False


VERBS = frozenset(
    "sign signs signed conclude concludes reach reached seal struck strike made make makes won win saw see seek sought "
    "took take began begin include includes cover covers bring brought negotiate ratify adopt adopts approve get got "
    "initial honour honor implement terminate denounce suspend extend hold held violate violates violated broke break "
    "give gave won wins welcome welcomes envisage envisages provide provides say says said become became remain".split()
)


ADVERBS = frozenset("also then later already again thus therefore subsequently both have had".split())
PLURAL = re.compile(r"\w{3,}[^sui\W]s")  # "nations", "sides", not "process", "previous", "its"


def _is_after_determiner(units: tuple[Unit, ...], i: int) -> bool:
    front = i - 1
    while front > 0 and (units[front].lower in ADVERBS or units[front].lower.endswith("ly")):
        front -= 1
    if front >= 0 and PLURAL.fullmatch(units[front].lower) and not units[i].lower.endswith("ing"):
        return False  # "the two nations signed agreements": a plural noun in front is the subject of a verb
    for before in reversed(units[max(0, i - 4) : i]):
        if before.lower in words()["indefinite"] | words()["definite"] | words()["demonstrative"]:
            return True
        if before.lower in words()["possessive"] and units[i].lower.endswith("ing"):
            return True  # "their profit sharing agreement"
        if before.kind == MARK and before.text not in {"-", "–"}:
            return False
        if any(before.lower in words()[name] for name in ("prepositions", "pronouns", "auxiliaries")):
            return False
        if before.kind in {"organization", "country", "person"}:
            return False  # "the Ministry signed contracts": a name in front is the subject of a verb
    return False


def _without_leading(units: tuple[Unit, ...], first: int, head: Head) -> int:
    """Drop what stays outside the quote: temporal adjectives, quantities, adverbs, and a sentence's first adverb."""
    while first < head.first:
        unit = units[first]
        glued = first + 1 < head.first and is_hyphen(units, first + 1)
        outside = unit.lower in words()["temporal"] or unit.lower in words()["outside"] or unit.lower.endswith("ly")
        if glued or not outside or unit.kind != WORD:
            break
        first += 1
    return first
