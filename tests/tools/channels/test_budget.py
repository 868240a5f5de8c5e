"""Budgets: what tests say a channel brings, and a split by what one more unit of money brings."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.channels.budget import CURVE, Response, response, split
from tools.effects.difference import around
from tools.effects.past import CampaignEffect
from tools.wording.values import Name


def effect(channel: str, cost: float | None, gain: float, se: float) -> CampaignEffect:
    """A campaign to 1,000 people that brought `gain` in all."""
    each = around(gain / 1000, se / 1000)
    nothing = around(0.0, 1.0)
    return CampaignEffect(
        campaign_id=channel, name=Name(en=channel), channel=channel, offer=None, first=None,
        last=None, running=False, cost=cost, n_treated=1000, n_control=1000, bought_treated=50,
        bought_control=50, conversion=nothing, orders=nothing, revenue=each, profit=each,
        plain=nothing, removed=0.0, history_days=0, uneven=1.0, unlike=None,
    )  # fmt: skip


def known(slopes: list[float], least: float = 1.0, most: float = 1e6) -> Response:
    k = len(slopes)
    return Response(
        channels=tuple(f"c{i}" for i in range(k)), n=np.ones(k, dtype=np.int64),
        spent=np.full(k, 100.0), gained=np.full(k, 100.0), gained_se=np.ones(k),
        slope=np.array(slopes), own=np.zeros(k), shared=np.zeros(k), apart=True, spread=0.0,
        least=np.full(k, least), most=np.full(k, most), profit=True,
    )  # fmt: skip


def test_sure_tests_speak_for_their_channel() -> None:
    found = response([effect("email", 100.0, 500.0, 1.0), effect("sms", 400.0, 800.0, 1.0)])
    assert found is not None
    assert found.channels == ("email", "sms")
    assert found.slope == pytest.approx([50.0, 40.0], abs=0.1)
    assert found.least == pytest.approx([50.0, 200.0])
    assert found.gained.tolist() == [500.0, 800.0]


def test_unsure_tests_are_drawn_together() -> None:
    found = response([effect("email", 100.0, 500.0, 400.0), effect("sms", 100.0, 300.0, 400.0)])
    assert found is not None
    assert found.slope == pytest.approx([40.0, 40.0])
    assert not found.apart


def test_campaigns_without_a_cost_tell_nothing() -> None:
    assert response([effect("email", None, 500.0, 1.0)]) is None
    assert response([]) is None


def test_one_more_unit_of_money_brings_alike_everywhere() -> None:
    found = split(known([30.0, 60.0]), 900.0)
    marginal = CURVE * np.array([30.0, 60.0]) * found.spend ** (CURVE - 1)
    assert marginal[0] == pytest.approx(marginal[1], rel=1e-3)
    assert found.spend.sum() == pytest.approx(900.0, rel=1e-3)
    assert found.spend[1] == pytest.approx(4 * found.spend[0], rel=1e-3)


def test_money_that_would_not_come_back_is_kept() -> None:
    found = split(known([20.0]), 1000.0)
    assert found.spend[0] == pytest.approx(100.0, rel=1e-3)  # (20 / 2) ** 2
    assert found.kept == pytest.approx(900.0, rel=1e-2)
    assert found.net[0] == pytest.approx(20 * 10 - 100, rel=1e-2)


def test_a_channel_that_brings_nothing_gets_nothing() -> None:
    found = split(known([-5.0, 40.0]), 100.0)
    assert found.spend[0] == 0
    nobody = split(known([-5.0, -1.0]), 100.0)
    assert nobody.spend.sum() == 0


def test_spends_stay_near_what_was_tried() -> None:
    found = split(known([1000.0, 5.0], least=50.0, most=80.0), 500.0)
    assert found.spend[0] == pytest.approx(80.0)
    assert found.spend[1] == 0  # 5 * sqrt(50) is less than 50


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(-50, 200), min_size=1, max_size=5), st.floats(1, 1e5))
def test_a_split_never_exceeds_the_budget(slopes: list[float], budget: float) -> None:
    found = split(known(slopes, least=20.0, most=5000.0), budget)
    assert found.spend.sum() <= budget * 1.0001
    assert (found.spend >= 0).all()
