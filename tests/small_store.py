"""A store small enough to check by hand; every table is filled."""

from datetime import datetime
from typing import Any

import ibis
import pyarrow as pa

from tools.store.schema import TABLES
from tools.store.store import Store, StoreProfile

TYPES = {
    "id": pa.string(),
    "text": pa.string(),
    "choice": pa.string(),
    "time": pa.timestamp("us"),
    "local_time": pa.timestamp("us"),
    "date": pa.date32(),
    "money": pa.decimal128(18, 4),
    "integer": pa.int64(),
    "flag": pa.bool_(),
}


def store_of(tables: dict[str, list[dict[str, Any]]], **profile: Any) -> Store:
    """A store in memory with `tables`; columns left out of the rows are empty."""
    connection = ibis.duckdb.connect()
    for name, rows in tables.items():
        spec = TABLES[name]
        schema = pa.schema([(c.name, TYPES[c.kind]) for c in spec])
        filled = [_with_clock(spec.clock, row) for row in rows]
        columns = {c.name: [_cell(row.get(c.name), c.kind) for row in filled] for c in spec}
        # Ibis 12's create_table writes a statement that DuckDB 2.0 does not parse.
        connection.con.register("rows_in", pa.table(columns, schema=schema))
        connection.con.execute(f"CREATE TABLE {name} AS SELECT * FROM rows_in")  # noqa: S608  # a table of ours
        connection.con.unregister("rows_in")
    return Store(connection, StoreProfile(**profile))


def _with_clock(clock: str | None, row: dict[str, Any]) -> dict[str, Any]:
    return {"local_time": row[clock], **row} if clock and row.get(clock) else row


def _cell(value: Any, kind: str) -> Any:
    from decimal import Decimal

    return Decimal(str(value)) if kind == "money" and value is not None else value


def at(day: int, hour: int = 10, month: int = 10) -> datetime:
    """A moment of 2026; in UTC, which is also the small store's time zone."""
    return datetime(2026, month, day, hour)  # noqa: DTZ001  # the store keeps naive UTC


ITEMS = [
    {"item_id": "i1", "title": "Aria Headphones", "category": "Headphones", "brand": "Aria",
     "price": 100, "cost": 60, "stock": 5},
    {"item_id": "i2", "title": "Aria Earbuds", "category": "Headphones", "brand": "Aria",
     "price": 50, "cost": 20, "stock": 9},
    {"item_id": "i3", "title": "Bolt Keyboard", "category": "Keyboards", "brand": "Bolt",
     "price": 80, "cost": 60, "stock": 0},
]  # fmt: skip
USERS = [
    {"user_id": f"u{n}", "registered_at": at(n, month=9 if n < 7 else 10), "country": "China",
     "region": "Guangdong" if n < 11 else "Hunan", "age_band": "25-34" if n % 2 else "35-44",
     "gender": "female" if n % 2 else "male", "marketing_consent": True}
    for n in range(1, 14)
]  # fmt: skip
ORDERS = [
    # September: 2 orders, 180; October: 5 orders that count, 610 (o5 was cancelled)
    {"order_id": "o1", "user_id": "u1", "ordered_at": at(10, month=9), "status": "delivered",
     "total": 100, "channel": "email", "device": "mobile"},
    {"order_id": "o2", "user_id": "u2", "ordered_at": at(20, month=9), "status": "delivered",
     "total": 80, "channel": "search", "device": "desktop"},
    {"order_id": "o3", "user_id": "u1", "ordered_at": at(1), "status": "delivered",
     "total": 190, "channel": "email", "device": "mobile", "campaign_id": "c1"},
    {"order_id": "o4", "user_id": "u1", "ordered_at": at(2), "status": "delivered",
     "total": 50, "channel": "email", "device": "desktop"},
    {"order_id": "o5", "user_id": "u3", "ordered_at": at(3), "status": "cancelled",
     "total": 1000, "channel": "email", "device": "mobile"},
    {"order_id": "o6", "user_id": "u2", "ordered_at": at(3, 20), "status": "placed",
     "total": 130, "channel": "search", "device": "desktop", "campaign_id": "c1"},
    {"order_id": "o7", "user_id": "u4", "ordered_at": at(20), "status": "returned",
     "total": 160, "channel": "search", "device": "mobile"},
    {"order_id": "o8", "user_id": "u12", "ordered_at": at(31, 23), "status": "shipped",
     "total": 80, "channel": "social", "device": "mobile"},
]  # fmt: skip
LINES = [
    {"order_id": "o1", "item_id": "i1", "quantity": 1, "unit_price": 100},
    {"order_id": "o2", "item_id": "i3", "quantity": 1, "unit_price": 80},
    {"order_id": "o3", "item_id": "i1", "quantity": 2, "unit_price": 100, "discount": 10,
     "returned_quantity": 1},
    {"order_id": "o4", "item_id": "i2", "quantity": 1, "unit_price": 50},
    {"order_id": "o5", "item_id": "i1", "quantity": 10, "unit_price": 100},
    {"order_id": "o6", "item_id": "i2", "quantity": 1, "unit_price": 50},
    {"order_id": "o6", "item_id": "i3", "quantity": 1, "unit_price": 80},
    {"order_id": "o7", "item_id": "i3", "quantity": 2, "unit_price": 80, "returned_quantity": 2},
    {"order_id": "o8", "item_id": "i3", "quantity": 1, "unit_price": 80},
]  # fmt: skip


