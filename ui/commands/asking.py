"""`ask`, `tool` and `search`: questions from the terminal."""

import json
from typing import Annotated, Any, Literal

import typer

from assistant.reading import language_of
from assistant.turn import Turn, TurnFinished
from assistant.workbench import Workbench
from tools.errors import SettingsError
from ui.commands.common import AsJson, Workspace, print_json, print_result, say, settings_for

Model = Annotated[
    str | None,
    typer.Option(help="bundled, none, or a path or hub id of a chat model.", metavar="MODEL"),
]
Persona = Literal["marketer", "service"]


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("ask")(ask)
    app.command("tool")(tool)
    app.command("search")(search)


def ask(
    questions: Annotated[list[str], typer.Argument(help="One or more questions, each in quotes.")],
    workspace: Workspace = None,
    as_json: AsJson = False,
    persona: Annotated[Persona, typer.Option("--as", help="Who is asking.")] = "marketer",
    user: Annotated[str | None, typer.Option(help="Customer id, for service.")] = None,
    thread: Annotated[str | None, typer.Option(help="Conversation to continue and keep.")] = None,
    model: Model = None,
) -> None:
    """Ask the store; several questions in one call are answered one after another."""
    if persona != "marketer":
        raise SettingsError("Only `--as marketer` can be asked so far.")
    bench = Workbench(settings_for(workspace, model=model))
    assistant = bench.assistant
    for question in questions:
        events = list(assistant.ask(question, thread_id=thread, user_id=user))
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
) -> None:
    """Run any tool without the model."""
    call = (
        Workbench(settings_for(workspace)).toolbox_with(name).run(name, _arguments(args), language)
    )
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
        Literal["any", "positive", "negative"], typer.Option(help="Praise or complaints only.")
    ] = "any",
    item: Annotated[str | None, typer.Option(help="Name or id of one item.")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """Search the reviews by meaning, nearest first."""
    tools = Workbench(settings_for(workspace)).toolbox_with("search_reviews")
    arguments = {"query": query, "k": k, "rating": rating, "item": item}
    call = tools.run("search_reviews", arguments, language_of(query))
    if call.result is None:
        raise SettingsError(call.error or "")
    if as_json:
        names = ("review_id", "item_id", "rating", "score", "language", "text")
        print_json([{name: row.get(name) for name in names} for row in call.result.json_rows()])
    else:
        print_result(call.result, language_of(query))
