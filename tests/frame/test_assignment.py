from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.check.assignment import assign

CASES = {
    "nothing": ([], []),
    "no columns": ([[]], []),
    "forbidden": ([[0.0]], []),
    "one": ([[1.0]], [(0, 0)]),
    "the best pair gives way to two": ([[3.0, 2.0], [2.0, 0.0]], [(0, 1), (1, 0)]),
    "more rows": ([[1.0], [2.0], [1.5]], [(1, 0)]),
    "more columns": ([[1.0, 3.0, 2.0]], [(0, 1)]),
    "equal ones go by order": ([[1.0, 1.0], [1.0, 1.0]], [(0, 0), (1, 1)]),
}


@pytest.mark.parametrize(("weights", "pairs"), CASES.values(), ids=CASES)
def test_assign(weights, pairs):
    assert assign(weights) == pairs


@st.composite
def matrices(draw):
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    cell = st.sampled_from([0.0, 1.0, 2.0, 5.0, 9.0])
    return [[draw(cell) for _ in range(columns)] for _ in range(rows)]


@settings(max_examples=200, deadline=None)
@given(matrices())
def test_total_is_the_largest_there_is(weights):
    pairs = assign(weights)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    size = max(len(weights), len(weights[0]))
    padded = [[*row, *[0.0] * (size - len(row))] for row in weights] + [[0.0] * size] * (size - len(weights))
    best = max(sum(padded[row][column] for row, column in enumerate(order)) for order in permutations(range(size)))
    assert sum(weights[row][column] for row, column in pairs) == best
