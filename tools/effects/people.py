"""Who was in a campaign's arms, what they did after it was sent and what they had done before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from ibis import _

from tools.effects.difference import Flags, Floats
from tools.metrics.relations import relation
from tools.store.store import Store

USUAL_DAYS = 14  # counted after sending when a campaign has no end
BEFORE_DAYS = 90  # of history that CUPED looks at


@ibis.udf.scalar.builtin(name="timezone")  # type: ignore[untyped-decorator]  # Ibis is
def _timezone(zone: str, moment: datetime) -> datetime:  # type: ignore[empty-body]
    """DuckDB's: to the wall clock of `zone`, or with a naive `moment` the moment it shows there."""


@dataclass(frozen=True)
class People:
    """Everyone in one campaign's arms; one place each, by ascending id.

    Attributes:
        ids: [n] user ids.
        treated: [n] whether sent (else held out).
        orders: [n] orders placed in the window that were not cancelled.
        revenue: [n] what they paid, store currency.
        profit: [n] revenue less what the items cost; empty where costs are unknown.
        history: [n, 3] log(1 + x) of orders, revenue and active days before the arms were drawn;
            [n, 0] without any history.
        history_days: Days of history looked at, 0-90.
    """

    ids: np.ndarray[tuple[int], np.dtype[np.object_]]
    treated: Flags
    orders: Floats
    revenue: Floats
    profit: Floats
    history: Floats
    history_days: int

    @property
    def bought(self) -> Floats:
        """[n] 1 where at least one order was placed."""
        return (self.orders > 0).astype(np.float64)


def people_of(
    store: Store, campaigns: Sequence[str], horizon_days: int | None = None
) -> dict[str, People]:
    """The people of each campaign that has any, by campaign id.

    Counted are orders from the moment of sending (or holding out) to the campaign's end; with
    `horizon_days`, that many days; without either, 14 days.
    """
    return _grouped(store, _sent(store, campaigns, horizon_days))


def people_in(store: Store, sent: ibis.Table) -> People | None:
    """The people of one campaign, from a table as `people_of` makes it; `None` if it is empty.

    Args:
        store: Whose orders count.
        sent: Columns campaign_id, user_id, arm, start, stop (store-local times).
    """
    return next(iter(_grouped(store, sent).values()), None)


def _grouped(store: Store, sent: ibis.Table) -> dict[str, People]:
    rows = _joined(store, sent).order_by("campaign_id", "user_id").to_pyarrow()
    first, _last = store.calendar
    found = {}
    for campaign in sorted(set(rows["campaign_id"].to_pylist())):
        own = rows.filter(pc.equal(rows["campaign_id"], campaign))
        began: datetime = pc.min(own["start"]).as_py()
        found[campaign] = _people(own, min((began.date() - first).days, BEFORE_DAYS))
    return found


def _people(rows: pa.Table, days: int) -> People:
    def column(name: str) -> Floats:
        if name not in rows.column_names:
            return np.empty(0)
        numbers: Floats = rows[name].cast("float64").fill_null(0).to_numpy()
        return numbers

    history = [np.log1p(np.maximum(column(n), 0)) for n in ("was_orders", "was_revenue", "active")]
    known = [h for h in history if len(h)] if days > 0 else []
    return People(
        ids=np.array(rows["user_id"].to_pylist(), dtype=object),
        treated=np.asarray(pc.equal(rows["arm"], "treatment"), dtype=bool),
        orders=column("orders") if "orders" in rows.column_names else np.zeros(len(rows)),
        revenue=column("revenue"),
        profit=column("profit"),
        history=np.column_stack(known) if known else np.empty((len(rows), 0)),
        history_days=max(0, days),
    )


def local(store: Store, moment: ibis.Value) -> ibis.Value:
    """A UTC `moment` on the wall clock of the store's time zone."""
    return _timezone(store.profile.time_zone, _timezone("UTC", moment))


def _sent(store: Store, campaigns: Sequence[str], horizon_days: int | None) -> ibis.Table:
    """Who was sent what: campaign_id, user_id, arm, start, stop (store-local times)."""
    plans = store.table("campaigns").select("campaign_id", "starts_at", "ends_at")
    exposures = store.table("exposures").filter(_.campaign_id.isin(list(campaigns)))
    joined = exposures.left_join(plans, "campaign_id")
    sent = joined.mutate(start=local(store, joined.exposed_at.fill_null(joined.starts_at)))
    days = horizon_days or USUAL_DAYS
    later = sent.start + ibis.interval(days=days)
    stop = later if horizon_days else local(store, sent.ends_at).fill_null(later)
    kept = sent.filter(_.start.notnull(), _.arm.notnull())
    return kept.select("campaign_id", "user_id", "arm", "start", stop=stop)


def _joined(store: Store, sent: ibis.Table) -> ibis.Table:
    """`sent` with what each person did inside the window and before it."""
    since = timedelta(days=BEFORE_DAYS)
    table, keys = sent, ["campaign_id", "user_id"]
    for part in (_bought(store, sent, since), _active(store, sent, since)):
        if part is not None:
            table = table.left_join(part, keys).drop("campaign_id_right", "user_id_right")
    return table


def _bought(store: Store, sent: ibis.Table, since: timedelta) -> ibis.Table | None:
    sales = relation(store, "sales")
    if sales is None or "user_id" not in sales.columns:
        return None
    sales = sales.drop([c for c in sales.columns if c in sent.columns and c != "user_id"])
    if "item_id" in sales.columns and "items.cost" in store.columns:
        costs = store.table("items").select("item_id", cost=_.cost.cast("float64"))
        sales = sales.left_join(costs, "item_id").drop("item_id_right")
    did = sales.inner_join(sent.drop("arm"), "user_id")
    did = did.filter(did.local_time >= did.start - ibis.interval(days=since.days))
    inside = (did.local_time >= did.start) & (did.local_time <= did.stop)
    before = did.local_time < did.start
    columns = {
        "orders": did.order_id.nunique(where=inside),
        "was_orders": did.order_id.nunique(where=before),
    }
    if "amount" in did.columns:
        columns["revenue"] = did.amount.sum(where=inside)
        columns["was_revenue"] = did.amount.sum(where=before)
    if "cost" in did.columns and "amount" in did.columns:
        made = did.amount - did.cost.fill_null(0.0) * did.quantity
        columns["profit"] = made.sum(where=inside)
    return did.group_by("campaign_id", "user_id").aggregate(**columns)


def _active(store: Store, sent: ibis.Table, since: timedelta) -> ibis.Table | None:
    """Days with visits, the day of sending left out, as it may hold what the campaign did."""
    if "events" not in store.tables:
        return None
    days = store.table("events").select("user_id", day=_.local_time.date()).distinct()
    seen = days.inner_join(sent.drop("arm", "stop"), "user_id")
    start = seen.start.date()
    kept = seen.filter(seen.day < start, seen.day >= start - ibis.interval(days=since.days))
    return kept.group_by("campaign_id", "user_id").aggregate(active=kept.count())
