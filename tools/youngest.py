# ruff: noqa: E501  # a pattern reads best on one line
"""The youngest and the oldest of a store's age bands, told as such ("the youngest bunch")."""

import re
from collections.abc import Sequence

from tools.ages import OLDEST, Ages

_GROUP = r"(?:age )?(?:bunch|lot|group|band|bracket|crowd|ones|customers|shoppers|buyers|people|folks?|set|generation|segment|tier|age group)"
_ZH_GROUP = r"(?:的?[那这]?一?(?:个)?(?:拨|批|档|组|群|伙|帮|波|年龄段|年龄组|岁数段)(?:人|客)?|的(?:[那这]些)?(?:人|客人?|顾客|客户|用户|买家))"
_ENDS = re.compile(
    rf"(?<!which is )(?<!who are )\b(?:the |our )(?:very )?(?:(?P<young>youngest)|oldest|eldest) {_GROUP}\b"
    rf"|(?:年纪|岁数|年龄)?最(?:(?P<zh>年轻|小|轻|嫩)|老|年长|年纪?大|大(?<=[纪数龄]最大)){_ZH_GROUP}",
    re.IGNORECASE,
)


def ends_named(text: str, bands: Sequence[str]) -> list[tuple[str, Ages]]:
    """The first or the last of a store's age bands where `text` names it as that.

    Args:
        text: A question.
        bands: The bands, as the store writes them.

    >>> [b for b, _ in ends_named("leave the youngest lot out", ["18-24", "25-34", "55+"])]
    ['18-24']
    >>> [b for b, _ in ends_named("年纪最大的那拨", ["18-24", "55+"])]
    ['55+']
    """
    ordered = sorted(bands)
    if not ordered:
        return []
    return [
        (ordered[0 if found["young"] or found["zh"] else -1], Ages(0, OLDEST, *found.span()))
        for found in _ENDS.finditer(text)
    ]
