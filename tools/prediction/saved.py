"""A trained predictor on disk: JSON and LightGBM's text, never pickle; swapped in one move."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from tools.errors import ToolError
from tools.prediction.config import ModelCard
from tools.prediction.estimators import ESTIMATORS, Estimator, logits
from tools.prediction.features import Floats
from tools.prediction.scores import Calibration

FOLDER = "purchase"
MODEL = "model.json"


@dataclass(frozen=True)
class Predictor:
    """The model in use: features in, calibrated probabilities and their reasons out."""

    card: ModelCard
    names: tuple[str, ...]
    model: Estimator
    calibration: Calibration

    def probability(self, values: Floats) -> Floats:
        """Probability of buying within the horizon, 0-1, of each row of `values`."""
        return self.calibration.probability(logits(self.model, values))


def save(predictor: Predictor, models_folder: Path) -> None:
    """Write `predictor`; readers see the old one whole until the new one is whole."""
    folder = models_folder / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    state = predictor.model.state()
    trees = state.pop("text", None)
    if trees is not None:
        state["file"] = f"trees-{hashlib.sha256(trees.encode()).hexdigest()[:12]}.txt"
        _replace(folder / state["file"], trees)
    whole = {
        "card": predictor.card.model_dump(mode="json"),
        "names": predictor.names,
        "calibration": predictor.calibration.model_dump(),
        "state": state,
    }
    _replace(folder / MODEL, json.dumps(whole, indent=1))
    for old in folder.glob("trees-*.txt"):
        if old.name != state.get("file"):
            old.unlink()


def load(models_folder: Path) -> Predictor:
    """The predictor saved in `models_folder`.

    Raises:
        ToolError: If none was trained yet.
    """
    folder = models_folder / FOLDER
    if not (folder / MODEL).exists():
        raise ToolError("purchase-not-trained")
    whole = json.loads((folder / MODEL).read_text(encoding="utf-8"))
    state = whole["state"]
    if "file" in state:
        state = {"text": (folder / state["file"]).read_text(encoding="utf-8")}
    try:
        card = ModelCard.model_validate(whole["card"])
    except ValidationError as error:  # saved by another version of Storewise
        raise ToolError("purchase-not-trained") from error
    model = ESTIMATORS[card.served].from_state(state)
    calibration = Calibration.model_validate(whole["calibration"])
    return Predictor(card, tuple(whole["names"]), model, calibration)


def _replace(path: Path, text: str) -> None:
    draft = path.with_name(path.name + ".new")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
