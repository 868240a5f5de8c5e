"""What a message begins with and gives up, and what it tells in place of what it takes back."""

import pytest

from assistant.in_place import naming_in_place
from assistant.remarks import ASKED
from tests.assistant.test_reading import read, reader


@pytest.mark.parametrize(
    ("question", "groupings", "periods"),
    [
        ("Which brands do we list... forget that. Just tell me the June orders", (), ("2026-06",)),
        ("How many brands in May? Never mind that, how many orders were there?", (), ("2026-05",)),
        ("我们有几个品牌？算了不问这个，直接告诉我六月的订单数", (), ("2026-06",)),
        ("哪个渠道好来着，当我没问，给我看六月的订单", (), ("2026-06",)),
        ("orders by device, never mind that they fell, in June", ("device",), ("2026-06",)),
        ("which brand had most orders in June? Forget that one there", ("brand",), ("2026-06",)),
    ],
)  # fmt: skip
def test_a_question_given_up_asks_nothing(
    question: str, groupings: tuple[str, ...], periods: tuple[str, ...]
) -> None:
    reading = read(question)
    assert (reading.groupings, reading.periods) == (groupings, periods)


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("headphones vs keyboards... forget it, only keyboards: orders", ("category=Keyboards",)),
        ("men or women, actually no, just men: orders in June", ("gender=male",)),
        ("广东和湖南比一下……算了不比了，单看湖南六月的订单数", ("region=Hunan",)),
        ("headphones vs keyboards: orders in June", ("category=Headphones", "category=Keyboards")),
        ("耳机和键盘比一下", ("category=Headphones", "category=Keyboards")),
    ],
)  # fmt: skip
def test_a_comparison_given_up_leaves_the_one_it_comes_down_to(
    question: str, filters: tuple[str, ...]
) -> None:
    reading = read(question)
    assert reading.filters == filters
    assert reading.compare == "none" or len(filters) > 1


@pytest.mark.parametrize(
    ("question", "periods"),
    [
        ("Sorry, I wrote June but I meant July.", ("2026-07",)),
        ("I said June, should have been May", ("2026-05",)),
        ("orders: I typed June when I meant May", ("2026-05",)),
        ("我说成六月了，其实想问七月", ("2026-07",)),
        ("刚才打的是六月，应该是五月", ("2026-05",)),
        ("I said in June that orders were low", ("2026-06",)),
    ],
)
def test_what_was_said_is_not_what_was_meant(question: str, periods: tuple[str, ...]) -> None:
    assert read(question).periods == periods


def test_what_stands_in_place_of_something_is_no_talk() -> None:
    message = "orders in June... sorry May"
    names = naming_in_place(lambda _: frozenset(), message, reader().settled(message))
    assert ASKED in names("sorry May")
    assert not names("orders in ...")
    assert not naming_in_place(lambda _: frozenset(), message, message)("sorry May")
