"""How far the words reach that say what an agreement is about: up to its verb, a clause, its parties, place or day."""

from __future__ import annotations

from pipeline.agreements.lexicon import find_heads, steps_of, words
from pipeline.agreements.units import MARK, WORD, Sentence, Unit
from pipeline.records import Span


def subject_end(sentence: Sentence, opener: int, first: int, dated: Span | None) -> int:
    """Return the last unit of a subject: in front of its verb, a clause, the parties, or place and day of signing."""
    units = sentence.units
    verbs = {word.first for word in steps_of(sentence) if word.form == "past" and units[word.first - 1].lower != "be"}
    end = first
    for i in range(first, len(units)):
        signed_here = dated is not None and i + 1 < len(units) and dated.overlaps(units[i + 1])
        if i in verbs or signed_here or (i > first and _closes(sentence, i)) or _leaves(sentence, opener, i):
            break
        unit = units[i]
        if (unit.kind != MARK and unit.lower not in words()["prepositions"]) or unit.text in {"’", ")", "”"}:
            end = i
    while end > first and (
        units[end].lower in {"and", "or", "to", "the", "a"}
        or (units[end].kind == "date" and units[end - 1].lower in {"of", "for", "dated"})
        or (units[end + 1 : end + 2] and units[end + 1].kind == "date" and units[end].lower in {"of", "for", "dated"})
    ):
        end -= 1
    if units[end].text == "”" and all(unit.text != "“" for unit in units[first:end]):
        end -= 1
    return end


def _leaves(sentence: Sentence, opener: int, i: int) -> bool:
    """Tell whether the parse hangs an infinitive or a clause on what stands in front of the subject."""
    tree, units = sentence.tree, sentence.units
    if not tree or i <= opener + 1:
        return False
    unit = units[i]
    if unit.lower == "and" and i + 2 < len(units):
        goes_on = {units[i + 1].lower, units[i + 2].lower} & {"it", "they", "he", "she", "which"}
        to = units[i + 1].lower == "to" and units[opener].lower != "to" and tree[i + 1].role == "auxiliary"
        return bool(goes_on) or (to and all(u.lower != "to" for u in units[opener:i]))
    if unit.lower == "to" and i + 1 < len(units):
        return tree[i].role in {"auxiliary", "preposition"} and tree[i].head < opener and units[i + 1].kind == WORD
    if unit.lower in MODALS:
        return all(u.lower not in {"that", "which", "who"} for u in units[max(opener, i - 4) : i])
    return False


MODALS = frozenset("would could may might will shall should must".split())
CLOSING_MARKS = frozenset({";", ".", ":", "(", "[", "!", "?", "–", "—"})
CLOSING_WORDS = frozenset("which while whereas took takes where when whose if but".split())


def _closes(sentence: Sentence, i: int) -> bool:
    """Tell whether unit `i` no longer belongs to what an agreement is about."""
    units = sentence.units
    unit, behind = units[i], units[i + 1] if i + 1 < len(units) else None
    if unit.text in {"–", "—", "-"}:
        return unit.text != "-" and units[i - 1].end < unit.start
    if unit.text in CLOSING_MARKS or unit.lower in CLOSING_WORDS | words()["be"] | words()["have"]:
        return True
    if unit.text == ",":
        return _ends_at_comma(sentence, i)
    return behind is not None and _opens_circumstance(sentence, i, behind)


def _opens_circumstance(sentence: Sentence, i: int, behind: Unit) -> bool:
    """Tell whether a small word opens the parties, the place, the day, or another instrument."""
    units = sentence.units
    lower = units[i].lower
    if lower == "on" and {"sidelines", "margins", "occasion"} & {u.lower for u in units[i + 1 : i + 3]}:
        return True
    if lower == "that":
        return behind.mention is not None or behind.lower in words()["pronouns"] | words()["definite"]
    if lower in {"between", "among", "by", "with"}:
        pair = units[i + 2].lower if i + 2 < len(units) and behind.lower in {"the", "both"} else behind.lower
        return (behind.mention is not None and behind.kind != "date") or pair in words()["pair"] | {"two", "both"}
    if lower in {"in", "at"} and behind.kind == "place":
        return True
    if lower == "at" and behind.lower == "the" and i + 2 < len(units) and units[i + 2].is_capitalized:
        return True
    if lower in {"in", "by", "through", "during", "under"} and _is_instrument(units, i + 1):
        return True
    if lower in {"on", "of", "dated", "in", "during"} and behind.kind == "date":
        return lower in {"on", "dated"} or (lower != "in" and _ends_sentence(sentence, i + 1))
    return lower == "to" and behind.lower == "be"


def _is_instrument(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether another instrument or a visit follows an article ("in an exchange of notes")."""
    if units[i].lower not in {"a", "an", "the", "his", "her", "their"}:
        return False
    heads = find_heads(units[i + 1 : i + 5])
    return bool(heads and heads[0].first <= 1) or any(u.lower in {"visit", "summit"} for u in units[i + 1 : i + 4])


def _ends_at_comma(sentence: Sentence, i: int) -> bool:
    """Tell whether a comma ends the subject: what follows is a clause or another instrument, not a list."""
    behind = sentence.units[i + 1 : i + 22]
    if not behind or behind[0].lower in {"which", "who", "signed", "as", "but", "while", "a", "an", "the", "including"}:
        return True
    if behind[0].lower == "and":
        return len(behind) > 1 and behind[1].lower in {"a", "an", "it", "he", "she", "they", "the", "out"}
    for unit in behind:
        if unit.lower == "and":
            return False
        if unit.kind == MARK and unit.text != ",":
            break
    return behind[0].kind == "date" or not any(unit.lower == "and" for unit in behind)


def _ends_sentence(sentence: Sentence, i: int) -> bool:
    return all(unit.kind == MARK for unit in sentence.units[i + 1 :])
