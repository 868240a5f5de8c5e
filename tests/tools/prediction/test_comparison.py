import numpy as np
import pytest

from tools.prediction.comparison import bootstrapped


def test_the_interval_of_a_mean_is_that_of_its_standard_error() -> None:
    values = np.random.default_rng(1).normal(5, 2, 400)
    figure = bootstrapped(lambda places: {"mean": float(values[places].mean())}, 400)["mean"]
    assert figure.value == pytest.approx(values.mean())
    assert figure.low is not None
    assert figure.high is not None
    assert figure.high - figure.low == pytest.approx(2 * 1.96 * 2 / 20, rel=0.2)


def test_models_are_judged_on_the_same_draws() -> None:
    seen: list[list[int]] = []
    for _ in range(2):
        bootstrapped(lambda places: seen.append(places.tolist()) or {"n": 1.0}, 5, repeats=3)  # type: ignore[func-returns-value]
    assert seen[:4] == seen[4:]
