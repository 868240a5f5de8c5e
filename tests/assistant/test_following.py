"""What a question takes over from the one before."""

from dataclasses import replace
from typing import Any

import pytest

from assistant import figure_slots
from assistant.explaining import looked_at
from assistant.following import stands_alone
from assistant.fragments import is_fragment, is_remark
from assistant.going_on import continued, going_on, is_whole, silently, turned
from assistant.keeping import nested_in_time
from assistant.open_arguments import OneOf
from assistant.reading import Reader
from tests.routes import among
from tests.small_store import small_store
from tools.lexicon import Lexicon

CAMPAIGN: dict[str, Any] = {"campaign": "Spring mail"}


@pytest.fixture(scope="module")
def reader() -> Reader:
    store = small_store()
    return Reader(Lexicon(store), store.calendar, store.today)


@pytest.mark.parametrize(
    ("question", "before", "continues"),
    [
        ("键盘呢？键盘看两周就够了", "forecast_demand", "forecast_demand"),
        ("那键盘呢，按订单来看", "campaign_results", "campaign_results"),
        ("那订单数呢", "campaign_results", "query_metrics"),
        ("键盘卖了多少钱？看两周就够了", "forecast_demand", None),
        ("same table, orders this time", "query_metrics", "query_metrics"),
        ("cheers! and by channel? it is for the board", "query_metrics", "query_metrics"),
        ("口径不变，改看订单数", "query_metrics", "query_metrics"),
        ("辛苦啦！那邮件渠道呢？群里有人在问", "query_metrics", "query_metrics"),
        ("good. what would you fix first? only one thing", "query_metrics", None),
        ("could I have it in revenue instead", "forecast_demand", "forecast_demand"),
        ("and what revenue did we have in September", "forecast_demand", "query_metrics"),
        ("换算成钱呢，销售额多少", "forecast_demand", "forecast_demand"),
        ("ok thx, keyboards?", "forecast_demand", "forecast_demand"),
        ("great chart. and how many orders was that from?", "query_metrics", "query_metrics"),
        ("就看键盘和耳机", "query_metrics", "query_metrics"),
        ("嗯够用了，我先去忙了", "query_metrics", None),
        ("right, that's all, I have to run", "query_metrics", None),
        (
            "老板要看9月键盘按渠道分的订单数，麻烦只看邮件和短信这两个渠道的，其他的明天再说",
            "query_metrics",
            None,
        ),
    ],
)
def test_a_new_subject_keeps_the_tool(
    question: str, before: str, continues: str | None, reader: Reader
) -> None:
    assert reader.read(question, (before, CAMPAIGN)).continues == continues


@pytest.mark.parametrize(
    ("question", "remark"),
    [
        ("too many, just the 10 worst", True),
        ("太多了，只要10个", True),
        ("who are the 10 worst", False),
        ("thanks a lot", False),
    ],
)
def test_a_remark_names_something_and_asks_nothing(
    question: str, remark: bool, reader: Reader
) -> None:
    assert is_remark(reader.read(question)) is remark


@pytest.mark.parametrize(
    ("question", "before", "plain", "continues"),
    [
        (
            "that is more than we can ring up, could it be the 4 most pressing?",
            "churn_risk",
            False,
            True,
        ),
        ("一天联系不完，能不能先挑4位最急的", "churn_risk", False, True),
        (
            "that is more than we can ring up, could it be the 4 most pressing?",
            "churn_risk",
            True,
            False,
        ),
        ("revenue of keyboards in September", "churn_risk", False, False),
        ("in cash, not in heads", "cohort_retention", False, True),
        ("看金额，不看人数", "cohort_retention", False, True),
        ("men alone, if you can", "query_metrics", False, True),
        ("mostly from which channel?", "query_metrics", False, True),
        ("every brand on its own, if possible", "funnel", False, True),
        ("men alone, because that is who we ship to", "query_metrics", False, True),
        ("what is the weather like", "query_metrics", False, False),
    ],
)
def test_a_piece_of_a_question_goes_on_with_the_tool_before(
    question: str, before: str, plain: bool, continues: bool, reader: Reader
) -> None:
    call: tuple[str, dict[str, Any]] = (before, {"filters": ["region=Beijing"]})
    route = among(["price_advice"] if plain else ["price_advice", before])
    assert is_fragment(reader.read(question), call, route, []) is continues


def test_another_question_keeps_what_the_one_before_was_about(reader: Reader) -> None:
    question = "where do those visits fall off on the way?"
    before = ("query_metrics", {"period": "2026-09", "filters": ["channel=email"]})
    reading = turned(reader.read(question, before), before)
    assert is_whole(question)
    assert not is_whole("and by email?")
    assert (reading.continues, reading.filters) == (None, ("channel=email",))
    assert reading.periods == ("2026-09",)


