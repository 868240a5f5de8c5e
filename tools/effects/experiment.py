"""Any experiment's table analysed: the effect, for whom it is larger, and whom to treat."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from tools.effects.difference import Estimate, difference, is_binary
from tools.effects.table import Trial, load, trial_of
from tools.effects.uplift.learners import SEED, cross_fitted
from tools.effects.uplift.ranking import Ranking, ranking_of
from tools.effects.uplift.recommendation import Recommendation, recommend

ENOUGH = 200  # people in an arm to learn from
ENOUGH_EVENTS = 20  # of the rarer outcome in an arm
TOLD = (0.1, 0.3, 0.5)  # shares whose uplift is told


@dataclass(frozen=True)
class Experiment:
    """What an experiment showed.

    Attributes:
        name: Name of the outcome.
        arms: Names of the treated arm and of the other.
        trial: The rows it rests on.
        effect: Mean outcome of the treated less that of the others.
        means: Mean outcome of the treated, and of the others.
        ranking: What ranking people by their expected effect is worth; `None` where there are too
            few people, cases or columns to learn from.
        recommendation: Whom to treat.
        cost: What one contact costs, in units of the outcome; 0 for not known.
        n_ranked: People the ranking was learned from, drawn at random where not all were.
    """

    name: str
    arms: tuple[str, str]
    trial: Trial
    effect: Estimate
    means: tuple[float, float]
    ranking: Ranking | None
    recommendation: Recommendation
    cost: float
    n_ranked: int

    @property
    def binary(self) -> bool:
        """Whether the outcome is yes or no."""
        return is_binary(self.trial.outcome)

    def to_json(self, why: str) -> dict[str, Any]:
        """Everything as JSON; `why` says the recommendation's reason in words."""
        treated, control = self.trial.sizes
        ranking = self.ranking
        shares = {f"{share:.0%}".rstrip("%"): share for share in TOLD}
        return {
            "effect": self.effect.model_dump(),
            "mean": {"treatment": self.means[0], "control": self.means[1]},
            "n": {"treatment": treated, "control": control},
            "uplift_at": {
                key: _told(ranking.uplift[ranking.at(share)] if ranking else None)
                for key, share in shares.items()
            },
            "above_everyone_at": {
                key: _told(ranking.gain[ranking.at(share)] if ranking else None)
                for key, share in shares.items()
            },
            "qini": _told(ranking.qini if ranking else None),
            "recommendation": self.recommendation.advice,
            "target_share": self.recommendation.share,
            "why": why,
            "learned_from": list(self.trial.names),
            "unit": self.trial.unit,
            "left_out": [each.model_dump() for each in self.trial.left_out],
            "rows_without_outcome": self.trial.without_outcome,
        }


def _told(estimate: Estimate | None) -> dict[str, float | None]:
    keys = ("value", "low", "high", "se", "p")
    return {key: None if estimate is None else getattr(estimate, key) for key in keys}


def analyse(
    source: pd.DataFrame | Path | str,
    arm: str,
    treatment: str,
    control: str,
    outcome: str,
    *,
    ignore: Collection[str] = (),
    keep: Collection[str] = (),
    unit: str | None = None,
    cost: float = 0.0,
    most: int | None = None,
) -> Experiment:
    """Analyse the experiment in a table of one row a person.

    Args:
        source: The table, or the CSV, Parquet, JSONL or Excel file it is in.
        arm: Column that says which arm a person was in.
        treatment: Its value for the treated.
        control: Its value for those they are compared with.
        outcome: Column that says what happened: numbers, or yes and no.
        ignore: Columns not to learn from, such as other outcomes.
        keep: Columns to learn from although they look like outcomes.
        unit: Column of the units that were assigned, where those are not rows; found out where
            every row of a value is in one arm.
        cost: What treating one person costs, in units of the outcome; 0 for not known.
        most: Most people to learn whom it moves from, drawn at random; all if not given.

    Raises:
        DataError: If the file cannot be read.
        ToolError: If the table does not hold such an experiment; says what would work.
    """
    trial = trial_of(load(source), arm, treatment, control, outcome, ignore, keep, unit)
    y, treated = trial.outcome, trial.treated
    effect = difference(y, treated, clusters=trial.clusters)
    learned = trial if most is None else drawn(trial, most)
    ranking = _ranked(learned) if learnable(learned) else None
    return Experiment(
        name=outcome,
        arms=(treatment, control),
        trial=trial,
        effect=effect,
        means=(float(y[treated].mean()), float(y[~treated].mean())),
        ranking=ranking,
        recommendation=recommend(effect, ranking, y[~treated], cost),
        cost=cost,
        n_ranked=len(learned.outcome),
    )


def drawn(trial: Trial, most: int) -> Trial:
    """At most `most` rows of `trial`, drawn at random, the same at each call."""
    n = len(trial.outcome)
    if n <= most:
        return trial
    rows = np.sort(np.random.default_rng(SEED).choice(n, most, replace=False))
    return replace(
        trial,
        treated=trial.treated[rows],
        outcome=trial.outcome[rows],
        features=trial.features[rows],
        clusters=None if trial.clusters is None else trial.clusters[rows],
    )


def learnable(trial: Trial) -> bool:
    """Whether there is enough to learn whom the treatment moves."""
    if not trial.names or min(trial.sizes) < ENOUGH:
        return False
    units = np.arange(len(trial.outcome)) if trial.clusters is None else trial.clusters
    arms = (trial.treated, ~trial.treated)
    if min(len(np.unique(units[arm])) for arm in arms) < ENOUGH_EVENTS:
        return False
    usual, binary = float(np.median(trial.outcome)), is_binary(trial.outcome)
    cases = [int((trial.outcome[arm] != usual).sum()) for arm in arms]
    others = [int(arm.sum()) - n for arm, n in zip(arms, cases, strict=True)]
    return min(cases + others if binary else cases) >= ENOUGH_EVENTS


def _ranked(trial: Trial) -> Ranking:
    scores = cross_fitted(
        trial.features, trial.outcome, trial.treated, trial.categories, trial.clusters
    )
    return ranking_of(scores, trial.clusters)
