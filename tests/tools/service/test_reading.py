"""Who a customer says she is, and what counts as her yes."""

import pytest

from tools.service.consent import About, answer_in
from tools.service.reading import introductions


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("The shoes pinch, I want to send them back. Nora Winter, postcode 10115", "Nora Winter"),
        ("杯子漏水，想退货。李小雨，邮编200040", "李小雨"),
        ("nora winter 10115", "nora winter"),
        ("Winter, Nora. Berlin, 10115", "Winter, Nora"),
        ("it's Nora Winter, 10115. Send it to 5 Elm Road, London 20095", "Nora Winter"),
        ("oh sorry, it's 10115", None),
        ("order 10115 please", None),
    ],
)
def test_a_name_beside_a_postcode_says_who_she_is(message: str, name: str | None) -> None:
    assert [given["last_name"] for given in introductions(message)] == ([name] if name else [])


@pytest.mark.parametrize(
    ("message", "kind", "answer"),
    [
        ("yes, exchange it please", "exchange_items", "yes"),
        ("yes exchange it", "cancel_order", "other"),
        ("好的，确认退货", "request_return", "yes"),
        ("对，换吧", "cancel_order", "other"),
        ("yes, and cancel the other one too", "cancel_order", "other"),
        ("可以取消吗", "cancel_order", "other"),
        ("不，别取消", "cancel_order", "no"),
    ],
)
def test_a_yes_may_say_again_what_waits_and_nothing_else(
    message: str, kind: str, answer: str
) -> None:
    assert answer_in(message, kind) == answer


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        ("yes pls", "yes"),
        ("Yes, cancel the kettle and the lamp", "yes"),
        ("是的，取消灯和水壶", "yes"),
        ("yes, cancel o17", "yes"),
        ("yes, cancel o18", "other"),
        ("yes, cancel the kettle", "other"),
        ("yes, both Kumo ones", "other"),
        ("yes, the kettle but not the lamp", "other"),
        ("yes, the kettle, the lamp and the mug", "other"),
        ("是，不取消灯和水壶", "other"),
    ],
)
def test_a_yes_that_names_items_names_all_of_them_and_no_other(message: str, answer: str) -> None:
    about = About("o17", ("Kumo Lamp 灯", "Kumo Kettle 水壶"))
    assert answer_in(message, "cancel_order", about) == answer


def test_an_address_may_be_spelt_with_at_in_brackets() -> None:
    assert introductions("nora.winter (at) example.com") == ({"email": "nora.winter@example.com"},)