HER: tuple[str, dict[str, Any]] = ("churn_risk", {"user_id": "u01"})
KEYBOARDS: tuple[str, dict[str, Any]] = (
    "query_metrics",
    {"filters": ["category=Keyboards", "channel=email"]},
)


@pytest.mark.parametrize(
    ("question", "users"),
    [
        ("那她下个月会买键盘吗", ("u01",)),
        ("would she buy a keyboard next month", ("u01",)),
        ("那键盘呢", ()),
    ],
)
def test_a_word_for_the_customer_means_her_whatever_else_is_named(
    question: str, users: tuple[str, ...], reader: Reader
) -> None:
    assert continued(reader.read(question), HER, reader).users == users


@pytest.mark.parametrize(
    ("question", "tool", "users"),
    [
        ("when is the next order due", "predict_next", ("u01",)),
        ("下一单大概什么时候", "predict_next", ("u01",)),
        ("who is due next", "predict_next", ()),
        ("谁快下单了", "predict_next", ()),
        ("what do the bad reviews say", "search_reviews", ()),
    ],
)
def test_a_question_that_names_nobody_is_about_the_customer_before(
    question: str, tool: str, users: tuple[str, ...], reader: Reader
) -> None:
    assert silently(reader.read(question), HER, tool).users == users


@pytest.mark.parametrize(
    ("question", "tool", "filters"),
    [
        ("what do the bad reviews say", "search_reviews", ("category=Keyboards",)),
        ("差评都在说什么", "review_themes", ("category=Keyboards",)),
        ("what do the bad reviews say overall", "search_reviews", ()),
        ("全店的差评都在说什么", "review_themes", ()),
        ("which campaign worked best", "campaign_results", ()),
        ("同一张单子里常见的还有什么", "bought_together", ("category=Keyboards",)),
        ("what do people buy together in our shop", "bought_together", ()),
    ],
)
def test_a_question_that_names_nothing_is_about_the_goods_before(
    question: str, tool: str, filters: tuple[str, ...], reader: Reader
) -> None:
    assert silently(reader.read(question), KEYBOARDS, tool).filters == filters


@pytest.mark.parametrize(
    ("before", "whom"),
    [
        (("churn_risk", {"horizon_days": 90}), {"segment": "at_risk"}),
        (("segment_customers", {"words": "women in Hunan"}), {"segment": "women in Hunan"}),
        (("query_metrics", {"period": "2026-09"}), {}),
    ],
)
@pytest.mark.parametrize("order", ["mail them a voucher for 15% off", "给他们发张八五折的券吧"])
def test_an_order_to_write_to_them_becomes_a_draft_for_those_told_of_before(
    order: str, before: Any, whom: dict[str, str], reader: Reader
) -> None:
    route = among(["draft_campaign", "price_advice"])
    reading = going_on(reader.read(order, before), before, route, [])
    assert (reading.continues, reading.carried) == ("draft_campaign", whom)


@pytest.mark.parametrize("question", ["and what pleases them, mostly?", "那大家最满意的是什么呢"])
def test_opinions_asked_for_once_more_are_of_the_same_time(question: str, reader: Reader) -> None:
    before = ("search_reviews", {"query": "noise", "category": "Headphones", "period": "2026-09"})
    reading = going_on(reader.read(question), before, among(["review_themes"]), [])
    assert reading.continues == "review_themes"
    assert reading.carried == {"category": "Headphones", "period": "2026-09"}


@pytest.mark.parametrize("question", ["is it getting any better?", "最近变差了吗"])
def test_whether_what_customers_say_got_worse_is_a_question_of_themes(
    question: str, reader: Reader
) -> None:
    before = ("search_reviews", {"query": "noise", "category": "Headphones", "k": 8})
    reading = going_on(reader.read(question, before), before, among(["about_store"]), [])
    assert reading.continues == "review_themes"
    assert reading.carried == {"category": "Headphones", "about": "changes"}


BY_CHANNEL: tuple[str, dict[str, Any]] = (
    "query_metrics",
    {"metrics": ["units"], "group_by": "channel", "period": "2026-10", "filters": ["country=CN"]},
)


