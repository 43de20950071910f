"""Resolve yearless and relative expressions for a whole document at once.

The dates of a document are read as one story. Every expression has the readings that it could take (a month without
its year: each year that the document names near it, and the neighbours of those); a dynamic programme (Viterbi
1967) chooses the readings that together make the story jump least. Dates that are complete stand fixed, so that what
comes later counts as much as what came before. A story goes on more easily than it goes back, and after an aside it
may return to where it was. What a jump costs is in costs.py.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.dates import shifts, timeline
from pipeline.dates.costs import Costs
from pipeline.dates.readings import Reading
from pipeline.dates.story import Node, at_hand, last_day, walk

CENTURY = 1950  # '68 and the '90s are of the twentieth century where the document names no year


@dataclass(frozen=True, slots=True)
class Item:
    """An expression to resolve, with what its surroundings tell.

    `ahead`: the words around look into the future; `told`: they are in the past tense; `earlier`: in the past
    perfect, which looks back. `aside`: it stands in brackets or in a comparison, so that the story may go on without
    regard to it. `cited`: it tells which instrument is meant; news, whose story is of its day, goes on without it.
    `tie`: how closely it hangs together with the expression before it (1 for a neighbouring sentence, less across
    paragraphs, more within a sentence). `apposed`: it names the same date as the expression before (-1) or behind it
    (1): "in 1881, three years after the peace". `section`: the first and the last year that the heading above names.
    """

    reading: Reading
    ahead: bool = False
    told: bool = False
    earlier: bool = False
    aside: bool = False
    cited: bool = False
    tie: float = 1.0
    apposed: int = 0
    section: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Rival:
    """A reading that lost: what it would have been, and why it was not chosen."""

    reading: Reading
    anchor: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an item was resolved to (None if to nothing), against which item (None: the publication date).

    `near` is the last date told before an item that nothing resolves, however coarse.
    """

    reading: Reading | None
    anchor: int | None = None
    reason: str = ""
    rivals: tuple[Rival, ...] = ()
    near: Reading | None = None


