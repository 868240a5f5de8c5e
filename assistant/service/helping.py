"""What every kind of help shares: tools used and noted, orders and items found, questions back."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Never

from assistant.service.composing import Draft, line
from assistant.service.routing import ServiceRouter
from assistant.service.threads import Talk
from assistant.service.turns import Citation
from assistant.service.wishes import Wish
from assistant.turn import ToolCall
from tools.prediction.customers.words import worded
from tools.service.desk import Reply, ServiceDesk
from tools.service.policies import telling
from tools.service.records import Customer, Order
from tools.service.words import quoted, status_name
from tools.wording.statements import Statement

WAY_OUT = "way out"
"""Asked for where she may have something in place of what she wanted."""


class Waits(Exception):  # noqa: N818  # no error: the wish waits for the customer's answer
    """The wish cannot go on before the customer has answered."""


class Ends(Exception):  # noqa: N818  # no error: there is nothing more to do about the wish
    """The wish is over: refused, or with a colleague."""


class Refused(Ends):
    """The wish cannot be granted; what she wants in that case is turned to."""


@dataclass
class Helper:
    """Helps one customer with one message.

    Attributes:
        desk: Her conversation's desk.
        talk: What is known in it.
        draft: The answer under way.
        message: What she wrote now.
        router: Tells what a question is about, and why she wants something.
        before: What she had been asked for before this message.
        waiting: Whether a change waited for her yes.
        learned: Whether the message has told something new of a wish.
        kept: The wish being helped with as it is to be kept, with what helping has added to it.
        refused: The refusal she was told before this message.
    """

    desk: ServiceDesk
    talk: Talk
    draft: Draft
    message: str
    router: ServiceRouter
    before: str = ""
    waiting: bool = False
    learned: bool = False
    kept: Wish | None = None
    refused: str = ""

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

    def offer(self, wish: Wish, instead: Wish, question: Statement) -> Never:
        """Ask whether she would like `instead` in place of `wish`.

        Raises:
            Waits: Always.
        """
        words = instead.words or wish.words
        instead = instead.model_copy(
            update={"words": words, "reason": instead.reason or wish.reason}
        )
        self.kept = wish.model_copy(update={"otherwise": instead})
        self.ask(WAY_OUT, question)

    def refuse(self, *statements: Statement) -> None:
        """Say why it cannot be done, and turn to what she wants in that case, if she has said it.

        Raises:
            Refused: If she has.
        """
        self.draft.say("fact", *statements)
        self.talk.refused, self.talk.declined = statements[0].message, self.kept
        if self.kept is not None and self.kept.otherwise is not None:
            raise Refused

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
            self.cite_policy(clause_id, statement)
        return told

    def cite_policy(self, clause_id: str, statement: Statement) -> None:
        """Name a point of a policy as a source."""
        title, text = (self.desk.speaker.say(statement.values[v]) for v in ("policy", "text"))
        self.draft.cite(Citation("policy", clause_id, title, text))
        self.talk.told.append(clause_id)

    def policy(self, en: str, zh: str, names: str = "", *, aloud: bool = True) -> None:
        """Quote the point of the policies that bears on a query, said in both languages.

        Args:
            en: The query in English.
            zh: The same in Chinese.
            names: What it is about; left out where nothing is found with it.
            aloud: Whether it is said too, and not only cited.
        """
        query = zh if self.desk.session.language == "zh" else en
        for asked in dict.fromkeys((f"{query} {names}".strip(), query)):
            reply = self.use("search_policies", query=asked)
            first = next(iter(reply.result.rows if reply.result else ()), None)
            if first is None or not set(telling(query)) & set(telling(str(first["text"]))):
                continue  # found by the item's name alone: about something else
            known = set(self.talk.told)
            for statement in self.cite_policies(reply, most=1):
                if aloud and not known & set(self.talk.told[-1:]):
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
