"""Groups described in passing: what is understood among the chatter, and what is set aside."""

from pathlib import Path

import pytest

from tests.small_store import small_store
from tools.errors import ToolError
from tools.segments import Segments


@pytest.fixture(scope="module")
def segments() -> Segments:
    return Segments(small_store(), Path("none"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "morning! could you tell me how many women looked at keyboards at least twice in the"
            " last 14 days and left empty-handed? it's for a slide",
            "women; viewed Keyboards twice or more in the last 14 days;"
            " placed no order in the last 14 days",
        ),
        (
            "there must be a bunch of people who placed three orders or more with us",
            "ordered 3 times or more",
        ),
        ("在咱们家下过三单及以上的女生有多少", "women; ordered 3 times or more"),
        (
            "we owe the board a number - people who bought at some point but not a single order in"
            " the past 90 days",
            "ordered; placed no order in the last 90 days",
        ),
        (
            "dropped stuff in their cart, zero orders in the last 30 days. how many?",
            "put something in the cart in the last 30 days; placed no order in the last 30 days",
        ),
        (
            "麻烦数一数，近30天把东西扔进购物车却没付钱的女生大概多少人，我想发券",
            "women; put something in the cart in the last 30 days;"
            " placed no order in the last 30 days",
        ),
        (
            "老板问的：近60天耳机点进去看过起码三回、这期间啥也没买的，一共多少个",
            "viewed Headphones 3 times or more in the last 60 days;"
            " placed no order in the last 60 days",
        ),
        (
            "folk who slung stuff in the trolley in the last 10 days and never paid for it",
            "put something in the cart in the last 10 days; placed no order in the last 10 days",
        ),
        (
            "punters who loaded a basket in the last 40 days, not paid for anything",
            "put something in the cart in the last 40 days; placed no order in the last 40 days",
        ),
        ("耳机和键盘都买过的有几个人呀", "bought Headphones; bought Keyboards"),
        ("只买过一次就再也没回头的", "ordered exactly once"),
        ("8月买过、之后没再下单的", "ordered in August 2026; placed no order"),
    ],
)
def test_conditions_are_found_among_chatter(segments: Segments, words: str, said: str) -> None:
    assert segments.gathered(words).describe("en").startswith(said)


@pytest.mark.parametrize(
    "words",
    [
        "we would like everyone who bought unicorns, please",
        "how many women in Paris bought headphones? it's for my boss",
        "我想知道喜欢独角兽的、买过耳机的有多少人",
        "bought headphones in October, never before that",
    ],
)
def test_a_condition_not_understood_is_not_taken_for_chatter(
    segments: Segments, words: str
) -> None:
    with pytest.raises(ToolError):
        segments.gathered(words)


def test_what_may_have_been_a_condition_is_told(segments: Segments) -> None:
    seen = segments.gathered("we have a Hunan pop-up soon, how many women bought headphones?")
    assert "Hunan" in seen.aside
    assert segments.gathered("how many women bought headphones? thanks a lot").aside == ""
