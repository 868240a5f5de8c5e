"""A forecast of sales: rows and sentences."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from tools.demand.forecast import RATE, Forecast, Holdout
from tools.demand.models import TWO_YEARS
from tools.demand.past import Past
from tools.demand.sold import LEAST_DAYS
from tools.metrics import Metric
from tools.metrics.relations import Condition
from tools.prediction.customers.words import said, worded
from tools.result import Cell, Chart, Column
from tools.wording.statements import Statement
from tools.wording.values import Count, Day, Money, Name, Number, Quote, Share, Span, Value

LONGEST_DAILY = 35  # days ahead told day by day; more are told week by week
LONGEST_WEEKLY = 182
WEEK, FOUR_WEEKS = 7, 28
BEFORE = 3  # times the days ahead that the chart looks back
LEAST_TOLD = 5  # units, orders or money of a busiest day worth telling
FEW = 30  # units of all days ahead, below which errors are told in units
QUIET = 28  # days without a sale, from which that is said
ALIKE = 0.02  # a smaller change is none
MOST_SEEN = 60  # points of the past drawn at most


@dataclass(frozen=True)
class Asked:
    """A question with its names resolved.

    Attributes:
        metric: What is forecast.
        conditions: Sales counted.
        name: What they are called; `None` for the whole store.
        item: The one item asked about, if it is one.
        days: Days ahead.
    """

    metric: Metric
    conditions: tuple[Condition, ...]
    name: Name | None
    item: str | None
    days: int

    def said_of(self) -> dict[str, Value]:
        """Who or what a sentence is about."""
        return {
            "scope": Quote(text="all" if self.name is None else "some"),
            "name": self.name or Name(en=""),
            "metric": Quote(text=self.metric.name),
        }

    def amount(self, value: float) -> Money | Count:
        """So much of the metric."""
        return Money(amount=value) if self.metric.unit == "money" else Count(n=round(value))


def too_short(days: int) -> Statement:
    """The store's history is too short."""
    return said("demand-too-short", "answer", days=Count(n=days), least=Count(n=LEAST_DAYS))


def never_sold(asked: Asked) -> Statement:
    """Nothing of it was ever sold."""
    return said("demand-never-sold", "answer", (), **asked.said_of())


def too_new(asked: Asked, past: Past) -> Statement:
    """It has sold for too few days."""
    return said("demand-too-new", "answer", (), **asked.said_of(), days=Count(n=past.own_days),
        n=asked.amount(float(past.own.sum())), least=Count(n=LEAST_DAYS),
        first=Day(day=past.first + timedelta(past.start)))  # fmt: skip


def step(days: int) -> int:
    """Days in one row of the result."""
    return 1 if days <= LONGEST_DAILY else WEEK if days <= LONGEST_WEEKLY else FOUR_WEEKS


def columns(asked: Asked, made: Forecast) -> tuple[Column, ...]:
    """Columns of the result."""
    heads = {1: Name(en="Day", zh="日期"), WEEK: Name(en="Week from", zh="周起始日"),
             FOUR_WEEKS: Name(en="Four weeks from", zh="四周起始日")}  # fmt: skip
    unit = asked.metric.unit
    return (
        Column(name="day", label=heads[step(len(made.days))]),
        Column(name="sold", label=Name(en="Sold", zh="实际"), unit=unit),
        Column(name="expected", label=Name(en="Forecast", zh="预测"), unit=unit),
        Column(name="low", label=Name(en="From (80%)", zh="下限（80%）"), unit=unit),
        Column(name="high", label=Name(en="To (80%)", zh="上限（80%）"), unit=unit),
    )


