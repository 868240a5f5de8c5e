from datetime import date

import numpy as np
import pytest

from tools.prediction.config import Drift
from tools.prediction.drift import drift_of, profile_of, shifts, strayed, with_calibration
from tools.prediction.features import Features

THEN, NOW = date(2026, 1, 1), date(2026, 3, 1)
NAMES = ("steady", "moving", "constant", "half_known")


def features(cut, seed, move=0.0):
    random = np.random.default_rng(seed)
    values = np.column_stack(
        [random.normal(size=4000), random.normal(move, 1, 4000), np.ones(4000), np.ones(4000)]
    )
    values[:: 2 if move == 0 else 4, 3] = np.nan
    return Features(np.arange(4000).astype(object), NAMES, values, cut)


def test_what_did_not_move_shows_no_drift():
    drift = drift_of(profile_of(features(THEN, 1)), features(NOW, 2))
    assert drift == Drift(since=THEN, now=NOW, shifts=())


def test_what_moved_is_found_and_comes_first():
    found = {s.feature: s.psi for s in shifts(profile_of(features(THEN, 1)), features(NOW, 2, 1.0))}
    assert next(iter(found)) == "moving"
    # the index of two normals one standard deviation apart is 1 before values are put into tenths
    assert found["moving"] == pytest.approx(1.0, abs=0.15)
    assert found["half_known"] == pytest.approx((0.75 - 0.5) * np.log(1.5) * 2, abs=0.1)
    assert found["steady"] < 0.02
    assert found["constant"] == 0


@pytest.mark.parametrize(("observed", "found"), [(100, False), (112, False), (140, True)])
def test_buyers_beyond_chance_and_a_tenth_are_drift(observed, found):
    bought = np.array([1.0] * observed + [0.0] * (1000 - observed))
    drift = drift_of(profile_of(features(THEN, 1)), features(NOW, 2))
    told = with_calibration(drift, THEN, bought, np.full(1000, 0.1), 0.01)
    assert told.expected == pytest.approx(100)
    assert told.observed == observed
    assert strayed(told) == found
