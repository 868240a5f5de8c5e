"""What sold on each day, up to the last whole one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import ibis
import numpy as np
from ibis import _

from tools.demand.calendar import Flags
from tools.errors import ToolError
from tools.metrics import DIMENSIONS, METRICS, Semantics, measure
from tools.metrics.relations import Condition, relation
from tools.prediction.features import Floats
from tools.store.store import Store

COMPARED = 28  # days whose last sale is compared with that of the last day
EARLY = 3  # hours that the last sale of a whole day lies at most before the earliest of theirs


@dataclass(frozen=True)
class Daily:
    """Sales of consecutive days.

    Attributes:
        first: The first day, store time zone.
        values: Sales of each day: [n].
        sql: The query that was run.
        row_count: Rows of the store's tables they rest on.
    """

    first: date
    values: Floats
    sql: tuple[str, ...] = ()
    row_count: int = 0

    @property
    def last(self) -> date:
        """The last day."""
        return self.first + timedelta(len(self.values) - 1)

    def day(self, i: int) -> date:
        """The `i`-th day, 0 the first."""
        return self.first + timedelta(i)


def days_sold(store: Store) -> tuple[date, Flags]:
    """The store's first day with a sale, and whether anything sold on each day to the last whole.

    The last day counts as whole unless its last sale is hours earlier than that of other days, or
    it is after the store's today.

    Raises:
        ToolError: If the store has no sales.
    """
    sales = relation(store, "sales")
    if sales is None:
        raise ToolError("demand-no-sales")
    ends = sales.group_by(day=_.local_time.date()).aggregate(hour=_.local_time.hour().max())
    rows = ends.filter(_.day <= ibis.date(store.today.isoformat())).order_by("day").to_pyarrow()
    days, hours = rows["day"].to_pylist(), rows["hour"].to_pylist()
    if len(days) > COMPARED:
        late = min(hours[-COMPARED - 1 : -1])
        if days[-1] == store.calendar[1] and hours[-1] < late - EARLY:
            days.pop()
    if not days:
        raise ToolError("demand-no-sales")
    sold = np.zeros((days[-1] - days[0]).days + 1, dtype=bool)
    sold[[(day - days[0]).days for day in days]] = True
    return days[0], sold


def daily(
    semantics: Semantics, metric: str, conditions: Sequence[Condition], first: date, n: int
) -> Daily:
    """`metric` of the rows that meet `conditions`, on each of `n` days from `first`."""
    found = measure(semantics, [METRICS[metric]], [DIMENSIONS["day"]], None, conditions)
    values = np.zeros(n)
    for (day,), group in found.groups.items():
        assert isinstance(day, date)  # noqa: S101  # what the dimension gives
        if 0 <= (at := (day - first).days) < n:
            values[at] = group.value[metric] or 0.0
    return Daily(first, values, found.sql, found.row_count)
