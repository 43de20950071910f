"""`accords check`: how far the pipeline is from what a careful reader takes from the texts."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.console import out, progress, say
from pipeline.errors import LabelError

if TYPE_CHECKING:
    from pipeline.check import Comparison, Fault, Scores
    from pipeline.labels import Labels
    from pipeline.read import MetadataFiles
    from pipeline.records import Source

    Groups = dict[str, list[Comparison]]

DEFAULT_LABELS = Path("tests/labels")
HELD_OUT_FILE = "HELDOUT"


def check(
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Only these label files, by name without .yaml.")
    ] = None,
    labels: Annotated[Path, typer.Option(metavar="DIR", help="The folder of the label files.")] = DEFAULT_LABELS,
    as_json: Annotated[bool, typer.Option("--json", help="Print scores and errors as JSON.")] = False,
    errors: Annotated[int, typer.Option(min=0, metavar="N", help="Print at most N errors.")] = 1000,
    held_out: Annotated[bool, typer.Option("--held-out", help="List the errors of held-out documents too.")] = False,
    update: Annotated[bool, typer.Option("--update", help="Keep the scores in DIR/scores.json.")] = False,
    model: Annotated[str, typer.Option(metavar="NAME", help="The spaCy pipeline that reads English.")] = "accords",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but differences and faults.")] = False,
) -> None:
    """Compare what the pipeline extracts with hand labels: precision, recall, F1, and every error with its cause.

    Where the folder keeps a `scores.json`, scores that differ from it are errors (exit status 1). Documents that the
    file `HELDOUT` names, one a line, are scored apart, and their errors are not listed.

    Examples:

    - `accords check`

    - `accords check venezuela --errors 20`

    - `accords check --labels other/labels --json`
    """
    from pipeline.check import Scores, write_scores

    groups = compare_folder(labels, documents or [], model, quiet=quiet or as_json)
    totals = {name: Scores.total(one.scores for one in group) for name, group in groups.items()}
    listed = [*groups["tuned"], *(groups["held_out"] if held_out else [])]
    faults = [fault for one in listed for fault in one.faults]
    if as_json:
        typer.echo(_as_json(groups, totals, faults))
    elif not quiet:
        _print_scores(groups, totals)
        _print_faults(faults, errors)
    if documents:
        return  # scores of a part are compared with nothing
    if update:
        say(f"scores kept in {write_scores(labels, totals)}")
    else:
        _hold_against_kept(labels, totals)


def _hold_against_kept(folder: Path, totals: dict[str, Scores]) -> None:
    """Say where the scores differ from the kept ones, and leave with status 1 if they do."""
    from pipeline.check import read_scores, score_differences

    kept = read_scores(folder)
    differences = score_differences(kept, totals) if kept is not None else []
    for difference in differences:
        say(difference)
    if differences:
        fell = any(" fell:" in difference for difference in differences)
        say("Mend what fell." if fell else "Keep the new scores with accords check --update.")
        raise typer.Exit(1)


def compare_folder(folder: Path, names: list[str], model: str, *, quiet: bool) -> Groups:
    """Run over the labelled documents, all or those of `names`, and compare: tuned and held-out ones apart."""
    from pipeline import labels, language
    from pipeline.check import compare
    from pipeline.read import MetadataFiles
    from pipeline.runner import extract

    chosen = labels.load_folder(folder, names)
    reader = language.reader(model)
    held_out, known = _held_out_names(folder), MetadataFiles()
    groups: Groups = {"tuned": [], "held_out": []}
    for one in progress(chosen, "Checking", quiet=quiet):
        extraction = extract(_source(one, known), reader)
        group = groups["held_out" if one.name in held_out else "tuned"]
        group.append(compare(one, extraction, Path(os.path.normpath(one.document))))
    return groups


def _source(one: Labels, known: MetadataFiles) -> Source:
    from pipeline.read import read

    path = one.document
    if not path.is_file():
        remedy = "The path is relative to the label file."
        raise LabelError(f"there is no document {one.file.document}", path=one.path, place="document", remedy=remedy)
    metadata, faults = known.of(path, path.parent)
    if faults:
        raise faults[0]
    published = one.file.published or metadata.published or _published_beside(one)
    metadata = replace(metadata, published=published)
    return read(path, path.parent, metadata)


def _published_beside(one: Labels) -> str:
    """Return the date that `documents.json` beside the label file gives for it: {name: {"published": date}}."""
    from pipeline.read import is_iso_date

    path = one.path.parent / "documents.json"
    if not path.is_file():
        return ""
    remedy = 'It holds {"NAME": {"published": "2014-03-05"}}, by the names of label files.'
    try:
        published = json.loads(path.read_text(encoding="utf-8")).get(one.name, {}).get("published") or ""
    except (ValueError, AttributeError) as error:
        raise LabelError("not a file of publication dates", path=path, remedy=remedy) from error
    if not is_iso_date(str(published)):
        raise LabelError(f"published: {published!r} is no date", path=path, place=one.name, remedy=remedy)
    return str(published)


def _held_out_names(folder: Path) -> set[str]:
    """Return the names in HELDOUT. Raises LabelError for one without a label file."""
    path = folder / HELD_OUT_FILE
    if not path.is_file():
        return set()
    names = path.read_text(encoding="utf-8").split()
    for number, name in enumerate(names, start=1):
        if not (folder / f"{name}.yaml").is_file():
            remedy = "Name label files without .yaml, one a line."
            raise LabelError(f"there is no label file {name}.yaml", path=path, place=f"name {number}", remedy=remedy)
    return set(names)


def _as_json(groups: Groups, totals: dict[str, Scores], faults: list[Fault]) -> str:
    data = {
        "scores": {name: scores.as_dict() for name, scores in totals.items() if groups[name]},
        "documents": {one.document: one.scores.as_dict() for group in groups.values() for one in group},
        "errors": [{**asdict(fault), "path": fault.path.as_posix()} for fault in faults],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _print_scores(groups: Groups, totals: dict[str, Scores]) -> None:
    from rich.table import Table

    for name, group in groups.items():
        if not group:
            continue
        many = f"{len(group)} document{'s' if len(group) != 1 else ''}"
        table = Table(
            "layer",
            title=f"{name.replace('_', ' ')}: {many}",
            title_justify="left",
            box=None,
            pad_edge=False,
            padding=(0, 1, 0, 0),
        )
        table.add_column("field", no_wrap=True)
        for column in ("precision", "recall", "F1", "expected", "found", "right"):
            table.add_column(column, justify="right")
        for (layer, field), tally in totals[name].items():
            shares = [_share(tally.precision), _share(tally.recall), _share(tally.f1)]
            table.add_row(layer, field, *shares, str(tally.expected), str(tally.found), f"{tally.right:.4g}")
        out().print(table)
        out().print()


def _print_faults(faults: list[Fault], limit: int) -> None:
    console = out()
    causes = Counter((fault.layer, fault.cause) for fault in faults)
    for (layer, cause), count in sorted(causes.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        console.print(f"{count:5} {layer}: {cause}", markup=False)
    if faults and limit:
        console.print()
    for fault in faults[:limit]:
        console.print(_fault_line(fault), markup=False)
    if len(faults) > limit:
        console.print(f"… and {len(faults) - limit} more (--errors {len(faults)})", markup=False)


def _fault_line(fault: Fault) -> str:
    quote = fault.quote if len(fault.quote) <= 60 else f"{fault.quote[:57]}…"
    quote = " ".join(quote.split())
    rule = f" (rule {fault.rule})" if fault.rule else ""
    values = f"expected {fault.expected or '–'}, got {fault.got or '–'}"
    return f"{fault.path}:{fault.line}:{fault.column}: {fault.layer}: {fault.cause}: “{quote}”: {values}{rule}"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
