"""What such customers do without a campaign: who orders, for how much, at which margin."""

from dataclasses import dataclass
from datetime import date, timedelta

import ibis
import numpy as np
from ibis import _
from numpy.typing import NDArray

from tools.drafts.audience import consenting_of
from tools.metrics.relations import relation
from tools.segments import Segment, Segments
from tools.store.store import Store

WINDOWS = 3
"""Most stretches of the campaign's length that are looked back on."""
FEW_ORDERS = 30
"""Orders of the audience below which those of all customers tell the order value."""
LOOK_BACK = 90


@dataclass(frozen=True)
class Base:
    """Such customers without the campaign.

    Attributes:
        n: Customers looked at, over all windows.
        bought: Of these, who ordered within as many days as the campaign runs.
        values: [n_orders] value of their orders, store currency; empty without prices.
        margin: Share of the order value left after the cost of goods; `None` without costs.
        own: Whether `values` are orders of these customers, not of everyone.
    """

    n: int
    bought: int
    values: NDArray[np.float64]
    margin: float | None
    own: bool

    @property
    def rate(self) -> float | None:
        """Share who order; `None` where nobody could be looked at."""
        return self.bought / self.n if self.n else None

    @property
    def order_value(self) -> float | None:
        """Mean order value."""
        return float(self.values.mean()) if len(self.values) else None

    @property
    def large_order(self) -> float | None:
        """The order value that nine orders in ten stay below."""
        return float(np.quantile(self.values, 0.9)) if len(self.values) else None


def base_of(store: Store, segments: Segments, segment: Segment, days: int) -> Base:
    """How customers who were in `segment` then behaved in the `days` that followed.

    The segment is looked at as of the start of up to three stretches before today, for today's
    members can have no past after today.
    """
    sales = relation(store, "sales")
    if sales is None or not {"user_id", "local_time", "order_id"} <= set(sales.columns):
        return Base(0, 0, np.empty(0), None, own=False)
    first_day, today = store.calendar[0], store.today
    n, bought = 0, 0
    orders: list[ibis.Table] = []
    for window in range(1, WINDOWS + 1):
        as_of = today - timedelta(days=days * window)
        if (as_of - first_day).days < days:
            break
        members = frozenset(segments.members(segment, as_of))
        if "users.marketing_consent" in store.columns:
            members = consenting_of(store, members)
        if not members:
            continue
        inside = _between(sales, as_of + timedelta(1), as_of + timedelta(days))
        own = inside.semi_join(ibis.memtable({"user_id": sorted(members)}), "user_id")
        n += len(members)
        bought += int(own.user_id.nunique().to_pyarrow().as_py())
        orders.append(own)
    values, margin = _orders(store, orders)
    if len(values) >= FEW_ORDERS:
        return Base(n, bought, values, margin, own=True)
    recent = _between(sales, today - timedelta(LOOK_BACK), today)
    values, margin = _orders(store, [recent])
    return Base(n, bought, values, margin, own=False)


def _between(sales: ibis.Table, first: date, last: date) -> ibis.Table:
    start, end = (ibis.timestamp(f"{day} 00:00:00") for day in (first, last + timedelta(1)))
    return sales.filter(sales.local_time >= start, sales.local_time < end)


def _orders(store: Store, parts: list[ibis.Table]) -> tuple[NDArray[np.float64], float | None]:
    """Value of each order above 0, and the share of the whole that is left after costs."""
    if not parts or "amount" not in parts[0].columns:
        return np.empty(0), None
    lines = ibis.union(*parts) if len(parts) > 1 else parts[0]
    costed = "item_id" in lines.columns and "items.cost" in store.columns
    if costed:
        prices = store.table("items").select("item_id", cost=_.cost.cast("float64"))
        lines = lines.left_join(prices, "item_id").mutate(
            goods=ibis.ifelse(_.cost.notnull(), _.cost * _.quantity, ibis.null("float64"))
        )
    each = {
        "amount": lines.amount.sum(),
        "goods": lines.goods.sum() if costed else ibis.null("float64"),
    }
    table = lines.group_by("order_id").aggregate(**each).order_by("order_id").to_pyarrow()
    amounts = np.array(table["amount"].to_pylist(), dtype=np.float64)
    spent = np.array(table["goods"].to_pylist(), dtype=np.float64)
    known = (amounts > 0) & ~np.isnan(spent)
    margin = float(1 - spent[known].sum() / amounts[known].sum()) if known.any() else None
    return amounts[amounts > 0], margin
