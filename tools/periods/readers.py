# ruff: noqa: ARG001, ARG005  # all readers take the same two
"""What each kind of time expression stands for, once a rule has matched it."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from tools.periods.calendar import START
from tools.periods.points import Point, point_in, range_token
from tools.periods.vocabulary import MONTH, number_in, year_in

Reader = Callable[[re.Match[str], date], str | None]
"""From what matched and today to a period token; `None` when it is no period after all."""


def read_range(match: re.Match[str], today: date) -> str | None:
    """From August to October, 8月到10月."""
    start, end = point_in(match["a"], today), point_in(match["b"], today)
    if not start or not end or (start.month is None) != (end.month is None):
        return None
    return range_token(start, end, today)


def read_days(match: re.Match[str], today: date) -> str | None:
    """1-15 October, October 1 to 15, 10月1日到15日."""
    month = point_in(match["m"].strip(), today)
    if month is None:
        return None
    first, last = (
        number_in(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", match[g].strip())) for g in "ab"
    )
    if last < first:
        return None
    year = year_in(match["y"], today) if "y" in match.re.groupindex else month.year
    start = Point(year or month.year, month.month, first).dated(today)
    return f"{start.token}..{Point(start.year, month.month, last).token}"


def read_point(match: re.Match[str], today: date) -> str | None:
    """October 2026, 10月5日."""
    point = point_in(match["a"], today)
    return point.dated(today).token if point else None


def read_last_month_named(match: re.Match[str], today: date) -> str | None:
    """Last October: the latest that is over, never the one that today lies in."""
    point = point_in(match["m"], today)
    if point is None or point.month is None:
        return None
    return Point(today.year - (point.month >= today.month), point.month).token


_AND_MONTH = re.compile(rf"(?:\s*,|\s*&|\s*/|\s+and|\s+or)\s*{MONTH}", re.IGNORECASE)


def read_since(match: re.Match[str], today: date) -> str | None:
    """Since August, 8月以来; not "from May and June", where those months are meant."""
    if match[0].lower().startswith("from ") and _AND_MONTH.match(match.string, match.end()):
        return None
    point = point_in(match["a"], today)
    if point is None:
        return None
    start = point.dated(today).token
    return f"{start}..{today.isoformat()}"


def read_quarter(match: re.Match[str], today: date) -> str | None:
    """Q3 2026, 三季度."""
    quarter = number_in(match["q"])
    year = year_in(match["y"] or match.groupdict().get("y2"), today)
    if year is None:
        year = today.year - (quarter > (today.month + 2) // 3)
    return f"{year}-Q{quarter}"


def read_half(match: re.Match[str], today: date) -> str | None:
    """H1, the second half of 2025, 上半年."""
    told = match["h"] or match["h2"]
    half = {"上": 1, "下": 2}.get(told) or number_in(re.sub(r"(?<=\d)\D+", "", told))
    year = year_in(match["y"] or match.groupdict().get("y2"), today)
    if year is None:
        year = today.year - (half == 2 and today.month < 7)
    return f"{year}-01..{year}-06" if half == 1 else f"{year}-07..{year}-12"


def read_first_quarters(match: re.Match[str], today: date) -> str | None:
    """The first three quarters, 前三个季度: of this year, or of one that is named."""
    year = year_in(match["y"], today) or today.year
    last = 3 * (number_in(match["n"]) or 1)
    return f"{year}-01..{year}-{last:02}"


def read_rolling(match: re.Match[str], today: date) -> str | None:
    """The last two weeks."""
    n, unit = number_in(match["n"]), match["u"].lower()
    return rolling_token(n, unit, few=match["n"].lower() == "few")


def rolling_token(n: int, unit: str, few: bool = False) -> str | None:
    """The last `n` units as a token; a vague "few" days are a week."""
    if few:
        n = 7 if unit.startswith("day") else 3
    months = {"quarter": 3, "year": 12}.get(unit.rstrip("s"))
    if months:
        return f"last_{n * months}_months" if n else None
    return f"last_{n}_{unit.rstrip('s')}s" if n else None


_HELD_TO = re.compile(r"(?:比|比较|较|跟|和|与|同)之?$")
"""Words before "前7天" by which these are the days before others."""
ZH_UNITS = {"天": "day", "日": "day", "周": "week", "星期": "week", "礼拜": "week", "月": "month",
            "季度": "quarter", "年": "year"}  # fmt: skip


def read_rolling_zh(match: re.Match[str], today: date) -> str | None:
    """最近三周; "前一周" is the one before another, and so is "比前7天": not these."""
    led = _HELD_TO.search(match.string[: match.start()])
    if match.group().startswith("前") and (led or number_in(match["n"]) == 1):
        return None
    return rolling_token(number_in(match["n"]), ZH_UNITS[match["u"]])


def read_months_zh(match: re.Match[str], today: date) -> str | None:
    """最近三个月, 近三月, 过去俩月."""
    n = number_in(match["n"] or match["n2"] or match["n3"])
    return None if match.group().startswith("前") and n == 1 else rolling_token(n, "month")


def ago(days: int) -> Reader:
    """The day so many `days` before today."""
    return lambda match, today: (today - timedelta(days)).isoformat()


def fixed(token: str) -> Reader:
    """Always the same `token`."""
    return lambda match, today: token


_RUNNING = ("present", "running", "ongoing")


def read_named(match: re.Match[str], today: date) -> str | None:
    """This month, last year."""
    which = "this" if match["w"].lower() in ("this", "current", *_RUNNING) else "last"
    return f"{which}_{match['u'].lower()}"


def read_week_before_last(match: re.Match[str], today: date) -> str | None:
    """The week before last, 上上周."""
    start = START["week"](today) - timedelta(14)
    return f"{start}..{start + timedelta(6)}"


def read_month_before_last(match: re.Match[str], today: date) -> str | None:
    """The month before last, 上上个月."""
    start = START["month"](START["month"](today) - timedelta(1)) - timedelta(1)
    return f"{start:%Y-%m}"


def read_quarter_before_last(match: re.Match[str], today: date) -> str | None:
    """The quarter before last, 上上个季度."""
    day = START["quarter"](START["quarter"](today) - timedelta(1)) - timedelta(1)
    return f"{day.year}-Q{(day.month + 2) // 3}"


EN_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ZH_WEEKDAYS = "一二三四五六日"


def read_weekday(match: re.Match[str], today: date) -> str | None:
    """Last Wednesday: the latest one before today; this Wednesday: the one of this week."""
    day = EN_WEEKDAYS.index(match["d"].lower()[:3])
    if match["w"].lower() == "this":
        return (START["week"](today) + timedelta(day)).isoformat()
    return (today - timedelta((today.weekday() - day - 1) % 7 + 1)).isoformat()


def read_weekday_of(match: re.Match[str], today: date) -> str | None:
    """Friday last week: the day of that week."""
    day = EN_WEEKDAYS.index(match["d"].lower()[:3])
    back = 7 * (match["w"].lower() == "last")
    return (START["week"](today) + timedelta(day - back)).isoformat()


def read_weekday_zh(match: re.Match[str], today: date) -> str | None:
    """上周三, 本周三: the day of that week."""
    day = ZH_WEEKDAYS.index(match["d"].replace("天", "日"))
    back = {"上上": 2, "上": 1}.get(match["w"], 0)
    return (START["week"](today) + timedelta(day - 7 * back)).isoformat()


def weekend(back: int) -> Reader:
    """Saturday and Sunday of this week (0) or of weeks back; whole weekends that have begun."""

    def read(match: re.Match[str], today: date) -> str | None:
        saturday = START["week"](today) + timedelta(5 - 7 * back)
        return f"{saturday}..{saturday + timedelta(1)}"

    return read


def festival(first: tuple[int, int], last: tuple[int, int]) -> Reader:
    """The latest such days not after today, or those of the year named."""

    def read(match: re.Match[str], today: date) -> str | None:
        year = year_in(match.groupdict().get("y") or match.groupdict().get("y2"), today)
        start = Point(year, *first).dated(today)
        return f"{start.token}..{Point(start.year, *last).token}"

    return read


# First day of the lunar year, from the Hong Kong Observatory's conversion tables.
LUNAR_NEW_YEAR = {
    day.year: day
    for day in (
        date(2018, 2, 16), date(2019, 2, 5), date(2020, 1, 25), date(2021, 2, 12),
        date(2022, 2, 1), date(2023, 1, 22), date(2024, 2, 10), date(2025, 1, 29),
        date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26), date(2029, 2, 13),
        date(2030, 2, 3),
    )
}  # fmt: skip


def _days(*days: tuple[int, int, int]) -> dict[int, date]:
    return {year: date(year, month, day) for year, month, day in days}


MID_AUTUMN = _days(
    (2018, 9, 24), (2019, 9, 13), (2020, 10, 1), (2021, 9, 21), (2022, 9, 10), (2023, 9, 29),
    (2024, 9, 17), (2025, 10, 6), (2026, 9, 25), (2027, 9, 15), (2028, 10, 3), (2029, 9, 22),
    (2030, 9, 12),
)  # fmt: skip
DRAGON_BOAT = _days(
    (2018, 6, 18), (2019, 6, 7), (2020, 6, 25), (2021, 6, 14), (2022, 6, 3), (2023, 6, 22),
    (2024, 6, 10), (2025, 5, 31), (2026, 6, 19), (2027, 6, 9), (2028, 5, 28), (2029, 6, 16),
    (2030, 6, 5),
)  # fmt: skip
QIXI = _days(
    (2018, 8, 17), (2019, 8, 7), (2020, 8, 25), (2021, 8, 14), (2022, 8, 4), (2023, 8, 22),
    (2024, 8, 10), (2025, 8, 29), (2026, 8, 19), (2027, 8, 8), (2028, 8, 26), (2029, 8, 16),
    (2030, 8, 5),
)  # fmt: skip


def by_the_moon(table: dict[int, date], length: int) -> Reader:
    """The latest `length` days of a lunar festival, or those of the year named."""

    def read(match: re.Match[str], today: date) -> str | None:
        year = year_in(match.groupdict().get("y") or match.groupdict().get("y2"), today)
        past = [y for y, day in table.items() if day <= today]
        first = table.get(year or max(past, default=0))
        return f"{first}..{first + timedelta(length - 1)}" if first else None

    return read


def read_spring_festival(match: re.Match[str], today: date) -> str | None:
    """From the lunar new year's eve to its sixth day, the latest or that of the year named."""
    year = year_in(match["y"] or match["y2"], today)
    past = [y for y, day in LUNAR_NEW_YEAR.items() if day <= today]
    first = LUNAR_NEW_YEAR.get(year or max(past, default=0))
    return f"{first - timedelta(1)}..{first + timedelta(5)}" if first else None


