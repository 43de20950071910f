"""What an agreement is about, in the words of its title, of the phrase behind its noun, or in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.agreements.aims import aim
from pipeline.agreements.claims import Candidate
from pipeline.agreements.effects import FOUNDED, affected
from pipeline.agreements.events import Event, Reading
from pipeline.agreements.extents import MEETINGS, subject_end
from pipeline.agreements.governing import governed
from pipeline.agreements.lexicon import find_heads, words
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.openers import (
    AIMS,
    FIELDS,
    MATTERS,
    OPENERS,
    RESPECTS,
    TOGETHER,
    before_field,
    find_opener,
    lists_fields,
    opens_field,
    opens_respect,
)
from pipeline.agreements.relations import continues_list
from pipeline.agreements.telling import GRANTING, has_matter_alone
from pipeline.agreements.terms import cut, told_terms
from pipeline.agreements.topics import is_form_word, is_topic, names_topic
from pipeline.agreements.units import MARK, QUOTING, WORD, Sentence, Unit
from pipeline.records import Source, Span

# These say themselves what is done; behind the others only what follows is the matter.
KEPT = frozenset("to amending submitting extending prohibiting banning limiting".split())
# Of these participles, as of "covering", the object is the matter.
STATING = frozenset(
    "affirming confirming creating embodying enshrining expressing outlining pledging promising reaffirming "
    "signaling signalling specifying".split()
)
Found = tuple[str, Span, str]


def subject_candidates(event: Event, source: Source, signing: Sequence[Span]) -> list[Candidate]:
    """Return what its mentions say that it is about, in the words of the text, without day and place of `signing`."""
    found = []
    for reading in event.readings:
        if reading.is_pronoun and (event.type in FOUNDED or _is_second(reading)):
            continue
        main = 0 if reading is event.main else 20
        for rule, span, reason in _subjects(reading, signing):
            text = " ".join(source.text[span.start : span.end].replace("\\", " ").split())
            found.append(Candidate("subject", text, rule, (span,), reason, main))
    return found


def _is_second(reading: Reading) -> bool:
    """Tell whether the sentence begins with another pronoun: it stands for the same, whatever was named between."""
    return reading.mention.first > 0 and reading.sentence.units[0].lower in {"it", "they"}


def _subjects(reading: Reading, signing: Sequence[Span]) -> Iterator[Found]:
    """Yield the rule, the characters and the reason of each reading of what an instrument is about."""
    told = told_terms(reading)
    if not reading.is_pronoun:
        yield from _named(reading, signing)
    if told is not None:
        yield told
    yield from _of_another(reading, signing)
    by_it = governed(reading)
    if by_it is not None:
        yield "subject-governed", by_it, "what the agreement governs"
    meant = aim(reading)
    if meant is not None:
        yield "subject-of-aim", meant, "what it was signed for"


def _of_another(reading: Reading, signing: Sequence[Span]) -> Iterator[Found]:
    """Yield the matter of what the instrument set up, prolonged or adds to."""
    other = affected(reading)
    if other is None or reading.mention.instrument.type in FOUNDED:
        return
    reason = "the matter of what it brought about, changed or adds to"
    if other.instrument.type in FOUNDED:
        yield "subject-of-another", other.span, reason
        return
    for _, span, _ in _named(Reading(other, [], None, reading.peers), signing):
        yield "subject-of-another", span, reason
        return


def _named(reading: Reading, signing: Sequence[Span]) -> Iterator[Found]:
    mention = reading.mention
    if mention.instrument.type == "diplomatic-relations":
        return
    if mention.instrument.type == "joint-body":
        of_body = _subject_of_body(mention)
        if of_body is not None:
            yield "subject-of-body", of_body, "the words of its name"
        if mention.sentence.units[mention.last].is_capitalized:
            yield from _tasks_of_body(reading, signing, named=of_body is not None)
            return
    behind_title = _subject_behind_title(mention, signing)
    if behind_title is not None:
        yield "subject-in-title", behind_title, "the words of the title"
    behind = None if _is_inside_title(reading) else _subject_behind(reading, signing)
    if behind is not None:
        yield "subject-behind-noun", behind, "the words behind the noun"
    in_front = _subject_in_front(mention)
    if in_front is not None:
        yield (
            ("subject-in-front-of-title" if mention.title else "subject-in-modifier"),
            in_front,
            ("the words in front of the noun"),
        )


def _tasks_of_body(reading: Reading, signing: Sequence[Span], *, named: bool) -> Iterator[Found]:
    """Yield what a body with a name is to do ("a Joint Commission to oversee the truce"), if its name tells nothing."""
    units, i = reading.sentence.units, reading.mention.last + 1
    if units[i : i + 1] and units[i].text == "(":
        i += 3
    if named or i + 2 >= len(units) or units[i].lower not in {"to", "for"}:
        return
    behind = _subject_behind(reading, signing)
    if behind is not None:
        yield "subject-behind-noun", behind, "the words behind its name"


def _is_inside_title(reading: Reading) -> bool:
    """Tell whether the instrument stands in the title of another, to which belongs what follows."""
    mention = reading.mention
    return any(peer.first < mention.first and mention.last < peer.last for peer in reading.peers)


def _subject_of_body(mention: InstrumentMention) -> Span | None:
    """Return the matter in the name of a joint body ("Joint Commission for Economic Cooperation")."""
    unit = mention.sentence.units[mention.last]
    for word in (" for ", " on "):
        _, found, behind = unit.text.partition(word)
        behind = behind.removeprefix("the ")
        if found and any(is_topic(part.lower()) for part in behind.split()):
            return Span(unit.end - len(behind), unit.end)
    return None


def _subject_in_front(mention: InstrumentMention) -> Span | None:
    """Return the modifiers that say what an instrument is about ("mutual assistance pact", "Extradition Treaty")."""
    sentence = mention.sentence
    units = sentence.units
    behind = units[mention.head.last + 1 : mention.last + 1]
    if behind and behind[0].lower not in {"between", "among"} and not _repeats_form(behind):
        return None
    first, last = mention.first, _last_in_front(mention)
    while first <= last:
        end = _compound_end(units, first, last)
        form = is_form_word("".join(unit.lower for unit in units[first : end + 1])) or _is_small(units[first])
        if not (form or units[first].kind != WORD or _is_glued(units, first)):
            break
        first = end + 1 if form else first + 1
    while first <= last and (units[last].kind != WORD or is_form_word(units[last].lower) or _is_small(units[last])):
        last -= 1
    inside = units[first : last + 1]
    if last + 1 < len(units) and units[last + 1].kind == "organization":
        return None  # only a part
    if not inside or any(unit.kind not in {WORD, MARK} for unit in inside):
        return None
    is_name = mention.title or any(unit.is_capitalized for unit in units[max(first, 1) : last + 1])
    if is_name and not names_topic(inside):
        return None
    if not is_name and all(unit.lower in UNTOLD for unit in inside):
        return None
    return Span(inside[0].start, inside[-1].end)


def _repeats_form(behind: tuple[Unit, ...]) -> bool:
    """Tell whether only another form follows the noun ("Basing Memorandum of Agreement")."""
    return len(behind) == 2 and behind[0].lower == "of" and bool(find_heads(behind[1:]))


def _is_small(unit: Unit) -> bool:
    """Tell whether a word only joins others ("of", "and"), or counts time ("a five-year pact")."""
    return unit.lower in words()["prepositions"] | words()["conjunctions"] | {"year", "month", "day"}


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


def _subject_behind_title(mention: InstrumentMention, signing: Sequence[Span]) -> Span | None:
    """Return the part of a title behind "of", "on" or "for", of several the last that follows the parties.

    It goes on behind a title that small letters go on from: "Agreement on Visa exemption for pilots".
    """
    units = mention.sentence.units
    start = _opener_in_title(mention)
    if start is None:
        return None
    if units[start].lower == "of":
        end = next((k - 1 for k in range(start, mention.last) if units[k].lower in {"between", "among"}), mention.last)
    else:
        end = mention.last
    first = start + (2 if units[start + 1].lower == "to" else 1)
    while first < end and units[first].lower in {"the", "a", "an", "\\"}:
        first += 1
    if units[end].text in QUOTES and all(unit.text not in QUOTES for unit in units[first:end]):
        end -= 1
    if end == mention.last and _goes_on(mention.sentence, end):
        end = max(end, subject_end(mention.sentence, start, first, signing))
    return Span(units[first].start, units[end].end)


def _opener_in_title(mention: InstrumentMention) -> int | None:
    """Return the word that opens the matter in a title behind its noun, of several the last behind the parties."""
    units = mention.sentence.units
    start = None
    for i in range(mention.head.last + 1, mention.last):
        lower = units[i].lower
        if (lower in MATTERS and not MEETINGS & {unit.lower for unit in units[i + 1 : i + 3]}) or lower in RELATING:
            # "Agreement for Cooperation Between A and B Concerning the Uses of Energy": behind the parties.
            if start is None or _has_parties(units, start, i):
                start = i
        elif lower == "of" and i == mention.head.last + 1 and _is_title_matter(units, i + 1):
            start = i
    return start


QUOTES = frozenset('”"»')
RELATING = frozenset("establishing relating relative amending".split())


def _goes_on(sentence: Sentence, last: int) -> bool:
    """Tell whether a title's last word belongs to a noun behind it ("Visa exemption"), or its field follows."""
    units = sentence.units
    if last + 2 >= len(units) or units[last + 1].kind != WORD:
        return False
    if units[last + 1].lower == "in":
        return opens_field(units, last + 1)
    joined = (
        sentence.tree and sentence.tree[last].head == last + 1 and sentence.tree[last].role in {"compound", "modifier"}
    )
    return bool(joined) and sentence.tree[last + 1].pos == "NOUN" and not find_heads(units[last + 1 : last + 2])


