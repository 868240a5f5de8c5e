"""A shop with two customers, an order in each state, and policies in both languages."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.small_store import ITEMS, at, store_of
from tools.service.book import BOOK, ServiceBook
from tools.service.policy_files import write_policies
from tools.service.records import Address, Customer
from tools.service.service import Service
from tools.store.store import Store

NOW = datetime(2026, 10, 31, 9, tzinfo=UTC)
ORDERS = [
    {"order_id": "o100001", "user_id": "u1", "ordered_at": at(30), "status": "placed",
     "total": 80},
    {"order_id": "o100002", "user_id": "u1", "ordered_at": at(28), "status": "shipped",
     "total": 100},
    {"order_id": "o100003", "user_id": "u1", "ordered_at": at(24), "status": "delivered",
     "delivered_at": at(28), "total": 150},
    {"order_id": "o100004", "user_id": "u1", "ordered_at": at(1, month=8), "status": "delivered",
     "delivered_at": at(5, month=8), "total": 80},
    {"order_id": "o200001", "user_id": "u2", "ordered_at": at(30), "status": "placed",
     "total": 50},
]  # fmt: skip
LINES = [
    {"order_id": "o100001", "item_id": "i3", "quantity": 1, "unit_price": 80},
    {"order_id": "o100002", "item_id": "i1", "quantity": 1, "unit_price": 100},
    {"order_id": "o100003", "item_id": "i1", "quantity": 1, "unit_price": 100},
    {"order_id": "o100003", "item_id": "i2", "quantity": 1, "unit_price": 50},
    {"order_id": "o100004", "item_id": "i3", "quantity": 1, "unit_price": 80},
    {"order_id": "o200001", "item_id": "i2", "quantity": 1, "unit_price": 50},
]
REVIEWS = [
    {"review_id": "r1", "item_id": "i1", "user_id": "u1", "rating": 5, "text": "Great sound",
     "written_at": at(5), "language": "en"},
]  # fmt: skip
LABELS = [
    {"dimension": "item", "value": "i1", "language": "zh", "label": "Aria头戴式耳机"},
    {"dimension": "item", "value": "i2", "language": "zh", "label": "Aria耳塞"},
    {"dimension": "item", "value": "i3", "language": "zh", "label": "Bolt键盘"},
]
POLICIES = {
    "returns-en": "# Returns\n\n- You may return unused items within 15 days of delivery.\n"
    "- Return shipping costs 12 yuan unless the item is faulty.\n",
    "returns-zh": "# 退货政策\n\n- 签收后15天内可退未使用的商品。\n"
    "- 退货运费12元，质量问题除外。\n",
    "shipping-en": "# Shipping\n\n- Shipping is free from 99 yuan.\n"
    "- If the tracking has not moved for 3 days, we look for the parcel.\n",
    "shipping-zh": "# 配送说明\n\n- 满99元包邮。\n- 物流3天没有更新，我们帮您查件。\n",
}
RULES = "return_days: 15\nreturn_fee: 12\nproposal_minutes: 15\n"
PEOPLE = (
    Customer(
        user_id="u1", first_name="Ann", last_name="Lee", email="ann@example.com",
        address=Address(address1="1 Road", city="Boston", country="USA", postcode="02108"),
    ),
    Customer(
        user_id="u2", first_name="明", last_name="王", email="wm@example.com",
        address=Address(address1="文三路1号", city="杭州", country="CN", postcode="310000"),
    ),
)  # fmt: skip


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_minutes(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


def make_shop(folder: Path, clock: Clock) -> Service:
    """The shop in `folder`, as it is before any conversation."""
    tables = {"items": ITEMS, "orders": ORDERS, "order_lines": LINES, "reviews": REVIEWS}
    small = store_of({**tables, "labels": LABELS}, name="Lumo", currency="CNY", data_version="1")
    ServiceBook(folder / BOOK).replace(PEOPLE, whole=True)
    write_policies(folder, POLICIES, RULES)
    return Service(Store(small.connection, small.profile, folder), clock)


def without_policies(service: Service) -> None:
    """Take the shop's policies away, but not its rules."""
    for path in (service.folder / "policies").glob("*.md"):
        path.unlink()


def book_of(service: Service) -> bytes:
    """The service book, byte for byte."""
    copy = service.folder / "copy.sqlite"
    shutil.copy(service.book.path, copy)
    return copy.read_bytes()
