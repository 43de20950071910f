"""Chains of tags: how likely each tag of each word is, and which chain is the best, for many texts at once.

A name is a word by itself (U) or begins (B), goes on (I) and ends (L); O is outside. What may follow what is fixed, how
well it follows is learned (a linear-chain conditional random field). Chains begin and end outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Number = TypeVar("Number", bound=np.generic)

OUTSIDE = 0
PLACES = "BILU"
MISSING = -1  # the annotators left the word open: every tag is right
NEVER = np.float32(-1e4)
SLACK = 0.1  # far more than sums of single precision are off by


def tag_names(labels: Sequence[str]) -> list[str]:
    """Return the names of the tags for `labels`, OUTSIDE first."""
    return ["O", *(f"{place}-{label}" for label in labels for place in PLACES)]


def allowed(labels: int) -> Flags:
    """Return which tag may follow which, for a number of labels."""
    places = np.array(["O", *PLACES * labels])
    names = np.array([0, *np.repeat(np.arange(1, labels + 1), len(PLACES))])
    closed, fresh = np.isin(places, list("OLU")), np.isin(places, list("OBU"))
    inside = np.isin(places, list("BI"))[:, None] & np.isin(places, list("IL"))[None] & (names[:, None] == names[None])
    possible: Flags = (closed[:, None] & fresh[None]) | inside
    return possible


class Learned(NamedTuple):
    """What a batch teaches: the loss, and its gradients by the scores of the words and of the successions."""

    loss: float
    scores: Floats
    follows: Floats


def learn(scores: Floats, follows: Floats, gold: Ints, lengths: Sequence[int]) -> Learned:
    """Compare the chains that `scores` make likely with those that `gold` allows.

    `scores` has a row for each word of all texts, `follows` a score for each succession of two tags (NEVER for those
    that cannot be), `gold` a tag for each word or MISSING; `lengths` are those of the texts.
    """
    count, tags = scores.shape
    right = (gold[:, None] == np.arange(tags)) | (gold == MISSING)[:, None]
    both = np.concatenate([scores, np.where(right, scores, NEVER)])
    best = both.max(axis=1)
    likely, pairs, masses = _marginals(np.exp(both - best[:, None]), np.exp(follows), [*lengths, *lengths])
    half = len(lengths)
    loss = float((masses[:half] - masses[half:]).sum() + best[:count].sum() - best[count:].sum())
    return Learned(loss, likely[:count] - likely[count:], pairs[0] - pairs[1])


def _marginals(weights: Floats, follows: Floats, lengths: Sequence[int]) -> tuple[Floats, Floats, Floats]:
    """Return the chance of each tag of each word, the expected successions in either half of the texts, and log masses.

    `weights` and `follows` are factors here, not scores.
    """
    grid = Grid(lengths)
    tags = weights.shape[1]
    steps, texts = len(grid.widths), len(lengths)
    factors = grid.spread(weights)
    ahead = np.zeros((steps + 1, texts, tags), dtype=np.float32)
    ahead[0, :, OUTSIDE] = 1
    sums = np.ones((steps, texts), dtype=np.float32)
    for step, width in enumerate(grid.widths):
        mass = (ahead[step, :width] @ follows) * factors[step, :width]
        sums[step, :width] = mass.sum(axis=1)
        ahead[step + 1, :width] = mass / sums[step, :width, None]
    behind = np.zeros((steps, texts, tags), dtype=np.float32)
    inward = np.zeros((steps, texts, tags), dtype=np.float32)
    ends = np.repeat(follows[None, :, OUTSIDE], texts, axis=0)
    totals = np.zeros(texts, dtype=np.float32)
    before = 0
    for step in range(steps - 1, -1, -1):
        width = grid.widths[step]
        if step + 1 < steps:
            behind[step, :before] = inward[step + 1, :before] @ follows.T
        behind[step, before:width] = ends[before:width]
        totals[before:width] = (ahead[step + 1, before:width] * ends[before:width]).sum(axis=1)
        behind[step, before:width] /= totals[before:width, None]
        inward[step, :width] = behind[step, :width] * factors[step, :width] / sums[step, :width, None]
        before = width
    likely = grid.gather(ahead[1:] * behind)
    first = np.isin(grid.order, np.arange(texts // 2))
    pairs = [
        _pairs(ahead[:-1, half], inward[:, half], follows) + _last(grid, ahead, ends, totals, half)
        for half in (first, ~first)
    ]
    masses = np.empty(texts, dtype=np.float32)
    masses[grid.order] = np.log(sums).sum(axis=0) + np.log(totals)
    return likely, np.stack(pairs), masses


def _pairs(ahead: Floats, inward: Floats, follows: Floats) -> Floats:
    tags = len(follows)
    expected: Floats = follows * (ahead.reshape(-1, tags).T @ inward.reshape(-1, tags))
    return expected


def _last(grid: Grid, ahead: Floats, ends: Floats, totals: Floats, half: Flags) -> Floats:
    """Return the expected successions from the last word of each text to the outside."""
    expected = np.zeros((ends.shape[1], ends.shape[1]), dtype=np.float32)
    last = ahead[grid.ends[half], np.flatnonzero(half)] * ends[half] / totals[half, None]
    expected[:, OUTSIDE] = last.sum(axis=0)
    return expected


class Grid:
    """Texts side by side, the longest first: a row for each place, a column for each text."""

    def __init__(self, lengths: Sequence[int]) -> None:
        sizes = np.asarray(lengths, dtype=np.int64)
        self.order = np.argsort(-sizes, kind="stable")
        self.ends = sizes[self.order]
        longest = int(self.ends[0]) if len(sizes) else 0
        # How many texts have a word at a place.
        self.widths: list[int] = np.searchsorted(-self.ends, -np.arange(longest), side="left").tolist()
        starts = np.cumsum(sizes) - sizes
        columns = np.empty_like(self.order)
        columns[self.order] = np.arange(len(sizes))
        self._column = np.repeat(columns, sizes)
        self._row = np.arange(int(sizes.sum())) - np.repeat(starts, sizes)

    def spread(self, values: Floats) -> Floats:
        """Return rows of words in the form of the grid."""
        spread = np.zeros((len(self.widths), len(self.order), values.shape[1]), dtype=np.float32)
        spread[self._row, self._column] = values
        return spread

    def rows(self, bounds: Ints) -> Ints:
        """Return the row of each word where those of a place follow each other, from `bounds` of the place on."""
        rows: Ints = bounds[self._row] + self._column
        return rows

    def gather(self, grid: NDArray[Number]) -> NDArray[Number]:
        """Return the words of a grid, in the order of the texts."""
        return grid[self._row, self._column]


def best(scores: Floats, follows: Floats, lengths: Sequence[int]) -> Ints:
    """Return the tag of each word in the best chain of each text."""
    grid = Grid(lengths)
    # The words of a place in one run: a grid would be padded for the longest text, and most of it be empty.
    bounds = np.cumsum([0, *grid.widths])
    reached = np.empty_like(scores)
    rows = grid.rows(bounds)
    reached[rows] = scores
    steps = list(pairwise(bounds.tolist()))
    for step, (start, end) in enumerate(steps):
        if step:
            before = steps[step - 1][0]
            reached[start:end] += (reached[before : before + end - start, :, None] + follows).max(axis=1)
        else:
            reached[start:end] += follows[OUTSIDE]
    # On the way back the tag behind says which way was the best: only one of them need be looked at again.
    leads = np.ascontiguousarray(follows.T)
    at = np.full(len(lengths), OUTSIDE, dtype=np.int64)
    chosen = np.empty(len(scores), dtype=np.int64)
    for start, end in reversed(steps):
        width = end - start
        at[:width] = (reached[start:end] + leads[at[:width]]).argmax(axis=1)
        chosen[start:end] = at[:width]
    return chosen[rows]


def coverable(scores: Floats, follows: Floats) -> Flags:
    """Return the words that a name of the best chain can cover; all others are outside.

    The best chain has a name only where it scores no less than the same chain that is outside there. What a name gains
    over that is at most the sum of what its words gain, each with the best succession that it can stand in.
    """
    labels = (scores.shape[1] - 1) // len(PLACES)
    first, inner, last, unit = (1 + np.arange(labels) * len(PLACES) + place for place in range(len(PLACES)))
    closed, fresh = [OUTSIDE, *last, *unit], [OUTSIDE, *first, *unit]
    opening = (follows[closed] - follows[closed, OUTSIDE, None]).max(axis=0)
    closing = (follows[:, fresh] - follows[OUTSIDE, fresh]).max(axis=1)
    within = follows - follows[OUTSIDE, OUTSIDE]
    gains = scores.astype(np.float64) - scores[:, [OUTSIDE]]
    begins = gains[:, first] + opening[first] + np.maximum(0, within[first, inner] - within[inner, inner])
    goes_on = gains[:, inner] + within[inner, inner]
    ends = gains[:, last] + closing[last] + np.maximum(within[first, last], within[inner, last])
    singles = gains[:, unit] + opening[unit] + closing[unit]
    # With running sums the best name that begins at a word or before it and ends behind it is found at once.
    sums = np.concatenate([np.zeros((1, labels)), np.cumsum(goes_on, axis=0)])
    begun = np.maximum.accumulate(begins - sums[1:])
    ended = np.maximum.accumulate((ends + sums[:-1])[::-1])[::-1]
    longer = (begun[:-1] + ended[1:]).max(axis=1) > -SLACK
    found: Flags = singles.max(axis=1) > -SLACK
    found[:-1] |= longer
    found[1:] |= longer
    return found
