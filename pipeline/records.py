"""The records that the stages hand on: frozen values, each tied to characters of a source.

Offsets count characters (Python string indices), half open, into the text of the source as it was read:
`source.text[start:end]`. Dates are EDTF strings (ISO 8601-2:2019), countries ISO 3166-1 alpha-2 codes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal, Self

from pipeline import edtf

PassageKind = Literal["heading", "sentence", "item"]
MentionKind = Literal["date", "organization", "country", "place", "person", "mission", "instrument", "agreement"]
Decision = Literal["chosen", "rejected", "corrected"]


def content_id(*parts: str) -> str:
    """Return an id of 12 hexadecimal digits that depends on `parts` alone: never on offsets, order or chance."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (half open) of a source's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}:{self.end} is not a half-open range of characters")

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was read. `published` is an ISO date (or "") and anchors "last year"."""

    id: str
    path: str
    sha256: str
    text: str
    title: str = ""
    published: str = ""
    media_type: str = "text/plain"

    @property
    def words(self) -> int:
        """The number of blank-separated words."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True, order=True)
class Passage(Span):
    """A sentence, a heading or a list item. `block` numbers the paragraph or line it stands in, from 0."""

    kind: PassageKind = "sentence"
    block: int = 0


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A span with a meaning: what `kind` of thing, which `value`, found by which `rule`.

    `text` is `source.text[start:end]`, which `Mention.of` guarantees. `value` is the EDTF string of a date,
    the canonical name of an organization, the code of a country, the name of a place.
    """

    text: str
    value: str
    rule: str
    kind: MentionKind

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"mention {self.text!r} does not span {self.start}:{self.end}")

    @classmethod
    def of(cls, source: Source, start: int, end: int, /, **fields: object) -> Self:
        """Make the mention of `source.text[start:end]`."""
        return cls(start=start, end=end, text=source.text[start:end], **fields)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A candidate reference for a date that is not complete in itself.

    `span` is the expression referred to; None stands for the publication date, which has no characters.
    `value` is the EDTF string that the date would take with this anchor.
    """

    span: Span | None
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A date; `value` is its EDTF string, never more precise than the text.

    `anchor` is what a relative or incomplete date was resolved against (None if it stands for itself) and
    `rejected` the anchors that lost, each with its reason.
    """

    kind: MentionKind = "date"
    anchor: Anchor | None = None
    rejected: tuple[Anchor, ...] = ()

    @property
    def spanned(self) -> edtf.Date:
        """The value as a calendar date with earliest, latest and precision."""
        return edtf.parse(self.value)


@dataclass(frozen=True, slots=True)
class NameMention(Mention):
    """An organization, country or place by name.

    `category` tells organizations apart (government-body, armed-forces, company, …) and, for countries, the
    form: name, adjective, people, capital, government. `country` is an ISO 3166-1 alpha-2 code or "".
    """

    category: str = ""
    country: str = ""

    @property
    def organization_id(self) -> str:
        """A stable id of the organization: of its canonical name and country, not of where it stands."""
        return content_id("organization", self.value.casefold(), self.country)


@dataclass(frozen=True, slots=True)
class Claim:
    """A candidate for one cell of an account: what it says, where it is read, and why it won or lost.

    `value` is the cell as the tables write it; `evidence` the spans it rests on, the closest first.
    """

    field: str
    value: str
    decision: Decision
    rule: str
    reason: str
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """An agreement as one document tells it: a projection of its chosen claims, and all claims beside it.

    `mention` is the most informative one, `mentions` all of them in order of text. Cells are strings as the
    tables write them, "" for what the text leaves open; `count` likewise ("1", "17", "40+", "" for several).
    """

    document: str
    mention: Mention
    mentions: tuple[Mention, ...]
    sentence: Span
    type: str
    name: str = ""
    status: str = ""
    date: str = ""
    date_text: str = ""
    parties: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    place: str = ""
    subject: str = ""
    count: str = "1"
    confidence: float = 0.0
    claims: tuple[Claim, ...] = ()
    account_id: str = ""
    agreement_id: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The accounts that tell of the same agreement, merged. `conflicts` names fields on which they differ."""

    agreement_id: str
    type: str
    name: str
    status: str
    date: str
    parties: tuple[str, ...]
    organizations: tuple[str, ...]
    place: str
    subject: str
    count: str
    documents: int
    conflicts: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Issue:
    """A thing that a person should look at. `start` and `end` are None where no characters are meant."""

    document: str
    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one source."""

    source: Source
    passages: tuple[Passage, ...] = ()
    dates: tuple[DateMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    accounts: tuple[Account, ...] = ()
    issues: tuple[Issue, ...] = field(default=())

    @property
    def organizations(self) -> tuple[NameMention, ...]:
        """The mentions of organizations, which are the rows of organizations.csv."""
        return tuple(name for name in self.names if name.kind == "organization")
