"""A customer's orders as the store's own tables tell them, where nothing more detailed is kept."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from tools.service.records import Address, Order, OrderItem, OrderStatus, Payment
from tools.store.store import Store
from tools.wording.values import Name

STATUSES: dict[str, OrderStatus] = {
    "placed": "pending",
    "paid": "pending",
    "shipped": "shipped",
    "delivered": "delivered",
    "cancelled": "cancelled",
    "returned": "returned",
}
CENT = Decimal("0.01")


def orders_of(
    store: Store, user_id: str, address: Address, names: Mapping[str, Name]
) -> tuple[Order, ...]:
    """The customer's orders in the store's tables, the latest first.

    One unit is one item; its price is what was paid for it, the line's discount taken off.

    Args:
        store: The store; one without orders or order lines gives none.
        user_id: The customer.
        address: Where her orders go, which the store's tables do not tell.
        names: What each item is called.
    """
    if not {"orders", "order_lines"} <= store.tables:
        return ()
    orders = store.table("orders")
    hers = orders.filter(orders.user_id == user_id).order_by(orders.ordered_at.desc())
    lines = store.table("order_lines").semi_join(hers, "order_id")
    rows = lines.order_by("order_id", "item_id").to_pyarrow().to_pylist()
    items: dict[str, list[OrderItem]] = {}
    for row in rows:
        items.setdefault(row["order_id"], []).extend(_units(row, names))
    return tuple(
        _order(row, tuple(items.get(row["order_id"], ())), address)
        for row in hers.to_pyarrow().to_pylist()
    )


def _units(row: dict[str, Any], names: Mapping[str, Name]) -> list[OrderItem]:
    quantity = max(int(row["quantity"]), 1)
    whole = (row["unit_price"] or Decimal(0)) * quantity - (row["discount"] or Decimal(0))
    name = names.get(row["item_id"], Name(en=row["item_id"]))
    item = OrderItem(
        item_id=row["item_id"],
        product_id=row["item_id"],
        name=name.en,
        name_zh=name.zh,
        price=(whole / quantity).quantize(CENT),
    )
    return [item] * quantity


def _order(row: dict[str, Any], items: tuple[OrderItem, ...], address: Address) -> Order:
    total = row["total"] if row["total"] is not None else sum((i.price for i in items), Decimal(0))
    paid = Payment(kind="payment", amount=Decimal(total).quantize(CENT), payment_method_id="")
    delivered: datetime | None = row["delivered_at"]
    return Order(
        order_id=row["order_id"],
        user_id=row["user_id"],
        status=STATUSES.get(row["status"] or "", "processed"),
        items=items,
        address=address,
        payments=(paid,),
        ordered_at=row["ordered_at"],
        delivered_at=delivered,
        detailed=False,
    )
