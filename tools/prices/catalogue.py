"""The items a question about prices is about, and how each stands."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Literal

import ibis
import numpy as np
from ibis import _

from tools.errors import ToolError
from tools.metrics.metric import METRICS
from tools.metrics.relations import Condition
from tools.metrics.semantics import Semantics, listed
from tools.prices.best import Advice, Situation, advise
from tools.prices.fixed_effects import Floats, Ints
from tools.prices.model import PriceModel, price_model
from tools.prices.panel import lines_of
from tools.review_scope import item_names
from tools.store.store import Store
from tools.wording.values import Name, Quote

Target = Literal["profit", "revenue"]

RECENT = 90  # days whose sales stand for the present
MONTH = 30


@dataclass(frozen=True)
class PriceList:
    """Every item with its price, cost, recent sales and what is known of its elasticity."""

    store: Store

    @property
    def model(self) -> PriceModel:
        """What the store's price changes say."""
        return price_model(self.store)

    @cached_property
    def names(self) -> dict[str, Name]:
        """What each item is called, by id."""
        return item_names(self.store)

    def name(self, at: int) -> Name:
        """What the item at place `at` of the model is called."""
        item = str(self.model.panel.items[at])
        return self.names.get(item, Name(en=item))

    def category(self, at: int) -> Name:
        """What the category at place `at` of the model is called."""
        return self.store.name_of("category", self.model.panel.categories[at])

    @cached_property
    def cost(self) -> Floats:
        """[n_items] cost of a unit; not a number where it is unknown."""
        return self._column("cost")

    @cached_property
    def recent(self) -> Floats:
        """[n_items] units sold in the last 90 days."""
        since = ibis.timestamp(str(self.store.today - timedelta(days=RECENT - 1)))
        until = ibis.timestamp(str(self.store.today + timedelta(days=1)))
        lines = lines_of(self.store).filter(_.local_time >= since, _.local_time < until)
        sold = lines.group_by("item_id").aggregate(n=_.quantity.sum()).to_pyarrow()
        return self._placed(sold["item_id"].to_pylist(), sold["n"].to_pylist(), 0.0)

    @cached_property
    def days(self) -> int:
        """Days of data among the last 90."""
        return min(RECENT, (self.store.today - self.store.calendar[0]).days + 1)

    def _column(self, name: str) -> Floats:
        if f"items.{name}" not in self.store.columns:
            return np.full(len(self.model.panel.items), np.nan)
        rows = self.store.table("items").select("item_id", value=_[name].cast("float64"))
        table = rows.to_pyarrow()
        return self._placed(table["item_id"].to_pylist(), table["value"].to_pylist(), np.nan)

    def _placed(self, ids: list[str], values: list[float | None], empty: float) -> Floats:
        known = dict(zip(ids, values, strict=True))
        found = [known.get(str(item)) for item in self.model.panel.items]
        return np.array([empty if value is None else float(value) for value in found])

    def target(self, wanted: Target) -> Target:
        """`wanted`, or revenue where no item's cost is known."""
        return wanted if np.isfinite(self.cost).any() else "revenue"

    def situation(self, at: int, target: Target) -> Situation | None:
        """The item at place `at` as it stands; `None` if its cost is wanted and unknown."""
        cost = float(self.cost[at]) if target == "profit" else 0.0
        if not np.isfinite(cost):
            return None
        model = self.model
        low, high = model.range
        return Situation(
            price=float(model.now[at]),
            cost=cost,
            units=float(self.recent[at]) * MONTH / self.days,
            lowest=float(low[at]),
            highest=float(high[at]),
            belief=model.pooled.items.probability[at],
            recent=float(self.recent[at]),
            moved=bool(model.moved[at]),
        )

    def advice(self, places: Ints, target: Target) -> dict[int, Advice]:
        """What to do about each item at `places`; items without a cost are left out."""
        found = {int(at): self.situation(int(at), target) for at in places}
        return {at: advise(item) for at, item in found.items() if item is not None}

    def kept(self, filters: list[str]) -> Ints:
        """Places of the items that meet every one of `filters`.

        Raises:
            ToolError: If a filter does not pick out items, or none is left.
        """
        keep = np.ones(len(self.model.panel.items), dtype=bool)
        for written in filters:
            condition = self._condition(written)
            items = self.store.table("items") if condition.dimension.home == "items" else None
            if items is None:
                fits = np.isin(self.model.panel.items, condition.values)
            else:
                chosen = items.filter(items[condition.dimension.column].isin(condition.values))
                ids = chosen.select("item_id").to_pyarrow()["item_id"].to_pylist()
                fits = np.isin(self.model.panel.items, ids)
            keep &= ~fits if condition.negated else fits
        if not keep.any():
            raise ToolError("prices-none-left")
        return np.flatnonzero(keep)

    def _condition(self, written: str) -> Condition:
        semantics = Semantics(self.store)
        known = [d for d in semantics.dimensions.values() if d.home == "items" or d.name == "item"]
        condition = semantics.condition(written, METRICS["units"])
        if condition.dimension not in known:
            given = Quote(text=written)
            raise ToolError("prices-filter", given=given, known=listed(known))
        return condition
