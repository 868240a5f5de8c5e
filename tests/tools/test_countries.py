import pytest

from tests.small_store import at, store_of
from tools.lexicon import Lexicon

COUNTRIES = ["United Kingdom", "EIRE", "Iceland", "USA", "Netherlands", "DE"]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    users = [{"user_id": f"u{n}", "country": c} for n, c in enumerate(COUNTRIES)]
    orders = [{"order_id": "o1", "user_id": "u1", "item_id": "i0", "quantity": 1, "unit_price": 1.0,
               "ordered_at": at(1)}]  # fmt: skip
    return Lexicon(store_of({"users": users, "orders": orders}))


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("what the UK spent", ["United Kingdom"]),
        ("British shoppers in May", ["United Kingdom"]),
        ("英国和爱尔兰的单", ["United Kingdom", "EIRE"]),
        ("Ireland against Iceland", ["EIRE", "Iceland"]),
        ("US sales", ["USA"]),
        ("tell us the sales", []),
        ("Holland and Germany", ["Netherlands", "DE"]),
        ("Dutch customers", ["Netherlands"]),
        ("reviews in German", []),
        ("the German reviews", []),
        ("polish the text", []),
    ],
)
def test_a_country_is_known_by_what_people_call_it(
    lexicon: Lexicon, text: str, countries: list[str]
) -> None:
    assert [m.value for m in lexicon.find(text) if m.kind == "value"] == countries
