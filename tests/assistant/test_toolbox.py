import threading
import time

import pytest

from assistant.time_limit import TimeLimit
from assistant.toolbox import Toolbox
from tests.small_store import small_store
from tools.errors import DataError, SettingsError
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


def broken() -> ToolResult:
    """Always broken."""
    return ToolResult.model_validate({})


def test_a_fault_inside_a_tool_is_told_as_storewises_own_and_logged_in_full(
    caplog: pytest.LogCaptureFixture,
) -> None:
    call = Toolbox({"broken": broken}).run("broken", {}, "en")
    assert call.status == "error"
    assert "not in your question" in (call.error or "")
    assert "ValidationError" in caplog.text
    assert call.error != Toolbox({"broken": broken}).run("broken", {}, "zh").error


def test_what_the_operator_must_put_right_is_told_to_who_asks() -> None:
    def unready() -> ToolResult:
        """Needs an index."""
        raise DataError("The reviews are not indexed; run `storewise index`.")

    call = Toolbox({"unready": unready}).run("unready", {}, "en")
    assert call.error == "The reviews are not indexed; run `storewise index`."


def test_a_slow_query_is_stopped_and_the_next_one_answered() -> None:
    store = small_store()

    def endless() -> ToolResult:
        """Counts to a number nobody waits for."""
        store.connection.con.sql(
            "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range != b.range"
        ).fetchall()
        raise AssertionError

    tools = {"endless": endless, "query_metrics": MetricTools(store).query_metrics}
    quick = Toolbox(tools, TimeLimit(1, store.connection.con.interrupt))
    started = time.perf_counter()
    call = quick.run("endless", {}, "en")
    assert call.error == (
        "This took longer than 1 s, so I stopped it. "
        "Ask for a shorter period, fewer groups or one product line."
    )
    patient = Toolbox(tools, quick.limit)
    quick.limit.seconds = 30
    after = patient.run("query_metrics", {"metrics": ["revenue"], "period": "2026-10"}, "en")
    assert after.status == "ok"
    assert time.perf_counter() - started < 20


def test_a_tool_that_never_ends_keeps_no_one_waiting_longer_than_the_limit() -> None:
    release = threading.Event()

    def stuck() -> ToolResult:
        """Waits for something that does not come."""
        release.wait(30)
        raise AssertionError

    box = Toolbox({"stuck": stuck}, TimeLimit(0.2))
    assert "longer than" in (box.run("stuck", {}, "en").error or "")
    assert "busy" in (box.run("stuck", {}, "en").error or "")
    release.set()
