"""A made-up shop with structure: staples bought again and again, and things viewed, then bought."""

from datetime import datetime, timedelta

import numpy as np

from tests.tools.prediction.small_shop import event, store_of
from tools.store.store import Store

START = datetime(2026, 1, 1)  # noqa: DTZ001  store-local
DAYS = 63
GROUPS, TREATS = 4, 12


def events(n_users: int = 120, days: int = DAYS, seed: int = 3) -> list[dict]:
    """Each user buys two staples about weekly, and often a treat two days after viewing it."""
    rng = np.random.default_rng(seed)
    rows: list[dict] = []

    def add(user: str, day: int, kind: str, item: str, hour: int) -> None:
        rows.append(event(len(rows), user, START + timedelta(days=day, hours=hour), kind, item))

    for u in range(n_users):
        user, group = f"u{u:03}", u % GROUPS
        staples = rng.choice(8, 2, replace=False)
        treats = [f"treat-{group}-{i}" for i in rng.permutation(TREATS)]
        for day in range(u % 7, days, 7):
            for staple in staples:
                if rng.random() < 0.6:
                    add(user, day, "purchase", f"staple-{staple}", 9)
            if treats and rng.random() < 0.7:
                treat = treats.pop()
                add(user, day, "view", treat, 12)
                add(user, day, "view", f"treat-{group}-{rng.integers(TREATS)}", 11)
                if rng.random() < 0.7 and day + 2 < days:
                    add(user, day + 2, "purchase", treat, 20)
    end = START + timedelta(days=days - 1, hours=23)
    return [*rows, event(len(rows), "u000", end, "view", "treat-0-0")]


def items(stock: dict[str, int] | None = None) -> list[dict]:
    """The catalogue; what is not in `stock` has ten units."""
    ids = [f"staple-{i}" for i in range(8)]
    ids += [f"treat-{group}-{i}" for group in range(GROUPS) for i in range(TREATS)]
    return [
        {
            "item_id": item,
            "title": item.replace("-", " ").title(),
            "category": item.partition("-")[0],
            "stock": (stock or {}).get(item, 10),
        }
        for item in ids
    ]


def shop(stock: dict[str, int] | None = None) -> Store:
    """The shop as a store in memory."""
    return store_of(events=events(), items=items(stock))
