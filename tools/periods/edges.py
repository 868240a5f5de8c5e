# ruff: noqa: E501, ARG001  # a rule reads best on one line; all readers take the same two
"""Days of a month told from today, the ends of a year, and weekends of a month."""

import re
from datetime import date, timedelta

from tools.periods.calendar import START, add_months, resolve, unit_end
from tools.periods.festivals import FESTIVALS, Rule, rule
from tools.periods.parts import EN_MONTH, ZH_MONTH, month_in
from tools.periods.points import point_in
from tools.periods.readers import weekend
from tools.periods.vocabulary import (
    EN_POINT,
    NTH,
    TO_EN,
    TO_ZH,
    YEAR,
    ZD,
    ZH_YEAR,
    ZN,
    N,
    number_in,
    year_in,
)

_NTH_DAY = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)|(?:{'|'.join(sorted(NTH, key=len, reverse=True))})\b(?! (?:quarters?|half|weeks?|months?|time|one|place)))"
_FEW_DAYS = 28
_TOLD = r"(?:last month|this month|the month)"
_ZH_TOLD = r"(?:(?<!上)上个?月|这个?月|本月)"
_WHOLE = r"(?:full|completed?|whole|entire|calendar|finished|closed)"
_ANY_MONTH = re.compile(rf"{EN_MONTH}|{ZH_MONTH}", re.IGNORECASE)
_NEAR_WEEKEND = re.compile(
    r"\b(?:(?P<last>last|past|previous)|this(?: past)?) weekend\b|(?P<zh>上|本|这)个?周末",
    re.IGNORECASE,
)
_SATURDAY = 5
_NTHS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1,
         "第一": 1, "第二": 2, "第三": 3, "第四": 4, "最后一": -1}  # fmt: skip


def read_hours(match: re.Match[str], today: date) -> str | None:
    """The last 48 hours, 近72小时."""
    return f"last_{number_in(match['n'] or match['z']) // 24}_days"


def read_whole(match: re.Match[str], today: date) -> str | None:
    """The last three full months: those that are over, the one that ends today among them."""
    n, unit = number_in(match["n"]), match["u"].lower().rstrip("s")
    end = START[unit](today + timedelta(1)) - timedelta(1)
    first = START[unit](end)
    for _ in range(n - 1):
        first = START[unit](first - timedelta(1))
    return f"{first}..{end}" if n else None


