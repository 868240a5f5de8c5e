# ruff: noqa: E501  # a pattern reads best on one line
"""Sums of money and times of supply that a question names."""

import re

from tools.numerals import ONES, TENS, number_of

_ONES = "|".join(sorted((*ONES, *TENS, "a"), key=len, reverse=True))
_MARK = r"(?:[¥$€£￥]|\b(?:rmb|cny|usd|eur|gbp)\s?)"
_COIN = r"(?:yuan|rmb|cny|dollars?|usd|bucks|euros?|eur|pounds?|gbp|quid|元|块钱?|人民币|美元|欧元|英镑)"
_NUMBER = r"(?P<n>\d[\d,，]*(?:\.\d+)?|[一二两三四五六七八九十百]+(?=[千万]))\s*(?P<k>k\b|m\b|thousand\b|grand\b|million\b|千|万)?"
_MONEY = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_MARK}\s*{_NUMBER}",
        rf"{_NUMBER}\s*{_COIN}",
        rf"\b(?:budget|spend|spending|invest|split|allocate|distribute|divide|put)\b\D{{0,24}}?{_NUMBER}(?!\s*(?:%|percent|days?|weeks?|months?|channels?|people|customers))",
        rf"(?:预算|花|投|分配?|费用)[^\d一二两三四五六七八九十百，。？?]{{0,6}}{_NUMBER}(?![天周月年个条名位人%％])",
        rf"{_NUMBER}\s*(?:的|块)?(?:budget|预算)",
        r"(?<![\w.])(?P<n>\d{1,4}(?:\.\d+)?)\s?(?P<k>k|grand)\b",
        r"(?P<n>\d[\d,]{3,})\s*(?P<k>)(?:at most|max|tops|or less|以内|以下|封顶)",
        rf"(?P<n>\b(?:{_ONES})(?: hundred)?)\s(?P<k>thousand|grand|hundred)\b",
        r"(?P<n>[一二两三四五六七八九十百\d.]+)(?P<k>[千万])(?:元|块|以内|以下|左右|的)?(?![人位名个件单条])",
    )
)
_TIMES = {
    "hundred": 1e2,
    "k": 1e3,
    "thousand": 1e3,
    "grand": 1e3,
    "m": 1e6,
    "million": 1e6,
    "千": 1e3,
    "万": 1e4,
}
_DURATION = re.compile(
    r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3}|a|an|one|two|three|four|six)[\s-]*个?(?P<u>days?|weeks?|months?|天|日|周|星期|礼拜|月)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:lead[- ]?time|deliver\w*|arriv\w*|suppl(?:y|ier)\w*|takes?|到货|交货|供货|进货|采购|交期|备货周期)\D{0,24}?(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})[\s-]*个?(?P<u>days?|weeks?|months?|天|日|周|星期|礼拜|月)"
    r"|(?P<n2>\d{1,3})[- ]?(?P<u2>day|week|month)s?[- ](?:lead|delivery|(?:until|till|before) .{0,16}(?:arriv\w+|deliver\w*|come|here))",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(\d{1,2}(?:\.\d+)?)\s*(?:%|％|percent\b|per cent\b|pct\b|个百分点)|百分之([一二三四五六七八九十]+)"
    r"|([一二两三四五六七八九])成(?![员都交本功人品为绩长分])"
)
_POWER = re.compile(
    r"(?:power|sure|certain\w*|confiden\w*|chance|把握|概率|功效)\D{0,16}?(\d{2})\s*[%％]"
    r"|(\d{2})\s*(?:%|％|percent)\s*(?:power|sure|certain|confident|chance|把握|的?概率|功效)"
    r"|(?:把握|概率|功效)[^\d，。]{0,4}([五六七八九])成|([五六七八九])成(?:以上)?的?(?:把握|概率|功效)",
    re.IGNORECASE,
)
_PART = (
    r"\d{1,2}\s*(?:[%％]|percent|pct)|[一二两三四五]成|一半|half|a (?:third|quarter|fifth|tenth)"
    r"|(?:one|1) (?:\w+ )?in (?:two|three|four|five|ten|\d+)"
)
_HELD = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:hold[- ]?out|control|hold(?:ing)? back|keep (?:out|back)|leave out|held (?:out|back)|不发|对照组?|留(?:出|下)?)[^\d,.，。]{{0,12}}?(?P<n>{_PART})",
        rf"(?P<n>{_PART})[^,.，。]{{0,24}}?(?:hold[- ]?out|control|out of (?:the|it)|back\b|不发|对照|留)",
    )
)
_PARTS = {"half": 0.5, "一半": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}
_DAYS = {"d": 1, "天": 1, "日": 1, "w": 7, "周": 7, "星": 7, "礼": 7, "m": 30, "月": 30}


