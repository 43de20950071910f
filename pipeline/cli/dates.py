"""`accords dates`: the dates of one text, as calendar dates or as TIMEX3."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.console import say

if TYPE_CHECKING:
    from pipeline.records import Source

    Row = dict[str, str | int]

STANDARD_INPUT = Path("-")


class Format(StrEnum):
    """What is labelled: calendar dates with EDTF values, or all expressions of time with TIMEX3 values."""

    EDTF = "edtf"
    TIMEX3 = "timex3"


class Reading(StrEnum):
    """What a text is read as."""

    NARRATIVE = "narrative"
    NEWS = "news"


def dates(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text file, or - for standard input.")],
    form: Annotated[Format, typer.Option("--format", help="EDTF calendar dates, or TIMEX3.")] = Format.EDTF,
    reading: Annotated[
        Reading | None, typer.Option(help="How TIMEX3 reads the text; news if it has a day of publication.")
    ] = None,
    published: Annotated[str, typer.Option(metavar="DATE", help="The day of publication, as 2014-03-05.")] = "",
    month_first: Annotated[bool, typer.Option("--month-first", help="Read 03/04/2005 as March 4.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object per date and line.")] = False,
) -> None:
    """Print the dates of a text, with their places and what they were resolved to.

    What is a date but cannot be placed on the calendar is said on standard error.

    Examples:

    - `accords dates raw/venezuela.txt`

    - `accords dates --format timex3 --published 2014-03-05 news.txt --json`

    - `echo "They met last year." | accords dates - --published 2014-03-05`
    """
    source = _source(file, _checked(published))
    if form is Format.TIMEX3:
        rows = _timex3_rows(source, reading, day_first=not month_first)
    else:
        rows = _edtf_rows(source, day_first=not month_first)
    if as_json:
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
    else:
        _print_table(list(rows))


def _checked(published: str) -> str:
    try:
        return date.fromisoformat(published).isoformat() if published else ""
    except ValueError as error:
        raise typer.BadParameter(f"{published!r} is no date such as 2014-03-05", param_hint="--published") from error


def _source(file: Path, published: str) -> Source:
    """Read the file, with what documents.csv beside it says of its publication unless that is given."""
    from dataclasses import replace

    from pipeline.read import MetadataFiles, read
    from pipeline.read.decode import decode
    from pipeline.records import Source

    if file == STANDARD_INPUT:
        text, _ = decode(sys.stdin.buffer.read(), Path("standard input"))
        return Source(id="-", path="-", sha256="", text=text, published=published)
    metadata, _ = MetadataFiles().of(file, file.parent)
    source = read(file, file.parent, metadata)
    return replace(source, published=published or source.published)


def _edtf_rows(source: Source, *, day_first: bool) -> Iterable[Row]:
    from pipeline import language
    from pipeline.dates import find
    from pipeline.split import split

    mentions, issues = find(source, split(source, language.reader().read(source.text)), day_first=day_first)
    for mention in mentions:
        spanned = mention.spanned
        yield {
            "start": mention.start, "end": mention.end, "text": mention.text, "value": mention.value,
            "earliest": spanned.earliest, "latest": spanned.latest, "precision": spanned.precision,
            "rule": mention.rule,
        }  # fmt: skip
    for issue in issues:
        say(f"{issue.start}-{issue.end} {issue.code}: {issue.message}")


def _timex3_rows(source: Source, reading: Reading | None, *, day_first: bool) -> Iterable[Row]:
    from pipeline.dates import timex3

    mode: timex3.Mode | None = None if reading is None else "news" if reading is Reading.NEWS else "narrative"
    for timex in timex3.find(source.text, source.published or None, mode, day_first=day_first):
        yield asdict(timex)


def _print_table(rows: Sequence[Row]) -> None:
    """Print rows in columns; numbers to the right."""
    if not rows:
        say("no dates found")
        return
    cells = [list(rows[0]), *([" ".join(str(value).split()) for value in row.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    numeric = [isinstance(value, int) for value in rows[0].values()]
    for line in cells:
        aligned = zip(line, widths, numeric, strict=True)
        padded = (cell.rjust(width) if right else cell.ljust(width) for cell, width, right in aligned)
        typer.echo("  ".join(padded).rstrip())
