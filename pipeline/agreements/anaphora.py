"""What a sentence tells of an instrument that another sentence named: "it was ratified", "among them are"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.agreements.catalogues import opened_lists
from pipeline.agreements.counts import Counted
from pipeline.agreements.events import Reading
from pipeline.agreements.lexicon import Head, Instrument, find_heads, instrument, steps_of
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.steps import INCLUDING, ToldStep, told_steps
from pipeline.agreements.units import Sentence

PRONOUN = "pronoun"
PRONOUNS = frozenset({"it", "they", "latter"})
# Words by which a sentence lists what a set of instruments, named before, is made of.
LISTING = frozenset(
    "among include includes including included namely these they name last first latter one other".split()
)
PARTS = frozenset("most much part parts some half all none rest".split())
SETS = frozenset({"other", "agreement", "contract", "memorandum", "treaty", "declaration", "protocol"})


def pronoun_readings(row: Sentence, readings: list[Reading]) -> list[Reading]:
    """Return the pronouns of a sentence of which a step is told that no instrument of the sentence takes."""
    taken = {step.word.first for reading in readings for step in reading.steps}
    found = []
    for i, unit in enumerate(row.units):
        if unit.lower not in PRONOUNS or _is_part(row, i) or _is_law(row, i):
            continue
        mention = _pronoun(row, i, plural=unit.lower == "they")
        steps = [step for step in told_steps(row, [mention])[0] if step.word.first not in taken]
        if mention.head.plural:
            # "They" are the states more often than the agreements, unless something was done to them.
            steps = [step for step in steps if step.relation in {"passive", "subject"}]
        if steps or (i == 0 and opens_with_terms(row)):
            found.append(Reading(mention, steps))
    return found


def opens_with_terms(row: Sentence) -> bool:
    """Tell whether a sentence says first what "it" provides for: what an instrument does, hardly a state."""
    behind = [unit.lower for unit in row.units[1:4] if unit.lower not in {"also", "will", "would"}]
    return bool(row.units) and row.units[0].lower in PRONOUNS and bool(behind) and behind[0] in TERMS


TERMS = frozenset(
    "provides provided provide covers covered cover calls called call aims aimed aim stipulates stipulated stipulate "
    "regulates regulated regulate governs governed govern envisages envisaged envisage bans banned ban prohibits "
    "prohibited prohibit limits limited limit allows allowed allow permits permitted permit obliges obliged oblige "
    "commits committed commit guarantees guaranteed guarantee establishes established establish defines defined define "
    "sets set specifies specified specify exempts exempted exempt concerns concerned deals dealt focuses focused "
    "relates related".split()
)


def _is_part(row: Sentence, i: int) -> bool:
    """Tell whether only a part is spoken of ("renounced most of it")."""
    return i > 1 and row.units[i - 1].lower == "of" and row.units[i - 2].lower in PARTS


def _is_law(row: Sentence, i: int) -> bool:
    """Tell whether a pronoun stands for a law that the sentence names ("passed the bill, and the President signed it").

    What is then signed is no instrument of two states.
    """
    heads = {head.last for head in find_heads(row.units)}
    for k in range(i - 1, -1, -1):
        if k in heads:
            return False
        if row.units[k].lower in LAWS:
            return True
    return False


LAWS = frozenset("bill bills law laws legislation act acts statute decree ordinance".split())


def _pronoun(row: Sentence, i: int, *, plural: bool) -> InstrumentMention:
    rule: Instrument = instrument(PRONOUN)
    one = Counted("1", None, "count-singular")
    return InstrumentMention(
        row, i, i, Head(i, i, rule, plural=plural), "demonstrative", title=False, plain=True, count=one
    )


def inherit_steps(readings: list[Reading], rows: Sequence[Sentence]) -> list[Reading]:
    """Return the readings with the steps of a set given to its members that the next sentences list.

    "They signed five documents. Among them were an agreement on A and a protocol on B." Where the sentence that opens
    the list ends with a colon, each of the passages below is a member: "They witnessed the signing of:".
    """
    heir: list[Reading] = []
    source: tuple[Sentence, list[ToldStep]] | None = None
    opened = opened_lists(rows)
    for reading in readings:
        if not reading.steps and reading.sentence.number in opened and _is_item(reading):
            heir.append(replace(reading, steps=[opened[reading.sentence.number]]))
            continue
        if source is not None and _may_inherit(reading) and _lists(reading, source[0]):
            inherited = [replace(step, relation="list") for step in source[1]]
            heir.append(replace(reading, steps=inherited))
            continue
        heir.append(reading)
        conclusions = [step for step in reading.steps if step.is_conclusion and step.status == "signed"]
        again = source is not None and _speaks_again(reading, source[0])
        if reading.mention.head.plural and conclusions and reading.mention.instrument.type in SETS and not again:
            source = (reading.sentence, conclusions)
    return heir


def _is_item(reading: Reading) -> bool:
    """Tell whether a mention is what an item of a list names, and not something that this is about."""
    mention = reading.mention
    return mention.first <= 3 and (mention.introduction != "demonstrative")


def _speaks_again(reading: Reading, told: Sentence) -> bool:
    """Tell whether a definite plural means the set told before, without a date ("among the agreements …")."""
    near = 0 < reading.sentence.number - told.number <= NEAR
    return near and reading.mention.introduction == "definite" and not reading.sentence.dates()


NEAR = 3  # sentences between a set and those that list its members


def _may_inherit(reading: Reading) -> bool:
    """Tell whether a sentence leaves it to the one before to say what was done, and when."""
    listed = all(step.relation == "list" for step in reading.steps)  # "among the agreements signed was a protocol"
    return not reading.steps or (listed and not reading.sentence.dates())


def _lists(reading: Reading, told: Sentence) -> bool:
    """Tell whether the sentence of a reading lists members of the set that the sentence `told` speaks of."""
    if not 0 < reading.sentence.number - told.number <= NEAR or reading.sentence.is_heading:
        return False
    mention = reading.mention
    before = [unit.lower for unit in reading.sentence.units[: mention.first]]
    if mention.introduction not in {"indefinite", "bare"} and not mention.title and not INCLUDING & set(before):
        return False
    if _opens_with_more(reading.sentence):
        return mention.introduction == "indefinite"  # "Additionally, an MoU between A and B, an MoU between C and D"
    return bool(LISTING & set(before)) and any(word in before for word in COPULAS)


MORE = frozenset("additionally also furthermore moreover".split())


def _opens_with_more(row: Sentence) -> bool:
    """Tell whether a sentence without a verb of its own adds to a list ("Additionally, an MoU …")."""
    opening = [unit.lower for unit in row.units[:3]]
    more = bool(MORE & set(opening[:1])) or opening[:2] == ["in", "addition"]
    return more and not any(word.form == "past" for word in steps_of(row))


COPULAS = frozenset("was were are is include includes including included name namely them :".split())
