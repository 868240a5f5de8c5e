"""Help that changes something: what is missing is asked, then the change is proposed."""

from collections.abc import Callable, Collection, Mapping
from typing import Never

from assistant.service.addresses import address_in, postcode_in
from assistant.service.answering import refund_status
from assistant.service.composing import line
from assistant.service.helping import Ends, Helper
from assistant.service.variants import wanted
from assistant.service.wishes import Kind, Wish
from tools.service.desk import Reply
from tools.service.records import Order, OrderItem, PaymentMethod, Product, Variant
from tools.service.words import item_words, payment_words, quoted
from tools.wording.values import Entry, Listing, Money, Value

Rule = tuple[str, str, str]
CANCELLING: Rule = ("cancel an order before it is sent", "未发货取消订单", "")
MOVING: Rule = ("change the address before the parcel has left", "发货前修改收货地址", "")
PENDING = frozenset({"pending"})
DELIVERED = frozenset({"delivered"})
SPOKEN = 8
AFTER_REFUSAL: Mapping[str, str] = {
    "service-too-late": "talk-next-late",
    "service-cancel-not-pending": "talk-next-sent",
    "service-return-not-delivered": "talk-next-not-there",
    "service-address-not-pending": "talk-next-elsewhere",
}
"""What a customer may do after a refusal."""
NO_DETAILS = frozenset({"service-no-details"})


def cancel(helper: Helper, wish: Wish) -> None:
    """Cancel an order that has not been sent."""
    order = helper.order_for(wish, PENDING)
    if order.status == "cancelled":
        refund_status(helper, wish.model_copy(update={"order_id": order.order_id}))
        return
    if order.status == "pending" and not wish.reason:
        helper.cite_order(order)
        helper.ask("reason", line("talk-why-cancel", **_order_words(order)))
    arguments = {"order_id": order.order_id, "reason": wish.reason or "no longer needed"}
    _propose(helper, order, "cancel_order", arguments, CANCELLING)


def send_back(helper: Helper, wish: Wish) -> None:
    """Send items of a delivered order back for a refund."""
    order = _delivered(helper, wish)
    if order.status in {"returned", "return requested"}:
        refund_status(helper, wish.model_copy(update={"order_id": order.order_id}))
        return
    if order.status != "delivered":
        _propose(
            helper, order, "request_return", {"order_id": order.order_id, "item_ids": []}, None
        )
    if wish.reason and not helper.waiting and _in_time(helper, order):
        helper.draft.say("feeling", line("talk-sorry-fit"))
    items = list(helper.items_for(wish, order))
    arguments: dict[str, object] = {"order_id": order.order_id, "item_ids": items}
    if order.detailed:
        arguments["payment_method_id"] = _refunded_to(helper, wish, order)
        _propose(helper, order, "return_items", arguments, _about(helper, order, items))
    elif not wish.reason and _in_time(helper, order):
        helper.cite_order(order)
        helper.ask("reason", line("talk-why-return", **_order_words(order, items)))
    else:
        arguments["reason"] = wish.reason or "no longer wanted"
        _propose(helper, order, "request_return", arguments, _about(helper, order, items))


def exchange(helper: Helper, wish: Wish) -> None:
    """Another variant: an exchange after delivery, a change of the items before it is sent."""
    order = helper.order_for(wish, DELIVERED | PENDING)
    if not order.detailed:
        _by_colleague(helper, order)
    swapped = "change_items" if order.status == "pending" else "exchange_items"
    items = list(helper.items_for(wish, order))
    held = {item.item_id: item for item in order.items}
    new = [_variant(helper, wish, held[item_id]) for item_id in items]
    arguments = {
        "order_id": order.order_id,
        "item_ids": items,
        "new_item_ids": new,
        "payment_method_id": _refunded_to(helper, wish, order),
    }
    _propose(helper, order, swapped, arguments, _about(helper, order, items))


def change_address(helper: Helper, wish: Wish) -> None:
    """Another address: of an order not sent yet, or of the account."""
    customer = helper.customer
    of_order = not wish.account and (
        wish.order_id or any(o.status == "pending" for o in helper.orders)
    )
    order = helper.order_for(wish, PENDING) if of_order else None
    parts = {**address_in(wish.words), **wish.address, **address_in(helper.message)}
    if helper.before == "address" and not parts.get("postcode"):
        parts |= postcode_in(helper.message)
    helper.kept = wish.model_copy(update={"address": dict(parts)})
    parts.setdefault("country", customer.address.country if customer else "")
    if order is None or order.status == "pending":
        _whole(helper, parts)
    if order is None:
        helper.tell("change_address", **parts)
        return
    if order.status != "pending":  # the rules say why not; the address does not matter
        parts = {name: parts.get(name, "-") for name in ("address1", "city", "country", "postcode")}
    arguments = {"order_id": order.order_id, **parts}
    _propose(helper, order, "change_order_address", arguments, MOVING)


