"""Whether two mentions name one instrument: by their titles, and by what is said to be new or there already."""

from __future__ import annotations

from pipeline.agreements.events import Event, keys_of, stem
from pipeline.agreements.mentions import InstrumentMention
from pipeline.agreements.units import WORD, normal

SHORT_TITLE = 1  # blanks in a title that is long enough to stand for a longer one


def share_title(mention: InstrumentMention, event: Event) -> bool:
    """Tell whether a mention has the title of an event, or a shorter or longer form of it.

    Shorter forms leave out the parties behind ("… between A and B"), or, once the title was told, the words in front
    ("the Clean Economy Agreement" for the "Pacific Framework Clean Economy Agreement").
    """
    keys, others = keys_of(mention), event.keys
    if mention.plain and mention.introduction in {"indefinite", "counted"}:
        return False  # "an FTA with Peru" is another than the "free trade agreement (FTA)" told before
    if keys & others:
        return True
    pairs = [(one, other) for one in keys for other in others if min(one.count(" "), other.count(" ")) >= SHORT_TITLE]
    if any(one.startswith(f"{other} between ") or other.startswith(f"{one} between ") for one, other in pairs):
        return True
    named = mention.introduction == "definite" and any(unit.kind == "place" for unit in mention.units)
    if named and any(other.startswith(f"{one} on ") for one in keys for other in others):
        return True  # "the Lima Agreement" for the "Lima Agreement on Fishing"
    if mention.introduction != "definite" or any(unit.kind == "country" for unit in mention.units):
        return _are_of_same_pair(mention, event)
    if event.type == mention.instrument.type and any(other.endswith(f" {one}") for one, other in pairs):
        return True
    return _are_of_same_pair(mention, event)


def _are_of_same_pair(mention: InstrumentMention, event: Event) -> bool:
    """Tell whether two titles join the same names in front of the noun, in whatever order ("the B–A FTA")."""
    here = _pair(mention)
    if here is None:
        return False
    return any(here == _pair(reading.mention) for reading in event.visible)


def _pair(mention: InstrumentMention) -> tuple[frozenset[str], str] | None:
    """Return the names in front of the noun and what is left of the title: its words, or what brackets make of them."""
    names = frozenset(unit.text for unit in mention.modifiers if unit.kind in {"country", "organization"})
    if len(names) != 2 or not mention.title:
        return None
    rest = " ".join(normal(u.text) for u in mention.units if u.kind == "word")
    return names, mention.alias.lower() or rest


def are_old_and_new(mention: InstrumentMention, other: InstrumentMention) -> bool:
    """Tell whether one is said to be new and the other to be there already ("talks on a new pact; the present one")."""
    one, two = _age(mention), _age(other)
    return bool((one & OLD and two & NEW) or (one & NEW and two & OLD))


def _age(mention: InstrumentMention) -> set[str]:
    return {unit.lower for unit in mention.sentence.units[max(0, mention.first - 2) : mention.head.first]}


OLD = frozenset("existing current present old previous former earlier expiring prior".split())
NEW = frozenset({"new", "future", "successor", "replacement"})


def is_about_another(mention: InstrumentMention, event: Event) -> bool:
    """Tell whether "the agreement on cargo" has a matter of which the sentences on the other one do not speak."""
    matter = _matter(mention)
    if not matter:
        return False
    told = {stem(unit.lower) for reading in event.readings for unit in reading.sentence.units}
    own = any(_matter(reading.mention) for reading in event.visible)
    other = all(reading.sentence is not mention.sentence for reading in event.readings)
    return own and other and not matter & told


def _matter(mention: InstrumentMention) -> set[str]:
    """Return the stems of the words that a preposition of matter right behind the noun leads to."""
    units = mention.sentence.units
    if mention.title:
        inside = units[mention.head.last + 1 : mention.last + 1]
        return {stem(unit.lower) for unit in inside if unit.kind == WORD and len(unit.text) > SHORT_WORD}
    behind = units[mention.last + 1 : mention.last + MATTER]
    if not behind or behind[0].lower not in {"on", "concerning", "regarding"} or behind[1:2] == ():
        return set()
    if any(unit.kind == "date" for unit in behind[1:3]):
        return set()
    return {stem(unit.lower) for unit in behind[1:] if unit.kind == WORD and len(unit.text) > SHORT_WORD}


MATTER = 5  # units behind a noun in which its matter is named
SHORT_WORD = 3  # letters of a word that says nothing
