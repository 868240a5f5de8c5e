"""Logs of what visitors did: Taobao UserBehavior and the REES46 event files."""
# ruff: noqa: S608, E501 - columns are quoted; SQL and sentences read best whole

from tools.errors import DataError
from tools.store.adapters.contract import Draft, Import, quote
from tools.store.mapping import ColumnMapping, plain
from tools.store.parsing import Cells
from tools.store.readers import Source
from tools.store.schema import EVENTS

TAOBAO = ("user_id", "item_id", "category_id", "behavior", "ts")
TAOBAO_ZONE = "Asia/Shanghai"
REES46 = (
    "event_time", "event_type", "product_id", "category_id", "category_code", "brand", "price",
    "user_id", "user_session",
)  # fmt: skip
SPELLINGS = {"behavior": ("behaviortype", "behaviour", "type"), "ts": ("timestamp", "time")}

# A visit ends with 30 minutes in which nothing happens, as web analytics count it.
SESSIONS = """
SELECT * EXCLUDE (starts), user_id || '-' || sum(starts) OVER (
    PARTITION BY user_id ORDER BY event_time ROWS UNBOUNDED PRECEDING) AS session_id
FROM (SELECT *, CAST(coalesce(event_time - lag(event_time) OVER (
    PARTITION BY user_id ORDER BY event_time) > INTERVAL 30 MINUTE, true) AS INTEGER) AS starts FROM timed)
"""


def taobao(job: Import) -> Draft:
    """Alibaba's UserBehavior: pv, cart, fav and buy with unix seconds, with or without a header.

    The file knows no prices, so every amount stays empty; a buyer's purchases within one session
    count as one order.
    """
    source = job.read("source", header=TAOBAO)
    columns = _columns(source, TAOBAO, "taobao")
    cells = _cells(job, source, columns, TAOBAO_ZONE)
    typed = {column.name: column for column in EVENTS}
    job.table(
        "timed",
        f"SELECT {cells['user_id'].identifier} AS user_id, {cells['item_id'].identifier} AS item_id, "
        f"timezone('UTC', {cells['ts'].time}) AS event_time, {quote(columns['ts'])} AS ts, "
        f"{cells['behavior'].choice(typed['event_type'])} AS event_type, "
        f"{quote(columns['behavior'])} AS behavior, "
        f"{cells['category_id'].identifier} AS category FROM source ORDER BY event_time",
    )
    job.table("visits", SESSIONS)
    raw = job.view(
        "raw_events",
        "SELECT user_id, session_id, coalesce(CAST(event_time AS VARCHAR), CAST(ts AS VARCHAR)) AS "
        "event_time, coalesce(event_type, CAST(behavior AS VARCHAR)) AS event_type, item_id, "
        "CASE WHEN event_type = 'purchase' THEN 1 END AS quantity FROM visits"
        if _has_gaps(job)
        else "SELECT user_id, session_id, event_time, event_type, item_id, "
        "CASE WHEN event_type = 'purchase' THEN 1 END AS quantity FROM visits",
    )
    items = job.view(
        "raw_items",
        "SELECT item_id, arg_max(category, event_time) AS category FROM timed "
        "WHERE item_id IS NOT NULL GROUP BY item_id",
    )
    tables = {"events": raw, "items": items, **_users(job)}
    return Draft(
        tables,
        (ColumnMapping("events", columns),),
        notes=source.notes,
        currency="CNY",
        time_zone=TAOBAO_ZONE,
        name="Taobao",
        orders_from_events=True,
    )


def rees46(job: Import) -> Draft:
    """The REES46 files of kaggle's "eCommerce behavior data" and "cosmetics shop" (times UTC, USD)."""
    source = job.read("source")
    columns = _columns(source, REES46, "rees46")
    job.view(
        "raw_events",
        f"SELECT {quote(columns['user_id'])} AS user_id, {quote(columns['user_session'])} AS session_id, "
        f"{quote(columns['event_time'])} AS event_time, {quote(columns['event_type'])} AS event_type, "
        f"{quote(columns['product_id'])} AS item_id, {quote(columns['price'])} AS price, "
        f"CASE WHEN lower({quote(columns['event_type'])}) = 'purchase' THEN 1 END AS quantity FROM source",
    )
    category = f"coalesce(nullif({quote(columns['category_code'])}, ''), CAST({quote(columns['category_id'])} AS VARCHAR))"
    price = Cells(
        job.connection, "source", columns["price"], source.columns[columns["price"]], "UTC"
    )
    job.view(
        "raw_items",
        f"SELECT item_id, any_value(category) AS category, any_value(brand) AS brand, "
        "max(price) FILTER (price > 0) AS price FROM (SELECT "
        f"CAST({quote(columns['product_id'])} AS VARCHAR) AS item_id, {category} AS category, "
        f"nullif({quote(columns['brand'])}, '') AS brand, {price.number('DECIMAL(18, 4)')} AS price "
        "FROM source) WHERE item_id IS NOT NULL AND item_id <> '' GROUP BY item_id",
    )
    job.view(
        "raw_users",
        f"SELECT DISTINCT {quote(columns['user_id'])} AS user_id FROM source "
        f"WHERE {quote(columns['user_id'])} IS NOT NULL",
    )
    return Draft(
        {"events": "raw_events", "items": "raw_items", "users": "raw_users"},
        (ColumnMapping("events", columns),),
        notes=source.notes,
        currency="USD",
        time_zone="UTC",
        name="REES46",
        orders_from_events=True,
    )


def _has_gaps(job: Import) -> bool:
    (gaps,) = job.ask("SELECT count(*) FROM timed WHERE event_time IS NULL OR event_type IS NULL")
    return bool(gaps)


def _users(job: Import) -> dict[str, str]:
    query = "SELECT DISTINCT user_id FROM timed WHERE user_id IS NOT NULL"
    return {"users": job.view("raw_users", query)}


def _columns(source: Source, wanted: tuple[str, ...], kind: str) -> dict[str, str]:
    by_plain = {plain(name): name for name in source.columns}
    columns = {}
    for name in wanted:
        spellings = (plain(name), *SPELLINGS.get(name, ()))
        match = next((by_plain[spelling] for spelling in spellings if spelling in by_plain), None)
        if match is None:
            raise DataError(
                f"The file has no column like {name!r}, which {kind} files have. Its columns: "
                f"{', '.join(source.columns)}. For other files use `storewise import events`."
            )
        columns[name] = match
    return columns


def _cells(job: Import, source: Source, columns: dict[str, str], zone: str) -> dict[str, Cells]:
    return {
        name: Cells(job.connection, "source", column, source.columns[column], zone)
        for name, column in columns.items()
    }
