"""The two layers of the model that spaCy does not bring: words from many features, context from windows with gaps.

`accords.Embed.v1` computes each different word of a batch once, however often it occurs: that is what lets it look at
eight features of a word and still be quick. `accords.Encode.v1` sees nine words to either side with five layers, where
windows without gaps see five.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate
from thinc.types import Floats2d

Ids = NDArray[np.uint64]
Matrix = NDArray[np.float32]
Rows = NDArray[np.int64]

# The columns of `sizes` and `rows`, in this order. What is behind a word ("space") belongs to the token, not the word.
FEATURES = ("word", "prefix1", "prefix3", "suffix2", "suffix3", "suffix5", "shape", "space")
WORD, LONG_SUFFIX, SPACE = FEATURES.index("word"), FEATURES.index("suffix5"), FEATURES.index("space")
UNKNOWN = 1  # the id of a feature that is left out in training
CACHED_WORDS = 200_000
BLOCK = 512  # words that are computed together
VARIANCE = np.float32(1e-8)  # what thinc adds to it
SHAPE_RUN = 4  # "Xxxxx" for every capitalized word of five and more letters, as in spaCy


def word_features(text: str) -> tuple[str, ...]:
    """Return the features of a word, which depend on its letters alone."""
    lower = text.replace("’", "'").lower()
    affixes = (f"p{text[:1]}", f"q{lower[:3]}", f"r{lower[-2:]}", f"s{lower[-3:]}", f"t{lower[-5:]}")
    return (lower, *affixes, _shape(text))


def _shape(text: str) -> str:
    shape: list[str] = []
    for char in text[:100]:
        kind = ("X" if char.isupper() else "x") if char.isalpha() else ("d" if char.isdigit() else char)
        if shape[-SHAPE_RUN:] != [kind] * SHAPE_RUN:
            shape.append(kind)
    return "".join(shape)


class _Features:
    """The hashed features of words, kept: most words of a text are old acquaintances."""

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}
        self._table: Ids = np.zeros((4096, SPACE), dtype=np.uint64)

    def of(self, vocab: Vocab, words: Ids) -> Ids:
        """Return a row of features for each of `words`."""
        if len(self._rows) + len(words) > CACHED_WORDS:
            self._rows.clear()
        rows = np.empty(len(words), dtype=np.int64)
        for place, word in enumerate(words.tolist()):
            row = self._rows.get(word)
            rows[place] = self._add(word, vocab.strings[word]) if row is None else row
        return self._table[rows]

    def _add(self, word: int, text: str) -> int:
        row = len(self._rows)
        if row == len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        self._table[row] = [hash_string(feature) for feature in word_features(text)]
        self._rows[word] = row
        return row


# Keys are hashes of the words and values functions of them: one store serves every vocabulary.
_FEATURES = _Features()


@registry.architectures("accords.Embed.v1")  # type: ignore[untyped-decorator]
def embed(
    width: int, sizes: list[int], rows: list[int], word_dropout: float, pieces: int
) -> Model[list[Doc], list[Floats2d]]:
    """Return a layer that makes a vector of `width` of each word from its FEATURES.

    Each feature has a hash table of `rows` vectors of `sizes`. `word_dropout` is the share of words that are hidden
    in training, so that the model learns to do with their affixes and neighbours what it must do with names.
    """
    tables: list[Model[Any, Any]] = [
        HashEmbed(size, count, column=column, seed=11 + column, dropout=0.0)
        for column, (size, count) in enumerate(zip(sizes, rows, strict=True))
    ]
    mix: Model[Any, Any] = chain(
        concatenate(*tables), Maxout(width, sum(sizes), nP=pieces, dropout=0.0, normalize=True)
    )
    return Model(
        "accords_embed",
        _embed,
        init=_init_embed,
        layers=[mix],
        dims={"nO": width},
        attrs={"word_dropout": word_dropout},
    )


def _init_embed(model: Model[list[Doc], list[Floats2d]], X: object = None, Y: object = None) -> None:  # noqa: ARG001, N803
    model.layers[0].initialize(np.zeros((2, len(FEATURES)), dtype=np.uint64), np.zeros((2, model.get_dim("nO"))))


def _embed(
    model: Model[list[Doc], list[Floats2d]], docs: list[Doc], is_train: bool
) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Doc]]]:
    if not docs:
        return [], lambda _: []
    arrays = [doc.to_array(["ORTH", "SPACY"]) for doc in docs]
    tokens: Ids = np.concatenate(arrays)
    keys = (tokens[:, 0] & ~np.uint64(1)) | tokens[:, 1]
    _, first, place = np.unique(keys, return_index=True, return_inverse=True)
    features = np.empty((len(first), len(FEATURES)), dtype=np.uint64)
    features[:, :SPACE] = _FEATURES.of(docs[0].vocab, tokens[first, 0])
    features[:, SPACE] = tokens[first, 1] + np.uint64(1)
    if is_train:
        _hide(features, model.attrs["word_dropout"])
    vectors, backprop_mix = model.layers[0](features, is_train)

    def backprop(gradients: list[Floats2d]) -> list[Doc]:
        gradient: Matrix = np.concatenate([np.asarray(one) for one in gradients])
        order = np.argsort(place, kind="stable")
        starts = np.searchsorted(place[order], np.arange(len(first)))
        backprop_mix(np.add.reduceat(gradient[order], starts, axis=0))
        return []

    return _cut(vectors[place], [len(array) for array in arrays]), backprop


def _hide(features: Ids, share: float) -> None:
    for column, chance in ((WORD, share), (LONG_SUFFIX, share / 2)):
        features[np.random.random(len(features)) < chance, column] = UNKNOWN


@registry.architectures("accords.Encode.v1")  # type: ignore[untyped-decorator]
def encode(width: int, dilations: list[int], pieces: int) -> Model[list[Floats2d], list[Floats2d]]:
    """Return layers that mix the vector of each word with those that stand `dilations` words before and behind it."""
    layers = [Maxout(width, width * 3, nP=pieces, dropout=0.0, normalize=True) for _ in dilations]
    return Model(
        "accords_encode",
        _encode,
        init=_init_encode,
        layers=layers,
        dims={"nO": width, "nI": width},
        attrs={"dilations": list(dilations)},
    )


def _init_encode(model: Model[list[Floats2d], list[Floats2d]], X: object = None, Y: object = None) -> None:  # noqa: ARG001, N803
    width = model.get_dim("nO")
    for layer in model.layers:
        layer.initialize(np.zeros((2, width * 3), dtype="f"), np.zeros((2, width), dtype="f"))


def _encode(
    model: Model[list[Floats2d], list[Floats2d]], docs: list[Floats2d], is_train: bool
) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Floats2d]]]:
    width = model.get_dim("nO")
    lengths = [len(doc) for doc in docs]
    count = sum(lengths)
    neighbours = {gap: _neighbours(lengths, gap) for gap in set(model.attrs["dilations"])}
    windows = {gap: np.stack([left, np.arange(count), right], axis=1) for gap, (left, right) in neighbours.items()}
    # The last row stays zero: it stands for what lies beyond a document.
    vectors: Matrix = np.concatenate([*docs, np.zeros((1, width), dtype="f")])
    if not is_train:
        for layer, gap in zip(model.layers, model.attrs["dilations"], strict=True):
            vectors = _add_update(layer, vectors, windows[gap])
        return _cut(vectors[:count], lengths), lambda _: []
    steps = []
    for layer, gap in zip(model.layers, model.attrs["dilations"], strict=True):
        update, backprop_layer = layer(vectors[windows[gap]].reshape(count, 3 * width), is_train)
        vectors[:count] += update
        steps.append((backprop_layer, *neighbours[gap]))

    def backprop(gradients: list[Floats2d]) -> list[Floats2d]:
        gradient: Matrix = np.concatenate([*gradients, np.zeros((0, width), dtype="f")])
        for backprop_layer, left, right in reversed(steps):
            inner = backprop_layer(gradient)
            # What a word gave its right neighbour comes back from there, and the other way round.
            from_right, from_left = _pad(inner[:, :width])[right], _pad(inner[:, 2 * width :])[left]
            gradient = gradient + inner[:, width : 2 * width] + from_right + from_left
        return _cut(gradient, lengths)

    return _cut(vectors[:count], lengths), backprop


def _add_update(layer: Model[Any, Any], vectors: Matrix, windows: Rows) -> Matrix:
    """Return `vectors` with what `layer` makes of the windows: as the layer itself does, in a third less time.

    Which piece of a maxout was the highest is not asked here, and a block of words stays in the processor's cache
    until it is done.
    """
    maxout, norm = (next(part for part in layer.walk() if part.name == name) for name in ("maxout", "layernorm"))
    pieced = np.asarray(maxout.get_param("W"))
    width, pieces, inputs = pieced.shape
    weights = pieced.reshape(width * pieces, inputs).T
    bias = np.asarray(maxout.get_param("b")).reshape(-1)
    scale, shift = np.asarray(norm.get_param("G")), np.asarray(norm.get_param("b"))
    updated = vectors.copy()
    for first in range(0, len(windows), BLOCK):
        window = windows[first : first + BLOCK]
        mixed = vectors.take(window.ravel(), axis=0).reshape(len(window), inputs) @ weights
        mixed += bias
        best = mixed[:, ::pieces]
        for piece in range(1, pieces):  # as slices, for numpy takes the maximum along an axis much more slowly
            best = np.maximum(best, mixed[:, piece::pieces])
        best -= best.mean(axis=1, keepdims=True)
        best *= 1 / np.sqrt(np.einsum("ij,ij->i", best, best)[:, None] / width + VARIANCE)
        best *= scale
        best += shift
        updated[first : first + len(window)] += best
    return updated


def _neighbours(lengths: Sequence[int], gap: int) -> tuple[Rows, Rows]:
    """Return for each word the rows `gap` to its left and right; beyond its document, the row behind the last."""
    ends = np.cumsum(lengths, dtype=np.int64)
    count = int(ends[-1]) if len(ends) else 0
    here = np.arange(count)
    start, end = np.repeat(ends - lengths, lengths), np.repeat(ends, lengths)
    left = np.where(here - gap >= start, here - gap, count)
    return left, np.where(here + gap < end, here + gap, count)


def _pad(matrix: Matrix) -> Matrix:
    return np.concatenate([matrix, np.zeros((1, matrix.shape[1]), dtype=matrix.dtype)])


def _cut(matrix: Matrix, lengths: Sequence[int]) -> list[Floats2d]:
    ends = np.cumsum([0, *lengths])
    return [matrix[start:end] for start, end in pairwise(ends.tolist())]  # type: ignore[misc]
