"""Training and judging the purchase predictor: split by time, chosen on validation, tested once."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import ibis
import numpy as np
from ibis import _

from tools.errors import ToolError
from tools.prediction.activity import actions, by_category, copy_of, daily
from tools.prediction.config import ModelCard, Plan, PurchaseConfig, plan
from tools.prediction.estimators import ESTIMATORS, logits
from tools.prediction.features import (
    Features,
    Floats,
    bought_within,
    features_at,
    windows_for,
    with_category,
)
from tools.prediction.saved import Predictor, save
from tools.prediction.scores import Calibration, best_threshold, score
from tools.store.store import Store

logger = logging.getLogger(__name__)
LAST_HOUR = 23  # a last day without anything from this hour on may be incomplete

Progress = Callable[[float], None]


def no_progress(done: float) -> None:
    """Say nothing; `done` is the part finished, 0-1."""


def train(
    store: Store,
    models_folder: Path,
    config: PurchaseConfig | None = None,
    progress: Progress = no_progress,
) -> ModelCard:
    """Train on everything up to the store's today and save it in `models_folder`/purchase.

    A model already there serves until the new one is whole.

    Raises:
        ToolError: If the data are too short or have too few buyers to learn from.
    """
    predictor = Run.of(store, config or PurchaseConfig()).predictor(progress)
    save(predictor, models_folder)
    progress(1.0)
    card = predictor.card
    logger.info("purchase model %s trained through %s", card.served, card.trained_through)
    return card


@dataclass
class Run:
    """One training run over one store."""

    store: Store
    config: PurchaseConfig
    plan: Plan
    days: ibis.Table
    last_day: date
    windows: tuple[int, ...]
    names: tuple[str, ...] = ()
    kinds: tuple[str, ...] = tuple(ESTIMATORS)
    within: ibis.Table | None = None  # daily activity in one category, when that is the target

    @classmethod
    def of(cls, store: Store, config: PurchaseConfig, category: str | None = None) -> "Run":
        """Read what users did and cut the calendar.

        Args:
            store: Whose users.
            config: How to cut.
            category: Predict purchases in this category; `None` for any purchase.

        Raises:
            ToolError: If the data span too few days.
        """
        acts = actions(store).filter(_.time < ibis.literal(store.today + timedelta(days=1)))
        days = copy_of(daily(acts))
        ends = days.aggregate(first=_.day.min(), last=_.last_time.max()).to_pyarrow().to_pylist()
        first, last = ends[0]["first"], ends[0]["last"]
        cuts = None
        if last is not None:
            whole = timedelta(days=1 if last.hour >= LAST_HOUR else 0)
            cuts = plan(first, last.date() + whole, config)
        if cuts is None:
            raise ToolError("purchase-too-short")
        windows = windows_for((cuts.training[0] - first).days)
        within = None
        if category is not None:
            within = copy_of(by_category(store, acts).filter(_.category == category))
        return cls(store, config, cuts, days, last.date(), windows, within=within)

    def features(self, cut: date) -> Features:
        """Features at `cut`, with those of the category where one is the target."""
        features = features_at(self.days, cut, self.windows)
        if self.within is None:
            return features
        return with_category(features, self.within, self.windows)

    def predictor(self, progress: Progress = no_progress) -> Predictor:
        """Choose and judge, then fit the chosen model on the newest cuts too."""
        card, calibration = self.judge(progress)
        cuts = (*self.plan.training, self.plan.validation, self.plan.test)
        values, bought = self.rows(cuts[-self.config.max_training_cuts - 1 :])
        model = ESTIMATORS[card.served].fit(values, bought, self.names)
        return Predictor(card, self.names, model, calibration)

    def rows(self, cuts: tuple[date, ...]) -> tuple[Floats, Floats]:
        """Features and who bought, [n, n_features] and [n], at every cut of `cuts`."""
        values, bought = [], []
        for cut in cuts:
            features = self.features(cut)
            target = self.days if self.within is None else self.within
            buyers = bought_within(target, cut, self.plan.horizon_days)
            self.names = features.names
            values.append(features.values)
            bought.append(np.array([user in buyers for user in features.user_ids], dtype=float))
        return np.vstack(values), np.concatenate(bought)

    def judge(self, progress: Progress) -> tuple[ModelCard, Calibration]:
        """Choose on validation, score on test; the calibration returned was fitted on test.

        Raises:
            ToolError: If either period has too few buyers.
        """
        past, past_bought = self.rows(self.plan.training)
        valid, valid_bought = self.rows((self.plan.validation,))
        test, test_bought = self.rows((self.plan.test,))
        self._check(past_bought, valid_bought, test_bought)
        progress(0.3)
        seen, seen_bought = np.vstack([past, valid]), np.concatenate([past_bought, valid_bought])
        scores, chosen, last = {}, {}, {}
        drift = {}
        for i, name in enumerate(self.kinds):
            kind = ESTIMATORS[name]
            trial = logits(kind.fit(past, past_bought, self.names), valid)
            calibration = Calibration.fit(trial, valid_bought)
            p_valid = calibration.probability(trial)
            threshold = best_threshold(valid_bought, p_valid)
            chosen[name] = score(valid_bought, trial, threshold).average_precision
            last[name] = logits(kind.fit(seen, seen_bought, self.names), test)
            probability = calibration.probability(last[name])
            scores[name] = score(test_bought, probability, threshold)
            drift[name] = abs(float(probability.sum() / test_bought.sum()) - 1)
            progress(0.3 + 0.15 * (i + 1))
        served = max(chosen, key=lambda name: chosen[name])
        card = ModelCard(
            horizon_days=self.plan.horizon_days,
            cut=self.plan.test,
            n_users=len(test_bought),
            base_rate=float(test_bought.mean()),
            served=served,
            models=scores,
            trained_through=self.last_day,
            data_version=self.store.profile.data_version,
            windows=self.windows,
            config=self.config,
            drift=drift[served],
        )
        return card, Calibration.fit(last[served], test_bought)

    def _check(self, *bought: Floats) -> None:
        fewest = min(int(b.sum()) for b in bought)
        others = min(int((1 - b).sum()) for b in bought)
        if fewest < self.config.min_buyers or not others:
            raise ToolError("purchase-too-few-buyers")
