# ruff: noqa: E501  # a pattern reads best on one line
"""Where a follow-up only steps back or on in time, and to when."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from assistant.cues import cue
from assistant.told_in import Call
from assistant.utterances import after_openers, sentences
from tools.errors import ToolError
from tools.periods import Period, previous, resolve, year_ago
from tools.periods.calendar import add_months
from tools.periods.vocabulary import ZN, N, number_in

if TYPE_CHECKING:
    from assistant.reading import Reader, Reading

BACK = re.compile(
    rf"\b(?:the |in the |for the )?(?:one|(?:{N} )?(day|week|month|quarter|year))s? (?:right |just |immediately |directly )?"
    r"(?:before|prior|preceding|earlier)(?: (?:that|it|then|this))?\b"
    rf"|\b(?:the )?(?:previous|prior|preceding) (?:{N} )?(day|week|month|quarter|year|one|period)s?\b(?!'s)"
    r"|上一个?(周|星期|礼拜|月|季度|年)(?!度|份|份?的?第)"
    rf"|(?:再?往前|再前|再之前|前|再上|更早|(?:再?往前|前面|之前)(?:推|的)?那?{ZN}(?=个|天|日|周|星期|礼拜|年))(?:推|的)?(?:那)?一?个?(周|星期|礼拜|月|季度?|年|天|日)?(?=呢|[的那]|怎么|如何|[？?。，比放摆搁并对一同看睇]|$)",
    re.IGNORECASE,
)
"""The time before the one asked about before."""
ON = re.compile(
    rf"\b(?:the |in the |for the )?(?:(?:next )?one|(?:next )?(?:{N} )?(?P<a>day|week|month|quarter|year))s? (?:right |just |straight |immediately |directly )?(?:after|following)(?: (?:that|it|this|those|them))?\b(?! \w)"
    rf"|\b(?:the )?(?:following|subsequent|next(?= one)|(?<=the )next(?= (?:week|month|quarter|year)\b)) (?:{N} )?(?P<b>day|week|month|quarter|year|one|period)s?\b(?!'s| to\b)"
    rf"|(?:(?:再?往后|后面|之后|以后|随后|紧接着|再后面?|(?<![最今往])后)(?:推|数|的|面)?那?|(?:接下来|接着|接下去|跟着)的?那)(?={ZN})(?P<z>{ZN})个?(?P<d>周|星期|礼拜|月|季度?|年|天|日)(?=呢|[的那]|怎么|如何|[？?。，]|$)"
    r"|(?:(?:再往后|再后|再下|随后|紧接着)(?:推|的|面)?(?:那)?一?个?|(?:后|下)一个?)(?P<c>周|星期|礼拜|月|季度?|年|天|日)(?=呢|[的那]|怎么|如何|[？?。，]|$)",
    re.IGNORECASE,
)
"""The time after the one asked about before."""
_NEXT = re.compile(r"\bnext\b", re.IGNORECASE)
YEARS = ("year", "年")
LENGTHS = {
    "day": 1, "week": 7, "month": 28, "quarter": 90,
    "天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 28, "季": 90, "季度": 90,
}  # fmt: skip
"""Fewest days of the units that are stepped back by; of another length it is another time."""
_CLAUSE_END = re.compile(r"[,，;；]|\b(?:and|but|plus)\b", re.IGNORECASE)
MOST_WORDS = 5
"""Most words beside those for the time in a follow-up that only steps back."""


def stepped(reading: "Reading", before: Call, reader: "Reader") -> "Reading | None":
    """`reading` of a follow-up that only steps back or on in time; `None` where it does not.

    Args:
        reading: What the follow-up says outright.
        before: Tool and arguments of the call before.
        reader: Knows the store's calendar.
    """
    tool, arguments = before
    kept = replace(reading, continues=tool, carried=arguments, groupings=())
    back = step_back(reading)
    if back and (period := earlier(arguments.get("period"), back, reader)):
        if held_back(reading):
            years = next(filter(None, back.groups()), "") in YEARS
            return replace(kept, compare="year_ago" if years else "previous_period", periods=())
        return replace(kept, compare=arguments.get("compare", "none"), periods=(period,))
    on = step_on(reading)
    period = later(arguments.get("period"), on, reader) if on else None
    if on and period and not _is_to_come(period, on[0], reader):
        return replace(kept, periods=(period,), ahead=None, horizon=None, due=None)
    return None


def _is_to_come(token: str, said: str, reader: "Reader") -> bool:
    """Whether the time said to be next is not over yet, so that it is foretold and not looked up."""
    return (
        bool(_NEXT.search(said))
        and resolve(token, reader.today, reader.calendar[0]).end > reader.today
    )


def step_back(reading: "Reading") -> re.Match[str] | None:
    """Where a question, or one of its sentences, says little else than a step back in time."""
    for said in sentences(reading.words):
        back = BACK.search(said)
        if back and (_is_only(said, back) or _is_clause(reading, said, back)):
            return back
    return None


def step_on(reading: "Reading") -> re.Match[str] | None:
    """Where a question, or one of its sentences, says little else than a step on in time."""
    for said in sentences(reading.words):
        on = ON.search(said)
        if on and _is_only(said, on):
            return on
    return None


def held_back(reading: "Reading") -> bool:
    """Whether a step back is to be held against the time before, and not to take its place."""
    return cue("beside", reading.words) or cue("compare", BACK.sub(" ", reading.words))


def _is_only(said: str, step: re.Match[str]) -> bool:
    rest = after_openers(said[: step.start()] + said[step.end() :])
    if cue("interrogative", rest.removesuffix("？").removesuffix("呢")):
        return False
    return len(re.findall(r"[a-z]+|[\u4e00-\u9fff]{1,2}", rest, re.IGNORECASE)) <= MOST_WORDS


def _is_clause(reading: "Reading", said: str, step: re.Match[str]) -> bool:
    """Whether a clause of its own steps back, and the others only narrow what is counted."""
    if reading.metrics or reading.groupings or not reading.filters:
        return False
    start = max((m.end() for m in _CLAUSE_END.finditer(said, 0, step.start())), default=0)
    end = _CLAUSE_END.search(said, step.end())
    clause = said[start : end.start() if end else len(said)]
    own = BACK.search(clause)
    return own is not None and own[0] == step[0] and _is_only(clause, own)


def earlier(token: str | None, back: re.Match[str], reader: "Reader") -> str | None:
    """The period before that of `token`; a year before where a year is stepped back."""
    try:
        period = resolve(token or "last_30_days", reader.today, reader.calendar[0])
    except ToolError:
        return None
    unit = next(filter(None, back.groups()), "")
    if not _fits(unit, period, _times(back[0])):
        return None
    return (year_ago(period) if unit in YEARS else previous(period)).token


def later(token: str | None, on: re.Match[str], reader: "Reader") -> str | None:
    """The period after that of `token`, where it has begun by today."""
    try:
        period = resolve(token or "", reader.today, reader.calendar[0])
    except ToolError:
        return None
    unit = next(filter(None, (on[g] for g in "abcd")), "")
    first, times = period.end + timedelta(1), _times(on[0])
    if first > reader.today:
        return None
    if times > 1 and LENGTHS.get(unit, 0) * times < period.days:
        return _next_few(first, unit, times)
    if not _fits(unit, period, times):
        return None
    if period.unit != "month":
        return f"{first}..{first + (period.end - period.first)}"
    months = (period.end.year - period.first.year) * 12 + period.end.month - period.first.month
    return f"{first:%Y-%m}..{add_months(first, months):%Y-%m}" if months else f"{first:%Y-%m}"


def _next_few(first: date, unit: str, times: int) -> str | None:
    """The next `times` days or weeks from `first` on, fewer than were asked about before."""
    if LENGTHS[unit] > LENGTHS["week"]:
        return None
    return f"{first}..{first + timedelta(LENGTHS[unit] * times - 1)}"


def _times(step: str) -> int:
    """How many units a step goes back ("the seven days before that")."""
    found = re.search(rf"\b{N}\b|{ZN}", step, re.IGNORECASE)
    return number_in(found[0]) or 1 if found else 1


def _fits(unit: str, period: Period, times: int = 1) -> bool:
    """Whether a period is about as long as the units that are stepped by."""
    length = LENGTHS.get(unit, 0) * times
    return unit not in LENGTHS or length <= period.days < 1.2 * length
