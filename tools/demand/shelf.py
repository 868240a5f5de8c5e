"""What runs out of stock: rows and sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tools.demand.findings import Asked
from tools.demand.stock import COVER_DAYS, LEAST_CHANCE, SERVICE_LEVEL, StockRisk
from tools.prediction.customers.words import SPOKEN, said
from tools.result import Cell, Chart, Column, in_cells
from tools.wording.statements import Statement
from tools.wording.values import Count, Day, Entry, Listing, Money, Name, Quote, Share, Value

SURE = 0.01  # a smaller chance to run out is none to speak of
LIKELY = 0.5  # chance from which an item is said to run out


@dataclass(frozen=True)
class Shelf:
    """The items asked about against what they will sell.

    Attributes:
        asked: The question.
        risks: Each item's stock and demand.
        names: What items are called, by id.
        lead: Days from order to delivery.
        assumed: Whether nobody said how many those are.
    """

    asked: Asked
    risks: tuple[StockRisk, ...]
    names: Mapping[str, Name]
    lead: int
    assumed: bool

    @cached_property
    def gone(self) -> list[StockRisk]:
        """Items without a unit left that sold before."""
        return [risk for risk in self.risks if risk.stock <= 0]

    @cached_property
    def going(self) -> list[StockRisk]:
        """Items with stock that will likely run out."""
        return [risk for risk in self.risks if risk.stock > 0 and risk.chance >= LIKELY]

    def shown(self, n: int) -> list[StockRisk]:
        """The `n` items with most to lose."""
        kept = [risk for risk in self.risks if risk.chance >= LEAST_CHANCE]
        return sorted(kept, key=lambda r: (-(r.lost_revenue or 0), -r.lost_units, r.item_id))[:n]

    def name(self, risk: StockRisk) -> Name:
        """What the item is called."""
        return self.names.get(risk.item_id, Name(en=risk.item_id))


def columns(shelf: Shelf, shown: Sequence[StockRisk]) -> tuple[Column, ...]:
    """Columns of the result."""
    names = in_cells([shelf.name(risk) for risk in shown])
    priced = any(risk.lost_revenue is not None for risk in shown)
    money = Column(
        name="lost_revenue", label=Name(en="Sales at stake", zh="可能损失的销售额"), unit="money"
    )
    return (
        Column(name="item", label=Name(en="Item", zh="商品"), names=names),
        Column(name="stock", label=Name(en="In stock", zh="现有库存"), unit="count"),
        Column(name="demand", label=Name(en="Expected demand", zh="预计需求"), unit="number"),
        Column(name="low", label=Name(en="From (80%)", zh="下限（80%）"), unit="count"),
        Column(name="high", label=Name(en="To (80%)", zh="上限（80%）"), unit="count"),
        Column(
            name="chance", label=Name(en="Chance to run out", zh="断货概率"), unit="probability"
        ),
        Column(name="runs_out", label=Name(en="Likely gone by", zh="预计断货日")),
        Column(name="order_by", label=Name(en="Order by", zh="最晚补货日")),
        Column(name="order", label=Name(en="Order now", zh="建议补货量"), unit="count"),
        *((money,) if priced else ()),
        Column(name="item_id", label=Name(en="Item id", zh="商品编号")),
    )


def rows_of(shelf: Shelf, shown: Sequence[StockRisk]) -> tuple[dict[str, Cell], ...]:
    """Rows of the result, costliest first."""
    priced = any(risk.lost_revenue is not None for risk in shown)
    told = []
    for risk in shown:
        row: dict[str, Cell] = {
            "item": shelf.name(risk).en,
            "stock": risk.stock,
            "demand": round(risk.demand, 1),
            "low": round(risk.low),
            "high": round(risk.high),
            "chance": round(risk.chance, 4),
            "runs_out": risk.runs_out,
            "order_by": risk.order_by,
            "order": risk.order,
        }
        if priced:
            row["lost_revenue"] = round(risk.lost_revenue or 0.0, 2)
        told.append(row | {"item_id": risk.item_id})
    return tuple(told)


def chart(shown: Sequence[StockRisk]) -> Chart | None:
    """The items by what is at stake, where there are several with prices."""
    if len([risk for risk in shown if risk.lost_revenue]) < 2:
        return None
    title = Name(en="Sales at stake when items run out", zh="断货可能损失的销售额")
    return Chart(kind="bar", title=title, x="item", y=("lost_revenue",))


def told(shelf: Shelf, shown: Sequence[StockRisk]) -> list[Statement]:
    """Sentences about all items asked about, the answer first."""
    first = _answer(shelf)
    return [first, *_listed(shelf), *_stake(shelf), *_orders(shelf, shown), _basis()]


def _answer(shelf: Shelf) -> Statement:
    days = Count(n=shelf.asked.days)
    n = Count(n=len(shelf.going))
    items, gone = Count(n=len(shelf.risks)), Count(n=len(shelf.gone))
    listed = ("demand-stock-list",) if shelf.going else ()
    needs = (*listed, "demand-stock-basis")
    return said("demand-stock", "answer", needs, **shelf.asked.said_of(), days=days, n=n,
        items=items, gone=gone)  # fmt: skip


def _listed(shelf: Shelf) -> list[Statement]:
    """The next to run out and those already gone, by name."""
    soon = sorted(shelf.going, key=lambda risk: (risk.runs_out or date.max, -risk.chance))
    worst = sorted(shelf.gone, key=lambda risk: -(risk.lost_revenue or risk.lost_units))
    told = []
    if soon:
        entries = [_entry(shelf, risk, risk.stock) for risk in soon[:SPOKEN]]
        told.append(said("demand-stock-list", "highlight", list=Listing(items=tuple(entries))))
        if soon[0].runs_out:
            told.append(said("demand-stock-first", "highlight", item=shelf.name(soon[0]),
                day=Day(day=soon[0].runs_out), stock=Count(n=soon[0].stock),
                demand=Count(n=round(soon[0].demand)), days=Count(n=shelf.asked.days)))  # fmt: skip
    if worst:
        entries = [_entry(shelf, risk, round(risk.demand)) for risk in worst[:SPOKEN]]
        listed = Listing(items=tuple(entries))
        days = Count(n=shelf.asked.days)
        told.append(said("demand-stock-gone", "highlight", list=listed, days=days))
    return told


def _entry(shelf: Shelf, risk: StockRisk, n: int) -> Entry:
    return Entry(what=shelf.name(risk), figure=Count(n=n))


def _stake(shelf: Shelf) -> list[Statement]:
    lost = sum(risk.lost_revenue or 0.0 for risk in shelf.risks)
    if not lost:
        return []
    days = Count(n=shelf.asked.days)
    return [said("demand-stock-stake", "highlight", n=Money(amount=lost), days=days)]


def _orders(shelf: Shelf, shown: Sequence[StockRisk]) -> list[Statement]:
    """What to order first."""
    first = [risk for risk in shown if risk.order > 0][:SPOKEN]
    if not first:
        return []
    entries = tuple(_entry(shelf, risk, risk.order) for risk in first)
    return [
        said("demand-stock-order", "highlight", ("demand-stock-lead",),
            list=Listing(items=entries)),
        _lead(shelf.lead, shelf.assumed),
    ]  # fmt: skip


def _lead(lead: int, assumed: bool) -> Statement:
    return said("demand-stock-lead", "caveat", lead=Count(n=lead), cover=Count(n=COVER_DAYS),
        service=Share(ratio=SERVICE_LEVEL, digits=0),
        assumed=Quote(text="yes" if assumed else "no"))  # fmt: skip


def _basis() -> Statement:
    return said("demand-stock-basis", "caveat", least=Share(ratio=LIKELY, digits=0))


def about_one(risk: StockRisk, asked: Asked, lead: int, assumed: bool) -> list[Statement]:
    """Sentences about one item's stock."""
    values: dict[str, Value] = {"name": asked.name or Name(en=risk.item_id),
        "days": Count(n=asked.days), "stock": Count(n=risk.stock),
        "demand": Count(n=round(risk.demand)), "chance": Share(ratio=risk.chance, digits=0),
        "sure": Quote(text="yes" if risk.chance < SURE else "no")}  # fmt: skip
    message = "demand-stock-none" if risk.stock <= 0 else "demand-stock-lasts"
    if risk.stock > 0 and risk.runs_out:
        message = "demand-stock-ends"
        values["day"] = Day(day=risk.runs_out)
    if risk.order <= 0 or risk.order_by is None:
        return [said(message, "answer", (), **values)]
    return [
        said(message, "answer", ("demand-stock-reorder",), **values),
        said("demand-stock-reorder", "highlight", ("demand-stock-lead",),
            day=Day(day=risk.order_by), n=Count(n=risk.order)),
        _lead(lead, assumed),
    ]  # fmt: skip
