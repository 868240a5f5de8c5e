"""Verdicts on answers of the small store, whose October revenue is 610 and orders are 5."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.evaluation.arguments import Matcher
from assistant.evaluation.checks import Judge, Verdict
from assistant.evaluation.questions import EvalQuestion
from assistant.evaluation.truth import Truth
from assistant.grounding import figures_in
from assistant.toolbox import Toolbox
from assistant.turn import Turn
from tests.small_store import small_store
from tools.errors import SettingsError
from tools.query_metrics import MetricTools
from tools.store.store import StoreProfile
from tools.store.workspace import write_tables

STORE = small_store()
TOOLBOX = Toolbox({"query_metrics": MetricTools(STORE).query_metrics})
OCTOBER = {"metrics": ["revenue"], "period": "2026-10"}
REVENUE = "SELECT sum(amount) FROM sales WHERE month = '2026-10'"
BEST = "SELECT category, sum(amount) FROM sales WHERE month = '2026-10' GROUP BY 1 ORDER BY 2 DESC"


@pytest.fixture(scope="module")
def judge(tmp_path_factory) -> Iterator[Judge]:
    folder: Path = tmp_path_factory.mktemp("store")
    tables = {name: STORE.table(name).to_pyarrow() for name in sorted(STORE.tables)}
    write_tables(folder, tables, StoreProfile(name="Small store", currency="CNY"))
    with Truth.of(folder) as truth:
        yield Judge(Matcher(STORE.today, STORE.calendar[0]), truth, TOOLBOX.tools)


def question(**fields) -> EvalQuestion:
    given = {"id": "q", "kind": "figures", "language": "en", "question": "?"}
    return EvalQuestion.model_validate({**given, "tools": ["query_metrics"], **fields})


def turn(arguments=OCTOBER, language="en", answer=None, grounded=True) -> Turn:
    call = TOOLBOX.run("query_metrics", arguments, language)
    answer = " ".join(call.facts[:2]) if answer is None else answer
    figures = figures_in(answer, [call], language)
    return Turn(
        question="?", answer=answer, language=language, tool_calls=(call,), figures=figures,
        grounded=grounded,
    )  # fmt: skip


def test_an_answer_right_in_everything_passes(judge):
    verdict = judge.verdict(question(arguments=OCTOBER, figures=[REVENUE]), turn())
    assert verdict == Verdict(
        tools=True, arguments=True, parsed=True, figures=True, said=None, language=True, untraced=0
    )
    assert verdict.passed


def test_a_figure_of_other_days_is_not_the_key_figure(judge):
    asked = question(arguments=OCTOBER, figures=[REVENUE])
    verdict = judge.verdict(asked, turn({**OCTOBER, "period": "2026-09"}))
    assert (verdict.arguments, verdict.figures) == (False, False)
    assert verdict.wrong == ("argument period", "figure 610.0")


def test_a_name_may_be_said_by_its_label(judge):
    split = {**OCTOBER, "group_by": "category"}
    asked = question(figures=[BEST], language="zh")
    assert judge.verdict(asked, turn(split, "zh")).figures
    assert not judge.verdict(asked, turn(OCTOBER, "zh")).figures


def test_one_of_several_queries_is_enough(judge):
    other = "SELECT 17 * sum(amount) FROM sales WHERE month = '2026-10'"
    both = question(figures=[{"any_of": [other, REVENUE]}])
    assert judge.verdict(both, turn()).figures
    assert not judge.verdict(question(figures=[{"any_of": [other]}]), turn()).figures


def test_another_tool_beside_the_right_one_is_wrong(judge):
    right = turn()
    call = right.tool_calls[0].model_copy(update={"name": "funnel"})
    both = right.model_copy(update={"tool_calls": (*right.tool_calls, call)})
    verdict = judge.verdict(question(arguments=OCTOBER), both)
    assert (verdict.tools, verdict.arguments, verdict.parsed) == (False, False, False)


def test_either_of_two_tools_may_be_right(judge):
    asked = question(tools=[{"any_of": ["funnel", "query_metrics"]}])
    assert judge.verdict(asked, turn()).tools


def test_arguments_a_tool_does_not_take_are_unparsable(judge):
    assert not judge.verdict(question(), turn({**OCTOBER, "colour": "red"}, answer="No.")).parsed


def test_untraced_numbers_are_counted(judge):
    said = turn().tool_calls[0].facts[0]
    verdict = judge.verdict(question(), turn(answer=f"{said} Up 12% on 99.", grounded=False))
    assert verdict.untraced == 2


def test_the_answer_must_be_in_the_questions_language(judge):
    assert not judge.verdict(question(language="zh"), turn()).language
    assert not judge.verdict(question(), turn(answer="销售额很好。")).language
    assert judge.verdict(question(), turn(answer="They say “质量很好，值得购买，会回购”.")).language


def test_texts_that_must_or_must_not_be_said(judge):
    asked = question(says=[{"any_of": ["REVENUE", "sales"]}], never=["orders"])
    assert judge.verdict(asked, turn()).said
    assert judge.verdict(asked, turn(answer="Orders.")).wrong == (
        "does not say REVENUE / sales",
        "says orders",
    )


def test_sql_that_cannot_be_run_is_named(judge):
    with pytest.raises(SettingsError, match="nonsense"):
        judge.verdict(question(figures=["SELECT nonsense FROM sales"]), turn())
