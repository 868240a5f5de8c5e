"""`transformers serve` with the bundled model, asked as any server is."""

from collections.abc import Iterator

import pytest

from assistant.llm.loading import prepare_bundled
from assistant.llm.server import ServedModel
from assistant.turn import TurnFinished
from tests.assistant.llm import real_server
from tests.assistant.test_store_assistant import answering_with
from tools.errors import DataError, SettingsError

pytestmark = pytest.mark.local_model


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The URL of a server and the name of its model."""
    try:
        model = prepare_bundled()
    except DataError as error:
        pytest.skip(str(error))
    with real_server.serving(model, tmp_path_factory.mktemp("served")) as told:
        yield told


@pytest.fixture(scope="module")
def served(server: tuple[str, str]) -> ServedModel:
    url, name = server
    return ServedModel.connect(url, model=name, max_tokens=8, timeout=500)


def count_orders(channel: str) -> str:
    """How many orders came through a channel.

    Args:
        channel: Such as email.
    """
    return channel


def test_it_streams(served: ServedModel) -> None:
    chunks = list(served.bind(max_tokens=4).stream("Count to nine: 1, 2, 3"))
    assert len([chunk for chunk in chunks if chunk.content]) > 1
    assert sum(c.usage_metadata["output_tokens"] for c in chunks if c.usage_metadata) == 4


def test_it_calls_a_tool(served: ServedModel) -> None:
    bound = served.bind_tools([count_orders]).bind(max_tokens=40)
    (call,) = bound.invoke("How many orders came by email?").tool_calls
    assert call["name"] == "count_orders"
    assert call["args"] == {"channel": "email"}


def test_a_stopped_answer_leaves_the_server_ready(served: ServedModel) -> None:
    pieces = served.bind(max_tokens=200).stream("Tell me a long story.")
    next(pieces)
    pieces.close()
    assert served.bind(max_tokens=2).invoke("Hi").content


def test_a_question_about_the_store_is_answered_in_true_sentences(served: ServedModel) -> None:
    assistant = answering_with(served, "query_metrics")
    *_, last = assistant.ask("Revenue by day in October 2026?", thread_id=None)
    assert isinstance(last, TurnFinished)
    (call,) = last.turn.tool_calls
    assert any(fact in last.turn.answer for fact in call.facts)
    assert last.turn.grounded
    assert last.turn.timing.prompt_tokens > 0


def test_another_model_than_it_serves_is_refused(server: tuple[str, str]) -> None:
    with pytest.raises(SettingsError, match="has no model 'gpt-9'"):
        ServedModel.connect(server[0], model="gpt-9")
