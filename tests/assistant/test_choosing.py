import json
from typing import Literal

import pytest

from assistant.choosing import Candidate, call_grammar, only_call, parse_call
from assistant.reading import Reading
from tests.scripted_model import accepts

WORDS = {"metrics": ("revenue", "orders"), "group_by": ("channel", "category", "day")}


def query_metrics(
    metrics: list[str],
    group_by: str | None = None,
    period: str = "last_30_days",
    compare: Literal["none", "previous_period", "year_ago"] = "none",
    filters: list[str] = [],  # noqa: B006
    top_n: int | None = None,
) -> None:
    """Figures."""


def search_reviews(query: str, category: str | None = None, rating: str = "any") -> None:
    """Reviews."""


TOOLS = {"query_metrics": query_metrics, "search_reviews": search_reviews}


def candidates(reading: Reading, *names: str) -> list[Candidate]:
    return [Candidate.of(name, TOOLS[name], reading, WORDS) for name in names or TOOLS]


def allows(reading: Reading, **call: object) -> bool:
    grammar = call_grammar(candidates(reading))
    return accepts(grammar, json.dumps(call, ensure_ascii=False))


def test_a_question_that_settles_everything_needs_no_model() -> None:
    reading = Reading(
        question="Top 3 channels by revenue in October for headphones?",
        language="en", metrics=("revenue",), groupings=("channel",), periods=("2026-10",),
        filters=("category=Headphones",), top_n=3, ranking=True,
    )  # fmt: skip
    name, arguments = only_call(candidates(reading, "query_metrics")) or ("", {})
    assert name == "query_metrics"
    assert arguments == {
        "metrics": ["revenue"], "group_by": "channel", "period": "2026-10", "compare": "none",
        "filters": ["category=Headphones"], "top_n": 3,
    }  # fmt: skip
    assert only_call(candidates(reading)) is None, "two tools are a choice"


def test_what_is_settled_is_not_written_by_the_model() -> None:
    reading = Reading(question="Revenue", language="en", metrics=("revenue",))
    assert allows(reading, tool="query_metrics")
    assert not allows(reading, tool="query_metrics", group_by="channel")


def test_what_it_leaves_open_keeps_the_stores_vocabulary() -> None:
    reading = Reading(question="What is best?", language="en", ranking=True)
    assert allows(reading, tool="query_metrics", group_by="category")
    assert not allows(reading, tool="query_metrics", metrics=["profit"], group_by="category")
    assert not allows(reading, tool="query_metrics", group_by="planet")
    assert not allows(reading, tool="drop_table")


def test_a_search_is_about_the_askers_own_words() -> None:
    reading = Reading(question="What do they say of the lid?", language="en", subject="lid")
    assert only_call(candidates(reading, "search_reviews")) == (
        "search_reviews",
        {"query": "lid", "rating": "any"},
    )


def test_a_follow_up_keeps_what_it_does_not_change() -> None:
    before = {"metrics": ["orders"], "period": "2026-09", "filters": ["category=Tea", "device=app"]}
    reading = Reading(
        question="And for coffee?", language="en", filters=("category=Coffee",),
        continues="query_metrics", carried=before,
    )  # fmt: skip
    _, arguments = only_call(candidates(reading, "query_metrics")) or ("", {})
    assert arguments == {
        "metrics": ["orders"], "period": "2026-09", "compare": "none",
        "filters": ["device=app", "category=Coffee"],
    }  # fmt: skip


def test_a_call_is_read_back_with_what_was_settled() -> None:
    reading = Reading(question="Best days?", language="en", metrics=("revenue",), ranking=True)
    text = '{"tool": "query_metrics", "group_by": "category"}'
    name, arguments = parse_call(text, candidates(reading))
    assert name == "query_metrics"
    assert arguments == {
        "metrics": ["revenue"], "group_by": "category", "period": "last_30_days", "compare": "none",
    }  # fmt: skip


@pytest.mark.parametrize("question", ['quotes " and \\ and\nlines', "%json {} | start:", "🙂"])
def test_any_question_makes_a_grammar_that_holds(question: str) -> None:
    reading = Reading(question=question, language="en")
    assert allows(reading, tool="query_metrics")


def test_a_question_that_names_no_metric_is_about_revenue() -> None:
    reading = Reading(question="Anything new?", language="en")
    _, arguments = only_call(candidates(reading, "query_metrics")) or ("", {})
    assert arguments["metrics"] == ["revenue"]


def test_a_campaign_without_a_period_is_counted_over_all_its_days() -> None:
    reading = Reading(question="Summer Sale?", language="en", filters=("campaign=c1",))
    _, arguments = only_call(candidates(reading, "query_metrics")) or ("", {})
    assert arguments["period"] == "all"


def draft_campaign(
    goal: str = "", budget: float | None = None, draft: str | None = None, change: str | None = None
) -> None:
    """Campaigns."""


@pytest.mark.parametrize(
    ("question", "filters", "goal"),
    [
        ("By mail rather.", (), "A push about tents. By mail rather."),
        ("用中文写", (), "A push about tents. 用中文写"),
        ("now one for the lamps", ("category=Lamps",), "now one for the lamps"),
    ],
)
def test_a_changed_order_is_still_for_what_it_was_for(
    question: str, filters: tuple[str, ...], goal: str
) -> None:
    before = {"goal": "A push about tents", "draft": "tents-1"}
    reading = Reading(
        question=question, language="en", filters=filters, continues="draft_campaign",
        carried=before,
    )  # fmt: skip
    candidate = Candidate.of("draft_campaign", draft_campaign, reading, WORDS)
    assert candidate.settled == {
        "goal": goal, "budget": None, "draft": "tents-1", "change": question,
    }  # fmt: skip
