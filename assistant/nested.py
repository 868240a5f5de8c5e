# ruff: noqa: E501  # a pattern reads best on one line
"""Groups that are split again by what is held against one another ("by device, men vs women in each")."""

import re
from collections.abc import Sequence

from tools.mentions import Mention

_INSIDE = re.compile(
    r"\b(?:(?:inside|within|in|for|under) each|(?:each|every)(?: one| single)?(?: of (?:them|these|those|which))?(?: (?!man\b|woman\b)[a-z]+)? (?:is |are |being |to be |further |itself |again )*(?:split|broken|divided|cut|separated|parted|carved)|then)\b|[里底下]面?(?:再|又|头)|[再又](?:按|分|拆|看|切)|[每各](?:一?个?)[^，。？?！!的]{1,4}(?:里|内|中)?(?:都|也)?(?:拆|分|切)(?:成|开|为|出)?(?=男|女|新|老)",
    re.IGNORECASE,
)
"""Words by which groups are split again by what is held against one another."""

_BOTH = re.compile(
    r"男|新|头[一次回]|\b(?:fe)?male\b|\b(?:wo)?men\b|\bnew|\bfirst|\bregular|\breturn|\brepeat|\bold",
    re.IGNORECASE,
)
"""Words by which a dimension is told by its two kinds of people."""
_ALIKE = re.compile(
    r"\s*,? (?:alike|together|combined|taken together|as one|both counted)\b|\s*(?:都|全|一起|一并|合计|合并|加起来|加埋|通通|统统|不分|都算)",
    re.IGNORECASE,
)
"""Words after them by which they are counted in one."""


def splits_inside(text: str) -> bool:
    """Whether `text` has the groups it asks for split again.

    >>> splits_inside("by device, then men vs women"), splits_inside("men vs women by device")
    (True, False)
    """
    return _INSIDE.search(text) is not None


def less_split(
    filters: tuple[str, ...], within: Sequence[str], side_by_side: Sequence[str]
) -> tuple[str, ...]:
    """`filters` without men and women where each group is split into both."""
    both = {"gender=male", "gender=female"}
    split = "gender" in within and "gender" in side_by_side and both <= {*filters}
    return tuple(f for f in filters if f not in both) if split else filters


def less_one_day(filters: tuple[str, ...], groups: Sequence[str]) -> tuple[str, ...]:
    """`filters` without the one weekday that is named beside a split by weekdays.

    >>> less_one_day(("weekday=3", "channel=email"), ("weekday",))
    ('channel=email',)
    """
    days = [f for f in filters if f.startswith("weekday=")]
    if "weekday" not in groups or len(days) != 1:
        return filters
    return tuple(f for f in filters if f not in days)


def tells_apart(text: str, dimension: Mention) -> bool:
    """Whether words name both kinds of people ("men and women"), who are then told apart."""
    if dimension.name not in ("gender", "customer_type") or _ALIKE.match(text, dimension.end):
        return False
    return _BOTH.search(dimension.text) is not None
