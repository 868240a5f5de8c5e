import numpy as np
import pytest

from tools.prediction.customers.bgnbd import BGNBD

TRUE = BGNBD(r=0.8, alpha=40.0, a=0.9, b=3.0)


def bought(model: BGNBD, n: int, days: float, ahead: float, seed: int = 3):
    """Frequency, recency, age, purchases in the `ahead` days after, of simulated customers."""
    rng = np.random.default_rng(seed)
    age = rng.uniform(0.3, 1.0, n) * days
    rate, leave = rng.gamma(model.r, 1 / model.alpha, n), rng.beta(model.a, model.b, n)
    frequency, recency, later = np.zeros(n), np.zeros(n), np.zeros(n)
    time, alive = np.zeros(n), np.ones(n, dtype=bool)
    while alive.any():
        time[alive] += rng.exponential(1 / rate[alive])
        alive &= time < age + ahead
        seen = alive & (time < age)
        frequency[seen] += 1
        recency[seen] = time[seen]
        later[alive & ~seen] += 1
        alive &= rng.random(n) > leave
    return frequency, recency, age, later


def test_parameters_of_simulated_customers_are_recovered():
    frequency, recency, age, _later = bought(TRUE, 20_000, 360.0, 180.0)
    found = BGNBD.fit(frequency, recency, age)
    assert found.r / found.alpha == pytest.approx(TRUE.r / TRUE.alpha, rel=0.06)
    assert found.r == pytest.approx(TRUE.r, rel=0.12)
    assert found.a / (found.a + found.b) == pytest.approx(TRUE.a / (TRUE.a + TRUE.b), rel=0.12)


def test_expected_purchases_add_up_to_those_that_come():
    *seen, later = bought(TRUE, 20_000, 360.0, 180.0)
    found = BGNBD.fit(*seen)
    expected = found.purchases(*seen, 180.0)
    assert expected.sum() == pytest.approx(later.sum(), rel=0.05)
    quiet = found.quiet(*seen, 180.0)
    assert quiet.mean() == pytest.approx((later == 0).mean(), abs=0.01)
    ranked = np.argsort(expected)
    assert later[ranked[-2000:]].mean() == pytest.approx(expected[ranked[-2000:]].mean(), rel=0.08)


def test_purchases_are_the_published_formula():
    """Equation 10 with the hypergeometric function, where that is well behaved."""
    from scipy.special import hyp2f1

    x, tx, age, days = np.array([0.0, 1, 4, 9]), np.array([0.0, 20, 90, 99]), np.full(4, 100.0), 50
    r, alpha, a, b = TRUE.r, TRUE.alpha, 1.7, TRUE.b
    model = BGNBD(r, alpha, a, b)
    series = hyp2f1(r + x, b + x, a + b + x - 1, days / (alpha + age + days))
    part = 1 - ((alpha + age) / (alpha + age + days)) ** (r + x) * series
    gone = np.where(x > 0, a / (b + x - 1) * ((alpha + age) / (alpha + tx)) ** (r + x), 0)
    published = (a + b + x - 1) / (a - 1) * part / (1 + gone)
    assert model.purchases(x, tx, age, days) == pytest.approx(published, rel=1e-3)


def test_hundreds_of_purchases_stay_finite():
    x, tx, age = np.array([900.0, 900.0]), np.array([999.0, 10.0]), np.array([1000.0, 1000.0])
    assert np.isfinite(TRUE.purchases(x, tx, age, 365)).all()
    assert TRUE.alive(x, tx, age)[0] > 0.5
    assert TRUE.alive(x, tx, age)[1] < 1e-6


@pytest.mark.parametrize("repeats", [0.0, 1.0])
def test_customers_all_alike_still_give_parameters(repeats):
    n = 50
    found = BGNBD.fit(np.full(n, repeats), np.full(n, 10 * repeats), np.full(n, 30.0))
    assert np.isfinite(list(found.state().values())).all()
    assert np.isfinite(found.purchases(np.zeros(1), np.zeros(1), np.ones(1), 30)).all()
