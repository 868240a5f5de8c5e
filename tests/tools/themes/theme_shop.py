"""A store with planted opinions: who says what of which item, and what they bought."""

from datetime import datetime, timedelta
from typing import Any

from tests.small_store import store_of
from tools.store.store import Store

START = datetime(2026, 9, 1, 10)  # noqa: DTZ001  # the store keeps naive UTC

GOOD = {
    "delivery": ("Delivery was quick", "物流很快"),
    "battery": ("The battery lasts for days", "电池很耐用"),
    "price": ("Great value for money", "性价比很高"),
}
BAD = {
    "delivery": ("Delivery came late", "物流太慢了"),
    "battery": ("The battery dies at noon", "电池半天就没电"),
    "price": ("Too expensive", "价格太贵"),
}
PLAIN = {True: ("I love it", "非常喜欢"), False: ("I hate it", "非常失望")}


def review(
    n: int, said: dict[str, bool], day: int = 0, language: str = "en", **more: Any
) -> dict[str, Any]:
    """A review that praises (True) or criticises (False) each theme of `said`."""
    place = int(language == "zh")
    clauses = [(GOOD if good else BAD)[theme][place] for theme, good in said.items()]
    happy = sum(said.values()) * 2 >= len(said)
    clauses.append(PLAIN[happy][place])
    return {
        "review_id": f"r{n:04}", "item_id": f"i{n % 4}", "user_id": f"u{n}",
        "rating": 5 if all(said.values()) else 1 if not any(said.values()) else 3,
        "text": ("，" if place else ", ").join(clauses), "language": language,
        "written_at": START + timedelta(days=day), **more,
    }  # fmt: skip


ITEMS = [
    {"item_id": f"i{n}", "title": f"Lamp {n}", "category": "Lamps" if n < 2 else "Clocks",
     "brand": "Aria" if n % 2 else "Bolt"}
    for n in range(4)
]  # fmt: skip


def balanced() -> list[dict[str, Any]]:
    """60 reviews in each of September and October, half of them Chinese.

    Each theme is praised and criticised equally often, but for delivery: of the 20 reviews a month
    that speak of it 4 are complaints in September and 18 in October.
    """
    rows = []
    for month, late in ((0, 4), (30, 18)):
        for n in range(60):
            number = month * 2 + n
            theme = ("delivery", "battery", "price")[n % 3]
            good = n // 3 >= late if theme == "delivery" else n % 2 == 0
            language = "zh" if n // 3 % 2 else "en"
            rows.append(review(number, {theme: good}, month + n % 29, language))
    return rows


def theme_shop(reviews: list[dict[str, Any]], **tables: list[dict[str, Any]]) -> Store:
    """A store with these reviews and tables."""
    return store_of(
        {"items": ITEMS, "reviews": reviews, **tables}, currency="CNY", data_version="1",
        today=(START + timedelta(days=60)).date(),
    )  # fmt: skip


def bought(
    reviews: list[dict[str, Any]], returned: set[str], later: dict[str, float]
) -> dict[str, list[dict[str, Any]]]:
    """Orders of what each review is of, for 100 each, and what its writer spent 30 days on.

    Args:
        reviews: The reviews.
        returned: Users who sent it back.
        later: What each user spent afterwards.
    """
    orders, lines = [], []
    for row in reviews:
        user, written = row["user_id"], row["written_at"]
        for name, when, amount in (("a", -5, 100.0), ("b", 30, later.get(user, 0.0))):
            if not amount:
                continue
            orders.append(
                {
                    "order_id": f"{name}{user}",
                    "user_id": user,
                    "total": amount,
                    "ordered_at": written + timedelta(days=when),
                    "status": "delivered",
                }
            )
            item = row["item_id"] if name == "a" else "i9"
            lines.append(
                {
                    "order_id": f"{name}{user}",
                    "item_id": item,
                    "quantity": 1,
                    "unit_price": amount,
                    "returned_quantity": int(name == "a" and user in returned),
                }
            )
    # a last order, so that everybody's 90 days are over
    orders.append(
        {
            "order_id": "z",
            "user_id": "nobody",
            "total": 1,
            "status": "delivered",
            "ordered_at": START + timedelta(days=400),
        }
    )
    lines.append({"order_id": "z", "item_id": "i9", "quantity": 1, "unit_price": 1})
    return {"orders": orders, "order_lines": lines}