def _read_days(match: re.Match[str], today: date) -> str | None:
    """Last month's 3rd to 10th, 这个月3号到10号, 3号到10号 of the month named elsewhere, else of this one."""
    told = match.groupdict().get("m")
    month = month_in(told, today) if told else nearest_month(match, today)
    first, last = (number_in(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", match[g])) for g in "ab")
    if month is None or not 0 < first <= last <= unit_end(month, "month").day:
        return None
    return f"{month.replace(day=first)}..{month.replace(day=last)}"


def _read_days_beside(match: re.Match[str], today: date) -> str | None:
    """June, 3rd to 9th: of the month or feast named before them."""
    before = match.string[: match.start()]
    named = _ANY_MONTH.search(before) or _festival_month(before, today)
    return _read_days(match, today) if named else None


def nearest_month(match: re.Match[str], today: date) -> date | None:
    """The month named last before what matched, else of a festival; else after it, else this one."""
    before = [m for m in _ANY_MONTH.finditer(match.string) if m.start() < match.start()]
    if before:
        return month_in(before[-1][0], today)
    if month := _festival_month(match.string[: match.start()], today):
        return month
    after = _ANY_MONTH.search(match.string, match.end())
    return month_in(after[0] if after else None, today)


def _festival_month(text: str, today: date) -> date | None:
    """The first day of the month of the last festival that `text` names."""
    found = [(m.start(), read(m, today)) for p, read in FESTIVALS for m in p.finditer(text)]
    told = [token for _, token in sorted(found, key=lambda one: one[0]) if token]
    return date.fromisoformat(told[-1].rpartition("..")[2]).replace(day=1) if told else None


def _read_to_now(match: re.Match[str], today: date) -> str | None:
    """26号到今天, the 26th until yesterday: of this month, or of the one before if still to come."""
    day = number_in(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", match["a"]))
    last = today - timedelta(bool(re.search(r"昨|yesterday", match["b"], re.IGNORECASE)))
    month = last.replace(day=1)
    if day > last.day:
        month = add_months(month, -1)
    if not 0 < day <= unit_end(month, "month").day:
        return None
    return f"{month.replace(day=day)}..{last}"


def _read_month_until(match: re.Match[str], today: date) -> str | None:
    """October up to the 20th, 十月截至20号."""
    month = month_in(match["m"], today)
    day = number_in(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", match["b"]))
    if month is None or not 0 < day <= unit_end(month, "month").day:
        return None
    return f"{month}..{month.replace(day=day)}"


def _read_day(match: re.Match[str], today: date) -> str | None:
    """上个月15号, the 15th of last month."""
    month = month_in(match["m"], today)
    day = number_in(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", match["a"]))
    if month is None or not 0 < day <= unit_end(month, "month").day:
        return None
    return month.replace(day=day).isoformat()


def _read_months_of_year(match: re.Match[str], today: date) -> str | None:
    """The first nine months of the year, 今年头三个月, the last two months of 2025."""
    year, n = year_in(match["y"], today) or today.year, number_in(match["n"])
    if not 0 < n < 12:
        return None
    last = match["e"].lower() in ("last", "final", "closing", "最后", "末尾", "后")
    return f"{year}-{13 - n:02}..{year}-12" if last else f"{year}-01..{year}-{n:02}"


def _read_months_to(match: re.Match[str], today: date) -> str | None:
    """The three months to end May."""
    month, n = month_in(match["m"], today), number_in(match["n"])
    return f"{add_months(month, 1 - n):%Y-%m}..{month:%Y-%m}" if month and n else None


def _read_weekend(match: re.Match[str], today: date) -> str | None:
    """The last weekend of May, 五月第一个周末: by its Saturday."""
    month, n = month_in(match["m"], today), _NTHS[match["n"].lower()]
    if month is None:
        return None
    saturday = month + timedelta((5 - month.weekday()) % 7)
    if n > 0:
        saturday += timedelta(7 * (n - 1))
    else:
        end = add_months(month, 1) - timedelta(1)
        saturday = end - timedelta((end.weekday() - 5) % 7)
    return f"{saturday}..{saturday + timedelta(1)}"


def _read_weekend_before(match: re.Match[str], today: date) -> str | None:
    """The weekend before it, 再前一个周末: before the last one or this one, named earlier."""
    named = _NEAR_WEEKEND.search(match.string[: match.start()])
    if named is None:
        return None
    last = named["last"] or named["zh"] == "上" or today.weekday() < _SATURDAY
    return weekend(2 if last else 1)(match, today)


def _read_to_end(match: re.Match[str], today: date) -> str | None:
    """The 8th of October to the end of the month, March to year-end: no further than today."""
    point = point_in(match["a"], today)
    if point is None or point.month is None:
        return None
    return _to_end(resolve(point.dated(today).token, today, today).first, match["u"], today)


def _read_to_end_zh(match: re.Match[str], today: date) -> str | None:
    """十月八号到月底, 上月8号至月末, 三月到年底: no further than today."""
    month, day = month_in(match["m"], today), number_in(match["d"] or "1")
    return _day_to_end(month, day, match["u"], today)


def _read_digits_to_end(match: re.Match[str], today: date) -> str | None:
    """9/12 到月底, 9/12 to month end: the month before the day, no further than today."""
    month = month_in(f"{number_in(match['m'])}月", today)
    return _day_to_end(month, number_in(match["d"]), match["u"], today)


def _day_to_end(month: date | None, day: int, unit: str, today: date) -> str | None:
    if month is None or not 0 < day <= unit_end(month, "month").day:
        return None
    return _to_end(month.replace(day=day), unit, today)


def _to_end(first: date, unit: str, today: date) -> str | None:
    whole = "year" if unit.lower() in ("year", "年") else "month"
    last = min(unit_end(START[whole](first), whole), today)
    return f"{first}..{last}" if first < last else None


def _read_its_first(match: re.Match[str], today: date) -> str | None:
    """Its first ten days, 当月头十天: of the month named elsewhere."""
    other = _ANY_MONTH.search(match.string)
    month = month_in(other[0], today) if other else None
    n = number_in(match["n"] or match.groupdict().get("n2") or "")
    return f"{month}..{month.replace(day=n)}" if month and 0 < n <= _FEW_DAYS else None


EDGES: tuple[Rule, ...] = (
    rule(rf"(?:从|自|打)?(?P<m>{ZH_MONTH})的?(?:(?P<d>{ZD})[日号]?|初)?(?:一直)?{TO_ZH}(?:当|该|那个?|同)?(?P<u>[月年])[底末尾终]", _read_to_end_zh),
    rule(rf"(?<![\d/.-])(?P<m>1[0-2]|0?[1-9])/(?P<d>3[01]|[12]\d|0?[1-9])(?![\d/])(?:{TO_ZH}(?:当|该|那个?|同)?(?=[月年])|{TO_EN}(?:the )?(?:end of (?:the |that )?)?)(?P<u>月(?=[底末尾终])|年(?=[底末尾终])|(?:month|year)(?:(?<=of month)|(?<=of year)|(?<=of the month)|(?<=of that month)|(?<=of the year)|(?<=of that year)|(?:['’]s)?[ -]?end))[底末尾终]?", _read_digits_to_end),
    rule(rf"\b(?:from |between )?(?P<a>{EN_POINT}){TO_EN}(?:the )?(?:(?:very )?end of (?:the|that) |end of )?(?P<u>month|year)(?:(?<=of the month)|(?<=of that month)|(?<=end of month)|(?<=of the year)|(?<=of that year)|(?<=end of year)|(?:['’]s)?[ -]?end)\b", _read_to_end),
    rule(rf"\b(?:its(?: own)?|that month['’]?s|the month['’]?s|the same month['’]?s) (?:very )?(?:first|opening) (?P<n>{N}) days\b|\bthe (?:first|opening) (?P<n2>{N}) days of (?:that|the same) month\b", _read_its_first),
    rule(rf"(?:它|其|那个?月|当月|同月|该月)的?(?:头|前|开头|最初|首)(?P<n>{ZN})[天日]", _read_its_first),
    rule(r"\b(?:last|past) (?P<n>48|72|96) ?h(?:ou)?rs\b|(?:最近|近|过去)(?P<z>48|72|96)(?:个)?小时", read_hours),
    rule(rf"\b(?:the )?(?:last|past|previous|latest) (?P<n>{N}) {_WHOLE} (?P<u>weeks|months)\b", read_whole),
    rule(r"\bover the weekend\b", lambda m, t: weekend(0 if t.weekday() >= 5 else 1)(m, t)),
    rule(r"\b(?:the )?weekend before last\b|\btwo weekends ago\b|上上个?周末|大上个?周末", weekend(2)),
    rule(rf"(?:从|自|打)?(?<![\d月日号个])(?P<a>{ZD})[日号](?:一直)?{TO_ZH}(?P<b>今天|今日|今儿|现在|目前|眼下|昨天|昨日|昨儿)", _read_to_now),
    rule(rf"\b(?:from |since )?the (?P<a>{_NTH_DAY}){TO_EN}(?P<b>today|now|yesterday)\b", _read_to_now),
    rule(rf"\b(?P<m>{EN_MONTH}),? (?:up (?:to|until|till)|until|till?|to|through|thru)(?: and including)? the (?P<b>{_NTH_DAY})(?! of\b| {EN_MONTH})", _read_month_until),
    rule(rf"(?P<m>{ZH_MONTH})的?(?:截至|截止到?|截到|到|至)(?P<b>{ZD})[日号](?:为止|止)?", _read_month_until),
    rule(rf"(?P<m>{_ZH_TOLD})的?(?P<a>{ZD})[日号]?{TO_ZH}(?P<b>{ZD})[日号]", _read_days),
    rule(rf"(?P<m>{_ZH_TOLD})的?(?P<a>{ZD})[日号](?!店)", _read_day),
    rule(rf"(?<![\d月日号个本十/.-])(?!(?<=[周期拜])[一二三四五六])(?P<a>{ZD})[日号]?{TO_ZH}(?P<b>{ZD})[日号]", _read_days),
    rule(rf"\b(?:from |between )?(?:the )?(?P<a>{_NTH_DAY})(?:{TO_EN}| and )(?:the )?(?P<b>{_NTH_DAY})(?: of)? (?P<m>{_TOLD})", _read_days),
    rule(rf"\b(?:from |between )?(?:the )?(?P<a>{_NTH_DAY})(?: of)? (?P<m>{EN_MONTH})(?:{TO_EN}| and )(?:the )?(?P<b>{_NTH_DAY})(?! (?:of )?(?:{EN_MONTH}|place|position))", _read_days),
    rule(rf"\b(?:from|between) the (?P<a>{_NTH_DAY})(?:{TO_EN}| and )(?:the )?(?P<b>{_NTH_DAY})(?! (?:of )?{EN_MONTH})", _read_days),
    rule(rf"\bthe (?P<a>{_NTH_DAY}){TO_EN}(?:the )?(?P<b>{_NTH_DAY})(?! (?:of )?(?:{EN_MONTH}|place|position))", _read_days),
    rule(rf"(?:(?<=[,:;(–—])|(?<=[,:;(–—] ))(?P<a>{_NTH_DAY}){TO_EN}(?:the )?(?P<b>{_NTH_DAY})(?! (?:of )?(?:{EN_MONTH}|place|position|grade|rank))", _read_days_beside),
    rule(rf"\b(?:the )?(?P<a>{_NTH_DAY}) of (?P<m>{_TOLD})", _read_day),
    rule(rf"\b(?:the )?(?P<e>first|last|final|opening|closing) (?P<n>{N}) months of (?:the |this |our )?(?:calendar )?(?P<y>year|this year|last year|{YEAR})\b", _read_months_of_year),
    rule(rf"(?:(?P<y>{ZH_YEAR})|年|开年)的?(?P<e>头|前|首|开头|最初|最后|末尾)(?P<n>{ZN})(?:个月|(?<=[俩仨])月)", _read_months_of_year),
    rule(r"\bthe weekend (?:just |right )?(?:before|prior|preceding)(?: (?:it|that|this|then)(?: one)?)?(?=\W|$)(?! (?!to\b)\w)|\bthe (?:previous|prior|preceding) weekend\b|(?:再?前|再上|更早|之前)的?(?:那)?一?个周末", _read_weekend_before),
    rule(rf"\b(?:the )?(?P<n>first|1st|second|2nd|third|3rd|fourth|4th|last) weekend (?:of|in) (?P<m>{EN_MONTH})", _read_weekend),
    rule(rf"(?P<m>{ZH_MONTH})的?(?P<n>第[一二三四]|最后一)个?周末", _read_weekend),
    rule(rf"\b(?:the )?(?:last )?(?P<n>{N}) months (?:up )?(?:to|ending|ended|until)(?: in| with| the)?(?: end)?(?: of)? (?P<m>{EN_MONTH})", _read_months_to),
)  # fmt: skip
"""Rules for edges of months and years."""
