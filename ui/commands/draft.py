"""`draft`: campaign drafts from the terminal; nothing is ever sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

import typer

from assistant.reading import language_of
from assistant.workbench import Workbench
from tools.drafts import Draft, Drafts, export, replay
from tools.drafts.document import markdown
from tools.drafts.exporting import Format
from tools.drafts.models import CHANNELS, Channel
from tools.drafts.tool import LANGUAGE_CHOICES
from tools.errors import SettingsError, ToolError
from tools.wording.speaker import Speaker
from tools.wording.values import Language
from ui.commands.common import AsJson, Workspace, print_json, say, settings_for

Id = Annotated[str, typer.Argument(help="The draft, such as win-back-1.")]
CopyLanguage = Literal["auto", "en", "zh", "both"]


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    drafts = typer.Typer(
        help="Draft campaigns: made, edited by talking, approved, exported. Nothing is sent.",
        no_args_is_help=True,
    )
    drafts.command("new")(new)
    drafts.command("list")(list_drafts)
    drafts.command("show")(show)
    drafts.command("revise")(revise)
    drafts.command("approve")(approve)
    drafts.command("export")(export_draft)
    drafts.command("replay")(replay_draft)
    app.add_typer(drafts, name="draft")


def new(
    goal: Annotated[str, typer.Argument(help="What the campaign is for, in quotes.")],
    budget: Annotated[float | None, typer.Option(help="Most it may cost.")] = None,
    channel: Annotated[Channel | None, typer.Option(help="Channel to use.")] = None,
    segment: Annotated[str | None, typer.Option(help="Id, name or words of a segment.")] = None,
    language: Annotated[CopyLanguage, typer.Option(help="Language of the copy.")] = "auto",
    model: Annotated[
        str | None, typer.Option(help="bundled, none, or a path or hub id.", metavar="MODEL")
    ] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """Draft a campaign from a goal in plain words."""
    drafts = _drafts(workspace, model)
    with _told_in(language_of(goal)):
        brief = drafts.brief(
            goal, budget, (channel,) if channel else (), segment, LANGUAGE_CHOICES[language]
        )
        _print(drafts.new(brief).draft, as_json)


def list_drafts(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """List the drafts."""
    found = list(_drafts(workspace, "none").files.all())
    if as_json:
        print_json([_line(own) for own in found])
    elif not found:
        say('No drafts yet. Make one with `storewise draft new "win back lapsed customers"`.')
    for own in () if as_json else found:
        say("  ".join(str(value) for value in _line(own).values()))


def show(
    draft_id: Id,
    version: Annotated[int | None, typer.Option(help="An earlier version.")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """Show a draft."""
    _print(_drafts(workspace, "none").files.read(draft_id, version), as_json)


def revise(
    draft_id: Id,
    words: Annotated[str, typer.Argument(help="What to change, in quotes.")],
    model: Annotated[
        str | None, typer.Option(help="bundled, none, or a path or hub id.", metavar="MODEL")
    ] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """Change a draft by talking: "cheaper, and in English too"."""
    drafts = _drafts(workspace, model)
    with _told_in(language_of(words)):
        draft = drafts.revise(draft_id, words).draft
    if not as_json:
        speaker = Speaker(language_of(words), draft.currency)
        for own in draft.changes:
            say(speaker.fact(own).text)
        say("")
    _print(draft, as_json)


def approve(
    draft_id: Id,
    yes: Annotated[bool, typer.Option("--yes", help="Approve without being asked.")] = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """Approve a draft: it is locked, and its list can be exported."""
    drafts = _drafts(workspace, "none")
    draft = drafts.files.read(draft_id)
    if not yes:
        typer.confirm(f"Approve and lock {draft_id} ({draft.title.en})?", abort=True)
    approved = drafts.approve(draft_id)
    if as_json:
        print_json(_line(approved))
    else:
        say(f"{draft_id} is approved and locked. `storewise draft export {draft_id}` writes it.")


def export_draft(
    draft_id: Id,
    kind: Annotated[Format, typer.Option("--format", help="What to write.")] = "all",
    out: Annotated[Path | None, typer.Option(help="Folder, else the draft's own.")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """Write a draft as Markdown, Word and, once approved, the list of who gets it."""
    paths = export(_drafts(workspace, "none"), draft_id, kind, out)
    if as_json:
        print_json([str(path) for path in paths])
    for path in () if as_json else paths:
        say(str(path))


def replay_draft(draft_id: Id, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """Compute a draft again from its reason file and say what differs."""
    drafts = _drafts(workspace, "none")
    found = replay(drafts, draft_id)
    language = drafts.files.read(draft_id).brief.language
    told = [Speaker(language).fact(own).text for own in found.statements]
    if as_json:
        print_json({"same": found.same, "differs": found.differs, "facts": told})
    for text in () if as_json else told:
        say(text)


def _drafts(workspace: Path | None, model: str | None) -> Drafts:
    bench = Workbench(settings_for(workspace, model=model))
    return bench.drafts(worded=bench.settings.model != "none")


@contextmanager
def _told_in(language: Language) -> Iterator[None]:
    """What goes wrong is told in the language of the words."""
    try:
        yield
    except ToolError as error:
        raise SettingsError(error.say(language)) from error


def _line(draft: Draft) -> dict[str, object]:
    return {
        "id": draft.id,
        "status": draft.status,
        "version": draft.version,
        "title": draft.title.text(draft.brief.language),
        "channels": ", ".join(CHANNELS[own].text(draft.brief.language) for own in draft.channels),
        "starts": draft.schedule.starts.isoformat(),
        "people": draft.audience.n_treated,
    }


def _print(draft: Draft, as_json: bool) -> None:
    if as_json:
        print_json(draft.model_dump(mode="json"))
    else:
        say(markdown(draft))
