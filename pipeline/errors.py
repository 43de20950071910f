"""What can go wrong with what a person gives us, said so that the person can mend it."""

from __future__ import annotations

from pathlib import Path


class AccordsError(Exception):
    """A fault in an input: names the file, the place in it and the remedy.

    `path` is the file at fault (None for a wrong call), `place` a line, key or rule in it ("" for the
    whole file), `remedy` what to do next.
    """

    def __init__(self, message: str, *, path: Path | str | None = None, place: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = Path(path) if path is not None else None
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        where = ": ".join(part for part in (str(self.path or ""), self.place) if part)
        said = f"{where}: {self.message}" if where else self.message
        return f"{said}. {self.remedy}" if self.remedy else said


class ReadError(AccordsError):
    """A document that cannot be read."""


class RuleError(AccordsError):
    """A rule file that is wrong in itself: a fault of its author, found before any text is read."""


class LabelError(AccordsError):
    """A label file that does not follow the format, or does not fit its text."""


class OutputError(AccordsError):
    """An output folder that cannot be written."""
