"""The tables of a run: their schema, their rows, and the folder they are written to."""

from pipeline.tables.folder import OutputFolder
from pipeline.tables.package import Provenance, files
from pipeline.tables.rows import Cell, FailedDocument, Row, build
from pipeline.tables.schema import TABLES, Column, Table
from pipeline.tables.table_set import Tables
from pipeline.tables.validate import check_extraction

__all__ = [
    "TABLES",
    "Cell",
    "Column",
    "FailedDocument",
    "OutputFolder",
    "Provenance",
    "Row",
    "Table",
    "Tables",
    "build",
    "check_extraction",
    "files",
]
