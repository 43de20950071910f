"""Write the files of a result all or nothing: whoever stops a run keeps the last good result."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.errors import OutputError
from pipeline.tables.schema import DOCUMENTS

REMEDY = "Name a folder that you may write with --output."


class OutputFolder:
    """A folder that a result will go to, claimed before the work begins so that a fault shows at once.

    Files are made in a temporary folder inside it (so on the same disk) and then moved into their places together.
    Files that are not ours stay as they are. On leaving, the temporary folder goes, and a folder that was made for
    nothing as well. Raises OutputError if the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: list[Path] = []

    def __enter__(self) -> Self:
        self._refuse_foreign_table()
        try:
            missing = [path for path in (self.folder, *self.folder.parents) if not path.exists()]
            self.folder.mkdir(parents=True, exist_ok=True)
            self._made = missing
            self._temporary = Path(tempfile.mkdtemp(prefix=".accords-", dir=self.folder))
        except OSError as error:
            self._remove_made()
            raise _cannot_write(self.folder, error) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._temporary, ignore_errors=True)
        self._remove_made()

    def replace(self, files: Mapping[str, bytes]) -> None:
        """Put `files` into the folder, by name. On any fault or interruption, the files before them stand again."""
        new, old = self._temporary / "new", self._temporary / "old"
        try:
            new.mkdir()
            old.mkdir()
            for name, content in files.items():
                with (new / name).open("wb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
            self._swap(list(files), new, old)
        except OSError as error:
            raise _cannot_write(self.folder, error) from error

    def _swap(self, names: list[str], new: Path, old: Path) -> None:
        try:
            for name in names:
                if (self.folder / name).exists():
                    (self.folder / name).replace(old / name)
                (new / name).replace(self.folder / name)
        except BaseException:
            for name in names:
                if (old / name).exists():
                    (old / name).replace(self.folder / name)
                elif not (new / name).exists():
                    (self.folder / name).unlink(missing_ok=True)
            raise

    def _refuse_foreign_table(self) -> None:
        """Keep a person's documents.csv, the one file whose name is also an input's, from being overwritten."""
        path = self.folder / "documents.csv"
        if not path.is_file():
            return
        with path.open("rb") as file:
            ours = file.readline().startswith(f"{DOCUMENTS.header[0]},{DOCUMENTS.header[1]},".encode())
        if not ours:
            raise OutputError("the folder holds a documents.csv that no run wrote", path=self.folder, remedy=REMEDY)

    def _remove_made(self) -> None:
        for path in self._made:
            if not path.is_dir() or any(path.iterdir()):
                return
            path.rmdir()


def _cannot_write(folder: Path, error: OSError) -> OutputError:
    reason = (error.strerror or str(error)).lower()
    return OutputError(f"the output folder cannot be written: {reason}", path=folder, remedy=REMEDY)
