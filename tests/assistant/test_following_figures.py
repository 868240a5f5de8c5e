"""What a follow-up keeps, adds and changes of the figures before."""

from dataclasses import replace
from typing import Any

import pytest

from assistant import figure_slots
from assistant.adjusting import adjusted
from assistant.explaining import looked_at
from assistant.following import stands_alone
from assistant.going_on import _orders, continued
from assistant.keeping import nested_in_time
from assistant.open_arguments import OneOf
from assistant.reading import Reader
from assistant.routing import Route
from tests.small_store import small_store
from tools.lexicon import Lexicon


@pytest.fixture(scope="module")
def reader() -> Reader:
    store = small_store()
    return Reader(Lexicon(store), store.calendar, store.today)


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
        ("units don't pay the bills. Which one has the most orders?", "metrics", ("orders",)),
        ("which one made most?", "continues", "query_metrics"),
        ("哪个卖的钱最多", "continues", "query_metrics"),
        ("forget units, how many orders", "continues", "query_metrics"),
        ("销量先不看，看订单数", "continues", "query_metrics"),
        ("pieces tell me nothing, I want the gross profit", "metrics", ("gross_profit",)),
        ("units can wait. Orders?", "continues", "query_metrics"),
        ("销量看腻了，看订单数", "metrics", ("orders",)),
        ("销量没用，我要看毛利", "continues", "query_metrics"),
        ("the entire path, from view to payment", "continues", None),
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
        ("split also by gender", "groupings", ("channel", "gender")),
        ("also by brand", "groupings", ("channel", "brand")),
        ("split that by brand as well", "groupings", ("channel", "brand")),
        ("再按品牌拆开", "groupings", ("channel", "brand")),
        ("换成按品牌拆", "groupings", ("brand",)),
        ("只看女的买了多少", "metrics", ()),
        ("只看女的买了多少钱", "metrics", ("revenue",)),
        ("加埋毛利率", "metrics", ("units", "gross_margin")),
        ("加埋毛利率", "carried", BY_CHANNEL[1]),
        ("add the tally of buyers", "metrics", ("units", "buyers")),
        ("include buyers as well", "metrics", ("units", "buyers")),
    ],
)
def test_what_a_follow_up_keeps_and_adds(
    question: str, attribute: str, value: Any, reader: Reader
) -> None:
    assert getattr(reader.read(question, BY_CHANNEL), attribute) == value


@pytest.mark.parametrize(
    ("question", "metrics"),
    [
        ("drop revenue", ("orders",)),
        ("lose the orders column", ("revenue",)),
        ("订单数不要了", ("revenue",)),
        ("去掉销售额", ("orders",)),
        ("revenue is no longer needed", ("orders",)),
        ("not revenue, units", ("units",)),
    ],
)
def test_a_figure_that_is_dropped_leaves_the_others(
    question: str, metrics: tuple[str, ...], reader: Reader
) -> None:
    before = (BY_CHANNEL[0], {**BY_CHANNEL[1], "metrics": ["revenue", "orders"]})
    reading = reader.read(question, before, changes=True)
    assert (reading.metrics, reading.compare) == (metrics, "none")


@pytest.mark.parametrize(
    ("question", "old", "metrics"),
    [
        ("what is their average worth?", "orders", ("average_order_value",)),
        ("平均每笔多少钱", "orders", ("average_order_value",)),
        ("how many articles in each?", "orders", ("items_per_order",)),
        ("in units, not yuan", "average_order_value", ("items_per_order",)),
        (
            "I was asking how many pieces there were in each, not the money",
            "average_order_value",
            ("items_per_order",),
        ),
        ("我要的是件数，不是钱", "average_order_value", ("items_per_order",)),
        ("in money, please", "items_per_order", ("average_order_value",)),
        ("客人有几多，不看钱", "revenue", ("buyers",)),
        ("how many units?", "orders", ("units",)),
        ("average rating?", "orders", ("average_rating",)),
        ("in units, not yuan", "revenue", ("units",)),
    ],
)
def test_a_figure_of_each_is_told_by_the_orders_before(
    question: str, old: str, metrics: tuple[str, ...], reader: Reader
) -> None:
    before = (BY_CHANNEL[0], {**BY_CHANNEL[1], "metrics": [old]})
    assert reader.read(question, before).metrics == metrics


@pytest.mark.parametrize(
    "question",
    [
        "per month. And Hunan next to it",
        "改成按月，旁边加上湖南",
        "by month, and Hunan in a column of its own",
    ],
)
def test_one_held_against_another_is_told_over_the_time_that_is_named(
    question: str, reader: Reader
) -> None:
    told = {**BY_CHANNEL[1], "group_by": "week", "filters": ["region=Guangdong"]}
    before = (BY_CHANNEL[0], told)
    reading = adjusted(reader.read(question, before, changes=True))
    assert reading.filters == ("region=Guangdong", "region=Hunan")
    assert reading.groupings == ("month", "region")


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
        (
            "and the month before, with the phone app left out this time please",
            "2026-09-01..2026-09-30",
        ),
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
        ("and the next quarter?", "2026-Q1", "2026-04..2026-06"),
        ("the five days after that", "2026-06-01..2026-06-12", "2026-06-13..2026-06-17"),
        ("the following two weeks", "2026-06-01..2026-06-14", "2026-06-15..2026-06-28"),
        ("接下来的那八天呢", "2026-06-01..2026-06-08", "2026-06-09..2026-06-16"),
        ("往后数六天呢", "2026-06-01..2026-06-12", "2026-06-13..2026-06-18"),
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


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("and next month?", "last_month"),
        ("and the next quarter?", "2026-Q3"),
        ("最后三天呢", "2026-06"),
    ],
)
def test_what_is_to_come_is_no_step_on(question: str, asked: str, reader: Reader) -> None:
    before = (BY_CHANNEL[0], {**BY_CHANNEL[1], "period": asked})
    told = reader.read(question, before)
    assert continued(told, before, reader).periods == told.periods


