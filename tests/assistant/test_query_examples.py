"""Examples of queries: every one runs in both languages, and the nearest are shown."""

import pytest

from assistant.query_examples import NAMED, QueryExamples, listed, questions
from assistant.settings import Settings
from retrieval.embedding import TorchEmbedder
from tests.tools.sql.filed import filed_store, near_tools
from tools.sql.mending import mended
from tools.sql.tool import SqlTools
from tools.wording.values import Language


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> SqlTools:
    return near_tools(filed_store(tmp_path_factory.mktemp("store")))


@pytest.fixture(scope="module")
def examples() -> QueryExamples:
    cache = Settings().cache
    return QueryExamples(TorchEmbedder.bundled(cache).queries, cache)


@pytest.mark.parametrize("side", [1, 2])
def test_every_example_runs(tools, side):
    for example in listed():
        query = NAMED.sub(lambda name: f'"{name[side]}"', example["sql"])
        assert "{" not in query, query
        tools.run_sql(query)


def test_no_question_is_told_twice():
    assert len(questions()) == len(set(questions()))


@pytest.mark.parametrize(
    ("question", "language", "held"),
    [
        ("what's the median amount of an order in our shop", "en", "median("),
        ("没用优惠码的订单占多少比例", "zh", "coupon"),
        ("how many clients ordered from five brands or more", "en", "count(DISTINCT brand)"),
        ("哪些商品从来没人买过", "zh", "NOT"),
    ],
)
def test_like_questions_are_shown_in_the_language_asked(
    examples: QueryExamples, question: str, language: Language, held: str
) -> None:
    shown = examples.near(question, language)
    assert len(shown) == 3
    assert any(held in query for _, query in shown)
    assert all(text.isascii() == (language == "en") for text, _ in shown)
    assert all("|" not in query.replace("||", "") for _, query in shown)


def test_right_queries_are_not_mended(tools):
    queries = [NAMED.sub(lambda name: f'"{name[1]}"', example["sql"]) for example in listed()]
    assert [q for q in queries if mended(q, tools.runner.known) != q] == []
