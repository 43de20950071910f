"""What a document as a whole says about the agreements in it: the pair it is about, its dateline, its host."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pipeline.agreements.units import MARK, Sentence
from pipeline.records import DateMention, NameMention, Source, Span

OPENING = 6  # passages in which a dateline stands


@dataclass(frozen=True, slots=True)
class Context:
    """`pair` are the codes of the states that the document is about, the mentions that show it in `pair_spans`.

    `dateline` is the date under which the document was issued, as the text gives it; `venue` the place where its
    meeting was held or from which it was sent.
    """

    pair: tuple[str, ...]
    pair_spans: tuple[Span, ...]
    dateline: DateMention | None
    venue: NameMention | None


def read_context(source: Source, rows: list[Sentence]) -> Context:
    """Read the context off the whole document."""
    pair, spans = _pair(rows)
    return Context(pair, spans, _dateline(source, rows), _venue(rows))


def country_of(name: NameMention) -> str:
    """Return the state that a mention of a country, capital or person speaks for, "" if none."""
    return name.value if name.kind == "country" else name.country


def _pair(rows: list[Sentence]) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Return the two states that are named most; those of the headings and the first paragraph count more."""
    weights: Counter[str] = Counter()
    spans: dict[str, Span] = {}
    for row in rows:
        opening = 3 if row.number == 0 else 2 if row.is_heading or row.number < OPENING else 1
        for _, name in row.names("country", "person"):
            code = country_of(name)
            if code:
                weights[code] += opening
                spans.setdefault(code, Span(name.start, name.end))
    ranked = sorted(weights, key=lambda code: (-weights[code], spans[code].start))
    if len(ranked) < 2:
        return (), ()
    # A third state that is named about as often as the second makes "the two countries" a guess.
    if len(ranked) > 2 and weights[ranked[2]] > 0.8 * weights[ranked[1]] and weights[ranked[1]] > 4:
        first_named = sorted(ranked[:3], key=lambda code: spans[code].start)[:2]
        if set(first_named) != set(ranked[:2]):
            return (), ()
    pair = tuple(sorted(ranked[:2]))
    return pair, tuple(spans[code] for code in pair)


def _dateline(source: Source, rows: list[Sentence]) -> DateMention | None:
    """Return the date that stands alone in a line near the top or at the end, or behind a place in front of a dash."""
    for row in rows[:OPENING]:
        for i, date in row.dates():
            if date.spanned.precision != "day":
                continue
            words = [unit for unit in row.units if unit.kind != MARK and unit.mention is None]
            if len(words) <= 2 and len(row.units) <= 8:
                return date
            if i <= 8 and _is_dash_behind(row, i):
                return date
    if len(rows) > OPENING and len(rows[-1].units) <= 4:
        dates = [date for _, date in rows[-1].dates() if date.spanned.precision == "day"]
        return dates[0] if dates else None
    del source
    return None


def _is_dash_behind(row: Sentence, i: int) -> bool:
    behind = [unit.text for unit in row.units[i + 1 : i + 4]]
    return any(text in {"–", "—", "-", "--", ")"} for text in behind)


def _venue(rows: list[Sentence]) -> NameMention | None:
    """Return the place of the meeting that a press release reports: "X hosts talks", "talks were held in X"."""
    for row in rows[:OPENING]:
        lowers = [unit.lower for unit in row.units]
        if not any(word in lowers for word in MEETING):
            continue
        for i, place in row.names("place", "country"):
            if place.kind == "country" and place.category not in {"seat", "capital", "government"}:
                continue
            hosts = i + 1 < len(row.units) and row.units[i + 1].lower in {"hosts", "hosted"}
            held = "held" in lowers or "met" in lowers or "meeting" in lowers
            if hosts or (
                (held and i > 0 and row.units[max(0, i - 2)].lower in {"in", "at"})
                or row.units[i - 1].lower in {"in", "at"}
            ):
                return place
    return None


MEETING = frozenset(
    "talks held met meeting summit hosts hosted negotiations visit visits ceremony consultations".split()
)
