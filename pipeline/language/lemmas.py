"""Dictionary forms by word endings: a small table learned from the treebanks, and the words that keep to no rule.

For each tag, the longest ending of a word that the table knows says what to cut off and what to put on; forms that
come out wrong that way stand in a list of exceptions. That is smaller and quicker than a trained classifier.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

COMPONENT = "accords_lemmas"
TABLES = "tables.json"
LONGEST_ENDING = 5
FREQUENT = 2  # a form seen but once is no exception: it is as likely a slip
CACHED = 100_000
NAME, NAMES = "NNP", "NNPS"  # names keep their capitals, and in the singular their form: "United" is not "Unite"

Seen = tuple[str, str, str]
Edit = tuple[int, str]
Endings = dict[str, dict[str, list[int | str]]]
Exceptions = dict[str, dict[str, str]]


class Lemmas:
    """The component: sets `token.lemma_` from the word and its tag."""

    def __init__(self, endings: Endings | None = None, exceptions: Exceptions | None = None) -> None:
        self.endings = endings or {}
        self.exceptions = exceptions or {}
        self._known: dict[tuple[int, ...], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of `doc`."""
        strings, known = doc.vocab.strings, self._known
        if len(known) > CACHED:
            known.clear()
        lemmas = []
        for pair in zip(*doc.to_array(["ORTH", "TAG"]).T.tolist(), strict=True):
            lemma = known.get(pair)
            if lemma is None:
                lemma = known[pair] = self.lemma(strings[pair[0]], strings[pair[1]])
            lemmas.append(strings.add(lemma))
        doc.from_array(["LEMMA"], np.asarray(lemmas, dtype=np.uint64))  # type: ignore[arg-type]
        return doc

    def lemma(self, word: str, tag: str) -> str:
        """Return the dictionary form of `word` as a `tag`."""
        return self._find(_form(word, tag), tag)

    def _find(self, form: str, tag: str) -> str:
        exception = self.exceptions.get(tag, {}).get(form)
        if exception is not None:
            return exception
        endings = self.endings.get(tag, {})
        for length in range(min(LONGEST_ENDING, len(form) - 1), -1, -1):
            edit = endings.get(form[len(form) - length :])
            if edit is not None:
                return _apply(form, (int(edit[0]), str(edit[1])))
        return form

    def learn(self, seen: Iterable[Seen]) -> None:
        """Fill the tables from words, their tags and lemmas."""
        votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for word, tag, lemma in seen:
            if tag != NAME:
                votes[_form(word, tag), tag][lemma] += 1
        chosen = {key: min(counts, key=lambda lemma: (-counts[lemma], lemma)) for key, counts in votes.items()}
        self.endings, self.exceptions = _endings(chosen), {}
        self._known.clear()
        for (form, tag), lemma in sorted(chosen.items()):
            if votes[form, tag][lemma] >= FREQUENT and self._find(form, tag) != lemma:
                self.exceptions.setdefault(tag, {})[form] = lemma

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """Return the share of right lemmas: spaCy asks every component for its score."""
        return Scorer.score_token_attr(examples, "lemma", **settings)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002 - spaCy's interface
        """Write the tables to the folder `path`."""
        Path(path).mkdir(exist_ok=True)
        tables = {"endings": self.endings, "exceptions": self.exceptions}
        (Path(path) / TABLES).write_text(json.dumps(tables, ensure_ascii=False, sort_keys=True), encoding="utf-8")

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> Lemmas:  # noqa: ARG002 - spaCy's interface
        """Read the tables from the folder `path`."""
        tables = json.loads((Path(path) / TABLES).read_text(encoding="utf-8"))
        self.endings, self.exceptions = tables["endings"], tables["exceptions"]
        self._known.clear()
        return self


@Language.factory(COMPONENT, assigns=["token.lemma"], requires=["token.tag"])
def make(nlp: Language, name: str) -> Lemmas:  # noqa: ARG001 - spaCy's interface
    """Make the component with empty tables."""
    return Lemmas()


def _form(word: str, tag: str) -> str:
    return word if tag in (NAME, NAMES) else word.replace("’", "'").lower()


def _edit(form: str, lemma: str) -> Edit:
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return len(form) - shared, lemma[shared:]


def _apply(form: str, edit: Edit) -> str:
    cut, added = edit
    return form[: len(form) - cut] + added if cut < len(form) or added else form


def _endings(chosen: dict[tuple[str, str], str]) -> Endings:
    """Return for each tag the endings whose commonest edit differs from that of the next shorter ending."""
    votes: dict[tuple[str, str], Counter[Edit]] = defaultdict(Counter)
    for (form, tag), lemma in chosen.items():
        edit = _edit(form, lemma)
        for length in range(min(LONGEST_ENDING, len(form) - 1) + 1):
            if edit[0] <= max(length, 3):
                votes[tag, form[len(form) - length :]][edit] += 1
    best = {key: min(counts, key=lambda edit: (-counts[edit], edit)) for key, counts in votes.items()}
    endings: Endings = {}
    for (tag, ending), edit in sorted(best.items(), key=lambda item: (item[0][0], len(item[0][1]), item[0][1])):
        known = endings.setdefault(tag, {})
        shorter = next((known[ending[cut:]] for cut in range(1, len(ending) + 1) if ending[cut:] in known), None)
        enough = votes[tag, ending][edit] >= FREQUENT or not ending
        if enough and shorter != list(edit):
            known[ending] = list(edit)
    return endings
