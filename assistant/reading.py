"""What code can read off a question by itself, so that the model need not guess it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml

from tools.lexicon import Lexicon, Mention
from tools.metrics.findings import Ranking
from tools.periods import PeriodMention, find_periods, previous, resolve, year_ago
from tools.wording.values import Language

CUES = Path(__file__).parent / "prompts" / "cues.yaml"
RANKINGS: tuple[Ranking, ...] = ("worst", "lowest", "best", "highest")
"""In the order they are looked for: "the worst of the top ten" asks for the worst."""

Compare = str
"""`none`, `previous_period`, `year_ago`, or the token of any earlier period."""

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_TOP_N = re.compile(
    r"\b(?:top|bottom|best|worst|first)\s+(\d{1,3}|three|five|ten|twenty)\b|\b(\d{1,3})\s+(?:best|worst|top|most|least)"
    r"|(?:前|倒数|后)\s*(\d{1,3}|[一二两三四五六七八九十])|哪\s*(\d{1,2}|[两三四五六七八九十])\s*[个款种类家]",
    re.IGNORECASE,
)
_USER = re.compile(
    r"(?:\b(?:user|customer|shopper|client)|用户|顾客|客户|会员)\s*(?:id\s*)?[#:：]?\s*([A-Za-z]{0,4}[-_]?\d+)",
    re.IGNORECASE,
)
_ENGLISH_NUMBERS = {"three": 3, "five": 5, "ten": 10, "twenty": 20}


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
        continues: Tool of the call before, when the question continues it.
        carried: Arguments of that call.
    """

    question: str
    language: Language
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
    continues: str | None = None
    carried: Mapping[str, Any] = field(default_factory=dict)

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
        counted = _TOP_N.search(question)
        mentions = [m for m in self.lexicon.find(question) if not _overlaps(m, counted)]
        spans = find_periods(question, self.today)
        compare, periods = self._comparison(question, spans)
        metrics = _names(mentions, "metric")
        tool, carried = before if before and _continues(question, metrics) else (None, {})
        return Reading(
            question=question,
            language=language_of(question),
            periods=periods,
            compare=compare,
            metrics=metrics,
            groupings=tuple(
                dict.fromkeys(m.name for m in mentions if m.kind == "dimension" and m.grouping)
            )
            or _names(mentions, "dimension"),
            subject=subject_of(question, _spans(mentions) + _spans(spans)),
            filters=tuple(
                dict.fromkeys(_filter(question, m) for m in mentions if m.kind == "value")
            ),
            users=tuple(dict.fromkeys(_USER.findall(question))),
            top_n=_top_n(question),
            order=_order(question),
            rating=_rating(question),
            trend=cue("trend", question),
            ranking=cue("ranking", question),
            continues=tool,
            carried=carried,
        )

    def _comparison(
        self, question: str, mentions: list[PeriodMention]
    ) -> tuple[Compare, tuple[str, ...]]:
        """What is compared with what: "October against September" is one period and its before."""
        tokens = tuple(dict.fromkeys(mention.token for mention in mentions))
        if not cue("compare", question):
            return "none", tokens
        if cue("compare_year", question):
            return "year_ago", tuple(t for t in tokens if t != "last_year") or tokens
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


def subject_of(question: str, understood: Sequence[tuple[int, int]]) -> str:
    """What is left of `question` without the spans `understood`, cue words and framing.

    Args:
        question: As the person wrote it.
        understood: Start and end of periods and names in it.
    """
    kept = list(question)
    spans = [*understood]
    for name in ("negative", "positive", "framing"):
        spans += [match.span() for pattern in _cues()[name] for match in pattern.finditer(question)]
    for start, end in spans:
        kept[start:end] = "\n" * (end - start)
    parts = (part.strip(" ,.?!;:，。？！；：、“”\"'") for part in "".join(kept).split("\n"))
    return " ".join(part for part in parts if part)


def cue(name: str, text: str) -> bool:
    """Whether `text` holds one of the words listed under `name` in prompts/cues.yaml."""
    return any(pattern.search(text) for pattern in _cues()[name])


@lru_cache
def _cues() -> dict[str, tuple[re.Pattern[str], ...]]:
    listed: dict[str, list[str]] = yaml.safe_load(CUES.read_text(encoding="utf-8"))
    return {
        name: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
        for name, patterns in listed.items()
    }


def _names(mentions: list[Mention], kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.name for m in mentions if m.kind == kind))


def _spans(found: Sequence[Mention | PeriodMention]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in found]


def _overlaps(mention: Mention, match: re.Match[str] | None) -> bool:
    return match is not None and mention.start < match.end() and mention.end > match.start()


def _filter(question: str, mention: Mention) -> str:
    sign = "!=" if cue("exclude", question[: mention.start]) else "="
    return f"{mention.name}{sign}{mention.value}"


def _continues(question: str, metrics: tuple[str, ...]) -> bool:
    """Whether a question leans on the one before: a cue word, or too short to stand alone."""
    short = 6 if language_of(question) == "zh" else 12  # characters
    return cue("follow_up", question) or (not metrics and len(question) <= short)


def _top_n(question: str) -> int | None:
    if not (match := _TOP_N.search(question)):
        return None
    word = next(group for group in match.groups() if group)
    if word.isdecimal():
        return int(word) or None
    return _DIGITS.get(word) or _ENGLISH_NUMBERS.get(word.lower())


def _order(question: str) -> Ranking:
    return next((order for order in RANKINGS if cue(order, question)), "highest")


def _rating(question: str) -> Literal["any", "positive", "negative"]:
    negative, positive = cue("negative", question), cue("positive", question)
    if negative == positive:
        return "any"
    return "negative" if negative else "positive"
