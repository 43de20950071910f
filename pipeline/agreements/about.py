"""What: type, title and number of an event."""

from __future__ import annotations

import re

from pipeline.agreements.claims import Candidate
from pipeline.agreements.events import Event, is_abbreviation, is_heading_words
from pipeline.records import NameMention, Source, Span

# Brackets inside a title that only give a short form: "(ToR)", "(the “Islands”)".
SHORT_FORM = re.compile(r"\s*\((?:(?:the |hereinafter |[“\"‘'])[^()]*|[A-Z][\w&-]*[A-Z]\w*)\)")


SHORT = 40.0  # how far behind a title its short form ranks


def type_candidates(event: Event) -> list[Candidate]:
    """Return the types that its nouns give, the title's first."""
    found = []
    for reading in event.visible:
        mention = reading.mention
        titled = mention.title and not is_heading_words(mention)
        rule = "type-of-title" if titled else "type-of-anaphor" if mention.plain else "type-of-noun"
        if reading is event.main:
            rule = "type-of-title" if mention.title else "type-of-noun"
        noun = mention.instrument.id
        distance = abs(reading.sentence.number - event.main.sentence.number) + (reading is not event.main)
        found.append(
            Candidate(
                "type", mention.instrument.type, rule, (mention.span,), f"the noun is of the class “{noun}”", distance
            )
        )
    return found


def name_candidates(event: Event, source: Source) -> list[Candidate]:
    """Return its titles; the one of the main mention first."""
    found = []
    for reading in event.readings:
        mention = reading.mention
        unit = mention.sentence.units[mention.last]
        if not (mention.title or (mention.instrument.type == "joint-body" and unit.is_capitalized)):
            continue
        if reading is not event.main and is_heading_words(mention):
            continue
        if is_abbreviation(mention):
            # "The SPA" is known by the title that it is short for, a body by its full name.
            is_body = isinstance(unit.mention, NameMention) and unit.kind == "organization"
            text = unit.mention.value if is_body and unit.mention else unit.text
            found.append(Candidate("name", text, "name-elsewhere", (mention.span,), "a short form", SHORT))
            continue
        if mention.sentence.is_heading and reading is not event.main:
            rule = "name-in-heading"
        else:
            rule = "name-of-title" if reading is event.main else "name-elsewhere"
        text = SHORT_FORM.sub(
            "", " ".join(source.text[mention.span.start : mention.span.end].replace("\\", " ").split())
        )
        found.append(Candidate("name", text, rule, (mention.span,), "written with capitals, as a title"))
    return found


def count_candidates(event: Event) -> list[Candidate]:
    """Return the numbers of instruments that its mentions give."""
    found = []
    for reading in event.visible:
        if reading.mention.head.plural != event.main.mention.head.plural:
            continue  # "three documents" counts the set, not the agreement that is one of them
        counted = reading.mention.count
        span = reading.mention.span
        if counted.first is not None:
            unit = reading.sentence.units[counted.first]
            span = Span(unit.start, unit.end)
        main = 0 if reading is event.main else 20
        reason = {
            "count-singular": "one instrument",
            "count-numeral": "counted in words or figures",
            "count-several": "several, without a number",
            "count-plural": "several, without a number",
        }[counted.rule]
        found.append(Candidate("count", counted.value, counted.rule, (span,), reason, main))
    return found
