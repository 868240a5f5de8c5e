"""What each channel did in a period: visits, orders, revenue, profit, new customers, spend."""

from dataclasses import dataclass
from datetime import timedelta

import ibis
import numpy as np
from ibis import _

from tools.effects.campaigns import campaigns_of
from tools.errors import ToolError
from tools.metrics.dimensions import DIMENSIONS
from tools.metrics.measure import Group, measure
from tools.metrics.relations import Condition, relation
from tools.metrics.semantics import Semantics
from tools.periods import Period
from tools.query_metrics import MIN_PEOPLE
from tools.store.store import Store

METRICS = ("sessions", "conversion_rate", "orders", "buyers", "revenue", "gross_profit")


@dataclass(frozen=True)
class Channel:
    """One channel in the period; `None` where the store's data do not say.

    Attributes:
        name: As it lies in the data.
        visits: Visits that came from it.
        converted: Visits among them with a purchase.
        orders: Orders placed in those visits.
        buyers: Different customers who placed them.
        revenue: What they paid, store currency.
        profit: Revenue less the items' cost.
        new: Customers whose first order ever was one of them.
        spent: Cost of campaigns on it, by the days of each that lie in the period.
        campaign_revenue: Revenue of visits that those campaigns brought.
    """

    name: str
    visits: int | None = None
    converted: int | None = None
    orders: int | None = None
    buyers: int | None = None
    revenue: float | None = None
    profit: float | None = None
    new: int | None = None
    spent: float | None = None
    campaign_revenue: float | None = None

    @property
    def conversion(self) -> float | None:
        """Share of visits with a purchase."""
        if not self.visits or self.converted is None:
            return None
        return self.converted / self.visits

    @property
    def returned(self) -> float | None:
        """Revenue of campaign visits for each unit of money spent on the campaigns."""
        if not self.spent or self.campaign_revenue is None:
            return None
        return self.campaign_revenue / self.spent


@dataclass(frozen=True)
class Performance:
    """Every channel of the period, most revenue (else most visits) first.

    Attributes:
        channels: The channels.
        row_count: Rows the figures rest on.
        sql: Queries that were run.
    """

    channels: tuple[Channel, ...]
    row_count: int
    sql: tuple[str, ...]


def performance(
    store: Store, period: Period, conditions: tuple[Condition, ...] = ()
) -> Performance:
    """How the channels did.

    Raises:
        ToolError: If the store's data name no channels.
    """
    semantics = Semantics(store)
    channel = DIMENSIONS["channel"]
    known = [m for n in METRICS if (m := semantics.metrics.get(n)) is not None]
    known = [m for m in known if semantics.splits(m.source, channel)]
    if not known:
        raise ToolError("channels-none")
    found = measure(semantics, known, [channel], period, conditions)
    wanted = {v for c in conditions if c.dimension.name == "channel" for v in c.values}
    # Costs and first orders are not told apart by region, device and the like.
    whole = all(c.dimension.name == "channel" for c in conditions)
    beside = _Beside(_new(store, period), _spent(store, period), _brought(store, period))
    beside = beside if whole else _Beside(None, None, None)
    channels = [
        _channel(str(name), group, beside)
        for (name,), group in found.groups.items()
        if name is not None and (not wanted or name in wanted)
        if group.people is None or group.people >= MIN_PEOPLE
    ]
    ordered = sorted(channels, key=lambda c: (-(c.revenue or 0.0), -(c.visits or 0), c.name))
    return Performance(tuple(ordered), found.row_count, found.sql)


@dataclass(frozen=True)
class _Beside:
    """By channel; `None` where the data do not say."""

    new: dict[str, int] | None
    spent: dict[str, float] | None
    brought: dict[str, float] | None


def _channel(name: str, group: Group, beside: _Beside) -> Channel:
    value = group.value
    return Channel(
        name=name,
        visits=_whole(value.get("sessions")),
        converted=_whole(group.top.get("conversion_rate")),
        orders=_whole(value.get("orders")),
        buyers=_whole(value.get("buyers")),
        revenue=value.get("revenue"),
        profit=value.get("gross_profit"),
        new=None if beside.new is None else beside.new.get(name, 0),
        spent=None if beside.spent is None else beside.spent.get(name, 0.0),
        campaign_revenue=None if beside.brought is None else beside.brought.get(name, 0.0),
    )


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _inside(table: ibis.Table, period: Period) -> ibis.Table:
    after = ibis.timestamp(f"{period.last + timedelta(days=1)} 00:00:00")
    start = ibis.timestamp(f"{period.first} 00:00:00")
    return table.filter(_.local_time >= start, _.local_time < after)


def _new(store: Store, period: Period) -> dict[str, int] | None:
    """Customers by the channel of their first order, where that lies in the period."""
    sales = relation(store, "sales")
    if sales is None or not {"user_id", "channel", "local_time"} <= set(sales.columns):
        return None
    first = sales.group_by("user_id").aggregate(
        channel=_.channel.argmin(_.local_time), local_time=_.local_time.min()
    )
    counted = _inside(first, period).group_by("channel").aggregate(n=_.count()).to_pyarrow()
    return dict(zip(counted["channel"].to_pylist(), counted["n"].to_pylist(), strict=True))


def _brought(store: Store, period: Period) -> dict[str, float] | None:
    """Revenue of visits that came from a campaign, by channel."""
    sales = relation(store, "sales")
    wanted = {"campaign_id", "channel", "amount", "local_time"}
    if sales is None or not wanted <= set(sales.columns):
        return None
    from_campaigns = _inside(sales.filter(_.campaign_id.notnull()), period)
    summed = from_campaigns.group_by("channel").aggregate(n=_.amount.sum()).to_pyarrow()
    return dict(zip(summed["channel"].to_pylist(), summed["n"].to_pylist(), strict=True))


def _spent(store: Store, period: Period) -> dict[str, float] | None:
    """Cost of campaigns by channel; of one partly in the period, the part of its days inside."""
    if "campaigns.cost" not in store.columns:
        return None
    spent: dict[str, float] = {}
    for campaign in campaigns_of(store):
        if campaign.cost is None or campaign.first is None or campaign.last is None:
            continue
        first, last = max(campaign.first, period.first), min(campaign.last, period.last)
        days = (last - first).days + 1
        share = days / max((campaign.last - campaign.first).days + 1, 1)
        if days > 0:
            cost = spent.get(campaign.channel, 0.0)
            spent[campaign.channel] = cost + campaign.cost * float(np.clip(share, 0, 1))
    return spent
