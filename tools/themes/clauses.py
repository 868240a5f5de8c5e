# ruff: noqa: E501  # a pattern reads best on one line
"""Reviews cut into clauses, so that "great fabric but runs small" is two opinions."""

import re
from collections.abc import Iterator

_STOPS = re.compile(
    r"[\n!?。！？；;，、…~～()（）\"“”|/]|[.:：,](?!\d)|\s[-–—+&]+\s|[—–]+|[\u2600-\u27bf\U0001f300-\U0001faff]"
    r"|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])"
)
_TURNS = re.compile(
    r"\b(?:but|however|although|though|except|unfortunately|yet|whereas|while|that said|on the other hand|on the downside"
    r"|only (?:thing|issue|complaint|problem|downside|drawback)|on top of that|plus|also|besides|oh and)\b"
    r"|\band (?=(?:the|it|they|i|my|its|so|very|really|too|not|no|is|was|are|feels?|looks?|runs?|fits?|arrived|came)\b)"
    r"|但是|不过|可是|然而|就是|只是|可惜|唯一|虽然|虽说|尽管|而且|还有|另外|但|美中不足|加上|外加|优点|缺点",
    re.IGNORECASE,
)
_LEAST = 3  # characters before a turn that are a clause of their own


def clauses(text: str) -> list[tuple[int, int]]:
    """First and one past the last character of each clause of `text` that holds a word.

    Cut at stops, commas and words that turn to another point.

    >>> text = "Great fabric but runs small, 物流快但是鞋子偏小"
    >>> [text[start:end].strip() for start, end in clauses(text)]
    ['Great fabric', 'but runs small', '物流快', '但是鞋子偏小']
    """
    found = []
    for part_start, part_end in _parts(text):
        start = part_start
        for turn in _TURNS.finditer(text, part_start, part_end):
            if turn.start() - start >= _LEAST:
                found.append((start, turn.start()))
                start = turn.start()
        found.append((start, part_end))
    return [(start, end) for start, end in found if any(c.isalnum() for c in text[start:end])]


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """What lies between the stops."""
    start = 0
    for stop in _STOPS.finditer(text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)
