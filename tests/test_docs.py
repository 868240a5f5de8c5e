"""What the pages say there is, is there; and what there is, they say."""

import re

import pytest
import typer

from assistant.settings import Settings
from tests.documents import PAGES, README, ROOT, command_line, everything
from tools.metrics.dimensions import DIMENSIONS
from tools.metrics.metric import METRICS
from tools.store.adapters import ADAPTERS
from tools.store.schema import TABLES

DATA_MODEL = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """Text under each `### heading`."""
    parts = re.split(r"^### (\S+)$|^## .*$", text, flags=re.MULTILINE)
    return {name: body for name, body in zip(parts[1::2], parts[2::2], strict=True) if name}


def coded(text: str) -> set[str]:
    """Everything in backticks."""
    return set(re.findall(r"`([^`\n]+)`", text))


def test_the_data_model_names_every_table():
    assert set(sections(DATA_MODEL)) == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_the_data_model_tells_every_column_as_the_schema_does(name):
    rows = re.findall(
        r"^\| `(\w+)`( \*)? \| (\w+) \| (.+) \|$", sections(DATA_MODEL)[name], re.MULTILINE
    )
    told = [(column, bool(star), kind) for column, star, kind, _ in rows]
    assert told == [(c.name, c.required, c.kind) for c in TABLES[name]]
    for column, (*_, meaning) in zip(TABLES[name], rows, strict=True):
        assert meaning.startswith(column.meaning)
        assert set(column.choices) <= coded(meaning)


def test_the_data_model_names_keys_and_clocks():
    told = sections(DATA_MODEL)
    for name, table in TABLES.items():
        line = next(line for line in told[name].splitlines() if line.startswith("Key: "))
        wanted = {*table.key, *filter(None, [table.clock])}
        assert coded(line) == wanted, name


def test_every_kind_of_import_is_told():
    assert set(ADAPTERS) <= coded(DATA_MODEL)


def test_every_setting_is_told_with_its_default():
    text = README.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `STOREWISE_(\w+)` \| (.+?) \|", text, re.MULTILINE))
    assert set(rows) == {name.upper() for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        if name not in ("cache", "today"):
            assert rows[name.upper()] == f"`{field.default}`"
    unknown = set(re.findall(r"STOREWISE_([A-Z_]+)", everything())) - set(rows)
    assert not unknown


def test_every_metric_and_dimension_is_told():
    told = coded(README.read_text(encoding="utf-8"))
    assert set(METRICS) <= told
    assert set(DIMENSIONS) <= told


def test_every_command_is_told():
    command = typer.main.get_command(command_line())
    names = []
    for name, sub in command.commands.items():  # type: ignore[attr-defined]  # a group
        below = getattr(sub, "commands", None)
        names += [f"{name} {leaf}" for leaf in below] if below else [name]
    text = README.read_text(encoding="utf-8")
    told = re.findall(r"^\| `storewise ([a-z ]+)` \|", text, re.MULTILINE)
    assert sorted(told) == sorted(names)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_relative_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    for link in links:
        if "://" not in link and not link.startswith("#"):
            assert (page.parent / link.partition("#")[0]).exists(), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_named_in_backticks_exist(page):
    for name in coded(page.read_text(encoding="utf-8")):
        if re.fullmatch(r"(assistant|tools|retrieval|ui|tests|docs)/[\w/.*-]*", name):
            assert any(ROOT.glob(name.rstrip("/"))), name
