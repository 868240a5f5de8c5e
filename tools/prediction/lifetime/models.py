"""The models of what customers will spend, simplest first, behind one protocol, without pickle."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, Self

import lightgbm
import numpy as np

from tools.prediction.customers.bgnbd import BGNBD
from tools.prediction.customers.moments import Moment
from tools.prediction.features import Floats
from tools.prediction.lifetime.gamma_gamma import GammaGamma

SEED = 7


class ValueModel(Protocol):
    """Something that learns what customers spend within the horizon."""

    @classmethod
    def fit(cls, past: Sequence[Moment], now: Moment, horizon_days: int) -> Self:
        """Learn from moments whose outcome is known, and from the newest, whose is not."""

    def worth(self, moment: Moment) -> Floats:
        """Expected worth of purchases within the horizon, store currency: [n]."""

    def state(self) -> dict[str, Any]:
        """Everything learned, as JSON."""

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """The model that gave `state`."""


@dataclass(frozen=True)
class SameAsLast:
    """Everyone spends again what she spent in the days just before, as many as the horizon has."""

    @classmethod
    def fit(cls, past: Sequence[Moment], now: Moment, horizon_days: int) -> Self:  # noqa: ARG003
        """Nothing to learn."""
        return cls()

    def worth(self, moment: Moment) -> Floats:
        """Repeat the last days."""
        return moment.recent_value

    def state(self) -> dict[str, Any]:
        """Nothing."""
        return {}

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """From nothing."""
        return cls(**state)


@dataclass(frozen=True)
class MeanOfBase:
    """Everyone spends what customers spent on average after past moments."""

    mean: float

    @classmethod
    def fit(cls, past: Sequence[Moment], now: Moment, horizon_days: int) -> Self:  # noqa: ARG003
        """Average."""
        return cls(float(outcomes(past).mean()))

    def worth(self, moment: Moment) -> Floats:
        """The same for all."""
        return np.full(len(moment.user_ids), self.mean)

    def state(self) -> dict[str, Any]:
        """The average."""
        return {"mean": self.mean}

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """From the average."""
        return cls(**state)


@dataclass(frozen=True)
class Probabilistic:
    """BG/NBD for how often, Gamma-Gamma for how much; the only one for any number of days."""

    buying: BGNBD
    spend: GammaGamma
    horizon_days: int

    @classmethod
    def fit(cls, past: Sequence[Moment], now: Moment, horizon_days: int) -> Self:  # noqa: ARG003
        """Maximise both likelihoods on everything before now."""
        spend = GammaGamma.fit(now.frequency + 1, now.mean_value)
        return cls(BGNBD.fit(*now.rfm), spend, horizon_days)

    def worth(self, moment: Moment) -> Floats:
        """Expected purchases times expected value of one."""
        return self.within(moment, self.horizon_days)

    def within(self, moment: Moment, days: float) -> Floats:
        """The same within `days` days."""
        each = self.spend.mean_value(moment.frequency + 1, moment.mean_value)
        return self.buying.purchases(*moment.rfm, days) * each

    def state(self) -> dict[str, Any]:
        """The parameters."""
        own = {"buying": self.buying.state(), "spend": self.spend.state()}
        return {**own, "horizon_days": self.horizon_days}

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """From the parameters."""
        buying, spend = BGNBD(**state["buying"]), GammaGamma(**state["spend"])
        return cls(buying, spend, state["horizon_days"])


@dataclass(frozen=True)
class BoostedTrees:
    """LightGBM (Ke et al. 2017) on the features of the purchase models and on `Probabilistic`.

    A Tweedie regression: many who spend nothing, the others' amounts skewed (Jorgensen 1987).
    """

    base: Probabilistic
    scale: float
    booster: lightgbm.Booster = field(repr=False)

    @classmethod
    def fit(cls, past: Sequence[Moment], now: Moment, horizon_days: int) -> Self:
        """Grow shallow trees, the same at every run."""
        base = Probabilistic.fit(past, now, horizon_days)
        worth = np.maximum(outcomes(past), 0.0)
        scale = max(float(worth.mean()), 1e-9)
        settings = {
            "objective": "tweedie",
            "tweedie_variance_power": 1.5,
            "num_leaves": 8,
            "learning_rate": 0.03,
            "min_data_in_leaf": max(2, min(60, len(worth) // 20)),
            "feature_fraction": 0.5,
            "bagging_fraction": 0.7,
            "bagging_freq": 1,
            "lambda_l2": 5.0,
            "num_threads": 1,
            "seed": SEED,
            "deterministic": True,
            "force_row_wise": True,
            "verbose": -1,
        }
        inputs = np.vstack([_inputs(base, moment) for moment in past])
        rows = lightgbm.Dataset(inputs, worth / scale)
        return cls(base, scale, lightgbm.train(settings, rows, num_boost_round=200))

    def worth(self, moment: Moment) -> Floats:
        """The trees' mean."""
        found = self.booster.predict(_inputs(self.base, moment), num_threads=1)
        return np.asarray(found) * self.scale

    def state(self) -> dict[str, Any]:
        """The parameters and LightGBM's own text."""
        own = {"base": self.base.state(), "scale": self.scale}
        return {**own, "text": self.booster.model_to_string()}

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """From the parameters and LightGBM's own text."""
        base, booster = Probabilistic.from_state(state["base"]), state["text"]
        return cls(base, state["scale"], lightgbm.Booster(model_str=booster))


VALUE_MODELS: dict[str, type[ValueModel]] = {
    "same_as_last_period": SameAsLast,
    "mean_of_base": MeanOfBase,
    "bgnbd_gamma_gamma": Probabilistic,
    "lightgbm": BoostedTrees,
}
"""Every model that competes, simplest first; a tie goes to the simpler."""


def outcomes(moments: Sequence[Moment]) -> Floats:
    """What customers of `moments` spent within the horizon, store currency: [sum of n]."""
    return np.concatenate([m.outcome.value for m in moments if m.outcome is not None])


def _inputs(base: Probabilistic, moment: Moment) -> Floats:
    """Features, then what BG/NBD and Gamma-Gamma say: [n, n_features + 3]."""
    alive = base.buying.alive(*moment.rfm)
    purchases = base.buying.purchases(*moment.rfm, base.horizon_days)
    return np.column_stack([moment.features, alive, purchases, base.worth(moment)])
