"""UCI Online Retail and Online Retail II: invoice lines of a British gift shop.

Times in the file are local (Europe/London) and amounts are in pounds.
"""
# ruff: noqa: E501 - columns are quoted; SQL and sentences read best whole

from tools.errors import DataError
from tools.store.adapters.contract import Draft, Import
from tools.store.cleaning import Action, CleaningLine, rows_of
from tools.store.mapping import ColumnMapping, plain
from tools.store.parsing import Cells

HEADINGS = {
    "invoice": ("invoice", "invoiceno"),
    "stock_code": ("stockcode",),
    "description": ("description",),
    "quantity": ("quantity",),
    "invoice_date": ("invoicedate",),
    "price": ("price", "unitprice"),
    "customer": ("customerid",),
    "country": ("country",),
}
FEES = (
    "POST", "DOT", "C2", "C3", "D", "M", "S", "B", "PADS", "ADJUST", "ADJUST2", "BANK CHARGES",
    "AMAZONFEE", "CRUK", "TEST001", "TEST002", "GIFT",
)  # fmt: skip
"""Stock codes that are postage, discounts, fees, samples and corrections, not goods."""
ZONE = "Europe/London"

LINES = """
SELECT *, CASE
    WHEN invoice IS NULL OR code IS NULL THEN 'missing_id'
    WHEN sold_at IS NULL THEN 'unreadable_time'
    WHEN code IN ({fees}) THEN 'fee'
    WHEN price IS NULL OR price <= 0 THEN 'adjustment'
    WHEN starts_with(invoice, 'C') THEN 'cancellation'
    WHEN NOT regexp_matches(invoice, '^[0-9]') THEN 'adjustment'
    WHEN quantity IS NULL OR quantity <= 0 THEN 'adjustment'
    ELSE 'sale' END AS kind
FROM (SELECT upper({invoice}) AS invoice, upper({stock_code}) AS code,
    {description} AS description, {quantity} AS quantity, {invoice_date} AS sold_at, {price} AS price,
    {customer} AS user_id, {country} AS country FROM source)
"""
# A cancellation gives back goods of the customer's last earlier purchase of that item.
RETURNS = """
SELECT s.order_id, c.code AS item_id, sum(c.quantity) AS quantity FROM (
    SELECT user_id, code, sold_at, -quantity AS quantity FROM lines
    WHERE kind = 'cancellation' AND quantity < 0 AND user_id IS NOT NULL) AS c
ASOF JOIN (SELECT user_id, code, sold_at, max(invoice) AS order_id FROM lines
    WHERE kind = 'sale' AND user_id IS NOT NULL GROUP BY ALL) AS s
ON c.user_id = s.user_id AND c.code = s.code AND c.sold_at >= s.sold_at GROUP BY ALL
"""
ORDER_LINES = """
SELECT sold.*, least(sold.quantity, coalesce(returned.quantity, 0)) AS returned_quantity FROM (
    SELECT invoice AS order_id, code AS item_id, sum(quantity) AS quantity,
        max(price) AS unit_price, sum(quantity) * max(price) - sum(quantity * price) AS discount
    FROM lines WHERE kind = 'sale' GROUP BY ALL) AS sold
LEFT JOIN returned USING (order_id, item_id)
"""
ORDERS = """
SELECT invoice AS order_id, max(user_id) AS user_id, min(sold_at) AS ordered_at,
    'paid' AS status, sum(quantity * price) AS total
FROM lines WHERE kind = 'sale' GROUP BY invoice
"""
ITEMS = """
SELECT code AS item_id, mode(description ORDER BY description) AS title,
    arg_max(price, (sold_at, price)) AS price
FROM lines WHERE kind = 'sale' GROUP BY code
"""
USERS = """
SELECT user_id, mode(country ORDER BY country) AS country FROM lines
WHERE kind IN ('sale', 'cancellation') AND user_id IS NOT NULL GROUP BY user_id
"""
EVENTS = """
SELECT user_id, invoice AS session_id, sold_at AS event_time,
    CASE kind WHEN 'sale' THEN 'purchase' ELSE 'return' END AS event_type, code AS item_id,
    sum(abs(quantity)) AS quantity, sum(abs(quantity) * price) / sum(abs(quantity)) AS price
FROM lines WHERE user_id IS NOT NULL AND (kind = 'sale' OR kind = 'cancellation' AND quantity < 0)
GROUP BY ALL ORDER BY event_time, session_id, event_type, item_id, user_id
"""
COUNTS = """
SELECT count(*) FILTER (kind = 'cancellation'), count(*) FILTER (kind = 'fee'),
    count(*) FILTER (kind = 'adjustment'), count(*) FILTER (kind = 'unreadable_time'),
    count(*) FILTER (kind = 'missing_id'), count(*) FILTER (kind = 'sale' AND user_id IS NULL),
    count(DISTINCT invoice) FILTER (kind = 'sale' AND user_id IS NULL),
    count(*) FILTER (kind = 'sale') FROM lines
"""


