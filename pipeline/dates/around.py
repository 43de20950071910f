"""The words and characters around a match, as the guards see them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.dates import contexts
from pipeline.dates.grammar import Match

LAST_WORD = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?)[,]?(?:[ \t\u00a0]+|[ \t]*\n[ \t]*)$")
NEXT_WORD = re.compile(r"[\s-]([^\W\d_]+)")


def previous_word(text: str, start: int) -> str:
    """Return the word in front of character `start`, "" at the beginning of a sentence or behind punctuation."""
    found = LAST_WORD.search(text, max(0, start - 40), start)
    return found[1] if found else ""


def next_word(text: str, end: int) -> str:
    """Return the word behind character `end`, "" if punctuation or a number stands there."""
    found = NEXT_WORD.match(text, end)
    return found[1] if found and text[end] != "-" else ""


@dataclass(frozen=True, slots=True)
class Around:
    """A match with the words around it: `before` and `after` as written, `body` in lower case."""

    text: str
    match: Match
    before: str
    after: str
    body: str

    @classmethod
    def of(cls, text: str, match: Match) -> Around:
        """Look around a match of `text`."""
        before, after = previous_word(text, match.start), next_word(text, match.end)
        return cls(text, match, before, after, text[match.start : match.end].lower())

    def behind(self, name: str) -> bool:
        """Tell whether the word in front is one of the set `name`."""
        return self.before.lower() in contexts.words(name)

    def ahead_of(self, name: str) -> bool:
        """Tell whether the word behind is one of the set `name`."""
        return self.after.lower() in contexts.words(name)

    def at(self, offset: int) -> str:
        """Return the character `offset` behind the match, "" at the end of the text."""
        return self.text[self.match.end + offset : self.match.end + offset + 1]

    @property
    def behind_name(self) -> bool:
        """Tell whether a capitalized word stands in front that is no preposition at the head of a sentence."""
        return self.before[:1].isupper() and not self.behind("prepositions")

    def search_before(self, pattern: re.Pattern[str], reach: int = 24) -> re.Match[str] | None:
        """Search the `reach` characters in front."""
        return pattern.search(self.text, max(0, self.match.start - reach), self.match.start)
