"""How far a store moved away from what its model had learned: inputs and calibration."""

import math
from datetime import date

import numpy as np

from tools.prediction.config import Drift, Profile, Shift
from tools.prediction.features import Features, Floats

INNER = np.linspace(0, 1, 11)[1:-1]  # nine edges part values into tenths
FAINTEST = 1e-4  # an empty part counts as this share, or the logarithm has no value
NOTABLE = 0.1  # the least of the index that is told (Siddiqi 2006, Credit Risk Scorecards)
NAMED = 10  # features kept in a model card


def profile_of(features: Features) -> Profile:
    """How `features` are distributed, to compare later ones with."""
    edges, shares = {}, {}
    for i, name in enumerate(features.names):
        column = features.values[:, i]
        known = column[~np.isnan(column)]
        inner = np.quantile(known, INNER) if len(known) else np.array([])
        edges[name] = tuple(np.unique(inner).tolist())
        shares[name] = tuple(_shares(column, edges[name]))
    return Profile(cut=features.cut, edges=edges, shares=shares)


def shifts(profile: Profile, features: Features) -> tuple[Shift, ...]:
    """Population stability index of each feature between `profile` and `features`, largest first.

    PSI = sum over parts of (now - then) * ln(now / then).
    """
    found = []
    for i, name in enumerate(features.names):
        if name in profile.edges:
            then = np.maximum(profile.shares[name], FAINTEST)
            now = np.maximum(_shares(features.values[:, i], profile.edges[name]), FAINTEST)
            found.append(Shift(feature=name, psi=float(((now - then) * np.log(now / then)).sum())))
    return tuple(sorted(found, key=lambda shift: -shift.psi))


def drift_of(profile: Profile, features: Features) -> Drift:
    """What moved between the cut that `profile` is from and the one of `features`."""
    moved = tuple(s for s in shifts(profile, features) if s.psi >= NOTABLE)
    return Drift(since=profile.cut, now=features.cut, shifts=moved[:NAMED])


def with_calibration(
    drift: Drift, cut: date, bought: Floats, probability: Floats, ece: float
) -> Drift:
    """`drift` and what became of a period that the model had not seen.

    Args:
        drift: The inputs' drift.
        cut: First day of the period.
        bought: Who bought in it: [n_users].
        probability: What the model expected of them: [n_users].
        ece: Expected calibration error.
    """
    expected, observed = float(probability.sum()), int(bought.sum())
    return drift.model_copy(
        update={"cut": cut, "expected": expected, "observed": observed, "ece": ece}
    )


def strayed(drift: Drift) -> bool:
    """Whether buyers strayed from the number expected by more than a tenth and more than chance.

    Chance is taken as the spread of a count (Poisson), two standard deviations.
    """
    if drift.expected is None or drift.observed is None:
        return False
    off = abs(drift.observed - drift.expected)
    return off > max(0.1 * drift.expected, 2 * math.sqrt(max(drift.expected, 1.0)))


def _shares(column: Floats, edges: tuple[float, ...]) -> Floats:
    known = column[~np.isnan(column)]
    counts = np.bincount(np.searchsorted(edges, known, side="left"), minlength=len(edges) + 1)
    every = np.append(counts, len(column) - len(known))
    return np.asarray(every / max(len(column), 1))
