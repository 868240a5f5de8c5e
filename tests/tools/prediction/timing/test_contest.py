import itertools
from datetime import timedelta

import numpy as np
import pytest

from tests.tools.prediction.customers.shop import START, orders, shop
from tests.tools.prediction.small_shop import event, simulated, store_of
from tools.errors import ToolError
from tools.prediction.history import History
from tools.prediction.timing import judge
from tools.prediction.timing.contest import TimingContest
from tools.prediction.timing.deep import rival
from tools.prediction.timing.models import TIMING_MODELS, life_table
from tools.prediction.timing.saved import load, save
from tools.prediction.timing.training import predictor_of


@pytest.fixture(scope="module")
def contest():
    return TimingContest.of(History(shop()))


def test_models_that_look_rank_better_than_the_base_rate(contest):
    found = contest.judged()
    assert (found.task, set(found.models)) == ("timing", set(TIMING_MODELS))
    index = {name: own["c_index"].value for name, own in found.models.items()}
    assert index["base_rate"] == pytest.approx(0.5, abs=0.01)
    assert index["bgnbd"] > 0.62
    assert index[found.served] > 0.6
    assert found.models["bgnbd"]["ibs"].value < found.models["base_rate"]["ibs"].value
    assert found.models[found.served]["coverage"].value > 0.72


def test_what_comes_after_the_cut_changes_no_prediction(contest):
    cut = contest.calendar.test
    rows = [row for row in orders() if row["local_time"].date() < cut]
    late = [row for row in orders() if row["local_time"].date() >= cut]
    users = [row["user_id"] for row in late][::-1]
    changed = [{**row, "user_id": u} for row, u in zip(late, users, strict=True)]
    other = TimingContest.of(History(shop(rows + changed)))
    for name in TIMING_MODELS:
        np.testing.assert_array_equal(contest.said(name, cut), other.said(name, cut))


def test_survival_falls_from_edge_to_edge(contest):
    for name in TIMING_MODELS:
        said = contest.said(name, contest.calendar.test)
        assert said.shape == (len(contest.customers.at(contest.calendar.test).user_ids),
            len(contest.calendar.edges))  # fmt: skip
        assert (np.diff(said, axis=1) <= 1e-12).all()
        assert ((said >= 0) & (said <= 1)).all()


class Oracle:
    """Knows the day of the next purchase, at edges of its own."""

    edges_days = (1, 7, 30, 60)

    def __init__(self, contest):
        self.contest = contest

    def survival(self, cut, users):
        calendar = self.contest.calendar
        known = calendar.test if cut < calendar.test else calendar.end
        days = self.contest.customers.at(cut, known).outcome.days
        assert len(days) == len(users)
        return 0.02 + 0.96 * (days[:, None] > np.array(self.edges_days))


def test_a_model_made_elsewhere_is_compared_but_not_served(contest):
    asked = []

    def until(day):
        asked.append(day)
        return Oracle(contest)

    own = TimingContest(contest.customers, contest.calendar, {"oracle": rival(until)})
    found = own.judged()
    assert found.models["oracle"]["c_index"].value > 0.9
    assert found.served in TIMING_MODELS
    assert set(asked) == {contest.calendar.validation, contest.calendar.test}


def test_a_saved_model_says_the_same(contest, tmp_path):
    fresh = predictor_of(contest)
    save(fresh, tmp_path)
    loaded = load(tmp_path)
    assert loaded.card == fresh.card
    moment = contest.customers.at(contest.calendar.end)
    survival = loaded.survival(moment)
    np.testing.assert_allclose(survival, fresh.survival(moment), atol=1e-12)
    quiet = [loaded.quiet(moment, survival, days) for days in (1, 4, 30, 60, 365)]
    assert all((later <= before + 1e-9).all() for before, later in itertools.pairwise(quiet))
    np.testing.assert_allclose(loaded.quiet(moment, survival, 30), survival[:, -1])


def test_a_life_table_counts_only_those_seen_through_a_bin():
    history = History(shop())
    contest = TimingContest.of(history)
    cut = contest.calendar.validation
    whole = contest.customers.at(cut, contest.calendar.test)
    half = contest.customers.at(cut, cut + timedelta(days=10))
    alike = [np.zeros(len(whole.user_ids), dtype=int)]
    edges = contest.calendar.edges
    long, short = (life_table([m], alike, 1, edges)[0] for m in (whole, half))
    seen = np.array(edges) <= 10
    np.testing.assert_allclose(long[seen], short[seen])
    observed = (whole.outcome.days[:, None] > np.array(edges)).mean(axis=0)
    np.testing.assert_allclose(long, observed, atol=0.01)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        pytest.param([event(1, "a", START, "view")], "too few days", id="one event"),
        pytest.param([event(i, f"u{i}", START, "purchase") for i in range(50)], "too few days",
            id="all one day"),
        pytest.param([event(i, f"u{i}", START + timedelta(days=i), "purchase") for i in range(100)],
            "Too few customers", id="one order each"),
        pytest.param([event(i, "a", START + timedelta(days=i), "view") for i in range(100)],
            "Too few customers", id="no orders"),
    ],
)  # fmt: skip
def test_too_little_to_learn_from_is_said_in_both_languages(rows, message):
    with pytest.raises(ToolError, match=message) as caught:
        judge(History(store_of(events=rows)))
    assert caught.value.say("zh")


def test_a_store_without_prices_still_knows_when(tmp_path):
    found = judge(History(store_of(events=simulated(n_days=60))), horizon_days=7)
    assert found.models[found.served]["c_index"].value > 0.55
