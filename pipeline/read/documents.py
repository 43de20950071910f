"""Find the documents of a run, and read one."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import AccordsError, ReadError
from pipeline.read.decode import decode
from pipeline.read.metadata import METADATA_FILE, Metadata
from pipeline.records import Source

TEXT_SUFFIXES = (".txt", ".text")
DEFAULT_MAX_MB = 2.0  # about 330,000 words: a long book
MEGABYTE = 1_000_000
PERMISSION = "Give yourself permission to read it."


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the input. `fault` says why it is no document (None for a document that can be tried)."""

    path: Path
    root: Path
    fault: ReadError | None = None
    is_document: bool = True

    @property
    def id(self) -> str:
        """The id of the document."""
        return document_id(self.path, self.root)

    @property
    def relative_path(self) -> str:
        """The path below the root, with slashes."""
        return relative_path(self.path, self.root)


def document_id(path: Path, root: Path) -> str:
    """Return the id of a document: its path below `root`, with slashes, without a final `.txt`.

    A reader recognizes the file in it, it stays when the text is updated, and no two files of a folder share it.
    """
    return relative_path(path, root).removesuffix(".txt")


def relative_path(path: Path, root: Path) -> str:
    """Return the path below `root` with slashes, composed characters (NFC) and no undecodable bytes."""
    relative = os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", errors="backslashreplace")
    return unicodedata.normalize("NFC", relative)


def find(paths: Iterable[Path]) -> list[Found]:
    """Return the files of `paths` in the order of their ids: files as they are named, folders recursively.

    In a folder, texts (`.txt`, `.text`) are documents, names with a leading dot and `documents.csv` are passed over,
    and other files are returned with `is_document` false. Raises AccordsError for a path that does not exist and
    for two documents of one id.
    """
    found: dict[str, Found] = {}
    for path in paths:
        if not path.exists():
            raise AccordsError("there is no such file or folder", path=path, remedy="Name a folder of texts.")
        for one in _walk(path) if path.is_dir() else [Found(path, path.parent)]:
            other = found.setdefault(one.id, one)
            if other.path.absolute() != one.path.absolute():
                message = f"two documents would have the id {one.id!r}: the other is {other.path}"
                raise AccordsError(message, path=one.path, remedy="Rename one, or run over the folder above both.")
    return [found[name] for name in sorted(found)]


def read(path: Path, root: Path, metadata: Metadata | None = None, *, max_mb: float = DEFAULT_MAX_MB) -> Source:
    """Read a document exactly: no line break is translated, so offsets are those of the decoded file.

    `media_type` names the charset unless it is UTF-8. Raises ReadError, naming the remedy, for a file that is
    empty, binary, undecodable, unreadable, no regular file, or larger than `max_mb` million bytes.
    """
    data = _bytes(path, max_mb)
    text, charset = decode(data, path)
    metadata = metadata or Metadata()
    return Source(
        id=document_id(path, root),
        path=relative_path(path, root),
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        title=metadata.title,
        published=metadata.published,
        media_type="text/plain" if charset == "utf-8" else f"text/plain; charset={charset}",
    )


def _walk(root: Path) -> Iterator[Found]:
    faults: list[OSError] = []
    for folder, folders, files in os.walk(root, onerror=faults.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.startswith(".") or name == METADATA_FILE:
                continue
            yield Found(Path(folder, name), root, is_document=name.lower().endswith(TEXT_SUFFIXES))
    for fault in faults:
        path = Path(fault.filename)
        yield Found(path, root, ReadError(f"the folder cannot be read: {fault.strerror}", path=path, remedy=PERMISSION))


def _bytes(path: Path, max_mb: float) -> bytes:
    try:
        if not path.is_file():
            remedy = "Name regular files, or folders of them."
            raise ReadError("neither a file nor a folder", path=path, remedy=remedy)
        size = path.stat().st_size
        if size > max_mb * MEGABYTE:
            message = f"{size / MEGABYTE:.1f} MB is more than the limit of {max_mb:g} MB"
            remedy = "Split it into documents, or raise the limit with --max-size (1 MB takes some 200 MB of memory)."
            raise ReadError(message, path=path, remedy=remedy)
        return path.read_bytes()
    except PermissionError as error:
        raise ReadError("no permission to read the file", path=path, remedy=PERMISSION) from error
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise ReadError(message, path=path, remedy="Check that the file opens in an editor.") from error
