# ruff: noqa: E501  # a pattern reads best on one line
"""What code can read off a question by itself, so that the model need not guess it."""

import logging
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any, Literal

from assistant import naming
from assistant.counting import Counted, counted
from assistant.cues import blanked, cue
from assistant.following import Shape, carried_over
from assistant.subjects import rating_of, subject_of
from tools.customers import Customer, Customers
from tools.errors import ToolError
from tools.lexicon import Lexicon, Mention
from tools.metrics.findings import Ranking
from tools.periods import PeriodMention, find_periods, previous, resolve, year_ago
from tools.periods.ahead import days_ahead, horizon_in
from tools.wording.values import Language

_log = logging.getLogger(__name__)

RANKINGS: tuple[Ranking, ...] = ("worst", "lowest", "best", "highest")
"""In the order they are looked for: "the worst of the top ten" asks for the worst."""

LISTED = ("category", "brand", "region", "country", "gender", "age_band")
"""Dimensions whose values say what is listed, or of which people ("3 earbuds", "20 women")."""

UNITS = ("week", "month", "quarter", "year")
Compare = str
"""`none`, `previous_period`, `year_ago`, or the token of any earlier period."""

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_YEAR = re.compile(
    r"(?<!user )(?<!customer )(?<!shopper )(?<!id )(?<!than )(?<!over )(?<!under )(?<!above )(?<!below )(?<!least )(?<!top )(?<![\w.$€£¥#-])(20\d\d)(?=\W*$)",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?:[和跟与同比较]|相比|\b(?:vs\.?|versus|than|against|compared (?:to|with)|from))\s*(?:in |the |that of )?$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:,|and|&|\+|、|，|和|与|及)?\s*(?:and )?", re.IGNORECASE)
_ALL = re.compile(r"(?:\b(?:all|any)(?: the)?|所有的?|全部的?|全)\s*$", re.IGNORECASE)


def language_of(text: str) -> Language:
    """Chinese when the Chinese characters outweigh the Latin words, else English.

    >>> language_of("What was revenue for 耳机?"), language_of("GMV 上个月多少?")
    ('en', 'zh')
    """
    chinese = len(_CHINESE.findall(text))
    return "zh" if chinese > 0 and chinese >= len(_LATIN_WORD.findall(text)) else "en"


@dataclass(frozen=True)
class Reading:
    """What a question says outright.

    Attributes:
        question: As asked.
        language: Language to answer in.
        text: The question with small misspellings put right.
        periods: Period tokens named, in order; what they are compared with is left out.
        compare: Comparison asked for.
        metrics: Metrics named.
        groupings: Dimensions the figures are to be split by.
        filters: Values named, as `dimension=value` (`dimension!=value` where excluded).
        subject: The question's words less all that is understood or mere framing: what a search
            should be about.
        topic: What small talk is about, as the router tells it.
        users: Customers named by id.
        top_n: How many groups are wanted.
        order: Which groups are wanted: the highest or lowest figures, or the best or worst (a high
            return rate is not good).
        rating: Whether praise or complaints are wanted.
        trend: Whether a development over time is asked for.
        ranking: Whether the words ask for groups at all ("which", "各").
        overview: Whether the words ask how things are going, no metric named.
        grain: Calendar unit that shows a development over the period named.
        ahead: Days the question says outright it looks ahead.
        horizon: Days it looks ahead if it is about what will be: any length of time it names, or
            the days to a date it leads up to.
        due: The same, or the days to any date to come that it names.
        widened: Dimensions of which the question wants every value ("for all categories").
        continues: Tool of the call before, when the question continues it.
        carried: Arguments of that call.
        pitted: Dimensions of which it names several values by words of their own.
    """

    question: str
    language: Language
    text: str = ""
    periods: tuple[str, ...] = ()
    compare: Compare = "none"
    metrics: tuple[str, ...] = ()
    groupings: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    subject: str = ""
    topic: str | None = None
    users: tuple[str, ...] = ()
    top_n: int | None = None
    order: Ranking = "highest"
    rating: Literal["any", "positive", "negative"] = "any"
    trend: bool = False
    ranking: bool = False
    overview: bool = False
    grain: str = "month"
    ahead: int | None = None
    horizon: int | None = None
    due: int | None = None
    widened: tuple[str, ...] = ()
    continues: str | None = None
    carried: Mapping[str, Any] = field(default_factory=dict)
    pitted: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The question as it is read: with small misspellings put right."""
        return self.text or self.question

    def named(self, dimension: str) -> tuple[str, ...]:
        """Values of `dimension` the question names (not those it excludes)."""
        prefix = f"{dimension}="
        return tuple(f.removeprefix(prefix) for f in self.filters if f.startswith(prefix))


@dataclass(frozen=True)
class Reader:
    """Reads questions about one store."""

    lexicon: Lexicon
    calendar: tuple[date, date]
    today: date

    def read(self, question: str, before: tuple[str, Mapping[str, Any]] | None = None) -> Reading:
        """What `question` says outright.

        Args:
            question: As the person wrote it.
            before: Tool and arguments of the last call in the conversation, if any.
        """
        text = blanked(self.lexicon.spelled(question), "pleasantry")
        mentions = self.lexicon.find(text)
        spans = [s for s in find_periods(text, self.today) if not _inside(s, mentions)]
        spans = self._in_one(text, spans) or self._bare_year(text)
        users = self._customers.named(text, _spans(spans))
        values = [m for m in mentions if m.kind == "value"]
        taken = [*_spans(spans), *_spans(users), *_numbered(values)]
        count = counted(text, taken, [m.start for m in values if m.name in LISTED])
        mentions = [m for m in mentions if not _overlaps(m, count)]
        metrics = naming.metrics_named(text, mentions)
        filters = naming.filters_named(text, mentions)
        pitted = naming.pitted(text, mentions, filters)
        compare, periods = self._comparison(text, spans)
        groups = naming.groupings(text, mentions, pitted, filters)
        held = len(periods) > 1 or any(span.comparison for span in spans)
        if groups and not held and not cue("compare_periods", text):
            compare = "none"  # the groups are held against one another
        shape = Shape(
            text,
            mentions,
            spans,
            bool(count),
            bool(metrics and (spans or mentions[1:])),
            _spans(users),
        )
        tool, carried = carried_over(shape, before, metrics)
        if tool and carried.get("period"):
            compare, periods = self._against(text, spans, carried["period"], compare, periods)
        widened = _widened(text, mentions)
        left = subject_of(text, _spans(_distinct(mentions)) + _spans(spans))
        _log.debug("Not understood: %r", left)
        return Reading(
            question=question,
            text=text,
            language=language_of(question),
            periods=periods,
            compare=compare,
            metrics=metrics,
            groupings=naming.groupings(text, mentions, pitted, filters, widened if tool else ()),
            subject=left,
            filters=filters,
            users=tuple(dict.fromkeys(user.user_id for user in users)),
            top_n=count.n if count else None,
            order=_order(text),
            rating=rating_of(text),
            trend=cue("trend", text),
            ranking=cue("ranking", text),
            overview=not metrics and cue("overview", text),
            grain=self._grain(periods or tuple(filter(None, [carried.get("period")]))),
            ahead=days_ahead(text),
            horizon=horizon_in(text, self.today),
            due=horizon_in(text, self.today, any_date=True),
            widened=widened,
            continues=tool,
            carried=carried,
            pitted=pitted,
        )

    @cached_property
    def _customers(self) -> Customers:
        return Customers(self.lexicon.store)

    def _bare_year(self, text: str) -> list[PeriodMention]:
        """The year of the data that a question ends with ("revenue by brand, 2026")."""
        found = _YEAR.search(text)
        first, last = (day.year for day in self.calendar)
        if found is None or not first <= int(found[1]) <= last:
            return []
        return [PeriodMention(found[1], found[1], found.start(1), found.end(1))]

    def _in_one(self, text: str, spans: list[PeriodMention]) -> list[PeriodMention]:
        """Times that are only listed, one right after another, as one ("for June and July")."""
        between = [text[a.end : b.start] for a, b in pairwise(spans)]
        if len(spans) < 2 or cue("compare", text) or not all(map(_LISTED.fullmatch, between)):
            return spans
        days = [resolve(span.token, self.today, self.calendar[0]) for span in spans]
        if any(a.end + timedelta(1) != b.first for a, b in pairwise(days)):
            return spans
        start, end = spans[0].start, spans[-1].end
        token = f"{days[0].first}..{days[-1].last}"
        return [PeriodMention(token, text[start:end], start, end)]

    def _grain(self, periods: tuple[str, ...]) -> str:
        """Days for up to a month, weeks for up to a season, else months."""
        try:
            days = resolve(periods[0], self.today, self.calendar[0]).days if periods else 365
        except ToolError:
            return "month"
        return "day" if days <= 31 else "week" if days <= 100 else "month"

    def _against(
        self,
        text: str,
        spans: list[PeriodMention],
        period: str,
        compare: Compare,
        periods: tuple[str, ...],
    ) -> tuple[Compare, tuple[str, ...]]:
        """October against September, when "vs September?" follows a figure of October."""
        if len(spans) != 1 or compare == "year_ago":
            return compare, periods
        held = spans[0].comparison or (compare != "none" and _HELD.search(text[: spans[0].start]))
        if not held:
            return compare, periods
        try:
            return self._pair(period, spans[0].token)
        except ToolError:
            return compare, periods

    def _comparison(
        self, question: str, mentions: list[PeriodMention]
    ) -> tuple[Compare, tuple[str, ...]]:
        """What is compared with what: "October against September" is one period and its before."""
        tokens = tuple(dict.fromkeys(mention.token for mention in mentions))
        if not cue("compare", question):
            return "none", tokens
        if cue("compare_year", question):
            held = {m.token for m in mentions if m.comparison or len(tokens) > 1}
            return "year_ago", tuple(t for t in tokens if t != "last_year" or t not in held)
        if len(tokens) == 1 and mentions[0].comparison and tokens[0].startswith("last_"):
            unit = tokens[0].removeprefix("last_")
            return "previous_period", (f"this_{unit}",) if unit in UNITS else ()
        if len(tokens) > 2:
            tokens = _held(mentions) or tokens
        if len(tokens) != 2:
            return "previous_period", tokens
        return self._pair(*tokens)

    def _pair(self, one: str, other: str) -> tuple[Compare, tuple[str, ...]]:
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


def _distinct(mentions: list[Mention]) -> list[Mention]:
    """Mentions but for categories that share one word: it stays what a search is for."""
    shared = Counter((m.start, m.name) for m in mentions if m.name == "category")
    return [m for m in mentions if shared[m.start, m.name] < 2]


def _spans(found: Sequence[Mention | PeriodMention | Customer]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in found]


def _numbered(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where values stand, but for those that a word of rank may only look like ("Tops")."""
    return [
        (m.start, m.end)
        for m in mentions
        if not re.fullmatch(r"tops?|best|firsts?", m.text.lower())
    ]


def _overlaps(mention: Mention, count: Counted | None) -> bool:
    return count is not None and mention.start < count.end and mention.end > count.start


def _widened(text: str, mentions: list[Mention]) -> tuple[str, ...]:
    """Dimensions named with "all"."""
    return tuple(
        m.name
        for m in mentions
        if m.kind == "dimension" and _ALL.search(text[: m.start]) and not m.value
    )


def _inside(span: PeriodMention, mentions: list[Mention]) -> bool:
    """Whether the words of a time belong to a name, such as a campaign's."""
    return any(m.kind == "value" and m.start <= span.start and span.end <= m.end for m in mentions)


def _order(question: str) -> Ranking:
    return next((order for order in RANKINGS if cue(order, question)), "highest")
