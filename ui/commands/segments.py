"""`segments`: groups of customers listed, described in words, saved, edited and written out."""

import csv
from pathlib import Path
from typing import Annotated, Literal

import typer

from assistant.workbench import Workbench
from tools.errors import SettingsError
from tools.query_metrics import MIN_PEOPLE
from ui.commands.common import AsJson, Workspace, print_json, print_result, say, settings_for

Language = Annotated[Literal["en", "zh"], typer.Option(help="Language of the definitions.")]
Called = Annotated[str, typer.Argument(help="Id or name of the segment.", metavar="NAME")]


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    segments = typer.Typer(help="Groups of customers.", no_args_is_help=True)
    for name, command in (
        ("list", list_),
        ("show", show),
        ("save", save),
        ("edit", edit),
        ("members", members),
    ):
        segments.command(name)(command)
    app.add_typer(segments, name="segments")


def list_(workspace: Workspace = None, as_json: AsJson = False, language: Language = "en") -> None:
    """List the standard segments and your own, with who is in them."""
    bench = Workbench(settings_for(workspace))
    found = [*bench.segments.standard(), *bench.segments.saved()]
    people = [len(bench.segments.members(segment)) for segment in found]
    told = [
        {
            "id": segment.id,
            "name": segment.label.text(language),
            "people": f"<{MIN_PEOPLE}" if 0 < n < MIN_PEOPLE else n,
            "definition": segment.describe(language),
        }
        for segment, n in zip(found, people, strict=True)
    ]
    if as_json:
        print_json(told)
        return
    for one in told:
        say("  ".join(str(value) for value in one.values()))


def show(
    name: Called,
    workspace: Workspace = None,
    language: Language = "en",
    sql: Annotated[bool, typer.Option("--sql", help="Print the query of its members.")] = False,
) -> None:
    """Say who is in one segment, what they buy and how they differ."""
    bench = Workbench(settings_for(workspace))
    segment = bench.segments.named(name)
    if sql:
        say(bench.segments.sql(segment))
        return
    box = bench.toolbox_with("segment_customers")
    call = box.run("segment_customers", {"segment": segment.id}, language)
    if call.result is None:
        raise SettingsError(call.error or "")
    print_result(call.result, language)


def save(
    name: Annotated[str, typer.Argument(help="Name to keep it under.")],
    words: Annotated[str, typer.Argument(help="Who is in it, in words, in quotes.")],
    workspace: Workspace = None,
    language: Language = "en",
) -> None:
    """Read a description of customers, show what was understood, and keep it as a segment."""
    from tools.segments.segment import slug
    from tools.wording.values import Name

    bench = Workbench(settings_for(workspace))
    segment = bench.segments.read(words)
    kept = segment.model_copy(update={"id": slug(name), "label": Name(en=name)})
    path = bench.segments.save(kept)
    say(f"{kept.label.text(language)}: {kept.describe(language)}")
    say(f"{len(bench.segments.members(kept))} people; saved as {str(path)!r}.")


def edit(
    name: Called,
    words: Annotated[
        str | None, typer.Option(help="New description, in place of an editor.")
    ] = None,
    workspace: Workspace = None,
    language: Language = "en",
) -> None:
    """Change a saved segment: by a new description, or its file in your editor."""
    import click

    from tools.segments.files import checked

    bench = Workbench(settings_for(workspace))
    segment = bench.segments.named(name)
    if segment.family != "own":
        raise SettingsError(f"{name!r} is a standard segment; save your own and edit that.")
    if words is not None:
        read = bench.segments.read(words)
        changed = read.model_copy(update={"id": segment.id, "label": segment.label})
    else:
        text = click.edit(segment.model_dump_json(indent=2, exclude_none=True), extension=".json")
        if text is None:
            say("Nothing was changed.")
            return
        changed = checked(text, f"{segment.id}.json")
        if changed.id != segment.id:
            raise SettingsError("The id of a segment cannot be changed; save a new one instead.")
    bench.segments.save(changed)
    say(f"{changed.label.text(language)}: {changed.describe(language)}")
    say(f"{len(bench.segments.members(changed))} people.")


def members(
    name: Called,
    out: Annotated[Path | None, typer.Option(help="CSV file to write them to.")] = None,
    consented: Annotated[
        bool, typer.Option("--consented", help="Only those who agreed to marketing.")
    ] = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """Print the ids of those in a segment, or write them to a CSV file."""
    from tools.segments.rules import All, Consent

    bench = Workbench(settings_for(workspace))
    segment = bench.segments.named(name)
    if consented:
        both = All(rules=(segment.rules, Consent()))
        segment = segment.model_copy(update={"rules": both})
    ids = bench.segments.members(segment)
    if not ids:
        raise SettingsError(f"Nobody is in {segment.id!r}: {segment.describe('en')}.")
    if out is not None:
        with out.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([["user_id"], *([user] for user in ids)])
        say(f"{len(ids)} people written to {str(out)!r}.")
    elif as_json:
        print_json(list(ids))
    else:
        say("\n".join(ids))
