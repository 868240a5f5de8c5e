"""The behaviour Transformer as one of the models that compete."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tools.prediction.behaviour.config import BehaviourSettings
from tools.prediction.behaviour.learning import learn
from tools.prediction.behaviour.scoring import Trained
from tools.prediction.behaviour.sequences import Sequences
from tools.prediction.contest import STATE, Rows, Seen, Themes
from tools.prediction.features import Floats
from tools.prediction.history import History
from tools.prediction.progress import Progress, no_progress

USUAL = (7, 30)  # days; horizons that every model learns
PASSES, EVENTS_PASSED = 6, 4_000_000  # at most, so that a large store learns no longer than minutes
LATER_PASSES = 1  # over everything, once a model has learned from most of it
WEIGHTS = "transformer"


@dataclass
class Transformers:
    """Behaviour Transformers of one store as of several days, each gone on from the one before.

    Attributes:
        history: What users did.
        horizon_days: Days ahead that purchases are predicted.
        start: A model trained before, to go on from where it has seen nothing too late.
        folder: Where the state of an interrupted training is kept, if anywhere.
    """

    history: History
    horizon_days: int
    start: Trained | None = None
    folder: Path | None = None
    _trained: dict[date, Trained] = field(default_factory=dict)

    def until(self, day: date, progress: Progress = no_progress) -> Trained:
        """A model that has learned from nothing on or after `day`.

        Args:
            day: First day not read.
            progress: Told the part done, 0-1, where it has to learn.

        Raises:
            ToolError: If nobody did anything before `day`.
        """
        if day not in self._trained:
            start = self._before(day)
            settings = start.card.settings if start else self._settings
            if start is not None:
                settings = settings.model_copy(update={"epochs": LATER_PASSES})
            sequences, folder = self.history.sequences, self.folder
            self._trained[day] = learn(sequences, day, settings, start, progress, folder)
        return self._trained[day]

    @property
    def costly(self) -> bool:
        """Whether one more pass over the store takes minutes."""
        return len(self.history.sequences.kind) > EVENTS_PASSED // 2

    def scorer(self, day: date) -> "Scorer":
        """What scores items and has learned from nothing on or after `day`."""
        return Scorer(self.until(day), self.history.sequences)

    def _before(self, day: date) -> Trained | None:
        known = dict(self._trained)
        if self.start is not None and self.horizon_days in self.start.model.config.horizons_days:
            known.setdefault(self.start.card.until, self.start)
        earlier = [each for each in known if each <= day]
        return known[max(earlier)] if earlier else None

    @property
    def _settings(self) -> BehaviourSettings:
        events = max(1, len(self.history.sequences.kind))
        passes = max(1, min(PASSES, EVENTS_PASSED // events))
        horizons = tuple(sorted({*USUAL, self.horizon_days}))
        return BehaviourSettings(horizons_days=horizons, epochs=passes)


@dataclass(frozen=True)
class Scorer:
    """A Transformer with what it reads: scores items, and says how long customers stay quiet."""

    trained: Trained
    sequences: Sequences

    def item_scores(
        self, cut: date, users: Sequence[str], items: Sequence[str]
    ) -> NDArray[np.float32]:
        """How likely each item is to be bought from `cut` on: [n_users, n_items]."""
        return self.trained.item_scores(self.sequences, cut, users, items)

    @property
    def edges_days(self) -> tuple[int, ...]:
        """Days after a cut that `survival` speaks of."""
        return self.trained.edges_days

    def survival(self, cut: date, users: Sequence[str]) -> Floats:
        """P(no purchase within `edges_days[j]` days from `cut` on): [n_users, n_edges]."""
        return self.trained.survival(self.sequences, cut, users)


@dataclass(frozen=True)
class Sequential:
    """A behaviour Transformer asked for one horizon.

    Attributes:
        trained: The Transformer.
        horizon_days: Days ahead.
    """

    trained: Trained
    horizon_days: int

    def logits(self, seen: Seen) -> Floats:
        """Log-odds of buying: [n_users]."""
        cut, users = seen.features.cut, [str(user) for user in seen.features.user_ids]
        return self.trained.purchase_logits(seen.sequences(), cut, users, self.horizon_days)

    def themes(self, seen: Seen, rows: Rows) -> Themes:
        """Integrated gradients by theme (Sundararajan et al. 2017): theme to [n_rows]."""
        users = [str(user) for user in seen.features.user_ids[np.asarray(rows)]]
        return self.trained.themes(seen.sequences(), seen.features.cut, users)

    def save(self, folder: Path) -> None:
        """Write safetensors and JSON."""
        state = json.dumps({"horizon_days": self.horizon_days})
        (folder / STATE).write_text(state, encoding="utf-8")
        self.trained.save(folder / WEIGHTS)

    @classmethod
    def load(cls, folder: Path) -> "Sequential":
        """Read what `save` wrote."""
        state = json.loads((folder / STATE).read_text(encoding="utf-8"))
        return cls(Trained.load(folder / WEIGHTS), state["horizon_days"])
