# ruff: noqa: E501, ARG001  # a rule reads best on one line; all readers take the same two
"""Parts of months, weeks told by a day, seasons, lists of months, and days written in digits."""

import re
from datetime import date, timedelta
from itertools import pairwise

from tools.periods.calendar import START, add_months, resolve, unit_end
from tools.periods.festivals import EN_Y, Rule, rule
from tools.periods.points import Point, point_in
from tools.periods.readers import EN_WEEKDAYS
from tools.periods.vocabulary import (
    EN_POINT,
    MONTH,
    TO_ZH,
    WEEKDAY,
    YEAR,
    ZD,
    ZH_POINT,
    ZH_YEAR,
    ZM,
    ZN,
    N,
    number_in,
    year_in,
)

SEASONS = {"spring": 3, "春": 3, "summer": 6, "夏": 6, "autumn": 9, "fall": 9, "秋": 9, "winter": 12, "冬": 12}  # fmt: skip
"""First month of each season of the northern year."""
_SEASON = r"spring|summer|autumn|fall|winter"
_ZH_SEASON = r"[春夏秋冬]"
ZH_MONTH = rf"(?:{ZH_YEAR}?的?(?<!\d){ZM}月份?|上个?月|这个?月|本月)"
EN_MONTH = rf"(?:(?:last |this )?{MONTH}(?:,? (?:{YEAR}|last year|this year))?|last month|this month|the month)"
_HALVES = {"first": (1, 15), "second": (16, 31), "front": (1, 15), "back": (16, 31), "latter": (16, 31), "上": (1, 15), "下": (16, 31), "前": (1, 15), "后": (16, 31)}  # fmt: skip
_THIRDS = {"上": (1, 10), "中": (11, 20), "下": (21, 31), "初": (1, 10), "底": (21, 31), "early": (1, 10), "mid": (11, 20), "late": (21, 31),
           "上中": (1, 20), "中下": (11, 31), "early to mid": (1, 20), "mid to late": (11, 31), "beginning": (1, 10), "start": (1, 10), "middle": (11, 20), "end": (21, 31)}  # fmt: skip


def month_in(words: str | None, today: date) -> date | None:
    """The first day of the month that `words` name; of the current one where they name none."""
    words = (words or "").strip().lower()
    if not words or words in ("this month", "the month", "本月") or words.startswith("这"):
        return START["month"](today)
    if words == "last month" or words.startswith("上"):
        return add_months(START["month"](today), -1)
    bare = words.removeprefix("last ").removeprefix("this ")
    point = point_in(bare, today)
    if point is None or point.month is None:
        return None
    if words.startswith("last ") and point.year is None:
        return date(today.year - (point.month >= today.month), point.month, 1)
    dated = point.dated(today)
    return date(dated.year or today.year, point.month, 1)


def _days(first: date, last: date) -> str:
    return f"{first}..{last}"


def _within(month: date, first: int, last: int) -> str:
    end = unit_end(month, "month")
    return _days(month.replace(day=first), month.replace(day=min(last, end.day)))


def _read_part(match: re.Match[str], today: date) -> str | None:
    """The first half of October, 10月上旬, early October."""
    groups = match.groupdict()
    month = month_in(match["m"] or (None if groups.get("half2") else groups.get("m2")), today)
    halves = (groups.get(name) for name in ("half", "half2", "half3"))
    half, third = next(filter(None, halves), None), groups.get("third")
    if month is None:
        return None
    return _within(
        month,
        *(_HALVES[half.lower()] if half else _THIRDS[re.sub(r"\W+", " ", str(third).lower())]),
    )


def _read_since_part(match: re.Match[str], today: date) -> str | None:
    """Since mid August."""
    token = _read_part(match, today)
    return token and f"{token.partition('..')[0]}..{today}"


def _read_edge(match: re.Match[str], today: date) -> str | None:
    """The last ten days of September, 9月最后一周."""
    month, n = month_in(match["m"], today), number_in(match["n"] or "1") or 1
    if month is None:
        return None
    days = n * _LONG.get(match["u"].lower().lstrip("个")[0], 1)
    end = unit_end(month, "month")
    if match["e"].lower() in ("first", "1st", "头", "前", "首", "开头"):
        return _within(month, 1, days)
    if match["e"].lower() in ("middle", "中间", "当中"):
        first = (end.day - min(days, end.day)) // 2 + 1
        return _within(month, first, first + days - 1)
    return _days(end - timedelta(min(days, end.day) - 1), end)


