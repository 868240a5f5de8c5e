"""Arguments of a few values that words settle."""

import inspect
from typing import get_args, get_type_hints

import pytest
import yaml

from assistant.choices import CHOICES, choice
from tools.channels.tool import ChannelTools
from tools.demand.tool import DemandTools
from tools.effects.tool import EffectTools
from tools.opportunities.tool import OpportunityTools
from tools.prices.tool import PriceTools
from tools.segments.cohort_tool import CohortTools
from tools.themes.aspects import Lexicon as Aspects
from tools.themes.tool import ThemeTools
from tools.together.tool import TogetherTools

TOOLS = {
    "channel_advice": ChannelTools.channel_advice,
    "price_advice": PriceTools.price_advice,
    "forecast_demand": DemandTools.forecast_demand,
    "cohort_retention": CohortTools.cohort_retention,
    "find_opportunities": OpportunityTools.find_opportunities,
    "bought_together": TogetherTools.bought_together,
    "plan_test": EffectTools.plan_test,
    "review_themes": ThemeTools.review_themes,
}


def test_every_choice_is_a_value_its_tool_takes():
    declared = yaml.safe_load(CHOICES.read_text(encoding="utf-8"))
    assert set(declared) == set(TOOLS)
    for tool, arguments in declared.items():
        hints = get_type_hints(TOOLS[tool])
        for argument, values in arguments.items():
            assert argument in inspect.signature(TOOLS[tool]).parameters
            taken = {
                v for part in (hints[argument], *get_args(hints[argument])) for v in get_args(part)
            }
            if argument == "aspect":
                taken = {*Aspects.common().names}
            assert set(values) <= taken | set(get_args(hints[argument])), (tool, argument)


@pytest.mark.parametrize(
    ("tool", "argument", "text", "value"),
    [
        ("channel_advice", "goal", "几点发短信好", "send_time"),
        ("channel_advice", "goal", "how do I split 500 among them", "budget"),
        ("channel_advice", "goal", "what division of it do you advise", "budget"),
        ("channel_advice", "goal", "share the money out for me", "budget"),
        ("review_themes", "about", "what do they hold against the tents", "complaints"),
        ("review_themes", "about", "just the hollering", "complaints"),
        ("channel_advice", "goal", "how is each channel doing", None),
        ("price_advice", "target", "they are graded on turnover", "revenue"),
        ("price_advice", "target", "sales as the goal", "revenue"),
        ("cohort_retention", "by", "wkly, newest first", "week"),
        ("forecast_demand", "about", "what must be reordered", "stock"),
        ("forecast_demand", "metric", "下周的营业额", "revenue"),
        ("cohort_retention", "by", "分周看", "week"),
        ("cohort_retention", "by", "retention by sign-up week", "week"),
        ("cohort_retention", "by", "按首购那个星期看留存", "week"),
        ("cohort_retention", "by", "按首购周年看留存", None),
        ("price_advice", "target", "if turnover is all that counts", "revenue"),
        ("price_advice", "target", "I couldn't care less about margin on mugs", "revenue"),
        ("price_advice", "target", "毛利我不在乎，杯子卖出流水就行", "revenue"),
        ("price_advice", "target", "不看利润，只看流水", "revenue"),
        ("price_advice", "target", "what earns the most, profit first", None),
        ("forecast_demand", "about", "what shall we run dry on", "stock"),
        ("forecast_demand", "about", "边几样就快断市", "stock"),
        ("forecast_demand", "about", "how many mugs will go out next week", None),
        ("find_opportunities", "focus", "只讲价钱", "prices"),
        ("find_opportunities", "focus", "just the goods coming back", "returns"),
        ("find_opportunities", "focus", "滞销的那些", "stock"),
        ("find_opportunities", "focus", "on the people side", "segments"),
        ("bought_together", "level", "whole aisles, not single things", "category"),
        ("bought_together", "level", "no, single items I mean", "item"),
        ("bought_together", "level", "不是单品，是品类", "category"),
        ("review_themes", "about", "边样投诉令我哋蚀咗生意", "cost"),
        ("review_themes", "about", "which gripes drive people away", "cost"),
        ("review_themes", "about", "did talk of the lids creep up", "changes"),
        ("review_themes", "aspect", "and delivery, is that one heard more?", "delivery"),
        ("review_themes", "aspect", "which complaints cost us sales", None),
        ("bought_together", "level", "哪些品类一起买", "category"),
        ("review_themes", "source", "search the reviews for topics", None),
        ("plan_test", "audience", "a test on whoever walks in", "visitors"),
        ("plan_test", "audience", "try it on people who come to our pages", "visitors"),
        ("plan_test", "audience", "拿来逛店的人做个测试", "visitors"),
        ("plan_test", "audience", "a test with the customers on our list", None),
        ("forecast_demand", "metric", "下个月能接多少张单", "orders"),
        ("forecast_demand", "metric", "大概会来几张单", "orders"),
        ("forecast_demand", "metric", "杯子往后能卖好多钱", "revenue"),
        ("forecast_demand", "metric", "单品能卖多少件", None),
        ("forecast_demand", "metric", "the order count per day", "orders"),
        ("cohort_retention", "by", "留存出个周粒度的", "week"),
        ("cohort_retention", "by", "week-level cohorts of the spring", "week"),
        ("cohort_retention", "by", "近8周的新客留存", None),
        ("review_themes", "source", "what is searched for in vain", "searches"),
        ("review_themes", "about", "which gripes cost us refunds", "cost"),
        ("review_themes", "about", "说物流不好的最近增加了吗", "changes"),
        ("review_themes", "about", "大家都夸哪些方面", "praise"),
        ("review_themes", "about", "买鞋的最近都在抱怨什么", "complaints"),
        ("review_themes", "about", "gripes about shoes lately", "complaints"),
    ],
)
def test_words_settle_a_choice(tool, argument, text, value):
    assert choice(tool, argument, text) == value


@pytest.mark.parametrize(
    ("tool", "argument", "text", "value"),
    [
        ("bought_together", "level", "Single items mean nothing to me. Categories", "category"),
        ("bought_together", "level", "categories are no use, give me single products", "item"),
        ("bought_together", "level", "单品没意思，看大类", "category"),
        ("find_opportunities", "focus", "whatever is posted back to us", "returns"),
        ("find_opportunities", "focus", "boxes coming home again", "returns"),
        ("find_opportunities", "focus", "shoppers who come back to us", "segments"),
        ("price_advice", "target", "it's takings my landlord asks for", "revenue"),
        ("price_advice", "target", "nobody can eat margin", "revenue"),
        ("price_advice", "target", "it's margin my landlord asks for", None),
    ],
)
def test_what_is_of_no_use_is_not_chosen(
    tool: str, argument: str, text: str, value: str | None
) -> None:
    assert choice(tool, argument, text) == value
