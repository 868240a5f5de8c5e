import json
from typing import Literal

import pytest

from assistant.choosing import call_grammar, parse_call
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


def allows(reading: Reading, **call: object) -> bool:
    grammar = call_grammar(list(TOOLS), TOOLS, reading, WORDS)
    return accepts(grammar, json.dumps(call, ensure_ascii=False))


def metrics_call(**changes: object) -> dict[str, object]:
    call: dict[str, object] = {
        "tool": "query_metrics", "metrics": ["revenue"], "group_by": None,
        "period": "last_30_days", "compare": "none", "filters": [], "top_n": None,
    }  # fmt: skip
    return call | changes


def test_what_the_question_settles_has_one_value() -> None:
    reading = Reading(
        question="Top 3 channels by revenue in October for headphones?",
        language="en", metrics=("revenue",), groupings=("channel",), periods=("2026-10",),
        filters=("category=Headphones",), top_n=3, ranking=True,
    )  # fmt: skip
    settled = metrics_call(
        group_by="channel", period="2026-10", filters=["category=Headphones"], top_n=3
    )
    assert allows(reading, **settled)
    for name, other in (("period", "last_month"), ("top_n", 5), ("filters", []), ("group_by", None)):
        assert not allows(reading, **settled | {name: other})


def test_what_it_leaves_open_keeps_the_stores_vocabulary() -> None:
    reading = Reading(question="What is best?", language="en", ranking=True)
    assert allows(reading, **metrics_call(metrics=["orders"], group_by="category"))
    assert not allows(reading, **metrics_call(metrics=["profit"]))
    assert not allows(reading, **metrics_call(group_by="planet"))


def test_no_groups_unless_the_words_ask_for_them() -> None:
    reading = Reading(question="Revenue", language="en", metrics=("revenue",))
    assert allows(reading, **metrics_call())
    assert not allows(reading, **metrics_call(group_by="channel"))


def test_a_search_phrase_repeats_the_askers_words() -> None:
    reading = Reading(question='What do people say about "battery life"?', language="en")
    call = {"tool": "search_reviews", "query": "battery life", "category": None, "rating": "any"}
    assert allows(reading, **call)
    assert not allows(reading, **call | {"query": "battery explosions"})
    chinese = Reading(question="大家怎么说续航的？", language="zh")
    assert allows(chinese, **call | {"query": "续航"})


def test_a_follow_up_keeps_what_it_does_not_change() -> None:
    before = {"metrics": ["orders"], "period": "2026-09", "filters": ["category=Tea", "device=app"]}
    reading = Reading(
        question="And for coffee?", language="en", filters=("category=Coffee",), carried=before
    )
    assert allows(
        reading,
        **metrics_call(
            metrics=["orders"], period="2026-09", filters=["device=app", "category=Coffee"]
        ),
    )


def test_a_call_is_read_back_without_its_empty_arguments() -> None:
    name, arguments = parse_call(json.dumps(metrics_call(group_by="day")))
    assert name == "query_metrics"
    assert arguments == {
        "metrics": ["revenue"], "group_by": "day", "period": "last_30_days", "compare": "none",
    }  # fmt: skip


@pytest.mark.parametrize("question", ['quotes " and \\ and\nlines', "%json {} | start:", "🙂"])
def test_any_question_makes_a_grammar_that_holds(question: str) -> None:
    reading = Reading(question=question, language="en")
    assert allows(reading, **metrics_call())