def rows_of(made: Forecast) -> tuple[dict[str, Cell], ...]:
    """Rows of the result: the past as far as it is drawn, then the days ahead, in whole steps."""
    ahead, past = len(made.days), made.past
    size = step(ahead)
    before = min(past.own_days // size, max(BEFORE * ahead // size, WEEK), MOST_SEEN)
    seen = past.own[past.own_days - before * size :].reshape(before, size).sum(axis=1)
    low, high = made.ranges(size)
    steps = ahead // size
    told = np.add.reduceat(made.days, np.arange(0, ahead, size))
    rows: list[dict[str, Cell]] = []
    for i, value in enumerate(seen):
        day = past.ahead - timedelta((before - i) * size)
        rows.append(_row(day, float(value), None, None, None))
    for i in range(steps):
        day = past.ahead + timedelta(i * size)
        rows.append(_row(day, None, float(told[i]), float(low[i]), float(high[i])))
    return tuple(rows)


def _row(day: date, sold: float | None, *expected: float | None) -> dict[str, Cell]:
    figures = (None if value is None else round(value, 2) for value in (sold, *expected))
    return {
        "day": day,
        **dict(zip(("sold", "expected", "low", "high"), figures, strict=True)),
    }


def chart(asked: Asked) -> Chart:
    """The past and the days ahead, with the range."""
    label = asked.metric.label
    title = Name(en=f"Forecast of {label.en}", zh=f"{label.zh}预测")
    if asked.name:
        zh = f"{asked.name.zh or asked.name.en}：{title.zh}"
        title = Name(en=f"{title.en}: {asked.name.en}", zh=zh)
    return Chart(kind="line", title=title, x="day", y=("sold", "expected"), band=("low", "high"))


def told(asked: Asked, made: Forecast) -> list[Statement]:
    """Sentences of the forecast, the answer first."""
    low, high = made.range
    first = made.past.ahead
    return [
        said("demand-total", "answer", (_quality(made),), **asked.said_of(),
            days=Count(n=asked.days), n=asked.amount(made.total),
            period=Span(first=first, last=first + timedelta(asked.days - 1)),
            low=asked.amount(low), high=asked.amount(high), rate=Share(ratio=RATE, digits=0)),
        *_quiet(made),
        *_against_before(asked, made),
        *_festivals(made),
        *_busiest(asked, made),
        *_held(made),
        *_limits(made),
    ]  # fmt: skip


def _quality(made: Forecast) -> str:
    if (held := made.holdout) is None:
        return "demand-untried"
    return "demand-error" if held.sold >= FEW else "demand-error-few"


def _against_before(asked: Asked, made: Forecast) -> list[Statement]:
    """The days ahead against as many days before."""
    if made.past.own_days < asked.days:
        return []
    before = float(made.past.own[-asked.days :].sum())
    if before <= 0:
        return []
    change = made.total / before - 1
    way = "same" if abs(change) < ALIKE else "more" if change > 0 else "less"
    return [
        said("demand-before", "highlight", metric=Quote(text=asked.metric.name),
            days=Count(n=asked.days), n=asked.amount(before), way=Quote(text=way),
            change=Share(ratio=abs(change), digits=0)),
    ]  # fmt: skip


def _festivals(made: Forecast) -> list[Statement]:
    first = made.past.ahead
    last = first + timedelta(len(made.days) - 1)
    return [
        said("demand-festival", "highlight", name=seen.name, years=Count(n=seen.years),
            factor=Number(value=seen.factor), way=Quote(text="more" if seen.factor > 1 else "less"))
        for seen in made.past.effects.ahead(first, last)
    ]  # fmt: skip


def _busiest(asked: Asked, made: Forecast) -> list[Statement]:
    """The day, week or four weeks on which most is expected, where it stands out."""
    size = step(len(made.days))
    steps = len(made.days) // size
    sums = made.days[: steps * size].reshape(steps, size).sum(axis=1)
    if steps < 2 or sums.max() < max(1.2 * sums.mean(), LEAST_TOLD):
        return []
    first = made.past.ahead + timedelta(int(sums.argmax()) * size)
    return [
        said("demand-busiest", "highlight", metric=Quote(text=asked.metric.name),
            n=asked.amount(float(sums.max())),
            period=Span(first=first, last=first + timedelta(size - 1))),
    ]  # fmt: skip


def _held(made: Forecast) -> list[Statement]:
    """How far off the forecast was on past days, beside the last week repeated."""
    model = worded(f"demand-model-{made.model.replace('_', '-')}")
    if (held := made.holdout) is None:
        return [said("demand-untried", "caveat")]
    return [
        _error(made, held),
        said("demand-method", "caveat", model=model,
            mase=Number(value=held.mase, digits=2), naive=Number(value=held.naive_mase, digits=2),
            best=Quote(text=made.model)),
    ]  # fmt: skip


def _error(made: Forecast, held: Holdout) -> Statement:
    """In per cent, or in units where these are few."""
    trials, days = Count(n=held.trials), Count(n=len(made.days))
    if held.sold >= FEW:
        return said("demand-error", "caveat", trials=trials, days=days,
            total=Share(ratio=held.total, digits=0), naive=Share(ratio=held.naive_total, digits=0),
            day=Share(ratio=held.wape, digits=0), naive_day=Share(ratio=held.naive_wape, digits=0),
        )  # fmt: skip
    return said("demand-error-few", "caveat", trials=trials, days=days,
        total=Number(value=held.units), naive=Number(value=held.naive_units),
        sold=Number(value=held.sold))  # fmt: skip


def _quiet(made: Forecast) -> list[Statement]:
    """When it last sold, where that is long ago."""
    since = int(np.argmax(made.past.own[::-1] > 0))
    if since < QUIET:
        return []
    last = made.past.ahead - timedelta(since + 1)
    return [said("demand-last-sale", "highlight", day=Day(day=last), days=Count(n=since))]


def _limits(made: Forecast) -> list[Statement]:
    """What the forecast cannot know."""
    told = []
    if made.past.days < TWO_YEARS:
        months = Count(n=round(made.past.days / 30.4))
        told.append(said("demand-season", "caveat", months=months))
    if closed := int(made.past.closed(len(made.days)).sum()):
        told.append(said("demand-closed", "caveat", days=Count(n=closed)))
    return told
