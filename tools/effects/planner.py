"""How large the next test must be, and how long it takes in this store."""

import math
from dataclasses import dataclass
from datetime import timedelta

import ibis
import numpy as np
from ibis import _
from scipy import stats

from tools.effects.power import minimum_detectable, sample_size
from tools.errors import ToolError
from tools.metrics.relations import relation
from tools.metrics.semantics import Semantics
from tools.store.store import Store

PATHS = 20_000  # simulated tests that are looked at every day
SEED = 7


@dataclass(frozen=True)
class Traffic:
    """Whom a test could be run on.

    Attributes:
        people: Customers who may be sent marketing, or visitors in `days`.
        ordered: Of those, who ordered within `days`.
        days: Days looked at.
        consent: Whether only those who may be sent marketing are counted.
    """

    people: int
    ordered: int
    days: int
    consent: bool

    @property
    def baseline(self) -> float:
        """Share of the people who ordered, 0-1."""
        return self.ordered / self.people if self.people else 0.0


def customers(store: Store, days: int) -> Traffic:
    """Customers who may be sent marketing, and who of them ordered in the last `days` days.

    Raises:
        ToolError: If the store has no orders with customers.
    """
    buyers = _buyers(store, days)
    if "users" not in store.tables:
        sales = relation(store, "sales")
        known = int(sales.user_id.nunique().as_scalar().execute()) if sales is not None else 0
        return Traffic(known, int(buyers.count().execute()), days, consent=False)
    users = store.table("users")
    consent = "users.marketing_consent" in store.columns
    if consent:
        users = users.filter(_.marketing_consent)
    ordered = users.filter(users.user_id.isin(buyers.user_id)).count()
    return Traffic(int(users.count().execute()), int(ordered.execute()), days, consent)


def visitors(store: Store, days: int) -> Traffic:
    """Everyone who was here in the last `days` days, and who of them ordered.

    Raises:
        ToolError: If the store has no visits or no orders with customers.
    """
    events = store.table("events")
    if not Semantics(store).event_types - {"purchase", "return"}:
        raise ToolError("plan-no-visits")
    since = store.today - timedelta(days=days - 1)
    came = events.filter(_.local_time.date() >= since)
    came = came.select("user_id").distinct()
    buyers = _buyers(store, days)
    ordered = came.filter(came.user_id.isin(buyers.user_id)).count()
    return Traffic(int(came.count().execute()), int(ordered.execute()), days, consent=False)


def _buyers(store: Store, days: int) -> ibis.Table:
    sales = relation(store, "sales")
    if sales is None or "user_id" not in sales.columns:
        raise ToolError("plan-no-orders")
    since = store.today - timedelta(days=days - 1)
    day = sales.local_time.date()
    return sales.filter(day >= since, day <= store.today).select("user_id").distinct()


@dataclass(frozen=True)
class Plan:
    """A test.

    Attributes:
        baseline: Rate without the campaign, 0-1.
        lift: Absolute rise to be found.
        treated: People to send it to.
        control: People to hold out.
        power: Chance of finding the rise when it is there.
    """

    baseline: float
    lift: float
    treated: int
    control: int
    power: float

    @property
    def total(self) -> int:
        """Everyone in the test."""
        return self.treated + self.control


def plan(baseline: float, lift: float, power: float, share_control: float) -> Plan:
    """The smallest test that finds an absolute `lift` above `baseline`.

    Raises:
        ValueError: As `sample_size`.
    """
    smaller = sample_size(baseline, lift, power, share_control=share_control)
    total = math.ceil(smaller / min(share_control, 1 - share_control) - 1e-9)
    control = math.ceil(total * share_control - 1e-9)
    return Plan(baseline, lift, total - control, control, power)


def detectable(baseline: float, people: int, power: float, share_control: float) -> float:
    """Smallest absolute rise that a test on all `people` finds."""
    control = round(people * share_control)
    return minimum_detectable(baseline, people - control, control, power)


def false_alarms(looks: int, alpha: float = 0.05) -> float:
    """Chance that a test without any effect looks significant at one of `looks` equal steps.

    Armitage, McPherson & Rowe (1969), by simulation.

    >>> false_alarms(1) < 0.06, 0.13 < false_alarms(5) < 0.155
    (True, True)
    """
    steps = np.random.default_rng(SEED).standard_normal((PATHS, looks))
    walk = steps.cumsum(axis=1) / np.sqrt(np.arange(1, looks + 1))
    return float((np.abs(walk) > stats.norm.ppf(1 - alpha / 2)).any(axis=1).mean())


def widening(alpha: float = 0.05) -> float:
    """How much wider than usual an interval must be to hold however often one looks.

    An asymptotic confidence sequence (Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas 2024, theorem
    2.2) tuned to be narrowest at the planned end, against a normal interval there.

    >>> round(widening(), 2)
    1.55
    """
    tuned = -2 * math.log(alpha) + math.log(-2 * math.log(alpha) + 1)  # n rho²
    half = math.sqrt(2 * (tuned + 1) / tuned * math.log(math.sqrt(tuned + 1) / alpha))
    return half / float(stats.norm.ppf(1 - alpha / 2))
