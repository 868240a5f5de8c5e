"""Orders of τ²-bench's shop that are as a case needs them.

Customers and orders are picked by what they are, not by name.
"""

from typing import Any

from tests.tools.service.tau2 import Json
from tools.service.desk import ServiceDesk

ADDRESS = {
    "address1": "1 New Street",
    "city": "Boston",
    "state": "MA",
    "country": "USA",
    "postcode": "02108",
}


class World:
    """The shop, and orders of it that are as a case needs them."""

    def __init__(self, db: Json) -> None:
        self.db = db

    def order(self, status: str, **wanted: Any) -> Json:
        """The first order of that status whose customer and items are as wanted.

        Args:
            status: The order's status.
            wanted: `paid` and `has`: sources of payment it was paid with, and the customer has
                besides; `poor`: she has a gift card with less than ten on it; `items`: at least
                so many.
        """
        return next(o for o in self.db["orders"].values() if self._fits(o, status, **wanted))

    def _fits(
        self, order: Json, status: str, paid: str = "", has: str = "", items: int = 1,
        *, poor: bool = False,
    ) -> bool:  # fmt: skip
        methods = self.methods(order)
        first = methods[order["payment_history"][0]["payment_method_id"]]
        others = [m for m in methods.values() if m is not first]
        cards = [m for m in methods.values() if m["source"] == "gift_card"]
        return bool(
            order["status"] == status
            and len({item["item_id"] for item in order["items"]}) >= items
            and (not paid or first["source"] == paid)
            and (not has or any(m["source"] == has for m in others))
            and (not poor or any(card["balance"] < 10 for card in cards))
        )

    def methods(self, order: Json) -> Json:
        methods: Json = self.db["users"][order["user_id"]]["payment_methods"]
        return methods

    def other(self, order: Json, source: str) -> str:
        """A payment method of that source with which the order was not paid."""
        paid = order["payment_history"][0]["payment_method_id"]
        return next(
            key for key, m in self.methods(order).items() if m["source"] == source and key != paid
        )

    def swap(self, order: Json, *, available: bool = True, dearest: bool = False) -> Json:
        """Arguments that swap an item of the order for another variant of its product."""
        item, variant = max(
            (
                (item, variant)
                for item in order["items"]
                for variant in self.db["products"][item["product_id"]]["variants"].values()
                if variant["available"] is available and variant["item_id"] != item["item_id"]
            ),
            key=lambda pair: pair[1]["price"] - pair[0]["price"] if dearest else 0,
        )
        return {
            "order_id": order["order_id"],
            "item_ids": [item["item_id"]],
            "new_item_ids": [variant["item_id"]],
            "payment_method_id": paid_with(order),
        }

    def elsewhere(self, order: Json) -> str:
        """An available variant of a product the order does not have."""
        mine = {item["product_id"] for item in order["items"]}
        return next(
            variant["item_id"]
            for product in self.db["products"].values()
            if product["product_id"] not in mine
            for variant in product["variants"].values()
            if variant["available"]
        )

    def stranger(self, order: Json) -> Json:
        """An order of the same status of another customer."""
        return next(
            o
            for o in self.db["orders"].values()
            if o["status"] == order["status"] and o["user_id"] != order["user_id"]
        )

    def enter(self, desk: ServiceDesk, user_id: str) -> None:
        """Let the customer be recognised."""
        desk.tools.find_customer(email=self.db["users"][user_id]["email"])


def paid_with(order: Json) -> str:
    method: str = order["payment_history"][0]["payment_method_id"]
    return method


def first_item(order: Json) -> list[str]:
    return [order["items"][0]["item_id"]]


Ask = tuple[Json, str, Json]
"""Whose order it is, the tool and its arguments."""


def cancel(order: Json, reason: str = "no longer needed") -> Ask:
    return order, "cancel_order", {"order_id": order["order_id"], "reason": reason}


def send_back(order: Json, **changes: Any) -> Ask:
    given = {"item_ids": first_item(order), "payment_method_id": paid_with(order)}
    return order, "return_items", {"order_id": order["order_id"], **given, **changes}


def swap(tool: str, world: World, order: Json, **changes: Any) -> Ask:
    return order, tool, {**world.swap(order), **changes}


def unavailable(tool: str, world: World, status: str) -> Ask:
    order = next(
        o
        for o in world.db["orders"].values()
        if o["status"] == status
        and any(
            not variant["available"] and variant["item_id"] != item["item_id"]
            for item in o["items"]
            for variant in world.db["products"][item["product_id"]]["variants"].values()
        )
    )
    return order, tool, world.swap(order, available=False)


def dear(tool: str, world: World, status: str) -> Ask:
    """A swap that costs more than a gift card of the customer holds."""
    for order in world.db["orders"].values():
        if order["status"] != status:
            continue
        cards = [m for m in world.methods(order).values() if m["source"] == "gift_card"]
        given = world.swap(order, dearest=True)
        old = next(i for i in order["items"] if i["item_id"] == given["item_ids"][0])
        variants = world.db["products"][old["product_id"]]["variants"]
        costs = variants[given["new_item_ids"][0]]["price"] - old["price"]
        if cards and cards[0]["balance"] < costs:
            return order, tool, {**given, "payment_method_id": cards[0]["id"]}
    raise AssertionError("no such order")


def to_address(order: Json, **changes: str) -> Ask:
    return order, "change_order_address", {"order_id": order["order_id"], **ADDRESS, **changes}


def pay(order: Json, method: str) -> Ask:
    given = {"order_id": order["order_id"], "payment_method_id": method}
    return order, "change_payment", given


def poor_card(world: World) -> Ask:
    order = world.order("pending", has="gift_card", paid="credit_card", poor=True)
    return pay(order, world.other(order, "gift_card"))


def refund_elsewhere(world: World) -> Ask:
    order = world.order("delivered", paid="credit_card", has="paypal")
    return send_back(order, payment_method_id=world.other(order, "paypal"))


def of_stranger(world: World, tool: str, status: str) -> Ask:
    mine = world.order(status)
    theirs = world.stranger(mine)
    given: Json = {"order_id": theirs["order_id"]}
    match tool:
        case "cancel_order":
            given["reason"] = "no longer needed"
        case "change_order_address":
            given |= ADDRESS
        case "change_payment":
            given["payment_method_id"] = paid_with(theirs)
        case "return_items":
            given |= {"item_ids": first_item(theirs), "payment_method_id": paid_with(theirs)}
        case "change_items" | "exchange_items":
            given = world.swap(theirs)
        case "request_return":
            given["item_ids"] = first_item(theirs)
    return mine, tool, given
