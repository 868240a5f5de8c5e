"""Help that changes something: what is missing is asked, then the change is proposed."""

from collections.abc import Callable, Mapping

from assistant.service.addresses import address_in, postcode_in
from assistant.service.answering import refund_status
from assistant.service.composing import line
from assistant.service.cues import has_cue
from assistant.service.helping import Ends, Helper
from assistant.service.ordered import in_time
from assistant.service.picking import (
    items_for,
    items_kept,
    items_named,
    order_for,
    orders_named,
    said_of,
)
from assistant.service.proposing import (
    CANCELLING,
    DELIVERED,
    MOVING,
    NO_DETAILS,
    PENDING,
    UNDER_WAY,
    about_return,
    method_named,
    not_once_opened,
    order_words,
    propose,
    refunded_to,
    with_reason,
)
from assistant.service.swapping import exchange
from assistant.service.wishes import Kind, Wish
from tools.service.records import Order
from tools.service.words import payment_words
from tools.wording.values import Listing


def cancel(helper: Helper, wish: Wish) -> None:
    """Cancel an order that has not been sent."""
    wish = with_reason(helper, wish)
    order = order_for(helper, wish, PENDING)
    if order.status == "cancelled":
        refund_status(helper, wish.model_copy(update={"order_id": order.order_id}))
        return
    if order.status == "pending":
        _as_a_whole(helper, wish, order)
    if order.status == "pending" and not wish.reason:
        helper.cite_order(order)
        helper.ask("reason", line("talk-why-cancel", **order_words(order)))
    arguments = {"order_id": order.order_id, "reason": wish.reason or "no longer needed"}
    propose(helper, order, "cancel_order", arguments, CANCELLING)


def _as_a_whole(helper: Helper, wish: Wish, order: Order) -> None:
    """An order is cancelled as a whole: ask, where she has named only some of its items."""
    every = {item.item_id for item in order.items}
    named = {key for group in items_named(helper, wish, order.items) for key in group}
    kept = items_kept(helper, said_of(helper, wish), order.items)
    if wish.whole or not (named | kept) or named - kept >= every:
        return
    helper.cite_order(order)
    helper.kept = wish.model_copy(update={"order_id": order.order_id, "whole": True})
    if helper.before != "whole":
        helper.refuse(line("talk-cancel-whole", **order_words(order)))
        helper.ask("whole", line("talk-ask-whole"))


def send_back(helper: Helper, wish: Wish) -> None:
    """Send items of a delivered order back for a refund."""
    wish = with_reason(helper, wish)
    order = _delivered(helper, wish)
    if order.status in {"returned", "return requested"}:
        refund_status(helper, wish.model_copy(update={"order_id": order.order_id}))
        return
    if order.status != "delivered":
        propose(helper, order, "request_return", {"order_id": order.order_id, "item_ids": []}, None)
    if wish.reason and not helper.waiting and in_time(helper.desk, order):
        taste = wish.reason == "no longer wanted"
        helper.draft.say("feeling", line("talk-sorry-fit" if taste else "talk-sorry-item"))
    items = list(items_for(helper, wish, order))
    if wish.reason in ("", "no longer wanted"):
        items = list(not_once_opened(helper, wish, order, items))
    arguments: dict[str, object] = {"order_id": order.order_id, "item_ids": items}
    rule = about_return(helper, order, items, wish.reason)
    if order.detailed:
        arguments["payment_method_id"] = refunded_to(helper, wish, order)
        propose(helper, order, "return_items", arguments, rule)
    elif not wish.reason and in_time(helper.desk, order):
        helper.cite_order(order)
        helper.ask("reason", line("talk-why-return", **order_words(order, items)))
    else:
        arguments["reason"] = wish.reason or "no longer wanted"
        propose(helper, order, "request_return", arguments, rule)


def change_address(helper: Helper, wish: Wish) -> None:
    """Another address: of an order not sent yet, or of the account."""
    customer = helper.customer
    of_order = not wish.account and _of_order(helper, wish)
    open_ = PENDING if any(o.status == "pending" for o in helper.orders) else UNDER_WAY
    order = order_for(helper, wish, open_) if of_order else None
    parts = {**address_in(wish.words), **wish.address, **address_in(helper.message)}
    asked = helper.before == "address" and not parts.get("postcode")
    if asked or (helper.waiting and not address_in(helper.message)):  # or corrected by itself
        parts |= postcode_in(helper.message, parts.get("postcode", ""))
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
    propose(helper, order, "change_order_address", arguments, MOVING)


def _of_order(helper: Helper, wish: Wish) -> bool:
    """Whether the address of an order is meant: of one she names, or of one not sent yet."""
    if wish.order_id or any(order.status == "pending" for order in helper.orders):
        return True
    told = f"{helper.talk.subject} {said_of(helper, wish)}"
    under_way = {order.order_id for order in helper.orders if order.status in UNDER_WAY}
    named = has_cue("of_order", told) or orders_named(helper, told) & under_way
    return bool(under_way and named)


def change_payment(helper: Helper, wish: Wish) -> None:
    """Another way to pay an order that has not been sent."""
    order = order_for(helper, wish, PENDING)
    if not order.detailed:
        helper.cite_order(order)
        reply = helper.use("change_payment", order_id=order.order_id, payment_method_id="")
        helper.draft.say("fact", *reply.statements)
        if {s.message for s in reply.statements} & NO_DETAILS:
            helper.hand_over("out of scope")
        raise Ends
    method = method_named(helper, wish)
    if method is None:
        customer = helper.customer
        methods = tuple(payment_words(m) for m in customer.payment_methods) if customer else ()
        helper.ask("method", line("talk-need-method", methods=Listing(items=methods)))
    arguments = {"order_id": order.order_id, "payment_method_id": method.payment_method_id}
    propose(helper, order, "change_payment", arguments, None)


CHANGING: Mapping[Kind, Callable[[Helper, Wish], None]] = {
    "cancel": cancel,
    "send_back": send_back,
    "exchange": exchange,
    "change_address": change_address,
    "change_payment": change_payment,
}


def _delivered(helper: Helper, wish: Wish) -> Order:
    """The order to send back from: one she names, else the only one still in time."""
    recent = [o for o in helper.orders if o.status == "delivered" and in_time(helper.desk, o)]
    named = wish.order_id or helper.talk.order_id or orders_named(helper, said_of(helper, wish))
    if len(recent) == 1 and not named:
        return recent[0]
    return order_for(helper, wish, DELIVERED)


def _whole(helper: Helper, parts: dict[str, str]) -> None:
    """Ask for the address where a part of it is missing."""
    missing = [name for name in ("address1", "city", "country", "postcode") if not parts.get(name)]
    if missing == ["postcode"]:
        helper.ask("address", line("talk-need-code"))
    if missing:
        helper.ask("address", line("talk-need-address"))
