"""Whose figures a question wants: those of new customers, or of customers who come back."""

import re
from collections.abc import Sequence

from assistant.cues import cues
from assistant.naming import TOLD
from tools.mentions import Mention
from tools.newcomers import newcomers_named

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