def online_retail(job: Import) -> Draft:
    """Sales, cancellations and customers of the Online Retail files (Parquet, CSV or Excel)."""
    source = job.read("source")
    columns = _columns(tuple(source.columns))
    cells = {
        name: Cells(job.connection, "source", column, source.columns[column], ZONE)
        for name, column in columns.items()
    }
    read = {name: cell.text for name, cell in cells.items()}
    read["customer"] = cells["customer"].identifier
    read["invoice"] = cells["invoice"].identifier
    read["stock_code"] = cells["stock_code"].identifier
    read["quantity"] = cells["quantity"].number("BIGINT")
    read["price"] = cells["price"].number("DECIMAL(18, 4)")
    read["invoice_date"] = f"timezone('UTC', {cells['invoice_date'].time})"
    job.table("lines", LINES.format(fees=", ".join(f"'{code}'" for code in FEES), **read))
    job.table("returned", RETURNS)
    tables = {
        "order_lines": ORDER_LINES, "orders": ORDERS, "items": ITEMS, "users": USERS, "events": EVENTS
    }  # fmt: skip
    for name, query in tables.items():
        job.table(f"raw_{name}", query)
    job.view(
        "aside",
        "SELECT kind AS reason, * EXCLUDE (kind) FROM lines WHERE kind NOT IN ('sale', 'cancellation')",
    )
    mapping = ColumnMapping("invoice lines", columns)
    return Draft(
        {name: f"raw_{name}" for name in tables},
        (mapping,),
        _lines(job),
        source.notes,
        "GBP",
        ZONE,
        "Online Retail",
        {"invoice_lines": "aside"},
    )


def _columns(found: tuple[str, ...]) -> dict[str, str]:
    by_plain = {plain(name): name for name in found}
    columns = {}
    for name, headings in HEADINGS.items():
        match = next((by_plain[heading] for heading in headings if heading in by_plain), None)
        if match is None:
            raise DataError(
                f"The file has no column like {headings[-1]!r}, which Online Retail files have. "
                f"Its columns: {', '.join(found)}. For other files import `orders` and `order_lines`."
            )
        columns[name] = match
    return columns


def _lines(job: Import) -> tuple[CleaningLine, ...]:
    cancelled, fees, adjusted, untimed, nameless, guest_lines, guests, sold = job.ask(COUNTS)
    matched, units = job.ask(
        "SELECT count(*), sum(returned_quantity) FROM raw_order_lines WHERE returned_quantity > 0"
    )
    repeats = sold - job.ask("SELECT count(*) FROM raw_order_lines")[0]
    told: tuple[tuple[str, int, Action, str], ...] = (
        ("cancellation", cancelled, "kept", f"{rows_of(cancelled)} of cancelled invoices (beginning with C) are returns, not sales; {units:,} units were matched to {matched:,} earlier order lines."),
        ("fee", fees, "set aside", f"{rows_of(fees)} set aside: postage, discounts, bank charges and other fees, not goods."),
        ("adjustment", adjusted, "set aside", f"{rows_of(adjusted)} set aside: a price or quantity of zero or less (stock adjustments and write-offs)."),
        ("unreadable_time", untimed, "set aside", f"{rows_of(untimed)} set aside: an invoice date that cannot be read."),
        ("missing_id", nameless, "set aside", f"{rows_of(nameless)} set aside: no invoice number or no stock code."),
        ("guest", guest_lines, "kept", f"{rows_of(guest_lines)} in {guests:,} orders have no customer; kept as guest orders."),
        ("repeated_item", repeats, "merged", f"{rows_of(repeats)} repeat an item within an invoice, as a till does when it scans one by one; their quantities were added up."),
    )  # fmt: skip
    return tuple(
        CleaningLine("invoice lines", reason, rows, action, sentence)
        for reason, rows, action, sentence in told
        if rows
    )
