# ruff: noqa: E501  # a pattern reads best on one line
"""Words of dates in English and Chinese: numbers, months, years and days, as patterns."""

import re
from datetime import date

from tools.numerals import EN_NUMBER, number_of

EN_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_ROUGHLY = {"couple of": 2, "few": 7, "first": 1, "second": 2, "third": 3, "fourth": 4}

MONTH = (
    r"(?:jan(?:uarys?)?|feb(?:ruarys?)?|mar(?:ch)?|apr(?:ils?)?|may|junes?|jun|julys?|jul"
    r"|aug(?:usts?)?|sept?(?:embers?)?|oct(?:obers?)?|nov(?:embers?)?|dec(?:embers?)?)\b\.?"
)
"""A month, also as hasty people write that something is its ("septembers visits")."""
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
ZH_WEEKDAY = (
    r"(?:一(?![共直样般起些定旦下路次年月周个])|[二三四五六](?![个款种家大])|[日天](?![均活日天]))"
)
"""A day of the week after 周, and not the start of the next word (上周一共, 上周日均)."""
YEAR = r"(?:19|20)\d\d"
_FIRST = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENTH = ("tenth", "eleventh", "twelfth", *(f"{n}teenth" for n in (
    "thir", "four", "fif", "six", "seven", "eigh", "nine")), "twentieth")  # fmt: skip
NTH = {
    **{word: n for n, word in enumerate((*_FIRST, *_TEENTH), start=1)},
    **{f"twenty{dash}{word}": 20 + n for n, word in enumerate(_FIRST, start=1) for dash in "- "},
    "thirtieth": 30,
    "thirty-first": 31,
    "thirty first": 31,
}
DAY = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?|{'|'.join(sorted(NTH, key=len, reverse=True))})\b"
N = rf"(?:\d{{1,3}}|{EN_NUMBER}|few|couple of)"
ZN = r"(?:\d{1,3}|[一二两三四五六七八九十百俩仨]{1,4})"
OF_YEAR = rf"(?:,? (?:of )?(?:{YEAR}|last year|this year))?"
ISO = rf"{YEAR}[-/.](?:1[0-2]|0?[1-9])(?:[-/.](?:3[01]|[12]\d|0?[1-9]))?(?![\d%])"
EN_POINT = (
    rf"(?:{ISO}|{MONTH} (?:the )?{DAY}{OF_YEAR}|(?:the )?{DAY} (?:of )?{MONTH}{OF_YEAR}"
    rf"|{MONTH}{OF_YEAR}|{YEAR}\b)"
)
ZH_YEAR = r"(?:(?:20|19)?\d\d年|今年|去年|前年)"
ZM = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
ZD = r"(?:3[01]|[12]\d|0?[1-9]|廿[一二三四五六七八九]?|卅一?|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
ZH_POINT = rf"(?:{ISO}|{ZH_YEAR}?的?(?<!\d){ZM}月(?:份|[初底末头尾](?=[到至，,的]|$)|{ZD}(?:[日号]|(?=\s*(?:到|至|-|–|—|~|～|的|[这那各每]|期间|之|，|,|。|、|？|（|）|\(|\)|$))))?|{ZH_YEAR})"
TO_EN = r"\s*(?:up )?(?:to|until|till|through|thru|-|–|—|~)(?: and including)?\s*"
TO_ZH = r"\s*(?:(?:一直)?[算计数看睇]?(?:到|至)|-|–|—|~|～)\s*"
COUNTED = r"(?!\s*(?:%|percent|yuan|dollars|euros|rmb|usd|orders|users|items|units|people|buyers|customers|times|views|reviews|[元块个件人单次条]))"


def number_in(words: str) -> int:
    """2, "two", "third", "十二" as a number; 0 if it is none."""
    words = words.strip().lower()
    return _ROUGHLY.get(words) or NTH.get(words) or number_of(words)


