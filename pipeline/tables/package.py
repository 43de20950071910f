"""The files of a result: tables as CSV, `datapackage.json` describing them, `manifest.json` on what made them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files as package_files
from importlib.resources.abc import Traversable
from typing import Any

from pipeline.tables.rows import Cell, Row
from pipeline.tables.schema import TABLES, Column, Table
from pipeline.tables.validate import validate
from pipeline.version import __version__

LINE_END = "\r\n"  # RFC 4180
RULE_SUFFIXES = (".toml", ".csv")


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a result was made of. `inputs` are SHA-256 by path, `sources` where texts were published, by document."""

    model: str
    model_version: str
    inputs: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


def files(rows: Mapping[str, Sequence[Row]], provenance: Provenance) -> dict[str, bytes]:
    """Return the files of a result by name, after holding the rows against the schema.

    Raises ValueError for rows that break it.
    """
    validate(rows)
    result = {f"{table.name}.csv": _csv(table, rows[table.name]) for table in TABLES}
    result["datapackage.json"] = _json(_descriptor(provenance))
    result["manifest.json"] = _json(_manifest(provenance))
    return result


def _csv(table: Table, rows: Sequence[Row]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator=LINE_END)
    writer.writerow(table.header)
    writer.writerows([_write(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8")


def _write(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:.3f}".rstrip("0").rstrip(".") if isinstance(cell, float) else str(cell)


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _descriptor(provenance: Provenance) -> dict[str, Any]:
    descriptor: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "accords",
        "title": "Agreements between states, read from texts",
        "description": "Dates, organizations and agreements, each tied to the characters of the text that say so.",
        "version": __version__,
        "resources": [_resource(table) for table in TABLES],
    }
    if provenance.sources:
        items = sorted(provenance.sources.items())
        descriptor["sources"] = [{"title": f"{document}: {source}"} for document, source in items]
    return descriptor


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    if table.references:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [other_column]}}
            for column, (other, other_column) in table.references.items()
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": LINE_END},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.enum:
        constraints["enum"] = list(column.enum)
    if column.pattern:
        constraints["pattern"] = f"^(?:{column.pattern})$"
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    described: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    return described | ({"constraints": constraints} if constraints else {})


def _manifest(provenance: Provenance) -> dict[str, Any]:
    return {
        "accords": __version__,
        "model": {"name": provenance.model, "version": provenance.model_version},
        "rules": dict(sorted(_rule_hashes(package_files("pipeline"), ""))),
        "inputs": dict(sorted(provenance.inputs.items())),
    }


def _rule_hashes(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    hashes: list[tuple[str, str]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            hashes += _rule_hashes(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(RULE_SUFFIXES):
            hashes.append((f"{prefix}{entry.name}", hashlib.sha256(entry.read_bytes()).hexdigest()))
    return hashes
