"""The tool that says what prices do to sales, and which price earns most."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tools.prediction.customers.words import worded
from tools.prices.best import Advice
from tools.prices.catalogue import PriceList, Target
from tools.prices.context import about_categories, about_items, beside, how
from tools.prices.fixed_effects import Ints
from tools.prices.model import Estimate
from tools.prices.words import about_item, about_many
from tools.result import Cell, Chart, Column, Provenance, ToolResult, in_cells
from tools.review_scope import category_named, items_named
from tools.store.store import Store
from tools.wording.values import Name

FIRST = ("raise", "lower", "test", "keep", "below_cost", "few", "unmoved")


@dataclass(frozen=True)
class PriceTools:
    """Read-only advice on prices, from the store's own price changes."""

    store: Store

    def price_advice(
        self,
        item: str | None = None,
        category: str | None = None,
        filters: list[str] | None = None,
        target: Target = "profit",
        top_n: int = 10,
    ) -> ToolResult:
        """Advise on prices: how sales respond to them, and which price earns most.

        Use for "should I raise the price of the kettle", "how price-sensitive are customers of
        headphones", "which prices should we change", "price elasticity". For what sold at which
        price in the past use `query_metrics`.

        Args:
            item: One item, by id or title.
            category: Only items of this category.
            filters: Which items, as dimension=value (category, brand).
            target: What the price is to bring most of.
            top_n: How many items to list.
        """
        prices = self._prices
        places = self._asked(item, category, filters or [])
        aim = prices.target(target)
        advice = prices.advice(places, aim)
        if item and len(places) == 1:
            at = int(places[0])
            about = about_item(prices, at, advice.get(at), aim)
            listed = [at]
        else:
            order = _ordered(advice)
            group = self._group(places)
            scope = self.store.name_of("category", group) if group else None
            estimate = self._estimate(group)
            about = about_many(prices, estimate, advice, order, aim, scope)
            about += about_items(prices, places, estimate)
            if group is None:
                about += about_categories(prices, places)
            listed = order[: max(1, top_n)]
        return ToolResult(
            tool="price_advice",
            columns=self._columns(listed, advice),
            rows=tuple(self._row(at, advice.get(at)) for at in listed),
            statements=(*about, *beside(prices), *how(prices, aim, target)),
            chart=_chart(listed, advice),
            provenance=self._source(filters or []),
            currency=self.store.profile.currency,
        )

    @cached_property
    def _prices(self) -> PriceList:
        return PriceList(self.store)

    def _asked(self, item: str | None, category: str | None, filters: list[str]) -> Ints:
        """Places of the items asked about.

        Raises:
            ToolError: If a name is unknown or nothing is left.
        """
        prices = self._prices
        written = list(filters)
        if category:
            written.append(f"category={category_named(self.store, category)}")
        places = prices.kept(written)
        if item is None:
            return places
        named = items_named(self.store, prices.names, item)
        if len(named) == 1:
            return np.array([prices.model.place(named[0])])
        own = [at for at in places if str(prices.model.panel.items[at]) in set(named)]
        return np.array(own, dtype=np.int64) if own else np.array([prices.model.place(named[0])])

    def _group(self, places: Ints) -> str | None:
        """The one category that all of `places` belong to, if there is one."""
        panel = self._prices.model.panel
        kinds = {panel.categories[c] for c in panel.category[places]}
        return (kinds.pop() or None) if len(kinds) == 1 else None

    def _estimate(self, category: str | None) -> Estimate:
        model = self._prices.model
        return model.of_category(category) if category else model.overall

    def _columns(self, listed: Sequence[int], advice: dict[int, Advice]) -> tuple[Column, ...]:
        prices = self._prices
        verdicts = [worded(f"prices-to-{a.verdict}") for a in advice.values()]
        return (
            Column(name="item", label=Name(en="Item", zh="商品"),
                   names=in_cells([prices.name(at) for at in listed])),
            Column(name="price", label=Name(en="Price now", zh="现价"), unit="money"),
            Column(name="advice", label=Name(en="Advice", zh="建议"), names=in_cells(verdicts)),
            Column(name="new_price", label=Name(en="Best price", zh="最佳价格"), unit="money"),
            Column(name="gain", label=Name(en="Gain in 30 days", zh="30天增益"), unit="money"),
            Column(name="gain_low", label=Name(en="Gain, low", zh="增益下限"), unit="money"),
            Column(name="gain_high", label=Name(en="Gain, high", zh="增益上限"), unit="money"),
            Column(name="elasticity", label=Name(en="Elasticity", zh="价格弹性"), unit="number"),
            Column(name="low", label=Name(en="Elasticity, low", zh="弹性下限"), unit="number"),
            Column(name="high", label=Name(en="Elasticity, high", zh="弹性上限"), unit="number"),
            Column(name="sold", label=Name(en="Sold in 90 days", zh="近90天销量"), unit="count"),
        )  # fmt: skip

    def _row(self, at: int, advice: Advice | None) -> dict[str, Cell]:
        prices = self._prices
        found = prices.model.of_item(str(prices.model.panel.items[at]))
        gain = advice.gain if advice else None
        return {
            "item": prices.name(at).en,
            "price": round(float(prices.model.now[at]), 2),
            "advice": worded(f"prices-to-{advice.verdict}").en if advice else None,
            "new_price": round(gain.price, 2) if gain else None,
            "gain": round(gain.mean, 2) if gain else None,
            "gain_low": round(gain.low, 2) if gain else None,
            "gain_high": round(gain.high, 2) if gain else None,
            "elasticity": round(found.value, 2),
            "low": round(found.low, 2),
            "high": round(found.high, 2),
            "sold": round(float(prices.recent[at])),
        }

    def _source(self, filters: list[str]) -> Provenance:
        panel = self._prices.model.panel
        used = {"events", "orders", "order_lines", "items"} & self.store.tables
        return Provenance(
            tables=tuple(sorted(used)),
            period=panel.days,
            filters=tuple(filters),
            row_count=len(panel.item),
            data_version=self.store.profile.data_version,
        )


def _ordered(advice: dict[int, Advice]) -> list[int]:
    """Items with the surest and largest gains first."""

    def worth(at: int) -> tuple[int, float]:
        found = advice[at]
        kind = 0 if found.verdict in ("raise", "lower") else FIRST.index(found.verdict)
        return kind, -found.gain.mean if found.gain else 0.0

    return sorted(advice, key=worth)


def _chart(listed: Sequence[int], advice: dict[int, Advice]) -> Chart | None:
    if sum(at in advice and advice[at].gain is not None for at in listed) < 2:
        return None
    title = Name(en="What better prices would bring in 30 days", zh="调价30天可带来的增益")
    return Chart(kind="bar", title=title, x="item", y=("gain",))
