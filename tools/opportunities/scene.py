"""What every scan looks at: the store on one day, what it lately sold and what a sale leaves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import ibis
from ibis import _

from tools.errors import ToolError
from tools.metrics.metric import METRICS
from tools.metrics.relations import relation
from tools.metrics.semantics import Semantics
from tools.opportunities.opportunity import HORIZON
from tools.review_scope import item_names
from tools.segments import Segments
from tools.store.store import Store
from tools.wording.values import Name

MARGIN_DAYS = 90  # days whose sales tell what a sale leaves
KNOWN_COSTS = 0.5  # share of revenue whose cost must be known to speak of profit


@dataclass(frozen=True)
class Sales:
    """What one item (category, device, …) sold: revenue, what it left, and orders it was in."""

    revenue: float
    profit: float
    orders: int


@dataclass(frozen=True)
class Scene:
    """The store as scans see it.

    Attributes:
        segments: Its groups of customers.
        today: Last day counted.
        days: Length of the recent period, which ends today.
    """

    segments: Segments
    today: date
    days: int = HORIZON

    @property
    def store(self) -> Store:
        """The store."""
        return self.segments.store

    @cached_property
    def semantics(self) -> Semantics:
        """What the store can be asked."""
        return Semantics(self.store)

    @cached_property
    def names(self) -> dict[str, Name]:
        """What each item is called, by id."""
        return item_names(self.store)

    def named(self, dimension: str, value: str) -> Name:
        """What a group is called."""
        if dimension == "item":
            return self.names.get(value, Name(en=value))
        return self.semantics.names(self.semantics.dimensions[dimension], [value])[value]

    @cached_property
    def sales(self) -> ibis.Table:
        """Sales with amounts, up to today; `profit` of each line where costs are known.

        Raises:
            ToolError: If the sales have no amounts, items or times.
        """
        sold = relation(self.store, "sales")
        if sold is None or not {"amount", "local_time", "item_id", "quantity"} <= set(sold.columns):
            raise ToolError("opportunities-no-prices")
        columns = [c for c in ("category", "cost") if f"items.{c}" in self.store.columns]
        if columns:
            items = self.store.table("items").select("item_id", *columns)
            sold = sold.left_join(items, "item_id").drop("item_id_right")
        cost = sold.cost.cast("float64") if "cost" in columns else ibis.null("float64")
        sold = sold.mutate(profit=sold.amount - sold.quantity * cost)
        return sold.filter(_.local_time < self.after(0))

    def after(self, days_ago: int) -> ibis.Value:
        """The end of the day `days_ago` days before today."""
        return ibis.timestamp(str(self.today - timedelta(days=days_ago - 1)))

    @cached_property
    def margin(self) -> float | None:
        """What a unit of revenue leaves after items' costs; `None` where costs are unknown."""
        lately = self.sales.filter(_.local_time >= self.after(MARGIN_DAYS))
        row = self._rows(
            lately.aggregate(
                known=_.amount.sum(where=_.profit.notnull()),
                amount=_.amount.sum(),
                profit=_.profit.sum(),
            )
        )[0]
        known = float(row["known"] or 0.0)
        return float(row["profit"]) / known if known > KNOWN_COSTS * (row["amount"] or 0) else None

    @property
    def basis(self) -> str:
        """What gains are counted in: `profit` or `revenue`."""
        return "revenue" if self.margin is None else "profit"

    @property
    def kept(self) -> float:
        """Part of extra revenue that counts as gain."""
        return 1.0 if self.margin is None else max(0.0, self.margin)

    def sold_by(self, dimension: str, days: int = MARGIN_DAYS) -> dict[str, Sales]:
        """What each group sold in the last `days` days; nothing where sales do not tell it."""
        column = "item_id" if dimension == "item" else dimension
        if column not in self.sales.columns:
            return {}
        lately = self.sales.filter(_.local_time >= self.after(days), self.sales[column].notnull())
        grouped = lately.group_by(column).aggregate(
            amount=_.amount.sum(), profit=_.profit.sum(), orders=_.order_id.nunique()
        )
        return {row[column]: self._sales(row) for row in self._rows(grouped)}

    def whole(self, days: int = MARGIN_DAYS) -> Sales:
        """What the store sold in the last `days` days."""
        lately = self.sales.filter(_.local_time >= self.after(days))
        (row,) = self._rows(
            lately.aggregate(
                amount=_.amount.sum(), profit=_.profit.sum(), orders=_.order_id.nunique()
            )
        )
        return self._sales(row)

    def _sales(self, row: dict[str, Any]) -> Sales:
        revenue = float(row["amount"] or 0.0)
        own = row["profit"] if self.margin is not None else None
        return Sales(revenue, revenue * self.kept if own is None else float(own), row["orders"])

    @staticmethod
    def _rows(table: ibis.Table) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = table.to_pyarrow().to_pylist()
        return rows

    def able(self, metrics: Sequence[str]) -> None:
        """Raise ToolError where the store cannot answer for one of `metrics`."""
        for name in metrics:
            self.semantics.metric(METRICS[name].name)
