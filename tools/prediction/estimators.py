"""The models that rank users, simplest first, behind one protocol and without pickle."""

from dataclasses import dataclass, field
from typing import Any, Protocol, Self

import lightgbm
import numpy as np
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from tools.prediction.features import Floats

SEED = 7
THREADS = 2  # that score; every row by itself, so the result is the same
SIZES = ((8, 200), (16, 300), (16, 300), (16, 300))  # leaves and rounds of the boosters averaged
FEW = 5_000  # rows; larger trees follow noise
ENOUGH_FOR_ONE = 50_000  # rows; the draws of one booster hardly matter then


class Estimator(Protocol):
    """Something that learns from users' features who bought, as a log-odds score."""

    @classmethod
    def fit(cls, values: Floats, bought: Floats, names: tuple[str, ...]) -> Self:
        """Learn from `values` [n, n_features] (NaN where unknown) and `bought` [n] of 0 and 1."""

    def contributions(self, values: Floats) -> Floats:
        """What each feature adds to the log-odds: [n, n_features + 1], the constant last."""

    def state(self) -> dict[str, Any]:
        """Everything learned, as JSON."""

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """The estimator that gave `state`."""


def logits(estimator: Estimator, values: Floats) -> Floats:
    """Log-odds of buying, before calibration: [n]."""
    if isinstance(estimator, LightGBM):
        return estimator.logits(values)
    total: Floats = estimator.contributions(values).sum(axis=1)
    return total


@dataclass(frozen=True)
class BaseRate:
    """Everyone alike: the share who bought."""

    rate: float

    @classmethod
    def fit(cls, values: Floats, bought: Floats, names: tuple[str, ...]) -> Self:  # noqa: ARG003
        """Count who bought."""
        return cls(float(bought.mean()))

    def contributions(self, values: Floats) -> Floats:
        """Only the constant."""
        rate = min(max(self.rate, 1e-6), 1 - 1e-6)
        added = np.zeros((values.shape[0], values.shape[1] + 1))
        added[:, -1] = np.log(rate / (1 - rate))
        return added

    def state(self) -> dict[str, Any]:
        """The rate."""
        return {"rate": self.rate}

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """From the rate."""
        return cls(**state)


@dataclass(frozen=True)
class Logistic:
    """Logistic regression, P(buys) = 1 / (1 + exp(-theta . x)), on standardised log features.

    A feature x enters as sign(x) log(1 + |x|), standardised; where it is unknown, the largest value
    seen stands in and an indicator carries its own weight.

    Attributes:
        fill: Stand-in for an unknown value: [n_features].
        mean: Mean of the inputs, indicators last: [2 n_features].
        scale: Standard deviation of the inputs: [2 n_features].
        theta: Weights of the standardised inputs: [2 n_features].
        constant: Log-odds when every input is at its mean.
    """

    fill: Floats
    mean: Floats
    scale: Floats
    theta: Floats
    constant: float

    @classmethod
    def fit(cls, values: Floats, bought: Floats, names: tuple[str, ...]) -> Self:  # noqa: ARG003
        """Maximise the likelihood with an L2 penalty."""
        most = np.fmax.reduce(values, axis=0, initial=-np.inf)  # the logarithm keeps the order
        fill = _signed_log(np.where(np.isfinite(most), most, 0.0))
        inputs = _with_unknown(values, fill)
        mean, spread = inputs.mean(axis=0), inputs.std(axis=0)
        varies = spread > 1e-9
        scale = np.where(varies, spread, 1.0)
        model = LogisticRegression(C=0.03, solver="newton-cholesky")
        with threadpool_limits(1):  # a second thread mostly waits for the first
            model.fit(((inputs - mean) / scale)[:, varies].astype(np.float32), bought)
        theta = np.zeros(len(mean))
        theta[varies] = model.coef_[0]
        return cls(fill, mean, scale, theta, float(model.intercept_[0]))

    def contributions(self, values: Floats) -> Floats:
        """Weight times standardised input, an indicator counted with its feature."""
        each = (_with_unknown(values, self.fill) - self.mean) / self.scale * self.theta
        n = values.shape[1]
        constant = np.full((len(values), 1), self.constant)
        return np.hstack([each[:, :n] + each[:, n:], constant])

    def state(self) -> dict[str, Any]:
        """The weights."""
        arrays = {name: getattr(self, name).tolist() for name in ("fill", "mean", "scale", "theta")}
        return {**arrays, "constant": self.constant}

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """From the weights."""
        arrays = {name: np.array(state[name]) for name in ("fill", "mean", "scale", "theta")}
        return cls(**arrays, constant=state["constant"])