def year_in(words: str | None, today: date) -> int | None:
    """A year as written, in either language."""
    if not words:
        return None
    relative = {"今年": 0, "this year": 0, "去年": -1, "last year": -1, "前年": -2}
    relative |= {"今": 0, "去": -1, "昨": -1} if len(words) == 1 else {}
    for word, step in relative.items():
        if word in words.lower():
            return today.year + step
    digits = re.search(r"\d+", words)
    if not digits:
        return None
    year = int(digits.group(0))
    return year if year > 99 else 2000 + year


_SHORT_UNITS = {"yr": "year", "qtr": "quarter", "mth": "month", "mnth": "month", "mo": "month", "wk": "week"}  # fmt: skip
_SHORT_UNIT = re.compile(r"\b(?P<unit>yr|qtr|mth|mnth|wk|(?<=\d )mo)(?P<s>s?)\b", re.IGNORECASE)
_DIALECT = {"寻日": "昨天", "㖊日": "昨天", "琴日": "昨天", "寻晚": "昨晚", "琴晚": "昨晚", "听日": "明天", "旧年": "去年", "而家": "现在", "依家": "现在",
            "今季": "本季", "呢季": "本季", "去岁": "去年", "昨岁": "去年", "客岁": "去年", "前岁": "前年", "今岁": "今年", "岁末": "年底", "岁尾": "年底",
            "岁杪": "年底", "岁首": "年初", "本岁": "今年"}  # fmt: skip
"""Words for times in Cantonese and elsewhere, and what they are in Mandarin."""
_SAID_OTHERWISE = re.compile("|".join(_DIALECT))
_O = re.compile(
    rf"(?<=[a-z]) o['’]?(?= (?:the |last |this |next )?(?:{MONTH}|week|month|quarter|year|spring|summer|autumn|winter))",
    re.IGNORECASE,
)
"""Of, as it is spoken ("the start o' June")."""
_FIRST_OF = re.compile(
    rf"\b(?P<e>first|last|final|opening) (?P<n>[2-9]|[12]\d|two|three|four|five|six|seven|ten|fifteen|twenty) of (?=(?:this |last )?{MONTH})",
    re.IGNORECASE,
)
"""So many days of a month, told without a word for them ("the first ten of May")."""
_LETTERS = {"d": "days", "w": "weeks", "wk": "weeks", "m": "months", "mo": "months", "mos": "months"}  # fmt: skip
_APART = re.compile(
    r"(?<=[\u4e00-\u9fff]) +(?=\d+ ?(?:[年月日号天周季]|个[月季星礼]|星期|礼拜))|(?<=\d) +(?=[年月日号天周季]|个[月季星礼]|星期|礼拜|[到至])|(?<=[到至]) +(?=\d)"
)
"""Spaces around the numbers of Chinese times ("2026 年 3 月")."""
_LETTER = re.compile(
    r"\b(?:l(?P<l>\d{1,3})|(?P<led>(?:last|past|previous|next|coming|latest|trailing|rolling)(?: the)?) (?P<n>\d{1,3})[ -]?)(?P<u>mos?|wk|[dwm])\b"
    r"|(?<![a-z])(?P<year>ttm|ltm|t12m)(?![a-z])",
    re.IGNORECASE,
)
"""A length of time in one letter after its number ("past 90d", "L30D"), and the twelve months."""


def written_out(text: str) -> str:
    """`text` with short words for lengths of time written out, and those of a dialect in Mandarin.

    >>> written_out("so far this yr, last 2 qtrs, past 90d, L30D"), written_out("寻日同今季")
    ('so far this year, last 2 quarters, past 90 days, last 30 days', '昨天同本季')
    """
    text = _SAID_OTHERWISE.sub(lambda found: _DIALECT[found[0]], text)
    text = _LETTER.sub(_from_letter, _APART.sub("", _first_days(_O.sub(" of", text))))
    return _SHORT_UNIT.sub(lambda found: _SHORT_UNITS[found["unit"].lower()] + found["s"], text)


def _first_days(text: str) -> str:
    return _FIRST_OF.sub(lambda found: f"{found['e']} {found['n']} days of ", text)


def _from_letter(found: re.Match[str]) -> str:
    if found["year"]:
        return "last 12 months"
    return f"{found['led'] or 'last'} {found['l'] or found['n']} {_LETTERS[found['u'].lower()]}"
