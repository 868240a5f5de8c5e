"""Cohorts and retention, against counts by hand."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.tools.prediction.small_shop import store_of
from tools.errors import ToolError
from tools.segments import Segments
from tools.segments.cohort_tool import CohortTools


def on(month: int, day: int) -> datetime:
    return datetime(2026, month, day)  # noqa: DTZ001  store-local


def orders() -> list[dict]:
    """Twelve who begin in January, of whom 6 order in March; ten begin in February, 5 in March."""
    told = [(f"a{n}", 1, 10) for n in range(12)] + [(f"a{n}", 3, 5) for n in range(6)]
    told += [(f"b{n}", 2, 10) for n in range(10)] + [(f"b{n}", 3, 20) for n in range(5)]
    told += [("c0", 3, 31)]
    return [
        {"order_id": f"o{i}", "user_id": user, "total": 10.0 * month,
         "ordered_at": on(month, day), "local_time": on(month, day)}
        for i, (user, month, day) in enumerate(told)
    ]  # fmt: skip


@pytest.fixture
def tools() -> CohortTools:
    return CohortTools(Segments(store_of(orders=orders()), Path("none")))


def test_retention_is_counted_by_cohort(tools: CohortTools) -> None:
    january, february = tools.cohort_retention().rows
    assert (january["people"], january["p1"], january["p2"]) == (12, 0.0, 0.5)
    assert (february["people"], february["p1"], february["p2"]) == (10, 0.5, None)


def test_periods_that_are_not_over_are_left_empty(tools: CohortTools) -> None:
    store = store_of(orders=[o for o in orders() if o["local_time"] < on(3, 30)])
    early = CohortTools(Segments(store, Path("none"))).cohort_retention()
    assert all(row["p1"] is None for row in early.rows if row["cohort"].month == 2)


def test_revenue_is_spread_over_the_whole_cohort(tools: CohortTools) -> None:
    january, _february = tools.cohort_retention(show="revenue").rows
    assert (january["p0"], january["p1"], january["p2"]) == (10.0, 0.0, 15.0)


def test_small_cohorts_are_not_shown_and_said(tools: CohortTools) -> None:
    found = tools.cohort_retention()
    assert [row["cohort"].month for row in found.rows] == [1, 2]
    assert "One cohort of fewer than 10 customers" in found.facts("en")[-1].text


def test_the_answer_counts_cohorts_that_are_truly_new(tools: CohortTools) -> None:
    answer = tools.cohort_retention().facts("en")[0].text
    assert answer.startswith("Of 10 customers, 5 (50.0%) ordered again in the month after")


def test_weeks_can_be_asked_for(tools: CohortTools) -> None:
    rows = tools.cohort_retention(by="week").rows
    assert rows[0]["cohort"].weekday() == 0
    assert rows[0]["p8"] == 0.5  # 5 March lies in the eighth week after that of 10 January


def test_a_time_without_first_orders_says_so(tools: CohortTools) -> None:
    with pytest.raises(ToolError, match="Nobody placed a first order"):
        tools.cohort_retention(period="2024")
