"""The pattern language of the date rules: words, macros in braces, options in brackets, alternatives.

    [the ]{day} (of |){month}[,] {year}

A blank matches blanks and at most one line break, `_` blanks alone, `[...]` is optional, `(a|b)` one of several,
`{name}` a macro of words.toml whose reading is kept under that name (`{name:other}` keeps it under another one,
`{name:}` drops it; what is kept as `lead` stands in front and is no part of the match), `<name>` a piece of
fragments.toml. Everything else stands for itself, in capitals or not. A backslash makes the next character plain.

Compiling a pattern yields a regular expression and the one or two words with which a match can begin (what parsing
theory calls FIRST of length two), so that the scanner tries a rule only where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

BLANK = r"(?:[ \t\u00a0\u2009\u202f]{1,3}|[ \t]{0,2}\r?\n[ \t]{0,2})"
# No match ends inside a word, a decimal number or a number with a thousands separator.
END = r"(?!\w)(?!(?<=\d)[.,]\d)"
SAME_LINE = r"[ \t\u00a0\u2009\u202f]{1,3}"
ANY = "*"  # stands for any word in a set of first words
NUMBER = "0"  # stands for any run of digits in a set of first words
APOSTROPHE = "'"
FIRST_WORD = re.compile(r"[^\W\d_]+|\d+|['’]")


# The keys of the first two words of each wording; () and tuples of one for what is shorter than that.
Prefixes = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Macro:
    """What `{name}` stands for: a regular expression without groups, and how it can begin (see Prefixes)."""

    name: str
    regex: str
    prefixes: Prefixes


@dataclass(slots=True)
class Compiled:
    """A pattern as the `source` of a regular expression, which is compiled when first needed.

    `groups` maps the names of its groups to names of readings.
    """

    source: str
    groups: dict[str, str]
    prefixes: Prefixes
    _regex: re.Pattern[str] | None = None

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Match at character `start`, no farther than `end`."""
        if self._regex is None:
            self._regex = re.compile(self.source)
        return self._regex.match(text, start, end)


@dataclass(slots=True)
class _Piece:
    """A part of a pattern while it is compiled."""

    regex: str = ""
    prefixes: set[tuple[str, ...]] = field(default_factory=lambda: {()})

    def then(self, following: _Piece) -> None:
        """Append `following`: its words count as far as this piece has fewer than two."""
        self.regex += following.regex
        self.prefixes = {
            (prefix + more)[:2]
            for prefix in self.prefixes
            for more in (following.prefixes if len(prefix) < 2 else {()})
        }


def first_key(word: str) -> str:
    """Return the key under which a word at the beginning of a match is looked up."""
    if word[0].isdigit():
        return NUMBER
    return APOSTROPHE if word in "'’" else word.lower()


def prefix_of(wording: str) -> tuple[str, ...]:
    """Return the keys of the first two words of a wording."""
    return tuple(first_key(word) for word in FIRST_WORD.findall(wording)[:2])


def compile_pattern(pattern: str, macros: Mapping[str, Macro], fragments: Mapping[str, str]) -> Compiled:
    """Compile `pattern`. Raises ValueError, with the place in the pattern, for a fault in it."""
    parser = _Parser(_expand(pattern, fragments), macros)
    piece = parser.alternatives()
    if parser.at < len(parser.pattern):
        raise ValueError(f"{pattern!r}: {parser.pattern[parser.at :]!r} closes nothing")
    if () in piece.prefixes:
        raise ValueError(f"{pattern!r} can match without a word")
    return Compiled(piece.regex + END, parser.groups, frozenset(piece.prefixes))


def _expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """Put the text of `<fragment>` in its place, fragments in fragments included."""
    for _ in range(8):
        expanded = re.sub(r"<([a-z_]+)>", lambda m: f"({fragments[m[1]]})" if m[1] in fragments else m[0], pattern)
        if expanded == pattern:
            return pattern
        pattern = expanded
    raise ValueError(f"{pattern!r}: fragments contain each other")


class _Parser:
    """Recursive descent over a pattern: alternatives of sequences of pieces."""

    def __init__(self, pattern: str, macros: Mapping[str, Macro]) -> None:
        self.pattern = pattern
        self.macros = macros
        self.at = 0
        self.groups: dict[str, str] = {}

    def alternatives(self) -> _Piece:
        branches = [self.sequence()]
        while self.peek() == "|":
            self.at += 1
            branches.append(self.sequence())
        if len(branches) == 1:
            return branches[0]
        return _Piece(
            "(?:" + "|".join(branch.regex for branch in branches) + ")",
            set().union(*(branch.prefixes for branch in branches)),
        )

    def sequence(self) -> _Piece:
        whole = _Piece()
        while self.peek() not in ("", "|", ")", "]"):
            whole.then(self.piece())
        return whole

    def piece(self) -> _Piece:
        character = self.peek()
        if character in "([":
            return self.bracketed()
        if character == "{":
            return self.macro()
        if character in " _":
            self.at += 1
            return _Piece(BLANK if character == " " else SAME_LINE)
        return self.literal()

    def bracketed(self) -> _Piece:
        opening, opened = self.peek(), self.at
        self.at += 1
        inner = self.alternatives()
        if self.peek() != {"(": ")", "[": "]"}[opening]:
            raise ValueError(f"{self.pattern!r}: {opening!r} at character {opened} is not closed")
        self.at += 1
        if opening == "[":
            return _Piece(f"(?:{inner.regex})?", inner.prefixes | {()})
        return _Piece(f"(?:{inner.regex})", inner.prefixes)

    def macro(self) -> _Piece:
        end = self.pattern.find("}", self.at)
        name, colon, alias = self.pattern[self.at + 1 : end].partition(":")
        if end < 0 or name not in self.macros:
            raise ValueError(f"{self.pattern!r}: no macro {name!r}; there are {', '.join(sorted(self.macros))}")
        self.at = end + 1
        macro = self.macros[name]
        kept = alias if colon else name
        if not kept:
            return _Piece(f"(?:{macro.regex})", set(macro.prefixes))
        group = f"{name}__{kept}__{len(self.groups)}"
        self.groups[group] = kept
        return _Piece(f"(?P<{group}>{macro.regex})", set(macro.prefixes))

    def literal(self) -> _Piece:
        start = self.at
        characters: list[str] = []
        while self.peek() not in ("", " ", "_", "(", "[", "{", "|", ")", "]"):
            self.at += self.peek() == "\\"
            characters.append(self.peek())
            self.at += 1
        text = "".join(characters)
        if not text:
            raise ValueError(f"{self.pattern!r}: nothing at character {start}")
        return _Piece(literal_regex(text), {prefix_of(text)})

    def peek(self) -> str:
        return self.pattern[self.at : self.at + 1]


def literal_regex(text: str) -> str:
    """Return the expression for plain text: in capitals or not, any dash for a hyphen, any apostrophe."""
    escaped = plain_regex(text)
    return f"(?i:{escaped})" if text.upper() != text.lower() else escaped


def plain_regex(text: str) -> str:
    """Return the expression for text as it is written, but any dash for a hyphen and any apostrophe."""
    return re.escape(text).replace(r"\-", "[-‐‑–—]").replace("'", "['’]").replace(r"\ ", BLANK)
