"""When a campaign starts, how long it runs, and at which hour it is sent."""

from collections.abc import Sequence
from datetime import date, timedelta

from ibis import _

from tools.channels import best_time
from tools.drafts.dates import LEAD_DAYS, USUAL_DAYS, checked
from tools.drafts.models import Brief, Channel, Schedule
from tools.metrics.relations import relation
from tools.store.store import Store

USUAL_HOUR = 10
AWAKE = range(9, 21)
"""Hours at which people may be written to."""


def schedule_of(brief: Brief, store: Store) -> Schedule:
    """The days of `brief`, else two weeks from the store's best weekday on; the busiest hour.

    Raises:
        ToolError: If the days are past.
    """
    weekdays, hours = _orders_by(store)
    hour = max(AWAKE, key=lambda own: (hours[own], -own)) if any(hours) else USUAL_HOUR
    if brief.starts is not None:
        first = brief.starts
        last = brief.ends or first + timedelta(USUAL_DAYS - 1)
        first, last = checked(first, last, store.today)
    else:
        first = _first(store.today, weekdays)
        last = first + timedelta(USUAL_DAYS - 1)
    return Schedule(
        starts=first,
        ends=last,
        given=brief.starts is not None,
        weekday=first.isoweekday(),
        hour=hour,
        basis="orders" if hours[hour] else "usual",
        n_hour=hours[hour],
    )


def timed(schedule: Schedule, store: Store, channel: Channel) -> Schedule:
    """`schedule` with the best hour of `channel`, where that is known and people are awake."""
    if not {"campaigns", "exposures", "events"} & store.tables:
        return schedule
    best = best_time(store, channel)
    if best.basis == "none" or best.hour is None or best.hour not in AWAKE:
        return schedule
    update = {"hour": best.hour, "basis": best.basis, "n_hour": best.n}
    return schedule.model_copy(update=update)


def _first(today: date, weekdays: Sequence[int]) -> date:
    """The first day after the lead time on the weekday with most orders."""
    best = max(range(7), key=lambda own: (weekdays[own], -own))
    first = today + timedelta(LEAD_DAYS)
    return first + timedelta((best - first.weekday()) % 7) if any(weekdays) else first


def _orders_by(store: Store) -> tuple[list[int], list[int]]:
    """Orders by weekday (Monday first) and by hour of the day, store time zone."""
    weekdays, hours = [0] * 7, [0] * 24
    sales = relation(store, "sales")
    if sales is None or not {"local_time", "order_id"} <= set(sales.columns):
        return weekdays, hours
    placed = sales.group_by("order_id").aggregate(at=_.local_time.min())
    counted = placed.group_by(day=_.at.day_of_week.index(), hour=_.at.hour()).aggregate(n=_.count())
    for row in counted.to_pyarrow().to_pylist():
        weekdays[row["day"]] += row["n"]
        hours[row["hour"]] += row["n"]
    return weekdays, hours
