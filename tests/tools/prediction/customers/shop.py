"""A small store whose customers buy and leave by BG/NBD, and spend by Gamma-Gamma."""

from datetime import datetime, timedelta

import numpy as np

from tests.tools.prediction.small_shop import store_of
from tools.store.store import Store

START = datetime(2026, 1, 1)  # noqa: DTZ001  store-local
DAYS = 160


def orders(n_users: int = 300, seed: int = 4) -> list[dict]:
    """Orders of `n_users` customers over `DAYS` days, most of whom come in the first half."""
    rng = np.random.default_rng(seed)
    found: list[dict] = []
    for user in range(n_users):
        time, rate = rng.uniform(0, DAYS * 0.6), rng.gamma(1.2, 1 / 25.0)
        leave, spend = rng.beta(0.8, 4.0), 12.0 / rng.gamma(4.0, 1 / 10.0)
        while time < DAYS:
            found.append(
                {
                    "order_id": f"o{len(found)}",
                    "user_id": f"u{user:03}",
                    "ordered_at": START + timedelta(days=time),
                    "local_time": START + timedelta(days=time),
                    "total": round(spend * rng.gamma(6.0, 1 / 6.0), 2),
                }
            )
            if rng.random() < leave:
                break
            time += rng.exponential(1 / rate)
    end = START + timedelta(days=DAYS - 1, hours=23, minutes=30)
    last = {"order_id": "end", "user_id": "u000", "total": 20.0}
    return [*found, {**last, "ordered_at": end, "local_time": end}]


def shop(rows: list[dict] | None = None) -> Store:
    """A store of `orders`, its customers women and men by turns."""
    users = [
        {"user_id": f"u{u:03}", "gender": "female" if u % 2 else "male", "region": "North"}
        for u in range(300)
    ]
    users[0]["region"] = "South"
    return store_of(orders=orders() if rows is None else rows, users=users)
