# ruff: noqa: E501  # a pattern reads best on one line
"""Times told by another that they lead up to, begin at or follow ("the week before Qixi")."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tools.periods.calendar import START, Period, add_months, unit_end
from tools.periods.mention import PeriodMention, is_comparison
from tools.periods.parts_of import DAYS, MONTHS, SHORTEST, days_of_token, part_of_it
from tools.periods.readers import EN_WEEKDAYS, ZH_WEEKDAYS
from tools.periods.vocabulary import MONTH, WEEKDAY, ZN, N, number_in

_UNIT = r"(?P<u>days?|weeks?|fortnights?|months?|weekends?)"
_AT_ONCE = r"(?:just |right |immediately |straight |directly )?"
_BEFORE = re.compile(
    rf"\b(?:the )?(?:(?:last |whole |full |entire )?(?P<n>{N}) |(?:whole |full |entire )?){_UNIT}(?: of {MONTH})? (?:that )?{_AT_ONCE}"
    r"(?P<r>before|preceding|prior to|ahead of|leading (?:up|in)?to|leading up to|running up to|up to|counting up to|to|un?till?"
    r"|(?:that |which )?(?:end(?:s|ed|ing)|clos(?:es|ed|ing)|finish(?:es|ed|ing))(?: on| with| in| at)?"
    rf"|after|following|(?:that |which )?(?:beg[ai]n(?:s|ning)?|start(?:s|ed|ing)?|commenc(?:es|ed|ing)|open(?:s|ed|ing))(?: on| with| from)?|from)"
    rf"(?: and including)?,?(?: {WEEKDAY},?)?(?: the)?(?: (?:end|very last day|last day) of(?: the)?)?\s*$",
    re.IGNORECASE,
)
"""What stands before a time that another leads up to, or begins at."""
_FURTHER = re.compile(r"\b(?:within|each|every|per|a|about)\s*$", re.IGNORECASE)
"""Words before a length of time that is no stretch of the calendar."""
_EVE = re.compile(r"\b(?:the )?(?:eve of|(?:very )?day before)(?: the)?\s*$", re.IGNORECASE)
_DAY_OF = re.compile(r"\b(?:on )?the (?:very )?day of(?: the)?\s*$", re.IGNORECASE)
_NEW_YEAR = re.compile(r"spring festival|(?:chinese|lunar) new year", re.IGNORECASE)
"""A feast whose days begin with its eve."""
_MORROW = re.compile(r"\b(?:the )?day after(?: the)?\s*$", re.IGNORECASE)
_ZH_UNIT = r"(?P<u>天|日|周|星期|礼拜|月|周末)"
_ZH_AROUND = re.compile(
    rf"(?:节|假期)?(?:的)?(?P<r>[之以]?前头?|前面|[之以过]?后头?|后面)的?(?:[那这头]|紧挨着的?)?(?:一?整|整整)?(?:(?P<n>{ZN})个?|个)?(?:整|完整的?)?{_ZH_UNIT}(?![均活])"
)
_ZH_EVE = re.compile(
    r"(?:节)?(?:的)?(?:前一[天日晚]|前夕|前夜|头一天)(?=$|[，。,.、的到至跟和比为]|[^\u4e00-\u9fff])"
)
_ZH_ENDING = re.compile(
    rf"(?:为止|截止|止|收尾|结束)的?(?:[那这前]|最后)?(?P<n>{ZN})个?(?P<u>天|日|周|星期|礼拜|月)"
)
_ZH_END_OF = re.compile(rf"[底末]?的[那这]?(?P<n>{ZN})个?(?P<u>天|日|周|星期|礼拜|月)(?![均活])")
_EN_FROM = re.compile(r"from|starting", re.IGNORECASE)
_SO_LONG = re.compile(rf"\b(?:the )?(?P<n>{N}) (?P<u>days?|weeks?|fortnights?),? $", re.IGNORECASE)
_ZH_SO_LONG = re.compile(
    rf"的?(?:[那这头前]|连续|连着|整)?(?P<n>{ZN})个?(?P<u>天|日|周|星期|礼拜)(?![均活]|一个?(?:天|日|周|星期|礼拜))"
)
"""A stretch beside a day that it begins on."""
_ZH_UNTIL = re.compile(r"(?:截[至止]到?|到|至)$")
_ON_TO = re.compile(
    rf"\s*(?:up )?(?:to|until|till?|through|thru)(?: and including)? (?:the )?(?:(?:(?:very )?next|following|same week['’]?s) (?P<a>{WEEKDAY})|(?P<b>{WEEKDAY}) {_AT_ONCE}(?:after|following|that follows|of (?:that|the same) week)(?: (?:it|that))?)\b",
    re.IGNORECASE,
)
_ZH_ON_TO = re.compile(
    rf"(?:起|开始)?(?:一直)?(?:算|看)?[到至](?:它|其)?(?:紧?接着|接下来|随后|之?后|跟着|紧跟着|下面|那|同|当)(?:的|那|一)*个?(?:周|星期|礼拜)?的?(?:周|星期|礼拜)(?P<a>[{ZH_WEEKDAYS}天])"
)
_WEEKENDS = ("weekend", "周末")
_LATER = re.compile(r"after|following|beg[ai]n|start|commenc|open|from|后", re.IGNORECASE)
_WITHIN = re.compile(
    r"up to|\bto\b|until|till?\b|end|clos|finish|beg[ai]n|start|commenc|open|from", re.IGNORECASE
)
_LEADS = re.compile(r"leading|running|counting", re.IGNORECASE)
"""Words by which the time itself is the last of those days, or the first."""
_WEEK = re.compile(r"week\b|[周期拜]$", re.IGNORECASE)


def around(text: str, found: list[PeriodMention], today: date) -> list[PeriodMention]:
    """`found`, with times told by one of them in its place ("the week before Qixi").

    Args:
        text: What they were found in.
        found: Time expressions, in order.
        today: The day relative ones are told from.
    """
    moved: list[PeriodMention] = []
    for mention in found:
        told = _around(text, mention, today)
        if told is not mention:
            moved = [m for m in moved if m.end <= told.start]
        if not any(mention.start < m.end for m in moved):
            moved.append(told)
    return moved


def _around(text: str, mention: PeriodMention, today: date) -> PeriodMention:
    """What is told by `mention`; itself where nothing is."""
    if part := part_of_it(text, mention, today):
        return part
    days = days_of_token(mention.token, today)
    if days is None or mention.token.startswith(("last_", "this_")):
        return mention
    if not mention.comparison and (from_it := _from_it(text, mention, days, today)):
        return from_it
    for read in (_led_up_to, _eve, _followed, _run_on_to):
        if told := read(text, mention, days):
            first, last, start, end = told
            token = f"{first}" if first == last else f"{first}..{last}"
            words = text[start:end].rstrip()
            held = is_comparison(text, start, start + len(words))
            return PeriodMention(token, words, start, start + len(words), held)
    return mention


def _from_it(text: str, mention: PeriodMention, days: Period, today: date) -> PeriodMention | None:
    """The ten days from 3 May, 五月三号起的十天: where "from" let the time run on until today."""
    if not mention.token.endswith(f"..{today}"):
        return None
    before, after = _SO_LONG.search(text[: mention.start]), _ZH_SO_LONG.match(text, mention.end)
    if before and _EN_FROM.match(mention.text) and not _FURTHER.search(text[: before.start()]):
        match, start, end = before, before.start(), mention.end
    elif after and mention.text.endswith(("起", "开始")):
        match, start, end = after, mention.start, after.end()
    else:
        return None
    unit = match["u"].lower()
    length = number_in(match["n"]) * DAYS.get(unit, DAYS.get(unit.removesuffix("s"), 0))
    if not length:
        return None
    token = f"{days.first}..{days.first + timedelta(length - 1)}"
    return replace(mention, token=token, text=text[start:end], start=start, end=end)


_Told = tuple[date, date, int, int]


def _led_up_to(text: str, mention: PeriodMention, days: Period) -> _Told | None:
    """The week before Qixi, the three weeks that ended on 9 May, the ten days from 3 May."""
    match = _BEFORE.search(text[: mention.start])
    if match is None or _FURTHER.search(text[: match.start()]):
        return None
    unit = match["u"].lower().removesuffix("s")
    plural = match["u"].lower().endswith("s")
    if not match["n"] and (plural or match["r"].lower() in ("to", "from", "until")):
        return None
    told = counted_off(days, unit, number_in(match["n"] or "1"), match["r"], mention.text)
    return told and (*told, match.start(), mention.end)


def counted_off(
    days: Period, unit: str, n: int, relation: str, words: str
) -> tuple[date, date] | None:
    """The first and the last day of `n` units that lie before, after or around `days`."""
    later = bool(_LATER.search(relation))
    within = _WITHIN.search(relation) is not None and not _LEADS.match(relation)
    edge = (days.first if within else days.end) if later else (days.end if within else days.first)
    if unit in MONTHS:
        month = START["month"](edge)
        if within and n > 1:
            month = add_months(month, 0 if later else 1 - n)
        elif within:
            one = timedelta(1)
            return (
                (edge, add_months(edge, 1) - one) if later else (add_months(edge + one, -1), edge)
            )
        else:
            month = add_months(month, 1 if later else -n)
        return month, unit_end(add_months(month, n - 1), "month")
    step = 1 if later else -1
    if unit in _WEEKENDS:
        day = edge + timedelta(step)
        while day.weekday() != (5 if later else 6):
            day += timedelta(step)
        return (day, day + timedelta(1)) if later else (day - timedelta(1), day)
    length = n * DAYS[unit] - 1
    near = edge if within else edge + timedelta(step)
    if not within and _WEEK.search(words) and unit in ("week", "周", "星期", "礼拜"):
        near = days.end + timedelta(1) if later else days.first - timedelta(1)
    return (near, near + timedelta(length)) if later else (near - timedelta(length), near)


def _eve(text: str, mention: PeriodMention, days: Period) -> _Told | None:
    """The eve of National Day, the day after Qixi, 国庆前一天."""
    if eve := _EVE.search(text[: mention.start]):
        day = days.first - timedelta(1)
        return day, day, eve.start(), mention.end
    if the_day := _DAY_OF.search(text[: mention.start]):
        day = days.first + timedelta(bool(_NEW_YEAR.search(mention.text)))
        return (day, day, the_day.start(), mention.end) if 1 < days.days < SHORTEST else None
    if morrow := _MORROW.search(text[: mention.start]):
        day = days.end + timedelta(1)
        return day, day, morrow.start(), mention.end
    if zh := _ZH_EVE.match(text, mention.end):
        day = days.first - timedelta(1)
        return day, day, mention.start, zh.end()
    return None


def _followed(text: str, mention: PeriodMention, days: Period) -> _Told | None:
    """国庆前一周, 八月底为止的三周, 五月三号起的十天."""
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        (_ZH_AROUND, lambda match: match["r"]),
        (_ZH_ENDING, lambda _: "ended"),
        (_ZH_END_OF, lambda _: "ended"),
    )
    for pattern, relation in readers:
        match = pattern.match(text, mention.end)
        if pattern is _ZH_END_OF and not _ZH_UNTIL.search(text[: mention.start]):
            continue
        if match is None or (pattern is _ZH_AROUND and not match["n"] and match["u"] in "天日"):
            continue
        n = number_in(match["n"] or "1")
        if told := counted_off(days, match["u"], n, relation(match), mention.text):
            return (*told, mention.start, match.end())
    return None


def _run_on_to(text: str, mention: PeriodMention, days: Period) -> _Told | None:
    """The second Monday of May to the Sunday after it."""
    match = _ON_TO.match(text, mention.end) or _ZH_ON_TO.match(text, mention.end)
    if match is None or (days.days > 1 and not _EN_FROM.match(mention.text)):
        return None
    if match[0].isascii():
        weekday = EN_WEEKDAYS.index((match["a"] or match["b"]).lower()[:3])
    else:
        weekday = ZH_WEEKDAYS.index(match["a"].replace("天", "日"))
    last = days.first + timedelta((weekday - days.first.weekday() - 1) % 7 + 1)
    return days.first, last, mention.start, match.end()