_LONG = {"f": 14, "w": 7, "周": 7, "星": 7, "礼": 7}
"""Days of a fortnight and a week by the first letter of their names."""
_NTH_WEEK = {"second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "一": 1, "二": 2, "三": 3, "四": 4}  # fmt: skip


def _read_nth_week(match: re.Match[str], today: date) -> str | None:
    """The second week of September, 9月第二周: seven days each, the first from the 1st."""
    month, n = month_in(match["m"], today), _NTH_WEEK[match["n"].lower()]
    if month is None:
        return None
    return _within(month, 7 * n - 6, 7 * n)


def _read_week_of(match: re.Match[str], today: date) -> str | None:
    """The week of 12 October, w/c 5 Oct, 10月12号那周."""
    point = point_in(match["a"], today)
    if point is None or point.day is None:
        return None
    monday = START["week"](resolve(point.dated(today).token, today, today).first)
    return _days(monday, monday + timedelta(6))


def _read_weekdays(match: re.Match[str], today: date) -> str | None:
    """Monday to Friday last week, 上周一到周五."""
    days = EN_WEEKDAYS
    if match.groupdict().get("za"):
        first, last = ("一二三四五六日".index(match[g].replace("天", "日")) for g in ("za", "zb"))
        back = {"上上": 2, "上": 1}.get(match["w"], 0)
    else:
        first, last = (days.index(match[g].lower()[:3]) for g in "ab")
        back = (match["w"] or "").lower() == "last"
    monday = START["week"](today) - timedelta(7 * back)
    return _days(monday + timedelta(first), monday + timedelta(last)) if first < last else None


def _read_season(match: re.Match[str], today: date) -> str | None:
    """Last spring, 去年冬天: the latest that has begun, or that of the year named."""
    groups = match.groupdict()
    month = SEASONS[next(filter(None, (groups.get("s"), groups.get("zs")))).lower()]
    year = year_in(groups.get("y") or groups.get("zy"), today)
    begins = date(year or today.year, month, 1)
    if year is None and begins > today:
        begins = begins.replace(year=today.year - 1)
    before = (groups.get("w") or "").lower() in ("last", "previous")
    if before and year is None and today <= _ends(begins):
        begins = begins.replace(year=begins.year - 1)
    return _days(begins, _ends(begins))


def _ends(begins: date) -> date:
    return unit_end(add_months(begins, 2), "month")


def _read_since_season(match: re.Match[str], today: date) -> str | None:
    """Since the summer: from its end on; 入秋以来: from its beginning on."""
    token = _read_season(match, today)
    first, _, last = (token or "").partition("..")
    told = match.groupdict()
    begun = told.get("zs") or told.get("b") or date.fromisoformat(last) >= today
    start = date.fromisoformat(first) if begun else date.fromisoformat(last) + timedelta(1)
    return _days(start, today)


def _read_months(match: re.Match[str], today: date) -> str | None:
    """July, August and September; 8、9、10月: three or more, one after another; 8、9月, uncompared."""
    words = re.findall(MONTH, match["l"], re.IGNORECASE)
    numbers = [point.month for word in words if (point := point_in(word, today)) and point.month]
    numbers = numbers or [number_in(n) for n in re.findall(ZM, match["l"])]
    least = 3 if words or _CHANGES.search(match.string) or "月" in match["l"][:-1] else 2
    if len(numbers) < least or any((b - a) % 12 != 1 for a, b in pairwise(numbers)):
        return None
    year = year_in(match.groupdict().get("y"), today)
    end = Point(year, numbers[-1]).dated(today)
    last = date(end.year or today.year, numbers[-1], 1)
    return _days(add_months(last, 1 - len(numbers)), unit_end(last, "month"))


def _read_month_range(match: re.Match[str], today: date) -> str | None:
    """7-9月, 今年一到六月."""
    first, last = number_in(match["a"]), number_in(match["b"])
    year = year_in(match["y"], today)
    end = Point(year, last).dated(today)
    start = Point((end.year or today.year) - (first > last), first)
    return f"{start.token}..{end.token}" if first != last else None


def _read_part_range(match: re.Match[str], today: date) -> str | None:
    """From mid July to the end of September."""
    ends = [
        _within(month, *_THIRDS[third.lower().removesuffix("旬")])
        if third
        else _days(month, unit_end(month, "month"))
        for third, month in (
            (match["third"], month_in(match["m"], today)),
            (match["third2"], month_in(match["m2"], today)),
        )
        if month
    ]
    if len(ends) < 2 or ends[0] > ends[1]:
        return None
    return _days(
        date.fromisoformat(ends[0].partition("..")[0]),
        date.fromisoformat(ends[1].partition("..")[2]),
    )


def _read_rolling_half(match: re.Match[str], today: date) -> str | None:
    """过去一个半月, the last month and a half."""
    n = number_in(match.groupdict().get("n") or "1") or 1
    return f"last_{n * 30 + 15}_days"


_CHANGES = re.compile(r"[比差变涨跌升降高低]")
"""Words by which two months are held against one another."""
_THIRD = r"early|mid|late|beginning|start|middle|end"
_JOIN = r"(?:\s*(?:,|and|or|&|\+|/|、|，|和|及|与)\s*)+"

PARTS: tuple[Rule, ...] = (
    rule(rf"\b(?:the )?(?P<half>first|second|front|back|latter) half of (?P<m>{EN_MONTH})", _read_part),
    rule(rf"(?:(?P<m>{ZH_MONTH})的?(?P<half>[上下前后])|(?P<half2>[上下]))半个?月|(?P<m2>{ZH_MONTH})的?(?P<half3>[前后])半(?![年天场夜个])", _read_part),
    rule(rf"(?P<m>{ZH_MONTH})的?(?P<third>上中|中下|[上中下])旬", _read_part),
    rule(rf"(?P<m>{ZM}月)(?P<third>初)(?!至|到|以来)", _read_part),
    rule(rf"(?:从|自|由)?(?P<m>{ZH_YEAR}?的?(?<!\d){ZM}月)(?P<third>[初中底]|[上中下]旬)?{TO_ZH}(?P<m2>{ZH_YEAR}?的?{ZM}月)(?P<third2>[初中底]|[上中下]旬)(?!以)", _read_part_range),
    rule(rf"\b(?:from |between )?(?:the )?(?P<third>{_THIRD})(?:[ -]| of | in )(?P<m>{MONTH}) ?(?:to|and|until|till|through|-|–) ?(?:the )?(?:(?P<third2>{_THIRD})(?:[ -]| of | in ))?(?P<m2>{MONTH}(?:,? {YEAR})?)(?!\w)", _read_part_range),
    rule(rf"(?:从|自)?(?P<y>{ZH_YEAR})?的?(?<![\d./-])(?<![五六七八](?=[一八]))(?P<a>{ZM})\s*(?:到|至|-|–|—|~|～)\s*(?P<b>{ZM})月(?:份)?(?!{ZD}[日号])", _read_month_range),
    rule(rf"\b(?:since|from) (?P<third>early|mid|late)[ -](?P<m>{MONTH}(?:,? {YEAR})?)(?!\w)(?! (?:to|un?till?|through|-))", _read_since_part),
    rule(rf"\b(?P<third>early[ -]to[ -]mid|mid[ -]to[ -]late|early|mid|late)[ -](?:in )?(?P<m>{MONTH}(?:,? {YEAR})?)(?!\w)", _read_part),
    rule(rf"(?<!as of )(?<!by )(?<!until )(?<!till )(?<!to )(?<!through )(?<!as at )(?<!since )(?<!as of the )(?<!by the )(?<!until the )(?<!till the )(?<!to the )(?<!through the )(?<!as at the )(?<!since the )(?<!from the )(?<!from )\b(?P<third>beginning|start|middle|end) of (?P<m>{MONTH}(?:,? {YEAR})?)(?!\w)", _read_part),
    rule(rf"\b(?:the )?(?P<e>first|1st|last|final|middle) (?:(?P<n>{N}) )?(?P<u>days?|weeks?|fortnight) (?:of|in) (?P<m>{EN_MONTH})", _read_edge),
    rule(rf"(?P<m>{ZH_MONTH})的?(?P<e>最后|末尾|末|头|前|首|开头|中间|当中)[那这的]?(?P<n>{ZN})(?P<u>天|日|个?周|个?星期|个?礼拜)", _read_edge),
    rule(rf"\b(?:the )?(?P<n>second|third|fourth|2nd|3rd|4th) week (?:of|in) (?P<m>{EN_MONTH})", _read_nth_week),
    rule(rf"(?P<m>{ZH_MONTH})的?第(?P<n>[一二三四])个?(?:周|星期|礼拜)", _read_nth_week),
    rule(rf"\b(?:the )?(?:week (?:of|commencing|beginning|starting|from)|w/c)(?: on)? (?:the )?(?P<a>{EN_POINT})", _read_week_of),
    rule(rf"(?P<a>{ZH_POINT})(?:所在的?|那|这|当)(?:一)?个?(?:周|星期|礼拜)(?!末)", _read_week_of),
    rule(rf"\b(?P<a>{WEEKDAY}) (?:to|through|till|until|-|–) (?P<b>{WEEKDAY})(?: (?:of )?(?P<w>last|this) week)\b", _read_weekdays),
    rule(rf"\b(?P<w>last|this) week,? (?P<a>{WEEKDAY}) (?:to|through|till|until|-|–) (?P<b>{WEEKDAY})\b", _read_weekdays),
    rule(r"(?P<w>上上|上|本|这)个?(?:周|星期|礼拜)(?P<za>[一二三四五六])(?:到|至|-|~)(?:周|星期|礼拜)?(?P<zb>[二三四五六日天])", _read_weekdays),
    rule(rf"\b(?:since|after)(?: the)?(?P<b> (?:start|beginning|onset) of)?(?: the)?(?: (?P<w>last|this))? (?P<s>{_SEASON})(?! festival){EN_Y}(?: (?:ended|was over))?\b", _read_since_season),
    rule(rf"(?:自|从)?(?:今年)?(?:入|立|开)(?P<zs>{_ZH_SEASON})(?:以来|到现在|至今|之?后|了)?", _read_since_season),
    rule(rf"\b(?:(?P<w>last|this|previous|past) |(?:in|over|during|for) (?:the )?(?:whole )?)(?P<s>{_SEASON})(?! (?:festival|collection|sale|sales|jackets?|coats?|dress\w*|push|warmers?)\b){EN_Y}\b", _read_season),
    rule(rf"\b(?P<s>{_SEASON}) (?P<y>{YEAR})\b", _read_season),
    rule(rf"(?P<zy>{ZH_YEAR})的?(?P<zs>{_ZH_SEASON})[天季]?(?!装|款|被|促)", _read_season),
    rule(rf"(?P<zy>[今去昨])(?P<zs>{_ZH_SEASON})(?:天|季|里|之|(?![装款被促衣春夏秋冬]))", _read_season),
    rule(rf"(?:整个|这个?)(?P<zs>{_ZH_SEASON})[天季]", _read_season),
    rule(rf"\b(?:from |in |for |across )?(?P<l>{MONTH}(?:{_JOIN}{MONTH})+)(?:,? (?P<y>{YEAR}))?(?!\w)", _read_months),
    rule(rf"(?P<y>{ZH_YEAR})?的?(?<![\d.])(?P<l>{ZM}月?(?:份)?(?:{_JOIN}{ZM}月?(?:份)?)+)(?<=[月份])(?!{ZD}[日号])", _read_months),
    rule(rf"(?P<y>{ZH_YEAR})?的?(?<![\d.])(?P<l>{ZM}(?:{_JOIN}{ZM})+)[这那]?[二两三四五六]个月", _read_months),
    rule(r"(?:最近的?|近|过去的?)(?P<n>[一两二三四五六1-6])个半月", _read_rolling_half),
    rule(r"\b(?:last|past) month and a half\b", _read_rolling_half),
)  # fmt: skip
"""Rules that come first: what they match is more exact than a month or a year inside it."""