def read_black_friday(match: re.Match[str], today: date) -> str | None:
    """The latest Black Friday, or that of the year named."""
    year = year_in(match.groupdict().get("y") or match.groupdict().get("y2"), today)
    day = black_friday(year or today.year)
    return (day if year or day <= today else black_friday(today.year - 1)).isoformat()


def black_friday(year: int) -> date:
    """The day after the fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta((3 - first.weekday()) % 7 + 22)


def to_date(unit: str) -> Reader:
    """The current `unit` so far."""
    return lambda match, today: f"this_{unit}"


def read_ordinal(match: re.Match[str], today: date) -> str | None:
    """The third quarter."""
    quarter = number_in(re.sub(r"(?<=\d)\w+", "", match["q"]))
    year = year_in(match["y"], today)
    if year is None:
        year = today.year - (quarter > (today.month + 2) // 3)
    return f"{year}-Q{quarter}"


_SAFE_BEFORE = re.compile(
    r"\b(?:in|of|during|for|since|from|until|till|by|last|this|and|to|through|vs\.?|versus|than|against"
    rf"|with|early|late|mid|over)[ -]$|\b{MONTH}\s*[,+&/]\s*$",
    re.IGNORECASE,
)


_SAFE_AFTER = re.compile(
    rf"\s*(?:(?:v|vs\.?|versus|to|till|and|&|\+|-|–|/|,)\s*{MONTH}|$|[?!.;)](?!\w)"
    r"|(?:alongside|beside|next to)\b)",
    re.IGNORECASE,
)
"""What follows a short word that it makes a month: another month, or the end of what is asked."""
_DOES = re.compile(r"\b(?:i|we|you|they|it|as|to|on|that|who)\s+$", re.IGNORECASE)
_AUXILIARY = re.compile(r"\s+(?:i|we|you|he|she|it|they|be|have|not|also|well)\b", re.IGNORECASE)
"""What follows "may" the verb."""


def read_careful(match: re.Match[str], today: date) -> str | None:
    """A month by name, unless it reads like a verb ("may") or the middle of another word."""
    word = match["a"].rstrip(".")
    if re.fullmatch(r"(?i)may", word) and _AUXILIARY.match(match.string[match.end() :]):
        return None
    bare = re.fullmatch(r"(?i)may|march|mar|dec|sep|jan|jun", word)
    before = match.string[: match.start()]
    if bare and (_SAFE_AFTER.match(match.string[match.end() :]) and not _DOES.search(before)):
        return read_point(match, today)
    led = _SAFE_BEFORE.search(before)
    if bare and not led and not (word[0].isupper() and match.start() > 0):
        return None
    if bare and word[0].islower() and led and led.group(0).strip().lower() in ("with", "and", "to"):
        return None
    return read_point(match, today)
