"""Each item's price and sales by day (or week): what elasticities are read from.

The price of a day is the one shown to visitors (the median of its views). A store that records no
views has only prices paid, a coupon not counted and a line's own discount taken off; there the
price of a week is the one that most of its orders paid, and prices that stand side by side all year
(bulk, trade) are left out. So quantity breaks and personal coupons are no price changes.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
from ibis import _
from numpy.typing import NDArray

from tools.errors import ToolError
from tools.store.store import Store

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Column = NDArray[Any]

VOTES = 3  # orders of one week that tell its price
LEVEL = 5  # orders at a price, below which it is no level of its own
ALTERNATING = 0.34  # changes to a price by orders at it: above, it stands beside another
HEAVY = 5.0  # mean of squared units a line by mean units: above, bulk orders drown all else
CHANCE = 1e-3  # a silence less likely than this is taken for an item not on sale
WEEK = 7


@dataclass(frozen=True)
class Panel:
    """Items by days (or weeks) on which they were on sale; one row each.

    Attributes:
        items: [n_items] ids, ascending.
        category: [n_items] index into `categories`.
        categories: Names of the categories; "" where an item has none.
        item: [n] index into `items`.
        period: [n] number of the day or week since the first.
        month: [n] category and calendar month, numbered.
        log_price: [n] natural log of the price in the store's currency.
        sold: [n] units sold, or orders with the item where `counts_orders`.
        views: [n] times the item was looked at; zeros where views are not recorded.
        shown: Prices are those shown to visitors; otherwise those paid.
        counts_orders: Orders are counted, as single bulk orders would drown the rest.
        days: First and last day, store time zone.
        period_days: Length of a period, 1 or 7.
    """

    items: NDArray[np.str_]
    category: Ints
    categories: tuple[str, ...]
    item: Ints
    period: Ints
    month: Ints
    log_price: Floats
    sold: Floats
    views: Floats
    shown: bool
    counts_orders: bool
    days: tuple[date, date]
    period_days: int


def read(store: Store) -> Panel:
    """The panel of `store`, up to its today.

    Raises:
        ToolError: If the store knows no prices or sold nothing.
    """
    first, last = store.calendar[0], min(store.calendar[1], store.today)
    shown = {"events.price", "events.item_id"} <= store.columns and _has_views(store)
    length = 1 if shown else WEEK
    lines = lines_of(store)
    heavy = _is_heavy(lines)
    period = (_.local_time.date().delta(ibis.date(first), unit="day") // length).cast("int64")
    inside = lines.filter(_.local_time < ibis.timestamp(f"{last + timedelta(1)} 00:00:00"))
    sold = inside.group_by("item_id", period=period).aggregate(
        sold=(_.count() if heavy else _.quantity.sum()).cast("float64")
    )
    if not shown:  # weeks without an order are weeks too
        rows = _filled(_paid(inside, period).to_pyarrow(), sold.to_pyarrow())
        return _made(store, rows, heavy, False, (first, last), length)
    table = _shown(store, period, last).left_join(sold, ["item_id", "period"])
    columns = table.select("item_id", "period", "price", "views", "sold").to_pyarrow()
    arrays = {n: columns[n].to_numpy(zero_copy_only=False) for n in columns.column_names}
    return _made(store, arrays, heavy, True, (first, last), length)


def _has_views(store: Store) -> bool:
    views = store.table("events").filter(_.event_type == "view", _.price.notnull())
    return bool(views.limit(1).count().execute())


def lines_of(store: Store) -> ibis.Table:
    """Lines sold: item_id, order_id, quantity, net price of a unit, local_time.

    Raises:
        ToolError: If the store has neither order lines nor purchase events with prices.
    """
    if {"orders", "order_lines"} <= store.tables and "order_lines.unit_price" in store.columns:
        return _order_lines(store)
    if "events.price" in store.columns and "events.item_id" in store.columns:
        bought = store.table("events").filter(_.event_type == "purchase", _.price > 0)
        return bought.select(
            "item_id",
            "local_time",
            order_id=_.event_id,
            quantity=_.quantity.fill_null(1),
            paid=_.price.cast("float64"),
        )
    raise ToolError("prices-no-prices")


def _order_lines(store: Store) -> ibis.Table:
    orders = store.table("orders").select("order_id", "status", "coupon", "local_time")
    orders = orders.filter(_.status.fill_null("placed") != "cancelled")
    lines = store.table("order_lines").inner_join(orders, "order_id")
    own = ibis.ifelse(lines.coupon.isnull(), lines.discount.cast("float64").fill_null(0.0), 0.0)
    paid = lines.unit_price.cast("float64") - own / lines.quantity
    lines = lines.filter(_.quantity > 0, _.unit_price > 0)
    return lines.select("item_id", "order_id", "quantity", "local_time", paid=paid.round(2))


def _is_heavy(lines: ibis.Table) -> bool:
    quantity = lines.quantity.cast("float64")
    found = lines.aggregate(a=quantity.mean(), b=(quantity * quantity).mean()).to_pyarrow()
    mean, square = found["a"][0].as_py(), found["b"][0].as_py()
    if mean is None:
        raise ToolError("prices-nothing-sold")
    return bool(square / mean > HEAVY)


def _shown(store: Store, period: ibis.Value, last: date) -> ibis.Table:
    views = store.table("events").filter(
        _.event_type == "view",
        _.price > 0,
        _.item_id.notnull(),
        _.local_time < ibis.timestamp(f"{last + timedelta(1)} 00:00:00"),
    )
    return views.group_by("item_id", period=period).aggregate(
        price=_.price.cast("float64").median(), views=_.count().cast("float64")
    )


def _paid(lines: ibis.Table, period: ibis.Value) -> ibis.Table:
    """Price of each item and week with orders: the level of the item that most of them paid.

    A level is a price that orders pay one after the other. One that keeps alternating with another
    (bulk or trade prices standing beside the usual one) is not.
    """
    paid = lines.filter(_.paid > 0)
    in_order = ibis.window(group_by="item_id", order_by=["local_time", "order_id"])
    begins = (paid.paid != paid.paid.lag().over(in_order)).fill_null(True)
    runs = paid.mutate(begins=begins.cast("int64"), period=period)
    levels = runs.group_by("item_id", "paid").aggregate(n=_.count(), runs=_.begins.sum())
    usual = levels.group_by("item_id").aggregate(usual=_.paid.argmax(_.n))
    levels = levels.filter(_.n >= LEVEL, _.runs <= ALTERNATING * _.n)
    votes = runs.semi_join(levels, ["item_id", "paid"])
    votes = votes.group_by("item_id", "period", "paid").aggregate(n=_.count())
    modes = votes.group_by("item_id", "period").aggregate(mode=_.paid.argmax(_.n), n=_.n.max())
    modes = modes.filter(_.n >= VOTES)
    weeks = runs.select("item_id", "period").distinct()
    known = weeks.left_join(modes, ["item_id", "period"]).join(usual, "item_id")
    return known.select("item_id", "period", "usual", price=known["mode"])


def _filled(known: pa.Table, sales: pa.Table) -> dict[str, Column]:
    """Every week from an item's first order to its last; the price is that of the nearest order."""
    names, item = np.unique(known["item_id"].to_numpy(zero_copy_only=False), return_inverse=True)
    period = known["period"].to_numpy().astype(np.int64)
    order = np.lexsort((period, item))
    item, period = item[order], period[order]
    price = np.asarray(known["price"].to_numpy(zero_copy_only=False), np.float64)[order]
    first = np.flatnonzero(np.diff(item, prepend=-1))
    last = np.append(first[1:], len(item)) - 1
    none = np.bincount(item, ~np.isnan(price)) == 0  # no week says: the usual price all along
    price = np.where(none[item], known["usual"].to_numpy()[order], price)
    length = period[last] - period[first] + 1
    whole_item = np.repeat(np.arange(len(names)), length)
    whole_period = np.arange(length.sum()) - np.repeat(np.cumsum(length) - length, length)
    whole_period += period[first][whole_item]
    span = 3 * (int(period.max()) + 2)  # weeks of another item are always farther
    place, told = whole_item * span + whole_period, ~np.isnan(price)
    price = price[told][_nearest((item * span + period)[told], place)]
    sold = np.zeros(len(place))
    rank = {str(name): i for i, name in enumerate(names)}
    ids = np.array([rank.get(str(i), -1) for i in sales["item_id"].to_pylist()])
    keys = ids * span + sales["period"].to_numpy().astype(np.int64)
    at = np.searchsorted(place, keys)
    found = (ids >= 0) & (at < len(place)) & (place[np.minimum(at, len(place) - 1)] == keys)
    sold[at[found]] = sales["sold"].to_numpy()[found]
    return {
        "item_id": names[whole_item],
        "period": whole_period,
        "price": price,
        "views": np.zeros(len(place)),
        "sold": sold,
    }


