"""A forecast: the model that did best on past days, with ranges from how far it was off there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tools.demand.models import COMBINED, NAIVE, POOLED
from tools.demand.past import Past
from tools.demand.sold import LEAST_DAYS
from tools.prediction.features import Floats

MOST_TRIALS = 12  # past moments from which each model is tried
FEWEST_TRIALS = 3  # to say how good a forecast is
RATE = 0.8  # share of what happens that ranges should hold
TOLERATED = 1.5  # times the least error that an item's pooled pace may have
KNOWN_SHARE = 0.6  # of a trial's days that no unknown festival fills, for its ranges to count


@dataclass(frozen=True)
class Trial:
    """One past moment: what each model said of the days after it, and what happened.

    Attributes:
        cut: Days of the store known then.
        told: Forecast of each model: [ahead] each.
        truth: What sold: [ahead].
        known: Days that are no part of a festival first seen in them: [ahead].
        scale: As `Past.scale` at that moment.
        usual: Sales of a mean day until then.
    """

    cut: int
    told: dict[str, Floats]
    truth: Floats
    known: Floats
    scale: float
    usual: float

    def mase(self, model: str) -> float:
        """Mean absolute scaled error of single days (Hyndman & Koehler 2006)."""
        return float(np.abs(self.told[model] - self.truth).mean() / max(self.scale, 1e-9))

    def off(self, model: str, size: int) -> Floats:
        """Truth less forecast of each `size` days in a row, in parts of what is usual: [n].

        Usual is the forecast, or the mean of the past where that is more. Days of festivals that
        could not be known are left out.
        """
        starts = np.arange(0, len(self.truth), size)
        told, truth, days = (
            np.add.reduceat(each, starts)
            for each in (self.told[model] * self.known, self.truth * self.known, self.known)
        )
        kept = (days >= KNOWN_SHARE * min(size, len(self.truth))) & (told > 0)
        return np.asarray((truth - told)[kept] / np.maximum(told, self.usual * days)[kept])


@dataclass(frozen=True)
class Holdout:
    """How the forecast did on past days that it had not seen.

    Each trial used the model that had done best in the trials whose days were over by then.

    Attributes:
        trials: How many moments it was tried from.
        mase: Error of single days against the mean change from one week to the next.
        naive_mase: That of the last week repeated.
        wape: Absolute error of single days over all that sold.
        naive_wape: That of the last week repeated.
        total: Absolute error of the sum of all days ahead, over what sold; mean of the trials.
        naive_total: That of the last week repeated.
        sold: What sold in all days ahead; mean of the trials.
        units: Absolute error of the sum, as it is; mean of the trials.
        naive_units: That of the last week repeated.
    """

    trials: int
    mase: float
    naive_mase: float
    wape: float
    naive_wape: float
    total: float
    naive_total: float
    sold: float
    units: float
    naive_units: float


@dataclass(frozen=True)
class Forecast:
    """What is expected to sell.

    Attributes:
        past: What it was learned from.
        model: Name of the model.
        days: Expected on each day ahead: [ahead].
        trials: Past moments from which it was tried, oldest first.
    """

    past: Past
    model: str
    days: Floats
    trials: tuple[Trial, ...]

    @property
    def total(self) -> float:
        """Sum of all days ahead."""
        return float(self.days.sum())

    @cached_property
    def holdout(self) -> Holdout | None:
        """How it did; `None` where there were too few trials to say."""
        if len(self.trials) < FEWEST_TRIALS:
            return None
        ahead = len(self.days)
        used = [best([t for t in self.trials if t.cut + ahead <= own.cut]) for own in self.trials]
        pairs = list(zip(self.trials, used, strict=True))
        sold = max(sum(float(trial.truth.sum()) for trial in self.trials), 1e-9)
        return Holdout(
            trials=len(self.trials),
            mase=float(np.mean([trial.mase(_among(model, trial.told)) for trial, model in pairs])),
            naive_mase=float(np.mean([trial.mase(NAIVE) for trial in self.trials])),
            wape=sum(_absolute(trial, model) for trial, model in pairs) / sold,
            naive_wape=sum(_absolute(trial, NAIVE) for trial in self.trials) / sold,
            total=float(np.mean([_missed(t, model) / _sold(t) for t, model in pairs])),
            naive_total=float(np.mean([_missed(t, NAIVE) / _sold(t) for t in self.trials])),
            sold=sold / len(self.trials),
            units=float(np.mean([_missed(trial, model) for trial, model in pairs])),
            naive_units=float(np.mean([_missed(trial, NAIVE) for trial in self.trials])),
        )

    def ranges(self, size: int) -> tuple[Floats, Floats]:
        """Where each `size` days in a row will lie with chance `RATE`: [n] from, [n] to.

        Split conformal (Vovk et al. 2005; Lei et al. 2018) on how far past forecasts were off, as
        parts of what is usual. The trials overlap, so the guarantee is only approximate.
        """
        starts = np.arange(0, len(self.days), size)
        sums = np.add.reduceat(self.days, starts)
        days = np.add.reduceat((self.days > 0).astype(np.float64), starts)
        told = [trial for trial in self.trials if self.model in trial.told]
        offs = [trial.off(self.model, size) for trial in told]
        low, high = _limits(np.concatenate(offs) if offs else np.empty(0))
        usual = np.where(sums > 0, np.maximum(sums, self.past.usual * days), 0.0)
        return np.maximum(sums + low * usual, 0.0), np.maximum(sums + high * usual, sums)

    @property
    def range(self) -> tuple[float, float]:
        """Where the sum of all days ahead will lie with chance `RATE`."""
        low, high = self.ranges(len(self.days))
        return float(low[0]), float(high[0])


def forecast(past: Past, ahead: int) -> Forecast:
    """The best model's forecast of the `ahead` days after `past`."""
    trials = tuple(_trial(past, cut, ahead) for cut in _cuts(past, ahead))
    made = past.forecasts(ahead)
    model = _among(best(trials), made)
    return Forecast(past, model, made[model], trials)


