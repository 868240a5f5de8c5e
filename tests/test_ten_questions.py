"""Ten questions about a real shop, asked of the real model; every figure recomputed in plain SQL.

The shop is UCI Online Retail II, December 2009 to December 2010, with reviews of a clothing shop
beside it. Each question names the SQL of all figures its answer may hold, the key figure first.
"""

from dataclasses import dataclass
from math import isclose
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from assistant.llm.chat_model import ChatTransformers
from assistant.llm.engine import Engine
from assistant.settings import Settings
from assistant.turn import Turn, TurnFinished
from assistant.workbench import Workbench
from tools.review_scope import reviews_to_index
from tools.store.importing import import_data

DATA = Path(__file__).parents[2] / "shared" / "data"
RETAIL = DATA / "online_retail_2009_2010.parquet"
REVIEWS = DATA / "womens_clothing_reviews_en.parquet"

pytestmark = [
    pytest.mark.local_model,
    pytest.mark.skipif(
        not RETAIL.exists(), reason="the real sample data is not beside the project"
    ),
]

# ruff: noqa: S608 - the SQL is ours
SALES = """
    WITH sales AS (
        SELECT o.*, l.item_id, l.quantity, l.returned_quantity,
            l.quantity * l.unit_price - coalesce(l.discount, 0) AS amount, u.country
        FROM orders o JOIN order_lines l USING (order_id) LEFT JOIN users u USING (user_id)
        WHERE coalesce(o.status, '') <> 'cancelled'
    )
"""
YEAR = "local_time >= '2010-01-01' AND local_time < '2011-01-01'"
RECENT = "local_time >= '2010-11-10' AND local_time < '2010-12-10'"


def month(number: int) -> str:
    return f"year(local_time) = 2010 AND month(local_time) = {number}"


def total(figure: str, where: str) -> str:
    return f"{SALES} SELECT {figure} FROM sales WHERE {where}"


def groups(figure: str, by: str, where: str) -> str:
    """Each group's figure, largest first, with its share of the whole; the whole; the share of
    no group; how many groups have fewer than ten customers; that ten; and its customers.
    """
    return f"""{SALES}, whole AS (SELECT {figure} AS w FROM sales WHERE {where}),
        grouped AS (
            SELECT {by} AS g, {figure} AS n, n / any_value(w) AS share, any_value(w) AS w,
                count(DISTINCT user_id) AS people
            FROM sales, whole WHERE {where} GROUP BY ALL)
        SELECT n, share, w, (SELECT share FROM grouped WHERE g IS NULL),
            (SELECT count(*) FROM grouped WHERE people < 10 AND g IS NOT NULL), 10, people
        FROM grouped WHERE g IS NOT NULL ORDER BY n DESC"""


def together(shares: str, number: int) -> str:
    """What the largest of the groups with ten customers or more make up together."""
    large = f"SELECT share FROM ({shares}) WHERE people >= 10 ORDER BY n DESC LIMIT {number}"
    return f"SELECT sum(share) FROM ({large})"


REVENUE, ORDERS, BUYERS = "sum(amount)", "count(DISTINCT order_id)", "count(DISTINCT user_id)"
VALUE = "sum(amount) / count(DISTINCT order_id)"


@dataclass(frozen=True)
class Question:
    text: str
    tool: str
    sql: tuple[str, ...]


