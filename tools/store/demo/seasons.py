"""When people shop: days, hours, festivals; and what each item costs on each day."""

from datetime import date

import numpy as np

from tools.store.demo.catalogue import Catalogue, categories
from tools.store.demo.config import DemoConfig, Floats, Ints, Rng

WEEKDAY_VISITS = (0.95, 0.93, 0.94, 0.97, 1.04, 1.12, 1.1)  # Monday first
# fmt: off
HOUR_VISITS = (
    22, 11, 6, 4, 3, 4, 9, 18, 30, 40, 46, 48, 58, 52, 44, 44, 46, 48, 55, 68, 88, 96, 78, 46,
)
WEEKEND_HOUR_VISITS = (
    28, 16, 9, 5, 3, 3, 6, 12, 24, 42, 56, 60, 58, 56, 58, 60, 58, 54, 56, 68, 82, 86, 74, 50,
)
# fmt: on

# first month-day, last month-day, visits factor, buying factor, share of items on offer, price cut
FESTIVALS: dict[str, tuple[tuple[int, int], tuple[int, int], float, float, float, float]] = {
    "double_11": ((11, 1), (11, 11), 1.7, 1.25, 0.6, 0.18),
    "double_12": ((12, 10), (12, 12), 1.3, 1.15, 0.3, 0.12),
    "christmas": ((12, 20), (12, 25), 1.2, 1.1, 0.15, 0.1),
    "new_year": ((12, 30), (12, 31), 1.1, 1.05, 0.15, 0.1),
    "spring_festival": ((2, 14), (2, 23), 0.55, 0.8, 0.0, 0.0),
    "queens_day": ((3, 5), (3, 8), 1.2, 1.1, 0.2, 0.12),
    "mid_year_618": ((6, 1), (6, 18), 1.45, 1.2, 0.5, 0.16),
    "national_day": ((10, 1), (10, 7), 0.85, 0.95, 0.1, 0.1),
}
PEAK_DAYS = {(11, 1): 1.4, (11, 10): 1.3, (11, 11): 2.2, (6, 18): 1.9, (12, 12): 1.3}
GROWTH = 0.25  # visits grow by this share over a year


def festival_days(config: DemoConfig, name: str) -> Ints:
    """Simulated days (indices) that belong to the festival `name`."""
    first, last = FESTIVALS[name][:2]
    return np.array(
        [i for i, day in enumerate(config.days) if first <= (day.month, day.day) <= last],
        dtype=np.int64,
    )


def day_factors(config: DemoConfig) -> tuple[Floats, Floats]:
    """Factors on visits and on buying, for each simulated day."""
    days = config.days
    visits = np.array([_visits(day) for day in days])
    visits *= 1 + GROWTH * np.arange(len(days)) / 365
    buying = np.ones(len(days))
    for name, (_, _, more_visits, more_buying, _, _) in FESTIVALS.items():
        at = festival_days(config, name)
        visits[at] *= more_visits
        buying[at] *= more_buying
    return visits, buying


def _visits(day: date) -> float:
    return WEEKDAY_VISITS[day.weekday()] * PEAK_DAYS.get((day.month, day.day), 1.0)


def month_of(config: DemoConfig) -> Ints:
    """Index of the simulated month of each simulated day."""
    return np.array(
        [
            (day.year - config.start.year) * 12 + day.month - config.start.month
            for day in config.days
        ]
    )


def category_season(config: DemoConfig) -> Floats:
    """[months, n_categories]: seasonal factor on interest in each category."""
    first = config.start.month - 1
    return np.array(
        [
            [category.season.get((first + m) % 12 + 1, 1.0) for category in categories()]
            for m in range(config.months)
        ]
    )


def make_prices(config: DemoConfig, catalogue: Catalogue) -> Floats:
    """[n_items, n_days]: price of each item on each day, CNY.

    List prices shift a few times a year; festivals and an item's own promotions cut them for days.
    """
    rng = config.rng("prices")
    n, n_days = config.n_items, len(config.days)
    level = np.ones((n, n_days))
    for _ in range(3):
        at = rng.integers(0, int(n_days * 1.3) + 1, n)
        step = np.exp(rng.normal(0.01, 0.07, n))
        level *= np.where(np.arange(n_days) >= at[:, None], step[:, None], 1.0)
    cut = _own_promotions(rng, n, n_days)
    for name, (*_, share, depth) in FESTIVALS.items():
        joins = rng.random(n) < share
        own = np.where(joins, np.clip(rng.normal(depth, 0.05, n), 0.03, 0.4), 0)
        at = festival_days(config, name)
        cut[:, at] = np.maximum(cut[:, at], own[:, None])
    return np.round(catalogue.price[:, None] * level * (1 - cut), 1)


def _own_promotions(rng: Rng, n: int, n_days: int) -> Floats:
    """[n_items, n_days]: share off in promotions of single items, 5 to 16 days each."""
    cut = np.zeros((n, n_days))
    for _ in range(max(1, round(4 * n_days / 365))):
        first = rng.integers(0, n_days, n)
        length = rng.integers(5, 17, n)
        depth = rng.choice([0.0, 0.08, 0.12, 0.15, 0.2, 0.25, 0.3], n)
        day = np.arange(n_days)
        inside = (day >= first[:, None]) & (day < (first + length)[:, None])
        cut = np.maximum(cut, np.where(inside, depth[:, None], 0))
    return cut
