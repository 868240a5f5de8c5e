from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from tests.tools.prediction.small_shop import START, simulated, store_of
from tools.errors import ToolError
from tools.prediction.config import PurchaseConfig
from tools.prediction.history import History
from tools.prediction.retraining import train
from tools.prediction.saved import Predictor, load, save
from tools.prediction.training import Run

CONFIG = PurchaseConfig(horizon_days=10, transformer=False)
EVENTS = simulated(120, 140)
EARLY = [e for e in EVENTS if e["local_time"] < START + timedelta(days=110)]


@pytest.fixture(scope="module")
def later():
    return store_of(events=EVENTS)


@pytest.fixture(scope="module")
def early(tmp_path_factory):
    folder = tmp_path_factory.mktemp("models")
    save(Run.of(History(store_of(events=EARLY)), CONFIG).predictor(), folder)
    return load(folder)


@pytest.fixture(scope="module")
def newer(later):
    return Run.of(History(later), CONFIG).predictor()


@pytest.fixture(autouse=True)
def trained_once(newer, monkeypatch):
    monkeypatch.setattr(Run, "predictor", lambda self, progress: newer)


def test_a_later_training_tells_how_the_old_model_fared(later, early, tmp_path):
    save(early, tmp_path)
    card = train(later, tmp_path, CONFIG)
    drift, challenge = card.drift, card.challenge
    assert drift is not None
    assert drift.since == early.card.profile.cut
    assert drift.cut == Run.of(History(later), CONFIG).plan.test
    assert drift.expected == pytest.approx(drift.observed, rel=0.5)
    assert challenge is not None
    newer = challenge.new > challenge.old
    assert (card.trained_through > early.card.trained_through) == newer
    assert load(tmp_path).card == card


@pytest.mark.parametrize("force", [False, True])
def test_a_challenger_that_is_worse_serves_only_when_forced(
    later, early, newer, tmp_path, monkeypatch, force
):
    save(early, tmp_path)
    poor = _poor(newer)
    monkeypatch.setattr(Run, "predictor", lambda self, progress: poor)
    card = train(later, tmp_path, CONFIG, force=force)
    assert card.challenge is not None
    assert card.challenge.new < card.challenge.old
    through = (poor if force else early).card.trained_through
    assert load(tmp_path).card.trained_through == through


def _poor(predictor: Predictor) -> Predictor:
    comparison = predictor.card.comparison
    figures = comparison.models["base_rate"]
    models = {**comparison.models, comparison.served: figures}
    worse = comparison.model_copy(update={"models": models})
    return replace(predictor, card=predictor.card.model_copy(update={"comparison": worse}))


def test_a_model_that_saw_the_newest_period_gives_way_without_a_contest(later, tmp_path):
    first = train(later, tmp_path, CONFIG)
    again = train(later, tmp_path, CONFIG)
    assert again.challenge is None
    assert again.comparison == first.comparison
    assert again.drift is not None
    assert again.drift.expected is None


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, ToolError("purchase-too-short")])
def test_a_training_that_breaks_off_leaves_the_old_model(
    later, early, tmp_path, monkeypatch, interruption
):
    save(early, tmp_path)
    before = sorted(path.name for path in (tmp_path / "purchase").rglob("*"))

    def breaks(self, folder):
        (folder / "half").write_text("", encoding="utf-8")
        raise interruption

    monkeypatch.setattr("tools.prediction.contest.Tabular.save", breaks)
    monkeypatch.setattr("tools.prediction.contest.Blend.save", breaks)
    with pytest.raises((KeyboardInterrupt, ToolError)):
        save(early, tmp_path)
    assert sorted(path.name for path in (tmp_path / "purchase").rglob("*")) == before
    run = Run.of(History(later), CONFIG)
    run.windows = early.card.windows
    seen = run.seen(later.today)
    np.testing.assert_array_equal(load(tmp_path).probability(seen), early.probability(seen))
