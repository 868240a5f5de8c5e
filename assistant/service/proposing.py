"""What every change shares: the proposal, the policy it rests on, and ways to pay."""

from collections.abc import Collection, Mapping, Sequence

from assistant.service.composing import line
from assistant.service.cues import has_cue
from assistant.service.helping import Ends, Helper
from assistant.service.picking import said_of
from assistant.service.reading import filled, sentences
from assistant.service.wishes import Wish
from tools.service.desk import Reply
from tools.service.naming import telling
from tools.service.reading import without_contacts
from tools.service.records import Order, PaymentMethod
from tools.service.words import item_words, quoted
from tools.wording.values import Language, Listing, Value

Rule = tuple[str, str, str]
CANCELLING: Rule = ("cancel an order before it is sent", "未发货取消订单", "")
MOVING: Rule = ("change the address before the parcel has left", "发货前修改收货地址", "")
TOO_LATE: Rule = (
    "within how many days of delivery an item may be sent back",
    "签收后几天内可以退货",
    "",
)
LIMITED = frozenset({"request_return", "return_items", "exchange_items"})
"""Changes of which the policy asks something of her; of others it is cited, not read out."""
SEALED: Mapping[Language, str] = {
    "en": "can be returned only with the seal unbroken for hygiene",
    "zh": "拆封后不支持无理由退货 卫生原因",
}
PENDING = frozenset({"pending"})
DELIVERED = frozenset({"delivered"})
UNDER_WAY = frozenset({"processed", "shipped"})
AFTER_REFUSAL: Mapping[str, str] = {
    "service-too-late": "talk-next-late",
    "service-cancel-not-pending": "talk-next-sent",
    "service-return-not-delivered": "talk-next-not-there",
    "service-address-not-pending": "talk-next-elsewhere",
}
"""What a customer may do after a refusal."""
NO_DETAILS = frozenset({"service-no-details"})


def propose(
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
            fault = arguments.get("reason", "no longer wanted") != "no longer wanted"
            helper.policy(*rule, aloud=tool in LIMITED and not fault)
        helper.draft.say("ask", reply.statements[-1])
        return
    helper.refuse(*reply.statements)
    if messages & NO_DETAILS:
        helper.hand_over("out of scope")
    if rule and "service-cancel-reason" not in messages:
        late = "service-too-late" in messages
        helper.policy(*(TOO_LATE if late else rule), aloud=late or tool in LIMITED)
    if order.status == "delivered" and tool == "cancel_order":
        helper.draft.say("ask", line("talk-next-back"))
    else:
        for message in messages & set(AFTER_REFUSAL):
            coming = message == "service-return-not-delivered" and order.status in UNDER_WAY
            helper.draft.say("ask", line("talk-next-sent" if coming else AFTER_REFUSAL[message]))
    raise Ends


def with_reason(helper: Helper, wish: Wish) -> Wish:
    """`wish` with the reason she gives for it in words of her own."""
    asked = helper.before == "reason" and not has_cue("question", helper.message)
    if wish.reason:
        return wish
    if told := filled(wish, helper.message).reason:
        return wish.model_copy(update={"reason": told})
    said = [helper.message] if asked else sentences(without_contacts(said_of(helper, wish)))
    reason = helper.router.reasons.of(wish.kind, said, asked=asked) or wish.reason
    helper.learned = helper.learned or reason != wish.reason
    helper.kept = wish.model_copy(update={"reason": reason})
    return helper.kept


def not_once_opened(
    helper: Helper, wish: Wish, order: Order, item_ids: Sequence[str]
) -> Sequence[str]:
    """Those of the items that she has not opened or that may come back opened.

    Of the others a policy that names their kind, and takes it sealed only, is told.

    Raises:
        Ends: If none is left.
    """
    said = wish.words if helper.message in wish.words else helper.message
    if has_cue("unopened", said) or not has_cue("opened", said_of(helper, wish)):
        return item_ids
    sealed = {item_id: reply for item_id in item_ids if (reply := _sealed_only(helper, item_id))}
    left = [item_id for item_id in item_ids if item_id not in sealed]
    for reply in list(sealed.values())[:1]:
        helper.cite_order(order)
        for statement in helper.cite_policies(reply, most=1):
            told = line("talk-sorry-opened", **statement.values)
            helper.draft.say("fact", told) if left else helper.refuse(told)
    if not left:
        helper.draft.say("ask", line("talk-next-late"))
        raise Ends
    if sealed:
        helper.kept = wish.model_copy(update={"order_id": order.order_id, "item_ids": tuple(left)})
    return left


def _sealed_only(helper: Helper, item_id: str) -> Reply | None:
    """What the policies say of that kind of item, where they take it back sealed only."""
    kind = helper.desk.service.categories.get(item_id, "")
    query = f"{SEALED[helper.desk.session.language]} {kind}"
    reply = helper.use("search_policies", query=query)
    first = next(iter(reply.result.rows if reply.result else ()), None)
    text = str(first["text"]) if first else ""
    held = has_cue("sealed_only", text) and telling(kind) & telling(text)
    return reply if held else None


def order_words(order: Order, item_ids: Collection[str] = ()) -> dict[str, Value]:
    """An order and what is meant of it, as sentences name them."""
    meant = [item for item in order.items if not item_ids or item.item_id in item_ids]
    items = Listing(items=tuple(item_words(item) for item in meant))
    return {"order": quoted(order.order_id), "items": items}


def about_return(helper: Helper, order: Order, item_ids: Collection[str], reason: str = "") -> Rule:
    """What to look up in the policies about sending these items back for that reason."""
    told = [helper.desk.speaker.say(item_words(i)) for i in order.items if i.item_id in item_ids]
    if reason not in ("", "no longer wanted"):
        return "return shipping for faulty or wrong items", "质量问题 发错货 退货运费", ""
    return "return an item unused and complete", "退货 未使用 拆封", " ".join(told)


def refunded_to(helper: Helper, wish: Wish, order: Order) -> str:
    """Id of the way to pay that money goes to or comes from: hers, or that of the order."""
    method = method_named(helper, wish)
    if method is not None:
        return method.payment_method_id
    return order.payments[0].payment_method_id if order.payments else ""


def method_named(helper: Helper, wish: Wish) -> PaymentMethod | None:
    """The way to pay of hers that her words name."""
    customer = helper.customer
    if customer is None or not wish.method:
        return None
    fits = [m for m in customer.payment_methods if wish.method in (m.source, m.last_four)]
    return fits[0] if len(fits) == 1 else None
