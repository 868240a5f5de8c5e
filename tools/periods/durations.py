# ruff: noqa: E501  # a pattern reads best on one line
"""Lengths of time a question names, and what each is for: the past, the time ahead, or supply."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from tools.numerals import EN_NUMBER, number_of
from tools.taken_back import takes_back

Role = Literal["past", "ahead", "lead", "bare"]
"""What a length of time is for; `bare` where the words around it do not tell."""

YEAR = 365
DAYS = {
    "day": 1, "week": 7, "wk": 7, "fortnight": 14, "month": 30, "quarter": 90, "year": YEAR,
    "hour": 1 / 24, "hr": 1 / 24, "h": 1 / 24, "小时": 1 / 24, "钟头": 1 / 24,
    "d": 1, "mo": 30, "mth": 30, "mnth": 30, "qtr": 90, "yr": YEAR, "y": YEAR,
    "天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 30, "季度": 90, "季": 90, "年": YEAR,
}  # fmt: skip

_N = rf"\d{{1,3}}|an?|(?:a |one )?hundred|{EN_NUMBER}|(?:a )?couple of|half an?|half"
_ZN = r"\d{1,3}|[一二两三四五六七八九十百俩仨]{1,5}|半"
_DURATION = re.compile(
    rf"(?<![\w.])(?P<n>{_N})(?P<h> and a half| ½)?[\s-]?(?:of a )?(?P<nxt>(?:next|coming|following|upcoming) )?(?:(?:working|business|calendar|full) )?(?P<u>days?|weeks?|wks?|fortnights?|months?|quarters?(?! of )|qtrs?(?! of )|years?|yrs?|mn?ths?|mos?|hours?|hrs?|(?<=\d)[dyh])(?P<h2> and a half)?\b"
    rf"|(?<![\d一二两三四五六七八九十百.第])(?:(?P<z>{_ZN})\s*(?P<ge>个)?(?P<zh>半)?(?:工作)?(?P<zu>天|小时|钟头|日(?!均)|周(?!年)|星期|礼拜|月|季度?|年)(?!级|货)(?P<zh2>半)?)",
    re.IGNORECASE,
)
_PAST_BEFORE = re.compile(
    r"(?:\b(?:last|past|previous|prior|trailing|recent|latest|first|every|lost|for (?:over|more than|at least)|at least|over|more than)(?: the)?|(?:最?近|过去|以前|之前|(?<![出发])去|上|这|前|头|已经?|有|每|超过?|满|至少)(?:的|了|面)?)\s*$",
    re.IGNORECASE,
)
_PAST_AFTER = re.compile(
    r"^\s*(?:ago|earlier|before|old|or (?:more|longer)|of (?:data|history|orders|sales)|以?前|之前|以?来(?!下|买)|以上|没|未|不[来买下]|无|都?没)",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"^[\s,，]*(?:(?:is|was|sounds?|seems?|['’]s)(?: (?:way|far|much|a bit|rather|a little))* (?:too (?:long|short|far|much|little|brief|soon)|not (?:long )?enough)|(?:is|was)n['’]?t (?:long )?enough|won['’]?t do|(?:有点|实在|还是|都|可|就)*(?:太|忒|过于|嫌)[长短远久近多少]|不够(?=$|[长久，,。；])|唔够)",
    re.IGNORECASE,
)
"""Words after a length of time that is not the one wanted."""
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|instead of|rather than|forget(?: about)?|never mind|drop|scrap|ditch|do(?:n['’]?t| not) (?:use|go by|take|count|say|mean|want))(?: (?:by|on|at|with|using|after|the|our|your|usual|default|standard|those|these|as))*|(?:[别甭莫勿休]|不[要用必是]?|唔[好使要系]?)(?:再|老是?|总是?)?[看按用拿以照取要是算给]?(?:那个?|这个?)?)\s*$",
    re.IGNORECASE,
)
"""Words before it."""
_COUNTED_BEFORE = re.compile(
    r"\b(?:count|measur|watch|track|follow(?!ing)|allow|collect|tally|add|score)\w*(?: up| the| only| just| about| for| it| by| over| in| on)*\s*$",
    re.IGNORECASE,
)
"""Words of a look that is to last so long, whatever is counted in it ("count 30 days of orders")."""
_AHEAD_BEFORE = re.compile(
    r"(?:\b(?:next|coming|upcoming|nxt|following|within|in|over|for|worth)(?: the| an?| about| around)?(?: next| nxt| coming| following)?|(?:未来|接下来|今后|往后|之后|将来|后面?|下|再过)的?(?:这)?)[\s-]*$",
    re.IGNORECASE,
)
_IDLE_BEFORE = re.compile(
    r"(?:n.t|\b(?:not?|zero|nothing|never|without|inactive|idle|quiet|silent|dormant|away|gone|been))\b[^,.;:?!]{0,30}\b(?:for|in)(?: the)?\s*$",
    re.IGNORECASE,
)
"""Words of something not done for the length of time that follows."""
_AHEAD_AFTER = re.compile(
    r"^[\s-]*(?:ahead|out\b|to come|from (?:now|today)|forecast|horizon|value|worth|ltv|clv|之?以?内|以?后|里|期|的?(?:价值|流失|生命周期|c?ltv|clv))",
    re.IGNORECASE,
)
_LEAD_BEFORE = re.compile(
    r"(?:lead[- ]?times?|\bdeliver\w*|\barriv\w*|\bsuppl\w*|\bfactor\w+|\bvendors?|\bwholesaler\w*|\bships?\b|\bshipping\b|\bt(?:akes?|ook|aking)\b|\bneed(?:s|ed)\b|\bmills?\b|\bmanufacturer\w*|\bproducers?\b|\bre-?stock\w*|\bre-?order\w* time|到货|交货|供货|进货|订货|采购|进仓|交期|货期|(?:备货|补货|生产|采购)周期|供应商|供货商|工厂|厂[家里]|入仓|入库|发货|送货|在途|路上|\btransit|\bfreight|\bcustoms|\bwe wait|door to door (?:is|in)|海运|空运|陆运|运输|货运|清关|物流|到仓|到店|到手)[^，。；？！,.;?!\d]{0,24}$",
    re.IGNORECASE,
)
_LEAD_AFTER = re.compile(
    r"^[- ]?(?:lead|delivery|transit)|^ (?:on the (?:water|road|way|ship)|at sea|in transit|to get here|to reach us)\b|^[^,.;?!]{0,6} (?:door|dock|port)[- ]to[- ](?:door|dock|shelf|port)|^[^,.;?!]{0,16}\b(?:from|between) (?:the |an? |our |placing )*(?:po|p\.o\.|purchase|order\w*|factory|plant|port|deposit)\b[^,.;?!]{0,24}\b(?:to|till?|until|and) (?:the |our |on )*(?:dock|door|she(?:lf|lves)|warehouse|stock|delivery|arrival|receipt|here|us|goods)\b|^[^,.;?!]{0,12}\b(?:until|till|before|for|to)\b[^,.;?!]{0,16}\b(?:arriv\w+|deliver\w*|come|comes|here|get (?:more|new|them|stock|it)|re-?stock\w*)"
    r"|^[^，。；？！]{0,3}(?:才)?(?:能|会)?(?:到货|到仓|到店|送到|送达|交货|入仓|入库|补上|到得了)|^[^，。；？！]{0,2}(?:才|先至|先)(?:能|会)?(?:到|来|有货)(?=\W*$|[呢吗吧了咧嘞哦，。？])|^(?:的)?(?:到货|交货|采购|备货)期",
    re.IGNORECASE,
)

_ALONE = re.compile(
    rf"(?P<n>\b(?:\d{{1,3}}|{EN_NUMBER})\b|[一二两三四五六七八九十]{{1,3}}|\d{{1,3}})(?=\s*(?:[.,;!?。，；！？]|$|才|吧|(?:from|to|until|till|then|it is|in all)\b))",
    re.IGNORECASE,
)
"""A number told with no unit."""
_TAKEN = re.compile(
    r"(?:\b(?:take|make (?:it|that)|use|try|say|set|go (?:for|with|to|by)|do|give me|look at|prefer|rather|want|but|just|only|count|call)(?: (?:it|them|me|just|only|to|at|on|the|about|lost|gone|over|after|past|from|as))*|[取用看按改换要试就算拿来给](?:成|到|为|个|看|它|一下)?|[，,]\s*)\s*$",
    re.IGNORECASE,
)
"""Words by which a number is to be taken in place of another."""
_IN_ALL = re.compile(
    r"(?:\b(?:so|thus|hence|total\w*|altogether|all told|in all|makes?|comes? to|that['’]?s|equals?|call it)\b|=|一共|总共|合计|加起来|共计|拢共|总计|前后)[^.;?!。；？！\d]{0,16}$",
    re.IGNORECASE,
)
"""Words before what several lengths of time come to together."""
_IN_ALL_AFTER = re.compile(r"\s*(?:in all|in total|altogether|all told|all in)\b", re.IGNORECASE)
_WILL_AFTER = re.compile(
    r"^\s*(?:之?内|里)?(?:还|就)?(?:谁|哪些人)?(?:会|要|将|最?有(?:没有)?可能|最?可能|最想|能不能)"
)
"""What follows a length of time in which something is to happen ("这三天会不会…")."""


_SINCE_THEN = re.compile(r"后的?[头前首]\s*$")
_FIRST = re.compile(r"\bfirst\s*$", re.IGNORECASE)
_FROM_THEN = re.compile(r"\s*(?:after|since|following|from when)\b", re.IGNORECASE)
"""Words around days that begin with something that was done."""


@dataclass(frozen=True)
class Duration:
    """A length of time that a text names.

    Attributes:
        days: How long, a month counting as 30 days and a year as 365.
        role: What it is for.
        start: Where it begins.
        end: Where it ends.
    """

    days: int
    role: Role
    start: int
    end: int


def durations_in(text: str) -> list[Duration]:
    """The lengths of time in `text`, in order, each with what the words around it make of it.

    >>> [(d.days, d.role) for d in durations_in("the supplier takes 3 weeks; next 60 days?")]
    [(21, 'lead'), (60, 'ahead')]
    >>> [(d.days, d.role) for d in durations_in("近30天没下单的，看一个半月")]
    [(30, 'past'), (45, 'bare')]
    """
    return list(_found(text))


def lead_days_in(text: str) -> int | None:
    """Days from ordering to arrival that `text` names; `None` where it names none.

    >>> [lead_days_in(t) for t in ("lead time is 2 weeks", "二十天才能到货", "next 2 weeks")]
    [14, 20, None]
    """
    told = durations_in(text)
    lead = [one for one in told if one.role == "lead"]
    summed = [one for one in told if one.role in ("lead", "bare") and _is_sum(text, one)]
    return next((one.days for one in (lead and summed) or lead), None)


def _is_sum(text: str, one: Duration) -> bool:
    """Whether a length of time is what those before it come to together."""
    before, after = text[: one.start], text[one.end :]
    return bool(_IN_ALL.search(before) or _IN_ALL_AFTER.match(after))


def days_in(text: str) -> int | None:
    """Days that a test or a look is to last, as `text` says; `None` where it names none.

    >>> [days_in(t) for t in ("within two weeks", "观察30天", "5% lift", "like the last 60 days")]
    [14, 30, None, None]
    """
    kept = (one.days for one in durations_in(text) if one.role in ("bare", "ahead"))
    return next(kept, None)


def trial_days_in(text: str) -> int | None:
    """Days that a test is to last; it has no supplier, so that a wait is its own length.

    >>> trial_days_in("what if we wait four weeks"), trial_days_in("hold out a tenth")
    (28, None)
    """
    days = days_in(text)
    return lead_days_in(text) if days is None else days


def days_of(number: float, unit: str) -> int:
    """Days in a number of units; twelve months are a year."""
    months = DAYS[unit] == DAYS["month"] and number % 12 == 0
    if unit in ("year", "年") and number % 1:
        return int(number * 12 * DAYS["month"])
    return int(number // 12 * YEAR if months else number * DAYS[unit])


def _found(text: str) -> Iterator[Duration]:
    matches = list(_DURATION.finditer(text))
    refused = [match for match in matches if _is_refused(match, text)]
    if len(refused) < len(matches):
        matches = [match for match in matches if match not in refused]
    told: Role = "bare"
    for match, later in zip_longest(matches, matches[1:]):
        after = later.start() if later else None
        if after is not None and takes_back(text[match.end() : after]):
            told = _role(text[: match.start()], text[match.end() :])
            continue
        number, unit = _number(match), (match["u"] or match["zu"]).lower()
        if number is None or _is_a_share(match, text):
            continue
        right = _put_right(text, match.end(), after, instead=match in refused)
        number, end = right or (number, match.end())
        unit = unit if unit in DAYS else unit.removesuffix("s")
        days = days_of(number, unit)
        role = "ahead" if match["nxt"] else _role(text[: match.start()], text[end:])
        if days:
            yield Duration(days, told if role == "bare" else role, match.start(), end)
        told = "bare"


def _put_right(
    text: str, start: int, stop: int | None, *, instead: bool = False
) -> tuple[float, int] | None:
    """The number, and its end, told with no unit in place of the one before ("9 days, no, 12").

    After a number that is refused, one that is to be taken stands for it ("not 9 days, take 12").
    """
    for alone in _ALONE.finditer(text[start:stop]):
        between = text[start : start + alone.start()]
        if takes_back(between) or (instead and _TAKEN.search(between)):
            return number_of(alone["n"]), start + alone.end()
    return None


def _is_refused(match: re.Match[str], text: str) -> bool:
    """Whether a length of time is named only as the wrong one ("a year is too long")."""
    before, after = text[: match.start()], text[match.end() :]
    return bool(_REFUSED.search(after) or _NOT_BEFORE.search(before))


def _is_a_share(match: re.Match[str], text: str) -> bool:
    """Whether "a quarter" is one of four parts, as after "hold back" or before "of them"."""
    if (match["n"] or "").lower() not in ("a", "an", "one") or (
        match["u"] or ""
    ).lower() != "quarter":
        return False
    return not re.search(
        r"\b(?:for|in|within|over|next|last|past|coming|per|every|each|the)\s*$",
        text[: match.start()],
        re.IGNORECASE,
    )


def _number(match: re.Match[str]) -> float | None:
    """How many units; `None` where a month or a quarter of the calendar is named."""
    if match["u"]:
        words = match["n"].lower()
        half = 0.5 if match["h"] or match["h2"] else 0.0
        if words.startswith("half"):
            return 0.5
        return {"a": 1, "an": 1, "couple of": 2, "a couple of": 2}.get(
            words, number_of(words)
        ) + half
    if match["zu"] in ("月", "季", "季度") and not match["ge"] and match["z"] not in ("俩", "仨"):
        return None
    half = 0.5 if match["zh"] or match["zh2"] else 0.0
    return 0.5 if match["z"] == "半" else number_of(match["z"]) + half


def _role(before: str, after: str) -> Role:
    if _LEAD_AFTER.search(after) or _LEAD_BEFORE.search(before):
        return "lead"
    if _IDLE_BEFORE.search(before):
        return "past"
    if _SINCE_THEN.search(before) or (_FIRST.search(before) and _FROM_THEN.match(after)):
        return "bare"
    if _WILL_AFTER.match(after):
        return "ahead"
    if _AHEAD_AFTER.search(after) and not _PAST_BEFORE.search(before):
        return "ahead"
    if _COUNTED_BEFORE.search(before) and not re.match(r"\s*(?:ago|earlier|before)\b", after):
        return "bare"
    if _AHEAD_BEFORE.search(before):
        return "past" if re.match(r"\s*(?:没|未)", after) else "ahead"
    past = _PAST_BEFORE.search(before) or _PAST_AFTER.search(after)
    return "past" if past else "bare"
