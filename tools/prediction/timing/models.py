"""The models of the time to the next purchase, simplest first, behind one protocol, no pickle."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, Self

import lightgbm
import numpy as np
from numpy.typing import NDArray

from tools.prediction.customers.bgnbd import BGNBD
from tools.prediction.customers.moments import Moment
from tools.prediction.features import Floats

SEED = 7
MOST_ROWS = 250_000  # customer-bins that trees learn from, a sample of customers beyond it
CHUNK = 5_000  # customers predicted at once
GROUPS = 10

Edges = tuple[int, ...]
Ints = NDArray[np.int_]


class TimingModel(Protocol):
    """Something that learns when customers buy next.

    Bin j of a customer holds the days after edges[j-1] up to edges[j], counted from the cut.
    """

    @classmethod
    def fit(cls, past: Sequence[Moment], now: Moment, edges: Edges) -> Self:
        """Learn from moments with what followed (partly: censored), and from the newest one."""

    def survival(self, moment: Moment) -> Floats:
        """P(no purchase in the first edges[j] days after the cut): [n, n_edges]."""

    def state(self) -> dict[str, Any]:
        """Everything learned, as JSON."""

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """The model that gave `state`."""


def at_risk(moment: Moment, edges: Edges) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Who had not bought before each bin and was seen through it, and who bought by its end.

    Returns:
        Both [n, n_edges]; the second is only meaningful where the first holds.
    """
    assert moment.outcome is not None  # noqa: S101  looked at with what followed
    days, start = moment.outcome.days[:, None], np.array((0, *edges[:-1]))
    followed = np.array(edges) <= (moment.outcome.known - moment.cut).days
    return (days > start) & followed, days <= np.array(edges)


def life_table(past: Sequence[Moment], groups: Sequence[Ints], n: int, edges: Edges) -> Floats:
    """Survival of each of `n` groups of customers by Kaplan and Meier (1958): [n, n_edges].

    Half a purchase in the base's proportion is added to every bin, so that none is certain.
    """
    risk, bought = np.zeros((n, len(edges))), np.zeros((n, len(edges)))
    for moment, group in zip(past, groups, strict=True):
        here, events = at_risk(moment, edges)
        np.add.at(risk, group, here)
        np.add.at(bought, group, here & events)
    base = (bought.sum(axis=0) + 0.5) / (risk.sum(axis=0) + 1)
    return np.asarray(np.cumprod(1 - (bought + base) / (risk + 1), axis=1))


@dataclass(frozen=True)
class Base:
    """Every customer alike."""

    curve: Floats

    @classmethod
    def fit(cls, past: Sequence[Moment], now: Moment, edges: Edges) -> Self:  # noqa: ARG003
        """One life table."""
        alike = [np.zeros(len(moment.user_ids), dtype=int) for moment in past]
        return cls(life_table(past, alike, 1, edges)[0])

    def survival(self, moment: Moment) -> Floats:
        """The same for all."""
        return np.tile(self.curve, (len(moment.user_ids), 1))

    def state(self) -> dict[str, Any]:
        """The curve."""
        return {"curve": self.curve.tolist()}

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """From the curve."""
        return cls(np.array(state["curve"]))


@dataclass(frozen=True)
class ByTenth(ABC):
    """Life tables of tenths of customers in the order of one number, those without it apart.

    Attributes:
        limits: Where one tenth ends and the next begins: [n_groups - 2].
        curves: Survival of each tenth, and of those without the number: [n_groups, n_edges].
    """

    limits: Floats
    curves: Floats

    @staticmethod
    @abstractmethod
    def number(moment: Moment) -> Floats:
        """What orders customers: [n], NaN where unknown."""

    @classmethod
    def fit(cls, past: Sequence[Moment], now: Moment, edges: Edges) -> Self:  # noqa: ARG003
        """A life table each."""
        numbers = np.concatenate([cls.number(moment) for moment in past])
        known = numbers[~np.isnan(numbers)]
        inner = np.arange(1, GROUPS) / GROUPS
        limits = np.unique(np.quantile(known, inner)) if len(known) else np.empty(0)
        groups = [_group(cls.number(moment), limits) for moment in past]
        return cls(limits, life_table(past, groups, len(limits) + 2, edges))

    def survival(self, moment: Moment) -> Floats:
        """The curve of her tenth."""
        return np.asarray(self.curves[_group(self.number(moment), self.limits)])

    def state(self) -> dict[str, Any]:
        """The limits and the curves."""
        return {"limits": self.limits.tolist(), "curves": self.curves.tolist()}

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """From the limits and the curves."""
        return cls(np.array(state["limits"]), np.array(state["curves"]))


def _group(numbers: Floats, limits: Floats) -> Ints:
    placed = np.searchsorted(limits, numbers)
    return np.where(np.isnan(numbers), len(limits) + 1, placed)


class Recency(ByTenth):
    """By the days since the last purchase."""

    @staticmethod
    def number(moment: Moment) -> Floats:
        """Days since the last purchase: [n]."""
        return moment.since