@pytest.mark.parametrize(
    "question",
    [
        "and the month before, side by side",
        "前一个月的放一起对着看",
        "同再上一个月比呢",
    ],
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


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("and give them three weeks of orders", "plan_test"),
        ("访客来算，别按顾客", "plan_test"),
        ("now by profit", "campaign_results"),
    ],
)
def test_a_figure_named_in_a_change_known_to_stay_is_of_the_tool_before(
    question: str, tool: str, reader: Reader
) -> None:
    before = (tool, {"horizon_days": 14})
    stays = reader.read(question, before, changes=True, stays=True)
    turns = reader.read(question, before, changes=True)
    assert (stays.continues, stays.carried) == before
    assert turns.continues == "query_metrics"


@pytest.mark.parametrize(
    "question", ["and what revenue did those bring in", "那些用了券的销售额呢"]
)
def test_what_points_back_at_a_query_is_asked_of_a_query(question: str, reader: Reader) -> None:
    before = ("run_sql", {"question": "how many orders used the coupon TEA5?"})
    assert reader.read(question, before, changes=True).continues == "run_sql"


@pytest.mark.parametrize("question", ["why, though?", "点解呢"])
def test_why_asks_for_what_moved_the_figure_before(question: str, reader: Reader) -> None:
    known = {"metrics": ["units", "sessions"], "group_by": ["category", "brand"]}
    calls = [told for _, told in looked_at(reader.read(question, BY_CHANNEL, changes=True), known)]
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


@pytest.mark.parametrize(
    ("question", "compare"),
    [
        ("never mind comparing, list the days", "none"),
        ("no comparison with anything, please", "none"),
        ("别比了，一天一天列给我", "none"),
        ("算了不比了", "none"),
        ("compare it with last year instead", "year_ago"),
        ("by brand instead", "previous_period"),
    ],
)
def test_a_comparison_before_is_given_up(question: str, compare: str, reader: Reader) -> None:
    tool, arguments = BY_CHANNEL
    reading = reader.read(
        question, (tool, {**arguments, "compare": "previous_period"}), changes=True
    )
    assert figure_slots.compare(reading, {}) == OneOf([compare])


@pytest.mark.parametrize("question", ["对比去年11月", "只要键盘，跟去年11月比"])
def test_a_month_of_last_year_may_be_what_a_later_one_is_held_against(
    question: str, reader: Reader
) -> None:
    reading = reader.read(question, BY_CHANNEL)
    assert reading.compare == "2025-11"
    assert reading.periods == (BY_CHANNEL[1]["period"],)


@pytest.mark.parametrize(
    ("question", "metrics"),
    [
        ("only the three with the most coming back", ()),
        ("and how many customers keep coming back", ("repeat_purchase_rate",)),
    ],
)
def test_what_comes_back_is_goods_after_returns(
    question: str, metrics: tuple[str, ...], reader: Reader
) -> None:
    tool, arguments = BY_CHANNEL
    returns = (tool, {**arguments, "metrics": ["return_rate"]})
    assert reader.read(question, returns, changes=True).metrics == metrics


@pytest.mark.parametrize(
    ("question", "top_n", "order"),
    [
        ("前三个就行", None, "lowest"),
        ("the top four will do", None, "lowest"),
        ("and the top four?", 4, "highest"),
        ("最高的三个", None, "highest"),
    ],
)
def test_the_first_few_of_a_list_stay_in_its_order(
    question: str, top_n: int | None, order: str, reader: Reader
) -> None:
    tool, arguments = BY_CHANNEL
    listed = {**arguments, "order": "lowest", "top_n": top_n}
    reading = reader.read(question, (tool, listed), changes=True)
    assert figure_slots.order(reading, {}) == OneOf([order])


def test_what_is_wished_of_a_draft_makes_its_order_no_question() -> None:
    text = "write them a text message, and I need it short"
    route = Route(["draft_campaign"], {"draft_campaign": 1.0})
    assert _orders(text, route)
    assert not _orders("do I need to write them a text message?", route)


@pytest.mark.parametrize(
    ("text", "top_n", "order"),
    [
        ("just the top four", None, "lowest"),
        ("头两个就够了", None, "lowest"),
        ("前六个", None, "lowest"),
        ("first 2 will do", 5, "lowest"),
        ("and the top four?", None, "highest"),
        ("前五名呢", 5, "highest"),
        ("only the biggest three", None, "highest"),
    ],
)
def test_the_first_few_of_a_list_leave_its_order(
    text: str, top_n: int | None, order: str, reader: Reader
) -> None:
    carried = {"metrics": ["orders"], "group_by": "brand", "order": "lowest", "top_n": top_n}
    reading = reader.read(text, ("query_metrics", carried), changes=True)
    assert figure_slots.order(reading, {}) == OneOf([order])
