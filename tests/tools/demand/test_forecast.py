from datetime import date, timedelta

import numpy as np
import pytest

from tools.demand.forecast import _limits, best, forecast
from tools.demand.models import NAIVE, YEAR, forecasts
from tools.demand.past import Past

FIRST = date(2026, 1, 5)  # a Monday
WEEK = np.array([40, 40, 40, 40, 60, 90, 80], dtype=float)


def past(days: int = 300, noise: float = 6.0, seed: int = 1) -> Past:
    """Sales of a steady week, with noise."""
    values = np.resize(WEEK, days) + np.random.default_rng(seed).normal(0, noise, days)
    values = np.maximum(values, 0)
    return Past(FIRST, np.ones(days, dtype=bool), values, values)


def test_a_steady_week_is_carried_on() -> None:
    made = forecast(past(), 28)
    assert made.total == pytest.approx(4 * WEEK.sum(), rel=0.03)
    low, high = made.range
    assert low < 4 * WEEK.sum() < high
    assert made.holdout is not None
    assert made.holdout.mase < 1
    assert made.holdout.mase < made.holdout.naive_mase


def test_errors_are_those_of_a_hand_computation() -> None:
    (*_, trial) = forecast(past(), 14).trials
    days = past().values
    naive = np.resize(days[-21:-14], 14)
    scale = np.abs(days[7:-14] - days[:-21]).mean()
    assert trial.mase(NAIVE) == pytest.approx(np.abs(naive - days[-14:]).mean() / scale)


def test_no_trial_sees_what_came_after_it() -> None:
    known = past()
    changed = known.values.copy()
    changed[-14:] = 0
    other = Past(FIRST, known.sold, changed, changed)
    (*_, one), (*_, two) = forecast(known, 14).trials, forecast(other, 14).trials
    assert all(one.told[name] == pytest.approx(two.told[name]) for name in one.told)


def test_ranges_hold_about_as_often_as_they_say() -> None:
    held = []
    for seed in range(5):
        whole = past(170, seed=seed)
        low, high = forecast(whole.until(156), 14).ranges(1)
        held.append(((whole.values[156:] >= low) & (whole.values[156:] <= high)).mean())
    assert 0.65 <= np.mean(held) <= 0.95


def test_conformal_limits_leave_a_tenth_on_either_side() -> None:
    low, high = _limits(np.arange(1, 100) / 100)
    assert (low, high) == (0.1, 0.9)
    assert _limits(np.empty(0)) == (-1.0, 1.0)


def test_days_on_which_the_store_is_closed_are_forecast_as_nothing() -> None:
    known = past(210)
    sold = np.resize([True] * 5 + [False] * 2, 210)
    values = np.where(sold, known.values, 0)
    made = forecast(Past(FIRST, sold, values, values), 14)
    assert (made.days == 0).tolist() == [False] * 5 + [True] * 2 + [False] * 5 + [True] * 2
    assert made.total == pytest.approx(2 * WEEK[:5].sum(), rel=0.06)


def test_two_years_let_the_season_of_the_year_be_told() -> None:
    days = 3 * YEAR
    season = 100 + 60 * np.sin(2 * np.pi * np.arange(days + 60) / YEAR)
    values = season + np.random.default_rng(3).normal(0, 4, days + 60)
    told = forecasts(values[:days], 60, 7, sparse=False)
    truth = values[days:].sum()
    assert abs(told["yearly"].sum() - truth) < 0.5 * abs(told["ets"].sum() - truth)


def test_the_last_week_is_repeated_where_no_model_is_better() -> None:
    rng = np.random.default_rng(5)
    walk = np.abs(np.cumsum(rng.normal(0, 1, 40)))
    weekly = np.repeat(100 + 50 * walk, 7)  # a new level each week, kept for the week
    made = forecast(Past(FIRST, np.ones(280, dtype=bool), weekly, weekly), 7)
    assert best(made.trials) == made.model
    assert made.holdout is not None


def test_a_series_that_never_changes_needs_no_model() -> None:
    flat = np.full(120, 5.0)
    made = forecast(Past(FIRST, np.ones(120, dtype=bool), flat, flat), 10)
    assert made.days == pytest.approx(np.full(10, 5.0))
    assert made.past.ahead == FIRST + timedelta(120)
