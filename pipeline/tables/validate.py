"""Hold records and rows against the texts and the schema before they are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.records import Extraction
from pipeline.tables.rows import Cell, Row, build
from pipeline.tables.schema import TABLES, Column, Table

CELL_TYPES: dict[str, tuple[type, ...]] = {"string": (str,), "integer": (int,), "number": (int, float)}


def validate(rows: Mapping[str, Sequence[Row]]) -> None:
    """Check cells, primary keys and foreign keys.

    Raises ValueError with table, row (from 1) and column: a fault of the program, not of the input.
    """
    for table in TABLES:
        for number, row in enumerate(rows[table.name], start=1):
            _check_row(table, number, row)
        _check_keys(table, rows)


def check_extraction(extraction: Extraction) -> None:
    """Hold the records of one document against its text and the schema, so that a fault costs this document only.

    Raises ValueError with the span, id or cell: a fault of the stage that made it. The accounts need not be
    reconciled.
    """
    _check_quotes(extraction)
    _check_repetition(extraction)
    accounts = tuple(replace(account, agreement_id=account.account_id) for account in extraction.accounts)
    rows = build([replace(extraction, accounts=accounts)], [])
    for table in TABLES:
        for number, row in enumerate(rows[table.name], start=1):
            _check_row(table, number, row)


def _check_quotes(extraction: Extraction) -> None:
    source = extraction.source
    mentions = [*extraction.dates, *extraction.organizations]
    mentions += [mention for account in extraction.accounts for mention in (account.mention, *account.mentions)]
    for mention in mentions:
        quoted = source.text[mention.start : mention.end]
        if quoted != mention.text:
            place = f"{mention.start}:{mention.end} by rule {mention.rule}"
            raise ValueError(f"the mention {mention.text!r} at {place} is {quoted!r} in the text")


def _check_repetition(extraction: Extraction) -> None:
    ids = [account.account_id for account in extraction.accounts]
    if len(set(ids)) < len(ids):
        raise ValueError(f"two accounts have the id {max(ids, key=ids.count)}")
    for name, flat in (("date", extraction.dates), ("organization", extraction.organizations)):
        span, times = next(iter(Counter((mention.start, mention.end) for mention in flat).most_common(1)), (None, 0))
        if span and times > 1:
            raise ValueError(f"two {name} mentions at {span[0]}:{span[1]}")


def _check_row(table: Table, number: int, row: Row) -> None:
    if len(row) != len(table.columns):
        raise ValueError(f"{table.name}.csv row {number} has {len(row)} cells for {len(table.columns)} columns")
    for column, cell in zip(table.columns, row, strict=True):
        fault = _cell_fault(column, cell)
        if fault:
            raise ValueError(f"{table.name}.csv row {number}, column {column.name}: {cell!r} {fault}")


def _cell_fault(column: Column, cell: Cell) -> str:
    if cell is None or cell == "":
        return "is missing" if column.required else ""
    if not isinstance(cell, CELL_TYPES[column.type]):
        return f"is no {column.type}"
    if column.enum and cell not in column.enum:
        return f"is none of {', '.join(column.enum)}"
    if column.pattern and not re.fullmatch(column.pattern, str(cell)):
        return f"is not of the form {column.pattern}"
    if column.minimum is not None and float(cell) < column.minimum:
        return f"is below {column.minimum}"
    if column.maximum is not None and float(cell) > column.maximum:
        return f"is above {column.maximum}"
    return ""


def _check_keys(table: Table, rows: Mapping[str, Sequence[Row]]) -> None:
    if table.primary_key:
        places = [table.header.index(name) for name in table.primary_key]
        seen: set[tuple[Cell, ...]] = set()
        for row in rows[table.name]:
            key = tuple(row[place] for place in places)
            if key in seen:
                raise ValueError(f"{table.name}.csv has two rows with the key {key}")
            seen.add(key)
    for column, (other, other_column) in table.references.items():
        target = next(one for one in TABLES if one.name == other)
        known = {row[target.header.index(other_column)] for row in rows[other]}
        dangling = {row[table.header.index(column)] for row in rows[table.name]} - known - {"", None}
        if dangling:
            raise ValueError(f"{table.name}.csv names a {column} {min(map(str, dangling))!r} that {other}.csv lacks")
