from datetime import timedelta

import numpy as np
import pytest

from tests.tools.prediction.customers.shop import START, orders, shop
from tests.tools.prediction.small_shop import event, store_of
from tools.errors import ToolError
from tools.prediction.history import History
from tools.prediction.lifetime import judge
from tools.prediction.lifetime.contest import ValueContest
from tools.prediction.lifetime.models import VALUE_MODELS
from tools.prediction.lifetime.saved import load, save
from tools.prediction.lifetime.scores import spearman, value_scores
from tools.prediction.lifetime.spread import RATE, Spread
from tools.prediction.lifetime.training import predictor_of


@pytest.fixture(scope="module")
def contest():
    return ValueContest.of(History(shop()))


def test_models_beat_the_mean_and_are_judged_alike(contest):
    found = contest.judged()
    assert (found.task, found.n) == ("lifetime", len(contest.customers.at(found.cut).user_ids))
    assert set(found.models) == set(VALUE_MODELS)
    figures = {name: own["spearman"].value for name, own in found.models.items()}
    assert figures["bgnbd_gamma_gamma"] > 0.3 > figures["mean_of_base"]
    assert found.models["bgnbd_gamma_gamma"]["total_ratio"].value == pytest.approx(1, abs=0.35)
    assert found == judge(contest.customers.history)


def test_what_comes_after_the_cut_changes_no_prediction(contest):
    cut = contest.calendar.test
    rows = [row for row in orders() if row["local_time"].date() < cut]
    late = [row for row in orders() if row["local_time"].date() >= cut]
    users = [row["user_id"] for row in late][::-1]
    changed = [{**row, "total": 999.0, "user_id": u} for row, u in zip(late, users, strict=True)]
    other = ValueContest.of(History(shop(rows + changed)))
    assert other.calendar == contest.calendar
    for name in VALUE_MODELS:
        own, its = (c.fitted(name, cut).worth(c.customers.at(cut)) for c in (contest, other))
        np.testing.assert_array_equal(own, its)


def test_a_saved_model_gives_the_same_values(contest, tmp_path):
    fresh = predictor_of(contest)
    save(fresh, tmp_path)
    loaded = load(tmp_path)
    assert loaded.card == fresh.card
    moment = contest.customers.at(contest.calendar.end)
    horizon = fresh.card.comparison.horizon_days
    own = fresh.model.worth(moment)
    np.testing.assert_allclose(loaded.worth(moment, horizon), own, rtol=1e-9)
    assert (loaded.worth(moment, 2 * horizon) >= loaded.worth(moment, horizon)).all()


def test_scores_are_those_of_a_hand_made_table():
    actual, expected = np.array([0.0, 10, 20, 70]), np.array([10.0, 0, 20, 20])
    scores = value_scores(actual, expected)
    assert scores["mae"] == pytest.approx(17.5)
    assert scores["total_ratio"] == pytest.approx(0.5)
    assert scores["top_tenth_share"] == pytest.approx(0.45)  # a tie of 20 and 70, shared
    assert spearman(np.array([1.0, 2, 3]), np.array([3.0, 2, 1])) == pytest.approx(-1)


def test_ranges_hold_as_often_as_they_say():
    rng = np.random.default_rng(1)

    def customers(n):
        expected = rng.gamma(2.0, 50.0, n)
        return expected, expected * rng.binomial(1, 0.5, n) * rng.gamma(2.0, 1.0, n)

    expected, actual = customers(4000)
    spread = Spread.fit(actual, expected, (0.1, -0.1, 0.05))
    expected, actual = customers(4000)
    low, high = spread.each(expected)
    assert RATE - 0.02 < ((low <= actual) & (actual <= high)).mean() < RATE + 0.15  # half spend 0
    few, many = spread.total(expected[:100]), spread.total(expected)
    assert few[0] < expected[:100].sum() < few[1]
    assert (many[1] - many[0]) / expected.sum() < (few[1] - few[0]) / expected[:100].sum()


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        pytest.param([event(1, "a", START, "view")], "too few days", id="one event"),
        pytest.param(
            [{**event(i, f"u{i}", START + timedelta(days=i), "purchase"), "price": 5.0}
             for i in range(100)],
            "Too few customers", id="one order each",
        ),
        pytest.param(
            [event(i, f"u{i % 9}", START + timedelta(days=i), "purchase") for i in range(100)],
            "no prices", id="no prices",
        ),
        pytest.param(
            [event(i, "a", START + timedelta(days=i), "view") for i in range(100)],
            "no prices", id="no orders",
        ),
    ],
)  # fmt: skip
def test_too_little_to_learn_from_is_said_in_both_languages(rows, message):
    with pytest.raises(ToolError, match=message) as caught:
        judge(History(store_of(events=rows)))
    assert caught.value.say("zh")