def change_payment(helper: Helper, wish: Wish) -> None:
    """Another way to pay an order that has not been sent."""
    order = helper.order_for(wish, PENDING)
    if not order.detailed:
        helper.cite_order(order)
        reply = helper.use("change_payment", order_id=order.order_id, payment_method_id="")
        helper.draft.say("fact", *reply.statements)
        if {s.message for s in reply.statements} & NO_DETAILS:
            helper.hand_over("out of scope")
        raise Ends
    method = _method(helper, wish)
    if method is None:
        customer = helper.customer
        methods = tuple(payment_words(m) for m in customer.payment_methods) if customer else ()
        helper.ask("method", line("talk-need-method", methods=Listing(items=methods)))
    arguments = {"order_id": order.order_id, "payment_method_id": method.payment_method_id}
    _propose(helper, order, "change_payment", arguments, None)


CHANGING: Mapping[Kind, Callable[[Helper, Wish], None]] = {
    "cancel": cancel,
    "send_back": send_back,
    "exchange": exchange,
    "change_address": change_address,
    "change_payment": change_payment,
}


def _propose(
    helper: Helper, order: Order, tool: str, arguments: Mapping[str, object], rule: Rule | None
) -> None:
    """Propose a change; a refusal by the rules quotes the policy, one by the data goes to a person.

    Args:
        helper: Helps the customer.
        order: The order it is about.
        tool: The tool that proposes it.
        arguments: Of the tool.
        rule: What to look up in the policies, in English and Chinese; `None` for nothing.
    """
    helper.cite_order(order)
    reply: Reply = helper.use(tool, **arguments)
    messages = {statement.message for statement in reply.statements}
    if reply.result is not None:
        helper.draft.say("fact", *reply.statements[:-1])
        if rule:
            helper.policy(*rule)
        helper.draft.say("ask", reply.statements[-1])
        return
    helper.draft.say("fact", *reply.statements)
    if messages & NO_DETAILS:
        helper.hand_over("out of scope")
    if rule:
        helper.policy(*rule)
    for message in messages & set(AFTER_REFUSAL):
        helper.draft.say("ask", line(AFTER_REFUSAL[message]))
    raise Ends


def _delivered(helper: Helper, wish: Wish) -> Order:
    """The order to send back from: one she names, else the only one still in time."""
    in_time = [o for o in helper.orders if o.status == "delivered" and _in_time(helper, o)]
    named = wish.order_id or helper.talk.order_id or helper.orders_named(wish)
    if len(in_time) == 1 and not named:
        return in_time[0]
    return helper.order_for(wish, DELIVERED)


def _in_time(helper: Helper, order: Order) -> bool:
    service = helper.desk.service
    limit = service.rules.days_to_return(order.address.country)
    if limit is None or order.delivered_at is None:
        return True
    return (service.today - order.delivered_at.date()).days <= limit


def _order_words(order: Order, item_ids: Collection[str] = ()) -> dict[str, Value]:
    """An order and what is meant of it, as sentences name them."""
    meant = [item for item in order.items if not item_ids or item.item_id in item_ids]
    items = Listing(items=tuple(item_words(item) for item in meant))
    return {"order": quoted(order.order_id), "items": items}


def _about(helper: Helper, order: Order, item_ids: list[str]) -> Rule:
    """What to look up in the policies about sending these items back."""
    told = [helper.desk.speaker.say(item_words(i)) for i in order.items if i.item_id in item_ids]
    return "return an item unused and complete", "退货 未使用 拆封", " ".join(told)


def _by_colleague(helper: Helper, order: Order) -> None:
    """An exchange that the data do not allow here: a colleague arranges it."""
    helper.cite_order(order)
    if order.status == "delivered" and not _in_time(helper, order):
        arguments = {"order_id": order.order_id, "item_ids": [order.items[0].item_id]}
        _propose(helper, order, "request_return", arguments, _about(helper, order, []))
    helper.draft.say("closing", line("talk-swap-colleague"))
    helper.hand_over("out of scope")


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
        helper.draft.say("fact", line("talk-no-such-variant", item=item_words(item)))
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


def _refunded_to(helper: Helper, wish: Wish, order: Order) -> str:
    """Id of the way to pay that money goes to or comes from: hers, or that of the order."""
    method = _method(helper, wish)
    if method is not None:
        return method.payment_method_id
    return order.payments[0].payment_method_id if order.payments else ""


def _method(helper: Helper, wish: Wish) -> PaymentMethod | None:
    """The way to pay of hers that her words name."""
    customer = helper.customer
    if customer is None or not wish.method:
        return None
    fits = [m for m in customer.payment_methods if wish.method in (m.source, m.last_four)]
    return fits[0] if len(fits) == 1 else None


def _whole(helper: Helper, parts: dict[str, str]) -> None:
    """Ask for the address where a part of it is missing."""
    missing = [name for name in ("address1", "city", "country", "postcode") if not parts.get(name)]
    if missing == ["postcode"]:
        helper.ask("address", line("talk-need-code"))
    if missing:
        helper.ask("address", line("talk-need-address"))
