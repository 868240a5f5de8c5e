"""What a follow-up gives up of the answer before, and what it lets back in."""

from typing import Any

import pytest

from assistant import figure_slots
from assistant.adjusting import adjusted
from assistant.open_arguments import OneOf
from assistant.reading import Reader
from tests.small_store import small_store
from tools.lexicon import Lexicon

WORDS = {
    "metrics": ["orders"],
    "group_by": ["region", "brand", "device", "gender", "channel", "category", "age_band"],
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    store = small_store()
    return Reader(Lexicon(store), store.calendar, store.today)


def asked(message: str, reader: Reader, group: str | None, filters: list[str]) -> tuple[Any, Any]:
    """The group and the filters of orders asked for anew."""
    told = {"metrics": ["orders"], "group_by": group, "period": "2026-10", "filters": filters}
    reading = adjusted(reader.read(message, ("query_metrics", told), changes=True))
    groups, left = figure_slots.group_by(reading, WORDS), figure_slots.filters(reading, WORDS)
    assert isinstance(groups, OneOf)
    return groups.values[0], left.values[0]


@pytest.mark.parametrize(
    ("message", "group", "filters"),
    [
        ("drop the gender thing", "brand", ["region=Hunan"]),
        ("never mind gender", "brand", ["region=Hunan"]),
        ("take gender away again", "brand", ["region=Hunan"]),
        ("gender doesn't matter", "brand", ["region=Hunan"]),
        ("性别不限了", "brand", ["region=Hunan"]),
        ("不分男女", "brand", ["region=Hunan"]),
        ("把性别拿掉", "brand", ["region=Hunan"]),
        ("地区不限，性别照旧", "brand", ["gender=female"]),
        ("forget the brand split", None, ["region=Hunan", "gender=female"]),
        ("never mind gender, by device", "device", ["region=Hunan"]),
        ("性别不管了，按渠道拆", "channel", ["region=Hunan"]),
        ("women or not, everybody", "brand", ["region=Hunan"]),
        ("all regions, one by one", "region", ["gender=female"]),
        ("drop Hunan", "brand", ["gender=female"]),
        ("take the female filter off", "brand", ["region=Hunan"]),
        ("lift the Hunan restriction", "brand", ["gender=female"]),
        ("drop the women-only condition", "brand", ["region=Hunan"]),
        ("take Hunan out of the filter", "brand", ["gender=female"]),
        ("no longer just the women", "brand", ["region=Hunan"]),
        ("get rid of the filters", "brand", []),
        ("取消女性筛选", "brand", ["region=Hunan"]),
        ("湖南这个限制放开", "brand", ["gender=female"]),
        ("唔使净睇女仔嘞", "brand", ["region=Hunan"]),
        ("筛选条件全部清掉", "brand", []),
    ],
)
def test_a_dimension_no_longer_narrows_or_splits(
    message: str, group: str | None, filters: list[str], reader: Reader
) -> None:
    assert asked(message, reader, "brand", ["region=Hunan", "gender=female"]) == (group, filters)


@pytest.mark.parametrize(
    ("message", "filters"),
    [
        ("and without Guangdong too", ["region!=Hunan", "region!=Guangdong"]),
        ("广东也去掉", ["region!=Hunan", "region!=Guangdong"]),
        ("Guangdong out, Hunan stays", ["region!=Guangdong"]),
        ("说错了，是除广东，湖南要算", ["region!=Guangdong"]),
        ("Hunan can come back", []),
        ("湖南还是要", []),
        ("leave Guangdong out instead", ["region!=Guangdong"]),
    ],
)
def test_what_is_left_out_grows_or_comes_back(
    message: str, filters: list[str], reader: Reader
) -> None:
    assert asked(message, reader, "region", ["region!=Hunan"]) == ("region", filters)


@pytest.mark.parametrize(
    ("message", "filters"),
    [
        ("Hunan换成广东", ["region=Guangdong"]),
        ("swap Hunan for Guangdong", ["region=Guangdong"]),
        ("the same for Guangdong, not Hunan", ["region=Guangdong"]),
        ("把湖南改成广东", ["region=Guangdong"]),
        ("加埋广东", ["region=Hunan", "region=Guangdong"]),
        ("跟广东并成一个算", ["region=Hunan", "region=Guangdong"]),
    ],
)
def test_a_value_takes_the_place_of_another_or_joins_it(
    message: str, filters: list[str], reader: Reader
) -> None:
    assert asked(message, reader, None, ["region=Hunan"]) == (None, filters)


def test_a_value_is_held_against_the_one_before(reader: Reader) -> None:
    both = ["region=Hunan", "region=Guangdong"]
    assert asked("跟广东对着看", reader, None, both[:1]) == ("region", both)


def test_what_is_left_out_of_a_country_keeps_the_country(reader: Reader) -> None:
    kept = asked("and drop Hunan", reader, "region", ["country=CN"])
    assert kept == ("region", ["country=CN", "region!=Hunan"])
