"""Cohorts of customers by their first order, and how many order again in each period after.

A cohort is everyone whose first order falls in the same month (or week). Period 1 is the calendar
month (week) after; a customer is retained in a period if she orders in it, whether or not she did
in those between. A period that is not over for a cohort is censored and not shown.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import ibis
from ibis import _

from tools.errors import ToolError
from tools.metrics.significance import SURE, two_proportions
from tools.query_metrics import MIN_PEOPLE
from tools.segments.people import People

By = Literal["month", "week"]
TRUNCATE = {"month": "M", "week": "W"}


@dataclass(frozen=True)
class Cohort:
    """Customers who began in the same period.

    Attributes:
        start: First day of the period.
        people: How many there are.
        retained: How many ordered in each later period, the first after the start first; `None`
            where that period is not over.
        revenue: What they spent in the start period and each later one, store currency.
    """

    start: date
    people: int
    retained: tuple[int | None, ...]
    revenue: tuple[float | None, ...]

    def rate(self, period: int) -> float | None:
        """Share, 0-1, who ordered in the `period`-th period after (from 1); `None` if censored."""
        found = self.retained[period - 1] if period <= len(self.retained) else None
        return None if found is None else found / self.people


@dataclass(frozen=True)
class Cohorts:
    """The cohorts of a store, earliest first.

    Attributes:
        by: Length of a period.
        cohorts: Those of enough people.
        left_out: How many cohorts had too few.
        query: The query they were counted with.
    """

    by: By
    cohorts: tuple[Cohort, ...]
    left_out: int
    query: str

    def mean(self, period: int) -> tuple[int, int] | None:
        """Of the cohorts old enough: how many ordered in that period, of how many people."""
        old = [c for c in self.cohorts if c.rate(period) is not None]
        if not old:
            return None
        return sum(c.retained[period - 1] or 0 for c in old), sum(c.people for c in old)

    def extremes(self, period: int) -> tuple[Cohort, Cohort, float | None] | None:
        """Best and worst cohort in that period, and the p-value that they are alike.

        The p-value is corrected for having picked two among all pairs (Bonferroni).
        """
        old = [c for c in self.cohorts if c.rate(period) is not None]
        if len(old) < 2:
            return None
        ranked = sorted(old, key=lambda c: c.rate(period) or 0.0)
        best, worst = ranked[-1], ranked[0]
        pairs = len(old) * (len(old) - 1) / 2
        hits, others = best.retained[period - 1] or 0, worst.retained[period - 1] or 0
        p = two_proportions(hits, best.people, others, worst.people)
        return best, worst, None if p is None else min(1.0, p * pairs)


def cohorts_of(people: People, inside: ibis.Table, by: By, first: date, last: date) -> Cohorts:
    """Cohorts of the buyers in `inside`.

    Args:
        people: What everyone did.
        inside: user_id of whom to look at.
        by: Length of a period.
        first: First day of first orders looked at.
        last: Last day of first orders looked at.

    Raises:
        ToolError: If the store's orders tell no customers, or none began in that time.
    """
    if people.sales is None:
        raise ToolError("segments-no-orders")
    sold = people.sales.semi_join(inside, "user_id")
    active = sold.group_by(_.user_id, period=_.local_time.truncate(TRUNCATE[by]).date()).aggregate(
        revenue=sold.amount.sum() if people.prices else ibis.literal(0.0),
        first=_.local_time.min().date(),
    )
    marked = active.mutate(
        start=_.period.min().over(group_by="user_id"), began=_.first.min().over(group_by="user_id")
    )
    marked = marked.filter(_.began.between(ibis.literal(first), ibis.literal(last)))
    table = marked.group_by("start", "period").aggregate(n=_.count(), revenue=_.revenue.sum())
    rows = table.order_by("start", "period").to_pyarrow().to_pylist()
    if not rows:
        raise ToolError("cohorts-none")
    starts = sorted({row["start"] for row in rows})
    cells = {(row["start"], row["period"]): row for row in rows}
    made = [_cohort(start, cells, by, people) for start in starts]
    kept = tuple(cohort for cohort in made if cohort.people >= MIN_PEOPLE)
    return Cohorts(by, kept, len(made) - len(kept), str(ibis.to_sql(table, dialect="duckdb")))


def _cohort(
    start: date, cells: dict[tuple[date, date], dict[str, float]], by: By, people: People
) -> Cohort:
    own = cells[start, start]
    retained: list[int | None] = []
    revenue: list[float | None] = [own["revenue"]]
    period = following(start, by)
    while period <= people.as_of:
        over = following(period, by) - timedelta(days=1) <= people.as_of
        cell = cells.get((start, period), {"n": 0, "revenue": 0.0})
        retained.append(int(cell["n"]) if over else None)
        revenue.append(float(cell["revenue"]) if over else None)
        period = following(period, by)
    return Cohort(start, int(own["n"]), tuple(retained), tuple(revenue))


def following(start: date, by: By) -> date:
    """First day of the period after the one that begins on `start`."""
    if by == "week":
        return start + timedelta(days=7)
    return date(start.year + start.month // 12, start.month % 12 + 1, 1)


def differ(p_value: float | None) -> bool:
    """Whether two cohorts differ by more than chance."""
    return p_value is not None and p_value < SURE
