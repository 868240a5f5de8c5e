# ruff: noqa: E501  # a pattern reads best on one line
"""Sums of money and shares that a question names, each with what it is for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tools.numerals import number_of
from tools.periods.durations import durations_in

Part = Literal["lift", "power", "holdout"]
"""What a share of a test is: the effect hoped for, the chance of seeing it, the people held out."""

_EN_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
_SHARE = re.compile(
    rf"(?P<split>(?<![\d/.-])(?P<a>\d{{1,2}})\s?[/:比]\s?(?P<b>\d{{1,2}})(?![\d/.-]))"
    r"|(?P<zsplit>(?P<za>[一二三四五六七八九])(?P<zb>[一二三四五六七八九])(?:分(?!之)|开))"
    rf"|(?P<of>\b(?P<ofn>{_EN_NUMBER}|\d+) (?:\w+ )?(?:in|out of) (?:every )?(?P<ofm>two|three|four|five|eight|ten|twenty|\d+)\b)"
    rf"|(?P<pct>\d{{1,3}}(?:\.\d+)?|{_EN_NUMBER})(?:\s*(?:%|％)|\s*(?:-\s?)?(?:percentage points?|percent\b|per cent\b|pct\b|points?\b)|个百分点|个点)"
    r"|百分之(?P<zp>\d{1,2}(?:\.\d+)?|[一二三四五六七八九十百两]+)|(?P<zpt>[一二三四五六七八九十两]+)个(?:百分)?点"
    r"|(?P<ten>[一二两三四五六七八九])(?P<half>成半|成五|成)(?P<ones>[一二三四六七八九])?(?![员都交本功品为绩长分]|人(?![不没留当做作]))"
    r"|(?<![\d.])(?P<dec>0?\.\d{1,3})(?![\d.%％])"
    r"|(?P<word>\b(?:a |one[- ])?(?:half|third|quarter|fifth|tenth)\b|一半|对半)",
    re.IGNORECASE,
)
_WORDS = {"half": 0.5, "一半": 0.5, "对半": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}  # fmt: skip
_CUES: dict[Part, re.Pattern[str]] = {
    "power": re.compile(r"\bpower\b|\bsure\b|\bcertain\w*|\bconfiden\w*|\bchances?\b|\bprobab\w+|把握|概率|功效|效能|检[验出]力|置信|胜算|power", re.IGNORECASE),
    "holdout": re.compile(
        r"\bhold[- ]?out|\bcontrols?\b|\bhold(?:ing)?\b|\bheld\b|\bkeep(?:ing)? (?:\w+ )?(?:out|back|aside)|\bkeep\b|\bkept (?:out|back|aside)|\bleav(?:e|ing) (?:\w+ )?out|\b(?:get|gets|getting|receive\w*|hear\w*|sent) (?:nothing|no\b)|\b(?:don.?t|do not|not) (?:send|mail|text|contact|get)|\bunsent\b|\bout of it\b|不发|不推|不给|对照|空白|留(?!存)|不触达|拿出来",
        re.IGNORECASE,
    ),
    "lift": re.compile(
        r"\b(?:up)?lifts?\b|\bris\w+|\bincreas\w*|\bmore\b|\bbetter\b|\bimprov\w*|\bgains?\b|\bhigher\b|\bup by\b|\beffect\b|\bdifferen\w+|\bjump|\bgrow\w*|\brelative\b|\bbump\b|\+|提[升高]|涨|增[加长]|上升|[高多](?!少)|拉[升高]|改善|变化|效果|差[异别]|提|幅度",
        re.IGNORECASE,
    ),
}  # fmt: skip
_SENT = re.compile(
    r"(?:\bsen[dt]\b|\bsend(?:ing)? (?:it )?to|(?<!不)发(?!完|后|现))[^,，。;；]{0,8}$",
    re.IGNORECASE,
)
"""Words for the share that does get something: the rest is held out."""
_LEAST = 100
"""The least sum that is taken for money with no currency beside it."""
_REACH = 32
"""Characters between a share and a word that tells what it is for."""
_STOP = re.compile(r"[,，。;；.?!？！、]|\band\b|\bto\b|\bwith\b", re.IGNORECASE)

_MARK = r"(?:[¥$€£￥]|\b(?:rmb|cny|usd|eur|gbp)\s?)"
_COIN = r"(?:yuan|rmb|cny|dollars?|usd|bucks|euros?|eur|pounds?|gbp|quid|kuai|元|块钱?|人民币|美元|欧元|英镑|大洋)"
_SUM = re.compile(
    rf"(?P<mark>{_MARK})?\s*(?:(?P<n>(?<![a-zA-Z\d.-])\d[\d,，]*(?:\.\d+)?)\s?(?P<k>(?:k|m|w|thousand|grand|million|hundred)(?![a-z\d])|[千万百])?(?P<tail>[一二三四五六七八九\d](?=\s*(?:{_COIN}|$|[，。的,])))?"
    r"|(?P<zh>(?<![一二两三四五六七八九十百千万])[一二两三四五六七八九十][一二两三四五六七八九十百千万]*(?<=[千万百])(?:[一二三四五六七八九])?[一二三四五六七八九十百千]*)"
    rf"|\b(?P<en>(?:half a|an?|{_EN_NUMBER})(?: hundred)?) (?P<ek>thousand|grand|million|hundred)\b)\s*(?P<coin>{_COIN}(?![a-z]))?",
    re.IGNORECASE,
)
_TIMES = {"百": 1e2, "hundred": 1e2, "k": 1e3, "thousand": 1e3, "grand": 1e3, "千": 1e3, "w": 1e4, "万": 1e4, "m": 1e6, "million": 1e6}  # fmt: skip
_OFFER_BEFORE = re.compile(
    r"(?:(?<!不)满|立?减|抵|每(?:人|单|位)?(?:送|减|发|给)?|送|返|\b(?:orders?|baskets?|carts?|purchases?|spend(?:s|ing)?)? ?(?<!go )(?:over|above|from)|\bper (?:head|person|order)|\bsav(?:e|ing)|\bminimum (?:of )?|\btakes?|客单价?|单价|卖|价格?|\bpriced? (?:at|of)|\bcosts?)\s*$",
    re.IGNORECASE,
)
_OFFER_AFTER = re.compile(
    r"^\s*(?:off\b|coupons?|vouchers?|discount|each\b|per (?:head|person|order)|a (?:head|piece)|的?(?:优惠|代金|红包|无门槛)?(?:券|红包)|减|减免|以上的?单|一[个位单件]|折)",
    re.IGNORECASE,
)
_BUDGET_BEFORE = re.compile(
    r"(?:\bbudget\w*|\bspend\w*|\binvest\w*|\bsplit\w*|\ballocat\w*|\bdistribut\w*|\bdivid\w*|\bput\b|\bspread|\bmax(?:imum)?|\bat most|\bno more than|\bup to|\bnot? (?:over|above|exceed\w*)|\bn.t (?:go over|exceed|spend)|\bcap\w*|\bunder|\bwithin|\bgot\b|\bhave\b|\bkeep it|\ball in|预算|经费|花(?!了|过)费?|费用|投入?|砸|成本|最多|不超过?|不要超|别超|控制在|上限|封顶|总共|一共|手[里上头]|拿出?|分配?|配)[^,，。;；?？\d]{0,12}$",
    re.IGNORECASE,
)
_BUDGET_AFTER = re.compile(
    r"^\s*(?:budget|to (?:spend|split|spread|allocate|put|invest|play)|at most|max\b|tops\b|or less|all in\b|in total|ceiling|cap\b|的?(?:预算|经费|费用|推广费|营销费|广告费|投放)|以内|之内|以下(?!的)|封顶|打住|为限|左右|(?:块|元)?(?:怎么|如何|该)?[分花投砸配])",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(
    r"^\s*(?:%|％|percent|days?\b|weeks?\b|months?\b|years?\b|hours?\b|channels?\b|people\b|customers?\b|orders?\b|times\b|products?\b|items?\b|names?\b|texts?\b|messages?\b|e?-?mails?\b|[天日周月年个条名位人%％折号件单款份次封场点只]|顾客|客户|会员|用户)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Share:
    """A share that a text names.

    Attributes:
        value: 0-1.
        part: What of a test it is; `None` where no word near it tells.
        start: Where it begins.
    """

    value: float
    part: Part | None
    start: int


def money_in(text: str) -> float | None:
    """The sum of money to be spent that `text` names; `None` where it names none.

    A sum beside words of a budget comes first, then any other; what a coupon takes off, or an
    order must come to, is none.

    >>> [money_in(t) for t in ("split 50,000 yuan", "a budget of $2k", "预算一万二怎么分", "top 5")]
    [50000.0, 2000.0, 12000.0, None]
    >>> (
    ...     money_in("20 yuan off orders over 150, spend no more than 800"),
    ...     money_in("满300减50，花两千"),
    ... )
    (800.0, 2000.0)
    """
    found = sorted(_sums(text), key=lambda one: -one[0])  # stable: the first of equals
    return found[0][1] if found else None


def _sums(text: str) -> Iterator[tuple[int, float]]:
    """Each sum with how surely it is one to be spent: 2 beside such words, 1 beside a currency."""
    for match in _SUM.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _OFFER_BEFORE.search(before) or _OFFER_AFTER.search(after):
            continue
        money = bool(match["coin"] or match["mark"])
        capped = _BUDGET_AFTER.search(after)
        if not money and not capped and _THING_AFTER.search(after):
            continue
        budget = bool(_BUDGET_BEFORE.search(before) or capped)
        scaled = bool(match["k"] or match["zh"] or match["ek"])
        if (budget and (money or scaled or _value(match) >= _LEAST)) or money or scaled:
            yield 2 * budget + money, _value(match)


def _value(match: re.Match[str]) -> float:
    if match["zh"]:
        return float(number_of(match["zh"]))
    if match["en"]:
        words = match["en"].lower()
        n = 0.5 if words == "half a" else float(number_of(words) or 1)
        return n * _TIMES[match["ek"].lower()]
    scale = _TIMES.get((match["k"] or "").lower(), 1.0)
    rest = float(number_of(match["tail"])) * scale / 10 if match["tail"] and match["k"] else 0.0
    return float(re.sub(r"[,，]", "", match["n"])) * scale + rest


def lead_days_in(text: str) -> int | None:
    """Days from ordering to arrival that `text` names; `None` where it names none.

    >>> [lead_days_in(t) for t in ("lead time is 2 weeks", "二十天才能到货", "next 2 weeks")]
    [14, 20, None]
    """
    return next((one.days for one in durations_in(text) if one.role == "lead"), None)


def days_in(text: str) -> int | None:
    """Days that a test or a look is to last, as `text` says; `None` where it names none.

    >>> [days_in(t) for t in ("within two weeks", "观察30天", "5% lift", "like the last 60 days")]
    [14, 30, None, None]
    """
    kept = (one.days for one in durations_in(text) if one.role in ("bare", "ahead"))
    return next(kept, None)


def share_in(text: str) -> float | None:
    """The effect that `text` hopes for, 0-1; `None` where it names none.

    >>> [
    ...     share_in(t)
    ...     for t in ("a 5% lift", "提升百分之十", "涨两成", "5 days", "five percent more")
    ... ]
    [0.05, 0.1, 0.2, None, 0.05]
    """
    return _part(text, "lift")


def power_in(text: str) -> float | None:
    """The chance of finding an effect that `text` wants, 0-1; `None` where it names none.

    >>> [power_in(t) for t in ("90% sure to catch it", "power of 85%", "八成把握", "5% lift")]
    [0.9, 0.85, 0.8, None]
    """
    return _part(text, "power")


def holdout_in(text: str) -> float | None:
    """The share of people held out that `text` names, 0-1; `None` where it names none.

    >>> [holdout_in(t) for t in ("hold out 20%", "留一成不发", "an 80/20 split", "七三分")]
    [0.2, 0.1, 0.2, 0.3]
    """
    return _part(text, "holdout")


def _part(text: str, part: Part) -> float | None:
    """The share that is `part`; of those no word tells, the effect hoped for is the smallest."""
    shares = list(shares_in(text))
    told = [share.value for share in shares if share.part == part]
    if told:
        return told[0]
    free = [share.value for share in shares if share.part is None]
    return min(free) if free and part == "lift" else None


def shares_in(text: str) -> Iterator[Share]:
    """The shares in `text`, in order."""
    matches = list(_SHARE.finditer(text))
    for n, match in enumerate(matches):
        value = _share(match)
        if value is None or not 0 < value < 1:
            continue
        left = matches[n - 1].end() if n else 0
        right = matches[n + 1].start() if n + 1 < len(matches) else len(text)
        before, after = text[left : match.start()][-_REACH:], text[match.end() : right][:_REACH]
        if match["split"] or match["zsplit"]:
            yield Share(value, "holdout", match.start())
        elif _SENT.search(before) and not re.match(r"\s*(?:不|空)", after):
            held = 1 - value if not match["word"] or value != 0.5 else value
            yield Share(round(held, 4), "holdout", match.start())
        else:
            yield Share(value, _nearest(before, after), match.start())


def _nearest(before: str, after: str) -> Part | None:
    """What the words around a share make of it: the nearest decide, across no comma if they can."""
    found = [
        (near, part)
        for part, pattern in _CUES.items()
        for near in (_gap_before(before, pattern), _gap_after(after, pattern))
        if near is not None
    ]
    return min(found, key=lambda one: one[0])[1] if found else None


def _gap_before(before: str, pattern: re.Pattern[str]) -> int | None:
    last = max((match.end() for match in pattern.finditer(before)), default=None)
    return None if last is None else _gap(before[last:])


def _gap_after(after: str, pattern: re.Pattern[str]) -> int | None:
    match = pattern.search(after)
    return None if match is None else _gap(after[: match.start()])


def _gap(between: str) -> int:
    return len(between) + _REACH * len(_STOP.findall(between))


def _share(match: re.Match[str]) -> float | None:
    if match["split"]:
        a, b = int(match["a"]), int(match["b"])
        return min(a, b) / (a + b) if a + b in (10, 100) else None
    if match["zsplit"]:
        a, b = number_of(match["za"]), number_of(match["zb"])
        return min(a, b) / 10 if a + b == 10 else None
    if match["of"]:
        n, of = number_of(match["ofn"]), number_of(match["ofm"])
        return n / of if n and of else None
    if match["ten"]:
        extra = 5 if match["half"] != "成" else number_of(match["ones"] or "")
        return (10 * number_of(match["ten"]) + extra) / 100
    if match["dec"]:
        return float(match["dec"])
    if match["word"]:
        return next(share for word, share in _WORDS.items() if word in match["word"].lower())
    written = match["pct"] or match["zp"] or match["zpt"]
    return (float(written) if written[0].isdigit() else number_of(written)) / 100
