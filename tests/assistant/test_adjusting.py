"""What a follow-up changes of an argument before without naming it."""

from typing import Any

import pytest

from assistant.adjusting import adjusted
from assistant.reading import Reader, Reading
from tests.small_store import small_store
from tools.lexicon import Lexicon

SPLIT = ("channel_advice", {"budget": 12000.0, "goal": "budget"})
SOLD = ("forecast_demand", {"category": "Keyboards", "horizon_days": 20, "top_n": 10})
LEAVING = ("churn_risk", {"top_n": 10})
PLANNED = ("plan_test", {"lift": 0.08, "horizon_days": 21})
RANKED: tuple[str, dict[str, Any]] = (
    "query_metrics",
    {"metrics": ["revenue"], "group_by": "brand", "order": "highest"},
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    store = small_store()
    return Reader(Lexicon(store), store.calendar, store.today)


def taken_over(reader: Reader, message: str, before: tuple[str, dict[str, Any]]) -> Reading:
    return adjusted(reader.read(message, before, changes=True))


@pytest.mark.parametrize(
    ("message", "before", "argument", "value"),
    [
        ("they say 8 now, so make it 8", SPLIT, "budget", None),
        ("make that 8", SPLIT, "budget", 8000.0),
        ("改成9吧", SPLIT, "budget", 9000.0),
        ("halve the money", SPLIT, "budget", 6000.0),
        ("cut the money in half", SPLIT, "budget", 6000.0),
        ("预算翻倍", SPLIT, "budget", 24000.0),
        ("要是一半的钱呢", SPLIT, "budget", 6000.0),
        ("只有一半呢", SPLIT, "budget", 6000.0),
        ("rather 75 please", SOLD, "horizon_days", 75),
        ("扩到25", LEAVING, "top_n", 25),
        ("and 12?", PLANNED, "lift", 0.12),
        ("make it 25 days", PLANNED, "lift", 0.08),
        ("女的，前15", SOLD, "horizon_days", 20),
        ("12个不够，扩到25", LEAVING, "top_n", 25),
        ("twice as many people", LEAVING, "top_n", 20),
        ("and 2026?", LEAVING, "top_n", 10),
        ("the other way round", RANKED, "order", "lowest"),
        ("now stand that on its head", RANKED, "order", "lowest"),
        ("倒着来", RANKED, "order", "lowest"),
        ("highest first, the other way round", RANKED, "order", "highest"),
    ],
)
def test_a_number_or_an_order_is_changed(
    message: str, before: tuple[str, dict[str, Any]], argument: str, value: object, reader: Reader
) -> None:
    carried = taken_over(reader, message, before).carried
    assert carried[argument] == (before[1][argument] if value is None else value)


@pytest.mark.parametrize(
    ("message", "about"),
    [("and the opposite?", "praise"), ("反过来呢", "praise"), ("of the brands?", "complaints")],
)
def test_the_other_side_of_opinions(message: str, about: str, reader: Reader) -> None:
    before = ("review_themes", {"about": "complaints"})
    assert taken_over(reader, message, before).carried["about"] == about


@pytest.mark.parametrize(
    ("message", "filters", "groupings"),
    [
        ("next to Hunan", {"region=Guangdong", "region=Hunan"}, ("region",)),
        ("跟湖南比", {"region=Guangdong", "region=Hunan"}, ("region",)),
        ("add Hunan to it", {"region=Guangdong", "region=Hunan"}, ()),
        ("Hunan instead", {"region=Hunan"}, ()),
        ("and the rest of the provinces?", {"region!=Guangdong"}, ()),
        ("其他省呢", {"region!=Guangdong"}, ()),
        ("其他不变，按品牌", set(), ("brand",)),
        ("drop the Guangdong filter", set(), ()),
        ("drop Hunan", {"region!=Hunan"}, ()),
        ("湖南也算上", {"region=Guangdong", "region=Hunan"}, ()),
        ("湖南都要，分开列", {"region=Guangdong", "region=Hunan"}, ("region",)),
        ("lump Hunan in with it", {"region=Guangdong", "region=Hunan"}, ()),
        ("湖南也并进来", {"region=Guangdong", "region=Hunan"}, ()),
    ],
)
def test_a_value_is_held_against_the_one_before_or_added(
    message: str, filters: set[str], groupings: tuple[str, ...], reader: Reader
) -> None:
    before = ("query_metrics", {"metrics": ["revenue"], "filters": ["region=Guangdong"]})
    reading = taken_over(reader, message, before)
    assert set(reading.filters) == filters
    assert reading.groupings == groupings


@pytest.mark.parametrize("message", ["add Hunan back in", "把湖南加回来"])
def test_what_was_left_out_is_counted_again(message: str, reader: Reader) -> None:
    before = ("query_metrics", {"metrics": ["revenue"], "filters": ["region!=Hunan"]})
    reading = taken_over(reader, message, before)
    assert (reading.filters, reading.carried["filters"]) == ((), [])


@pytest.mark.parametrize(
    ("message", "period"),
    [
        ("last 28", ("last_28_days",)),
        ("and 45 days?", ("last_45_days",)),
        ("那40天呢", ("last_40_days",)),
        ("just the top 4", ()),
        ("一周一周地看", ()),
    ],
)
def test_another_length_of_days_up_to_today(
    message: str, period: tuple[str, ...], reader: Reader
) -> None:
    before = ("query_metrics", {"metrics": ["revenue"], "period": "last_14_days"})
    assert taken_over(reader, message, before).periods == period
