"""The service desk: one conversation's turns, whoever chooses the tools and words the answers.

It reads each message for what code alone may decide: the yes or no to a change that waits, who the
customer is, whether a person must take over. A yes counts only as the very next message after the
change was told; anything else takes the proposal back, so that no yes can be meant for another.
"""

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from tools.errors import ToolError
from tools.prediction.customers.words import worded
from tools.result import ToolResult
from tools.service import reading
from tools.service.consent import answer_in
from tools.service.recognising import named
from tools.service.service import Service
from tools.service.session import HandOverReason, Session
from tools.service.tools import TOOLS, ServiceTools
from tools.service.words import answer, quoted
from tools.wording.speaker import Speaker
from tools.wording.statements import Statement
from tools.wording.values import Listing, Quote

Heard = Literal["settled", "recognised", "not recognised", "handed over", "open"]

UNHELPFUL = frozenset(
    {
        "service-no-order",
        "service-unknown-item",
        "service-no-policy",
        "service-bad-argument",
        "service-puzzled",
    }
)
"""Answers that leave a customer where she was; a refusal that names the rule does not."""

REMEMBERED = 5
"""Messages of the customer that a summary quotes."""


@dataclass(frozen=True)
class Reply:
    """What the desk has to say.

    Attributes:
        heard: What the message was: an answer to a proposal, an introduction (that fits a customer
            or none), a case for a person, or something still to be answered with a tool.
        statements: Sentences for the customer, in order.
        result: The tool's result, where one was used.
    """

    heard: Heard
    statements: tuple[Statement, ...] = ()
    result: ToolResult | None = None

    def text(self, speaker: Speaker) -> str:
        """The sentences in the speaker's language."""
        between = "" if speaker.language == "zh" else " "
        return between.join(speaker.fact(statement).text for statement in self.statements)


