"""The component that finds names: a score for each tag of each word, and the best chain of tags.

It reads every word once, where spaCy's recognizer walks from word to word: that is quicker, and a name is settled from
both of its ends. See `chain` for the tags.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens
from spacy.training import Example
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import Linear, Maxout, Model, chain, set_dropout_rate, with_array

from pipeline.language import chain as chains

COMPONENT = "accords_names"
SAMPLE = 50  # examples to try the shapes of the layers on


@registry.architectures("accords.Names.v1")  # type: ignore[untyped-decorator]
def names_model(tok2vec: Model[Any, Any], hidden: int, nO: int | None = None) -> Model[Any, Any]:  # noqa: N803
    """Return the layers: an encoding of the words, a score for each tag, and a score for each succession of tags."""
    width = tok2vec.maybe_get_dim("nO")
    top: Model[Any, Any] = chain(Maxout(hidden, width, nP=2, normalize=True, dropout=0.0), Linear(nO, hidden))
    follows: Model[Any, Any] = Model("accords_follows", _unused, params={"follows": None})
    whole: Model[Any, Any] = chain(tok2vec, with_array(top))
    return Model(
        "accords_names",
        _forward,
        init=_initialize,
        layers=[whole, follows],
        refs={"tok2vec": tok2vec, "output": top.layers[-1], "follows": follows},
    )


def _unused(model: Model[Any, Any], scores: Any, is_train: bool) -> Any:  # noqa: ARG001 - thinc's interface
    return scores, lambda gradient: gradient


def _forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> Any:
    return model.layers[0](docs, is_train)


def _initialize(model: Any, X: Any = None, Y: Any = None) -> None:  # noqa: N803 - thinc's interface
    tags = model.get_ref("output").get_dim("nO")
    possible = chains.allowed((tags - 1) // len(chains.PLACES))
    model.get_ref("follows").set_param("follows", np.where(possible, np.float32(0), chains.NEVER))
    model.layers[0].initialize(X=X, Y=Y)


class Names(TrainablePipe):  # type: ignore[misc]
    """The component: sets `doc.ents`."""

    def __init__(self, vocab: Vocab, model: Model[Any, Any], name: str = "ner") -> None:
        self.vocab, self.model, self.name = vocab, model, name
        self.cfg: dict[str, Any] = {"labels": []}

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the kinds of names."""
        return tuple(self.cfg["labels"])

    @property
    def label_data(self) -> tuple[str, ...]:
        """Return what an initialization with known labels needs."""
        return self.labels

    def add_label(self, label: str) -> int:
        """Add a kind of name, before the model is initialized."""
        if label in self.labels:
            return 0
        self.cfg["labels"].append(label)
        return 1

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,  # noqa: ARG002 - spaCy's interface
    ) -> None:
        """Take the labels from the examples and give the layers their shapes."""
        for label in sorted({name.label_ for example in get_examples() for name in example.reference.ents}):
            self.add_label(label)
        self.model.get_ref("output").set_dim("nO", len(chains.tag_names(self.labels)))
        self.model.initialize(X=[example.predicted for example in islice(get_examples(), SAMPLE)])

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """Return the tags of the words of each of `docs`."""
        known = list(docs)
        lengths = [len(doc) for doc in known]
        if not sum(lengths):
            return [np.zeros(0, dtype=np.int64) for _ in known]
        scores = np.concatenate([np.asarray(one) for one in self.model.predict(known)])
        _keep_blanks(scores, known)
        tags = _best_tags(scores, self.model.get_ref("follows").get_param("follows"), lengths)
        return np.split(tags, np.cumsum(lengths)[:-1])

    def set_annotations(self, docs: Iterable[Doc], tags: Iterable[Any]) -> None:
        """Set the names of `docs`."""
        for doc, found in zip(docs, tags, strict=True):
            doc.set_ents(list(self._names(doc, found)), default="outside")

    def _names(self, doc: Doc, tags: Any) -> Iterator[Tokens]:
        """Yield the names in `doc`; the best chain has no name that is not closed."""
        start = 0
        named = np.flatnonzero(tags)
        for index, tag in zip(named.tolist(), (tags[named] - 1).tolist(), strict=True):
            label, place = divmod(tag, len(chains.PLACES))
            if chains.PLACES[place] in "BU":
                start = index
            if chains.PLACES[place] in "LU":
                yield Tokens(doc, start, index + 1, label=self.labels[label])

    def update(
        self,
        examples: Iterable[Example],
        *,
        drop: float = 0.0,
        sgd: Any = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """Learn from a batch of examples."""
        losses = {} if losses is None else losses
        batch = [example for example in examples if len(example.predicted)]
        set_dropout_rate(self.model, drop)
        vectors, backprop = self.model.begin_update([example.predicted for example in batch])
        scores = np.concatenate(vectors)
        gold = np.concatenate([self.gold(example) for example in batch])
        lengths = [len(example.predicted) for example in batch]
        follows: Any = self.model.get_ref("follows")
        learned = chains.learn(scores, follows.get_param("follows"), gold, lengths)
        follows.inc_grad("follows", learned.follows)
        backprop(np.split(learned.scores, np.cumsum(lengths)[:-1]))
        if sgd is not None:
            self.finish_update(sgd)
        losses[self.name] = losses.get(self.name, 0.0) + learned.loss
        return losses

    def gold(self, example: Example) -> Any:
        """Return the right tag of each word of `example`; the example keeps it, for it is asked for in every epoch."""
        kept = example.predicted.user_data.get(COMPONENT)
        if kept is None:
            places = {tag: place for place, tag in enumerate(chains.tag_names(self.labels))}
            kept = np.array([places.get(tag, chains.MISSING) for tag in example.get_aligned_ner()], dtype=np.int64)
            example.predicted.user_data[COMPONENT] = kept
        return kept

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        """Return precision, recall and F1: spaCy asks every component for its scores."""
        return get_ner_prf(examples)

    def from_disk(self, path: Any, *, exclude: Iterable[str] = ()) -> Names:
        """Read the component from the folder `path`."""
        return super().from_disk(path, exclude=exclude)  # type: ignore[no-any-return]


def _keep_blanks(scores: Any, docs: Sequence[Doc]) -> None:
    """Let no name begin or end with a blank, and none go over an empty line."""
    blanks = np.flatnonzero(np.concatenate([doc.to_array("IS_SPACE") for doc in docs]))
    if not len(blanks):
        return
    starts = np.cumsum([0, *(len(doc) for doc in docs)])
    within = np.arange(scores.shape[1]) % len(chains.PLACES) == 1 + chains.PLACES.index("I")
    within[chains.OUTSIDE] = True
    scores[np.ix_(blanks, ~within)] = chains.NEVER
    for place in blanks.tolist():
        number = int(np.searchsorted(starts, place, side="right")) - 1
        if docs[number][place - int(starts[number])].text.count("\n") > 1:
            scores[place, 1:] = chains.NEVER


def _best_tags(scores: Any, follows: Any, lengths: Sequence[int]) -> Any:
    """Return the tags of the best chains. Words that no name can cover cut the texts into short pieces."""
    tags = np.zeros(len(scores), dtype=np.int64)
    unsure = chains.coverable(scores, follows)
    places = np.flatnonzero(unsure)
    if not len(places):
        return tags
    starts = np.zeros(len(scores) + 1, dtype=bool)
    starts[np.cumsum(lengths)] = True
    starts[1:-1] |= ~unsure[:-1]
    begins = np.flatnonzero(starts[places] | (places == 0))
    pieces = np.diff([*begins, len(places)]).tolist()
    tags[places] = chains.best(scores[places], follows, pieces)
    return tags


@Language.factory(COMPONENT, assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make(nlp: Language, name: str, model: Model[Any, Any]) -> Names:
    """Make the component."""
    return Names(nlp.vocab, model, name)
