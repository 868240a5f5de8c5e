"""Training and judging the purchase predictor: split by time, chosen on validation, tested once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tools.errors import ToolError
from tools.prediction.config import ModelCard, Plan, PurchaseConfig, plan
from tools.prediction.contest import BEHAVIOUR, BLEND, Blend, Competitor, Lesson, Mix, Seen, Tabular
from tools.prediction.drift import profile_of
from tools.prediction.estimators import ESTIMATORS, Logistic, logits
from tools.prediction.fairness import groups_of
from tools.prediction.features import Features, bought_within, windows_for
from tools.prediction.history import History, end_of
from tools.prediction.judging import Trials, binned, blended, champion, compared, lasting
from tools.prediction.progress import Progress, no_progress, within
from tools.prediction.saved import BASELINE, Baseline, Predictor

if TYPE_CHECKING:
    from tools.prediction.behaviour.scoring import Trained
    from tools.prediction.behaviour.sequences import Sequences
    from tools.prediction.sequential import Transformers

SIMPLE = ("base_rate", "recency", "logistic_regression")
UNBLENDED = ("base_rate", "recency")  # what other models know too
LONG = 12.0  # times as long as another model that a Transformer takes


@dataclass(frozen=True)
class Judged:
    """How a contest went.

    Attributes:
        trials: What every model said of periods it had not learned from.
        models: Every model as it was before the test period.
        mix: How the blend weighs its parts.
        card: What the model to serve is and how it did.
    """

    trials: Trials
    models: dict[str, Competitor]
    mix: Mix
    card: ModelCard


@dataclass
class Run:
    """One training run over one store.

    Attributes:
        history: What users did.
        config: Choices made before training.
        plan: The cuts.
        windows: Lengths in days of the feature windows.
        category: Purchases in this category are the target; `None` for any purchase.
        kinds: Names of the models that compete, simplest first.
        start: A behaviour Transformer trained before, to go on from.
        checkpoints: Folder of the state from which an interrupted training goes on, if any.
    """

    history: History
    config: PurchaseConfig
    plan: Plan
    windows: tuple[int, ...]
    category: str | None = None
    kinds: tuple[str, ...] = tuple(ESTIMATORS)
    start: "Trained | None" = None
    checkpoints: Path | None = None
    _lessons: dict[date, Lesson] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        history: History,
        config: PurchaseConfig,
        category: str | None = None,
        end: date | None = None,
    ) -> "Run":
        """Cut the calendar of `history`, up to but without `end` where it is given.

        Raises:
            ToolError: If the data span too few days.
        """
        cuts = None
        if history.ends is not None:
            first, last = history.ends
            cuts = plan(first, end or end_of(last), config)
        if history.ends is None or cuts is None:
            raise ToolError("purchase-too-short")
        windows = windows_for((cuts.validation[0] - history.ends[0]).days)
        kinds = (*ESTIMATORS, BEHAVIOUR) if config.transformer and not category else (*ESTIMATORS,)
        return cls(history, config, cuts, windows, category, kinds)

    def features(self, cut: date) -> Features:
        """Features at `cut`, with those of the category where one is the target."""
        return self.history.features(cut, self.windows, self.category)

    def seen(self, cut: date) -> Seen:
        """The users as they stood at `cut`."""
        return Seen(self.features(cut), self._sequences)

    def lesson(self, cut: date) -> Lesson:
        """The users as they stood at `cut`, and who bought in the days after."""
        if cut not in self._lessons:
            days = self.history.within(self.category) if self.category else self.history.days
            buyers = bought_within(days, cut, self.plan.horizon_days)
            seen = self.seen(cut)
            bought = np.array([user in buyers for user in seen.features.user_ids], dtype=float)
            self._lessons[cut] = Lesson(seen, bought, self.plan.horizon_days)
        return self._lessons[cut]

    def predictor(self, progress: Progress = no_progress) -> Predictor:
        """Choose and judge, then fit the chosen model on the newest cuts too.

        Raises:
            ToolError: If too few bought in a period that chooses or judges.
        """
        judged = self.judge(lambda done: progress(0.8 * done))
        served, mix = judged.card.served, judged.mix
        parts = mix.used if served == BLEND else (served,)
        final = {name: self._newest(name, judged) for name in dict.fromkeys((*parts, BASELINE))}
        model = Blend(final, mix) if served == BLEND else final[served]
        cuts = (*self.plan.validation, self.plan.test)
        baseline = Baseline(final[BASELINE], judged.trials.calibration(BASELINE, cuts))
        progress(1.0)
        return Predictor(judged.card, model, judged.trials.calibration(served, cuts), baseline)

    def fit(self, name: str, cuts: Sequence[date], progress: Progress = no_progress) -> Competitor:
        """The model called `name`, learned from `cuts` and the days after each, earliest first."""
        if name != BEHAVIOUR:
            return Tabular.fit(name, [self.lesson(cut) for cut in cuts])
        from tools.prediction.sequential import Sequential  # torch takes seconds to import

        days = self.plan.horizon_days
        until = cuts[-1] + timedelta(days=days)
        return Sequential(self.transformers.until(until, progress), days)

    def _newest(self, name: str, judged: "Judged") -> Competitor:
        """The model called `name`, learned from the newest cuts too unless that takes too long.

        A Transformer that stays as it was judged goes on from there at the next training.
        """
        if name == BEHAVIOUR and self.transformers.costly:
            return judged.models[name]
        return self.fit(name, self.plan.cuts)

    @cached_property
    def transformers(self) -> "Transformers":
        """Behaviour Transformers of this store as of each day asked for."""
        from tools.prediction.sequential import Transformers

        return Transformers(self.history, self.plan.horizon_days, self.start, self.checkpoints)

    def judge(self, progress: Progress = no_progress) -> "Judged":
        """Choose on the validation periods, score on the test period.

        Raises:
            ToolError: If too few bought in a period that chooses or judges.
        """
        self._check()
        trials, models = self._tried(progress)
        parts = [name for name in self.kinds if name not in UNBLENDED]
        mix = Mix({}, 0.0)
        if len(parts) > 1:
            mix = blended(trials, parts, self.plan.validation, self.plan.test)
        served = champion(trials, self.plan.validation)
        return Judged(trials, models, mix, self._card(trials, served))

    def _tried(self, progress: Progress) -> tuple[Trials, dict[str, Competitor]]:
        """Every model at each cut that chooses or judges, learned from those before."""
        cuts = (*self.plan.validation, self.plan.test)
        stays = lasting(self.misses[:-1], len(cuts) - 1)  # the last one is the test period's
        bought = {cut: self.lesson(cut).bought for cut in cuts}
        trials = Trials(bought, {name: {} for name in self.kinds}, stays)
        models: dict[str, Competitor] = {}
        parts = {name: LONG if name == BEHAVIOUR else 1.0 for name in self.kinds}
        done, whole = 0.0, sum(parts.values())
        for name, part in parts.items():
            for i, cut in enumerate(cuts):
                earlier = [each for each in self.plan.cuts if each < cut]
                if name != BEHAVIOUR or i == 0:  # it learns for minutes, and stays good
                    own = within(progress, done / whole, part / whole)
                    models[name] = self.fit(name, earlier, own)
                trials.logits[name][cut] = models[name].logits(self.seen(cut))
            done += part
            progress(done / whole)
        return trials, models

    def _card(self, trials: Trials, served: str) -> ModelCard:
        test = self.plan.test
        bought = trials.bought[test]
        calibration = trials.calibration(served, self.plan.validation)
        probability = calibration.probability(trials.logits[served][test])
        user_ids = self.features(test).user_ids
        return ModelCard(
            horizon_days=self.plan.horizon_days,
            comparison=compared(trials, self.plan, served),
            base_rate=float(bought.mean()),
            buyers=int(bought.sum()),
            bins=binned(bought, probability),
            groups=groups_of(self.history.store, user_ids, bought, probability),
            trained_through=self.last_day,
            data_version=self.history.store.profile.data_version,
            windows=self.windows,
            config=self.config,
            misses=self.misses,
            profile=profile_of(self.features(test)),
        )

    @cached_property
    def misses(self) -> tuple[float, ...]:
        """How far each past period's buyers lay from the number expected one period before.

        A logistic regression learned at each cut, whose expected total is exact there, is asked
        about the next cut. A miss is a part of the number expected: 0.1 where a tenth more bought.
        """
        found, model = [], None
        for cut in self.plan.cuts:
            lesson = self.lesson(cut)
            values, bought = lesson.seen.features.values, lesson.bought
            if model is not None:
                expected = float((1 / (1 + np.exp(-logits(model, values)))).sum())
                found.append(float(bought.sum()) / max(expected, 1.0) - 1)
            names = lesson.seen.features.names
            model = Logistic.fit(values, bought, names) if 0 < bought.mean() < 1 else None
        return tuple(found)

    @property
    def last_day(self) -> date:
        """Last day with data, store time zone."""
        return self.history.ends[1].date() if self.history.ends else self.history.store.today

    def _sequences(self) -> "Sequences":
        return self.history.sequences

    def _check(self) -> None:
        past = np.concatenate([self.lesson(cut).bought for cut in self.plan.training])
        periods = [past, *(self.lesson(c).bought for c in (*self.plan.validation, self.plan.test))]
        fewest = min(int(bought.sum()) for bought in periods)
        others = min(int((1 - bought).sum()) for bought in periods)
        if fewest < self.config.min_buyers or not others:
            raise ToolError("purchase-too-few-buyers")
