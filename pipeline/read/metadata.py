"""What is known about the texts: `documents.csv` beside them, with the columns path, title, published, source."""

from __future__ import annotations

import csv
import hashlib
import io
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.errors import ReadError
from pipeline.read.decode import decode

METADATA_FILE = "documents.csv"
COLUMNS = ("path", "title", "published", "source")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about one text. `published` is an ISO date or "", `source` where it was published."""

    title: str = ""
    published: str = ""
    source: str = ""


class MetadataFiles:
    """The documents.csv files of the input folders, each read once, when a text beside or below it is.

    `hashes` are their SHA-256 by path below the input folder.
    """

    def __init__(self) -> None:
        self.hashes: dict[str, str] = {}
        self._rows: dict[Path, dict[str, Metadata]] = {}

    def of(self, path: Path, root: Path) -> tuple[Metadata, list[ReadError]]:
        """Return what the nearest documents.csv from the text up to `root` says of it, and the faults of new files."""
        faults: list[ReadError] = []
        known = Metadata()
        for folder in (root, *(root.joinpath(*parts) for parts in _prefixes(path.parent.relative_to(root).parts))):
            if folder not in self._rows:
                self._rows[folder], found = read_metadata(folder)
                faults += found
                self._note_hash(folder, root)
            name = unicodedata.normalize("NFC", path.relative_to(folder).as_posix())
            known = self._rows[folder].get(name, known)
        return known, faults

    def _note_hash(self, folder: Path, root: Path) -> None:
        path = folder / METADATA_FILE
        if path.is_file():
            try:
                self.hashes[path.relative_to(root).as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest()
            except OSError:
                return  # its fault was told by read_metadata


def _prefixes(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [parts[: length + 1] for length in range(len(parts))]


def read_metadata(folder: Path) -> tuple[dict[str, Metadata], list[ReadError]]:
    """Return the rows of `folder`/documents.csv by path (relative, with slashes), and the faults of the file.

    What is right in the file counts beside its faults; each fault names line, column and remedy. A folder without
    the file gives nothing.
    """
    path = folder / METADATA_FILE
    if not path.is_file():
        return {}, []
    try:
        text, _ = decode(path.read_bytes(), path)
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        header = [name.strip() for name in reader.fieldnames or ()]
        reader.fieldnames = header
        faults = _check_header(header, path)
        rows: dict[str, Metadata] = {}
        for row in reader if "path" in header else ():
            faults += _add_row(row, rows, path, reader.line_num)
    except ReadError as error:
        return {}, [error]
    except (OSError, csv.Error) as error:
        return {}, [ReadError(f"cannot be read: {error}", path=path, remedy="Save it as CSV in UTF-8.")]
    return rows, faults


def _check_header(header: list[str], path: Path) -> list[ReadError]:
    remedy = f"The columns are {', '.join(COLUMNS)}, separated by commas; only path is needed."
    unknown = [name for name in header if name not in COLUMNS]
    faults = [ReadError(f"unknown column {name!r}", path=path, place="line 1", remedy=remedy) for name in unknown]
    if "path" not in header:
        faults.append(ReadError("the column 'path' is missing", path=path, place="line 1", remedy=remedy))
    return faults


def _add_row(row: dict[str, str], rows: dict[str, Metadata], path: Path, line: int) -> list[ReadError]:
    """Add a row to `rows` and return what is wrong with it."""
    place = f"line {line}"
    if None in row or None in row.values():
        remedy = "Put a cell with a comma in it between quotation marks."
        return [ReadError("the row has not as many cells as the header", path=path, place=place, remedy=remedy)]
    name = unicodedata.normalize("NFC", row["path"].strip())
    faults = []
    if not (path.parent / name).is_file() or not name:
        remedy = "Give the path relative to the folder of documents.csv, with slashes."
        faults.append(ReadError(f"there is no file {name!r}", path=path, place=place, remedy=remedy))
    if name in rows:
        remedy = "Keep one of the rows; the first counts."
        return [*faults, ReadError(f"{name!r} has a row already", path=path, place=place, remedy=remedy)]
    published = (row.get("published") or "").strip()
    if not is_iso_date(published):
        message, remedy = f"published: {published!r} is no date", "Write year-month-day, such as 2014-03-05."
        faults.append(ReadError(message, path=path, place=place, remedy=remedy))
        published = ""
    rows[name] = Metadata((row.get("title") or "").strip(), published, (row.get("source") or "").strip())
    return faults


def is_iso_date(value: str) -> bool:
    """Tell whether `value` is a date as year-month-day, or empty."""
    try:
        return not value or date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
