"""The Poisson fit agrees with dummy variables and with the robust formula written out."""

import numpy as np
import pytest
from sklearn.linear_model import PoissonRegressor

from tools.prices.fixed_effects import fit


@pytest.fixture
def panel() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(0)
    item, day = (a.ravel() for a in np.meshgrid(np.arange(8), np.arange(30), indexing="ij"))
    busy = rng.normal(0, 0.5, 30)
    x = -0.4 * busy[day] + rng.normal(0, 0.3, len(item))  # cheaper on busy days
    mean = np.exp(0.4 + rng.normal(0, 0.5, 8)[item] + busy[day] - 1.5 * x)
    return {"item": item, "day": day, "x": x, "y": rng.poisson(mean).astype(float)}


def test_the_slope_is_that_of_a_regression_with_dummies(panel: dict[str, np.ndarray]) -> None:
    dummies = np.column_stack(
        [panel["x"], np.eye(8)[panel["item"]], np.eye(30)[panel["day"]][:, 1:]]
    )
    plain = PoissonRegressor(alpha=0, fit_intercept=False, tol=1e-9, max_iter=5000)
    plain.fit(dummies, panel["y"])
    found = fit(panel["y"], [panel["x"]], [panel["item"], panel["day"]], panel["item"])
    assert found.slopes[0].value == pytest.approx(plain.coef_[0], abs=1e-4)
    assert found.mean == pytest.approx(plain.predict(dummies), rel=1e-3)


def test_the_error_is_the_clustered_sandwich(panel: dict[str, np.ndarray]) -> None:
    found = fit(panel["y"], [panel["x"]], [panel["item"], panel["day"]], panel["item"])
    dummies = np.column_stack(
        [panel["x"], np.eye(8)[panel["item"]], np.eye(30)[panel["day"]][:, 1:]]
    )
    bread = np.linalg.inv(dummies.T @ (dummies * found.mean[:, None]))
    scores = np.zeros((8, dummies.shape[1]))
    np.add.at(scores, panel["item"], dummies * (panel["y"] - found.mean)[:, None])
    variance = (bread @ (scores.T @ scores) @ bread)[0, 0] * 8 / 7
    assert found.slopes[0].error == pytest.approx(np.sqrt(variance), rel=1e-3)


def test_the_slope_is_right_where_a_pooled_one_misleads(panel: dict[str, np.ndarray]) -> None:
    found = fit(panel["y"], [panel["x"]], [panel["item"], panel["day"]], panel["item"]).slopes[0]
    assert found.low < -1.5 < found.high
    naive = fit(panel["y"], [panel["x"]], [np.zeros(240, dtype=np.int64)], panel["item"]).slopes[0]
    assert naive.value < -2.0


def test_an_item_that_never_sold_does_no_harm(panel: dict[str, np.ndarray]) -> None:
    y = np.where(panel["item"] == 3, 0.0, panel["y"])
    found = fit(y, [panel["x"]], [panel["item"], panel["day"]], panel["item"])
    assert np.isfinite(found.slopes[0].value)
    assert found.mean[panel["item"] == 3].max() == 0
