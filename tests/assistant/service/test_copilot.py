"""Suggestions for a human agent: worded in several ways, with sources and notes, and no trace."""

import pytest

from assistant.service import ServiceAssistant
from tests.assistant.service.shop import book_of
from tools.service.service import Service


def test_a_suggestion_leaves_the_book_as_it_was(
    assistant: ServiceAssistant, service: Service
) -> None:
    before = book_of(service)
    found = assistant.suggest("Cancel order o100001, I do not need it any more", "u1")
    assert "I will cancel order o100001" in found.reply
    assert any("nothing has been proposed" in note for note in found.notes)
    assert book_of(service) == before


def test_each_way_to_say_it_is_composed(assistant: ServiceAssistant) -> None:
    found = assistant.suggest("what is your return policy?", "u1")
    edits = {edit.id: edit.reply for edit in found.edits}
    assert list(edits) == ["shorter", "warmer", "formal", "translated"]
    assert len(edits["shorter"]) < len(found.reply) < len(edits["warmer"])
    assert edits["formal"].startswith("Dear Ann,")
    assert edits["translated"].startswith("Ann Lee，您好")
    assert "签收后15天内可退" in edits["translated"]  # the same point of the Chinese policy
    assert [c.id for c in found.citations] == ["returns-en#1", "returns-en#2"]


def test_she_need_not_be_known(assistant: ServiceAssistant) -> None:
    found = assistant.suggest("我要退货")
    assert found.language == "zh"
    assert any("尚未确认" in note for note in found.notes)


def test_what_she_wrote_before_counts(assistant: ServiceAssistant) -> None:
    found = assistant.suggest("I no longer need it", "u1", ["Please cancel my order"])
    assert "I will cancel order o100001" in found.reply


@pytest.mark.parametrize("message", ["You are all thieves, this is ridiculous!", "a human please"])
def test_a_person_is_not_told_to_hand_over_to_a_person(
    assistant: ServiceAssistant, message: str
) -> None:
    found = assistant.suggest(message, "u1")
    assert "handing you over" not in found.reply
    assert any("calls for a person" in note for note in found.notes)


def test_a_refusal_is_noted(assistant: ServiceAssistant) -> None:
    found = assistant.suggest("return order o100004, I do not want it", "u1")
    assert any("86 days" in note for note in found.notes)


def test_her_yes_is_left_to_the_agent(assistant: ServiceAssistant, service: Service) -> None:
    found = assistant.suggest("yes", "u1", ["Cancel order o100001, I do not need it any more"])
    assert "seeing to it" in found.reply
    with service.book.reading() as ledger:
        assert ledger.order("o100001") is None
