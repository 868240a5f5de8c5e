"""How well purchases are predicted on the store's last days, which no model saw."""

from typing import Any

from tools.prediction.config import PurchaseConfig
from tools.prediction.history import History
from tools.prediction.training import Run, no_progress
from tools.store.store import Store


def evaluate(store: Store, horizon_days: int | None = None) -> dict[str, Any]:
    """Scores of every model on the last `horizon_days` of the store's data, as plain JSON.

    Where the data are short the horizon shrinks to a sixth of them; without one it is 30 days.

    Everything before `cut` is all that training, choosing and calibrating see.

    Raises:
        ToolError: If the data are too short or have too few buyers.
    """
    config = PurchaseConfig(horizon_days=horizon_days) if horizon_days else PurchaseConfig()
    card, _calibration = Run.of(History(store), config).judge(no_progress)
    shown = {"target", "horizon_days", "cut", "n_users", "base_rate", "served", "models"}
    return {**card.model_dump(mode="json", include=shown), "items": {}}
