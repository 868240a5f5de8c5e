"""All segments of a store side by side: how many people, how much revenue, how long ago."""

from collections.abc import Sequence
from dataclasses import dataclass

import ibis
from ibis import _

from tools.prediction.customers.words import said
from tools.query_metrics import MIN_PEOPLE
from tools.result import Cell, Column, in_cells
from tools.segments.segment import Family, Segment
from tools.wording.statements import Statement
from tools.wording.values import Count, Entry, Listing, Money, Name, Number, Share

FAMILIES: dict[Family, Name] = {
    "rfm": Name(en="RFM", zh="RFM"),
    "behaviour": Name(en="Behaviour", zh="行为"),
    "own": Name(en="Your own", zh="自建"),
}
BETTER = 1.2  # times what a buyer spends, to be called a good customer
WITHHELD = ("people", "share", "revenue", "revenue_share", "spend", "orders", "since")


@dataclass(frozen=True)
class Group:
    """One segment in figures.

    Attributes:
        segment: Which.
        people: How many are in it.
        buyers: How many of them have ordered.
        revenue: What they have spent, store currency.
        orders: Orders they have placed.
        since: Median days since the last order, of those who ordered; `None` if nobody did.
    """

    segment: Segment
    people: int
    buyers: int
    revenue: float
    orders: int
    since: float | None

    @property
    def shown(self) -> bool:
        """Whether enough people are in it to show figures about them."""
        return self.people >= MIN_PEOPLE


@dataclass(frozen=True)
class Overview:
    """Every segment in figures.

    Attributes:
        groups: The segments, those of the RFM family first.
        people: How many people there are in all.
        buyers: How many of them have ordered.
        revenue: What they have spent, store currency.
        priced: Whether orders have prices.
    """

    groups: tuple[Group, ...]
    people: int
    buyers: int
    revenue: float
    priced: bool

    @property
    def rfm(self) -> list[Group]:
        """The RFM segments that somebody is in, largest first."""
        return sorted(self._of("rfm"), key=lambda g: -g.people)

    @property
    def behaviour(self) -> list[Group]:
        """The other segments that somebody is in, largest first."""
        return sorted(self._of("behaviour"), key=lambda g: -g.people)

    def _of(self, family: Family) -> list[Group]:
        return [g for g in self.groups if g.segment.family == family and g.people]

    def part(self, group: Group) -> float:
        """Its share of all buyers (RFM) or of all people, 0-1."""
        return group.people / max(1, self.buyers if group.segment.family == "rfm" else self.people)


def overview_of(members: ibis.Table, segments: Sequence[Segment], priced: bool) -> Overview:
    """The segments in figures.

    Args:
        members: Columns of `People.everyone`, since (days since the last order), and a flag
            `in_<id>` for each segment.
        segments: Which segments.
        priced: Whether orders have prices.
    """
    wanted: dict[str, ibis.Value] = {}
    for place, segment in enumerate(segments):
        inside = _[f"in_{segment.id}"]
        wanted |= {
            f"people_{place}": inside.sum(),
            f"buyers_{place}": (inside & (_.orders > 0)).sum(),
            f"revenue_{place}": _.spend.sum(where=inside),
            f"orders_{place}": _.orders.sum(where=inside),
            f"since_{place}": _.since.median(where=inside),
        }
    whole = members.aggregate(
        people=_.count(), buyers=(_.orders > 0).sum(), revenue=_.spend.sum(), **wanted
    )
    (row,) = whole.to_pyarrow().to_pylist()
    names = ("people", "buyers", "revenue", "orders", "since")
    groups = []
    for place, segment in enumerate(segments):
        people, buyers, revenue, orders, since = (row[f"{name}_{place}"] for name in names)
        groups.append(Group(segment, people or 0, buyers or 0, revenue or 0.0, orders or 0, since))
    buyers, revenue = row["buyers"] or 0, row["revenue"] or 0.0
    return Overview(tuple(groups), row["people"] or 0, buyers, revenue, priced)


def columns(overview: Overview) -> tuple[Column, ...]:
    """Columns of the result."""
    segments = [group.segment for group in overview.groups]
    labels = in_cells(segment.label for segment in segments)
    families = in_cells(FAMILIES.values())
    definitions = in_cells(Name(en=s.describe("en"), zh=s.describe("zh")) for s in segments)
    money = (
        Column(
            name="revenue_share", label=Name(en="Share of revenue", zh="收入占比"), unit="share"
        ),
        Column(name="spend", label=Name(en="Spent by each", zh="人均消费"), unit="money"),
    )
    return (
        Column(name="segment", label=Name(en="Segment", zh="人群"), names=labels),
        Column(name="kind", label=Name(en="Kind", zh="类型"), names=families),
        Column(name="people", label=Name(en="People", zh="人数"), unit="count"),
        Column(name="share", label=Name(en="Share of people", zh="人数占比"), unit="share"),
        *(money if overview.priced else ()),
        Column(name="orders", label=Name(en="Orders each", zh="人均下单"), unit="number"),
        Column(
            name="since", label=Name(en="Days since last order", zh="距上次下单天数"), unit="days"
        ),
        Column(name="definition", label=Name(en="Who", zh="定义"), names=definitions),
        Column(name="id", label=Name(en="Id", zh="编号")),
    )  # fmt: skip


