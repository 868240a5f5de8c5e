"""What a question takes over from the one before."""

from typing import Any

import pytest

from assistant.fragments import is_fragment, is_remark
from assistant.going_on import continued, going_on, is_whole, silently, turned
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
    ("question", "users"),
    [
        ("is the guy about to leave us", ("u01",)),
        ("dude gonna come back?", ("u01",)),
        ("think this lady still shops elsewhere", ("u01",)),
        ("那大姐会不会跑了", ("u01",)),
        ("这哥们还来不来", ("u01",)),
        ("will the women leave us", ()),
        ("大姐们会不会跑了", ()),
    ],
)
def test_a_word_for_one_man_or_woman_means_the_customer_before(
    question: str, users: tuple[str, ...], reader: Reader
) -> None:
    reading = continued(reader.read(question), HER, reader)
    assert reading.users == users
    assert not (users and reading.filters)


@pytest.mark.parametrize(
    ("question", "tool", "users"),
    [
        ("who is this, then", "customer_profile", ("u01",)),
        ("她究竟是谁", "customer_profile", ("u01",)),
        ("when is the next order due", "predict_next", ("u01",)),
        ("下一单大概什么时候", "predict_next", ("u01",)),
        ("who is due next", "predict_next", ()),
        ("谁快下单了", "predict_next", ()),
        ("接下来会买哪个品类", "predict_next", ("u01",)),
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
        ("往后40天还能卖几个", "forecast_demand", ("category=Keyboards",)),
        ("咱店往后40天能卖几单", "forecast_demand", ()),
        ("how many will we sell in the next 40 days", "forecast_demand", ("category=Keyboards",)),
        ("will we run out before May", "forecast_demand", ("category=Keyboards",)),
        ("will we have enough until May", "forecast_demand", ("category=Keyboards",)),
        ("how many orders will our shop get next month", "forecast_demand", ()),
        ("which price means the highest revenue", "price_advice", ("category=Keyboards",)),
        ("which things get the most praise", "review_themes", ("category=Keyboards",)),
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
