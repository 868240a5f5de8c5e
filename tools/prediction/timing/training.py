"""Training the model of the next purchase: chosen by time, then fitted on everything."""

import logging
from datetime import timedelta
from pathlib import Path

from tools.prediction.history import History
from tools.prediction.progress import Progress, no_progress
from tools.prediction.timing.contest import TimingContest
from tools.prediction.timing.models import Conditional
from tools.prediction.timing.saved import TimingCard, TimingPredictor, save
from tools.store.store import Store

logger = logging.getLogger(__name__)


def train(store: Store, models_folder: Path, progress: Progress = no_progress) -> TimingCard:
    """Train on everything up to the store's today and save it in `models_folder`/timing.

    A model already there serves until the new one is whole.

    Raises:
        ToolError: If the data are too short or have too few customers.
    """
    predictor = predictor_of(TimingContest.of(History(store)), progress)
    save(predictor, models_folder)
    progress(1.0)
    served = predictor.card.comparison.served
    logger.info("timing model %s trained through %s", served, predictor.card.trained_through)
    return predictor.card


def predictor_of(contest: TimingContest, progress: Progress = no_progress) -> TimingPredictor:
    """The best model of `contest`, fitted on all its days, calibrated on the last horizon."""
    comparison = contest.judged(progress)
    calendar, served = contest.calendar, comparison.served
    bought, expected = contest.shares(served)
    now = contest.customers.at(calendar.end)
    card = TimingCard(
        comparison=comparison,
        windows=contest.customers.windows,
        names=now.names,
        trained_through=calendar.end - timedelta(days=1),
        data_version=contest.customers.history.store.profile.data_version,
        honest=contest.honest(served, calendar.test, calendar.end),
        bought=bought,
        expected=expected,
        misses=contest.misses(served),
    )
    base = Conditional.fit([], now, calendar.edges)
    return TimingPredictor(card, contest.fitted(served, calendar.end), base)