def _visit(session: str, user: str, when: datetime, kinds: str, item: str, channel: str,
           device: str) -> list[dict[str, Any]]:  # fmt: skip
    names = {"s": "search", "v": "view", "c": "cart", "p": "purchase"}
    return [
        {"event_id": f"{session}-{n}", "session_id": session, "user_id": user, "event_time": when,
         "event_type": names[kind], "item_id": None if kind == "s" else item,
         "query": "headphones" if kind == "s" else None, "quantity": 1 if kind in "cp" else None,
         "channel": channel, "device": device}
        for n, kind in enumerate(kinds)
    ]  # fmt: skip


EVENTS = [
    # October: 8 visits, 5 with a cart, 4 with a purchase, 10 views, 5 cart additions
    *_visit("s1", "u1", at(10, month=9), "vcp", "i1", "email", "mobile"),
    *_visit("s2", "u2", at(20, month=9), "vv", "i3", "search", "desktop"),
    *_visit("s3", "u1", at(1), "svvcp", "i1", "email", "mobile"),
    *_visit("s4", "u1", at(2), "vcp", "i2", "email", "desktop"),
    *_visit("s5", "u2", at(3, 20), "vcp", "i2", "search", "desktop"),
    *_visit("s6", "u4", at(20), "vcp", "i3", "search", "mobile"),
    *_visit("s7", "u5", at(20), "vc", "i3", "search", "mobile"),
    *_visit("s8", "u6", at(25), "vv", "i3", "social", "mobile"),
    *_visit("s9", "u7", at(26), "v", "i1", "social", "mobile"),
    *_visit("s10", "u7", at(31, 23), "sv", "i1", "social", "mobile"),
]
REVIEWS = [
    {"review_id": "r1", "item_id": "i1", "user_id": "u1", "rating": 5, "text": "Great sound",
     "written_at": at(5), "language": "en"},
    {"review_id": "r2", "item_id": "i1", "user_id": "u2", "rating": 2, "text": "漏音严重",
     "written_at": at(6), "language": "zh"},
    {"review_id": "r3", "item_id": "i3", "user_id": "u4", "rating": 3, "text": "Keys stick",
     "written_at": at(25), "language": "en"},
    {"review_id": "r4", "item_id": "i2", "user_id": "u1", "rating": 4, "text": "Fine",
     "written_at": at(15, month=9), "language": "en"},
]  # fmt: skip
CAMPAIGNS = [
    {"campaign_id": "c1", "name": "Autumn Sale", "channel": "email", "starts_at": at(1),
     "ends_at": at(8), "offer": "10% off", "cost": 20}
]  # fmt: skip
EXPOSURES = [
    {"campaign_id": "c1", "user_id": "u1", "exposed_at": at(1), "arm": "treatment"},
    {"campaign_id": "c1", "user_id": "u2", "exposed_at": at(1), "arm": "control"},
]
LABELS = [
    {"dimension": "category", "value": "Headphones", "language": "zh", "label": "耳机"},
    {"dimension": "category", "value": "Keyboards", "language": "zh", "label": "键盘"},
    {"dimension": "region", "value": "Guangdong", "language": "zh", "label": "广东"},
    {"dimension": "region", "value": "Hunan", "language": "zh", "label": "湖南"},
    {"dimension": "item", "value": "i1", "language": "en", "label": "Aria Headphones"},
    {"dimension": "item", "value": "i1", "language": "zh", "label": "Aria头戴式耳机"},
]
POLICIES = [{"policy_id": "p1", "title": "Returns", "text": "30 days."}]

TABLE_ROWS: dict[str, list[dict[str, Any]]] = {
    "events": EVENTS, "items": ITEMS, "users": USERS, "orders": ORDERS, "order_lines": LINES,
    "campaigns": CAMPAIGNS, "exposures": EXPOSURES, "reviews": REVIEWS, "labels": LABELS,
    "policies": POLICIES,
}  # fmt: skip


def small_store(*without: str) -> Store:
    """The store above, less the tables named; its last day with data is 31 October 2026."""
    rows = {name: rows for name, rows in TABLE_ROWS.items() if name not in without}
    return store_of(rows, name="Small store", currency="CNY", data_version="1")
