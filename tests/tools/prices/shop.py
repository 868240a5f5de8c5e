"""A store whose items have known elasticities, sold under a Poisson law."""

from datetime import datetime, timedelta

import numpy as np

from tests.tools.prediction.small_shop import store_of
from tools.store.store import Store

START = datetime(2026, 1, 1)  # noqa: DTZ001  store-local


def simulated(
    n_items: int = 12,
    n_days: int = 150,
    slope: float = -2.0,
    *,
    moving: bool = True,
    cost: float | None = 6.0,
    seed: int = 3,
) -> Store:
    """Orders and views; days with many visitors have lower prices, so that naive slopes mislead."""
    rng = np.random.default_rng(seed)
    events, orders, lines = [], [], []
    busy = 1 + (np.arange(n_days) % 30 < 8)
    for i in range(n_items):
        price = np.full(n_days, 10.0)
        if moving:
            price[(np.arange(n_days) + 11 * i) % 40 < 12] *= rng.uniform(0.7, 0.9)
            price[busy > 1] *= 0.95
        units = rng.poisson(1.5 * busy * (price / 10) ** slope)
        for day in range(n_days):
            at = START + timedelta(days=day, hours=12)
            events.append(_view(len(events), f"i{i:02}", at, float(price[day])))
            for _ in range(units[day]):
                order = f"o{len(orders)}"
                orders.append({"order_id": order, "user_id": "u1", "ordered_at": at,
                               "local_time": at, "status": "delivered"})  # fmt: skip
                lines.append({"order_id": order, "item_id": f"i{i:02}", "quantity": 1,
                              "unit_price": float(price[day]), "discount": 0.0})  # fmt: skip
    items = [
        {"item_id": f"i{i:02}", "title": f"Thing {i}", "cost": cost,
         "category": "Tea" if i % 2 else "Mugs"}
        for i in range(n_items)
    ]  # fmt: skip
    return store_of(events=events, orders=orders, order_lines=lines, items=items)


def _view(n: int, item: str, at: datetime, price: float) -> dict:
    return {"event_id": f"e{n}", "user_id": "u1", "event_time": at, "local_time": at,
            "event_type": "view", "item_id": item,
            "session_id": f"s{n}", "price": price}  # fmt: skip
