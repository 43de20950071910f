"""What an agreement is about, in the words of its title, of the phrase behind its noun, or in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.agreements.claims import Candidate
from pipeline.agreements.counts import NUMERALS
from pipeline.agreements.events import Event, Reading
from pipeline.agreements.extents import subject_end
from pipeline.agreements.lexicon import find_heads, steps_of, words
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.relations import continues_list
from pipeline.agreements.syntax import top_of
from pipeline.agreements.terms import cut, governed, told_terms
from pipeline.agreements.topics import is_form_word, is_topic, names_topic
from pipeline.agreements.units import MARK, WORD, Sentence, Unit
from pipeline.records import Source, Span

MATTERS = frozenset({"on", "for", "concerning", "regarding", "respecting", "covering", "about"})
OPENERS = MATTERS | frozenset(
    "relating relative providing stipulating stating amending establishing submitting extending prohibiting banning "
    "limiting governing regulating aimed of to".split()
)
# These say themselves what is done; behind the others only what follows is the matter.
KEPT = frozenset("to amending submitting extending prohibiting banning limiting".split())
Found = tuple[str, Span, str]


def subject_candidates(event: Event, source: Source, signing: Sequence[Span]) -> list[Candidate]:
    """Return what its mentions say that it is about, in the words of the text, without day and place of `signing`."""
    found = []
    for reading in event.readings:
        main = 0 if reading is event.main else 20
        for rule, span, reason in _subjects(reading, signing):
            text = " ".join(source.text[span.start : span.end].replace("\\", " ").split())
            found.append(Candidate("subject", text, rule, (span,), reason, main))
    return found


def _subjects(reading: Reading, signing: Sequence[Span]) -> Iterator[Found]:
    """Yield the rule, the characters and the reason of each reading of what an instrument is about."""
    told = told_terms(reading)
    if not reading.is_pronoun:
        yield from _named(reading, signing)
    if told is not None:
        yield told
    by_it = governed(reading)
    if by_it is not None:
        yield "subject-governed", by_it, "what the agreement governs"


def _named(reading: Reading, signing: Sequence[Span]) -> Iterator[Found]:
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
    behind = _subject_behind(reading, signing)
    if behind is not None:
        yield "subject-behind-noun", behind, "the words behind the noun"
    in_front = _subject_in_front(mention)
    if in_front is not None:
        yield (
            ("subject-in-front-of-title" if mention.title else "subject-in-modifier"),
            in_front,
            ("the words in front of the noun"),
        )


def _subject_of_body(mention: InstrumentMention) -> Span | None:
    """Return the matter in the name of a joint body ("Joint Commission for Economic Cooperation")."""
    unit = mention.sentence.units[mention.last]
    for word in (" for ", " on "):
        _, found, behind = unit.text.partition(word)
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
    first, last = mention.first, _last_in_front(mention)
    while first <= last:
        end = _compound_end(units, first, last)
        form = is_form_word("".join(unit.lower for unit in units[first : end + 1]))
        if not (form or units[first].kind != WORD or _is_glued(units, first)):
            break
        first = end + 1 if form else first + 1
    while first <= last and (units[last].kind != WORD or is_form_word(units[last].lower)):
        last -= 1
    inside = units[first : last + 1]
    if not inside or any(unit.kind not in {WORD, MARK} for unit in inside):
        return None
    is_name = mention.title or any(unit.is_capitalized for unit in units[max(first, 1) : last + 1])
    if is_name and not names_topic(inside):
        return None
    if not is_name and all(unit.lower in UNTOLD for unit in inside):
        return None
    return Span(inside[0].start, inside[-1].end)


def _last_in_front(mention: InstrumentMention) -> int:
    """Return the last unit in front of the noun; "cooperation programme" has its matter in the noun itself."""
    units, head = mention.sentence.units, mention.head
    lower = units[head.first].lower
    inside = head.last > head.first and head.instrument.type == "programme" and lower != "action" and is_topic(lower)
    return head.last - 1 if inside else head.first - 1


def _compound_end(units: tuple[Unit, ...], first: int, last: int) -> int:
    """Return the last unit of a word that hyphens join ("follow-up")."""
    end = first
    while end + 2 <= last and units[end + 1].text == "-" and units[end + 1].start == units[end].end:
        end += 2
    return end


def _is_glued(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a name goes on across a hyphen ("Sino-British")."""
    return units[i].is_capitalized and units[i + 1].text in {"-", "–"} and units[i + 2].kind != WORD


