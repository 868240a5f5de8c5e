import numpy as np
import pytest

from tools.prediction.timing.counts import limits
from tools.prediction.timing.ranges import RATE, Honest, restricted_mean, shortest
from tools.prediction.timing.scores import c_index

EDGES = (1, 3, 7, 14, 30)


def test_the_shortest_days_that_hold_enough_are_told():
    survival = np.array(
        [
            [0.98, 0.9, 0.3, 0.08, 0.02],  # days 4 to 14 hold 0.82, the first 7 only 0.7
            [0.5, 0.1, 0.05, 0.02, 0.01],  # soon
            [0.99, 0.97, 0.95, 0.9, 0.5],  # late: no range has an end
            [0.6, 0.5, 0.4, 0.35, 0.3],  # cannot be narrowed
        ]
    )
    ranges = shortest(survival, EDGES, 0.8)
    assert ranges.low.tolist() == [4, 1, 15, 1]
    assert ranges.high.tolist() == [14, 3, np.inf, np.inf]
    assert ranges.told.tolist() == [True, True, True, False]
    held = ranges.hold(np.array([14.0, 4.0, np.inf, np.inf]))
    assert held.tolist() == [True, False, True, True]


def test_mean_days_without_a_purchase_by_hand():
    assert restricted_mean(np.array([[0.5, 0.0]]), (1, 3)) == pytest.approx(0.75 + 0.5)


def test_harrells_index_counts_pairs():
    days = np.array([1.0, 2.0, np.inf, np.inf])
    assert c_index(days, np.array([1.0, 2, 3, 4]), 30) == 1
    assert c_index(days, np.array([4.0, 3, 2, 1]), 30) == 0
    assert c_index(days, np.ones(4), 30) == 0.5
    # pairs: (1,2) right, (1,inf) tied and right, (2,inf) wrong and right
    assert c_index(days, np.array([1.0, 2, 1, 3]), 30) == pytest.approx(3.5 / 5)


def test_harrells_index_agrees_with_counting_every_pair():
    rng = np.random.default_rng(2)
    days, later = rng.integers(1, 40, 300).astype(float), rng.integers(0, 50, 300).astype(float)
    first = (days[:, None] < days) & (days[:, None] <= 30)
    right = first * ((later[:, None] < later) + (later[:, None] == later) / 2)
    assert c_index(days, later, 30) == pytest.approx(right.sum() / first.sum())


def simulated(n, seed):
    """Survival said by a model too sure of itself, and days that come."""
    rng = np.random.default_rng(seed)
    rate = rng.gamma(0.7, 0.15, n)
    days = np.ceil(rng.exponential(1 / rate))
    return np.exp(-np.outer(rate**1.3 * 2, EDGES)), days


def test_what_is_said_holds_as_often_as_is_said():
    honest = Honest.fit(*simulated(6000, 1), EDGES)
    said, days = simulated(6000, 2)
    survival = honest.survival(said)
    assert (np.diff(survival, axis=1) <= 0).all()
    for j, edge in enumerate(EDGES):
        assert survival[:, j].mean() == pytest.approx((days > edge).mean(), abs=0.02)
    ranges = honest.ranges(survival)
    for own in (ranges.closed, ranges.told & ~ranges.closed):
        assert own.sum() > 500
        held = ranges.hold(days)[own].mean()
        assert RATE - 0.03 < held < RATE + 0.12


def test_a_number_of_buyers_has_wider_limits_where_past_ones_strayed():
    chance = np.full(1000, 0.3)
    calm, wild = limits(chance, (0.01, -0.02)), limits(chance, (0.3, -0.3))
    assert wild[0] < calm[0] < 300 < calm[1] < wild[1]
