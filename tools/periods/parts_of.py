# ruff: noqa: E501  # a pattern reads best on one line
"""The beginning or the end of a month or more that is named ("the last two weeks of Q1")."""

import re
from datetime import date, timedelta

from tools.errors import ToolError
from tools.periods.calendar import START, Period, add_months, resolve, unit_end
from tools.periods.mention import PeriodMention, is_comparison
from tools.periods.vocabulary import ZN, N, number_in

_PART_OF = re.compile(
    rf"\b(?:the )?(?P<e>first|opening|last|final|closing) (?:(?P<n>{N}) )?(?P<u>days?|weeks?|fortnights?|months?|quarters?) (?:of|in)(?: the)?\s*$",
    re.IGNORECASE,
)
_ZH_PART_OF = re.compile(
    rf"的?(?P<e>最后|末尾|末|头|前|开头|首)(?:的|那)?(?P<n>{ZN})个?(?P<u>天|日|周|星期|礼拜|月|季度)(?![均活])"
)
"""Words for the beginning or the end of what is named beside them."""
SHORTEST = 27
"""Fewest days, less one, of a month."""
_QUARTERS = ("quarter", "季度")
_FROM_TO = re.compile(r"[到至~～–-]|\b(?:to|through|thru|until|till)\b", re.IGNORECASE)
"""What makes a stretch of several, of which only the last has an end by that name."""
_ROLLING = re.compile(r"last_\d")
DAYS = {"day": 1, "week": 7, "fortnight": 14, "天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7}
"""Days of a unit."""
MONTHS = ("month", "月")


def part_of_it(text: str, mention: PeriodMention, today: date) -> PeriodMention | None:
    """The last two weeks of Q1, 二季度头一个月: of a month or more that is named."""
    days = days_of_token(mention.token, today)
    if days is None or _ROLLING.match(mention.token):
        return None
    if _FROM_TO.search(mention.text):
        return None
    before, after = _PART_OF.search(text[: mention.start]), _ZH_PART_OF.match(text, mention.end)
    match = before or after
    if match is None:
        return None
    start, end = (match.start(), mention.end) if before else (mention.start, match.end())
    unit = match["u"].lower()
    unit, n = unit.removesuffix("s"), number_in(match["n"] or "1")
    if (days.end - days.first).days < SHORTEST and not _of_few(match, unit, n, days):
        return None
    ends = match["e"].lower() in ("last", "final", "closing", "最后", "末尾", "末")
    if unit in _QUARTERS:
        unit, n = "month", 3 * n
    if unit in MONTHS:
        first = add_months(START["month"](days.end), 1 - n) if ends else days.first
        last = days.end if ends else unit_end(add_months(days.first, n - 1), "month")
    else:
        length = timedelta(n * DAYS[unit] - 1)
        first = days.end - length if ends else days.first
        last = days.end if ends else days.first + length
    if first < days.first or last > days.end:
        return None
    held = mention.comparison or is_comparison(text, start, end)
    return PeriodMention(f"{first}..{last}", text[start:end], start, end, held)


def _of_few(match: re.Match[str], unit: str, n: int, days: Period) -> bool:
    """Whether some days of a feast are meant: what comes before one is no part of it ("国庆前三天")."""
    return unit in ("day", "天") and n < days.days and match["e"] not in ("前", "开头")


def days_of_token(token: str, today: date) -> Period | None:
    """The days of `token`; `None` for all time."""
    try:
        return None if token == "all" else resolve(token, today, today)  # noqa: S105  # a period
    except ToolError:
        return None
