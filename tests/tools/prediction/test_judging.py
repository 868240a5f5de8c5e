"""How far probabilities follow the newest period: learned from the store's own past."""

import numpy as np
import pytest

from tools.prediction.judging import LASTING, lasting


def misses_of(levels: np.ndarray) -> np.ndarray:
    return levels[1:] / levels[:-1] - 1


def test_a_strange_week_says_little_where_customers_keep_to_their_level():
    rng = np.random.default_rng(1)
    steady = 0.5 * np.exp(rng.normal(0, 0.05, 12))
    assert lasting(misses_of(steady), 3) < 0.2


def test_the_newest_period_says_most_where_the_season_moves_the_level():
    rising = 0.2 * 1.1 ** np.arange(12)
    assert lasting(misses_of(rising), 3) > 0.8


@pytest.mark.parametrize("misses", [[], [0.1], [0.0, 0.0, 0.0]])
def test_a_past_that_tells_nothing_leaves_it_at_half(misses):
    assert lasting(misses, 3) == LASTING


def test_a_period_without_buyers_is_no_error():
    assert 0 <= lasting([0.1, -1.0, 30.0, -0.5], 3) <= 1
