"""The tool that says how much will sell, and what runs out of stock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

import numpy as np

from tools.demand import findings, shelf
from tools.demand.findings import Asked
from tools.demand.forecast import forecast
from tools.demand.past import Past, Pooled
from tools.demand.rates import learn
from tools.demand.series import daily, days_sold
from tools.demand.sold import LEAST_DAYS, Sold
from tools.demand.stock import LEAD_DAYS, stock_risks
from tools.errors import ToolError
from tools.metrics import DIMENSIONS, METRICS, Semantics
from tools.metrics.measure import measure
from tools.metrics.relations import Condition
from tools.metrics.semantics import listed
from tools.prediction.customers.words import worded
from tools.query_metrics import MIN_PEOPLE, merged
from tools.result import Provenance, ToolResult
from tools.review_scope import category_named, item_names, items_named
from tools.store.store import Store
from tools.wording.statements import Statement
from tools.wording.values import Count, Name

Metric = Literal["units", "revenue", "orders"]
About = Literal["sales", "stock"]
MOST_DAYS = 365  # ahead
LONGEST = 50  # items listed at most


@dataclass(frozen=True)
class DemandTools:
    """Read-only forecasts of what will sell."""

    store: Store

    @cached_property
    def semantics(self) -> Semantics:
        """The metrics and dimensions this store can answer for."""
        return Semantics(self.store)

    def forecast_demand(
        self,
        item: str | None = None,
        category: str | None = None,
        filters: list[str] | None = None,
        horizon_days: int = 30,
        metric: Metric = "units",
        about: About = "sales",
        lead_days: int | None = None,
        top_n: int = 10,
    ) -> ToolResult:
        """Forecast what will sell in the coming days, and which items run out of stock.

        Use for "how much will we sell next month", "expected revenue in the next 90 days", "how
        many headphones will we need", "which items will run out", "when should we reorder the
        kettle". For what was sold use `query_metrics`; for who will buy use `predict_purchase`.

        Args:
            item: One item, by id or title.
            category: Only items of this category.
            filters: What to keep, as dimension=value (brand, channel, region).
            horizon_days: Days ahead, such as 30.
            metric: What to forecast: units, revenue or orders.
            about: sales for how much will sell; stock for which items run out and when to reorder.
            lead_days: Days from ordering goods to their delivery, for stock.
            top_n: How many items to list, for stock.
        """
        if not 1 <= horizon_days <= MOST_DAYS:
            raise ToolError("demand-horizon", most=Count(n=MOST_DAYS))
        if lead_days is not None and not 0 <= lead_days <= MOST_DAYS:
            raise ToolError("demand-lead", most=Count(n=MOST_DAYS))
        if about == "stock":
            return self._stock(item, category, filters or [], horizon_days, lead_days, top_n)
        asked = self._asked(metric, item, category, filters or [], horizon_days)
        return self._sales(asked, lead_days)

    def _sales(self, asked: Asked, lead_days: int | None, stock_first: bool = False) -> ToolResult:
        first, sold = days_sold(self.store)
        if len(sold) < LEAST_DAYS:
            return self._told(asked, findings.too_short(len(sold)), (first, len(sold)))
        whole = daily(self.semantics, asked.metric.name, (), first, len(sold))
        own = whole
        if asked.conditions:
            own = daily(self.semantics, asked.metric.name, asked.conditions, first, len(sold))
        if not own.values.any():
            return self._told(asked, findings.never_sold(asked), (first, len(sold)))
        start = int(np.argmax(own.values > 0))
        past = Past(first, sold, whole.values, own.values, start, self._pooled(asked))
        if past.own_days < LEAST_DAYS:
            return self._told(asked, findings.too_new(asked, past), (first, len(sold)))
        if asked.days > past.own_days // 2:
            most = Count(n=past.own_days // 2)
            raise ToolError("demand-too-far", days=Count(n=past.own_days), most=most)
        made = forecast(past, asked.days)
        told = [*findings.told(asked, made), *self._shelf(asked, made.total, lead_days)]
        if stock_first:
            told.sort(key=lambda each: not each.message.startswith("demand-stock"))
        return ToolResult(
            tool="forecast_demand",
            columns=findings.columns(asked, made),
            rows=findings.rows_of(made),
            statements=tuple(told),
            chart=findings.chart(asked),
            provenance=self._source(asked, (first, len(sold)), own.sql, own.row_count),
            currency=self.store.profile.currency,
        )

    def _pooled(self, asked: Asked) -> Pooled | None:
        """How a single item sells, told together with all others."""
        if asked.item is None or asked.metric.name != "units" or len(asked.conditions) > 1:
            return None
        return learn(Sold.of(self.store), asked.days).pooled(asked.item)

    def _shelf(self, asked: Asked, total: float, lead_days: int | None) -> list[Statement]:
        """What is to say of the stock of a single item; nothing where that is not known."""
        alone = asked.metric.name == "units" and len(asked.conditions) == 1
        if asked.item is None or not alone or "items.stock" not in self.store.columns:
            return []
        lead = LEAD_DAYS if lead_days is None else lead_days
        risks = stock_risks(self.store, asked.days, lead, {asked.item: total})
        return shelf.about_one(risks[0], asked, lead, lead_days is None) if risks else []

    def _stock(
        self,
        item: str | None,
        category: str | None,
        filters: list[str],
        days: int,
        lead_days: int | None,
        top_n: int,
    ) -> ToolResult:
        if top_n < 1:
            raise ToolError("metrics-bad-top")
        asked = self._asked("units", item, category, filters, days)
        if "items.stock" not in self.store.columns:
            raise ToolError("demand-no-stock")
        if asked.item:
            return self._sales(asked, lead_days, stock_first=True)
        if any(
            c.dimension.home != "items" and c.dimension.name != "item" for c in asked.conditions
        ):
            raise ToolError("demand-stock-filter")
        first, sold = days_sold(self.store)
        if len(sold) < LEAST_DAYS:
            return self._told(asked, findings.too_short(len(sold)), (first, len(sold)))
        lead = LEAD_DAYS if lead_days is None else lead_days
        kept = self._items(asked.conditions)
        risks = [
            r for r in stock_risks(self.store, days, lead) if kept is None or r.item_id in kept
        ]
        shelves = shelf.Shelf(asked, tuple(risks), self._names, lead, lead_days is None)
        shown = shelves.shown(min(top_n, LONGEST))
        return ToolResult(
            tool="forecast_demand",
            columns=shelf.columns(shelves, shown),
            rows=shelf.rows_of(shelves, shown),
            statements=tuple(shelf.told(shelves, shown)),
            chart=shelf.chart(shown),
            provenance=self._source(asked, (first, len(sold))),
            currency=self.store.profile.currency,
        )

    def _items(self, conditions: tuple[Condition, ...]) -> set[str] | None:
        """Ids of the items that meet `conditions`; `None` where there are none to meet."""
        if not conditions:
            return None
        items = self.store.table("items")
        for condition in conditions:
            inside = items[condition.dimension.column].isin(condition.values)
            items = items.filter(~inside if condition.negated else inside)
        return set(items.select("item_id").to_pyarrow()["item_id"].to_pylist())

    def _asked(
        self, metric: str, item: str | None, category: str | None, filters: list[str], days: int
    ) -> Asked:
        """The question with every name in it resolved.

        Raises:
            ToolError: If a name or filter means nothing in this store, or keeps hardly anyone.
        """
        measured = METRICS[metric]
        if not self.semantics.metrics:
            raise ToolError("demand-no-sales")
        if metric not in self.semantics.metrics:
            offered = [self.semantics.metrics[m] for m in ("units", "revenue", "orders")
                       if m in self.semantics.metrics]  # fmt: skip
            raise ToolError("metrics-lacking", what=measured.label, known=listed(offered))
        conditions = [self.semantics.condition(text, measured) for text in filters]
        name, only = None, None
        if category:
            group = category_named(self.store, category)
            conditions.append(Condition(DIMENSIONS["category"], (group,)))
            name = self.store.name_of("category", group)
        if item:
            ids = items_named(self.store, self._names, item)
            conditions.append(Condition(DIMENSIONS["item"], ids))
            only = ids[0] if len(ids) == 1 else None
            name = self._names[only] if only else Name(en=item)
        kept = merged(conditions)
        self._check_people(metric, kept)
        name = name or self._called(kept)
        return Asked(measured, kept, name, only, days)

    def _called(self, conditions: Sequence[Condition]) -> Name | None:
        """What the sales that meet `conditions` are called; `None` where all do."""
        names = []
        for condition in conditions:
            for name in self.semantics.names(condition.dimension, condition.values).values():
                message = "demand-without" if condition.negated else "demand-with"
                names.append(worded(message, name=name))
        if not names:
            return None
        zh = "、".join(name.text("zh") for name in names)
        return Name(en=", ".join(name.en for name in names), zh=zh)

    def _check_people(self, metric: str, conditions: tuple[Condition, ...]) -> None:
        """Raises ToolError where the conditions keep so few people that they might be known."""
        if any(condition.dimension.home == "users" for condition in conditions):
            found = measure(self.semantics, [METRICS[metric]], conditions=conditions)
            if (found.whole.people or 0) < MIN_PEOPLE:
                raise ToolError("demand-few-people", least=Count(n=MIN_PEOPLE))

    @cached_property
    def _names(self) -> dict[str, Name]:
        return item_names(self.store)

    def _told(self, asked: Asked, statement: Statement, days: tuple[date, int]) -> ToolResult:
        return ToolResult(
            tool="forecast_demand", columns=(), rows=(), statements=(statement,),
            provenance=self._source(asked, days), currency=self.store.profile.currency,
        )  # fmt: skip

    def _source(
        self,
        asked: Asked,
        days: tuple[date, int],
        sql: tuple[str, ...] = (),
        rows: int | None = None,
    ) -> Provenance:
        used = {"orders", "order_lines", "items"} & self.store.tables
        first, n = days
        return Provenance(
            tables=tuple(sorted(used or {"events"})),
            period=(first, first + timedelta(n - 1)),
            filters=tuple(condition.text for condition in asked.conditions),
            row_count=rows,
            sql="\n\n".join(sql),
            data_version=self.store.profile.data_version,
        )
