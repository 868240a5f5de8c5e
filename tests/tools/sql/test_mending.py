"""Slips of queries that can be put right without asking again."""

import pytest
from sqlglot import exp

from tests.tools.sql.filed import filed_store, near_tools
from tools.sql.checking import checked
from tools.sql.literals import Literals
from tools.sql.mending import mended
from tools.sql.tool import SqlTools


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> SqlTools:
    return near_tools(filed_store(tmp_path_factory.mktemp("store")))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "SELECT count(*) AS n FROM orders WHERE region = 'Hunan' AND status != 'cancelled'",
            "SELECT count(*) AS n FROM orders JOIN users USING (user_id)"
            " WHERE region = 'Hunan' AND status != 'cancelled'",
        ),
        (
            "SELECT age_band, max(local_time) AS last FROM orders GROUP BY age_band",
            "SELECT u.age_band, max(o.local_time) AS last FROM orders AS o"
            " JOIN users AS u USING (user_id) GROUP BY u.age_band",
        ),
        (
            "SELECT count(*) AS n FROM orders WHERE category IN ('Keyboards')",
            "SELECT count(DISTINCT order_id) AS n FROM order_lines JOIN items USING (item_id)"
            " WHERE category = 'Keyboards'",
        ),
        (
            "SELECT sum(quantity) AS n FROM order_lines WHERE status != 'cancelled'",
            "SELECT sum(quantity) AS n FROM order_lines JOIN orders USING (order_id)"
            " WHERE status != 'cancelled'",
        ),
        (
            "SELECT count(*) AS n FROM orders AS o WHERE o.category = 'Keyboards'",
            "SELECT count(DISTINCT order_id) AS n FROM order_lines JOIN items USING (item_id)"
            " WHERE category = 'Keyboards'",
        ),
        (
            "SELECT count(DISTINCT user_id) AS n FROM order_lines WHERE item_id = 'i1'",
            "SELECT count(DISTINCT user_id) AS n FROM order_lines JOIN orders USING (order_id)"
            " WHERE item_id = 'i1'",
        ),
        (
            "SELECT brand, sum(quantity) AS n FROM order_lines GROUP BY brand ORDER BY brand",
            "SELECT brand, sum(quantity) AS n FROM order_lines JOIN items USING (item_id)"
            " GROUP BY brand ORDER BY brand",
        ),
        (
            "SELECT count(*) AS n FROM orders GROUP BY user_id HAVING count(*) >= 2 LIMIT 1",
            "SELECT count(*) AS n FROM (SELECT user_id FROM orders GROUP BY user_id"
            " HAVING count(*) >= 2)",
        ),
        (
            "SELECT count(*) AS n FROM (SELECT user_id FROM orders) AS o"
            " WHERE o.local_time >= DATE '2026-10-05' AND user_id IS NOT NULL",
            "SELECT count(user_id) AS n FROM orders WHERE local_time >= DATE '2026-10-05'",
        ),
        (
            "SELECT count(DISTINCT user_id) AS n FROM orders"
            " GROUP BY user_id, local_time::DATE HAVING count(*) >= 1 ORDER BY 1",
            "SELECT count(DISTINCT user_id) AS n FROM orders",
        ),
        (
            "SELECT order_id, max(total) AS n, max(total) > 5 AS much FROM orders",
            "SELECT order_id, total AS n, total > 5 AS much FROM orders"
            " ORDER BY total DESC LIMIT 1",
        ),
        (
            "WITH each AS (SELECT user_id, sum(total) AS spent FROM orders GROUP BY user_id)"
            " SELECT region AS place, median(spent) AS n FROM each GROUP BY 1 ORDER BY 2 LIMIT 9",
            "SELECT median(spent) AS n FROM (SELECT sum(total) AS spent FROM orders"
            " GROUP BY user_id)",
        ),
        (
            "SELECT count(*) AS n FROM orders JOIN users USING (user_id)"
            " WHERE local_time >= DATE '2026-10-05'",
            "SELECT count(*) AS n FROM orders JOIN users USING (user_id)"
            " WHERE orders.local_time >= DATE '2026-10-05'",
        ),
    ],
)
def test_what_is_meant_is_run(tools, written, meant):
    query = mended(written, tools.runner.known)
    assert tools.run_sql(query).rows == tools.run_sql(meant).rows


