"""Customers of a store as they stood at a cut, and what they did in the days after it."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

import ibis
import numpy as np
import pyarrow as pa
from ibis import _
from numpy.typing import NDArray

from tools.errors import ToolError
from tools.prediction.activity import actions, copy_of
from tools.prediction.features import Floats, windows_for
from tools.prediction.history import History, end_of
from tools.store.store import Store

EDGES = (1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180)
"""Days after a cut at which the time to the next purchase is looked at."""
MOST_CUTS = 6  # past cuts learned from
HISTORY_DAYS = 60  # before the first cut, if the data reach back so far
FEWEST = 30  # customers of a moment that something is learned or judged at
FEWEST_BUYERS = 10  # of them who buy again
COSTED = 0.9  # share of revenue whose cost must be known for value to be margin

Basis = Literal["margin", "revenue", "none"]


@dataclass(frozen=True)
class Outcome:
    """What the customers of a moment did next.

    Attributes:
        known: First day whose purchases are not known.
        days: Days until the next purchase, 1 for the day of the cut, infinite where there was none
            before `known`: [n].
        value: Worth of purchases within the horizon, store currency, NaN where the horizon was not
            over before `known`: [n].
    """

    known: date
    days: Floats
    value: Floats


@dataclass(frozen=True)
class Moment:
    """Customers, those who bought before `cut`, as they stood then.

    Attributes:
        cut: First day not seen, store time zone.
        user_ids: Who, in ascending order: [n].
        frequency: Repeat purchases, purchase days after the first: [n].
        recency: Days from the first purchase to the last: [n].
        age: Days from the first purchase to the cut: [n].
        mean_value: Mean worth of a purchase day, store currency: [n].
        last_gap: Days between the last two purchases, NaN with fewer: [n].
        recent_value: Worth of purchases in the horizon's length before the cut: [n].
        names: Names of the features (`tools.prediction.features`).
        features: Their values: [n, n_features].
        outcome: What they did next, where that is known.
    """

    cut: date
    user_ids: NDArray[np.object_]
    frequency: Floats
    recency: Floats
    age: Floats
    mean_value: Floats
    last_gap: Floats
    recent_value: Floats
    names: tuple[str, ...] = ()
    features: Floats = field(default_factory=lambda: np.empty((0, 0)))
    outcome: Outcome | None = None

    @property
    def rfm(self) -> tuple[Floats, Floats, Floats]:
        """Frequency, recency and age, as BG/NBD takes them."""
        return self.frequency, self.recency, self.age

    @property
    def since(self) -> Floats:
        """Days since the last purchase, 1 or more: [n]."""
        return self.age - self.recency

    @property
    def gap(self) -> Floats:
        """Mean days between purchases, NaN with fewer than two: [n]."""
        known: Floats = np.where(self.frequency > 0, self.frequency, np.nan)
        return np.asarray(self.recency / known)


@dataclass(frozen=True)
class Calendar:
    """Cuts of a store's days; each is the first day of `horizon_days` days to predict.

    Attributes:
        horizon_days: Days predicted, one of `EDGES`.
        past: Cuts before `validation`, earliest first.
        validation: Cut that chooses and calibrates.
        test: Cut of the last `horizon_days` of the data, that judges.
        end: First day after the data.
    """

    horizon_days: int
    past: tuple[date, ...]
    validation: date
    test: date
    end: date

    @property
    def edges(self) -> tuple[int, ...]:
        """Those of `EDGES` up to the horizon."""
        return tuple(edge for edge in EDGES if edge <= self.horizon_days)

    def before(self, known: date, whole: bool) -> tuple[date, ...]:
        """The newest cuts before `known`; with `whole`, their horizon is over by then."""
        step = self.step
        cuts = [*self.past, *(self.validation + step * i for i in range(10_000 // step.days))]
        needed = timedelta(days=self.horizon_days if whole else max(1, self.horizon_days // 3))
        return tuple([cut for cut in cuts if cut + needed <= known][-MOST_CUTS:])

    @property
    def step(self) -> timedelta:
        """Distance of neighbouring cuts."""
        return timedelta(days=max(1, self.horizon_days // 3))


def calendar_of(history: History, horizon_days: int = EDGES[-1]) -> Calendar:
    """Cut the days of `history`; the horizon is at most a quarter of them.

    Raises:
        ToolError: If they are too few.
    """
    if history.ends is None:
        raise ToolError("lifetime-too-short")
    first, last = history.ends[0], history.ends[1]
    end = end_of(last)
    span = (end - first).days
    fitting = [edge for edge in EDGES if edge <= min(horizon_days, span // 4)]
    if not fitting:
        raise ToolError("lifetime-too-short")
    days = fitting[-1]
    test, step = end - timedelta(days=days), max(1, days // 3)
    validation = test - timedelta(days=days)
    longest = (validation - first).days
    earliest = first + timedelta(days=min(HISTORY_DAYS, max(1, longest - days)))
    past = [validation - timedelta(days=step * i) for i in range(1, longest // step + 1)]
    return Calendar(days, tuple(sorted(c for c in past if c >= earliest)), validation, test, end)


@dataclass(frozen=True)
class Customers:
    """Everyone who bought in a store, looked at from any cut.

    Attributes:
        history: What users did.
        horizon_days: Days after a cut over which purchases are counted.
        windows: Lengths in days of the feature windows.
    """

    history: History
    horizon_days: int
    windows: tuple[int, ...]
    _moments: dict[date, tuple[Moment, Outcome]] = field(default_factory=dict)

    @classmethod
    def of(cls, history: History, calendar: Calendar) -> "Customers":
        """Customers of `history`, with the windows its first cut can fill."""
        first = history.ends[0] if history.ends else calendar.validation
        earliest = (*calendar.past, calendar.validation)[0]
        return cls(history, calendar.horizon_days, windows_for((earliest - first).days))

    @cached_property
    def spending(self) -> tuple[ibis.Table, Basis]:
        """One row a user and day with a purchase (`spending_of`)."""
        return spending_of(self.history.store)

    def at(self, cut: date, known: date | None = None) -> Moment:
        """The customers at `cut`, with what they did before `known` where that is given."""
        if cut not in self._moments:
            self._moments[cut] = self._look(cut)
        moment, later = self._moments[cut]
        return moment if known is None else replace(moment, outcome=self._seen(later, cut, known))

    def _seen(self, later: Outcome, cut: date, known: date) -> Outcome:
        """`later`, as far as it had happened before `known`."""
        followed = (known - cut).days
        over = followed >= self.horizon_days
        days = np.where(later.days <= followed, later.days, np.inf)
        return Outcome(known, days, later.value if over else np.full_like(later.value, np.nan))

    def _look(self, cut: date) -> tuple[Moment, Outcome]:
        """The customers at `cut`, and all that they did afterwards."""
        rows = self._summary(cut)
        ids = np.array(rows["user_id"].to_pylist(), dtype=object)
        features = self.history.features(cut, self.windows)
        own = features.values[np.searchsorted(features.user_ids, ids)]
        columns = {name: _floats(rows, name) for name in rows.column_names if name != "user_id"}
        worth, next_day = columns.pop("next_value"), columns.pop("next_days")
        days = np.where(np.isnan(next_day), np.inf, next_day)
        moment = Moment(cut, ids, names=features.names, features=own, outcome=None, **columns)
        return moment, Outcome(date.max, days, worth)

    def _summary(self, cut: date) -> pa.Table:
        """Recency, frequency and value of each customer before `cut`, and her next purchase."""
        table, start = self.spending[0], ibis.literal(cut)
        horizon = timedelta(days=self.horizon_days)
        seen = table.filter(_.day < start).group_by("user_id").aggregate(
            frequency=_.count() - 1,
            recency=_.day.max().delta(_.day.min(), unit="day"),
            age=-_.day.min().delta(start, unit="day"),
            mean_value=_.value.mean(),
            last_gap=_.gap.argmax(_.day),
            recent_value=_.value.sum(where=_.day >= ibis.literal(cut - horizon)).fill_null(0.0),
        )  # fmt: skip
        later = table.filter(_.day >= start).group_by("user_id").aggregate(
            next_days=_.day.min().delta(start, unit="day") + 1,
            next_value=_.value.sum(where=_.day < ibis.literal(cut + horizon)).fill_null(0.0),
        )  # fmt: skip
        joined = seen.left_join(later, "user_id").drop("user_id_right")
        joined = joined.mutate(next_value=_.next_value.fill_null(0.0))
        return joined.order_by("user_id").to_pyarrow()


def spending_of(store: Store) -> tuple[ibis.Table, Basis]:
    """What each user spent on each day with a purchase, and what `value` means.

    Value is margin, price less discount less the item's cost, where costs are known for nearly all
    revenue (a line without one is given the catalogue's mean ratio of cost to price); else revenue.

    Returns:
        A table of user_id, day, value (store currency) and gap (days since the purchase before).
    """
    bought = actions(store).filter(
        _.kind == "purchase", _.time < ibis.literal(store.today + timedelta(days=1))
    )
    costs = _costs(store)
    if costs is not None:
        items, ratio = costs
        bought = bought.left_join(items, "item_id").drop("item_id_right")
        bought = bought.mutate(costed=_.cost.notnull())
        share = bought.value.sum(where=bought.costed) / bought.value.sum().nullif(0)
        if float(share.as_scalar().to_pyarrow().as_py() or 0) < COSTED:
            costs = None
        else:
            spent = ibis.coalesce(bought.cost * bought.units, bought.value * ratio)
            bought = bought.mutate(value=bought.value - spent)
    daily = bought.group_by(_.user_id, day=_.time.date()).aggregate(value=_.value.sum())
    before = _.day.lag().over(group_by="user_id", order_by="day")
    table = copy_of(daily.mutate(gap=_.day.delta(before, unit="day").cast("float64")))
    if not table.value.sum().as_scalar().to_pyarrow().as_py():
        return table, "none"
    return table, "margin" if costs is not None else "revenue"


def _costs(store: Store) -> tuple[ibis.Table, float] | None:
    """Costs by item and the catalogue's mean ratio of cost to price; `None` where unknown."""
    if not {"items.cost", "items.price"} <= store.columns:
        return None
    items = store.table("items")
    both = items.filter(_.cost.notnull(), _.price > 0)
    ratio = (both.cost.cast("float64") / both.price.cast("float64")).mean()
    found = ratio.as_scalar().to_pyarrow().as_py()
    if found is None:
        return None
    return items.select("item_id", cost=_.cost.cast("float64")), float(found)


def _floats(rows: pa.Table, name: str) -> Floats:
    return np.asarray(rows[name].to_numpy(zero_copy_only=False), dtype=float)


def check(moment: Moment) -> None:
    """See that enough customers bought again after `moment`.

    Raises:
        ToolError: If too few did.
    """
    again = (moment.outcome.days < float("inf")).sum() if moment.outcome else 0
    if len(moment.user_ids) < FEWEST or again < FEWEST_BUYERS:
        raise ToolError("lifetime-too-few-customers")
