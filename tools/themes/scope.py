"""Which reviews (or searches) a question about themes is about, and on which days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from tools.errors import ToolError
from tools.metrics import DIMENSIONS, METRICS, Semantics
from tools.metrics.relations import Condition, prepared
from tools.periods import START, Period, previous, resolve, year_ago
from tools.prediction.customers.words import worded
from tools.query_metrics import MIN_PEOPLE, merged
from tools.review_phrases import scope_name
from tools.review_scope import category_named, item_names, items_named
from tools.store.store import Store
from tools.themes.mentions import Flags
from tools.themes.reading import Reading
from tools.wording.values import Count, Listing, Name

USUAL = "last_30_days"  # whose searches are told where no period is asked for
FEWEST = 30  # reviews of a month that can be held against another month's


@dataclass(frozen=True)
class Scope:
    """What is asked about.

    Attributes:
        conditions: What is kept.
        name: How a sentence names it, with its days: after "reviews", before "条评价".
        period: Days asked for, if any were.
        item_ids: Items asked for by name.
    """

    conditions: tuple[Condition, ...]
    name: Name
    period: Period | None
    item_ids: tuple[str, ...] | None = None

    @property
    def filters(self) -> tuple[str, ...]:
        """What is kept, as `dimension=value`."""
        return tuple(condition.text for condition in self.conditions)


@dataclass(frozen=True)
class Scopes:
    """Resolves what a question names."""

    store: Store

    @cached_property
    def semantics(self) -> Semantics:
        """What the store can be filtered by."""
        return Semantics(self.store)

    @cached_property
    def items(self) -> dict[str, Name]:
        """What each item is called, by id."""
        return item_names(self.store)

    def of(
        self, item: str | None, category: str | None, filters: Sequence[str], period: str | None
    ) -> Scope:
        """The scope with every name in it resolved.

        Raises:
            ToolError: If a name, filter or period means nothing in this store.
        """
        given = merged([self.semantics.condition(f, METRICS["review_count"]) for f in filters])
        conditions, names = list(given), self._called(given)
        ids = items_named(self.store, self.items, item) if item else None
        if ids is not None:
            conditions.append(Condition(DIMENSIONS["item"], ids))
            names.append(self.items[ids[0]] if len(ids) == 1 else Name(en=item or ""))
        if category:
            group = category_named(self.store, category)
            conditions.append(Condition(DIMENSIONS["category"], (group,)))
            names.append(self.store.name_of("category", group))
        days = resolve(period, self.store.today, self.store.calendar[0]) if period else None
        name = scope_name(_joined(names), (days.first, days.last) if days else None)
        return Scope(tuple(conditions), name, days, ids)

    def searches(
        self, filters: Sequence[str], period: str | None, compare: str
    ) -> tuple[Scope, tuple[Period, Period]]:
        """The scope of a question about searches, its days and those before.

        Raises:
            ToolError: If a filter or period means nothing here, or keeps hardly anyone.
        """
        asked = METRICS["sessions"]
        given = merged([self.semantics.condition(f, asked) for f in filters])
        first, today = self.store.calendar[0], self.store.today
        days = resolve(period or USUAL, today, first)
        if any(condition.dimension.home == "users" for condition in given):
            rows = prepared(self.store, "events", (), days, given)
            if int(rows.user_id.nunique().execute()) < MIN_PEOPLE:
                raise ToolError("themes-few-people", least=Count(n=MIN_PEOPLE))
        names = Listing(items=tuple(self._called(given)))
        among = worded("themes-searches-among", names=names) if given else Name(en="")
        scope = Scope(given, among, days)
        return scope, (days, _before(days, compare, today, first))

    def _called(self, conditions: Sequence[Condition]) -> list[Name]:
        names: list[Name] = []
        for condition in conditions:
            own = self.semantics.names(condition.dimension, condition.values).values()
            without = [Name(en=f"not {n.en}", zh=f"非{n.text('zh')}") for n in own]
            names += without if condition.negated else list(own)
        return names

    def reviews(self, scope: Scope, reading: Reading) -> Flags:
        """Which reviews of `reading` meet the conditions, whatever their day: `[n_reviews]`.

        Raises:
            ToolError: If the conditions keep so few people that they might be known.
        """
        if not scope.conditions:
            return reading.real
        rows = prepared(self.store, "reviews", (), None, scope.conditions)
        kept = set(rows.select("review_id").to_pyarrow()["review_id"].to_pylist())
        ids = reading.table["review_id"].to_pylist()
        found = np.array([each in kept for each in ids], bool) & reading.real
        if any(condition.dimension.home == "users" for condition in scope.conditions):
            people = reading.table["user_id"].filter(found).unique()
            if len(people) < MIN_PEOPLE:
                raise ToolError("themes-few-people", least=Count(n=MIN_PEOPLE))
        return found


def _joined(names: Sequence[Name]) -> list[Name]:
    """What is kept as one name: reviews of dresses by customers in Hunan are of both at once."""
    if len(names) < 2:
        return list(names)
    zh = "、".join(name.text("zh") for name in names)
    return [Name(en=", ".join(name.en for name in names), zh=zh)]


def on_days(reading: Reading, period: Period | None) -> Flags:
    """Which reviews were written in `period`, or at all: `[n_reviews]`."""
    days = reading.days
    if period is None:
        return np.ones(len(days), bool)
    return (days >= period.first.toordinal()) & (days <= period.last.toordinal())


def compared(
    scope: Scope, compare: str, reading: Reading, kept: Flags, today: date, first: date
) -> tuple[Period, Period] | None:
    """The days whose reviews are held against earlier ones, and those days.

    Where no period was asked for, the last whole month with enough reviews against the month
    before; three months where months have too few. `None` where reviews have no days.
    """
    if not (kept & (reading.days > 0)).any():
        return None
    if scope.period is not None:
        return scope.period, _before(scope.period, compare, today, first)
    latest = date.fromordinal(int(reading.days.max()))
    start = START["month"](min(latest, today))
    if START["month"](today) == start and (today + timedelta(1)).day != 1:  # not over yet
        start = START["month"](start - timedelta(1))
    month = resolve(f"{start:%Y-%m}", today, first)
    for period in (month, resolve(f"{_back(start, 2):%Y-%m}..{start:%Y-%m}", today, first)):
        earlier = _before(period, compare, today, first)
        if min((kept & on_days(reading, each)).sum() for each in (period, earlier)) >= FEWEST:
            return period, earlier
    return month, _before(month, compare, today, first)


def _before(period: Period, compare: str, today: date, first: date) -> Period:
    if compare in ("none", "previous_period"):
        return previous(period)
    return year_ago(period) if compare == "year_ago" else resolve(compare, today, first)


def _back(start: date, months: int) -> date:
    for _ in range(months):
        start = START["month"](start - timedelta(1))
    return start
