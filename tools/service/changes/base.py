"""What every change shares: the case it is made in, its effect, and the checks of the policy."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Never

from pydantic import BaseModel

from tools.errors import ToolError
from tools.service.records import Customer, Order, PaymentMethod, Product, Variant
from tools.service.rules import Rules
from tools.service.words import item_words, product_name, quoted, status_name, with_options
from tools.wording.statements import Statement
from tools.wording.values import Count, Money, Value


@dataclass(frozen=True)
class Case:
    """All that a change may look at, as it stands at one moment.

    Attributes:
        customer: The customer recognised, who asks for the change.
        order: Her order it concerns; `None` where it concerns no order.
        products: Products of the items named, by item id.
        rules: The store's rules.
        today: Day that counts as today.
    """

    customer: Customer
    order: Order | None
    products: dict[str, Product]
    rules: Rules
    today: date

    @property
    def fingerprint(self) -> str:
        """Digest of everything seen: another one when any of it has changed since."""
        digest = hashlib.sha256()
        seen: list[BaseModel | None] = [self.customer, self.order, self.rules]
        for record in (*seen, *(self.products[key] for key in sorted(self.products))):
            digest.update(record.model_dump_json().encode() if record else b"-")
            digest.update(b"\n")
        return digest.hexdigest()

    @property
    def the_order(self) -> Order:
        """The order; the change was only made for one that has it."""
        if self.order is None:
            raise AssertionError("a change of an order is made in a case with one")
        return self.order


@dataclass(frozen=True)
class Effect:
    """What a change does: the records as they will be, and the sentences about it.

    Attributes:
        customer: The customer afterwards.
        order: The order afterwards, where the change concerns one.
        says: What exactly will change, told before it is made.
        done: The same, told when it has been.
    """

    customer: Customer
    order: Order | None
    says: tuple[Statement, ...]
    done: tuple[Statement, ...]


def refuse(message: str, **values: Value) -> Never:
    """Refuse what was asked, naming the rule.

    Raises:
        ToolError: Always.
    """
    raise ToolError(message, **values)


def check_status(order: Order, status: str, message: str) -> None:
    """Refuse unless `order` has `status`; the message tells the status it has."""
    if order.items_changed and order.status == "pending":
        refuse("service-items-changed-once", order=quoted(order.order_id))
    if order.status != status:
        refuse(message, order=quoted(order.order_id), status=status_name(order.status))


def check_detailed(order: Order) -> None:
    """Refuse what needs payments and variants where the store does not tell them."""
    if not order.detailed:
        refuse("service-no-details", order=quoted(order.order_id))


def check_items(order: Order, item_ids: tuple[str, ...]) -> None:
    """Refuse unless `order` has each of `item_ids`, as often as it is named."""
    if not item_ids:
        refuse("service-no-items", order=quoted(order.order_id))
    held = Counter(item.item_id for item in order.items)
    for item_id, wanted in Counter(item_ids).items():
        if wanted > held[item_id]:
            refuse("service-item-not-in-order", item=quoted(item_id), order=quoted(order.order_id))


def check_window(case: Case, order: Order) -> None:
    """Refuse what is sent back later than the rules allow."""
    limit = case.rules.days_to_return(order.address.country)
    if limit is None or order.delivered_at is None:
        return
    passed = (case.today - order.delivered_at.date()).days
    if passed > limit:
        refuse(
            "service-too-late",
            order=quoted(order.order_id),
            limit=Count(n=limit),
            passed=Count(n=passed),
        )


def new_variants(
    case: Case, item_ids: tuple[str, ...], new_item_ids: tuple[str, ...]
) -> tuple[Variant, ...]:
    """The variant each item becomes: another one of the same product, and to be had."""
    if len(item_ids) != len(new_item_ids):
        refuse("service-pairs")
    known = {item.item_id: item for item in case.the_order.items}
    found = []
    for old, new in zip(item_ids, new_item_ids, strict=True):
        product = case.products.get(new)
        variant = product.variant(new) if product else None
        if product is None or variant is None:
            refuse("service-unknown-item", item=quoted(new))
        if product.product_id != known[old].product_id:
            refuse(
                "service-other-product", item=item_words(known[old]), product=product_name(product)
            )
        if new == old:
            refuse("service-same-item", item=item_words(known[old]))
        if not variant.available:
            refuse(
                "service-not-available", item=with_options(product_name(product), variant.options)
            )
        found.append(variant)
    return tuple(found)


def own_method(customer: Customer, payment_method_id: str) -> PaymentMethod:
    """The customer's payment method of that id; refuses any other."""
    method = customer.payment(payment_method_id)
    if method is None:
        refuse("service-no-method", method=quoted(payment_method_id))
    return method


def check_balance(method: PaymentMethod, amount: Decimal) -> None:
    """Refuse a gift card with less on it than `amount`."""
    if method.balance is not None and method.balance < amount:
        refuse(
            "service-gift-card-too-small",
            balance=Money(amount=float(method.balance), exact=True),
            amount=Money(amount=float(amount), exact=True),
        )


def moved(customer: Customer, payment_method_id: str, amount: Decimal) -> Customer:
    """`customer` with `amount` added to that method's balance, where it is a gift card."""
    methods = tuple(
        method.model_copy(update={"balance": method.balance + amount})
        if method.payment_method_id == payment_method_id and method.balance is not None
        else method
        for method in customer.payment_methods
    )
    return customer.model_copy(update={"payment_methods": methods})
