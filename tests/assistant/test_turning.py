"""Where a message turns to a kindred tool about the same."""

from typing import Any

import pytest

from assistant.going_on import going_on
from assistant.reading import Reader
from assistant.turning import kindred
from tests.routes import among
from tests.small_store import small_store
from tools.lexicon import Lexicon

SOLD: dict[str, Any] = {
    "metrics": ["orders"],
    "period": "2026-09",
    "filters": ["category=Keyboards"],
}
FORETOLD: dict[str, Any] = {"category": "Keyboards", "metric": "orders", "horizon_days": 30}
MOANS: dict[str, Any] = {"about": "complaints", "category": "Keyboards", "period": "2026-09"}
GROUP: dict[str, Any] = {"segment": "loyal", "filters": ["gender=female"]}


@pytest.fixture(scope="module")
def reader() -> Reader:
    store = small_store()
    return Reader(Lexicon(store), store.calendar, store.today)


@pytest.mark.parametrize(
    ("message", "before", "tool", "carried"),
    [
        ("and over the coming fortnight?", ("query_metrics", SOLD), "forecast_demand", "metric"),
        ("那未来两周呢", ("query_metrics", SOLD), "forecast_demand", "metric"),
        ("and last month?", ("forecast_demand", FORETOLD), "query_metrics", "metrics"),
        ("那上个月呢", ("forecast_demand", FORETOLD), "query_metrics", "metrics"),
        ("and what do they love", ("review_themes", MOANS), "review_themes", "about"),
        ("那喜欢什么", ("review_themes", MOANS), "review_themes", "about"),
        ("who is like them", ("segment_customers", GROUP), "segment_customers", "filters"),
        ("跟他们很像的还有谁", ("segment_customers", GROUP), "segment_customers", "filters"),
        ("which of them will stay away", ("segment_customers", GROUP), "churn_risk", "segment"),
        ("里头哪些要跑了", ("segment_customers", GROUP), "churn_risk", "segment"),
    ],
)
def test_a_kindred_tool_is_asked_about_the_same(
    message: str, before: tuple[str, dict[str, Any]], tool: str, carried: str, reader: Reader
) -> None:
    likely = among(["churn_risk"] if carried == "segment" else ["funnel", "churn_risk"])
    found = kindred(reader.read(message, before), before, likely, changes=True)
    assert found is not None
    assert found.continues == tool
    assert found.carried[carried]


@pytest.mark.parametrize(
    ("message", "before"),
    [
        ("and the return rate?", ("query_metrics", SOLD)),
        ("那退货率呢", ("query_metrics", SOLD)),
        ("who is likely to leave", ("segment_customers", GROUP)),
    ],
)
def test_others_stay(message: str, before: tuple[str, dict[str, Any]], reader: Reader) -> None:
    route = among(["churn_risk"])
    assert kindred(reader.read(message, before), before, route, changes=True) is None


def test_quotes_are_asked_for_after_themes(reader: Reader) -> None:
    before = ("review_themes", MOANS)
    reading = reader.read("read me some of those", before, changes=True)
    found = going_on(reading, before, among(["search_reviews"]), [])
    assert found.continues == "search_reviews"
    assert found.carried == {"category": "Keyboards", "period": "2026-09", "rating": "negative"}


@pytest.mark.parametrize("message", ["that low? at which step do they go?", "这么少？哪一步走的"])
def test_what_is_said_of_a_figure_keeps_what_it_is_of(message: str, reader: Reader) -> None:
    before = ("query_metrics", SOLD)
    reading = going_on(reader.read(message, before), before, among(["funnel"]), ["funnel"])
    assert reading.continues is None
    assert (reading.filters, reading.periods) == (("category=Keyboards",), ("2026-09",))