@pytest.mark.parametrize(
    ("question", "written", "meant"),
    [
        (
            "how many orders",
            "SELECT count(*) AS n FROM orders",
            "SELECT count(*) AS n FROM orders WHERE status != 'cancelled'",
        ),
        (
            "how many orders were cancelled or not",
            "SELECT count(*) AS n FROM orders",
            "SELECT count(*) AS n FROM orders",
        ),
        (
            "who never ordered",
            "SELECT user_id AS n FROM users LEFT JOIN orders USING (user_id)"
            " WHERE order_id IS NULL ORDER BY 1",
            "SELECT user_id AS n FROM users WHERE user_id NOT IN"
            " (SELECT user_id FROM orders WHERE user_id IS NOT NULL) ORDER BY 1",
        ),
        (
            "our best codes",
            "SELECT coupon, count(*) AS n FROM orders GROUP BY coupon ORDER BY 2 DESC, 1",
            "SELECT coupon, count(*) AS n FROM orders WHERE coupon IS NOT NULL"
            " AND status != 'cancelled' GROUP BY coupon ORDER BY 2 DESC, 1",
        ),
        (
            "how many orders came by ads, and what share",
            "SELECT count(*) FILTER (channel = 'ads') / count(*) AS part FROM orders",
            "SELECT count(*) FILTER (channel = 'ads') / count(*) AS part,"
            " count(*) FILTER (channel = 'ads') AS number FROM orders WHERE status != 'cancelled'",
        ),
        (
            "orders per customer",
            "SELECT count(*) AS n FROM (SELECT user_id FROM orders GROUP BY user_id)",
            "SELECT count(DISTINCT user_id) AS n FROM orders WHERE status != 'cancelled'",
        ),
    ],
)
def test_cancelled_orders_and_unknown_buyers_are_left_out(tools, question, written, meant):
    query = mended(written, tools.runner.known, question)
    assert tools.run_sql(query).rows == tools.run_sql(meant).rows


def test_groups_of_few_people_stay_left_out(tools):
    query = mended("SELECT count(*) AS n FROM orders WHERE region = 'Hunan'", tools.runner.known)
    assert tools.parsed(query).find(exp.Having) is not None


@pytest.mark.parametrize(
    "query",
    [
        "SELECT count(*) AS n FROM orders WHERE status != 'cancelled'",
        "SELECT user_id, count(*) AS n FROM orders GROUP BY user_id HAVING count(*) > 1",
        "SELECT count(*) FROM (SELECT user_id FROM orders) WHERE colour = 'red'",
        "SELECT channel, count(*) AS n FROM orders GROUP BY channel ORDER BY 2 DESC LIMIT 3",
        "SELECT count(*) AS n FROM orders JOIN users USING (user_id) WHERE region = 'Hunan'",
        "SELECT colour FROM items WHERE colour = 'red'",
        "SELECT count( FROM",
    ],
)
def test_all_else_is_left_as_it_is(tools, query):
    assert mended(query, tools.runner.known) == query


def test_values_that_no_row_has_are_told_with_their_column(tools):
    def strays(query: str) -> list[tuple[str, str, tuple[str, ...]]]:
        tree = checked(query, tools.runner.known, tools.store.today).tree
        return [(s.column, s.value, s.homes) for s in Literals(tools.store).strays(tree)]

    assert strays("SELECT 1 FROM orders WHERE channel = 'Headphones'") == [
        ("channel", "Headphones", ("category = 'Headphones'",))
    ]
    assert strays("SELECT 1 FROM items WHERE brand IN ('Aria', 'bolt', 'Nobody')") == [
        ("brand", "bolt", ("brand = 'Bolt'",)),
        ("brand", "Nobody", ()),
    ]
    assert strays("SELECT 1 FROM items WHERE brand = 'Aria' AND title = 'Nobody'") == []
