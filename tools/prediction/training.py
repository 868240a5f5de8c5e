"""Training and judging the purchase predictor: split by time, chosen on validation, tested once."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from tools.errors import ToolError
from tools.prediction.config import ModelCard, Plan, PurchaseConfig, plan
from tools.prediction.estimators import ESTIMATORS, Logistic, logits
from tools.prediction.features import (
    Features,
    Floats,
    bought_within,
    windows_for,
)
from tools.prediction.history import History
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
    predictor = Run.of(History(store), config or PurchaseConfig()).predictor(progress)
    save(predictor, models_folder)
    progress(1.0)
    card = predictor.card
    logger.info("purchase model %s trained through %s", card.served, card.trained_through)
    return card


@dataclass
class Run:
    """One training run over one store.

    Attributes:
        history: What users did.
        config: Choices made before training.
        plan: The cuts.
        windows: Lengths in days of the feature windows.
        category: Purchases in this category are the target; `None` for any purchase.
        kinds: Names of the models that compete.
        names: Names of the features, once rows were read.
    """

    history: History
    config: PurchaseConfig
    plan: Plan
    windows: tuple[int, ...]
    category: str | None = None
    kinds: tuple[str, ...] = tuple(ESTIMATORS)
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, history: History, config: PurchaseConfig, category: str | None = None) -> "Run":
        """Cut the calendar of `history`.

        Raises:
            ToolError: If the data span too few days.
        """
        cuts = None
        if history.ends is not None:
            first, last = history.ends
            whole = timedelta(days=1 if last.hour >= LAST_HOUR else 0)
            cuts = plan(first, last.date() + whole, config)
        if history.ends is None or cuts is None:
            raise ToolError("purchase-too-short")
        windows = windows_for((cuts.training[0] - history.ends[0]).days)
        return cls(history, config, cuts, windows, category)

    def features(self, cut: date) -> Features:
        """Features at `cut`, with those of the category where one is the target."""
        return self.history.features(cut, self.windows, self.category)

    def predictor(self, progress: Progress = no_progress) -> Predictor:
        """Choose and judge, then fit the chosen model on the newest cuts too."""
        card, calibration = self.judge(progress)
        cuts = (*self.plan.training, self.plan.validation, self.plan.test)
        values, bought = self.rows(cuts[-self.config.max_training_cuts - 1 :])
        model = ESTIMATORS[card.served].fit(values, bought, self.names)
        return Predictor(card, self.names, model, calibration)

    def rows(self, cuts: tuple[date, ...]) -> tuple[Floats, Floats]:
        """Features and who bought, [n, n_features] and [n], at every cut of `cuts`."""
        days = self.history.within(self.category) if self.category else self.history.days
        values, bought = [], []
        for cut in cuts:
            features = self.features(cut)
            buyers = bought_within(days, cut, self.plan.horizon_days)
            self.names = features.names
            values.append(features.values)
            bought.append(np.array([user in buyers for user in features.user_ids], dtype=float))
        return np.vstack(values), np.concatenate(bought)

    def misses(self) -> tuple[float, ...]:
        """How far each past period's buyers lay from the number expected one period before.

        A logistic regression learned at each cut, whose expected total is exact there, is asked
        about the next cut. A miss is a part of the number expected: 0.1 where a tenth more bought.
        """
        cuts = (*self.plan.training, self.plan.validation, self.plan.test)
        found, model = [], None
        for cut in cuts:
            values, bought = self.rows((cut,))
            if model is not None:
                expected = float((1 / (1 + np.exp(-logits(model, values)))).sum())
                found.append(float(bought.sum()) / max(expected, 1.0) - 1)
            model = Logistic.fit(values, bought, self.names) if 0 < bought.mean() < 1 else None
        return tuple(found)

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
            data_version=self.history.store.profile.data_version,
            windows=self.windows,
            config=self.config,
            misses=self.misses(),
            buyers=int(test_bought.sum()),
        )
        return card, Calibration.fit(last[served], test_bought)

    @property
    def last_day(self) -> date:
        """Last day with data, store time zone."""
        return self.history.ends[1].date() if self.history.ends else self.history.store.today

    def _check(self, *bought: Floats) -> None:
        fewest = min(int(b.sum()) for b in bought)
        others = min(int((1 - b).sum()) for b in bought)
        if fewest < self.config.min_buyers or not others:
            raise ToolError("purchase-too-few-buyers")
