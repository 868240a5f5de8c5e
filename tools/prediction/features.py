"""One row of features a user at a cut, read only from days before the cut."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import ibis
import numpy as np
from ibis import _
from numpy.typing import NDArray

Floats = NDArray[np.float64]

WINDOWED = ("orders", "value", "carts", "views", "sessions", "active_days", "wishlists", "searches")
DECIMALS = 6  # what is beyond depends on the order in which a database adds up
FADED = {"orders": "buys", "carts": "carts", "views": "views", "activity": "active_days"}
"""Counts that fade with age, by the first word of the feature's name."""


def windows_for(history_days: int) -> tuple[int, ...]:
    """Windows in days that a history of `history_days` can fill."""
    longest = [w for w in (1, 7, 30, 90, 180) if w <= history_days]
    return tuple(longest) if len(longest) >= 3 else (1, 2, 4)


@dataclass(frozen=True)
class Features:
    """Users of a store as they stood at a cut.

    Attributes:
        user_ids: Who, in ascending order: [n_users].
        names: Feature names: [n_features].
        values: Feature values, NaN where unknown (no purchase yet): [n_users, n_features].
        cut: First day not seen.
    """

    user_ids: NDArray[np.object_]
    names: tuple[str, ...]
    values: Floats
    cut: date

    def column(self, name: str) -> Floats:
        """Values of the feature called `name`."""
        return self.values[:, self.names.index(name)]


def features_at(days: ibis.Table, cut: date, windows: tuple[int, ...]) -> Features:
    """Features of everyone who did anything before `cut`.

    Args:
        days: Daily activity (`activity.daily`); rows on or after `cut` are not read.
        cut: First day not seen, store time zone.
        windows: Lengths in days of the windows that end at the cut.
    """
    table = feature_table(days, cut, windows).order_by("user_id").to_pyarrow()
    names = tuple(n for n in table.column_names if n != "user_id")
    columns = [table[n].to_numpy(zero_copy_only=False).astype(float) for n in names]
    ids = np.array(table["user_id"].to_pylist(), dtype=object)
    values = np.column_stack(columns).reshape(len(ids), len(names))
    return Features(ids, names, values.round(DECIMALS), cut)


def feature_table(days: ibis.Table, cut: date, windows: tuple[int, ...]) -> ibis.Table:
    """The query of `features_at`: user_id and one column a feature."""
    seen = days.filter(_.day < ibis.literal(cut))
    seen = seen.mutate(
        age=-_.day.delta(ibis.literal(cut), unit="day"),
        active_days=ibis.literal(1),
        buys=(_.orders > 0).cast("int64"),
        last_purchase=_.day.max(where=_.orders > 0).over(group_by="user_id"),
    )
    midnight = ibis.literal(datetime(cut.year, cut.month, cut.day))  # noqa: DTZ001  store-local
    per_user = seen.group_by("user_id").aggregate(
        **_lifetime(midnight),
        **_gaps(),
        **_since_purchase(),
        **_windowed(windows),
        **_faded(windows),
        **_periods(windows),
    )
    with_rhythm = per_user.left_join(_rhythm(seen), "user_id").drop("user_id_right")
    return with_rhythm.mutate(**_derived(windows))


def _hours(midnight: ibis.Value, time: ibis.Value) -> ibis.Value:
    return -time.delta(midnight, unit="minute").cast("float64") / (24 * 60)


def _lifetime(midnight: ibis.Value) -> dict[str, ibis.Deferred]:
    bought = _.orders > 0
    return {
        "days_since_active": _hours(midnight, _.last_time.max()),
        "days_since_purchase": _hours(midnight, _.last_time.max(where=bought)),
        "days_since_cart": _hours(midnight, _.last_cart.max()),
        "tenure_days": _.age.max().cast("float64"),
        "orders_total": _.orders.sum(),
        "value_total": _.value.sum(),
        "units_total": _.units.sum(),
        "lines_total": _.lines.sum(),
        "returns_total": _.returns.sum(),
        "carts_total": _.carts.sum(),
        "views_total": _.views.sum(),
        "active_days_total": _.active_days.sum(),
        "weekend_share": (_.day.day_of_week.index() >= 5).mean(),
    }


def _gaps() -> dict[str, ibis.Deferred]:
    return {
        "purchase_days": _.buys.sum(),
        "first_purchase_age": _.age.max(where=_.orders > 0).cast("float64"),
        "last_purchase_age": _.age.min(where=_.orders > 0).cast("float64"),
    }


def _since_purchase() -> dict[str, ibis.Deferred]:
    later = _.last_purchase.isnull() | (_.day > _.last_purchase)
    return {
        "carts_since_purchase": _.carts.sum(where=later).fill_null(0),
        "views_since_purchase": _.views.sum(where=later).fill_null(0),
    }


