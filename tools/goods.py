"""Other names of goods ("trainers" for sneakers), listed in goods.yaml."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from tools.partial_names import heads, pieces
from tools.wording.values import Name

_BETWEEN = re.compile(r"[ _-]*(?:&| and |[ _-])[ _-]*")
"""What stands between the words of a name."""
LISTED = Path(__file__).with_name("goods.yaml")


def other_names(categories: Mapping[str, Name]) -> Iterator[tuple[str, str]]:
    """Categories of a store with further words for each.

    Args:
        categories: The store's categories with their names.

    >>> [w for _, w in other_names({"c1": Name(en="Umbrellas canes", zh=None)})]
    ['brollies', '雨伞']
    """
    goods = heads(name.en for name in categories.values())
    for value, name in categories.items():
        labels = [word for word in (value, name.en, name.zh) if word]
        listed = (piece for label in labels for piece in pieces(label, goods))
        own = {_bare(word) for word in (*labels, *listed)}
        for words in _groups():
            if own & {_bare(word) for word in words}:
                yield from ((value, word) for word in words if _bare(word) not in own)


def every_good() -> frozenset[str]:
    """All words for goods that are listed."""
    return frozenset(word for words in _groups() for word in words)


def _bare(word: str) -> str:
    return _BETWEEN.sub(" ", word.casefold()).removesuffix("s")


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[str, ...], ...]:
    listed: list[list[str]] = yaml.safe_load(LISTED.read_text(encoding="utf-8"))
    return tuple(tuple(words) for words in listed)
