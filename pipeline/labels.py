"""Label files: what a careful reader takes from a text, checked when loaded and tied to the text's characters.

The format is strict YAML: every scalar is text (so `NO` is Norway and `1996` a year, not a truth value and a number),
except a plain `null`. An unknown, missing or repeated key, a value outside its vocabulary and a quote that the text
does not hold are errors that name the file, the line and the remedy.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from pipeline import edtf
from pipeline.errors import LabelError
from pipeline.records import Span
from pipeline.vocabulary import AGREEMENT_STATUSES, AGREEMENT_TYPES, COUNT_PATTERN

# The loader in C, where PyYAML was built with it, reads ten times as fast; the nodes are the same.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

HOW = "README.md says how labels are written."

Place = tuple[str | int, ...]  # the way to a value in the file: ("agreements", 2, "date")


def _edtf(value: str) -> str:
    edtf.parse(value)
    return value


def _iso(value: str) -> str:
    if value and (len(value) != len("2014-03-05") or date.fromisoformat(value).isoformat() != value):
        raise ValueError(f"{value!r} is no ISO date such as 2014-03-05")
    return value


def _one_of(*words: str) -> AfterValidator:
    def check(value: str) -> str:
        if value not in words:
            raise ValueError(f"{value!r} is none of {', '.join(words)}")
        return value

    return AfterValidator(check)


def _count(value: str) -> str:
    if not re.fullmatch(COUNT_PATTERN, value):
        raise ValueError(f"{value!r} is no count such as 1, 17 or 40+ (null for an unknown number above one)")
    return value


Edtf = Annotated[str, AfterValidator(_edtf)]
Words = Annotated[str, Field(min_length=1)]


class Quote(BaseModel):
    """An exact substring of the text; `nth` says which occurrence, from 1, overlapping ones counted too."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    quote: Words
    nth: Annotated[int, Field(ge=1)] = 1


class DateLabel(Quote):
    """An expression that denotes a calendar date or period, and its EDTF value."""

    value: Edtf


class OrganizationLabel(Quote):
    """A mention of an organization, and its canonical name."""

    name: Words


class AgreementLabel(Quote):
    """An agreement event. None stands for what the text leaves open."""

    also: tuple[Quote, ...] = ()
    type: Annotated[str, _one_of(*AGREEMENT_TYPES)]
    name: Words | None = None
    status: Annotated[str, _one_of(*AGREEMENT_STATUSES)] | None
    date: Edtf | None = None
    parties: tuple[Words, ...] | None = None
    place: Words | None = None
    subject: Words | None = None
    count: Annotated[str, AfterValidator(_count)] | None = "1"


class LabelFile(BaseModel):
    """One label file. `document` is the path of the text, relative to the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    document: Words
    source: str | None = None
    published: Annotated[str, AfterValidator(_iso)] | None = None
    dates: tuple[DateLabel, ...] = ()
    organizations: tuple[OrganizationLabel, ...] = ()
    agreements: tuple[AgreementLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one document with the lines of the file they stand on; `path` is the label file."""

    path: Path
    file: LabelFile
    lines: dict[Place, int]

    @property
    def name(self) -> str:
        """The name by which scores and HELDOUT call the document."""
        return self.path.stem

    @property
    def document(self) -> Path:
        """The path of the text."""
        return self.path.parent / self.file.document

    def locate(self, quote: Quote, text: str, *place: str | int) -> Span:
        """Return the characters of `quote` in `text`; `place` is its way in the file, for the message.

        Raises LabelError if the text holds fewer than `nth` occurrences.
        """
        starts = list(_occurrences(quote.quote, text))
        if len(starts) >= quote.nth:
            start = starts[quote.nth - 1]
            return Span(start, start + len(quote.quote))
        if starts:
            message = f"nth is {quote.nth}, but {quote.quote!r} stands {len(starts)} times in {self.file.document}"
            remedy = "Count again: occurrences inside longer words count too."
        else:
            message = f"the quote {quote.quote!r} is not in {self.file.document}"
            remedy = "Copy it from the text, with its quotation marks, dashes and blanks."
        raise LabelError(message, path=self.path, place=_line(self.lines, place), remedy=remedy)

    def check_quotes(self, text: str) -> None:
        """Raise LabelError at the first quote that `text` does not hold."""
        for layer in ("dates", "organizations", "agreements"):
            for number, label in enumerate(getattr(self.file, layer)):
                self.locate(label, text, layer, number)
                for also_number, also in enumerate(getattr(label, "also", ())):
                    self.locate(also, text, layer, number, "also", also_number)