# Ways to agree on money or use; what for, they leave open.
UNTOLD = frozenset(
    "loan credit grant project cofinancing licence license lease sectoral commercial corporate business".split()
)


def _subject_behind_title(mention: InstrumentMention) -> Span | None:
    """Return the part of a title behind "of", "on" or "for", of several the last that follows the parties."""
    if mention.last == mention.head.last:
        return None
    units = mention.sentence.units
    start = None
    for i in range(mention.head.last + 1, mention.last):
        lower = units[i].lower
        if lower in MATTERS or lower in {"establishing", "relating", "amending"}:
            # "Agreement for Cooperation Between A and B Concerning the Uses of Energy": behind the parties.
            if start is None or _has_parties(units, start, i):
                start = i
        elif lower == "of" and i == mention.head.last + 1 and is_topic(units[i + 1].lower):
            start = i
    if start is None:
        return None
    if units[start].lower == "of":
        end = next((k - 1 for k in range(start, mention.last) if units[k].lower in {"between", "among"}), mention.last)
    else:
        end = mention.last
    first = start + (2 if units[start + 1].lower == "to" else 1)
    while first < end and units[first].lower in {"the", "a", "an", "\\"}:
        first += 1
    return Span(units[first].start, units[end].end)


def _has_parties(units: tuple[Unit, ...], start: int, end: int) -> bool:
    """Tell whether the parties are named between two units of a title."""
    return any(unit.lower in {"between", "among"} for unit in units[start:end])


def _subject_behind(reading: Reading, signing: Sequence[Span]) -> Span | None:
    """Return the phrase behind a noun that says what the agreement is about ("on fisheries", "for supply of …")."""
    sentence = reading.sentence
    units = sentence.units
    opener = _opener(reading)
    if opener is None:
        return None
    if units[opener + 1].lower == "that":
        return cut(sentence, opener + 2, len(units) - 1)
    first = opener if units[opener].lower in KEPT else _behind_small_words(units, opener + 1)
    last = min(subject_end(sentence, opener, first, signing), _before_next_item(reading))
    if last < first:
        return None
    return Span(units[first].start, units[last].start + len(re.sub(r"\.?\[\d.*", "", units[last].text)))


def _behind_small_words(units: tuple[Unit, ...], first: int) -> int:
    """Return where the matter itself begins, behind articles, "the field of" and the like."""
    skipped = {"the", "a", "an", "that", "for", "to", "at"} | words()["possessive"]
    while first < len(units) - 1 and (units[first].lower in skipped or units[first].text in "“\"‘'"):
        first += 1
    behind = [unit.lower for unit in units[first + 1 : first + 3]]
    if units[first].lower in FIELDS and behind[:1] == ["of"]:
        return first + 2
    if units[first].lower in FIELDS and behind == ["such", "as"]:
        return first + 3
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
    i, in_parties = mention.last + 1, False
    while i < min(len(units) - 1, mention.last + 18):
        lower = units[i].lower
        if lower == "of" and i == mention.last + 1 and not mention.title and _is_matter_of(units, i + 1):
            return i
        if lower == "to" and _opens_infinitive(sentence, i, mention.last):
            return i
        if lower in {"in", "within"} and _opens_field(units, i):
            return i
        if lower in OPENERS - {"of", "to"} and lower != "on" and units[i + 1].kind not in {"date", MARK}:
            return i if _opens_matter(units, i) else None
        if lower == "on" and _opens_matter(units, i):
            return i
        if units[i].text == "(":
            behind = _behind_brackets(units, i)
            if behind is None:
                return None
            i = behind
            continue
        comma = units[i].text == "," and units[i + 1].lower in MATTERS
        in_parties = (in_parties or lower in {"between", "among"}) and _may_name_party(sentence, i)
        if not (units[i].mention or i in steps or lower in PASSED or comma or in_parties):
            return None
        i += 1
    return None


