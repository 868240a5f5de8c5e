"""What customer service keeps of a store: customers, their orders and the products.

Records never change; a change makes a new record in its place. Amounts are decimals in the store's
currency. Customers and addresses are personal data: all of it lies in a file of its own
(`service.sqlite`), out of reach of every tool a marketer has.
"""

import re
from datetime import datetime
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, Field

OrderStatus = Literal[
    "pending",
    "processed",
    "shipped",
    "delivered",
    "cancelled",
    "returned",
    "return requested",
    "exchange requested",
]
Source = Literal["gift_card", "paypal", "credit_card", "wechat_pay", "alipay", "other"]


CHINESE = re.compile(r"[\u4e00-\u9fff]")


class _Record(BaseModel, frozen=True, extra="forbid"):
    """Records never change once written."""


class Address(_Record):
    """Where a parcel goes; every part but the second line is filled in a whole address."""

    address1: str = ""
    address2: str = ""
    city: str = ""
    state: str = ""
    country: str = ""
    postcode: str = ""

    @property
    def line(self) -> str:
        """The address on one line, empty parts left out; a Chinese one from the large to the small.

        >>> Address(address1="中山路1号", city="广州", state="广东", postcode="510000").line
        '广东广州中山路1号 510000'
        """
        street, small = self.address1, self.address2
        if CHINESE.search(street):
            state = "" if self.state == self.city else self.state
            return f"{state}{self.city}{street}{small} {self.postcode}".strip()
        parts = (street, small, self.city, self.state, self.postcode, self.country)
        return ", ".join(part for part in parts if part)


class PaymentMethod(_Record):
    """One way a customer pays.

    Attributes:
        balance: What is left on a gift card; `None` for every other source.
    """

    payment_method_id: str
    source: Source
    brand: str | None = None
    last_four: str | None = None
    balance: Decimal | None = None


class Customer(_Record):
    """One customer: how she is recognised, where she lives, how she pays."""

    user_id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    phone: str = ""
    address: Address = Address()
    payment_methods: tuple[PaymentMethod, ...] = ()

    @property
    def full_name(self) -> str:
        """First and last name in the order of their script."""
        first, last = self.first_name, self.last_name
        return f"{last}{first}" if CHINESE.search(last) else f"{first} {last}".strip()

    def payment(self, payment_method_id: str) -> PaymentMethod | None:
        """Her payment method of that id, if she has it."""
        found = [m for m in self.payment_methods if m.payment_method_id == payment_method_id]
        return found[0] if found else None


class Variant(_Record):
    """One thing that can be bought: a product in one combination of options."""

    item_id: str
    options: dict[str, str] = Field(default_factory=dict)
    available: bool
    price: Decimal


class Product(_Record):
    """A product and its variants; `name_zh` is what it is called in Chinese, if anything else."""

    product_id: str
    name: str
    name_zh: str | None = None
    variants: tuple[Variant, ...]

    def variant(self, item_id: str) -> Variant | None:
        """The variant of that id, if the product has it."""
        found = [variant for variant in self.variants if variant.item_id == item_id]
        return found[0] if found else None


class OrderItem(_Record):
    """One unit that was ordered; two of the same are two items."""

    item_id: str
    product_id: str
    name: str
    name_zh: str | None = None
    price: Decimal
    options: dict[str, str] = Field(default_factory=dict)

    @property
    def called(self) -> str:
        """All that it is called, in every language, with its options."""
        return " ".join((self.name, self.name_zh or "", *self.options.values()))


class Shipment(_Record):
    """A parcel and what lies in it."""

    tracking_ids: tuple[str, ...]
    item_ids: tuple[str, ...]


class Payment(_Record):
    """Money that moved for an order; `amount` is never negative."""

    kind: Literal["payment", "refund"]
    amount: Decimal
    payment_method_id: str


class Exchange(_Record):
    """An exchange asked for; old and new items stand at the same place."""

    item_ids: tuple[str, ...]
    new_item_ids: tuple[str, ...]
    payment_method_id: str
    price_difference: Decimal


class Return(_Record):
    """A return asked for; `payment_method_id` is empty where the refund goes back as it came."""

    item_ids: tuple[str, ...]
    payment_method_id: str = ""
    reason: str = ""


class Order(_Record):
    """One order as customer service sees it.

    Attributes:
        items_changed: Whether its items were changed once; then nothing else may be.
        ordered_at: When, UTC; `None` where the store does not tell.
        delivered_at: When it arrived, UTC; `None` likewise, or where it has not.
        detailed: Whether payments and product variants are known; without, a return is a request
            that a person handles.
    """

    order_id: str
    user_id: str
    status: OrderStatus
    items: tuple[OrderItem, ...]
    address: Address = Address()
    shipments: tuple[Shipment, ...] = ()
    payments: tuple[Payment, ...] = ()
    items_changed: bool = False
    cancel_reason: str = ""
    exchange: Exchange | None = None
    return_request: Return | None = None
    ordered_at: datetime | None = None
    delivered_at: datetime | None = None
    detailed: bool = True

    @property
    def total(self) -> Decimal:
        """What its items cost now."""
        return sum((item.price for item in self.items), Decimal(0))


Record = Customer | Product | Order
