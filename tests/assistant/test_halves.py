import pytest

from assistant.halves import Halves
from assistant.routing import Route

TOLD = {
    "campaign_results": ("pay off", "有用"),
    "plan_test": ("how many people", "多少人"),
    "customer_profile": ("u12", "来头"),
    "recommend_items": ("offer", "挑"),
    "query_metrics": ("sold", "卖"),
}


def route(text: str) -> Route:
    """A route to the tool whose words the text holds; to both where it holds words of two."""
    held = [tool for tool, words in TOLD.items() if any(word in text for word in words)]
    chances = {tool: 0.9 / len(held) for tool in held} or {"about_store": 0.9}
    return Route(list(chances), chances)


@pytest.mark.parametrize(
    ("question", "tools"),
    [
        ("Did the letter pay off? And how many people do we test on", "campaign_results plan_test"),
        ("台灯那封信有用吗？要测多少人", "campaign_results plan_test"),
        ("u12是什么来头，顺手挑两盏灯", "customer_profile recommend_items"),
        ("who is u12 and who sold it", "customer_profile query_metrics"),
    ],
)  # fmt: skip
def test_two_halves_for_two_tools_are_told_apart(question: str, tools: str) -> None:
    halves = Halves(route).of(question)
    assert " ".join(half.tool for half in halves or ()) == tools


@pytest.mark.parametrize(
    "question",
    [
        "Did the lamp letter pay off, the blue one?",
        "台灯、挂灯卖了多少",
        "卖灯有用吗，卖了多少",
        "If the letter should pay off, how many people did we need?",
    ],
)
def test_one_question_has_no_halves(question: str) -> None:
    assert Halves(route).of(question) is None
