from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest

from tests.tools.prediction.small_shop import START, event, simulated, store_of
from tools.errors import ToolError
from tools.prediction.config import PurchaseConfig, plan
from tools.prediction.evaluation import evaluate
from tools.prediction.history import History
from tools.prediction.judging import blended
from tools.prediction.retraining import train
from tools.prediction.saved import load
from tools.prediction.training import Run

WEEK = PurchaseConfig(horizon_days=7, transformer=False)
FORTNIGHT = PurchaseConfig(horizon_days=14, transformer=False)


@pytest.fixture(scope="module")
def shop():
    return store_of(events=simulated())


@pytest.fixture(scope="module")
def run(shop):
    return Run.of(History(shop), FORTNIGHT)


@pytest.fixture(scope="module")
def judged(run):
    return run.judge()


def test_models_that_look_rank_better_than_the_base_rate(judged):
    models = judged.card.comparison.models
    for name in ("logistic_regression", "lightgbm", "blend"):
        gain = models[name]["average_precision"].value / judged.card.base_rate
        assert gain > 1.3
        assert models[name]["brier"].value < models["base_rate"]["brier"].value
    assert judged.card.served != "base_rate"
    assert judged.card.cut == START.date() + timedelta(days=106)
    assert judged.card.figure("roc_auc", "base_rate").value == 0.5


def test_every_figure_lies_within_its_interval(judged):
    for figures in judged.card.comparison.models.values():
        for figure in figures.values():
            if figure.low is not None:
                assert figure.low <= figure.value <= figure.high


def test_a_loaded_predictor_gives_the_scores_it_was_saved_with(shop, run, tmp_path):
    card = train(shop, tmp_path, FORTNIGHT)
    loaded, fresh, seen = load(tmp_path), run.predictor(), run.seen(shop.today)
    assert loaded.card == card
    assert loaded.probability(seen) == pytest.approx(fresh.probability(seen), abs=1e-9)
    assert loaded.baseline.probability(seen) == pytest.approx(fresh.baseline.probability(seen))


def test_every_period_ends_before_the_next_cut():
    cuts = plan(date(2009, 12, 1), date(2010, 12, 9), PurchaseConfig())
    assert cuts is not None
    assert cuts.test == date(2010, 11, 9)
    assert len(cuts.validation) == 3
    assert {(b - a).days for a, b in pairwise(cuts.cuts)} == {30}


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
        Run.of(History(store_of(events=events)), WEEK).judge()
    assert caught.value.say("en") != caught.value.say("zh")


def test_what_cannot_be_judged_says_why():
    report = evaluate(store_of(events=[event(1, "a", START, "view")]), "purchase")
    assert report.comparisons == ()
    assert "too few days" in report.unable["purchase"]


def test_a_store_without_data_says_which_table_is_missing():
    with pytest.raises(ToolError, match="events"):
        Run.of(History(store_of(events=[])), WEEK)


def test_one_event_a_user_and_features_that_never_change_are_no_trouble():
    days = [START + timedelta(days=i % 100) for i in range(600)]
    kinds = ["purchase" if i % 5 == 0 else "view" for i in range(600)]
    rows = [event(i, f"u{i:03}", at, kinds[i]) for i, at in enumerate(days)]
    run = Run.of(History(store_of(events=rows)), PurchaseConfig(horizon_days=10, transformer=False))
    with pytest.raises(ToolError, match="Too few customers"):  # nobody ever comes back
        run.judge()


def test_nothing_on_or_after_the_test_cut_reaches_the_models(shop, run, judged):
    cut = run.plan.test
    events = shop.table("events").to_pyarrow().to_pylist()
    changed = [
        e if e["local_time"].date() < cut else {**e, "event_type": "purchase"} for e in events
    ]
    other = Run.of(History(store_of(events=changed)), FORTNIGHT)
    assert other.plan == run.plan
    for name, model in other.judge().models.items():
        told = judged.models[name].logits(run.seen(cut))
        np.testing.assert_array_equal(model.logits(other.seen(cut)), told)


def test_the_blend_learns_from_the_validation_periods_alone(judged):
    trials = judged.trials
    again = blended(trials, list(judged.mix.weights), run_cuts(trials)[:-1], run_cuts(trials)[-1])
    assert again == judged.mix
    assert all(weight >= 0 for weight in again.weights.values())


def run_cuts(trials):
    return sorted(trials.bought)
