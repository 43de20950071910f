"""Sentence boundaries that letters and signs make certain; what they leave open, the parser decides.

A parser trained on letters from the web breaks well-written sentences in the middle, and a rule cannot break text that
has no full stops. So the rule says where a sentence begins and where none can, and leaves the rest open.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.language.sentences import BEFORE_NAMES, OPENERS

COMPONENT = "accords_boundaries"
ENDS = frozenset(".!?…")
STRAIGHT = frozenset("\"'")
CLOSING, OPENING = frozenset("”’»)]"), frozenset("“‘«([")
# Behind these a sentence may begin in untidy text, so that the parser has the word.
PAUSES = frozenset(":;-–—*•·|=_~<>#/,")


@Language.component(COMPONENT)
def mark_certain(doc: Doc) -> Doc:
    """Set `token.is_sent_start` where it is certain, and leave it None elsewhere."""
    previous: list[Token] = []
    broken = True
    for token in doc:
        if token.is_space:
            broken = broken or token.text.count("\n") > 1
            token.is_sent_start = False
            continue
        token.is_sent_start = True if broken else _begins(token, previous)
        broken = False
        previous.append(token)
    return doc


def _begins(token: Token, previous: list[Token]) -> bool | None:
    """Tell whether a sentence begins with `token`, behind the words `previous`; None if only a reader can tell."""
    last = len(previous) - 1
    while last > 0 and _closes(previous[last]):
        last -= 1
    end = previous[last]
    if _closes(token) or token.text[0] in ",;:.!?…%":
        return False
    if token.i == previous[-1].i + 1 and not previous[-1].whitespace_:
        return None if end.text[-1] in ENDS else False
    if end.text[-1] in ENDS:
        return _begins_behind(end, previous[last - 1] if last else None, token)
    if end.text[-1] in PAUSES or token.i > previous[-1].i + 1 or end is not previous[-1]:
        return None
    return None if token.text[0].isupper() else False


def _begins_behind(end: Token, before: Token | None, token: Token) -> bool | None:
    first = token.text[0] if token.text[0].isalnum() or token.i + 1 >= len(token.doc) else token.nbor(1).text[0]
    if first.islower() or token.text[0] == "[" or end.text[-1] == "…" or (len(end.text) > 1 and set(end.text) == {"."}):
        return None
    if end.text[-1] != ".":
        return True
    if end.text == ".":
        if before is None:
            return None
        if before.lower_ in BEFORE_NAMES or (len(before.text) == 1 and before.text.isalpha() and before.text != "I"):
            return False
        return None if before.text.isdigit() and before.i == 0 else True
    if end.lower_.rstrip(".") in BEFORE_NAMES or len(end.text) == 2:
        return False
    return True if token.lower_ in OPENERS else None


def _closes(token: Token) -> bool:
    """Tell whether `token` is a closing bracket or quotation mark; straight ones tell by the blanks around them."""
    if token.text in STRAIGHT or token.text in ("''", "``"):
        return bool(token.whitespace_ or token.i + 1 == len(token.doc)) and not (
            token.i > 0 and bool(token.nbor(-1).whitespace_)
        )
    return token.text in CLOSING
