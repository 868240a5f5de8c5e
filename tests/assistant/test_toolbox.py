import pytest

from assistant.toolbox import Toolbox
from tests.small_store import small_store
from tools.errors import SettingsError
from tools.query_metrics import MetricTools
from tools.result import ToolResult


def box() -> Toolbox:
    return Toolbox({"query_metrics": MetricTools(small_store()).query_metrics})


def test_a_call_keeps_its_facts_and_how_long_it_took() -> None:
    call = box().run("query_metrics", {"metrics": ["revenue"], "period": "2026-10"}, "zh")
    assert call.status == "ok"
    assert call.seconds is not None
    assert call.facts[0].startswith("2026年10月")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ({"metrics": ["revenu"]}, "revenue"),
        ({}, "“metrics” is missing"),
        ({"metrics": ["revenue"], "colour": 1}, "“colour” cannot be used"),
        ({"metrics": ["revenue"], "period": "someday"}, "last_month"),
    ],
)
def test_what_cannot_be_asked_is_a_sentence_that_helps(
    arguments: dict[str, object], hint: str
) -> None:
    call = box().run("query_metrics", arguments, "en")
    assert call.status == "error"
    assert hint in (call.error or "")


def test_an_unknown_tool_is_the_operators_mistake() -> None:
    with pytest.raises(SettingsError, match="query_metrics"):
        box().run("query_metric", {}, "en")


def test_a_fault_inside_a_tool_is_not_blamed_on_its_arguments() -> None:
    def broken() -> ToolResult:
        """Always broken."""
        return ToolResult.model_validate({})

    with pytest.raises(ValueError, match="ToolResult"):
        Toolbox({"broken": broken}).run("broken", {}, "en")
