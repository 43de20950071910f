"""`accords run`: texts in, tables out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.console import out, progress, say_error
from pipeline.errors import OutputError

if TYPE_CHECKING:
    from pipeline.read import Found
    from pipeline.tables import Row, Tables

DEFAULT_MAX_MB = 2.0
SHOWN_FAULTS = 20
# Issues that are errors of the input; the others are about what a text says.
FAULT_CODES = frozenset({"unreadable", "internal-error", "metadata"})


def run(
    inputs: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Folders of texts, or single texts.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write to.")],
    model: Annotated[str, typer.Option(metavar="NAME", help="The spaCy pipeline that reads English.")] = "accords",
    max_size: Annotated[
        float, typer.Option(metavar="MB", min=0, help="The largest file that is read, in million bytes.")
    ] = DEFAULT_MAX_MB,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Read texts and write tables of dates, organizations and agreements, each row with its place in the text.

    Texts are plain text (`.txt`, `.text`) of any common encoding; `documents.csv` beside them may give their
    titles and dates of publication (columns path, title, published, source). The tables are CSV, described in
    `datapackage.json`; `issues.csv` lists what a person should look at. A stopped run leaves the last result as it was.

    Examples:

    - `accords run raw/ --output output/`

    - `accords run speech.txt -o /tmp/speech --quiet`
    """
    from pipeline import runner
    from pipeline.tables import OutputFolder, files

    _refuse_output_in_input(inputs, output)
    with OutputFolder(output) as folder:

        def watch(found: Sequence[Found]) -> Iterable[Found]:
            return progress(found, "Reading", quiet=quiet)

        tables = runner.run(inputs, model=model, max_mb=max_size, watch=watch)
        folder.replace(files(tables.rows, tables.provenance))
    faults = [row for row in tables.rows["issues"] if row[3] in FAULT_CODES]
    _print_faults(faults)
    if not quiet:
        _print_summary(tables, output)
    if faults:
        raise typer.Exit(1)


def _refuse_output_in_input(inputs: Sequence[Path], output: Path) -> None:
    for path in inputs:
        if path.is_dir() and output.resolve().is_relative_to(path.resolve()):
            remedy = "Name a folder outside with --output."
            raise OutputError(f"the output folder lies in the input folder {path}", path=output, remedy=remedy)


def _print_faults(faults: Sequence[Row]) -> None:
    for row in faults[:SHOWN_FAULTS]:
        say_error(str(row[4]))
    if len(faults) > SHOWN_FAULTS:
        say_error(f"and {len(faults) - SHOWN_FAULTS} more, see issues.csv")


def _print_summary(tables: Tables, output: Path) -> None:
    console = out()
    for name in ("documents", "dates", "organizations", "agreements", "issues"):
        console.print(f"{len(tables.rows[name]):8,} {name}", markup=False)
    failed = sum(row[-1] == "failed" for row in tables.rows["documents"])
    if failed:
        console.print(f"{failed:8,} of the documents failed", markup=False)
    console.print(f"written to {output}", markup=False)