QUESTIONS = [
    Question(
        "What was our revenue in November 2010 and how does it compare with the month before?",
        "query_metrics",
        (total(REVENUE, month(11)), total(REVENUE, month(10))),
    ),
    Question(
        "Top 5 countries by revenue in 2010",
        "query_metrics",
        (groups(REVENUE, "country", YEAR), together(groups(REVENUE, "country", YEAR), 5)),
    ),
    Question(
        "Which item sold the most units in October 2010?",
        "query_metrics",
        (groups("sum(quantity)", "item_id", month(10)),),
    ),
    Question(
        "How many orders came in each month from July to October 2010?",
        "query_metrics",
        (groups(ORDERS, "month(local_time)", f"{YEAR} AND month(local_time) BETWEEN 7 AND 10"),),
    ),
    Question("What do customers complain about when it comes to fit?", "search_reviews", ()),
    Question(
        "2010年每个季度的销售额是多少？",
        "query_metrics",
        (
            groups(REVENUE, "quarter(local_time)", f"{YEAR} AND month(local_time) < 10"),
            groups(REVENUE, "quarter(local_time)", YEAR),
        ),  # the last quarter is not over, so it is neither best nor worst
    ),
    Question(
        "11月的客单价比10月高吗？",
        "query_metrics",
        (total(VALUE, month(11)), total(VALUE, month(10))),
    ),
    Question(
        "星期几的订单最多？", "query_metrics", (groups(ORDERS, "isodow(local_time)", RECENT),)
    ),
    Question(
        "哪些国家的买家最多，列出前三个", "query_metrics", (groups(BUYERS, "country", RECENT),)
    ),
    Question(
        "9月的退货率是多少？",
        "query_metrics",
        (
            total("sum(coalesce(returned_quantity, 0)) / sum(quantity)", month(9)),
            total("sum(coalesce(returned_quantity, 0))", month(9)),
            total("sum(quantity)", month(9)),
            total("sum(coalesce(returned_quantity, 0)) / sum(quantity)", month(8)),
        ),
    ),
]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shop")
    import_data("online-retail", RETAIL, folder / "ws")
    pq.write_table(pq.read_table(REVIEWS).slice(0, 300), folder / "reviews.parquet")
    import_data("reviews", folder / "reviews.parquet", folder / "ws")
    return folder / "ws"


@pytest.fixture(scope="module")
def bench(workspace: Path, bundled_engine: Engine) -> Workbench:
    bench = Workbench(Settings(workspace=workspace))
    bench.index.update(reviews_to_index(bench.store))
    bench.__dict__["model"] = ChatTransformers(engine=bundled_engine)  # loaded once for all tests
    return bench


def ask(bench: Workbench, question: str) -> Turn:
    *_, last = bench.assistant.ask(question, thread_id=None)
    assert isinstance(last, TurnFinished)
    return last.turn


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.text)
def test_every_figure_of_the_answer_is_what_sql_says(
    question: Question, bench: Workbench, workspace: Path
) -> None:
    turn = ask(bench, question.text)
    assert [call.name for call in turn.tool_calls] == [question.tool]
    assert turn.tool_calls[0].status == "ok"
    assert turn.grounded
    assert turn.language == ("en" if question.text.isascii() else "zh")
    if not question.sql:
        check_quotes(turn, workspace)
        return
    known = figures(question.sql, workspace)
    assert known[0] in [pytest.approx(figure.value, rel=1e-6) for figure in turn.figures]
    for figure in turn.figures:
        assert any(isclose(figure.value, k, rel_tol=1e-6, abs_tol=1e-9) for k in known), figure
        assert figure.text in turn.answer


def figures(queries: tuple[str, ...], workspace: Path) -> list[float]:
    """Every number the queries give; of two single numbers also the change between them."""
    with duckdb.connect(str(workspace / "store.duckdb"), read_only=True) as connection:
        tables = [connection.execute(query).fetchall() for query in queries]
    known = [float(n) for rows in tables for row in rows for n in row if n is not None]
    if len(known) >= 2:
        ends = [(known[0], known[1])] if len(queries) == 2 else []
        ends += [(a[0], b[0]) for a in tables[0] for b in tables[0] if len(tables[0]) > 1]
        ends += [(known[0], known[-1])] if len(queries) > 2 else []
        known += [abs(float(a) / float(b) - 1) for a, b in ends]
        known += [abs(float(a) - float(b)) for a, b in ends]
    return known


def check_quotes(turn: Turn, workspace: Path) -> None:
    """Quotes stand in the reviews cited, word for word, and those are low-star reviews."""
    assert turn.citations
    with duckdb.connect(str(workspace / "store.duckdb"), read_only=True) as connection:
        for review_id in turn.citations:
            text, title, rating = connection.execute(
                "SELECT text, coalesce(title, ''), rating FROM reviews WHERE review_id = ?",
                [review_id],
            ).fetchone()  # type: ignore[misc]
            assert rating <= 2
            quoted = turn.answer.split("“")[1:]
            words = " ".join(f"{title} {text}".split())
            assert any(
                " ".join(part.split("”")[0].rstrip("…").split())[:30] in words for part in quoted
            )
