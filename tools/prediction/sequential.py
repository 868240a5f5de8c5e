"""The behaviour Transformer as one of the models that compete."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import numpy as np

from tools.prediction.behaviour.config import BehaviourSettings
from tools.prediction.behaviour.learning import learn
from tools.prediction.behaviour.scoring import Trained
from tools.prediction.contest import STATE, Lesson, Rows, Seen, Themes
from tools.prediction.features import Floats

USUAL = (7, 30)  # days; horizons that every model learns
LATER_PASSES = 1  # over what is new, once a model has learned
WEIGHTS = "transformer"


@dataclass(frozen=True)
class Sequential:
    """A behaviour Transformer asked for one horizon.

    Attributes:
        trained: The Transformer.
        horizon_days: Days ahead.
    """

    trained: Trained
    horizon_days: int

    @classmethod
    def fit(cls, lessons: Sequence[Lesson], start: "Sequential | None" = None) -> "Sequential":
        """Learn from everything before the end of the last lesson's period.

        Args:
            lessons: Past cuts, earliest first.
            start: The same model as of an earlier day: it goes on for a pass over everything.
        """
        horizon = lessons[-1].horizon_days
        until = lessons[-1].seen.features.cut + timedelta(days=horizon)
        settings = BehaviourSettings(horizons_days=tuple(sorted({*USUAL, horizon})))
        if start is not None:
            settings = settings.model_copy(update={"epochs": LATER_PASSES})
        sequences = lessons[-1].seen.sequences()
        return cls(learn(sequences, until, settings, start.trained if start else None), horizon)

    def logits(self, seen: Seen) -> Floats:
        """Log-odds of buying: [n_users]."""
        features = seen.features
        users = [str(user) for user in features.user_ids]
        return self.trained.purchase_logits(
            seen.sequences(), features.cut, users, self.horizon_days
        )

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
