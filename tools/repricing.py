"""When words that else leave something out only lower its price ("if we drop the kettle price")."""

import re

_LOWERED = re.compile(
    r"\b(?:drop(?:s|ped|ping)?|cut(?:s|ting)?(?: back)?|discount(?:s|ed|ing)?|tak(?:e|es|ing) (?:off|away)|knock(?:s|ed|ing)? off|set(?:s|ting)?(?: aside)?|put(?:s|ting)?(?: aside)?|slash(?:es|ed|ing)?|lower\w*|reduc\w*|trim\w*|shav(?:e|es|ing))(?: down| back)?(?: (?:the|our|all|its|their))*\s*$"  # noqa: E501
    r"|(?:减|砍|扣|拿掉|削|压)(?:一减|一砍|一?点儿?)?\s*$",
    re.IGNORECASE,
)
"""Words before goods whose price is to fall."""
_PRICE = re.compile(
    r"(?:['’]?s?)?\s*(?:(?:retail|list|selling|shelf|sale|current|unit) )?(?:prices?|pricing|price tags?|cost|rate|tag|mark-?ups?|margins?)\b"  # noqa: E501
    r"|的?(?:价格?|价钱|售价|定价|单价)",
    re.IGNORECASE,
)
"""Words for it after them."""


def repriced(before: str, after: str) -> bool:
    """Whether the words around goods are of a lower price of theirs, and leave nothing out.

    >>> repriced("if we drop the ", " price, do we earn more?"), repriced("drop the ", " row")
    (True, False)
    """
    return bool(_LOWERED.search(before) and _PRICE.match(after))
