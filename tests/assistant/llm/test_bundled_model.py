"""A conversation with the real bundled model."""

from typing import Literal

import pytest
from langchain_core.messages import HumanMessage, ToolMessage

from assistant.llm.chat_model import ChatTransformers
from assistant.llm.engine import Engine
from assistant.llm.grammar import literal

pytestmark = pytest.mark.local_model


def query_metrics(
    metric: Literal["revenue", "orders", "conversion_rate"],
    period: Literal["last_month", "this_month", "last_7_days"],
    group_by: Literal["category", "channel", "region"] | None = None,
) -> str:
    """Figures of the store over a period.

    Args:
        metric: Which figure.
        period: Which days.
        group_by: Split by it.
    """
    return f"{metric} {period} {group_by}"


def search_reviews(query: str) -> str:
    """What customers write in their reviews.

    Args:
        query: What to look for.
    """
    return query


@pytest.mark.parametrize(
    ("question", "group_by"),
    [("What was revenue by channel last month?", "channel"), ("上个月各品类的销售额", "category")],
)
def test_it_calls_the_tool_that_answers_and_then_says_what_it_returned(
    bundled_engine: Engine, question: str, group_by: str
) -> None:
    model = ChatTransformers(engine=bundled_engine)
    bound = model.bind_tools(
        [query_metrics, search_reviews], tool_choice="any", parallel_tool_calls=False
    )
    asked = HumanMessage(question)
    answer = bound.invoke([asked])
    (call,) = answer.tool_calls
    assert call["name"] == "query_metrics"
    assert call["args"] == {"metric": "revenue", "period": "last_month", "group_by": group_by}
    facts = ["Revenue was ¥1,234.50 last month.", "Returns were 4.2% of units."]
    result = ToolMessage("\n".join(facts), tool_call_id=call["id"])
    grammar = "start: " + " | ".join(map(literal, facts))
    said = model.bind(grammar=grammar).invoke([asked, answer, result])
    assert said.text == facts[0]


def test_its_own_words_stream_and_stop(bundled_engine: Engine) -> None:
    pieces = list(bundled_engine.stream([{"role": "user", "content": "Hello!"}], max_tokens=12))
    assert len(pieces) > 1
    assert "".join(pieces).isascii()


def test_a_second_question_reads_only_itself(bundled_engine: Engine) -> None:
    system = {"role": "system", "content": "You answer questions about an online store. " * 20}
    first, second = (
        bundled_engine.complete([system, {"role": "user", "content": text}], max_tokens=2)
        for text in ("How are sales?", "How are returns?")
    )
    assert first.prompt_tokens - first.cached_tokens > 150
    assert second.prompt_tokens - second.cached_tokens < 20
