import numpy as np
import pytest

from tools.prediction.lifetime.gamma_gamma import GammaGamma


def spent(n: int = 20_000, seed: int = 5):
    """Number of purchases, mean value seen, and true mean value of simulated customers."""
    rng = np.random.default_rng(seed)
    rate = rng.gamma(4.0, 1 / 15.0, n)  # q = 4, gamma = 15
    purchases = rng.integers(1, 8, n).astype(float)
    mean = rng.gamma(6.0 * purchases, 1 / rate) / purchases  # p = 6
    return purchases, mean, 6.0 / rate


def test_parameters_of_simulated_customers_are_recovered():
    purchases, mean, true = spent()
    found = GammaGamma.fit(purchases, mean)
    assert found.p == pytest.approx(6, rel=0.1)
    assert found.q == pytest.approx(4, rel=0.1)
    assert found.gamma == pytest.approx(15, rel=0.15)
    expected = found.mean_value(purchases, mean)
    assert expected.mean() == pytest.approx(true.mean(), rel=0.02)
    once = purchases == 1
    assert abs(expected - true)[once].mean() < 0.9 * abs(mean - true)[once].mean()


def test_spending_that_goes_with_frequency_is_noticed():
    purchases, mean, _true = spent(2_000)
    assert abs(GammaGamma.fit(purchases, mean).dependence) < 0.1
    assert GammaGamma.fit(purchases, mean * purchases).dependence > 0.4


def test_purchases_at_a_loss_do_not_break_the_fit():
    purchases, mean, _true = spent(500)
    mean[:20] = -5.0
    found = GammaGamma.fit(purchases, mean)
    assert np.isfinite(found.mean_value(purchases, mean)).all()
    assert (found.mean_value(purchases, mean) > 0).all()
