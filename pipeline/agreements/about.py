"""What: type, title, subject and number of an event."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipeline.agreements.claims import Candidate
from pipeline.agreements.events import Event, Reading
from pipeline.agreements.lexicon import steps_of, words
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.relations import continues_list
from pipeline.agreements.units import MARK, WORD, Sentence, Unit
from pipeline.records import Source, Span

OPENERS = frozenset({"on", "for", "concerning", "regarding", "covering", "about", "relating", "providing", "to", "of",
                     "stipulating", "stating", "amending", "establishing"})  # fmt: skip


def type_candidates(event: Event) -> list[Candidate]:
    """Return the types that its nouns give, the title's first."""
    found = []
    for reading in event.visible:
        mention = reading.mention
        rule = "type-of-title" if mention.title else "type-of-anaphor" if mention.plain else "type-of-noun"
        if reading is event.main:
            rule = "type-of-title" if mention.title else "type-of-noun"
        noun = mention.instrument.id
        distance = abs(reading.sentence.number - event.main.sentence.number)
        found.append(
            Candidate(
                "type", mention.instrument.type, rule, (mention.span,), f"the noun is of the class “{noun}”", distance
            )
        )
    return found


def name_candidates(event: Event, source: Source) -> list[Candidate]:
    """Return its titles; the one of the main mention first."""
    found = []
    for reading in event.readings:
        mention = reading.mention
        if not (mention.title or mention.instrument.type == "joint-body"):
            continue
        if mention.sentence.is_heading and reading is not event.main:
            rule = "name-in-heading"
        else:
            rule = "name-of-title" if reading is event.main else "name-elsewhere"
        text = " ".join(source.text[mention.span.start : mention.span.end].replace("\\", " ").split())
        found.append(Candidate("name", text, rule, (mention.span,), "written with capitals, as a title"))
    return found


def count_candidates(event: Event) -> list[Candidate]:
    """Return the numbers of instruments that its mentions give."""
    found = []
    for reading in event.visible:
        if reading.mention.head.plural != event.main.mention.head.plural:
            continue  # "three documents" counts the set, not the agreement that is one of them
        counted = reading.mention.count
        span = reading.mention.span
        if counted.first is not None:
            unit = reading.sentence.units[counted.first]
            span = Span(unit.start, unit.end)
        main = 0 if reading is event.main else 20
        reason = {
            "count-singular": "one instrument",
            "count-numeral": "counted in words or figures",
            "count-several": "several, without a number",
            "count-plural": "several, without a number",
        }[counted.rule]
        found.append(Candidate("count", counted.value, counted.rule, (span,), reason, main))
    return found


def subject_candidates(event: Event, source: Source, dated: Span | None) -> list[Candidate]:
    """Return what its mentions say that it is about, in the words of the text, without the date of signing `dated`."""
    found = []
    for reading in event.visible:
        main = 0 if reading is event.main else 20
        for rule, span, reason in _subjects(reading, dated):
            text = " ".join(source.text[span.start : span.end].split())
            found.append(Candidate("subject", text, rule, (span,), reason, main))
    return found


def _subjects(reading: Reading, dated: Span | None) -> Iterator[tuple[str, Span, str]]:
    """Yield the rule, the characters and the reason of each reading of what an instrument is about."""
    in_title = _subject_in_title(reading.mention)
    if in_title is not None:
        yield "subject-in-title", in_title, "the words of the title"
        return
    behind = _subject_behind(reading, dated)
    if behind is not None:
        yield "subject-behind-noun", behind, "the words behind the noun"
    governed = _subject_governed(reading)
    if governed is not None:
        yield "subject-governed", governed, "what the agreement governs"
    modifier = _subject_in_modifier(reading.mention)
    if modifier is not None:
        yield "subject-in-modifier", modifier, "the words in front of the noun"


def _subject_governed(reading: Reading) -> Span | None:
    """Return what "is governed by" the instrument: the subject of that verb, without "the development of"."""
    units = reading.sentence.units
    for step in reading.steps:
        before = step.word.last < reading.mention.first
        governed = before and step.word.step.id == "apply" and step.word.form == "past"
        if not governed or step.sentence is not reading.sentence or step.word.first < 2:
            continue
        borders = (
            i for i in range(step.word.first) if units[i].lower in {"between", "with", "is", "are", "was", "were"}
        )
        last = next(borders, step.word.first) - 1
        first = 0
        while first < last and units[first].lower in DEVELOPING:
            first += 1
        if first <= last and units[first].kind == WORD:
            return Span(units[first].start, units[last].end)
    return None


DEVELOPING = frozenset("the development of this these our their its area field sphere today currently".split())


def _subject_in_modifier(mention: InstrumentMention) -> Span | None:
    """Return the modifiers of an untitled noun that say what it is about ("mutual assistance pact")."""
    units = mention.modifiers
    if mention.title or not units or any(unit.lower in NO_SUBJECT or unit.kind not in {WORD, MARK} for unit in units):
        return None
    return Span(units[0].start, units[-1].end)


def _subject_in_title(mention: InstrumentMention) -> Span | None:
    """Return the part of a title that says what it is about: behind "of", "on", "for", or in front of the noun."""
    if not mention.title:
        return None
    units = mention.sentence.units
    for i in range(mention.head.last + 1, mention.last):
        opens = units[i].lower in {"on", "for", "concerning", "regarding"}
        if opens or (units[i].lower == "of" and i == mention.head.last + 1):
            first = i + 1
            while first < mention.last and units[first].lower in {"the", "a", "an"}:
                first += 1
            if units[first].mention is not None and not opens:
                return None
            if not opens and first == mention.last and units[first].lower not in words()["matters"]:
                # "Treaty of Versailles": a place, not a matter.
                return None
            return Span(units[first].start, units[mention.last].end)
    front = [unit for unit in units[mention.first : mention.head.first] if unit.kind == "word"]
    described = [unit for unit in front if unit.lower not in NO_SUBJECT]
    alone = mention.last == mention.head.last or units[mention.head.last + 1].lower in {"between", "among"}
    if alone and described and described[0].lower not in GEOGRAPHIC and front[0] is described[0]:
        return Span(described[0].start, described[-1].end)
    return None


