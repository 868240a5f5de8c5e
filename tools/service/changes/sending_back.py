"""Orders called off and items sent back, with what is refunded."""

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, Field

from tools.prediction.customers.words import worded
from tools.service.changes.base import (
    Case,
    Effect,
    check_detailed,
    check_items,
    check_status,
    check_window,
    moved,
    own_method,
    refuse,
)
from tools.service.records import Order, Payment, Return
from tools.service.words import answer, highlight, item_words, method_name, quoted
from tools.wording.statements import Statement
from tools.wording.values import Count, Listing, Money, Value

ReturnReason = Literal["no longer wanted", "faulty", "wrong item", "damaged in transit"]


class CancelOrder(BaseModel, frozen=True, extra="forbid"):
    """Cancel a pending order; all that was paid goes back the way it came."""

    kind: Literal["cancel_order"] = "cancel_order"
    order_id: str
    reason: str

    def effect(self, case: Case) -> Effect:
        """The order cancelled and refunded; gift cards have their money at once."""
        order, customer = case.the_order, case.customer
        check_status(order, "pending", "service-cancel-not-pending")
        if self.reason not in case.rules.cancel_reasons:
            refuse("service-cancel-reason")
        refunds = tuple(payment.model_copy(update={"kind": "refund"}) for payment in order.payments)
        for refund in refunds:
            customer = moved(customer, refund.payment_method_id, refund.amount)
        after = order.model_copy(
            update={
                "status": "cancelled",
                "cancel_reason": self.reason,
                "payments": (*order.payments, *refunds),
            }
        )
        values: dict[str, Value] = {
            "order": quoted(order.order_id),
            "items": _items(order),
            "reason": worded(f"service-reason-{self.reason.replace(' ', '-')}"),
        }
        money = tuple(_refund(case, refund) for refund in refunds)
        return Effect(
            customer,
            after,
            (answer("service-will-cancel", **values), *money),
            (answer("service-done-cancel", **values), *money),
        )


class ReturnItems(BaseModel, frozen=True, extra="forbid"):
    """Return items of a delivered order; the refund goes to the first way paid or a gift card."""

    kind: Literal["return_items"] = "return_items"
    order_id: str
    item_ids: tuple[str, ...]
    payment_method_id: str

    def effect(self, case: Case) -> Effect:
        """The order with the return asked for; the refund follows when the items are back."""
        order = case.the_order
        check_status(order, "delivered", "service-return-not-delivered")
        check_window(case, order)
        check_items(order, self.item_ids)
        check_detailed(order)
        method = own_method(case.customer, self.payment_method_id)
        first = order.payments[0].payment_method_id if order.payments else ""
        if method.source != "gift_card" and method.payment_method_id != first:
            refuse("service-refund-elsewhere", method=method_name(method))
        back = Return(item_ids=self.item_ids, payment_method_id=self.payment_method_id)
        values: dict[str, Value] = {
            "order": quoted(order.order_id),
            "items": _named(order, self.item_ids),
            "amount": Money(amount=float(_worth(order, self.item_ids)), exact=True),
            "method": method_name(method),
        }
        return Effect(
            case.customer,
            order.model_copy(update={"status": "return requested", "return_request": back}),
            (answer("service-will-return", **values),),
            (
                answer("service-done-return", **values),
                highlight("service-return-email"),
            ),
        )


class RequestReturn(BaseModel, frozen=True, extra="forbid"):
    """Ask for a return where the store keeps no payments; the refund goes back as it came."""

    kind: Literal["request_return"] = "request_return"
    order_id: str
    item_ids: tuple[str, ...] = Field(description="Items sent back, each as often as units.")
    reason: ReturnReason

    def effect(self, case: Case) -> Effect:
        """The order with the return asked for; the store's fault costs the customer nothing."""
        order = case.the_order
        check_status(order, "delivered", "service-return-not-delivered")
        check_window(case, order)
        check_items(order, self.item_ids)
        if order.detailed:
            refuse("service-which-method")
        fee = Decimal(str(case.rules.return_fee)) if self.reason == "no longer wanted" else None
        worth = _worth(order, self.item_ids)
        amount = max(worth - (fee or 0), Decimal(0))
        values: dict[str, Value] = {
            "order": quoted(order.order_id),
            "items": _named(order, self.item_ids),
            "amount": Money(amount=float(amount), exact=True),
            "reason": worded(f"service-reason-{self.reason.replace(' ', '-')}"),
        }
        back = Return(item_ids=self.item_ids, reason=self.reason)
        charge = (
            (highlight("service-return-fee", fee=Money(amount=float(fee), exact=True)),)
            if fee
            else ()
        )
        return Effect(
            case.customer,
            order.model_copy(update={"status": "return requested", "return_request": back}),
            (answer("service-will-request-return", **values), *charge),
            (answer("service-done-request-return", **values), *charge),
        )


def _items(order: Order) -> Listing:
    return _named(order, tuple(item.item_id for item in order.items))


def _named(order: Order, item_ids: tuple[str, ...]) -> Listing:
    known = {item.item_id: item for item in order.items}
    return Listing(items=tuple(item_words(known[item_id]) for item_id in item_ids))


def _worth(order: Order, item_ids: tuple[str, ...]) -> Decimal:
    prices = {item.item_id: item.price for item in order.items}
    return sum((prices[item_id] for item_id in item_ids), Decimal(0))


def _refund(case: Case, refund: Payment) -> Statement:
    method = case.customer.payment(refund.payment_method_id)
    values: dict[str, Value] = {
        "amount": Money(amount=float(refund.amount), exact=True),
        "method": method_name(method),
    }
    if method is not None and method.balance is not None:
        return highlight("service-refund-card", **values)
    fewest, most = case.rules.refund_days
    return highlight("service-refund-method", **values, fewest=Count(n=fewest), most=Count(n=most))
