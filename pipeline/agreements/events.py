"""Bring the mentions of one agreement together: headline and body, "the document", the same title again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.agreements.entries import bare_date
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.steps import ToldStep
from pipeline.agreements.titles import has_names
from pipeline.agreements.units import Sentence, Unit, normal
from pipeline.records import DateMention

# A general noun may refer to an instrument that was named by a narrower one ("the agreement" to a treaty).
REFERS_TO = {
    "treaty": {"treaty", "agreement", "convention"},
    "agreement": {"agreement", "treaty", "memorandum", "convention", "contract", "protocol", "declaration"},
    "contract": {"contract", "agreement"},
    "other": {"agreement", "treaty", "memorandum", "protocol", "declaration", "contract", "convention", "programme",
              "letter-of-intent", "exchange-of-notes", "other"},
}  # fmt: skip
MEMORY = 12  # passages that a bare "the agreement" reaches back


@dataclass(slots=True)
class Reading:
    """A mention with what its sentence tells of it: its steps, and the date in its name ("of 7 December 1999").

    `peers` are all the instruments of the sentence, in order.
    """

    mention: InstrumentMention
    steps: list[ToldStep]
    named_date: tuple[int, DateMention] | None = None
    peers: tuple[InstrumentMention, ...] = ()

    @property
    def sentence(self) -> Sentence:
        """The sentence of the mention."""
        return self.mention.sentence

    @property
    def is_pronoun(self) -> bool:
        """Tell whether a pronoun stands for the instrument."""
        return self.mention.instrument.type == "pronoun"

    @property
    def is_told(self) -> bool:
        """Tell whether the text states a step of it that took place, is planned or was proposed."""
        return any(step.status for step in self.steps)


@dataclass(slots=True)
class Event:
    """An agreement in the making: the readings that speak of it, in order of text.

    It `is_tentative` if the mention that started it told no step: a later sentence has to.
    """

    readings: list[Reading] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    is_tentative: bool = False

    @property
    def main(self) -> Reading:
        """The most informative mention: with a title, outside headings, with a step and a date, the earliest."""
        return min(self.visible, key=_dullness)

    @property
    def type(self) -> str:
        """The type of its most informative mention."""
        return self.main.mention.instrument.type

    @property
    def last_number(self) -> int:
        """The number of the passage that spoke of it last."""
        return self.readings[-1].sentence.number

    def years(self) -> set[str]:
        """Return the years in the names of its mentions."""
        return {reading.named_date[1].value[:4] for reading in self.readings if reading.named_date}

    def all_years(self, before: int | None = None) -> set[str]:
        """Return the years of all dates in the sentences (in front of number `before`) that name or tell of it."""
        rows = [r.sentence for r in self.readings if before is None or r.sentence.number < before]
        return {date.value[:4] for row in rows for _, date in row.dates()}

    def dates(self) -> list[DateMention]:
        """Return the dates of the sentences that name or tell of it."""
        told = [step.sentence for reading in self.readings for step in reading.steps]
        rows = {row.number: row for row in [*(reading.sentence for reading in self.readings), *told]}
        return [date for row in rows.values() for _, date in row.dates()]

    def days(self) -> set[str]:
        """Return the days that stand in the sentences that tell its signing."""
        return {
            date.value
            for reading in self.readings
            if any(step.is_conclusion for step in reading.steps)
            for _, date in reading.sentence.dates()
            if date.spanned.precision == "day"
        }

    @property
    def visible(self) -> list[Reading]:
        """The readings without pronouns, which tell of it but are no mentions of their own."""
        return [reading for reading in self.readings if not reading.is_pronoun]

    def add(self, reading: Reading) -> None:
        """Add a mention of it."""
        self.readings.append(reading)
        self.keys.update(_keys(reading.mention))


def group(readings: list[Reading]) -> list[Event]:
    """Return the events that the readings tell of, in order of first mention; `merging` joins those told twice.

    A mention that neither tells a step, nor is a title, nor carries a date, nor refers back to such a one, is talk
    of agreements in general and starts no event.
    """
    events: list[Event] = []
    for reading in readings:
        event = _of_pronoun(reading, events) if reading.is_pronoun else _antecedent(reading, events)
        if event is None and not reading.is_pronoun:
            starts = _starts_event(reading)
            if starts or _may_be_told_later(reading):
                event = Event(is_tentative=not starts)
                events.append(event)
        if event is not None:
            event.add(reading)
    return events


def _antecedent(reading: Reading, events: list[Event]) -> Event | None:
    mention = reading.mention
    keys = _keys(mention)
    for event in reversed(events):
        if keys & event.keys and _dates_agree(reading, event):
            return event
    if mention.instrument.type in {"diplomatic-relations", "joint-body"}:
        return _same_establishment(reading, events)
    same = _apposed(reading, events) or _copular(reading, events)
    if same is not None:
        return same
    if reading.named_date is not None and mention.plain:
        return _of_year(reading, events)
    if _is_distinct(reading):
        return None
    if _is_restricted(reading):
        return _of_same_year(reading, events)
    if mention.introduction in {"definite", "demonstrative"} or _is_short_name(mention):
        return _referent(reading, events)
    if mention.introduction == "possessive" and mention.modifiers:
        return _kindred(reading, events)
    return None


def _kindred(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event of which "its protectorate agreement" speaks: one with a kindred word and a state in common."""
    wanted = {stem(unit.lower) for unit in reading.mention.modifiers if unit.kind == "word"}
    here = states_of(reading.sentence)
    types = REFERS_TO.get(reading.mention.instrument.type, {reading.mention.instrument.type})
    for event in reversed(events):
        told = {stem(lower) for lower in _vocabulary(event)}
        if event.type in types and wanted & told and here & states_of(event.main.sentence):
            return event
    return None


