"""The written pages of the project, as tests read them."""

import importlib
import pkgutil
import re
from functools import cache
from pathlib import Path

import typer

import ui.commands

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))


def blocks(page: Path, language: str) -> list[str]:
    """The page's code blocks in `language`, in order."""
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def everything() -> str:
    """All pages, one after another."""
    return "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


@cache
def command_line() -> typer.Typer:
    """`storewise` with every command, of an app of its own."""
    app = typer.Typer(pretty_exceptions_enable=False)
    for found in pkgutil.iter_modules(ui.commands.__path__, "ui.commands."):
        module = importlib.import_module(found.name)
        if hasattr(module, "register"):
            module.register(app)
    return app
