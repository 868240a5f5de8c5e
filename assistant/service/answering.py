"""Help that changes nothing: orders, policies, products and what others think of them."""

from collections.abc import Callable, Mapping

from assistant.service.composing import line
from assistant.service.cues import has_cue
from assistant.service.helping import Ends, Helper
from assistant.service.ordered import in_time, order_name
from assistant.service.picking import (
    FOREIGN,
    only_hers,
    order_for,
    orders_named,
    said_of,
    time_rank,
)
from assistant.service.prices import price_limits, without_limits
from assistant.service.quoting import goes_on, quote_policy
from assistant.service.turns import Citation
from assistant.service.voice import in_brand
from assistant.service.wishes import Kind, Wish
from tools.service.records import Order
from tools.service.words import item_words
from tools.wording.values import Language, Listing

OPEN = frozenset({"pending", "processed", "shipped", "return requested", "exchange requested"})
SENT_BACK = frozenset({"returned", "return requested", "cancelled"})
STANDING = ("service-order", "service-order-one", "service-order-arrived", "service-order-tracking")
"""What is told of an order when she asks where it is."""
SHOWN = 3
NO_RULE = 0.12
"""Probability of the likeliest topic under which what is no rule of the store's is none of any."""
FAULTY: Mapping[Language, str] = {
    "en": "faulty device within the warranty",
    "zh": "质量问题 保修",
}
"""What is looked up for a customer whose thing has a fault."""


def order_status(helper: Helper, wish: Wish) -> None:
    """How an order stands; without a number, those on their way, or else the latest."""
    only_hers(helper, wish)
    told = wish.order_id or helper.talk.order_id or time_rank(wish.words)
    named = bool(told) or bool(orders_named(helper, said_of(helper, wish)))
    under_way = [o for o in helper.orders if o.status in OPEN]
    if named or not 1 < len(under_way) <= SHOWN:
        under_way = [order_for(helper, wish, OPEN)]
    for order in under_way:
        _stands(helper, order)
    if any(order.status == "shipped" for order in under_way):
        helper.draft.say("ask", line("talk-next-parcel"))


def _stands(helper: Helper, order: Order) -> None:
    helper.tell("find_order", *STANDING, order_id=order.order_id)
    helper.cite_order(order)


def parcel_missing(helper: Helper, wish: Wish) -> None:
    """A parcel that does not come: how it stands, the policy, and where it was sent a search."""
    helper.draft.say("feeling", line("talk-sorry-parcel"))
    order = order_for(helper, wish, OPEN | {"delivered"} if wish.order_id else OPEN)
    _stands(helper, order)
    if order.status != "delivered":
        helper.policy(
            "parcel lost, tracking has not moved, not delivered", "物流没有更新，包裹没收到"
        )
    if order.status in {"shipped", "delivered"}:
        helper.draft.say("closing", line("talk-parcel-search"))
        helper.hand_over("out of scope")


def refund_status(helper: Helper, wish: Wish) -> None:
    """Where her money is: how the order stands and how long refunds take."""
    order = order_for(helper, wish, SENT_BACK)
    _stands(helper, order)
    helper.talk.subject = wish.words
    helper.policy("days until the money is back on my card", "退款多久到账")


def order_list(helper: Helper, wish: Wish) -> None:
    """All her orders, or those that may still come back."""
    if has_cue("returnable", wish.words):
        held = [o for o in helper.orders if o.status == "delivered" and in_time(helper.desk, o)]
        orders = Listing(items=tuple(order_name(order) for order in held[:SHOWN]))
        helper.draft.say(
            "fact", line("talk-returnable", orders=orders) if held else line("talk-none-returnable")
        )
        for order in held[:SHOWN]:
            helper.cite_order(order)
        return
    helper.tell("order_history")


def my_details(helper: Helper, wish: Wish) -> None:  # noqa: ARG001
    """What is kept of her."""
    helper.tell("customer_details")


def item_problem(helper: Helper, wish: Wish) -> None:
    """Something broken or wrong: what the policy says, and her choice between the ways out."""
    helper.draft.say("feeling", line("talk-sorry-item"))
    order = order_for(helper, wish, {"delivered"})
    helper.cite_order(order)
    items = Listing(items=tuple(item_words(item) for item in order.items))
    names = helper.desk.speaker.say(items)
    quote_policy(helper, f"{wish.words} {names}", FAULTY[helper.desk.session.language], fresh=True)
    if has_cue("replacement", said_of(helper, wish)) and not has_cue("money_back", helper.message):
        helper.draft.say("closing", line("talk-replacement-colleague"))
        helper.hand_over("out of scope")
    instead = Wish(kind="send_back", order_id=order.order_id, item_ids=wish.item_ids)
    helper.offer(wish, instead, line("talk-next-problem"))


