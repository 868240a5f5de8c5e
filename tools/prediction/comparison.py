"""How models compare on days that none of them saw: one shape of table, whatever they predict."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel

SEED = 7

Task = Literal["purchase", "items", "next_behaviour", "timing", "lifetime"]


class Figure(BaseModel, frozen=True):
    """A measure of quality and its 95 % bootstrap interval (Efron 1979), where there is one."""

    value: float
    low: float | None = None
    high: float | None = None


class Comparison(BaseModel, frozen=True):
    """Every model of one task beside the others, simplest first.

    Attributes:
        task: What is predicted.
        cut: First day of the test period, store time zone; no model saw it or a later day.
        horizon_days: Length of the test period in days.
        n: Users, or events, judged.
        chosen_by: Name of the figure that chose the model in use, on the validation period.
        served: Name of the model in use.
        models: Figures in the test period, by model and by name of the figure.
    """

    task: Task
    cut: date
    horizon_days: int
    n: int
    chosen_by: str
    served: str
    models: dict[str, dict[str, Figure]]


def bootstrapped(
    statistic: Callable[[NDArray[np.int_]], Mapping[str, float]], n: int, repeats: int = 200
) -> dict[str, Figure]:
    """Figures with percentile intervals over resampled units.

    Every call resamples alike, so that the models of one comparison are judged on the same draws.

    Args:
        statistic: The figures of the units at the places given (with repetition): [n] of 0..n-1.
        n: Number of units.
        repeats: Number of resamples.
    """
    whole = statistic(np.arange(n))
    draws = np.random.default_rng(SEED).integers(0, n, (repeats, n))
    drawn = [statistic(draw) for draw in draws]
    limits = {name: np.nanpercentile([each[name] for each in drawn], (2.5, 97.5)) for name in whole}
    return {
        name: Figure(value=value, low=float(limits[name][0]), high=float(limits[name][1]))
        for name, value in whole.items()
    }
