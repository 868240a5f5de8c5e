# ruff: noqa: E501  # a pattern reads best on one line
"""How many stars the reviews wanted have: one number, a range, or an end of the scale."""

import re
from collections.abc import Iterator
from typing import Literal

from tools.numerals import number_of

Side = Literal["any", "positive", "negative"]
Stars = tuple[int, int, int, int]
"""Fewest and most stars, and where the words for them begin and end."""

LEAST, MIDDLE, MOST = 1, 3, 5
_EN = r"(?:[1-5]|one|two|three|four|five)"
_ZH = r"[1-5一二两三四五]"
_STAR = r"[- ]?(?:stars?(?:['’]s)?\b|★|⭐)"
_EN_TO = r"\s*(?:-|–|—|/|&|\+|,|(?:up )?to|and|or|and/or|through|till)\s*(?:the )?"
_ZH_TO = r"\s*(?:[-–—~～/、+和或及跟与同到至]|还是|或者|以及)?\s*"
_STARS = re.compile(
    rf"(?:(?P<under>\b(?:under|below|less than|fewer than|lower than|worse than))|(?P<most>\b(?:at most|up to|no more than|not more than|max(?:imum)?(?: of)?))|(?P<over>\b(?:over|above|more than|better than|higher than))|(?P<least>\b(?:at least|no less than|min(?:imum)?(?: of)?)))? ?(?<![\w.])(?P<a>{_EN})(?:(?:{_STAR})?(?P<to>{_EN_TO})(?P<b>{_EN}))?{_STAR}(?:,? (?:(?P<down>(?:or|and) (?:less|fewer|below|under|lower|worse|down))|(?P<up>(?:or|and) (?:more|better|above|over|higher|up|upwards?)|plus)\b))?"
    rf"|(?:(?P<zunder>低于|不到|少于|不足|未满|小于)|(?P<zmost>至多|最多|不超过|不高于)|(?P<zover>高于|超过|多于|大于)|(?P<zleast>至少|最少|不低于|不少于))?(?<![\d.第])(?P<za>{_ZH})(?:[颗粒]?星?{_ZH_TO}(?P<zb>{_ZH}))?\s*[颗粒]?星(?![期座球巴号光空系火])(?P<zdown>(?:[或及和]?以下|以内|及更低|或更低|往下))?(?P<zup>(?:[或及和]?以上|及更高|或更高|往上|起))?",
    re.IGNORECASE,
)


def stars_in(text: str) -> list[Stars]:
    """The numbers of stars that `text` names, with where they stand.

    >>> [(low, high) for low, high, *_ in stars_in("only 1-2 stars")]
    [(1, 2)]
    >>> [(low, high) for low, high, *_ in stars_in("三星以下或者四星五星")]
    [(1, 3), (4, 5)]
    """
    return list(_found(text))


def _found(text: str) -> Iterator[Stars]:
    for match in _STARS.finditer(text):
        told = {name: words for name, words in match.groupdict().items() if words}
        numbers = sorted(
            number_of(told[name].replace("两", "二"))
            for name in ("a", "b", "za", "zb")
            if name in told
        )
        low, high = numbers[0], numbers[-1]
        said = {name.removeprefix("z") for name in told}
        if "under" in said:
            low, high = LEAST, max(LEAST, low - 1)
        elif said & {"most", "down"}:
            low = LEAST
        elif "over" in said:
            low, high = min(MOST, high + 1), MOST
        elif said & {"least", "up"}:
            high = MOST
        yield low, high, *match.span()


def side_of_stars(text: str) -> Side:
    """Which reviews the stars that `text` names are those of.

    >>> [side_of_stars(t) for t in ("1到2星", "four stars or more", "3 stars", "一星和五星")]
    ['negative', 'positive', 'any', 'any']
    """
    told = stars_in(text)
    low = min((one[0] for one in told), default=LEAST)
    high = max((one[1] for one in told), default=MOST)
    if low < MIDDLE and high <= MIDDLE:
        return "negative"
    return "positive" if low >= MIDDLE and high > MIDDLE else "any"


def less_stars(text: str) -> str:
    """`text` without the stars it names."""
    return _STARS.sub(" ", text)
