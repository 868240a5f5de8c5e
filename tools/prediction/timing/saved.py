"""The model of the next purchase on disk: one JSON file, never pickle, swapped in one move."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from pydantic import BaseModel

from tools.prediction.comparison import Comparison
from tools.prediction.customers.moments import Moment
from tools.prediction.features import Floats
from tools.prediction.files import read_with_card, write_json
from tools.prediction.timing.models import TIMING_MODELS, Conditional, TimingModel
from tools.prediction.timing.ranges import Honest

FOLDER = "timing"
MODEL = "model.json"


class TimingCard(BaseModel, frozen=True):
    """What the model of the next purchase is, what it saw and how well it did.

    Attributes:
        comparison: Every model on days that none saw.
        windows: Lengths in days of the feature windows.
        names: Names of the features.
        trained_through: Last day it learned from, store time zone.
        data_version: Version of the store's data it learned from.
        honest: Calibration of its chances and ranges.
        bought: Share of customers who bought before the last edge in the test period, 0-1.
        expected: Share expected to.
        misses: How far past numbers of buyers lay from the one expected, as a part of it, by edge.
    """

    comparison: Comparison
    windows: tuple[int, ...]
    names: tuple[str, ...]
    trained_through: date
    data_version: str
    honest: Honest
    bought: float
    expected: float
    misses: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class TimingPredictor:
    """The model in use, with what carries it further.

    Attributes:
        card: What it is and how well it did.
        model: The model in use.
        base: BG/NBD, for days beyond those it was tried out on.
    """

    card: TimingCard
    model: TimingModel
    base: Conditional

    @property
    def edges(self) -> tuple[int, ...]:
        """Days ahead at which it was calibrated."""
        return self.card.honest.edges

    def misses(self, days: int) -> tuple[float, ...]:
        """How far past numbers of buyers within about `days` days lay from the one expected."""
        edges = np.array(self.edges)
        return self.card.misses[int(np.abs(edges - days).argmin())]

    def survival(self, moment: Moment) -> Floats:
        """Calibrated P(no purchase in the first edges[j] days): [n, n_edges]."""
        return self.card.honest.survival(self.model.survival(moment))

    def quiet(self, moment: Moment, survival: Floats, days: int) -> Floats:
        """P(no purchase in the first `days` days), given `survival` of `moment`: [n].

        Between edges its logarithm is a straight line; beyond the last one BG/NBD goes on.
        """
        last = self.edges[-1]
        if days > last:
            further = self.base.buying.quiet(*moment.rfm, days)
            sofar = self.base.buying.quiet(*moment.rfm, last)
            return np.asarray(survival[:, -1] * further / np.maximum(sofar, 1e-12))
        after = int(np.searchsorted(self.edges, days))
        logs = np.log(np.column_stack([np.ones(len(survival)), survival]).clip(1e-12))
        start = (0, *self.edges)[after]
        part = (days - start) / (self.edges[after] - start)
        return np.asarray(np.exp((1 - part) * logs[:, after] + part * logs[:, after + 1]))


def save(predictor: TimingPredictor, models_folder: Path) -> None:
    """Write `predictor`; readers see the old one whole until the new one is whole."""
    whole = {
        "card": predictor.card.model_dump(mode="json"),
        "model": predictor.model.state(),
        "base": predictor.base.state(),
    }
    write_json(models_folder / FOLDER / MODEL, whole)


def load(models_folder: Path) -> TimingPredictor:
    """The predictor saved in `models_folder`.

    Raises:
        ToolError: If none was trained yet.
    """
    path = models_folder / FOLDER / MODEL
    whole, card = read_with_card(path, TimingCard, "timing-not-trained")
    model = TIMING_MODELS[card.comparison.served].from_state(whole["model"])
    return TimingPredictor(card, model, Conditional.from_state(whole["base"]))
