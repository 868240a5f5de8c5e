"""A larger model that answers by itself: its calls, sources and history, and what it may read."""

import pytest
from langchain_core.messages import AIMessage

from assistant.service import ServiceAssistant, ServiceTurn
from assistant.service.routing import ServiceRouter
from tests.scripted_model import PlayedModel, call
from tools.service.service import Service


@pytest.fixture
def model() -> PlayedModel:
    return PlayedModel()


@pytest.fixture
def larger(service: Service, router: ServiceRouter, model: PlayedModel) -> ServiceAssistant:
    return ServiceAssistant(service, router, lambda: model, calls=True)


def said(assistant: ServiceAssistant, message: str) -> ServiceTurn:
    *_, turn = assistant.reply("t1", message, "u1")
    assert isinstance(turn, ServiceTurn)
    return turn


def test_its_calls_and_sources_are_told(larger: ServiceAssistant, model: PlayedModel) -> None:
    model.script = [call("find_order", {"order_id": "o100002"}), AIMessage("It is on its way.")]
    turn = said(larger, "Where is o100002? Call me on 138 0013 8000")
    assert turn.answer == "It is on its way."
    assert [c.name for c in turn.tool_calls] == ["find_order"]
    assert [c.id for c in turn.citations] == ["o100002"]
    assert "13 8000" not in str(model.seen)


def test_the_desk_asks_for_the_yes_and_makes_the_change(
    larger: ServiceAssistant, model: PlayedModel
) -> None:
    model.script = [call("cancel_order", {"order_id": "o100001", "reason": "no longer needed"})]
    assert said(larger, "cancel it").asks_yes
    assert "is cancelled" in said(larger, "yes").answer  # without the model


def test_it_is_shown_what_was_said_before(larger: ServiceAssistant, model: PlayedModel) -> None:
    model.script = [AIMessage("Hello Ann."), AIMessage("As I said.")]
    said(larger, "hello")
    said(larger, "and now?")
    assert [message.text for message in model.seen[1:]] == ["hello", "Hello Ann.", "and now?"]


def test_a_number_of_its_own_is_not_grounded(larger: ServiceAssistant, model: PlayedModel) -> None:
    model.script = [AIMessage("You get 987 yuan back.")]
    assert not said(larger, "how much?").grounded
