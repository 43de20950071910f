"""Names as the place of something done: a town behind what kind of town it is, a building and its town, "where"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.agreements.units import Sentence, Unit
from pipeline.records import NameMention

BUILDINGS = frozenset("Palace House Hall Hotel Residence Center Centre Building Bhawan Bhavan Mansion Castle".split())
BUILDING = 60  # how much farther a building is than the town that it stands in
TOWNS = frozenset("city town capital resort port village metropolis suburb seaport township".split())
SEAT = "government"  # the category of a building that a government is called after
DESCRIBING = 5  # units between "in" and the noun for a town: "in the Black Sea resort town of"


def is_building(text: str) -> bool:
    """Tell whether a name is that of a building, which says less than its town."""
    return text.rsplit(maxsplit=1)[-1] in BUILDINGS


def is_in_town(unit: Unit) -> bool:
    """Tell whether a name is that of a building, or of one that a government is called after ("the Kremlin")."""
    is_seat = isinstance(unit.mention, NameMention) and unit.mention.category == SEAT
    return is_seat or is_building(unit.text)


def is_where_done(units: Sequence[Unit], i: int) -> bool:
    """Tell whether a name says where: "in Lima", "at the port", "in the port city of Arica", "at X Palace, Lima"."""
    if i == 0 or units[i].text.split()[-1] in TOWNS:
        return False
    return _is_behind_in(units, i) or is_behind_kind(units, i) or _is_behind_building(units, i)


def _is_behind_in(units: Sequence[Unit], i: int) -> bool:
    before = units[i - 1].lower
    return before in {"in", "at"} or (before == "the" and i > 1 and units[i - 2].lower in {"in", "at"})


def is_behind_kind(units: Sequence[Unit], i: int) -> bool:
    """Tell whether the kind of town leads to a name: "in the Siberian city of Tomsk", "in the capital, Lima"."""
    k = i - 2 if units[i - 1].lower in {"of", ","} else i - 1
    if k < 1 or units[k].text.split()[-1] not in TOWNS:
        return False
    front = [unit.lower for unit in units[max(0, k - DESCRIBING) : k]]
    led = max((n for n, lower in enumerate(front) if lower in {"in", "at"}), default=-1)
    return led >= 0 and not {",", "of", "and"} & set(front[led:])


def _is_behind_building(units: Sequence[Unit], i: int) -> bool:
    """Tell whether a town stands behind a comma and one of its buildings: "at the Carlton Hotel, Lima"."""
    if i < 3 or units[i - 1].text != "," or not units[i - 2].is_capitalized or not is_in_town(units[i - 2]):
        return False
    return units[i].kind == "place" and any(unit.lower in {"in", "at"} for unit in units[max(0, i - 6) : i - 2])


def is_where(units: Sequence[Unit], i: int) -> bool:
    """Tell whether the clause behind a place tells what was done there: "in Lima on 4 May 1999, where she signed".

    So does a clause on what was done during a visit: "visited Peru in 2014, during which a treaty was signed".
    """
    behind = [unit for unit in units[i + 1 : i + 8] if unit.kind != "date" and unit.lower not in {"on", "in"}]
    lowers = [unit.lower for unit in behind[:3]]
    return lowers[:2] == [",", "where"] or lowers[:1] == ["where"] or lowers in DURING or lowers[:2] in DURING


DURING = [[",", "during", "which"], ["during", "which"]]


def is_of_other_verb(sentence: Sentence, i: int) -> bool:
    """Tell whether a place stands with a participle set off in front: "the accord, negotiated in Oslo, was signed"."""
    units = sentence.units
    if i < 3 or i + 1 >= len(units) or units[i + 1].text != "," or units[i - 1].lower not in {"in", "at"}:
        return False
    return units[i - 3].text == "," and units[i - 2].lower.endswith("ed")
