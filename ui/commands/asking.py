"""`ask`, `tool` and `search`: questions from the terminal."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.console import Console
from rich.table import Table

from assistant.turn import Turn, TurnFinished
from assistant.workbench import Workbench
from tools.errors import SettingsError
from ui.commands.common import AsJson, Workspace, print_json, print_result, say, settings_for

if TYPE_CHECKING:
    from retrieval.review_index import Found

Model = Annotated[
    str | None,
    typer.Option(help="bundled, none, or a path or hub id of a chat model.", metavar="MODEL"),
]
File = Annotated[
    Path | None,
    typer.Option(help="Table of a test (CSV, Parquet, JSONL, Excel) that the question is about."),
]
Persona = Literal["marketer", "service"]


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("ask")(ask)
    app.command("tool")(tool)
    app.command("search")(search)


def ask(
    questions: Annotated[
        list[str] | None, typer.Argument(help="One or more questions, each in quotes.")
    ] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
    persona: Annotated[Persona, typer.Option("--as", help="Who is asking.")] = "marketer",
    user: Annotated[str | None, typer.Option(help="Customer id, for service.")] = None,
    thread: Annotated[str | None, typer.Option(help="Conversation to continue and keep.")] = None,
    threads: Annotated[
        bool, typer.Option(help="List the conversations kept of --as service (of --user).")
    ] = False,
    model: Model = None,
    file: File = None,
) -> None:
    """Ask the store; several questions in one call are answered one after another."""
    if not questions and not (threads and persona == "service"):
        raise typer.BadParameter("Put a question in quotes behind it.")
    questions = questions or []
    bench = Workbench(settings_for(workspace, model=model))
    if persona == "service":
        from ui.commands.ask import ask_service, list_threads

        if threads:
            list_threads(bench, user, as_json=as_json)
            return
        ask_service(bench, questions, user, thread, as_json=as_json)
        return
    uploaded = bench.uploads.add(file) if file else None
    assistant = bench.assistant
    for n, question in enumerate(questions):
        given = uploaded if n == 0 or thread is None else None  # in a thread the others continue
        events = list(assistant.ask(question, thread_id=thread, user_id=user, file=given))
        turn = next(event.turn for event in events if isinstance(event, TurnFinished))
        if as_json:
            print_json(turn.to_json())
        else:
            _print_turn(turn)


def _print_turn(turn: Turn) -> None:
    say(turn.answer)
    for call in turn.tool_calls:
        arguments = ", ".join(f"{name}={value}" for name, value in call.arguments.items())
        say(f"  [{call.name}({arguments})]")
    say("")


def tool(
    name: Annotated[str, typer.Argument(help="Name of a tool, such as query_metrics.")],
    args: Annotated[str, typer.Option(help="The tool's arguments as a JSON object.")] = "{}",
    workspace: Workspace = None,
    as_json: AsJson = False,
    language: Annotated[Literal["en", "zh"], typer.Option(help="Language of the facts.")] = "en",
    file: File = None,
) -> None:
    """Run any tool without the model."""
    bench, arguments = Workbench(settings_for(workspace)), _arguments(args)
    if file:
        arguments["file"] = bench.uploads.add(file)
    call = bench.toolbox_with(name).run(name, arguments, language)
    if call.result is None:
        raise SettingsError(call.error or "")
    if as_json:
        print_json(
            {
                "tool": name,
                "arguments": call.arguments,
                "seconds": call.seconds,
                "facts": list(call.facts),
                "rows": call.result.json_rows(),
                "chart": call.result.chart and call.result.chart.model_dump(mode="json"),
                "provenance": call.result.provenance.model_dump(mode="json"),
                "citations": list(call.result.citations),
            }
        )
    else:
        print_result(call.result, language)


def _arguments(text: str) -> dict[str, Any]:
    try:
        arguments = json.loads(text)
    except json.JSONDecodeError as error:
        raise SettingsError(
            f"--args is not JSON ({error}); write it like '{{\"k\": 3}}'."
        ) from error
    if not isinstance(arguments, dict):
        raise SettingsError("--args must be a JSON object, such as '{\"k\": 3}'.")
    return arguments


def search(
    query: Annotated[str, typer.Argument(help="What the reviews should be about.")],
    k: Annotated[int, typer.Option(min=1, max=50, help="How many reviews.")] = 8,
    rating: Annotated[
        str, typer.Option(help="any, positive, negative, a number of stars, or a range: 1-3.")
    ] = "any",
    item: Annotated[str | None, typer.Option(help="Name or id of one item.")] = None,
    category: Annotated[str | None, typer.Option(help="Reviews of one category.")] = None,
    language: Annotated[
        str | None, typer.Option(help="Language the reviews are written in: en, zh.")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="First day written.")
    ] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """Search the reviews by meaning and by words, the best first."""
    from tools.review_search import ReviewSearch

    bench = Workbench(settings_for(workspace))
    found = ReviewSearch(bench.store, lambda: bench.index).find(
        query,
        k,
        item=item,
        category=category,
        rating=rating,
        language=language,
        since=since.date() if since else None,
    )
    if as_json:
        names = ("review_id", "item_id", "rating", "score", "language", "text")
        print_json([{name: getattr(hit, name) for name in names} for hit in found.hits])
    else:
        _print_found(found)


def _print_found(found: "Found") -> None:
    """Reviews found as a table, and how many are not in it."""
    table = Table("Review", "Item", "Stars", "Score", "Language", "Text")
    for hit in found.hits:
        stars = str(hit.rating) if hit.rating is not None else "–"
        shown = (hit.review_id, hit.item_id or "–", stars, f"{hit.score:.2f}", hit.language)
        table.add_row(*shown, " ".join(hit.text.split()))
    Console().print(table)
    if found.copies:
        say(f"Not listed, because they say the same as one of these: {len(found.copies)}.")
    if found.spam:
        say(f"Left out as advertising or filler: {found.spam}.")
