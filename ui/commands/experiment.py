"""`experiment`: what an experiment's table shows, and whom to target."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ui.commands.common import AsJson, print_json, print_result

Columns = Annotated[
    list[str] | None,
    typer.Option(metavar="COLUMN", help="Column not to learn from; may be given several times."),
]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("experiment")(experiment)


def experiment(
    file: Annotated[Path, typer.Argument(help="CSV, Parquet, JSONL or Excel; a row a person.")],
    arm: Annotated[str, typer.Option(help="Column that says who was in which arm.")],
    treatment: Annotated[str, typer.Option(help="Value of that column for the treated.")],
    control: Annotated[str, typer.Option(help="Value for those they are compared with.")],
    outcome: Annotated[str, typer.Option(help="Column that says what happened.")],
    ignore: Columns = None,
    outcomes: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN", help="Another outcome, not to learn from; as --ignore."),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN", help="Column to learn from though it looks like one."),
    ] = None,
    unit: Annotated[
        str | None, typer.Option(help="Column of what was assigned, if not each row.")
    ] = None,
    cost: Annotated[
        float, typer.Option(min=0, help="What one contact costs, in units of the outcome.")
    ] = 0.0,
    language: Annotated[Literal["en", "zh"], typer.Option(help="Language of the answer.")] = "en",
    as_json: AsJson = False,
) -> None:
    """Say what an experiment did, for whom, and whom to target."""
    from tools.effects.experiment import analyse  # LightGBM takes a second
    from tools.effects.experiment_words import answer, why

    left_out = [*(ignore or []), *(outcomes or [])]
    found = analyse(
        file,
        arm,
        treatment,
        control,
        outcome,
        ignore=left_out,
        keep=keep or [],
        unit=unit,
        cost=cost,
    )
    if as_json:
        print_json(found.to_json(why(found, language)))
    else:
        print_result(answer(found, str(file)), language)
