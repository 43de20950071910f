"""The tables of a run as pandas data frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.tables.folder import OutputFolder
from pipeline.tables.package import Provenance, files
from pipeline.tables.rows import Row
from pipeline.tables.schema import TABLES

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Tables(Mapping[str, "pd.DataFrame"]):
    """The tables by name: `documents`, `dates`, `organizations`, `accounts`, `agreements`, `evidence`, `issues`.

    Cells of text are "" where they are empty, numbers are missing values (`<NA>`) there.
    """

    rows: Mapping[str, list[Row]]
    provenance: Provenance

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return the data frame of a table, made anew each time."""
        import pandas as pd  # noqa: PLC0415 - takes half a second, and the command line never needs it

        table = next((table for table in TABLES if table.name == name), None)
        if table is None:
            raise KeyError(name)
        types = {"integer": "Int64", "number": "Float64", "string": "object"}
        frame = pd.DataFrame(self.rows[name], columns=list(table.header), dtype="object")
        return frame.astype({column.name: types[column.type] for column in table.columns})

    def __iter__(self) -> Iterator[str]:
        return (table.name for table in TABLES)

    def __len__(self) -> int:
        return len(TABLES)

    def write(self, folder: str | Path) -> None:
        """Write the tables to `folder`, all or nothing. Raises OutputError if it cannot be written."""
        with OutputFolder(Path(folder)) as output:
            output.replace(files(self.rows, self.provenance))
