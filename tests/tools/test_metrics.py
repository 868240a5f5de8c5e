# ruff: noqa: E501, S608  # SQL of ours, and tables that read best on one line
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.small_store import at, small_store, store_of
from tools.errors import ToolError
from tools.metrics import DIMENSIONS, METRICS, Semantics, measure
from tools.metrics.significance import two_proportions
from tools.periods import resolve
from tools.wording import Speaker

OCTOBER = ("2026-10-01", "2026-11-01")
SOLD = f"""
  FROM orders o JOIN order_lines l USING (order_id) LEFT JOIN items i USING (item_id)
  WHERE o.status <> 'cancelled' AND o.ordered_at >= '{OCTOBER[0]}' AND o.ordered_at < '{OCTOBER[1]}'
"""
PAID = "l.quantity * l.unit_price - coalesce(l.discount, 0)"
VISITS = f"""
  FROM (SELECT session_id, max(event_type = 'purchase') AS bought, max(event_type = 'cart') AS carted
        FROM events WHERE event_time >= '{OCTOBER[0]}' AND event_time < '{OCTOBER[1]}'
        GROUP BY session_id)
"""
SEEN = f"FROM events WHERE event_time >= '{OCTOBER[0]}' AND event_time < '{OCTOBER[1]}'"
WRITTEN = f"FROM reviews WHERE written_at >= '{OCTOBER[0]}' AND written_at < '{OCTOBER[1]}'"
ORACLES = {
    "revenue": f"SELECT sum({PAID}) {SOLD}",
    "orders": f"SELECT count(DISTINCT o.order_id) {SOLD}",
    "buyers": f"SELECT count(DISTINCT o.user_id) {SOLD}",
    "units": f"SELECT sum(l.quantity) {SOLD}",
    "average_order_value": f"SELECT sum({PAID}) / count(DISTINCT o.order_id) {SOLD}",
    "items_per_order": f"SELECT sum(l.quantity) / count(DISTINCT o.order_id) {SOLD}",
    "gross_profit": f"SELECT sum({PAID} - l.quantity * i.cost) {SOLD}",
    "gross_margin": f"SELECT sum({PAID} - l.quantity * i.cost) / sum({PAID}) {SOLD}",
    "return_rate": f"SELECT sum(coalesce(l.returned_quantity, 0)) / sum(l.quantity) {SOLD}",
    "repeat_purchase_rate": f"""SELECT avg(CASE WHEN n > 1 THEN 1 ELSE 0 END) FROM
        (SELECT o.user_id, count(DISTINCT o.order_id) AS n {SOLD} GROUP BY 1)""",
    "views": f"SELECT count(*) {SEEN} AND event_type = 'view'",
    "carts": f"SELECT count(*) {SEEN} AND event_type = 'cart'",
    "sessions": f"SELECT count(DISTINCT session_id) {SEEN}",
    "conversion_rate": f"SELECT avg(bought::INT) {VISITS}",
    "cart_abandonment_rate": f"SELECT avg(1 - bought::INT) {VISITS} WHERE carted",
    "active_users": f"SELECT count(DISTINCT user_id) {SEEN}",
    "new_users": f"""SELECT count(*) FROM users
        WHERE registered_at >= '{OCTOBER[0]}' AND registered_at < '{OCTOBER[1]}'""",
    "average_rating": f"SELECT avg(rating) {WRITTEN}",
    "review_count": f"SELECT count(*) {WRITTEN}",
}


@pytest.fixture(scope="module")
def semantics() -> Semantics:
    return Semantics(small_store())


def in_october(semantics: Semantics, metric: str, by: str | None = None) -> dict[Any, float | None]:
    store = semantics.store
    period = resolve("2026-10", store.today, store.calendar[0])
    dimensions = [DIMENSIONS[by]] if by else []
    found = measure(semantics, [METRICS[metric]], dimensions, period)
    return {key: group.value[metric] for key, group in found.groups.items()}


def test_every_metric_has_an_oracle() -> None:
    assert set(ORACLES) == set(METRICS)


