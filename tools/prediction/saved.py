"""A trained predictor on disk: JSON and each model's own text or tensors, never pickle.

`model.json` names the folder its model lies in, so one rename swaps the whole predictor.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from pydantic import ValidationError

from tools.errors import ToolError
from tools.prediction.calibration import Calibration
from tools.prediction.config import ModelCard
from tools.prediction.contest import Competitor, Rows, Seen, Themes, load_competitor
from tools.prediction.features import Floats

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
        whole = {
            "parts": parts.name,
            "card": predictor.card.model_dump(mode="json"),
            "calibration": predictor.calibration.model_dump(),
            "baseline_calibration": predictor.baseline.calibration.model_dump(),
        }
        _replace(folder / MODEL, json.dumps(whole, indent=1))
    except BaseException:  # an interruption too: what is half written must go
        shutil.rmtree(parts, ignore_errors=True)
        raise
    for old in folder.glob(f"{PARTS}*"):
        if old != parts:
            shutil.rmtree(old, ignore_errors=True)


def save_card(card: ModelCard, models_folder: Path) -> None:
    """Write another card for the predictor that is there."""
    path = models_folder / FOLDER / MODEL
    whole = json.loads(path.read_text(encoding="utf-8"))
    _replace(path, json.dumps({**whole, "card": card.model_dump(mode="json")}, indent=1))


def load(models_folder: Path) -> Predictor:
    """The predictor saved in `models_folder`.

    Raises:
        ToolError: If none was trained yet.
    """
    folder = models_folder / FOLDER
    if not (folder / MODEL).exists():
        raise ToolError("purchase-not-trained")
    whole = json.loads((folder / MODEL).read_text(encoding="utf-8"))
    try:
        card = ModelCard.model_validate(whole["card"])
    except ValidationError as error:  # saved by another version of Storewise
        raise ToolError("purchase-not-trained") from error
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


def _replace(path: Path, text: str) -> None:
    draft = path.with_name(path.name + ".new")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
