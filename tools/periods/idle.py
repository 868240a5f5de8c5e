# ruff: noqa: E501  # a pattern reads best on one line
"""How long without an order counts as lost, where a question says so."""

import re

from tools.periods.durations import Duration, durations_in

_RULE_BEFORE = re.compile(
    r"(?:\b(?:count(?:s|ed|ing)?|counts? as|mean(?:s|ing)?|defin\w+|call(?:ed|ing)?|treat\w*|consider\w*|assum\w*|say|take|if|after|lost|gone|churn\w*|dead|definition|rule|cut-?off|threshold|window|horizon|limit|=|:)|口径|定义|标准|规则|门槛|窗口|按照?|以|算|视为|当作|流失|定为?|设|用|看|[:：=])[^.;?!。；？！]{0,24}$",
    re.IGNORECASE,
)
_RULE_AFTER = re.compile(
    r"^[^.;?!。；？！]{0,30}?(?:\b(?:count(?:s|ed)?|mean(?:s|ing)?|is|as|equals?|call|means?) (?:as |them |it |is |for |that |us )*(?:lost|gone|churn\w*|left|a goner|a loss|dead)\b|=|\b(?:window|horizon|definition|rule|cut-?off|threshold)\b|(?:就|即|便|都|才|也)?(?:算|视为|当作?|判定?为?|记为?|计(?!划)|定义为?|叫)(?:作|是|成|做)?(?:流失|走|跑|丢|没|失|$|[，。,.]|数|的|了|系)|(?:就|便|即|才)(?:当|算|认|看|视|划|归|列|记|按)(?!了?算)[^，。；？！]{1,10}|为准|为界|为限|(?:的|这个)?(?:口径|标准|窗口|定义))",
    re.IGNORECASE,
)
_IDLE = re.compile(
    r"n['’]?t\b|\b(?:no|not|without|zero|nothing|never|silent|silence|quiet|inactive|inactivity|idle)\b|[没未无不冇]|停",
    re.IGNORECASE,
)
_REACH = 30
"""Characters around a length of time in which it is said that nothing was ordered in it."""


def idle_days_in(text: str) -> int | None:
    """Days without an order that `text` declares to be a loss; `None` where it declares none.

    >>> [
    ...     idle_days_in(t)
    ...     for t in ("50天没下单就算流失", "lost means no order in 80 days", "last 60 days")
    ... ]
    [50, 80, None]
    """
    return next((one.days for one in durations_in(text) if _declared(text, one)), None)


def _declared(text: str, one: Duration) -> bool:
    before, after = text[: one.start], text[one.end :]
    idle = _IDLE.search(before[-_REACH:]) or _IDLE.search(after[:_REACH])
    after_it = _RULE_AFTER.search(after)
    return bool((idle and (after_it or _RULE_BEFORE.search(before))) or _is_window(after))


def _is_window(after: str) -> bool:
    """Whether the length of time is called a window, or a limit, outright."""
    return bool(
        re.match(r"\s*(?:churn |risk )?(?:window|horizon|cut-?off)\b|\s*的?(?:口径|窗口)", after)
    )
