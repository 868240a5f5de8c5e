"""Olist's Brazilian marketplace: a folder of its CSV (or Parquet) files.

Times are local (America/Sao_Paulo), amounts are in reais. A customer is the person
(`customer_unique_id`); Olist gives each order a customer number of its own.
"""
# ruff: noqa: E501 - names are ours; SQL and sentences read best whole

from pathlib import Path

from tools.errors import DataError
from tools.store.adapters.contract import Draft, Import
from tools.store.adapters.reviews import language_of

FILES = {
    "orders": "orders",
    "lines": "order_items",
    "customers": "customers",
    "products": "products",
    "payments": "order_payments",
    "opinions": "order_reviews",
    "translation": "category",
}
NEEDED = ("orders", "lines", "customers")

ORDERS = """
SELECT o.order_id, c.customer_unique_id AS user_id, o.order_purchase_timestamp AS ordered_at,
    o.order_status AS status, o.order_delivered_carrier_date AS shipped_at,
    o.order_delivered_customer_date AS delivered_at, l.total
FROM orders AS o LEFT JOIN customers AS c USING (customer_id)
LEFT JOIN (SELECT order_id, sum(CAST(price AS DECIMAL(18, 4))) AS total FROM lines GROUP BY order_id) AS l
USING (order_id)
"""
ORDER_LINES = """
SELECT order_id, product_id AS item_id, count(*) AS quantity,
    avg(CAST(price AS DECIMAL(18, 4))) AS unit_price, 0 AS discount
FROM lines GROUP BY ALL
"""
USERS = """
SELECT customer_unique_id AS user_id, 'Brazil' AS country, mode(customer_state ORDER BY customer_state) AS region
FROM customers GROUP BY 1
"""
ITEMS = """
SELECT product_id AS item_id, p.category, l.price FROM (
    SELECT product_id, any_value(product_category_name) AS category FROM {products} GROUP BY 1) AS p
{join} JOIN (SELECT product_id, median(CAST(price AS DECIMAL(18, 4))) AS price FROM lines GROUP BY 1) AS l
USING (product_id)
"""
# An opinion is about an order; it counts for the item where the order has a single one.
REVIEWS = """
SELECT v.review_id, l.item_id, c.customer_unique_id AS user_id, v.review_score AS rating,
    v.review_comment_title AS title, v.review_comment_message AS text,
    v.review_creation_date AS written_at, {language} AS language
FROM opinions AS v LEFT JOIN orders AS o USING (order_id)
LEFT JOIN customers AS c USING (customer_id)
LEFT JOIN (SELECT order_id, max(product_id) AS item_id FROM lines GROUP BY 1
    HAVING count(DISTINCT product_id) = 1) AS l USING (order_id)
WHERE regexp_matches(v.review_comment_message, '[^\\s]')
"""
EVENTS = """
SELECT c.customer_unique_id AS user_id, o.order_id AS session_id,
    o.order_purchase_timestamp AS event_time, 'purchase' AS event_type, l.product_id AS item_id,
    count(*) AS quantity, avg(CAST(l.price AS DECIMAL(18, 4))) AS price
FROM orders AS o JOIN customers AS c USING (customer_id) JOIN lines AS l USING (order_id)
WHERE o.order_status NOT IN ('canceled', 'unavailable') GROUP BY ALL
"""
LABELS = """
SELECT 'category' AS dimension, product_category_name AS value, 'en' AS language,
    replace(product_category_name_english, '_', ' ') AS label FROM translation
"""


def olist(job: Import) -> Draft:
    """Orders, lines, customers, products, opinions and category names of Olist's folder."""
    found = {name: path for name, path in _found(job.file).items() if path is not None}
    notes: list[str] = []
    for name, path in found.items():
        notes += job.read(name, path).notes
    queries = {"orders": ORDERS, "order_lines": ORDER_LINES, "users": USERS, "events": EVENTS}
    products, join = ("products", "LEFT") if "products" in found else (
        "(SELECT product_id, NULL AS product_category_name FROM lines)", "LEFT"
    )  # fmt: skip
    queries["items"] = ITEMS.format(products=products, join=join)
    if "opinions" in found:
        queries["reviews"] = REVIEWS.format(language=language_of("v.review_comment_message"))
    if "translation" in found:
        queries["labels"] = LABELS
    for name, query in queries.items():
        job.view(f"raw_{name}", query)
    return Draft(
        {name: f"raw_{name}" for name in queries},
        notes=tuple(notes),
        currency="BRL",
        time_zone="America/Sao_Paulo",
        name="Olist",
    )


def _found(folder: Path) -> dict[str, Path | None]:
    """The folder's file for each part, told by its name (`olist_orders_dataset.csv` and the like)."""
    if not folder.is_dir():
        raise DataError(f"Olist is imported from the folder of its files; {str(folder)!r} is none.")
    files = sorted(p for p in folder.iterdir() if p.suffix in (".csv", ".parquet"))
    files = [p for p in files if "olist" in p.stem or "product_category" in p.stem]
    found = {name: _one(files, part) for name, part in FILES.items()}
    if missing := [FILES[name] for name in NEEDED if found[name] is None]:
        raise DataError(
            f"The folder {str(folder)!r} lacks Olist's file of {missing[0].replace('_', ' ')} "
            f"(such as olist_{missing[0]}_dataset.csv)."
        )
    return found


def _one(files: list[Path], part: str) -> Path | None:
    endings = (part, f"{part}_dataset", f"{part}_name_translation", f"{part}_translation")
    stems = {
        path.stem.removeprefix("olist_").removeprefix("product_").removeprefix("sample_"): path
        for path in files
    }
    return next((stems[ending] for ending in endings if ending in stems), None)
