# ruff: noqa: S608  # queries are what is tested
"""Honest questions work, and say what they found in the right units."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from tests.small_store import small_store
from tests.tools.sql.filed import filed_store, near_tools
from tools.errors import ToolError
from tools.sql.tool import SqlTools

HONEST = yaml.safe_load(Path(__file__).with_name("honest.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tools(tmp_path_factory):
    return near_tools(filed_store(tmp_path_factory.mktemp("store")))


def plain(cell):
    if isinstance(cell, Decimal):
        return str(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


@pytest.mark.parametrize("case", HONEST, ids=lambda case: case["query"])
def test_an_honest_question_is_answered(tools, case):
    result = tools.run_sql(case["query"])
    first = [plain(cell) for cell in result.rows[0].values()] if result.rows else None
    assert first == case["first"]
    assert all(fact.text for language in ("en", "zh") for fact in result.facts(language))


def said(tools, query, language="en"):
    return [fact.text for fact in tools.run_sql(query).facts(language)]


def test_one_figure_is_one_sentence_with_its_unit(tools):
    query = "SELECT sum(total) AS revenue FROM orders WHERE status <> 'cancelled'"
    assert said(tools, query)[0] == "The query gives one value: revenue is CN¥790.00."
    assert said(tools, query, "zh")[0] == "查询结果只有一个值：revenue 为 ¥790.00。"


def test_an_empty_value_is_said_to_be_none(tools):
    query = "SELECT max(total) AS top FROM orders WHERE total > 5000"
    assert said(tools, query)[0].startswith("The query gives no value for top")


def test_a_table_is_told_by_size_columns_and_ends(tools):
    result = tools.run_sql(
        "SELECT channel, sum(total) AS paid, count(*) AS n FROM orders GROUP BY 1 ORDER BY 2 DESC"
    )
    told = [fact.text for fact in result.facts("en")]
    assert told[0] == (
        "The query gives 3 rows with channel, paid, and n; "
        "the first is email, paid (CN¥1,340), and n (4)."
    )
    assert told[1] == "By paid, email (CN¥1,340) is the highest and social (CN¥80.00) the lowest."
    assert [column.unit for column in result.columns] == [None, "money", "count"]
    assert result.chart is not None
    assert (result.chart.kind, result.chart.x, result.chart.y) == ("bar", "channel", ("paid",))


@pytest.mark.parametrize(
    ("expression", "unit"),
    [
        ("sum(l.quantity * l.unit_price - coalesce(l.discount, 0))", "money"),
        ("sum(l.unit_price) / count(*)", "money"),
        ("sum(l.unit_price) / sum(i.cost)", "number"),
        ("count(*) / 3", "number"),
        ("avg(l.quantity)", "number"),
        ("count(DISTINCT l.order_id)", "count"),
        ("CASE WHEN max(i.price) > 1 THEN max(i.price) ELSE 0 END", "money"),
        ("max(i.title)", None),
        ("sum(1)", None),
    ],
)
def test_units_follow_the_columns_a_figure_comes_from(tools, expression, unit):
    inner = f"SELECT {expression} AS x FROM order_lines l JOIN items i USING (item_id)"
    assert tools.run_sql(inner).columns[0].unit == unit
    outer = f"WITH w AS ({inner}) SELECT s.x FROM (SELECT x FROM w) AS s"
    assert tools.run_sql(outer).columns[0].unit == unit


def test_a_rate_is_a_share_only_where_it_is_called_one_and_can_be_one(tools):
    rate = "count(*) FILTER (WHERE device = 'mobile') / count(*)"
    assert tools.run_sql(f"SELECT {rate} AS mobile_share FROM orders").columns[0].unit == "share"
    assert tools.run_sql(f"SELECT {rate} AS x FROM orders").columns[0].unit == "number"
    assert tools.run_sql(f"SELECT 100 * {rate} AS share FROM orders").columns[0].unit == "number"


def test_rows_beyond_the_limit_are_counted(tools):
    result = tools.run_sql("SELECT a.event_id FROM events a, events b, events c")
    assert len(result.rows) == 1000
    assert "Only 1,000 of 17,576 rows are shown" in " ".join(f.text for f in result.facts("en"))


def test_columns_of_the_same_name_are_all_kept(tools):
    result = tools.run_sql("SELECT order_id, order_id FROM orders ORDER BY 1 LIMIT 1")
    assert result.rows == ({"order_id": "o1", "order_id_2": "o1"},)


def test_the_query_that_was_run_is_shown(tools):
    query = "SELECT count(*) FROM orders"
    assert tools.run_sql(query + ";").provenance.sql == query
    dated = tools.run_sql("SELECT current_date AS d FROM orders LIMIT 1")
    assert "CAST('2026-10-31' AS DATE)" in dated.provenance.sql
    assert dated.rows[0]["d"] == date(2026, 10, 31)


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("SELECT totl FROM orders", "There is no column “totl”; the nearest is total."),
        ("SELECT o.totl FROM orders o", "There is no column “totl”; the nearest is total."),
        ("SELECT * FROM order", "There is no table “order”"),
        ("SELECT * FROM customers", "Tables: campaigns, events, exposures"),
        ("SELECT channel, total FROM orders GROUP BY 1", "“total” must be in GROUP BY"),
        ("SELECT order_id FROM orders JOIN order_lines ON true", "“order_id” is in more than one"),
        ("SELECT medain(total) FROM orders", "“medain” cannot be used here; the nearest that can"),
        ("SELECT sum(channel) FROM orders", "Cast them first"),
        ("SELECT count(* FROM orders", "The query cannot be read"),
        ("SELECT * FROM orders WHERE sum(total) > 3", "use HAVING in place of WHERE"),
        ("SELECT CAST(channel AS INT) FROM orders", "The query failed: Could not convert"),
    ],
)
def test_what_is_wrong_is_said_with_what_would_work(tools, query, hint):
    with pytest.raises(ToolError) as caught:
        tools.run_sql(query)
    assert hint in caught.value.say("en")
    assert caught.value.say("zh")


def test_a_process_of_its_own_answers_the_same(tools):
    query = "SELECT channel, sum(total) AS paid, max(local_time) AS last FROM orders GROUP BY 1"
    query += " ORDER BY 1"
    apart = SqlTools(tools.store).run_sql(query)
    assert apart.rows == tools.run_sql(query).rows
    assert apart.statements == tools.run_sql(query).statements


def test_times_with_a_zone_want_a_cast(tools):
    with pytest.raises(ToolError, match="Cast them"):
        SqlTools(tools.store).run_sql("SELECT TIMESTAMPTZ '2026-01-01 00:00:00+00'")


def test_a_store_without_a_file_says_so():
    with pytest.raises(ToolError, match="no database file"):
        SqlTools(small_store()).run_sql("SELECT 1")
