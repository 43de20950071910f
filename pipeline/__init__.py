"""accords: texts about relations between states in, an audited table of dates, organizations and agreements out.

    >>> import pipeline
    >>> extraction = pipeline.extract("Peru and Chile signed a treaty in Lima on June 3, 1929.")
    >>> [date.value for date in extraction.dates]
    ['1929-06-03']

`extract` reads one text and returns records, `run` reads folders of texts and returns pandas data frames.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.version import __version__

if TYPE_CHECKING:
    from pipeline.records import Extraction
    from pipeline.tables import Tables

__all__ = ["__version__", "extract", "run"]


def extract(text: str, *, published: str = "", title: str = "", model: str = "accords") -> Extraction:
    """Return what `text` says: its dates, organizations, and accounts of agreements with their evidence.

    `published` is an ISO date, against which "last year" is resolved. Offsets of all records count characters of
    `text`, half open. Raises AccordsError for a date that is none and a model that is not installed.
    """
    from pipeline import language
    from pipeline.runner import extract_text

    return extract_text(text, language.reader(model), published=published, title=title)


def run(paths: str | Path | Iterable[str | Path], *, model: str = "accords", max_size: float | None = None) -> Tables:
    """Return the tables of a run over folders of texts and single texts, as pandas data frames by name.

    `max_size` is the largest file that is read, in million bytes. A document that cannot be read is a failed row of
    `documents` and a row of `issues`. Raises AccordsError for a path that does not exist.

        tables = pipeline.run("raw")
        tables["agreements"].query("type == 'treaty'")
        tables.write("output")
    """
    from pipeline.read import DEFAULT_MAX_MB
    from pipeline.runner import run as run_over

    named = [paths] if isinstance(paths, (str, Path)) else list(paths)
    return run_over([Path(path) for path in named], model=model, max_mb=max_size or DEFAULT_MAX_MB)