@dataclass(frozen=True)
class Recency:
    """Logistic regression on one thing: how long ago the user was last here or last bought."""

    columns: tuple[int, ...]
    model: Logistic

    @classmethod
    def fit(cls, values: Floats, bought: Floats, names: tuple[str, ...]) -> Self:
        """Learn from the days since the last visit and the last purchase."""
        columns = tuple(names.index(n) for n in ("days_since_active", "days_since_purchase"))
        return cls(columns, Logistic.fit(values[:, columns], bought, names))

    def contributions(self, values: Floats) -> Floats:
        """Zero but for the two recencies."""
        own = self.model.contributions(values[:, self.columns])
        added = np.zeros((values.shape[0], values.shape[1] + 1))
        added[:, [*self.columns, -1]] = own
        return added

    def state(self) -> dict[str, Any]:
        """The columns and the weights."""
        return {"columns": list(self.columns), "model": self.model.state()}

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """From the columns and the weights."""
        return cls(tuple(state["columns"]), Logistic.from_state(state["model"]))


@dataclass(frozen=True)
class LightGBM:
    """Boosted trees (Ke et al. 2017), the mean of a few; contributions are TreeSHAP values.

    TreeSHAP: Lundberg et al. 2018.
    """

    boosters: tuple[lightgbm.Booster, ...] = field(repr=False)

    @classmethod
    def fit(cls, values: Floats, bought: Floats, names: tuple[str, ...]) -> Self:
        """Grow trees of several sizes, the same at every run."""
        few, many = len(bought) < FEW, len(bought) > ENOUGH_FOR_ONE
        sizes = SIZES[:1] * len(SIZES) if few else SIZES[:1] if many else SIZES
        return cls(
            tuple(_grown(values, bought, names, *size, bag) for bag, size in enumerate(sizes))
        )

    def logits(self, values: Floats) -> Floats:
        """The same sum as of `contributions`, without the cost of TreeSHAP: [n]."""
        raw = [b.predict(values, raw_score=True, num_threads=THREADS) for b in self.boosters]
        return np.asarray(np.mean(raw, axis=0))

    def contributions(self, values: Floats) -> Floats:
        """TreeSHAP values, the expected score last."""
        added = [b.predict(values, pred_contrib=True, num_threads=THREADS) for b in self.boosters]
        return np.asarray(np.mean(added, axis=0))

    def state(self) -> dict[str, Any]:
        """LightGBM's own text format."""
        return {"texts": [booster.model_to_string() for booster in self.boosters]}

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """From LightGBM's own text format."""
        return cls(tuple(lightgbm.Booster(model_str=text) for text in state["texts"]))


def _grown(
    values: Floats, bought: Floats, names: tuple[str, ...], leaves: int, rounds: int, bag: int = 0
) -> lightgbm.Booster:
    settings = {
        "objective": "binary",
        "num_leaves": leaves,
        "learning_rate": 0.03,
        "min_data_in_leaf": max(2, min(40, len(bought) // 20)),
        "feature_fraction": 0.5,
        "bagging_fraction": 0.7,
        "bagging_freq": 1,
        "lambda_l2": 5.0,
        "num_threads": 1,  # as above
        "seed": SEED + bag,
        "deterministic": True,
        "force_row_wise": True,
        "verbose": -1,
    }
    rows = lightgbm.Dataset(values, bought, feature_name=list(names), params={"verbose": -1})
    return lightgbm.train(settings, rows, num_boost_round=rounds)


ESTIMATORS: dict[str, type[Estimator]] = {
    "base_rate": BaseRate,
    "recency": Recency,
    "logistic_regression": Logistic,
    "lightgbm": LightGBM,
}
"""Every model that competes, simplest first; a tie goes to the simpler."""


def _signed_log(values: Floats) -> Floats:
    logs: Floats = np.sign(values) * np.log1p(np.abs(values))
    return logs


def _with_unknown(values: Floats, fill: Floats) -> Floats:
    logs = _signed_log(values)
    unknown = np.isnan(logs)
    return np.hstack([np.where(unknown, fill, logs), unknown])
