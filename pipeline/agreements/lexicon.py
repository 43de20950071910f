"""The rule files of this stage, loaded once and laid out for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import Field

from pipeline.agreements.units import MARK, Sentence, Unit
from pipeline.errors import RuleError
from pipeline.rules import Rule, load_rules, load_toml
from pipeline.vocabulary import AGREEMENT_STATUSES

RULES = files("pipeline.agreements") / "rules"
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

StepForm = Literal["past", "base", "gerund", "noun"]


class Instrument(Rule):
    """A class of instrument nouns; see the head of instruments.toml."""

    type: str
    singular: tuple[str, ...]
    plural: tuple[str, ...]
    title_only: bool = False
    abbreviations: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


class Step(Rule):
    """A step in the life of an agreement; see the head of steps.toml."""

    status: str
    role: Literal["object", "subject"]
    past: tuple[str, ...]
    base: tuple[str, ...]
    gerund: tuple[str, ...]
    nouns: tuple[str, ...]
    types: tuple[str, ...] = Field(default=())


class Attachment(Rule):
    """How a cell is read off a text: which field, and how much such evidence weighs (0 to 1)."""

    field: str
    weight: float = Field(gt=0, le=1)


@dataclass(frozen=True, slots=True)
class Head:
    """A match of an instrument noun: units `first` to `last` (inclusive) of a sentence."""

    first: int
    last: int
    instrument: Instrument
    plural: bool


@dataclass(frozen=True, slots=True)
class StepWord:
    """A match of a word for a step: units `first` to `last` (inclusive) of a sentence."""

    first: int
    last: int
    step: Step
    form: StepForm


Phrases = dict[str, list[tuple[tuple[str, ...], Any]]]


@lru_cache(maxsize=1)
def instruments() -> tuple[Instrument, ...]:
    """Return the instrument rules."""
    return tuple(load_rules([RULES / "instruments.toml"], Instrument))


@lru_cache(maxsize=1)
def steps() -> tuple[Step, ...]:
    """Return the step rules. Raises RuleError for a status that the tables do not know."""
    rules = load_rules([RULES / "steps.toml"], Step)
    for rule in rules:
        if rule.status not in AGREEMENT_STATUSES:
            place, remedy = f"rule {rule.id}", f"Use one of: {', '.join(AGREEMENT_STATUSES)}."
            raise RuleError(f"unknown status {rule.status!r}", path="steps.toml", place=place, remedy=remedy)
    return tuple(rules)


@lru_cache(maxsize=1)
def attachments() -> dict[str, Attachment]:
    """Return the attachment rules by id."""
    return {rule.id: rule for rule in load_rules([RULES / "attachments.toml"], Attachment)}


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """Return the word classes of words.toml by name."""
    table = load_toml(RULES / "words.toml")["words"]
    return {name: frozenset(" ".join(entry).split() if name != "phrases" else entry) for name, entry in table.items()}


def find_heads(units: tuple[Unit, ...]) -> list[Head]:
    """Return the instrument nouns of a sentence, the longest at each place, in order."""
    found = _match(units, _instrument_phrases())
    return [
        Head(first, last, *what) for first, last, what in found if what[0].id != "peace" or _is_peace_of(units, first)
    ]


def _is_peace_of(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether "Peace" is the treaty of a place ("the Peace of Lima"), not part of another name."""
    before = units[i - 1] if i else None
    opens = before is None or before.kind in {MARK, "date"} or before.lower in PEACE_OPENERS
    behind = units[i + 1 : i + 3]
    return (
        units[i].is_capitalized and opens and len(behind) == 2 and behind[0].lower == "of" and behind[1].is_capitalized
    )


PEACE_OPENERS = frozenset("the this that first second third and".split())


def find_steps(units: tuple[Unit, ...]) -> list[StepWord]:
    """Return the words for steps in a sentence, the longest at each place, in order.

    A word that stands for several steps ("established" a body, "entered into" an agreement) is listed for each.
    """
    found: list[tuple[int, int, Any]] = []
    for match in _match(units, _step_phrases()):
        first, last, _ = match
        plain = _step_phrases().get(units[first].lower, ()) if _has_partner(units, first, last) else ()
        found.append(next(((first, first, own) for parts, own in plain if len(parts) == 1), match))
    words_ = [StepWord(first, last, step, form) for first, last, senses in found for step, form in senses]
    return sorted([*words_, *_voided(units), *_had(units)], key=lambda word: word.first)


def step(rule_id: str) -> Step:
    """Return the step rule of this id. Raises StopIteration if steps.toml has none."""
    return next(step for step in steps() if step.id == rule_id)


def _voided(units: tuple[Unit, ...]) -> list[StepWord]:
    """Return the verbs of "declared the treaty void", "put the pact on hold": the object stands inside the phrase."""
    found = []
    for i, unit in enumerate(units):
        if unit.lower not in DECLARING and unit.lower not in PUTTING:
            continue
        name, verbs, ends = ("terminate", DECLARING, VOID) if unit.lower in DECLARING else ("suspend", PUTTING, HOLD)
        behind = [one.lower for one in units[i + 2 : i + 2 + VOID_REACH]]
        closing = next((k for k, lower in enumerate(behind) if lower in ends), None)
        if closing is not None and not any(lower in BREAKS for lower in behind[:closing]):
            found.append(StepWord(i, i, step(name), verbs[unit.lower]))
    return found


