"""Stores in memory that sell by a known rule."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import numpy as np

from tests.tools.prediction.small_shop import store_of
from tools.store.store import Store

FIRST = date(2026, 1, 5)  # a Monday


def shop_selling(
    days: int,
    units: dict[str, Callable[[date], int]],
    stock: dict[str, int] | None = None,
    price: float | None = 10.0,
    first: date = FIRST,
) -> Store:
    """A store that sells `units[item](day)` of each item on each of `days`, one order an item."""
    orders, lines = [], []
    for i in range(days):
        day = first + timedelta(i)
        moment = datetime.combine(day, time(20))
        for item, rule in units.items():
            if n := rule(day):
                order = f"{item}-{i}"
                orders.append({"order_id": order, "user_id": f"u{i % 40}", "local_time": moment,
                               "ordered_at": moment, "status": "delivered"})  # fmt: skip
                lines.append({"order_id": order, "item_id": item, "quantity": int(n),
                              "unit_price": 10, "discount": 0})  # fmt: skip
    items = [
        {"item_id": item, "title": f"Item {item}", "category": "Things", "price": price,
         "stock": (stock or {}).get(item)}
        for item in units
    ]  # fmt: skip
    return store_of(orders=orders, order_lines=lines, items=items)


def poisson(mean: float, seed: int) -> Callable[[date], int]:
    """As many a day as a Poisson draw, the same for a day whenever it is asked."""
    draws = np.random.default_rng(seed).poisson(mean, 4000)
    return lambda day: int(draws[day.toordinal() % 4000])
