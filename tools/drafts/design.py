"""The test: how many are held out, what it can find, and what would make us stop."""

import math
from datetime import timedelta

from tools.drafts.models import Schedule, TestPlan
from tools.effects import minimum_detectable, sample_size

SHARES = (0.10, 0.15, 0.20, 0.30)
"""Shares held out that are tried, the smallest that finds what is expected first."""
USUAL_SHARE = 0.20
SURE = 1.96


def share_held_out(n: int, rate: float | None, factor: float | None) -> float:
    """The smallest usual share whose test would find the expected rise four times in five."""
    if not rate or factor is None or factor <= 1:
        return USUAL_SHARE
    for share in SHARES:
        n_control = round(n * share)
        if minimum_detectable(rate, n - n_control, n_control) <= rate * (factor - 1):
            return share
    return USUAL_SHARE


def plan(
    n_treated: int, n_control: int, rate: float | None, factor: float | None, schedule: Schedule
) -> TestPlan:
    """The design with these arms.

    Args:
        n_treated: People written to.
        n_control: People held out.
        rate: Share who order without the campaign; `None` if unknown.
        factor: Expected factor on it; `None` if unknown.
        schedule: When it runs.
    """
    share = n_control / (n_treated + n_control)
    known = TestPlan(
        share_control=share, check_day=schedule.starts + timedelta(max(1, schedule.days // 2))
    )
    if not rate:
        return known
    lift = rate * (factor - 1) if factor and factor > 1 else None
    needed = None
    if lift and rate + lift < 1:
        needed = sample_size(rate, lift, share_control=share)
    return known.model_copy(
        update={
            "detectable": minimum_detectable(rate, n_treated, n_control),
            "expected": lift,
            "needed": needed,
        }
    )


def harm(rate: float, n_treated: int, n_control: int) -> float:
    """How far below the held-out the treated must lie halfway through to count as harmed.

    1.96 standard errors of the difference of two rates of half the campaign's `rate`.
    """
    half = rate / 2
    return SURE * math.sqrt(half * (1 - half) * (1 / n_treated + 1 / n_control))