def best(trials: Sequence[Trial]) -> str:
    """The model that was least off in `trials`; the mean of all before there is any."""
    if not trials:
        return COMBINED
    names = trials[-1].told
    errors = {name: sum(t.mase(_among(name, t.told)) for t in trials) for name in names}
    chosen = min(errors, key=lambda name: errors[name])
    if POOLED in errors and errors[POOLED] <= TOLERATED * errors[chosen]:
        return POOLED  # single days favour 0, the sum of many does not
    return chosen


def _cuts(past: Past, ahead: int) -> list[int]:
    """Moments to try from, oldest first: evenly spread, the last one `ahead` days ago."""
    latest, earliest = past.days - ahead, past.start + LEAST_DAYS
    if latest < earliest:
        return []
    step = max(1, ahead // 2, min(ahead, (latest - earliest) // MOST_TRIALS))
    return list(range(latest, earliest - 1, -step))[:MOST_TRIALS][::-1]


def _trial(past: Past, cut: int, ahead: int) -> Trial:
    known = past.until(cut)
    now = past.effects.factors(known.ahead, ahead) != 1
    then = known.effects.factors(known.ahead, ahead) != 1
    truth = past.values[cut : cut + ahead]
    told = (~now | then).astype(np.float64)
    return Trial(cut, known.forecasts(ahead), truth, told, known.scale, known.usual)


def _absolute(trial: Trial, model: str) -> float:
    return float(np.abs(trial.told[_among(model, trial.told)] - trial.truth).sum())


def _missed(trial: Trial, model: str) -> float:
    """How far the sum of all days ahead was off."""
    return abs(float(trial.told[_among(model, trial.told)].sum() - trial.truth.sum()))


def _sold(trial: Trial) -> float:
    return max(float(trial.truth.sum()), 1.0)


def _among(model: str, told: Mapping[str, Floats]) -> str:
    """`model`, or what stands in for it where the sales were of another kind."""
    if model == NAIVE:
        return NAIVE
    return next(name for name in (model, POOLED, COMBINED, *told) if name in told)


def _limits(offs: Floats) -> tuple[float, float]:
    """The conformal 10 % and 90 % points; the widest seen where there are too few."""
    n = len(offs)
    if not n:
        return -1.0, 1.0
    ordered = np.sort(offs)
    place = int(np.ceil((n + 1) * (1 + RATE) / 2))
    return float(ordered[max(n - place, 0)]), float(ordered[min(place, n) - 1])
