"""A shop of visits and orders in which nothing is unusual, but for what a test plants."""

from datetime import datetime, timedelta

import numpy as np

from tests.tools.prediction.small_shop import store_of
from tools.store.store import Store

END = datetime(2026, 6, 30)  # noqa: DTZ001  store-local; the last day, far from any festival
DEVICES, CHANNELS, CATEGORIES = ("app", "desktop"), ("search", "social"), ("tea", "mugs")
ITEMS = {"i1": "tea", "i2": "tea", "i3": "mugs", "i4": "mugs"}
PRICE, COST = 40.0, 30.0
CART, BUY = 0.5, 0.6


def shop(
    seed: int = 1,
    days: int = 130,
    visits: int = 60,
    buy: dict[str, float] | None = None,
    stock: dict[str, int] | None = None,
    reviews: list[dict] | None = None,
    season: float = 1.0,
    returned: dict[str, float] | None = None,
    social: float = 0.5,
    without: tuple[str, ...] = (),
) -> Store:
    """Visits of one item each, `visits` a day.

    Args:
        seed: Of chance.
        days: Days up to `END`.
        visits: Visits a day.
        buy: Chance that a cart ends in a purchase, in the last four weeks, by channel or device.
        stock: Units on hand of each item; 600 of the others, which lasts a while.
        reviews: Rows of reviews.
        season: How many times as often as else tea is visited in July.
        returned: Chance that an item is sent back; 0.03 of the others.
        social: Part of visits that come from social media, in the last four weeks.
        without: Tables left out.
    """
    rng = np.random.default_rng(seed)
    events, orders, lines = [], [], []
    for day in range(days):
        at = END - timedelta(days=days - 1 - day)
        tea = season / (1 + season) if at.month == 7 else 0.5
        for n in range(visits):
            visit, hour = f"s{day}-{n}", at + timedelta(hours=9, minutes=10 * n)
            item = rng.choice(["i1", "i2"] if rng.random() < tea else ["i3", "i4"])
            late = day >= days - 28
            device, chance = rng.choice(DEVICES), BUY
            channel = CHANNELS[int(rng.random() < (social if late else 0.5))]
            if late:
                chance = min((buy or {}).get(device, BUY), (buy or {}).get(channel, BUY))
            kinds = ["view"]
            if rng.random() < CART:
                kinds += ["cart", *(["purchase"] if rng.random() < chance else [])]
            user = f"u{rng.integers(0, 800):03}"
            shared = {"user_id": user, "local_time": hour, "device": device, "channel": channel}
            events += [
                {"event_id": f"{visit}-{kind}", "session_id": visit, "event_time": hour,
                 "event_type": kind, "item_id": item, "quantity": 1, **shared}
                for kind in kinds
            ]  # fmt: skip
            if kinds[-1] == "purchase":
                orders.append({"order_id": visit, "ordered_at": hour, "status": "delivered",
                               "total": PRICE, **shared})  # fmt: skip
                back = rng.random() < (returned or {}).get(str(item), 0.03)
                lines.append({"order_id": visit, "item_id": item, "quantity": 1,
                              "unit_price": PRICE, "returned_quantity": int(back)})  # fmt: skip
    items = [
        {"item_id": i, "title": f"Item {i}", "category": c, "price": PRICE, "cost": COST,
         "stock": (stock or {}).get(i, 600)}
        for i, c in ITEMS.items()
    ]  # fmt: skip
    tables = {"events": events, "orders": orders, "order_lines": lines, "items": items,
              "reviews": reviews or []}  # fmt: skip
    return store_of(**{name: rows for name, rows in tables.items() if name not in without})


def rated(item: str, days_ago: list[int], stars: list[int]) -> list[dict]:
    """Reviews of `item`, `days_ago` before the end."""
    return [
        {"review_id": f"{item}-{n}", "item_id": item, "rating": star, "text": "…",
         "written_at": END - timedelta(days=ago), "local_time": END - timedelta(days=ago)}
        for n, (ago, star) in enumerate(zip(days_ago, stars, strict=True))
    ]  # fmt: skip