def policy(helper: Helper, wish: Wish) -> None:
    """What the policies say, quoted; where they are silent, a colleague is offered."""
    leans = goes_on(helper, wish.words)
    before = helper.talk.subject if leans else ""
    if not quote_policy(helper, wish.words, before=before, fresh=leans):
        if helper.talk.order_id and not helper.router.topics.asks_rule(wish.words):
            order_status(helper, wish)
            return
        if helper.router.topics.likely(wish.words)[1] < NO_RULE:
            other(helper, wish)
        helper.draft.say("fact", line("service-no-policy"))
        if not helper.talk.wishes[1:]:
            helper.draft.say("ask", line("talk-ask-colleague"))
            helper.talk.asked = "colleague"
        return
    helper.talk.subject = wish.words
    if helper.desk.session.user_id is None and not helper.talk.wishes[1:] and not helper.talk.told:
        helper.draft.say("ask", line("talk-next-policy"))


def product(helper: Helper, wish: Wish) -> None:
    """What is sold: its variants, prices and whether it can be had."""
    low, high = price_limits(wish.words)
    words = without_limits(wish.words)
    found = helper.desk.service.shelf.nearest(words)
    found = found or helper.desk.service.shelf.nearest(without_limits(helper.message))
    if not found and helper.talk.item:
        found = (helper.talk.item,)
    if not found:
        if helper.before == "product" or not has_cue("question", helper.message):
            helper.desk.session.helped = False
        helper.ask("product", line("talk-which-product"))
    item = found[0] if len(found) == 1 else words
    limits = {name: value for name, value in (("lowest", low), ("highest", high)) if value}
    reply = helper.tell("item_details", item=item, **limits)
    if len(found) > 1:
        helper.talk.item = words
        helper.draft.say("ask", line("talk-next-products"))
    else:
        helper.talk.item = item
        for name in {"product"} & set(reply.statements[0].values):
            title = helper.desk.speaker.say(reply.statements[0].values[name])
            helper.draft.cite(Citation("item", item, title))
        helper.draft.say("ask", line("talk-next-product"))


def reviews(helper: Helper, wish: Wish) -> None:
    """What others wrote, quoted."""
    found = helper.desk.service.shelf.nearest(wish.words)
    item = found[0] if len(found) == 1 else wish.words if found else helper.talk.item
    if not item:
        helper.ask("product", line("talk-which-product"))
    helper.talk.item = item
    reply = helper.tell("search_reviews", query=wish.words, item=item)
    for row in reply.result.rows if reply.result else ():
        quote, title = str(row["text"]), str(row["name"])
        helper.draft.cite(Citation("review", str(row["review"]), title, quote))


def private(helper: Helper, wish: Wish) -> None:  # noqa: ARG001
    """Another customer's data: never."""
    helper.draft.say("fact", line("talk-private"))
    helper.talk.asked = FOREIGN


def complaint(helper: Helper, wish: Wish) -> None:  # noqa: ARG001
    """A grievance about people or the service: a colleague answers for it."""
    helper.draft.say("feeling", line("talk-sorry-service"))
    helper.hand_over("out of scope")


def charge_problem(helper: Helper, wish: Wish) -> None:
    """Money taken that should not have been: what the order cost, and a colleague checks it."""
    helper.draft.say("feeling", line("talk-sorry-charge"))
    if helper.orders:
        _stands(helper, order_for(helper, wish, OPEN))
    helper.draft.say("closing", line("talk-charge-colleague"))
    helper.hand_over("out of scope")


def leave(helper: Helper, wish: Wish) -> None:  # noqa: ARG001
    """She wants nothing changed then."""
    helper.draft.say("ask", line("talk-dropped"))


def greeting(helper: Helper, wish: Wish) -> None:  # noqa: ARG001
    """A greeting without a wish, or the question what can be done here."""
    if has_cue("abilities", helper.message):
        helper.draft.say("fact", line("talk-can"))
    helper.draft.say("ask", line("talk-how"))


def thanks(helper: Helper, wish: Wish) -> None:  # noqa: ARG001
    """Her thanks."""
    helper.draft.say("fact", line("talk-you-are-welcome"))


def goodbye(helper: Helper, wish: Wish) -> None:  # noqa: ARG001
    """Her goodbye."""
    bye = in_brand(helper.desk.service, "service_goodbye", line("talk-goodbye"))
    helper.draft.say("closing", bye)


def other(helper: Helper, wish: Wish) -> None:  # noqa: ARG001
    """What customer service is not for."""
    helper.draft.say("fact", line("talk-other"))
    helper.draft.say("ask", line("talk-can"))
    raise Ends


ANSWERS: Mapping[Kind, Callable[[Helper, Wish], None]] = {
    "order_status": order_status,
    "parcel_missing": parcel_missing,
    "refund_status": refund_status,
    "order_list": order_list,
    "my_details": my_details,
    "item_problem": item_problem,
    "policy": policy,
    "product": product,
    "reviews": reviews,
    "private": private,
    "charge_problem": charge_problem,
    "complaint": complaint,
    "leave": leave,
    "greeting": greeting,
    "thanks": thanks,
    "goodbye": goodbye,
    "other": other,
}
