"""Channels' figures, checked by hand on the small store."""

from datetime import date

import pytest

from tests.small_store import small_store
from tools.channels.performance import Channel, performance
from tools.errors import ToolError
from tools.periods import resolve

OCTOBER = resolve("2026-10", date(2026, 10, 31), date(2026, 9, 1))


def channel(name: str) -> Channel:
    return next(c for c in performance(small_store(), OCTOBER).channels if c.name == name)


def test_figures_of_a_channel() -> None:
    search = channel("search")  # o6 (130) and o7 (160) of three visits
    assert (search.visits, search.converted, search.orders, search.buyers) == (3, 2, 2, 2)
    assert search.revenue == pytest.approx(290)
    assert search.profit == pytest.approx(290 - 20 - 60 - 120)
    assert search.conversion == pytest.approx(2 / 3)


def test_new_customers_are_those_whose_first_order_it_was() -> None:
    assert channel("search").new == 1  # u4; u2 had ordered in September
    assert channel("email").new == 0
    assert channel("social").new == 1


def test_the_cost_of_a_campaign_counts_by_its_days_in_the_period() -> None:
    assert channel("email").spent == pytest.approx(20)
    half = resolve("2026-10-01..2026-10-04", date(2026, 10, 31), date(2026, 9, 1))
    email = next(c for c in performance(small_store(), half).channels if c.name == "email")
    assert email.spent == pytest.approx(10)  # four of eight days
    assert email.campaign_revenue == pytest.approx(190)
    assert email.returned == pytest.approx(19)


def test_without_channels_nothing_is_compared() -> None:
    with pytest.raises(ToolError) as caught:
        performance(small_store("events", "orders", "order_lines"), OCTOBER)
    assert "channel" in caught.value.say("en")
