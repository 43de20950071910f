"""Tokens as the treebanks cut them, where spaCy's English tokenizer cuts otherwise."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_prefix_regex, compile_suffix_regex

# "co-operation" and "anti-aircraft" are one word; "long-range" and "Franco-German" are two and a hyphen.
PREFIXES = (
    "anti|arch|co|counter|cross|e|ex|inter|intra|micro|mid|mini|multi|non|over|post|pre|pro|re|semi|sub|super|trans|un"
)
WHOLE = (
    rf"(?:{PREFIXES})-[^\W\d_][\w-]*"
    r"|\d{3}-\d{3}(?:-\d{4}|\d)|\d-\d{3}-\d{3}-\d{4}"  # telephone numbers
    r"|([!?*=_~#.-])\1+|[!?.]{2,}"  # runs of one sign are one token
)
RUNS = (r"[!?]{2,}", r"\*{2,}", "={2,}", "_{2,}", "~{2,}")


def adapt(nlp: Language) -> None:
    """Make the tokenizer of `nlp` keep prefixes, telephone numbers and runs of one sign in one piece."""
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)  # noqa: S101 - spaCy's English has no other
    tokenizer.token_match = re.compile(f"(?i:{WHOLE})$").match
    tokenizer.prefix_search = compile_prefix_regex([*RUNS, *(nlp.Defaults.prefixes or [])]).search
    tokenizer.suffix_search = compile_suffix_regex([*RUNS, *(nlp.Defaults.suffixes or [])]).search
