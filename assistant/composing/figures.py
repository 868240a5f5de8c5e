"""Figures as people write them: every rendering of a value, and the numbers of a text.

A rendering keeps the value: it may drop decimals or count in thousands, but says no other number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

Kind = Literal["money", "share", "points", "plain"]

MAX_DECIMALS = 2
MOST_LOST = Decimal("0.05")
"""Largest part of a value that a rendering may round away: 12,345 is "1.2万" but not "1万"."""

SCALES: dict[str, Decimal] = {
    "": Decimal(1),
    "k": Decimal(1_000),
    "万": Decimal(10_000),
    "m": Decimal(1_000_000),
    "亿": Decimal(100_000_000),
    "bn": Decimal(1_000_000_000),
}
_SCALE_WORDS = {
    "k": "k",
    "thousand": "k",
    "千": "k",
    "万": "万",
    "m": "m",
    "mn": "m",
    "million": "m",
    "百万": "m",
    "亿": "亿",
    "bn": "bn",
    "billion": "bn",
}
_CURRENCY_WORDS = {
    "元": "¥",
    "块": "¥",
    "人民币": "¥",
    "yuan": "¥",
    "rmb": "¥",
    "cny": "¥",
    "yen": "¥",
    "jpy": "¥",
    "日元": "¥",
    "dollars": "$",
    "dollar": "$",
    "usd": "$",
    "美元": "$",
    "euros": "€",
    "euro": "€",
    "eur": "€",
    "欧元": "€",
    "pounds": "£",
    "gbp": "£",
    "英镑": "£",
}
_SHARE_WORDS = {
    "percentage points": "pts",
    "percentage point": "pts",
    "个百分点": "pts",
    "points": "pts",
    "percent": "%",
    "per cent": "%",
    "%": "%",
    "％": "%",
}


def _any_of(words: dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_TOKEN = re.compile(
    r"(?P<before>百分之|[$¥€£￥]\s?)?"
    r"(?P<digits>\d+(?:[,，]\d{3})*(?:\.\d+)?|\.\d+)"
    rf"(?:\s?(?P<scale>{_any_of(_SCALE_WORDS)})(?![a-z]))?"
    rf"(?:\s?(?P<share>{_any_of(_SHARE_WORDS)})|\s?(?P<money>{_any_of(_CURRENCY_WORDS)})(?![a-z]))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Number:
    """A number as a text shows it.

    Attributes:
        digits: Without separators ("1234.5"); "12.0" is more exact than "12".
        scale: Key of `SCALES`.
        mark: `%`, `pts` (percentage points), a currency's symbol, or empty.
    """

    digits: str
    scale: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Shown:
    """A number where a text shows it, from `start` to `end`."""

    number: Number
    text: str
    start: int
    end: int


def numbers_in(text: str) -> Iterator[Shown]:
    """Every number of `text`, with the unit and scale it is shown with."""
    for found in _TOKEN.finditer(text):
        before = (found["before"] or "").strip()
        mark = "%" if before == "百分之" else before.replace("￥", "¥")
        if found["share"]:
            mark = _SHARE_WORDS[found["share"].lower()]
        elif found["money"]:
            mark = _CURRENCY_WORDS[found["money"].lower()]
        scale = _SCALE_WORDS[found["scale"].lower()] if found["scale"] else ""
        number = Number(_plain(found["digits"]), scale, mark)
        yield Shown(number, found[0], found.start(), found.end())


def _plain(digits: str) -> str:
    """`digits` without separators and leading zeros; decimals stay, they tell how exact it is."""
    return f"{Decimal(re.sub('[,，]', '', digits)):f}"


@lru_cache(maxsize=20_000)
def renderings(value: float, kind: Kind, symbol: str = "") -> frozenset[Number]:
    """Every way to write `value` (a share of 12.3 % is 0.123).

    Args:
        value: As code computed it; its sign is said in words and does not count.
        kind: What it measures.
        symbol: Last character of the currency's symbol, for money.

    >>> Number("1.2", "万", "¥") in renderings(12345, "money", "¥")
    True
    >>> Number("12", "", "%") in renderings(0.123, "share")
    True
    """
    exact = abs(Decimal(repr(float(value))))
    if kind in ("share", "points"):
        mark = "%" if kind == "share" else "pts"
        return frozenset(Number(text, "", mark) for text in _roundings(exact * 100))
    marks = ("", symbol) if kind == "money" and symbol else ("",)
    return frozenset(
        Number(text, scale, mark)
        for scale, size in SCALES.items()
        if not scale or exact >= size
        for text in _roundings(exact / size)
        for mark in marks
    )


def _roundings(number: Decimal) -> Iterator[str]:
    for decimals in range(MAX_DECIMALS + 1):
        rounded = number.quantize(Decimal(1).scaleb(-decimals))
        if abs(rounded - number) <= MOST_LOST * number:
            yield f"{rounded:f}"


def spellings(number: Number) -> list[str]:
    """How a decoder may write `number`, without its unit: "1234.5" and "1,234.5".

    >>> spellings(Number("1234.5", "万"))
    ['1234.5万', '1,234.5万']
    """
    whole, point, decimals = number.digits.partition(".")
    parted = f"{int(whole):,}{point}{decimals}"
    ends = {"": ("",), "k": ("k", " thousand"), "m": ("m", "M", " million"), "bn": (" billion",)}
    mark = "%" if number.mark == "%" else ""
    return [
        digits + end + mark
        for digits in dict.fromkeys((number.digits, parted))
        for end in ends.get(number.scale, (number.scale,))
    ]
