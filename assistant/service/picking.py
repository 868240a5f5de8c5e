"""Which order, and which items of it, a customer means by what she has said."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal

import numpy as np

from assistant.service.composing import line
from assistant.service.cues import cued, has_cue
from assistant.service.helping import Ends, Helper
from assistant.service.ordered import in_time, same_number, spellings, which_order
from assistant.service.wishes import Wish
from tools.service.naming import Naming, telling
from tools.service.records import Order, OrderItem
from tools.service.words import item_words, quoted
from tools.wording.values import Language, Listing

FOREIGN = "foreign"
"""What the conversation was about last: an order that is not hers."""
MOST_TERMS = 8
"""Words of a message that are compared with the kinds of her things."""
ALIKE, APART = 0.855, 0.03
"""Likeness (cosine, bundled model) of a word to a kind of thing, and by how much it must be nearer
to it than to any other: 夹克 is 0.87 to 外套 and 0.85 to 运动鞋, "sneakers" 0.91 to shoes."""
MOST_ITEMS = 10
"""Items offered to choose from."""
CHEAP, DEAR, NEW, OLD = "cheapest", "dearest", "newest", "oldest"
_EXCEPT = re.compile(
    r"\b(?:except|but not|not|apart from|other than|excluding|keep(?:ing)?|everything but)\b"
    r"(?P<en>[^.,;!?]*)"
    r"|(?P<before>[^.,;!?]*?)\b(?:stays?|is staying|(?:is|are) (?:for )?keep(?:ing|s))\b"
    r"|(?P<wanted>[^.,;!?]*?)\b(?:i|we)(?:.d| would|.ll| will)? ?(?:want to|like to)? ?keep\b"
    r"|除了(?P<zh>[^，。；！？]*?)(?:以外|之外|[，。；]|都|$)"
    r"|(?P<held>[^，。；！？,\s]{1,14}?)我?先?(?:留着|留下|不退|不换|保留|还要|要留)"
    r"|(?:留着|保留|留下)(?P<holds>[^，。；！？,\s]{1,14})",
    re.IGNORECASE,
)


def order_for(helper: Helper, wish: Wish, fits: Collection[str]) -> Order:
    """The order a wish is about.

    The one she names by number, by what is in it, or as her latest, cheapest and so on; else the
    one spoken of last, the only one in a state that `fits`, or where none is, the latest.

    Raises:
        Waits: If several may be meant; she is asked which.
        Ends: If there is none.
    """
    only_hers(helper, wish)
    if wish.order_id:
        mine = [o for o in helper.orders if same_number(o.order_id, wish.order_id)]
        if not mine:
            helper.draft.say("fact", *helper.use("find_order", order_id=wish.order_id).statements)
            helper.talk.asked = FOREIGN
            raise Ends
        return mine[0]
    if not helper.orders:
        helper.draft.say("fact", line("service-no-orders"))
        raise Ends
    fitting = [o for o in helper.orders if o.status in fits]
    hits = orders_named(helper, said_of(helper, wish))
    meant = [o for o in helper.orders if o.order_id in hits]
    chosen = [o for o in meant if o in fitting and _alive(helper, o)]
    chosen = chosen or [o for o in meant if _alive(helper, o)]
    if not chosen and wish.kind in {"cancel", "send_back"}:
        chosen = meant[:1]  # nothing of it can be cancelled or come back: the latest tells why
    chosen = chosen or [o for o in meant if o in fitting] or meant
    if not chosen:
        last = [o for o in fitting if o.order_id == helper.talk.order_id]
        every = helper.orders if time_rank(wish.words) else fitting
        chosen = last or list(every) or list(helper.orders[:1])
    if len(chosen) > 1 and (ranked := _ranked_order(helper, wish, chosen)):
        return ranked
    if len(chosen) > 1:
        helper.ask("order", which_order(chosen))
    return chosen[0]


def only_hers(helper: Helper, wish: Wish) -> None:
    """Keep to her own orders, where she goes on about one that is not hers.

    Raises:
        Ends: If she does.
    """
    named = wish.order_id or orders_named(helper, said_of(helper, wish))
    if helper.before == FOREIGN and not named:
        helper.draft.say("fact", line("talk-private"))
        helper.talk.asked = FOREIGN
        raise Ends


def _alive(helper: Helper, order: Order) -> bool:
    """Whether anything may still be done about `order`."""
    under_way = order.status in {"pending", "processed", "shipped"}
    return under_way or (order.status == "delivered" and in_time(helper.desk, order))


def orders_named(helper: Helper, words: str) -> frozenset[str]:
    """Numbers of the orders whose items `words` name."""
    kinds = helper.desk.service.categories
    naming = Naming(
        {o.order_id: spellings(o.items) for o in helper.orders},
        {o.order_id: [kinds.get(i.item_id, "") for i in o.items] for o in helper.orders},
    )
    named = {key for group in naming.groups(words) for key in group}
    return frozenset({*named, *naming.of_kind(words)}) or _by_meaning(helper, words)


def _by_meaning(helper: Helper, words: str) -> frozenset[str]:
    """Numbers of the orders that hold the kind of thing `words` mean by another word for it.

    "My sneakers" are in the order with the shoes, "那件衣服" in the one with the jacket.
    """
    service = helper.desk.service
    said = sorted(telling(words), key=words.find)[:MOST_TERMS]
    held = {o.order_id: {service.categories.get(i.item_id, "") for i in o.items} - {""}
            for o in helper.orders}  # fmt: skip
    kinds = sorted({kind for every in held.values() for kind in every})
    if service.embedder is None or not said or len(kinds) < 2:
        return frozenset()
    embedder = service.embedder()
    called = [_called(kind, helper.desk.session.language) for kind in kinds]
    near = np.asarray(embedder.queries(said)) @ np.asarray(embedder.queries(called)).T
    ranked = np.sort(near, axis=1)  # [terms, kinds] cosine
    clear = np.where(ranked[:, -1] >= ALIKE, ranked[:, -1] - ranked[:, -2], 0.0)
    if clear.max() < APART:
        return frozenset()
    meant = kinds[int(near[int(clear.argmax())].argmax())]
    return frozenset(order_id for order_id, every in held.items() if meant in every)


def _called(kind: str, language: Language) -> str:
    """What a kind of thing is called in one language, of all it is called."""
    pattern = r"[\u4e00-\u9fff]+" if language == "zh" else r"[A-Za-z&' -]+"
    return next((part.strip() for part in re.findall(pattern, kind) if part.strip()), kind)


def said_of(helper: Helper, wish: Wish) -> str:
    """Her words about the wish: when she said it, and now."""
    return wish.words if helper.message in wish.words else f"{wish.words} {helper.message}"


def items_for(helper: Helper, wish: Wish, order: Order) -> tuple[str, ...]:
    """Ids of the items of `order` that a wish is about.

    Raises:
        Waits: If that is open; she is asked which.
    """
    every = tuple(item.item_id for item in order.items)
    words, whole = said_of(helper, wish), wish.whole
    if (
        words != wish.words
        and not _only_told(helper)
        and _narrows(helper, helper.message, order.items)
    ):
        words, whole = helper.message, has_cue("whole", helper.message)
    elif held := tuple(item_id for item_id in wish.item_ids if item_id in every):
        return held
    if len(set(every)) == 1:
        return every[:1] if has_cue("one", words) else every
    kept = items_kept(helper, words, order.items)
    groups = items_named(helper, wish, order.items)
    if kept or whole:  # "both" of what she names, else of the order
        found = {item_id for group in groups for item_id in group if item_id not in kept}
        found = found or set(every) - kept
        return tuple(item_id for item_id in every if item_id in found)
    if not groups or any(len(group) > 1 for group in groups) or _by_price(words):
        among = {item_id for group in groups for item_id in group} or set(every)
        if ranked := _ranked_item(words, [i for i in order.items if i.item_id in among]):
            return (ranked,)
        told = Listing(items=tuple(item_words(item) for item in order.items[:MOST_ITEMS]))
        helper.ask("items", line("talk-which-items", order=quoted(order.order_id), items=told))
    found = {group[0] for group in groups}
    return tuple(item_id for item_id in every if item_id in found)


def _only_told(helper: Helper) -> bool:
    """Whether her message tells of a thing that she opened it, rather than which one she means."""
    return helper.before != "items" and has_cue("opened", helper.message)


def _narrows(helper: Helper, message: str, items: Sequence[OrderItem]) -> bool:
    """Whether `message`, said after the wish, names items of its own."""
    return bool(
        items_kept(helper, message, items)
        or _naming(helper, {item.item_id: item for item in items}).groups(message)
    )


def items_named(
    helper: Helper, wish: Wish, items: Sequence[OrderItem]
) -> tuple[tuple[str, ...], ...]:
    """Ids of the `items` she names; those of one group cannot be told apart by her words."""
    naming = _naming(helper, {item.item_id: item for item in items})
    first, second = wish.words, helper.message
    if helper.before == "items" or not (helper.message in wish.words or _only_told(helper)):
        first, second = second, first
    groups = naming.groups(first) or naming.groups(second)
    if groups or not (alike := naming.of_kind(wish.words)):
        return groups
    return (
        tuple((key,) for key in alike) if wish.whole or has_cue("plural", wish.words) else (alike,)
    )


def items_kept(helper: Helper, words: str, items: Sequence[OrderItem]) -> frozenset[str]:
    """Ids of the `items` that `words` leave out: "everything except the kettle"."""
    naming = _naming(helper, {item.item_id: item for item in items})
    kept: set[str] = set()
    for match in _EXCEPT.finditer(words):
        named = next((part for part in match.groups() if part), "")
        groups = naming.groups(named) or (naming.of_kind(named),)
        kept.update(item_id for group in groups if len(group) == 1 for item_id in group)
    return frozenset(kept)


def time_rank(words: str) -> str:
    """Whether the newest or the oldest is meant; empty where neither is said."""
    return next((rank for rank in cued("ranks", words) if rank in (NEW, OLD)), "")


def _naming(helper: Helper, items: Mapping[str, OrderItem]) -> Naming:
    kinds = helper.desk.service.categories
    return Naming(
        {key: spellings([item]) for key, item in items.items()},
        {key: [kinds.get(item.item_id, "")] for key, item in items.items()},
    )


def _by_price(words: str) -> bool:
    return bool({CHEAP, DEAR} & set(cued("ranks", words)))


def _ranked_item(words: str, items: Sequence[OrderItem]) -> str:
    """The cheapest or dearest of `items`, where she means that one and it stands alone."""
    for rank in cued("ranks", words):
        if rank in (CHEAP, DEAR) and len(items) > 1:
            pick: Callable[..., Decimal] = min if rank == CHEAP else max
            best = pick(item.price for item in items)
            found = {item.item_id for item in items if item.price == best}
            return found.pop() if len(found) == 1 else ""
    return ""


def _ranked_order(helper: Helper, wish: Wish, orders: Sequence[Order]) -> Order | None:
    """The newest, oldest, cheapest or dearest of `orders`, where she means that one."""
    for rank in cued("ranks", said_of(helper, wish)):
        if rank in (NEW, OLD) and all(order.ordered_at for order in orders):
            by_age = sorted(orders, key=lambda order: str(order.ordered_at))
            return by_age[-1 if rank == NEW else 0]
        if rank in (CHEAP, DEAR):
            every = [item for order in orders for item in order.items]
            named = {i for group in items_named(helper, wish, every) for i in group}
            item_id = _ranked_item(
                wish.words, [i for i in every if not named or i.item_id in named]
            )
            return next((o for o in orders if item_id in {i.item_id for i in o.items}), None)
    return None
