"""The question sets of this checkout: well formed, wide enough, fresh, and true by plain SQL."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.evaluation.arguments import either, first, mappings
from assistant.evaluation.checks import fits, is_near
from assistant.evaluation.questions import EvalQuestion, load_questions
from assistant.evaluation.truth import Truth
from assistant.marketer import TOOLS
from assistant.toolbox import Toolbox
from tests.documents import ROOT
from tools.funnel import FunnelTools
from tools.query_metrics import MetricTools
from tools.store.demo import DemoConfig, create_demo
from tools.store.store import Store

QUESTIONS = load_questions(sorted((ROOT / "tests" / "evals").glob("*.yaml")))
PROMPTS = [*(ROOT / "assistant").rglob("prompts/**/*.yaml"), *(ROOT / "assistant").rglob("*.md")]
COMPUTED = ("query_metrics", "funnel")
SAME = 0.8
UNTOLD = ("en-figures-share-app", "zh-figures-live-share", "en-ten-tevita-1", "en-ten-morag-1")
"""They ask for the share of one group or for every month, of which the tools tell the largest, or
for fewer people of this small store than the tools tell of."""


def calls_of(question: EvalQuestion) -> Iterator[tuple[str, dict[str, object]]]:
    for tool, arguments in zip(question.tools, question.arguments, strict=False):
        yield first(tool), {n: first(value) for n, value in mappings(arguments)[0].items()}


RUNNABLE = [
    q
    for q in QUESTIONS
    if q.figures and q.id not in UNTOLD and {n for n, _ in calls_of(q)} & set(COMPUTED)
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("demo")
    create_demo(path, DemoConfig(n_users=6_000, n_reviews=3_000))
    return path


@pytest.fixture(scope="module")
def toolbox(folder) -> Toolbox:
    store = Store.open(folder)
    return Toolbox(
        {"query_metrics": MetricTools(store).query_metrics, "funnel": FunnelTools(store).funnel}
    )


@pytest.fixture(scope="module")
def truth(folder) -> Iterator[Truth]:
    with Truth.of(folder) as truth:
        yield truth


def test_there_are_enough_questions_half_of_them_chinese():
    chinese = [q for q in QUESTIONS if q.language == "zh"]
    assert len(QUESTIONS) >= 120
    assert 0.45 <= len(chinese) / len(QUESTIONS) <= 0.55


def test_every_tool_and_kind_is_asked_for_in_both_languages():
    for language in ("en", "zh"):
        asked = [q for q in QUESTIONS if q.language == language]
        assert {name for q in asked for tool in q.tools for name in either(tool)} == set(TOOLS)
        assert {q.kind for q in asked} == {q.kind for q in QUESTIONS}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_expected_arguments_are_ones_the_tool_takes(question, toolbox):
    for name, arguments in calls_of(question):
        if name in COMPUTED:
            required = {"metrics": ["revenue"]} if name == "query_metrics" else {}
            assert fits(toolbox.tools[name], {**required, **arguments}), arguments


@pytest.mark.parametrize("question", RUNNABLE, ids=lambda question: question.id)
def test_the_expected_calls_give_the_figures_that_plain_sql_gives(question, toolbox, truth):
    values, words = [], ""
    for name, arguments in calls_of(question):
        if name in COMPUTED:
            call = toolbox.run(name, arguments, question.language)
            assert call.result is not None, call.error
            if any(one.message == "metrics-too-few-people" for one in call.result.statements):
                pytest.skip("fewer than ten customers in the small store")
            facts = call.result.facts(question.language)
            values += [figure.value for fact in facts for figure in fact.figures]
            words += " ".join(fact.text for fact in facts)
    for figure in truth.figures([sql for one in question.figures for sql in either(one)]):
        if isinstance(figure, str):
            assert any(name in words for name in truth.names(figure, question.language)), figure
        else:
            assert any(is_near(figure, value) for value in values), (figure, values)


def test_no_question_stands_in_the_prompts_or_nearly_so():
    told = [tokens(text) for file in PROMPTS for text in file.read_text("utf-8").splitlines()]
    for question in QUESTIONS:
        for turn in question.turns:
            asked = tokens(turn)
            near = [one for one in told if one and len(asked & one) / len(asked | one) >= SAME]
            assert not near, (turn, near)


def tokens(text: str) -> set[str]:
    """Latin words and Chinese characters, in lower case."""
    return set(re.findall(r"[a-z0-9]+|[\u4e00-\u9fff]", text.lower()))
