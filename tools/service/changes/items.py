"""Other variants in place of those ordered: in an order still pending, or one already delivered."""

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel

from tools.prediction.customers.words import worded
from tools.service.changes.base import (
    Case,
    Effect,
    check_balance,
    check_detailed,
    check_items,
    check_status,
    check_window,
    moved,
    new_variants,
    own_method,
)
from tools.service.records import Exchange, Order, OrderItem, Payment, PaymentMethod, Variant
from tools.service.words import (
    answer,
    highlight,
    item_words,
    method_name,
    product_name,
    quoted,
    with_options,
)
from tools.wording.statements import Statement
from tools.wording.values import Count, Entry, Listing, Money, Value


class _Swap(BaseModel, frozen=True, extra="forbid"):
    """Items of an order and what each becomes; the way the difference is paid or refunded."""

    order_id: str
    item_ids: tuple[str, ...]
    new_item_ids: tuple[str, ...]
    payment_method_id: str

    def _checked(self, case: Case) -> tuple[tuple[Variant, ...], Decimal, PaymentMethod]:
        """The new variants, what they cost more than the old ones, and the way it is paid."""
        check_detailed(case.the_order)
        check_items(case.the_order, self.item_ids)
        variants = new_variants(case, self.item_ids, self.new_item_ids)
        prices = {item.item_id: item.price for item in case.the_order.items}
        pairs = zip(self.item_ids, variants, strict=True)
        difference = sum((new.price - prices[old] for old, new in pairs), Decimal(0))
        method = own_method(case.customer, self.payment_method_id)
        check_balance(method, difference)
        return variants, difference, method

    def _swaps(self, case: Case, variants: tuple[Variant, ...]) -> Listing:
        """Each old item and what it becomes, with the new price."""
        known = {item.item_id: item for item in case.the_order.items}
        swaps = [
            Entry(
                what=worded(
                    "service-swap",
                    old=item_words(known[old]),
                    new=with_options(product_name(known[old]), new.options),
                ),
                figure=Money(amount=float(new.price), exact=True),
            )
            for old, new in zip(self.item_ids, variants, strict=True)
        ]
        return Listing(items=tuple(swaps))


class ChangeItems(_Swap):
    """Change items of a pending order to other variants of the same products, once."""

    kind: Literal["change_items"] = "change_items"

    def effect(self, case: Case) -> Effect:
        """The order with its new items; the difference is paid or refunded at once."""
        order = case.the_order
        check_status(order, "pending", "service-items-not-pending")
        variants, difference, method = self._checked(case)
        payment = Payment(
            kind="payment" if difference > 0 else "refund",
            amount=abs(difference),
            payment_method_id=method.payment_method_id,
        )
        after = order.model_copy(
            update={
                "items": _replaced(order, self.item_ids, variants),
                "payments": (*order.payments, payment),
                "items_changed": True,
            }
        )
        values: dict[str, Value] = {
            "order": quoted(order.order_id),
            "swaps": self._swaps(case, variants),
        }
        money = _difference(difference, method, case)
        return Effect(
            moved(case.customer, method.payment_method_id, -difference),
            after,
            (
                answer("service-will-items", **values),
                *money,
                highlight("service-items-only-once"),
            ),
            (answer("service-done-items", **values), *money),
        )


class ExchangeItems(_Swap):
    """Exchange items of a delivered order for other variants of the same products, once."""

    kind: Literal["exchange_items"] = "exchange_items"

    def effect(self, case: Case) -> Effect:
        """The order with the exchange asked for; money moves when the items have come back."""
        order = case.the_order
        check_status(order, "delivered", "service-exchange-not-delivered")
        check_window(case, order)
        variants, difference, method = self._checked(case)
        exchange = Exchange(
            item_ids=self.item_ids,
            new_item_ids=self.new_item_ids,
            payment_method_id=method.payment_method_id,
            price_difference=difference,
        )
        after = order.model_copy(update={"status": "exchange requested", "exchange": exchange})
        values: dict[str, Value] = {
            "order": quoted(order.order_id),
            "swaps": self._swaps(case, variants),
        }
        money = _difference(difference, method, case)
        return Effect(
            case.customer,
            after,
            (
                answer("service-will-exchange", **values),
                *money,
                highlight("service-exchange-only-once"),
            ),
            (
                answer("service-done-exchange", **values),
                *money,
                highlight("service-return-email"),
            ),
        )


def _replaced(
    order: Order, item_ids: tuple[str, ...], variants: tuple[Variant, ...]
) -> tuple[OrderItem, ...]:
    """The order's items with each of `item_ids` replaced; of two alike the first one first."""
    waiting = list(zip(item_ids, variants, strict=True))
    items = []
    for item in order.items:
        found = next((pair for pair in waiting if pair[0] == item.item_id), None)
        if found is None:
            items.append(item)
            continue
        waiting.remove(found)
        new = found[1]
        items.append(
            item.model_copy(
                update={"item_id": new.item_id, "price": new.price, "options": new.options}
            )
        )
    return tuple(items)


def _difference(difference: Decimal, method: PaymentMethod, case: Case) -> tuple[Statement, ...]:
    """What is to be paid or comes back, and how."""
    values: dict[str, Value] = {
        "amount": Money(amount=float(abs(difference)), exact=True),
        "method": method_name(method),
    }
    if difference > 0:
        return (highlight("service-difference-paid", **values),)
    if difference == 0:
        return (highlight("service-difference-none"),)
    if method.balance is not None:
        return (highlight("service-difference-card", **values),)
    fewest, most = case.rules.refund_days
    days = {"fewest": Count(n=fewest), "most": Count(n=most)}
    return (highlight("service-difference-refunded", **values, **days),)
