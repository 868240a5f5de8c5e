"""The models that compete to say who will buy: one protocol, whether they read rows or sequences.

A competitor learns from lessons (how users stood at a past cut, and who bought in the days after),
and gives log-odds, and reasons by theme, for the users at any cut.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from tools.prediction.estimators import ESTIMATORS, Estimator, logits
from tools.prediction.features import Features, Floats
from tools.prediction.reasons import by_theme

if TYPE_CHECKING:
    from tools.prediction.behaviour.sequences import Sequences

BLEND, BEHAVIOUR = "blend", "behaviour"
STATE = "state.json"
PULL = 0.05  # how strongly a blend is held to equal weights, as a part of the users

Rows = NDArray[np.int_]
Themes = dict[str, Floats]


@dataclass(frozen=True)
class Seen:
    """What a competitor may look at: the users as they stood at a cut.

    Attributes:
        features: One row a user; competitors answer in its order.
        sequences: Gives what the users did, one by one (`behaviour.Sequences`); days on or after
            the cut are not read.
    """

    features: Features
    sequences: Callable[[], "Sequences"]


@dataclass(frozen=True)
class Lesson:
    """One past cut to learn from.

    Attributes:
        seen: The users as they stood.
        bought: Who bought within `horizon_days` from the cut on, 0 or 1: [n_users].
        horizon_days: Days predicted.
    """

    seen: Seen
    bought: Floats
    horizon_days: int


class Competitor(Protocol):
    """A fitted model."""

    def logits(self, seen: Seen) -> Floats:
        """Log-odds of buying, before calibration: [n_users]."""

    def themes(self, seen: Seen, rows: Rows) -> Themes:
        """What each theme of `reasons.THEMES` adds to the log-odds of the users at `rows`."""

    def save(self, folder: Path) -> None:
        """Write everything learned into the empty `folder`, without pickle."""


@dataclass(frozen=True)
class Tabular:
    """A model of feature rows.

    Attributes:
        kind: Its name in `ESTIMATORS`.
        names: Names of the features it learned from.
        estimator: The model.
    """

    kind: str
    names: tuple[str, ...]
    estimator: Estimator

    @classmethod
    def fit(cls, kind: str, lessons: Sequence[Lesson]) -> "Tabular":
        """Learn from the users of all lessons."""
        values = np.vstack([lesson.seen.features.values for lesson in lessons])
        bought = np.concatenate([lesson.bought for lesson in lessons])
        names = lessons[-1].seen.features.names
        return cls(kind, names, ESTIMATORS[kind].fit(values, bought, names))

    def logits(self, seen: Seen) -> Floats:
        """Log-odds of buying: [n_users]."""
        return logits(self.estimator, seen.features.values)

    def themes(self, seen: Seen, rows: Rows) -> Themes:
        """Contributions summed by theme: theme to [n_rows]."""
        return by_theme(self.estimator.contributions(seen.features.values[rows]), self.names)

    def save(self, folder: Path) -> None:
        """Write JSON, and trees in LightGBM's text format."""
        state = self.estimator.state()
        for i, text in enumerate(state.pop("texts", ())):
            (folder / f"trees-{i}.txt").write_text(text, encoding="utf-8")
        whole = {"names": self.names, "state": state}
        (folder / STATE).write_text(json.dumps(whole), encoding="utf-8")

    @classmethod
    def load(cls, kind: str, folder: Path) -> "Tabular":
        """Read what `save` wrote."""
        whole = json.loads((folder / STATE).read_text(encoding="utf-8"))
        trees = sorted(folder.glob("trees-*.txt"))
        state = {"texts": [t.read_text(encoding="utf-8") for t in trees]} if trees else {}
        estimator = ESTIMATORS[kind].from_state({**whole["state"], **state})
        return cls(kind, tuple(whole["names"]), estimator)


@dataclass(frozen=True)
class Mix:
    """How the log-odds of several models are added up (logistic stacking; Wolpert 1992).

    Attributes:
        weights: Weight of each model, not negative.
        constant: Added to every sum.
    """

    weights: Mapping[str, float]
    constant: float

    @property
    def used(self) -> tuple[str, ...]:
        """Names of the models that count."""
        return tuple(name for name, weight in self.weights.items() if weight > 0)

    def of(self, logits: Mapping[str, Floats]) -> Floats:
        """The weighted sum of log-odds by name: [n]."""
        parts = [self.weights[name] * logits[name] for name in self.used]
        return np.asarray(np.sum(parts, axis=0) + self.constant)


@dataclass(frozen=True)
class Blend:
    """A mix of models that answers like one.

    Attributes:
        parts: The models that count, by name.
        mix: How they are added up.
    """

    parts: Mapping[str, Competitor]
    mix: Mix

    def logits(self, seen: Seen) -> Floats:
        """The weighted sum: [n_users]."""
        return self.mix.of({name: self.parts[name].logits(seen) for name in self.mix.used})

    def themes(self, seen: Seen, rows: Rows) -> Themes:
        """The weighted sum of the parts' themes: theme to [n_rows]."""
        total: Themes = {}
        for name in self.mix.used:
            for theme, added in self.parts[name].themes(seen, rows).items():
                before = total.get(theme, np.zeros(len(rows)))
                total[theme] = before + self.mix.weights[name] * added
        return total

    def save(self, folder: Path) -> None:
        """Write the weights, and each part into a folder of its own."""
        weights = {name: self.mix.weights[name] for name in self.mix.used}
        whole = {"weights": weights, "constant": self.mix.constant}
        (folder / STATE).write_text(json.dumps(whole), encoding="utf-8")
        for name in weights:
            (folder / name).mkdir()
            self.parts[name].save(folder / name)

    @classmethod
    def load(cls, folder: Path) -> "Blend":
        """Read what `save` wrote."""
        whole = json.loads((folder / STATE).read_text(encoding="utf-8"))
        parts = {name: load_competitor(name, folder / name) for name in whole["weights"]}
        return cls(parts, Mix(whole["weights"], whole["constant"]))


def stacked(logits: Mapping[str, Floats], bought: Floats) -> Mix:
    """The mix, weights not negative, under which `bought` is likeliest.

    Args:
        logits: Log-odds of each model for users that none of them learned from: name to [n].
        bought: Who of them bought: [n].
    """
    inputs = np.column_stack([*logits.values(), np.ones(len(bought))])
    start = np.append(np.full(len(logits), 1 / len(logits)), 0.0)
    pull = PULL * len(bought) * np.append(np.ones(len(logits)), 0.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        total = inputs @ weights
        fit = float((np.logaddexp(0, total) - bought * total).sum())
        slope = inputs.T @ (1 / (1 + np.exp(-np.clip(total, -30, 30))) - bought)
        away = weights - start
        return fit + float(pull @ away**2) / 2, slope + pull * away

    limits = [(0.0, None)] * len(logits) + [(None, None)]
    found = minimize(loss, start, jac=True, bounds=limits, method="L-BFGS-B").x
    return Mix(dict(zip(logits, map(float, found), strict=False)), float(found[-1]))


def load_competitor(name: str, folder: Path) -> Competitor:
    """The competitor called `name` that was saved in `folder`."""
    if name == BEHAVIOUR:
        from tools.prediction.sequential import Sequential  # torch takes seconds to import

        return Sequential.load(folder)
    return Blend.load(folder) if name == BLEND else Tabular.load(name, folder)
