"""The layers of the model: features of words, windows with gaps, and that gradients are right."""

import numpy as np
import pytest
import spacy

from pipeline.language.architecture import BLOCK, FEATURES, _neighbours, embed, encode, word_features


def test_a_word_has_one_feature_for_each_column_but_the_blank_behind_it():
    assert len(word_features("Ankara")) == len(FEATURES) - 1


def test_words_that_differ_in_capitals_only_differ_in_shape_and_first_letter():
    small, large = word_features("commission"), word_features("Commission")
    differing = {name for name, a, b in zip(FEATURES, small, large, strict=False) if a != b}
    assert differing == {"prefix1", "shape"}


def test_a_curly_apostrophe_is_an_apostrophe():
    assert word_features("Rosneft’s")[0] == word_features("Rosneft's")[0]


def test_neighbours_stay_in_their_document():
    left, right = _neighbours([3, 2], 2)
    outside = 5
    assert left.tolist() == [outside, outside, 0, outside, outside]
    assert right.tolist() == [2, outside, outside, outside, outside]


def test_a_document_without_words_has_no_vectors():
    model = embed(width=8, sizes=[4] * 8, rows=[20] * 8, word_dropout=0.0, pieces=2)
    model.initialize()
    nlp = spacy.blank("en")
    assert [len(one) for one in model.predict([nlp(""), nlp("Two words")])] == [0, 2]
    assert model.predict([]) == []


def test_a_word_has_one_vector_wherever_it_stands():
    model = embed(width=8, sizes=[4] * 8, rows=[20] * 8, word_dropout=0.0, pieces=2)
    model.initialize()
    nlp = spacy.blank("en")
    first, second = model.predict([nlp("Peru and Peru met"), nlp("In Peru it")])
    assert first[0].tolist() == first[2].tolist() == second[1].tolist()


@pytest.mark.parametrize("place", [(0, 0), (2, 1), (4, 3)])
def test_the_gradient_of_the_encoder_is_the_slope(place):
    model = encode(width=4, dilations=[1, 2], pieces=2)
    model.initialize()
    start = np.random.default_rng(0).normal(size=(5, 4)).astype("f")
    documents = [start[:3], start[3:]]
    vectors, backprop = model.begin_update(documents)
    gradient = np.concatenate(backprop([np.ones_like(one) for one in vectors]))[place]
    moved = []
    for step in (1e-2, -1e-2):
        other = start.copy()
        other[place] += step
        moved.append(sum(float(one.sum()) for one in model.predict([other[:3], other[3:]])))
    assert gradient == pytest.approx((moved[0] - moved[1]) / 2e-2, abs=0.05, rel=0.05)


def test_many_words_are_encoded_as_in_training():
    model = encode(width=16, dilations=[1, 2, 4], pieces=2)
    model.initialize()
    words = np.random.default_rng(1).normal(size=(BLOCK + 40, 16)).astype("f")
    documents = [words[:7], words[7 : BLOCK - 3], words[BLOCK - 3 :]]
    trained, _ = model.begin_update(documents)
    for one, other in zip(trained, model.predict(documents), strict=True):
        assert np.abs(one - other).max() < 1e-4
