"""How far forecasts of demand are off on past days, beside the last week repeated.

Run with `python -m tests.benchmarks.demand_forecast WORKSPACE…`: for each store, all sales, its
categories and its best-selling items are forecast from several origins, as if nothing later were
known; prints a Markdown table. MASE is that of Hyndman & Koehler (2006); coverage is the share of
sums over all days ahead, and of single days, that lay in their 80 % range.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import numpy as np

from tools.demand.forecast import forecast
from tools.demand.models import NAIVE
from tools.demand.past import Past
from tools.demand.rates import learn
from tools.demand.series import daily, days_sold
from tools.demand.sold import Sold
from tools.metrics import DIMENSIONS, Semantics
from tools.metrics.relations import Condition
from tools.prediction.features import Floats
from tools.store.store import Store

HORIZON = 30
ORIGINS = 6
APART = 15  # days from one origin to the next
TOP_ITEMS = 10


@dataclass(frozen=True)
class Kept(Past):
    """A past that works out the forecasts of a day once, for all later origins."""

    made: dict[int, dict[str, Floats]] = field(default_factory=dict)

    def until(self, days: int) -> "Kept":
        """What was known after the store's first `days` days."""
        parts = self.sold[:days], self.totals[:days], self.values[:days]
        return Kept(self.first, *parts, self.start, self.pooled, self.made)

    def forecasts(self, ahead: int) -> dict[str, Floats]:
        """As of `Past`."""
        if self.days not in self.made:
            self.made[self.days] = super().forecasts(ahead)
        return self.made[self.days]


@dataclass(frozen=True)
class Outcome:
    """One forecast against what then sold."""

    mase: float
    naive_mase: float
    missed: float
    naive_missed: float
    sold: float
    whole_held: bool
    days_held: float


def outcomes(past: Past) -> Iterator[Outcome]:
    """From each origin: how the forecast did on the days after it."""
    for k in range(ORIGINS):
        cut = past.days - HORIZON - k * APART
        known = past.until(cut)
        if known.own_days < 4 * HORIZON:
            return
        truth = past.values[cut : cut + HORIZON]
        made = forecast(known, HORIZON)
        naive = known.forecasts(HORIZON)[NAIVE]
        low, high = made.range
        lows, highs = made.ranges(1)
        yield Outcome(
            mase=float(np.abs(made.days - truth).mean() / known.scale),
            naive_mase=float(np.abs(naive - truth).mean() / known.scale),
            missed=abs(made.total - truth.sum()),
            naive_missed=abs(naive.sum() - truth.sum()),
            sold=float(truth.sum()),
            whole_held=low <= truth.sum() <= high,
            days_held=float(((truth >= np.floor(lows)) & (truth <= np.ceil(highs))).mean()),
        )


def series(store: Store) -> Iterator[tuple[str, Past]]:
    """All sales, then categories, then the best-selling items: a label each, and the past."""
    semantics = Semantics(store)
    first, sold = days_sold(store)
    n = len(sold)
    totals = {m: daily(semantics, m, (), first, n).values for m in ("units", "orders", "revenue")}
    for metric, values in totals.items():
        yield f"all {metric}", Kept(first, sold, values, values)
    units = Sold.of(store)
    best = np.argsort(-np.asarray(units.units.sum(axis=1)).ravel(), kind="stable")[:TOP_ITEMS]
    kinds = {"category": [], "item": [str(units.item_ids[i]) for i in best]}
    if "items.category" in store.columns:
        kinds["category"] = semantics.values(DIMENSIONS["category"])
    demand = learn(units, HORIZON)
    for kind, names in kinds.items():
        for name in names:
            values = daily(
                semantics, "units", [Condition(DIMENSIONS[kind], (name,))], first, n
            ).values
            if values.any():
                start = int(np.argmax(values > 0))
                pooled = demand.pooled(name) if kind == "item" else None
                yield kind, Kept(first, sold, totals["units"], values, start, pooled)


def line(store: str, label: str, found: list[Outcome]) -> str:
    """One row of the table."""
    mean = {
        name: float(np.mean([getattr(each, name) for each in found]))
        for name in ("mase", "naive_mase", "whole_held", "days_held")
    }
    sold = max(sum(each.sold for each in found), 1e-9)
    total = sum(each.missed for each in found) / sold
    naive_total = sum(each.naive_missed for each in found) / sold
    return (
        f"| {store} | {label} | {len(found)} | {mean['mase']:.3f} | {mean['naive_mase']:.3f} "
        f"| {total:.1%} | {naive_total:.1%} | {mean['whole_held']:.0%} | {mean['days_held']:.0%} |"
    )


def main() -> None:
    """Print the table of every workspace named."""
    print("| store | series | forecasts | MASE | repeated week | total off | repeated week "
          "| totals in range | days in range |")  # fmt: skip
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for folder in sys.argv[1:]:
        store = Store.open(Path(folder))
        for label, alike in groupby(series(store), key=itemgetter(0)):
            found = [outcome for _, past in alike for outcome in outcomes(past)]
            if found:
                print(line(store.profile.name, label, found), flush=True)


if __name__ == "__main__":
    main()
