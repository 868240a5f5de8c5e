"""The price a customer is ready to pay, in her own words."""

import re

_SUM = r"(?:[$¥￥€£]|rmb|cny|usd)?\s*(?P<{}>\d[\d,]*(?:\.\d+)?)"
_MONEY = r"\s*(?:yuan|rmb|cny|usd|dollars?|bucks|euros?|pounds?|[$¥￥€£]|元|块钱?|人民币)?"
_NO_UNIT = (
    r"(?![\d.]|\s*(?:%|ml|l|g|kg|cm|mm|m|w|h|hours?|days?|inch(?:es)?|hz|mah|"
    r"米|克|寸|天|小时|毫升|升|号|码)\b)"
)
_BETWEEN = re.compile(
    rf"(?:between|from|in)?\s*{_SUM.format('low')}{_MONEY}\s*(?:and|to|-|–|~|到|至)\s*"
    rf"{_SUM.format('high')}{_NO_UNIT}{_MONEY}(?:之间|左右)?",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"(?:under|below|less than|cheaper than|up to|at most|no more than|not more than|not over|"
    r"within|"
    rf"max(?:imum)?(?: of)?|budget (?:is|of)|低于|不超过|少于|最多|不到|预算)\s*"
    rf"{_SUM.format('a')}{_NO_UNIT}{_MONEY}"
    rf"|{_SUM.format('b')}\s*(?:元|块钱?)?\s*(?:以下|以内|之内|内|or less|and under|max)",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"(?:over|above|more than|at least|no less than|starting (?:at|from)|高于|超过|至少|不低于)\s*"
    rf"{_SUM.format('a')}{_NO_UNIT}{_MONEY}"
    rf"|{_SUM.format('b')}\s*(?:元|块钱?)?\s*(?:以上|起|or more)",
    re.IGNORECASE,
)


def price_limits(words: str) -> tuple[float, float]:
    """Lowest and highest price that `words` tell, in the store's currency; 0 where there is none.

    >>> (
    ...     price_limits("earbuds under 200?"),
    ...     price_limits("300到500元的键盘"),
    ...     price_limits("Mini 300"),
    ... )
    ((0.0, 200.0), (300.0, 500.0), (0.0, 0.0))
    """
    if match := _BETWEEN.search(words):
        low, high = _amount(match["low"]), _amount(match["high"])
        return (low, high) if low < high else (0.0, 0.0)
    under, over = _UNDER.search(words), _OVER.search(words)
    highest = _amount(under["a"] or under["b"]) if under else 0.0
    return (_amount(over["a"] or over["b"]) if over and not under else 0.0), highest


def without_limits(words: str) -> str:
    """`words` without what they tell of prices.

    >>> without_limits("speakers under 200 yuan?")
    'speakers ?'
    """
    for pattern in (_BETWEEN, _UNDER, _OVER):
        words = pattern.sub(" ", words)
    return " ".join(words.split())


def _amount(told: str) -> float:
    return float(told.replace(",", ""))
