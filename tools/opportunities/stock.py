"""Scan of the stock: what will be asked for and not be there, and what lies idle."""

import math
from collections.abc import Sequence

from ibis import _

from tools.demand.stock import LEAD_DAYS, StockRisk, stock_risks
from tools.opportunities.opportunity import HORIZON, Gain, Opportunity
from tools.opportunities.scene import Scene
from tools.wording.values import Count, Entry, Listing, Money, Share, Value

LIKELY = 0.5  # chance of running out, from which an item is listed
SHOWN = 3  # items named
IDLE_DAYS = 180  # days whose likely demand is not counted as idle stock
CARRYING = 0.25  # a year, of what idle stock cost; textbooks say 20-30 % (Richardson 1995)
HALF = 0.5  # part of idle stock that is taken to go
TENTHS = 2.563  # standard errors between the 10 % and the 90 % point of a normal


def scan(scene: Scene) -> list[Opportunity]:
    """Items to order in time, and stock to clear."""
    risks = stock_risks(scene.store, HORIZON, LEAD_DAYS)
    return [*_missing(scene, risks), *_idle(scene, risks)]


def _missing(scene: Scene, risks: Sequence[StockRisk]) -> list[Opportunity]:
    known = [r for r in risks if r.chance >= LIKELY and r.lost_revenue]
    gains = {risk.item_id: _lost(scene, risk) for risk in known}
    order = sorted(known, key=lambda risk: -gains[risk.item_id].value)
    if not order:
        return []
    total = sum(gain.value for gain in gains.values())
    half = 1.96 / TENTHS * math.sqrt(sum((g.high - g.low) ** 2 for g in gains.values()))
    named = tuple(
        Entry(
            what=scene.named("item", risk.item_id),
            figure=Money(amount=gains[risk.item_id].value),
        )
        for risk in order[:SHOWN]
    )
    values: dict[str, Value] = {
        "n": Count(n=len(order)),
        "gone": Count(n=sum(risk.stock == 0 for risk in order)),
        "order": Count(n=sum(risk.order for risk in order)),
        "list": Listing(items=named),
    }
    gain = Gain(total, max(0.0, total - half), total + half)
    return [Opportunity("stock", "stock-out", values, gain, "forecast_demand")]


def _lost(scene: Scene, risk: StockRisk) -> Gain:
    """What the units asked for and missing would leave; ends where demand is low and high."""
    price = (risk.lost_revenue or 0.0) / risk.lost_units if risk.lost_units else 0.0
    ends = (max(0.0, units - risk.stock) for units in (risk.low, risk.high))
    return Gain(*(units * price * scene.kept for units in (risk.lost_units, *ends)))


def _idle(scene: Scene, risks: Sequence[StockRisk]) -> list[Opportunity]:
    if "items.cost" not in scene.store.columns:
        return []
    rows = scene.store.table("items").filter(_.cost.notnull()).select("item_id", "cost")
    cost = {row["item_id"]: float(row["cost"]) for row in rows.to_pyarrow().to_pylist()}
    tied = {
        r.item_id: max(0.0, r.stock - IDLE_DAYS / HORIZON * r.high) * cost[r.item_id]
        for r in risks
        if r.item_id in cost
    }
    idle = sorted((item for item in tied if tied[item] > 0), key=lambda item: -tied[item])
    if not idle:
        return []
    total = sum(tied.values())
    month = HALF * total * HORIZON / 365
    values: dict[str, Value] = {
        "n": Count(n=len(idle)),
        "tied": Money(amount=total),
        "idle": Count(n=IDLE_DAYS),
        "rate": Share(ratio=CARRYING, digits=0),
        "list": Listing(
            items=tuple(
                Entry(what=scene.named("item", item), figure=Money(amount=tied[item]))
                for item in idle[:SHOWN]
            )
        ),
    }
    gain = Gain(CARRYING * month, 0.2 * month, 0.3 * month)
    return [Opportunity("stock", "stock-idle", values, gain, "forecast_demand")]
