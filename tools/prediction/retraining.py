"""The feedback loop: a new model replaces the old one only when it does better."""

import logging
import shutil
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tools.errors import ToolError
from tools.prediction.config import Challenge, Drift, ModelCard, PurchaseConfig
from tools.prediction.contest import BEHAVIOUR, Blend, Competitor, Seen
from tools.prediction.drift import drift_of, with_calibration
from tools.prediction.history import History
from tools.prediction.progress import Progress, no_progress
from tools.prediction.saved import Predictor, load, save, save_card
from tools.prediction.scores import Ranking, calibration_error
from tools.prediction.training import Run
from tools.store.store import Store

if TYPE_CHECKING:
    from tools.prediction.behaviour.scoring import Trained

logger = logging.getLogger(__name__)
CHECKPOINTS = "unfinished"


def train(
    store: Store,
    models_folder: Path,
    config: PurchaseConfig | None = None,
    progress: Progress = no_progress,
    force: bool = False,
) -> ModelCard:
    """Train on everything up to the store's today and save it in `models_folder`/purchase.

    A model already there serves until the new one is whole, and goes on serving where it ranked
    the newest whole period better, a period neither had learned from.

    Args:
        store: Whose purchases.
        models_folder: Folder of the workspace's models.
        config: Choices; the usual ones where `None`.
        progress: Called with the part done, 0-1.
        force: Take the new model even where the old one did better.

    Returns:
        The card of the model that serves from now on; its `drift` and `challenge` say how the old
        one had fared.

    Raises:
        ToolError: If the data are too short or have too few buyers to learn from.
    """
    run, old = Run.of(History(store), config or PurchaseConfig()), _old(models_folder)
    run.start = _state(old.model) if old else None
    run.checkpoints = models_folder / CHECKPOINTS
    card = _settled(old, run.predictor(progress), run, models_folder, force)
    shutil.rmtree(run.checkpoints, ignore_errors=True)
    logger.info("purchase model %s trained through %s", card.served, card.trained_through)
    return card


def _settled(
    old: Predictor | None, new: Predictor, run: Run, models_folder: Path, force: bool
) -> ModelCard:
    """Save `new` unless `old` does better; gives the card of what serves."""
    if old is None:
        save(new, models_folder)
        return new.card
    drift = drift_since(old, run)
    challenge = _challenge(old, new, run)
    found = {"drift": drift, "challenge": challenge}
    if challenge is None or challenge.new > challenge.old or force:
        card = new.card.model_copy(update=found)
        save(Predictor(card, new.model, new.calibration, new.baseline), models_folder)
        return card
    card = old.card.model_copy(update=found)
    save_card(card, models_folder)
    return card


def drift_since(old: Predictor, run: Run) -> Drift:
    """What moved since `old` learned, and how it fared in a newest whole period it had not seen."""
    now = run.history.features(run.last_day + timedelta(days=1), old.card.windows)
    drift = drift_of(old.card.profile, now)
    if not _unseen(old, run):
        return drift
    bought, probability = run.lesson(run.plan.test).bought, old.probability(_seen(old, run))
    ece = calibration_error(bought, probability)
    return with_calibration(drift, run.plan.test, bought, probability, ece)


def _challenge(old: Predictor, new: Predictor, run: Run) -> Challenge | None:
    """Both at the newest whole period; `None` where the old one had learned from it."""
    if not _unseen(old, run):
        return None
    bought = run.lesson(run.plan.test).bought
    ranked = Ranking(bought, old.probability(_seen(old, run)))
    return Challenge(
        cut=run.plan.test,
        old=ranked.figures(0.5)["average_precision"],
        new=new.card.figure("average_precision").value,
    )


def _unseen(old: Predictor, run: Run) -> bool:
    same = old.card.horizon_days == run.plan.horizon_days
    return same and old.card.trained_through < run.plan.test


def _seen(old: Predictor, run: Run) -> Seen:
    """The users at the newest whole period, as the old model looks at them."""
    features = run.history.features(run.plan.test, old.card.windows)
    return Seen(features, run.seen(run.plan.test).sequences)


def _state(model: Competitor) -> "Trained | None":
    """The behaviour Transformer within `model`, to go on from."""
    if isinstance(model, Blend):
        return _state(model.parts[BEHAVIOUR]) if BEHAVIOUR in model.parts else None
    return getattr(model, "trained", None)


def _old(models_folder: Path) -> Predictor | None:
    try:
        return load(models_folder)
    except ToolError:
        return None
