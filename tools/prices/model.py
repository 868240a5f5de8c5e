"""What one store's own price changes say of its customers' response to prices."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from pydantic import BaseModel, Field

from tools.errors import ToolError
from tools.prices.fixed_effects import Fit, Floats, Ints, Slope, fit
from tools.prices.panel import Panel, read
from tools.prices.shrinkage import Belief, Pooled, likelihoods, pooled
from tools.store.store import Store
from tools.wording.values import Quote

MOVED = 0.01  # log price; smaller changes are rounding
FEW_CATEGORIES = 8  # below which nothing is said of what one item takes from another
FEW_MOVED = 5  # items whose price moved, below which nothing is said of the store


class Estimate(BaseModel, frozen=True):
    """An own-price elasticity: the percent by which units change when the price rises by 1 %.

    Attributes:
        value: Mean of what is believed after the data; -1.5 means 15 in 1,000 fewer units.
        low: Lower end of the 95 % interval.
        high: Upper end.
        n: Units sold (or orders, see `Panel.counts_orders`) that it rests on.
    """

    value: float
    low: float
    high: float
    n: int = Field(ge=0)


@dataclass(frozen=True)
class PriceModel:
    """Elasticities of every item, category and the store as a whole.

    Attributes:
        panel: What they are read from.
        common: The fit with one slope for all, fixed effects of item, day and category's month.
    """

    panel: Panel
    common: Fit

    @cached_property
    def range(self) -> tuple[Floats, Floats]:
        """[n_items] lowest and highest price each item ever had, store currency."""
        low = np.full(len(self.panel.items), np.inf)
        high = np.zeros(len(self.panel.items))
        price = np.exp(self.panel.log_price)
        np.minimum.at(low, self.panel.item, price)
        np.maximum.at(high, self.panel.item, price)
        return low, high

    @property
    def moved(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """[n_items] whether the item ever had two prices."""
        low, high = self.range
        return np.log(high / low) > MOVED

    @cached_property
    def sold(self) -> Floats:
        """[n_items] units (or orders) each estimate rests on."""
        sold = np.bincount(self.panel.item, self.panel.sold, len(self.panel.items))
        return np.asarray(sold, np.float64)

    @cached_property
    def dispersion(self) -> float:
        """How much more sales vary than Poisson, over stretches of one price; at least 1.

        Counts that move together while a price stands, and several units in one basket, count as
        much as they should (quasi-likelihood, McCullagh & Nelder 1989, section 9.2).
        """
        panel, mean = self.panel, self.common.mean
        spell = _spells(panel.item, panel.log_price)
        residual, expected = np.bincount(spell, panel.sold - mean), np.bincount(spell, mean)
        owner = panel.item[np.flatnonzero(np.diff(spell, prepend=-1))]
        total = np.bincount(owner, expected)[owner]
        free = (expected * (1 - expected / np.maximum(total, 1e-12))).sum()
        return max(1.0, float((residual**2).sum() / free)) if free > 0 else 1.0

    @cached_property
    def pooled(self) -> Pooled:
        """What is believed of every item, category and the store."""
        panel = self.panel
        found = likelihoods(panel.item, panel.log_price, self.common.baseline, panel.sold)
        return pooled(found / self.dispersion, panel.category)

    @cached_property
    def attention(self) -> Slope | None:
        """How views go with an item's price, likewise; `None` where views are not recorded."""
        panel = self.panel
        if not panel.shown:
            return None
        groups = [panel.item, panel.period, panel.month]
        return fit(panel.views, [panel.log_price], groups, panel.item).slopes[0]

    @cached_property
    def cross(self) -> Slope | None:
        """How units go with the mean log price of the other items of the category."""
        panel = self.panel
        others = _others(panel, self.sold)
        if others is None or len(panel.categories) < FEW_CATEGORIES:
            return None
        groups = [panel.item, panel.period, panel.month]
        clusters = panel.category[panel.item]
        return fit(panel.sold, [panel.log_price, others], groups, clusters).slopes[1]

    @cached_property
    def now(self) -> Floats:
        """[n_items] the last price of each, store currency."""
        last = np.append(np.flatnonzero(np.diff(self.panel.item)), len(self.panel.item) - 1)
        return np.asarray(np.exp(self.panel.log_price[last]))

    @cached_property
    def own(self) -> Floats:
        """[n_items] how much of each item's estimate rests on its own sales, 0-1."""
        without = self.pooled.typical.spread[self.panel.category]
        return np.asarray(np.clip(1 - (self.pooled.items.spread / without) ** 2, 0, 1))

    def of_item(self, item_id: str) -> Estimate:
        """The item's elasticity.

        Raises:
            ToolError: If nothing of it was sold.
        """
        return _estimate(self.pooled.items, self.place(item_id), self.sold[self.place(item_id)])

    def place(self, item_id: str) -> int:
        """Index of the item in `panel.items`.

        Raises:
            ToolError: If nothing of it was sold or seen.
        """
        at = int(np.searchsorted(self.panel.items, item_id))
        if at == len(self.panel.items) or str(self.panel.items[at]) != item_id:
            raise ToolError("prices-unknown-item", item=Quote(text=item_id))
        return at

    def of_category(self, name: str) -> Estimate:
        """Mean elasticity of the category's items.

        Raises:
            ToolError: If nothing of it was sold.
        """
        if name not in self.panel.categories:
            raise ToolError("prices-unknown-item", item=Quote(text=name))
        at = self.panel.categories.index(name)
        n = self.sold[self.panel.category == at].sum()
        return _estimate(self.pooled.categories, at, n)

    @property
    def overall(self) -> Estimate:
        """Elasticity of the store's items taken as one: the common slope, robust by item."""
        slope = self.common.slopes[0]
        return Estimate(value=slope.value, low=slope.low, high=slope.high, n=round(self.sold.sum()))


