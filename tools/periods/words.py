# ruff: noqa: E501, ARG001, ARG005  # a rule reads best on one line; all readers take the same two
"""Reads the time expressions of English and Chinese questions, by rule.

A month or day without a year is the latest such one not after today. What a rule cannot tell for
sure (a bare number, "may" the verb) is left alone: a missed period is asked for, a wrong one is not
noticed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from tools.periods.calendar import START

EN_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fourteen": 14, "thirty": 30, "couple of": 2, "few": 7,
    "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip
ZH_DIGITS = {char: n for n, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b"
_N = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty|few|couple of)"
_ZN = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_ISO = rf"{_YEAR}[-/.](?:1[0-2]|0?[1-9])(?:[-/.](?:3[01]|[12]\d|0?[1-9]))?(?![\d%])"
_EN_POINT = (
    rf"(?:{_ISO}|{_MONTH} {_DAY}(?:,? {_YEAR})?|{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?"
    rf"|{_MONTH}(?:,? {_YEAR}| last year| this year)?|{_YEAR}\b)"
)
_ZH_YEAR = r"(?:(?:20|19)?\d\d年|今年|去年|前年)"
_ZM = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_ZD = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
_ZH_POINT = rf"(?:{_ISO}|{_ZH_YEAR}?的?(?<!\d){_ZM}月(?:份|{_ZD}[日号])?|{_ZH_YEAR})"
_TO_EN = r"\s*(?:to|until|till|through|-|–|—|~)\s*"
_TO_ZH = r"\s*(?:到|至|-|–|—|~|～)\s*"
_COUNTED = r"(?!\s*(?:%|percent|yuan|dollars|euros|rmb|usd|orders|users|items|units|people|buyers|customers|times|views|reviews|[元块个件人单次条]))"


@dataclass(frozen=True)
class PeriodMention:
    """A time expression in a text.

    Attributes:
        token: What `resolve` reads.
        text: The words matched.
        start: Where they begin.
        end: Where they end.
        comparison: Whether the words around make it what something else is held against
            ("than last month", "比上个月").
    """

    token: str
    text: str
    start: int
    end: int
    comparison: bool = False


Reader = Callable[[re.Match[str], date], str | None]


def find_periods(text: str, today: date) -> list[PeriodMention]:
    """The time expressions in `text`, in order, none overlapping another; longer ones win.

    >>> [m.token for m in find_periods("Revenue in the last two weeks?", date(2026, 11, 22))]
    ['last_2_weeks']
    """
    found: list[PeriodMention] = []
    for pattern, read in _RULES:
        for match in pattern.finditer(text):
            token = read(match, today)
            if token:
                words = match.group(0).strip()
                start = match.start() + match.group(0).index(words)
                end = start + len(words)
                held = _is_comparison(text, start, end)
                found.append(PeriodMention(token, words, start, end, held))
    found.sort(key=lambda m: (m.start - m.end, m.start))
    kept: list[PeriodMention] = []
    for mention in found:
        if all(mention.end <= k.start or mention.start >= k.end for k in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


_HELD_BEFORE = re.compile(
    r"(?:\b(?:than|vs\.?|versus|against|compared (?:to|with)|relative to)(?: in| the| for| on)*|比|较|相比|对比|与|和|跟|同)\s*$",
    re.IGNORECASE,
)
_HELD_AFTER = re.compile(r"^\s*(?:的)?(?:相比|比较|比|对比|持平)")


def _is_comparison(text: str, start: int, end: int) -> bool:
    before = _HELD_BEFORE.search(text[:start])
    if before is None:
        return False
    if before.group(0).strip() in ("与", "和", "跟", "同"):
        return bool(re.match(r".{0,8}(?:相比|比|对比)", text[end:]))
    return True


def _number(words: str) -> int:
    """2, "two", "十二" as a number."""
    words = words.strip().lower()
    if words.isdigit():
        return int(words)
    if words in NUMBERS:
        return NUMBERS[words]
    tens, ten, ones = words.rpartition("十")
    if ten:
        return (ZH_DIGITS[tens] if tens else 1) * 10 + (ZH_DIGITS[ones] if ones else 0)
    return ZH_DIGITS[words]


def _year(words: str | None, today: date) -> int | None:
    """A year as written, in either language."""
    if not words:
        return None
    relative = {"今年": 0, "this year": 0, "去年": -1, "last year": -1, "前年": -2}
    for word, step in relative.items():
        if word in words.lower():
            return today.year + step
    digits = re.search(r"\d+", words)
    if not digits:
        return None
    year = int(digits.group(0))
    return year if year > 99 else 2000 + year


@dataclass(frozen=True)
class _Point:
    """A year, month or day as written; parts not written are `None`."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def dated(self, today: date) -> "_Point":
        """With its year: the one written, else the latest that is not after today."""
        if self.year is not None:
            return self
        late = (self.month or 1, self.day or 1) > (today.month, today.day if self.day else 1)
        return _Point(today.year - late, self.month, self.day)

    @property
    def token(self) -> str:
        """As `resolve` reads it."""
        parts = [f"{self.year:04}", *(f"{p:02}" for p in (self.month, self.day) if p)]
        return "-".join(parts)


