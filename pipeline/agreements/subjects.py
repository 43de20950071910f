"""What an agreement is about, in the words of its title, of the phrase behind its noun, or in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.agreements.claims import Candidate
from pipeline.agreements.events import Event, Reading
from pipeline.agreements.lexicon import find_heads, steps_of, words
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.relations import continues_list
from pipeline.agreements.syntax import top_of
from pipeline.agreements.terms import governed, told_terms
from pipeline.agreements.topics import is_form_word, is_topic, names_topic
from pipeline.agreements.units import MARK, WORD, Sentence, Unit
from pipeline.records import Source, Span

MATTERS = frozenset({"on", "for", "concerning", "regarding", "respecting", "covering", "about"})
OPENERS = MATTERS | frozenset(
    "relating relative providing stipulating stating amending establishing submitting extending prohibiting banning "
    "limiting governing regulating whereby aimed of to".split()
)
# These say themselves what is done; behind the others only what follows is the matter.
KEPT = frozenset("amending submitting extending prohibiting banning limiting".split())
Found = tuple[str, Span, str]


def subject_candidates(event: Event, source: Source, dated: Span | None) -> list[Candidate]:
    """Return what its mentions say that it is about, in the words of the text, without the date of signing `dated`."""
    found = []
    for reading in event.readings:
        main = 0 if reading is event.main else 20
        for rule, span, reason in _subjects(reading, dated):
            text = " ".join(source.text[span.start : span.end].replace("\\", " ").split())
            found.append(Candidate("subject", text, rule, (span,), reason, main))
    return found


def _subjects(reading: Reading, dated: Span | None) -> Iterator[Found]:
    """Yield the rule, the characters and the reason of each reading of what an instrument is about."""
    told = told_terms(reading, dated)
    if not reading.is_pronoun:
        yield from _named(reading, dated)
    if told is not None:
        yield told
    by_it = governed(reading)
    if by_it is not None:
        yield "subject-governed", by_it, "what the agreement governs"


def _named(reading: Reading, dated: Span | None) -> Iterator[Found]:
    mention = reading.mention
    if mention.instrument.type == "diplomatic-relations":
        return
    if mention.instrument.type == "joint-body":
        of_body = _subject_of_body(mention)
        if of_body is not None:
            yield "subject-of-body", of_body, "the words of its name"
        return
    behind_title = _subject_behind_title(mention)
    if behind_title is not None:
        yield "subject-in-title", behind_title, "the words of the title"
    behind = _subject_behind(reading, dated)
    if behind is not None:
        yield "subject-behind-noun", behind, "the words behind the noun"
    in_front = _subject_in_front(mention)
    if in_front is not None:
        yield ("subject-in-front-of-title" if mention.title else "subject-in-modifier"), in_front, (
            "the words in front of the noun"
        )


def _subject_of_body(mention: InstrumentMention) -> Span | None:
    """Return the matter in the name of a joint body ("Joint Commission for Economic Cooperation")."""
    unit = mention.sentence.units[mention.last]
    for word in (" for ", " on "):
        before, found, behind = unit.text.partition(word)
        behind = behind.removeprefix("the ")
        if found and is_topic(behind.split()[-1].lower()):
            return Span(unit.end - len(behind), unit.end)
    return None


def _subject_in_front(mention: InstrumentMention) -> Span | None:
    """Return the modifiers that say what an instrument is about ("mutual assistance pact", "Extradition Treaty")."""
    sentence = mention.sentence
    units = sentence.units
    if mention.last > mention.head.last and units[mention.head.last + 1].lower not in {"between", "among"}:
        return None
    first, last = mention.first, mention.head.first - 1
    while first <= last and (units[first].kind != WORD or is_form_word(units[first].lower) or _is_glued(units, first)):
        first += 1
    while first <= last and (units[last].kind != WORD or is_form_word(units[last].lower)):
        last -= 1
    inside = units[first : last + 1]
    if not inside or any(unit.kind not in {WORD, MARK} for unit in inside):
        return None
    if mention.title and not names_topic(inside):
        return None
    if not mention.title and all(unit.lower in UNTOLD for unit in inside):
        return None
    return Span(inside[0].start, inside[-1].end)


def _is_glued(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a name goes on across a hyphen ("Sino-British")."""
    return units[i].is_capitalized and units[i + 1].text in {"-", "–"} and units[i + 2].kind != WORD


# Ways to agree on money or use; what for, they leave open.
UNTOLD = frozenset("loan credit grant licence license lease sectoral commercial corporate business".split())


