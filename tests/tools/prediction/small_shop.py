"""A simulated store in memory whose customers have truly different rates of buying."""

from datetime import datetime, timedelta

import duckdb
import ibis
import numpy as np
import pyarrow as pa

from tools.store.schema import DUCKDB_TYPES, TABLES
from tools.store.store import Store, StoreProfile

START = datetime(2026, 1, 1)  # noqa: DTZ001  store-local


def store_of(**rows: list[dict]) -> Store:
    """A store with the given rows; missing columns are empty."""
    connection = duckdb.connect(config={"threads": 2})
    for name, listed in rows.items():
        spec = TABLES[name]
        columns = ", ".join(f'"{c.name}" {DUCKDB_TYPES[c.kind]}' for c in spec)
        connection.execute(f"CREATE TABLE {name} ({columns})")
        if listed:
            connection.register("listed", pa.Table.from_pylist(listed))
            connection.execute(f"INSERT INTO {name} BY NAME SELECT * FROM listed")  # noqa: S608  own names
            connection.unregister("listed")
    profile = StoreProfile(data_version="v1")
    return Store(ibis.duckdb.from_connection(connection), profile)


def event(n: int, user: str, at: datetime, kind: str, item: str = "i1") -> dict:
    return {
        "event_id": f"e{n}",
        "user_id": user,
        "event_time": at,
        "local_time": at,
        "event_type": kind,
        "item_id": item,
        "session_id": f"{user}-{at.date()}",
        "quantity": 1,
    }


def simulated(n_users: int = 150, n_days: int = 120, seed: int = 1) -> list[dict]:
    """Events of users who buy at their own steady rate, views often before."""
    rng = np.random.default_rng(seed)
    rate = rng.gamma(0.5, 0.06, n_users)
    events: list[dict] = []
    for u in range(n_users):
        for day in range(n_days):
            at = START + timedelta(days=day, hours=int(rng.integers(0, 24)))
            item = f"i{rng.integers(1, 4)}"
            if rng.random() < 0.03 + rate[u]:
                events.append(event(len(events), f"u{u:03}", at, "view", item))
            if rng.random() < rate[u]:
                events.append(event(len(events), f"u{u:03}", at, "purchase", item))
    end = START + timedelta(days=n_days - 1, hours=23, minutes=30)
    return [*events, event(len(events), "u000", end, "view")]


def items() -> list[dict]:
    return [{"item_id": f"i{i}", "category": "tea" if i < 3 else "mugs"} for i in (1, 2, 3)]
