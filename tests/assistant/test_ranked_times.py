"""Days, weeks and hours that are wanted ranked."""

import pytest

from assistant.ranked_times import ranked_times
from assistant.reading import Reader
from tests.small_store import small_store
from tools.lexicon import Lexicon


@pytest.fixture(scope="module")
def reader() -> Reader:
    store = small_store()
    return Reader(Lexicon(store), store.calendar, store.today)


@pytest.mark.parametrize(
    ("question", "unit", "n"),
    [
        ("十月卖得最差的四天", "day", 4),
        ("今年退货最凶的两个礼拜是哪两个礼拜", "week", 2),
        ("哪三个月订单最少", "month", 3),
        ("浏览最高的那个小时", "hour", 1),
        ("邊兩日訂單最多", "day", 2),
        ("今年哪几个月订单最少", "month", None),
        ("五月哪一天退货最多", "day", None),
        ("which three weeks had the most visits?", "week", 3),
        ("the 4 hours with the fewest orders", "hour", 4),
        ("orders this year, month for month", "month", None),
        ("visits in May, one week at a time", "week", None),
        ("the sleepiest day for orders last month", "day", None),
        ("least busy week for visits this year", "week", None),
        ("our record month for refunds", "month", None),
        ("the drabbest two weeks for revenue", "week", 2),
        ("best three days for visits in May", "day", 3),
        ("上半年最萧条那个月的订单", "month", 1),
    ],
)
def test_a_number_of_the_best_or_worst_times_is_told(
    question: str, unit: str, n: int | None, reader: Reader
) -> None:
    reading = reader.read(question)
    assert (reading.groupings, reading.top_n) == ((unit,), n)


@pytest.mark.parametrize(
    "text",
    [
        "最近三天卖了多少",
        "最后五天的订单",
        "卖得最好的三款",
        "最忙的两天前",
        "最高的三成",
        "what two days ago?",
        "in the three weeks with rain",
        "the latest two weeks",
        "most of three months",
    ],
)
def test_a_length_of_time_is_no_number_of_times(text: str) -> None:
    assert ranked_times(text) == ([], None)


@pytest.mark.parametrize("text", ["revenue in the latest month", "orders, most of the week"])
def test_what_is_newest_or_most_of_one_asks_for_no_groups(text: str, reader: Reader) -> None:
    assert reader.read(text).groupings == ()
