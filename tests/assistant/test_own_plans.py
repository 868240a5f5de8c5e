"""Clauses that only tell of a plan, or of who waits for an answer."""

import pytest

from assistant.own_plans import less_plans


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("台灯六月每天卖几盏？打算参照端午的打法铺货", "台灯六月每天卖几盏？"),
        ("准备对标年货节来备货，五月每周多少单？", "五月每周多少单？"),
        ("五月卖了多少？主播在抖音等着报数", "五月卖了多少？"),
        (
            "How many lamps a day in May? I want to pace our Easter stock like it",
            "How many lamps a day in May?",
        ),
        ("orders in May? the boss is on the phone waiting", "orders in May?"),
    ],
)
def test_a_plan_and_who_waits_are_left_aside(message: str, asked: str) -> None:
    assert less_plans(message) == asked


@pytest.mark.parametrize(
    "message",
    [
        "想按地区看五月的订单",
        "想照着端午的节奏铺货，给老客写条短信",
        "在抖音等渠道卖了多少？",
        "六月和端午比怎么样？",
        "想和去年端午比一下，五月卖了多少？",
        "I want to plan for Easter, what sold last Easter?",
        "打算参照端午的打法铺货，行吗",
    ],
)
def test_what_asks_or_narrows_stays(message: str) -> None:
    assert less_plans(message) == message
