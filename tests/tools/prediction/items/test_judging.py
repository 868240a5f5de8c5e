from dataclasses import fields
from datetime import timedelta

import numpy as np
import pytest

from tests.tools.prediction.items.shop import DAYS, START, events, items, shop
from tests.tools.prediction.small_shop import event, store_of
from tools.errors import ToolError
from tools.prediction.history import History
from tools.prediction.items.interactions import Interactions
from tools.prediction.items.judging import RECOMMENDERS, Trial, judge
from tools.prediction.items.log import Log

WEEK = 7
CUT = START.date() + timedelta(days=DAYS - WEEK)


@pytest.fixture(scope="module")
def trial():
    return Trial.of(shop(), WEEK)


@pytest.fixture(scope="module")
def comparison():
    return judge(History(shop()), WEEK)


def test_the_blend_beats_every_part_where_what_is_bought_comes_from_several_of_them(comparison):
    gain = {name: figures["ndcg@10"].value for name, figures in comparison.models.items()}
    parts = {name: value for name, value in gain.items() if name != "blend"}
    assert comparison.served == "blend"
    assert gain["blend"] > max(parts.values()) + 0.02
    assert set(parts) == {kind.name for kind in RECOMMENDERS}


def test_a_comparison_says_what_was_judged(comparison):
    assert comparison.task == "items"
    assert (comparison.cut, comparison.horizon_days) == (CUT, WEEK)
    assert comparison.chosen_by == "ndcg@10"
    for figures in comparison.models.values():
        assert {"hr@10", "ndcg@10", "recall@10", "debiased_ndcg@10", "coverage@10"} == set(figures)
        assert all(0 <= figure.value <= 1 for figure in figures.values())


def test_judging_twice_gives_the_same_figures(comparison):
    assert judge(History(shop()), WEEK) == comparison


def test_nothing_on_or_after_a_cut_changes_what_is_scored_at_it(trial):
    later = START + timedelta(days=DAYS - WEEK)
    kept = [row for row in events() if row["local_time"] < later]
    other = [event(10**6 + i, f"u{i:03}", later, "purchase", f"new-{i % 3}") for i in range(50)]
    end = event(10**7, "zz", START + timedelta(days=DAYS - 1, hours=23), "view", "aa")
    changed = Trial.of(store_of(events=[*kept, *other, end], items=items()), WEEK)
    first, second = trial.knowledge(CUT), changed.knowledge(CUT)
    assert first.seen.user_ids.tolist() == second.seen.user_ids.tolist()
    users = np.arange(first.seen.shape[0])
    one, two = first.scored(users), second.scored(users)
    for name in one:
        assert np.array_equal(one[name].toarray(), two[name].toarray()), name
    candidates = [each.candidates(users, scored) for each, scored in ((first, one), (second, two))]
    assert np.array_equal(*(each.values for each in candidates), equal_nan=True)


def test_a_model_of_behaviour_is_one_recommender_more_and_is_asked_at_the_cut_alone(trial):
    asked = []

    class Scorer:
        def item_scores(self, cut, users, items):
            asked.append(cut)
            return np.tile(np.arange(len(items), dtype=np.float32), (len(users), 1))

    def behaviour(until):
        asked.append(until)
        return Scorer()

    knowledge = Trial(trial.log, trial.catalogue, trial.cuts, behaviour).knowledge(CUT)
    users = np.arange(5)
    scored = knowledge.scored(users)
    assert set(asked) == {CUT}
    assert scored["transformer"].shape == (5, knowledge.seen.shape[1])
    assert np.all(scored["transformer"].toarray().argmax(axis=1) == knowledge.seen.shape[1] - 1)
    names = knowledge.candidates(users, scored).names
    assert {"transformer_score", "transformer_rank"} <= set(names)


def test_interactions_hold_nothing_of_the_day_of_the_cut():
    midnight = START + timedelta(days=10)
    rows = [
        event(1, "a", midnight - timedelta(seconds=1), "view", "x"),
        event(2, "b", midnight, "view", "y"),
        event(3, "b", midnight + timedelta(days=3), "view", "x"),
    ]
    seen = Interactions.at(Log.of(store_of(events=rows)), midnight.date())
    assert (seen.user_ids.tolist(), seen.item_ids.tolist()) == (["a"], ["x"])
    assert seen.age.tolist() == pytest.approx([1 / 86_400])


def test_a_log_reads_orders_and_baskets(trial):
    log = trial.log
    assert np.all(np.diff(log.second) >= 0)
    assert len({len(getattr(log, f.name)) for f in fields(log) if not f.name.endswith("ids")}) == 1


def test_too_few_days_or_buyers_are_refused_in_words():
    day = START + timedelta(hours=10)
    with pytest.raises(ToolError, match="too few days"):
        judge(History(store_of(events=[event(1, "a", day, "purchase")])))
    once = [event(i, f"u{i}", day + timedelta(days=i), "view") for i in range(60)]
    with pytest.raises(ToolError, match="Too few customers"):
        judge(History(store_of(events=once)), WEEK)


def test_all_purchases_on_one_day_are_refused_in_words():
    day = START + timedelta(days=30, hours=10)
    rows = [event(i, f"u{i}", day, "purchase") for i in range(40)]
    rows += [event(100 + i, f"u{i}", START + timedelta(days=i), "view") for i in range(60)]
    with pytest.raises(ToolError, match="Too few customers"):
        judge(History(store_of(events=rows)), WEEK)
