"""`demo`, `import` and `index`: getting a store's data in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.llm.weights import is_ready
from assistant.workbench import Workbench
from tools.errors import SettingsError
from tools.store.store import DATABASE
from ui.commands.common import AsJson, Workspace, print_json, progress_bar, say, settings_for
from ui.commands.models import train_models

if TYPE_CHECKING:
    from tools.store.importing import ImportReport


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("demo")(demo)
    app.command("import")(import_)
    app.command("index")(index)


def demo(
    workspace: Workspace = None,
    serve: Annotated[bool, typer.Option("--serve", help="Open the chat page when done.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Make the store anew.")] = False,
    users: Annotated[int, typer.Option(min=100, help="How many customers.")] = 20_000,
    seed: Annotated[int, typer.Option(help="Seed of the simulator.")] = 7,
) -> None:
    """Make the demo store, train its models, index its reviews; what is done stays done."""
    from assistant.llm.loading import prepare_bundled
    from tools.store.demo.config import DemoConfig
    from tools.store.demo.create import create_demo

    settings = settings_for(workspace)
    if fresh or not (settings.workspace / DATABASE).exists():
        with progress_bar("Making the demo store") as update:
            create_demo(settings.workspace, DemoConfig(n_users=users, seed=seed), update)
    bench = Workbench(settings)
    here = settings.model == "bundled" and settings.server_url is None
    if here and not is_ready(settings.cache):
        with progress_bar("Fetching the chat model") as update:
            prepare_bundled(settings.cache, update)
    if not bench.predictor_ready:
        train_models(bench, deep=False)
    if not bench.index_to_make.ready:
        _index(bench)
    say(f"The store {bench.store.profile.name!r} is ready in {str(settings.workspace)!r}.")
    if serve:
        from ui.commands.serving import open_page

        open_page(bench)


def import_(
    kind: Annotated[str, typer.Argument(help="An adapter's or a table's name.")],
    path: Annotated[Path | None, typer.Argument(help="File or folder to read.")] = None,
    mapping: Annotated[
        list[str], typer.Option("--map", help="column=name in the file; may be repeated.")
    ] = [],  # noqa: B006  # typer's way to say "none"
    name: Annotated[str | None, typer.Option(help="Name of the store.")] = None,
    currency: Annotated[str | None, typer.Option(help="ISO 4217 code of amounts.")] = None,
    time_zone: Annotated[str | None, typer.Option(help="IANA zone of the store.")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """Read your own data into the store; the old data stays until the new is checked and whole."""
    from tools.store.importing import import_data

    settings = settings_for(workspace)
    with progress_bar(f"Importing {kind}") as update:
        report = import_data(
            kind,
            path,
            settings.workspace,
            _pairs(mapping),
            name=name,
            currency=currency,
            time_zone=time_zone,
            progress=lambda _, share: update(share),
        )
    if as_json:
        print_json(report.as_json())
        return
    for line in report.lines():
        say(line)
    say(f"The store is {report.profile.name!r}, in {str(settings.workspace)!r}. {_next(report)}")


def _next(report: "ImportReport") -> str:
    """What to do after an import."""
    steps = []
    if "reviews" in report.rows:
        steps.append("run `storewise index` so that the reviews can be searched")
    if {"events", "orders"} & set(report.rows):
        steps.append("run `storewise train` to foresee who will buy")
    steps.append("ask with `storewise ask` or open the page with `storewise serve`")
    return f"Next: {'; '.join(steps)}."


def _pairs(mapping: list[str]) -> dict[str, str]:
    pairs = dict(pair.partition("=")[::2] for pair in mapping)
    if not all(pairs.values()):
        raise SettingsError("Write each --map as column=name, such as --map user_id=CustomerNo.")
    return pairs


def index(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """Embed the reviews so that they can be searched; only new and changed ones are embedded."""
    bench = Workbench(settings_for(workspace))
    changes = _index(bench)
    if as_json:
        print_json(changes)
    else:
        say(f"{changes['total']} reviews can be searched; {changes['embedded']} were embedded now.")


def _index(bench: Workbench) -> dict[str, int]:
    from tools.review_scope import reviews_to_index
    from tools.themes.tool import ThemeTools

    with progress_bar("Indexing the reviews") as update:
        changes = bench.index_to_make.update(reviews_to_index(bench.store), update)
    with progress_bar("Reading what they speak of") as update:
        ThemeTools(bench.store, lambda: bench.index).prepare(update)
    return {"embedded": changes.embedded, "deleted": changes.deleted, "total": changes.total}
