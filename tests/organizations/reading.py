"""Read a text the way the pipeline does, for tests of the stage."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.language import reader
from pipeline.organizations import find
from pipeline.records import NameMention, Passage, Source
from pipeline.split import split


def read(text: str) -> tuple[Source, Doc, list[Passage]]:
    """Return what `find` takes."""
    source = Source(id="doc", path="doc.txt", sha256="0", text=text)
    doc = reader().read(text)
    return source, doc, split(source, doc)


def names(text: str, kind: str) -> list[tuple[str, str]]:
    """Return the mentions of a kind in `text` as (text, value)."""
    return [(mention.text, mention.value) for mention in mentions(text) if mention.kind == kind]


def mentions(text: str) -> list[NameMention]:
    """Return all mentions in `text`."""
    return find(*read(text))[0]
