"""What users did, read once and looked at from many days: shared by every model of a store."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

import ibis
from ibis import _

from tools.prediction.activity import actions, by_category, copy_of, daily
from tools.prediction.features import Features, features_at, with_category
from tools.store.store import Store

if TYPE_CHECKING:
    from tools.prediction.behaviour.sequences import Sequences

KEPT = 20
"""Cuts whose features stay in memory, some ten megabytes each in a large store.

Those of one category, which are quickly made of the others, make room first.
"""

LAST_HOUR = 23  # a last day without anything from this hour on may be incomplete
Key = tuple[date, tuple[int, ...], str | None]  # cut, windows, category


def end_of(last: datetime) -> date:
    """The day after the last whole one, of data that end at `last`.

    >>> end_of(datetime(2026, 10, 31, 23, 5)), end_of(datetime(2026, 10, 31, 18))
    (datetime.date(2026, 11, 1), datetime.date(2026, 10, 31))
    """
    return last.date() + timedelta(days=1 if last.hour >= LAST_HOUR else 0)


@dataclass(frozen=True)
class History:
    """Everything known users of `store` did up to its today.

    Raises:
        ToolError: On first use, if the store has neither events nor orders.
    """

    store: Store
    _features: dict[Key, Features] = field(default_factory=dict)
    _within: dict[str, ibis.Table] = field(default_factory=dict)

    @cached_property
    def days(self) -> ibis.Table:
        """Daily activity per user (`activity.daily`)."""
        return copy_of(daily(self.actions))

    @cached_property
    def ends(self) -> tuple[date, datetime] | None:
        """First day and last moment of activity, store-local; `None` without any."""
        row = self.days.aggregate(first=_.day.min(), last=_.last_time.max())
        (found,) = row.to_pyarrow().to_pylist()
        return None if found["last"] is None else (found["first"], found["last"])

    @cached_property
    def actions(self) -> ibis.Table:
        """Everything known users did, one row an action (`activity.actions`)."""
        return actions(self.store).filter(
            _.time < ibis.literal(self.store.today + timedelta(days=1))
        )

    @cached_property
    def sequences(self) -> "Sequences":
        """What every user did, in order of time."""
        from tools.prediction.behaviour.sequences import Sequences  # knows this module

        return Sequences.of(self)

    def within(self, category: str) -> ibis.Table:
        """Daily activity per user in one category (`activity.by_category`)."""
        if category not in self._within:
            found = by_category(self.store, self.actions).filter(_.category == category)
            self._within[category] = copy_of(found)
        return self._within[category]

    def features(
        self, cut: date, windows: tuple[int, ...], category: str | None = None
    ) -> Features:
        """Features of everyone active before `cut`, with those of `category` where one is given."""
        key = cut, windows, category
        if key not in self._features:
            if category is None:
                made = features_at(self.days, cut, windows)
            else:
                whole = self.features(cut, windows)
                made = with_category(whole, self.within(category), windows)
            while len(self._features) >= KEPT:
                self._features.pop(min(self._features, key=lambda known: known[2] is None))
            self._features[key] = made
        return self._features[key]
