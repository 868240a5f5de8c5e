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
from assistant.service.cues import has_cue
from assistant.service.helping import Ends, Helper, Refused, Waits
from assistant.service.introducing import introduced, misheard
from assistant.service.listening import Listener
from assistant.service.quoting import quote_policy
from assistant.service.spreading import fitting, spread, turned
from assistant.service.threads import Talk
from assistant.service.voice import in_brand
from assistant.service.wanting import Wanting
from assistant.service.wishes import CHANGES, PERSONAL, Kind, Wish
from tools.service.desk import Reply, ServiceDesk
from tools.service.reading import LONGEST
from tools.service.words import customer_name
from tools.wording.values import Language

IDENTITY = "service-not-recognised"
WITH_COLLEAGUE = "with colleague"
HELP = {**ANSWERS, **CHANGING}
POLICY_ON: dict[Kind, dict[Language, str]] = {
    "send_back": {"en": "return policy", "zh": "退货政策"},
    "exchange": {"en": "exchange policy", "zh": "换货政策"},
}
"""What the policy is called that says how it is done."""


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
        helper = Helper(desk, talk, Draft(), message[:LONGEST], self.listener.router)
        spent: list[AIMessage] = []
        wanting = Wanting(self.listener, cancelled, spent)
        helper.waiting = desk.session.pending is not None
        known = desk.session.user_id
        helper.before, talk.asked = talk.asked, ""
        helper.refused, talk.refused = talk.refused, ""
        heard = desk.hear(message)
        if heard.heard in ("open", "not recognised") and known is None:
            heard = introduced(helper) or heard
        self._open(helper, heard, known=known is not None)
        if len(message) > LONGEST:
            helper.draft.say("opening", line("talk-long"))
        try:
            if heard.heard == "handed over":
                again = helper.before == WITH_COLLEAGUE
                told = (line("talk-passed-on"),) if again else heard.statements
                helper.draft.say("closing", *told)
                talk.asked = "" if again else WITH_COLLEAGUE
            elif heard.heard == "settled":
                self._settled(helper, heard, wanting.instead(helper, heard))
            elif wanting.wanted(helper, heard):
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
        if not instead:
            helper.message = ""  # her yes or no tells nothing of what else she wants
        if not talk.wishes:
            helper.draft.say("ask", line("talk-else"))
            return
        helper.draft.group += 1
        if not instead:
            helper.draft.say("fact", line("talk-now-rest"))
        self._help(helper)

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
        """Tell anybody the policy on what she asks, before it is known who she is."""
        words, topics = wish.words, self.listener.router.topics
        if (
            helper.before == "identity"
            and helper.message not in words
            and words not in helper.message
        ):
            return
        if has_cue("asks_how", words) and (named := POLICY_ON.get(wish.kind)) is not None:
            quote_policy(helper, named[helper.desk.session.language])
        elif has_cue("question", words) and topics.asks_rule(words):
            quote_policy(helper, words, fresh=True)

    def _who(self, helper: Helper, *, answered: bool) -> None:
        """Ask who she is, unless she has been asked and her other question is answered."""
        talk = helper.talk
        if answered and helper.before == "identity":
            talk.asked = "identity"
            return
        if any(wish.kind == "item_problem" for wish in talk.wishes):
            helper.draft.say("feeling", line("talk-sorry-item"))
        missing = {"postcode": "talk-need-name"}
        informed = talk.told and not CHANGES & {wish.kind for wish in talk.wishes}
        usual = "talk-next-identity" if informed else IDENTITY
        asks = next((missing.get(part, "talk-need-postcode") for part in talk.given), usual)
        with suppress(Waits):
            helper.ask("identity", line(asks))

    def _helped(self, helper: Helper, wish: Wish) -> bool:
        """Help with one wish, or with what she wants in its place; whether it waits for her."""
        wish = fitting(helper, wish)
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