def _subject_behind_title(mention: InstrumentMention) -> Span | None:
    """Return the part of a title behind "of", "on" or "for", of several the last that follows the parties."""
    if mention.last == mention.head.last:
        return None
    units = mention.sentence.units
    start = None
    for i in range(mention.head.last + 1, mention.last):
        lower = units[i].lower
        opens = lower in MATTERS or lower in {"establishing", "relating", "amending"}
        has_parties = any(unit.lower in {"between", "among"} for unit in units[mention.head.last : i])
        if opens and (start is None or (has_parties and not _has_parties(units, start, i) is False)):
            start = i
        elif lower == "of" and i == mention.head.last + 1 and is_topic(units[i + 1].lower):
            start = i
    if start is None:
        return None
    if units[start].lower == "of":
        end = next(
            (k - 1 for k in range(start, mention.last) if units[k].lower in {"between", "among"}), mention.last
        )
    else:
        end = mention.last
    first = start + (2 if units[start + 1].lower == "to" else 1)
    while first < end and units[first].lower in {"the", "a", "an", "\\"}:
        first += 1
    return Span(units[first].start, units[end].end)


def _has_parties(units: tuple[Unit, ...], start: int, end: int) -> bool:
    """Tell whether the parties are named between two units of a title."""
    return any(unit.lower in {"between", "among"} for unit in units[start:end])


def _subject_behind(reading: Reading, dated: Span | None) -> Span | None:
    """Return the phrase behind a noun that says what the agreement is about ("on fisheries", "for supply of …")."""
    sentence = reading.sentence
    units = sentence.units
    opener = _opener(reading)
    if opener is None:
        return None
    first = opener if units[opener].lower in KEPT else opener + 1
    first = _behind_small_words(units, first)
    last = min(_subject_end(sentence, opener, first, dated), _before_next_item(reading))
    if last < first:
        return None
    return Span(units[first].start, units[last].end)


def _behind_small_words(units: tuple[Unit, ...], first: int) -> int:
    """Return where the matter itself begins, behind articles, "the field of" and the like."""
    skipped = {"the", "a", "an", "that", "for", "to", "at"} | words()["possessive"]
    while first < len(units) - 1 and (units[first].lower in skipped or units[first].text in "“\"‘'"):
        first += 1
    if units[first].lower in FIELDS and first + 1 < len(units) and units[first + 1].lower == "of":
        return first + 2
    return first


FIELDS = frozenset("field fields area areas sphere spheres domain domains sector sectors matter matters".split())


def _opener(reading: Reading) -> int | None:
    """Return the word that opens the subject: right behind the noun, behind its parties or verb, or tied to it."""
    found = _opener_in_order(reading)
    return found if found is not None else _opener_by_parse(reading)


def _opener_in_order(reading: Reading) -> int | None:
    sentence, mention = reading.sentence, reading.mention
    units = sentence.units
    steps = {k for word in steps_of(sentence) for k in range(word.first, word.last + 1)}
    i = mention.last + 1
    while i < min(len(units) - 1, mention.last + 18):
        lower = units[i].lower
        if lower == "of" and i == mention.last + 1 and not mention.title and _is_matter_of(units, i + 1):
            return i
        if lower == "to" and _opens_infinitive(sentence, i, mention.last):
            return i
        if lower in {"in", "within"} and _opens_field(units, i):
            return i
        if lower in OPENERS - {"of", "to"} and units[i + 1].kind not in {"date", MARK}:
            return None if _is_money_or_time(units, i + 1) else i
        if units[i].text == "(":
            behind = _behind_brackets(units, i)
            if behind is None:
                return None
            i = behind
            continue
        comma = units[i].text == "," and units[i + 1].lower in MATTERS
        if units[i].mention is None and i not in steps and lower not in PASSED and not comma:
            return None
        i += 1
    return None


def _opener_by_parse(reading: Reading) -> int | None:
    """Return a preposition that the parse hangs on the noun, or on the verb of which it is the passive subject."""
    sentence, mention = reading.sentence, reading.mention
    tree, units = sentence.tree, sentence.units
    if not tree:
        return None
    noun = top_of(sentence, mention.first, mention.last)
    carriers = {noun}
    if tree[noun].role == "passive-subject":
        carriers.add(tree[noun].head)
    for i in range(mention.last + 1, min(len(units) - 1, mention.last + 30)):
        if tree[i].head not in carriers or tree[i].role != "preposition":
            continue
        if units[i].lower in MATTERS and units[i + 1].kind != "date" and not _is_money_or_time(units, i + 1):
            return i
    return None


