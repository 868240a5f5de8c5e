"""Units of every item on every day, read once."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import pyarrow as pa
from ibis import _
from numpy.typing import NDArray
from scipy import sparse

from tools.demand.calendar import Effects, Flags, closed_ahead, learned
from tools.demand.series import days_sold
from tools.errors import ToolError
from tools.metrics.relations import relation
from tools.prediction.features import Floats
from tools.store.store import Store
from tools.wording.values import Count

Ints = NDArray[np.int64]

LEAST_DAYS = 56  # of history, below which nothing is forecast
DRAWN = 20  # units with which a single item's scatter counts half


@dataclass(frozen=True)
class Sold:
    """Units of every item on every day.

    Attributes:
        item_ids: The items, ascending: [n_items].
        units: What each sold on each day: [n_items, n_days], sparse.
        groups: Place of each item's category: [n_items].
        first: The first day.
        sold: Whether the store sold anything, day by day: [n_days].
    """

    item_ids: NDArray[np.object_]
    units: sparse.csr_array
    groups: Ints
    first: date
    sold: Flags

    @classmethod
    def of(cls, store: Store) -> "Sold":
        """Everything `store` sold up to its last whole day.

        Raises:
            ToolError: If the store has no sales with items, or too few days of them.
        """
        first, sold = days_sold(store)
        sales = relation(store, "sales")
        if sales is None or not {"item_id", "quantity"} <= set(sales.columns):
            raise ToolError("demand-no-items")
        if len(sold) < LEAST_DAYS:
            raise ToolError("demand-short", days=Count(n=len(sold)), least=Count(n=LEAST_DAYS))
        last = first + timedelta(len(sold) - 1)
        lines = sales.filter(_.item_id.notnull(), _.local_time.date() <= last, _.quantity > 0)
        if "items" in store.tables:
            lines = lines.semi_join(store.table("items"), "item_id")  # fees are no items
        rows = (
            lines.group_by(_.item_id, day=_.local_time.date())
            .aggregate(units=_.quantity.sum())
            .to_pyarrow()
        )
        ids, place = np.unique(rows["item_id"].to_numpy(zero_copy_only=False), return_inverse=True)
        units = rows["units"].cast(pa.float64()).to_numpy()
        day = rows["day"].to_numpy().astype("datetime64[D]") - np.datetime64(first)
        shape = len(ids), len(sold)
        table = sparse.csr_array((units, (place, day.astype(int))), shape=shape)
        return cls(ids, table, _groups(store, ids), first, sold)

    @property
    def days(self) -> int:
        """How many days there are."""
        return len(self.sold)

    def until(self, days: int) -> "Sold":
        """What was known after the first `days` days (all items; some not sold yet)."""
        part = sparse.csr_array(self.units[:, :days])
        return Sold(self.item_ids, part, self.groups, self.first, self.sold[:days])

    def exposure(self, n: int) -> Floats:
        """Usual days that each of the `n` days after the last stands for, running: [n].

        A festival day stands for several, a day on which the store is closed for none.
        """
        effects = self.effects
        coming = effects.factors(self.first + timedelta(self.days), n)
        return np.cumsum(np.where(closed_ahead(self.sold, self.first, n), 0.0, coming))

    @cached_property
    def starts(self) -> Ints:
        """Day on which each item first sold, `days` where it never did: [n_items]."""
        cells = self.units.tocoo()
        first = np.full(self.units.shape[0], self.days)
        np.minimum.at(first, cells.row[cells.data > 0], cells.col[cells.data > 0])
        return first

    @cached_property
    def scatter(self) -> Floats:
        """Variance of a usual day's units over their mean: [n_items], at least 1.

        The more, the more units an order takes (index of dispersion, Cox & Lewis 1966); drawn to
        that of all items by `DRAWN` units' worth.
        """
        adjusted = self.units @ sparse.diags_array(1 / self.effects.factors(self.first, self.days))
        days = np.maximum(self.days - self.starts, 2)
        sums, squares = (np.asarray(e.sum(axis=1)).ravel() for e in (adjusted, adjusted**2))
        variance = np.maximum(squares - sums**2 / days, 0) / (days - 1)
        mean = sums / days
        whole = variance.sum() / max(mean.sum(), 1e-9)
        own = np.divide(variance, mean, out=np.full(len(mean), whole), where=mean > 0)
        return np.asarray(np.maximum(1.0, (sums * own + DRAWN * whole) / (sums + DRAWN)))

    @cached_property
    def effects(self) -> Effects:
        """What festivals did to all sales."""
        return learned(np.asarray(self.units.sum(axis=0)).ravel(), self.first, self.sold)


def _groups(store: Store, item_ids: NDArray[np.object_]) -> Ints:
    if "items.category" not in store.columns:
        return np.zeros(len(item_ids), dtype=np.int64)
    rows = store.table("items").select("item_id", "category").to_pyarrow().to_pylist()
    category = {row["item_id"]: row["category"] or "" for row in rows}
    names = np.array([category.get(item, "") for item in item_ids])
    return np.unique(names, return_inverse=True)[1].astype(np.int64)
