"""What makes a story harder to believe: the only numbers of the decoder, set on half of the development documents."""

from __future__ import annotations

from dataclasses import dataclass

FAR = 20  # years between dates of which one is named in passing


@dataclass(frozen=True, slots=True)
class Costs:
    """What makes a story harder to believe. `window` and `beam` bound the work, `memory` how far asides reach.

    `omitted` counts against a year that was left out; `passed` against leaving the year of a day or month that was told
    with it, though the next lies ahead in the same year: after "1 March 1845", 29 December is of 1845.
    `renamed` counts against another year for a day that was told in full before.
    """

    onwards: float = 1.2
    back: float = 1.0
    turn: float = 1.5
    aside: float = 1.0
    recall: float = 1.6
    weekday: float = 4.0
    overlap: float = 0.2
    stated: float = 0.8
    stated_news: float = 0.3
    omitted: float = 1.0
    passed: float = 1.5
    renamed: float = 2.5
    soon: float = 0.35
    release: float = 0.0
    bare: float = 2.0
    news: float = 1.5
    unforeseen: float = 2.0
    section: float = 1.8
    window: int = 12
    beam: int = 6
    memory: int = 4
