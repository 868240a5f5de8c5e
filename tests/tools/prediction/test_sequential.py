import numpy as np
import pytest

from tests.tools.prediction.small_shop import simulated, store_of
from tools.prediction.config import PurchaseConfig
from tools.prediction.contest import BEHAVIOUR, Blend, Mix, load_competitor
from tools.prediction.history import History
from tools.prediction.reasons import THEMES
from tools.prediction.training import Run

CONFIG = PurchaseConfig(horizon_days=10)
EVENTS = simulated(60, 80)


def run_of(events):
    return Run.of(History(store_of(events=events)), CONFIG)


@pytest.fixture(scope="module")
def run():
    return run_of(EVENTS)


@pytest.fixture(scope="module")
def model(run):
    return run.fit(BEHAVIOUR, run.plan.training)


def test_the_transformer_competes_and_its_reasons_have_themes(run, model):
    assert BEHAVIOUR in run.kinds
    seen = run.seen(run.plan.test)
    assert model.logits(seen).shape == (len(seen.features.user_ids),)
    themes = model.themes(seen, np.array([0, 1, 2]))
    assert set(themes) <= set(THEMES)
    assert all(added.shape == (3,) for added in themes.values())


def test_it_learned_from_nothing_on_or_after_the_cut_that_chooses(run, model):
    cut = run.plan.validation[0]
    changed = [
        e if e["local_time"].date() < cut else {**e, "event_type": "purchase", "item_id": "i9"}
        for e in EVENTS
    ]
    other = run_of(changed)
    told = other.fit(BEHAVIOUR, other.plan.training).logits(other.seen(cut))
    np.testing.assert_array_equal(told, model.logits(run.seen(cut)))


def test_a_blend_with_it_answers_alike_when_loaded(run, model, tmp_path):
    rows = run.fit("logistic_regression", run.plan.training)
    parts = {"logistic_regression": rows, BEHAVIOUR: model}
    blend = Blend(parts, Mix(dict.fromkeys(parts, 0.5), -0.1))
    blend.save(tmp_path)
    loaded, seen = load_competitor("blend", tmp_path), run.seen(run.plan.test)
    np.testing.assert_allclose(loaded.logits(seen), blend.logits(seen), atol=1e-6)
    assert loaded.themes(seen, np.array([0])).keys() == blend.themes(seen, np.array([0])).keys()


def test_a_later_model_goes_on_from_the_one_before(run, model):
    first = run.plan.validation[0]
    later = run.transformers.until(run.plan.test)
    assert run.transformers.until(first) is model.trained
    assert later.card.until == run.plan.test
    assert later.card.epochs == 1


def test_it_says_how_long_customers_stay_quiet(run, model):
    cut = run.plan.validation[0]
    scorer = run.transformers.scorer(cut)
    quiet = scorer.survival(cut, [str(user) for user in run.features(cut).user_ids[:3]])
    assert quiet.shape == (3, len(scorer.edges_days))
    assert (quiet >= 0).all()
    assert (quiet <= 1).all()
    assert (np.diff(quiet, axis=1) <= 0).all()
