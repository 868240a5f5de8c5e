# ruff: noqa: E501  # a list of names reads best on one line
"""Names for several regions at once, which say as much as naming each ("江浙沪"), and for cities."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml

from tools.mentions import Mention
from tools.wording.values import Name

PLACES = ("region", "country")
"""Dimensions of place: a value of one may take the place of a value of the other."""
GROUPS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("江浙沪", "包邮区"): ("江苏", "浙江", "上海"),
    ("长三角", "Yangtze River Delta", "Yangtze Delta"): ("江苏", "浙江", "上海", "安徽"),
    ("江浙",): ("江苏", "浙江"),
    ("京津冀",): ("北京", "天津", "河北"),
    ("京沪",): ("北京", "上海"),
    ("北上广",): ("北京", "上海", "广东"),
    ("川渝", "成渝"): ("四川", "重庆"),
    ("云贵川",): ("云南", "贵州", "四川"),
    ("两广",): ("广东", "广西"),
    ("两湖",): ("湖北", "湖南"),
    ("华东", "East China", "Eastern China"): ("上海", "江苏", "浙江", "安徽", "福建", "江西", "山东"),
    ("华南", "South China", "Southern China"): ("广东", "广西", "海南"),
    ("华北", "North China", "Northern China"): ("北京", "天津", "河北", "山西", "内蒙古"),
    ("华中", "Central China"): ("湖北", "湖南", "河南"),
    ("西南", "Southwest China"): ("四川", "重庆", "贵州", "云南", "西藏"),
    ("西北", "Northwest China"): ("陕西", "甘肃", "青海", "宁夏", "新疆"),
    ("东三省", "东北三省", "东北"): ("辽宁", "吉林", "黑龙江"),
}  # fmt: skip
"""What groups of Chinese provinces are called, and the provinces."""


HOME = "国内"
"""What every store calls the country that it sells in."""
_ABROAD = re.compile(
    r"\b(?:overseas|abroad|foreign(?:ers?)?|international(?:ly)?|outside (?:the|our) (?:home )?country)\b(?!(?: brand| label| model| warehouse| shipping))|(?:海外|境外|国外|外国|国际)(?![仓购版品]|牌|大牌|采购|直邮)",
    re.IGNORECASE,
)
"""Words for everywhere but the country that a store sells in."""
_OURS_AFTER = re.compile(
    r"(?:['’]s)?[ -](?:hq|head ?quarters|head office|offices?|warehouses?|shed|depots?|team|branch|colleagues?|boss|factory|hub|staff|studio|flight|train|meeting|trip)\b"
    r"|(?:总部|仓库?|办公室|分公司|同事|团队|工厂|库房|那边的?(?:同事|仓|老板)|出差|开会|老板|办事处)",
    re.IGNORECASE,
)
_OURS_BEFORE = re.compile(
    r"(?:\b(?:i['’]?m|i am|we['’]re|we are|based|sitting|stuck|writing|calling|flying|travelling|office|hq|warehouse|back|greetings) (?:in|from|to|at) (?:rainy |sunny |cold |hot )?|(?:出差|飞|回)(?:去|到|了|来)?)$",
    re.IGNORECASE,
)
"""Words around a place where somebody of the store is, not its customers."""


def abroad(text: str) -> tuple[int, int] | None:
    """Where `text` speaks of everywhere but the store's own country.

    >>> abroad("overseas orders"), abroad("海外仓发货")
    ((0, 8), None)
    """
    found = _ABROAD.search(text)
    return found.span() if found else None


def is_ours(before: str, after: str) -> bool:
    """Whether a place named between these words is one that the store's own people are at.

    >>> is_ours("the ", " office asks: orders"), is_ours("orders from ", " in May")
    (True, False)
    """
    return bool(_OURS_AFTER.match(after) or _OURS_BEFORE.search(before))


CITIES = Path(__file__).with_name("cities.yaml")


@lru_cache(maxsize=1)
def _cities() -> dict[str, list[str]]:
    listed: dict[str, list[str]] = yaml.safe_load(CITIES.read_text(encoding="utf-8"))
    return listed


def cities_of(regions: Mapping[str, Name]) -> Iterator[tuple[str, str]]:
    """Each large city that is no region of the store itself, with the region it lies in.

    Args:
        regions: The store's regions with their names.

    >>> [city for city, _ in cities_of({"r1": Name(en="Jilin", zh="吉林")})]
    ['长春', 'Changchun']
    """
    known = {word for name in regions.values() for word in (name.en, name.zh) if word}
    for province, cities in _cities().items():
        within = [v for v, name in regions.items() if (name.zh or v).startswith(province)]
        yield from ((c, within[0]) for c in cities if within and c not in known)


def groups_of(regions: Mapping[str, Name]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each name for several of a store's regions, with those it has.

    Args:
        regions: The store's regions with their names.

    >>> dict(groups_of({"r1": Name(en="Sichuan", zh="四川"), "r2": Name(en="Hubei", zh="湖北")}))
    {}
    >>> dict(groups_of({"r1": Name(en="Hubei", zh="湖北"), "r2": Name(en="Hunan", zh="湖南")}))
    {'两湖': ('r1', 'r2'), '华中': ('r1', 'r2'), 'Central China': ('r1', 'r2')}
    """
    for words, provinces in GROUPS.items():
        known = tuple(
            value
            for province in provinces
            for value, name in regions.items()
            if (name.zh or value).startswith(province)
        )
        if len(known) > 1:
            yield from ((word, known) for word in words)


def both_kinds(regions: Mapping[str, Name], countries: Mapping[str, Name]) -> dict[str, str]:
    """Regions that are countries too, with the country.

    >>> names = Name(en="Singapore", zh="新加坡")
    >>> both_kinds({"Singapore": names, "Johor": Name(en="Johor", zh=None)}, {"SG": names})
    {'Singapore': 'SG'}
    """
    called = {
        word: country for country, name in countries.items() for word in (name.en, name.zh) if word
    }
    return {
        region: called[word]
        for region, name in regions.items()
        for word in (name.en, name.zh)
        if word in called
    }


def among_countries(found: Sequence[Mention], both: Mapping[str, str]) -> list[Mention]:
    """`found` with a region that is a country too as that, where the talk is of countries.

    Args:
        found: What a text mentions.
        both: Regions that are countries too, with the country.
    """
    if not any(m.name == "country" for m in found) or any(
        m.name == "region" and m.value not in both for m in found
    ):
        return list(found)
    return [
        replace(m, name="country", value=both[m.value])
        if m.name == "region" and m.kind == "value"
        else m
        for m in found
    ]
