"""`eval`: question sets run through the assistant, and how it did."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from assistant.workbench import Workbench
from tools.errors import SettingsError
from ui.commands.asking import Model
from ui.commands.common import AsJson, Workspace, print_json, progress_bar, say, settings_for

if TYPE_CHECKING:
    from assistant.evaluation import Report

CHECKOUT = Path(__file__).parents[2] / "tests" / "evals"
SAMPLED = 0.7
"""Temperature of several runs, which without one would all be the same."""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("eval")(eval_)


def eval_(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Question sets (else those about the demo store); or `service` and the folder of "
            "τ²-bench's retail tasks."
        ),
    ] = None,
    workspace: Workspace = None,
    runs: Annotated[int, typer.Option(min=1, help="How often each question is asked.")] = 1,
    sample: Annotated[
        int | None, typer.Option(min=1, help="Ask only so many, drawn at random.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Seed of the draw and of the first run.")] = 0,
    temperature: Annotated[
        float | None, typer.Option(min=0, help="Of the model (else 0, or 0.7 for several runs).")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write the report here.", metavar="FILE")] = None,
    model: Model = None,
    customer: Annotated[
        str, typer.Option(help="Who plays the customers of `service`: script or model.")
    ] = "script",
    agent: Annotated[
        str | None,
        typer.Option(
            help="Who serves in `service`: own (that of `ask --as service`; usual where the model "
            "runs here) or calls (the model by plain tool calls; usual for one on a server)."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Ask the questions of a set and report how many answers are right, and how fast."""
    from assistant.evaluation import Report, load_questions, run_questions, sampled

    if files and files[0] == Path("service"):
        heat = temperature if temperature is not None else SAMPLED if runs > 1 else 0.0
        bench = Workbench(settings_for(workspace, model=model))
        report = _service(bench, files[1:], runs, sample, seed, heat, customer, agent)
        _print_service(report, out, as_json)
        return
    questions = sampled(load_questions(files or _default_files()), sample, seed)
    bench = Workbench(settings_for(workspace, model=model))
    heat = temperature if temperature is not None else SAMPLED if runs > 1 else 0.0
    with progress_bar(f"Asking {len(questions)} questions") as update:
        trials = list(run_questions(bench, questions, runs, heat, seed, update))
    conditions = {
        "model": bench.assistant.model_name,
        "store": f"{bench.store.profile.name}, data {bench.store.profile.data_version}",
        "questions": len(questions),
        "runs": runs,
        "temperature": heat,
        "seed": seed,
    }
    _print(Report(trials, conditions), out, as_json)


def _print(report: "Report", out: Path | None, as_json: bool) -> None:
    if out is not None:
        out.write_text(report.to_markdown(), encoding="utf-8")
    if as_json:
        print_json(report.to_json())
    elif out is None:
        say(report.to_markdown())
    else:
        right = len(report.trials) - len(report.failures)
        say(f"{right} of {len(report.trials)} answers are right; the report is in {str(out)!r}.")


def _service(
    bench: Workbench,
    files: list[Path],
    runs: int,
    sample: int | None,
    seed: int,
    heat: float,
    customer: str,
    agent: str | None,
) -> dict[str, object]:
    """Let the model serve τ²-bench's customers, and report what came of it."""
    from assistant.evaluation import sampled
    from assistant.evaluation.service import own_agent, run_tasks, service_report
    from assistant.evaluation.tau2 import load_tasks

    if len(files) != 1:
        raise SettingsError(
            "Name the folder of τ²-bench's tasks, such as `storewise eval service tau2_retail`, "
            "and import its shop first with `storewise import tau2-retail`."
        )
    if customer not in ("script", "model"):
        raise SettingsError(f"--customer is script or model, not {customer!r}.")
    if agent not in (None, "own", "calls"):
        raise SettingsError(f"--agent is own or calls, not {agent!r}.")
    own = agent == "own" or (agent is None and bench.settings.server_url is None)
    serving = own_agent(bench.service_assistant.agent) if own else None
    alone = own and customer == "script" and bench.settings.model == "none"
    model = None if alone else bench.model
    tasks = sampled(load_tasks(files[0]), sample, seed)
    played: Literal["script", "model"] = "model" if customer == "model" else "script"
    with progress_bar(f"Serving {len(tasks) * runs} customers") as update:
        trials = list(
            run_tasks(bench.store, tasks, model, runs, played, heat, seed, update, serving)
        )
    conditions = {
        "model": model.model_name if model else "none",
        "agent": "own" if own else "calls",
        "customer": customer,
        "runs": runs,
        "temperature": str(heat),
        "seed": seed,
    }
    return service_report(trials, conditions)


def _print_service(report: dict[str, object], out: Path | None, as_json: bool) -> None:
    if out is not None:
        out.write_text(json.dumps(report, ensure_ascii=False, indent=2), encoding="utf-8")
    if as_json:
        print_json(report)
        return
    for name in ("tasks", "conversations", "pass^1", "pass^4", "told", "turns"):
        value = report[name]
        shown = "not measured" if value is None else value
        say(f"{name}: {shown:.3f}" if isinstance(shown, float) else f"{name}: {shown}")


def _default_files() -> list[Path]:
    files = sorted(CHECKOUT.glob("*.yaml"))
    if not files:
        raise SettingsError(
            "No question set is installed with Storewise; name your own files, such as "
            "`storewise eval questions.yaml` (docs/evaluation.md tells how to write one)."
        )
    return files
