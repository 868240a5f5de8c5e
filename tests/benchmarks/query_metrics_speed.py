# ruff: noqa: E501, PLW0108  # a question and its answer read best on one line
"""query_metrics on 10 million events against pandas answering the same questions, in one run.

Run: python -m tests.benchmarks.query_metrics_speed [n_events]
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import ibis
import pandas as pd

from tools.query_metrics import MetricTools
from tools.store.store import Store, StoreProfile

MAKE = """
CREATE TABLE items AS SELECT 'i' || n AS item_id, 'Item ' || n AS title,
  'category ' || (n % 12) AS category, 'brand ' || (n % 40) AS brand,
  CAST(5 + n % 200 AS DECIMAL(18,4)) AS price, CAST(3 + n % 120 AS DECIMAL(18,4)) AS cost
FROM range(800) t(n);
CREATE TABLE events AS
WITH raw AS (SELECT n, hash(n) AS h, n // 5 AS s FROM range({n}) t(n))
SELECT 'e' || n AS event_id, 'u' || (hash(s) % ({n} // 50)) AS user_id, 's' || s AS session_id,
  TIMESTAMP '2026-10-31 23:00:00' - to_seconds(CAST(s * 157680000 // {n} AS BIGINT)) AS event_time,
  CASE WHEN h % 20 < 15 THEN 'view' WHEN h % 20 < 18 THEN 'cart' WHEN h % 20 < 19 THEN 'search'
    ELSE 'purchase' END AS event_type,
  CASE WHEN h % 20 = 18 THEN NULL ELSE 'i' || (hash(h) % 800) END AS item_id,
  1 AS quantity, CAST(5 + h % 200 AS DECIMAL(18,4)) AS price,
  ['email', 'search', 'social', 'direct', 'ads'][CAST(1 + hash(s + 1) % 5 AS BIGINT)] AS channel,
  ['mobile', 'desktop', 'tablet'][CAST(1 + hash(s + 2) % 3 AS BIGINT)] AS device,
  event_time AS local_time
FROM raw;
"""


def store(n: int, folder: Path) -> Store:
    """A store in a file, as a workspace keeps it."""
    path = folder / "store.duckdb"
    made = ibis.duckdb.connect(path, threads=2)
    made.con.execute(MAKE.format(n=n))
    made.con.execute("CHECKPOINT")
    made.disconnect()
    return Store(ibis.duckdb.connect(path, read_only=True, threads=2), StoreProfile(name="Bench"))


def timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main(n: int) -> None:
    with TemporaryDirectory() as folder:
        measured(n, MetricTools(store(n, Path(folder))))


def measured(n: int, tools: MetricTools) -> None:
    warm = timed(lambda: tools.semantics.dimensions)
    events = tools.store.connection.table("events").to_pandas()
    events["price"] = events["price"].astype(float)
    items = tools.store.connection.table("items").to_pandas()
    month = events[events.local_time >= pd.Timestamp("2026-10-01")]

    def converted(frame: pd.DataFrame, by: str) -> object:
        visits = frame.assign(bought=frame.event_type == "purchase")
        return visits.groupby([by, "session_id"]).bought.any().groupby(by).mean()

    def by_category() -> object:
        bought = events[events.event_type == "purchase"]
        joined = bought.merge(items[["item_id", "category"]], on="item_id", how="left")
        return (joined.price * joined.quantity).groupby(joined.category).sum()

    def frame(period: bool) -> pd.DataFrame:
        return events[events.local_time >= pd.Timestamp("2026-10-01")] if period else events

    questions: list[tuple[str, Callable[[], object], Callable[[], object]]] = [
        ("revenue, last month", lambda: tools.query_metrics(["revenue"], None, "2026-10"),
         lambda: (lambda f: f[f.event_type == "purchase"].price.sum())(frame(True))),
        ("views by channel, all", lambda: tools.query_metrics(["views"], "channel", "all"),
         lambda: events[events.event_type == "view"].groupby("channel").size()),
        ("revenue by category, all", lambda: tools.query_metrics(["revenue"], "category", "all"), by_category),
        ("conversion by device, last month", lambda: tools.query_metrics(["conversion_rate"], "device", "2026-10"),
         lambda: converted(frame(True), "device")),
        ("conversion by device, all", lambda: tools.query_metrics(["conversion_rate"], "device", "all"),
         lambda: converted(events, "device")),
        ("active users by month, all", lambda: tools.query_metrics(["active_users"], "month", "all"),
         lambda: events.groupby(events.local_time.dt.to_period("M")).user_id.nunique()),
    ]  # fmt: skip
    print(f"{n:,} events, {len(month):,} of them in the last month; opening the store {warm:.2f} s")
    print(f"{'question':<36}{'query_metrics':>15}{'pandas':>10}")
    for name, ours, theirs in questions:
        print(f"{name:<36}{timed(ours):>13.2f} s{timed(theirs):>8.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000)