@pytest.mark.parametrize(
    ("question", "attribute", "value"),
    [
        ("leave channels and months as they are, show revenue instead", "groupings", ()),
        ("revenue for the same channels and months", "groupings", ()),
        ("渠道和月份照旧，换成销售额", "groupings", ()),
        ("every one of these by brand", "groupings", ("channel", "brand")),
        ("各自再按品牌拆", "groupings", ("channel", "brand")),
        ("by brand instead", "groupings", ("brand",)),
        ("and add brand to that", "groupings", ("channel", "brand")),
        ("再加一个品牌维度", "groupings", ("channel", "brand")),
        ("不按销量，按订单数", "metrics", ("orders",)),
        ("only what men bought", "metrics", ()),
        ("I meant orders, my mistake", "metrics", ("orders",)),
        ("写错了，应该是订单数", "continues", "query_metrics"),
        ("不看销量，看订单数", "metrics", ("orders",)),
        ("units → orders", "metrics", ("orders",)),
        ("orders in place of units", "metrics", ("orders",)),
        ("销量换作订单数", "metrics", ("orders",)),
        ("邮件的也拉一下", "continues", "query_metrics"),
        ("how many units then?", "metrics", ("units",)),
        ("set September beside that", "compare", "previous_period"),
        ("九月的放旁边比一比", "compare", "previous_period"),
        ("and September?", "compare", "none"),
        ("add orders as a column", "metrics", ("units", "orders")),
        ("订单数也要，并排", "metrics", ("units", "orders")),
        ("set it next to September", "compare", "previous_period"),
        ("ignore the keyboards", "filters", ("category!=Keyboards",)),
        ("both revenue and orders then?", "metrics", ("revenue", "orders")),
        ("break each down by brand", "groupings", ("channel", "brand")),
        ("每个渠道里再分品牌", "groupings", ("channel", "brand")),
        ("一周一周地看", "groupings", ("week",)),
        ("not just the keyboards", "filters", ()),
        ("不光键盘，全店的", "widened", ("category",)),
        (
            "not just keyboards, headphones too",
            "filters",
            ("category=Keyboards", "category=Headphones"),
        ),
        ("just the total, please", "trend", False),
    ],
)
def test_what_a_follow_up_keeps_and_adds(
    question: str, attribute: str, value: Any, reader: Reader
) -> None:
    assert getattr(reader.read(question, BY_CHANNEL), attribute) == value


@pytest.mark.parametrize(
    ("question", "group"),
    [
        ("just the total, please", None),
        ("no need for channels", None),
        ("先别拆了，给个总数", None),
        ("渠道不用分，加起来多少", None),
        ("the total per channel", "channel"),
        ("and the orders?", "channel"),
    ],
)
def test_groups_are_given_up_for_one_figure(
    question: str, group: str | None, reader: Reader
) -> None:
    reading = reader.read(question, BY_CHANNEL, changes=True)
    assert reading.groupings == () or reading.groupings == (group,)
    assert reading.carried.get("group_by") == group


@pytest.mark.parametrize(
    ("question", "groupings"),
    [
        ("能不能再按品牌分开", ("month", "brand")),
        ("又拆品牌", ("month", "brand")),
        ("by brand instead", ("brand",)),
    ],
)
def test_months_are_split_again(question: str, groupings: tuple[str, ...], reader: Reader) -> None:
    before = ("query_metrics", {"metrics": ["units"], "group_by": "month"})
    assert reader.read(question, before, changes=True).groupings == groupings


def test_what_was_asked_about_is_forgotten(reader: Reader) -> None:
    before = ("query_metrics", {"metrics": ["units"], "filters": ["category=Keyboards"]})
    reading = reader.read("forget the keyboards, all of it", before, changes=True)
    assert (reading.filters, reading.widened) == ((), ("category",))


def test_times_of_several_groups_are_told_for_each_of_them() -> None:
    named = ["channel=email", "channel=sms"]
    assert nested_in_time("monthly", ("month",), named, BY_CHANNEL) == ("month", "channel")
    assert nested_in_time("monthly", ("month",), named[:1], BY_CHANNEL) == ("month",)


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("and the preceding month?", "2026-09-01..2026-09-30"),
        ("thanks! and the mth before? my boss wants both", "2026-09-01..2026-09-30"),
        ("上一个月的也发我吧", "2026-09-01..2026-09-30"),
        ("谢啦。那再往前推一个月呢？我补进表里", "2026-09-01..2026-09-30"),
        ("and the previous week?", "last_week"),
    ],
)
def test_a_step_back_is_told_from_the_time_before(
    question: str, period: str, reader: Reader
) -> None:
    reading = continued(reader.read(question, BY_CHANNEL), BY_CHANNEL, reader)
    assert reading.periods == (period,)


@pytest.mark.parametrize(
    ("question", "asked", "period"),
    [
        ("the month after?", "2026-06", "2026-07"),
        ("随后那个月呢", "2026-06", "2026-07"),
        ("the following week", "2026-06-01..2026-06-07", "2026-06-08..2026-06-14"),
        ("and the second week?", "2026-06-01..2026-06-07", "2026-06-08..2026-06-14"),
        ("那下旬呢", "2026-06-01..2026-06-10", "2026-06-21..2026-06-30"),
        ("and the 5th?", "2026-06-04", "2026-06-05"),
        ("12号呢", "2026-06-04", "2026-06-12"),
        ("11号到14号呢", "2026-06-04", "2026-06-11..2026-06-14"),
        ("and in the second?", "2026-Q1", "2026-Q2"),
        ("in the same days of May", "2026-06-03..2026-06-09", "2026-05-03..2026-05-09"),
    ],
)
def test_a_step_on_and_the_same_days_are_told_from_the_time_before(
    question: str, asked: str, period: str, reader: Reader
) -> None:
    before = (BY_CHANNEL[0], {**BY_CHANNEL[1], "period": asked})
    assert continued(reader.read(question, before), before, reader).periods == (period,)


