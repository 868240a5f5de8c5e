"""Gamma-Gamma: what a customer spends on a purchase, judged from few of them.

P. S. Fader, B. G. S. Hardie (2013), The Gamma-Gamma Model of Monetary Value,
http://www.brucehardie.com/notes/025/. Equations are theirs.
"""

from dataclasses import asdict, dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln
from scipy.stats import spearmanr

from tools.prediction.features import Floats

PRIOR_SPREAD = 3.0  # of the logarithm of each parameter


@dataclass(frozen=True)
class GammaGamma:
    """Spend on a purchase: Gamma(p, v), v itself Gamma(q, gamma) over customers.

    Attributes:
        p: Shape of the spend of one customer.
        q: Shape of the rate over customers, above 1 so that the mean exists.
        gamma: Rate of the rate over customers, store currency.
        dependence: Spearman correlation of number and mean value of purchases among customers with
            two or more; the model assumes 0.
    """

    p: float
    q: float
    gamma: float
    dependence: float

    @classmethod
    def fit(cls, purchases: Floats, mean_value: Floats) -> "GammaGamma":
        """Maximise the likelihood (eq. 1a) times a weak log-normal prior.

        Args:
            purchases: Number of purchases, the first one too: [n], 1 or more.
            mean_value: Mean value of a purchase, store currency: [n]; others than > 0 are left out.
        """
        paid = mean_value > 0
        x, scale = purchases[paid], float(mean_value[paid].mean())
        m = mean_value[paid] / scale

        def loss(logs: Floats) -> float:
            p, q, gamma = np.exp(logs) + np.array([0.0, 1.0, 0.0])
            fit = _log_likelihood(p, q, gamma, x, m).sum()
            return float(((logs / PRIOR_SPREAD) ** 2).sum() / 2 - fit) / len(x)

        limits = [(-7.0, 7.0)] * 3
        found = minimize(loss, np.ones(3), method="L-BFGS-B", bounds=limits)
        p, q, gamma = np.exp(found.x) + np.array([0.0, 1.0, 0.0])
        return cls(float(p), float(q), float(gamma * scale), _dependence(x, m))

    def mean_value(self, purchases: Floats, mean_value: Floats) -> Floats:
        """Expected value of a purchase to come, store currency (eq. 5): [n]."""
        seen = np.maximum(mean_value, 0.0)
        return np.asarray(
            self.p * (self.gamma + purchases * seen) / (self.p * purchases + self.q - 1)
        )

    def state(self) -> dict[str, float]:
        """The parameters."""
        return asdict(self)


def _log_likelihood(p: float, q: float, gamma: float, x: Floats, m: Floats) -> Floats:
    """Logarithm of eq. 1a, each customer's: [n]."""
    return np.asarray(
        gammaln(p * x + q)
        - gammaln(p * x)
        - gammaln(q)
        + q * np.log(gamma)
        + (p * x - 1) * np.log(m)
        + p * x * np.log(x)
        - (p * x + q) * np.log(gamma + m * x)
    )


def _dependence(x: Floats, m: Floats) -> float:
    again = x > 1
    varied = again.sum() > 2 and np.ptp(x[again]) > 0 and np.ptp(m[again]) > 0
    return float(spearmanr(x[again], m[again]).statistic) if varied else 0.0
