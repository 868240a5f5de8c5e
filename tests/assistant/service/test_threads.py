"""Conversations continue in another process, with all that was known in them."""

import json

import pytest

from assistant.service import ServiceAssistant, ServiceTurn
from assistant.service.routing import ServiceRouter
from tests.assistant.service.conftest import Say
from tools.errors import ToolError
from tools.service.service import Service


def test_a_proposal_is_confirmed_in_another_process(
    say: Say, service: Service, router: ServiceRouter
) -> None:
    say("Cancel order o100001, I do not need it any more", "u1")
    other = ServiceAssistant(Service(service.store, service.clock), router)
    *_, turn = other.reply("t1", "yes")
    assert isinstance(turn, ServiceTurn)
    assert "o100001" in turn.answer
    assert "cancelled" in turn.answer
    assert [t.message for t in other.history("t1")] == [
        "Cancel order o100001, I do not need it any more",
        "yes",
    ]


def test_threads_are_apart(say: Say) -> None:
    say("Cancel order o100001, I do not need it any more", "u1", thread="a")
    assert not say("yes", "u1", thread="b").answer.startswith("Order")


def test_a_thread_serves_one_customer(say: Say) -> None:
    say("hello", "u1")
    with pytest.raises(ToolError, match="account recognised"):
        say("hello", "u2")


def test_an_unknown_customer_is_told_to_the_operator(say: Say) -> None:
    with pytest.raises(ToolError, match="no customer nobody"):
        say("hello", "nobody")


def test_ratings_are_kept(say: Say, assistant: ServiceAssistant, service: Service) -> None:
    say("hello", "u1")
    assistant.rate("t1", 4, resolved=True)
    with service.book.reading() as ledger:
        rows = ledger.connection.execute("SELECT session_id, stars, resolved FROM ratings")
        assert rows.fetchall() == [("t1", 4, 1)]
    with pytest.raises(ToolError, match="one to five"):
        assistant.rate("t1", 6)


def test_the_json_object_is_whole(say: Say) -> None:
    told = json.loads(json.dumps(say("Where is my order o100002?", "u1").to_json()))
    assert set(told) == {
        "thread_id", "answer", "language", "tool_calls", "citations", "handed_over", "summary",
        "asks_yes", "customer", "timing", "figures", "grounded", "artifacts", "model",
    }  # fmt: skip
    assert set(told["tool_calls"][0]) == {"name", "arguments", "status", "seconds", "facts"}
    assert told["citations"][0]["kind"] == "order"
    assert told["grounded"]
    assert [figure["text"] for figure in told["figures"]] == ["CN¥100.00"]
