"""Whose figures a question wants: new customers', those of customers who come back, or abroad."""

import re
from collections.abc import Sequence

from assistant.cues import cues
from assistant.naming import TOLD
from tools.leaving_out import left_out
from tools.mentions import Mention
from tools.newcomers import newcomers_named
from tools.places import PLACES, abroad

OF_THEM = ("new_users", "buyers", "active_users")
"""Metrics that count people, which the words for new customers name by themselves."""
OF_RETURN = "repeat_purchase_rate"
"""Metric that tells how many come back: whose it is says nothing more."""

_SPENDING = re.compile(
    r"\b(?:spen[dt]|pay|paid|bring in|brought in|worth)\b|花[了的掉]?|消费|贡献|掏", re.IGNORECASE
)
"""Verbs that tell a figure of whoever does it."""


def with_whose(text: str, mentions: Sequence[Mention], *, going_on: bool) -> list[Mention]:
    """`mentions` with new customers or regulars where a figure is wanted of them alone.

    Args:
        text: A question.
        mentions: What it names.
        going_on: Whether it may go on with the question before, which named the figure.
    """
    if any(m.kind == "dimension" and m.name == "customer_type" for m in mentions):
        return [*mentions]
    told = list(newcomers_named(text))
    if len({m.value for m in told}) != 1:
        return [*mentions]
    left = [m for m in mentions if not _within(m, told)]
    metrics = {m.name for m in left if m.kind == "metric"}
    of_something = (
        metrics - {OF_RETURN}
        or _SPENDING.search(text)
        or _has_story(text)
        or (going_on and not metrics)
    )
    return sorted([*left, *told], key=lambda m: m.start) if of_something else [*mentions]


def with_abroad(
    text: str, filters: tuple[str, ...], home: Sequence[str], mentions: Sequence[Mention]
) -> tuple[str, ...]:
    """`filters` with the store's own country left out where only others are spoken of ("overseas").

    Args:
        text: A question.
        filters: What it keeps or leaves out.
        home: The store's own country, where it sells in several.
        mentions: What it names.
    """
    span = abroad(text)
    placed = any(m.kind == "value" and m.name in PLACES for m in mentions)
    if span is None or placed:
        return filters
    out = left_out(text[: span[0]], text[span[1] :])
    return (*filters, *(f"country{'=' if out else '!='}{place}" for place in home))


def _within(mention: Mention, told: Sequence[Mention]) -> bool:
    """Whether a metric is named by the words for whose it is, or a part of them."""
    counted = mention.kind == "metric" and mention.name in (*OF_THEM, OF_RETURN)
    return counted and any(mention.start < m.end and m.start < mention.end for m in told)


def _has_story(text: str) -> bool:
    """Whether another metric than one of people is told as a story."""
    return any(
        pattern.search(text)
        for name, patterns in cues().items()
        if name.startswith(TOLD) and name.removeprefix(TOLD) not in (*OF_THEM, OF_RETURN)
        for pattern in patterns
    )