def price_model(store: Store) -> PriceModel:
    """The model of `store`, fitted once and kept with it, as its own cached properties are.

    Raises:
        ToolError: If prices are unknown, nothing was sold, or hardly any price ever moved.
    """
    kept = vars(store)
    if "price_model" not in kept:
        kept["price_model"] = _fit(store)
    found: PriceModel = kept["price_model"]
    return found


def _fit(store: Store) -> PriceModel:
    panel = read(store)
    model = PriceModel(panel, Fit((), panel.sold, panel.sold))
    if model.moved.sum() < FEW_MOVED:
        raise ToolError("prices-never-moved")
    groups = [panel.item, panel.period, panel.month]
    return PriceModel(panel, fit(panel.sold, [panel.log_price], groups, panel.item))


def elasticity(store: Store, item: str | None = None, category: str | None = None) -> Estimate:
    """Own-price elasticity of units in `store`, with its 95 % interval.

    Args:
        store: The store.
        item: Id of one item; its estimate borrows strength from its category.
        category: Name of one category as it lies in the data: the mean of its items.

    Raises:
        ToolError: If hardly any price ever moved, or the item or category is unknown.
    """
    model = price_model(store)
    if item is not None:
        return model.of_item(item)
    return model.of_category(category) if category is not None else model.overall


def _estimate(belief: Belief, at: int, n: float) -> Estimate:
    return Estimate(
        value=float(belief.mean[at]),
        low=float(belief.quantile(0.025)[at]),
        high=float(belief.quantile(0.975)[at]),
        n=round(n),
    )


def _spells(item: Ints, log_price: Floats) -> Ints:
    """[n] number of the stretch of one item at one price that each row belongs to."""
    new = (np.diff(item, prepend=-1) != 0) | (np.abs(np.diff(log_price, prepend=0)) > 1e-6)
    return np.cumsum(new) - 1


def _others(panel: Panel, sold: Floats) -> Floats | None:
    """[n] log price of the other items of the category that day, against each one's own mean.

    Items count by what they sell; `None` where no category has two items.
    """
    mean = np.bincount(panel.item, panel.log_price) / np.bincount(panel.item)
    away, weight = panel.log_price - mean[panel.item], sold[panel.item]
    place = panel.category[panel.item] * (panel.period.max() + 1) + panel.period
    total = np.bincount(place, weight)[place] - weight
    if not (total > 0).any():
        return None
    summed = np.bincount(place, weight * away)[place] - weight * away
    return np.asarray(np.divide(summed, total, out=np.zeros_like(summed), where=total > 0))
