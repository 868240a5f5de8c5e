"""τ²-bench's retail tasks: what each action should do to the database, and ours in its shape.

`Shop` is written from the documentation of the benchmark's tools and its policy, on the raw JSON
and without any of the product's code. (Where several items of one order are modified at once, the
benchmark's own code gives all of them the price and options of the last; its documentation does
not, and no shop would.)
"""

import copy
from decimal import Decimal
from pathlib import Path
from typing import Any

from tools.service.ledger import Ledger
from tools.service.records import Address, Customer, Order, PaymentMethod, Product, Record

TAU2 = Path(__file__).parents[4] / "shared" / "data" / "tau2_retail"
Json = dict[str, Any]


class RefusedError(Exception):
    """The benchmark's tool does not do that."""


class Shop:
    """The benchmark's database, changed by its actions; records are copied when first touched."""

    def __init__(self, db: Json) -> None:
        self.before = db
        self.orders: dict[str, Json] = {}
        self.users: dict[str, Json] = {}

    def act(self, name: str, given: Json) -> None:
        """Take one action; a read changes nothing.

        Raises:
            RefusedError: If the documented rules do not allow it; nothing has changed then.
        """
        match name:
            case "cancel_pending_order":
                self._cancel(**given)
            case "exchange_delivered_order_items":
                self._exchange(**given)
            case "modify_pending_order_items":
                self._modify_items(**given)
            case "modify_pending_order_payment":
                self._modify_payment(**given)
            case "return_delivered_order_items":
                self._return(**given)
            case "modify_pending_order_address":
                self._order(given.pop("order_id"))["address"] = given
            case "modify_user_address":
                self._user(given.pop("user_id"))["address"] = given

    @property
    def changed(self) -> Json:
        """Records that differ from before, by table and id; amounts in cents."""
        changed = {
            "users": {key: u for key, u in self.users.items() if u != self.before["users"][key]},
            "orders": {k: o for k, o in self.orders.items() if o != self.before["orders"][k]},
        }
        return in_cents(changed)  # type: ignore[no-any-return]  # a dict gives a dict

    def _order(self, order_id: str) -> Json:
        known = self.before["orders"]
        return self.orders.setdefault(order_id, copy.deepcopy(known[order_id]))

    def _user(self, user_id: str) -> Json:
        return self.users.setdefault(user_id, copy.deepcopy(self.before["users"][user_id]))

    def _pay(self, order: Json, kind: str, amount: float, method: str) -> None:
        entry = {"transaction_type": kind, "amount": abs(amount), "payment_method_id": method}
        order["payment_history"].append(entry)
        card = self._user(order["user_id"])["payment_methods"][method]
        if card["source"] == "gift_card":
            signed = abs(amount) if kind == "refund" else -abs(amount)
            card["balance"] = round(card["balance"] + signed, 2)

    def _covers(self, order: Json, method: str, amount: float) -> None:
        card = self._user(order["user_id"])["payment_methods"][method]
        if card["source"] == "gift_card" and card["balance"] < amount:
            raise RefusedError

    def _variant(self, order: Json, old: str, new: str) -> tuple[Json, Json]:
        item = next(item for item in order["items"] if item["item_id"] == old)
        variant = self.before["products"][item["product_id"]]["variants"][new]
        if not variant["available"]:
            raise RefusedError
        return item, variant

    def _difference(self, order: Json, old: list[str], new: list[str]) -> float:
        pairs = [self._variant(order, o, n) for o, n in zip(old, new, strict=True)]
        return float(sum(variant["price"] - item["price"] for item, variant in pairs))

    def _cancel(self, order_id: str, reason: str) -> None:
        order = self._order(order_id)
        if order["status"] != "pending":
            raise RefusedError
        for paid in list(order["payment_history"]):
            self._pay(order, "refund", paid["amount"], paid["payment_method_id"])
        order["status"], order["cancel_reason"] = "cancelled", reason

    def _exchange(
        self,
        order_id: str,
        item_ids: list[str],
        new_item_ids: list[str],
        payment_method_id: str,
    ) -> None:
        order = self._order(order_id)
        difference = self._difference(order, item_ids, new_item_ids)
        if order["status"] != "delivered":
            raise RefusedError
        self._covers(order, payment_method_id, difference)
        order["status"] = "exchange requested"
        order["exchange_items"] = sorted(item_ids)
        order["exchange_new_items"] = sorted(new_item_ids)
        order["exchange_payment_method_id"] = payment_method_id
        order["exchange_price_difference"] = difference

    def _modify_items(
        self,
        order_id: str,
        item_ids: list[str],
        new_item_ids: list[str],
        payment_method_id: str,
    ) -> None:
        order = self._order(order_id)
        difference = self._difference(order, item_ids, new_item_ids)
        if order["status"] != "pending":
            raise RefusedError
        self._covers(order, payment_method_id, difference)
        self._pay(order, "payment" if difference > 0 else "refund", difference, payment_method_id)
        for old, new in zip(item_ids, new_item_ids, strict=True):
            item, variant = self._variant(order, old, new)
            item.update(item_id=new, price=variant["price"], options=variant["options"])
        order["status"] = "pending (item modified)"

    def _modify_payment(self, order_id: str, payment_method_id: str) -> None:
        order = self._order(order_id)
        if "pending" not in order["status"] or len(order["payment_history"]) != 1:
            raise RefusedError
        first = order["payment_history"][0]
        self._covers(order, payment_method_id, first["amount"])
        self._pay(order, "payment", first["amount"], payment_method_id)
        self._pay(order, "refund", first["amount"], first["payment_method_id"])

    def _return(self, order_id: str, item_ids: list[str], payment_method_id: str) -> None:
        order = self._order(order_id)
        if order["status"] != "delivered":
            raise RefusedError
        order["status"] = "return requested"
        order["return_items"] = sorted(item_ids)
        order["return_payment_method_id"] = payment_method_id