NO_SUBJECT = frozenset(
    "joint framework bilateral intergovernmental inter governmental interim final general comprehensive state "
    "quadripartite "
    "trilateral tripartite multilateral new old secret revised draft interdepartmental interagency "
    "government supplementary additional amending cooperative settlement formal preliminary binding regional "
    "international "
    "separate verbal oral written executive legal official original strategic mutual historic important".split()
)
GEOGRAPHIC = frozenset("north south east west northern southern eastern western central atlantic pacific".split())


def _subject_behind(reading: Reading, dated: Span | None) -> Span | None:
    """Return the phrase behind a noun that says what the agreement is about ("on fisheries", "for supply of …")."""
    units = reading.sentence.units
    opener = _opener(reading)
    if opener is None:
        return None
    first = opener if units[opener].lower in {"amending", "establishing"} else opener + 1
    while first < len(units) - 1 and units[first].lower in {"the", "a", "an", "that"}:
        first += 1
    last = min(_subject_end(reading.sentence, first, dated), _before_next_item(reading))
    if last < first:
        return None
    return Span(units[first].start, units[last].end)


def _opener(reading: Reading) -> int | None:
    """Return the preposition that opens the subject: right behind the noun, or behind its parties or its verb."""
    units = reading.sentence.units
    mention = reading.mention
    steps = {k for word in steps_of(reading.sentence) for k in range(word.first, word.last + 1)}
    for i in range(mention.last + 1, min(len(units) - 1, mention.last + 16)):
        lower = units[i].lower
        if lower in OPENERS and lower not in {"of", "to"} and units[i + 1].kind not in {"date", MARK}:
            return None if _is_money(units, i + 1) else i
        if lower == "to" and i == mention.last + 1 and units[i + 1].kind == WORD:
            return i
        if units[i].mention is None and i not in steps and lower not in PASSED:
            return None
    return None


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


def _is_money(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether an amount follows ("a loan agreement for US$ 200 million")."""
    return any(unit.text.endswith(("$", "€", "£")) for unit in units[i : i + 2]) or units[i].text[0].isdigit()


# What may stand between a noun and what it is about: its parties, its verb, the day and the place.
PASSED = frozenset(
    "between and among the of in on by with at was were is are government governments kingdom republic 's -".split()
)


def _subject_end(sentence: Sentence, first: int, dated: Span | None) -> int:
    """Return the last unit of a subject: in front of its verb, a clause, the parties, or place and day of signing."""
    units = sentence.units
    verbs = {word.first for word in steps_of(sentence) if word.form == "past" and units[word.first - 1].lower != "be"}
    end = first
    for i in range(first, len(units)):
        signed_here = dated is not None and i + 1 < len(units) and dated.overlaps(units[i + 1])
        if i in verbs or signed_here or _closes_subject(sentence, i):
            break
        unit = units[i]
        if (unit.kind != MARK and unit.lower not in words()["prepositions"]) or unit.text in {"’", ")"}:
            end = i
    return end


CLOSING_MARKS = frozenset({";", ".", ":", "(", "!", "?"})
CLOSING_WORDS = frozenset("which while whereas took takes".split())


def _closes_subject(sentence: Sentence, i: int) -> bool:
    """Tell whether unit `i` no longer belongs to what an agreement is about."""
    units = sentence.units
    unit, behind = units[i], units[i + 1] if i + 1 < len(units) else None
    if unit.text in CLOSING_MARKS or unit.lower in CLOSING_WORDS | words()["be"] | words()["have"]:
        return True
    if unit.text == ",":
        return _ends_at_comma(sentence, i)
    if behind is None:
        return False
    if unit.lower == "on" and {"sidelines", "margins", "occasion"} & {u.lower for u in units[i + 1 : i + 3]}:
        return True
    if unit.lower == "that":
        return behind.mention is not None or behind.lower in words()["pronouns"] | words()["definite"]
    if unit.lower in {"between", "among", "by", "with"}:
        return behind.mention is not None and behind.kind != "date"
    if unit.lower in {"in", "at"} and behind.kind == "place":
        return True
    if unit.lower in {"on", "of", "dated", "in", "during"} and behind.kind == "date":
        return unit.lower in {"on", "dated"} or (unit.lower != "in" and _ends_sentence(sentence, i + 1))
    return unit.lower == "to" and behind.lower == "be"


def _ends_at_comma(sentence: Sentence, i: int) -> bool:
    """Tell whether a comma ends the subject: what follows is a clause or another instrument, not a list."""
    behind = sentence.units[i + 1 : i + 12]
    if not behind or behind[0].lower in {"which", "who", "signed", "as", "but", "while", "a", "an", "the", "including"}:
        return True
    for unit in behind:
        if unit.lower == "and":
            return False
        if unit.kind == MARK and unit.text != ",":
            break
    return behind[0].kind == "date" or not any(unit.lower == "and" for unit in behind)


def _ends_sentence(sentence: Sentence, i: int) -> bool:
    return all(unit.kind == MARK for unit in sentence.units[i + 1 :])