@pytest.mark.parametrize("metric", METRICS)
def test_each_metric_is_what_plain_sql_says(semantics: Semantics, metric: str) -> None:
    ((expected,),) = semantics.store.connection.con.execute(ORACLES[metric]).fetchall()
    assert in_october(semantics, metric)[()] == pytest.approx(float(expected))


@pytest.mark.parametrize(
    ("metric", "expected"),
    [("revenue", 610), ("orders", 5), ("buyers", 4), ("units", 8), ("average_order_value", 122),
     ("conversion_rate", 0.5), ("cart_abandonment_rate", 0.2), ("return_rate", 0.375),
     ("repeat_purchase_rate", 0.25), ("gross_profit", 210)],
)  # fmt: skip
def test_october_by_hand(semantics: Semantics, metric: str, expected: float) -> None:
    assert in_october(semantics, metric)[()] == pytest.approx(expected)


@pytest.mark.parametrize("dimension", DIMENSIONS)
@pytest.mark.parametrize("metric", METRICS)
def test_groups_that_add_up_add_up_to_the_whole(
    semantics: Semantics, metric: str, dimension: str
) -> None:
    fits = semantics.splits(METRICS[metric].source, DIMENSIONS[dimension])
    if not fits or not METRICS[metric].adds_up(DIMENSIONS[dimension]):
        pytest.skip(f"{metric} does not add up over {dimension}")
    groups = in_october(semantics, metric, dimension)
    assert sum(v or 0 for v in groups.values()) == pytest.approx(in_october(semantics, metric)[()])


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("revenue", {"new": 240, "returning": 370}),
        ("orders", {"new": 2, "returning": 3}),
        ("sessions", {"new": 6, "returning": 2}),
    ],
)
def test_a_customer_is_new_until_the_first_order_is_made(
    semantics: Semantics, metric: str, expected: dict[str, float]
) -> None:
    groups = in_october(semantics, metric, "customer_type")
    assert {key[0]: value for key, value in groups.items()} == expected


def test_a_price_band_holds_what_was_paid_for_one_piece(semantics: Semantics) -> None:
    assert in_october(semantics, "units", "price_band") == {("50-100",): 8}
    assert not semantics.splits("events", DIMENSIONS["price_band"])  # the visits hold no price


def test_an_order_of_two_categories_is_counted_once_in_the_whole(semantics: Semantics) -> None:
    by_category = in_october(semantics, "orders", "category")
    assert by_category == {("Headphones",): 3, ("Keyboards",): 3}
    assert in_october(semantics, "orders")[()] == 5
    assert in_october(semantics, "average_order_value", "category")[
        ("Keyboards",)
    ] == pytest.approx(320 / 3)


def test_sales_are_read_from_purchases_where_there_are_no_orders() -> None:
    events = [
        {"event_id": str(n), "user_id": user, "event_time": at(day), "event_type": kind,
         "item_id": "i1"}
        for n, (user, day, kind) in enumerate(
            [("a", 1, "view"), ("a", 1, "purchase"), ("a", 1, "purchase"), ("a", 2, "purchase"),
             ("b", 2, "cart")]
        )
    ]  # fmt: skip
    semantics = Semantics(store_of({"events": events}))
    assert "revenue" not in semantics.metrics  # the events hold no price
    assert in_october(semantics, "orders")[()] == 2
    assert in_october(semantics, "units")[()] == 3
    assert in_october(semantics, "conversion_rate")[()] == 0.5  # of users, for want of sessions


def test_a_metric_the_store_cannot_tell_names_those_it_can() -> None:
    semantics = Semantics(small_store("events", "reviews"))
    with pytest.raises(ToolError) as caught:
        semantics.metric("conversion_rate")
    assert "revenue" in caught.value.say("en")
    assert "转化率" in caught.value.say("zh")


