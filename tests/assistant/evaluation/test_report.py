import pytest

from assistant.evaluation.checks import Verdict
from assistant.evaluation.questions import EvalQuestion
from assistant.evaluation.report import Report, passes, seconds, shares
from assistant.evaluation.running import Steps, Trial
from assistant.turn import Turn

RIGHT = Verdict(
    tools=True, arguments=None, parsed=True, figures=None, said=None, language=True, untraced=0
)
WRONG = RIGHT.model_copy(update={"tools": False, "wrong": ("tool",)})


def trial(name: str, run: int, verdict: Verdict | None, language="en", total=1.0) -> Trial:
    question = EvalQuestion(
        id=name, kind="talk", language=language, question=f"{name}?", tools=("about_store",)
    )
    turn = Turn(question=question.asked, answer="Hello.", language=language) if verdict else None
    return Trial(
        question=question,
        run=run,
        turn=turn,
        verdict=verdict,
        offered=("about_store",) if verdict else None,
        steps=Steps(total=total),
        broke=None if verdict else "ValueError: broken",
    )


FOUR = [
    *(trial("always", run, RIGHT) for run in range(4)),
    *(trial("mostly", run, WRONG if run == 3 else RIGHT, "zh") for run in range(4)),
]

ONE = trial("a", 0, RIGHT)


def test_pass_k_is_the_chance_that_k_runs_all_pass():
    assert passes(FOUR, 1) == (pytest.approx(7 / 8), 2)
    assert passes(FOUR, 2) == (pytest.approx((1 + 3 / 6) / 2), 2)
    assert passes(FOUR, 4) == (pytest.approx(1 / 2), 2)


def test_pass_4_is_not_told_of_fewer_runs():
    assert passes(FOUR[:3], 4) == (None, 0)


def test_a_broken_turn_is_wrong_but_was_not_offered_anything():
    found = shares([trial("broken", 0, None), trial("fine", 0, RIGHT)])
    assert found["Tool"] == (0.5, 2)
    assert found["Language"] == (0.5, 2)
    assert found["Shortlist"] == (1.0, 1)


def test_what_was_not_asked_for_is_not_counted():
    assert shares([trial("fine", 0, RIGHT)])["Figures"] == (None, 0)


def test_seconds_leave_out_steps_that_did_not_happen():
    assert seconds([trial("a", 0, RIGHT, total=1), trial("b", 0, RIGHT, total=3)]) == {
        "total": {"p50": 2.0, "p95": 2.9}
    }


def test_the_report_tells_languages_kinds_and_what_failed():
    report = Report(FOUR, {"model": "tiny"})
    text = report.to_markdown()
    assert "- model: tiny" in text
    assert "| en | 1 |" in text
    assert "| zh | 1 | 100.0% | 75.0% |" in text
    assert "**mostly** (run 4): mostly?" in text
    assert "- wrong: tool" in text
    assert report.to_json()["by_language"]["zh"]["pass^4"] == {"share": 0.0, "of": 1}
    assert [failure["id"] for failure in report.to_json()["failures"]] == ["mostly"]


def test_sets_are_told_apart_where_there_are_several():
    fresh = ONE.model_copy(
        update={"question": ONE.question.model_copy(update={"id": "b", "set": "fresh"})}
    )
    assert "| fresh | 1 |" in Report([ONE, fresh], {}).to_markdown()
    assert "fresh" not in Report([fresh], {}).to_markdown()
    assert set(Report([fresh], {}).to_json()["by_set"]) == {"fresh"}
