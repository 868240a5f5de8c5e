"""Who may be lost and is worth keeping: rows and sentences."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from tools.prediction.customers.moments import Basis, Moment
from tools.prediction.customers.words import basis_name, named, rhythm, said
from tools.prediction.features import Floats
from tools.prediction.members import Rows
from tools.prediction.timing.counts import limits
from tools.prediction.timing.ranges import RATE
from tools.prediction.timing.saved import TimingPredictor
from tools.result import Cell, Column, in_cells
from tools.wording.statements import Statement
from tools.wording.values import Count, Day, Figurelike, Money, Name, Quote, Share, Span

if TYPE_CHECKING:
    from tools.segments import Segment

YEAR = 365  # days over which a customer's worth is counted


@dataclass(frozen=True)
class AtRisk:
    """Customers with the chance that they place no order within `days` days.

    Attributes:
        moment: Every customer today.
        predictor: The model in use.
        risk: The chance of each, 0-1: [n].
        worth: What each is expected to bring in `YEAR` days, store currency: [n].
        basis: What worth is counted in; `none` where that is not known.
        kept: Places of the customers asked about.
        days: Days ahead.
    """

    moment: Moment
    predictor: TimingPredictor
    risk: Floats
    worth: Floats
    basis: Basis
    kept: Rows
    days: int

    @property
    def period(self) -> Span:
        """The days predicted."""
        first = self.moment.cut
        return Span(first=first, last=first + timedelta(days=self.days - 1))

    @property
    def stake(self) -> Floats:
        """Worth at risk, store currency: [n]."""
        return self.risk * self.worth

    def top(self, n: int) -> Rows:
        """Places of the `n` customers with most at risk, first by worth where there are prices."""
        by = self.risk if self.basis == "none" else self.stake
        best: Rows = self.kept[np.argsort(-by[self.kept], kind="stable")[:n]]
        return best


def columns(at_risk: AtRisk, whys: list[Name]) -> tuple[Column, ...]:
    """Columns of the result, given every reason in its rows."""
    money = (
        Column(
            name="worth",
            label=Name(en="Expected value in a year", zh="未来一年预计价值"),
            unit="money",
        ),
        Column(name="at_risk", label=Name(en="Value at risk", zh="风险价值"), unit="money"),
    )
    return (
        Column(name="user_id", label=Name(en="Customer", zh="顾客")),
        Column(name="risk", label=Name(en="Churn risk", zh="流失风险"), unit="probability"),
        *(() if at_risk.basis == "none" else money),
        Column(name="reasons", label=Name(en="Why", zh="依据"), names=in_cells(whys)),
        Column(name="last_order", label=Name(en="Last order", zh="上次下单")),
        Column(name="orders", label=Name(en="Days with orders", zh="下单天数"), unit="count"),
    )


def rows_of(at_risk: AtRisk, order: Rows, whys: list[Name]) -> tuple[dict[str, Cell], ...]:
    """Rows of the result: the customers at `order`."""
    moment, told = at_risk.moment, []
    for i, why in zip(order, whys, strict=True):
        money: dict[str, Cell] = {
            "worth": round(float(at_risk.worth[i]), 2),
            "at_risk": round(float(at_risk.stake[i]), 2),
        }
        row: dict[str, Cell] = {
            "user_id": str(moment.user_ids[i]),
            "risk": round(float(at_risk.risk[i]), 4),
            **({} if at_risk.basis == "none" else money),
            "reasons": why.en,
            "last_order": moment.cut - timedelta(days=int(moment.since[i])),
            "orders": int(moment.frequency[i]) + 1,
        }
        told.append(row)
    return tuple(told)


def about_one(at_risk: AtRisk) -> list[Statement]:
    """Sentences about the one customer asked for."""
    row, risk, days = int(at_risk.kept[0]), at_risk.risk, Count(n=at_risk.days)
    told = [
        said("churn-user", "answer", ("churn-quality",), days=days, period=at_risk.period,
            user=Quote(text=str(at_risk.moment.user_ids[row])),
            risk=Share(ratio=float(risk[row])), mean=Share(ratio=float(risk.mean()))),
        said("churn-user-why", "highlight", reason=rhythm(at_risk.moment, row)),
    ]  # fmt: skip
    if at_risk.basis != "none":
        value, stake = float(at_risk.worth[row]), float(at_risk.stake[row])
        told.append(
            said("churn-user-value", "highlight", (f"lifetime-basis-{at_risk.basis}",),
                days=Count(n=YEAR), value=Money(amount=value), stake=Money(amount=stake),
                basis=basis_name(at_risk.basis))
        )  # fmt: skip
    return told


def about_many(at_risk: AtRisk, order: Rows, group: "Segment | None" = None) -> list[Statement]:
    """Sentences about all customers asked about, of `group` where it is about one."""
    risk, days = at_risk.risk[at_risk.kept], Count(n=at_risk.days)
    lost, priced = float(risk.sum()), at_risk.basis != "none"
    low, high = limits(1 - risk, at_risk.predictor.misses(at_risk.days))
    listed, ordered = "churn-list", "churn-order"
    if not priced:
        listed, ordered = "churn-list-risk", "churn-order-risk"
    figures: list[Figurelike] = [
        Money(amount=float(at_risk.stake[i])) if priced else Share(ratio=float(at_risk.risk[i]))
        for i in order
    ]
    among = [] if group is None else [_among(group)]
    told = [
        said("churn-many", "answer", (*(s.message for s in among), "churn-range", listed),
            users=Count(n=len(risk)), lost=Count(n=round(lost)),
            share=Share(ratio=lost / len(risk)), days=days, period=at_risk.period),
        *among,
        said("churn-range", "caveat", rate=Share(ratio=RATE, digits=0),
            low=Count(n=len(risk) - high), high=Count(n=len(risk) - low)),
        said(listed, "highlight", (ordered,), list=named(at_risk.moment, order, figures)),
        said("churn-top", "highlight", ("churn-quality",),
            user=Quote(text=str(at_risk.moment.user_ids[order[0]])),
            risk=Share(ratio=float(at_risk.risk[order[0]])),
            reason=rhythm(at_risk.moment, int(order[0]))),
    ]  # fmt: skip
    if not priced:
        return [*told, said("churn-order-risk", "caveat")]
    value, stake = (float(v[at_risk.kept].sum()) for v in (at_risk.worth, at_risk.stake))
    return [
        *told,
        said("churn-value", "highlight", (f"lifetime-basis-{at_risk.basis}",), days=Count(n=YEAR),
            value=Money(amount=value), stake=Money(amount=stake), basis=basis_name(at_risk.basis)),
        said("churn-order", "caveat", days=Count(n=YEAR)),
    ]  # fmt: skip


def _among(group: "Segment") -> Statement:
    rule = Name(en=group.describe("en"), zh=group.describe("zh"))
    return said("churn-among", "caveat", segment=group.label, rule=rule)


def quality(at_risk: AtRisk, until: date) -> list[Statement]:
    """Caveats: how good the model was, and how far ahead it was tried out."""
    card = at_risk.predictor.card
    tried = card.comparison.horizon_days
    scores = card.comparison.models[card.comparison.served]
    last = card.comparison.cut + timedelta(days=tried - 1)
    told = [
        said("churn-quality", "caveat", period=Span(first=card.comparison.cut, last=last),
            observed=Share(ratio=1 - card.bought), expected=Share(ratio=1 - card.expected),
            concordance=Share(ratio=scores["c_index"].value, digits=0)),
    ]  # fmt: skip
    if at_risk.basis != "none":
        told.append(said(f"lifetime-basis-{at_risk.basis}", "caveat"))
    if at_risk.days > tried:
        told.append(said("churn-beyond", "caveat", tried=Count(n=tried)))
    if card.trained_through < until:
        told.append(said("churn-trained", "caveat", day=Day(day=card.trained_through)))
    return told
