"""Queries that the model writes: once, and once more where the first cannot be run."""

from dataclasses import replace

import pytest
from langchain_core.messages import AIMessage, AnyMessage, SystemMessage

from assistant.sql_text import written_in
from assistant.sql_writing import UNWRITTEN, QueryWriter, codes_left_out
from tests.tools.sql.filed import filed_store, near_tools
from tools.lexicon import Lexicon
from tools.sql.links import Links
from tools.sql.repair import QueryError


@pytest.fixture(scope="module")
def writer(tmp_path_factory: pytest.TempPathFactory) -> QueryWriter:
    return QueryWriter(near_tools(filed_store(tmp_path_factory.mktemp("store"))))


class Shown:
    """Shows always the same examples."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self.pairs = pairs

    def near(self, _question: str, _language: str) -> list[tuple[str, str]]:
        return self.pairs


class Model:
    """Says what it was told to say, and keeps what it was asked."""

    def __init__(self, *replies: str) -> None:
        self.replies = list(replies)
        self.asked: list[list[str]] = []

    def __call__(self, told: SystemMessage, messages: list[AnyMessage], _grammar: str) -> AIMessage:
        self.asked.append([str(told.content), *(str(message.content) for message in messages)])
        return AIMessage(self.replies.pop(0))


def test_a_query_that_runs_is_taken_as_it_is(writer):
    model = Model("SELECT count(*) AS items FROM items;")
    query, replies = writer.write("how many items", model)
    assert query == "SELECT count(*) AS items FROM items"
    assert len(replies) == 1
    assert "orders(order_id" in model.asked[0][0]  # the tables were shown


def test_a_query_that_fails_is_written_again_with_a_hint(writer):
    whole = "SELECT sum(total) FROM orders WHERE status <> 'cancelled'"
    model = Model("SELECT sum(totl) FROM orders", f"```sql\n{whole}\n```")
    query, replies = writer.write("how much", model)
    assert query == whole
    assert len(replies) == 2
    assert "totl" in model.asked[1][-1]
    assert "total" in model.asked[1][-1]


def test_a_query_that_leaves_out_a_code_is_written_again(writer):
    whole, limited = (
        "SELECT count(*) FROM orders",
        "SELECT count(*) FROM orders WHERE user_id = 'U7X' AND status <> 'cancelled'",
    )
    model = Model(whole, limited)
    query, _ = writer.write("and of U7X?", model, before="how many orders in Q3 of K2J")
    assert query == limited
    assert model.asked[0][1] == "how many orders in Q3 of K2J\nand of U7X?"
    assert model.asked[1][-1].endswith("limited to U7X.")
    assert codes_left_out("换成U7X，2026-Q3的", limited) == []


def test_there_is_one_repair_and_no_more(writer):
    query, replies = writer.write("how much", Model("SELECT a FROM orders", "SELECT b FROM orders"))
    assert query == UNWRITTEN
    assert len(replies) == 2
    with pytest.raises(QueryError, match="one figure at a time"):
        writer.tools.run_sql(query)


def test_a_query_that_lacks_what_is_asked_is_not_run(writer):
    model = Model("SELECT user_id FROM orders", "SELECT order_id FROM orders")
    query, _ = writer.write("how many customers bought twice", model)
    assert query == UNWRITTEN
    assert model.asked[1][-1] == "The query must count them."


def test_a_value_in_the_wrong_column_is_told(writer):
    right = "SELECT count(*) FROM items WHERE brand = 'Aria'"
    model = Model("SELECT count(*) FROM items WHERE category = 'aria'", right)
    query, _ = writer.write("how many things are of Aria", model)
    assert query == right
    assert model.asked[1][-1] == "No row has category = 'aria'; use brand = 'Aria'."


def test_like_queries_and_names_are_shown_to_the_model(writer):
    shown = Shown([("how many bowls", "SELECT 1"), ("how many cups", "SELECT 2")])
    model = Model("SELECT count(*) FROM items WHERE brand = 'Aria'")
    told = replace(writer, links=Links(Lexicon(writer.tools.store)), examples=shown)
    told.write("how many things are of Aria", model)
    assert model.asked[0][1:] == [
        "how many bowls",
        "SELECT 1",
        "how many cups",
        "SELECT 2",
        "how many things are of Aria\nConditions for what is named: brand IN ('Aria')",
    ]


def test_a_query_in_the_question_is_found():
    assert written_in("Please run: `SELECT 1 FROM orders;`") == "SELECT 1 FROM orders"
    assert written_in("which items sell") is None
