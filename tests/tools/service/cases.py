"""All that the policy forbids: what is asked, and the message that refuses it."""

from collections.abc import Callable

from tests.tools.service.world import (
    Ask,
    World,
    cancel,
    dear,
    first_item,
    of_stranger,
    paid_with,
    pay,
    poor_card,
    refund_elsewhere,
    send_back,
    swap,
    to_address,
    unavailable,
)

NOT_PENDING = ("processed", "delivered", "cancelled")
NOT_DELIVERED = ("pending", "processed", "cancelled")
CASES: dict[str, tuple[str, Callable[[World], Ask]]] = {
    **{
        f"cancel a {s} order": (
            "service-cancel-not-pending",
            lambda w, s=s: cancel(w.order(s)),
        )
        for s in NOT_PENDING
    },
    "cancel for another reason": (
        "service-cancel-reason",
        lambda w: cancel(w.order("pending"), "found it cheaper"),
    ),
    **{
        f"change items of a {s} order": (
            "service-items-not-pending",
            lambda w, s=s: swap("change_items", w, w.order(s)),
        )
        for s in NOT_PENDING
    },
    **{
        f"change the address of a {s} order": (
            "service-address-not-pending",
            lambda w, s=s: to_address(w.order(s)),
        )
        for s in NOT_PENDING
    },
    **{
        f"change the payment of a {s} order": (
            "service-payment-not-pending",
            lambda w, s=s: pay(w.order(s), paid_with(w.order(s))),
        )
        for s in NOT_PENDING
    },
    **{
        f"return items of a {s} order": (
            "service-return-not-delivered",
            lambda w, s=s: send_back(w.order(s)),
        )
        for s in NOT_DELIVERED
    },
    **{
        f"exchange items of a {s} order": (
            "service-exchange-not-delivered",
            lambda w, s=s: swap("exchange_items", w, w.order(s)),
        )
        for s in NOT_DELIVERED
    },
    **{
        f"{tool}: {what}": (message, ask)
        for tool, status in (("change_items", "pending"), ("exchange_items", "delivered"))
        for what, message, ask in (
            (
                "another product",
                "service-other-product",
                lambda w, t=tool, s=status: swap(
                    t, w, w.order(s), new_item_ids=[w.elsewhere(w.order(s))]
                ),
            ),
            (
                "the same item",
                "service-same-item",
                lambda w, t=tool, s=status: swap(
                    t,
                    w,
                    w.order(s),
                    item_ids=first_item(w.order(s)),
                    new_item_ids=first_item(w.order(s)),
                ),
            ),
            (
                "an item not in stock",
                "service-not-available",
                lambda w, t=tool, s=status: unavailable(t, w, s),
            ),
            (
                "an item that is none",
                "service-unknown-item",
                lambda w, t=tool, s=status: swap(t, w, w.order(s), new_item_ids=["0000000000"]),
            ),
            (
                "an item not in the order",
                "service-item-not-in-order",
                lambda w, t=tool, s=status: swap(
                    t, w, w.order(s), item_ids=[w.elsewhere(w.order(s))]
                ),
            ),
            (
                "the same item twice, ordered once",
                "service-item-not-in-order",
                lambda w, t=tool, s=status: swap(
                    t,
                    w,
                    w.order(s),
                    item_ids=[*w.swap(w.order(s))["item_ids"]] * 2,
                    new_item_ids=[*w.swap(w.order(s))["new_item_ids"]] * 2,
                ),
            ),
            (
                "two items for one",
                "service-pairs",
                lambda w, t=tool, s=status: swap(
                    t, w, w.order(s), new_item_ids=[*w.swap(w.order(s))["new_item_ids"]] * 2
                ),
            ),
            (
                "no items",
                "service-no-items",
                lambda w, t=tool, s=status: swap(t, w, w.order(s), item_ids=[], new_item_ids=[]),
            ),
            (
                "paid by a stranger",
                "service-no-method",
                lambda w, t=tool, s=status: swap(
                    t, w, w.order(s), payment_method_id=paid_with(w.stranger(w.order(s)))
                ),
            ),
            (
                "a gift card with too little on it",
                "service-gift-card-too-small",
                lambda w, t=tool, s=status: dear(t, w, s),
            ),
        )
    },
    "pay as it is paid already": (
        "service-same-method",
        lambda w: pay(w.order("pending"), paid_with(w.order("pending"))),
    ),
    "pay with too small a gift card": ("service-gift-card-too-small", poor_card),
    "pay with a stranger's card": (
        "service-no-method",
        lambda w: pay(w.order("pending"), paid_with(w.stranger(w.order("pending")))),
    ),
    "refund to a card it was not paid with": ("service-refund-elsewhere", refund_elsewhere),
    "refund to a stranger": (
        "service-no-method",
        lambda w: send_back(
            w.order("delivered"), payment_method_id=paid_with(w.stranger(w.order("delivered")))
        ),
    ),
    "return nothing": (
        "service-no-items",
        lambda w: send_back(w.order("delivered"), item_ids=[]),
    ),
    "return what was not ordered": (
        "service-item-not-in-order",
        lambda w: send_back(w.order("delivered"), item_ids=[w.elsewhere(w.order("delivered"))]),
    ),
    "return one thing twice": (
        "service-item-not-in-order",
        lambda w: send_back(
            w.order("delivered", items=2), item_ids=first_item(w.order("delivered", items=2)) * 2
        ),
    ),
    "an order to nowhere": (
        "service-address-incomplete",
        lambda w: to_address(w.order("pending"), address1=" "),
    ),
    "an address as long as a novel": (
        "service-bad-argument",
        lambda w: to_address(w.order("pending"), address1="x" * 100_000),
    ),
    "an address with control characters": (
        "service-bad-argument",
        lambda w: to_address(w.order("pending"), city="Boston\x1b[2J"),
    ),
    **{
        f"a stranger's order: {tool}": (
            "service-no-order",
            lambda w, t=tool, s=status: of_stranger(w, t, s),
        )
        for tool, status in (
            ("find_order", "pending"),
            ("cancel_order", "pending"),
            ("change_items", "pending"),
            ("change_order_address", "pending"),
            ("change_payment", "pending"),
            ("return_items", "delivered"),
            ("exchange_items", "delivered"),
            ("request_return", "delivered"),
        )
    },
    **{
        f"an order number that is none: {number!r}": (
            "service-no-order",
            lambda w, n=number: (
                w.order("pending"),
                "cancel_order",
                {"order_id": n, "reason": "no longer needed"},
            ),
        )
        for number in ("", "#", "%", "#W0000000", "' OR 1=1 --", "😀", "x" * 100_000)
    },
}
