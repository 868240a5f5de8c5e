"""τ²-bench's retail shop: a folder with `db.json` and `policy.md`, or the JSON file alone.

Its products, customers and orders serve customer service. The orders carry no dates, so no question
about sales over time can be asked of them; marketers see the items, the customers' countries and
states under numbers in place of names, and the policy.

Source: Barres et al., τ²-Bench (2025), domain "retail"; the records are those of τ-bench (2024).
"""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from tools.errors import DataError
from tools.service.records import (
    Address,
    Customer,
    Order,
    OrderItem,
    OrderStatus,
    Payment,
    PaymentMethod,
    Product,
    Record,
    Shipment,
    Variant,
)
from tools.store.adapters.contract import Draft, Import

CHANGED = "pending (item modified)"
NOTE = (
    "The orders carry no dates: they serve customer service (`storewise ask --as service`), "
    "not questions about sales."
)


def tau2_retail(job: Import) -> Draft:
    """Items, customers and the policy for the store; customers, orders and products for service."""
    source = _read(job.file)
    try:
        products = [_product(raw) for raw in source["products"].values()]
        customers = [_customer(raw) for raw in source["users"].values()]
        orders = [_order(raw) for raw in source["orders"].values()]
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise DataError(
            f"{job.file.name!r} does not hold τ²-bench's retail shop: {error!r} is not as expected."
        ) from error
    policy = _policy(job.file)
    tables = {"items": _items(products), "users": _users(customers)}
    if policy is not None:
        tables["policies"] = policy
    for name, rows in tables.items():
        job.connection.register(f"raw_{name}", rows)
    records: tuple[Record, ...] = (*products, *customers, *orders)
    return Draft(
        {name: f"raw_{name}" for name in tables},
        notes=(NOTE, _kept(customers, orders)),
        currency="USD",
        time_zone="America/New_York",
        name="τ² retail",
        service=records,
    )


def _kept(customers: list[Customer], orders: list[Order]) -> str:
    return f"{len(customers):,} customers and {len(orders):,} orders are kept for customer service."


def _read(path: Path) -> dict[str, Any]:
    file = path / "db.json" if path.is_dir() else path
    try:
        source = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DataError(f"There is no file {str(file)!r}.") from error
    except ValueError as error:
        raise DataError(f"{file.name!r} is not JSON; τ²-bench's db.json is wanted.") from error
    if not isinstance(source, dict) or not {"products", "users", "orders"} <= set(source):
        raise DataError(f"{file.name!r} lacks τ²-bench's products, users and orders.")
    return source


def _policy(path: Path) -> pa.Table | None:
    file = (path if path.is_dir() else path.parent) / "policy.md"
    if not file.exists():
        return None
    text = file.read_text(encoding="utf-8")
    title = text.splitlines()[0].removeprefix("# ") if text.strip() else "Policy"
    return pa.table({"policy_id": ["policy"], "title": [title], "text": [text]})


def _items(products: list[Product]) -> pa.Table:
    pairs = [(product, variant) for product in products for variant in product.variants]
    options = [", ".join(variant.options.values()) for _, variant in pairs]
    titles = [f"{p.name} ({o})" if o else p.name for (p, _), o in zip(pairs, options, strict=True)]
    return pa.table(
        {
            "item_id": [variant.item_id for _, variant in pairs],
            "title": titles,
            "category": [product.name for product, _ in pairs],
            "price": [str(variant.price) for _, variant in pairs],
        }
    )


def _users(customers: list[Customer]) -> pa.Table:
    """Customers by number: their ids here are made of their names."""
    return pa.table(
        {
            "user_id": [f"u{n:05d}" for n in range(1, len(customers) + 1)],
            "country": [customer.address.country for customer in customers],
            "region": [customer.address.state for customer in customers],
        }
    )


def _address(raw: dict[str, str]) -> Address:
    return Address(
        **{key: value for key, value in raw.items() if key != "zip"}, postcode=raw["zip"]
    )


def _product(raw: dict[str, Any]) -> Product:
    variants = tuple(
        Variant(
            item_id=variant["item_id"],
            options=variant["options"],
            available=variant["available"],
            price=_money(variant["price"]),
        )
        for variant in raw["variants"].values()
    )
    return Product(product_id=raw["product_id"], name=raw["name"], variants=variants)


def _customer(raw: dict[str, Any]) -> Customer:
    methods = tuple(
        PaymentMethod(
            payment_method_id=method["id"],
            source=method["source"],
            brand=method.get("brand"),
            last_four=method.get("last_four"),
            balance=_money(method["balance"]) if "balance" in method else None,
        )
        for method in raw["payment_methods"].values()
    )
    return Customer(
        user_id=raw["user_id"],
        first_name=raw["name"]["first_name"],
        last_name=raw["name"]["last_name"],
        email=raw["email"],
        address=_address(raw["address"]),
        payment_methods=methods,
    )


def _order(raw: dict[str, Any]) -> Order:
    status: OrderStatus = "pending" if raw["status"] == CHANGED else raw["status"]
    return Order(
        order_id=raw["order_id"],
        user_id=raw["user_id"],
        status=status,
        items_changed=raw["status"] == CHANGED,
        address=_address(raw["address"]),
        items=tuple(OrderItem(**{**item, "price": _money(item["price"])}) for item in raw["items"]),
        shipments=tuple(
            Shipment(tracking_ids=s["tracking_id"], item_ids=s["item_ids"])
            for s in raw["fulfillments"]
        ),
        payments=tuple(
            Payment(
                kind=payment["transaction_type"],
                amount=_money(payment["amount"]),
                payment_method_id=payment["payment_method_id"],
            )
            for payment in raw["payment_history"]
        ),
    )


def _money(amount: float) -> Decimal:
    """An amount in cents; the file writes floating-point numbers."""
    return Decimal(str(amount)).quantize(Decimal("0.01"))