_POINT_EN = re.compile(
    rf"(?:(?P<iso>{_ISO})|(?P<day>{_DAY} )?(?:of )?(?P<month>{_MONTH})(?: (?P<day2>{_DAY}))?"
    rf"(?:,? (?P<year>{_YEAR}|last year|this year))?|(?P<only>{_YEAR}))",
    re.IGNORECASE,
)
_POINT_ZH = re.compile(
    rf"(?:(?P<iso>{_ISO})|(?P<year>{_ZH_YEAR})?的?(?P<month>{_ZM})月(?:份|(?P<day>{_ZD})[日号])?|(?P<only>{_ZH_YEAR}))"
)


def _point(words: str, today: date) -> _Point | None:
    words = words.strip()
    if match := _POINT_EN.fullmatch(words):
        if match["month"]:
            prefix = match["month"].lower()[:3]
            month = next(i for i, name in enumerate(EN_MONTHS, 1) if name.startswith(prefix))
            day = match["day"] or match["day2"]
            number = int(re.sub(r"\D", "", day)) if day else None
            return _Point(_year(match["year"], today), month, number)
    else:
        match = _POINT_ZH.fullmatch(words)
        if match and match["month"]:
            day = match["day"]
            number = _number(day) if day else None
            return _Point(_year(match["year"], today), _number(match["month"]), number)
    if not match:
        return None
    if match["iso"]:
        return _Point(*(int(part) for part in re.split(r"[-/.]", match["iso"])))
    return _Point(_year(match["only"], today))


def _range(start: _Point, end: _Point, today: date) -> str | None:
    if end.year is not None and start.year is None:
        later = (start.month or 1, start.day or 1) > (end.month or 12, end.day or 31)
        start = _Point(end.year - later, start.month, start.day)
    start = start.dated(today)
    if end.year is None:
        assert start.year is not None  # noqa: S101  # dated
        over = (end.month or 12, end.day or 31) < (start.month or 1, start.day or 1)
        end = _Point(start.year + over, end.month, end.day)
        if over and end.year == today.year and (end.month or 1) > today.month:
            start, end = (
                _Point(start.year - 1, start.month, start.day),
                _Point(today.year, end.month, end.day),
            )
    return f"{start.token}..{end.token}"


def _read_range(match: re.Match[str], today: date) -> str | None:
    start, end = _point(match["a"], today), _point(match["b"], today)
    if not start or not end or (start.month is None) != (end.month is None):
        return None
    return _range(start, end, today)


