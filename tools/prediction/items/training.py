"""Training what recommends: judged on days not seen, then fitted on all of them."""

import logging
from datetime import timedelta
from pathlib import Path

from tools.prediction.items.blend import Blend
from tools.prediction.items.card import ItemsCard
from tools.prediction.items.interactions import Interactions
from tools.prediction.items.judging import RECOMMENDERS, Trial
from tools.prediction.items.recommenders import Recommender
from tools.prediction.items.saved import Trained, save
from tools.prediction.progress import Progress, no_progress
from tools.store.store import Store

logger = logging.getLogger(__name__)
JUDGING = 0.8  # part of the time that judging takes


def train(
    store: Store,
    models_folder: Path,
    progress: Progress = no_progress,
    horizon_days: int | None = None,
) -> ItemsCard:
    """Judge every recommender, fit all on everything up to today and save in models_folder/items.

    A recommender already there serves until the new one is whole.

    Raises:
        ToolError: If the data are too short or hardly anyone bought in a period.
    """
    trial = Trial.of(store, horizon_days)
    comparison, lessons = trial.judged(lambda done: progress(done * JUDGING))
    seen = Interactions.at(trial.log, trial.last_day + timedelta(days=1))
    days = trial.cuts.horizon_days
    recommenders: tuple[Recommender, ...] = tuple(
        kind.fit(seen, trial.catalogue, days) for kind in RECOMMENDERS
    )
    blend = Blend.fit(lessons)
    card = ItemsCard(
        comparison=comparison,
        trained_through=trial.last_day,
        data_version=store.profile.data_version,
        n_users=seen.shape[0],
        n_items=seen.shape[1],
        features=blend.names if blend else (),
    )
    save(Trained(card, [str(i) for i in seen.item_ids], recommenders, blend), models_folder)
    progress(1.0)
    logger.info("recommender %s trained through %s", comparison.served, card.trained_through)
    return card
