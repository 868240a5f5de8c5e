"""Columns are guessed from their names, and the operator's word wins."""
# ruff: noqa: E501 - a case reads best on one line

import pytest

from tools.errors import DataError
from tools.store.mapping import guess_mapping, require
from tools.store.schema import EVENTS, ORDERS, REVIEWS, TABLES


@pytest.mark.parametrize(
    ("table", "sources", "expected"),
    [
        ("orders", ["订单号", "用户ID", "下单时间", "实付金额"], ["order_id", "user_id", "ordered_at", "total"]),
        ("reviews", ["评论ID", "商品ID", "评分", "评论"], ["review_id", "item_id", "rating", "text"]),
        ("orders", ["orderId", "customerId", "createdAt", "totalPrice"], ["order_id", "user_id", "ordered_at", "total"]),
        ("events", ["visitorid", "timestamp", "event", "itemid"], ["user_id", "event_time", "event_type", "item_id"]),
        ("reviews", ["Clothing ID", "Title", "Review Text", "Rating"], ["item_id", "title", "text", "rating"]),
        ("items", ["sku", "product_name", "Unit_Price", "categry"], ["item_id", "title", "price", "category"]),
    ],
)  # fmt: skip
def test_usual_names_are_known_in_both_languages(
    table: str, sources: list[str], expected: list[str]
) -> None:
    mapping = guess_mapping(TABLES[table], sources)
    assert {mapping.columns[name] for name in expected} == set(sources)
    assert [mapping.columns[name] for name in expected] == sources


def test_a_correction_wins_and_frees_the_column_it_replaces() -> None:
    mapping = guess_mapping(ORDERS, ["order", "date", "paid on"], {"ordered_at": "paid on"})
    assert mapping.columns == {"order_id": "order", "ordered_at": "paid on"}
    assert mapping.unused == ("date",)


def test_unknown_names_in_a_correction_are_answered_with_the_nearest() -> None:
    with pytest.raises(DataError, match=r"'paid_at'.*Did you mean 'paid_on'"):
        guess_mapping(ORDERS, ["order", "paid_on"], {"ordered_at": "paid_at"})
    with pytest.raises(DataError, match=r"'event_tim'.*Did you mean 'event_time'"):
        guess_mapping(EVENTS, ["a"], {"event_tim": "a"})


def test_a_required_column_that_cannot_be_found_names_the_files_columns() -> None:
    mapping = guess_mapping(REVIEWS, ["xyz", "stars"])
    with pytest.raises(DataError, match="xyz, stars; say which one with --map text=COLUMN"):
        require(mapping, ("text",), ["xyz", "stars"])
