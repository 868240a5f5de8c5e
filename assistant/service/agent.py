"""One message of a customer answered: heard by the desk, read for wishes, helped with each in turn.

Code reads and decides; the model only says what a sentence wants where code cannot tell. Nothing of
the store's texts is read by either.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from langchain_core.messages import AIMessage

from assistant.service.answering import ANSWERS
from assistant.service.changing import CHANGING
from assistant.service.composing import Draft, line
from assistant.service.cues import cued, has_cue
from assistant.service.following import at_price, merge, way_out
from assistant.service.helping import WAY_OUT, Ends, Helper, Refused, Waits
from assistant.service.introducing import introduced, misheard
from assistant.service.listening import PEOPLE, Listener, wishes_of
from assistant.service.prices import price_limits
from assistant.service.reading import order_ids
from assistant.service.spreading import spread, turned
from assistant.service.threads import Talk
from assistant.service.voice import in_brand
from assistant.service.wishes import CHANGES, PERSONAL, SMALL_TALK, Kind, Wish
from tools.service.consent import answer_in
from tools.service.desk import Reply, ServiceDesk
from tools.service.reading import LONGEST
from tools.service.words import customer_name
from tools.wording.values import Language

IDENTITY = "service-not-recognised"
HELP = {**ANSWERS, **CHANGING}
POLICY_ON: dict[Kind, dict[Language, str]] = {
    "send_back": {"en": "return policy", "zh": "退货政策"},
    "exchange": {"en": "exchange policy", "zh": "换货政策"},
}
"""What the policy is called that says how it is done."""
LONGEST_NO = 40
"""Characters of a message that may be nothing but a no."""
INSTEAD = 6
"""Characters from which a no may go on to say what is wanted instead."""


@dataclass(frozen=True)
class ServiceAgent:
    """Answers customers.

    Attributes:
        listener: Reads what they want.
    """

    listener: Listener

    def answer(
        self, desk: ServiceDesk, talk: Talk, message: str,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[Draft, list[AIMessage]]:  # fmt: skip
        """The answer to the customer's next message, and the model's replies it took.

        Args:
            desk: Her conversation's desk; its session is that of `talk`.
            talk: What is known in the conversation; kept up to date.
            message: What she wrote.
            cancelled: Whether the turn has been stopped.
        """
        helper = Helper(desk, talk, Draft(), message[:LONGEST])
        spent: list[AIMessage] = []
        helper.waiting = desk.session.pending is not None
        known = desk.session.user_id
        helper.before, talk.asked = talk.asked, ""
        heard = desk.hear(message)
        if heard.heard in ("open", "not recognised") and known is None:
            heard = introduced(helper) or heard
        self._open(helper, heard, known=known is not None)
        if len(message) > LONGEST:
            helper.draft.say("opening", line("talk-long"))
        try:
            if heard.heard == "handed over":
                helper.draft.say("closing", *heard.statements)
            elif heard.heard == "settled":
                self._settled(helper, heard, self._instead(helper, heard, cancelled, spent))
            elif self._wanted(helper, heard, cancelled, spent):
                self._help(helper)
        except (Ends, Waits):
            pass
        self._close(helper)
        return helper.draft, spent

    def _open(self, helper: Helper, heard: Reply, *, known: bool) -> None:
        """Greet her in the first turn, by name where she is known; thank her for telling it."""
        customer = helper.customer
        named = customer is not None and bool(customer.full_name)
        if (
            helper.talk.turns == 0
            and heard.heard != "settled"
            and not has_cue("parting", helper.message)
        ):
            if named and customer is not None:
                hello = line("talk-hello-name", name=customer_name(customer))
            else:
                hello = line("talk-hello")
            hello = in_brand(helper.desk.service, "service_hello", hello)
            helper.draft.say("opening", hello)
        elif heard.heard == "recognised" and not known:
            helper.draft.say("opening", *heard.statements)
        if heard.heard == "not recognised":
            helper.draft.say("fact", *heard.statements)
            misheard(helper)
        helper.talk.turns += 1

    def _instead(
        self, helper: Helper, heard: Reply, cancelled: Callable[[], bool], spent: list[AIMessage]
    ) -> list[Wish]:
        """Another change that she wants in place of the one she has just declined."""
        declined = helper.talk.wishes[:1]
        if heard.statements[0].message != "service-withdrawn" or len(helper.message) < INSTEAD:
            return []
        hers = [order.order_id for order in helper.orders]
        found = self.listener.kinds(
            helper.message, expecting=False, cancelled=cancelled, spent=spent
        )
        wanted = wishes_of(found, helper.message, hers)
        kinds = CHANGES - {wish.kind for wish in declined}
        return [wish for wish in wanted if wish.kind in kinds]

    def _settled(self, helper: Helper, heard: Reply, instead: list[Wish]) -> None:
        """The change that waited is made or dropped: on to what is left of her wishes."""
        talk = helper.talk
        helper.draft.say("fact", *heard.statements)
        for order in helper.orders:
            if (
                order.order_id == talk.order_id
                and talk.wishes[:1]
                and talk.wishes[0].kind in CHANGES
            ):
                helper.cite_order(order)
        talk.wishes[:1] = instead
        if not talk.wishes:
            helper.draft.say("ask", line("talk-else"))
            return
        helper.draft.group += 1
        if not instead:
            helper.draft.say("fact", line("talk-now-rest"))
        self._help(helper)

    def _answered(self, helper: Helper) -> bool | None:
        """Take a short answer to a question of ours: whether to go on with her wishes.

        `None` where the message is no such answer.
        """
        talk, message = helper.talk, helper.message
        agreed = has_cue("nearly_yes", message) or answer_in(message) == "yes"
        if helper.before == "colleague" and agreed:
            helper.hand_over("out of scope")
        if helper.before == WAY_OUT and talk.wishes and way_out(helper, agreed=agreed):
            return True
        if helper.waiting and agreed:
            helper.draft.say("feeling", line("talk-clear-yes"))
            return True
        if talk.wishes and (has_cue("drops", message) or _no(message)):
            talk.wishes.clear()
            helper.draft.say("fact", line("talk-dropped"))
            helper.draft.say("ask", line("talk-else"))
            return False
        return None

    def _wanted(
        self, helper: Helper, heard: Reply, cancelled: Callable[[], bool],
        spent: list[AIMessage],
    ) -> bool:  # fmt: skip
        """Take down what she wants; whether anything is to be done about it now."""
        talk, message = helper.talk, helper.message
        if (go_on := self._answered(helper)) is not None:
            return go_on
        if heard.heard == "not recognised" and talk.wishes:
            return False
        expecting = bool(helper.before) or helper.waiting
        found = self.listener.kinds(message, expecting=expecting, cancelled=cancelled, spent=spent)
        for kind in PEOPLE & {kind for _, kind in found}:
            helper.hand_over("asked" if kind == "person" else "upset")
        hers = [order.order_id for order in helper.orders]
        wishes = wishes_of(found, message, hers)
        if talk.item and not talk.wishes and any(price_limits(message)):
            wishes = [w for w in wishes if w.kind in CHANGES] or [at_price(talk.item, message)]
        if talk.wishes and (not found or all(wish.kind in SMALL_TALK for wish in wishes)):
            wishes = []
        if helper.waiting and talk.wishes:
            helper.draft.say("opening", line("talk-not-yet"))
        merge(helper, wishes, order_ids(message, hers))
        if talk.wishes:
            return heard.heard != "not recognised" or any(
                wish.kind not in PERSONAL for wish in talk.wishes
            )
        if heard.heard == "recognised":
            helper.draft.say("ask", line("talk-how"))
        elif heard.heard == "open":
            self._puzzled(helper)
        return False

    def _puzzled(self, helper: Helper) -> None:
        """Nothing she wants was read."""
        if answer_in(helper.message) != "other" and len(helper.message) <= LONGEST_NO:
            helper.draft.say("fact", line("talk-nothing-waits"))
            helper.draft.say("ask", line("talk-how"))
            return
        helper.desk.session.helped = False
        if not any(letter.isalpha() for letter in helper.message):
            helper.draft.say("fact", line("talk-no-words"))
            helper.draft.say("ask", line("talk-describe"))
        else:
            helper.draft.say("ask", line("talk-describe"))
            helper.draft.say("ask", line("talk-can"))

    def _help(self, helper: Helper) -> None:
        """Help with each wish until one has to wait for her answer."""
        talk, session = helper.talk, helper.desk.session
        left: list[Wish] = []
        stopped = unknown = False
        if session.user_id is not None:
            talk.wishes = [each for wish in talk.wishes for each in spread(helper, wish)]
        for wish in talk.wishes:
            if session.handed_over is not None:
                break
            if stopped:
                left.append(wish)
            elif wish.kind in PERSONAL and session.user_id is None:
                if helper.before != "identity" and has_cue("asks_how", wish.words):
                    self._rule(helper, wish)
                left.append(wish)
                unknown = True
            else:
                stopped = self._helped(helper, wish)
                if stopped:
                    left.append(helper.kept or wish)
                helper.kept = None
        answered = len(left) < len(talk.wishes)
        talk.wishes = [] if session.handed_over is not None else left
        if unknown and not stopped and talk.wishes:
            self._who(helper, answered=answered)
        if stopped and left[1:]:
            helper.draft.group += 1
            helper.draft.say("fact", line("talk-next"))

    def _rule(self, helper: Helper, wish: Wish) -> None:
        """Tell anybody the policy on what she asks how to do."""
        if (named := POLICY_ON.get(wish.kind)) is not None:
            words = named[helper.desk.session.language]
            self._helped(helper, wish.model_copy(update={"kind": "policy", "words": words}))

    def _who(self, helper: Helper, *, answered: bool) -> None:
        """Ask who she is, unless she has been asked and her other question is answered."""
        talk = helper.talk
        if answered and helper.before == "identity":
            talk.asked = "identity"
            return
        if any(wish.kind == "item_problem" for wish in talk.wishes):
            helper.draft.say("feeling", line("talk-sorry-item"))
        missing = {"postcode": "talk-need-name"}
        asks = next((missing.get(part, "talk-need-postcode") for part in talk.given), IDENTITY)
        with suppress(Waits):
            helper.ask("identity", line(asks))

    def _helped(self, helper: Helper, wish: Wish) -> bool:
        """Help with one wish, or with what she wants in its place; whether it waits for her."""
        helper.kept = wish
        try:
            HELP[wish.kind](helper, wish)
        except Waits:
            return True
        except Refused:
            helper.draft.group += 1
            return wish.otherwise is not None and self._helped(helper, turned(helper, wish))
        except Ends:
            return False
        finally:
            helper.draft.group += 1
        return helper.desk.session.pending is not None

    def _close(self, helper: Helper) -> None:
        """Count whether the turn helped; after too many that did not, a person takes over."""
        over = helper.desk.close_turn()
        if over is not None:
            helper.draft.parts = [p for p in helper.draft.parts if p.place != "ask"]
            helper.draft.say("closing", *over.statements)
            helper.talk.wishes = []


def _no(message: str) -> bool:
    """Whether `message` is a plain no, and no reason that begins with one ("no longer needed")."""
    told = cued("reasons", message) or cued("return_reasons", message)
    return answer_in(message) == "no" and not told and len(message) <= LONGEST_NO
