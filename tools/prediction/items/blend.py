"""Candidates of every recommender, put in order by a model learned on an earlier period."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import lightgbm
import numpy as np

from tools.prediction.items.candidates import Candidates
from tools.prediction.items.interactions import Rows, Singles

SEED = 7
ROUNDS = 100
FEWEST = 30  # users with a hit among their candidates, for a model to be learned

SETTINGS = {
    "objective": "lambdarank",
    "lambdarank_truncation_level": 20,
    "learning_rate": 0.08,
    "num_leaves": 15,
    "max_bin": 63,
    "min_data_in_leaf": 50,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "num_threads": 1,
    "deterministic": True,
    "seed": SEED,
    "verbosity": -1,
}


@dataclass(frozen=True)
class Lesson:
    """Candidates of users at an earlier cut and which of them they went on to buy.

    Attributes:
        candidates: The pairs.
        bought: Whether each was bought within the horizon: [n].
    """

    candidates: Candidates
    bought: Singles


@dataclass(frozen=True)
class Blend:
    """Gradient-boosted trees that put candidates in order: LambdaMART (Burges 2010), by LightGBM.

    Attributes:
        names: Features it was learned on: [n_features].
        booster: The trees.
    """

    names: tuple[str, ...]
    booster: lightgbm.Booster

    @classmethod
    def fit(cls, lessons: Sequence[Lesson]) -> Self | None:
        """Learn from `lessons`; `None` if too few users bought any of their candidates."""
        kept = [_worth(lesson) for lesson in lessons]
        groups = np.concatenate([group for _values, _bought, group in kept])
        if len(groups) < FEWEST:
            return None
        values = np.vstack([values for values, _bought, _group in kept])
        bought = np.concatenate([bought for _values, bought, _group in kept])
        names = lessons[0].candidates.names
        data = lightgbm.Dataset(
            values, bought, group=groups, feature_name=list(names), params=SETTINGS
        )
        return cls(names, lightgbm.train(SETTINGS, data, ROUNDS))

    def scores(self, candidates: Candidates) -> Singles:
        """A score of each candidate; only their order within a user means anything: [n].

        A feature that was learned from and is no longer there counts as unknown.
        """
        if not len(candidates.rows):
            return np.zeros(0, dtype=np.float32)
        unknown = np.full(len(candidates.rows), np.nan, dtype=np.float32)
        columns = dict(zip(candidates.names, candidates.values.T, strict=True))
        values = np.column_stack([columns.get(name, unknown) for name in self.names])
        found = self.booster.predict(values, num_threads=1)
        return np.asarray(found, dtype=np.float32)


def _worth(lesson: Lesson) -> tuple[Singles, Singles, Rows]:
    """Features, what was bought and pairs per user, of the users who bought a candidate."""
    rows = lesson.candidates.rows
    hits = np.bincount(rows, lesson.bought)
    kept = hits[rows] > 0
    sizes = np.bincount(rows[kept], minlength=len(hits))
    return lesson.candidates.values[kept], lesson.bought[kept], sizes[sizes > 0]
