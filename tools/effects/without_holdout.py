"""Campaigns nobody was held out of: the best comparison there is, called what it is."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

import ibis
import numpy as np
from ibis import _

from tools.effects.campaigns import Campaign
from tools.effects.difference import Estimate, Flags, Floats, Ints, around
from tools.effects.people import USUAL_DAYS, People, local, people_in
from tools.metrics.relations import relation
from tools.store.store import Store

WHO = ibis.schema({"user_id": "string"})  # a union minds whether a column may be null
FEWEST = 30  # people on either side of a comparison
EDGES = (
    0.5,
    1.5,
    3.5,
    7.5,
    15.5,
    31.5,
    63.5,
    127.5,
)  # orders or active days of the past that are taken as alike


@dataclass(frozen=True)
class Matched:
    """People who were sent it against others of the same past activity.

    Attributes:
        n_sent: People sent it who have a match.
        n_others: People not sent it who are matched.
        orders: How much more the orders for each person changed against the days before.
        conversion: How much larger the share who ordered is.
        unmatched: People sent it of whose kind nobody was left.
    """

    n_sent: int
    n_others: int
    orders: Estimate
    conversion: Estimate
    unmatched: int


def matched(store: Store, campaign: Campaign, horizon_days: int | None) -> Matched | None:
    """Those sent `campaign` against others; `None` where too few on a side are alike."""
    people = people_in(store, _everyone(store, campaign, horizon_days))
    if people is None or people.history.shape[1] == 0:
        return None
    days = campaign.first and campaign.last and (campaign.last - campaign.first).days + 1
    window = horizon_days or days or 0
    before = np.expm1(people.history[:, 0]) * window / people.history_days
    kind = _kinds(people)
    weights = _weights(kind, people.treated)
    sent, others = people.treated & (weights > 0), ~people.treated & (weights > 0)
    if min(sent.sum(), others.sum()) < FEWEST:
        return None
    return Matched(
        n_sent=int(sent.sum()),
        n_others=int(others.sum()),
        orders=_apart(people.orders - before, kind, people.treated),
        conversion=_apart(people.bought, kind, people.treated),
        unmatched=int((people.treated & (weights == 0)).sum()),
    )


def _everyone(store: Store, campaign: Campaign, horizon_days: int | None) -> ibis.Table:
    """Everyone who bought or was sent it: those sent it as treated, the others as control."""
    sent = store.table("exposures").filter(_.campaign_id == campaign.id)
    plan = store.table("campaigns").filter(_.campaign_id == campaign.id)
    moment = (
        plan.starts_at.max().as_scalar().execute() or sent.exposed_at.min().as_scalar().execute()
    )
    began = local(store, ibis.literal(moment))
    sales = relation(store, "sales")
    buyers = sent.select("user_id").distinct().cast(WHO)
    if sales is not None and "user_id" in sales.columns:
        seen = sales.filter(sales.user_id.notnull(), sales.local_time < began)
        buyers = buyers.union(seen.select("user_id").cast(WHO), distinct=True)
    arm = ibis.ifelse(buyers.user_id.isin(sent.user_id), "treatment", "control")
    last = plan.ends_at.max().as_scalar().execute()
    end = _end(moment, last, horizon_days)
    return buyers.select(
        "user_id",
        campaign_id=ibis.literal(campaign.id),
        arm=arm,
        start=began,
        stop=local(store, ibis.literal(end)),
    )


def _end(moment: datetime, last: datetime | None, horizon_days: int | None) -> datetime:
    if horizon_days or last is None:
        return moment + timedelta(days=horizon_days or USUAL_DAYS)
    return last


def _kinds(people: People) -> Ints:
    """[n] kind of each person: past orders and active days, coarsened."""
    columns = [np.digitize(np.expm1(people.history[:, 0]), EDGES)]
    if people.history.shape[1] > 1:
        columns.append(np.digitize(np.expm1(people.history[:, -1]), EDGES))
    return np.unique(np.column_stack(columns), axis=0, return_inverse=True)[1].ravel()


def _weights(kind: Ints, treated: Flags) -> Floats:
    """[n] 1 where a kind has people on both sides, else 0."""
    n = int(kind.max()) + 1
    ones, others = (np.bincount(kind[arm], minlength=n) for arm in (treated, ~treated))
    both = (ones > 1) & (others > 1)
    return both[kind].astype(np.float64)


def _apart(values: Floats, kind: Ints, treated: Flags) -> Estimate:
    """Mean of the treated less the others', kind by kind, weighed by the treated of each.

    Coarsened exact matching (Iacus, King & Porro 2012), the effect on the treated.
    """
    whole = float(treated[_weights(kind, treated) > 0].sum())
    value = variance = 0.0
    for own in np.unique(kind):
        ones, others = values[(kind == own) & treated], values[(kind == own) & ~treated]
        if min(len(ones), len(others)) < 2:
            continue
        weight = len(ones) / whole
        value += weight * float(ones.mean() - others.mean())
        spread = float(ones.var(ddof=1) / len(ones) + others.var(ddof=1) / len(others))
        variance += weight**2 * spread
    return around(value, math.sqrt(variance))


@dataclass(frozen=True)
class BeforeAfter:
    """The store on the campaign's days against as many days before.

    Attributes:
        days: Days compared.
        orders: Orders a day during, and before.
        revenue: Revenue a day during, and before, store currency; `None` without prices.
    """

    days: int
    orders: tuple[float, float]
    revenue: tuple[float, float] | None


def before_after(store: Store, campaign: Campaign) -> BeforeAfter | None:
    """The store during `campaign` and before; `None` where the days or sales are unknown."""
    sales = relation(store, "sales")
    first, last = campaign.first, campaign.last
    if sales is None or first is None or last is None or "local_time" not in sales.columns:
        return None
    last = min(last, store.today)
    days = (last - first).days + 1
    if days < 1 or first - timedelta(days=days) < store.calendar[0]:
        return None
    told = []
    for start in (first, first - timedelta(days=days)):
        day = sales.local_time.date()
        inside = sales.filter(day >= start, day < start + timedelta(days=days))
        columns = {"orders": inside.order_id.nunique()}
        if "amount" in sales.columns:
            columns["revenue"] = inside.amount.sum()
        told.append(inside.aggregate(**columns).to_pyarrow().to_pylist()[0])
    orders = tuple(each["orders"] / days for each in told)
    revenue = (
        tuple(float(each["revenue"] or 0) / days for each in told) if "revenue" in told[0] else ()
    )
    return BeforeAfter(days, (orders[0], orders[1]), (revenue[0], revenue[1]) if revenue else None)
