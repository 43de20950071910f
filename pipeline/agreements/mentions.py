"""Find mentions of instruments: the head noun, how far its name or noun phrase reaches, and how it is introduced."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from pipeline.agreements import titles
from pipeline.agreements.counts import NUMERALS, Counted, counted
from pipeline.agreements.lexicon import Head, Instrument, find_heads, words
from pipeline.agreements.premodifiers import MONEY, SPANS, left_edge
from pipeline.agreements.units import Sentence, Unit
from pipeline.records import Span

Introduction = Literal["definite", "demonstrative", "indefinite", "possessive", "counted", "bare"]


@dataclass(frozen=True, slots=True)
class InstrumentMention:
    """A noun phrase that names an instrument: units `first` to `last` (inclusive), `head` the noun's last unit.

    `title` tells that it is a name of its own ("Treaty of Friendship"), `plain` that it is a bare head, which can
    only refer to something named elsewhere ("the Agreement"). `alias` is what brackets behind it introduce.
    """

    sentence: Sentence
    first: int
    last: int
    head: Head
    introduction: Introduction
    title: bool
    plain: bool
    count: Counted
    alias: str = ""

    @property
    def instrument(self) -> Instrument:
        """The rule of its head noun."""
        return self.head.instrument

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units of the mention."""
        return self.sentence.units[self.first : self.last + 1]

    @property
    def span(self) -> Span:
        """The characters of the mention."""
        return Span(self.sentence.units[self.first].start, self.sentence.units[self.last].end)

    def span_text(self) -> str:
        """Return the words of the mention, joined by blanks."""
        return " ".join(unit.text for unit in self.units)

    @property
    def modifiers(self) -> tuple[Unit, ...]:
        """The units in front of the head."""
        return self.sentence.units[self.first : self.head.first]


def find_mentions(sentence: Sentence) -> list[InstrumentMention]:
    """Return the instruments that a sentence mentions, in order; one inside another's title is not listed."""
    found: list[InstrumentMention] = []
    for head in find_heads(sentence.units):
        if found and head.first <= found[-1].last:
            continue
        mention = _mention(sentence, _narrowed(sentence.units, head), after=found[-1].last if found else -1)
        if mention is not None:
            found.append(mention)
    return found


def find_nested(mention: InstrumentMention) -> list[InstrumentMention]:
    """Return the instruments whose titles stand inside a longer title ("Protocols to the North Atlantic Treaty")."""
    inside = Sentence(mention.sentence.passage, mention.sentence.number, mention.sentence.units[: mention.last + 1])
    heads = [
        head
        for head in find_heads(inside.units)
        if mention.head.last < head.first <= mention.last and not head.instrument.steps
    ]
    nested = [_mention(inside, head, after=mention.head.last) for head in heads]
    nested = [one for one in nested if one and not (one.head.plural and _is_in_general(one))]
    # What follows a nested title that has its name in front ("the North Atlantic Treaty of 1949 on the Accession
    # of …") belongs to the longer one.
    return [
        replace(one, sentence=mention.sentence, last=one.head.last if one.first < one.head.first else one.last)
        for one in nested
        if one is not None and one.title
    ]


def _is_in_general(nested: InstrumentMention) -> bool:
    """Tell whether a plural in a title is no title of its own: "Choice of Court Agreements", "the Law of Treaties"."""
    return nested.introduction == "bare" or nested.sentence.units[nested.head.first - 1].lower == "of"


def _mention(sentence: Sentence, head: Head, after: int) -> InstrumentMention | None:
    units = sentence.units
    if _is_compound_part(units, head) or _is_verb(units, head) or _is_paper(units, head) or _is_unilateral(units, head):
        return None
    first = left_edge(units, head, after)
    last = head.last
    title = titles.has_title_head(sentence, head) and not titles.is_in_headline(units, first, head)
    if head.instrument.type == "diplomatic-relations":
        # "full direct diplomatic relations", "Full Diplomatic Relations": the noun alone is the mention.
        first, title = head.first, False
    elif title:
        first = titles.left_edge(units, first, head, after)
        last = titles.right_edge(units, head)
    elif units[first].lower != units[head.first].lower or not units[head.first].is_capitalized:
        last = titles.lower_right_edge(units, head)
    if title and _is_law(units, head.last, last):
        return None
    extended = last > head.last or first < head.first
    # "Articles of Union" is a title by itself.
    is_title = title and (extended or (head.instrument.title_only and head.last > head.first))
    if (head.instrument.title_only and not title) or (title and _is_of_a_body(units, first)):
        return None
    return InstrumentMention(
        sentence=sentence,
        first=first,
        last=last,
        head=head,
        introduction=_introduction(units, first),
        title=is_title,
        plain=not extended,
        count=counted(units, first, head.plural),
        alias=titles.alias_behind(units, last) if is_title else "",
    )


def _narrowed(units: tuple[Unit, ...], head: Head) -> Head:
    """Return the noun "programme" of "programme of cooperation": its matter, or the rest of its title, follows."""
    of_cooperation = head.instrument.type == "programme" and units[head.last].lower == "cooperation"
    return replace(head, last=head.first) if of_cooperation else head


