"""What `channel_advice` says, in both languages."""

import pytest

from tests.small_store import small_store
from tests.tools.channels.messages import store
from tools.channels.tool import ChannelTools
from tools.errors import ToolError
from tools.result import ToolResult


def texts(result: ToolResult) -> str:
    said = {statement.message for statement in result.statements}
    assert all(set(statement.needs) <= said for statement in result.statements)
    assert all(fact.text for fact in result.facts("zh"))
    return " ".join(fact.text for fact in result.facts("en"))


def test_the_channel_that_brings_most_is_named_first() -> None:
    result = ChannelTools(small_store()).channel_advice(period="2026-10")
    assert "brought most profit" in result.facts("en")[0].text
    assert [row["channel"] for row in result.rows] == ["search", "email", "social media"]
    assert "what the channel caused" in texts(result)


def test_two_or_three_visits_prove_no_difference() -> None:
    result = ChannelTools(small_store()).channel_advice(period="2026-10")
    assert "channels-conversion" not in {s.message for s in result.statements}


def test_a_time_is_told_with_its_range_and_sample() -> None:
    result = ChannelTools(store()).channel_advice("send_time")
    assert "20:00" in result.facts("en")[0].text
    assert "600" in texts(result)


def test_a_time_that_never_varied_cannot_be_told() -> None:
    result = ChannelTools(store(hours=(9,), rates=(0.3,))).channel_advice("send_time")
    assert "cannot be told" in texts(result)
    assert "not proof" in texts(result)


def test_a_budget_without_tests_cannot_be_split() -> None:
    result = ChannelTools(store()).channel_advice(budget=500)
    assert "cannot be told" in texts(result)
    assert not result.rows


@pytest.mark.parametrize("budget", [0, -5, float("nan"), float("inf")])
def test_a_budget_of_nothing_is_refused(budget: float) -> None:
    with pytest.raises(ToolError) as caught:
        ChannelTools(store()).channel_advice(budget=budget)
    assert "budget" in caught.value.say("en")


def test_an_unknown_channel_is_said_to_be() -> None:
    with pytest.raises(ToolError):
        ChannelTools(small_store()).channel_advice(filters=["channel=pigeon"])
