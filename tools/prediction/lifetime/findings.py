"""What is worth saying about the worth of customers: rows and sentences."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from tools.prediction.customers.moments import Moment
from tools.prediction.customers.words import basis_name, named, rhythm, said
from tools.prediction.features import Floats
from tools.prediction.lifetime.saved import LifetimePredictor
from tools.prediction.lifetime.spread import RATE
from tools.prediction.members import Rows
from tools.result import Cell, Column, in_cells
from tools.wording.statements import Statement
from tools.wording.values import (
    Count,
    Day,
    Money,
    Name,
    Number,
    Quote,
    Share,
    Span,
)

DEPENDENT = 0.3  # rank correlation beyond which Gamma-Gamma's assumption is doubted


@dataclass(frozen=True)
class Valued:
    """Customers with what they are expected to bring.

    Attributes:
        moment: Every customer today.
        predictor: The model in use.
        worth: Expected worth of each within `days`, store currency: [n].
        kept: Places of the customers asked about.
        days: Days ahead.
    """

    moment: Moment
    predictor: LifetimePredictor
    worth: Floats
    kept: Rows
    days: int

    @property
    def period(self) -> Span:
        """The days predicted."""
        first = self.moment.cut
        return Span(first=first, last=first + timedelta(days=self.days - 1))

    def top(self, n: int) -> Rows:
        """Places of the `n` most valuable customers asked about, best first."""
        best: Rows = self.kept[np.argsort(-self.worth[self.kept], kind="stable")[:n]]
        return best


def columns(valued: Valued, whys: list[Name]) -> tuple[Column, ...]:
    """Columns of the result, given every reason in its rows."""
    worth = valued.predictor.card.basis
    label = {
        "margin": Name(en="Expected margin", zh="预计毛利"),
        "revenue": Name(en="Expected revenue", zh="预计销售额"),
    }
    return (
        Column(name="user_id", label=Name(en="Customer", zh="顾客")),
        Column(name="value", label=label[worth], unit="money"),
        Column(name="low", label=Name(en="From (80%)", zh="下限（80%）"), unit="money"),
        Column(name="high", label=Name(en="To (80%)", zh="上限（80%）"), unit="money"),
        Column(
            name="purchases", label=Name(en="Expected orders", zh="预计下单次数"), unit="number"
        ),
        Column(name="reasons", label=Name(en="Why", zh="依据"), names=in_cells(whys)),
        Column(name="orders", label=Name(en="Days with orders", zh="下单天数"), unit="count"),
    )


def rows_of(valued: Valued, order: Rows, whys: list[Name]) -> tuple[dict[str, Cell], ...]:
    """Rows of the result: the customers at `order`."""
    low, high = valued.predictor.card.spread.each(valued.worth)
    purchases = valued.predictor.purchases(valued.moment, valued.worth)
    return tuple(
        {
            "user_id": str(valued.moment.user_ids[i]),
            "value": round(float(valued.worth[i]), 2),
            "low": round(float(low[i]), 2),
            "high": round(float(high[i]), 2),
            "purchases": round(float(purchases[i]), 2),
            "reasons": why.en,
            "orders": int(valued.moment.frequency[i]) + 1,
        }
        for i, why in zip(order, whys, strict=True)
    )


def about_one(valued: Valued) -> list[Statement]:
    """Sentences about the one customer asked for."""
    row, worth = int(valued.kept[0]), valued.worth
    card = valued.predictor.card
    low, high = (float(limit[row]) for limit in card.spread.each(worth))
    basis = basis_name(card.basis)
    purchases = float(valued.predictor.purchases(valued.moment, valued.worth)[row])
    return [
        said("lifetime-user", "answer", ("lifetime-user-range", f"lifetime-basis-{card.basis}"),
            user=Quote(text=str(valued.moment.user_ids[row])), value=Money(amount=worth[row]),
            mean=Money(amount=float(worth.mean())), basis=basis, days=Count(n=valued.days),
            period=valued.period),
        said("lifetime-user-range", "caveat", low=Money(amount=low), high=Money(amount=high),
            rate=Share(ratio=RATE, digits=0)),
        said("lifetime-user-why", "highlight", purchases=Number(value=purchases, digits=1),
            reason=rhythm(valued.moment, row), basis=basis,
            spend=Money(amount=float(valued.moment.mean_value[row]))),
        said("lifetime-user-rank", "highlight", users=Count(n=len(worth)),
            more=Count(n=int((worth > worth[row]).sum()))),
    ]  # fmt: skip


def about_many(valued: Valued, order: Rows) -> list[Statement]:
    """Sentences about all customers asked about."""
    worth, card = valued.worth[valued.kept], valued.predictor.card
    low, high = card.spread.total(worth)
    basis, total = basis_name(card.basis), float(worth.sum())
    best = np.sort(worth)[::-1][: max(1, round(len(worth) / 10))]
    entries = named(valued.moment, order, [Money(amount=float(valued.worth[i])) for i in order])
    needs = ("lifetime-range", f"lifetime-basis-{card.basis}", "lifetime-first")
    return [
        said("lifetime-many", "answer", needs, users=Count(n=len(worth)), basis=basis,
            total=Money(amount=total), mean=Money(amount=total / len(worth)),
            days=Count(n=valued.days), period=valued.period),
        said("lifetime-range", "caveat", low=Money(amount=low), high=Money(amount=high),
            rate=Share(ratio=RATE, digits=0)),
        said("lifetime-first", "highlight", list=entries),
        said("lifetime-top-tenth", "highlight", share=Share(ratio=float(best.sum()) / total)),
        said("lifetime-new", "caveat"),
    ]  # fmt: skip


def quality(valued: Valued, until: date) -> list[Statement]:
    """Caveats: what value means, how good the model was, and how far ahead it was tried out."""
    card = valued.predictor.card
    comparison = card.comparison
    scores, tried = comparison.models[comparison.served], comparison.horizon_days
    naive = comparison.models["same_as_last_period"]
    last = comparison.cut + timedelta(days=tried - 1)
    told = [
        said(f"lifetime-basis-{card.basis}", "caveat"),
        said("lifetime-quality", "caveat", period=Span(first=comparison.cut, last=last),
            share=Share(ratio=scores["top_tenth_share"].value), basis=basis_name(card.basis),
            naive=Share(ratio=naive["top_tenth_share"].value),
            ratio=Number(value=scores["total_ratio"].value, digits=2)),
    ]  # fmt: skip
    if valued.days > tried:
        told.append(said("lifetime-beyond", "caveat", tried=Count(n=tried)))
    if abs(card.dependence) > DEPENDENT:
        direction = Quote(text="more" if card.dependence > 0 else "less")
        figure = Number(value=card.dependence, digits=2)
        told.append(said("lifetime-dependence", "caveat", dependence=figure, direction=direction))
    if card.trained_through < until:
        told.append(said("lifetime-trained", "caveat", day=Day(day=card.trained_through)))
    return told
