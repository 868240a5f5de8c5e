"""The model of customers' worth on disk: one JSON file, never pickle, swapped in one move."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from pydantic import BaseModel

from tools.prediction.comparison import Comparison
from tools.prediction.customers.moments import Basis, Moment
from tools.prediction.features import Floats
from tools.prediction.files import read_with_card, write_json
from tools.prediction.lifetime.models import VALUE_MODELS, Probabilistic, ValueModel
from tools.prediction.lifetime.spread import Spread

FOLDER = "lifetime"
MODEL = "model.json"


class LifetimeCard(BaseModel, frozen=True):
    """What the model of customers' worth is, what it saw and how well it did.

    Attributes:
        comparison: Every model on days that none saw.
        basis: What worth is counted in.
        windows: Lengths in days of the feature windows.
        names: Names of the features.
        trained_through: Last day it learned from, store time zone.
        data_version: Version of the store's data it learned from.
        dependence: Rank correlation of number and value of purchases; Gamma-Gamma assumes 0.
        spread: Widths of the intervals.
    """

    comparison: Comparison
    basis: Basis
    windows: tuple[int, ...]
    names: tuple[str, ...]
    trained_through: date
    data_version: str
    dependence: float
    spread: Spread


@dataclass(frozen=True)
class LifetimePredictor:
    """The model in use, and BG/NBD with Gamma-Gamma, which carries it to other numbers of days."""

    card: LifetimeCard
    model: ValueModel
    base: Probabilistic

    def worth(self, moment: Moment, days: int) -> Floats:
        """Expected worth of purchases within `days` days, store currency: [n]."""
        usual = self.card.comparison.horizon_days
        stretch = self.base.within(moment, days) / np.maximum(
            self.base.within(moment, usual), 1e-12
        )
        return self.model.worth(moment) * stretch

    def purchases(self, moment: Moment, worth: Floats) -> Floats:
        """Expected purchases that make up `worth`, at what Gamma-Gamma says one is worth: [n]."""
        each = self.base.spend.mean_value(moment.frequency + 1, moment.mean_value)
        return np.asarray(worth / np.maximum(each, 1e-12))


def save(predictor: LifetimePredictor, models_folder: Path) -> None:
    """Write `predictor`; readers see the old one whole until the new one is whole."""
    whole = {
        "card": predictor.card.model_dump(mode="json"),
        "model": predictor.model.state(),
        "base": predictor.base.state(),
    }
    write_json(models_folder / FOLDER / MODEL, whole)


def load(models_folder: Path) -> LifetimePredictor:
    """The predictor saved in `models_folder`.

    Raises:
        ToolError: If none was trained yet.
    """
    path = models_folder / FOLDER / MODEL
    whole, card = read_with_card(path, LifetimeCard, "lifetime-not-trained")
    model = VALUE_MODELS[card.comparison.served].from_state(whole["model"])
    return LifetimePredictor(card, model, Probabilistic.from_state(whole["base"]))