def _is_title_matter(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether a word behind "of" names a matter, not another form ("Memorandum of Agreement")."""
    if find_heads(units[i : i + 1]):
        return False
    described = units[i].lower in {"good", "mutual", "perpetual", "eternal", "friendly"} and i + 1 < len(units)
    return is_topic(units[i].lower) or (described and is_topic(units[i + 1].lower))


def _has_parties(units: tuple[Unit, ...], start: int, end: int) -> bool:
    """Tell whether the parties are named between two units of a title."""
    return any(unit.lower in {"between", "among"} for unit in units[start:end])


def _subject_behind(reading: Reading, signing: Sequence[Span]) -> Span | None:
    """Return the phrase behind a noun that says what the agreement is about ("on fisheries", "for supply of …")."""
    sentence = reading.sentence
    units = sentence.units
    opener = find_opener(reading)
    if opener is None:
        return None
    if units[opener + 1].lower == "that":
        return cut(sentence, opener + 2, len(units) - 1)
    leading = OPENERS | STATING | {"in", "within", "with", "over"}
    kept = units[opener].lower in KEPT or units[opener].lower not in leading
    if kept and units[opener].lower == "to" and units[opener + 1].text in QUOTING:
        kept = False  # 'to "promote trade"': the quoted words alone
    if units[opener].lower in GRANTING:
        kept = not has_matter_alone(sentence, opener)
    first = opener if kept else _behind_small_words(units, opener + 1)
    last = min(subject_end(sentence, opener, first, signing), _before_next_item(reading))
    if units[opener].lower in {"in", "within"} and not (opens_field(units, opener) or opens_respect(units, opener)):
        last = before_field(units, opener) or last
    if first == last and units[first].lower in TOGETHER:
        # "On cooperation between the two firms on mining projects": the matter follows the parties.
        behind = _behind_partners(units, first + 1)
        if behind is not None:
            opener, first = behind, _behind_small_words(units, behind + 1)
            last = min(subject_end(sentence, opener, first, signing), _before_next_item(reading))
    if last < first:
        return None
    return Span(units[first].start, units[last].start + len(re.sub(r"\.?\[\d.*", "", units[last].text)))


def _behind_partners(units: tuple[Unit, ...], i: int) -> int | None:
    """Return the "on" that follows the names behind "between"."""
    if i >= len(units) or units[i].lower not in {"between", "with"}:
        return None
    small = {",", "and", "the", "of"}
    while i + 1 < len(units) and (units[i + 1].mention or units[i + 1].is_capitalized or units[i + 1].lower in small):
        i += 1
    told = i + 2 < len(units) and units[i + 1].lower == "on" and units[i + 2].kind == WORD
    return i + 1 if told and not units[i + 2].is_capitalized else None


def _behind_small_words(units: tuple[Unit, ...], first: int) -> int:
    """Return where the matter itself begins, behind articles, "the field of" and the like."""
    skipped = {"the", "a", "an", "that", "for", "to", "at", "with"} | words()["possessive"]
    while first < len(units) - 1 and (units[first].lower in skipped or units[first].text in "“\"‘'"):
        first += 1
    led = units[first].lower in AIMS | RESPECTS
    if led and first + 2 < len(units) and units[first + 1].lower in {"of", "to"}:
        return first + (3 if units[first + 2].lower in {"the", "a", "an"} else 2)
    field = next((k for k in range(first, min(first + 2, len(units) - 1)) if units[k].lower in FIELDS), None)
    if field is not None:
        behind = [unit.lower for unit in units[field + 1 : field + 5]]
        if behind[:1] == ["of"] and field == first:
            return first + 2
        return field + 1 + lists_fields(behind) if lists_fields(behind) else first
    return first


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