def _had(units: tuple[Unit, ...]) -> list[StepWord]:
    """Return the verbs of "has free trade agreements with Peru": "has" is a step only with that behind it."""
    return [
        StepWord(i, i, step("have"), "base")
        for i, unit in enumerate(units)
        if unit.lower in {"has", "have"} and _has_treaties_behind(units, i + 1)
    ]


def _has_treaties_behind(units: tuple[Unit, ...], first: int) -> bool:
    """Tell whether several instruments with somebody who is named stand behind a verb, and no other verb between."""
    heads = find_heads(units[first : first + VOID_REACH + 1])
    if not heads or not heads[0].plural or units[first].lower in {"a", "an", "no", "the"}:
        return False
    if any(one.lower in BREAKS or _step_phrases().get(one.lower) for one in units[first : first + heads[0].first]):
        return False
    last = first + heads[0].last
    behind = [one.lower for one in units[last + 1 : last + 4]]
    named = any(one.kind in {"country", "organization"} for one in units[last + 2 : last + 2 + PARTNER_REACH])
    return named and (behind[:1] == ["with"] or behind in (["in", "force", "with"], ["in", "place", "with"]))


DECLARING: dict[str, StepForm] = {
    "declared": "past", "declares": "base", "declare": "base", "declaring": "gerund", "pronounced": "past",
}  # fmt: skip
PUTTING: dict[str, StepForm] = {"put": "past", "puts": "base", "placed": "past"}
HOLD = frozenset({"hold", "ice", "abeyance"})
VOID = frozenset("void null invalid inoperative terminated dead lapsed".split())
BREAKS = frozenset("that , ; and but which who".split())
VOID_REACH = 10
PARTNER_REACH = 14  # units behind "has treaties" in which the first partner is named


def _has_partner(units: tuple[Unit, ...], first: int, last: int) -> bool:
    """Tell whether "concluded with" goes on with a partner ("concluded with Chile"), and not with a result."""
    if last != first + 1 or units[first].lower != "concluded" or units[last].lower != "with":
        return False
    behind = units[last + 1 : last + 3]
    skipped = behind[1:] if behind and behind[0].lower in {"the", "its", "their"} else behind[:1]
    return any(unit.kind in {"country", "organization", "person", "place"} for unit in skipped)


@lru_cache(maxsize=256)
def steps_of(sentence: Sentence) -> tuple[StepWord, ...]:
    """Return `find_steps` of a whole sentence, looked up once: every field of its agreements asks for them.

    What is part of the noun for an instrument is no step ("an action plan").
    """
    nouns = {
        i for head in find_heads(sentence.units) if head.last > head.first for i in range(head.first, head.last + 1)
    }
    return tuple(word for word in find_steps(sentence.units) if word.first not in nouns)


@lru_cache(maxsize=1)
def _instrument_phrases() -> Phrases:
    entries = [
        (noun, (rule, plural))
        for rule in instruments()
        for plural, nouns in ((False, rule.singular), (True, rule.plural))
        if rule.id != "pronoun"
        for noun in nouns
    ]
    return _index(entries, "instruments.toml")


@lru_cache(maxsize=1)
def _step_phrases() -> Phrases:
    senses: dict[str, list[tuple[Step, StepForm]]] = {}
    for rule in steps():
        forms: tuple[tuple[StepForm, tuple[str, ...]], ...] = (
            ("past", rule.past), ("base", rule.base), ("gerund", rule.gerund), ("noun", rule.nouns),
        )  # fmt: skip
        for form, entries in forms:
            for entry in entries:
                senses.setdefault(entry, []).append((rule, form))
    return _index([(entry, tuple(found)) for entry, found in senses.items()], "steps.toml")


def _index(entries: list[tuple[str, Any]], path: str) -> Phrases:
    """Index phrases by first word, the longest first. Raises RuleError for a phrase that two rules claim."""
    phrases: Phrases = {}
    seen: dict[str, Any] = {}
    for phrase, value in entries:
        if phrase in seen:
            raise RuleError(f"two rules claim {phrase!r}", path=path, remedy="Keep it in one of them.")
        seen[phrase] = value
        # Tokenizers differ in whether "re-established" is one word.
        for parts in dict.fromkeys((tuple(phrase.split()), tuple(phrase.replace("-", " - ").split()))):
            phrases.setdefault(parts[0], []).append((parts, value))
    for found in phrases.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return phrases


def _match(units: tuple[Unit, ...], phrases: Phrases) -> list[tuple[int, int, Any]]:
    found = []
    behind = 0  # the unit behind the last match
    for i, unit in enumerate(units):
        entries = phrases.get(unit.lower)
        if entries is None or i < behind:
            continue
        longest = len(entries[0][0])
        lowers = tuple(one.lower for one in units[i : i + longest])
        for parts, value in entries:
            if lowers[: len(parts)] == parts:
                behind = i + len(parts)
                found.append((i, behind - 1, value))
                break
    return found


def instrument(rule_id: str) -> Instrument:
    """Return the instrument rule of this id. Raises StopIteration if instruments.toml has none."""
    return next(rule for rule in instruments() if rule.id == rule_id)
