"""Build the spaCy pipeline that reads English."""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.util import is_package

from pipeline.errors import AccordsError
from pipeline.language.sentences import COMPONENT

BLANK = "blank"


@lru_cache(maxsize=4)
def load(name: str = BLANK) -> Language:
    """Return the English pipeline `name`: "blank" (tokenizer and sentence rules) or an installed spaCy package.

    Raises AccordsError if no such package is installed or it reads another language.
    """
    if name == BLANK:
        nlp = spacy.blank("en")
    elif is_package(name):
        nlp = spacy.load(name)
    else:
        remedy = f"Install it with pip, or leave the option out to use {BLANK!r}."
        raise AccordsError(f"there is no installed spaCy pipeline {name!r}", remedy=remedy)
    if nlp.lang != "en":
        raise AccordsError(
            f"the spaCy pipeline {name!r} reads {nlp.lang!r}, not English", remedy="Choose an English one."
        )
    if COMPONENT not in nlp.pipe_names:
        nlp.add_pipe(COMPONENT, first=True)
    return nlp
