"""What every kind of help shares: tools used and noted, orders and items found, questions back."""

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Never

from assistant.service.composing import Draft, line
from assistant.service.cues import has_cue
from assistant.service.ordered import same_number, spellings, which_order
from assistant.service.threads import Talk
from assistant.service.turns import Citation
from assistant.service.wishes import Wish
from assistant.turn import ToolCall
from tools.prediction.customers.words import worded
from tools.service.desk import Reply, ServiceDesk
from tools.service.naming import Naming
from tools.service.policies import telling
from tools.service.records import Customer, Order
from tools.service.words import item_words, quoted, status_name
from tools.wording.statements import Statement
from tools.wording.values import Listing

MOST_ITEMS = 10
"""Items offered to choose from."""


class Waits(Exception):  # noqa: N818  # no error: the wish waits for the customer's answer
    """The wish cannot go on before the customer has answered."""


class Ends(Exception):  # noqa: N818  # no error: there is nothing more to do about the wish
    """The wish is over: refused, or with a colleague."""


@dataclass
class Helper:
    """Helps one customer with one message.

    Attributes:
        desk: Her conversation's desk.
        talk: What is known in it.
        draft: The answer under way.
        message: What she wrote now.
        before: What she had been asked for before this message.
        waiting: Whether a change waited for her yes.
        learned: Whether the message has told something new of a wish.
        kept: The wish being helped with as it is to be kept, where helping has added to it.
    """

    desk: ServiceDesk
    talk: Talk
    draft: Draft
    message: str
    before: str = ""
    waiting: bool = False
    learned: bool = False
    kept: Wish | None = None

    def use(self, tool: str, **arguments: Any) -> Reply:
        """Use a tool of the desk and note the call."""
        started = time.perf_counter()
        reply = self.desk.use(tool, arguments)
        seconds = time.perf_counter() - started
        self.draft.calls.append(noted(self.desk, tool, arguments, reply, seconds))
        return reply

    def tell(self, tool: str, *messages: str, **arguments: Any) -> Reply:
        """Use a tool and say what it found: all of it, or only the sentences of `messages`."""
        reply = self.use(tool, **arguments)
        if reply.result is None:
            self.draft.say("fact", *reply.statements)
            raise Ends
        said = [s for s in reply.statements if not messages or s.message in messages]
        self.draft.say("fact", *said)
        return reply

    def ask(self, what: str, statement: Statement) -> Never:
        """Ask the customer for something; asked again and again, it counts as no help.

        Raises:
            Waits: Always.
        """
        self.draft.say("ask", statement)
        self.talk.again = self.talk.again + 1 if self.before == what else 0
        self.talk.asked = what
        if self.talk.again and not self.learned:
            self.desk.session.helped = False
        raise Waits

    def hand_over(self, reason: str) -> Never:
        """Let a colleague take over.

        Raises:
            Ends: Always.
        """
        reply = self.use("hand_over", reason=reason, summary="")
        self.draft.say("closing", *reply.statements)
        raise Ends

    @property
    def words(self) -> Mapping[str, Any]:
        """The customer and store, as sentences name them."""
        return {"store": quoted(self.desk.service.store.profile.name)}

    @cached_property
    def orders(self) -> tuple[Order, ...]:
        """Her orders, the latest first; none before she is recognised."""
        user_id = self.desk.session.user_id
        if user_id is None:
            return ()
        with self.desk.service.book.reading() as ledger:
            return ledger.orders(user_id)

    @property
    def customer(self) -> Customer | None:
        """The customer, once recognised."""
        user_id = self.desk.session.user_id
        if user_id is None:
            return None
        with self.desk.service.book.reading() as ledger:
            return ledger.customer(user_id)

    def said_of(self, wish: Wish) -> str:
        """Her words about the wish: when she said it, and now."""
        return wish.words if self.message in wish.words else f"{wish.words} {self.message}"

    def order_for(self, wish: Wish, fits: Collection[str]) -> Order:
        """The order a wish is about.

        The one she names by number or by what is in it; else the one spoken of last, the only one
        in a state that `fits`, or where none is, the latest.

        Raises:
            Waits: If several may be meant; she is asked which.
            Ends: If there is none.
        """
        if wish.order_id:
            mine = [o for o in self.orders if same_number(o.order_id, wish.order_id)]
            if not mine:
                self.draft.say("fact", *self.use("find_order", order_id=wish.order_id).statements)
                raise Ends
            return mine[0]
        if not self.orders:
            self.draft.say("fact", line("service-no-orders"))
            raise Ends
        fitting = [o for o in self.orders if o.status in fits]
        hits = self.orders_named(wish)
        chosen = [o for o in fitting if o.order_id in hits]
        chosen = chosen or [o for o in self.orders if o.order_id in hits]
        if not chosen:
            last = [o for o in fitting if o.order_id == self.talk.order_id]
            chosen = last or fitting or list(self.orders[:1])
        if len(chosen) > 1:
            self.ask("order", which_order(chosen))
        return chosen[0]

    def orders_named(self, wish: Wish) -> frozenset[str]:
        """Numbers of the orders whose items her words name."""
        kinds = self.desk.service.categories
        naming = Naming(
            {o.order_id: spellings(o.items) for o in self.orders},
            {o.order_id: [kinds.get(i.item_id, "") for i in o.items] for o in self.orders},
        )
        words = self.said_of(wish)
        named = {key for group in naming.groups(words) for key in group}
        return frozenset({*named, *naming.of_kind(words)})

    def items_for(self, wish: Wish, order: Order) -> tuple[str, ...]:
        """Ids of the items of `order` that a wish is about.

        Raises:
            Waits: If that is open; she is asked which.
        """
        every = tuple(item.item_id for item in order.items)
        if len(set(every)) == 1:
            return every[:1] if has_cue("one", self.said_of(wish)) else every
        kinds = self.desk.service.categories
        products = {item.item_id: item for item in order.items}
        naming = Naming(
            {key: spellings([item]) for key, item in products.items()},
            {key: [kinds.get(key, "")] for key in products},
        )
        groups = naming.groups(self.message) or naming.groups(wish.words)
        groups = groups or tuple((key,) for key in naming.of_kind(wish.words))
        if wish.whole:  # "both" of what she names, else of the order
            found = {item_id for group in groups for item_id in group} or set(every)
            return tuple(item_id for item_id in every if item_id in found)
        if not groups or any(len(group) > 1 for group in groups):
            held = Listing(items=tuple(item_words(item) for item in order.items[:MOST_ITEMS]))
            self.ask("items", line("talk-which-items", order=quoted(order.order_id), items=held))
        found = {group[0] for group in groups}
        return tuple(item_id for item_id in every if item_id in found)

    def cite_order(self, order: Order) -> None:
        """Name an order as a source."""
        self.talk.order_id = order.order_id
        title = worded("service-order-state", order=quoted(order.order_id),
                       status=status_name(order.status))  # fmt: skip
        language = self.desk.session.language
        self.draft.cite(Citation("order", order.order_id, title.text(language)))

    def cite_policies(self, reply: Reply, most: int) -> list[Statement]:
        """The first points that a search of the policies found, as quoted; each is cited."""
        told = [s for s in reply.statements if s.message == "service-policy"][:most]
        ids = reply.result.citations if reply.result else ()
        for clause_id, statement in zip(ids, told, strict=False):
            title, text = (self.desk.speaker.say(statement.values[v]) for v in ("policy", "text"))
            self.draft.cite(Citation("policy", clause_id, title, text))
        return told

    def policy(self, en: str, zh: str, names: str = "") -> None:
        """Quote the point of the policies that bears on a query, said in both languages.

        Args:
            en: The query in English.
            zh: The same in Chinese.
            names: What it is about; left out where nothing is found with it.
        """
        query = zh if self.desk.session.language == "zh" else en
        for asked in dict.fromkeys((f"{query} {names}".strip(), query)):
            reply = self.use("search_policies", query=asked)
            first = next(iter(reply.result.rows if reply.result else ()), None)
            if first is None or not set(telling(query)) & set(telling(str(first["text"]))):
                continue  # found by the item's name alone: about something else
            for statement in self.cite_policies(reply, most=1):
                self.draft.say("fact", line("talk-policy-says", **statement.values))
            return


def noted(
    desk: ServiceDesk, tool: str, arguments: dict[str, Any], reply: Reply, seconds: float
) -> ToolCall:
    """A call of a desk's tool as a turn keeps it."""
    texts = tuple(desk.speaker.fact(statement).text for statement in reply.statements)
    done = reply.result is not None or tool == "hand_over"
    return ToolCall(
        name=tool,
        arguments=arguments,
        status="ok" if done else "error",
        seconds=round(seconds, 4),
        result=reply.result,
        error=None if done else " ".join(texts),
        facts=texts if done else (),
    )
