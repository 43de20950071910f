"""Sentence boundaries by rule: a spaCy component that sets `token.is_sent_start`."""

from __future__ import annotations

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.records import Span

COMPONENT = "accords_sentences"
START, NO_START = 1, -1  # spaCy's values of SENT_START

ENDS = frozenset(".!?…")
CLOSERS = frozenset("\"'”’»)]")
# Abbreviations that stand in front of a name or number, so that the capital behind them starts no sentence.
# Those that spaCy's English tokenizer keeps in one piece are found by their final full stop.
BEFORE_NAMES = frozenset(
    "mr mrs ms dr prof gen lt col sgt capt adm maj hon rev st fr sen rep gov pres no nos art arts sec vol vols fig "
    "pp p par para ch cf ed eds vs jan feb mar apr jun jul aug sep sept oct nov dec mt ft h.e he amb messrs "
    "pte pvt sdn".split()
)
# Behind "U.S." or "etc." these, capitalized, begin a sentence; names do not ("U.S. Ambassador").
OPENERS = frozenset(
    "the a an in on at by this these that those it he she they we after before since during under when".split()
)


@Language.component(COMPONENT)
def mark_sentences(doc: Doc) -> Doc:
    """Mark where sentences begin: after . ! ? … and at empty lines, but not after initials and titles.

    A single line break may be an editor's; `split` tells lines that are paragraphs from lines that were wrapped.
    """
    starts = np.full(len(doc), NO_START, dtype="int64")
    starts_next = True
    for token in doc:
        if token.is_space:
            starts_next = starts_next or token.text.replace("\r\n", "\n").count("\n") > 1
            continue
        if starts_next:
            starts[token.i] = START
        text = token.text
        starts_next = (text[-1] in ENDS or text in CLOSERS) and _ends_sentence(token)
    # At once: spaCy looks through the whole doc each time that one token's `is_sent_start` is set.
    doc.from_array(["SENT_START"], starts.astype("uint64"))  # type: ignore[arg-type]  # one column is a vector
    return doc


def sentence_spans(doc: Doc, text: str, within: Span) -> list[Span]:
    """Return the sentences of `doc` that lie in the characters `within`, cut to it and without outer blanks.

    `text` is the text of `doc`, which spaCy would put together anew on each request.
    """
    part = doc.char_span(within.start, within.end, alignment_mode="expand")
    if part is None:
        return []
    starts = [max(token.idx, within.start) for token in part if token.is_sent_start or token.i == part.start]
    ends = [*starts[1:], within.end]
    return [span for start, end in zip(starts, ends, strict=True) if (span := _trim(text, start, end))]


def _ends_sentence(token: Token) -> bool:
    """Tell whether the next word starts a sentence: `token` is the last thing in front of it."""
    last = token
    while last.text in CLOSERS and last.i > 0:
        last = last.nbor(-1)
    if last.text[-1] not in ENDS:
        return False
    following = _next_word(token)
    if following is None:
        return True
    if following.text in CLOSERS or following.text[0].islower() or following.text[0] in ",;:–—-":
        return False
    if not token.whitespace_ and not following.is_space and following.i == token.i + 1:
        return False
    if last.text in ENDS:
        before = last.nbor(-1) if last.i > 0 else None
        if last.text != "." or before is None:
            return True
        return not (_is_initial(before.text) or before.lower_ in BEFORE_NAMES)
    # A token that keeps its own full stop ("U.S.", "Mr.", "L.") ends a sentence only in front of a function word.
    return following.lower_ in OPENERS and len(last.text) > 2


def _is_initial(text: str) -> bool:
    return len(text) == 1 and text.isupper() and text != "I"


def _next_word(token: Token) -> Token | None:
    for following in token.doc[token.i + 1 :]:
        if not following.is_space:
            return following
    return None


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
