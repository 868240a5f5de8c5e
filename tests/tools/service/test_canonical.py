"""A store without a service book of its own: orders from its tables, returns as requests."""

import shutil
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.small_store import TABLE_ROWS, store_of
from tools.errors import ToolError
from tools.service.book import BOOK, ServiceBook
from tools.service.desk import ServiceDesk
from tools.service.records import Address, Customer
from tools.service.rules import RULES
from tools.service.service import Service
from tools.store.store import Store

HOME = Address(address1="1 Road", city="Hangzhou", country="CN", postcode="310000")


@pytest.fixture
def desk(tmp_path: Path) -> ServiceDesk:
    rows = {**TABLE_ROWS, "orders": [dict(order) for order in TABLE_ROWS["orders"]]}
    for order in rows["orders"]:
        if order["status"] == "delivered":
            order["delivered_at"] = order["ordered_at"]
    small = store_of(rows, name="Small store", currency="CNY", data_version="1")
    people = [
        Customer(user_id=f"u{n}", last_name=f"Name {n}", email=f"u{n}@example.com", address=HOME)
        for n in range(1, 5)
    ]
    ServiceBook(tmp_path / BOOK).replace(people, whole=True)
    store = Store(small.connection, small.profile, tmp_path)
    return ServiceDesk(Service(store, lambda: datetime(2026, 10, 31, tzinfo=UTC)))


def enter(desk: ServiceDesk, user_id: str) -> None:
    desk.tools.find_customer(email=f"{user_id}@example.com")


def test_orders_are_those_of_the_tables_the_latest_first(desk: ServiceDesk) -> None:
    enter(desk, "u1")
    rows = desk.tools.order_history().rows
    assert [row["order_id"] for row in rows] == ["o4", "o3", "o1"]
    assert rows[1]["total"] == Decimal("190.00")  # two at 100 less the line's discount of 10


def test_items_have_their_names_in_both_languages(desk: ServiceDesk) -> None:
    enter(desk, "u1")
    result = desk.tools.find_order("o1")
    assert "Aria Headphones" in result.facts("en")[0].text
    assert "Aria头戴式耳机" in result.facts("zh")[0].text


def test_an_order_not_yet_sent_is_cancelled_and_stays_so(desk: ServiceDesk) -> None:
    enter(desk, "u2")
    desk.use("cancel_order", {"order_id": "O6", "reason": "no longer needed"})
    assert "o6" in desk.hear("yes").text(desk.speaker)
    again = ServiceDesk(desk.service)
    enter(again, "u2")
    assert "cancelled" in again.tools.find_order("o6").facts("en")[0].text


def test_a_return_is_a_request_that_counts_the_fee(desk: ServiceDesk, tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / RULES).write_text("return_fee: 12", encoding="utf-8")
    enter(desk, "u1")
    wanted = desk.tools.request_return("o4", ["i2"]).facts("en")
    assert "CN¥38.00" in wanted[0].text
    assert "CN¥12.00" in wanted[1].text
    faulty = desk.tools.request_return("o4", ["i2"], "faulty").facts("en")
    assert "CN¥50.00" in faulty[0].text
    assert desk.hear("Yes.").heard == "settled"
    with pytest.raises(ToolError, match="already being returned"):
        desk.tools.request_return("o4", ["i2"])


@pytest.mark.parametrize(("abroad", "refused"), [("", True), ("return_days_abroad: 60", False)])
def test_returns_too_late_are_refused(
    abroad: str, refused: bool, desk: ServiceDesk, tmp_path: Path
) -> None:
    rules = f"return_days: 15\nhome_country: US\n{abroad}"
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / RULES).write_text(rules, encoding="utf-8")
    enter(desk, "u1")
    reply = desk.use("request_return", {"order_id": "o4", "item_ids": ["i2"]})
    late = reply.statements[0].message == "service-too-late"
    assert late is refused


@pytest.mark.parametrize(
    ("tool", "given"),
    [
        ("exchange_items", {"order_id": "o4", "item_ids": ["i2"], "new_item_ids": ["i1"]}),
        ("return_items", {"order_id": "o4", "item_ids": ["i2"]}),
    ],
)
def test_what_needs_payment_methods_goes_to_a_colleague(
    tool: str, given: dict[str, object], desk: ServiceDesk
) -> None:
    enter(desk, "u1")
    reply = desk.use(tool, {**given, "payment_method_id": "x"})
    assert reply.statements[0].message == "service-no-details"


@pytest.mark.parametrize(
    ("called", "message"),
    [
        ("Aria Earbuds", "service-product-one"),
        ("i3", "service-product-none"),
        ("头戴式耳机", "service-product-one"),
        ("Aria", "service-products"),
    ],
)
def test_items_are_found_by_name_or_id(called: str, message: str, desk: ServiceDesk) -> None:
    assert desk.tools.item_details(called).statements[0].message == message


def test_a_store_without_contacts_recognises_nobody(desk: ServiceDesk, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "policies", ignore_errors=True)
    ServiceBook(tmp_path / BOOK).replace([], whole=True)
    with pytest.raises(ToolError, match="could not find"):
        enter(desk, "u1")
