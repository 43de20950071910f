"""Split a source into passages: headings, list items and sentences, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.language import sentence_spans
from pipeline.records import Passage, Source, Span

BULLET = re.compile(r"[ \t]*(?:[-–—•*·▪‣◦]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])[ \t]+(?=\S)")
TERMINAL = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
WORD = re.compile(r"[^\W\d_][\w'’.-]*")
# Words that stay small in a heading in capitals of titles.
SMALL = frozenset(
    "a an and as at between by for from in into of on or over the to under upon via with without its their".split()
)
HEADING_WORDS = 30  # a line of more words than this is a sentence that lost its full stop
TITLE_WORDS = 90  # but the first line of a document may be a title as long as a treaty's
WRAPPED_WIDTH = 120  # text files are wrapped at 60 to 100 columns; longer lines are paragraphs


def split(source: Source, doc: Doc) -> list[Passage]:
    """Return the passages of `source` in order; `doc` is its text as the language pipeline read it.

    Every character that is not a blank or a bullet lies in exactly one passage. `block` numbers the paragraphs,
    headings and items from 0: sentences of one paragraph share it.
    """
    passages: list[Passage] = []
    for number, block in enumerate(_blocks(source.text)):
        body, is_item = _without_bullet(source.text, block)
        most_words = TITLE_WORDS if number == 0 else HEADING_WORDS
        if not is_item and _is_heading(source.text[body.start : body.end], most_words):
            passages.append(Passage(body.start, body.end, "heading", number))
            continue
        for sentence in sentence_spans(doc, source.text, body):
            passages.append(Passage(sentence.start, sentence.end, "item" if is_item else "sentence", number))
    return passages


def _blocks(text: str) -> Iterator[Span]:
    """Yield paragraphs, headings and items: lines, joined again where an editor wrapped them."""
    chunk: list[Span] = []
    for line in _lines(text):
        if line is not None:
            chunk.append(line)
            continue
        yield from _join_wrapped(text, chunk)
        chunk = []
    yield from _join_wrapped(text, chunk)


def _lines(text: str) -> Iterator[Span | None]:
    """Yield the lines without outer blanks, None for an empty one."""
    start = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        offset = start + line.find(stripped) if stripped else start
        yield Span(offset, offset + len(stripped)) if stripped else None
        start += len(line)


def _join_wrapped(text: str, lines: list[Span]) -> Iterator[Span]:
    """Yield the blocks of a run of lines. A line was wrapped if the next word would not have fitted behind it."""
    width = max((line.end - line.start for line in lines), default=0)
    start: int | None = None
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        start = line.start if start is None else start
        if following is not None and width <= WRAPPED_WIDTH and _is_wrapped(text, line, following, width):
            continue
        yield Span(start, line.end)
        start = None


def _is_wrapped(text: str, line: Span, following: Span, width: int) -> bool:
    if BULLET.match(text, following.start, following.end):
        return False
    first_word = len(text[following.start : following.end].split(maxsplit=1)[0])
    return (line.end - line.start) + 1 + first_word > width or text[following.start].islower()


def _without_bullet(text: str, block: Span) -> tuple[Span, bool]:
    bullet = BULLET.match(text, block.start, block.end)
    return (Span(bullet.end(), block.end), True) if bullet else (block, False)


def _is_heading(line: str, most_words: int) -> bool:
    """Tell whether a block is a heading: of at most so many words, and either open-ended or in capitals of titles."""
    words = WORD.findall(line)
    if len(words) > most_words:
        return False
    if not TERMINAL.search(line):
        return True
    if line.endswith(("!", "?", ",", ";")) or ". " in line.rstrip(".").replace("U.S. ", "").replace("U.K. ", ""):
        return False
    large = [word for word in words if word.lower() not in SMALL]
    # A small verb among capitals makes it a sentence ("Spain and Portugal divided the New World.").
    return len(large) >= 2 and all(any(letter.isupper() for letter in word) for word in large)
