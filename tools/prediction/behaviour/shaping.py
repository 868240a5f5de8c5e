"""The shape that a model gets from the data, and how it takes over from an earlier one."""

from typing import Any

import numpy as np

from tools.prediction.behaviour.config import EDGES_DAYS, BehaviourConfig, BehaviourSettings
from tools.prediction.behaviour.model import BehaviourModel
from tools.prediction.behaviour.vocabulary import Vocabulary
from tools.prediction.features import windows_for
from tools.store.schema import EVENT_TYPES

WEEKS_FOR_WEEKDAY, YEARS_FOR_MONTH = 4, 2


def shape(
    vocabulary: Vocabulary,
    settings: BehaviourSettings,
    span_days: int,
    old: BehaviourConfig | None = None,
) -> BehaviourConfig:
    """Shape of a model of data over `span_days` days; that of `old`, grown, to go on from it."""
    sizes: dict[str, int] = {
        "n_kinds": len(EVENT_TYPES),
        "n_items": len(vocabulary.items),
        "n_categories": len(vocabulary.categories),
    }
    if old is not None:
        kept: dict[str, Any] = old.to_dict()
        return BehaviourConfig(**kept | sizes)
    lives = np.geomspace(span_days / 200, span_days / 4, settings.n_heads - 1)
    return BehaviourConfig(
        **sizes,
        n_bands=len(vocabulary.bands) + 1,
        d_model=settings.d_model,
        n_layers=settings.n_layers,
        n_heads=settings.n_heads,
        dropout=settings.dropout,
        half_lives_days=[*lives.tolist(), 0.0],
        horizons_days=_that_fit(settings.horizons_days, span_days),
        windows_days=list(windows_for(span_days * 2 // 3)),
        edges_days=[d for d in EDGES_DAYS if d <= max(span_days // 2, 1)],
        reads_weekday=span_days >= WEEKS_FOR_WEEKDAY * 7,
        reads_month=span_days >= YEARS_FOR_MONTH * 365,
    )


def _that_fit(horizons_days: tuple[int, ...], span_days: int) -> list[int]:
    """Horizons of which the data hold at least two; the shortest at any rate."""
    return [h for h in horizons_days if 2 * h <= span_days] or [min(horizons_days)]


def take_over(model: BehaviourModel, start: BehaviourModel) -> None:
    """Copy the weights of `start`; rows of new items and categories stay fresh."""
    own = model.state_dict()
    for name, old in start.state_dict().items():
        own[name][tuple(slice(n) for n in old.shape)] = old
    model.load_state_dict(own)
