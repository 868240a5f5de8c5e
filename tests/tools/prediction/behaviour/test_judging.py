from datetime import timedelta

import numpy as np
import pytest

from tests.tools.prediction.behaviour.shop import SMALL, did, sequences_of, small_shop
from tests.tools.prediction.small_shop import START, event, store_of
from tools.errors import ToolError
from tools.prediction.behaviour.judging import figures, judge, told
from tools.prediction.behaviour.learning import learn
from tools.prediction.history import History

CUT = START.date() + timedelta(days=46)


def test_figures_follow_from_the_counts():
    counts = np.array([[8.0, 2.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
    found = figures(counts)
    assert found["accuracy"] == pytest.approx(9 / 12)
    assert found["precision"] == pytest.approx((8 / 9 + 1 / 3) / 2)
    assert found["recall"] == pytest.approx((0.8 + 0.5) / 2)
    assert found["f1"] == pytest.approx((2 * 8 / 19 + 2 * 1 / 5) / 2)


def test_what_always_follows_is_learned_by_all_but_the_simplest_rule():
    events = []
    for u in range(40):  # view, cart, view, cart, …
        acts = [
            (START + timedelta(days=day, hours=u % 24), ("view", "cart")[day % 2], "i1")
            for day in range(30)
        ]
        events += did(f"u{u:02}", *acts)
    settings = SMALL.model_copy(update={"epochs": 8})
    found = judge(History(store_of(events=events)), settings=settings)
    assert found.task == "next_behaviour"
    assert found.horizon_days == 5
    assert found.n == 40 * 5
    assert list(found.models) == ["most_frequent", "markov_chain", "behaviour"]
    assert found.models["most_frequent"]["accuracy"].value == pytest.approx(0.4)
    assert found.models["markov_chain"]["f1"].value == 1.0
    assert found.models["behaviour"]["f1"].value > 0.95
    assert found.served == "markov_chain"  # a tie goes to the simpler


def test_a_kind_is_told_from_what_came_before_alone():
    events = small_shop(n_users=20)
    known = sequences_of(events)
    trained = learn(known, CUT, SMALL)
    longest = int(np.diff(known.starts).argmax())
    rows = np.arange(known.starts[longest] + 3, known.starts[longest + 1] - 1)
    one_by_one = [told(trained, known, rows[i : i + 1])[0] for i in range(len(rows))]
    assert told(trained, known, rows)[:16].tolist() == one_by_one[:16]


def test_too_short_data_are_told():
    with pytest.raises(ToolError):
        judge(History(store_of(events=[event(1, "a", START, "view")])), settings=SMALL)
