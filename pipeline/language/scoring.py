"""Compare what the model says of the held-out texts with what their annotators say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens
from spacy.training import Example

SYNTAX_SCORES = {
    "token_acc": "tokens",
    "tag_acc": "tags",
    "pos_acc": "parts_of_speech",
    "lemma_acc": "lemmas",
    "dep_uas": "uas",
    "dep_las": "las",
    "sents_f": "sentences",
}
PLACES = frozenset({"GPE", "LOC", "FAC"})
LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "LAW", "PRODUCT", "EVENT"})
COARSE = frozenset({"PERSON", "ORG", "LOC"})

Name = tuple[int, int, str]


class Scores(NamedTuple):
    """Precision, recall and F1 in percent, and the number of expected names."""

    precision: float
    recall: float
    f1: float
    names: int


def syntax(nlp: Language, gold: Iterable[Doc]) -> dict[str, float]:
    """Return accuracies in percent on raw text: the model's own tokens and sentences count."""
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in gold]
    scores = nlp.evaluate(examples)
    return {name: round(100 * scores[key], 1) for key, name in SYNTAX_SCORES.items() if scores.get(key) is not None}


def entities(nlp: Language, gold: Sequence[Doc], labels: frozenset[str], *, merged: bool) -> dict[str, Scores]:
    """Return the scores for each of `labels` and for all, by exact characters.

    A leading "the" does not count. Where the annotators left a word open, names that touch it are not counted.
    `merged` makes one label of the kinds of place, for corpora that do not tell them apart.
    """
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for expected, found in zip(gold, nlp.pipe(doc.text for doc in gold), strict=True):
        known = _names(expected.ents, labels, merged=merged)
        left_open = [(token.idx, token.idx + len(token)) for token in expected if token.ent_iob == 0]
        claimed = {
            name
            for name in _names(found.ents, labels, merged=merged)
            if name in known or not any(name[0] < end and start < name[1] for start, end in left_open)
        }
        wanted.update(label for *_, label in known)
        said.update(label for *_, label in claimed)
        right.update(label for *_, label in known & claimed)
    totals = {"all": _scores(right.total(), said.total(), wanted.total())}
    return totals | {label: _scores(right[label], said[label], wanted[label]) for label in sorted(wanted)}


def _names(spans: Iterable[Tokens], labels: frozenset[str], *, merged: bool) -> set[Name]:
    names = set()
    for span in spans:
        start = span.start
        while start < span.end - 1 and span.doc[start].lower_ == "the":
            start += 1
        label = "LOC" if merged and span.label_ in PLACES else span.label_
        if label in labels:
            names.add((span.doc[start].idx, span.end_char, label))
    return names


def _scores(right: int, said: int, wanted: int) -> Scores:
    precision = right / said if said else 0.0
    recall = right / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Scores(round(100 * precision, 1), round(100 * recall, 1), round(100 * f1, 1), wanted)
