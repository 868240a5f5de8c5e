"""Which tool a question goes to, on questions that are in no prompt and no example."""

from pathlib import Path

import pytest

from assistant.marketer import TOOLS
from assistant.routing import Router
from assistant.settings import Settings
from retrieval.embedding import TorchEmbedder

QUESTIONS = {
    "query_metrics": [
        "how did we do in september",
        "which brand earns us the most",
        "how many folks visited daily last week",
        "毛利最高的是哪些品类",
        "这周和上周比订单怎么样",
        "退货率有没有变高",
        "are we making more money than a year ago",
        "split turnover between web and app",
        "top 3 cities by buyers",
        "how big is an average basket on weekends",
        "share of returning buyers",
        "国庆期间销售怎么样",
        "哪个品牌退货最多",
        "新客有多少",
        "双十一那天的订单",
        "小程序和App哪个卖得好",
        "平均评分多少",
        "客户平均一单花多少钱",
    ],
    "search_reviews": [
        "are people happy with the air fryers",
        "咖啡机大家都吐槽什么",
        "what's wrong with our robot vacuums",
        "do customers mention slow delivery",
        "any praise for customer service?",
        "床品的评价怎么样",
        "有人说耳机夹耳朵吗",
    ],
    "funnel": [
        "do shoppers who add to cart actually pay",
        "下单流程哪里掉人最厉害",
        "how many carts turn into paid orders",
        "where's the bottleneck between browsing and ordering",
        "加入购物车之后流失了多少人",
        "浏览到付款每步剩多少人",
    ],
    "predict_purchase": [
        "who should i send my promo to, i want the ones about to order",
        "最近谁会来买东西",
        "chances of user u00077 ordering",
        "give me 50 people likely to convert soon",
        "哪些人最有希望成单",
        "下周谁会买护肤品",
    ],
    "predict_next": [
        "when will customer 31 be here again",
        "what does she buy next time",
        "他下一次来买是几号",
        "顾客31下回会挑什么",
    ],
    "churn_risk": [
        "which regulars are slipping from our hands",
        "who needs winning back",
        "哪些会员要流失",
        "该把哪些老顾客召回",
    ],
    "lifetime_value": [
        "what is our typical buyer worth over two years",
        "CLV by customer",
        "顾客31的终身价值",
        "今后谁给店里带来的钱最多",
    ],
    "recommend_items": [
        "what goes in the box with the kettle",
        "suggest products for customer 31",
        "买了茶壶的顾客还会买哪些",
        "给顾客31推荐几样",
    ],
    "about_store": [
        "hey",
        "what's the bitcoin price",
        "谢谢啦",
        "what's your name?",
        "can you book me a flight",
        "what's in your dataset",
        "你叫什么名字",
        "你们的库存系统用什么语言写的",
        "今天股市怎么样",
    ],
}
TOPICS = {
    "hi there, you": "greeting",
    "嗨": "greeting",
    "many thanks": "thanks",
    "多谢": "thanks",
    "how's the weather": "cannot",
    "今天会下雨吗": "cannot",
    "what can I do with you": "help",
    "what records do you hold": "data",
}


@pytest.fixture(scope="module")
def router() -> Router:
    embedder = TorchEmbedder.bundled(Settings().cache)
    return Router.load(embedder.queries, TOOLS, Settings().cache)


def test_the_right_tool_is_in_the_race(router: Router) -> None:
    asked = [(tool, question) for tool, questions in QUESTIONS.items() for question in questions]
    lost = [q for tool, q in asked if tool not in router.route(q).tools]
    first = [q for tool, q in asked if router.route(q).tools[0] == tool]
    assert len(lost) <= 2, lost
    assert len(first) >= 0.9 * len(asked)


def test_what_is_sure_stands_for_itself(router: Router) -> None:
    asked = [(tool, question) for tool, questions in QUESTIONS.items() for question in questions]
    routes = [(tool, router.route(question)) for tool, question in asked]
    sure = [(tool, route) for tool, route in routes if route.sure]
    assert all(abs(sum(route.chances.values()) - 1) < 1e-3 for _, route in routes)
    assert sum(tool == route.sure for tool, route in sure) >= 0.95 * len(sure) > 0


def test_small_talk_is_told_apart(router: Router) -> None:
    routes = {question: router.route(question) for question in TOPICS}
    wrong = [q for q, topic in TOPICS.items() if routes[q].topic != topic]
    assert len(wrong) <= 1, wrong


def test_examples_are_embedded_once(tmp_path: Path) -> None:
    embedder = TorchEmbedder.bundled(Settings().cache)
    calls: list[int] = []

    def embed(texts: list[str]):  # type: ignore[no-untyped-def]
        calls.append(len(texts))
        return embedder.queries(texts)

    for _ in range(2):
        Router.load(embed, {"funnel": None, "about_store": None}, tmp_path)
    assert len(calls) == 1
