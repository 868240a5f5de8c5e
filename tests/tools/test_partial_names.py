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
        ("家具", ["furniture decor", "office furniture", "furniture lounge"]),
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


@pytest.fixture(scope="module")
def grocer() -> Lexicon:
    """A store with a category for each shelf, and titles that many items share."""
    rows = [
        ("FLUID CREAM PRODUCTS", "CREAM WHOLE"), ("CANNED CREAM", "CREAM TINNED"),
        ("PET BED SUPPLIES", "KIDS"), ("TROPICAL FRUIT", "MANGOES"), ("TROPICAL FRUIT", "Mangoes"),
        ("RADISHES", "RADISH"), ("BUSINESS", "PENS"), ("HERB TEAS", "VEGETABLE"),
        ("FRZN VEGETABLE/VEG DSH", "PEAS"), ("鲫鱼", "活鲫鱼"),
    ]  # fmt: skip
    items = [
        {"item_id": f"i{n}", "category": category, "title": title}
        for n, (category, title) in enumerate(rows)
    ]
    orders = [{"order_id": "o1", "user_id": "u1", "item_id": "i0", "quantity": 1, "unit_price": 1.0,
               "ordered_at": at(1)}]  # fmt: skip
    return Lexicon(store_of({"items": items, "orders": orders}))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("sales of cream", ["FLUID CREAM PRODUCTS", "CANNED CREAM"]),
        ("fluid cream in May", ["FLUID CREAM PRODUCTS"]),
        ("pet bed", ["PET BED SUPPLIES"]),
        ("how many mangoes", ["MANGOES"]),
        ("萝卜卖了多少", ["RADISHES"]),
        ("生意怎么样", []),
        ("people with kids", []),
        ("vegetables last week", ["FRZN VEGETABLE/VEG DSH"]),
        ("crucian carp orders", ["鲫鱼"]),
    ],
)
def test_goods_are_found_in_either_language_and_under_shared_titles(
    grocer: Lexicon, text: str, values: list[str]
) -> None:
    found = [m.value for m in grocer.find(text) if m.kind == "value"]
    assert sorted(found) == sorted(values)
