import re

import pytest

from tests.tools.prediction.customers.shop import shop
from tools.errors import ToolError
from tools.prediction.customers.base import CustomerBase
from tools.prediction.history import History
from tools.prediction.items.tool import ItemTools
from tools.prediction.lifetime.contest import ValueContest
from tools.prediction.lifetime.saved import save as save_value
from tools.prediction.lifetime.tool import LifetimeTools
from tools.prediction.lifetime.training import predictor_of as value_predictor
from tools.prediction.timing.contest import TimingContest
from tools.prediction.timing.saved import save as save_timing
from tools.prediction.timing.tool import TimingTools
from tools.prediction.timing.training import predictor_of as timing_predictor
from tools.segments import Segments


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder, store = tmp_path_factory.mktemp("models"), shop()
    history = History(store)  # one for both: features are read once
    save_value(value_predictor(ValueContest.of(history)), folder)
    save_timing(timing_predictor(TimingContest.of(history)), folder)
    base = CustomerBase(store)
    value, timing = (
        LifetimeTools(base, folder),
        TimingTools(
            base,
            folder,
            Segments(store, folder / "segments"),
            ItemTools(store, folder).recommend_items,
        ),
    )
    return {
        "lifetime_value": value.lifetime_value,
        "churn_risk": timing.churn_risk,
        "predict_next": timing.predict_next,
    }


ALL = ("lifetime_value", "churn_risk", "predict_next")


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("arguments", [{}, {"user_id": "u001"}, {"filters": ["gender=female"]}])
def test_facts_are_whole_sentences_of_one_language(desk, name, arguments):
    result = desk[name](**arguments)
    assert result.tool == name
    messages = {statement.message for statement in result.statements}
    assert all(set(statement.needs) <= messages for statement in result.statements)
    assert [s.role for s in result.statements].count("answer") == 1
    for fact in result.facts("en"):
        assert not re.search("[\u4e00-\u9fff]", fact.text)
        assert fact.text.endswith(".")
    for fact in result.facts("zh"):
        assert fact.text.endswith("。")


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"user_id": "nobody"}, "nobody"),
        ({"filters": ["planet=Mars"]}, "gender"),
        ({"filters": ["region=South"]}, "too few"),
    ],
)
def test_what_cannot_be_answered_says_what_would_work(desk, name, arguments, message):
    with pytest.raises(ToolError, match=message) as caught:
        desk[name](**arguments)
    assert caught.value.say("zh")


def test_the_list_to_keep_is_ordered_by_value_at_risk(desk):
    rows = desk["churn_risk"](top_n=8).rows
    stakes = [row["at_risk"] for row in rows]
    assert len(rows) == 8
    assert stakes == sorted(stakes, reverse=True)
    for row in rows:
        assert row["at_risk"] == pytest.approx(row["risk"] * row["worth"], rel=0.01, abs=0.02)
        assert "order" in row["reasons"]


def test_a_longer_wait_is_less_likely_and_a_longer_time_worth_more(desk):
    near, far = (desk["churn_risk"](horizon_days=days).statements[0] for days in (14, 90))
    assert near.values["lost"].n > far.values["lost"].n
    near, far = (desk["lifetime_value"](horizon_days=days).statements[0] for days in (30, 365))
    assert near.values["total"].amount < far.values["total"].amount
    with pytest.raises(ToolError, match="horizon_days"):
        desk["churn_risk"](horizon_days=0)


def test_groups_add_up_to_all(desk):
    all_of, women, men = (
        desk["lifetime_value"](filters=own).statements[0].values["total"].amount
        for own in ([], ["gender=female"], ["gender=male"])
    )
    assert women + men == pytest.approx(all_of)


def test_days_of_the_next_order_are_told_with_their_rate(desk):
    result = desk["predict_next"](user_id="u001")
    answer = result.statements[0]
    assert answer.message.startswith("next-user-")
    assert answer.values["rate"].ratio == 0.8
    row = result.rows[0]
    told = [value for name, value in row.items() if name.startswith("within_")]
    assert told == sorted(told)


def test_without_a_model_it_says_to_train(tmp_path):
    base = CustomerBase(shop())
    for run in (
        LifetimeTools(base, tmp_path).lifetime_value,
        TimingTools(
            base,
            tmp_path,
            Segments(base.store, tmp_path),
            ItemTools(base.store, tmp_path).recommend_items,
        ).churn_risk,
    ):
        with pytest.raises(ToolError, match="storewise train"):
            run()


def test_a_segment_limits_who_is_counted(desk):
    everyone = desk["churn_risk"](top_n=1000)
    repeat = desk["churn_risk"](segment="repeat", top_n=1000)
    of_many = {row["user_id"] for row in everyone.rows}
    of_few = {row["user_id"] for row in repeat.rows}
    assert of_few < of_many
    assert "churn-among" in repeat.statements[0].needs
    told = {fact.message: fact.text for fact in repeat.facts("en")}
    assert told["churn-among"].endswith("who have bought: ordered twice or more.")
    described = desk["churn_risk"](segment="customers who ordered at least twice", top_n=1000)
    assert {row["user_id"] for row in described.rows} == of_few
    with pytest.raises(ToolError, match="no segment"):
        desk["churn_risk"](segment="repeaters_")
