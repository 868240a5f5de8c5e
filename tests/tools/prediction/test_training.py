from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.tools.prediction.small_shop import START, event, simulated, store_of
from tools.errors import ToolError
from tools.prediction.config import PurchaseConfig, plan
from tools.prediction.evaluation import evaluate
from tools.prediction.history import History
from tools.prediction.saved import load
from tools.prediction.training import Run, train


@pytest.fixture(scope="module")
def shop():
    return store_of(events=simulated())


def test_models_that_look_rank_better_than_the_base_rate(shop):
    report = evaluate(shop, 14)
    base = report["models"]["base_rate"]
    assert base["average_precision"] == pytest.approx(report["base_rate"])
    for name in ("logistic_regression", "lightgbm"):
        assert report["models"][name]["average_precision"] > 1.3 * report["base_rate"]
        assert report["models"][name]["brier"] < base["brier"]
    assert report["served"] != "base_rate"
    assert report["cut"] == (START.date() + timedelta(days=106)).isoformat()
    assert list(report) == [
        "target", "horizon_days", "cut", "n_users", "base_rate", "served", "models", "items",
    ]  # fmt: skip


def test_training_twice_gives_the_same_scores(shop):
    assert evaluate(shop, 14) == evaluate(shop, 14)


def test_a_loaded_predictor_gives_the_scores_it_was_saved_with(shop, tmp_path):
    config = PurchaseConfig(horizon_days=14)
    card = train(shop, tmp_path, config)
    run = Run.of(History(shop), config)
    features = run.features(shop.today)
    loaded = load(tmp_path)
    assert loaded.card == card
    fresh = Run.of(History(shop), config).predictor()
    assert loaded.probability(features.values) == pytest.approx(
        fresh.probability(features.values), abs=1e-9
    )


def test_a_training_that_fails_leaves_the_old_model(shop, tmp_path):
    train(shop, tmp_path, PurchaseConfig(horizon_days=14))
    before = (tmp_path / "purchase" / "model.json").read_bytes()
    with pytest.raises(ToolError):
        train(shop, tmp_path, PurchaseConfig(horizon_days=14, min_buyers=10_000))
    assert (tmp_path / "purchase" / "model.json").read_bytes() == before
    assert not list((tmp_path / "purchase").glob("*.new"))


def test_every_period_ends_before_the_next_cut():
    cuts = plan(date(2009, 12, 1), date(2010, 12, 9), PurchaseConfig())
    assert cuts is not None
    assert cuts.test == date(2010, 11, 9)
    ordered = [*cuts.training, cuts.validation, cuts.test]
    gaps = [(b - a).days for a, b in pairwise(ordered)]
    assert set(gaps) == {30}


@pytest.mark.parametrize(
    "events",
    [
        pytest.param([event(1, "a", START, "view")], id="one event"),
        pytest.param([event(i, f"u{i}", START, "purchase") for i in range(50)], id="all one day"),
        pytest.param(
            [event(i, "a", START + timedelta(days=i), "view") for i in range(100)], id="no buyers"
        ),
    ],
)
def test_too_little_to_learn_from_is_said_in_both_languages(events):
    with pytest.raises(ToolError) as caught:
        evaluate(store_of(events=events), 7)
    assert caught.value.say("en") != caught.value.say("zh")


def test_a_store_without_data_says_which_table_is_missing():
    with pytest.raises(ToolError, match="events"):
        evaluate(store_of(events=[]), 7)