class Decoder:
    """Decodes the items of one document. `news` reads yearless dates from the day of publication."""

    def __init__(
        self, items: Sequence[Item], published: date | None, *, news: bool = False, story_deixis: bool = False,
        costs: Costs | None = None,
    ) -> None:  # fmt: skip
        self.items = items
        self.published = published
        self.story_deixis = story_deixis and published is None
        self.news = news and published is not None
        self.costs = costs or Costs()
        self.origin = self._origin()
        self.days = self._days()
        self.fixed = [i for i, item in enumerate(items) if item.reading.complete]

    def decode(self) -> list[Resolution]:
        """Return one resolution per item, in order."""
        if not self.items:
            return []
        layers: list[list[Node]] = []
        before = [self.origin]
        for index, item in enumerate(self.items):
            nodes = self._nodes(index, item, before)
            nodes.sort(key=lambda node: node.cost)
            before = nodes[: self.costs.beam]
            layers.append(before)
        node: Node | None = min(before, key=lambda n: n.cost)
        chosen: list[Node] = []
        while node is not None and node.index >= 0:
            chosen.append(node)
            node = node.back
        chosen.reverse()
        return self._appose([self._resolution(one, layer) for one, layer in zip(chosen, layers, strict=True)])

    def _appose(self, resolutions: list[Resolution]) -> list[Resolution]:
        """Give a time of day its date where that stands behind it without a year: "10 p.m. on March 9"."""
        for index, item in enumerate(self.items[:-1]):
            beside = resolutions[index + 1].reading
            if item.apposed > 0 and item.reading.time and beside is not None:
                told = replace(beside, time=item.reading.time, mod="")
                resolutions[index] = Resolution(told, index + 1, "names the time of the date beside it")
        return resolutions

    def _days(self) -> dict[tuple[int | None, int], list[tuple[int, int | None]]]:
        """Return where, and of which years, the document names each day of the year in full."""
        days: dict[tuple[int | None, int], list[tuple[int, int | None]]] = {}
        for index, reading in enumerate(item.reading for item in self.items):
            if reading.complete and reading.day is not None:
                days.setdefault((reading.month, reading.day), []).append((index, reading.year))
        return days

    def _origin(self) -> Node:
        reading = timeline.of_day(self.published) if self.published else None
        return Node(reading, 0.0, None, -1, story=reading is not None)

    def _nodes(self, index: int, item: Item, before: list[Node]) -> list[Node]:
        reading = item.reading
        if reading.base == "published" and self.story_deixis:
            return [self._told(index, item, node) for node in before]
        if reading.base == "published":
            deictic = shifts.from_publication(self.published, reading, ahead=item.ahead) if self.published else None
            return [
                Node(deictic, node.cost, node, index, story=False, reason="counted from the day of publication")
                for node in before
            ]
        if reading.kind == "shift":
            return [self._shifted(index, item, node) for node in before]
        if reading.kind != "calendar":
            return [Node(None, node.cost, node, index, story=False) for node in before]
        if reading.complete:
            return [self._best(index, item, reading, before)]
        years = self._years(index, decades=reading.form == "short") or ([CENTURY] if reading.form == "short" else [])
        readings = list(dict.fromkeys(reading.in_year(year) for year in years if timeline.exists_in(reading, year)))
        if not readings:
            return [Node(None, node.cost, node, index, story=False) for node in before]
        return [self._best(index, item, one, before) for one in readings]

    def _best(self, index: int, item: Item, reading: Reading, before: list[Node]) -> Node:
        """Return the node for `reading` with the cheapest way to it."""
        node = Node(reading, 0.0, None, index, aside=item.aside or (item.cited and self.origin.story))
        best: tuple[float, Node, Node | None] | None = None
        for candidate in before:
            step, anchor = self._step(candidate, node, item)
            if best is None or candidate.cost + step < best[0]:
                best = (candidate.cost + step, candidate, anchor)
        assert best is not None  # noqa: S101 - `before` is never empty
        node.cost, node.back, node.anchor = best
        if not item.reading.complete:
            # A date told from the day of publication is no step of the story that the document tells beside it.
            node.aside = node.aside or (node.anchor is self.origin and self.published is not None)
            node.cost += self._evidence(item, node)
        return node

    def _evidence(self, item: Item, node: Node) -> float:
        """Return what speaks against a yearless reading: a weekday that differs, in news the distance from today."""
        cost = 0.0
        if item.reading.weekday is not None and node.reading is not None:
            day = timeline.as_day(node.reading)
            if day is not None and day.isoweekday() != item.reading.weekday:
                cost += self.costs.weekday
        if node.reading is not None and node.reading.day is not None:
            named = self.days.get((node.reading.month, node.reading.day), [])
            years = {year for at, year in named if at < node.index}
            cost += self.costs.renamed * (bool(years) and node.reading.year not in years)
        if item.section and node.reading and not timeline.lies_in(node.reading, item.section):
            cost += self.costs.section
        if self.published is not None:
            distance = timeline.gap(self.origin.span, node.span)
            if distance and (distance > 0) != item.ahead:
                cost += self.costs.unforeseen * (2 if item.told and distance > 0 else 1)
            if self.news:
                cost += self.costs.news * timeline.effort(distance)
        return cost

    def _step(self, before: Node, node: Node, item: Item) -> tuple[float, Node | None]:
        """Return the cost of going on to `node`, and the date of the story that it goes on from."""
        best = (0.0, None) if self._is_start(before) else (1e9, None)
        result: tuple[float, Node | None] = best
        tie, stated, earlier = item.tie, item.reading.complete, item.earlier and not item.reading.complete
        if stated:
            tie *= (self.costs.stated_news if self.origin.story else self.costs.stated) * (0.4 if node.aside else 1.0)
        distance = 0
        for past in walk(before, self.costs.memory):
            leap = timeline.gap(past.span, node.span)
            aside = self.costs.aside * (1.0 if stated else self.costs.recall)
            cost = (distance + 1.5 * past.aside) * aside + tie * self._leap(-leap if earlier else leap)
            if not stated:
                cost += self._omission(past, node, leap)
            if self.origin.story and not stated and self._is_bare_year(past):
                cost += self.costs.bare
            distance += not past.aside
            if cost < result[0]:
                result = (cost, past)
        if self.origin.story:
            leap = timeline.gap(self.origin.span, node.span)
            cost = self.costs.release + tie * self.costs.onwards * timeline.effort(leap)
            if cost < result[0]:
                result = (cost, self.origin)
        return result

    def _omission(self, past: Node, node: Node, leap: float) -> float:
        """Return what speaks against leaving out a year that was not the last one told.

        From one month to the next a story slips into a new year unnoticed, but not behind a year that was named.
        """
        if past.reading is None or node.reading is None or past.reading.digits < 4:
            return 0.0
        if 0 <= leap < self.costs.soon and (past.reading.grain != "Y" or past.reading.mod == "END"):
            return 0.0
        years = abs((past.reading.year or 0) - (node.reading.year or 0))
        return self.costs.omitted * min(years, 2) + (self.costs.passed if self._passes(past, node) else 0.0)

    def _passes(self, past: Node, node: Node) -> bool:
        """Tell whether a day or month leaves the year that the last one stated, though it lies ahead in that year."""
        if past.aside or past.index < 0 or past.reading is None or node.reading is None:
            return False
        stated = self.items[past.index].reading
        if not stated.complete or stated.grain not in ("D", "M") or past.reading.year == node.reading.year:
            return False
        same = replace(node.reading, year=past.reading.year)
        return timeline.gap(past.span, timeline.stretch(same)) >= 0

    def _is_bare_year(self, past: Node) -> bool:
        """Tell whether a date is a year named in passing ("the treaty of 1999"), not one that the text counted to."""
        stated = past.index >= 0 and self.items[past.index].reading
        return bool(stated and stated.complete and stated.grain == "Y")

    def _leap(self, leap: float) -> float:
        """Return the cost of so many years onwards or, negative, back."""
        if leap == 0:
            return self.costs.overlap
        if leap > 0:
            return self.costs.onwards * timeline.effort(leap)
        return self.costs.turn + self.costs.back * timeline.effort(leap)

    @staticmethod
    def _is_start(before: Node) -> bool:
        return next(walk(before, 1), None) is None

    def _years(self, index: int, *, decades: bool = False) -> list[int]:
        """Return the years (and `decades`) that the document names around item `index`, with their neighbours."""
        at = bisect_left(self.fixed, index)
        near = self.fixed[max(0, at - self.costs.window) : at + self.costs.window]
        years: set[int] = {self.published.year} if self.published else set()
        for fixed in near:
            reading = self.items[fixed].reading
            if reading.year is not None and (reading.digits == 4 or decades):
                years.add(reading.year)
        if self.news and self.published is not None:
            years &= set(range(self.published.year - 2, self.published.year + 3))
        return sorted({year + step for year in years for step in (-1, 0, 1)})

    def _shifted(self, index: int, item: Item, before: Node) -> Node:
        reading = item.reading
        if item.apposed:
            apposed = self._apposed(index, item, before)
            if apposed is not None:
                return Node(apposed, before.cost, before, index, reason="names the date beside it")
        told = last_day(before, 5) if self.news and reading.unit == "D" else ()
        if not told and self.published and reading.unit == "D" and before.reading is not None:
            told = (before,)
        last = self._without_aside(before) if (reading.direction, reading.unit) == (0, "D") else before
        latest = next(walk(last, 1), None)
        story = at_hand(before) if reading.form == "told" else walk(last, self.costs.memory)
        for past in (*told, *story):
            if reading.direction > 0 and item.tie <= 1 and self._looked_back(past):
                continue
            if not told and latest and reading.unit in ("D", "W") and timeline.gap(latest.span, past.span):
                break
            if item.told and reading.direction == 0 and reading.unit == "D" and self._is_to_come(past):
                break
            moved = shifts.move(past.reading, reading)
            if moved is not None:
                reason = "counted from the last date told that is precise enough"
                return Node(moved, before.cost, before, index, aside=reading.direction < 0, anchor=past, reason=reason)
        moved = shifts.move(self.origin.reading, reading)
        if reading.unit == "WE" and self.published is not None:
            moved = shifts.weekend(self.published)
        return Node(moved, before.cost, before, index, story=False, reason="counted from the day of publication")

    def _without_aside(self, node: Node) -> Node:
        """Return the node without a year that only looks back: "on 5 May 1952, … since 1945. The same day"."""
        latest, told = (*walk(node, 2), None, None)[:2]
        if latest and latest.back and told and told.reading and told.reading.day and self._is_bare_year(latest):
            return latest.back if timeline.gap(latest.span, told.span) > 0 else node
        return node

    def _looked_back(self, past: Node) -> bool:
        """Tell whether a date was counted back in passing: "the war that had begun two years earlier"."""
        return past.index >= 0 and past.aside and self.items[past.index].reading.kind == "shift"

    def _is_to_come(self, past: Node) -> bool:
        """Tell whether a date lies behind the day of publication, so that nothing can have been done on it."""
        return self.published is not None and timeline.gap(self.origin.span, past.span) > 0

    def _told(self, index: int, item: Item, before: Node) -> Node:
        """Count "next summer" or "last year" from the story, as a narrator does who quotes."""
        for past in walk(before, self.costs.memory):
            if past.reading is None:
                continue
            day = timeline.as_day(past.reading)
            if item.reading.weekday is not None or item.reading.form == "today":
                moved = (
                    timeline.of_day(shifts.weekday_near(day, item.reading, ahead=True))
                    if day and item.reading.weekday
                    else None
                )
            elif item.reading.month is not None or item.reading.part:
                moved = shifts.nearest(past.span, past.reading.year or 0, item.reading)
            else:
                moved = shifts.move(past.reading, item.reading)
            if moved is not None:
                return Node(
                    moved, before.cost, before, index, story=False, anchor=past, reason="counted from the story"
                )
        return Node(None, before.cost, before, index, story=False)

    def _apposed(self, index: int, item: Item, before: Node) -> Reading | None:
        """Return the date that stands beside a shift, to the precision of its unit."""
        beside = before.reading if item.apposed < 0 else self.items[index + 1].reading
        if beside is None or not beside.complete:
            return None
        moved = timeline.shift(beside, item.reading.unit, 0)
        moved = timeline.within(moved, item.reading) if moved and item.reading.day else moved
        return replace(moved, time=item.reading.time) if moved else None

    def _resolution(self, node: Node, layer: list[Node]) -> Resolution:
        anchor = node.anchor.index if node.anchor is not None and node.anchor.index >= 0 else None
        rivals = tuple(
            Rival(other.reading, other.anchor.index if other.anchor and other.anchor.index >= 0 else None,
                  f"would make the story jump farther (cost {other.cost:.1f} against {node.cost:.1f})")
            for other in layer
            if other is not node and other.reading is not None and other.reading != node.reading
        )  # fmt: skip
        # What is complete in itself needs no reason.
        reason = "" if self.items[node.index].reading.complete else node.reason or "the story goes on from here"
        return Resolution(node.reading, anchor, reason, rivals[:3], self._near(node))

    @staticmethod
    def _near(node: Node) -> Reading | None:
        past = next(walk(node, 1), None) if node.reading is None else None
        return past.reading if past else None
