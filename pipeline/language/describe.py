"""Say which model read a text, so that a table can name it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from spacy.about import __version__
from spacy.language import Language

SCORES = "scores.json"  # tells of the model and is no part of it


@dataclass(frozen=True, slots=True)
class Description:
    """A model: its `name` and `version`, and a hash of its files, which tells two trainings of one version apart."""

    name: str
    version: str
    sha256: str


def describe(nlp: Language) -> Description:
    """Return what `nlp` is. A pipeline without files (the blank one) is described by its configuration."""
    folder = nlp.path
    if folder is not None and folder.is_dir():
        name = str(nlp.meta["name"])
        # Packages are known as en_core_web_sm, of which "core_web_sm" is the name.
        full = name if name == "accords" else f"{nlp.lang}_{name}"
        return Description(full, str(nlp.meta["version"]), _hash_of_folder(folder))
    configuration = hashlib.sha256(nlp.config.to_str().encode()).hexdigest()
    return Description("blank", __version__, configuration)


@lru_cache(maxsize=4)
def _hash_of_folder(folder: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file() and path.name != SCORES and "__pycache__" not in path.parts:
            total.update(path.relative_to(folder).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
