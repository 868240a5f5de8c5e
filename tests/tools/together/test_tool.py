from datetime import datetime, timedelta

import pytest

from tests.tools.prediction.small_shop import event, store_of
from tools.errors import ToolError
from tools.store.store import Store
from tools.together.tool import TogetherTools

START = datetime(2026, 3, 2, 12)  # noqa: DTZ001  store-local
ITEMS = [
    {"item_id": "kettle", "title": "Kettle", "category": "Kitchen"},
    {"item_id": "tea", "title": "Green Tea", "category": "Food"},
    {"item_id": "mug", "title": "Mug", "category": "Kitchen"},
]
# kettle and tea in 30 orders, kettle alone in 10, mug alone in 160
CONTENTS = [["kettle", "tea"]] * 30 + [["kettle"]] * 10 + [["mug"]] * 160


def shop(cancelled: int = 0) -> Store:
    orders, lines = [], []
    for n, items in enumerate(CONTENTS + [["kettle", "mug"]] * cancelled):
        when = START + timedelta(hours=n)
        status = "cancelled" if n >= len(CONTENTS) else "delivered"
        orders.append({"order_id": f"o{n}", "user_id": f"u{n}", "ordered_at": when,
                       "local_time": when, "status": status})  # fmt: skip
        lines += [
            {"order_id": f"o{n}", "item_id": item, "quantity": 1, "unit_price": 5}
            for item in [*items, "POSTAGE"]
        ]  # a fee: in no catalogue
    return store_of(orders=orders, order_lines=lines, items=ITEMS)


def test_what_goes_with_an_item_is_told_of_a_hundred_orders():
    result = TogetherTools(shop(cancelled=30)).bought_together(item="kettle")
    (row,) = result.rows
    assert (row["then"], row["both"], row["with_given"]) == ("Green Tea", 30, 40)
    assert row["confidence"] == 0.75
    assert row["support"] == 30 / 200
    assert row["lift"] == pytest.approx(0.75 / (30 / 200))
    english, chinese = result.facts("en")[0], result.facts("zh")[0]
    assert english.role == "answer"
    assert english.text == (
        "Of 100 orders with Kettle, 75 also hold Green Tea (30 of 40): "
        "5.0 times as many as chance would give."
    )
    assert "每100笔含Kettle的订单中，有75笔也含Green Tea" in chinese.text


def test_without_an_item_the_pair_most_beyond_chance_comes_first():
    result = TogetherTools(shop()).bought_together()
    (row,) = result.rows
    assert (row["given"], row["then"]) == ("Green Tea", "Kettle")
    assert "together-cause" in {fact.message for fact in result.facts("en")}


def test_categories_go_together_too():
    result = TogetherTools(shop()).bought_together(level="category", category="food")
    assert [row["then"] for row in result.rows] == []  # kitchen is in every order: no surprise
    assert result.facts("en")[0].message == "together-none-with"


def test_purchases_without_orders_are_read_by_visit():
    events, n = [], 0
    for visit, items in enumerate(CONTENTS):
        for item in items:
            n += 1
            when = START + timedelta(days=visit)
            events.append(event(n, f"u{visit}", when, "purchase", item))
    result = TogetherTools(store_of(events=events, items=ITEMS)).bought_together(item="kettle")
    assert result.rows[0]["both"] == 30
    assert "visits with a purchase" in result.facts("en")[0].text


def test_an_item_in_few_orders_is_said_to_be_too_rare():
    orders = [{"order_id": "o1", "user_id": "u1", "ordered_at": START, "local_time": START}]
    lines = [{"order_id": "o1", "item_id": "tea", "quantity": 1, "unit_price": 1}]
    tools = TogetherTools(store_of(orders=orders, order_lines=lines, items=ITEMS))
    for language, words in (("en", "only 1 order"), ("zh", "只有1笔")):
        assert words in tools.bought_together(item="tea").facts(language)[0].text
    with pytest.raises(ToolError, match="ask for days within"):
        tools.bought_together(period="2020")
