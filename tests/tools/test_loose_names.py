import pytest

from tests.small_store import ORDERS, store_of
from tools.lexicon import Lexicon

ITEMS = [
    {"item_id": "i1", "title": "One", "category": "Coffee Beans"},
    {"item_id": "i2", "title": "Two", "category": "Coffee Makers"},
    {"item_id": "i3", "title": "Three", "category": "Headphones"},
]
LEXICON = Lexicon(store_of({"items": ITEMS, "orders": ORDERS}))


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("beans vs machines, the margin", ["Coffee Beans", "Coffee Makers"]),
        ("头戴跟咖啡机，五月销量", ["Headphones", "Coffee Makers"]),
        ("machines break, orders of headphones", ["Headphones"]),
        ("which machines do we own", []),
    ],
)
def test_goods_cut_short_are_read_in_a_row_with_others(text: str, categories: list[str]) -> None:
    found = LEXICON.find(text)
    assert [m.value for m in found if m.kind == "value"] == categories
