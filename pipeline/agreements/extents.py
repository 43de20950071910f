"""How far the words reach that say what an agreement is about: up to its verb, a clause, its parties, place or day."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.agreements.counts import NUMERALS, ORDINAL
from pipeline.agreements.lexicon import WEEKDAYS, find_heads, steps_of, words
from pipeline.agreements.syntax import governor
from pipeline.agreements.units import MARK, WORD, Sentence, Unit
from pipeline.agreements.where import SITED
from pipeline.records import Span


def subject_end(sentence: Sentence, opener: int, first: int, signing: Sequence[Span]) -> int:
    """Return the last unit of a subject: in front of its verb, a clause, the parties, or place and day of `signing`."""
    units = sentence.units
    infinitive = {"be", "to"}
    verbs = {w.first for w in steps_of(sentence) if w.form == "past" and units[w.first - 1].lower not in infinitive}
    end = first
    for i in range(first, len(units)):
        if i in verbs or _tells_signing(units, first, i, signing) or _leaves(sentence, opener, i):
            break
        if _tells_receiver(units, opener, i) or (i > first and opens_adjunct(units, i)):
            break
        if i > first and (_closes(sentence, i) or _is_site(sentence, first, i)):
            break
        unit = units[i]
        if (unit.kind != MARK and unit.lower not in words()["prepositions"]) or unit.text in {"’", ")", "”"}:
            end = i
    while end > first and (
        units[end].lower in {"and", "or", "to", "the", "a", ","} | TODAY | RELATIVES
        or (units[end].kind == "date" and units[end - 1].lower in {"of", "for", "dated"})
        or (units[end + 1 : end + 2] and units[end + 1].kind == "date" and units[end].lower in {"of", "for", "dated"})
    ):
        end -= 1
    if units[end].text in '”"' and all(unit.text not in '“"' for unit in units[first:end]):
        end -= 1
    return end


RELATIVES = frozenset("that which who whose where".split())
TODAY = frozenset("today yesterday tonight here recently earlier".split())


def _tells_signing(units: tuple[Unit, ...], first: int, i: int, signing: Sequence[Span]) -> bool:
    """Tell whether the day or the town of the signing stands behind unit `i`.

    A country may be both, where it was signed and where the matter has its site ("on opening schools in Peru").
    """
    if i + 2 >= len(units) or not any(span.overlaps(units[i + 1]) for span in signing):
        return False
    if units[i + 1].kind == "date":
        return True
    behind = units[i + 3 : i + 4] if units[i + 2].lower in {"on", "in", ","} else units[i + 2 : i + 3]
    dated = any(unit.kind == "date" for unit in behind)  # "in Peru on 3 May"
    sited = SITED & {word.removesuffix("s") for unit in units[first:i] for word in unit.lower.split()}
    if units[i + 1].kind == "country" and sited and not dated:
        return False
    return units[i + 1].kind in {"place", "country"} and units[i].lower in {"in", "at"}


def _is_site(sentence: Sentence, first: int, i: int) -> bool:
    """Tell whether a place stands behind "in" or "at" that the parse does not hang on a word of the subject.

    Where no place is known, "on schools in Lima" names the town of the signing, "on opening a school in Lima" does not.
    """
    units, tree = sentence.units, sentence.tree
    if i + 1 >= len(units) or units[i].lower not in {"in", "at"} or units[i + 1].kind != "place":
        return False
    if not tree:
        return True
    above = governor(sentence, i + 1)
    return not (first < above < i or (above == first and (tree[first].pos == "VERB" or units[i].lower == "at")))


def _leaves(sentence: Sentence, opener: int, i: int) -> bool:
    """Tell whether the parse hangs an infinitive or a clause on what stands in front of the subject."""
    tree, units = sentence.tree, sentence.units
    if not tree or i <= opener + 1:
        return False
    unit = units[i]
    if unit.lower == "and" and i + 2 < len(units):
        behind = [units[i + 1].lower, units[i + 2].lower]
        goes_on = set(behind) & {"it", "they", "he", "she"} or behind[0] == "which"
        to = units[i + 1].lower == "to" and units[opener].lower != "to" and tree[i + 1].role == "auxiliary"
        return bool(goes_on) or (to and all(u.lower != "to" for u in units[opener:i]))
    if unit.lower == "to" and i + 1 < len(units):
        return tree[i].role in {"auxiliary", "preposition"} and tree[i].head < opener and units[i + 1].kind == WORD
    if unit.lower == "that" and i + 1 < len(units):
        verb = tree[i].head
        is_told = tree[verb].role == "clause" and tree[verb].head < opener
        return units[i + 1].lower in MODALS or (tree[i].role in SUBJECTS and verb > i and is_told)
    if unit.lower in MODALS:
        is_told = all(u.lower not in {"that", "which", "who"} for u in units[max(opener, i - 4) : i])
        return is_told and not _is_reduced_relative(sentence, opener, i)
    return False


def _is_reduced_relative(sentence: Sentence, opener: int, modal: int) -> bool:
    """Tell whether a modal belongs to a clause on a noun of the subject: "the number of ships each side may build"."""
    tree = sentence.tree
    verb = tree[modal].head
    doers = [k for k in range(opener + 1, modal) if tree[k].head == verb and tree[k].role in SUBJECTS]
    return verb > modal and tree[verb].role == "clause" and opener < tree[verb].head < modal and bool(doers)


SUBJECTS = frozenset({"subject", "passive-subject"})
MODALS = frozenset("would could may might will shall should must".split())
CLOSING_MARKS = frozenset({";", ".", ":", "[", "!", "?", "–", "—"})
CLOSING_WORDS = frozenset(
    "which despite while whereas took takes where when whose if but worth costing totalling".split()
)


def _closes(sentence: Sentence, i: int) -> bool:
    """Tell whether unit `i` no longer belongs to what an agreement is about."""
    units = sentence.units
    unit, behind = units[i], units[i + 1] if i + 1 < len(units) else None
    if unit.text in {"–", "—", "-"}:
        is_apart = units[i - 1].end < unit.start
        return is_apart and (unit.text != "-" or (behind is not None and unit.end < behind.start))
    if unit.text == "(":
        return not _holds_abbreviation(sentence, i)
    if unit.lower == "if" and behind is not None and behind.lower.endswith("ed"):
        return False  # "help for one another if attacked"
    if unit.text in CLOSING_MARKS or unit.lower in CLOSING_WORDS | words()["be"] | words()["have"]:
        return True
    if unit.text == ",":
        return _ends_at_comma(sentence, i)
    if _counts_back(units, i) or _opens_day(units, i):
        return True
    return behind is not None and _opens_circumstance(sentence, i, behind)


def _holds_abbreviation(sentence: Sentence, i: int) -> bool:
    """Tell whether brackets hold an abbreviation of what stands in front of them ("a radar (AESA) and sonars")."""
    units = sentence.units
    return i + 2 < len(units) and units[i + 2].text == ")" and units[i + 1].text[:2].isupper()


def _counts_back(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a time is counted back from today ("gas deliveries 50 years ago")."""
    if units[i].kind == "date":
        return units[i].lower.split()[0] in {"last", "this"} or units[i].lower.endswith(" ago")
    number = units[i].text[0].isdigit() or units[i].lower in NUMERALS or units[i].lower in {"a", "some"}
    return number and "ago" in {unit.lower for unit in units[i + 2 : i + 4]}


