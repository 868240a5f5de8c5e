"""Items borrow from their category as far as their own sales leave open."""

import numpy as np
import pytest

from tools.prices.shrinkage import GRID, likelihoods, pooled


def sold(slopes: list[float], level: float, seed: int = 0) -> tuple[np.ndarray, ...]:
    """Items on 60 days at prices 1 and 0.7 of the usual, by the day."""
    rng = np.random.default_rng(seed)
    item = np.repeat(np.arange(len(slopes)), 60)
    x = np.where(rng.random(len(item)) < 0.3, np.log(0.7), 0.0)
    y = rng.poisson(level * np.exp(np.array(slopes)[item] * x)).astype(float)
    return item, x, np.ones(len(item)), y


def test_the_likelihood_is_the_multinomial_one() -> None:
    item, x = np.zeros(3, dtype=np.int64), np.array([0.0, -0.2, -0.2])
    found = likelihoods(item, x, np.array([1.0, 2.0, 2.0]), np.array([3.0, 4.0, 5.0]))[0]
    for slope in (-3.0, 0.0, 1.0):
        weight = np.array([1, 2, 2]) * np.exp(slope * x)
        share = weight / weight.sum()
        by_hand = (np.array([3, 4, 5]) * np.log(share)).sum()
        at = np.argmin(np.abs(GRID - slope))
        reference = np.argmin(np.abs(GRID - 0.0))
        level = (np.array([3, 4, 5]) * np.log(np.array([1, 2, 2]) / 5)).sum()
        assert found[at] - found[reference] == pytest.approx(by_hand - level, abs=1e-9)


def test_an_item_that_sold_much_speaks_for_itself() -> None:
    rows = sold([-1.0, -3.0, -2.0, -2.0], level=200.0)
    belief = pooled(likelihoods(*rows), np.zeros(4, dtype=np.int64)).items
    assert belief.mean == pytest.approx([-1.0, -3.0, -2.0, -2.0], abs=0.3)


def test_an_item_that_sold_little_is_told_by_its_category() -> None:
    item, x, ones, y = sold([-2.0] * 12, level=30.0)
    y[item == 0] = 0
    found = pooled(likelihoods(item, x, ones, y), np.zeros(12, dtype=np.int64))
    assert found.items.mean[0] == pytest.approx(found.typical.mean[0], abs=0.02)
    assert found.items.spread[0] == pytest.approx(found.typical.spread[0], rel=0.05)
    assert found.items.spread[1] < found.items.spread[0]


def test_categories_differ_where_their_items_do() -> None:
    item, x, ones, y = sold([-1.0] * 10 + [-4.0] * 10, level=30.0)
    found = pooled(likelihoods(item, x, ones, y), np.repeat([0, 1], 10))
    assert found.categories.mean[0] - found.categories.mean[1] > 2
    assert found.categories.quantile(0.025)[0] > found.categories.quantile(0.975)[1]


def test_intervals_cover_what_is_true_about_as_often_as_they_say() -> None:
    hits = []
    for seed in range(20):
        true = np.random.default_rng(seed).normal(-2.0, 0.5, 25)
        rows = sold(list(true), level=1.5, seed=seed)
        belief = pooled(likelihoods(*rows), np.zeros(25, dtype=np.int64)).items
        hits.append((belief.quantile(0.025) <= true) & (true <= belief.quantile(0.975)))
    assert 0.92 <= np.mean(hits) <= 0.985


def test_beliefs_are_probabilities() -> None:
    rows = sold([-2.0] * 3, level=2.0)
    belief = pooled(likelihoods(*rows), np.array([0, 1, 1])).items
    assert belief.probability.sum(axis=1) == pytest.approx(np.ones(3))
    assert (belief.quantile(0.025) < belief.mean).all()
    assert (belief.mean < belief.quantile(0.975)).all()
