import pytest

from tests.small_store import at, store_of
from tools.customers import Customers

USERS = ["u00012", "A-77", "13085", "u00088"]


@pytest.fixture(scope="module")
def customers() -> Customers:
    rows = [{"user_id": user, "registered_at": at(1)} for user in USERS]
    return Customers(store_of({"users": rows}))


@pytest.mark.parametrize(
    ("question", "user"),
    [
        ("would U00012 come back", "u00012"),
        ("u00012这个会员会再买吗", "u00012"),
        ("顾客 A-77 会买吗", "A-77"),
        ("is 13085 going to buy", "13085"),
        ("id 88: odds of a purchase?", "u00088"),
        ("How likely is customer #1024 to buy?", "1024"),
    ],
)
def test_an_id_is_found_however_it_is_written(
    customers: Customers, question: str, user: str
) -> None:
    assert [found.user_id for found in customers.named(question)] == [user]


@pytest.mark.parametrize(
    "question",
    ["revenue over 13085", "orders in 2026", "x99 sales", "product id 88", "top 20 customers",
     "用户3个月趋势", "5位用户", "买家top15", "customers top20"],
)  # fmt: skip
def test_other_numbers_are_no_customer(customers: Customers, question: str) -> None:
    assert customers.named(question) == []


def test_what_is_understood_otherwise_is_no_customer(customers: Customers) -> None:
    assert customers.named("is 13085 in?", [(3, 8)]) == []