def _nearest(known: Ints, wanted: Ints) -> Ints:
    """Place in `known` (ascending) of the value nearest to each of `wanted`; of two the earlier."""
    after = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    before = np.maximum(after - 1, 0)
    return np.where(np.abs(wanted - known[before]) <= np.abs(known[after] - wanted), before, after)


def _made(
    store: Store,
    rows: dict[str, Column],
    heavy: bool,
    shown: bool,
    days: tuple[date, date],
    length: int,
) -> Panel:
    items, item = np.unique(np.asarray(rows["item_id"], str), return_inverse=True)
    period = np.asarray(rows["period"]).astype(np.int64)
    order = np.lexsort((period, item))
    item, period = item[order], period[order]
    sold = np.nan_to_num(np.asarray(rows["sold"], np.float64))[order]
    on_sale = _on_sale(item, sold)
    item, period, sold, order = item[on_sale], period[on_sale], sold[on_sale], order[on_sale]
    categories, category = _categories(store, items)
    months = np.array(
        [(day := days[0] + timedelta(n * length)).year * 12 + day.month
         for n in range(int(period.max(initial=0)) + 1)]
    )  # fmt: skip
    _, month = np.unique(category[item] * 100_000 + months[period], return_inverse=True)
    return Panel(
        items=items,
        category=category,
        categories=categories,
        item=item,
        period=period,
        month=month,
        log_price=np.log(np.asarray(rows["price"], np.float64)[order]),
        sold=sold,
        views=np.asarray(rows["views"], np.float64)[order],
        shown=shown,
        counts_orders=heavy,
        days=days,
        period_days=length,
    )


def _on_sale(item: Ints, sold: Floats) -> NDArray[np.bool_]:
    """Rows outside a silence too long for chance: there the item was out of stock or withdrawn."""
    rate = np.bincount(item, sold) / np.maximum(np.bincount(item), 1)
    run = np.cumsum((sold > 0) | (np.diff(item, prepend=-1) != 0))  # a sale begins a new run
    silent = np.bincount(run, sold == 0)[run]
    return np.asarray((sold > 0) | (silent * rate[item] <= -np.log(CHANCE)))


def _categories(store: Store, items: NDArray[np.str_]) -> tuple[tuple[str, ...], Ints]:
    known: dict[str, str] = {}
    if "items.category" in store.columns:
        table = store.table("items").select("item_id", "category").to_pyarrow()
        known = {
            i: c or ""
            for i, c in zip(*(table[n].to_pylist() for n in table.column_names), strict=True)
        }
    named = [known.get(str(i), "") for i in items]
    names, category = np.unique(np.asarray(named, str), return_inverse=True)
    return tuple(str(name) for name in names), category
