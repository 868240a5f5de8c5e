"""`storewise eval`, with an assistant that answers everything alike."""

import json
from types import SimpleNamespace

import pytest

from assistant.evaluation.running import Trial
from ui.__main__ import main
from ui.commands import common, evaluating


@pytest.fixture
def run(monkeypatch, tmp_path, capsys):
    asked = []

    def answered(bench, questions, runs, temperature, seed, update):
        asked.append((len(questions), runs, temperature, seed))
        return [Trial(question=q, run=0, broke="ValueError: none here") for q in questions]

    bench = SimpleNamespace(
        assistant=SimpleNamespace(model_name="tiny"),
        store=SimpleNamespace(profile=SimpleNamespace(name="Shop", data_version="1")),
    )
    monkeypatch.setattr("assistant.evaluation.run_questions", answered)
    monkeypatch.setattr(evaluating, "Workbench", lambda settings: bench)
    file = tmp_path / "set.yaml"
    entry = "{id: a, kind: talk, language: en, question: hi, tools: [about_store]}"
    other = entry.replace("id: a", "id: b")
    file.write_text(f"questions: [{entry}, {other}]", encoding="utf-8")

    def run(*words, files=(file,)):
        with pytest.raises(SystemExit) as ended:
            main(["eval", *map(str, files), *words])
        return ended.value.code, capsys.readouterr(), asked[-1:]

    return run


def test_a_report_is_printed(run):
    code, said, asked = run()
    assert code == 0
    assert said.out.startswith("# Evaluation")
    assert asked == [(2, 1, 0.0, 0)]


def test_several_runs_are_sampled_warm(run):
    _, said, asked = run("--runs", "4", "--sample", "1", "--seed", "7", "--json")
    assert asked == [(1, 4, 0.7, 7)]
    assert json.loads(said.out)["conditions"]["temperature"] == 0.7


def test_the_report_goes_to_a_file(run, tmp_path):
    _, said, _ = run("--out", str(tmp_path / "report.md"))
    assert "## Seconds" in (tmp_path / "report.md").read_text(encoding="utf-8")
    assert said.out.startswith("0 of 2 answers are right")


def test_without_the_sets_of_a_checkout_files_must_be_named(run, monkeypatch, tmp_path):
    monkeypatch.setattr(evaluating, "CHECKOUT", tmp_path / "nowhere")
    code, said, _ = run(files=())
    assert code == 1
    assert "name your own files" in said.err


def test_progress_is_told_line_by_line_where_no_bar_can_be_drawn(monkeypatch, capsys):
    monkeypatch.setattr(common, "QUIET_FOR", 0.0)
    with common.progress_bar("Asking 4 questions") as update:
        update(1, 4)
        update(3, 4)
    assert capsys.readouterr().err == "Asking 4 questions: 25%\nAsking 4 questions: 75%\n"


def test_little_progress_is_not_told_where_no_bar_can_be_drawn(capsys):
    with common.progress_bar("Asking 4 questions") as update:
        update(1, 4)
    assert capsys.readouterr().err == ""
