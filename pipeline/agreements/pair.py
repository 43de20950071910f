"""Whether an agreement of which the text names no party is that of the two states that the text is about."""

from __future__ import annotations

from pipeline.agreements.context import Context
from pipeline.agreements.counts import NUMERALS
from pipeline.agreements.entries import bare_date, is_entry
from pipeline.agreements.events import Event, Reading
from pipeline.agreements.lexicon import words
from pipeline.agreements.merging import is_own_document
from pipeline.agreements.standing import Actor
from pipeline.agreements.units import Unit

BILATERAL = frozenset({"intergovernmental", "inter", "bilateral", "interstate"})
# Words in the names of bodies that a few states set up, not many.
JOINT = frozenset("joint mixed bilateral intergovernmental binational commission committee council".split())
MOST = 0.7  # share of a text from which on its pair needs no more to show that it is about the two
SECTION = 5  # passages in front of an agreement that show whom a part of the text is about
AGAIN = 3  # passages of these that name the partner
NEAR = 3  # passages in front of an agreement in which a text may name whose it is


def pair_of(event: Event, context: Context) -> list[Actor]:
    """Return the two that the document is about, if an agreement without named parties is likely theirs, else []."""
    if not context.pair or _is_only_cited(event) or _is_of_firms(event) or _is_of_many(event):
        return []
    if not _is_theirs(event, context):
        return []
    if context.house is not None and context.protagonist is not None:
        return [context.house, context.protagonist]
    others = of_section(context, event.main.sentence.number)
    return others or [Actor(code, span) for code, span in zip(context.pair, context.pair_spans, strict=True)]


def of_section(context: Context, number: int) -> list[Actor]:
    """Return the two that a part of the text is about which tells of another partner than the text as a whole.

    In a text on Peru and Chile, one of the two and Brazil, if the passages around name Brazil again and again, and
    nobody else.
    """
    near = [actor for one in range(number - SECTION, number + 1) for actor in context.named.get(one, ())]
    codes = {actor.party for actor in near}
    guests = codes - set(context.pair)
    if len(codes) != len(context.pair) or len(guests) != 1:
        return []
    told = [actor for actor in near if actor.party in guests]
    return list({actor.party: actor for actor in near}.values()) if len(told) >= AGAIN else []


def _is_theirs(event: Event, context: Context) -> bool:
    """Tell whether the text is about the two so much, or speaks of them so near, that what it tells is of them.

    Organizations that many states found are theirs only if the text says so.
    """
    pair = set(context.pair)
    if event.type == "joint-body" and not any(_is_joint(reading) for reading in event.visible):
        return False
    if event.type == "diplomatic-relations" or context.in_title or context.share >= MOST:
        return True
    number = event.main.sentence.number
    near = {actor.party for one in range(number - NEAR, number + 1) for actor in context.named.get(one, ())}
    return pair <= near and len(near) <= 2 * len(pair) + 1


def _is_joint(reading: Reading) -> bool:
    """Tell whether the name of a body says that it is one of a few ("Joint Commission")."""
    return bool(JOINT & set(reading.mention.span_text().lower().split()))


def _is_of_firms(event: Event) -> bool:
    """Tell whether several contracts are said to be those of firms ("corporate contracts")."""
    return any(
        reading.mention.head.plural and unit.lower in {"corporate", "business"}
        for reading in event.visible
        for unit in reading.mention.units
    )


def _is_of_many(event: Event) -> bool:
    """Tell whether a conference or its participants adopted it, whom the text does not name."""
    return any(
        (unit.lower in MANY or _are_counted(step.sentence.units, i))
        and "by" in {one.lower for one in step.sentence.units[max(0, i - BY) : i]}
        for reading in event.visible
        for step in reading.steps
        if step.is_conclusion and step.relation in {"passive", "participle", "relative"}
        for i, unit in enumerate(step.sentence.units[: step.word.last + BEHIND])
        if i > step.word.last
    )


def _are_counted(units: tuple[Unit, ...], i: int) -> bool:
    """Tell whether so many states are meant that a text cannot be about them all ("of twelve countries")."""
    counted = i > 0 and (
        units[i - 1].lower in SEVERAL or (units[i - 1].text.isdigit() and len(units[i - 1].text) < YEAR)
    )
    return counted and units[i].lower in words()["pair"]


YEAR = 4  # digits
BY = 6  # units between "by" and those who adopted it
BEHIND = 13  # units behind the word for the step in which they are named


MANY = frozenset("participants conference delegates members attendees".split())
SEVERAL = frozenset(NUMERALS) - {"two", "both", "pair", "three"}


def _is_only_cited(event: Event) -> bool:
    """Tell whether the text names an instrument by its title without saying who took a step.

    Such instruments are often multilateral: the pair that the document is about need not be their parties.
    """
    if is_own_document(event):
        return False
    told = any(step.status and step.word.step.id != "apply" for r in event.readings for step in r.steps)
    if any(is_entry(r.sentence) and (bare_date(r.mention) or r.named_date) for r in event.visible):
        return False
    if any(unit.lower in BILATERAL for reading in event.visible for unit in reading.mention.units):
        return False
    main = event.main
    dated = main.named_date is not None and main.named_date[1].spanned.precision == "day"
    if dated and event.type in {"agreement", "protocol", "memorandum", "contract", "programme"}:
        # "The Agreement on Air Services of 8 May 2000" is cited as one of the two states' own.
        return False
    return any(reading.mention.title for reading in event.visible) and not told
