# ruff: noqa: E501, ARG001  # a rule reads best on one line; all readers take the same two
"""Times counted back from today, units up to now, and months told in one breath ("七八两个月")."""

import re
from datetime import date
from itertools import pairwise

from tools.periods.calendar import add_months, unit_end
from tools.periods.festivals import Rule, rule
from tools.periods.points import Point
from tools.periods.readers import ZH_UNITS, rolling_token
from tools.periods.vocabulary import ZH_YEAR, ZN, N, number_in, year_in

_NOW = r"(?:today|now|date|tonight|the present)"
_ZH_NOW = r"(?:目前|现在|今天|今日|今儿|此刻|这会儿?|如今|而家)"
_BACK_FROM = rf"(?:back(?: from {_NOW})?|(?:up |running up |leading up |counting )?(?:to|until|till) {_NOW}|ending (?:today|now)|before {_NOW})"
_UNIT = r"(?P<u>days?|weeks?|months?|quarters?)"
_ZH_UNIT = r"个?(?P<u>天|日|周|星期|礼拜|月|季度)"
_OF = {"周": "week", "星期": "week", "礼拜": "week", "月": "month", "季": "quarter", "年": "year"}


def _read_back(match: re.Match[str], today: date) -> str | None:
    """60 days back from now, 往回数60天."""
    unit = match["u"].lower()
    return rolling_token(number_in(match["n"]), ZH_UNITS.get(unit, unit))


def _read_of_late(match: re.Match[str], today: date) -> str | None:
    """三个月来, 半年以来."""
    unit = match["m"] or match["u"]
    if match["n"] == "半":
        return {"年": "last_6_months", "月": "last_15_days"}.get(unit)
    return rolling_token(number_in(match["n"]), ZH_UNITS[unit])


def _read_until_now(match: re.Match[str], today: date) -> str | None:
    """这周到目前为止."""
    return f"this_{_OF[match['u']]}"


def _read_breath(match: re.Match[str], today: date) -> str | None:
    """七八两个月, 三四月: one right after another."""
    numbers = [number_in(one) for one in match["l"]]
    if any(b - a != 1 for a, b in pairwise(numbers)):
        return None
    end = Point(year_in(match["y"], today), numbers[-1]).dated(today)
    last = date(end.year or today.year, numbers[-1], 1)
    return f"{add_months(last, 1 - len(numbers))}..{unit_end(last, 'month')}"


BACK: tuple[Rule, ...] = (
    rule(rf"\b(?:the )?(?:last |past |previous )?(?P<n>{N}) {_UNIT},? {_BACK_FROM}(?=\W|$)", _read_back),
    rule(rf"\b(?:going|looking|counting|stretching|reaching) back (?:over |by )?(?:the )?(?:last |past )?(?P<n>{N}) {_UNIT}\b", _read_back),
    rule(rf"(?:往回|往前|倒|回)(?:数|推|算|看|溯|倒)(?P<n>{ZN}){_ZH_UNIT}(?!前)", _read_back),
    rule(rf"(?:截[至止]到?|到){_ZH_NOW}(?:为止)?的?(?:这|前|近|过去)?(?P<n>{ZN}){_ZH_UNIT}", _read_back),
    rule(rf"(?<![每前后第])(?P<n>半|{ZN})(?:个?(?P<u>天|周|星期|礼拜|年)|个(?P<m>月))(?:以)?来(?=[的，,。？?！!\s]|$|[^，。\d]{{0,6}}(?:率|额|量|单|走势|趋势|毛利|利润|流水|访|转化|新客|评分))", _read_of_late),
    rule(rf"(?:本|这个?|今)(?P<u>周|星期|礼拜|月|季|年)度?(?:一直)?(?:到|至|截[至止]到?){_ZH_NOW}(?:为止)?", _read_until_now),
    rule(rf"(?P<y>{ZH_YEAR})?的?(?<![一二三四五六七八九十\d第])(?P<l>[一二三四五六七八九]{{2,4}})(?=月|[两二三四]个月)(?:月份?)?", _read_breath),
)  # fmt: skip
"""Rules for times that end today, and for months that stand together."""
