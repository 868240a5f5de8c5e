# ruff: noqa: E501  # a pattern reads best on one line
"""Names of goods cut shorter than alone they could be understood ("beans vs machines")."""

import re
from collections.abc import Iterable, Mapping, Sequence

from tools.mentions import Mention
from tools.tokens import singular

_BESIDE = re.compile(
    r"\s*(?:,|、|/|&|\+|加(?:上|埋)?|和|与|跟|同(?:埋)?|及|对|比|还[是系]|定|或者?|抑或|vs\.?|versus|against|and|or|plus|n|than|with|compared (?:to|with))\s*(?:the )?",
    re.IGNORECASE,
)
"""What stands between two goods in a row."""
_WORD = re.compile(r"[a-z]{4,}|[\u4e00-\u9fff]{2}", re.IGNORECASE)
_CUT = re.compile(r"[\u4e00-\u9fff]{4,}")


def cut_short(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Last words of English names and first halves of Chinese ones, each with the one value it tells.

    Args:
        names: Values with words for them.

    >>> cut_short(
    ...     [("c1", "soup bowls"), ("c2", "tea cups"), ("c3", "egg cups"), ("c4", "搪瓷大碗")]
    ... )
    {'bowl': 'c1', '搪瓷': 'c4'}
    """
    found: dict[str, set[str]] = {}
    for value, name in names:
        words = name.split()
        if len(words) > 1 and name.isascii() and len(words[-1]) > 3:
            found.setdefault(singular(words[-1].casefold()), set()).add(value)
        if _CUT.fullmatch(name):
            found.setdefault(name[:2], set()).add(value)
    return {word: next(iter(values)) for word, values in found.items() if len(values) == 1}


def beside(text: str, found: Sequence[Mention], short: Mapping[str, str]) -> list[Mention]:
    """What goods cut short are named in a row with others of `found`.

    Args:
        text: A question.
        found: What it mentions.
        short: Words cut short, with their categories.
    """
    goods = [m for m in found if m.kind == "value" and m.name == "category"]
    added: list[Mention] = []
    for start, end in _words(text, found) if goods else ():
        value = short.get(singular(text[start:end].casefold()))
        row = value and any(
            value != other.value and _in_a_row(text, (start, end), (other.start, other.end))
            for other in (*goods, *added)
        )
        if value and row:
            added.append(Mention("value", "category", value, text[start:end], start, end))
    return added


def _words(text: str, found: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where words begin and end that `found` leaves; of Chinese every two characters."""
    taken = [(m.start, m.end) for m in found]
    spans = [match.span() for n in (0, 1) for match in _WORD.finditer(text, n)]
    spans += [(n, n + 2) for n in range(len(text) - 1) if not text[n : n + 2].isascii()]
    return [
        (start, end)
        for start, end in sorted({*spans})
        if not any(a < end and start < b for a, b in taken)
    ]


def _in_a_row(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    first, last = sorted((one, other))
    return _BESIDE.fullmatch(text[first[1] : last[0]]) is not None
