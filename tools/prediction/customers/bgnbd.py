"""BG/NBD: how often a customer buys while she is one, and whether she still is.

P. S. Fader, B. G. S. Hardie, K. L. Lee (2005), "Counting Your Customers" the Easy Way: An
Alternative to the Pareto/NBD Model, Marketing Science 24(2): 275-284. Equations are theirs.
"""

from dataclasses import asdict, dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaincinv, gammaln

from tools.prediction.features import Floats

PRIOR_SPREAD = 3.0  # of the logarithm of each parameter: a factor of 20 either way is no surprise
NODES, WEIGHTS = np.polynomial.legendre.leggauss(32)


@dataclass(frozen=True)
class BGNBD:
    """Buying rates spread as Gamma(r, alpha), chances to leave after a purchase as Beta(a, b).

    Attributes:
        r: Shape of the buying rate.
        alpha: Rate of the buying rate, days.
        a: First parameter of the chance to leave.
        b: Second parameter of the chance to leave.
    """

    r: float
    alpha: float
    a: float
    b: float

    @classmethod
    def fit(cls, frequency: Floats, recency: Floats, age: Floats) -> "BGNBD":
        """Maximise the likelihood (eq. 6) times a weak log-normal prior.

        Args:
            frequency: Repeat purchases, purchase days after the first: [n].
            recency: Days from the first purchase to the last, 0 where there is no repeat: [n].
            age: Days from the first purchase to the moment looked from, > 0: [n].
        """
        scale = float(age.mean())
        seen = np.column_stack([frequency, recency / scale, age / scale])
        rows, counts = np.unique(seen, axis=0, return_counts=True)

        def loss(logs: Floats) -> float:
            fit = _log_likelihood(np.exp(logs), *rows.T)
            prior = ((logs / PRIOR_SPREAD) ** 2).sum() / 2
            return float(prior - counts @ fit) / len(seen)

        limits = [(-7.0, 7.0)] * 4
        found = minimize(loss, np.zeros(4), method="L-BFGS-B", bounds=limits)
        r, alpha, a, b = (float(v) for v in np.exp(found.x))
        return cls(r, alpha * scale, a, b)

    def alive(self, frequency: Floats, recency: Floats, age: Floats) -> Floats:
        """Chance, 0-1, that she has not left for good: [n]."""
        odds = (
            np.log(self.a)
            - np.log(np.maximum(self.b + frequency - 1, 1e-12))
            + (self.r + frequency) * np.log((self.alpha + age) / (self.alpha + recency))
        )
        left: Floats = np.where(frequency > 0, odds, -np.inf)
        return np.asarray(1 / (1 + np.exp(np.clip(left, -700, 700))))

    def purchases(self, frequency: Floats, recency: Floats, age: Floats, days: float) -> Floats:
        """Expected purchases within `days` days from now: [n].

        The mean of (1 - exp(-rate leave days)) / leave over the posterior of both, Gamma and Beta,
        times `alive`; the same quantity as eq. 10, without its singularity at a = 1.
        """
        levels, place = np.unique(frequency, return_inverse=True)
        leave = betaincinv(self.a, self.b + levels[:, None], (NODES + 1) / 2)[place]  # [n, nodes]
        leave = np.maximum(leave, 1e-12)
        ahead = leave * days / (self.alpha + age)[:, None]
        each = -np.expm1(-(self.r + frequency)[:, None] * np.log1p(ahead)) / leave
        return np.asarray(self.alive(frequency, recency, age) * (each @ WEIGHTS) / 2)

    def quiet(self, frequency: Floats, recency: Floats, age: Floats, days: float) -> Floats:
        """Chance, 0-1, of no purchase within `days` days from now: [n]."""
        buys = -np.expm1(-(self.r + frequency) * np.log1p(days / (self.alpha + age)))
        return np.asarray(1 - self.alive(frequency, recency, age) * buys)

    def state(self) -> dict[str, float]:
        """The parameters."""
        return asdict(self)


def _log_likelihood(parameters: Floats, x: Floats, tx: Floats, age: Floats) -> Floats:
    """Logarithm of eq. 6, each customer's: [n]."""
    r, alpha, a, b = parameters
    rate = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    stay = gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
    still = -(r + x) * np.log(alpha + age)
    gone = np.log(a) - np.log(np.maximum(b + x - 1, 1e-12)) - (r + x) * np.log(alpha + tx)
    gone = np.where(x > 0, gone, -np.inf)
    return np.asarray(rate + stay + np.logaddexp(still, gone))
