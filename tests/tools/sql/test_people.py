"""Personal data stays as guarded as in the other tools."""

import pytest

from tests.small_store import REVIEWS, at
from tests.tools.sql.filed import filed_store, near_tools


@pytest.fixture(scope="module")
def tools(tmp_path_factory):
    review = {"review_id": "r9", "item_id": "i1", "user_id": "u1", "rating": 1, "language": "en",
              "text": "Call 138-0013-8000 or ann@example.com", "written_at": at(7)}  # fmt: skip
    return near_tools(filed_store(tmp_path_factory.mktemp("store"), reviews=[*REVIEWS, review]))


GROUPED = [
    "SELECT region, count(*) AS n FROM users GROUP BY region",
    "SELECT u.region, count(*) AS n FROM users AS u LEFT JOIN orders o USING (user_id) GROUP BY 1",
    "WITH w AS (SELECT user_id, region FROM users) SELECT region, count(*) AS n FROM w GROUP BY 1",
    "SELECT s.region, count(*) AS n FROM (SELECT * FROM users) AS s GROUP BY ALL",
]


@pytest.mark.parametrize("query", GROUPED)
def test_groups_of_few_customers_are_left_out(tools, query):
    result = tools.run_sql(query)
    assert [row["region"] for row in result.rows] == ["Guangdong"]  # Hunan has three
    assert "Groups of fewer than 10 customers are left out." in [f.text for f in result.facts("en")]
    assert "HAVING" in result.provenance.sql


ABOUT_FEW = [
    "SELECT count(*) FROM users WHERE region = 'Hunan'",
    "SELECT count(*) FROM orders WHERE user_id IN"
    " (SELECT user_id FROM users WHERE region = 'Hunan')",
    "SELECT count(*) FROM orders o WHERE EXISTS (SELECT 1 FROM users u WHERE u.user_id = o.user_id"
    " AND u.region = 'Hunan')",
    "SELECT sum(quantity) FROM order_lines JOIN orders USING (order_id) WHERE order_id IN (SELECT"
    " order_id FROM orders WHERE user_id IN (SELECT user_id FROM users WHERE region = 'Hunan'))",
    "SELECT count(*) FROM orders JOIN (SELECT user_id FROM users WHERE region = 'Hunan') AS h"
    " USING (user_id)",
    "SELECT avg(n) FROM (SELECT user_id, count(*) AS n FROM orders JOIN users USING (user_id)"
    " WHERE region = 'Hunan' GROUP BY user_id)",
    "SELECT median(n) FROM (SELECT count(*) AS n FROM orders JOIN users USING (user_id)"
    " WHERE region = 'Hunan' GROUP BY user_id)",
]  # fmt: skip


@pytest.mark.parametrize("query", ABOUT_FEW)
def test_a_figure_about_few_customers_is_withheld(tools, query):
    result = tools.run_sql(query)
    assert not result.rows or list(result.rows[0].values()) == [None]
    assert "HAVING" in result.provenance.sql


@pytest.mark.parametrize(
    "query",
    [
        "SELECT user_id, max(region) FROM users GROUP BY user_id ORDER BY 1",
        "SELECT channel, count(*) FROM orders GROUP BY 1",
        "SELECT count(*) FROM users",
        "SELECT order_id FROM orders WHERE user_id IN"
        " (SELECT user_id FROM users WHERE region = 'Hunan')",
        "SELECT max(n) FROM (SELECT channel, count(*) AS n FROM orders GROUP BY channel)",
    ],
)
def test_nothing_else_is_withheld(tools, query):
    result = tools.run_sql(query)
    assert result.rows
    assert result.provenance.sql == query


@pytest.mark.parametrize(
    "query",
    [
        "SELECT text FROM reviews WHERE review_id = 'r9'",
        "SELECT substr(text, 1, 9) || substr(text, 10) FROM reviews WHERE review_id = 'r9'",
        "SELECT reverse(reverse(text)) FROM reviews WHERE review_id = 'r9'",
    ],
)
def test_contact_data_in_reviews_is_masked_before_a_query_sees_it(tools, query):
    assert list(tools.run_sql(query).rows[0].values()) == ["Call [number] or [email]"]
