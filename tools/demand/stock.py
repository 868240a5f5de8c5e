"""Which items run out of stock, when, what that costs, and how much to order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from tools.demand.rates import RATE, Demand, learn
from tools.demand.sold import Sold
from tools.errors import ToolError
from tools.prediction.features import Floats
from tools.store.store import Store

LEAST_CHANCE = 0.1  # of running out, from which an item is at risk
LEAD_DAYS = 14  # assumed where nobody says how long a delivery takes
SERVICE_LEVEL = 0.95  # chance that an order lasts until the next
COVER_DAYS = 30  # days an order should last after it has come


@dataclass(frozen=True)
class StockRisk:
    """One item's stock against what it will sell.

    Attributes:
        item_id: The item.
        stock: Units on hand.
        demand: Units expected to be asked for within the days ahead.
        low: Lower end of the 80 % range of that.
        high: Upper end.
        chance: Chance that more is asked for than there is, 0-1 (1 where it is sold out).
        runs_out: Day on which it is as likely as not gone; `None` if not within the days ahead.
        lost_units: Units expected to be asked for after it is gone, within the days ahead.
        lost_revenue: Those at the item's price; `None` without one.
        order_by: Last day to order so that with `SERVICE_LEVEL` nothing is missing before the
            delivery; the first day ahead where that is too late already, `None` where an order
            can wait longer than was looked ahead.
        order: Units to order now to last, with `SERVICE_LEVEL`, until `COVER_DAYS` after the
            delivery.
    """

    item_id: str
    stock: int
    demand: float
    low: float
    high: float
    chance: float
    runs_out: date | None
    lost_units: float
    lost_revenue: float | None
    order_by: date | None
    order: int


def at_risk_of_stock_out(
    store: Store, horizon_days: int = 30, lead_days: int = LEAD_DAYS
) -> tuple[StockRisk, ...]:
    """Items that may run out within `horizon_days`, costliest first.

    Each with a chance of at least `LEAST_CHANCE`; by expected lost revenue, or lost units where
    there are no prices.

    Args:
        store: The store; its `items.stock` must be known.
        horizon_days: Days ahead, from the day after the last whole day of data.
        lead_days: Days from order to delivery.

    Raises:
        ToolError: If stock is not known, nothing was sold, or for too few days.
    """
    risks = stock_risks(store, horizon_days, lead_days)
    kept = [risk for risk in risks if risk.chance >= LEAST_CHANCE]
    return tuple(sorted(kept, key=lambda r: (-(r.lost_revenue or 0.0), -r.lost_units, r.item_id)))


def stock_risks(
    store: Store, horizon_days: int, lead_days: int, totals: Mapping[str, float] | None = None
) -> tuple[StockRisk, ...]:
    """Every item that has sold and whose stock is known, by id.

    Args:
        store: The store; its `items.stock` must be known.
        horizon_days: Days ahead.
        lead_days: Days from order to delivery.
        totals: Units within the horizon of items that were forecast by themselves; only they are
            told of then.

    Raises:
        ToolError: As `at_risk_of_stock_out`.
    """
    if "items.stock" not in store.columns:
        raise ToolError("demand-no-stock")
    names = ["item_id", "stock", *(["price"] if "items.price" in store.columns else [])]
    rows = store.table("items").select(*names).to_pyarrow().to_pylist()
    known = {row["item_id"]: row for row in rows if row["stock"] is not None}
    demand = learn(Sold.of(store), horizon_days)
    ids = [str(item) for item in demand.sold.item_ids]
    told = known if totals is None else known.keys() & totals.keys()
    kept = np.array([i for i, item in enumerate(ids) if item in told], dtype=int)
    stock = np.array([max(0, known[ids[i]]["stock"]) for i in kept], dtype=float)
    prices = [known[ids[i]].get("price") for i in kept]
    of_those = demand.of(kept)
    if totals is not None:
        days = demand.sold.exposure(horizon_days)[-1]
        own = np.array([totals[ids[i]] / days if days else 0.0 for i in kept])
        of_those = replace(of_those, rate=own)
    outlook = _Outlook(of_those, stock, horizon_days, lead_days)
    return tuple(
        outlook.risk(row, ids[i], None if price is None else float(price))
        for row, (i, price) in enumerate(zip(kept, prices, strict=True))
    )


@dataclass(frozen=True)
class _Outlook:
    """Stock against demand of many items at once.

    Attributes:
        demand: What they sell.
        stock: Units on hand of each: [n].
        horizon: Days ahead.
        lead: Days from order to delivery.
    """

    demand: Demand
    stock: Floats
    horizon: int
    lead: int

    @property
    def first(self) -> date:
        """The first day ahead."""
        return self.demand.sold.first + timedelta(self.demand.sold.days)

    @cached_property
    def days(self) -> Floats:
        """Usual days, running, until the horizon or a delivery is used up: [n_days]."""
        return self.demand.sold.exposure(max(self.horizon, self.lead + COVER_DAYS))

    @cached_property
    def gone(self) -> Floats:
        """Chance that as much is asked for as there is, by each day: [n, n_days]."""
        return self._beyond(self.stock - 1)

    @cached_property
    def missing(self) -> Floats:
        """Chance that more is asked for than there is, by each day: [n, n_days]."""
        return self._beyond(self.stock)

    def _beyond(self, units: Floats) -> Floats:
        return np.asarray(self.demand.units(self.days).sf(units[:, None]))

    @cached_property
    def range(self) -> Floats:
        """Mean, 10 % and 90 % point of demand within the horizon: [3, n]."""
        ahead = self.demand.units(self.days[self.horizon - 1])
        tail = (1 - RATE) / 2
        return np.array([ahead.mean(), ahead.ppf(tail), ahead.ppf(1 - tail)])[:, :, 0]

    @cached_property
    def lost(self) -> Floats:
        """Units expected to be asked for beyond the stock within the horizon: [n]."""
        return self.demand.excess(self.days[self.horizon - 1], self.stock)

    @cached_property
    def orders(self) -> Floats:
        """Units to order now: [n]."""
        until = self.demand.units(self.days[self.lead + COVER_DAYS - 1]).ppf(SERVICE_LEVEL)[:, 0]
        return np.asarray(np.maximum(0.0, until - self.stock))

    def risk(self, row: int, item: str, price: float | None) -> StockRisk:
        """What is known of the item in `row`."""
        mean, low, high = (float(v) for v in self.range[:, row])
        gone = np.flatnonzero(self.gone[row, : self.horizon] >= 0.5)
        late = np.flatnonzero(self.missing[row] > 1 - SERVICE_LEVEL)
        wait = max(0, int(late[0]) - self.lead) if late.size else None
        lost = float(self.lost[row])
        return StockRisk(
            item_id=item,
            stock=int(self.stock[row]),
            demand=mean,
            low=low,
            high=high,
            chance=float(self.gone[row, self.horizon - 1]),
            runs_out=self.first + timedelta(int(gone[0])) if gone.size else None,
            lost_units=lost,
            lost_revenue=None if price is None else lost * price,
            order_by=None if wait is None else self.first + timedelta(wait),
            order=int(self.orders[row]),
        )
