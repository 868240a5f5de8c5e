import pytest

from tests.small_store import at, store_of
from tools.lexicon import Lexicon

CATEGORIES = ["Mechanical Keyboards", "头戴式耳机", "真无线耳机", "Toys & Games", "Pet Supplies"]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    items = [{"item_id": f"i{n}", "category": c} for n, c in enumerate(CATEGORIES)]
    rows = [{"order_id": "o1", "user_id": "u1", "item_id": "i0", "quantity": 1, "unit_price": 1.0,
             "ordered_at": at(1)}]  # fmt: skip
    return Lexicon(store_of({"items": items, "orders": rows}))


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("orders of keyboards", ["Mechanical Keyboards"]),
        ("one keyboard", ["Mechanical Keyboards"]),
        ("耳机的订单", ["头戴式耳机", "真无线耳机"]),
        ("头戴式耳机的订单", ["头戴式耳机"]),
        ("真无线的订单", ["真无线耳机"]),
        ("orders of games", ["Toys & Games"]),
        ("orders of supplies", []),
    ],
)
def test_part_of_a_name_finds_the_values_it_fits(
    lexicon: Lexicon, text: str, categories: list[str]
) -> None:
    assert [m.value for m in lexicon.find(text) if m.kind == "value"] == categories


@pytest.fixture(scope="module")
def one_language() -> Lexicon:
    """A store whose categories have English names only, their commas lost."""
    names = ["watches gifts", "health beauty", "furniture decor", "office furniture",
             "furniture lounge", "pet shop"]  # fmt: skip
    items = [{"item_id": f"i{n}", "category": c} for n, c in enumerate(names)]
    rows = [{"order_id": "o1", "user_id": "u1", "item_id": "i0", "quantity": 1, "unit_price": 1.0,
             "ordered_at": at(1)}]  # fmt: skip
    return Lexicon(store_of({"items": items, "orders": rows}))


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("sales of gifts", ["watches gifts"]),
        ("手表的评分", ["watches gifts"]),
        ("health and beauty", ["health beauty"]),
        ("美妆个护卖了多少", ["health beauty"]),
        ("furniture orders", ["furniture decor", "office furniture", "furniture lounge"]),
        ("家具", ["furniture decor", "furniture lounge"]),
        ("办公家具", ["office furniture"]),
        ("宠物用品的退货", ["pet shop"]),
        ("our health", []),
    ],
)
def test_names_in_one_language_are_found_by_what_they_list(
    one_language: Lexicon, text: str, categories: list[str]
) -> None:
    found = [m.value for m in one_language.find(text) if m.kind == "value"]
    assert sorted(found) == sorted(categories)
