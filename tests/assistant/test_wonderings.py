"""Parts of a message that only wonder about what another part asks outright."""

from typing import Any

import pytest

from assistant.choosing import Candidate
from assistant.planning import Step
from assistant.reading import Reading
from assistant.wonderings import less_wondering


def price_advice(category: str | None = None, target: str = "profit") -> None:
    """Stands for the tool."""


def query_metrics(
    metrics: list[str], group_by: str | None = None, period: str | None = None
) -> None:
    """Stands for the tool."""


TOOLS: dict[str, Any] = {"price_advice": price_advice, "query_metrics": query_metrics}


def step(question: str, tool: str, **settled: object) -> Step:
    return Step(Reading(question, "en"), [Candidate(tool, settled, {})])


@pytest.mark.parametrize(
    ("first", "kept"),
    [
        ("should we raise anything at all?", 1),
        ("降价不降价", 1),
        ("which prices are wrong?", 2),
        ("should we raise prices overall?", 2),
    ],
)
def test_advice_is_given_on_what_is_named(first: str, kept: int) -> None:
    asked = [
        step(first, "price_advice", category=None, target="profit"),
        step("what should lamps cost?", "price_advice", category="Lamps"),
    ]
    assert less_wondering(asked, TOOLS) == asked[-kept:]


@pytest.mark.parametrize(
    ("first", "period", "kept"),
    [
        ("凌晨到底有没有人下单", "2026-05", 1),
        ("does anybody order at night?", None, 1),
        ("does anybody order at night?", "2026-04", 2),
        ("how many orders came in?", "2026-05", 2),
    ],
)
def test_a_figure_split_up_tells_whether_there_is_any(
    first: str, period: str | None, kept: int
) -> None:
    split = {"metrics": ["orders"], "group_by": "hour", "period": "2026-05"}
    asked = [
        step(first, "query_metrics", metrics=["orders"], period=period),
        step("orders by hour in May", "query_metrics", **split),
    ]
    assert less_wondering(asked, TOOLS) == asked[-kept:]
