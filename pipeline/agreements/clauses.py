"""Whether a date stands in the clause of a step: behind its verb or in front of it, and no other verb takes it."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.agreements.events import Reading
from pipeline.agreements.lexicon import StepWord, find_heads, steps_of, words
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.steps import ToldStep
from pipeline.agreements.syntax import governor
from pipeline.agreements.units import Sentence


def is_own(reading: Reading, step: ToldStep) -> bool:
    """Tell whether the step is told in the sentence of the mention, and not taken over from a sentence before."""
    return step.sentence is reading.sentence


def is_followed(step: ToldStep) -> bool:
    """Tell whether something else followed ("a letter of intent was followed by a contract in May")."""
    behind = [unit.lower for unit in step.sentence.units[step.word.last : step.word.last + 2]]
    return step.word.step.id == "follow" and step.relation != "agent" and "by" in behind


def is_since(sentence: Sentence, i: int, verb: int) -> bool:
    """Tell whether a date in front of a verb only says since when ("Since independence in 1992, they have …")."""
    units = sentence.units
    opens = units[0].lower == "since" and not any(unit.text == "," for unit in units[:i])
    return i < verb and (units[i - 1].lower == "since" or opens) and units[verb - 1].lower in {"have", "has", "also"}


def is_span_end(sentence: Sentence, i: int) -> bool:
    """Tell whether a date only ends a stretch of time ("until 2006", "for 2016–2018")."""
    before = [unit.lower for unit in sentence.units[max(0, i - 2) : i]]
    return before[-1:] != [] and before[-1] in {"until", "till", "through", "for", "than"} and before[0] != "not"


def place_of(sentence: Sentence, step: ToldStep, mention: InstrumentMention | None, i: int) -> str | None:
    """Return "behind" or "front" if date `i` stands in the clause of the step, None if another step takes it."""
    covered = range(mention.first, mention.last + 1) if mention else range(0)
    others = [
        word
        for word in steps_of(sentence)
        if word.form in {"past", "base"}
        and word.first != step.word.first
        and word.first not in covered
        and not _is_compounded(sentence, word.first)
        and not (mention and word.step.types and mention.instrument.type not in word.step.types)
    ]
    if i > step.word.last:
        between = range(step.word.last + 1, i)
        if any(w.first in between and not _is_joined(sentence, step.word, w) for w in others):
            return None
        if _is_behind_participle(sentence, i, step.word.last):
            return None
        return None if crosses_clause(sentence, step.word.last, i, covered) else "behind"
    if any(sentence.units[k].text == ";" for k in range(i + 1, step.word.first)) or is_taken_in_front(
        sentence, others, i
    ):
        return None
    return "front"


def _is_compounded(sentence: Sentence, i: int) -> bool:
    """Tell whether a hyphen makes a word a part of an adjective ("US-brokered"), and no verb of a clause."""
    units = sentence.units
    return i > 1 and units[i - 1].text == "-" and units[i - 1].end == units[i].start == units[i - 2].end + 1


def _is_joined(sentence: Sentence, one: StepWord, other: StepWord) -> bool:
    """Tell whether two verbs share their object and date ("negotiated and signed in 1993")."""
    between = sentence.units[one.last + 1 : other.first]
    return other.step.status == one.step.status and len(between) <= 2 and any(unit.lower == "and" for unit in between)


def is_taken_in_front(sentence: Sentence, others: list[StepWord], i: int) -> bool:
    """Tell whether a date stands behind another step that it belongs to ("signed in 1998, was extended …")."""
    if _is_behind_participle(sentence, i):
        return True
    before = [word for word in others if word.last < i]
    if not before:
        return False
    between = sentence.units[before[-1].last + 1 : i]
    # A second clause may open with its own date: "… was signed, and in 1995 they ratified it".
    return not any(unit.lower in {"and", "but"} or unit.text == ";" for unit in between)


def _is_behind_participle(sentence: Sentence, i: int, behind: int = -1) -> bool:
    """Tell whether a date stands right behind another participle, set off by a comma (", severed in 1987,")."""
    units = sentence.units
    k = i - 1
    while k > 0 and (units[k].lower in words()["prepositions"] or units[k].kind == "place"):
        k -= 1
    return k > max(0, behind) and units[k].lower.endswith("ed") and units[k - 1].text == ","


def crosses_clause(sentence: Sentence, left: int, right: int, covered: range) -> bool:
    """Tell whether another clause begins between a step and a date behind it, or with the date."""
    units = sentence.units
    if _opens_clause(sentence, right):
        return True
    for k in range(left + 1, right):
        if k in covered:
            continue
        if units[k].text == ";" or units[k].lower in {"which", "who", "while", "whereas", "where", "once"}:
            return True
        if units[k].text == "," and units[k + 1].lower in {"and", "but"} and not _lists_on(sentence, k, right):
            return True
        if units[k].lower in {"to", "for"} and k + 1 < right and units[k + 1].lower == "be":
            return True
    return False


def _opens_clause(sentence: Sentence, i: int) -> bool:
    """Tell whether a date opens a clause: "signed a pact in 1990 and in 1995 the Senate approved it"."""
    units = sentence.units
    if i < 2 or i + 1 >= len(units) or units[i - 1].lower not in {"in", "on"} or units[i - 2].lower != "and":
        return False
    behind = units[i + 1]
    return behind.kind != "mark" and behind.lower not in words()["prepositions"] | {"and", "or", "respectively"}


def _lists_on(sentence: Sentence, left: int, right: int) -> bool:
    """Tell whether ", and" goes on with a list that ends in front of the date: of instruments, places or parties."""
    behind = sentence.units[left + 2 : right]
    if any(unit.lower in words()["auxiliaries"] for unit in behind):
        return False
    if all(unit.lower in words()["prepositions"] for unit in behind):
        return False  # "…, and on 3 June an addendum": the date opens the next clause
    return bool(find_heads(behind)) or len(behind) <= 4


# "The year of 2005" and "the end of May" are dates, not names with a date.
PERIODS = frozenset("year month spring summer autumn fall winter end beginning middle course".split())


def dates_of_names(sentence: Sentence) -> set[int]:
    """Return the dates behind "of" or "dated" and a capital: they belong to a name ("the Act of 1954").

    So does one behind an event that is called by its date ("the war of 1956").
    """
    taken = set()
    for i, _ in sentence.dates():
        if i >= 2 and sentence.units[i - 1].lower in {"of", "dated"}:
            before = sentence.units[i - 2]
            if (
                before.lower not in PERIODS
                and before.kind != "date"
                and (before.is_capitalized or before.kind == "place" or _is_dated_thing(sentence, i - 2))
            ):
                taken.add(i)
    return taken


def _is_dated_thing(sentence: Sentence, i: int) -> bool:
    """Tell whether a word is something other than an instrument, a step or an occasion that a date says which it is."""
    lower = sentence.units[i].lower
    if lower in UPHEAVALS:
        return True
    if lower in OCCASIONS | STRETCHES or not sentence.tree or sentence.tree[i].pos != "NOUN":
        return False
    if "of" in {unit.lower for unit in sentence.units[max(0, i - 3) : i]}:
        return False  # "a decision of the two governments of 5 May": the decision is dated
    return not find_heads(sentence.units[i : i + 1]) and not any(w.first <= i <= w.last for w in steps_of(sentence))


STRETCHES = frozenset("day days week weeks month months morning evening afternoon night half quarter decade".split())
UPHEAVALS = frozenset(
    "war wars revolution revolutions crisis coup uprising rising revolt rebellion invasion elections election census "
    "constitution law bill decree earthquake famine".split()
)


def is_of_occasion_before(sentence: Sentence, i: int, dates: Collection[int]) -> bool:
    """Tell whether a date is of what went before and another date stands in front ("following a meeting on 2 May")."""
    units = sentence.units
    if units[i - 1].lower not in {"on", "in", "of"} or not any(k < i for k in dates if k != i):
        return False
    near = [unit.lower for unit in units[max(0, i - BEFORE) : i - 1]]
    led = max((k for k, lower in enumerate(near) if lower in {"after", "following"}), default=-1)
    between = near[led + 1 :]
    return led >= 0 and not {",", "and", "by", "to"} & set(between) and bool(OCCASIONS & set(between))


BEFORE = 7  # units between "after" and the date of what went before
OCCASIONS = frozenset("meeting talks summit visit round negotiations conference session trip".split())


def dates_of_other_verbs(sentence: Sentence, step: ToldStep) -> set[int]:
    """Return the dates that the parse gives to other verbs, if it gives one to the step's own, or they hang below it.

    "Signed an agreement to build a pipeline by 2025", "suspended since the airline gave up its route in 1999".
    """
    tree = sentence.tree
    if not tree:
        return set()
    own, others, below = set(), set(), set()
    verbs = set(range(step.word.first, step.word.last + 1))
    for i, _ in sentence.dates():
        above = governor(sentence, i)
        if above in verbs:
            own.add(i)
        elif tree[above].pos in {"VERB", "AUX"}:
            others.add(i)
            is_founding = any(word.first == above and word.step.id == "establish" for word in steps_of(sentence))
            hangs = step.word.last < above < i and tree[above].role in BELOW and _is_led_in(sentence, above)
            if hangs and not is_founding:  # "signed a pact to set up a commission on 3 May": signed on that day
                below.add(i)
    return others if own else below


BELOW = frozenset({"clause", "complement"})


def _is_led_in(sentence: Sentence, verb: int) -> bool:
    """Tell whether a word opens a clause of its own for a verb: "to build", "since it gave up"."""
    return any(
        node.head == verb and (node.role == "marker" or (node.pos == "PART" and sentence.units[k].lower == "to"))
        for k, node in enumerate(sentence.tree[:verb])
    )
