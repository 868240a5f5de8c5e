"""When customers order next: rows and sentences."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from tools.prediction.customers.moments import Moment
from tools.prediction.customers.words import named, rhythm, said
from tools.prediction.features import Floats
from tools.prediction.members import Rows
from tools.prediction.timing.counts import limits
from tools.prediction.timing.ranges import RATE, Ranges
from tools.prediction.timing.saved import TimingPredictor
from tools.result import Cell, Column, in_cells
from tools.wording.statements import Role, Statement
from tools.wording.values import Count, Day, Name, Quote, Share, Span, Value

WITHIN = (7, 30, 90)  # days ahead told, where they were tried out


@dataclass(frozen=True)
class Awaited:
    """Customers with when they order next.

    Attributes:
        moment: Every customer today.
        predictor: The model in use.
        survival: Calibrated P(no order in the first edges[j] days): [n, n_edges].
        ranges: The days told of each.
        kept: Places of the customers asked about.
    """

    moment: Moment
    predictor: TimingPredictor
    survival: Floats
    ranges: Ranges
    kept: Rows

    @property
    def within(self) -> tuple[int, ...]:
        """Days ahead told."""
        edges = self.predictor.edges
        return tuple(days for days in WITHIN if days <= edges[-1]) or edges[-3:]

    def chance(self, days: int) -> Floats:
        """P(orders in the first `days` days): [n]."""
        return 1 - self.predictor.quiet(self.moment, self.survival, days)

    def day(self, days: float) -> date:
        """The `days`-th day from today's tomorrow on, 1 the first."""
        return self.moment.cut + timedelta(days=int(days) - 1)

    def soonest(self, n: int) -> Rows:
        """Places of the `n` customers asked about who order soonest, by the middle horizon."""
        chance = self.chance(self.listed_by)
        best: Rows = self.kept[np.argsort(-chance[self.kept], kind="stable")[:n]]
        return best

    @property
    def listed_by(self) -> int:
        """Days ahead by which customers are put in order."""
        return self.within[0]


def columns(awaited: Awaited, whys: list[Name]) -> tuple[Column, ...]:
    """Columns of the result, given every reason in its rows."""
    chances = (
        Column(
            name=f"within_{days}d",
            label=Name(en=f"Order within {days} days", zh=f"{days}天内下单"),
            unit="probability",
        )
        for days in awaited.within
    )
    return (
        Column(name="user_id", label=Name(en="Customer", zh="顾客")),
        *chances,
        Column(name="earliest", label=Name(en="Next order from (80%)", zh="下次下单最早（80%）")),
        Column(name="latest", label=Name(en="Next order by (80%)", zh="下次下单最晚（80%）")),
        Column(name="reasons", label=Name(en="Why", zh="依据"), names=in_cells(whys)),
    )


def rows_of(awaited: Awaited, order: Rows, whys: list[Name]) -> tuple[dict[str, Cell], ...]:
    """Rows of the result: the customers at `order`; no latest day where the range is open."""
    chances = {f"within_{days}d": awaited.chance(days) for days in awaited.within}
    low, high = awaited.ranges.low, awaited.ranges.high
    return tuple(
        {
            "user_id": str(awaited.moment.user_ids[i]),
            **{name: round(float(chance[i]), 4) for name, chance in chances.items()},
            "earliest": awaited.day(low[i]) if awaited.ranges.told[i] else None,
            "latest": awaited.day(high[i]) if np.isfinite(high[i]) else None,
            "reasons": why.en,
        }
        for i, why in zip(order, whys, strict=True)
    )


def about_one(awaited: Awaited) -> list[Statement]:
    """Sentences about the one customer asked for."""
    row = int(awaited.kept[0])
    told = [_when(awaited, row)]
    chances: list[Value] = [
        Share(ratio=float(awaited.chance(days)[row])) for days in awaited.within
    ]
    told.append(_by_days("next-user-chances", "highlight", awaited, chances))
    below = awaited.survival[row] < 0.5
    if below.any():
        middle = awaited.day(awaited.predictor.edges[int(below.argmax())])
        told.append(said("next-user-median", "highlight", day=Day(day=middle)))
    told.append(said("next-user-why", "highlight", reason=rhythm(awaited.moment, row)))
    return told


def _by_days(message: str, role: Role, awaited: Awaited, figures: list[Value]) -> Statement:
    """A statement with one figure for each number of days told."""
    words = Quote(text=("one", "two", "three")[len(figures) - 1])
    values: dict[str, Value] = {"shown": words}
    for i, (days, figure) in enumerate(zip(awaited.within, figures, strict=True), 1):
        values |= {f"days{i}": Count(n=days), f"n{i}": figure}
    return Statement(message=message, role=role, values=values)


def _when(awaited: Awaited, row: int) -> Statement:
    """The range of days of the customer in `row`."""
    low, high = float(awaited.ranges.low[row]), float(awaited.ranges.high[row])
    values: dict[str, Value] = {
        "user": Quote(text=str(awaited.moment.user_ids[row])),
        "rate": Share(ratio=RATE, digits=0),
    }
    message = "next-user-open"
    if np.isfinite(high):
        message = "next-user-between" if low > 1 else "next-user-by"
        values |= {"first": Day(day=awaited.day(low)), "last": Day(day=awaited.day(high))}
    elif low > 1:
        message = "next-user-not"
        values |= {"days": Count(n=int(low) - 1), "last": Day(day=awaited.day(low - 1))}
    needs = ("next-user-chances", "next-quality")
    return Statement(message=message, role="answer", values=values, needs=needs)


def about_many(awaited: Awaited, order: Rows) -> list[Statement]:
    """Sentences about all customers asked about."""
    chances = [awaited.chance(days)[awaited.kept] for days in awaited.within]
    counts: list[Value] = [Count(n=round(float(chance.sum()))) for chance in chances]
    middle = len(counts) // 2
    days = awaited.within[middle]
    low, high = limits(chances[middle], awaited.predictor.misses(days))
    expected = _by_days("next-many", "answer", awaited, counts)
    listed = awaited.chance(awaited.listed_by)
    entries = named(awaited.moment, order, [Share(ratio=float(listed[i])) for i in order])
    return [
        expected.model_copy(update={
            "values": expected.values | {"users": Count(n=len(awaited.kept))},
            "needs": ("next-many-range", "next-first"),
        }),
        said("next-many-range", "caveat", days=Count(n=days), low=Count(n=low),
            high=Count(n=high), rate=Share(ratio=RATE, digits=0)),
        said("next-first", "highlight", list=entries, days=Count(n=awaited.listed_by)),
        said("next-new", "caveat"),
    ]  # fmt: skip


def quality(awaited: Awaited, until: date) -> list[Statement]:
    """Caveats: how often the ranges held, and whether the model is behind the data."""
    card = awaited.predictor.card
    comparison = card.comparison
    scores = comparison.models[comparison.served]
    last = comparison.cut + timedelta(days=comparison.horizon_days - 1)
    told = [
        said("next-quality", "caveat", period=Span(first=comparison.cut, last=last),
            held=Share(ratio=scores["coverage"].value, digits=0),
            rate=Share(ratio=RATE, digits=0),
            concordance=Share(ratio=scores["c_index"].value, digits=0)),
    ]  # fmt: skip
    if card.trained_through < until:
        told.append(said("churn-trained", "caveat", day=Day(day=card.trained_through)))
    return told
