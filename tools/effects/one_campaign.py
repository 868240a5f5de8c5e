"""One campaign with a holdout, in words."""

from typing import Literal

from tools.effects.difference import Estimate
from tools.effects.figures import interval
from tools.effects.past import UNEVEN, CampaignEffect
from tools.effects.people import People
from tools.effects.uplift.ranking import Ranking
from tools.effects.uplift.recommendation import Recommendation
from tools.prediction.customers.words import said
from tools.result import Cell, Column
from tools.wording.statements import Statement
from tools.wording.values import Count, Day, Money, Name, Number, Quote, Share, Span, Value

COLUMNS = (
    Column(name="arm", label=Name(en="arm", zh="组别"), names={
        "sent": Name(en="sent", zh="收到"), "held out": Name(en="held out", zh="对照")}),
    Column(name="people", label=Name(en="people", zh="人数"), unit="count"),
    Column(name="ordered", label=Name(en="ordered", zh="下单人数"), unit="count"),
    Column(name="conversion_rate", label=Name(en="share who ordered", zh="下单率"), unit="share"),
    Column(name="orders", label=Name(en="orders", zh="订单数"), unit="count"),
    Column(name="revenue", label=Name(en="revenue", zh="销售额"), unit="money"),
    Column(name="revenue_each", label=Name(en="revenue a person", zh="人均销售额"), unit="money"),
)  # fmt: skip


def sureness(estimate: Estimate) -> Quote:
    """`up`, `down` or `open`."""
    sure: Literal["up", "down"] = "up" if estimate.value > 0 else "down"
    return Quote(text=sure if estimate.sure else "open")


def money(estimate: Estimate, prefix: str = "") -> dict[str, Value]:
    """`value`, `low` and `high` of an amount."""
    return {
        f"{prefix}{name}": Money(amount=getattr(estimate, name))
        for name in ("value", "low", "high")
    }


def counts(estimate: Estimate, prefix: str = "") -> dict[str, Value]:
    """`value`, `low` and `high` of a number of orders."""
    return {
        f"{prefix}{name}": Number(value=getattr(estimate, name), digits=0)
        for name in ("value", "low", "high")
    }


def when(effect: CampaignEffect) -> Value:
    """The campaign's days."""
    if effect.first is None or effect.last is None:
        return Name(en="days unknown", zh="日期未知")
    return Span(first=effect.first, last=max(effect.first, effect.last))


def effect_told(effect: CampaignEffect, horizon_days: int | None) -> list[Statement]:
    """What the campaign did, in people, orders and money, and what to bear in mind."""
    needs = ["campaign-window"]
    needs += ["campaign-running"] if effect.running else []
    needs += [caution.message for caution in _cautions(effect)]
    lead = said(
        "campaign-effect",
        "answer",
        tuple(needs),
        **interval(effect.conversion, rate=True),
        name=effect.name,
        when=when(effect),
        sure=sureness(effect.conversion),
        rate=Share(ratio=effect.bought_treated / effect.n_treated, digits=2),
        other=Share(ratio=effect.baseline, digits=2),
        n=Count(n=effect.n_treated),
        other_n=Count(n=effect.n_control),
    )
    told = [lead, _orders(effect)]
    told += _money(effect)
    told += _cuped(effect)
    days = horizon_days or 0
    told.append(said("campaign-window", "caveat", when=when(effect), days=Count(n=days)))
    return [*told, *_running(effect), *_cautions(effect)]


def _orders(effect: CampaignEffect) -> Statement:
    return said(
        "campaign-orders",
        "highlight",
        ("campaign-window",),
        **counts(effect.orders.times(effect.n_treated)),
        sure=sureness(effect.orders),
        n=Count(n=effect.n_treated),
    )


