"""What metrics are counted on, and how tables join: each declared once, in Ibis.

`sales` has one row per order line with columns order_id, user_id, item_id, quantity, amount (after
the line's discount, store currency), returned (units), local_time, channel, device, campaign_id;
cancelled orders are not sales. It is read from `order_lines`, else from `orders`, else from the
purchase events. `events`, `reviews` and `users` are the tables themselves. A column that holds no
data in this store is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import ibis

from tools.metrics.derived import with_derived
from tools.metrics.dimensions import Dimension
from tools.metrics.metric import Source
from tools.periods import Period
from tools.store.store import Store

ORDER_COLUMNS = ("user_id", "local_time", "channel", "device", "campaign_id")
JOINS = {"items": "item_id", "users": "user_id"}


def relation(store: Store, source: Source) -> ibis.Table | None:
    """The rows `source` counts, with those columns that hold data; `None` without its table."""
    if source == "events":
        return _visits(_filled(store, source))
    if source != "sales":
        return _filled(store, source)
    if "orders" not in store.tables:
        return _purchases(store)
    orders = store.table("orders")
    if "orders.status" in store.columns:
        orders = orders.filter(orders.status.fill_null("placed") != "cancelled")
    if "order_lines" not in store.tables:
        kept = [c for c in ("order_id", *ORDER_COLUMNS) if f"orders.{c}" in store.columns]
        total = {"amount": orders.total.cast("float64")} if "orders.total" in store.columns else {}
        return orders.select(*kept, **total)
    return _lines(store, orders)


def _filled(store: Store, name: str) -> ibis.Table | None:
    if name not in store.tables:
        return None
    table = store.table(name)
    return table.select([c for c in table.columns if f"{name}.{c}" in store.columns])


def _visits(events: ibis.Table | None) -> ibis.Table | None:
    """Events with the `visit` each belongs to: its session, or its user where there is none."""
    if events is None:
        return None
    return events.mutate(
        visit=events.session_id if "session_id" in events.columns else events.user_id
    )


def _lines(store: Store, orders: ibis.Table) -> ibis.Table:
    lines = store.table("order_lines")
    columns = {"item_id": lines.item_id, "quantity": lines.quantity}
    if "order_lines.unit_price" in store.columns:
        discount = lines.discount.cast("float64").fill_null(0.0)
        columns["amount"] = lines.quantity * lines.unit_price.cast("float64") - discount
    if "order_lines.returned_quantity" in store.columns:
        columns["returned"] = lines.returned_quantity
    kept = [c for c in ORDER_COLUMNS if f"orders.{c}" in store.columns]
    return lines.select("order_id", **columns).inner_join(
        orders.select("order_id", *kept), "order_id"
    )


def _purchases(store: Store) -> ibis.Table | None:
    """Sales read from purchase events: one visit's, or one user's at one moment, are an order."""
    events = _filled(store, "events")
    if events is None:
        return None
    bought = events.filter(events.event_type == "purchase")
    quantity = bought.quantity.fill_null(1) if "quantity" in bought.columns else ibis.literal(1)
    moment = bought.user_id.concat("@", bought.event_time.cast("string"))
    order = bought.session_id.fill_null(moment) if "session_id" in bought.columns else moment
    amount = (
        {"amount": bought.price.cast("float64") * quantity} if "price" in bought.columns else {}
    )
    kept = [c for c in (*ORDER_COLUMNS, "item_id") if c in bought.columns]
    return bought.select(*kept, order_id=order, quantity=quantity, **amount)


@dataclass(frozen=True)
class Condition:
    """Rows kept: those whose `dimension` is (or with `negated` is not) one of `values`."""

    dimension: Dimension
    values: tuple[str, ...]
    negated: bool = False

    @property
    def text(self) -> str:
        """As it is written in a tool's `filters`."""
        sign = "!=" if self.negated else "="
        return ", ".join(f"{self.dimension.name}{sign}{value}" for value in self.values)


def prepared(
    store: Store,
    source: Source,
    by: Sequence[Dimension],
    period: Period | None,
    conditions: Sequence[Condition],
    needs_cost: bool = False,
) -> ibis.Table:
    """The rows of `source` in `period` that meet `conditions`, with a column for each of `by`."""
    table = relation(store, source)
    assert table is not None  # noqa: S101  # callers ask `Semantics.offers` first
    dimensions = {d.name: d for d in (*by, *(c.dimension for c in conditions))}.values()
    table = with_derived(table, source, [d.column for d in dimensions if d.home == "derived"])
    if period is not None and "local_time" in table.columns:
        clock = table.local_time
        after = ibis.timestamp(f"{period.last.isoformat()} 00:00:00") + ibis.interval(days=1)
        table = table.filter(clock >= ibis.timestamp(period.first.isoformat()), clock < after)
    columns = {"items": [d.column for d in dimensions if d.home == "items"],
               "users": [d.column for d in dimensions if d.home == "users"]}  # fmt: skip
    if needs_cost:
        columns["items"].append("cost")
    for name, tie in JOINS.items():
        if columns[name] and name != source:
            other = store.table(name).select(tie, *columns[name])
            if needs_cost and name == "items":
                other = other.mutate(cost=other.cost.cast("float64"))
            table = table.left_join(other, tie).drop(f"{tie}_right")
    for condition in conditions:
        table = table.filter(_met(table, condition))
    return table.mutate(**{f"by_{d.name}": key(table, d) for d in by})


def _met(table: ibis.Table, condition: Condition) -> ibis.Value:
    inside = key(table, condition.dimension).isin(condition.values)
    return ~inside.fill_null(False) if condition.negated else inside


def key(table: ibis.Table, dimension: Dimension) -> ibis.Value:
    """The group of `dimension` each row of `table` belongs to."""
    if dimension.home != "clock":
        return table[dimension.column]
    clock = table.local_time
    match dimension.column:
        case "weekday":
            return (clock.day_of_week.index() + 1).cast("string")
        case "hour":
            return clock.hour().cast("string")
        case unit:
            return clock.truncate(
                {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}[unit]
            ).date()