@pytest.mark.parametrize(
    ("word", "name"),
    [("GMV", "revenue"), ("销售额", "revenue"), ("流水", "revenue"), ("turnover", "revenue"),
     ("客单价", "average_order_value"), ("AOV", "average_order_value"), ("Conversion Rate",
     "conversion_rate"), ("复购率", "repeat_purchase_rate"), ("uv", "active_users")],
)  # fmt: skip
def test_a_metric_is_found_by_any_of_its_words(semantics: Semantics, word: str, name: str) -> None:
    assert semantics.metric(word).name == name


def test_no_two_metrics_or_dimensions_claim_the_same_word() -> None:
    claimed: dict[str, str] = {}
    for entry in (*METRICS.values(), *DIMENSIONS.values()):
        for word in {entry.name, entry.label.en, entry.label.zh or "", *entry.synonyms}:
            assert claimed.setdefault(word, entry.name) == entry.name, word


def test_values_are_found_in_both_languages_and_unknown_ones_listed(semantics: Semantics) -> None:
    category = DIMENSIONS["category"]
    assert semantics.value(category, "耳机") == semantics.value(category, "headphones")
    assert semantics.value(DIMENSIONS["campaign"], "autumn sale") == "c1"
    assert semantics.value(DIMENSIONS["weekday"], "周六") == "6"
    with pytest.raises(ToolError) as caught:
        semantics.value(category, "shoes")
    assert "Headphones and Keyboards" in caught.value.say("en")
    assert "耳机和键盘" in caught.value.say("zh")


@given(st.integers(0, 50), st.integers(1, 50), st.integers(0, 50), st.integers(1, 50))
def test_the_z_test_is_symmetric_and_a_probability(a: int, n: int, b: int, m: int) -> None:
    p = two_proportions(min(a, n), n, min(b, m), m)
    assert p == two_proportions(min(b, m), m, min(a, n), n)
    assert p is None or 0 <= p <= 1


ORDERS = st.lists(
    st.tuples(
        st.sampled_from(["u1", "u2", "u3", None]),
        st.sampled_from(["email", "search", None]),
        st.sampled_from(["placed", "cancelled", "delivered"]),
        st.integers(1, 20),
        st.lists(st.tuples(st.sampled_from(["i1", "i2", "i3"]), st.integers(1, 5), st.integers(1, 99)),
                 min_size=1, max_size=3, unique_by=lambda line: line[0]),
    ),
    min_size=1, max_size=8,
)  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ORDERS)
def test_any_orders_give_what_python_counts(orders: list[Any]) -> None:
    rows = [
        {"order_id": str(n), "user_id": user, "channel": channel, "status": status,
         "ordered_at": at(1) + timedelta(day)}
        for n, (user, channel, status, day, _) in enumerate(orders)
    ]  # fmt: skip
    lines = [
        {"order_id": str(n), "item_id": item, "quantity": quantity, "unit_price": price}
        for n, order in enumerate(orders)
        for item, quantity, price in order[4]
    ]
    semantics = Semantics(store_of({"orders": rows, "order_lines": lines}))
    kept = [order for order in orders if order[2] != "cancelled"]
    revenue = sum(q * p for order in kept for _, q, p in order[4])
    assert in_october(semantics, "revenue").get((), 0) == pytest.approx(revenue)
    assert in_october(semantics, "orders")[()] == len(kept)
    for by in ("channel", "item", "day"):
        if semantics.splits("sales", DIMENSIONS[by]):
            groups = in_october(semantics, "revenue", by)
            assert sum(v or 0 for v in groups.values()) == pytest.approx(revenue)


def test_every_label_and_definition_has_both_languages() -> None:
    for entry in (*METRICS.values(), *DIMENSIONS.values()):
        assert entry.label.zh
        assert Speaker("zh").message(
            f"words-{'metric' if entry.name in METRICS else 'dimension'}-{entry.name}"
        )
    assert all(metric.definition.zh for metric in METRICS.values())


def test_a_country_has_its_chinese_name_without_a_label() -> None:
    names = Semantics(small_store()).names(DIMENSIONS["country"], ["EIRE", "West Indies"])
    assert names["EIRE"].zh == "爱尔兰"
    assert names["West Indies"].text("zh") == "West Indies"
