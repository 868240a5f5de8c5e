"""`storewise draft`: made, listed, shown, edited, approved, exported and computed again."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.drafts.shop import shop
from tools.drafts import Drafts
from tools.store.workspace import write_tables
from ui.__main__ import main

Run = Callable[..., tuple[int, str, str]]
GOAL = "win back lapsed customers by text message, budget 300, 10% off"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the shop and one draft, win-back-1."""
    folder, store = tmp_path_factory.mktemp("shop"), shop()
    tables = {name: store.table(name).to_pyarrow() for name in sorted(store.tables)}
    write_tables(folder, tables, store.profile)
    with pytest.raises(SystemExit) as ended:
        main(["draft", "new", GOAL, "--model", "none", "-w", str(folder)])
    assert ended.value.code in (0, None)
    return folder


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Path:
    """The shop's workspace without drafts."""
    for name in ("store.duckdb", "store.json"):
        (tmp_path / name).symlink_to(made / name)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], workspace: Path) -> Run:
    def run(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["draft", *words, "-w", str(workspace)])
        said = capsys.readouterr()
        code = ended.value.code
        return (code if isinstance(code, int) else int(code is not None)), said.out, said.err

    return run


@pytest.fixture
def drafted(run: Run, made: Path, workspace: Path) -> Run:
    """A command line on a workspace with the draft win-back-1."""
    for name in ("drafts", "brand.md"):
        source, target = made / name, workspace / name
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    return run


def test_a_goal_becomes_a_draft_that_is_listed_and_shown(run: Run, workspace: Path) -> None:
    code, out, err = run("new", GOAL, "--model", "none")
    assert (code, err) == (0, "")
    assert out.startswith("# Win back customers who stopped buying: Lapsed")
    assert "10% off" in out
    line = run("list")[1].split("  ")
    assert line[:3] == ["win-back-1", "draft", "1"]
    assert run("show", "win-back-1")[1] == out
    assert (workspace / "drafts" / "win-back-1" / "reason.json").exists()


def test_options_settle_what_the_goal_leaves_open(run: Run) -> None:
    options = ("--channel", "email", "--budget", "250", "--language", "both", "--segment", "lapsed")
    code, out, _ = run("new", "a note for customers", *options, "--model", "none", "--json")
    draft = json.loads(out)
    assert code == 0
    assert draft["channels"] == ["email"]
    assert draft["brief"]["budget"] == 250
    assert [copy["language"] for copy in draft["copies"]] == ["en", "zh"]
    assert draft["audience"]["segment"] == "lapsed"


def test_without_drafts_the_list_says_how_to_make_one(run: Run) -> None:
    assert "storewise draft new" in run("list")[1]
    assert json.loads(run("list", "--json")[1]) == []


def test_a_draft_is_changed_by_talking_and_its_versions_kept(drafted: Run) -> None:
    code, out, _ = drafted("revise", "win-back-1", "cheaper, and in Chinese too", "--model", "none")
    assert code == 0
    assert "budget is now CN¥225" in out
    first = json.loads(drafted("show", "win-back-1", "--version", "1", "--json")[1])
    second = json.loads(drafted("show", "win-back-1", "--json")[1])
    assert (first["version"], second["version"]) == (1, 2)
    assert (first["brief"]["budget"], second["brief"]["budget"]) == (300, 225)


def test_a_draft_is_exported_once_it_is_approved(drafted: Run, tmp_path: Path) -> None:
    code, _, err = drafted("export", "win-back-1")
    assert code == 1
    assert "not approved" in err
    assert "locked" in drafted("approve", "win-back-1", "--yes")[1]
    out = tmp_path / "out"
    code, said, _ = drafted("export", "win-back-1", "--out", str(out))
    assert code == 0
    assert {Path(line).name for line in said.split("\n") if line} == {
        f"win-back-1.{kind}" for kind in ("md", "docx", "csv")
    }
    written = (out / "win-back-1.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(written.splitlines()))
    assert {row["arm"] for row in rows} == {"treatment", "control"}
    assert json.loads(drafted("list", "--json")[1])[0]["status"] == "exported"


def test_one_format_alone_can_be_written_before_approval(drafted: Run, tmp_path: Path) -> None:
    code, said, _ = drafted("export", "win-back-1", "--format", "md", "--out", str(tmp_path))
    assert code == 0
    assert said.strip() == str(tmp_path / "win-back-1.md")
    assert json.loads(drafted("list", "--json")[1])[0]["status"] == "draft"


def test_an_approved_draft_cannot_be_edited(drafted: Run, workspace: Path) -> None:
    drafted("approve", "win-back-1", "--yes")
    before = (workspace / "drafts" / "win-back-1" / "draft.json").read_bytes()
    code, out, err = drafted("revise", "win-back-1", "cheaper", "--model", "none")
    assert (code, out) == (1, "")
    assert "locked" in err
    assert (workspace / "drafts" / "win-back-1" / "draft.json").read_bytes() == before


def test_approval_is_asked_for(
    drafted: Run, monkeypatch: pytest.MonkeyPatch, workspace: Path
) -> None:
    monkeypatch.setattr("typer.confirm", lambda *_, **__: (_ for _ in ()).throw(SystemExit(1)))
    assert drafted("approve", "win-back-1")[0] == 1
    assert Drafts(shop(), workspace).files.read("win-back-1").status == "draft"


def test_a_draft_computed_again_is_the_same(drafted: Run) -> None:
    code, out, _ = drafted("replay", "win-back-1", "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["same"], told["differs"]) == (True, [])
    assert "same" in drafted("replay", "win-back-1")[1]


@pytest.mark.parametrize("command", ["show", "approve", "export", "replay"])
def test_an_unknown_draft_is_said_to_be_with_those_there_are(drafted: Run, command: str) -> None:
    yes = ("--yes",) if command == "approve" else ()
    code, out, err = drafted(command, "win-back-9", *yes)
    assert (code, out) == (1, "")
    assert "win-back-9" in err
    assert "win-back-1" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("goal", "says"),
    [
        ("win back lapsed customers, 60% off", "below cost"),
        ("customers who juggle get 5% off", "juggle"),
        ("召回流失客户，预算0元", "预算"),
    ],
)
def test_what_cannot_be_drafted_is_said_and_nothing_kept(
    run: Run, workspace: Path, goal: str, says: str
) -> None:
    code, out, err = run("new", goal, "--model", "none")
    assert (code, out) == (1, "")
    assert says in err
    assert not (workspace / "drafts").exists()