@dataclass
class ServiceDesk:
    """One customer's conversation with a store's service."""

    service: Service
    session: Session = field(default_factory=Session)

    @property
    def tools(self) -> ServiceTools:
        """The tools of this conversation."""
        return ServiceTools(self.service, self.session)

    @property
    def speaker(self) -> Speaker:
        """Says statements in the customer's language and the store's currency."""
        return Speaker(self.session.language, self.service.store.profile.currency)

    def hear(self, message: str) -> Reply:
        """Take the customer's next message; `open` where it is still to be answered.

        A change that waits is made or dropped, an introduction recognises her, and a person takes
        over when she asks for one or is upset.

        Args:
            message: Her own words.
        """
        session = self.session
        over = self.close_turn()
        session.language = reading.language_of(message, session.language)
        session.asked.append(message[: reading.LONGEST])
        if over is not None:
            return over
        if session.handed_over is not None:
            return Reply("handed over", (answer("service-with-colleague"),))
        try:
            if settled := self.settle(message):
                return self._said("settled", settled)
        except ToolError as error:
            return self._said("settled", (error.statement,))
        for cue, reason in CUES:
            if reading.has_cue(message, cue):
                session.mood = "upset" if reason == "upset" else session.mood
                return self.hand_over(reason)
        return self._introduced(message)

    def sign_in(self, user_id: str) -> None:
        """Serve the customer of that id, whom the shop has signed in itself.

        Raises:
            ToolError: If the store has no such customer, or another one is being served.
        """
        session = self.session
        if session.user_id == user_id:
            return
        if session.user_id is not None:
            raise ToolError("service-other-customer")
        with self.service.book.reading() as ledger:
            customer = ledger.customer(user_id)
        customer = customer or self.service.stranger(user_id)
        if customer is None:
            raise ToolError("service-unknown-user", user=quoted(user_id, 40))
        session.user_id = user_id
        self.service.welcome(customer)

    def _introduced(self, message: str) -> Reply:
        """Recognise the customer by what she says of herself, where nobody is recognised yet."""
        reply = Reply("open")
        with self.service.book.reading() as ledger:
            hers = named(ledger, message[: reading.LONGEST], self.session.asked[:-1])
        for given in (hers,) if hers else reading.introductions(message):
            if self.session.user_id is None and self.session.handed_over is None:
                found = self.use("find_customer", given)
                known = self.session.user_id is not None
                heard: Heard = "recognised" if known else "not recognised"
                reply = found if found.heard == "handed over" else replace(found, heard=heard)
        return reply

    def settle(self, message: str) -> tuple[Statement, ...]:
        """What the customer's `message` settles by itself: the change that waits, made or dropped.

        Returns:
            What has been done, or that nothing has; empty where nothing waited for an answer, or
            where the message was none: then the proposal is taken back.

        Raises:
            ToolError: If the change can no longer be made as it was told.
        """
        pending, self.session.pending = self.session.pending, None
        if pending is None:
            return ()
        asker, reply = self.session.asker, answer_in(message, pending.kind, pending.about)
        if reply == "yes":
            done = self.service.proposals.confirm(asker, pending.token, message).done
            self.session.done.append(self.speaker.fact(done[0]).text)
            return done
        self.service.proposals.withdraw(asker)
        return (answer("service-withdrawn"),) if reply == "no" else ()

    def use(self, tool: str, arguments: dict[str, Any]) -> Reply:
        """Use a tool for the customer; what cannot be done is said in words, never raised.

        Several may be used for one message; `close_turn` then counts whether that helped.

        Args:
            tool: One of `TOOLS`.
            arguments: Its arguments.
        """
        if tool not in TOOLS:
            return self.puzzled()
        if tool == "hand_over":  # the summary is written by code, from what was said and done
            return self.hand_over(arguments.get("reason", "out of scope"))
        try:
            result = getattr(self.tools, tool)(**arguments)
        except ToolError as error:
            return self._said("open", (error.statement,))
        return self._said("open", result.statements, result)

    def puzzled(self) -> Reply:
        """Say that the message was not understood."""
        return self._said("open", (answer("service-puzzled"),))

    def hand_over(self, reason: HandOverReason) -> Reply:
        """Let a person take over, with a summary of the conversation."""
        self.service.hand_over(self.session, reason, self.summary(reason))
        return Reply("handed over", (answer(HANDED_OVER.get(reason, "service-handed-over")),))

    def summary(self, reason: HandOverReason) -> str:
        """The conversation for the colleague: who, why, what she said, what has been done."""
        session = self.session
        said = tuple(quoted(text, 200) for text in session.asked[-REMEMBERED:])
        lines = [
            answer(
                "service-summary",
                user=Quote(text=session.user_id) if session.user_id else worded("service-nobody"),
                reason=worded(f"service-because-{reason.replace(' ', '-')}"),
            )
        ]
        if said:
            lines.append(answer("service-summary-said", said=Listing(items=said)))
        told = [self.speaker.fact(line).text for line in lines]
        return " ".join([*told, *session.done])

    def rate(self, stars: int | None = None, *, resolved: bool | None = None) -> None:
        """Keep how the customer found the conversation.

        Args:
            stars: 1 (worst) to 5 (best).
            resolved: Whether her matter was settled.
        """
        self.service.rate(self.session, stars, resolved=resolved)

    def close_turn(self) -> Reply | None:
        """Count whether the turn helped, when its answer is whole; a new message does so too.

        Returns:
            The hand-over, where she has been left without help as often as the rules allow.
        """
        session = self.session
        helped, session.helped = session.helped, None
        if helped is not None:
            session.stuck = 0 if helped else session.stuck + 1
        over = session.stuck >= self.service.rules.stuck_limit and session.handed_over is None
        return self.hand_over("stuck") if over else None

    def _said(
        self, heard: Heard, statements: tuple[Statement, ...], result: ToolResult | None = None
    ) -> Reply:
        """A reply; it is noted whether it helped."""
        helps = statements[0].message not in UNHELPFUL
        self.session.helped = bool(self.session.helped) or helps
        if self.session.handed_over is not None:
            return Reply("handed over", statements, result)
        return Reply(heard, statements, result)


CUES: tuple[tuple[reading.Cue, HandOverReason], ...] = (("person", "asked"), ("upset", "upset"))
HANDED_OVER: dict[HandOverReason, str] = {"upset": "service-handed-over-upset"}
