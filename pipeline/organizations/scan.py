"""Look up the tables in a line: which tokens are a state's name, a listed organization, a place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipeline.countries import CountryForm
from pipeline.organizations import lexicon
from pipeline.organizations.lexicon import Entry, Listed, NotNation, Place
from pipeline.organizations.tokens import Line

DATELINE = 4  # tokens of a line within which a dateline in capitals begins ("ANKARA, 14 March", "NEW DELHI: …")
SHORTEST = 3  # letters of a name that is no abbreviation


def _is_dateline(entries: tuple[Entry, ...], first: str) -> bool:
    """Tell whether capitals at the front of a line name a town or a state."""
    return len(first) >= SHORTEST and any(isinstance(entry, (Place, CountryForm)) for entry in entries)


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `start` to `end` (half open) of a line that stand in a table, with all that they can mean there."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def forms(self) -> tuple[CountryForm, ...]:
        """The states' forms among the entries."""
        return tuple(entry for entry in self.entries if isinstance(entry, CountryForm))

    @property
    def listed(self) -> Listed | None:
        """The listed organization among the entries."""
        return next((entry for entry in self.entries if isinstance(entry, Listed)), None)

    @property
    def place(self) -> Place | None:
        """The place among the entries."""
        return next((entry for entry in self.entries if isinstance(entry, Place)), None)

    @property
    def is_blocked(self) -> bool:
        """Tell whether the table says that this is no nation."""
        return any(isinstance(entry, NotNation) for entry in self.entries)

    @property
    def is_nation(self) -> bool:
        """Tell whether a state is named, by its name or by an adjective."""
        return any(form.kind in ("name", "adjective") for form in self.forms)


class Scan:
    """A line with its `tokens`, the indices of the capitalized ones (`names`), and its hits.

    Hits do not overlap: the longest name at the leftmost place wins.
    """

    def __init__(self, line: Line) -> None:
        self.line = line
        self.tokens = line.tokens
        self.names = tuple(index for index, token in enumerate(line.tokens) if token.is_name)
        self.hits = self._find()
        self._at = {index: hit for hit in self.hits for index in range(hit.start, hit.end)}

    @cached_property
    def text_start(self) -> int:
        """The index of the first word of the line."""
        return next((n for n, token in enumerate(self.tokens) if token.text[0].isalnum()), 0)

    @cached_property
    def behind(self) -> dict[int, int]:
        """The indices of the tokens behind the characters at which a token ends."""
        return {token.end: index for index, token in enumerate(self.tokens, start=1)}

    def hit(self, index: int) -> Hit | None:
        """Return the hit that covers the token at `index`."""
        return self._at.get(index)

    def nation(self, index: int) -> Hit | None:
        """Return the hit that covers the token at `index` if it names a state or its adjective."""
        hit = self._at.get(index)
        return hit if hit is not None and hit.is_nation else None

    def _find(self) -> tuple[Hit, ...]:
        index = lexicon.upper_index() if self.line.is_upper else lexicon.index()
        found = []
        position = 0
        tokens = self.tokens
        while position < len(tokens):
            match = index.match(tokens, position)
            if match is None and position <= DATELINE and tokens[position].text.isupper():
                match = lexicon.upper_index().match(tokens, position)
                is_line = match is not None and (position, match[0]) == (0, len(tokens))  # a credit: "REUTERS"
                if match is not None and not (is_line or _is_dateline(match[1], tokens[position].text)):
                    match = None
            article = tokens[position].text in ("The", "THE") and position + 1 < len(tokens)
            longer = index.match(tokens, position + 1) if match is not None and article else None
            if match is None or (longer is not None and longer[0] > match[0]):
                position += 1  # no name, or only its article: "The Hague | Conference on …"
                continue
            found.append(Hit(position, *match))
            position = match[0]
        return tuple(found)
