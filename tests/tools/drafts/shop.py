"""A shop of 200 customers small enough to count by hand, with three campaigns that had a holdout.

Today is 31 October 2026. u000-u099 bought in February only, u100-u149 buy every month, u150-u199
never. Every fourth gave no consent. Even numbers are women. u001-u019 are in a running campaign.
"""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.small_store import store_of
from tools.drafts import Drafts
from tools.store.store import Store

TODAY = datetime(2026, 10, 31, 10)  # noqa: DTZ001  the store keeps naive UTC
LAPSED, REGULAR, NEVER = range(100), range(100, 150), range(150, 200)
RUNNING = range(1, 20)


def user(n: int) -> str:
    return f"u{n:03}"


def consents(n: int) -> bool:
    return n % 4 != 0


ITEMS = [
    {"item_id": "i1", "title": "Maren Quilted Jacket", "category": "Jackets", "price": 400,
     "cost": 200, "stock": 50},
    {"item_id": "i2", "title": "Maren Light Jacket", "category": "Jackets", "price": 200,
     "cost": 100, "stock": 300},
    {"item_id": "i3", "title": "Suyi Midi Dress", "category": "Dresses", "price": 100, "cost": 95,
     "stock": 4},
    {"item_id": "i4", "title": "Suyi Long Dress", "category": "Dresses", "price": 100, "cost": 50,
     "stock": 4},
]  # fmt: skip
LABELS = [
    {"dimension": "category", "value": "Jackets", "language": "zh", "label": "外套"},
    {"dimension": "category", "value": "Dresses", "language": "zh", "label": "连衣裙"},
]


def _users() -> list[dict[str, Any]]:
    return [
        {"user_id": user(n), "registered_at": datetime(2026, 1, 1), "country": "CN",  # noqa: DTZ001
         "gender": "male" if n % 2 else "female", "marketing_consent": consents(n)}
        for n in range(200)
    ]  # fmt: skip


def _orders() -> list[tuple[int, datetime]]:
    spring = [(n, datetime(2026, 2, 1 + n % 20, 20)) for n in LAPSED]  # noqa: DTZ001
    regular = [
        (n, datetime(2026, month, 1 + (n * 7 + month) % 27, 20))  # noqa: DTZ001
        for month in range(2, 11)
        for n in REGULAR
    ]
    # One of ten who got a campaign buys in it, one of twenty held out.
    sold = [
        (n, datetime(2026, month, 11, 20))  # noqa: DTZ001
        for month in (4, 6, 8)
        for n in [*range(10, 100, 10), *range(150, 155)]
    ]
    return [*spring, *regular, *sold, (149, TODAY)]


def _campaigns() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    campaigns, exposures = [], []
    for place, month in enumerate((4, 6, 8)):
        start = datetime(2026, month, 10)  # noqa: DTZ001
        name = f"c{place + 1}"
        campaigns.append(
            {"campaign_id": name, "name": f"Letter {place + 1}", "offer": "10% off", "cost": 100,
             "channel": "sms" if place else "email", "starts_at": start,
             "ends_at": start + timedelta(days=14)}
        )  # fmt: skip
        exposures += [
            {"campaign_id": name, "user_id": user(n), "exposed_at": start,
             "arm": "treatment" if n < 100 else "control"}
            for n in range(200)
        ]  # fmt: skip
    campaigns.append(
        {"campaign_id": "c9", "name": "Running", "channel": "push", "offer": "News", "cost": 10,
         "starts_at": datetime(2026, 10, 10), "ends_at": datetime(2026, 11, 30)}  # noqa: DTZ001
    )  # fmt: skip
    exposures += [
        {"campaign_id": "c9", "user_id": user(n), "exposed_at": datetime(2026, 10, 10),  # noqa: DTZ001
         "arm": "control"}
        for n in RUNNING
    ]  # fmt: skip
    return campaigns, exposures


def tables() -> dict[str, list[dict[str, Any]]]:
    orders = _orders()
    campaigns, exposures = _campaigns()
    return {
        "items": ITEMS,
        "labels": LABELS,
        "users": _users(),
        "orders": [
            {"order_id": f"o{k}", "user_id": user(n), "ordered_at": when, "status": "delivered",
             "total": 400 if k % 2 else 200, "channel": "email"}
            for k, (n, when) in enumerate(orders)
        ],
        "order_lines": [
            {"order_id": f"o{k}", "item_id": "i1" if k % 2 else "i2", "quantity": 1,
             "unit_price": 400 if k % 2 else 200}
            for k in range(len(orders))
        ],
        "campaigns": campaigns,
        "exposures": exposures,
        "reviews": [
            {"review_id": f"r{k}", "item_id": "i1", "user_id": user(k),
             "rating": 5 if k < 12 else 1,
             "text": "So comfortable" if k < 12 else "Too comfortable?", "language": "en",
             "written_at": datetime(2026, 9, 1)}  # noqa: DTZ001
            for k in range(14)
        ],
    }  # fmt: skip


def shop(*without: str, **instead: list[dict[str, Any]]) -> Store:
    """The shop, less the tables named, with other rows where given."""
    rows = {name: own for name, own in {**tables(), **instead}.items() if name not in without}
    return store_of(rows, name="Lumo", currency="CNY", time_zone="Asia/Shanghai", data_version="v1")


def drafts_of(folder: Path, *without: str, **instead: list[dict[str, Any]]) -> Drafts:
    return Drafts(shop(*without, **instead), folder)