def stem(lower: str) -> str:
    """Return the part of a word that its kin share ("protectorate", "protectorship")."""
    return lower[:7]


def states_of(sentence: Sentence) -> set[str]:
    """Return the states that a sentence names."""
    return {name.value for _, name in sentence.names("country")}


def _of_pronoun(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event that "it" stands for: the one spoken of last, in the sentence before or earlier in this one."""
    near = [
        event
        for event in events
        if 0 <= reading.sentence.number - event.last_number <= 1
        and event.readings[-1].sentence.passage.block == reading.sentence.passage.block
        and not event.main.mention.head.plural
    ]
    return max(near, key=lambda event: event.readings[-1].mention.span.start) if near else None


def _of_year(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event that "the Treaty of 1886", "the 1886 treaty" refers to."""
    assert reading.named_date is not None  # noqa: S101 - for the type checker; the caller looked
    if reading.named_date[1].spanned.precision != "year":
        return None
    year = reading.named_date[1].value[:4]
    before = reading.sentence.number
    fitting = [e for e in events if e.type == reading.mention.instrument.type and year in e.all_years(before)]
    return fitting[-1] if len(fitting) == 1 else None


def _same_establishment(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event of establishing relations that another sentence told of, unless the dates differ."""
    again = _is_again(reading)
    for event in reversed(events):
        if event.type != reading.mention.instrument.type or event.type == "joint-body":
            continue
        if _is_again(event.main) == again:
            return event
    return None


def _is_again(reading: Reading) -> bool:
    """Tell whether relations were established once more ("re-establishment", "resumed")."""
    told = " ".join(unit.lower for step in reading.steps for unit in _step_units(step))
    return bool(re.search(r"\bre\b|resum|restor|renew|normali", told))


def _step_units(step: ToldStep) -> tuple[Unit, ...]:
    return step.sentence.units[step.word.first : step.word.last + 1]


def _is_short_name(mention: InstrumentMention) -> bool:
    """Tell whether a capital alone marks the mention as one that was named before ("under the Treaty", "Agreement")."""
    return mention.plain and mention.sentence.units[mention.head.first].is_capitalized


def _is_distinct(reading: Reading) -> bool:
    """Tell whether a mention brings what sets it apart from what was named before: its own date or countries."""
    mention = reading.mention
    if reading.named_date is not None or mention.title:
        return True
    if mention.introduction in {"indefinite", "counted"} or _is_another(mention):
        return True
    return has_names(mention.sentence.units, mention.first - 1, mention.head.first)


def _is_restricted(reading: Reading) -> bool:
    """Tell whether a clause says which instrument is meant ("the treaty that Ethiopia signed in 1978")."""
    units = reading.sentence.units
    behind = reading.mention.last + 1
    if behind >= len(units) or units[behind].text == ",":
        return False
    dated = any(i > reading.mention.last for i, _ in reading.sentence.dates())
    return dated and any(
        step.relation in {"relative", "participle"} and step.is_conclusion and step.word.first - behind <= 8
        for step in reading.steps
    )


def _of_same_year(reading: Reading, events: list[Event]) -> Event | None:
    """Return the latest event of the type that was dated to a year that the sentence names behind the mention."""
    years = {date.value[:4] for i, date in reading.sentence.dates() if i > reading.mention.last}
    fitting = [e for e in events if e.type == reading.mention.instrument.type and years & e.all_years()]
    return fitting[-1] if fitting else None


def _apposed(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event of the instrument in front that a title only names once more.

    "The Treaty of A (also B Treaty)", "a preliminary agreement, the Treaty of C", "the D Pact, formally the Treaty
    on E".
    """
    if not reading.mention.title or not events:
        return None
    last = events[-1].readings[-1]
    if last.sentence is not reading.sentence or last.mention.head.plural or reading.mention.head.plural:
        return None
    between = [u.lower for u in reading.sentence.units[last.mention.last + 1 : reading.mention.first]]
    if not between or len(between) > 6 or not set(between) <= APPOSING:
        return None
    named = bool(set(between) & {"(", "also", "or", "formally", "officially", "formerly", "known", "called"})
    return events[-1] if named or (not last.mention.title and "," in between and "and" not in between) else None


APPOSING = frozenset('( , also so - called or formally officially formerly known called as the – — " “'.split())


def _is_another(mention: InstrumentMention) -> bool:
    """Tell whether the noun phrase counts on ("the first contracts", "the second agreement")."""
    in_front = {unit.lower for unit in mention.sentence.units[max(0, mention.first - 2) : mention.first]}
    return bool(in_front & {"first", "second", "third", "fourth", "another", "next", "own"})


def _copular(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event that the sentence equates the mention with ("the ANZUS Treaty was an agreement signed in")."""
    units = reading.sentence.units
    first = reading.mention.first
    if (
        first < 2
        or units[first - 1].lower not in {"a", "an"}
        or units[first - 2].lower not in {"is", "was", "were", "are"}
    ):
        return None
    named = [event for event in events if event.readings[-1].sentence is reading.sentence]
    return named[-1] if named and named[-1].main.mention.title else None


def _referent(reading: Reading, events: list[Event]) -> Event | None:
    """Return the event that "the agreement" refers to: the latest of a fitting type and number."""
    mention = reading.mention
    types = REFERS_TO.get(mention.instrument.type, {mention.instrument.type})
    modifiers = {unit.lower for unit in mention.modifiers}
    fitting = [
        event
        for event in events
        if event.type in types
        and event.main.mention.head.plural == mention.head.plural
        and (not mention.head.plural or event.type == mention.instrument.type)
        and reading.sentence.number - event.last_number <= MEMORY
        and (not modifiers or modifiers & _vocabulary(event))
    ]
    return max(fitting, key=lambda event: _closeness(reading, event)) if fitting else None


def _closeness(reading: Reading, event: Event) -> tuple[bool, bool, bool, bool, int]:
    """Rank antecedents: told or near, of a year that the sentence names, introduced under this name, of this type."""
    mention = reading.mention
    named = {date.value[:4] for _, date in reading.sentence.dates()}
    short = _is_short_name(mention)
    return (
        not event.is_tentative or reading.sentence.number - event.last_number <= 1,
        bool(named & event.all_years()) and any(step.relation == "participle" for step in reading.steps),
        short and (title_key(mention.span_text()) in event.keys or event.main.mention.title),
        event.type == mention.instrument.type,
        event.last_number,
    )


def _vocabulary(event: Event) -> set[str]:
    return {
        unit.lower
        for reading in event.visible
        for unit in reading.sentence.units[reading.mention.first : reading.mention.last + 10]
    }


def _dates_agree(reading: Reading, event: Event) -> bool:
    years = event.years()
    return reading.named_date is None or not years or reading.named_date[1].value[:4] in years


def _keys(mention: InstrumentMention) -> set[str]:
    """Return the names under which a mention can be found again: its title in normal form, its alias."""
    keys = set()
    if mention.title or mention.instrument.type == "joint-body":
        keys.add(title_key(mention.span_text()))
    elif mention.last > mention.head.last:
        # "bilateral treaty of Peace and Commerce": the title begins with the noun.
        units = mention.sentence.units[mention.head.first : mention.last + 1]
        keys.add(title_key(" ".join(unit.text for unit in units)))
    if mention.alias:
        keys.add(title_key(mention.alias))
    return {key for key in keys if key}


def title_key(text: str) -> str:
    """Return a title without case, marks and articles, so that the ways to write it compare equal."""
    kept = [word for word in re.findall(r"\w+", normal(text)) if word not in {"the", "a", "an", "of", "and"}]
    return " ".join(kept)


def _starts_event(reading: Reading) -> bool:
    mention = reading.mention
    if mention.instrument.type in {"diplomatic-relations", "joint-body"}:
        return reading.is_told or (mention.sentence.passage.kind == "item" and bare_date(mention) is not None)
    if mention.title:
        return True
    if reading.named_date is not None and not mention.instrument.steps:
        return True
    if mention.introduction == "definite" and mention.plain and mention.head.plural:
        return False
    allowed = mention.instrument.steps
    told = any(step.status and (not allowed or step.word.step.id in allowed) for step in reading.steps)
    return told and not _is_general(reading)


def _may_be_told_later(reading: Reading) -> bool:
    """Tell whether a sentence to come may tell a step ("spoke about a memorandum. It could be signed by June")."""
    mention = reading.mention
    one = mention.introduction == "indefinite" and not mention.head.plural and not mention.instrument.steps
    return one and not reading.sentence.is_heading and mention.instrument.type in REFERS_TO["other"]


def _is_general(reading: Reading) -> bool:
    """Tell whether the noun phrase speaks of agreements in general ("any agreement must be ratified")."""
    mention = reading.mention
    start = max(0, mention.first - 3)
    before = [unit.lower for unit in mention.sentence.units[start : mention.first]]
    return any(lower in {"any", "no", "every", "each"} for lower in before)


def _dullness(reading: Reading) -> tuple[int, int, int, int, int]:
    mention = reading.mention
    has_date = bool(reading.sentence.dates())
    refers = mention.plain and (mention.introduction in {"definite", "demonstrative"} or _is_short_name(mention))
    return (
        refers and not reading.named_date,
        not mention.title,
        mention.sentence.is_heading,
        not (reading.is_told and has_date),
        reading.sentence.number,
    )
