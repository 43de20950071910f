"""Read texts in the order of cost: tokens and sentence boundaries always, names and parse only where asked for.

A parse costs ten times what all rules cost together, so a stage finds by a cheap scan the passages from which a record
can come, and has those parsed. A pipeline without a parser or without entities leaves them out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language import boundaries, labels, sentences
from pipeline.language.load import NAME, load

ENTITIES = frozenset({"ner", "entity_ruler", "span_ruler", "entity_linker"})
SENTENCES = frozenset({sentences.COMPONENT, boundaries.COMPONENT, "senter", "sentencizer"})
ENCODERS = frozenset({"tok2vec", "transformer"})
LONGEST = 400  # tokens; a longer passage is no sentence, and its parse would say nothing


@dataclass(frozen=True, slots=True)
class Word:
    """What the parse says of a token.

    `head` is the index in the document of the token that it hangs on (its own for the root), `role` as what it hangs
    there, `pos` its Universal POS tag.
    """

    head: int
    role: labels.Role
    pos: str


Parse = dict[int, Word]


class Reader:
    """A spaCy pipeline, taken apart into what is cheap and what is not."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        pipes = [(name, pipe) for name, pipe in nlp.pipeline if name not in SENTENCES]
        entities = [(name, pipe) for name, pipe in pipes if name in ENTITIES]
        self._entities: list[Callable[[Doc], Doc]] = [*_encoders(pipes, entities), *(pipe for _, pipe in entities)]
        syntax = [(name, pipe) for name, pipe in pipes if name not in ENTITIES and "lemma" not in name]
        self._syntax = [pipe for _, pipe in syntax] if any(name == "parser" for name, _ in syntax) else []

    def read(self, text: str) -> Doc:
        """Return the tokens of `text` with sentence boundaries by rule."""
        self.nlp.max_length = max(self.nlp.max_length, len(text) + 1)
        doc = self.nlp.make_doc(text)
        sentences.mark_sentences(doc)
        return doc

    def name(self, doc: Doc) -> Doc:
        """Set the entities of `doc`, if the pipeline knows any."""
        named = doc
        for pipe in self._entities:
            named = pipe(named)
        return named

    def parse(self, doc: Doc, passages: Iterable[tuple[int, int]]) -> Parse:
        """Return what the parser says of the tokens of `passages`: half-open ranges of tokens, a sentence each.

        Blanks between words are left out. Empty for a pipeline without a parser.
        """
        if not self._syntax:
            return {}
        places = [[token.i for token in doc[start:end] if not token.is_space] for start, end in passages]
        places = [words for words in places if 0 < len(words) <= LONGEST]
        docs: Iterable[Any] = [_sentence(doc, words) for words in places]
        for pipe in self._syntax:
            docs = pipe.pipe(docs, batch_size=256) if hasattr(pipe, "pipe") else [pipe(one) for one in docs]
        parse: Parse = {}
        for words, parsed in zip(places, docs, strict=True):
            for token in parsed:
                parse[words[token.i]] = Word(words[token.head.i], labels.role(token), token.pos_)
        return parse


@lru_cache(maxsize=4)
def reader(name: str = NAME) -> Reader:
    """Return the reader of the English pipeline `name`; see `load` for names and errors."""
    return Reader(load(name))


def _encoders(pipes: Sequence[tuple[str, Any]], readers: Sequence[tuple[str, Any]]) -> list[Any]:
    """Return the shared encoders that some of `readers` listen to."""
    listens = any(
        "listener" in layer.name for _, pipe in readers if hasattr(pipe, "model") for layer in pipe.model.walk()
    )
    return [pipe for name, pipe in pipes if name in ENCODERS] if listens else []


def _sentence(doc: Doc, places: Sequence[int]) -> Doc:
    """Return the tokens at `places` as a document of one sentence."""
    tokens = [doc[i] for i in places]
    words = [token.text for token in tokens]
    spaces = [bool(token.whitespace_) or (token.i + 1 < len(doc) and doc[token.i + 1].is_space) for token in tokens]
    starts: list[bool | int | None] = [True, *[False] * (len(words) - 1)]
    return Doc(doc.vocab, words=words, spaces=spaces, sent_starts=starts)
