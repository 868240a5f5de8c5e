"""Pieces of a question that ask nothing by themselves."""

from collections.abc import Mapping

import pytest

from assistant.routing import Route
from assistant.standing import Standing
from tests.small_store import small_store
from tools.lexicon import Lexicon


def _standing(chances: Mapping[str, float]) -> Standing:
    route = Route(list(chances), chances)
    tool = route.tools[0]
    return Standing(Lexicon(small_store()), lambda _: route, lambda _: [], lambda _: tool)


@pytest.mark.parametrize(
    "piece",
    [
        "Forget the tablets.",
        "never mind the channels, ",
        "渠道什么的先不管，",
        "除了平板，",
        "台灯和水杯加一块儿，",
        "lamps and kettles lumped together, ",
        "北京那几位老朋友，",
    ],
)
@pytest.mark.parametrize("tool", ["channel_advice", "bought_together", "query_metrics"])
def test_what_only_says_of_what_joins_the_question(piece: str, tool: str) -> None:
    standing = _standing({tool: 0.45, "query_metrics": 0.45})
    asked = "how many orders in May?"
    assert standing.joined([piece, asked]) == [piece + asked]


@pytest.mark.parametrize(
    "piece", ["lowest first please", "评分最低的先列", "按地区看", "分品类列一下，六月"]
)
def test_how_to_lay_it_out_joins_the_question(piece: str) -> None:
    standing = _standing({"query_metrics": 0.9})
    assert standing.joined(["ratings in May? ", piece]) == ["ratings in May? " + piece]


@pytest.mark.parametrize(
    ("pieces", "joined"),
    [
        (["五月的顾客之后每个月", "还有几成会来?"], ["五月的顾客之后每个月还有几成会来?"]),
        (["五月卖了多少，", "还有几成会来?"], ["五月卖了多少，", "还有几成会来?"]),
    ],
)
def test_still_so_many_joins_nothing(pieces: list[str], joined: list[str]) -> None:
    assert _standing({"predict_purchase": 0.7, "query_metrics": 0.1}).joined(pieces) == joined


@pytest.mark.parametrize(
    ("piece", "tool"),
    [
        ("write them a mail", "draft_campaign"),
        ("who is about to leave?", "churn_risk"),
        ("台灯跟什么一起卖?", "bought_together"),
        ("a list of those about to leave", "churn_risk"),
    ],
)
def test_a_plain_request_stands(piece: str, tool: str) -> None:
    standing = _standing({tool: 0.8, "query_metrics": 0.1})
    assert standing.joined(["orders in May? ", piece]) == ["orders in May? ", piece]


def test_beside_a_figure_of_all_else_the_rest_only_tells() -> None:
    standing = _standing({"query_metrics": 0.9, "search_reviews": 0.05})
    pieces = ["the warehouse moans about lamps, ", "return rate in May?"]
    other = Standing(standing.lexicon, standing.route, standing.signs, _reviews_first)
    assert other.joined(pieces) == ["".join(pieces)]


def _reviews_first(text: str) -> str:
    return "search_reviews" if "warehouse" in text else "query_metrics"


@pytest.mark.parametrize(
    "piece",
    ["Her number is u4711.", "系统里编号是u4711。", "看完又不下单。", "and like just Guangdong "],
)
def test_what_only_tells_or_narrows_asks_nothing(piece: str) -> None:
    standing = _standing({"predict_purchase": 0.9, "query_metrics": 0.05})
    assert standing.joined([piece, "will she buy?"]) == [piece + "will she buy?"]
