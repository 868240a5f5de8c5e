"""The README's commands and examples do what it says they do."""

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from assistant.settings import Settings, read_settings
from assistant.workbench import Workbench
from tests.documents import README, ROOT, blocks, command_line
from tools.errors import StorewiseError
from tools.store.demo import DemoConfig, create_demo

SLOW = {"ask", "demo", "serve", "search", "index", "fetch", "evaluate", "train", "doctor"}
"""Need a model, a port or minutes; the tests of their own files run them."""


def said() -> list[str]:
    """Every line of the README that is typed into a shell."""
    typed = [line for block in blocks(README, "sh") for line in block.splitlines()]
    shown = [line for block in blocks(README, "console") for line in block.splitlines()]
    return typed + [line.removeprefix("$ ") for line in shown if line.startswith("$ ")]


def words_of(line: str) -> list[str]:
    """The arguments after `storewise`; settings before it are left out."""
    words = shlex.split(line)
    return words[words.index("storewise") + 1 :]


STOREWISE = [line for line in said() if "storewise" in line]
CHEAP = [
    line
    for line in STOREWISE
    if not SLOW & set(words_of(line)[:2]) and "giftshop" not in line  # files a reader brings
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    """A folder with the README's example file and a small demo store in `workspace`."""
    folder = tmp_path_factory.mktemp("desk")
    create_demo(folder / "workspace", DemoConfig(n_users=300, n_items=60, n_reviews=40))
    (folder / "orders.csv").write_text(blocks(README, "csv")[0], encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def no_settings(monkeypatch):
    """The tester's own settings do not reach the commands."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"STOREWISE_{name.upper()}", raising=False)


def test_every_line_is_a_command_that_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^(\w+):", makefile, re.MULTILINE))
    for line in said():
        words = line.split()
        assert "storewise" in words or (words[0] == "make" and words[1] in targets), line


@pytest.mark.parametrize("line", STOREWISE)
def test_every_command_and_option_is_understood(line):
    command, words = typer.main.get_command(command_line()), words_of(line)
    while subcommands := getattr(command, "commands", None):
        name = words.pop(0)
        command = subcommands[name]
    assert command.make_context(command.name, list(words))  # a usage error if an option is unknown


@pytest.mark.parametrize("line", CHEAP)
def test_cheap_commands_succeed(line, desk, monkeypatch):
    monkeypatch.chdir(desk)
    if "predict_purchase" in line:
        with pytest.raises(StorewiseError, match="storewise train"):
            run(line)
    else:
        assert run(line)


def test_every_tool_is_listed(desk):
    text = README.read_text(encoding="utf-8")
    listed = re.search(r"^\| tool \| answers \|\n(.*?)\n\n", text, re.MULTILINE | re.DOTALL)
    assert listed
    told = re.findall(r"^\| `(\w+)` \|", listed.group(1), re.MULTILINE)
    bench = Workbench(read_settings(workspace=desk / "workspace"))
    assert told == list(bench.toolbox.tools)


def test_the_import_reports_what_the_readme_shows(desk, monkeypatch):
    monkeypatch.chdir(desk)
    (block,) = (b for b in blocks(README, "console") if b.startswith("$ storewise import"))
    line, _, shown = block.partition("\n")
    assert run(line.removeprefix("$ ")) == shown


def test_the_example_in_python_prints_what_the_readme_shows(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (source,), (shown,) = blocks(README, "python"), blocks(README, "text")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(source, "README.md", "exec"), {})  # noqa: S102  # our own example
    assert printed.getvalue() == shown


def run(line: str) -> str:
    """What the command printed on stdout; its own error if it failed."""
    result = CliRunner().invoke(command_line(), words_of(line))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout
