"""What code can read off a question by itself, so that the model need not guess it."""

import logging
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal

from assistant import keeping, naming, splits
from assistant.anew import anew, each_of_all
from assistant.changes import less_held_figures, untold
from assistant.counting import Counted, counted
from assistant.cues import blanked, cue
from assistant.following import Shape, carried_over
from assistant.nested import less_one_day, less_split
from assistant.of_each import of_each
from assistant.ordering import order_of
from assistant.ranked_times import ranked_times, with_times
from assistant.retelling import with_month
from assistant.settling import Settling
from assistant.sides import rating_of
from assistant.subjects import subject_of
from assistant.table_layout import told_by_rows
from assistant.times import Compare, Times, dated
from assistant.whose import with_abroad, with_whose
from tools.customers import Customer, Customers
from tools.lexicon import Lexicon
from tools.mentions import Mention
from tools.metrics.findings import Ranking
from tools.periods import PeriodMention
from tools.periods.ahead import days_ahead, horizon_in
from tools.places import HOME
from tools.stars import stars_in
from tools.wording.values import Language

_log = logging.getLogger(__name__)

LISTED = ("category", "brand", "region", "country", "gender", "age_band")
"""Dimensions whose values say what is listed, or of which people ("3 earbuds", "20 women")."""

_THOSE = re.compile(r"\b(?:the|these|those|all|both)\s+$|[这那]$", re.IGNORECASE)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


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

    def read(
        self,
        question: str,
        before: tuple[str, Mapping[str, Any]] | None = None,
        *,
        changes: bool = False,
        stays: bool = False,
    ) -> Reading:
        """What `question` says outright.

        Args:
            question: As the person wrote it.
            before: Tool and arguments of the last call in the conversation, if any.
            changes: Whether it is known to change the answer before.
            stays: Whether it is then known to ask the same tool, whatever figures it names.
        """
        text = self.settled(blanked(self.lexicon.spelled(dated(question)), "pleasantry"))
        mentions = with_whose(text, self.lexicon.find(text), going_on=before is not None)
        base = before[1].get("period") if before else None
        named = _spans(m for m in mentions if m.kind == "value")
        spans = self.times.named(text, named, base=base)
        users = self._customers.named(text, _spans(spans))
        values = [m for m in mentions if m.kind == "value"]
        repeated = [m for m in mentions if m.kind == "dimension" and m.text.startswith("一")]
        stars = [(start, end) for _, _, start, end in stars_in(text)]
        taken = [*_spans(spans), *_spans(users), *_numbered(values), *_spans(repeated), *stars]
        times, count = ranked_times(text)
        count = count or counted(text, taken, [m.start for m in values if m.name in LISTED])
        mentions = with_times([m for m in mentions if not _overlaps(m, count)], times)
        asked = anew(text, mentions, before)
        mentions = asked.mentions
        each = of_each(text, before)
        metrics = each or naming.metrics_named(text, mentions)
        filters = naming.filters_named(text, mentions, going_on=before is not None)
        filters = with_abroad(text, filters, self._home, mentions)
        pitted = splits.pitted(text, mentions, filters)
        figures = _spans(m for m in mentions if m.kind == "metric")
        compare, periods = self.times.comparison(less_held_figures(text, figures), spans)
        apart = self.times.told_apart(text, spans)
        wide = (*splits.widened(text, mentions), *naming.beyond(text, mentions))
        whole = wide if cue("one_lot", text) else splits.in_one(text, mentions, filters)
        groups = splits.groupings(text, mentions, pitted, filters, whole) or apart
        tokens = {span.token for span in spans}
        held = len(tokens) > 1 or any(s.comparison for s in spans) or not tokens.issuperset(periods)
        if groups and not held and not cue("compare_periods", untold(text)):
            compare = "none"  # the groups are held against one another
        filters = less_one_day(less_split(filters, groups, pitted), groups)
        shape = Shape(
            text,
            mentions,
            spans,
            bool(count),
            bool(metrics and (spans or mentions[1:])),
            _spans(users),
        )
        changes = changes or bool(each) or asked.alters(complete=shape.complete, timed=bool(spans))
        tool, carried = carried_over(shape, before, metrics, changes=changes, stays=stays)
        carried = asked.less(carried) if tool else carried
        if tool and keeping.only_whose(text, mentions, (tool, carried)):
            metrics = ()
        if tool and carried.get("period"):
            held_to = carried["period"]
            compare, periods = self.times.against(text, spans, held_to, (compare, periods))
        if tool:
            metrics = keeping.comes_back(text, metrics, (tool, carried))
            metrics = keeping.with_added(text, metrics, (tool, carried))
            if left_over := keeping.less_dropped(text, mentions, (tool, carried)):
                metrics, compare, groups = left_over, "none", ()
            whole = each_of_all(text, wide)
            groups = splits.groupings(text, mentions, pitted, filters, whole) or apart
            groups = keeping.of_before(text, groups, mentions, (tool, carried))
            groups = keeping.nested(text, groups, (tool, carried))
            groups = keeping.nested_in_time(text, groups, filters, (tool, carried))
            filters = less_split(filters, groups, pitted)
            carried = keeping.less_groups(text, mentions, groups, carried)
        left = subject_of(text, _spans(_distinct(mentions)) + _spans(spans))
        _log.debug("Not understood: %r", left)
        return Reading(
            question=question,
            text=text,
            language=language_of(question),
            periods=periods,
            compare=compare,
            metrics=metrics,
            groupings=groups,
            subject=left,
            filters=filters,
            users=tuple(dict.fromkeys(user.user_id for user in users)),
            top_n=count.n if count and not _tells_how_many(text, count, filters) else None,
            order=order_of(text),
            rating=rating_of(text),
            trend=cue("trend", text) and not (tool and cue("in_total", text)),
            ranking=cue("ranking", text),
            overview=not metrics and cue("overview", text),
            grain=self.times.grain(periods or tuple(filter(None, [carried.get("period")]))),
            ahead=days_ahead(text),
            horizon=horizon_in(text, self.today),
            due=horizon_in(text, self.today, any_date=True),
            widened=(*wide, *asked.freed),
            continues=tool,
            carried=carried,
            pitted=pitted,
        )

    def settled(self, text: str) -> str:
        """`text` without what it takes back itself, a table's rows and columns as splits."""
        text = told_by_rows(with_month(text))
        return Settling(self.lexicon, self.times, self._customers).settled(text)

    @cached_property
    def _home(self) -> tuple[str, ...]:
        """The store's own country, where it sells in several."""
        named = self.lexicon.find(HOME)
        several = len(self.lexicon.values("country")) > 1
        return tuple(m.value for m in named if m.name == "country" and several)

    @cached_property
    def times(self) -> Times:
        """Reads the times it names."""
        return Times(self.calendar, self.today)

    @cached_property
    def _customers(self) -> Customers:
        return Customers(self.lexicon.store)


def _distinct(mentions: list[Mention]) -> list[Mention]:
    """Mentions but for categories that share one word: it stays what a search is for."""
    shared = Counter((m.start, m.name) for m in mentions if m.name == "category")
    return [m for m in mentions if shared[m.start, m.name] < 2]


def _spans(found: Iterable[Mention | PeriodMention | Customer]) -> list[tuple[int, int]]:
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


def _tells_how_many(text: str, count: Counted, filters: Sequence[str]) -> bool:
    """Whether a number only says how many values were named ("the two countries in one line")."""
    if count.ranked or count.n < 2 or not _THOSE.search(text[: count.start]):
        return False
    return count.n in Counter(f.split("=")[0] for f in filters if "!=" not in f).values()
