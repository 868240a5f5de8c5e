"""Descriptions in words: what becomes of them, and what is refused."""

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
            "women who viewed keyboards twice in 14 days but bought nothing",
            "women; viewed Keyboards twice or more in the last 14 days;"
            " placed no order in the last 14 days",
        ),
        (
            "过去30天加购但没下单的广东用户",
            "in Guangdong; put something in the cart in the last 30 days;"
            " placed no order in the last 30 days",
        ),
        (
            "customers who spent over 500 this year and haven't ordered for 60 days",
            "spent more than CN¥500.00 this year; placed no order in the last 60 days",
        ),
        (
            "women who put something in the cart over the past 30 days and then didn't order",
            "women; put something in the cart in the last 30 days;"
            " placed no order in the last 30 days",
        ),
        (
            "过去90天耳机下过两单的女生",
            "women; bought Headphones twice or more in the last 90 days",
        ),
        ("bought headphones but never keyboards", "bought Headphones; never bought Keyboards"),
        ("VIP in Hunan on mobile", "in Hunan; in the segment “Big spenders”; visited via mobile"),
        ("买过耳机但从没买过键盘的人", "bought Headphones; never bought Keyboards"),
        ("ordered more than 3 times", "ordered 4 times or more"),
        ("下单3次以上且消费满1000元", "ordered 3 times or more; spent CN¥1,000 or more"),
        ("spent between 500 and 1000", "spent CN¥500.00 or more and CN¥1,000 or less"),
        ("last order more than 90 days ago", "last order 91 days ago or longer"),
        ("viewed headphones or keyboards", "viewed Headphones or Keyboards"),
        ("bought headphones or viewed keyboards", "bought Headphones or viewed Keyboards"),
        ("first ordered in October", "placed the first order in October 2026"),
        ("bought in October, never before that", "placed the first order in October 2026"),
        ("10月买过，之前从没买过的人", "placed the first order in October 2026"),
        ("men not from Hunan", "men; not in Hunan"),
        ("people who can be emailed", "agreed to marketing"),
        ("who searched for 'mesh case'", "searched for “mesh case”"),
        (
            "bought keyboards in October and not in September",
            "bought Keyboards in October 2026; did not buy Keyboards in September 2026",
        ),
        (
            "viewed keyboards and put them in the cart but never bought them",
            "viewed Keyboards; put Keyboards in the cart; never bought Keyboards",
        ),
        (
            "bought something in the last 90 days but nothing in the last 30 days",
            "ordered in the last 90 days; placed no order in the last 30 days",
        ),
        ("买过3到5次的顾客", "ordered 3 to 5 times"),
        ("复购过的广东女性", "in Guangdong; women; ordered twice or more"),
        ("半年没下单、同意营销的顾客", "placed no order in the last 6 months; agreed to marketing"),
        ("用手机下过单的用户", "ordered via mobile"),
        ("客单价超过100的女性", "women; spent more than CN¥100.00 an order on average"),
    ],
)
def test_words_become_rules(segments: Segments, words: str, said: str) -> None:
    assert segments.read(words).describe("en") == said


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("bought headphones but never a case", "case"),
        ("VIP in Paris on mobile", "Paris"),
        ("unicorn lovers who bought headphones", "unicorn lovers"),
        ("喜欢独角兽的用户", "独角兽"),
        ("10月买过但之后没再下单的顾客", "此后"),
    ],
)
def test_words_not_understood_are_named(segments: Segments, words: str, named: str) -> None:
    with pytest.raises(ToolError) as refused:
        segments.read(words)
    assert named in refused.value.say("en")


def test_a_description_without_a_condition_is_refused(segments: Segments) -> None:
    with pytest.raises(ToolError, match="names no condition"):
        segments.read("all our customers")


def test_a_thing_without_a_verb_is_asked_about(segments: Segments) -> None:
    with pytest.raises(ToolError, match="not clear what was done with “headphone"):
        segments.read("headphones people")


def test_members_of_a_description_are_those_who_meet_it(segments: Segments) -> None:
    seen = segments.read("viewed keyboards twice in 14 days but bought nothing")
    assert segments.members(seen) == ("u6",)
    assert segments.members(segments.read("买过两次以上的女性")) == ("u1",)
