"""Tests planned on the store's own customers."""

import pytest

from tests.tools.effects.campaign_store import campaign_store
from tools.effects import sample_size
from tools.effects.planner import false_alarms
from tools.effects.tool import EffectTools
from tools.errors import ToolError


@pytest.fixture(scope="module")
def tools():
    return EffectTools(campaign_store(arms=400, treated=100, control=50))


def test_the_baseline_is_the_share_of_customers_who_ordered(tools):
    # the last 14 days hold the orders of 150 of the 800 customers
    result = tools.plan_test(lift=0.5)
    told = {fact.message: fact.text for fact in result.facts("en")}
    assert "800 customers" in told["plan-traffic"]
    assert "18.75%" in told["plan-traffic"]
    row = next(row for row in result.rows if row["lift"] == 0.5)
    assert row["sent"] == sample_size(150 / 800, 0.5 * 150 / 800)
    assert row["days"] == 14


def test_more_people_than_there_are_is_said(tools):
    assert "more than the store has" in tools.plan_test(lift=0.05).facts("en")[0].text


def test_peeking_is_warned_of(tools):
    result = tools.plan_test()
    assert "plan-peeking" in result.statements[0].needs
    assert "随时看都成立" in "".join(fact.text for fact in result.facts("zh"))


def test_looking_often_raises_false_alarms():
    # Armitage, McPherson & Rowe 1969, table 2: 5 looks 0.142, 10 looks 0.193
    assert false_alarms(5) == pytest.approx(0.142, abs=0.01)
    assert false_alarms(10) == pytest.approx(0.193, abs=0.01)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"lift": 0}, "relative rise"),
        ({"power": 1}, "0.5 to 0.99"),
        ({"holdout": 1}, "share of people held out"),
        ({"horizon_days": 0}, "1 to 90"),
        ({"lift": 8}, "beyond everyone"),
        ({"audience": "visitors"}, "events"),
    ],
)
def test_a_plan_that_cannot_be_made_says_what_would_work(tools, asked, message):
    with pytest.raises(ToolError, match=message):
        tools.plan_test(**asked)
