"""Effects of past campaigns, against hand computation."""

import math

import pytest

from tests.small_store import store_of
from tests.tools.effects.campaign_store import CAMPAIGNS, ITEMS, campaign_store, order
from tools.effects import past
from tools.effects.past import mismatch
from tools.errors import ToolError


def test_uplift_is_the_difference_of_shares_that_ordered():
    (effect,) = past(campaign_store())
    assert effect.campaign_id == "c1"
    assert (effect.n_treated, effect.n_control) == (100, 100)
    assert (effect.bought_treated, effect.bought_control) == (20, 10)  # one was cancelled, one late
    assert effect.conversion.value == pytest.approx(0.1)
    assert effect.revenue is not None
    assert effect.revenue.value == pytest.approx(10.0)
    assert effect.profit is not None
    assert effect.profit.value == pytest.approx(4.0)  # 40 of each 100


def test_interval_of_few_cases_is_newcombes():
    # Newcombe 1998, method 10, for 20/100 against 10/100, worked by hand from Wilson's limits
    (effect,) = past(campaign_store())
    z = 1.959964

    def wilson(x, n):
        root = z * math.sqrt(z * z + 4 * x * (1 - x / n))
        return (2 * x + z * z - root) / (2 * (n + z * z)), (2 * x + z * z + root) / (
            2 * (n + z * z)
        )

    low1, high1 = wilson(20, 100)
    low2, high2 = wilson(10, 100)
    assert effect.conversion.low == pytest.approx(
        0.1 - math.hypot(0.2 - low1, high2 - 0.1), abs=1e-6
    )
    assert effect.conversion.high == pytest.approx(
        0.1 + math.hypot(high1 - 0.2, 0.1 - low2), abs=1e-6
    )


def test_a_horizon_counts_that_many_days_after_sending():
    (effect,) = past(campaign_store(), horizon_days=12)
    assert effect.bought_treated == 21


def test_a_store_without_campaigns_says_so():
    store = store_of({"orders": [order(1, "u1", CAMPAIGNS[0]["starts_at"], 5)], "items": ITEMS})
    with pytest.raises(ToolError, match="campaigns"):
        past(store)


def test_arms_of_uneven_size_are_found_out():
    assert mismatch(5000, 5000) > 0.9
    assert mismatch(5150, 4600, 0.5) < 0.001
    assert mismatch(6990, 3010) > 0.5  # thirty in a hundred, as may well be meant
