"""`serve`: the page in the browser."""

import socket
from typing import Annotated

import typer

from assistant.workbench import Workbench
from tools.errors import SettingsError
from tools.wording.values import Language
from ui.commands.asking import Model
from ui.commands.common import Workspace, say, settings_for

EXAMPLES: dict[Language, list[str]] = {
    "en": [
        "Which channels brought the most revenue last month?",
        "Where do shoppers drop out before they pay?",
        "Who is most likely to buy in the coming weeks?",
        "What do customers complain about?",
    ],
    "zh": [
        "上个月各品类的销售额是多少？",
        "最近三个月的订单趋势怎么样？",
        "哪些顾客近期最可能下单？",
        "顾客对耳机有什么好评？",
    ],
}


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("serve")(serve)


def serve(
    workspace: Workspace = None,
    model: Model = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on (else 127.0.0.1).")] = None,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Port to listen on (else 7860).")
    ] = None,
) -> None:
    """Open the chat page; with `--model none` the tools are there as forms."""
    open_page(Workbench(settings_for(workspace, model=model, host=host, port=port)))


def open_page(bench: Workbench) -> None:
    """Serve the page until interrupted.

    Raises:
        SettingsError: If the port is taken.
    """
    from assistant.waking import WakingAssistant
    from tools.prediction.everything import served
    from ui.page import build_page
    from ui.theme import serve_page

    settings = bench.settings
    _check_free(settings.host, settings.port)
    page = build_page(
        WakingAssistant(bench) if settings.model != "none" else None,
        bench.toolbox,
        bench.conversations,
        EXAMPLES,
        bench.store.profile.name,
        bench.vocabulary,
        bench.store.name_of,
        lambda: served(bench.models).comparisons,
        lambda: bench.drafts(worded=settings.model != "none"),
        bench.uploads,
        lambda: bench.service_assistant,
    )
    say(f"Storewise is at http://{settings.host}:{settings.port}  (Ctrl+C ends it)")
    serve_page(page, host=settings.host, port=settings.port)


def _check_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SettingsError(
                f"Port {port} on {host} is taken; choose another with --port."
            ) from error
