from datetime import date

import pytest

from assistant.turn import ToolCall
from tests.small_store import small_store
from tools.query_metrics import MetricTools
from tools.result import Provenance
from tools.store.store import Store
from tools.wording.values import Language
from ui.arguments import Words
from ui.cards import call_card, source_line

ASKED = {
    "metrics": ["revenue", "conversion_rate"],
    "group_by": "channel",
    "period": "last_month",
    "compare": "none",
    "filters": ["category=Headphones"],
    "order": "best",
    "top_n": 3,
    "then_by": None,
}


@pytest.fixture(scope="module")
def store() -> Store:
    return small_store()


def answered(store: Store, **arguments: object) -> ToolCall:
    result = MetricTools(store).query_metrics(**arguments)  # type: ignore[arg-type]
    return ToolCall(name="query_metrics", arguments=arguments, status="ok", result=result)


def said(store: Store, language: Language, call: ToolCall) -> dict[str, str]:
    return dict(Words(language, store.name_of).arguments(call))


def test_arguments_are_said_in_words(store: Store) -> None:
    call = answered(store, **{**ASKED, "metrics": ["revenue", "orders"]})
    assert said(store, "en", call) == {
        "Figures": "Revenue and Orders",
        "Split by": "Channel",
        "Period": "September 2026",
        "Keep only": "Category: Headphones",
        "How many": "3",
    }
    assert said(store, "zh", call)["筛选"] == "品类：耳机"
    assert said(store, "zh", call)["时间段"] == "2026年9月"


def test_a_running_call_says_no_period_it_does_not_know_yet(store: Store) -> None:
    running = ToolCall(name="query_metrics", arguments=ASKED, status="running")
    assert "Period" not in said(store, "en", running)
    assert "last_month" not in call_card(running, "en", store.name_of)


def test_what_is_left_out_is_said_so(store: Store) -> None:
    call = ToolCall(name="funnel", arguments={"filters": ["device!=mobile"]}, status="running")
    assert said(store, "en", call) == {"Keep only": "Device other than mobile"}


def test_a_source_names_every_table_it_rests_on(store: Store) -> None:
    source = Provenance(
        tables=("orders", "order_lines"),
        period=(date(2026, 10, 1), date(2026, 10, 31)),
        filters=("category=Headphones",),
        row_count=1407,
    )
    english = source_line(source, "en", store.name_of)
    assert "Based on 1,407 records of orders and order lines" in english
    assert "October 2026 · Category: Headphones" in english
    assert "基于 1,407 条记录（订单和订单明细）" in source_line(source, "zh", store.name_of)