class MeanGap(ByTenth):
    """By the days until she is due, if she buys as regularly as on average."""

    @staticmethod
    def number(moment: Moment) -> Floats:
        """Days until her mean gap is over: [n]."""
        return np.maximum(moment.gap - moment.since, 0.0)


class LastGap(ByTenth):
    """By the days until she is due, if the last gap repeats."""

    @staticmethod
    def number(moment: Moment) -> Floats:
        """Days until her last gap is over again: [n]."""
        return np.maximum(moment.last_gap - moment.since, 0.0)


@dataclass(frozen=True)
class Conditional:
    """BG/NBD, given when and how often she bought."""

    buying: BGNBD
    edges: Edges

    @classmethod
    def fit(cls, past: Sequence[Moment], now: Moment, edges: Edges) -> Self:  # noqa: ARG003
        """Maximise the likelihood of everything before now."""
        return cls(BGNBD.fit(*now.rfm), edges)

    def survival(self, moment: Moment) -> Floats:
        """BG/NBD's own."""
        return np.column_stack([self.buying.quiet(*moment.rfm, edge) for edge in self.edges])

    def state(self) -> dict[str, Any]:
        """The parameters."""
        return {"buying": self.buying.state(), "edges": list(self.edges)}

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """From the parameters."""
        return cls(BGNBD(**state["buying"]), tuple(state["edges"]))


@dataclass(frozen=True)
class HazardTrees:
    """Discrete-time hazard by LightGBM: P(buys in a bin | not before), a row a customer and bin.

    Singer & Willett (1993); the bin, how overdue she is by then, and BG/NBD's hazard are inputs
    beside the features of the purchase models.
    """

    base: Conditional
    booster: lightgbm.Booster = field(repr=False)

    @classmethod
    def fit(cls, past: Sequence[Moment], now: Moment, edges: Edges) -> Self:
        """Grow shallow trees, the same at every run."""
        base = Conditional.fit(past, now, edges)
        share = MOST_ROWS / max(1, sum(len(m.user_ids) for m in past) * len(edges))
        rng = np.random.default_rng(SEED)
        inputs, bought = [], []
        for moment in past:
            here, events = at_risk(moment, edges)
            here &= (rng.random(len(here)) < share)[:, None]
            inputs.append(_inputs(base, moment, here))
            bought.append(events[here].astype(float))
        target = np.concatenate(bought)
        settings = {
            "objective": "binary",
            "num_leaves": 8,
            "learning_rate": 0.05,
            "min_data_in_leaf": max(2, min(100, len(target) // 50)),
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
        rows = lightgbm.Dataset(np.vstack(inputs), target)
        return cls(base, lightgbm.train(settings, rows, num_boost_round=150))

    def survival(self, moment: Moment) -> Floats:
        """The product of 1 - hazard over the bins so far."""
        n, bins = len(moment.user_ids), len(self.base.edges)
        found = []
        for start in range(0, n, CHUNK):
            here = np.zeros((n, bins), dtype=bool)
            here[start : start + CHUNK] = True
            hazard = self.booster.predict(_inputs(self.base, moment, here), num_threads=1)
            found.append(np.cumprod(1 - np.asarray(hazard).reshape(-1, bins), axis=1))
        return np.vstack(found) if found else np.empty((0, bins))

    def state(self) -> dict[str, Any]:
        """The parameters and LightGBM's own text."""
        return {"base": self.base.state(), "text": self.booster.model_to_string()}

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Self:
        """From the parameters and LightGBM's own text."""
        base = Conditional.from_state(state["base"])
        return cls(base, lightgbm.Booster(model_str=state["text"]))


def _inputs(base: Conditional, moment: Moment, here: NDArray[np.bool_]) -> Floats:
    """Rows of the customers and bins where `here` [n, n_edges]: [sum of here, n_features + 5]."""
    who, which = np.nonzero(here)
    edges = np.array(base.edges, dtype=float)
    start = np.concatenate([[0.0], edges[:-1]])
    quiet = base.survival(moment)
    before = np.column_stack([np.ones(len(quiet)), quiet[:, :-1]])
    hazard = 1 - quiet / np.maximum(before, 1e-12)
    waited = moment.since[who] + start[which]
    own = [edges[which], (edges - start)[which], waited, waited / moment.gap[who].clip(1)]
    return np.column_stack([moment.features[who], *own, hazard[who, which]]).astype(np.float32)


TIMING_MODELS: dict[str, type[TimingModel]] = {
    "base_rate": Base,
    "recency": Recency,
    "mean_gap": MeanGap,
    "last_gap": LastGap,
    "bgnbd": Conditional,
    "hazard_lightgbm": HazardTrees,
}
"""Every model that competes, simplest first; a tie goes to the simpler."""

Outside = Callable[[Moment], Floats]
"""A model made elsewhere (the behaviour Transformer): survival of a moment's customers."""
