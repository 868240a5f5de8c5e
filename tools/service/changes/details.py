"""Changes of where an order goes and how it is paid, and of the customer's own address."""

from typing import Literal

from pydantic import BaseModel, Field, field_validator

from tools.service.changes.base import (
    Case,
    Effect,
    check_balance,
    check_detailed,
    check_status,
    moved,
    own_method,
    refuse,
)
from tools.service.records import Address, Payment
from tools.service.words import address_words, answer, highlight, method_name, quoted
from tools.wording.values import Count, Money, Value

LONGEST_LINE = 120


class NewAddress(BaseModel, frozen=True, extra="forbid"):
    """An address as a customer gives it: short lines of printable characters."""

    address1: str = Field(max_length=LONGEST_LINE)
    address2: str = Field("", max_length=LONGEST_LINE)
    city: str = Field(max_length=LONGEST_LINE)
    state: str = Field("", max_length=LONGEST_LINE)
    country: str = Field(max_length=LONGEST_LINE)
    postcode: str = Field(max_length=20)

    @field_validator("*")
    @classmethod
    def _printable(cls, text: str) -> str:
        if not text.isprintable():
            raise ValueError("an address holds printable characters only")
        return text.strip()

    @property
    def record(self) -> Address:
        """The address to keep; refuses one without street, city, country or postcode."""
        missing = [n for n in ("address1", "city", "country", "postcode") if not getattr(self, n)]
        if missing:
            refuse("service-address-incomplete")
        return Address(**self.model_dump())


class ChangeOrderAddress(BaseModel, frozen=True, extra="forbid"):
    """Send a pending order somewhere else."""

    kind: Literal["change_order_address"] = "change_order_address"
    order_id: str
    address: NewAddress

    def effect(self, case: Case) -> Effect:
        """The order with its new address; refuses one that is not pending."""
        order = case.the_order
        check_status(order, "pending", "service-address-not-pending")
        address = self.address.record
        values = {"order": quoted(order.order_id), "address": address_words(address)}
        return Effect(
            case.customer,
            order.model_copy(update={"address": address}),
            (answer("service-will-order-address", **values),),
            (answer("service-done-order-address", **values),),
        )


class ChangeAddress(BaseModel, frozen=True, extra="forbid"):
    """Change the customer's own address; orders already placed keep theirs."""

    kind: Literal["change_address"] = "change_address"
    address: NewAddress

    def effect(self, case: Case) -> Effect:
        """The customer with her new address."""
        address = self.address.record
        values = {"address": address_words(address)}
        return Effect(
            case.customer.model_copy(update={"address": address}),
            None,
            (
                answer("service-will-address", **values),
                highlight("service-address-orders-stay"),
            ),
            (answer("service-done-address", **values),),
        )


class ChangePayment(BaseModel, frozen=True, extra="forbid"):
    """Pay a pending order another way; the first payment goes back."""

    kind: Literal["change_payment"] = "change_payment"
    order_id: str
    payment_method_id: str

    def effect(self, case: Case) -> Effect:
        """The order paid another way, once; refuses too small a gift card."""
        order = case.the_order
        check_status(order, "pending", "service-payment-not-pending")
        check_detailed(order)
        method = own_method(case.customer, self.payment_method_id)
        if len(order.payments) != 1 or order.payments[0].kind != "payment":
            refuse("service-payment-changed-once", order=quoted(order.order_id))
        first = order.payments[0]
        if first.payment_method_id == method.payment_method_id:
            refuse("service-same-method", method=method_name(method))
        check_balance(method, first.amount)
        payments = (
            first,
            Payment(kind="payment", amount=first.amount, payment_method_id=self.payment_method_id),
            Payment(kind="refund", amount=first.amount, payment_method_id=first.payment_method_id),
        )
        paid = moved(case.customer, method.payment_method_id, -first.amount)
        before = case.customer.payment(first.payment_method_id)
        at_once = before is not None and before.balance is not None
        values: dict[str, Value] = {
            "order": quoted(order.order_id),
            "amount": Money(amount=float(first.amount), exact=True),
            "method": method_name(method),
            "before": method_name(before),
        }
        fewest, most = case.rules.refund_days
        days = {"fewest": Count(n=fewest), "most": Count(n=most)}
        after = highlight("service-refund-at-once" if at_once else "service-refund-days",
                     **({} if at_once else days))  # fmt: skip
        return Effect(
            moved(paid, first.payment_method_id, first.amount),
            order.model_copy(update={"payments": payments}),
            (answer("service-will-payment", **values), after),
            (answer("service-done-payment", **values), after),
        )
