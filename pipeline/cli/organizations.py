"""`accords organizations`: the organizations that a text names, and on request all other names."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.console import out

if TYPE_CHECKING:
    from pipeline.records import NameMention

COLUMNS = ("start", "end", "kind", "text", "value", "category", "country", "rule")


class Kind(StrEnum):
    """What is asked for."""

    organization = "organization"
    country = "country"
    place = "place"
    person = "person"
    mission = "mission"
    all = "all"


def organizations(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text.")],
    kind: Annotated[Kind, typer.Option(help="Other names: states, places, people, missions.")] = Kind.organization,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    model: Annotated[str, typer.Option(metavar="NAME", help="The spaCy pipeline that reads English.")] = "accords",
) -> None:
    """Print the organizations that a text names: where, their canonical names, and the rule that found each.

    Offsets count characters from 0, the end not included.

    Examples:

    - `accords organizations raw/venezuela.txt`

    - `accords organizations raw/venezuela.txt --kind all --json`
    """
    from pipeline import language
    from pipeline import organizations as stage
    from pipeline.read import read
    from pipeline.split import split

    source = read(file, file.parent)
    reader = language.reader(model)
    doc = reader.name(reader.read(source.text))
    mentions, _ = stage.find(source, doc, split(source, doc))
    wanted = [mention for mention in mentions if kind in (mention.kind, Kind.all)]
    if as_json:
        for mention in wanted:
            typer.echo(json.dumps(asdict(mention), ensure_ascii=False))
    else:
        _print_table(wanted)


def _print_table(mentions: list[NameMention]) -> None:
    """Print aligned columns, none of which is cut: a line that is too long for a terminal is still whole."""
    rows = [[" ".join(str(getattr(mention, column)).split()) or "–" for column in COLUMNS] for mention in mentions]
    widths = [max(map(len, column)) for column in zip(COLUMNS, *rows, strict=True)]
    for row in [COLUMNS, *rows]:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        out().print("  ".join(cells).rstrip(), markup=False)
