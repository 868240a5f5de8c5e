import pytest

from tests.small_store import at, store_of
from tools.lexicon import Lexicon
from tools.metrics.dimensions import DIMENSIONS
from tools.metrics.semantics import Semantics

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


@pytest.mark.parametrize("said", ["São Paulo", "sao paulo", "SP"])
def test_a_state_written_by_its_code_is_known_by_its_name(said: str) -> None:
    users = [{"user_id": "u1", "country": "Brazil", "region": "SP"}]
    orders = [{"order_id": "o1", "user_id": "u1", "item_id": "i0", "quantity": 1, "unit_price": 1.0,
               "ordered_at": at(1)}]  # fmt: skip
    store = store_of({"users": users, "orders": orders})
    (found,) = Lexicon(store).find(f"sales in {said}")[1:]
    assert (found.name, found.value) == ("region", "SP")
    assert Semantics(store).names(DIMENSIONS["region"], ["SP"])["SP"].en == "São Paulo"
