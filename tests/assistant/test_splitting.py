from dataclasses import replace

import pytest

from assistant.routing import Route
from assistant.splitting import Splitter
from tests.routes import among
from tests.small_store import small_store
from tools.lexicon import Lexicon


class Undecided:
    """Takes every tool for possible."""

    def route(self, question: str) -> Route:
        return among(["query_metrics", "search_reviews", "funnel", "predict_purchase"])


@pytest.fixture(scope="module")
def splitter() -> Splitter:
    tools = ("query_metrics", "search_reviews", "funnel", "predict_purchase")
    return Splitter(Lexicon(small_store()), Undecided(), tools)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "How many orders came in yesterday, and what annoys people?",
            ["How many orders came in yesterday", "what annoys people?"],
        ),
        (
            "List our top brands; also show me where visitors leave",
            ["List our top brands", "show me where visitors leave"],
        ),
        ("上周有多少订单，谁会再买？", ["上周有多少订单", "谁会再买？"]),
        ("上周卖了多少？另外差评说了什么", ["上周卖了多少？", "差评说了什么"]),
        ("上周卖了多少再看看差评说了什么", ["上周卖了多少", "看看差评说了什么"]),
        ("上周卖了多少完了讲讲谁会再买", ["上周卖了多少", "讲讲谁会再买"]),
        ("Visits in May and the funnel", ["Visits in May", "the funnel"]),
        ("Units of lamps (all time) - and the praise", ["Units of lamps (all time", "the praise"]),
        ("revenue in May; likely buyers", ["revenue in May", "likely buyers"]),
        ("水杯的订单数，还有漏水的投诉", ["水杯的订单数", "漏水的投诉"]),
        ("上个月订单数和漏斗", ["上个月订单数", "漏斗"]),
        ("上个月订单数，浏览→加购→下单", ["上个月订单数", "浏览→加购→下单"]),
    ],
)
def test_what_asks_twice_has_two_parts(question: str, parts: list[str], splitter: Splitter) -> None:
    assert [part.text for part in splitter.parts(question)] == parts


@pytest.mark.parametrize(
    "question",
    [
        "orders and revenue by brand",
        "What do men and women buy?",
        "How much did we sell between 3 May and 9 June?",
        "last month, what did we sell?",
        "What was revenue and how did it change?",
        "Which brand sells vs. last year?",
        "上周，哪个品牌卖得好？",
        "订单和销售额各是多少",
        "这些商品和那些商品比怎么样",
        "complaints about price, delivery and returns",
        "从浏览到加购和下单的漏斗",
        "sales tanked last week, how come?",
        "which brand sold most, I mean orders",
        "哪个品牌评分最低，所有评价都算上",
        "take email out of it and show me the orders by region",
        "put search to one side and rank the brands by revenue",
        "5月3号到9号那几天，耳机每天卖了多少件？",
        "把邮件去掉，然后看看各省的订单",
    ],
)
def test_one_question_stays_one(question: str, splitter: Splitter) -> None:
    assert [part.text for part in splitter.parts(question)] == [question]


def test_a_part_knows_the_tool_its_words_ask_for(splitter: Splitter) -> None:
    tools = [part.tool for part in splitter.parts("订单数是多少，谁会再买，差评说什么")]
    assert tools == ["query_metrics", "predict_purchase", "search_reviews"]


class Sure:
    """A router that takes every text for one tool."""

    def route(self, question: str) -> Route:
        return among(["customer_profile"])


def test_what_one_tool_tells_whole_is_one_question(splitter: Splitter) -> None:
    question = "订单数是多少，谁会再买，差评说什么"
    sure = replace(splitter, router=Sure())  # type: ignore[arg-type]
    assert len(splitter.parts(question)) == 3
    assert [part.text for part in sure.parts(question)] == [question]


class Heard:
    """A router that hears predictions where somebody will buy, and else small talk."""

    def route(self, question: str) -> Route:
        asked = "will buy" in question or "谁会" in question
        tool = "predict_purchase" if asked else "about_store"
        return Route([tool], {tool: 0.9, "query_metrics": 0.1})


@pytest.mark.parametrize(
    "question", ["Somebody wants orders, who will buy lamps?", "老板催我交订单表，谁会再买台灯？"]
)
def test_what_is_said_in_passing_is_no_part(question: str, splitter: Splitter) -> None:
    heard = replace(splitter, router=Heard())  # type: ignore[arg-type]
    assert len(splitter.parts(question)) == 2
    assert [part.text for part in heard.parts(question)] == [question]


@pytest.mark.parametrize(
    "question",
    ["Within the funnel, what do the bad reviews say?", "光说下单漏斗这一块，差评说了什么？"],
)
def test_what_only_sets_the_stage_is_no_part(question: str, splitter: Splitter) -> None:
    assert [part.text for part in splitter.parts(question)] == [question]


