"""Training the model of customers' worth: chosen by time, then fitted on everything."""

import logging
from datetime import timedelta
from pathlib import Path

from tools.prediction.history import History
from tools.prediction.lifetime.contest import ValueContest
from tools.prediction.lifetime.models import Probabilistic
from tools.prediction.lifetime.saved import LifetimeCard, LifetimePredictor, save
from tools.prediction.progress import Progress, no_progress
from tools.store.store import Store

logger = logging.getLogger(__name__)


def train(store: Store, models_folder: Path, progress: Progress = no_progress) -> LifetimeCard:
    """Train on everything up to the store's today and save it in `models_folder`/lifetime.

    A model already there serves until the new one is whole.

    Raises:
        ToolError: If the data are too short, have no prices or too few customers.
    """
    predictor = predictor_of(ValueContest.of(History(store)), progress)
    save(predictor, models_folder)
    progress(1.0)
    served = predictor.card.comparison.served
    logger.info("lifetime model %s trained through %s", served, predictor.card.trained_through)
    return predictor.card


def predictor_of(contest: ValueContest, progress: Progress = no_progress) -> LifetimePredictor:
    """The best model of `contest`, fitted on all its days."""
    comparison = contest.judged(progress)
    end, horizon = contest.calendar.end, contest.calendar.horizon_days
    model = contest.fitted(comparison.served, end)
    now = contest.customers.at(end)
    base = Probabilistic.fit([], now, horizon)
    card = LifetimeCard(
        comparison=comparison,
        basis=contest.basis,
        windows=contest.customers.windows,
        names=now.names,
        trained_through=end - timedelta(days=1),
        data_version=contest.customers.history.store.profile.data_version,
        dependence=base.spend.dependence,
        spread=contest.spread(end),
    )
    return LifetimePredictor(card, model, base)
