# ruff: noqa: E501  # a pattern reads best on one line
"""Figures of each order that a follow-up tells by what the answer before was of ("their average size")."""

import re

from assistant.families import FIGURES
from assistant.told_in import Call
from assistant.utterances import words

ORDERS, VALUE, PIECES = "orders", "average_order_value", "items_per_order"
LONG = 16
"""Most words of a follow-up that only tells another figure."""
_THINGS = r"(?:items?|pieces?|articles?|things|products?|goods|units?)"
_IN_EACH = re.compile(
    rf"\b{_THINGS}\b[^.?!,;]{{0,20}}\b(?:(?:in|per|to|inside|of) (?:each|every one|one)\b|each (?:held|had|has|contained|contains?|holds?)\b|apiece\b)"
    rf"|\b{_THINGS} each\b|(?:每|一)(?:单|笔|张)[^，。？?]{{0,4}}(?:几|多少|好多|几多)(?:件|个|样)|(?:里面?|里头)(?:各|平均)?(?:有|装|是)(?:几|多少|好多|几多)(?:件|个|样)",
    re.IGNORECASE,
)
"""What orders hold, told of each of them."""
_BY_COUNT = re.compile(
    rf"\b(?:in|by|as|number of|count of|counted in|measured in|how many|mean(?:t)?(?: the)?) {_THINGS}\b|件数|[几多][少]?件|按件",
    re.IGNORECASE,
)
"""Pieces in place of money."""
_BY_MONEY = re.compile(
    r"\b(?:in|by|as) (?:money|yuan|value|cash|rmb|amount)\b|\bhow much money\b|金额|多少钱|几多钱|按钱|算钱",
    re.IGNORECASE,
)
"""Money in place of pieces."""
_SIZE = re.compile(
    r"\b(?:average|mean|typical|usual|avg) (?:order )?(?:size|value|worth|amount|sum)\b"
    r"|\bhow (?:big|large|much)\b[^.?!,;]{0,20}\b(?:on average|apiece|each|typically|usually)\b|\bwhat\b[^.?!,;]{0,12}\bworth\b[^.?!,;]{0,12}\b(?:on average|each|apiece)\b"
    r"|平均(?:一|每)?(?:单|笔|张)?(?:订单)?(?:是|值|花|有)?(?:多大|多少钱|几多钱|好多钱|金额)|均单|平均下来(?:一|每)(?:单|笔)",
    re.IGNORECASE,
)
"""How much orders come to, each."""
_NOT_MONEY = re.compile(
    r",? *(?:\bnot|\bno|rather than|instead of|不是|不看|别看|唔系|不要)(?: in| by| the| how much)* ?(?:money|cash|yuan|value|钱|金额|多少钱)",
    re.IGNORECASE,
)


def of_each(text: str, before: Call | None) -> tuple[str, ...]:
    """The figure of each order that `text` tells by the orders before; nothing where it tells none.

    >>> before = ("query_metrics", {"metrics": ["orders"]})
    >>> of_each("and their average size?", before), of_each("how many pieces in each?", before)
    (('average_order_value',), ('items_per_order',))
    >>> of_each("in pieces, not money", ("query_metrics", {"metrics": ["revenue"]}))
    ()

    Args:
        text: A follow-up.
        before: Tool and arguments of the call before.
    """
    old = tuple(before[1].get("metrics") or ()) if before and before[0] == FIGURES else ()
    if len(old) != 1 or old[0] not in (ORDERS, VALUE, PIECES) or words(text) > LONG:
        return ()
    said = _NOT_MONEY.sub(" ", text)
    if _IN_EACH.search(said) or (old[0] == VALUE and _BY_COUNT.search(said)):
        return (PIECES,)
    sized = old[0] == ORDERS and _SIZE.search(said)
    return (VALUE,) if sized or (old[0] == PIECES and _BY_MONEY.search(said)) else ()