def rows_of(overview: Overview) -> tuple[dict[str, Cell], ...]:
    """Rows of the result; figures about too few people are left out."""
    told = []
    whole = overview.revenue or None
    for group in overview.groups:
        row: dict[str, Cell] = {
            "segment": group.segment.label.en,
            "kind": FAMILIES[group.segment.family].en,
            "people": group.people,
            "share": round(overview.part(group), 4),
            "revenue_share": round(group.revenue / whole, 4) if whole else None,
            "spend": round(group.revenue / group.people, 2) if group.people else None,
            "orders": round(group.orders / group.people, 2) if group.people else None,
            "since": group.since,
            "definition": group.segment.describe("en"),
            "id": group.segment.id,
        }
        if 0 < group.people < MIN_PEOPLE:
            row |= dict.fromkeys(WITHHELD)
        if not overview.priced:
            del row["revenue_share"], row["spend"]
        told.append(row)
    return tuple(told)


def statements(overview: Overview) -> tuple[Statement, ...]:
    """Sentences about all segments."""
    if not overview.buyers:
        return (*_nobody(overview), *_behaviour(overview))
    largest = [g for g in overview.rfm if g.shown][:3]
    parts = [Entry(what=g.segment.label, figure=Share(ratio=overview.part(g))) for g in largest]
    answer = said(
        "segments-overview", "answer", ("segments-scores",),
        buyers=Count(n=overview.buyers), n=Count(n=len(overview.rfm)),
        list=Listing(items=tuple(parts)),
    )  # fmt: skip
    return (
        answer,
        *_revenue(overview),
        *_slipping(overview),
        *_behaviour(overview),
        said("segments-scores", "caveat"),
        *_withheld(overview),
    )


def _nobody(overview: Overview) -> list[Statement]:
    return [said("segments-overview-none", "answer", people=Count(n=overview.people))]


def _revenue(overview: Overview) -> list[Statement]:
    """The segment that brings the most revenue."""
    shown = [g for g in overview.rfm if g.shown]
    if not overview.priced or not overview.revenue or not shown:
        return []
    best = max(shown, key=lambda g: g.revenue / g.people)
    return [
        said(
            "segments-overview-revenue", "highlight", segment=best.segment.label,
            people=Count(n=best.people), share=Share(ratio=overview.part(best)),
            revenue=Share(ratio=best.revenue / overview.revenue),
            spend=Money(amount=best.revenue / best.people),
        )
    ]  # fmt: skip


def _slipping(overview: Overview) -> list[Statement]:
    """Good customers who have not ordered for long."""
    gone = [g for g in overview.rfm if g.segment.id in ("at_risk", "cannot_lose")]
    people = sum(g.people for g in gone)
    if people < MIN_PEOPLE or not overview.priced:
        return []
    revenue = sum(g.revenue for g in gone)
    ratio = revenue / people / (overview.revenue / overview.buyers) if overview.revenue else 0
    if ratio < BETTER:
        return []
    return [
        said(
            "segments-overview-slipping", "highlight",
            list=Listing(items=tuple(g.segment.label for g in gone)), people=Count(n=people),
            spend=Money(amount=revenue / people),
            ratio=Number(value=ratio),
        )
    ]  # fmt: skip


def _behaviour(overview: Overview) -> list[Statement]:
    wanted = ("cart_abandoners", "window_shoppers", "newly_registered", "discount_lovers")
    shown = [g for g in overview.behaviour if g.segment.id in wanted and g.shown]
    if not shown:
        return []
    parts = [Entry(what=g.segment.label, figure=Count(n=g.people)) for g in shown]
    return [
        said(
            "segments-overview-behaviour", "highlight", ("segments-overlap",),
            list=Listing(items=tuple(parts)),
        ),
        said("segments-overlap", "caveat"),
    ]  # fmt: skip


def _withheld(overview: Overview) -> list[Statement]:
    few = [g.segment.label for g in overview.groups if 0 < g.people < MIN_PEOPLE]
    if not few:
        return []
    names = Listing(items=tuple(few))
    return [said("segments-withheld", "caveat", list=names, n=Count(n=MIN_PEOPLE))]