def _is_compound_part(units: tuple[Unit, ...], head: Head) -> bool:
    """Tell whether the noun only qualifies another ("treaty obligations", "treaty-based", "protocol officer")."""
    if head.last + 1 >= len(units):
        return False
    following = units[head.last + 1]
    if following.text in {"-", "–"} and following.start == units[head.last].end:
        return True
    if following.lower in OF_OTHERS:
        # "Reciprocal Trade Agreement Act" is a law, "the Treaty Council" a body, "the Treaty Series" a publication.
        return following.is_capitalized
    if find_heads(units[head.last + 1 : head.last + 2]) or titles.leads_to_head(units, head):
        # "ceasefire agreement", "Framework Participation Agreement": the last noun is the head.
        return True
    return following.lower in COMPOUND_HEADS and not units[head.last].is_capitalized


OF_OTHERS = frozenset(
    "act law bill organization organisation council commission series collection database library office".split()
)


def _is_law(units: tuple[Unit, ...], head: int, last: int) -> bool:
    """Tell whether a title is that of a law ("the Compact of Free Association Amendments Act"), or is about laws.

    "Convention on the Law of the Sea", "Agreement on Law Enforcement": the law is what is agreed on.
    """
    for i in range(head + 1, min(last + 2, len(units))):
        if units[i].lower in LAWS and units[i].is_capitalized:
            return units[i].lower != "law" or "on" not in {unit.lower for unit in units[head + 1 : i]}
    return False


LAWS = frozenset({"act", "law", "bill", "code"})
COMPOUND_HEADS = frozenset(
    "obligations obligation provisions text draft drafts negotiations officer talks signing value price law rights "
    "partners partner terms period documents package implementation area zone work system service".split()
)


def _is_of_a_body(units: tuple[Unit, ...], first: int) -> bool:
    """Tell whether a body is named by what stands like a title ("the Government of National Accord")."""
    return first >= 2 and units[first - 1].lower == "of" and units[first - 2].lower in BODIES


BODIES = frozenset("government cabinet administration council committee ministry house party front".split())


VALUABLE = frozenset("bank promissory treasury handwritten personal".split())


def _is_paper(units: tuple[Unit, ...], head: Head) -> bool:
    """Tell whether "instruments" are the papers by which something is done ("the instruments of ratification").

    Or "notes" those of one side ("notes of protest"), or money.
    """
    if head.instrument.id == "notes":
        behind = units[head.last + 1].lower if head.last + 1 < len(units) else ""
        return behind in {"of", "that"} or (head.first > 0 and units[head.first - 1].lower in VALUABLE)
    if head.instrument.id != "document":
        return False
    around = {unit.lower for unit in units[max(0, head.first - 1) : head.last + 3]}
    return bool(around & {"ratification", "accession", "acceptance", "debt", "financial", "policy", "legal"})


def _is_unilateral(units: tuple[Unit, ...], head: Head) -> bool:
    """Tell whether one side alone declares something, or a "convention" is an assembly of people."""
    before = units[head.first - 1].lower if head.first else ""
    behind = " ".join(unit.lower for unit in units[head.last + 1 : head.last + 3])
    if head.instrument.id == "declaration":
        return before in {"unilateral", "war"} or behind in {"of independence", "of war", "of neutrality"}
    return head.instrument.id == "convention" and before in ASSEMBLIES


ASSEMBLIES = frozenset("constitutional constituent democratic republican party annual".split())


def _is_verb(units: tuple[Unit, ...], head: Head) -> bool:
    """Tell whether the word is a verb here ("to contract", "will contract", "documents how")."""
    if head.first == 0 or head.first != head.last:
        return False
    before = units[head.first - 1].lower
    return units[head.first].lower in {"contract", "contracts", "document", "documents"} and before in {
        "to", "will", "would", "may", "must", "can", "could", "should", "which", "that", "who", "it", "they",
    }  # fmt: skip


def _introduction(units: tuple[Unit, ...], first: int) -> Introduction:
    """Return how the noun phrase is introduced, looking past what stays outside the quote."""
    classes = words()
    first = _before_amount(units, first)
    for before in reversed(units[max(0, first - 3) : first]):
        if before.lower in classes["demonstrative"]:
            return "demonstrative"
        if before.lower in classes["definite"]:
            return "definite"
        if before.lower in classes["indefinite"]:
            return "indefinite"
        if before.lower in classes["possessive"] or before.lower in {"'s", "s'"}:
            return "possessive"
        if before.kind == "date":
            return "bare"
        if before.text[:1].isdigit() or before.lower in classes["several"]:
            return "counted"
        if not (before.lower in JUDGING or before.lower in classes["temporal"] or before.lower in classes["outside"]):
            return "bare"
    return "bare"


# What people think of an instrument does not say which one it is.
JUDGING = frozenset("controversial long-awaited wide-ranging sweeping ambitious much-anticipated lucrative".split())


def _before_amount(units: tuple[Unit, ...], first: int) -> int:
    """Return where an amount of money and a stretch of time in front begin ("the 10-year, $3 billion deal")."""
    i = first
    while i > 0 and (_is_money(units[i - 1]) or units[i - 1].text == "." or units[i - 1].text[-1].isdigit()):
        i -= 1
    is_amount = any(_is_money(unit) for unit in units[i:first])
    while is_amount and i > 0 and _is_of_time(units[i - 1]):
        i -= 1
    return i if is_amount else first


def _is_of_time(unit: Unit) -> bool:
    return unit.text in {",", "-"} or unit.text.isdigit() or unit.lower in {*SPANS, *NUMERALS}


def _is_money(unit: Unit) -> bool:
    return unit.lower.endswith(("million", "billion")) or unit.lower in MONEY or unit.text in "$€£¥"
