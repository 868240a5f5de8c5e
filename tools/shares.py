# ruff: noqa: E501  # a pattern reads best on one line
"""Shares that a text names, each with what it is for: an effect hoped for, certainty, who is held out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tools.numerals import EN_NUMBER, number_of

_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20}  # fmt: skip
Part = Literal["lift", "power", "holdout"]
"""What a share of a test is: the effect hoped for, the chance of seeing it, the people held out."""

_SHARE = re.compile(
    rf"(?P<split>(?<![\d/.-])(?P<a>\d{{1,2}})\s?[/:比]\s?(?P<b>\d{{1,2}})(?![\d/.-]))"
    r"|(?P<zsplit>(?P<za>[一二三四五六七八九])(?P<zb>[一二三四五六七八九])(?:分(?!之)|开))"
    r"|(?P<point>\bhalf (?:of )?(?:an? |one )?(?:percentage point|percent|per cent|pct|point)\b|半个(?:百分)?点)"
    rf"|(?P<parts>\b(?P<n>an?|every(?! (?:half|quarter))|one|two|three|four|five|seven)[ -](?P<m>{'|'.join(_PARTS)})s?\b|(?P<zm>[二三四五六七八九十]|十二|\d{{1,2}})分之(?P<zn>[一二两三四五六七八九]|\d))"
    rf"|(?P<of>\b(?P<ofn>{EN_NUMBER}|\d+) (?P<ofw>\w+ )?(?:in|out of) (?:every )?(?P<ofm>{EN_NUMBER}|a hundred|\d+)\b(?! (?:days|weeks|months|years|hours)\b))"
    r"|(?P<zof>(?:每)?(?P<zofm>[十百一二三四五六七八九\d]{1,3})(?P<zofw>次|回|趟|遍|(?:个|位|名)?(?:人(?!民)|客人?|顾客|客户|用户|会员)|个|位|名)(?:里头?|中|当中|里面|之中)?(?:[,，]?(?:要|得|能|会|就|只|有|里头?|(?:留|抽|挑|拨|空|扣|剔|匀)出?来?)){0,3}(?P<zofn>[一二两三四五六七八九\d]{1,2})(?:次|回|趟|遍|个|位|人|名))|(?P<sure>十拿九稳)"
    rf"|(?P<pct>\d{{1,3}}(?:\.\d+)?|{EN_NUMBER})(?:\s*(?:%|％)|\s*(?:-\s?)?(?:percentage points?|percent\b|per cent\b|pct\b|points?\b)|个百分点|个点)"
    r"|百分之(?P<zp>\d{1,2}(?:\.\d+)?|[一二三四五六七八九十百两]+)|(?P<zpt>[一二三四五六七八九十两]+)个(?:百分)?点"
    r"|(?P<ten>[一二两三四五六七八九])(?P<half>成半|成五|成)(?P<ones>[一二三四六七八九])?(?![员都交本功品为绩长分]|人(?![不没冇唔别莫甭免留当做作收拿接领看]))"
    r"|(?<![\d.])(?P<dec>0?\.\d{1,3})(?![\d.%％])"
    r"|(?P<word>\b(?:a |one[- ])?(?:half|third|quarter|fifth|tenth)\b|一半|对半)",
    re.IGNORECASE,
)
_WORDS = {"half": 0.5, "一半": 0.5, "对半": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1}  # fmt: skip
_CUES: dict[Part, re.Pattern[str]] = {
    "power": re.compile(r"\bpower\b|\bsure\b|\bcertain\w*|\bconfiden\w*|\bchances?\b|\bprobab\w+|把握|概率|功效|效能|(?:检[验出定测]|统计)力|置信|胜算|power", re.IGNORECASE),
    "holdout": re.compile(
        r"\bhold[- ]?out|\bcontrols?\b|\bhold(?:ing)?\b|\bheld\b|\bkeep(?:ing)? (?:\w+ )?(?:out|back|aside)|\bkeep\b|\bkept (?:out|back|aside)|\bleav(?:e|ing) (?:\w+ )?out|\b(?:get|gets|getting|receive\w*|hear\w*|sent) (?:nothing|no\b)|\b(?:don.?t|do not|not) (?:send|mail|text|contact|get)|\bunsent\b|\bout of it\b|\b(?:left|leave|let) (?:\w+ )?(?:alone|untouched|in peace|be\b)|\buntouched\b|\bspar(?:e|ed|ing)\b|\b(?:all|every(?:one|body)) (?:but|except|bar|save)\b|\bstay\w* out\b|\bn['’]t (?:be )?(?:mail|text|send|sent|contact|writ|hear|get)\w*|\bunmailed\b|\b(?:leav|hold|keep|withhold|deny|refus|sit|miss)\w*[^.;:?!]{0,24}\b(?:without|off (?:the|our|it)|out|empty[- ]handed)\b|\b(?:go|goes|going|gone|do|does|left|be|stay\w*|remain\w*) without\b|\bwithout (?:the|an?|any|our|it|that)\b(?! (?:hold|control|test|doubt))|\boff the (?:list|mailing|send|mail|campaign)\b|\b(?:sit|sits|sitting|stay\w*|miss(?:es|ed)?|missing|skip\w*|pass\w*) (?:it |this |that |the \w+ )?(?:out|over)\b|\bleft (?:in the dark|cold)\b|\bin the dark\b|[收拿接看领]不[到着]|[没冇](?:得|有)?[收拿接领]|[没冇]份|[别莫甭唔不没](?:要)?(?:给|再|去|先)?(?:发|推|给|畀|俾|碰|动|惊动|打扰|打搅|通知|联系|短信|寄)|什么[也都]不|啥[也都]不|对照|空白|留(?!存)|不触达|拿出来",
        re.IGNORECASE,
    ),
    "lift": re.compile(
        r"\b(?:up)?lifts?\b|\bris\w+|\bincreas\w*|\bmore\b|\bbetter\b|\bimprov\w*|\bgains?\b|\bhigher\b|\bup by\b|\b(?:go|goes|going|went|be|is|are|come|comes|push\w*|driv\w*|bring\w*) up\b|\b(?:detect|spot|catch|notice)\w*|\beffect\b|\bdifferen\w+|\bjump|\bgrow\w*|\brelative\b|\bbump\b|\+|提[升高]|涨|增[加长]|上升|[高多](?!少)|拉[升高]|改善|变化|效果|差[异别]|提|幅度",
        re.IGNORECASE,
    ),
}  # fmt: skip
_BARE: dict[Part, re.Pattern[str]] = {
    "power": re.compile(r"(?:\bpower(?: level)?(?:\s*(?:of|at|to|=|:|is|was|should be|set to|around|about))?|(?:统计)?(?:功效|效能|(?:检[验出定测]|统计)力|把握度?|置信度?|胜算|(?<![a-z])power)(?:要|到|得|为|是|设|定|取|按|用|改|成|：|:|=|\s)*)\s*(?P<n>[5-9]\d)(?![\d.]|\s*(?:%|％|[a-z]*(?:days?|people|users?)|个?[天日人名]))", re.IGNORECASE),
    "lift": re.compile(r"(?:\b(?:up)?lift(?:\s*(?:of|at|to|=|:|is|by))?|\b(?:rise|increase|improvement|gain) of|\bmde(?:\s*(?:of|at|=|:|is))?|(?:提升|涨幅|升幅|增幅|涨|增长)(?:率|幅度?|到|得|了|要|为|是|按|改|成|：|:|=|\s)*)\s*(?P<n>\d{1,2})(?!\d|[.,]\d|\s*(?:%|％|-|/|[a-z]*(?:days?|weeks?|months?|people|users?|yuan|percent|per cent|pct|points?|k)\b|个?(?:[天日周月人名元块万千倍成]|百分)))", re.IGNORECASE),
}  # fmt: skip
"""Words of a part of a test with a bare number of hundredths behind them ("a power of 85")."""
_SENT = re.compile(
    r"(?:\bsen[dt]\b|\bsend(?:ing)? (?:it )?to|(?<!不)发(?!完|后|现))[^,，。;；]{0,8}$",
    re.IGNORECASE,
)
"""Words for the share that does get something: the rest is held out."""
_TRIES = {"chances", "times", "cases", "tests", "tries", "goes", "runs", "experiments", "次", "回", "趟", "遍"}  # fmt: skip
"""What of so many an effect that is there is to be seen in."""
_GET = re.compile(
    r"\s*(?:of (?:them|us|people|all|those) |的?(?:人|客人?|顾客|客户|用户|会员))?(?:will |would |should |can |all |are to |会|要|都|能|可以)*(?:(?:get|gets|receive|receives|hear|(?:are|is|be) (?:sent|mailed|written to|contacted))\b(?! (?:nothing|no\b|none))|收到|拿到|[收拿]得到|有得收)",
    re.IGNORECASE,
)
"""Words after the share that does get something."""
_REACH = 32
"""Characters between a share and a word that tells what it is for."""
_STOP = re.compile(r"[,，。;；.?!？！、]|\band\b|\bto\b|\bwith\b", re.IGNORECASE)


_OFFERED = re.compile(
    r"\s*(?:off\b(?! (?:the|our|this|that|it)\b)|discount|coupon|voucher|cash ?back|(?:的)?(?:折扣|优惠|返现|返利))",
    re.IGNORECASE,
)
"""What comes after a share that a price is lowered by, which is no share of a test."""


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

    >>> [power_in(t) for t in ("90% sure to catch it", "power of 85", "八成把握", "5% lift")]
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
    bare = _BARE[part].search(text) if part in _BARE else None
    if bare and int(bare["n"]):
        return int(bare["n"]) / 100
    free = [share.value for share in shares if share.part is None]
    return min(free) if free and part == "lift" else None


def shares_in(text: str) -> Iterator[Share]:
    """The shares in `text`, in order."""
    matches = list(_SHARE.finditer(text))
    for n, match in enumerate(matches):
        value = _share(match)
        if value is None or not 0 < value < 1 or _OFFERED.match(text, match.end()):
            continue
        left = matches[n - 1].end() if n else 0
        right = matches[n + 1].start() if n + 1 < len(matches) else len(text)
        before, after = text[left : match.start()][-_REACH:], text[match.end() : right][:_REACH]
        if match["split"] or match["zsplit"]:
            yield Share(value, "holdout", match.start())
        elif (
            (match["ofw"] or "").strip().lower() in _TRIES
            or match["zofw"] in _TRIES
            or match["sure"]
        ):
            yield Share(value, "power", match.start())
        elif (_SENT.search(before) or _GET.match(after)) and not re.match(r"\s*(?:不|空)", after):
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


def _of_two(match: re.Match[str]) -> float | None:
    """The share that two numbers tell: "80/20", "三七分", "one in eight", "十次里九次"."""
    if match["split"]:
        a, b = int(match["a"]), int(match["b"])
        return min(a, b) / (a + b) if a + b in (10, 100) else None
    if match["zsplit"]:
        a, b = number_of(match["za"]), number_of(match["zb"])
        return min(a, b) / 10 if a + b == 10 else None
    name = "of" if match["of"] else "zof"
    n, of = number_of(match[f"{name}n"]), number_of(match[f"{name}m"])
    return n / of if 0 < n < of else None


def _share(match: re.Match[str]) -> float | None:
    if match["split"] or match["zsplit"] or match["of"] or match["zof"]:
        return _of_two(match)
    if match["sure"]:
        return 0.9
    if match["point"]:
        return 0.005
    if match["m"]:
        return (number_of(match["n"]) or 1) / _PARTS[match["m"].lower()]
    if match["zm"]:
        return number_of(match["zn"]) / number_of(match["zm"]) if match["zm"] != "0" else None
    if match["ten"]:
        extra = 5 if match["half"] != "成" else number_of(match["ones"] or "")
        return (10 * number_of(match["ten"]) + extra) / 100
    if match["dec"]:
        return float(match["dec"])
    if match["word"]:
        return next(share for word, share in _WORDS.items() if word in match["word"].lower())
    written = match["pct"] or match["zp"] or match["zpt"]
    return (float(written) if written[0].isdigit() else number_of(written)) / 100
