"""How well purchases are predicted on real shops' last days."""

import time
from pathlib import Path

import duckdb
import ibis

from tools.prediction.evaluation import evaluate
from tools.store.store import Store, StoreProfile

SHARED = Path(__file__).parents[2].parent / "shared" / "data"

ONLINE_RETAIL = """
CREATE TABLE orders AS SELECT Invoice AS order_id, any_value(CustomerID)::VARCHAR AS user_id,
    min(InvoiceDate) AS local_time FROM '{file}'
    WHERE CustomerID IS NOT NULL AND NOT starts_with(Invoice, 'C') AND Price > 0 AND Quantity > 0
    GROUP BY 1;
CREATE TABLE order_lines AS SELECT Invoice AS order_id, StockCode AS item_id,
    sum(Quantity) AS quantity, sum(Quantity * Price) / sum(Quantity) AS unit_price, 0 AS discount
    FROM '{file}' WHERE Price > 0 AND Quantity > 0 GROUP BY 1, 2"""
TAOBAO = """
CREATE TABLE events AS SELECT row_number() OVER ()::VARCHAR AS event_id,
    user_id::VARCHAR AS user_id, NULL::VARCHAR AS session_id,
    CASE behavior WHEN 'pv' THEN 'view' WHEN 'fav' THEN 'wishlist' WHEN 'buy' THEN 'purchase'
        ELSE behavior END AS event_type,
    item_id::VARCHAR AS item_id, 1 AS quantity, NULL::DOUBLE AS price,
    make_timestamp(ts * 1000000) + INTERVAL 8 HOUR AS local_time FROM '{file}'"""


def main() -> None:
    for name, sql, horizon in (
        ("online_retail_2009_2010", ONLINE_RETAIL, 30),
        ("taobao_userbehavior", TAOBAO, 1),
    ):
        connection = duckdb.connect(config={"threads": 2})
        connection.execute(sql.format(file=SHARED / f"{name}.parquet"))
        store = Store(ibis.duckdb.from_connection(connection), StoreProfile())
        started = time.perf_counter()
        report = evaluate(store, horizon)
        seconds = time.perf_counter() - started
        print(
            f"\n{name}: cut {report['cut']}, {report['horizon_days']} days, {report['n_users']} "
            f"users, base rate {report['base_rate']:.3f}, {seconds:.1f} s; "
            f"serves {report['served']}"
        )
        columns = list(report["models"]["base_rate"])
        print(" " * 20 + "".join(f"{column:>19}" for column in columns))
        for model, scores in report["models"].items():
            print(f"{model:20}" + "".join(f"{scores[column]:19.3f}" for column in columns))


if __name__ == "__main__":
    main()
