"""A planned test in words."""

import math
from dataclasses import dataclass
from typing import Literal

from tools.effects.planner import (
    Plan,
    Traffic,
    customers,
    detectable,
    false_alarms,
    plan,
    visitors,
    widening,
)
from tools.errors import ToolError
from tools.prediction.customers.words import said
from tools.query_metrics import MIN_PEOPLE
from tools.result import Cell, Column
from tools.store.store import Store
from tools.wording.statements import Statement
from tools.wording.values import Count, Name, Number, Quote, Share, Value

LONGEST = 90  # days
LIFTS = (0.05, 0.1, 0.2, 0.3, 0.5)  # shown beside the one asked for
TOO_LONG = 180  # days; a test that runs longer is not one

COLUMNS = (
    Column(name="lift", label=Name(en="relative rise", zh="相对提升"), unit="share"),
    Column(name="sent", label=Name(en="to be sent", zh="实验组"), unit="count"),
    Column(name="held_out", label=Name(en="to be held out", zh="对照组"), unit="count"),
    Column(name="days", label=Name(en="days", zh="天数"), unit="count"),
)


@dataclass(frozen=True)
class Planned:
    """A test for one store.

    Attributes:
        plan: The test asked for.
        others: Tests for other relative rises, by rise.
        traffic: Whom it could be run on.
        lift: Relative rise to be found.
        holdout: Share held out.
        smallest: Smallest absolute rise that everyone there is (in 28 days, of visitors) can find.
        horizon_days: Days whose orders count.
        audience: Whom it is run on.
    """

    plan: Plan
    others: dict[float, Plan]
    traffic: Traffic
    lift: float
    holdout: float
    smallest: float
    horizon_days: int
    audience: Literal["customers", "visitors"]

    def days(self, test: Plan) -> int | None:
        """Days `test` runs; `None` where there are not people enough."""
        if self.audience == "customers":
            return self.horizon_days if test.total <= self.traffic.people else None
        arriving = self.traffic.people / self.traffic.days
        days = math.ceil(test.total / arriving) + self.horizon_days
        return days if days <= TOO_LONG else None


def check(lift: float, power: float, holdout: float, horizon_days: int) -> None:
    """Raise a ToolError that says what would work, where an argument cannot."""
    if not 0.001 <= lift <= 20:
        raise ToolError("plan-bad-lift")
    if not 0.5 <= power <= 0.99:
        raise ToolError("plan-bad-power")
    if not 0.01 <= holdout <= 0.99:
        raise ToolError("plan-bad-holdout")
    if not 1 <= horizon_days <= LONGEST:
        raise ToolError("plan-bad-horizon")


def planned(
    store: Store,
    lift: float,
    power: float,
    holdout: float,
    horizon_days: int,
    audience: Literal["customers", "visitors"],
) -> Planned:
    """The test for `store`.

    Raises:
        ToolError: If hardly anyone orders, or the rise goes beyond everyone ordering.
    """
    traffic = (customers if audience == "customers" else visitors)(store, horizon_days)
    if traffic.ordered < MIN_PEOPLE:
        raise ToolError("plan-few-orders", days=Count(n=horizon_days))
    base = traffic.baseline
    if base * (1 + lift) > 1:
        raise ToolError("plan-beyond", rate=Share(ratio=base))
    tests = {rise: plan(base, base * rise, power, holdout)
             for rise in (*LIFTS, lift) if base * (1 + rise) <= 1}  # fmt: skip
    smallest = detectable(base, traffic.people, power, holdout)
    return Planned(tests[lift], tests, traffic, lift, holdout, smallest, horizon_days, audience)


def told(found: Planned) -> list[Statement]:
    """The size, whether the store has the people, what it can find, and not to peek."""
    test, days = found.plan, found.days(found.plan)
    enough = "yes" if days is not None else "no" if found.audience == "customers" else "long"
    values: dict[str, Value] = {
        "base": Share(ratio=test.baseline, digits=2),
        "raised": Share(ratio=test.baseline + test.lift, digits=2),
        "lift": Share(ratio=found.lift, digits=0 if found.lift >= 0.01 else 1),
        "power": Share(ratio=test.power, digits=0),
        "sent": Count(n=test.treated),
        "held": Count(n=test.control),
        "total": Count(n=test.total),
        "people": Count(n=found.traffic.people),
        "horizon": Count(n=found.horizon_days),
        "days": Count(n=days or 0),
        "audience": Quote(text=found.audience),
        "enough": Quote(text=enough),
        "consent": Quote(text="yes" if found.traffic.consent else "no"),
    }
    size = said("plan-size", "answer", ("plan-traffic", "plan-peeking"), **values)
    found_by_all: dict[str, Value] = {
        **values,
        "points": Number(value=100 * found.smallest, digits=2),
        "relative": Share(ratio=found.smallest / test.baseline, digits=0),
    }
    told_ = [size, said("plan-traffic", "highlight", (), **values)]
    told_.append(said("plan-smallest", "highlight", (), **found_by_all))
    looks = min(found.horizon_days if found.audience == "customers" else days or 28, LONGEST)
    if looks > 1:
        told_.append(_peeking(looks))
    return [*told_, said("plan-assumes", "caveat", (), **values)]


def _peeking(looks: int) -> Statement:
    wide = widening()
    return said(
        "plan-peeking",
        "caveat",
        looks=Count(n=looks),
        chance=Share(ratio=false_alarms(looks), digits=0),
        level=Share(ratio=0.05, digits=0),
        wide=Number(value=wide, digits=2),
        more=Number(value=wide**2, digits=1),
    )


def rows(found: Planned) -> tuple[dict[str, Cell], ...]:
    """One row a relative rise."""
    return tuple(
        {"lift": rise, "sent": test.treated, "held_out": test.control, "days": found.days(test)}
        for rise, test in sorted(found.others.items())
    )
