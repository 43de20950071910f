"""Pair labels with rows, one to one, so that the pairs together fit best."""

from __future__ import annotations

from collections.abc import Sequence

Weights = Sequence[Sequence[float]]


def assign(weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs (row, column) of the largest total weight, in the order of the rows.

    `weights[row][column]` is above 0 where the two may be paired, 0 where they may not. No row and no column is
    paired twice. Equal totals are decided by order, so the outcome never depends on chance.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        columns = assign(list(zip(*weights, strict=True)))
        return sorted((row, column) for column, row in columns)
    pairs = _cheapest([[-weight for weight in row] for row in weights])
    return [(row, column) for row, column in pairs if weights[row][column] > 0]


def _cheapest(costs: Weights) -> list[tuple[int, int]]:
    """Pair every row with a column at the least total cost; there are at least as many columns as rows.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957). Rows and columns count from 1 here, 0 is
    the place of the row that is being added.
    """
    rows, columns = len(costs), len(costs[0])
    row_potential, column_potential = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of, previous = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0], column = row, 0
        slack, seen = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while row_of[column]:
            seen[column] = True
            current = row_of[column]
            for other in range(1, columns + 1):
                reduced = costs[current - 1][other - 1] - row_potential[current] - column_potential[other]
                if not seen[other] and reduced < slack[other]:
                    slack[other], previous[other] = reduced, column
            nearest = min((other for other in range(1, columns + 1) if not seen[other]), key=slack.__getitem__)
            delta = slack[nearest]
            for other in range(columns + 1):
                if seen[other]:
                    row_potential[row_of[other]] += delta
                    column_potential[other] -= delta
                else:
                    slack[other] -= delta
            column = nearest
        while column:
            row_of[column] = row_of[previous[column]]
            column = previous[column]
    return sorted((row_of[column] - 1, column - 1) for column in range(1, columns + 1) if row_of[column])
