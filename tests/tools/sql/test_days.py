# ruff: noqa: S608  # text of ours
"""The days of a query become those of its question."""

from datetime import date

import pytest
import sqlglot

from tools.sql.days import redated

MAY = (date(2026, 5, 1), date(2026, 5, 31))
JUNE = (date(2026, 6, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("told", "written", "meant"),
    [
        ([], "day BETWEEN DATE '2026-01-01' AND DATE '2026-03-31' AND total > 5", "total > 5"),
        ([], "day >= DATE '2026-01-01'", ""),
        (
            [MAY],
            "day BETWEEN DATE '2026-01-01' AND DATE '2026-03-31'",
            "day BETWEEN DATE '2026-05-01' AND DATE '2026-05-31'",
        ),
        (
            [MAY],
            "at >= DATE '2026-03-01' AND at < DATE '2026-04-01'",
            "at >= DATE '2026-05-01' AND at < DATE '2026-06-01'",
        ),
        (
            [MAY],
            "at >= DATE '2026-05-01' AND at < DATE '2026-06-01'",
            "at >= DATE '2026-05-01' AND at < DATE '2026-06-01'",
        ),
        ([MAY, JUNE], "day > DATE '2026-01-01'", "day > DATE '2026-01-01'"),
        ([MAY], "day > current_date - 30", "day > current_date - 30"),
        ([], "name > 'B'", "name > 'B'"),
    ],
)
def test_days_are_those_of_the_question(told, written, meant):
    tree = sqlglot.parse_one(f"SELECT 1 FROM orders WHERE {written}", dialect="duckdb")
    changed = redated(tree, told)
    end = f" WHERE {meant}" if meant else ""
    wanted = sqlglot.parse_one(f"SELECT 1 FROM orders{end}", dialect="duckdb")
    assert tree == wanted
    assert changed == (written != meant)
