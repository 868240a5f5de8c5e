"""All campaigns side by side, the best first, with what chance alone would give."""

from tools.effects.campaigns import Campaign
from tools.effects.figures import digits_of, interval
from tools.effects.one_campaign import net_of
from tools.effects.past import CampaignEffect
from tools.prediction.customers.words import SPOKEN, said
from tools.result import Cell, Chart, Column, in_cells
from tools.wording.statements import Statement
from tools.wording.values import (
    Count,
    Entry,
    Figurelike,
    Listing,
    Money,
    Name,
    Number,
    Quote,
    Unit,
    Value,
)

LEVEL = 0.05


def sure_of(effects: list[CampaignEffect], level: float = LEVEL) -> list[bool]:
    """Which effects on conversion stay significant when several are looked at together.

    So that at most `level` of such findings are false on average (Benjamini & Hochberg 1995).
    """
    order = sorted(range(len(effects)), key=lambda i: effects[i].conversion.p)
    last = -1
    for rank, i in enumerate(order, start=1):
        if effects[i].conversion.p <= level * rank / len(effects):
            last = rank
    found = [False] * len(effects)
    for i in order[: max(0, last)]:
        found[i] = True
    return found


def ordered(effects: list[CampaignEffect]) -> list[CampaignEffect]:
    """Best first: by what was left after costs, else by revenue, else by conversion."""
    nets = [net_of(effect) for effect in effects]
    if effects and all(net is not None for net in nets):
        return sorted(effects, key=lambda e: -(net_of(e) or e.conversion).value)
    if all(effect.revenue is not None for effect in effects):
        return sorted(effects, key=lambda e: -(e.revenue or e.conversion).value * e.n_treated)
    return sorted(effects, key=lambda e: -e.conversion.value)


def told(
    effects: list[CampaignEffect], unjudged: list[Campaign], horizon_days: int | None
) -> list[Statement]:
    """What the campaigns did together; `effects` best first."""
    sure = sure_of(effects)
    up = [e for e, is_sure in zip(effects, sure, strict=True) if is_sure and e.conversion.value > 0]
    down = [e for e, s in zip(effects, sure, strict=True) if s and e.conversion.value < 0]
    counts: dict[str, Value] = {
        "n": Count(n=len(effects)),
        "up": Count(n=len(up)),
        "down": Count(n=len(down)),
        "open": Count(n=len(effects) - len(up) - len(down)),
    }
    needs = ("campaigns-chance", "campaigns-window")
    strongest = sorted(effects, key=lambda e: -e.conversion.value)
    best = strongest[0]
    worth = {
        **interval(best.conversion, rate=True),
        "best": best.name,
        "some": Quote(text="yes" if up else "no"),
    }
    found = [said("campaigns-counted", "answer", needs, **counts, **worth)]
    found += _listed("campaigns-uplift", strongest)
    if down:
        found += _listed("campaigns-harmed", sorted(down, key=lambda e: e.conversion.value))
    found += _money(effects)
    found.append(_chance(effects))
    found.append(said("campaigns-window", "caveat", days=Count(n=horizon_days or 0)))
    running = [e.name for e in effects if e.running]
    if running:
        found.append(said("campaigns-running", "caveat", list=Listing(items=tuple(running))))
    if unjudged:
        names = Listing(items=tuple(c.name for c in unjudged[:SPOKEN]))
        more = Quote(text="yes" if len(unjudged) > SPOKEN else "no")
        found.append(said("campaigns-unjudged", "caveat", more=more, list=names))
    return found


def _listed(message: str, effects: list[CampaignEffect]) -> list[Statement]:
    def points(effect: CampaignEffect) -> Figurelike:
        digits = digits_of(100 * effect.conversion.se)
        return Number(value=100 * effect.conversion.value, digits=digits)

    entries = tuple(Entry(what=e.name, figure=points(e)) for e in effects[:SPOKEN])
    return [said(message, "highlight", ("campaigns-chance",), list=Listing(items=entries))]


def _money(effects: list[CampaignEffect]) -> list[Statement]:
    nets = [net for net in (net_of(e) for e in effects) if net is not None]
    if len(nets) < len(effects):
        return []
    paid = [e.name for e, net in zip(effects, nets, strict=True) if net.low > 0]
    lost = [e.name for e, net in zip(effects, nets, strict=True) if net.high < 0]
    best, left = effects[0].name, nets[0]
    return [
        said(
            "campaigns-profit",
            "highlight",
            (),
            n=Count(n=len(effects)),
            paid=Count(n=len(paid)),
            lost=Count(n=len(lost)),
            best=best,
            value=Money(amount=left.value),
            low=Money(amount=left.low),
            high=Money(amount=left.high),
        )
    ]


def _chance(effects: list[CampaignEffect]) -> Statement:
    return said(
        "campaigns-chance",
        "caveat",
        n=Count(n=len(effects)),
        expected=Number(value=LEVEL * len(effects), digits=1),
        single=Count(n=sum(e.conversion.p < LEVEL for e in effects)),
        kept=Count(n=sum(sure_of(effects))),
    )


def columns(effects: list[CampaignEffect]) -> tuple[Column, ...]:
    """Columns of `rows`."""

    def column(name: str, en: str, zh: str, unit: Unit | None = None) -> Column:
        return Column(name=name, label=Name(en=en, zh=zh), unit=unit)

    names = in_cells([e.name for e in effects])
    return (
        Column(name="campaign", label=Name(en="campaign", zh="营销活动"), names=names),
        column("first", "from", "开始"),
        column("last", "to", "结束"),
        column("people", "sent to", "触达人数", "count"),
        column("held_out", "held out", "对照人数", "count"),
        column("uplift", "uplift (points)", "下单率增量（百分点）", "number"),
        column("low", "lower end", "区间下限", "number"),
        column("high", "upper end", "区间上限", "number"),
        column("orders", "orders added", "新增订单", "count"),
        column("revenue", "revenue added", "新增销售额", "money"),
        column("profit", "gross profit added", "新增毛利", "money"),
        column("cost", "cost", "费用", "money"),
        column("net", "left after costs", "扣除费用后", "money"),
    )


def rows(effects: list[CampaignEffect]) -> tuple[dict[str, Cell], ...]:
    """One row a campaign."""
    found: list[dict[str, Cell]] = []
    for e in effects:
        net = net_of(e)
        found.append(
            {
                "campaign": e.name.en,
                "first": e.first,
                "last": e.last,
                "people": e.n_treated,
                "held_out": e.n_control,
                "uplift": 100 * e.conversion.value,
                "low": 100 * e.conversion.low,
                "high": 100 * e.conversion.high,
                "orders": round(e.orders.value * e.n_treated),
                "revenue": e.revenue.value * e.n_treated if e.revenue else None,
                "profit": e.profit.value * e.n_treated if e.profit else None,
                "cost": e.cost,
                "net": net.value if net else None,
            }
        )
    return tuple(found)


def chart() -> Chart:
    """Uplift of each campaign."""
    title = Name(en="Uplift by campaign, in points", zh="各营销活动的下单率增量（百分点）")
    return Chart(kind="bar", title=title, x="campaign", y=("uplift",))
