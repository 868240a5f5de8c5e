"""One wish made into others: one for each order it is about, or the one to turn to."""

from collections.abc import Mapping

from assistant.service.cues import cued, has_cue
from assistant.service.helping import Helper
from assistant.service.ordered import in_time
from assistant.service.picking import items_kept, items_named, orders_named, said_of
from assistant.service.wishes import Kind, Wish
from tools.service.records import Order

FITS: Mapping[Kind, frozenset[str]] = {
    "cancel": frozenset({"pending"}),
    "send_back": frozenset({"delivered"}),
    "exchange": frozenset({"delivered", "pending"}),
    "change_address": frozenset({"pending"}),
}
"""States of an order in which a change can be made to it."""


def spread(helper: Helper, wish: Wish) -> list[Wish]:
    """`wish` as one for each order it is about; as it is where she names one or leaves it open."""
    if wish.kind not in FITS or wish.order_id or wish.item_ids or cued("ranks", wish.words):
        return [wish]
    orders = _fitting(helper, wish)
    if len(orders) > 1 and has_cue("every_order", wish.words):
        return [*_each(orders, wish), *_account(wish)]
    return [*(_by_item(helper, orders, wish) or [wish]), *_account(wish)]


def _fitting(helper: Helper, wish: Wish) -> list[Order]:
    """Orders the wish can be granted for."""
    late = wish.kind in {"send_back", "exchange"}
    return [
        order
        for order in helper.orders
        if order.status in FITS[wish.kind] and not (late and not in_time(helper.desk, order))
    ]


def _each(orders: list[Order], wish: Wish) -> list[Wish]:
    return [wish.model_copy(update={"order_id": o.order_id, "whole": True}) for o in orders]


def _account(wish: Wish) -> list[Wish]:
    """The address of the account, where it is to change with that of orders."""
    both = wish.kind == "change_address" and not wish.account and has_cue("account_too", wish.words)
    return [wish.model_copy(update={"account": True, "otherwise": None})] if both else []


def _by_item(helper: Helper, orders: list[Order], wish: Wish) -> list[Wish]:
    """A wish for each order whose items she names, where every name fits items of one order."""
    place = {i.item_id: order for order in orders for i in order.items}
    every = [item for order in orders for item in order.items]
    kept = items_kept(helper, said_of(helper, wish), every)
    groups = [g for group in items_named(helper, wish, every) if (g := set(group) - kept)]
    if any(len({place[item_id].order_id for item_id in group}) > 1 for group in groups):
        return []
    found: dict[str, list[str]] = {}
    for group in groups:
        if len(group) > 1 and not wish.whole:
            return []
        for item_id in group:
            found.setdefault(place[item_id].order_id, []).append(item_id)
    if len(found) < 2:
        return []
    return [
        wish.model_copy(update={"order_id": number, "item_ids": tuple(sorted(items))})
        for number, items in found.items()
    ]


def fitting(helper: Helper, wish: Wish) -> Wish:
    """`wish` as what can be done: an order not sent yet is cancelled, a delivered one sent back.

    A cancellation that she asks for by that word stays one, so that she is told why not.
    """
    if wish.kind not in {"cancel", "send_back"} or helper.desk.session.user_id is None:
        return wish
    named = {wish.order_id} - {""} or orders_named(helper, said_of(helper, wish))
    states = {order.status for order in helper.orders if order.order_id in named}
    if wish.kind == "send_back" and states == {"pending"}:
        return wish.model_copy(update={"kind": "cancel", "reason": "", "item_ids": ()})
    vague = "cancel" not in cued("wants", said_of(helper, wish))
    if wish.kind == "cancel" and vague and states == {"delivered"}:
        return wish.model_copy(update={"kind": "send_back", "reason": ""})
    return wish


def turned(helper: Helper, wish: Wish) -> Wish:
    """What she wants where `wish` was refused: of the same order and items unless she says."""
    fallback = wish.otherwise or wish
    named = orders_named(helper, fallback.words)
    last = wish.order_id or helper.talk.order_id
    order_id = fallback.order_id or ("" if named and last not in named else last)
    update = {
        "order_id": order_id,
        "item_ids": () if fallback.whole or named else wish.item_ids,
        "reason": fallback.reason or wish.reason or _unfit(wish, fallback),
        "method": fallback.method or wish.method,
    }
    return fallback.model_copy(update=update)


def _unfit(wish: Wish, fallback: Wish) -> str:
    """Why an item comes back that she would have had another of: it is not what she wanted."""
    swapped = wish.kind == "exchange" and fallback.kind == "send_back"
    return "no longer wanted" if swapped else ""
