import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, f1_score, roc_auc_score

from tools.prediction.calibration import Calibration
from tools.prediction.estimators import ESTIMATORS, logits
from tools.prediction.scores import Ranking, best_threshold, calibration_error

NAMES = ("days_since_active", "days_since_purchase", "carts_7d", "constant")


@pytest.fixture
def rows():
    rng = np.random.default_rng(3)
    values = rng.exponential(10, (400, 4))
    values[:, 3] = 5.0
    values[::7, 1] = np.nan
    chance = 1 / (1 + np.exp(values[:, 0] / 5 - 1))
    return values, (rng.random(400) < chance).astype(float)


@pytest.mark.parametrize("name", ESTIMATORS)
def test_saved_and_loaded_scores_are_equal(name, rows):
    values, bought = rows
    model = ESTIMATORS[name].fit(values, bought, NAMES)
    again = ESTIMATORS[name].from_state(json.loads(json.dumps(model.state())))
    np.testing.assert_allclose(logits(again, values), logits(model, values), rtol=1e-12)


def test_contributions_of_trees_sum_to_the_raw_score(rows):
    model = ESTIMATORS["lightgbm"].fit(*rows, NAMES)
    np.testing.assert_allclose(
        model.contributions(rows[0]).sum(axis=1), logits(model, rows[0]), atol=1e-9
    )


def test_contributions_of_logistic_regression_sum_to_theta_x(rows):
    model = ESTIMATORS["logistic_regression"].fit(*rows, NAMES)
    logs = np.log1p(rows[0])
    unknown = np.isnan(logs)
    inputs = np.hstack([np.where(unknown, model.fill, logs), unknown])
    expected = (inputs - model.mean) / model.scale @ model.theta + model.constant
    np.testing.assert_allclose(logits(model, rows[0]), expected, atol=1e-9)
    np.testing.assert_allclose(
        model.contributions(rows[0])[:, 3], 0, atol=1e-9
    )  # a constant feature says nothing


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.floats(-20, 20), min_size=20, max_size=60),
    st.integers(0, 2**32 - 1),
    st.booleans(),
)
def test_calibrated_probability_lies_in_0_1_and_never_falls(logit, seed, many):
    scores = np.repeat(np.array(logit), 60 if many else 1)
    bought = (np.random.default_rng(seed).random(len(scores)) < 0.5).astype(float)
    probability = Calibration.fit(scores, bought).probability(np.linspace(-30, 30, 200))
    assert ((probability >= 0) & (probability <= 1)).all()
    assert (np.diff(probability) >= -1e-12).all()


def test_scores_of_a_hand_made_ranking():
    bought = np.array([1.0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
    probability = np.array([0.9, 0.8, 0.7, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])
    found = Ranking(bought, probability).figures(0.7)
    assert found["average_precision"] == pytest.approx((1 + 2 / 3) / 2)
    assert found["roc_auc"] == pytest.approx(15 / 16)
    assert found["f1"] == pytest.approx(0.8)
    assert found["precision"] == pytest.approx(2 / 3)
    assert found["recall"] == 1
    assert found["lift_at_10"] == pytest.approx(5)
    assert best_threshold(bought, probability) == 0.7


def test_scores_are_those_of_scikit_learn_also_on_resampled_users():
    random = np.random.default_rng(2)
    probability = random.random(300).round(2)  # with ties
    bought = (random.random(300) < probability).astype(float)
    places = random.integers(0, 300, 300)
    found = Ranking(bought, probability).figures(0.5, places)
    truth, said = bought[places], probability[places]
    assert found["average_precision"] == pytest.approx(average_precision_score(truth, said))
    assert found["roc_auc"] == pytest.approx(roc_auc_score(truth, said))
    assert found["f1"] == pytest.approx(f1_score(truth, said >= 0.5))
    assert found["brier"] == pytest.approx(np.mean((truth - said) ** 2))


def test_probabilities_that_are_right_have_little_calibration_error():
    probability = np.random.default_rng(4).random(20_000)
    bought = (np.random.default_rng(5).random(20_000) < probability).astype(float)
    assert calibration_error(bought, probability) < 0.01
    assert calibration_error(bought, probability / 2) == pytest.approx(0.25, abs=0.02)


def test_everyone_alike_has_a_lift_of_one():
    bought = np.array([1.0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    found = Ranking(bought, np.full(10, 0.2)).figures(0.5)
    assert found["lift_at_10"] == pytest.approx(1)
    assert found["roc_auc"] == 0.5