def money_in(text: str) -> float | None:
    """The first sum of money that `text` names; `None` where it names none.

    >>> [money_in(t) for t in ("split 50,000 yuan", "a budget of $2k", "预算两万怎么分", "top 5")]
    [50000.0, 2000.0, 20000.0, None]
    """
    for pattern in _MONEY:
        if match := pattern.search(text):
            digits = match["n"].replace(",", "").replace("，", "")
            n = float(digits) if digits[0].isdigit() else float(number_of(digits) or 1)
            return n * _TIMES.get((match["k"] or "").lower(), 1.0)
    return None


def lead_days_in(text: str) -> int | None:
    """Days from ordering to arrival that `text` names; `None` where it names none.

    >>> [
    ...     lead_days_in(t)
    ...     for t in (
    ...         "lead time is 2 weeks",
    ...         "到货要10天",
    ...         "9 days until they come",
    ...         "next 2 weeks",
    ...     )
    ... ]
    [14, 10, 9, None]
    """
    match = _LEAD.search(text)
    if match is None:
        return None
    n, unit = match["n"] or match["n2"], match["u"] or match["u2"]
    return number_of(n) * _DAYS[unit[0].lower()]


def days_in(text: str) -> int | None:
    """Days that a test or a look is to last, as `text` says; `None` where it names none.

    >>> [days_in(t) for t in ("within two weeks", "观察30天", "5% lift")]
    [14, 30, None]
    """
    match = _DURATION.search(text)
    if match is None:
        return None
    return (number_of(match["n"]) or 1) * _DAYS[match["u"][0].lower()]


def share_in(text: str) -> float | None:
    """The first share that `text` names, 0-1; `None` where it names none.

    >>> [share_in(t) for t in ("a 5% lift", "提升百分之十", "涨两成", "5 days")]
    [0.05, 0.1, 0.2, None]
    """
    held, sure = _held(text), _POWER.search(text)
    taken = [found.span() for found in (held, sure) if found]
    free = (m for m in _SHARE.finditer(text) if not any(a <= m.start() < b for a, b in taken))
    match = next(free, None)
    if match is None:
        return None
    if match[3]:
        return number_of(match[3]) / 10
    return float(match[1]) / 100 if match[1] else number_of(match[2]) / 100


def power_in(text: str) -> float | None:
    """The chance of finding an effect that `text` wants, 0-1; `None` where it names none.

    >>> [power_in(t) for t in ("90% sure to catch it", "power of 85%", "八成把握", "5% lift")]
    [0.9, 0.85, 0.8, None]
    """
    match = _POWER.search(text)
    if match is None:
        return None
    tenths = match[3] or match[4]
    return number_of(tenths) / 10 if tenths else float(match[1] or match[2]) / 100


def holdout_in(text: str) -> float | None:
    """The share of people held out that `text` names, 0-1; `None` where it names none.

    >>> [
    ...     holdout_in(t)
    ...     for t in (
    ...         "hold out 20%",
    ...         "留一成不发",
    ...         "one in five held back",
    ...         "90% sure, hold back 5%",
    ...     )
    ... ]
    [0.2, 0.1, 0.2, 0.05]
    """
    match = _held(text)
    if match is None:
        return None
    words = match["n"].lower()
    for name, share in _PARTS.items():
        if name in words:
            return share
    if words.endswith("成"):
        return number_of(words[:-1]) / 10
    if " in " in words:
        return 1 / max(number_of(words.rpartition(" ")[2]), 1)
    return float(re.sub(r"\D", "", words)) / 100


def _held(text: str) -> re.Match[str] | None:
    """Where `text` says which share is held out: after the words for it, else before them."""
    found = (pattern.search(text) for pattern in _HELD)
    return next((match for match in found if match), None)
