"""The past of one series, and what could have been forecast at any of its days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from tools.demand.calendar import Effects, Flags, closed_ahead, closed_weekdays, learned
from tools.demand.models import NAIVE, POOLED, SPARSE, forecasts, seasonal_naive
from tools.prediction.features import Floats

WEEK = 7
Pooled = Callable[[int, int], Floats]
NEAR_WEEKS = 4  # before and after, whose same weekday stands in for a day the store was closed


@dataclass(frozen=True)
class Past:
    """A daily series within its store.

    Attributes:
        first: The store's first day with a sale.
        sold: Whether the store sold anything, day by day: [n].
        totals: What the whole store sold, from which effects of festivals are told: [n].
        values: The series: [n]; before `start` it did not exist.
        start: Day on which the series begins.
        pooled: What an item that sells now and then is expected to sell, told together with all
            others: days known, days ahead -> [ahead].
    """

    first: date
    sold: Flags
    totals: Floats
    values: Floats
    start: int = 0
    pooled: Pooled | None = None

    @property
    def days(self) -> int:
        """Days of the store."""
        return len(self.sold)

    @property
    def own_days(self) -> int:
        """Days of the series."""
        return self.days - self.start

    @property
    def own(self) -> Floats:
        """The series from its own start on: [own_days]."""
        return self.values[self.start :]

    @property
    def ahead(self) -> date:
        """The day after the last."""
        return self.first + timedelta(self.days)

    def until(self, days: int) -> "Past":
        """What was known after the store's first `days` days."""
        parts = self.sold[:days], self.totals[:days], self.values[:days]
        return Past(self.first, *parts, self.start, self.pooled)

    @cached_property
    def effects(self) -> Effects:
        """What festivals did to the whole store."""
        return learned(self.totals, self.first, self.sold)

    @cached_property
    def scale(self) -> float:
        """Mean absolute difference to a week before, the scale of MASE (Hyndman & Koehler 2006)."""
        return float(np.abs(self.own[WEEK:] - self.own[:-WEEK]).mean())

    @cached_property
    def usual(self) -> float:
        """Sales of a mean day, without what festivals did."""
        return float(self._usual(frozenset()).mean())

    def closed(self, ahead: int) -> Flags:
        """On which days ahead the store is expected to be closed: [ahead]."""
        return closed_ahead(self.sold, self.first, ahead)

    def forecasts(self, ahead: int) -> dict[str, Floats]:
        """What each model, and the last week repeated, says of the days after: [ahead] each.

        Festivals are taken out before and put back after; days on which the store is closed are
        no days.
        """
        weekdays = closed_weekdays(self.sold, self.first)
        closed = self.closed(ahead)
        coming = (self.ahead.weekday() + np.arange(ahead)) % WEEK
        counted = ~np.isin(coming, list(weekdays))
        series = self._usual(weekdays)
        sparse = bool((series == 0).mean() > SPARSE)
        made = {NAIVE: seasonal_naive(self.own, ahead, WEEK)}
        if sparse and self.pooled:
            made[POOLED] = self.pooled(self.days, ahead)
        told = forecasts(series, int(counted.sum()), WEEK - len(weekdays), sparse)
        factors = self.effects.factors(self.ahead, ahead)
        for name, values in told.items():
            days = np.zeros(ahead)
            days[counted] = values
            made[name] = np.where(closed, 0.0, days * factors)
        return made

    def _usual(self, weekdays: frozenset[int]) -> Floats:
        """The series without festivals, closed weekdays left out and other closed days filled."""
        values = self.own / self.effects.factors(self.first, self.days)[self.start :]
        was_open = self.sold[self.start :]
        weekday = (self.first.weekday() + self.start + np.arange(len(values))) % WEEK
        counted = ~np.isin(weekday, list(weekdays))
        filled = values.copy()
        for day in np.flatnonzero(counted & ~was_open):
            around = day + WEEK * np.arange(-NEAR_WEEKS, NEAR_WEEKS + 1)
            around = around[(around >= 0) & (around < len(values))]
            near = around[was_open[around]]
            filled[day] = values[near].mean() if len(near) else values[was_open].mean()
        return filled[counted]
