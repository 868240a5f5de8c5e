# ruff: noqa: E501  # a pattern reads best on one line
"""Finds ages a question tells as numbers ("over 50", "35到44岁", "90后")."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tools.periods.vocabulary import number_in

OLDEST = 120
_TEN = "twenty|thirty|forty|fifty|sixty|seventy|eighty"
_N = rf"(?P<n>[1-9]\d|eighteen|(?:{_TEN})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
_M = rf"(?P<m>[1-9]\d|{_TEN})"
TO = r"\s*(?:-|–|—|~|to|and|through|until|till)\s*"
_UP = r"(?:\s*(?:and|or|&)\s*(?:over|above|up(?:wards?)?|older|more|beyond)|\s*\+|[ -]?plus\b|\s*upwards?)"
_DOWN = r"\s*(?:and|or|&)\s*(?:under|below|younger|less)\b"
_PEOPLE = r"(?:people|customers?|shoppers?|users?|buyers?|clients?|members?|visitors?|women|men|ladies|folks?|guys|girls|adults|anyone|everyone|those|ages?|aged|is|are|who|the)"
_FOLK = r"(?:people|customers?|shoppers?|users?|buyers?|clients?|members?|visitors?|women|men|ladies|gents|lasses|lassies|lads|folks?|guys|girls|boys|adults|anyone|everyone|anybody|everybody)"
_WHO = rf"(?P<who>\b{_FOLK},? )(?:(?:who|that) (?:are|is) |who['’]re |in the |\()?"
OTHER = r"(?![\d.,]*\d|\s*(?:%|％|percent|per cent|k\b|m\b|euros?|dollars?|usd|eur|cny|rmb|yuan|pounds?|bucks|orders?|items?|units?|times|things|products?|purchases|pieces|reviews?|days?|weeks?|months?|hours?|minutes?|stars?|visits?|[个件单元块次天月周万千]))"
_OLD = r"(?:[- ]?(?:year|yr)s?(?:[- ]?olds?| of age)|[- ]?y/?o\b)"
_LIKELY = r"(?P<n>18|2[05]|3[05]|4[05]|5[05]|6[05]|70)"
_GROUP = r"(?:crowd|lot|bunch|group|band|bracket|demographic|cohorts?|customers?|shoppers?|buyers?|users?|people|folks?|women|men|ladies|guys|girls|generation|segment|set|ones)"
_ZH_PEOPLE = r"(?:人|客|顾客|用户|买家|会员|男|女|老|大[爷妈叔哥姐婶嫂伯娘]|阿[姨叔伯婆]|小?姐|小?哥|小?妹|兄弟|叔|伯|爷|奶奶|宝妈|妈妈|爸爸|婆|群体|中年|青年|年轻)"
_ZN = r"(?P<n>[1-9]\d|[二三四五六七八九]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?)"
_ZM = _ZN.replace("<n>", "<m>")
_ZH_UP = r"(?:及|或|和)?(?:以上|往上|朝上|以后|之上|\+|＋|多|出头)"
_ZH_DOWN = r"(?:及|或|和)?(?:以下|以内|之内|往下|之下|不到)"
_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties")
_DECADES = {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_SOMETHINGS = {w[:-3] + "y": n for w, n in _DECADES.items()} | {"forty": 40}
_GENERATIONS = {"z": (1997, 2012), "y": (1981, 1996), "x": (1965, 1980)}

_RANGES = tuple(re.compile(p, re.IGNORECASE) for p in (
    rf"{_WHO}(?:aged |of |from |between )?{_N}{TO}{_M}\b{OTHER}",
    r"(?P<n>[二三四五六七])(?P<m>[三四五六七八])十(?:多|来|几)?岁",
    rf"\b(?:aged?|ages|ages? of|between the ages of|between ages)\s*(?:from |between )?{_N}{TO}(?P<m>[1-9]\d)\b",
    rf"\b{_N}{TO}(?P<m>[1-9]\d)s?{_OLD}",
    rf"\b{_N}\s*(?:[-–]|to)\s*(?P<m>[1-9]\d)s?\s+(?:age|crowd|group|band|bracket|demographic)",
    rf"(?<![\d$€£¥.,-])\b{_N}{TO}(?P<m>[1-9]\d)['’]?s\b(?!\s*(?:and|or|&)\s*(?:over|up))",
    rf"(?<!\d){_ZN}岁?\s*(?:到|至|-|–|—|~|～)\s*{_ZM}\s*(?:周?岁|年龄段?|之间)",
))  # fmt: skip
_FROM = tuple(re.compile(p, re.IGNORECASE) for p in (
    rf"(?<![\d$€£¥.,-])\b{_N}s?[ -](?:and|n|&|or)[ -](?:ups|overs|olders|aboves)\b",
    rf"(?<![\d$€£¥.,-])\b{_N}['’]?s (?:and|&|or) (?:over|up|above|older|upwards?)\b",
    rf"(?<![\d$€£¥.,-])\b{_N}-(?:and|or|n)-(?:up|over|above|older)s?\b",
    rf"[(（]\s*{_N}{_UP}\s*[)）]",
    rf"[,–—]\s*{_LIKELY}{_UP}(?=\s*(?:[,;:.?!–—)]|$))",
    rf"(?<![\d$€£¥.,-])\b{_N}[ -]?(?:plus|\+|and up|and over|and above)[ -](?:year[ -]olds? )?{_GROUP}\b",
    rf"\b(?:those|ones|them) (?:of|aged|who are|who['’]re|at) {_N}{_UP}{OTHER}(?=\s*(?:[,;:.?!–—)]|$|please\b|pls\b|only\b|in\b|from\b|for\b))",
    rf"\bover-{_N}\b{OTHER}",
    rf"(?:^|[,;:.(]\s*|\bjust |\bonly )(?:the )?over {_LIKELY}s?(?=\s*(?:[,;:.)]|$))",
    rf"(?<![\d第近前后])(?<!最[近后]){_ZN}{_ZH_UP}的?(?={_ZH_PEOPLE})",
    rf"(?<![\d第近前后])(?<!最[近后]){_ZN}(?:往上|朝上)的(?=[，,。])",
    rf"{_WHO}(?:aged |of |from )?{_N}{_UP}{OTHER}",
    rf"(?<![\d$€£¥.,-])\b{_N}\s*(?:and|or|&)\s*older\b",
    rf"\b(?:aged? |ages )(?:from )?{_N}{_UP}",
    rf"\b(?:aged? |ages )(?:from|at least)\s+{_N}\b(?!{TO}\d)",
    rf"(?<![\d$€£¥.,-]){_N}{_UP}{OTHER}(?=\W*(?:$|{_PEOPLE}\b|crowd|group|band|bracket|demographic|age|segment|的|女|男|岁|顾客|客户|用户|人))",
    rf"\bat least\s+{_N}\s*{_OLD}",
    rf"\bover[- ](?:the )?(?:{_N}['’]?s|(?P<tens>{'|'.join(_TENS)}))\b",
    rf"(?<!\d){_ZN}\s*周?岁\s*{_ZH_UP}",
    rf"(?:年过|过了|年满|满)\s*{_ZN}\s*周?岁",
))  # fmt: skip
_OVER = tuple(re.compile(p, re.IGNORECASE) for p in (
    rf"\b(?:aged? |ages )(?:over|above)\s+{_N}\b",
    rf"\b(?:over|above|past|older than)\s+(?:the age of\s+)?{_N}\s*{_OLD}",
    rf"\bolder than {_N}\b{OTHER}",
    rf"\b(?:over|above) the age of {_N}\b",
    rf"\b(?P<who>{_PEOPLE} )(?:(?:who|that)(?: are|'re) |are )?(?:over|above|past) {_N}\b{OTHER}",
    rf"(?:超过|大于|高于)\s*{_ZN}\s*周?岁",
))  # fmt: skip
_UNTIL = tuple(re.compile(p, re.IGNORECASE) for p in (
    rf"{_WHO}(?:aged |of )?{_N}{_DOWN}{OTHER}",
    rf"(?<![\d$€£¥.,-])\b{_N}\s*(?:and|or|&)\s*younger\b",
    rf"\b(?:aged? |ages )(?:up to|until)\s+{_N}\b",
    rf"\b(?:aged? |ages )?{_N}{_DOWN}{OTHER}",
    rf"(?<!\d){_ZN}\s*周?岁\s*{_ZH_DOWN}",
))  # fmt: skip
_BELOW = tuple(re.compile(p, re.IGNORECASE) for p in (
    rf"\bunder-{_N}\b{OTHER}",
    rf"(?:^|[,;:.(]\s*|\bjust |\bonly )(?:the )?under {_LIKELY}s?(?=\s*(?:[,;:.)]|$))",
    rf"(?<![\d第近前后]){_ZN}(?:以下|往下|之下)的?(?={_ZH_PEOPLE})",
    rf"\b(?:aged? |ages )(?:under|below|less than)\s+{_N}\b",
    rf"\b(?:under|below|younger than|less than)\s+(?:the age of\s+)?{_N}\s*{_OLD}",
    rf"\b(?:younger than|under the age of|below the age of) {_N}\b{OTHER}",
    rf"\bunder[- ](?:the )?(?:{_N}['’]?s|(?P<tens>{'|'.join(_TENS)}))\b",
    rf"\b(?P<who>{_PEOPLE} )(?:(?:who|that)(?: are|'re) |are )?(?:under|below) {_N}\b{OTHER}",
    rf"(?:不到|小于|低于|未满|不满|不足)\s*{_ZN}\s*周?岁",
))  # fmt: skip
_DECADE = re.compile(
    rf"\bin (?:their|his|her|the) (?P<part>early |mid[- ]?|late )?(?:(?P<word>{'|'.join(_TENS)})|(?P<n>[2-8]0)['’]?s)\b"
    r"|(?<!\d)(?P<zh>[2-8]0|[二三四五六七八]十)(?:(?:多|来|几)岁|(?P<just>出头)(?:岁|(?=的|男|女)))"
    rf"|\b(?:(?P<some>{'|'.join(_SOMETHINGS)})|(?P<digits>[2-8]0))[- ]?somethings?\b",
    re.IGNORECASE,
)
_DECADES_ON = re.compile(
    rf"\b(?:in (?:their|his|her|the) )?(?P<from>early |mid[- ]?|late )?(?P<first>{'|'.join(_TENS)})(?: (?:to|and|through|up to|or)|\s*[-–])\s*(?:their |the )?(?P<to>early |mid[- ]?|late )?(?P<last>{'|'.join(_TENS)})\b",
    re.IGNORECASE,
)
"""One decade to the next ("mid-twenties to early forties")."""
_BORN = re.compile(r"(?<![\d前后近])(?P<y>[5-9][05]|[01][05])后(?!\d)")
_GENERATION = re.compile(r"\bgen(?:eration)?[ -]?(?P<g>[xyz])\b|\b(?P<mil>millennials?)\b|(?P<zh>[xyzXYZ])世代", re.IGNORECASE)  # fmt: skip
_EXACT = re.compile(rf"(?<!\d)(?:{_ZN}\s*周?岁|\b(?P<m>[1-9]\d){_OLD})", re.IGNORECASE)
_SENIOR = re.compile(r"\b(?:seniors|senior citizens|pensioners|retirees|elderly)\b|老年人?|银发族?", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True)
class Ages:
    """Ages a text tells.

    Attributes:
        first: Youngest, in years.
        last: Oldest, in years.
        start: Where the words begin.
        end: Where they end.
    """

    first: int
    last: int
    start: int
    end: int


def ages_in(text: str, year: int) -> list[Ages]:
    """The ages `text` tells, in order; numbers of anything else are none.

    Args:
        text: A question, in either language.
        year: The year it is asked in, for those told by birth ("90后").
    """
    found: list[Ages] = []
    for ages in _all(text, year):
        if not any(ages.start < other.end and other.start < ages.end for other in found):
            found.append(ages)
    return sorted(found, key=lambda ages: ages.start)


def _all(text: str, year: int) -> Iterator[Ages]:
    """Ages by every way to tell them, the fullest first."""
    for match in _each(_RANGES, text):
        one, other = number_in(match["n"]), number_in(match["m"])
        if other < 10:  # "四五十岁"
            one, other = 10 * one, 10 * other + 9
        yield Ages(min(one, other), max(one, other), _start(match), match.end())
    yield from _in_decades(text)
    for match in _each(_FROM, text):
        yield Ages(_age(match), OLDEST, _start(match), match.end())
    for match in _each(_OVER, text):
        yield Ages(number_in(match["n"]) + 1, OLDEST, _start(match), match.end())
    for match in _each(_UNTIL, text):
        yield Ages(0, number_in(match["n"]), _start(match), match.end())
    for match in _each(_BELOW, text):
        yield Ages(0, _age(match) - 1, _start(match), match.end())
    yield from _told_by_birth(text, year)
    for match in _EXACT.finditer(text):
        age = number_in(match["n"] or match["m"])
        yield Ages(age, age, *match.span())
    for match in _SENIOR.finditer(text):
        yield Ages(60, OLDEST, *match.span())


def _in_decades(text: str) -> Iterator[Ages]:
    """Ages told by their tens, those of several decades first."""
    for match in _DECADES_ON.finditer(text):
        yield from _decades_on(match)
    for match in _DECADE.finditer(text):
        yield _decade(match)


def _decades_on(match: re.Match[str]) -> Iterator[Ages]:
    """From one part of a decade to one of another; two that lie apart are none."""
    first, last = (_DECADES[match[name].lower()] for name in ("first", "last"))
    if last == first + 10 or re.search(
        r"to|through|[-–]", match[0][match.end("first") - match.start() :]
    ):
        low, high = _part_of(match["from"])[0], _part_of(match["to"])[1]
        yield Ages(first + low, last + high, *match.span())


def _part_of(part: str | None) -> tuple[int, int]:
    """First and last year of a part of a decade ("early", "mid-")."""
    named = (part or "").strip(" -").lower()
    return {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}.get(named, (0, 9))


def _told_by_birth(text: str, year: int) -> Iterator[Ages]:
    """Ages of those born in some years ("90后", "gen Z")."""
    for match in _BORN.finditer(text):
        two = int(match["y"])
        first = two + (1900 if two >= 50 else 2000)
        span = 9 if two % 10 == 0 else 4
        yield Ages(year - first - span, year - first, *match.span())
    for match in _GENERATION.finditer(text):
        born = _GENERATIONS[(match["g"] or match["zh"] or "y").lower()]
        yield Ages(year - born[1], year - born[0], *match.span())


def _each(patterns: Iterable[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    return (match for pattern in patterns for match in pattern.finditer(text))


def _age(match: re.Match[str]) -> int:
    """The age told, as a number or as the plural of tens ("the over-fifties")."""
    return number_in(match["n"]) if match["n"] else _DECADES[match["tens"].lower()]


def _start(match: re.Match[str]) -> int:
    """Where the age begins, behind the word for who has it."""
    return match.end("who") if match.groupdict().get("who") else match.start()


def _decade(match: re.Match[str]) -> Ages:
    tens = match["n"] or match["zh"] or match["digits"]
    told = (match["word"] or match["some"] or "").lower()
    first = number_in(tens) if tens else _DECADES.get(told) or _SOMETHINGS[told]
    low, high = _part_of("early" if match["just"] else match["part"])
    return Ages(first + low, first + high, *match.span())
