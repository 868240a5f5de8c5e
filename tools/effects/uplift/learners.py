"""Models of the effect on each person, learned on some people and applied to others."""

from dataclasses import dataclass

import lightgbm
import numpy as np

from tools.effects.difference import Flags, Floats, Ints

FOLDS = 5
REPEATS = 3  # cross-fits on other folds, averaged: one alone depends on its folds
SEED = 7
ROUNDS = 40
# Effects are small beside the noise: shallow trees, much shrinkage (both tried on Hillstrom's data
# and on simulated tables without any difference between people, where larger trees see some).
TREES = {
    "objective": "regression",
    "num_leaves": 4,
    "learning_rate": 0.05,
    "feature_fraction": 0.8,
    "lambda_l2": 10.0,
    "max_bin": 63,
    "cat_smooth": 50.0,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
}


@dataclass(frozen=True)
class Scores:
    """What models that had not seen a person say of her; [repeats, n] each.

    Attributes:
        effect: Expected effect on her, in units of the outcome.
        rank: Her place among her fold by that effect, 0 (least) to 1 (most).
        gain: Unbiased, noisy measure of the effect on her: doubly robust score (Robins, Rotnitzky &
            Zhao 1994) with the true share of the arms; means of it over any group that does not
            depend on her outcome estimate the group's mean effect.
    """

    effect: Floats
    rank: Floats
    gain: Floats


def cross_fitted(
    features: Floats,
    outcome: Floats,
    treated: Flags,
    categories: tuple[int, ...] = (),
    clusters: Ints | None = None,
    repeats: int = REPEATS,
) -> Scores:
    """Scores of everyone by models learned on the other folds (Chernozhukov et al. 2018).

    Args:
        features: [n, p] what was known before; NaN where unknown.
        outcome: [n] what happened.
        treated: [n] whether each person is of the treated arm.
        categories: Columns of `features` that hold codes of categories.
        clusters: [n] unit each row belongs to; a unit stays in one fold.
        repeats: How often everything is done over, on other folds.
    """
    runs = [_run(features, outcome, treated, categories, clusters, seed) for seed in range(repeats)]
    return Scores(*(np.stack(parts) for parts in zip(*runs, strict=True)))


def _run(
    features: Floats,
    outcome: Floats,
    treated: Flags,
    categories: tuple[int, ...],
    clusters: Ints | None,
    seed: int,
) -> tuple[Floats, Floats, Floats]:
    rng = np.random.default_rng([SEED, seed])
    fold = folds(treated, clusters, rng)
    share, n = float(treated.mean()), len(outcome)
    effect, rank, gain = np.empty(n), np.empty(n), np.empty(n)
    for k in range(FOLDS):
        own = fold == k
        model = Effects.fit(features[~own], outcome[~own], treated[~own], categories, seed)
        effect[own], expected, otherwise = model.predict(features[own])
        here, y = treated[own], outcome[own]
        rank[own] = _places(effect[own], rng)
        gain[own] = (
            expected
            - otherwise
            + np.where(here, (y - expected) / share, -(y - otherwise) / (1 - share))
        )
    return effect, rank, gain


def folds(treated: Flags, clusters: Ints | None, rng: np.random.Generator) -> Ints:
    """[n] fold of each person, the arms spread evenly; a cluster's people stay together."""
    unit = np.arange(len(treated)) if clusters is None else clusters
    units, first, place = np.unique(unit, return_index=True, return_inverse=True)
    fold = np.empty(len(units), dtype=np.int64)
    for arm in (treated[first], ~treated[first]):
        chosen = rng.permutation(np.flatnonzero(arm))
        fold[chosen] = np.arange(len(chosen)) % FOLDS
    return fold[place]


def _places(effect: Floats, rng: np.random.Generator) -> Floats:
    """Places 0-1 by `effect`; ties fall at random."""
    order = np.lexsort((rng.random(len(effect)), effect))
    places = np.empty(len(effect))
    places[order] = (np.arange(len(effect)) + 0.5) / len(effect)
    return places


@dataclass(frozen=True)
class Effects:
    """The mean of a T-learner's and an X-learner's effects (Künzel et al. 2019), on LightGBM.

    Attributes:
        expected: Outcome if treated.
        otherwise: Outcome if not.
        crossed: Effect learned from the treated, and from the others (X-learner, stage two).
        share: Share treated, which weighs the two.
    """

    expected: lightgbm.Booster
    otherwise: lightgbm.Booster
    crossed: tuple[lightgbm.Booster, lightgbm.Booster]
    share: float

    @classmethod
    def fit(
        cls,
        features: Floats,
        outcome: Floats,
        treated: Flags,
        categories: tuple[int, ...],
        seed: int = 0,
    ) -> "Effects":
        """Learn from everyone given."""

        def learn(who: Flags, target: Floats) -> lightgbm.Booster:
            rows = int(who.sum())
            least = int(np.clip(rows // 20, 10, 100))
            data = lightgbm.Dataset(features[who], target, categorical_feature=list(categories))
            settings = {**TREES, "min_data_in_leaf": least, "seed": SEED + seed}
            return lightgbm.train(settings, data, ROUNDS)

        expected, otherwise = (learn(arm, outcome[arm]) for arm in (treated, ~treated))
        over = outcome - np.asarray(otherwise.predict(features))
        under = np.asarray(expected.predict(features)) - outcome
        crossed = learn(treated, over[treated]), learn(~treated, under[~treated])
        return cls(expected, otherwise, crossed, float(treated.mean()))

    def predict(self, features: Floats) -> tuple[Floats, Floats, Floats]:
        """Effect, outcome if treated, outcome if not: [n] each."""
        expected, otherwise, one, other = (
            np.asarray(model.predict(features))
            for model in (self.expected, self.otherwise, *self.crossed)
        )
        crossed = self.share * other + (1 - self.share) * one
        return (expected - otherwise + crossed) / 2, expected, otherwise