def in_cents(value: Any) -> Any:
    """`value` with every amount as whole cents, so that floats and decimals compare."""
    match value:
        case bool():
            return value
        case float() | Decimal():
            return round(Decimal(str(value)) * 100)
        case dict():
            return {key: in_cents(inner) for key, inner in value.items()}
        case list() | tuple():
            return [in_cents(inner) for inner in value]
        case _:
            return value


def in_tau2_words(record: Record) -> Json:
    """A record of the service book in the shape of the benchmark's `db.json`, amounts in cents."""
    match record:
        case Customer():
            shape = _user(record)
        case Order():
            shape = _order(record)
        case Product():
            variants = {v.item_id: v.model_dump() for v in record.variants}
            shape = {"name": record.name, "product_id": record.product_id, "variants": variants}
    return in_cents(shape)  # type: ignore[no-any-return]  # a dict gives a dict


def without_order_lists(users: Json) -> Json:
    """Users of `db.json` without the numbers of their orders, which the orders tell themselves."""
    return {
        user: {key: value for key, value in record.items() if key != "orders"}
        for user, record in users.items()
    }


def written(ledger: Ledger) -> dict[tuple[str, str], str]:
    """Every record of the book as it is written, by table and id."""
    return {
        (table, key): record
        for table, column in (("customers", "user_id"), ("orders", "order_id"))
        for key, record in ledger.connection.execute(f"SELECT {column}, record FROM {table}")  # noqa: S608
    } | {
        ("products", key): record
        for key, record in ledger.connection.execute("SELECT product_id, record FROM products")
    }


def _address(address: Address) -> Json:
    parts = address.model_dump()
    return {"zip": parts.pop("postcode"), **parts}


def _method(method: PaymentMethod) -> Json:
    kept: Json = {"source": method.source, "id": method.payment_method_id}
    if method.source == "credit_card":
        kept |= {"brand": method.brand, "last_four": method.last_four}
    if method.balance is not None:
        kept["balance"] = method.balance
    return kept


def _user(customer: Customer) -> Json:
    return {
        "user_id": customer.user_id,
        "name": {"first_name": customer.first_name, "last_name": customer.last_name},
        "address": _address(customer.address),
        "email": customer.email,
        "payment_methods": {m.payment_method_id: _method(m) for m in customer.payment_methods},
    }


def _order(order: Order) -> Json:
    kept: Json = {
        "order_id": order.order_id,
        "user_id": order.user_id,
        "address": _address(order.address),
        "items": [item.model_dump(exclude={"name_zh"}) for item in order.items],
        "status": "pending (item modified)" if order.items_changed else order.status,
        "fulfillments": [
            {"tracking_id": list(s.tracking_ids), "item_ids": list(s.item_ids)}
            for s in order.shipments
        ],
        "payment_history": [
            {
                "transaction_type": payment.kind,
                "amount": payment.amount,
                "payment_method_id": payment.payment_method_id,
            }
            for payment in order.payments
        ],
    }
    if order.cancel_reason:
        kept["cancel_reason"] = order.cancel_reason
    if order.exchange is not None:
        kept |= {
            "exchange_items": sorted(order.exchange.item_ids),
            "exchange_new_items": sorted(order.exchange.new_item_ids),
            "exchange_payment_method_id": order.exchange.payment_method_id,
            "exchange_price_difference": order.exchange.price_difference,
        }
    if order.return_request is not None:
        kept |= {
            "return_items": sorted(order.return_request.item_ids),
            "return_payment_method_id": order.return_request.payment_method_id,
        }
    return kept
