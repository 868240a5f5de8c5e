"""Checks copy for claims that the law or the brand forbids."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import yaml

from tools.wording.values import Language

_FILE = Path(__file__).with_name("claims.yaml")


@lru_cache
def _lists(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = yaml.safe_load(_FILE.read_text(encoding="utf-8"))[language]
    return tuple(
        (kind, re.compile("|".join(f"(?:{own})" for own in patterns), re.IGNORECASE))
        for kind, patterns in kinds.items()
    )


def banned_claims(
    text: str, language: Language, own: tuple[str, ...] = ()
) -> Iterator[tuple[str, str]]:
    """Every forbidden claim of `text`, as its kind and its words.

    Args:
        text: Copy.
        language: Which law's list; Chinese characters in English copy are judged as Chinese too.
        own: The brand's banned words, in lower case (kind `brand`).

    >>> list(banned_claims("全网最低价，手慢无", "zh"))[0]
    ('absolute', '全网')
    """
    for kind, pattern in _lists(language):
        for match in pattern.finditer(text):
            yield kind, match[0]
    for word in own:
        bounds = r"\b" if word[:1].isascii() and word[:1].isalnum() else ""
        if re.search(f"{bounds}{re.escape(word)}{bounds}", text.casefold()):
            yield "brand", word