def _read_days(match: re.Match[str], today: date) -> str | None:
    """1-15 October, October 1 to 15, 10月1日到15日."""
    month = _point(match["m"].strip(), today)
    if month is None:
        return None
    first, last = (_number(re.sub(r"(?:st|nd|rd|th)$", "", match[g].strip())) for g in "ab")
    if last < first:
        return None
    year = _year(match["y"], today) if "y" in match.re.groupindex else month.year
    start = _Point(year or month.year, month.month, first).dated(today)
    return f"{start.token}..{_Point(start.year, month.month, last).token}"


def _read_point(match: re.Match[str], today: date) -> str | None:
    point = _point(match["a"], today)
    return point.dated(today).token if point else None


def _read_since(match: re.Match[str], today: date) -> str | None:
    point = _point(match["a"], today)
    if point is None:
        return None
    start = point.dated(today).token
    return f"{start}..{today.isoformat()}"


def _read_quarter(match: re.Match[str], today: date) -> str | None:
    quarter = _number(match["q"])
    year = _year(match["y"] or match.groupdict().get("y2"), today)
    if year is None:
        year = today.year - (quarter > (today.month + 2) // 3)
    return f"{year}-Q{quarter}"


def _read_half(match: re.Match[str], today: date) -> str | None:
    half = {"上": 1, "下": 2}.get(match["h"]) or _number(match["h"])
    year = _year(match["y"] or match.groupdict().get("y2"), today)
    if year is None:
        year = today.year - (half == 2 and today.month < 7)
    return f"{year}-01..{year}-06" if half == 1 else f"{year}-07..{year}-12"


EN_UNITS = {"day": "days", "week": "weeks", "month": "months"}


def _read_rolling(match: re.Match[str], today: date) -> str | None:
    n, unit = _number(match["n"]), match["u"].lower()
    return _rolling(n, unit, few=match["n"].lower() == "few")


def _rolling(n: int, unit: str, few: bool = False) -> str | None:
    if few:
        n = 7 if unit.startswith("day") else 3
    months = {"quarter": 3, "year": 12}.get(unit.rstrip("s"))
    if months:
        return f"last_{n * months}_months" if n else None
    return f"last_{n}_{unit.rstrip('s')}s" if n else None


ZH_UNITS = {"天": "day", "日": "day", "周": "week", "星期": "week", "礼拜": "week", "月": "month",
            "季度": "quarter", "年": "year"}  # fmt: skip


def _read_rolling_zh(match: re.Match[str], today: date) -> str | None:
    return _rolling(_number(match["n"]), ZH_UNITS[match["u"]])


def _ago(days: int) -> Reader:
    return lambda match, today: (today - timedelta(days)).isoformat()


def _token(token: str) -> Reader:
    return lambda match, today: token


def _named(match: re.Match[str], today: date) -> str | None:
    which = "this" if match["w"].lower() in ("this", "current") else "last"
    return f"{which}_{match['u'].lower()}"


def _week_before_last(match: re.Match[str], today: date) -> str | None:
    start = START["week"](today) - timedelta(14)
    return f"{start}..{start + timedelta(6)}"


def _month_before_last(match: re.Match[str], today: date) -> str | None:
    start = START["month"](START["month"](today) - timedelta(1)) - timedelta(1)
    return f"{start:%Y-%m}"


def _weekend(back: int) -> Reader:
    """Saturday and Sunday of this week (0) or of weeks back; whole weekends that have begun."""

    def read(match: re.Match[str], today: date) -> str | None:
        saturday = START["week"](today) + timedelta(5 - 7 * back)
        return f"{saturday}..{saturday + timedelta(1)}"

    return read


def _festival(first: tuple[int, int], last: tuple[int, int]) -> Reader:
    """The latest such days not after today, or those of the year named."""

    def read(match: re.Match[str], today: date) -> str | None:
        year = _year(match.groupdict().get("y") or match.groupdict().get("y2"), today)
        start = _Point(year, *first).dated(today)
        return f"{start.token}..{_Point(start.year, *last).token}"

    return read


def _black_friday(match: re.Match[str], today: date) -> str | None:
    year = _year(match.groupdict().get("y") or match.groupdict().get("y2"), today)
    day = _friday(year or today.year)
    return (day if year or day <= today else _friday(today.year - 1)).isoformat()


def _friday(year: int) -> date:
    """The day after the fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta((3 - first.weekday()) % 7 + 22)


def _to_date(unit: str) -> Reader:
    return lambda match, today: f"this_{unit}"


def _read_ordinal(match: re.Match[str], today: date) -> str | None:
    quarter = match["q"][0] if match["q"][0].isdigit() else str(NUMBERS[match["q"].lower()])
    year = _year(match["y"], today)
    if year is None:
        year = today.year - (int(quarter) > (today.month + 2) // 3)
    return f"{year}-Q{quarter}"


_SAFE_BEFORE = re.compile(
    r"\b(?:in|of|during|for|since|from|until|till|by|last|this|and|to|through|vs\.?|versus|than|against"
    r"|with|early|late|mid|over)[ -]$",
    re.IGNORECASE,
)


def _read_careful(match: re.Match[str], today: date) -> str | None:
    """A month by name, unless it reads like a verb ("may") or the middle of another word."""
    word = match["a"]
    bare = re.fullmatch(r"(?i)may|march|mar|dec|sep|jan|jun", word)
    led = _SAFE_BEFORE.search(match.string[: match.start()])
    if bare and not led and not (word[0].isupper() and match.start() > 0):
        return None
    if bare and word[0].islower() and led and led.group(0).strip().lower() in ("with", "and", "to"):
        return None
    return _read_point(match, today)


_EN_Y = rf"(?:(?: of|,)? (?P<y>{_YEAR}|last year|this year))?"
_ZH_Y = rf"(?P<y>{_ZH_YEAR})?的?"


def _rule(pattern: str, read: Reader, flags: int = re.IGNORECASE) -> tuple[re.Pattern[str], Reader]:
    return re.compile(pattern, flags), read


_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    # Ranges
    _rule(rf"\b(?:from )?(?P<a>{_EN_POINT}){_TO_EN}(?P<b>{_EN_POINT})", _read_range),
    _rule(rf"\bbetween (?P<a>{_EN_POINT}) and (?P<b>{_EN_POINT})", _read_range),
    _rule(rf"\bbetween (?:the )?(?P<a>{_DAY}) and (?:the )?(?P<b>{_DAY}) (?:of )?(?P<m>{_MONTH}){_EN_Y}", _read_days),
    _rule(rf"\bbetween (?P<m>{_MONTH}) (?P<a>{_DAY}) and (?P<b>{_DAY})(?:,? (?P<y>{_YEAR}))?(?! (?:of )?{_MONTH})", _read_days),
    _rule(rf"(?P<a>{_ZH_POINT})和(?P<b>{_ZH_POINT})之间", _read_range),
    _rule(rf"(?:从|自)?(?P<a>{_ZH_POINT}){_TO_ZH}(?P<b>{_ZH_POINT})(?:之间|期间)?", _read_range),
    _rule(rf"\b(?:from )?(?:the )?(?P<a>{_DAY}){_TO_EN}(?:the )?(?P<b>{_DAY}) (?:of )?(?P<m>{_MONTH}){_EN_Y}", _read_days),
    _rule(rf"\b(?:from )?(?P<m>{_MONTH}) (?P<a>{_DAY}){_TO_EN}(?P<b>{_DAY})(?:,? (?P<y>{_YEAR}))?(?! (?:of )?{_MONTH})", _read_days),
    _rule(rf"(?:从|自)?(?P<m>{_ZH_YEAR}?的?(?<!\d){_ZM}月)(?P<a>{_ZD})[日号]?{_TO_ZH}(?P<b>{_ZD})[日号](?:之间|期间)?", _read_days),
    _rule(rf"\b(?:since|starting|from) (?:the (?:start|beginning) of )?(?P<a>{_EN_POINT})(?: on(?:wards)?| until (?:now|today)| to (?:date|today|now))?(?!{_TO_EN}(?:{_EN_POINT}|\d))", _read_since),
    _rule(rf"(?:从|自从|自)?(?P<a>{_ZH_POINT})(?:以来|至今|到现在|到今天|起|开始|以后|之后)", _read_since),
    # Quarters and halves
    _rule(rf"(?<![a-z0-9])(?:(?P<y2>{_YEAR})[ -]?)?q(?P<q>[1-4])(?![a-z0-9]){_EN_Y}", _read_quarter),
    _rule(rf"\b(?:the )?(?P<q>first|second|third|fourth|[1-4](?:st|nd|rd|th)) quarter{_EN_Y}", _read_ordinal),
    _rule(rf"{_ZH_Y}(?:第)?(?P<q>[一二三四1-4])季度?(?!度?度)", _read_quarter),
    _rule(rf"{_ZH_Y}q(?P<q>[1-4])(?![a-z0-9])", _read_quarter),
    _rule(rf"(?<![a-z0-9])(?:(?P<y2>{_YEAR})[ -]?)?h(?P<h>[12])(?![a-z0-9]){_EN_Y}", _read_half),
    _rule(rf"\b(?:the )?(?P<h>first|second) half(?! (?:of )?(?:the )?(?:month|week|day)){_EN_Y}", _read_half),
    _rule(rf"{_ZH_Y}(?P<h>[上下])半年", _read_half),
    # To date
    _rule(r"\b(?:year[ -]to[ -]date|so far this year|ytd)\b|年初至今|年初以来|今年以来|今年到目前|今年至今", _to_date("year")),
    _rule(r"\b(?:quarter[ -]to[ -]date|so far this quarter|qtd)\b|本季度以来|本季度至今", _to_date("quarter")),
    _rule(r"\b(?:month[ -]to[ -]date|so far this month|mtd)\b|月初至今|月初以来|本月以来|本月至今|这个月以来", _to_date("month")),
    _rule(r"\b(?:week[ -]to[ -]date|so far this week|wtd)\b|本周以来|本周至今", _to_date("week")),
    _rule(r"\b(?:all[ -]time|of all time|since (?:the )?(?:beginning|launch|opening))\b|有史以来|历史以来|开店以来|上线以来|全部时间|所有时间|历史累计", _token("all")),
    # Named
    _rule(r"\b(?P<w>this|current|last|previous)[ -](?P<u>week|month|quarter|year)\b(?!'?s? (?:to|ago))", _named),
    _rule(r"(?:本|这个|这一|这|当)(?:周|星期|礼拜)(?![一二三四五六日天末几0-9])", _token("this_week")),
    _rule(r"(?<!上)(?:上个|上一个|上)(?:周|星期|礼拜)(?![一二三四五六日天末几0-9])", _token("last_week")),
    _rule(r"上上(?:个)?(?:周|星期|礼拜)(?![末几])|\bthe week before last\b", _week_before_last),
    _rule(r"(?:本|这个|这|当)月(?!\d)", _token("this_month")),
    _rule(r"(?<!上)(?:上个|上一个|上)月", _token("last_month")),
    _rule(r"上上(?:个)?月|\bthe month before last\b", _month_before_last),
    _rule(r"(?:本|这个|这一|这|当)季度?(?!节)", _token("this_quarter")),
    _rule(r"(?:上个|上一个|上一|上)季度?(?!节)", _token("last_quarter")),
    _rule(r"今年|本年度?|(?<!去)(?:这一年)", _token("this_year")),
    _rule(r"去年|上一年度?|上年度?", _token("last_year")),
    _rule(r"前年", lambda m, t: str(t.year - 2)),
    _rule(r"\btoday\b|今天|今日|当天", _token("today")),
    _rule(r"(?<!before )\byesterday\b|昨天|昨日", _token("yesterday")),
    _rule(r"\b(?:the )?day before yesterday\b|(?<!大)前天", _ago(2)),
    _rule(r"大前天", _ago(3)),
    _rule(r"\b(?:last|past) weekend\b|上(?:个)?周末", _weekend(1)),
    _rule(r"\bthis (?:past )?weekend\b|(?:本|这个?)周末", lambda m, t: _weekend(0 if t.weekday() >= 5 else 1)(m, t)),
    _rule(rf"(?<!top )\b(?P<n>{_N}) (?P<u>day|week)s? ago\b", lambda m, t: (t - timedelta(_number(m["n"]) * (7 if m["u"].lower() == "week" else 1))).isoformat()),
    # Rolling
    _rule(rf"\b(?:last|past|previous|latest|recent|trailing)[ -](?P<n>{_N})[ -](?P<u>days?|weeks?|months?|quarters?|years?)\b", _read_rolling),
    _rule(r"\b(?:the )?past (?P<u>day|week|month|quarter|year)\b", lambda m, t: {"day": "yesterday", "week": "last_7_days", "month": "last_30_days", "quarter": "last_3_months", "year": "last_12_months"}[m["u"].lower()]),
    _rule(rf"(?:最近的?|近|过去的?|前|这|最后)(?P<n>{_ZN})个?(?P<u>天|日|周|星期|礼拜|季度|年)(?!级)", _read_rolling_zh),
    _rule(rf"(?:最近的?|近|过去的?|前|这|最后)(?P<n>{_ZN})个(?P<u>月)|近(?P<n2>[一二两三六])月", lambda m, t: _rolling(_number(m["n"] or m["n2"]), "month")),
    _rule(r"(?:最近|近|过去|这)半年", _token("last_6_months")),
    _rule(r"(?:最近|近|过去)半个月", _token("last_15_days")),
    # Festivals
    _rule(rf"{_ZH_Y}(?:国庆(?:节|假期|黄金周|长假)?|十一黄金周)(?:期间)?|\bnational day(?: holiday| week)?\b", _festival((10, 1), (10, 7))),
    _rule(rf"{_ZH_Y}双(?:十一|11)(?:期间|当天|大促)?|\b(?:double (?:eleven|11)|singles'? day)\b{_EN_Y.replace('<y>', '<y2>')}", _festival((11, 11), (11, 11))),
    _rule(rf"{_ZH_Y}双(?:十二|12)(?:期间|当天|大促)?", _festival((12, 12), (12, 12))),
    _rule(rf"{_ZH_Y}(?<![\d.])618(?:期间|大促|当天|购物节)", _festival((6, 18), (6, 18))),
    _rule(rf"\bblack friday\b{_EN_Y}|黑五|黑色星期五", _black_friday),
    _rule(r"\bchristmas(?: day)?\b(?! (?:tree|gift|card))|圣诞节?(?:期间|当天)", _festival((12, 24), (12, 26))),
    # Points
    _rule(rf"(?<![\w.$¥€£-])(?P<a>{_ISO})(?![\w%])", _read_point),
    _rule(rf"\b(?P<a>{_MONTH} {_DAY}(?:,? {_YEAR})?){_COUNTED}", _read_careful),
    _rule(rf"\b(?P<a>{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?)", _read_careful),
    _rule(rf"\b(?P<a>{_MONTH}(?:,? (?:{_YEAR}|last year|this year))?)(?![\w'])", _read_careful),
    _rule(rf"(?P<a>{_ZH_YEAR}?的?(?<!\d){_ZM}月(?:份|{_ZD}[日号])?)(?!以上|内|以内|龄)", _read_point),
    _rule(r"(?<!\d)(?P<a>(?:20|19)\d\d年)(?!代)", _read_point),
    _rule(rf"\b(?:in|during|for|of|year|throughout|through|over) (?:the )?(?:year )?(?P<a>{_YEAR}){_COUNTED}(?![-/.\d])\b", _read_point),
)  # fmt: skip
