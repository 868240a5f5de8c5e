"""Prices of a day or week: what was shown, else what most paid; no coupons, no bulk prices."""

from datetime import timedelta

import numpy as np
import pytest

from tests.tools.prediction.small_shop import store_of
from tests.tools.prices.shop import START, simulated
from tools.errors import ToolError
from tools.prices.panel import Panel, read


def orders(sales: list[tuple[int, float, int, float, str | None]]) -> Panel:
    """The panel of one item sold on (day, unit price, quantity, discount, coupon)."""
    headers, lines = [], []
    for n, (day, price, quantity, discount, coupon) in enumerate(sales):
        at = START + timedelta(days=day, minutes=n)
        headers.append({"order_id": f"o{n:04}", "ordered_at": at, "local_time": at,
                        "coupon": coupon})  # fmt: skip
        lines.append({"order_id": f"o{n:04}", "item_id": "tea", "quantity": quantity,
                      "unit_price": price, "discount": discount})  # fmt: skip
    return read(store_of(orders=headers, order_lines=lines))


def prices(panel: Panel) -> list[float]:
    return [round(float(p), 2) for p in np.exp(panel.log_price)]


def test_a_shown_price_is_the_days_price_and_units_are_that_days() -> None:
    store = simulated(n_items=2, n_days=40)
    panel = read(store)
    assert panel.shown
    assert panel.period_days == 1
    assert len(panel.item) == 80
    rows = store.connection.con.sql(
        "SELECT item_id, datediff('day', DATE '2026-01-01', local_time) AS d, "
        "max(unit_price), sum(quantity) FROM order_lines JOIN orders USING (order_id) "
        "GROUP BY 1, 2 ORDER BY 1, 2"
    ).fetchall()
    found = {
        (str(panel.items[i]), int(d)): (round(float(np.exp(p)), 4), s)
        for i, d, p, s in zip(panel.item, panel.period, panel.log_price, panel.sold, strict=True)
    }
    for item, day, price, units in rows:
        assert found[item, day] == (pytest.approx(float(price), abs=1e-3), units)
    assert panel.sold.sum() == sum(row[3] for row in rows)


def test_a_paid_price_that_holds_for_weeks_is_a_change() -> None:
    weekly = [
        (7 * w + d, 10.0 if w < 6 else 12.0, 1, 0.0, None) for w in range(12) for d in range(5)
    ]
    panel = orders(weekly)
    assert not panel.shown
    assert prices(panel) == [10.0] * 6 + [12.0] * 6
    assert panel.sold.tolist() == [5.0] * 12


def test_a_bulk_price_beside_the_usual_one_is_no_change() -> None:
    both = [(7 * w + d, 8.0 if d == 2 else 10.0, 1, 0.0, None) for w in range(12) for d in range(5)]
    assert prices(orders(both)) == [10.0] * 12


def test_a_coupon_is_no_change_but_a_discount_for_all_is() -> None:
    coupons = [(7 * w + d, 10.0, 1, 2.0 if w > 5 else 0.0, "C" if w > 5 else None)
               for w in range(12) for d in range(5)]  # fmt: skip
    assert prices(orders(coupons)) == [10.0] * 12
    cuts = [(day, price, n, discount, None) for day, price, n, discount, _ in coupons]
    assert prices(orders(cuts)) == [10.0] * 6 + [8.0] * 6


def test_weeks_in_which_it_was_not_on_sale_are_left_out() -> None:
    steady = [
        (7 * w + d, 10.0, 1, 0.0, None) for w in (*range(8), *range(20, 26)) for d in range(5)
    ]
    assert sorted(set(orders(steady).period.tolist())) == [*range(8), *range(20, 26)]


def test_single_bulk_orders_do_not_drown_the_rest() -> None:
    sales = [(d, 10.0, 500 if d == 9 else 1, 0.0, None) for d in range(30)]
    panel = orders(sales)
    assert panel.counts_orders
    assert panel.sold.sum() == 30


def test_without_prices_nothing_is_read() -> None:
    at = START
    store = store_of(
        events=[{"event_id": "e1", "user_id": "u", "event_time": at, "local_time": at,
                 "event_type": "purchase", "item_id": "tea"}]
    )  # fmt: skip
    with pytest.raises(ToolError) as caught:
        read(store)
    assert "prices" in caught.value.say("en")