def _windowed(windows: tuple[int, ...]) -> dict[str, ibis.Deferred]:
    return {
        f"{name}_{w}d": _[name].sum(where=_.age <= w).fill_null(0)
        for name in WINDOWED
        for w in windows
    }


def _faded(windows: tuple[int, ...]) -> dict[str, ibis.Deferred]:
    """Sums in which a day counts exp(-age / w): the recent past more than the distant one."""
    return {
        f"{name}_faded_{w}d": (_[column] * (-_.age / float(w)).exp()).sum()
        for name, column in FADED.items()
        for w in windows[1:]
    }


def _periods(windows: tuple[int, ...]) -> dict[str, ibis.Deferred]:
    """How many of the periods of w days before the cut a user bought in, of those she was here."""
    return {
        f"orders_periods_{w}d": ((_.age - 1) // w).nunique(where=_.orders > 0)
        / (((_.age.max() - 1) // w) + 1).cast("float64")
        for w in windows[:-1]
    }


def _rhythm(seen: ibis.Table) -> ibis.Table:
    """Spread and newest of the gaps between days of purchase, and the ages of the last three."""
    by_user = {"group_by": "user_id", "order_by": ibis.desc("day")}
    bought = seen.filter(_.orders > 0)
    gaps = bought.mutate(
        gap=(_.age.lead() - _.age).over(**by_user), place=ibis.row_number().over(**by_user)
    )
    return gaps.group_by("user_id").aggregate(
        gap_spread=_.gap.std(how="sample"),
        gap_last=_.gap.max(where=_.place == 0).cast("float64"),
        last_purchase_age_2=_.age.max(where=_.place == 1).cast("float64"),
        last_purchase_age_3=_.age.max(where=_.place == 2).cast("float64"),
    )


def _derived(windows: tuple[int, ...]) -> dict[str, ibis.Deferred]:
    gap = (_.first_purchase_age - _.last_purchase_age) / (_.purchase_days - 1).nullif(0)
    per_order = _.orders_total.nullif(0).cast("float64")
    half = windows[len(windows) // 2]
    recent = _[f"active_days_{half}d"].cast("float64") / half
    return {
        "gap_days": gap,
        "gap_variation": _.gap_spread / gap.nullif(0),
        "overdue": _.last_purchase_age / gap.nullif(0),
        "overdue_spread": (_.last_purchase_age - gap) / (_.gap_spread + 1.0),
        "value_per_unit": _.value_total / _.units_total.nullif(0),
        "views_per_day": _.views_total / _.active_days_total.cast("float64"),
        "carts_per_view": _.carts_total / (_.views_total + 5.0),
        "orders_per_day": _.purchase_days / _.active_days_total.cast("float64"),
        "order_value": _.value_total / per_order,
        "lines_per_order": _.lines_total / per_order,
        "return_share": _.returns_total / _.units_total.nullif(0),
        "orders_per_month": _.orders_total * 30.0 / (_.tenure_days + 7),
        "trend": ((recent + 0.01) / (_.active_days_total / _.tenure_days + 0.01)).ln(),
    }


def bought_within(days: ibis.Table, cut: date, horizon_days: int) -> set[str]:
    """Users who bought from `cut` on, within `horizon_days` days."""
    until = cut + timedelta(days=horizon_days)
    buyers = days.filter(_.day >= cut, _.day < until, _.orders > 0).user_id
    return set(buyers.as_table().distinct().to_pyarrow()["user_id"].to_pylist())


def with_category(features: Features, within: ibis.Table, windows: tuple[int, ...]) -> Features:
    """`features` and what each user did in one category before the same cut.

    Args:
        features: Features at a cut.
        within: Daily activity in the category; rows on or after the cut are not read.
        windows: Lengths in days of the windows that end at the cut.
    """
    cut = ibis.literal(features.cut)
    seen = within.filter(_.day < cut).mutate(age=-_.day.delta(cut, unit="day"))
    columns = {
        f"category_{name}_{w}d": _[name].sum(where=_.age <= w).fill_null(0)
        for name in ("views", "carts")
        for w in windows
    }
    table = seen.group_by("user_id").aggregate(
        category_orders=_.orders.sum(), category_last_age=_.age.min(), **columns
    )
    found = table.to_pyarrow()
    place = {user: i for i, user in enumerate(features.user_ids)}
    rows = [place[user] for user in found["user_id"].to_pylist()]
    added = np.zeros((len(place), len(columns) + 2))
    added[:, 1] = np.nan  # category_last_age of those who never looked
    seen_columns = found.drop_columns("user_id").columns
    added[rows] = np.column_stack([c.to_numpy().astype(float) for c in seen_columns])
    names = (*features.names, "category_orders", "category_last_age", *columns)
    values = np.hstack([features.values, added])
    return Features(features.user_ids, names, values, features.cut)
