import pytest

from assistant.splitting import Part
from assistant.winners import asks_more, pointed_at, ranked

ABOUT_ONE = (
    "churn_risk",
    "lifetime_value",
    "predict_next",
    "recommend_items",
    "customer_profile",
)


@pytest.mark.parametrize(
    ("first", "second", "then", "alone"),
    [
        (
            Part("who may leave us", "churn_risk"),
            Part("what should we offer her", "recommend_items"),
            "what should we offer  customer {winner} ",
            True,
        ),
        (
            Part("the one likeliest to leave", "churn_risk"),
            Part("the file on that lead", "customer_profile"),
            "the file on  customer {winner} ",
            True,
        ),
        (
            Part("谁最值钱", "lifetime_value"),
            Part("翻翻这人的底细", "customer_profile"),
            "翻翻 顾客 {winner}  的底细",
            True,
        ),
        (
            Part("谁最有价值", "lifetime_value"),
            Part("她们什么时候再买", "predict_next"),
            " 顾客 {winner}  什么时候再买",
            False,
        ),
    ],
)
def test_a_customer_found_is_asked_about(first: Part, second: Part, then: str, alone: bool) -> None:
    found = pointed_at([first, second], ABOUT_ONE)
    assert found is not None
    assert (found.tool, found.then, found.alone) == (first.tool, then, alone)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Part("sales by brand", "query_metrics"), Part("offer her what", "recommend_items")),
        (Part("who may leave", "churn_risk"), Part("what is women's value", "lifetime_value")),
        (Part("who may leave", "churn_risk"), Part("what do they say", "search_reviews")),
    ],
)
def test_two_questions_of_their_own_stay_two(first: Part, second: Part) -> None:
    assert pointed_at([first, second], ABOUT_ONE) is None


@pytest.mark.parametrize(
    ("question", "tool"),
    [
        ("recommend something to our most valuable customer", "lifetime_value"),
        ("what to offer the customer most likely to churn", "churn_risk"),
        ("给流失风险最高的客户推荐什么", "churn_risk"),
        ("最可能下单的顾客喜欢什么", "predict_purchase"),
    ],
)
def test_a_customer_named_by_rank_is_found(question: str, tool: str) -> None:
    found = ranked(question, (*ABOUT_ONE, "predict_purchase"))
    assert found is not None
    assert found.tool == tool
    assert "{winner}" in found.then
    assert asks_more(found, ["recommend_items"])
    assert not asks_more(found, [found.tool, "query_metrics"])
