"""Build the spaCy pipeline that reads English."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import is_package
from thinc.api import NumpyOps

from pipeline.errors import AccordsError
from pipeline.language import architecture, boundaries, lemmas, names, transitions
from pipeline.language.sentences import COMPONENT

BLANK = "blank"
NAME = "accords"
VERSION = "0.1.0"
MODEL = Path(__file__).parent / "model"
# What the shipped model is made of: to import them is to make them known to spaCy.
PARTS = (architecture, boundaries, lemmas, names, transitions)
OWN_BOUNDARIES = {COMPONENT, boundaries.COMPONENT}


@lru_cache(maxsize=4)
def load(name: str = BLANK) -> Language:
    """Return the English pipeline `name`.

    "blank" is a tokenizer with sentence rules, "accords" the model that comes with this package, and everything else
    an installed spaCy package. Raises AccordsError if no such package is installed or it reads another language.
    """
    if name == BLANK:
        nlp = spacy.blank("en")
    elif name == NAME:
        nlp = read(MODEL)
    elif is_package(name):
        nlp = spacy.load(name)
    else:
        remedy = f"Install it with pip, or name {NAME!r} or {BLANK!r}."
        raise AccordsError(f"there is no installed spaCy pipeline {name!r}", remedy=remedy)
    if nlp.lang != "en":
        raise AccordsError(
            f"the spaCy pipeline {name!r} reads {nlp.lang!r}, not English", remedy="Choose an English one."
        )
    if not OWN_BOUNDARIES & set(nlp.pipe_names):
        nlp.add_pipe(COMPONENT, first=True)
    return nlp


def read(folder: Path) -> Language:
    """Read the model in `folder`. Raises AccordsError if there is none."""
    if not (folder / "meta.json").is_file():
        raise AccordsError("there is no model", path=folder, remedy="python -m pipeline.language.train makes one.")
    nlp = spacy.load(folder)
    for _, pipe in nlp.pipeline:
        for layer in pipe.model.walk() if hasattr(pipe, "model") else ():
            if isinstance(layer.ops, NumpyOps):
                layer.ops.use_blis = False  # numpy's matrix product is three times as quick on most machines
    return nlp
