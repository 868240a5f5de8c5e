from datetime import timedelta

import numpy as np
import pytest

from tests.tools.prediction.behaviour.shop import small_shop
from tests.tools.prediction.small_shop import START, store_of
from tools.prediction.behaviour.sequences import Sequences, seconds
from tools.prediction.behaviour.summary import Summary, names, of_count, of_time
from tools.prediction.features import features_at
from tools.prediction.history import History
from tools.prediction.reasons import THEMES, theme_of

CUT = START.date() + timedelta(days=46)
WINDOWS = (1, 7, 30)


@pytest.fixture(scope="module")
def both():
    history = History(store_of(events=small_shop()))
    features = features_at(history.days, CUT, WINDOWS)
    known = Sequences.of(history)
    users = known.users(features.user_ids)
    times = np.full((len(users), 1), seconds(CUT))
    place = known.before(users[:, None], times)
    numbers = Summary(known, WINDOWS, typical_value=1.0)(users, times, place)[:, 0]
    return features, dict(zip(names(WINDOWS), numbers.T, strict=True))


@pytest.mark.parametrize("name", ["orders_total", "orders_7d", "views_30d", "active_days_30d"])
def test_counts_are_those_of_the_tabular_features(both, name):
    features, numbers = both
    assert numbers[name] == pytest.approx(of_count(features.column(name)), abs=1e-5)


@pytest.mark.parametrize("name", ["days_since_active", "days_since_purchase"])
def test_spans_are_those_of_the_tabular_features(both, name):
    features, numbers = both
    days = features.column(name)
    expected = np.where(np.isnan(days), 0, of_time(np.nan_to_num(days) * 86_400))
    assert numbers[name] == pytest.approx(expected, abs=0.05)


def test_every_number_has_a_theme():
    assert {theme_of(name) for name in names(WINDOWS)} <= set(THEMES)
