"""What a customer wants: one wish, with what is known of it so far."""

from typing import Literal

from pydantic import BaseModel

Kind = Literal[
    "order_status",
    "parcel_missing",
    "refund_status",
    "order_list",
    "my_details",
    "cancel",
    "send_back",
    "exchange",
    "change_address",
    "change_payment",
    "item_problem",
    "policy",
    "product",
    "reviews",
    "private",
    "charge_problem",
    "complaint",
    "greeting",
    "thanks",
    "goodbye",
    "other",
    "leave",
]
CHANGES: frozenset[Kind] = frozenset(
    {"cancel", "send_back", "exchange", "change_address", "change_payment"}
)
"""Wishes that change something, and so need her yes."""
PERSONAL: frozenset[Kind] = CHANGES | {
    "order_status", "parcel_missing", "refund_status", "order_list", "my_details", "item_problem",
    "charge_problem",
}  # fmt: skip
"""Wishes that only a recognised customer is helped with."""

SMALL_TALK: frozenset[Kind] = frozenset({"greeting", "thanks", "goodbye", "other"})
"""What counts only where nothing else is wanted."""


class Wish(BaseModel, frozen=True):
    """One thing a customer wants.

    Attributes:
        kind: What.
        words: Her own words of it, to look things up with.
        order_id: The order, where she named it or only one can be meant.
        item_ids: The items of that order that are meant.
        whole: Whether she means all items of the order.
        reason: Why, in the terms of the store's rules; empty where she has not said.
        method: Words of a way to pay: a source such as `gift_card`, or a card's last four digits.
        address: Parts of a new address, by the names of its parts.
        account: Whether the address of the account is meant, not an order's.
        otherwise: What she wants where this is refused; `leave` for nothing at all.
    """

    kind: Kind
    words: str = ""
    order_id: str = ""
    item_ids: tuple[str, ...] = ()
    whole: bool = False
    reason: str = ""
    method: str = ""
    address: dict[str, str] = {}
    account: bool = False
    otherwise: "Wish | None" = None

    def or_else(self, fallback: "Wish") -> "Wish":
        """This wish with `fallback` after all others it has."""
        last = self.otherwise.or_else(fallback) if self.otherwise else fallback
        return self.model_copy(update={"otherwise": last})
