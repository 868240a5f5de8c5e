# ruff: noqa: E501  # a pattern reads best on one line
"""The times a question names: which it is about, and what they are held against."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from assistant.changes import STEPS, chosen_between, ends_of, less_before, less_yearly, untold
from assistant.cues import cue
from assistant.facing import BESIDE, faces, of_last_year
from assistant.lined_up import lined_up, names_a_line
from assistant.naming import EACH
from assistant.same_days import with_same_days
from assistant.wanted_times import less_unwanted, turned_to, within
from tools.errors import ToolError
from tools.periods import PeriodMention, find_periods, previous, resolve, year_ago
from tools.periods.vocabulary import MONTH, ZH_WEEKDAY

UNITS = ("week", "month", "quarter", "year")
_LONGEST = {"year": 366, "quarter": 92, "week": 7, "month": 31, "day": 1}
_UNIT_WORDS = {
    "quarter": re.compile(r"quarter|季|q[1-4]", re.IGNORECASE),
    "year": re.compile(r"year|年", re.IGNORECASE),
    "week": re.compile(r"week|周|星期|礼拜", re.IGNORECASE),
    "month": re.compile(rf"month|月|\b{MONTH}", re.IGNORECASE),
    "day": re.compile(r"day|[天日号]", re.IGNORECASE),
}
_FROM_TO = re.compile(r"\b(?:to|through|thru|un?till?)\b|[-–—~～至到]", re.IGNORECASE)
Compare = str
"""`none`, `previous_period`, `year_ago`, or the token of any earlier period."""
Span = tuple[int, int]
"""Where words begin and end."""

_YEAR = re.compile(
    r"(?<!user )(?<!customer )(?<!shopper )(?<!id )(?<!than )(?<!over )(?<!under )(?<!above )(?<!below )(?<!least )(?<!top )(?<![\w.$€£¥#-])(20\d\d)(?=\W*$| (?:cohorts?|starters|joiners|newcomers|first[- ]timers|sign-?ups|intake|crowd|revenue|sales|figures|numbers|so far)\b)",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?:[和跟与同比较]|相比|\b(?:vs\.?|versus|than|against|compar(?:e|es|ed|ing) (?:it |that |this |them )?(?:to|with)|from|(?:chang\w*|up|down|gr[eo]w\w*|(?:in|de)creas\w*|drop\w*|rise|rose|fell) (?:on|over|since)))\s*(?:in |the |that of )?$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\s*(?:,|/|and|as well as|along with|['’‘]?n['’]?(?=\s)|&|\+|、|，|和|与|及)?\s*(?:and )?",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"[同跟埋]+|\s*plus\s*(?:the )?", re.IGNORECASE)
_ADDED_UP = re.compile(
    r"[^。？?！!]{0,8}?(?:加埋|加(?:在)?一?起|加起来|合起来|合计|合共|一共|总共|拢共)|[^.?!]{0,24}\b(?:together|combined|in total|put together|taken together)\b",
    re.IGNORECASE,
)
"""Words between two times, and after them, by which both are wanted as one sum."""


_STEP_ON_STEP = re.compile(
    r"\b(?P<u>day|week|month|quarter)[- ](?:on|over|to)[- ](?P=u)\b|\bm-?o-?m\b|\bw-?o-?w\b|(?:逐|按)?[月周季]度?环比|环比(?=[^，。？?]{0,4}逐[月周季])",
    re.IGNORECASE,
)
"""One unit of time held against the next, which of a long time wants all of them."""
_SAME_DAYS = re.compile(
    r"(?:the |those |these )?same (?:\w+ )?(?:days?|dates|week|stretch|period|time|span)(?: (?:in|of|from|for))?(?: the)?\s*$",
    re.IGNORECASE,
)
_DATED_DAY = re.compile(
    rf"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?(?=\d{{1,2}}(?:st|nd|rd|th)\b|\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}\b)"
    r"|(?<=[日号])\s*[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?",
    re.IGNORECASE,
)
"""A weekday beside the date it falls on."""
_EACH_WEEKDAY = re.compile(
    rf"(?:每|逢)一?个?(?=(?:周|星期|礼拜){ZH_WEEKDAY}(?![次天回封条遍趟单到至]))"
)
"""What makes a weekday all of its kind."""


def dated(text: str) -> str:
    """`text` without the weekdays of the dates it names.

    >>> dated("Monday the 19th to Sunday the 25th of October"), dated("10月19日（周一）起")
    ('19th to 25th of October', '10月19日起')
    """
    return _EACH_WEEKDAY.sub("", _DATED_DAY.sub("", text))


@dataclass(frozen=True)
class Times:
    """Reads the times of questions about one store.

    Attributes:
        calendar: First and last day of its data.
        today: The day that "last month" is told from.
    """

    calendar: tuple[date, date]
    today: date

    def named(
        self, text: str, names: Sequence[Span], *, apart: bool = False, base: str | None = None
    ) -> list[PeriodMention]:
        """The times `text` names; none within `names`, such as a campaign's.

        Args:
            text: A question.
            names: Where words stand that are no times.
            apart: Whether listed times are told one by one, not as one.
            base: The time that the answer before was about, if any.
        """
        found = find_periods(text, self.today)
        spans = [s for s in found if not any(a <= s.start and s.end <= b for a, b in names)]
        spans = less_unwanted(text, spans)
        spans = within(text, spans, self.today, self.calendar[0])
        spans = with_same_days(text, self._once(spans), base, self.today, self.calendar[0])
        held = any(s.comparison for s in spans)
        if not (held or cue("compare", text)):  # beside another time, "today" is when it is asked
            spans = [s for s in spans if s.token != "today"] or spans  # noqa: S105  # a period
        if apart:
            return spans
        spans = turned_to(text, spans)
        return self._in_one(text, spans) or self._bare_year(text)

    def comparison(
        self, text: str, mentions: list[PeriodMention]
    ) -> tuple[Compare, tuple[str, ...]]:
        """What is compared with what: "October against September" is one period and its before."""
        tokens = tuple(dict.fromkeys(mention.token for mention in mentions))
        facing = faces(text, mentions)
        text = less_yearly(untold(less_before(text, mentions)))
        if len(mentions) == 1 and (ends := ends_of(text, mentions[0])):
            return self.pair(*ends)
        if not (facing or cue("compare", text)):
            return "none", tokens
        if cue("compare_year", text) and not (len(tokens) == 2 and of_last_year(mentions)):
            held = {
                m.token
                for m in mentions
                if m.comparison or len(tokens) > 1 or _HELD.search(text[: m.start])
            }
            return "year_ago", tuple(t for t in tokens if t != "last_year" or t not in held)
        if len(tokens) == 1 and mentions[0].comparison and tokens[0].startswith("last_"):
            unit = tokens[0].removeprefix("last_")
            return "previous_period", (f"this_{unit}",) if unit in UNITS else ()
        if len(tokens) > 2:
            tokens = _held(mentions) or tokens
        if len(tokens) != 2:
            return "previous_period", tokens
        return self.pair(*tokens)

    def against(
        self,
        text: str,
        spans: list[PeriodMention],
        period: str,
        read: tuple[Compare, tuple[str, ...]],
    ) -> tuple[Compare, tuple[str, ...]]:
        """October against September, when "vs September?" follows a figure of October.

        Args:
            text: The question that follows.
            spans: The times it names.
            period: What the figure before was about.
            read: What is compared with what by its own words.
        """
        if len(spans) != 1 or (read[0] == "year_ago" and not of_last_year(spans)):
            return read
        before = _SAME_DAYS.sub("", text[: spans[0].start])
        facing = read[0] != "none" and _HELD.search(before)
        beside = BESIDE.search(text[: spans[0].start])
        held = spans[0].comparison or facing or beside or cue("beside", text)
        if not held:
            return read
        try:
            return self.pair(period, spans[0].token)
        except ToolError:
            return read

    def grain(self, periods: tuple[str, ...]) -> str:
        """Days for up to a month, weeks for up to a season, else months."""
        days = (self._length(periods[0]) if periods else 0) or 365
        return "day" if days <= 31 else "week" if days <= 100 else "month"

    def told_apart(self, text: str, spans: list[PeriodMention]) -> tuple[str, ...]:
        """The unit of which several are named to be told apart ("May and June, each")."""
        stepped = _STEP_ON_STEP.search(text)
        if len(spans) == 1 and stepped:
            unit = next(u for u, w in _UNIT_WORDS.items() if w.search(stepped[0]))
            days = self._length(spans[0].token)
            return (unit,) if days > 2 * _LONGEST[unit] else ()
        if len(spans) != 1 or _FROM_TO.search(spans[0].text):
            return ()
        if not (EACH.search(text) or names_a_line(spans[0].text)):
            return ()
        days = self._length(spans[0].token)
        named = [unit for unit, words in _UNIT_WORDS.items() if words.search(spans[0].text)]
        return tuple(unit for unit in named[:1] if days > _LONGEST[unit])

    def _length(self, token: str) -> int:
        """Days of a time; 0 where it cannot be told."""
        try:
            return resolve(token, self.today, self.calendar[0]).days
        except ToolError:
            return 0

    def _bare_year(self, text: str) -> list[PeriodMention]:
        """The year of the data that a question ends with ("revenue by brand, 2026")."""
        found = _YEAR.search(text)
        first, last = (day.year for day in self.calendar)
        if found is None or not first <= int(found[1]) <= last:
            return []
        return [PeriodMention(found[1], found[1], found.start(1), found.end(1))]

    def _once(self, spans: list[PeriodMention]) -> list[PeriodMention]:
        """`spans` without those that only say the days of one before them once more."""
        days = [resolve(span.token, self.today, self.calendar[0]) for span in spans]
        told = [(one.first, one.end) for one in days]
        return [s for n, s in enumerate(spans) if told[n] not in told[:n] or s.comparison]

    def _in_one(self, text: str, spans: list[PeriodMention]) -> list[PeriodMention]:
        """Times that are only listed, one right after another, as one ("for June and July")."""
        between = [text[a.end : b.start] for a, b in pairwise(spans)]
        line = lined_up(text, spans)
        if not line and (
            len(spans) < 2
            or cue("compare", text)
            or faces(text, spans)
            or not (
                all(map(_LISTED.fullmatch, between))
                or STEPS.search(text)
                or (all(map(_TOGETHER.fullmatch, between)) and _ADDED_UP.match(text, spans[-1].end))
            )
        ):
            return spans
        token = None if chosen_between(text, spans) else self.in_a_row(*(s.token for s in spans))
        start, end = spans[0].start, spans[-1].end
        return [PeriodMention(token, text[start:end], start, end)] if token else spans

    def in_a_row(self, *tokens: str) -> str | None:
        """All the times named, where each begins when another is over."""
        days = [resolve(token, self.today, self.calendar[0]) for token in tokens]
        days.sort(key=lambda one: one.first)
        gaps = any(a.end + timedelta(1) != b.first for a, b in pairwise(days))
        return None if gaps else f"{days[0].first}..{days[-1].last}"

    def pair(self, one: str, other: str) -> tuple[Compare, tuple[str]]:
        """The later of two times, and what it is compared with."""
        first, second = (resolve(token, self.today, self.calendar[0]) for token in (one, other))
        later, earlier = (first, second) if first.last >= second.last else (second, first)
        if year_ago(later).first == earlier.first:
            return "year_ago", (later.token,)
        if previous(later).first == earlier.first:
            return "previous_period", (later.token,)
        return earlier.token, (later.token,)


def _held(mentions: list[PeriodMention]) -> tuple[str, ...]:
    """Of several times, the one held against another and that other ("…, September against July")."""
    pairs = [(a.token, b.token) for a, b in pairwise(mentions) if b.comparison]
    return pairs[-1] if pairs else ()
