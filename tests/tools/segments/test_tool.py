"""`segment_customers`: all segments side by side, one in depth, and lookalikes."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.small_store import small_store
from tests.tools.prediction.small_shop import event, store_of
from tools.errors import ToolError
from tools.segments import Segments
from tools.segments.tool import SegmentTools

WHEN = datetime(2026, 10, 1)  # noqa: DTZ001  store-local
REVIEW = {"review_id": "r1", "text": "Fine", "written_at": WHEN, "local_time": WHEN}


@pytest.fixture(scope="module")
def tools(busy: Segments) -> SegmentTools:
    return SegmentTools(busy)


def test_the_overview_adds_up_to_all_buyers_and_all_revenue(tools: SegmentTools) -> None:
    rows = [row for row in tools.segment_customers().rows if row["kind"] == "RFM"]
    total = tools.segments.store.connection.con.execute("SELECT sum(total) FROM orders").fetchall()[
        0
    ]
    shown = [row for row in rows if row["people"] is not None]
    people = {s.id: len(tools.segments.members(s)) for s in tools.segments.standard()}
    assert {row["id"]: row["people"] for row in shown} == {r["id"]: people[r["id"]] for r in shown}
    assert sum(people[row["id"]] for row in rows) == 300
    spent = sum((row["spend"] or 0) * row["people"] for row in shown)
    assert spent == pytest.approx(float(total[0]), rel=0.2)


def test_segments_of_too_few_people_show_no_figures(tools: SegmentTools) -> None:
    for row in tools.segment_customers().rows:
        n = len(tools.segments.members(tools.segments.named(row["id"])))
        assert (row["people"] is None) == (0 < n < 10)


def test_filters_keep_to_the_customers_asked_about(tools: SegmentTools) -> None:
    found = tools.segment_customers(filters=["gender=female"])
    row = next(row for row in found.rows if row["id"] == "repeat")
    sql = """
        SELECT count(*) FROM (
            SELECT user_id FROM orders JOIN users USING (user_id) WHERE gender = 'female'
            GROUP BY 1 HAVING count(DISTINCT order_id) >= 2)"""
    assert row["people"] == tools.segments.store.connection.con.execute(sql).fetchall()[0][0]


def test_one_segment_is_told_in_both_languages(tools: SegmentTools) -> None:
    found = tools.segment_customers(segment="repeat")
    assert found.statements[0].message == "segments-one"
    assert "ordered twice or more" in found.facts("en")[0].text
    assert "下单2次及以上" in found.facts("zh")[0].text


def test_what_became_of_those_who_were_in_it_is_counted(tools: SegmentTools) -> None:
    from tools.segments.portrait import Portrait
    from tools.segments.rules import All

    portrait = Portrait(tools.segments.named("repeat"), tools.segments, All(rules=()))
    assert portrait.followed is None  # 160 days are too few to look back and ahead


def test_a_segment_nobody_is_in_says_so(tools: SegmentTools) -> None:
    found = tools.segment_customers(words="women who ordered more than 900 times")
    assert found.statements[0].message == "segments-one-nobody"
    assert not found.rows


def test_a_description_may_stand_where_a_name_does(tools: SegmentTools) -> None:
    found = tools.segment_customers(segment="women who ordered at least twice")
    assert found.statements[0].message == "segments-read"


def test_an_unknown_name_is_refused(tools: SegmentTools) -> None:
    with pytest.raises(ToolError, match="no segment “goldfish”"):
        tools.segment_customers(segment="goldfish")


def test_a_store_without_buyers_has_no_rfm(tmp_path: Path) -> None:
    segments = Segments(small_store("orders", "order_lines", "events"), tmp_path)
    answer = SegmentTools(segments).segment_customers().facts("en")[0].text
    assert answer.startswith("None of the 13 customers known has bought yet")


def test_a_store_without_customers_says_what_to_import() -> None:
    segments = Segments(store_of(items=[{"item_id": "i1"}], reviews=[REVIEW]), Path("none"))
    with pytest.raises(ToolError, match="knows no customers"):
        SegmentTools(segments).segment_customers()


def test_lookalikes_are_outside_the_segment_and_judged_on_others(busy: Segments) -> None:
    from tools.segments.lookalikes import lookalikes_of

    segment = busy.named("repeat")
    found = lookalikes_of(segment, busy)
    assert not set(found.user_ids) & set(busy.members(segment))
    assert 0 <= (found.auc.low or 0) <= found.auc.value <= (found.auc.high or 0) <= 1


def test_too_small_a_segment_has_no_lookalikes(tools: SegmentTools) -> None:
    with pytest.raises(ToolError, match="at least 50 people"):
        tools.segment_customers(like="women who ordered more than 900 times")


def unpriced() -> Segments:
    events = [event(n, f"u{n % 12}", WHEN + timedelta(days=n % 9), "purchase") for n in range(60)]
    return Segments(store_of(events=events), Path("none"))


def test_a_store_without_prices_is_told_without_money() -> None:
    found = SegmentTools(unpriced()).segment_customers()
    assert found.statements[0].message == "segments-overview"
    assert "spend" not in found.rows[0]


def test_spending_cannot_be_asked_of_a_store_without_prices() -> None:
    with pytest.raises(ToolError, match="have no prices"):
        SegmentTools(unpriced()).segment_customers(words="people who spent over 100")
