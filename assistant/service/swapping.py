"""Another variant instead: an exchange, or a change of items not sent yet."""

from collections.abc import Mapping
from typing import Never

from assistant.service.composing import line
from assistant.service.helping import Helper
from assistant.service.ordered import in_time
from assistant.service.picking import items_for, order_for
from assistant.service.proposing import (
    DELIVERED,
    PENDING,
    about_return,
    propose,
    refunded_to,
)
from assistant.service.variants import wanted
from assistant.service.wishes import Kind, Wish
from tools.service.records import Order, OrderItem, Product, Variant
from tools.service.words import item_words, quoted
from tools.wording.values import Entry, Listing, Money

WAY_OUT: Mapping[str, tuple[Kind, str]] = {
    "delivered": ("send_back", "talk-next-swap"),
    "pending": ("cancel", "talk-next-swap-early"),
}
"""By an order's state, what can be done where nothing can be exchanged, and the question for it."""
SPOKEN = 8
"""Variants offered to choose from."""


def exchange(helper: Helper, wish: Wish) -> None:
    """Another variant: an exchange after delivery, a change of the items before it is sent."""
    order = order_for(helper, wish, DELIVERED | PENDING)
    if not order.detailed:
        _as_it_is(helper, wish, order)
    swapped = "change_items" if order.status == "pending" else "exchange_items"
    items = list(items_for(helper, wish, order))
    held = {item.item_id: item for item in order.items}
    new = [_variant(helper, wish, held[item_id]) for item_id in items]
    arguments = {
        "order_id": order.order_id,
        "item_ids": items,
        "new_item_ids": new,
        "payment_method_id": refunded_to(helper, wish, order),
    }
    propose(helper, order, swapped, arguments, about_return(helper, order, items))


def _as_it_is(helper: Helper, wish: Wish, order: Order) -> Never:
    """An exchange where the shop's data know no variants: say so, and what can be done instead.

    A faulty or wrong one may still be replaced by a colleague.
    """
    items = items_for(helper, wish, order)
    late = order.status == "delivered" and not in_time(helper.desk, order)
    if late or order.status not in WAY_OUT:
        arguments = {"order_id": order.order_id, "item_ids": list(items)}
        propose(helper, order, "request_return", arguments, about_return(helper, order, items))
    helper.cite_order(order)
    if order.status == "delivered" and wish.reason not in ("", "no longer wanted"):
        helper.draft.say("closing", line("talk-replacement-colleague"))
        helper.hand_over("out of scope")
    meant = next(item for item in order.items if item.item_id in items)
    helper.refuse(line("talk-no-variants", item=item_words(meant)))
    kind, question = WAY_OUT[order.status]
    helper.offer(wish, Wish(kind=kind, order_id=order.order_id, item_ids=items), line(question))


def _variant(helper: Helper, wish: Wish, item: OrderItem) -> str:
    """Id of the variant that an item becomes."""
    with helper.desk.service.book.reading() as ledger:
        product = ledger.product(item.product_id)
    if product is None:
        helper.hand_over("out of scope")
    found = wanted(helper.message, item, product) or wanted(wish.words, item, product)
    if len(found) != 1:
        _ask_variant(helper, wish, item, product, found)
    return found[0].item_id


def _ask_variant(
    helper: Helper, wish: Wish, item: OrderItem, product: Product, found: tuple[Variant, ...]
) -> Never:
    """Ask which variant she would like: of those that fit, else of all that can be had."""
    if not found and any(sold_out(words, item, product) for words in (helper.message, wish.words)):
        helper.refuse(line("talk-no-such-variant", item=item_words(item)))
    to_be_had = (v for v in product.variants if v.available and v.item_id != item.item_id)
    variants = Listing(
        items=tuple(
            Entry(
                what=quoted(" / ".join(v.options.values()) or v.item_id),
                figure=Money(amount=float(v.price), exact=True),
            )
            for v in (found or tuple(to_be_had))[:SPOKEN]
        )
    )
    helper.ask("variant", line("talk-which-variant", item=item_words(item), variants=variants))


def sold_out(words: str, item: OrderItem, product: Product) -> bool:
    """Whether `words` name a variant that exists but cannot be had."""
    every = tuple(v.model_copy(update={"available": True}) for v in product.variants)
    return bool(wanted(words, item, product.model_copy(update={"variants": every})))
