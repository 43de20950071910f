"""Cut passages into tokens small enough for names: hyphens and possessives stand alone, "U.S." is one.

spaCy's tokenizer keeps "U.S.-Cambodia" and "N'Djamena’s" in ways that differ from word to word; a name grammar needs
one simple rule, and the same rule for the names of the tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline import countries
from pipeline.records import Passage

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"  # U.S., D.C., U.S.S.R, S.p.A.
    r"|[^\W_]+(?:['’‘ʻ](?!s\b)[^\W_]+)*"  # words and numbers, N’Djamena; not the possessive
    r"|['’]s\b"
    r"|[^\s\w]|_"
)


class Token(NamedTuple):
    """A token: its text (apostrophes straight), and its characters `start` to `end` (half open) in the source."""

    text: str
    start: int
    end: int
    is_name: bool  # a word that begins with a capital

    @property
    def lower(self) -> str:
        """The text in small letters."""
        return self.text.lower()


END = Token("", -1, -1, is_name=False)


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a passage. `is_upper`: it is written in capitals throughout; `in_title_case`: it is a heading."""

    passage: Passage
    tokens: tuple[Token, ...]
    is_upper: bool

    def at(self, index: int) -> Token:
        """Return the token at `index`, or an empty one outside the line."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else END

    def glued(self, index: int) -> bool:
        """Tell whether the token at `index` follows the one in front without a blank."""
        return 0 < index < len(self.tokens) and self.tokens[index].start == self.tokens[index - 1].end


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the tokens of `text[start:end]` with offsets into `text`."""
    found = TOKEN.finditer(text, start, len(text) if end is None else end)
    return tuple(_token(match[0], *match.span()) for match in found)


def lines(text: str, passages: Sequence[Passage]) -> list[Line]:
    """Return one line of tokens for each passage."""
    result = []
    for passage in passages:
        tokens = tokenize(text, passage.start, passage.end)
        # Words of a few letters ("UN", "No.") say nothing about how the passage is written, but three in a row do.
        words = [token.text for token in tokens if token.text.isalpha()]
        long = [word for word in words if len(word) > 3]
        is_upper = len(long) > 1 and all(word.isupper() for word in long)
        is_upper = is_upper or (len(long) == 1 and len(words) > 2 and all(word.isupper() for word in words))
        result.append(Line(passage, tokens, is_upper))
    return result


def _token(text: str, start: int, end: int) -> Token:
    straight = text if text.isascii() else text.translate(countries.table.APOSTROPHES)
    return Token(straight, start, end, text[0].isupper())
