"""A server that speaks OpenAI's protocol: played by a stub, and a real one with the real model."""

import threading
from collections.abc import Iterator

import pytest
from langchain_core.messages import HumanMessage

from assistant.llm.server import ServedModel
from tests.assistant.llm.stub_server import StubServer, serving
from tools.errors import ModelError, SettingsError


@pytest.fixture
def stub() -> Iterator[StubServer]:
    with serving() as server:
        yield server


def weather(city: str) -> str:
    """The weather of a city.

    Args:
        city: Its name.
    """
    return city


def test_the_first_model_it_lists_is_taken_when_none_is_named(stub: StubServer) -> None:
    stub.models = ["first", "second"]
    assert ServedModel.connect(stub.url).model_name == "first"
    assert ServedModel.connect(stub.url, model="second").model_name == "second"


def test_an_address_without_a_path_means_version_one(stub: StubServer) -> None:
    assert ServedModel.connect(stub.url.removesuffix("/v1")).address == stub.url


def test_the_key_is_shown_to_the_server(stub: StubServer) -> None:
    ServedModel.connect(stub.url, key="secret")
    assert stub.keys == ["Bearer secret"]


def test_an_answer_streams_in_pieces_and_counts_tokens(stub: StubServer) -> None:
    stub.replies = ["Sales went up"]
    chunks = list(ServedModel.connect(stub.url).stream("How are sales?"))
    assert [c.content for c in chunks if c.content] == ["Sales", " went", " up"]
    assert [c.usage_metadata["total_tokens"] for c in chunks if c.usage_metadata] == [10]
    (asked,) = stub.seen
    assert asked["max_tokens"] == 1024
    assert asked["temperature"] == 0
    assert asked["stream_options"] == {"include_usage": True}


def test_it_calls_tools(stub: StubServer) -> None:
    stub.replies = [{"name": "weather", "arguments": {"city": "巴黎"}}]
    answer = ServedModel.connect(stub.url).bind_tools([weather]).invoke("Paris?")
    (call,) = answer.tool_calls
    assert (call["name"], call["args"]) == ("weather", {"city": "巴黎"})
    assert stub.seen[0]["tools"][0]["function"]["name"] == "weather"


@pytest.mark.parametrize("way", ["the asker stops", "nobody reads on"])
def test_stopping_closes_the_connection(stub: StubServer, way: str) -> None:
    stub.replies, stub.pause_s = ["word " * 200], 0.02
    stop = threading.Event()
    model = ServedModel.connect(stub.url)
    pieces = model.bind(cancelled=stop.is_set).stream("Go on")
    read = [next(pieces).content, next(pieces).content]
    if way == "the asker stops":
        stop.set()
        read += [piece.content for piece in pieces]
    else:
        pieces.close()
    assert len(read) < 6
    assert stub.hung_up.wait(5)
    stub.replies, stub.pause_s = ["fine"], 0
    assert model.invoke("Still there?").content == "fine"


def test_nothing_at_the_address_is_said_with_the_setting() -> None:
    with pytest.raises(SettingsError, match=r"No server answers.*STOREWISE_SERVER_URL"):
        ServedModel.connect("http://127.0.0.1:9/v1")


def test_a_page_that_is_no_such_server_is_told_apart(stub: StubServer) -> None:
    with pytest.raises(SettingsError, match="not the address of an OpenAI-compatible server"):
        ServedModel.connect(stub.url.replace("/v1", "/welcome"))


def test_a_server_that_lists_nothing_must_be_told_the_model(stub: StubServer) -> None:
    stub.models = []
    with pytest.raises(SettingsError, match="name one with STOREWISE_MODEL"):
        ServedModel.connect(stub.url)


def test_a_model_that_is_not_listed_is_tried_before_it_is_refused(stub: StubServer) -> None:
    stub.replies = ["H", 404]
    assert ServedModel.connect(stub.url, model="unlisted").model_name == "unlisted"
    with pytest.raises(SettingsError, match=r"has no model 'missing'.*it has stub"):
        ServedModel.connect(stub.url, model="missing")


@pytest.mark.parametrize(
    ("status", "refusal", "said"),
    [
        (400, "maximum context length is 4096 tokens", "longer than the chat model can read"),
        (
            400,
            "tool choice requires --enable-auto-tool-choice",
            "refused the question: tool choice",
        ),
        (500, "CUDA error", "refused the question: CUDA error"),
    ],
)
def test_what_the_server_refuses_is_a_sentence(
    stub: StubServer, status: int, refusal: str, said: str
) -> None:
    model = ServedModel.connect(stub.url, max_retries=0)
    stub.replies, stub.refusal = [status], refusal
    with pytest.raises(ModelError, match=said):
        model.invoke([HumanMessage("Hi")])


def test_a_server_that_is_gone_is_a_sentence_in_both_languages() -> None:
    with serving() as stub:
        model = ServedModel.connect(stub.url, max_retries=0)
    with pytest.raises(ModelError, match="does not answer") as gone:
        model.invoke("Hi")
    assert "没有响应" in gone.value.say("zh")
