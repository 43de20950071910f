"""The corpora that the model learns from and is measured on, and the sentences of our own beside them."""

from __future__ import annotations

import json
import random
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from pipeline.errors import AccordsError

SYNTAX = "train_clear"
PASSES = 2
SENTENCES = (1, 1, 2, 3, 4)
LONGEST = 70
# How often each source is read in one epoch. The Groningen Meaning Bank stays out: its annotations carry no terms.
ENTITIES = {
    "fewnerd_train": 1,
    "redoc_train": 1,
    "cross_train": 2,
    "wikigold_train": 1,
    "gum_train": 1,
    "multiner_train": 1,
    "re3d_train": 2,
    "uner_ewt_dev": 1,
}
# What the model is measured on: no document that also stands there is learned from.
TESTS = {
    "ner": ("fewnerd_test", "cross_test", "gum_test", "uner_ewt_test", "uner_pud_test", "europarl_test"),
    "syntax": ("ewt_test_clear", "gum_test_clear", "pud_clear"),
}
TELLING = 24  # letters; a shorter text may stand anywhere ("See also")
OWN = Path(__file__).parent / "own.json"
OWN_REPEATED = 2
OWN_SENTENCES = 1200
SLOT = re.compile(r"\{(\w+)\}")
MARKED = re.compile(r"\[([^\]|]+)\|(\w+)\]")


class Marked(NamedTuple):
    """A text and the names in it: start, end, label."""

    text: str
    names: tuple[tuple[int, int, str], ...]


def docs(corpora: Path, folder: str, name: str, nlp: Language) -> Iterator[Doc]:
    """Yield the documents of the DocBin `folder`/`name`. Raises AccordsError if it is not there."""
    path = corpora / folder / f"{name}.spacy"
    if not path.is_file():
        raise AccordsError("no such corpus", path=path, remedy="Name the folder that holds syntax/ and ner/.")
    yield from DocBin().from_disk(path).get_docs(nlp.vocab)


def syntax_examples(corpora: Path, nlp: Language) -> list[Example]:
    """Return the treebank in short pieces beside the tokens of `nlp`. Of morphology only Universal POS tags are kept.

    Each document is cut anew for each of PASSES, so that sentences are seen first, last, alone and in company.
    """
    lot = random.Random(PASSES)  # noqa: S311 - no secret
    treebank = _without(_tested(corpora, nlp), docs(corpora, "syntax", SYNTAX, nlp))
    for doc in treebank:
        for token in doc:
            token.set_morph("")  # type: ignore[attr-defined]
    return [
        Example(nlp.make_doc(piece.text), piece)
        for _ in range(PASSES)
        for doc in treebank
        for piece in _pieces(doc, lot)
    ]


def _pieces(doc: Doc, lot: random.Random) -> Iterator[Doc]:
    """Yield runs of one to four sentences, which together are no longer than LONGEST tokens if they are several."""
    sentences = list(doc.sents)
    first = 0
    while first < len(sentences):
        last = first + 1
        wanted = first + lot.choice(SENTENCES)
        while last < min(wanted, len(sentences)) and sentences[last].end - sentences[first].start <= LONGEST:
            last += 1
        yield doc[sentences[first].start : sentences[last - 1].end].as_doc()
        first = last


def entity_examples(corpora: Path, nlp: Language) -> list[Example]:
    """Return the documents with names, each as often as ENTITIES says, and our own sentences.

    Those that also stand in a test are left out: Few-NERD has 139 of its test texts among those for training.
    """
    examples = []
    tested = _tested(corpora, nlp)
    for name, times in ENTITIES.items():
        for doc in _without(tested, docs(corpora, "ner", name, nlp)):
            examples += [Example(nlp.make_doc(doc.text), doc)] * times
    return examples + own_examples(nlp) * OWN_REPEATED


def _tested(corpora: Path, nlp: Language) -> list[str]:
    """Return the letters of the texts that the model is measured on, as far as they are there."""
    files = [(folder, name) for folder, names in TESTS.items() for name in names]
    there = [(folder, name) for folder, name in files if (corpora / folder / f"{name}.spacy").is_file()]
    return sorted({_letters(doc.text) for folder, name in there for doc in docs(corpora, folder, name, nlp)})


def _without(tested: Iterable[str], known: Iterable[Doc]) -> list[Doc]:
    """Return the documents of `known` that no text of a test is or stands in."""
    kept = list(known)
    texts = [_letters(doc.text) for doc in kept]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    whole = "\n".join(texts)
    same = set(tested)
    dropped = {place for place, text in enumerate(texts) if text in same}
    for text in tested:
        at = whole.find(text) if len(text) >= TELLING else -1
        while at >= 0:
            dropped.add(bisect_right(starts, at) - 1)
            at = whole.find(text, at + 1)
    return [doc for place, doc in enumerate(kept) if place not in dropped]


def _letters(text: str) -> str:
    """Return the letters and digits of `text`, by which it is known whatever the signs and blanks between them."""
    return "".join(filter(str.isalnum, text)).lower()


def own_examples(nlp: Language) -> list[Example]:
    """Return our own sentences, two to a document."""
    written = json.loads(OWN.read_text(encoding="utf-8"))
    sentences = own_sentences(written["sentences"], written["words"], OWN_SENTENCES)
    examples = []
    for pair in zip(sentences[::2], sentences[1::2], strict=False):
        marked = marked_text(" ".join(pair))
        gold = nlp.make_doc(marked.text)
        spans = [gold.char_span(*name, alignment_mode="expand") for name in marked.names]
        gold.set_ents([span for span in spans if span is not None], default="outside")
        examples.append(Example(nlp.make_doc(marked.text), gold))
    return examples


def own_sentences(patterns: Iterable[str], words: dict[str, list[str]], count: int, seed: int = 3) -> list[str]:
    """Return `count` sentences: patterns whose slots ("{country}") are filled from `words`, by turns and by lot."""
    lot = random.Random(seed)  # noqa: S311 - no secret
    known = list(patterns)
    filled = []
    for number in range(count):
        sentence = known[number % len(known)]
        while SLOT.search(sentence):
            sentence = SLOT.sub(lambda slot: lot.choice(words[slot[1]]), sentence, count=1)
        filled.append(sentence)
    return filled


def marked_text(marked: str) -> Marked:
    """Read a sentence in which names are written [name|LABEL]."""
    text, names, done = "", [], 0
    for found in MARKED.finditer(marked):
        text += marked[done : found.start()]
        names.append((len(text), len(text) + len(found[1]), found[2]))
        text += found[1]
        done = found.end()
    return Marked(text + marked[done:], tuple(names))
