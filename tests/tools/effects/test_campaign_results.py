"""What is said of campaigns: with a holdout, without one, and all side by side."""

from datetime import timedelta

import pytest

from tests.small_store import store_of
from tests.tools.effects.campaign_store import CAMPAIGNS, START, campaign_store, order
from tools.effects.overview import sure_of
from tools.effects.past import past
from tools.effects.tool import EffectTools
from tools.errors import ToolError


@pytest.fixture(scope="module")
def tools():
    return EffectTools(campaign_store(arms=400, treated=100, control=50))


def said(result, language="en"):
    return {fact.message: fact.text for fact in result.facts(language)}


@pytest.mark.parametrize("name", ["c1", "Autumn Letter", "autumn", "秋日来信", "秋日"])
def test_a_campaign_is_found_by_id_name_or_part_of_it(tools, name):
    result = tools.campaign_results(name)
    told = said(result)["campaign-effect"]
    assert told.startswith("“Autumn Letter”")
    assert "25.00% of the 400" in told
    assert "12.50% of the 400" in told


def test_a_name_two_campaigns_share_compares_both(tools):
    assert "campaigns-counted" in said(tools.campaign_results("Letter"))


def test_an_unknown_campaign_is_answered_with_those_there_are(tools):
    with pytest.raises(ToolError, match="Known: Spring Letter and Autumn Letter"):
        tools.campaign_results("Black Friday")


def test_orders_and_profit_are_those_of_everyone_sent(tools):
    told = said(tools.campaign_results("c1"))
    (effect,) = past(tools.store)
    orders = 400 * effect.orders.value
    assert orders == pytest.approx(50, abs=3)  # CUPED moves it a little
    assert f"that is {orders:.0f} orders" in told["campaign-orders"]
    assert f"CN¥{40 * orders:,.0f}" in told["campaign-profit"]  # each lamp leaves 40
    assert "cost CN¥500.00" in told["campaign-profit"]
    assert f"leaving CN¥{40 * orders - 500:,.0f}" in told["campaign-profit"]


def test_rows_hold_both_arms(tools):
    sent, held = tools.campaign_results("c1").rows
    assert (sent["people"], sent["ordered"], sent["revenue"]) == (400, 100, 10_000)
    assert (held["people"], held["ordered"], held["revenue"]) == (400, 50, 5_000)


def test_a_campaign_without_a_holdout_proves_nothing(tools):
    result = tools.campaign_results("Spring")
    told = said(result)
    assert result.statements[0].message in ("campaign-matched", "campaign-unjudged")
    assert "cannot be told" in result.facts("en")[0].text
    assert "campaign-no-cause" in told
    assert "campaign-no-cause" in result.statements[0].needs
    assert "无法断定" in result.facts("zh")[0].text


def test_all_campaigns_are_ranked_and_the_unjudged_named(tools):
    result = tools.campaign_results()
    told = said(result)
    assert "Of 1 campaign judged" in told["campaigns-counted"]
    assert "Spring Letter" in told["campaigns-unjudged"]
    assert [row["campaign"] for row in result.rows] == ["Autumn Letter"]
    assert said(result, "zh")


def test_a_running_campaign_is_called_unfinished():
    store = campaign_store()
    early = store.profile.model_copy(update={"today": START.date() + timedelta(days=4)})
    told = said(EffectTools(type(store)(store.connection, early)).campaign_results("c1"))
    assert "not finished" in told["campaign-running"]


def test_a_campaign_ahead_is_not_judged():
    later = [{**CAMPAIGNS[0], "starts_at": START + timedelta(days=30),
              "ends_at": START + timedelta(days=40)}]  # fmt: skip
    store = store_of({"campaigns": later, "orders": [order(1, "u1", START, 5)]})
    with pytest.raises(ToolError, match="nothing to judge yet"):
        EffectTools(store).campaign_results("Autumn")


def test_benjamini_hochberg_keeps_what_stands_among_many():
    (effect,) = past(campaign_store())

    def with_p(p):
        conversion = effect.conversion.model_copy(update={"p": p})
        return effect.model_copy(update={"conversion": conversion})

    # Benjamini & Hochberg 1995, section 3.2: of 15 p-values, the four smallest are kept
    published = (0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240,
                 0.4262, 0.5719, 0.6528, 0.7590, 1.0)  # fmt: skip
    assert sure_of([with_p(p) for p in published]) == [True] * 4 + [False] * 11


def test_a_horizon_out_of_range_is_refused(tools):
    with pytest.raises(ToolError, match="1 to 365"):
        tools.campaign_results("c1", horizon_days=0)
