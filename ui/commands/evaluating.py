"""`eval`: question sets run through the assistant, and how it did."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
        list[Path] | None, typer.Argument(help="Question sets (else those about the demo store).")
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
    as_json: AsJson = False,
) -> None:
    """Ask the questions of a set and report how many answers are right, and how fast."""
    from assistant.evaluation import Report, load_questions, run_questions, sampled

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


def _default_files() -> list[Path]:
    files = sorted(CHECKOUT.glob("*.yaml"))
    if not files:
        raise SettingsError(
            "No question set is installed with Storewise; name your own files, such as "
            "`storewise eval questions.yaml` (docs/evaluation.md tells how to write one)."
        )
    return files