def _opens_day(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a day or time follows that no calendar can place: "on Sunday", "next month", "by the end of"."""
    lower = units[i].lower
    behind = [unit.lower for unit in units[i + 1 : i + 4]]
    if lower == "on" and behind and (behind[0] in WEEKDAYS or opens_time(units, i + 1)):
        return True
    if lower == "and" and behind[:1] in (["in"], ["on"]) and units[i + 2 : i + 3] and units[i + 2].kind == "date":
        return True  # "a pact on fish and in 1995 a treaty": the next item of a list
    if lower in {"next", "last", "this", "later"} and behind and behind[0] in CALENDAR:
        return True
    return lower == "by" and behind[:3] in (["the", "end", "of"], ["the", "middle", "of"])


def is_day(lowers: Sequence[str]) -> bool:
    """Tell whether a day without a year follows: "1 January", "January 1"."""
    months = words()["months"]
    return len(lowers) > 1 and any(
        one[:1].isdigit() and len(one) <= 4 and other in months for one, other in (lowers[:2], lowers[1::-1])
    )


def opens_time(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether "on" tells when or how: "on the eve of", "on the following day", "on the 50th anniversary of"."""
    if is_day([unit.lower for unit in units[i : i + 2]]):
        return True
    while i < len(units) and (units[i].lower in WHICH or ORDINAL.fullmatch(units[i].lower)):
        i += 1
    if i >= len(units) or units[i].lower not in TIMING:
        return False
    behind = units[i + 1] if i + 1 < len(units) else None
    return behind is None or behind.kind != WORD or behind.lower in words()["prepositions"] | {"when", "that"}


WHICH = frozenset(
    "the a an that this same following next previous first second third fourth final last very opening closing early "
    "late good favourable favorable preferential such".split()
)
TIMING = frozenset("morning afternoon evening eve night day anniversary weekend date heels terms".split())


CALENDAR = WEEKDAYS | frozenset("week month year spring summer autumn fall winter morning afternoon evening".split())


def _opens_circumstance(sentence: Sentence, i: int, behind: Unit) -> bool:
    """Tell whether a small word opens the parties, the place, the day, or another instrument."""
    units = sentence.units
    lower = units[i].lower
    if _opens_occasion(units, i):
        return True
    if lower == "that":
        return behind.mention is not None or behind.lower in words()["pronouns"] | words()["definite"]
    if lower == "by" and units[i - 1].lower.endswith("ed") and units[i - 1].kind == WORD:
        return False  # "loans granted by Chile"
    if lower in {"between", "among", "by", "with", "against"}:
        return _names_party(units, i) and not (lower == "between" and _goes_on_behind_parties(units, i))
    if lower == "at" and behind.lower == "the" and i + 2 < len(units) and units[i + 2].is_capitalized:
        return True
    if lower in {"in", "by", "through", "during", "under"} and _is_instrument(units, i + 1):
        return True
    if lower in {"on", "of", "dated", "in", "during"} and behind.kind == "date":
        return lower in {"on", "dated"} or (lower != "in" and _ends_sentence(sentence, i + 1))
    return lower == "to" and behind.lower == "be"


def opens_adjunct(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether how, how long or with whom follows, not what: "for ten years", "by signing", "in order to"."""
    lower = units[i].lower
    behind = [unit.lower for unit in units[i + 1 : i + 4]]
    if not behind:
        return False
    if lower == "for":
        return units[i + 1].kind == "date" or behind == ["the", "first", "time"] or _tells_duration(units, i + 1)
    if lower == "by":
        return units[i + 1].kind == "date" or (behind[0].endswith("ing") and units[i + 1].kind == WORD)
    if lower == "in":
        return behind[:2] in (["order", "to"], ["accordance", "with"], ["line", "with"])
    return lower == "with" and behind[0] == "the" and behind[1:] in ([joined, "of"] for joined in JOINING)


JOINING = frozenset("participation support help assistance aim purpose goal backing mediation blessing".split())


def _tells_duration(units: tuple[Unit, ...], first: int) -> bool:
    """Tell whether a time follows: "for at least twenty more years"."""
    for unit in units[first : first + 6]:
        if unit.lower in TIMES:
            return True
        if not (unit.text[0].isdigit() or unit.lower in NUMERALS or unit.lower in AMOUNTS):
            return False
    return False


AMOUNTS = frozenset("a an at least about some the another further additional more next initial of up to".split())
TIMES = frozenset("year years month months week weeks day days decade decades time period term duration".split())


def _opens_occasion(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether the occasion follows: "on the sidelines", "at a ceremony", "as part of a visit", "after talks"."""
    lower, behind = units[i].lower, [unit.lower for unit in units[i + 1 : i + 3]]
    if lower in {"on", "in"} and MEETINGS & set(behind):
        return True
    if lower in {"after", "following", "amid", "ahead", "since", "prior"}:
        return True
    if lower == "as":
        return behind == ["part", "of"] or (behind[:1] != [] and behind[0] in LAID_DOWN)
    if lower == "without":
        return bool({"delay", "delays"} & {unit.lower for unit in units[i + 1 : i + 4]})
    return occasion_behind(units, i) is not None


def occasion_behind(units: tuple[Unit, ...], i: int) -> int | None:
    """Return the noun of the occasion behind a preposition ("at a solemn ceremony"), if one follows."""
    if units[i].lower not in {"at", "during", "on", "in", "before"} or units[i - 1].lower.startswith("participat"):
        return None
    for k in range(i + 1, min(i + OCCASION_REACH, len(units) - 1)):
        if units[k].kind == MARK or units[k].lower in words()["prepositions"] | words()["conjunctions"]:
            return None
        if units[k].lower in OCCASIONS:
            return k
    return None


LAID_DOWN = frozenset("stipulated provided envisaged foreseen agreed specified outlined planned promised".split())
MEETINGS = frozenset("sidelines margins occasion presence".split())
OCCASIONS = frozenset("ceremony visit summit meeting talks trip tour conference session negotiations".split())
OCCASION_REACH = 7  # units of "during the first official visit"


def _tells_receiver(units: tuple[Unit, ...], opener: int, i: int) -> bool:
    """Tell whether "to" opens to whom an agreement was offered or handed, not where the matter itself goes."""
    if units[i].lower != "to" or units[i - 1].lower in GOING or i + 1 >= len(units):
        return False
    first = i + 2 if units[i + 1].lower in {"the", "its", "their"} and i + 2 < len(units) else i + 1
    named = units[first].mention is not None or units[first].lower in LAWMAKERS
    return named and any(unit.lower in OFFERING for unit in units[:opener])


OFFERING = frozenset(
    "propose proposes proposed proposing offer offers offered offering submit submits submitted submitting present "
    "presents presented presenting send sends sent sending hand handed transmit transmitted suggest suggested "
    "forwarded referred".split()
)
LAWMAKERS = frozenset("parliament congress legislature lawmakers government cabinet council assembly".split())
GOING = frozenset(
    "supply supplies supplied export exports exported delivery deliveries delivered sale sales sold access aid "
    "assistance transfer transfers transferred return returned loan loans visit visits support accession shipment "
    "shipments flight flights route routes road railway pipeline gift limited applied extended exposure".split()
)


def _names_party(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a party stands behind a preposition: a name, the two sides, or an officer of a state."""
    first = i + 2 if units[i + 1].lower in {"the", "both"} and i + 2 < len(units) else i + 1
    behind = units[first]
    if units[i + 1].mention is not None:
        return units[i + 1].kind != "date"
    if behind.lower in words()["pair"] | {"two", "both"} or units[i + 1].lower in {"two", "both"}:
        # "Flights between the two countries" are what it is about; those of a title are its parties.
        return units[i].lower not in {"between", "among"} or units[i - 1].is_capitalized
    if units[i].lower == "by" and behind.kind == "country":
        return True
    if first == i + 1 or units[i].lower in {"by", "against"}:
        return units[i].lower in {"between", "among"} and behind.is_capitalized
    named = behind.kind in {"country", "organization", "person"} or behind.is_capitalized
    governments = behind.lower in {"government", "governments", "ministry", "ministries"}
    return named or governments


def _goes_on_behind_parties(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether more of the matter follows the parties: "cooperation between the two countries in the Arctic"."""
    k = i + 1
    while k < len(units) and (units[k].mention is not None or units[k].lower in PARTY_WORDS):
        if units[k].kind == "date":
            return False
        k += 1
    if k + 2 >= len(units) or units[k].lower not in {"in", "on", "for"} or units[k + 1].lower not in {"the", "a"}:
        return False
    return not SETTINGS & {unit.lower for unit in units[k + 2 : k + 5]} and units[k + 2].kind != "date"


PARTY_WORDS = frozenset("the and of two both countries sides parties states nations governments peoples '".split()) | {
    "'s", "s'", ",", "governments"}  # fmt: skip
SETTINGS = frozenset(
    "presence margins sidelines occasion course framework capital wake same year month end beginning behalf basis "
    "perspective mid long short medium term city town morning evening afternoon first second last next day".split()
)


def _is_instrument(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether another instrument or a visit follows an article ("in an exchange of notes")."""
    if units[i].lower not in {"a", "an", "the", "his", "her", "their"}:
        return False
    heads = find_heads(units[i + 1 : i + 5])
    return bool(heads and heads[0].first <= 1) or any(u.lower in {"visit", "summit"} for u in units[i + 1 : i + 4])


def _ends_at_comma(sentence: Sentence, i: int) -> bool:
    """Tell whether a comma ends the subject: what follows is a clause or another instrument, not a list."""
    behind = sentence.units[i + 1 : i + 22]
    if not behind or behind[0].lower in AFTER_COMMA or behind[0].lower.endswith("ly"):
        return True
    if behind[0].lower in {"excepting", "except", "excluding"}:
        return False
    if behind[0].lower == "and":
        return len(behind) > 1 and behind[1].lower in AFTER_AND | words()["pronouns"] | words()["auxiliaries"]
    for unit in behind:
        if unit.lower == "and":
            return False
        if unit.kind == MARK and unit.text != ",":
            break
    return behind[0].kind == "date" or not any(unit.lower == "and" for unit in behind)


AFTER_AND = frozenset("a an the out both this".split())
AFTER_COMMA = frozenset(
    "after before during following despite which who signed as but while a an the including says said according "
    "thus thereby".split()
)


def _ends_sentence(sentence: Sentence, i: int) -> bool:
    return all(unit.kind == MARK for unit in sentence.units[i + 1 :])
