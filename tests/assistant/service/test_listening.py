"""Which kinds a sentence may be: words first, what was learned next, last the model."""

from collections.abc import Sequence

import pytest
from langchain_core.messages import AIMessage

from assistant.service.gathering import wishes_of
from assistant.service.listening import Listener
from assistant.service.routing import ServiceRouter
from assistant.service.wishes import CHANGES
from tests.scripted_model import ScriptedChatModel


class Close(ServiceRouter):
    """A router that cannot tell two kinds apart."""

    def chances(self, sentences: Sequence[str]) -> list[dict[str, float]]:
        return [{"order_status": 0.35, "refund_status": 0.3, "policy": 0.1} for _ in sentences]


def kinds(listener: Listener, message: str, *, expecting: bool = False) -> list[str]:
    spent: list[AIMessage] = []
    found = listener.kinds(message, expecting=expecting, cancelled=lambda: False, spent=spent)
    return [kind for _, kind in found]


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("any news about my delivery?", "order_status"),
        ("我前几天买的东西还在路上吗", "order_status"),
        ("these jeans are awful, I want to give them back", "send_back"),
        ("do you deliver to Norway and what does it cost", "policy"),
        ("买东西能开专票吗，怎么开", "policy"),
        ("is the desk lamp available", "product"),
        ("does the vacuum scratch floors according to reviews", "reviews"),
        ("I want to speak to someone real", "person"),
        ("tell me something funny", "other"),
    ],
)
def test_what_customers_say_leads_to_its_kind(
    router: ServiceRouter, message: str, kind: str
) -> None:
    assert kinds(Listener(router), message) == [kind]


def test_what_is_close_is_left_to_the_model_which_sees_no_personal_data(
    router: ServiceRouter,
) -> None:
    model = ScriptedChatModel(script=['{"tool": "refund_status"}'])
    listener = Listener(Close(router.learned, router.topics, router.reasons), lambda: model)
    assert kinds(listener, "what about it, call 13800138000") == ["refund_status"]
    assert "13800138000" not in str(model.seen)


def test_an_answer_to_a_question_of_ours_is_no_new_wish(router: ServiceRouter) -> None:
    assert kinds(Listener(router), "the blue headphones", expecting=True) == []
    assert kinds(Listener(router), "is shipping free?", expecting=True) == ["policy"]


def test_a_defect_is_the_reason_of_a_return_not_another_wish() -> None:
    found = [("It is broken", "item_problem"), ("I want to return it", "send_back")]
    [wish] = wishes_of(found, "It is broken. I want to return it.", [])
    assert (wish.kind, wish.reason) == ("send_back", "faulty")


def test_each_order_has_a_wish_of_its_own_and_questions_come_first() -> None:
    found = [("Cancel o1 and o2, no longer needed", "cancel"), ("is shipping free?", "policy")]
    wishes = wishes_of(found, "…", ["o1", "o2"])
    assert [(wish.kind, wish.order_id) for wish in wishes] == [
        ("policy", ""),
        ("cancel", "o1"),
        ("cancel", "o2"),
    ]


def test_small_talk_is_dropped_beside_a_wish() -> None:
    found = [("Hi", "greeting"), ("Where is it?", "order_status"), ("Thanks", "thanks")]
    assert [wish.kind for wish in wishes_of(found, "…", [])] == ["order_status"]


@pytest.mark.parametrize(
    "message", ["please sort it out for me", "I cannot recall which mail I used"]
)
def test_nothing_is_changed_on_a_guess(router: ServiceRouter, message: str) -> None:
    assert not set(kinds(Listener(router), message)) & CHANGES


def test_a_course_for_where_the_first_is_refused_is_a_part_of_the_wish() -> None:
    found = [("Cancel o1", "cancel"), (", otherwise send it back", "send_back")]
    [wish] = wishes_of(found, "Cancel o1, otherwise send it back, it is broken", ["o1"])
    assert wish.otherwise is not None
    assert (wish.kind, wish.otherwise.kind, wish.otherwise.reason) == (
        "cancel", "send_back", "faulty",
    )  # fmt: skip


def test_the_same_done_another_way_keeps_the_kind() -> None:
    found = [("Swap it for the blue one", "exchange"), (", and if there is none, the red", "same")]
    [wish] = wishes_of(found, "", [])
    assert wish.otherwise is not None
    assert (wish.otherwise.kind, wish.otherwise.words) == ("exchange", "the red")
