"""The stages in their order: source → passages → dates, names → accounts."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from spacy.language import Language

from pipeline.records import Extraction, Issue, Source
from pipeline.split import split


def extract(source: Source, nlp: Language) -> Extraction:
    """Read all that the stages find in `source`."""
    nlp.max_length = max(nlp.max_length, len(source.text) + 1)
    doc = nlp(source.text)
    passages = split(source, doc)
    issues: list[Issue] = []

    def stage(name: str, *args: Any) -> list[Any]:
        try:
            module = import_module(f"pipeline.{name}")
        except ImportError as error:
            if not str(error.name).startswith("pipeline"):
                raise
            return []
        if not hasattr(module, "find"):
            return []
        records, found = module.find(*args)
        issues.extend(found)
        return records

    dates = stage("dates", source, passages)
    names = stage("organizations", source, doc, passages)
    accounts = stage("agreements", source, doc, passages, dates, names)
    return Extraction(source, tuple(passages), tuple(dates), tuple(names), tuple(accounts), tuple(issues))