def _money(effect: CampaignEffect) -> list[Statement]:
    told = []
    if effect.revenue is not None:
        each = money(effect.revenue, "each_")
        total = money(effect.revenue.times(effect.n_treated))
        sure = sureness(effect.revenue)
        told.append(said("campaign-revenue", "highlight", (), **each, **total, sure=sure))
    net = net_of(effect)
    if effect.profit is not None and effect.cost is not None and net is not None:
        made = money(effect.profit.times(effect.n_treated), "made_")
        cost, sure = Money(amount=effect.cost), sureness(net)
        told.append(
            said("campaign-profit", "highlight", (), **made, **money(net), cost=cost, sure=sure)
        )
    return told


def net_of(effect: CampaignEffect) -> Estimate | None:
    """Gross profit it added less what it cost, store currency; `None` where either is unknown."""
    if effect.profit is None or effect.cost is None:
        return None
    return effect.profit.times(effect.n_treated).less(effect.cost)


def _cuped(effect: CampaignEffect) -> list[Statement]:
    if not effect.removed:
        return []
    return [
        said(
            "campaign-cuped",
            "caveat",
            days=Count(n=effect.history_days),
            removed=Share(ratio=effect.removed),
            plain=Number(value=100 * effect.plain.value, digits=2),
        )
    ]


def _running(effect: CampaignEffect) -> list[Statement]:
    if not effect.running or effect.last is None:
        return []
    return [said("campaign-running", "caveat", name=effect.name, day=Day(day=effect.last))]


def _cautions(effect: CampaignEffect) -> list[Statement]:
    told = []
    if effect.uneven < UNEVEN:
        sizes: dict[str, Value] = {
            "n": Count(n=effect.n_treated),
            "other_n": Count(n=effect.n_control),
        }
        told.append(said("campaign-uneven", "caveat", (), **sizes))
    if effect.unlike is not None and effect.unlike < UNEVEN:
        told.append(said("campaign-unlike", "caveat"))
    return told


def advice_told(
    effect: CampaignEffect, advice: Recommendation, ranking: Ranking | None
) -> list[Statement]:
    """Whom to send the next one to, and from which margin on it pays."""
    values: dict[str, Value] = {"kind": Quote(text="rate")}
    if ranking is not None:
        place = ranking.at(advice.share or 0) if advice.why == "better" else ranking.at(0.3)
        values |= interval(ranking.uplift[place], rate=True, prefix="first_")
        values |= interval(ranking.rest[place], rate=True, prefix="rest_")
        values |= interval(ranking.qini, rate=True, prefix="qini_")
        values["share"] = Share(ratio=ranking.shares[place], digits=0)
    needs = ("campaign-ranking",) if ranking is not None else ()
    told = [said(f"campaign-advice-{advice.why}", "highlight", needs, **values)]
    if ranking is not None:
        told.append(said("campaign-ranking", "caveat", (), **values))
    return [*told, *_margin(effect)]


def _margin(effect: CampaignEffect) -> list[Statement]:
    """The margin of an order from which sending pays."""
    if not effect.cost or effect.orders.low <= 0:
        return []
    contact = effect.cost / effect.n_treated
    return [
        said(
            "campaign-margin",
            "highlight",
            (),
            contact=Money(amount=contact),
            margin=Money(amount=contact / effect.orders.value),
            low=Money(amount=contact / effect.orders.high),
            high=Money(amount=contact / effect.orders.low),
        )
    ]


def rows(effect: CampaignEffect, people: People) -> tuple[dict[str, Cell], ...]:
    """One row an arm."""
    found: list[dict[str, Cell]] = []
    for name, arm in (("sent", people.treated), ("held out", ~people.treated)):
        n, bought = int(arm.sum()), int(people.bought[arm].sum())
        revenue = float(people.revenue[arm].sum()) if effect.revenue else None
        found.append(
            {
                "arm": name,
                "people": n,
                "ordered": bought,
                "conversion_rate": bought / n,
                "orders": int(people.orders[arm].sum()),
                "revenue": revenue,
                "revenue_each": None if revenue is None else revenue / n,
            }
        )
    return tuple(found)
