"""The command line on a small store: what it prints, where, and how it ends."""

import json
import socket
from pathlib import Path

import pytest

from tests.small_store import small_store
from tools.store.store import StoreProfile
from tools.store.workspace import write_tables
from ui.__main__ import main

OCTOBER = '{"metrics": ["revenue"], "period": "2026-10"}'
COMMANDS = ("demo", "import", "index", "train", "evaluate", "model", "doctor", "ask", "tool")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    store = small_store()
    tables = {name: store.table(name).to_pyarrow() for name in sorted(store.tables)}
    write_tables(folder, tables, StoreProfile(name="Small store", currency="CNY"))
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], workspace: Path):
    def run(*words: str, folder: Path | None = workspace) -> tuple[int, str, str]:
        where = ("-w", str(folder)) if folder else ()
        with pytest.raises(SystemExit) as ended:
            main([*words, *where])
        said = capsys.readouterr()
        code = ended.value.code
        return (code if isinstance(code, int) else int(code is not None)), said.out, said.err

    return run


def is_one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and "Traceback" not in text and text.strip().endswith((".", "”."))


def test_a_tool_prints_its_facts_and_table(run) -> None:
    code, out, err = run("tool", "query_metrics", "--args", OCTOBER)
    assert (code, err) == (0, "")
    assert "Revenue came to CN¥610.00 in October 2026." in out


def test_a_tool_speaks_chinese_when_asked(run) -> None:
    arguments = ("--args", OCTOBER, "--language", "zh")
    assert "2026年10月销售额为¥610.00。" in run("tool", "query_metrics", *arguments)[1]


def test_json_holds_the_facts_the_rows_and_the_source(run) -> None:
    arguments = '{"metrics": ["revenue"], "group_by": "category", "period": "2026-10"}'
    code, out, _ = run("tool", "query_metrics", "--args", arguments, "--json")
    told = json.loads(out)
    assert code == 0
    assert [row["revenue"] for row in told["rows"]] == [320.0, 290.0]
    assert told["chart"]["kind"] == "bar"
    assert told["provenance"]["period"] == ["2026-10-01", "2026-10-31"]
    assert set(told) >= {"tool", "arguments", "seconds", "facts", "citations"}


@pytest.mark.parametrize(
    ("words", "helps"),
    [
        (("tool", "sing"), "Tools: about_store"),
        (("tool", "query_metrics", "--args", "{k: 3}"), "--args is not JSON"),
        (("tool", "query_metrics", "--args", "[1]"), "must be a JSON object"),
        (("tool", "query_metrics", "--args", '{"metrics": ["revenu"]}'), "revenue"),
        (("tool", "query_metrics", "--args", '{"metrics": [], "period": "someday"}'), "last_month"),
        (("tool", "query_metrics", "--args", '{"metrics": [], "colour": 1}'), "colour"),
        (("search", "sound"), "storewise index"),
        (("tool", "predict_purchase"), "storewise train"),
        (("ask", "hello", "--model", "none"), "STOREWISE_MODEL is 'none'"),
        (("import", "orders", "no/such/file.csv"), "no/such/file.csv"),
        (("import", "stars", "no/such/file.csv"), "orders"),
    ],
    ids=lambda case: " ".join(case) if isinstance(case, tuple) else "",
)
def test_what_cannot_be_done_is_one_sentence_that_helps(run, words, helps) -> None:
    code, out, err = run(*words)
    assert (code, out) == (1, "")
    assert helps in err
    assert is_one_sentence(err)


@pytest.mark.parametrize("words", [("tool", "about_store"), ("search", "sound"), ("index",)])
def test_without_a_store_the_commands_say_how_to_make_one(run, words, tmp_path: Path) -> None:
    code, _, err = run(*words, folder=tmp_path / "nowhere")
    assert code == 1
    assert "storewise demo" in err
    assert is_one_sentence(err)


@pytest.mark.parametrize("words", [("tool",), ("sing",), ("search", "x", "--k", "many"), ("ask",)])
def test_a_wrong_call_ends_with_two(run, words) -> None:
    code, out, err = run(*words, folder=None)
    assert (code, out) == (2, "")
    assert "Usage: storewise" in err


def test_the_help_names_every_command(run) -> None:
    code, out, _ = run("--help", folder=None)
    assert code == 0
    assert all(command in out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_says_what_it_does(run, command: str) -> None:
    code, out, _ = run(command, "--help", folder=None)
    assert code == 0
    assert "[]" not in out
    assert " ." not in out.replace("./workspace", "")


def test_the_doctor_says_what_to_run(run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("STOREWISE_CACHE", str(tmp_path))
    code, out, _ = run("doctor", "--json")
    found = json.loads(out)
    assert code == 1
    commands = ("storewise model fetch", "storewise train", "storewise index")
    assert len(found["problems"]) == len(commands)
    assert all(c in p for c, p in zip(commands, found["problems"], strict=True))
    assert found["torch"]


def test_the_model_tells_where_it_runs(run) -> None:
    code, out, _ = run("model", "info", "--json", folder=None)
    assert code == 0
    told = {"model", "ready", "cache", "device", "composition", "trained"}
    assert set(json.loads(out)) == told


def test_a_taken_port_is_one_sentence(run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        code, _, err = run("serve", "--model", "none", "--port", port)
    assert code == 1
    assert f"Port {port} on 127.0.0.1 is taken" in err
    assert is_one_sentence(err)


def test_a_setting_out_of_range_is_one_sentence(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STOREWISE_PORT", "99999999")
    code, _, err = run("tool", "about_store")
    assert code == 1
    assert "STOREWISE_PORT" in err
    assert is_one_sentence(err)
