"""The best price within reach, and when to keep, test or say nothing."""

import numpy as np
import pytest

from tools.prices.best import Situation, advise, gains, reach
from tools.prices.shrinkage import GRID


def item(slope: float, spread: float = 0.0, **others: float) -> Situation:
    """Sold at 100, cost 60, once at 80 and at 150, 300 units a month."""
    if spread:
        belief = np.exp(-((GRID - slope) ** 2) / (2 * spread**2))
    else:
        belief = (np.abs(GRID - slope) < 1e-9).astype(float)
    values = {"price": 100.0, "cost": 60.0, "units": 300.0, "lowest": 80.0, "highest": 150.0,
              "recent": 900.0, "moved": True} | others  # fmt: skip
    return Situation(belief=belief / belief.sum(), **values)


def test_gains_are_those_of_constant_elasticity() -> None:
    found = gains(item(-2.0), np.array([110.0]))[0]
    assert found.mean == pytest.approx(300 * ((100 / 110) ** 2 * 50 - 40))
    assert found.sold == pytest.approx((100 / 110) ** 2)


def test_the_best_price_is_cost_times_slope_over_one_plus_slope() -> None:
    found = advise(item(-3.0, cost=75.0))  # 75 * 3 / 2 = 112.5
    assert found.verdict == "raise"
    assert found.gain is not None
    assert found.gain.price == pytest.approx(112.5, abs=1)
    assert found.bounded == ""


def test_a_price_that_is_too_high_comes_down() -> None:
    found = advise(item(-6.0))  # 60 * 6 / 5 = 72, but the lowest ever is 80 and one move 20 %
    assert found.verdict == "lower"
    assert found.gain is not None
    assert found.gain.price >= 80


def test_no_price_leaves_what_was_tried_or_one_move_or_cost() -> None:
    assert reach(item(-2.0)) == (80.0, pytest.approx(120.0))
    assert reach(item(-2.0, highest=100.0))[1] == pytest.approx(110.0)
    assert reach(item(-2.0, cost=90.0))[0] == pytest.approx(94.5)
    found = advise(item(-1.2, highest=100.0))
    assert found.bounded == "highest"


def test_a_price_that_lies_right_is_kept() -> None:
    assert advise(item(-2.5)).verdict == "keep"  # 60 * 2.5 / 1.5 = 100


def test_an_interval_that_holds_losses_calls_for_a_test() -> None:
    found = advise(item(-1.6, spread=1.2))
    assert found.verdict == "test"
    assert found.gain is not None
    assert found.gain.low < 0 < found.gain.high


@pytest.mark.parametrize(
    ("others", "verdict"),
    [({"moved": False}, "unmoved"), ({"recent": 3.0}, "few"), ({"cost": 120.0}, "below_cost")],
)
def test_where_nothing_can_be_told_nothing_is_advised(
    others: dict[str, float], verdict: str
) -> None:
    found = advise(item(-2.0, **others))
    assert (found.verdict, found.gain) == (verdict, None)