def test_what_is_to_come_is_no_step_on(reader: Reader) -> None:
    before = (BY_CHANNEL[0], {**BY_CHANNEL[1], "period": "last_month"})
    assert continued(reader.read("and next month?", before), before, reader).periods == ()


@pytest.mark.parametrize(
    "question",
    ["and the month before, side by side", "前一个月的放一起对着看", "同再上一个月比呢"],
)
def test_a_step_back_beside_the_time_before_is_a_comparison(question: str, reader: Reader) -> None:
    reading = continued(reader.read(question, BY_CHANNEL), BY_CHANNEL, reader)
    assert (reading.periods, reading.compare) == ((), "previous_period")


@pytest.mark.parametrize(
    ("question", "tool", "argument", "value"),
    [
        ("for revenue", "price_advice", "target", "revenue"),
        ("按销售额来", "price_advice", "target", "revenue"),
        ("orders, not pieces", "forecast_demand", "metric", "orders"),
        ("what is its revenue?", "price_advice", "filters", ["category=Keyboards"]),
    ],
)
def test_a_measure_a_tool_can_be_told_in_is_no_other_question(
    question: str, tool: str, argument: str, value: object, reader: Reader
) -> None:
    reading = reader.read(question, (tool, {"category": "Keyboards"}), changes=True)
    assert reading.carried.get(argument) == value or reading.continues == tool


@pytest.mark.parametrize("question", ["why, though?", "点解呢"])
def test_why_asks_for_what_moved_the_figure_before(question: str, reader: Reader) -> None:
    known = {"metrics": ["units", "sessions"], "group_by": ["category", "brand"]}
    calls = [told for _, told in looked_at(reader.read(question, BY_CHANNEL, True), known)]
    assert [told["metrics"] for told in calls] == [["units"], ["units"], ["sessions"]]
    for told in calls:
        assert told["period"] == "2026-10"
        assert told["compare"] == "previous_period"
        assert told["filters"] == ["country=CN"]


@pytest.mark.parametrize(
    ("question", "before", "filters"),
    [
        ("what is that whole province worth to us?", "region=Hunan", ("region=Hunan",)),
        ("整个省份值多少钱", "region=Hunan", ("region=Hunan",)),
        ("what is each province worth to us?", "region=Hunan", ()),
    ],
)
def test_the_same_kind_of_group_is_the_one_before(
    question: str, before: str, filters: tuple[str, ...], reader: Reader
) -> None:
    call = ("churn_risk", {"filters": [before]})
    assert continued(reader.read(question, call), call, reader).filters == filters


@pytest.mark.parametrize(
    ("question", "chance", "alone"),
    [
        ("how many orders came in last week from the south?", 0.01, True),
        ("上周南边一共来了多少订单，老板要看", 0.01, True),
        ("how many orders came in last week from the south?", 0.3, False),
        ("how many orders came in last week from the south?", None, False),
        ("and how many orders came in last week from the south?", 0.01, False),
        ("how has it developed since the summer began?", 0.01, False),
        ("就看南边的，上周一共来了多少订单", 0.01, False),
        ("how many orders?", 0.01, False),
    ],
)
def test_a_question_that_says_all_it_asks_stands_alone(
    question: str, chance: float | None, alone: bool
) -> None:
    assert stands_alone(question, chance) is alone


@pytest.mark.parametrize(
    ("question", "metrics", "filters"),
    [
        ("as a percentage, please", ["gross_margin"], ["country=CN"]),
        ("换成百分比", ["gross_margin"], ["country=CN"]),
        ("不看率，看绝对值", ["gross_profit"], ["country=CN"]),
        ("and Hunan?", ["gross_profit"], ["region=Hunan"]),
    ],
)
def test_an_answer_is_told_anew_of_the_same(
    question: str, metrics: list[str], filters: list[str], reader: Reader
) -> None:
    before = ("query_metrics", {"metrics": ["gross_profit"], "filters": ["country=CN"]})
    reading = replace(reader.read(question, before), continues=before[0], carried=before[1])
    vocabulary = {"metrics": ["gross_profit", "gross_margin"], "group_by": []}
    assert figure_slots.metrics(reading, vocabulary) == OneOf([metrics])
    assert figure_slots.filters(reading, vocabulary) == OneOf([filters])