@pytest.mark.parametrize(
    ("question", "signs"),
    [
        ("Win back customers who have not ordered for 90 days, budget 900", ["draft_campaign"]),
        ("给买过键盘的顾客发邮件，耳机9折", ["draft_campaign"]),
        ("召回两个月没买东西的顾客，预算900", ["draft_campaign"]),
        ("which customers should we win back with a coupon?", ["churn_risk"]),
        ("who's halfway out the door, likely off for good?", ["churn_risk"]),
        ("which shoppers are packing their bags", ["churn_risk"]),
        ("给老顾客发优惠券有用吗", ["campaign_results"]),
        ("analyse the attached test", ["analyse_experiment"]),
        ("解读一下这份实验数据", ["analyse_experiment"]),
        ("how long should the experiment run?", ["plan_test"]),
    ],
)
def test_an_order_to_write_is_told_from_a_question(question: str, signs: list[str]) -> None:
    tools = ("draft_campaign", "churn_risk", "campaign_results", "plan_test", "analyse_experiment")
    splitter = Splitter(Lexicon(small_store()), Undecided(), tools)  # type: ignore[arg-type]
    assert splitter.signs(question) == signs


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("what do buyers of tents moan about", "review_themes"),
        ("tell me what folks hold against the mugs", "review_themes"),
        ("what is it that people praise about the lamps?", "review_themes"),
        ("what are campers grumbling about in the reviews", "review_themes"),
        ("大家都吐槽帐篷些啥", "review_themes"),
        ("客人夸台灯夸哪几样", "review_themes"),
        ("评论里头数落水壶啥子", "review_themes"),
        ("what the customers complain with the mugs?", "review_themes"),
        ("lamps: what are shoppers unhappy with", "review_themes"),
        ("what do people chat about in the tent reviews", "review_themes"),
        ("帐篷的评论区里大家聊的是啥", "review_themes"),
        ("把水壶的差评归归类", "review_themes"),
        ("what are they unhappy with? read me three", "search_reviews"),
        ("what do buyers complain about? quotes please", "search_reviews"),
        ("有没有人嫌帐篷漏水", "search_reviews"),
        ("客人都骂些什么，给我三条原话", "search_reviews"),
        ("reviews saying the lamp flickers", "search_reviews"),
    ],
)
def test_opinions_left_open_are_themes(question: str, tool: str) -> None:
    tools = ("search_reviews", "review_themes")
    splitter = Splitter(Lexicon(small_store()), Undecided(), tools)  # type: ignore[arg-type]
    assert splitter.signs(question) == [tool]


class Knowing:
    """A router that is sure of the one tool whose word it hears first."""

    def route(self, question: str) -> Route:
        words = {"letter": "campaign_results", "信": "campaign_results", "worth": "lifetime_value"}
        return among([next((t for w, t in words.items() if w in question), "about_store")])


@pytest.fixture(scope="module")
def writing() -> Splitter:
    tools = ("campaign_results", "draft_campaign", "lifetime_value", "predict_purchase")
    return Splitter(Lexicon(small_store()), Knowing(), tools)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "Was the spring letter any use? Then draft an email for May.",
            "Was the spring letter any use?",
        ),
        ("春天那封信有用吗？再给老顾客写一封邮件", "春天那封信有用吗？"),
        ("The champions: count first. Then draft an email.", "The champions: count first."),
        ("先说说春天那封信，再给老顾客写一封邮件", "先说说春天那封信"),
        ("Could you help me? Draft an email for May.", None),
        ("Draft an email for May. Is 900 enough?", None),
        ("想做个活动，怎么做好，帮我写个方案", None),
    ],
)
def test_a_question_before_an_order_to_write_is_one_of_its_own(
    question: str, asked: str | None, writing: Splitter
) -> None:
    pieces = writing.before_draft(question)
    assert (pieces[0] if pieces else None) == asked


@pytest.mark.parametrize(
    "question",
    [
        "We are planning next year. What is she worth to us?",
        "what are women worth to us, is there an estimate",
    ],
)
def test_a_statement_and_a_repeated_question_are_no_parts(question: str, writing: Splitter) -> None:
    assert [part.text for part in writing.parts(question) if part.tool] in (
        [],
        [question.split(",")[0]],
    )


@pytest.mark.parametrize(
    "question",
    [
        "Which people will likely buy this week? The sales team is on standby.",
        "Where do visitors leave on their way? Show it by week.",
        "Visitors aged between 20 and 30: where do they leave?",
        "Where do visitors leave, and which one is worst?",
        "谁可能会买？销售部在等。",
    ],
)
def test_a_remark_a_time_or_a_split_is_no_question(question: str, splitter: Splitter) -> None:
    assert len(splitter.parts(question)) == 1
