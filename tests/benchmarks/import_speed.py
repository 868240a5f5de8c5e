"""Import speed in rows a second, beside plain pandas doing a part of the same work.

Run with `python -m tests.benchmarks.import_speed [ROWS]` (default 1,000,000 events). Both read the
same CSV of events with 1 % of bad rows; pandas only parses times and prices and drops the bad rows
and duplicates, the import also guesses, validates, reports and writes the store.
"""

import sys
import tempfile
import time
import warnings
from pathlib import Path

import duckdb
import pandas as pd
from rich.console import Console
from rich.table import Table

from tools.store.importing import import_data

EVENTS = """
COPY (SELECT 'u' || (hash(i) % {users}) AS user_id,
    strftime(TIMESTAMP '2024-01-01' + i * INTERVAL 1 SECOND, '%Y-%m-%d %H:%M:%S') AS event_time,
    CASE WHEN i % 100 < 85 THEN 'view' WHEN i % 100 < 95 THEN 'cart' ELSE 'purchase' END
        AS event_type,
    'i' || (hash(i + 7) % 5000) AS item_id,
    CASE WHEN i % 200 = 0 THEN '-1' ELSE CAST(5 + i % 90 + 0.99 AS VARCHAR) END AS price,
    's' || (hash(i) % {users}) || '-' || (i // 2000) AS session_id
FROM range({rows}) AS t(i)) TO '{path}' (HEADER)
"""


def with_pandas(path: Path) -> int:
    events = pd.read_csv(path, dtype=str)
    events["event_time"] = pd.to_datetime(events["event_time"], errors="coerce")
    events["price"] = pd.to_numeric(events["price"], errors="coerce")
    kept = events[events["user_id"].notna() & events["event_time"].notna()]
    kept = kept[~(kept["price"] < 0)]
    return len(kept.drop_duplicates())


def main() -> None:
    warnings.simplefilter("ignore")
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    table = Table("what", "rows kept", "seconds", "rows/s", title=f"Import of {rows:,} events")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        query = EVENTS.format(rows=rows, users=max(rows // 100, 1), path=folder / "events.csv")
        duckdb.sql(query)
        duckdb.sql(f"COPY (FROM '{folder}/events.csv') TO '{folder}/events.parquet'")
        for suffix in ("csv", "parquet"):
            report = import_data("events", folder / f"events.{suffix}", folder / suffix)
            kept, seconds = report.rows["events"], report.seconds
            table.add_row(
                f"storewise, {suffix}", f"{kept:,}", f"{seconds:.1f}", f"{rows / seconds:,.0f}"
            )
        started = time.monotonic()
        kept = with_pandas(folder / "events.csv")
        seconds = time.monotonic() - started
        table.add_row("pandas, csv", f"{kept:,}", f"{seconds:.1f}", f"{rows / seconds:,.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
