"""Chains of tags against every chain there is, written out."""

from itertools import pairwise, product

import numpy as np
import pytest

from pipeline.language import chain

LABELS = 2
TAGS = chain.tag_names(["ORG", "GPE"])
LENGTHS = [3, 1, 4]
GOLD = np.array([0, -1, -1, -1, 1, 3, -1, -1])


@pytest.fixture(scope="module")
def known():
    lot = np.random.default_rng(0)
    count = len(TAGS)
    follows = np.where(chain.allowed(LABELS), lot.normal(size=(count, count)), chain.NEVER).astype("f")
    return 2 * lot.normal(size=(len(GOLD), count)).astype("f"), follows


def every_chain(scores, follows):
    """Yield for each text all chains that can be, with their scores."""
    first = 0
    for length in LENGTHS:
        chains = []
        for tags in product(range(len(TAGS)), repeat=length):
            steps = sum(float(follows[a, b]) for a, b in pairwise([0, *tags, 0]))
            if steps > chain.NEVER / 2:
                chains.append((steps + sum(float(scores[first + i, tag]) for i, tag in enumerate(tags)), tags))
        yield first, chains
        first += length


def expected_loss(scores, follows):
    loss = 0.0
    for first, chains in every_chain(scores, follows):
        right = [score for score, tags in chains if all(GOLD[first + i] in (-1, tag) for i, tag in enumerate(tags))]
        loss += np.logaddexp.reduce([score for score, _ in chains]) - np.logaddexp.reduce(right)
    return loss


def test_a_tag_follows_only_what_leaves_it_open():
    possible = chain.allowed(LABELS)
    follow = {(TAGS[a], TAGS[b]) for a, b in zip(*np.nonzero(possible), strict=True)}
    assert {("O", "O"), ("O", "B-ORG"), ("B-ORG", "L-ORG"), ("L-ORG", "U-GPE")} <= follow
    assert not {("O", "I-ORG"), ("B-ORG", "O"), ("B-ORG", "L-GPE"), ("I-ORG", "B-ORG"), ("U-ORG", "L-ORG")} & follow


def test_the_best_chain_is_the_best_of_all(known):
    scores, follows = known
    best = [tag for _, chains in every_chain(scores, follows) for tag in max(chains)[1]]
    assert chain.best(scores, follows, LENGTHS).tolist() == best


def test_the_loss_is_that_of_all_chains(known):
    scores, follows = known
    assert chain.learn(scores, follows, GOLD, LENGTHS).loss == pytest.approx(expected_loss(scores, follows), rel=1e-4)


@pytest.mark.parametrize("place", [(0, 0), (4, 1), (5, 3), (7, 0), (7, 8)])
def test_the_gradient_by_a_score_is_the_slope(known, place):
    scores, follows = known
    moved = scores.astype("d")
    moved[place] += 1e-4
    slope = (expected_loss(moved, follows) - expected_loss(scores.astype("d"), follows)) / 1e-4
    assert chain.learn(scores, follows, GOLD, LENGTHS).scores[place] == pytest.approx(slope, abs=1e-3)


@pytest.mark.parametrize("place", [(0, 0), (1, 3), (0, 4), (4, 0), (8, 0)])
def test_the_gradient_by_a_succession_is_the_slope(known, place):
    scores, follows = known
    moved = follows.astype("d")
    moved[place] += 1e-4
    slope = (expected_loss(scores, moved) - expected_loss(scores, follows.astype("d"))) / 1e-4
    assert chain.learn(scores, follows, GOLD, LENGTHS).follows[place] == pytest.approx(slope, abs=1e-3)


@pytest.mark.parametrize("seed", range(20))
def test_what_no_name_can_cover_is_outside(seed):
    lot = np.random.default_rng(seed)
    count = len(TAGS)
    follows = np.where(chain.allowed(LABELS), lot.normal(size=(count, count)), chain.NEVER).astype("f")
    scores = 4 * lot.normal(size=(200, count)).astype("f")
    scores[:, chain.OUTSIDE] += 9
    possible = chain.coverable(scores, follows)
    assert set(np.flatnonzero(chain.best(scores, follows, [200]))) <= set(np.flatnonzero(possible))
    assert 0 < possible.sum() < 200
