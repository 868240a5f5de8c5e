from collections.abc import Callable
from typing import Any, Literal

import pytest
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    HumanMessage,
    SystemMessage,
    ToolMessage,
)
from pydantic import BaseModel

from assistant.llm.chat_model import ChatTransformers
from assistant.llm.engine import Engine
from assistant.llm.grammar import literal

Chat = Callable[..., ChatTransformers]


def query_metrics(
    metric: Literal["revenue", "orders"], limit: Literal[5, 10] = 5, by: str | None = None
) -> str:
    """Figures of the store."""
    return f"{metric} {limit} {by}"


def funnel() -> str:
    """How many visitors went on to buy."""
    return ""


def _check(call: dict[str, Any]) -> None:
    """Fails unless `call` is one the two functions can take."""
    known = {"query_metrics": query_metrics, "funnel": funnel}
    known[call["name"]](**call["args"])
    if call["name"] == "query_metrics":
        assert call["args"]["metric"] in {"revenue", "orders"}


@pytest.mark.parametrize("form", ["bare", "hermes"])
def test_every_call_of_a_random_model_can_be_made(
    form: str, engine: Engine, hermes_engine: Engine
) -> None:
    model = ChatTransformers(
        engine=engine if form == "bare" else hermes_engine, temperature=1.0, max_tokens=250
    )
    answers = [
        model.bind_tools([query_metrics, funnel], tool_choice=choice).invoke("hi", seed=seed)
        for seed in range(8)
        for choice in ("any", "auto")
    ]
    calls = [call for answer in answers for call in answer.tool_calls]
    assert len(calls) > 4
    for call in calls:
        _check(call)
    for answer in answers:
        assert not answer.invalid_tool_calls


def test_a_named_choice_calls_that_tool_and_no_other(chat: Chat) -> None:
    bound = chat().bind_tools([query_metrics, funnel], tool_choice="funnel")
    answer = bound.invoke("hi", parallel_tool_calls=False)
    assert [(call["name"], call["args"]) for call in answer.tool_calls] == [("funnel", {})]
    assert answer.response_metadata["forward_passes"] == 0  # all of it was forced


def test_a_call_cut_off_by_the_token_limit_is_no_call(chat: Chat) -> None:
    answer = chat(max_tokens=8).bind_tools([query_metrics], tool_choice="any").invoke("hi")
    assert answer.tool_calls == []
    assert answer.text == ""
    assert answer.response_metadata["finish_reason"] == "length"


def test_tools_that_may_not_be_called_are_not(chat: Chat) -> None:
    bound = chat(max_tokens=40).bind_tools([query_metrics], tool_choice="none")
    assert bound.invoke("hi").tool_calls == []


def test_an_unknown_tool_choice_is_refused(chat: Chat) -> None:
    with pytest.raises(ValueError, match="query_metrics"):
        chat().bind_tools([query_metrics], tool_choice="forecast")


@pytest.mark.parametrize("choice", ["any", "auto"])
def test_a_streamed_answer_adds_up_to_the_whole(choice: str, hermes_engine: Engine) -> None:
    model = ChatTransformers(engine=hermes_engine, temperature=1.0, max_tokens=120)
    bound = model.bind_tools([query_metrics, funnel], tool_choice=choice)
    for seed in range(5):
        whole = bound.invoke("hi", seed=seed)
        streamed = AIMessageChunk(content="")
        for chunk in bound.stream("hi", seed=seed):
            streamed += chunk
        assert streamed.text.strip() == whole.text.strip()
        calls = [[(c["name"], c["args"]) for c in m.tool_calls] for m in (streamed, whole)]
        assert calls[0] == calls[1]
        assert streamed.usage_metadata is not None
        assert "<tool_call>" not in streamed.text


def test_an_answer_held_to_a_grammar_is_of_it(chat: Chat) -> None:
    facts = ["Revenue was ¥1,234.", "退货率为 4.2%。"]
    held = chat().bind(grammar="start: " + " | ".join(map(literal, facts)))
    assert held.invoke("hi").content in facts
    assert "".join(chunk.text for chunk in held.stream("hi")) in facts


def test_structured_output_is_an_object_of_the_class(chat: Chat) -> None:
    class Choice(BaseModel):
        """Which tool to use."""

        tool: Literal["funnel", "reply"]
        sure: bool

    assert isinstance(chat().with_structured_output(Choice).invoke("hi"), Choice)


def test_a_cancelled_call_ends_at_once(chat: Chat) -> None:
    answer = chat().bind(cancelled=lambda: True).invoke("hi")
    assert answer.text == ""
    assert answer.response_metadata["finish_reason"] == "cancelled"


def test_a_second_question_reads_only_what_is_new(chat: Chat) -> None:
    model = chat(max_tokens=4)
    system = SystemMessage("You answer questions about the store. " * 8)
    model.invoke([system, HumanMessage("first")])
    usage = model.invoke([system, HumanMessage("second")]).usage_metadata
    assert usage is not None
    assert usage["input_tokens"] - usage["input_token_details"]["cache_read"] < 25


def test_calls_and_results_of_earlier_turns_reach_the_prompt(chat: Chat) -> None:
    model = chat()
    history = [
        HumanMessage("How many orders?"),
        AIMessage("", tool_calls=[{"name": "funnel", "args": {"by": "day"}, "id": "123456789"}]),
        ToolMessage("27 orders", tool_call_id="123456789", name="funnel"),
    ]
    prompt, _ = model._request(history, None, {})
    assert 'funnel {"by": "day"}' in prompt
    assert "<|im_start|>tool\n27 orders" in prompt
