"""The dates that a decoder has told so far, as a chain of nodes that is walked back from the latest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.dates import timeline
from pipeline.dates.costs import FAR
from pipeline.dates.readings import Reading


@dataclass(slots=True, eq=False)
class Node:
    """An expression with one of its readings: what it cost to come there, and from which node."""

    reading: Reading | None
    cost: float
    back: Node | None
    index: int
    story: bool = True
    aside: bool = False
    anchor: Node | None = None
    reason: str = ""
    span: tuple[float, float] = field(init=False, default=(0.0, 0.0))

    def __post_init__(self) -> None:
        if self.reading is not None:
            self.span = timeline.stretch(self.reading)


def walk(node: Node, limit: int) -> Iterator[Node]:
    """Yield the last `limit` dates of the story up to `node`, the latest first."""
    current: Node | None = node
    walked = 0
    while current is not None and limit > 0 and walked < 40:
        if current.story and current.reading is not None:
            yield current
            limit -= 1
        current = current.back
        walked += 1


def at_hand(node: Node) -> Iterator[Node]:
    """Yield the last dates of the story but for years named in passing, far from what was told before them."""
    told = list(walk(node, 6))
    for past, before in zip(told, [*told[1:], None], strict=True):
        if before is None or before.index < 0 or abs(timeline.gap(before.span, past.span)) < FAR:
            yield past


def last_day(node: Node, reach: int) -> tuple[Node, ...]:
    """Return the last day that was told, of the story or not, among the last `reach` expressions with a date."""
    current: Node | None = node
    for _ in range(40):
        if current is None or current.index < 0 or reach == 0:
            return ()
        if current.reading is not None:
            if current.reading.day is not None:
                return (current,)
            reach -= 1
        current = current.back
    return ()
