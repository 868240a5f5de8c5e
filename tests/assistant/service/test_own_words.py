"""What customers say in words of their own: who they are, why, what about, and what stays."""

import numpy as np
import pytest

from assistant.learned import Vectors
from assistant.service.routing import ServiceRouter, remembering
from tests.assistant.service.conftest import Say
from tests.assistant.service.test_conversations import status
from tools.service.service import Service


@pytest.mark.parametrize(
    "message",
    [
        "cancel my order please, Ann Lee 02108, I do not need it",
        "Please cancel my order, it is not needed any more. lee, ann, zip 02108",
        "ann (at) example dot com - cancel the keyboard, no longer needed",
    ],
)
def test_who_she_is_may_stand_anywhere_in_her_message(say: Say, message: str) -> None:
    turn = say(message)
    assert "o100001" in turn.answer
    assert turn.asks_yes


def test_name_and_postcode_may_come_in_two_messages_around_other_words(say: Say) -> None:
    say("where is my order")
    assert not say("ann lee").customer
    turn = say("oh and the code is 02108, sorry")
    assert turn.customer == "Ann"
    assert "o100002" in turn.answer


def test_a_postcode_with_somebody_elses_name_tells_nothing(say: Say) -> None:
    turn = say("Bob Stone 02108, where is my order?")
    assert turn.customer is None
    assert "o1000" not in turn.answer


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("Cancel my order o100001", "my sister gave me one as a present", "no longer needed"),
        ("取消订单o100001", "手一抖就拍下来了", "ordered by mistake"),
    ],
)
def test_a_reason_may_be_told_in_any_words(say: Say, first: str, second: str, reason: str) -> None:
    assert not say(first, "u1").asks_yes
    turn = say(second)
    assert turn.asks_yes
    assert turn.tool_calls[-2].arguments["reason"] == reason


def test_what_is_not_sent_yet_is_cancelled_even_if_she_calls_it_a_return(
    say: Say, service: Service
) -> None:
    turn = say("I want to return order o100001, I no longer need it", "u1")
    assert turn.asks_yes
    say("yes")
    assert status(service, "o100001") == "cancelled"


def test_what_stays_is_not_sent_back(say: Say) -> None:
    turn = say(
        "From order o100003 the headphones go back please, I do not want them; the earbuds stay",
        "u1",
    )
    calls = {call.name: call.arguments for call in turn.tool_calls}
    assert calls["request_return"]["item_ids"] == ["i1"]


def test_a_whole_address_is_a_wish_by_itself(say: Say) -> None:
    turn = say("12 Oak Street, Boston, MA 02110 from now on please", "u1")
    assert turn.asks_yes
    assert "12 Oak Street" in turn.answer


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("is the postage for sending something back on me?", "12 yuan"),
        ("退回去的邮费算谁的", "12元"),
        ("once I have the box, how many days are left to decide?", "15 days"),
    ],
)
def test_a_rule_is_told_to_anybody_at_once(say: Say, message: str, told: str) -> None:
    turn = say(message)
    assert told in turn.answer
    assert turn.customer is None


def test_topics_are_looked_up_in_the_words_of_policies(router: ServiceRouter) -> None:
    assert "days" in router.topics.wordings("what's the last day I can bring it back", "en")[0]
    assert not router.topics.asks_rule("where is my parcel")


def test_messages_after_a_hand_over_are_passed_on_without_repeating(say: Say) -> None:
    say("a human please", "u1")
    first, second = say("it is about the keyboard"), say("hello?")
    assert first.handed_over
    assert first.answer != second.answer


def test_a_postcode_by_itself_corrects_the_address_that_waits(say: Say) -> None:
    first = say("12 Oak Street, Boston, MA 02110 from now on please", "u1")
    assert "02110" in first.answer
    second = say("hold on, the code should be 02119, not 02110")
    assert second.asks_yes
    assert "02119" in second.answer
    assert "02110" not in second.answer


def test_a_yes_may_name_what_it_agrees_to(say: Say, service: Service) -> None:
    assert say("cancel order o100001, no longer needed", "u1").asks_yes
    say("yes, cancel o100001 please")
    assert status(service, "o100001") == "cancelled"


def test_a_sentence_is_embedded_once_in_a_turn() -> None:
    asked: list[str] = []

    def embed(texts: list[str]) -> Vectors:
        asked.extend(texts)
        return np.ones((len(texts), 3), dtype=np.float32)

    remembered = remembering(embed)
    remembered(["a", "b", "a"])
    assert remembered(["b", "a"]).shape == (2, 3)
    assert asked == ["a", "b"]


def test_what_is_only_supposed_is_a_question(say: Say) -> None:
    turn = say("if I return everything, who pays for the parcel?")
    assert "12 yuan" in turn.answer
