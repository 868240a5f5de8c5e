"""`--file`: the table of a test goes with a question or a call of the tool."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.turn import Turn, TurnEvent, TurnFinished
from assistant.workbench import Workbench
from tests.small_store import small_store
from tests.tools.effects.test_uploads import mails
from ui.__main__ import main


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "our mails.csv"
    mails(600).to_csv(path, index=False)
    return path


@pytest.fixture(autouse=True)
def _stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workbench, "store", small_store())


def run(workspace: Path, *words: str) -> int | str | None:
    with pytest.raises(SystemExit) as ended:
        main([*words, "-w", str(workspace)])
    return ended.value.code


def test_the_tool_analyses_a_file_given_to_it(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = '{"outcome": "visit"}'
    called = ("tool", "analyse_experiment", "--file", str(table), "--args", arguments, "--json")
    assert run(tmp_path, *called) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["arguments"] == {"outcome": "visit", "file": "our_mails.csv"}
    assert any("“visit” as the outcome" in fact for fact in told["facts"])
    assert (tmp_path / "uploads" / "our_mails.csv").read_bytes() == table.read_bytes()


def test_a_file_that_is_no_table_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    assert run(tmp_path, "tool", "analyse_experiment", "--file", str(tmp_path / "x.pdf")) == 1
    assert "not a format that can be read" in capsys.readouterr().err
    assert not (tmp_path / "uploads").exists()


def test_a_question_takes_its_file_along_which_a_thread_remembers(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str | None]] = []

    class Listening:
        def ask(self, question: str, *, file: str | None, **_: Any) -> Iterator[TurnEvent]:
            asked.append((question, file))
            yield TurnFinished(turn=Turn(question=question, answer="Yes.", language="en"))

    monkeypatch.setattr(Workbench, "assistant", Listening())
    questions = ("did it work?", "and revenue?")
    assert run(tmp_path, "ask", *questions, "--file", str(table)) == 0
    assert asked == [(question, "our_mails.csv") for question in questions]
    asked.clear()
    assert run(tmp_path, "ask", *questions, "--file", str(table), "--thread", "t") == 0
    assert asked == [("did it work?", "our_mails.csv"), ("and revenue?", None)]
