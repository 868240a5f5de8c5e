"""τ²-bench's tasks with a model that plays written lines: what passes, and how it counts."""

import json
from pathlib import Path

import pytest
from langchain_core.messages import AIMessage, ToolMessage

from assistant.evaluation.service import (
    ServiceTrial,
    in_her_words,
    pass_hat,
    run_tasks,
    service_report,
)
from assistant.evaluation.tau2 import Task, as_ours, load_tasks
from tests.scripted_model import PlayedModel, call
from tools.errors import DataError
from tools.store.importing import import_data
from tools.store.store import Store

TAU2 = Path(__file__).parents[4] / "shared" / "data" / "tau2_retail"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    if not TAU2.exists():
        pytest.skip("τ²-bench's retail shop is not beside the repository")
    workspace = tmp_path_factory.mktemp("shop")
    import_data("tau2-retail", TAU2, workspace)
    return Store.open(workspace)


@pytest.fixture
def task(store: Store) -> Task:
    return next(task for task in load_tasks(TAU2) if task.task_id == "16")


def trial(store: Store, task: Task, script: list[AIMessage]) -> ServiceTrial:
    [only] = run_tasks(store, [task], PlayedModel(script=script))
    return only


def right_calls(task: Task) -> list[AIMessage]:
    ours = (as_ours(name, given) for name, given in task.actions)
    return [call(*one) for one in ours if one]


def test_the_right_calls_pass(store: Store, task: Task) -> None:
    done = trial(store, task, right_calls(task))
    assert done.passed
    assert done.talk[0] == in_her_words(task.opening)
    assert "Yes, please go ahead." in done.talk


def test_doing_nothing_fails_a_task_that_wants_a_change(store: Store, task: Task) -> None:
    assert not trial(store, task, []).passed


def test_one_change_too_many_fails(store: Store, task: Task) -> None:
    other = {"address1": "1 Elm", "city": "X", "country": "USA", "postcode": "10000"}
    assert not trial(store, task, [*right_calls(task), call("change_address", other)]).passed


def test_the_shop_stays_as_it_is(store: Store, task: Task) -> None:
    first = trial(store, task, right_calls(task))
    assert first == trial(store, task, right_calls(task))


def test_the_model_reads_ids_but_the_yes_is_read_by_the_desk(store: Store, task: Task) -> None:
    model = PlayedModel(script=right_calls(task))
    list(run_tasks(store, [task], model))
    results = [message for message in model.seen if isinstance(message, ToolMessage)]
    assert any('"item_id"' in str(message.content) for message in results)
    assert not any("confirm" in made["name"] for m in model.seen if isinstance(m, AIMessage)
                   for made in m.tool_calls)  # fmt: skip


@pytest.mark.parametrize("made", [call("no_such_tool", {}), call("find_order", {"number": "#W1"})])
def test_a_call_that_is_none_is_no_crash(made: AIMessage, store: Store, task: Task) -> None:
    assert not trial(store, task, [made]).passed


def test_pass_hat_is_the_chance_that_all_of_k_pass() -> None:
    trials = [
        ServiceTrial(task, run, passed, None, 1, ())
        for task, runs in (("a", (True, True, True, True)), ("b", (True, True, False, False)))
        for run, passed in enumerate(runs)
    ]
    assert pass_hat(trials, 1) == pytest.approx(0.75)
    assert pass_hat(trials, 2) == pytest.approx((1 + 1 / 6) / 2)
    assert pass_hat(trials, 4) == pytest.approx(0.5)
    assert pass_hat(trials, 5) is None
    report = service_report(trials, {"model": "m"})
    assert report["failed"] == ["b"]
    assert json.dumps(report)


def test_a_folder_without_tasks_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"no tasks\*\.json"):
        load_tasks(tmp_path)
    (tmp_path / "tasks.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(DataError, match="does not hold"):
        load_tasks(tmp_path)
