# ruff: noqa: S608  # text of ours
"""A query is limited to what its question names, and to nothing else."""

import pytest
import sqlglot

from assistant.query_limits import left_out, let_in
from tests.tools.sql.filed import filed_store
from tools.lexicon import Lexicon
from tools.sql.links import Links

SEPTEMBER = "local_time::DATE BETWEEN DATE '2026-09-01' AND DATE '2026-09-30'"


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> Links:
    return Links(Lexicon(filed_store(tmp_path_factory.mktemp("store"))))


@pytest.mark.parametrize(
    ("question", "query", "out", "strange"),
    [
        ("orders with keyboards", "SELECT 1 FROM orders", ["category = 'Keyboards'"], []),
        ("湖南有几单", "SELECT 1 FROM users WHERE region = 'Hunan'", [], []),
        ("biggest order", "SELECT 1 FROM items WHERE brand = 'Aria'", [], ["brand = 'Aria'"]),
        ("the aria one", "SELECT 1 FROM items WHERE brand = 'Aria'", [], []),
        ("open orders", "SELECT 1 FROM orders WHERE status = 'paid'", [], []),
        ("in September 2026", "SELECT 1 FROM orders", [f"September 2026: {SEPTEMBER}"], []),
        ("in September 2026", f"SELECT 1 FROM orders WHERE {SEPTEMBER}", [], []),
        ("biggest order", f"SELECT 1 FROM orders WHERE {SEPTEMBER}", [], ["any days"]),
        ("since 3/9", f"SELECT 1 FROM orders WHERE {SEPTEMBER}", [], []),
    ],
)
def test_limits_are_those_of_the_question(links, question, query, out, strange):
    tree = sqlglot.parse_one(query, dialect="duckdb")
    assert left_out(question, query, links) == out
    assert let_in(question, query, tree, links) == strange
