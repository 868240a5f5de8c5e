import re
from dataclasses import replace

import pytest

from tests.tools.prediction.small_shop import items, simulated, store_of
from tools.errors import ToolError
from tools.prediction.comparison import Figure
from tools.prediction.config import Group, PurchaseConfig
from tools.prediction.retraining import train
from tools.prediction.saved import load
from tools.prediction.tool import PurchaseTools


@pytest.fixture(scope="module")
def tools(tmp_path_factory):
    users = [
        {"user_id": f"u{u:03}", "gender": "female" if u % 2 else "male", "region": "North"}
        for u in range(150)
    ]
    users[0]["region"] = "South"
    shop = store_of(events=simulated(), items=items(), users=users)
    folder = tmp_path_factory.mktemp("models")
    train(shop, folder, PurchaseConfig(horizon_days=14, transformer=False))
    return PurchaseTools(shop, folder)


def test_the_likeliest_buyers_come_first_with_a_reason(tools):
    result = tools.predict_purchase(top_n=5)
    chances = [row["probability"] for row in result.rows]
    assert len(chances) == 5
    assert chances == sorted(chances, reverse=True)
    reasons = next(column for column in result.columns if column.name == "reasons")
    assert all(row["reasons"] for row in result.rows)
    assert {row["reasons"] for row in result.rows} <= set(reasons.names or {})
    assert result.statements[0].message == "purchase-list"
    assert result.statements[0].needs == ("purchase-quality",)


@pytest.mark.parametrize("arguments", [{}, {"user_id": "u001"}, {"category": "tea"}])
def test_facts_are_whole_sentences_of_one_language(tools, arguments):
    result = tools.predict_purchase(**arguments)
    for fact in result.facts("en"):
        assert not re.search("[\u4e00-\u9fff]", fact.text)
        assert fact.text.endswith(".")
    for fact in result.facts("zh"):
        assert fact.text.endswith("。")


def test_a_category_is_bought_by_no_more_than_buy_anything(tools):
    anything = tools.predict_purchase().statements[0].values["expected"].n
    tea = tools.predict_purchase(category="tea").statements[0].values["expected"].n
    assert 0 < tea <= anything * 1.1


def test_filters_keep_only_those_customers(tools):
    result = tools.predict_purchase(filters=["gender=female"], top_n=100)
    assert all(int(row["user_id"][1:]) % 2 for row in result.rows)


def test_another_horizon_is_predicted_for_its_own_days(tools):
    week = tools.predict_purchase(horizon_days=7).statements[0].values
    fortnight = tools.predict_purchase().statements[0].values
    assert (week["period"].last - week["period"].first).days == 6
    assert week["expected"].n < fortnight["expected"].n


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"user_id": "nobody"}, "nobody"),
        ({"category": "teaa"}, "tea"),
        ({"filters": ["planet=Mars"]}, "gender"),
        ({"filters": ["weekday=6"]}, "gender"),
        ({"filters": ["gender=femal"]}, "women and men"),
        ({"filters": ["region=South"]}, "too few"),
        ({"horizon_days": 0}, "horizon_days"),
    ],
)
def test_what_cannot_be_answered_says_what_would_work(tools, arguments, message):
    with pytest.raises(ToolError, match=message) as caught:
        tools.predict_purchase(**arguments)
    assert caught.value.say("zh")


def test_without_a_model_it_says_to_train(tools, tmp_path):
    with pytest.raises(ToolError, match="storewise train"):
        PurchaseTools(tools.store, tmp_path).predict_purchase()


def test_who_and_how_many_are_both_said(tools):
    result = tools.predict_purchase()
    expected, listed = result.statements[:2]
    assert (expected.message, expected.role) == ("purchase-expected", "answer")
    assert listed.message in expected.needs
    said = result.facts("en")[1].text
    assert all(str(row["user_id"]) in said for row in result.rows[:5])
    assert said.count("%") == 5


def test_a_number_of_people_asked_for_is_answered_with_them(tools):
    said = tools.predict_purchase(top_n=3).facts("en")[0].text
    assert re.search(r"^The 3 customers most likely to buy .*: u\d+ \(.*\.$", said)
    assert tools.predict_purchase(top_n=30).facts("zh")[0].text.endswith("其余见表格。")


def test_a_horizon_that_had_to_be_shortened_is_said_with_the_answer(tools):
    result = tools.predict_purchase(horizon_days=300)
    answer = next(s for s in result.statements if s.role == "answer")
    assert "purchase-shortened" in answer.needs
    (said,) = [f.text for f in result.facts("en") if f.message == "purchase-shortened"]
    assert "300 days" in said
    assert "20 days" in said
    assert not [f for f in tools.predict_purchase().facts("en") if f.message == said]


def test_what_recency_alone_would_say_stands_beside_every_probability(tools):
    result = tools.predict_purchase(top_n=5)
    assert all(0 <= row["baseline"] <= 1 for row in result.rows)
    told = {f.message for f in tools.predict_purchase(user_id="u001").facts("zh")}
    assert {"purchase-user-baseline", "purchase-user-alike"} <= told


def test_a_group_served_worse_is_warned_of_when_it_is_asked_about(tools, monkeypatch):
    figure = Figure(value=0.6, low=0.55, high=0.65)
    names = ("roc_auc", "base_rate", "expected_rate")
    women = Group(
        dimension="gender", value="female", users=75, buyers=30,
        figures=dict.fromkeys(names, figure), rest=dict.fromkeys(names, 0.8),
        warnings=("served_worse",),
    )  # fmt: skip
    saved = load(tools.models_folder)
    card = saved.card.model_copy(update={"groups": (women,)})
    monkeypatch.setattr("tools.prediction.tool.load", lambda folder: replace(saved, card=card))
    warned = "purchase-group-served-worse"
    asked = PurchaseTools(tools.store, tools.models_folder)
    assert warned in {
        s.message for s in asked.predict_purchase(filters=["gender=female"]).statements
    }
    for filters in ([], ["gender=male"]):
        told = asked.predict_purchase(filters=filters).statements
        assert warned not in {s.message for s in told}
