from datetime import date, timedelta

import numpy as np
import pytest

from tests.tools.prediction.customers.shop import START, orders, shop
from tests.tools.prediction.small_shop import event, store_of
from tools.errors import ToolError
from tools.prediction.customers.moments import Customers, calendar_of, spending_of
from tools.prediction.history import History


@pytest.fixture(scope="module")
def history():
    return History(shop())


def test_summaries_are_those_counted_by_hand():
    days = {"a": [0, 10, 10, 40], "b": [5], "c": [70]}
    rows = [
        {
            "order_id": f"{user}{i}",
            "user_id": user,
            "ordered_at": START + timedelta(days=day, hours=i),
            "local_time": START + timedelta(days=day, hours=i),
            "total": 10.0 * (i + 1),
        }
        for user, own in days.items()
        for i, day in enumerate(own)
    ]
    history, cut = History(store_of(orders=rows)), START.date() + timedelta(days=50)
    moment = Customers(history, 30, (1, 7, 30)).at(cut, cut + timedelta(days=60))
    assert list(moment.user_ids) == ["a", "b"]
    assert moment.frequency.tolist() == [2, 0]
    assert moment.recency.tolist() == [40, 0]
    assert moment.age.tolist() == [50, 45]
    assert moment.since.tolist() == [10, 45]
    assert moment.mean_value.tolist() == [pytest.approx(100 / 3), 10]
    assert moment.last_gap[0] == 30
    assert np.isnan(moment.last_gap[1])
    assert moment.outcome.days.tolist() == [np.inf, np.inf]
    later = Customers(history, 30, (1, 7, 30)).at(date(2026, 1, 6), cut)
    assert later.outcome.days.tolist() == [6]  # the eleventh is the sixth day from the sixth on
    assert later.outcome.value.tolist() == [50]  # the forty-first day is beyond the horizon


def test_nothing_from_the_cut_on_reaches_a_moment(history):
    cut = START.date() + timedelta(days=100)
    rows = [row for row in orders() if row["local_time"].date() < cut]
    more = [{**row, "order_id": f"n{i}", "local_time": START + timedelta(days=120), "total": 999.0}
            for i, row in enumerate(rows)]  # fmt: skip
    for changed in (rows, rows + more):
        own = History(shop(changed))
        before = Customers(history, 30, (1, 7, 30)).at(cut)
        after = Customers(own, 30, (1, 7, 30)).at(cut)
        for name in ("frequency", "recency", "age", "mean_value", "last_gap", "recent_value"):
            np.testing.assert_array_equal(getattr(before, name), getattr(after, name))
        np.testing.assert_array_equal(before.features, after.features)


def test_no_cut_is_learned_from_before_its_horizon_is_over(history):
    calendar = calendar_of(history)
    horizon = timedelta(days=calendar.horizon_days)
    assert calendar.test + horizon == calendar.end
    assert calendar.validation + horizon == calendar.test
    assert all(cut + horizon <= calendar.test for cut in calendar.before(calendar.test, True))
    assert max(calendar.before(calendar.test, False)) > max(calendar.before(calendar.test, True))


def test_value_is_margin_where_costs_are_known():
    rows = [{**event(1, "a", START, "purchase"), "price": 10.0}]
    items = [{"item_id": "i1", "price": 10.0, "cost": 4.0}]
    table, basis = spending_of(store_of(events=rows, items=items))
    assert basis == "margin"
    assert table.to_pyarrow()["value"].to_pylist() == [6.0]
    table, basis = spending_of(store_of(events=rows, items=[{"item_id": "i2", "price": 10.0}]))
    assert basis == "revenue"
    assert table.to_pyarrow()["value"].to_pylist() == [10.0]
    assert spending_of(store_of(events=[event(1, "a", START, "purchase")]))[1] == "none"


def test_few_days_are_too_short_in_words():
    rows = [event(i, f"u{i}", START, "purchase") for i in range(50)]
    with pytest.raises(ToolError, match="four days"):
        calendar_of(History(store_of(events=rows)))
