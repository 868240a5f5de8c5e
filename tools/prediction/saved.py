"""A trained predictor on disk: JSON and each model's own text or tensors, never pickle.

`model.json` names the folder its model lies in, so one rename swaps the whole predictor.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from tools.prediction.calibration import Calibration
from tools.prediction.config import ModelCard
from tools.prediction.contest import Competitor, Rows, Seen, Themes, load_competitor
from tools.prediction.features import Floats
from tools.prediction.files import read_with_card, write_json

FOLDER = "purchase"
MODEL = "model.json"
PARTS = "parts-"
BASELINE = "recency"


@dataclass(frozen=True)
class Baseline:
    """What is known from recency alone: the figure that stands beside every probability."""

    model: Competitor
    calibration: Calibration

    def probability(self, seen: Seen) -> Floats:
        """Probability of buying within the horizon, 0-1: [n_users]."""
        return self.calibration.probability(self.model.logits(seen))


@dataclass(frozen=True)
class Predictor:
    """The model in use: users as they stand in, calibrated probabilities and reasons out."""

    card: ModelCard
    model: Competitor
    calibration: Calibration
    baseline: Baseline

    def probability(self, seen: Seen) -> Floats:
        """Probability of buying within the horizon, 0-1: [n_users]."""
        return self.calibration.probability(self.model.logits(seen))

    def themes(self, seen: Seen, rows: Rows) -> Themes:
        """What each theme adds to the log-odds of the users at `rows`: theme to [n_rows]."""
        return self.model.themes(seen, rows)


def save(predictor: Predictor, models_folder: Path) -> None:
    """Write `predictor`; readers see the old one whole until the new one is whole."""
    folder = models_folder / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    parts = folder / f"{PARTS}{uuid4().hex[:12]}"
    try:
        for name, model in (("model", predictor.model), (BASELINE, predictor.baseline.model)):
            (parts / name).mkdir(parents=True)
            model.save(parts / name)
    except BaseException:  # an interruption too: what is half written must go
        shutil.rmtree(parts, ignore_errors=True)
        raise
    whole = {
        "parts": parts.name,
        "card": predictor.card.model_dump(mode="json"),
        "calibration": predictor.calibration.model_dump(),
        "baseline_calibration": predictor.baseline.calibration.model_dump(),
    }
    write_json(folder / MODEL, whole)
    for old in folder.glob(f"{PARTS}*"):
        if old != parts:
            shutil.rmtree(old, ignore_errors=True)


def save_card(card: ModelCard, models_folder: Path) -> None:
    """Write another card for the predictor that is there."""
    path = models_folder / FOLDER / MODEL
    whole = json.loads(path.read_text(encoding="utf-8"))
    write_json(path, {**whole, "card": card.model_dump(mode="json")})


def load(models_folder: Path) -> Predictor:
    """The predictor saved in `models_folder`.

    Raises:
        ToolError: If none was trained yet.
    """
    folder = models_folder / FOLDER
    whole, card = read_with_card(folder / MODEL, ModelCard, "purchase-not-trained")
    parts = folder / whole["parts"]
    return Predictor(
        card,
        load_competitor(card.served, parts / "model"),
        Calibration.model_validate(whole["calibration"]),
        Baseline(
            load_competitor(BASELINE, parts / BASELINE),
            Calibration.model_validate(whole["baseline_calibration"]),
        ),
    )
