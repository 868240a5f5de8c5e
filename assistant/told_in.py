"""In what measure a tool tells its answer, and what a follow-up that names one goes on with."""

import re
from collections.abc import Mapping
from typing import Any

from assistant import steps
from assistant.choices import choice
from assistant.cues import cue
from assistant.families import FIGURES, PREDICTIONS, SQL

Call = tuple[str, Mapping[str, Any]]
"""Tool and arguments of a call."""
TOLD_IN = {
    "forecast_demand": ("metric",),
    "cohort_retention": ("show",),
    "price_advice": ("target",),
    "bought_together": ("level",),
    "find_opportunities": ("focus",),
}
"""By tool, the arguments that say in what it tells its answer."""
TOLD_BY = {
    "forecast_demand": {name: ("metric", name) for name in ("units", "revenue", "orders")},
    "price_advice": {
        "revenue": ("target", "revenue"),
        "gross_profit": ("target", "profit"),
        "gross_margin": ("target", "profit"),
    },
    "cohort_retention": {"revenue": ("show", "revenue")},
}
"""By tool, metrics that it can tell its answer in, as an argument and its value."""
SPENT = re.compile(r"\b(?:money|cash|budget|spend)\b|钱|预算|经费", re.IGNORECASE)
"""Words for the sum that was to be spent, where one was named."""


def with_metrics(
    text: str,
    before: Call,
    metrics: tuple[str, ...],
    *,
    anew: bool = False,
    stays: bool = False,
) -> tuple[str, Mapping[str, Any]]:
    """The tool and arguments that a follow-up which names `metrics` goes on with.

    Figures of what was asked about, unless the tool before can be asked for those itself: money in
    place of pieces is another way to tell a forecast, not a question of what was sold.

    Args:
        text: The follow-up.
        before: Tool and arguments of the call before.
        metrics: Metrics it names.
        anew: Whether it turns to something else by name.
        stays: Whether it is known to stay with the tool before.
    """
    tool, arguments = before
    if tool == SQL and (steps.says("refers_back", text) or cue("beyond_figures", text)):
        return tool, arguments  # what a query was about no other tool can be asked of
    if tool in (FIGURES, "search_reviews") or not metrics or anew or tells_in(tool, text):
        return tool, arguments
    if arguments.get("budget") and SPENT.search(text):
        return tool, arguments
    told = TOLD_BY.get(tool, {}).get(metrics[0]) if len(metrics) == 1 else None
    if told and not (cue("bygone", text) or cue("interrogative", text)):
        return tool, {**arguments, told[0]: told[1]}
    if stays or (tool in PREDICTIONS and not cue("names_figure", text)):
        return tool, arguments
    return FIGURES, _as_figures(arguments)


def tells_in(tool: str, text: str) -> bool:
    """Whether `text` names a measure that `tool` itself can tell its answer in."""
    if cue("bygone", text):
        return False
    return any(choice(tool, argument, text) for argument in TOLD_IN.get(tool, ()))


def _as_figures(arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """What of another tool's arguments a question about figures can keep."""
    kept = {k: arguments[k] for k in ("period", "compare", "filters", "group_by") if k in arguments}
    if category := arguments.get("category"):
        kept["filters"] = [*(kept.get("filters") or ()), f"category={category}"]
    return kept
