"""Whether a question continues the one before, and what it takes over from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.cues import cue, cues
from tools.lexicon import Mention
from tools.periods import PeriodMention

FIGURES = "query_metrics"
ASKS = {
    "funnel": "asks_funnel",
    "predict_purchase": "asks_prediction",
    "search_reviews": "asks_reviews",
}
"""By tool, the cue of words that ask for it."""

FILLERS = ("framing", "filler", "compare", "ranking", "highest", "lowest", "best", "worst", "trend",
           "negative", "positive", "exclude")  # fmt: skip
"""Cues whose words leave a question unfinished: what is left beside them is its own matter."""


@dataclass(frozen=True)
class Shape:
    """What of a question is understood, and so whether it can stand alone.

    Attributes:
        text: The question.
        mentions: What of the store it names.
        periods: The times it names.
        counted: Whether it says how many ("top 3").
        complete: Whether it names a metric together with something else.
    """

    text: str
    mentions: Sequence[Mention]
    periods: Sequence[PeriodMention]
    counted: bool
    complete: bool

    @property
    def is_elliptic(self) -> bool:
        """Whether it consists of names, times and fillers only, too few to be a question."""
        named = bool(self.mentions or self.periods or self.counted)
        if self.complete or not (named or cue("bare_change", self.text)):
            return False
        if cue("interrogative", self.text):
            return False
        kept = list(self.text)
        spans = [(m.start, m.end) for m in self.mentions] + [(p.start, p.end) for p in self.periods]
        for name in FILLERS:
            spans += [m.span() for pattern in cues()[name] for m in pattern.finditer(self.text)]
        for start, end in spans:
            kept[start:end] = " " * (end - start)
        return not any(char.isalpha() for char in kept)


def carried_over(
    shape: Shape, before: tuple[str, Mapping[str, Any]] | None, metrics: tuple[str, ...]
) -> tuple[str | None, Mapping[str, Any]]:
    """The tool a question continues and what it takes over; nothing where it stands alone.

    Args:
        shape: The question.
        before: Tool and arguments of the call before.
        metrics: Metrics the question names.
    """
    if before is None or before[0] == "about_store" or _turns_elsewhere(shape.text, before[0]):
        return None, {}
    if not (_leans(shape) or shape.is_elliptic):
        return None, {}
    tool, arguments = before
    if tool in (FIGURES, "search_reviews") or not metrics:
        return tool, arguments
    if not cue("names_figure", shape.text) and tool == "predict_purchase":
        return tool, arguments
    return FIGURES, _as_figures(arguments)


def _leans(shape: Shape) -> bool:
    if cue("leaning", shape.text):
        return True
    return cue("follow_up", shape.text) and not (
        shape.complete and shape.periods and cue("interrogative", shape.text)
    )


def _turns_elsewhere(text: str, tool: str) -> bool:
    """Whether the words are small talk or ask for another tool."""
    if cue("small_talk", text) or cue("elsewhere", text):
        return True
    return any(cue(name, text) for other, name in ASKS.items() if other != tool)


def _as_figures(arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """What of another tool's arguments a question about figures can keep."""
    kept = {k: arguments[k] for k in ("period", "compare", "filters", "group_by") if k in arguments}
    if category := arguments.get("category"):
        kept["filters"] = [*(kept.get("filters") or ()), f"category={category}"]
    return kept
