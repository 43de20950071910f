"""News services in datelines: "MOSCOW, May 5 (Xinhua) --", "DUBAI, March 13, 2024 /PRNewswire/ --"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.organizations import lexicon
from pipeline.organizations.candidates import Candidate
from pipeline.organizations.tokens import tokenize
from pipeline.records import Passage

# A town in capitals or a date, the service in brackets or between strokes, a dash.
BRACKETED = re.compile(r"[^\n]{3,70}?\s[(/]((?!\d+ )[A-Z0-9][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3})[)/]\s?(?:--|[-–—_])")
# Between dashes only what says that it is a service: "LIMA - Andes Newswire - 5 May 2019 -".
DASHED = re.compile(r"[A-Z]{3,}[^\n]{0,40}? [-–—] ([A-Z][\w ]{0,30}?(?:[Ww]ires?|Press|News)) [-–—]")
TOWN = re.compile(r"[A-Z]{3,}\b")
YEAR = re.compile(r"\b\d{4}\b")
SERVICE = re.compile(r"[Ww]ire|WIRE|Press|News|PRESS|NEWS|^[A-Z]{2,}$|^[A-Z][a-z]+[A-Z]")


def find_wires(text: str, passages: Sequence[Passage]) -> Iterator[Candidate]:
    """Yield the news services that the datelines at the beginning of passages name."""
    for passage in passages:
        for pattern in (BRACKETED, DASHED):
            match = pattern.match(text, passage.start, passage.end)
            if match is not None and _is_service(text[passage.start : match.start(1)], match[1]):
                yield Candidate(
                    match.start(1), match.end(1), "organization", "dateline", category="news-service", head=match[1]
                )
                break


def _is_service(dateline: str, name: str) -> bool:
    """Tell whether a name in a dateline is a service: known, or written as one; not the country of the town."""
    if TOWN.match(dateline) is None and YEAR.search(dateline) is None:
        return False
    tokens = tokenize(name)
    known = lexicon.index().match(tokens, 0)
    if known is not None and known[0] == len(tokens):
        return any(isinstance(entry, lexicon.Listed) for entry in known[1])
    return dateline.endswith("/") or SERVICE.search(name) is not None
