"""A small store with campaigns whose effects are known by hand."""

from datetime import datetime, timedelta
from typing import Any

from tests.small_store import store_of
from tools.store.store import Store

START = datetime(2026, 9, 1, 10)  # noqa: DTZ001  # the store keeps naive UTC
ITEMS = [{"item_id": "i1", "title": "Lamp", "category": "Lamps", "price": 100, "cost": 60}]
CAMPAIGNS = [
    {"campaign_id": "c1", "name": "Autumn Letter", "channel": "email", "starts_at": START,
     "ends_at": START + timedelta(days=10), "offer": "10% off", "cost": 500},
    {"campaign_id": "c2", "name": "Spring Letter", "channel": "email",
     "starts_at": START - timedelta(days=40), "ends_at": START - timedelta(days=30), "cost": 100},
]  # fmt: skip
LABELS = [{"dimension": "campaign", "value": "c1", "language": "zh", "label": "秋日来信"}]


def order(n: int, user: str, when: datetime, amount: float, **more: Any) -> dict[str, Any]:
    return {"order_id": f"o{n}", "user_id": user, "ordered_at": when, "status": "delivered",
            "total": amount, **more}  # fmt: skip


def campaign_store(arms: int = 100, treated: int = 20, control: int = 10) -> Store:
    """A store whose letter c1 went to `arms` people, as many held out.

    `treated` and `control` of them ordered one lamp for 100 in the window; everyone's order of the
    time before is one in five; the spring letter c2 went to everyone in c1's treated arm, nobody
    held out.
    """
    users = [f"t{i:03}" for i in range(arms)] + [f"u{i:03}" for i in range(arms)]
    buyers = [*users[:treated], *users[arms : arms + control]]
    early = users[::5]
    orders = [order(i, u, START + timedelta(days=2), 100) for i, u in enumerate(buyers)]
    orders += [order(1000 + i, u, START - timedelta(days=20), 100) for i, u in enumerate(early)]
    orders += [
        order(2000, "t099", START + timedelta(days=2), 100, status="cancelled"),
        order(2001, "t099", START + timedelta(days=11), 100),  # after the end
        order(2002, "t000", START - timedelta(days=60), 100, campaign_id="c2"),
    ]
    lines = [{"order_id": o["order_id"], "item_id": "i1", "quantity": 1, "unit_price": 100}
             for o in orders]  # fmt: skip
    exposures = [
        {"campaign_id": "c1", "user_id": u, "exposed_at": START,
         "arm": "treatment" if u.startswith("t") else "control"}
        for u in users
    ]  # fmt: skip
    exposures += [
        {"campaign_id": "c2", "user_id": u, "exposed_at": START - timedelta(days=40),
         "arm": "treatment"}
        for u in users[:arms]
    ]  # fmt: skip
    people = [{"user_id": u, "registered_at": START - timedelta(days=100)} for u in users]
    return store_of(
        {"users": people, "orders": orders, "order_lines": lines, "items": ITEMS,
         "campaigns": CAMPAIGNS, "exposures": exposures, "labels": LABELS},
        currency="CNY",
    )  # fmt: skip
