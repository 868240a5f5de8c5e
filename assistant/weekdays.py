# ruff: noqa: E501  # a pattern reads best on one line
"""When days of the week that are named narrow nothing: held against the others, or all wanted."""

import re
from collections.abc import Sequence

from assistant.declined import takes_any
from tools.mentions import Mention

_OTHER_DAYS = re.compile(
    r"\b(?:weekdays|weekday (?=orders?|sales|revenue|visits?|traffic|figures|numbers|conversion)|working days|workdays|week days|the (?:rest|other days) of the week|mid-?week|normal days|other days)\b|平时|平日|工作日|周中|其他(?:几)?天|平常",
    re.IGNORECASE,
)
"""Words for the days that are no weekend."""
_ALL_DAYS = re.compile(
    r"\b(?:just |but |nvm |actually |no |show |give |take |want )+(?:me )?all (?:the |seven )*days(?: of the week)?\b|\b(?:every|any) day of the week\b|一周七天|七天(?:都|全)(?:要|算|看)|平日周末(?:都|不分)|工作日周末(?:都|不分)",
    re.IGNORECASE,
)
"""Words that want every day of the week after all."""


_OF_THE_WEEK = re.compile(
    r"(?:一|每|成)?个?(?:周|星期|礼拜)(?:里头?|里面|里边|里厢|头(?!一)|中间?|当中|之中|内|之内|七天|下来|间|入面)+(?:的|嘅)?[，,]?(?:到底|究竟|都是|是|系)?(?:哪|边|啥)一?[天日]"
    r"|\b(?:which|what) (?:single )?day (?:of|in|within|during) (?:the|a|any|an average|a typical|each) week\b|\b(?:in|within|during|over) (?:the|a|an average|a typical) week,? (?:which|what) day\b",
    re.IGNORECASE,
)
"""Words that ask which of the seven days."""


def of_the_week(text: str) -> bool:
    """Whether days are asked for by which of the seven they are.

    >>> of_the_week("一个礼拜当中边日最旺"), of_the_week("上个礼拜哪天最旺")
    (True, False)
    """
    return _OF_THE_WEEK.search(text) is not None


def against_the_week(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether weekends are held against the other days ("周末和平时"), so that none is left out."""
    weekend = [m for m in mentions if m.kind == "value" and m.name == "weekday"]
    told = any(not takes_any(text, m.start, m.end) for m in weekend)
    return told and _OTHER_DAYS.search(text) is not None


def all_week(text: str) -> bool:
    """Whether all days of the week are wanted, whichever were named before.

    >>> all_week("weekends matter, but give me all days"), all_week("orders on all Sundays")
    (True, False)
    """
    return _ALL_DAYS.search(text) is not None