def load(path: Path) -> Labels:
    """Load one label file. Raises LabelError with file, line and remedy."""
    try:
        content = path.read_text(encoding="utf-8-sig")
        node = yaml.compose(content, Loader=LOADER)
    except (OSError, UnicodeDecodeError) as error:
        raise LabelError(f"cannot be read: {error}", path=path, remedy="Label files are UTF-8 text.") from error
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}" if error.problem_mark else ""
        remedy = "Mend the YAML; a quote with a colon or a quotation mark in it needs quotation marks around it."
        raise LabelError(f"not valid YAML: {error.problem}", path=path, place=line, remedy=remedy) from error
    lines: dict[Place, int] = {}
    data = _plain(node, (), lines, path) if node is not None else {}
    try:
        return Labels(path, LabelFile.model_validate(data), lines)
    except ValidationError as error:
        raise _label_error(error, path, lines) from error


def load_folder(folder: Path, names: Collection[str] = ()) -> list[Labels]:
    """Load the label files of a folder (`*.yaml`), all or those of `names`, in the order of names.

    Raises LabelError, also where there are none and for a name without a file.
    """
    if not folder.is_dir():
        raise LabelError("there is no such folder", path=folder, remedy="Name a folder of labels with --labels.")
    paths = sorted(folder.glob("*.yaml"), key=lambda path: path.name)
    if not paths:
        raise LabelError("the folder holds no label files (*.yaml)", path=folder, remedy=HOW)
    missing = sorted(set(names) - {path.stem for path in paths})
    if missing:
        raise LabelError(f"there is no label file {missing[0]}.yaml", path=folder, remedy="Names go without .yaml.")
    return [load(path) for path in paths if not names or path.stem in names]


def _occurrences(quote: str, text: str) -> Iterator[int]:
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _plain(node: yaml.Node, place: Place, lines: dict[Place, int], path: Path) -> Any:
    """Return a YAML node as dict, list, str or None, and note the line of every value."""
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _plain_mapping(node, place, lines, path)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*place, number), lines, path) for number, item in enumerate(node.value)]
    return None if node.tag == "tag:yaml.org,2002:null" else str(node.value)


def _plain_mapping(node: yaml.MappingNode, place: Place, lines: dict[Place, int], path: Path) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in mapping:
            line = f"line {key_node.start_mark.line + 1}"
            raise LabelError(f"the key {key!r} is given twice", path=path, place=line, remedy="Keep one of them.")
        mapping[key] = _plain(value_node, (*place, key), lines, path)
        lines[(*place, key)] = key_node.start_mark.line + 1
    return mapping


def _label_error(error: ValidationError, path: Path, lines: dict[Place, int]) -> LabelError:
    """Say the first fault of a file in the words of the format."""
    fault = min(error.errors(), key=lambda fault: _nearest(lines, fault["loc"]))
    where = fault["loc"][-1] if fault["loc"] else "the file"
    model = _model_at(fault["loc"])
    keys = f"Keys here: {', '.join(model.model_fields)}."
    message, remedy = {
        "extra_forbidden": (f"unknown key {where!r}", keys),
        "missing": (f"the key {where!r} is missing", keys),
        "value_error": (f"{where}: {str(fault['msg']).removeprefix('Value error, ')}", HOW),
    }.get(fault["type"], (f"{where}: {str(fault['msg']).lower()}", keys))
    return LabelError(message, path=path, place=_line(lines, fault["loc"]), remedy=remedy)


def _model_at(loc: Place) -> type[BaseModel]:
    if "also" in loc[:-1]:
        return Quote
    models: dict[str | int, type[BaseModel]] = {
        "dates": DateLabel, "organizations": OrganizationLabel, "agreements": AgreementLabel
    }  # fmt: skip
    return models.get(loc[0], LabelFile) if len(loc) > 1 else LabelFile


def _nearest(lines: dict[Place, int], place: Place) -> int:
    """Return the line of `place`, or of the nearest thing around it that has one."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)


def _line(lines: dict[Place, int], place: Place) -> str:
    return f"line {_nearest(lines, place)}"
