"""What each user did on each day: the one table every feature and every target is read from."""

import duckdb
import ibis
from ibis import _

from tools.store.store import Store

COUNTED = {"views": "view", "searches": "search", "carts": "cart", "wishlists": "wishlist"}
"""Daily counts and the event type each counts."""

ACTIONS = ibis.schema(
    {
        "user_id": "string",
        "time": "timestamp",
        "kind": "string",
        "item_id": "string",
        "session_id": "string",
        "order_id": "string",
        "units": "float64",
        "value": "float64",
    }
)


def actions(store: Store) -> ibis.Table:
    """Everything known users did, one row an action, purchases from orders where there are any.

    Every order counts as a purchase when it is placed: its status and the units returned carry no
    clock, so using them would tell a feature what happened later.

    Returns:
        Columns user_id, time (store-local), kind (an event type), item_id, session_id, order_id,
        units, value (store currency).

    Raises:
        ToolError: If the store has neither events nor orders.
    """
    with_orders = "orders.user_id" in store.columns
    parts = []
    if "events" in store.tables or not with_orders:
        parts.append(_from_events(store.table("events"), purchases=not with_orders))
    if with_orders:
        parts.append(_from_orders(store))
    alike = [part.cast(ACTIONS) for part in parts]  # a union minds whether a column may be null
    return ibis.union(*alike) if len(alike) > 1 else alike[0]


def _from_events(events: ibis.Table, purchases: bool) -> ibis.Table:
    kept = events if purchases else events.filter(_.event_type != "purchase")
    units = _.quantity.fill_null(1).cast("float64")
    return kept.filter(_.user_id.notnull()).select(
        user_id=_.user_id,
        time=_.local_time,
        kind=_.event_type,
        item_id=_.item_id,
        session_id=_.session_id,
        order_id=_.event_id,
        units=units,
        value=_.price.cast("float64").fill_null(0.0) * units,
    )


def _from_orders(store: Store) -> ibis.Table:
    orders = store.table("orders").filter(_.user_id.notnull())
    if "order_lines" not in store.tables:
        return orders.select(
            user_id=_.user_id,
            time=_.local_time,
            kind=ibis.literal("purchase"),
            item_id=ibis.null("string"),
            session_id=ibis.null("string"),
            order_id=_.order_id,
            units=ibis.literal(1.0),
            value=_.total.cast("float64").fill_null(0.0),
        )
    lines = store.table("order_lines")
    joined = orders.inner_join(lines, "order_id")
    units = joined.quantity.cast("float64")
    return joined.select(
        user_id=joined.user_id,
        time=joined.local_time,
        kind=ibis.literal("purchase"),
        item_id=joined.item_id,
        session_id=ibis.null("string"),
        order_id=joined.order_id,
        units=units,
        value=units * joined.unit_price.cast("float64").fill_null(0.0)
        - joined.discount.cast("float64").fill_null(0.0),
    )


def daily(acts: ibis.Table) -> ibis.Table:
    """`acts` summed per user and local day.

    Returns:
        Columns user_id, day, first_time, last_time, last_cart (time), actions, sessions, one count
        for each of `COUNTED`, returns, orders, lines, units, value (store currency).
    """
    bought = _.kind == "purchase"
    counts = {name: (_.kind == kind).sum() for name, kind in COUNTED.items()}
    return acts.group_by(_.user_id, day=_.time.date()).aggregate(
        last_time=_.time.max(),
        last_cart=_.time.max(where=_.kind == "cart"),
        actions=_.count(),
        sessions=_.session_id.nunique(),
        **counts,
        returns=(_.kind == "return").sum(),
        orders=_.order_id.nunique(where=bought),
        lines=bought.sum(),
        units=_.units.sum(where=bought).fill_null(0.0),
        value=_.value.sum(where=bought).fill_null(0.0),
    )


def copy_of(table: ibis.Table) -> ibis.Table:
    """`table` computed once, in a DuckDB of its own, so that a read-only store stays so."""
    connection = duckdb.connect(config={"threads": 2})
    connection.register("computed_rows", table.to_pyarrow())
    connection.execute("CREATE TABLE computed AS FROM computed_rows")
    return ibis.duckdb.from_connection(connection).table("computed")


def by_category(store: Store, acts: ibis.Table) -> ibis.Table:
    """`acts` on items of known category, summed per user, category and local day.

    Returns:
        Columns user_id, category, day, views, carts (with wishlists), orders (lines bought).
    """
    items = store.table("items").filter(_.category.notnull()).select("item_id", "category")
    joined = acts.inner_join(items, "item_id")
    return joined.group_by(_.user_id, _.category, day=_.time.date()).aggregate(
        views=(_.kind == "view").sum(),
        carts=_.kind.isin(["cart", "wishlist"]).sum(),
        orders=(_.kind == "purchase").sum(),
    )
