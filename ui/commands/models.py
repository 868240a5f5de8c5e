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
from ui.commands.common import AsJson, Workspace, print_json, progress_bar, say, settings_for
from ui.commands.trained import as_markdown, print_report, retrained

if TYPE_CHECKING:
    from tools.prediction.config import ModelCard

logger = logging.getLogger(__name__)

LIBRARIES = ("torch", "transformers", "langchain", "chromadb", "gradio", "ibis-framework", "duckdb")


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("train")(train)
    app.command("evaluate")(evaluate)
    model = typer.Typer(help="The chat model.", no_args_is_help=True)
    model.command("fetch")(fetch)
    model.command("info")(info)
    app.add_typer(model, name="model")
    app.command("doctor")(doctor)


def train(
    workspace: Workspace = None,
    force: Annotated[
        bool, typer.Option("--force", help="Take the new model even where the old did better.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Train the models of this store; the old ones serve until the new ones are whole."""
    bench = Workbench(settings_for(workspace))
    card = train_predictor(bench, force)
    if as_json:
        print_json(card.model_dump(mode="json", exclude={"profile"}))
        return
    for line in retrained(card):
        say(line)


def train_predictor(bench: Workbench, force: bool = False) -> "ModelCard":
    """Train on the workspace's store, with a progress bar; gives the card of what serves."""
    from tools.prediction.retraining import train as train_purchase

    try:
        with progress_bar("Training the purchase predictor") as update:
            return train_purchase(bench.store, bench.models, progress=update, force=force)
    except KeyboardInterrupt:
        before = "the old model serves on" if bench.predictor_ready else "there is no model yet"
        say(f"Interrupted: nothing was changed, {before}.")
        raise typer.Exit(130) from None


def evaluate(
    workspace: Workspace = None,
    task: Annotated[
        Task | None, typer.Option(help="Judge only this; everything without it.")
    ] = None,
    horizon: Annotated[int | None, typer.Option(min=1, help="Days to look ahead.")] = None,
    markdown: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the tables to FILE as well.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Compare the models, baselines included, on the last days of data, which none of them saw."""
    from tools.prediction.evaluation import evaluate as judge_all

    store = Workbench(settings_for(workspace)).store
    with progress_bar("Judging the models") as update:
        report = judge_all(store, task, horizon, update)
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


def info(as_json: AsJson = False) -> None:
    """Which chat model answers, and where it runs."""
    settings = settings_for(None)
    bench = Workbench(settings)
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
    _print_facts({**facts, "composition": bench.composition}, as_json)


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
