# ruff: noqa: E501  # a pattern reads best on one line
"""What a question or a sentence is about besides its claims: money spent, a month further on."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from tools.numerals import EN_NUMBER, number_of

MATTERS = Path(__file__).parents[1] / "prompts" / "matters.yaml"

_FURTHER_ON = re.compile(
    rf"\b(?P<n>\d+|{EN_NUMBER}|half a|an?) (?P<u>month|year)s? (?:after|later|on\b|down the line)|\b(?:after|month) (?P<n2>\d+|{EN_NUMBER}|half a|an?)(?: (?P<u2>month|year)s?)?\b|\b(?P<th>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|\d+(?:nd|rd|th)) month\b"
    r"|第(?P<z>\d+|[一二三四五六七八九十]+)个?月|(?P<z2>\d+|[一二两三四五六七八九十]+)个月(?:之?后|以后)|(?P<half>半年)(?:之?后|以后)?|(?P<year>一年)(?:之?后|以后)",
    re.IGNORECASE,
)
_NTH = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def matters_in(text: str) -> frozenset[str]:
    """What `text` is about, as `prompts/matters.yaml` names it, and months told after something.

    >>> sorted(matters_in("How much has she spent, and is she still there after 3 months?"))
    ['month 3', 'spent']
    """
    listed = {name for name, pattern in _patterns().items() if pattern.search(text)}
    return frozenset(listed | {f"month {n}" for n in map(_months, _FURTHER_ON.finditer(text)) if n})


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, re.Pattern[str]]:
    written: dict[str, dict[str, list[str]]] = yaml.safe_load(MATTERS.read_text(encoding="utf-8"))
    return {
        name: re.compile("|".join(words["en"] + words["zh"]), re.IGNORECASE)
        for name, words in written.items()
    }


def _months(found: re.Match[str]) -> int:
    """How many months are told; 0 for none."""
    if found["half"] or found["year"]:
        return 6 if found["half"] else 12
    if word := (found["th"] or "").lower():
        known = {**dict(zip(_NTH, range(2, 11), strict=True)), "twelfth": 12}
        return known.get(word) or int(re.sub(r"\D", "", word))
    written = (found["n"] or found["n2"] or found["z"] or found["z2"]).lower()
    unit = (found["u"] or found["u2"] or "month").lower()
    if written == "half a":
        return 6 if unit == "year" else 0
    return (1 if written in ("a", "an") else number_of(written)) * (12 if unit == "year" else 1)