def _is_matter_of(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a matter follows "of" ("a convention of alliance"), not a party, a date, a kind or an amount."""
    unit = units[i]
    small = unit.kind == WORD and unit.text[0].islower()
    return small and unit.lower not in NO_MATTERS | words()["definite"] | words()["possessive"] | words()["several"]


NO_MATTERS = frozenset("a an this that these such which understanding intent any one two three four five 's".split())


def _opens_infinitive(sentence: Sentence, i: int, last: int) -> bool:
    """Tell whether "to" opens what the sides agreed to do ("an agreement to lease the port")."""
    units, tree = sentence.units, sentence.tree
    behind = units[i + 1]
    if behind.kind != WORD or behind.lower in {"be", "date", "enter", "come"}:
        return False
    if any(word.first == i + 1 for word in steps_of(sentence)):
        return False
    if tree:
        return tree[i].role == "auxiliary" and tree[i].head > i
    return i == last + 1 and not behind.is_capitalized


def _opens_field(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether "in the field of X" follows."""
    behind = [unit.lower for unit in units[i + 1 : i + 4]]
    return any(word in FIELDS and "of" in behind[k:] for k, word in enumerate(behind))


def _behind_brackets(units: tuple[Unit, ...], i: int) -> int | None:
    """Return the index behind brackets that end within a few units."""
    return next((k + 1 for k in range(i + 1, min(i + 7, len(units) - 1)) if units[k].text == ")"), None)


def _before_next_item(reading: Reading) -> int:
    """Return the last unit in front of the next item of a list of instruments ("on gas, a protocol on oil and …")."""
    units = reading.sentence.units
    for one, other in pairwise((reading.mention, *(p for p in reading.peers if p.first > reading.mention.last))):
        if continues_list(units, one, other):
            last = other.first - 1
            while last > one.last and (units[last].text in {",", ";"} or units[last].lower in JOINING):
                last -= 1
            return last
        break
    return len(units) - 1


JOINING = frozenset("and a an the as well or also another".split())


def _is_money_or_time(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether an amount or a time follows ("a loan for US$ 200 million", "for five years"), and nothing else."""
    k, amount = i, False
    while k < len(units) and (units[k].text[0].isdigit() or units[k].lower in AMOUNTS or units[k].text in "$€£"):
        amount = amount or units[k].text[-1] in "$€£" or units[k].text[0] in "$€£"
        k += 1
    if k < len(units) and units[k].lower in TIMES:
        return True
    follows = k < len(units) and units[k].kind == WORD and units[k].lower not in words()["prepositions"] | {"and"}
    return (amount or units[i].text[0].isdigit()) and not follows


AMOUNTS = frozenset(
    "a an us million billion thousand hundred one two three four five six seven eight nine ten twenty fifty".split()
) | {"us$", "dollars", "another", "about", "some", "m", "bn"}  # fmt: skip
TIMES = frozenset("year years month months week weeks day days decade decades time".split())


# What may stand between a noun and what it is about: its parties, its verb, the day and the place.
PASSED = frozenset(
    "between and among the of in on by with at was were is are has have been government governments kingdom republic "
    "'s - both two countries sides parties presidents ministers leaders here today yesterday earlier recently "
    "also".split()
)


def _subject_end(sentence: Sentence, opener: int, first: int, dated: Span | None) -> int:
    """Return the last unit of a subject: in front of its verb, a clause, the parties, or place and day of signing."""
    units = sentence.units
    verbs = {word.first for word in steps_of(sentence) if word.form == "past" and units[word.first - 1].lower != "be"}
    end = first
    for i in range(first, len(units)):
        signed_here = dated is not None and i + 1 < len(units) and dated.overlaps(units[i + 1])
        if i in verbs or signed_here or (i > first and closes_subject(sentence, i)) or _leaves(sentence, opener, i):
            break
        unit = units[i]
        if (unit.kind != MARK and unit.lower not in words()["prepositions"]) or unit.text in {"’", ")", "”"}:
            end = i
    while end > first and units[end].lower in {"and", "or", "to", "the", "a"}:
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


def closes_subject(sentence: Sentence, i: int) -> bool:
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
        return behind.mention is not None and behind.kind != "date"
    if lower in {"in", "at"} and behind.kind == "place":
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
    behind = sentence.units[i + 1 : i + 12]
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