def _may_name_party(sentence: Sentence, i: int) -> bool:
    """Tell whether a word may belong to the parties behind "between": "the foreign ministries", "two tanker firms"."""
    unit = sentence.units[i]
    small = words()["auxiliaries"] | words()["pronouns"] | words()["prepositions"] - {"of", "between", "among"}
    is_verb = bool(sentence.tree) and sentence.tree[i].pos == "VERB"
    return unit.kind == WORD and not is_verb and unit.lower not in small


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
        if tree[i].head in carriers and units[i].lower in MATTERS and _opens_matter(units, i):
            return i
        if tree[tree[i].head].head == noun and units[i].lower == "to" and _opens_infinitive(sentence, i, mention.last):
            return i
    return None


def _opens_matter(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a matter follows the preposition, not a day, an amount, an occasion or somebody's behalf."""
    behind = units[i + 1]
    if behind.kind in {"date", MARK} and behind.text not in "“\"‘'$€£":
        return False
    if units[i].lower == "for" and behind.kind in {"country", "person"} and not _qualifies(units, i + 1):
        return False  # for whom, not for what
    near = {unit.lower for unit in units[i + 1 : i + 3]}
    return not near & OCCASIONS and not _is_money_or_time(units, i + 1)


def _qualifies(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a name belongs to a noun behind it ("for Peru's navy", "for Peruvian wool")."""
    k = i + 1
    small = words()["prepositions"] | words()["auxiliaries"] | words()["conjunctions"]
    return k < len(units) and (units[k].lower in {"'s", "'"} or (units[k].kind != MARK and units[k].lower not in small))


OCCASIONS = frozenset(
    "behalf board condition sidelines margins occasion purpose purposes basis terms instructions monday tuesday "
    "wednesday thursday friday saturday sunday example instance initiative advice grounds ratification approval "
    "signature consideration which whom".split()
)


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
    if behind.kind != WORD or behind.lower in {"be", "have", "date", "enter", "come"}:
        return False
    if any(word.first == i + 1 and not word.step.types for word in steps_of(sentence)):
        return False
    if tree:
        verb = tree[i].head
        own_subject = tree[last].head == verb and tree[last].role == "subject"  # "for this agreement to take place"
        tied = (i == last + 1 and not own_subject) or _is_agreed(sentence, verb)
        return tree[i].role == "auxiliary" and verb > i and tied
    return i == last + 1 and not behind.is_capitalized


def _is_agreed(sentence: Sentence, verb: int) -> bool:
    """Tell whether an infinitive hangs on an instrument or a step of one, not on another verb or noun."""
    above = sentence.tree[verb].head
    nouns = {k for head in find_heads(sentence.units) for k in range(head.first, head.last + 1)}
    return above in nouns or any(word.first <= above <= word.last for word in steps_of(sentence))


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
    joining = JOINING | words()["prepositions"]
    for one, other in pairwise((reading.mention, *(p for p in reading.peers if p.first > reading.mention.last))):
        if continues_list(units, one, other):
            last = other.first - 1
            while last > one.last and (units[last].text in {",", ";"} or units[last].lower in joining):
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


AMOUNTS = NUMERALS.keys() | frozenset(
    "a an us one million billion thousand us$ dollars another about some m bn the further additional".split()
)
TIMES = frozenset("year years month months week weeks day days decade decades time period term duration".split())


# What may stand between a noun and what it is about: its parties, its verb, the day and the place.
PASSED = frozenset(
    "between and among the of in on by with at was were is are has have been government governments kingdom republic "
    "'s - both two countries sides parties presidents ministers leaders here today yesterday earlier recently "
    "also".split()
)
