"""Ten million events into sequences: seconds and the most memory held."""

import resource
import tempfile
import time
from pathlib import Path

import duckdb
import ibis

from tools.prediction.behaviour.sequences import Sequences
from tools.prediction.history import History
from tools.store.store import Store, StoreProfile

N_EVENTS, N_USERS, N_ITEMS = 10_000_000, 400_000, 50_000

EVENTS = f"""
CREATE TABLE events AS SELECT i::VARCHAR AS event_id,
    'u' || floor(pow(random(), 2) * {N_USERS})::INTEGER AS user_id,
    NULL::VARCHAR AS session_id,
    CASE WHEN random() < 0.02 THEN 'purchase' WHEN random() < 0.08 THEN 'cart' ELSE 'view' END
        AS event_type,
    'i' || floor(pow(random(), 3) * {N_ITEMS})::INTEGER AS item_id, 1 AS quantity,
    (1 + random() * 200)::DECIMAL(18, 4) AS price,
    TIMESTAMP '2026-01-01' + to_seconds(floor(random() * 300 * 86400)::BIGINT) AS local_time
    FROM range({N_EVENTS}) AS t(i)"""  # noqa: S608  # own numbers


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        making = duckdb.connect(folder / "store.duckdb", config={"memory_limit": "1GB"})
        making.execute(EVENTS)
        making.close()
        connection = ibis.duckdb.connect(folder / "store.duckdb", read_only=True)
        store = Store(connection, StoreProfile())
        started = time.perf_counter()
        known = Sequences.of(History(store), folder / "sequences")
        seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{len(known.kind):,} events, {known.n_users:,} users: {seconds:.0f} s, {peak:.2f} GiB")


if __name__ == "__main__":
    main()
