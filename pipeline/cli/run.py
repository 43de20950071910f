"""`accords run`: texts in, tables out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def run(
    inputs: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Folders of texts, or single texts.")],
) -> None:
    """Read texts and write tables."""
    raise NotImplementedError(inputs)
