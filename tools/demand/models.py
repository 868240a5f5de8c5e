"""Ways to carry a daily series on; each is judged on past days before it is used."""

from collections.abc import Callable, Mapping

import numpy as np

from tools.prediction.features import Floats

Forecaster = Callable[[Floats, int, int], Floats]
"""Series [n], days ahead, days of a week on which the store is open -> forecast [days ahead]."""

NAIVE = "naive"
COMBINED = "combined"
POOLED = "pooled"  # see rates.Demand
SPARSE = 0.35  # share of days without a sale, from which a series is intermittent
WEEKS = 8  # averaged for the mean week
TWO_YEARS = 730
YEAR = 365


def seasonal_naive(series: Floats, ahead: int, season: int) -> Floats:
    """The last week again and again (Hyndman & Athanasopoulos 2021, section 5.2)."""
    return np.resize(series[-season:], ahead)


def mean_week(series: Floats, ahead: int, season: int) -> Floats:
    """The mean of the last `WEEKS` weeks, each day of the week for itself."""
    whole = series[-season * min(WEEKS, len(series) // season) :]
    return np.resize(whole.reshape(-1, season).mean(axis=0), ahead)


# statsforecast compiles its models and is slow to import: it waits until one is asked for.
def _ets(series: Floats, ahead: int, season: int) -> Floats:
    from statsforecast.models import AutoETS

    return _mean(AutoETS(season_length=season, model="ANA").forecast(y=series, h=ahead))


def _theta(series: Floats, ahead: int, season: int) -> Floats:
    from statsforecast.models import AutoTheta

    return _mean(AutoTheta(season_length=season).forecast(y=series, h=ahead))


def _yearly(series: Floats, ahead: int, season: int) -> Floats:
    from statsforecast.models import MSTL, AutoETS

    seasons = [season, YEAR * season // 7]
    trend = AutoETS(model="ANN")
    return _mean(MSTL(season_length=seasons, trend_forecaster=trend).forecast(y=series, h=ahead))


def _croston(series: Floats, ahead: int, season: int) -> Floats:  # noqa: ARG001  # has no week
    from statsforecast.models import CrostonSBA

    return _mean(CrostonSBA().forecast(y=series, h=ahead))


def _imapa(series: Floats, ahead: int, season: int) -> Floats:  # noqa: ARG001  # has no week
    from statsforecast.models import IMAPA

    return _mean(IMAPA().forecast(y=series, h=ahead))


def _tsb(series: Floats, ahead: int, season: int) -> Floats:  # noqa: ARG001  # has no week
    from statsforecast.models import TSB

    return _mean(TSB(alpha_d=0.1, alpha_p=0.1).forecast(y=series, h=ahead))


def _mean(forecast: Mapping[str, Floats]) -> Floats:
    return np.asarray(forecast["mean"], dtype=np.float64)


STEADY: dict[str, Forecaster] = {"ets": _ets, "theta": _theta}
LONG: dict[str, Forecaster] = {"yearly": _yearly}
INTERMITTENT: dict[str, Forecaster] = {
    "mean_week": mean_week,
    "croston": _croston,
    "imapa": _imapa,
    "tsb": _tsb,
}


def forecasts(series: Floats, ahead: int, season: int, sparse: bool) -> dict[str, Floats]:
    """What each candidate says, never below 0, with their mean as one more: [ahead] each.

    Exponential smoothing (ETS, additive: Hyndman et al. 2008) and Theta (Assimakopoulos &
    Nikolopoulos 2000) for steady sales, with a yearly season (MSTL, Bandara et al. 2021) where
    there are two years; Croston with Syntetos & Boylan's (2005) correction, IMAPA (Petropoulos &
    Kourentzes 2015) and TSB (Teunter et al. 2011) for items that sell on some days only.
    """
    chosen = INTERMITTENT if sparse else STEADY
    if not sparse and len(series) * 7 >= TWO_YEARS * season:
        chosen = chosen | LONG
    if np.ptp(series) == 0:  # nothing to fit
        return {"mean_week": mean_week(series, ahead, season)}
    made = {name: np.maximum(one(series, ahead, season), 0.0) for name, one in chosen.items()}
    made[COMBINED] = np.mean(list(made.values()), axis=0)
    return made
