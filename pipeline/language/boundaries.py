"""Sentence boundaries that letters and signs make certain; what they leave open, the parser decides.

A parser trained on letters from the web breaks well-written sentences in the middle, and a rule cannot break text that
has no full stops. So the rule says where a sentence begins and where none can, and leaves the rest open.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.sentences import BEFORE_NAMES, OPENERS

COMPONENT = "accords_boundaries"
START, OPEN, INSIDE = 1, 0, -1  # spaCy's values of SENT_START
ENDS = frozenset(".!?…")
STRAIGHT = frozenset(('"', "'", "''", "``"))
CLOSING = frozenset("”’»)]")
NEVER_FIRST = frozenset(",;:.!?…%")
# Behind these a sentence may begin in untidy text, so that the parser has the word.
PAUSES = frozenset(":;-–—*•·|=_~<>#/,")


class _Word(NamedTuple):
    text: str
    place: int
    blank: bool  # there is one behind it
    closes: bool  # it is a closing bracket or quotation mark


@Language.component(COMPONENT)
def mark_certain(doc: Doc) -> Doc:
    """Set `token.is_sent_start` where it is certain, and leave it None elsewhere."""
    starts = np.full(len(doc), INSIDE, dtype=np.int64)
    words: list[_Word] = []
    broken, blank = True, True
    texts = [token.text for token in doc]
    for index, token in enumerate(doc):
        text = texts[index]
        if text.isspace():
            broken = broken or text.count("\n") > 1
            blank = True
            continue
        behind = bool(token.whitespace_)
        word = _Word(text, index, behind, _closes(text, blank, behind or index + 1 == len(texts)))
        if broken:
            starts[index] = START
        elif not (text.islower() and words[-1].text[-1].isalnum() and words[-1].place == index - 1):  # most words
            starts[index] = _begins(word, words, texts[index + 1] if index + 1 < len(texts) else "")
        words.append(word)
        broken, blank = False, behind
    # At once: spaCy looks through the whole doc each time that one token's `is_sent_start` is set.
    doc.from_array(["SENT_START"], starts.astype(np.uint64))  # type: ignore[arg-type]
    return doc


def _closes(text: str, blank_before: bool, blank_behind: bool) -> bool:
    """Tell whether a word is a closing bracket or quotation mark; straight ones tell by the blanks around them."""
    return blank_behind and not blank_before if text in STRAIGHT else text in CLOSING


def _begins(word: _Word, previous: list[_Word], following: str) -> int:
    """Tell whether a sentence begins with `word`, in front of `following` and behind `previous`."""
    if word.closes or word.text[0] in NEVER_FIRST:
        return INSIDE
    last = len(previous) - 1
    while last > 0 and previous[last].closes:
        last -= 1
    end, nearest = previous[last], previous[-1]
    ends = end.text[-1] in ENDS
    if word.place == nearest.place + 1 and not nearest.blank:
        return OPEN if ends else INSIDE
    if ends:
        return _begins_behind(end.text, previous[last - 1] if last else None, word, following)
    # A bracket, a pause, a line break in front: a careful text goes on, a careless one begins anew.
    unsettled = end.text[-1] in PAUSES or word.place > nearest.place + 1 or end is not nearest
    return OPEN if unsettled or word.text[0].isupper() else INSIDE


def _begins_behind(end: str, before: _Word | None, word: _Word, following: str) -> int:
    """Tell whether a sentence begins with `word` behind `end`, which has a full stop or is one."""
    first = word.text[0] if word.text[0].isalnum() else following[:1]
    if first.islower() or word.text[0] == "[" or end[-1] == "…" or (len(end) > 1 and set(end) == {"."}):
        return OPEN
    if end[-1] != ".":
        return START
    if end != ".":
        if end.lower().rstrip(".") in BEFORE_NAMES or len(end) == 2:
            return INSIDE
        return START if word.text.lower() in OPENERS else OPEN
    if before is None or (before.text.isdigit() and before.place == 0):
        return OPEN
    is_initial = len(before.text) == 1 and before.text.isalpha() and before.text != "I"
    return INSIDE if is_initial or before.text.lower() in BEFORE_NAMES else START
