"""What several answers before were about, taken up at once."""

from typing import Any

import pytest

from assistant.both import read_both
from assistant.reading import Reader
from tests.small_store import small_store
from tools.lexicon import Lexicon

Call = tuple[str, dict[str, Any]]


@pytest.fixture(scope="module")
def reader() -> Reader:
    store = small_store()
    return Reader(Lexicon(store), store.calendar, store.today)


def orders_of(*filters: str, **told: Any) -> Call:
    return (
        "query_metrics",
        {"metrics": ["orders"], "period": "2026-10", "filters": [*filters], **told},
    )


HUNAN, GUANGDONG = orders_of("region=Hunan"), orders_of("region=Guangdong")
BOTH = ["region=Hunan", "region=Guangdong"]


@pytest.mark.parametrize(
    ("message", "group"),
    [
        ("both of them, side by side", "region"),
        ("now the two against each other", "region"),
        ("两边摆到一起比", "region"),
        ("把那两个放一块对比一下", "region"),
        ("两个省并排列出来", "region"),
        ("the two added up, please", None),
        ("what do those two come to together?", None),
        ("两个加起来", None),
        ("这俩合成一个数", None),
        ("两个省加埋几多", None),
    ],
)
def test_both_of_two_answers_are_taken_up(message: str, group: str | None, reader: Reader) -> None:
    reading = read_both(reader, message, GUANGDONG, [HUNAN])
    assert reading is not None
    assert reading.continues == "query_metrics"
    assert (reading.carried["group_by"], reading.carried["filters"]) == (group, BOTH)
    assert (reading.compare, reading.top_n, reading.groupings) == ("none", None, ())


def test_both_may_be_split_by_something_else(reader: Reader) -> None:
    reading = read_both(reader, "both, by month", GUANGDONG, [HUNAN])
    assert reading is not None
    assert reading.groupings == ("month", "region")


@pytest.mark.parametrize("message", ["把这俩渠道按月并排放", "两渠道分月比比"])
def test_two_of_a_kind_called_by_its_name_are_told_over_time(message: str, reader: Reader) -> None:
    before, earlier = orders_of("channel=search"), orders_of("channel=email")
    reading = read_both(reader, message, before, [earlier])
    assert reading is not None
    assert reading.carried["filters"] == ["channel=email", "channel=search"]
    assert reading.groupings == ("month", "channel")


@pytest.mark.parametrize(
    ("message", "period", "compare"),
    [
        ("两个月比一下", "2026-10", "previous_period"),
        ("both months side by side", "2026-10", "previous_period"),
        ("两个月加起来", "2026-09-01..2026-10-31", "none"),
    ],
)
def test_two_times_are_held_against_one_another_or_added(
    message: str, period: str, compare: str, reader: Reader
) -> None:
    before, earlier = orders_of(), orders_of(period="2026-09")
    reading = read_both(reader, message, before, [earlier])
    assert reading is not None
    assert (reading.carried["period"], reading.compare) == (period, compare)


def test_the_figures_of_two_answers_stand_side_by_side(reader: Reader) -> None:
    earlier = orders_of(metrics=["units"])
    reading = read_both(reader, "两个都列出来", orders_of(), [earlier])
    assert reading is not None
    assert reading.carried["metrics"] == ["units", "orders"]


@pytest.mark.parametrize(
    ("message", "group"),
    [
        ("I wanted to see them apart.", "region"),
        ("我是要分开看", "region"),
        ("Together, how much is that?", None),
        ("总共多少", None),
    ],
)
def test_several_of_one_answer_are_told_apart_or_as_one(
    message: str, group: str | None, reader: Reader
) -> None:
    before = orders_of(*BOTH, group_by=None if group else "region")
    reading = read_both(reader, message, before, [])
    assert reading is not None
    assert reading.carried["group_by"] == group


@pytest.mark.parametrize(
    ("message", "before", "earlier"),
    [
        ("both of them, side by side", GUANGDONG, []),  # nothing but one answer
        ("both of them, side by side", orders_of("region=Hunan"), [orders_of("gender=male")]),
        ("are the two bought together?", GUANGDONG, [HUNAN]),
        ("how do both compare with last year?", GUANGDONG, [HUNAN]),
        ("环比呢", orders_of(*BOTH, group_by="region"), []),
        ("by channel", GUANGDONG, [HUNAN]),
        ("前两个月呢", GUANGDONG, [HUNAN]),
        ("both of them, side by side", ("churn_risk", {"filters": ["region=Hunan"]}), [HUNAN]),
    ],
)
def test_other_messages_take_up_no_two_answers(
    message: str, before: Call, earlier: list[Call], reader: Reader
) -> None:
    assert read_both(reader, message, before, earlier) is None


def test_what_was_asked_about_may_be_named_again_beside_another(reader: Reader) -> None:
    message = "both of them next to each other, Hunan and Guangdong"
    reading = read_both(reader, message, HUNAN, [])
    assert reading is not None
    assert (reading.groupings, reading.filters) == (("region",), tuple(BOTH))
