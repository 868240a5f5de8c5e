# ruff: noqa: E501  # a pattern reads best on one line
"""Which of a store's age bands ("25-34", "55+") ages cover, or a text names by their two ends."""

import re
from collections.abc import Iterable

from tools.ages import OLDEST, OTHER, TO, Ages

OPEN_BAND = 10
"""Years that the band without an end ("55+") counts for."""
LEAST_PART = 0.5
"""Part of a band's years that an age must cover for the band to be meant."""

_BAND = re.compile(r"\D*(\d{1,3})\s*(?:-|–|—|~|to|至|到|_)\s*(\d{1,3})\D*")
_BAND_UP = re.compile(r"(?:>=?|≥|over|above)?\s*(\d{1,3})\s*(?:\+|plus|and (?:over|older|up|above)|岁?及?以上|_plus)?\s*", re.I)  # fmt: skip
_BAND_DOWN = re.compile(r"(?:<=?|≤|under|below|up to)\s*(\d{1,3})|(\d{1,3})\s*(?:-|and under|岁?及?以下)\s*", re.I)  # fmt: skip


def bands_named(text: str, values: Iterable[str]) -> list[tuple[str, Ages]]:
    """Those of a store's age bands whose two ends `text` names, with no word for ages beside them.

    >>> [band for band, _ in bands_named("students, 18 to 24", ["18-24", "25-34", "55+"])]
    ['18-24']
    """
    found: list[tuple[str, Ages]] = []
    for value in values:
        if (last := _BAND_UP.fullmatch(value)) and not value.isdecimal():
            pattern = rf"(?<![\d$€£¥.,/-]){last[1]}\s?[+＋](?!\d){OTHER}"
            if match := re.search(pattern, text):
                found.append((value, Ages(int(last[1]), OLDEST, *match.span())))
        elif ends := _BAND.fullmatch(value):
            low, high = ends.groups()
            pattern = rf"(?<![\d$€£¥.,/十-])(?:{low}|{_zh(low)})(?:{TO}|[到至])(?:{high}|{_zh(high)}){OTHER}(?![\d/])"
            if match := re.search(pattern, text, re.IGNORECASE):
                found.append((value, Ages(int(low), int(high), *match.span())))
    return found


def _zh(number: str) -> str:
    """A number of two digits in Chinese, as a pattern ("二十五", "廿五")."""
    tens, ones = divmod(int(number), 10)
    digits = " 一二三四五六七八九"
    ten = {0: "", 1: "十", 2: "(?:二十|廿)", 3: "(?:三十|卅)"}.get(tens, f"{digits[tens % 10]}十")
    return f"{ten}{digits[ones]}".strip()


def bands_of(ages: Ages, values: Iterable[str]) -> list[str]:
    """Those of a store's age bands (`values`: "25-34", "55+", "<18") that `ages` cover.

    A band counts when at least half of its years are covered; where none is, the one most covered.
    """
    covered = {v: _part(ages, band) for v in values if (band := _years(v)) is not None}
    best = max(covered.values(), default=0.0)
    if not best:
        return []
    return [value for value, part in covered.items() if part >= min(LEAST_PART, best)]


def _part(ages: Ages, band: tuple[int, int]) -> float:
    first, last = band
    if last == OLDEST and ages.last < OLDEST:
        last = first + OPEN_BAND - 1
    if last == OLDEST:
        return 1.0 if ages.first < first + OPEN_BAND / 2 else LEAST_PART / 2
    return max(0, min(ages.last, last) - max(ages.first, first) + 1) / (last - first + 1)


def _years(band: str) -> tuple[int, int] | None:
    """First and last year of a band as a store writes it; `None` where it tells none."""
    word = band.strip()
    if match := _BAND.fullmatch(word):
        return int(match[1]), int(match[2])
    if match := _BAND_DOWN.fullmatch(word):
        last = int(match[1] or match[2])
        return 0, last - ("<" in word and "=" not in word) - bool(
            re.match("under|below", word, re.I)
        )
    if not word.isdecimal() and (match := _BAND_UP.fullmatch(word)):
        return int(match[1]) + (word.startswith(">") and "=" not in word), OLDEST
    return None
