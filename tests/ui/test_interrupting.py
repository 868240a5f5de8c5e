"""A real Ctrl-C while `storewise train` runs: what served serves on, one sentence says so."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from tests.tools.prediction.behaviour.shop import SMALL
from tests.tools.prediction.small_shop import items, simulated, store_of
from tools.prediction.behaviour.learning import Learning
from tools.prediction.contest import Tabular
from tools.prediction.everything import Serving, served
from tools.prediction.items import saved as items_saved
from tools.prediction.sequential import Transformers
from tools.store.store import StoreProfile
from tools.store.workspace import write_tables
from ui.__main__ import main
from ui.commands.common import INTERRUPTED, interruptible

USUAL = SMALL.model_copy(update={"horizons_days": (7, 10), "epochs": 3})


def train(workspace: Path, *words: str) -> int | str | None:
    with pytest.raises(SystemExit) as ended:
        main(["train", "-w", str(workspace), *words])
    return ended.value.code


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small store whose models, all but a Transformer, are trained."""
    folder = tmp_path_factory.mktemp("interrupted")
    store = store_of(events=simulated(n_users=60, n_days=60), items=items())
    tables = {name: store.table(name).to_pyarrow() for name in ("events", "items")}
    write_tables(folder, tables, StoreProfile(name="Small store"))
    assert not train(folder, "--quick")
    return folder


@pytest.fixture(autouse=True)
def small_transformer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Transformers, "_settings", USUAL)


def press_ctrl_c() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def then_ctrl_c(work: Callable[..., Any]) -> Callable[..., Any]:
    def interrupted(*args: Any, **kwargs: Any) -> Any:
        done = work(*args, **kwargs)
        press_ctrl_c()
        return done

    return interrupted


def state(workspace: Path) -> tuple[Serving, list[Path]]:
    """What serves, and every file of it."""
    models = workspace / "models"
    return served(models), sorted(p for p in models.rglob("*") if "unfinished" not in p.parts)


MOMENTS = {
    "a model of rows has scored": (Tabular, "logits", "--quick"),
    "the Transformer has made a pass": (Learning, "_pass", "--deep"),
    "the Transformer's pass is judged": (Learning, "_look", "--deep"),
}


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=list(MOMENTS))
def test_ctrl_c_leaves_the_models_that_served(moment, workspace, monkeypatch, capsys):
    owner, name, how = moment
    before = state(workspace)
    monkeypatch.setattr(owner, name, then_ctrl_c(getattr(owner, name)))
    assert train(workspace, how) == INTERRUPTED
    said = capsys.readouterr()
    assert said.out.startswith("Interrupted. ")
    assert said.out.count("\n") == 1
    assert "Traceback" not in said.err
    assert state(workspace) == before


def test_ctrl_c_while_one_model_is_written_leaves_the_old_one(workspace, monkeypatch, capsys):
    old, files = state(workspace)
    save = items_saved.np.savez_compressed
    with monkeypatch.context() as once:
        once.setattr(items_saved.np, "savez_compressed", then_ctrl_c(save))
        assert train(workspace, "--quick") == INTERRUPTED
    assert capsys.readouterr().out.startswith("Interrupted. ")
    now, left = state(workspace)
    assert now.others == old.others
    kept = [path for path in files if "items" in path.parts]
    assert [path for path in left if "items" in path.parts] == kept


def test_training_goes_on_after_the_last_whole_pass(workspace, monkeypatch):
    passes = []
    whole = Learning._pass

    def counted(self, *args):
        passes.append((self.until, self.done))
        if len(passes) == 2:
            press_ctrl_c()
        whole(self, *args)

    monkeypatch.setattr(Learning, "_pass", counted)
    assert train(workspace) == INTERRUPTED
    assert not train(workspace)
    first = passes[0][0]
    assert [done for until, done in passes if until == first] == [0, 1, 1, 2]
    assert not (workspace / "models" / "unfinished").exists()


def test_ctrl_c_is_known_where_a_library_makes_another_error_of_it(capsys):
    def query() -> None:  # as DuckDB does
        try:
            press_ctrl_c()
        except KeyboardInterrupt:
            raise RuntimeError("Query interrupted") from None

    with pytest.raises(typer.Exit) as ended, interruptible("Interrupted."):
        query()
    assert ended.value.exit_code == INTERRUPTED
    assert capsys.readouterr().out == "Interrupted.\n"


def test_other_errors_are_not_taken_for_ctrl_c(capsys):
    with pytest.raises(RuntimeError), interruptible("Interrupted."):
        raise RuntimeError
    assert capsys.readouterr().out == ""
