"""What a customer's message asks for, with what is known of the conversation so far."""

from collections.abc import Callable
from dataclasses import dataclass

from langchain_core.messages import AIMessage

from assistant.service.composing import line
from assistant.service.cues import cued, has_cue
from assistant.service.following import at_price, merge, way_out
from assistant.service.gathering import NAMED, Course, wishes_of
from assistant.service.helping import WAY_OUT, Helper
from assistant.service.listening import PEOPLE, SURE, Listener
from assistant.service.picking import FOREIGN, orders_named
from assistant.service.prices import price_limits
from assistant.service.quoting import goes_on
from assistant.service.reading import filled, order_ids
from assistant.service.reasons import AT_FAULT
from assistant.service.wishes import CHANGES, PERSONAL, SMALL_TALK, Kind, Wish
from tools.service.consent import answer_in
from tools.service.desk import Reply
from tools.service.reading import without_contacts

AGAIN: frozenset[Kind] = frozenset({"order_status", "order_list", "product"})
"""What is read of words that name nothing but an order or an item."""
LONGEST_NO = 40
"""Characters of a message that may be nothing but a no."""
INSTEAD = 6
"""Characters from which a no may go on to say what is wanted instead."""
TOGETHER = 0.3
"""Probability of what two messages want, of which neither alone told it."""


@dataclass(frozen=True)
class Wanting:
    """Reads what a customer wants in one turn.

    Attributes:
        listener: Reads wishes by the sentence.
        cancelled: Whether the turn has been stopped.
        spent: Takes the model's replies.
    """

    listener: Listener
    cancelled: Callable[[], bool]
    spent: list[AIMessage]

    def instead(self, helper: Helper, heard: Reply) -> list[Wish]:
        """Another change that she wants in place of the one she has just declined."""
        declined = helper.talk.wishes[:1]
        if heard.statements[0].message != "service-withdrawn" or len(helper.message) < INSTEAD:
            return []
        hers = [order.order_id for order in helper.orders]
        wanted = wishes_of(self._heard(helper, expecting=False), helper.message, hers)
        kinds = CHANGES - {wish.kind for wish in declined}
        return [wish for wish in wanted if wish.kind in kinds]

    def wanted(self, helper: Helper, heard: Reply) -> bool:
        """Take down what she wants; whether anything is to be done about it now."""
        talk = helper.talk
        if (go_on := answered(helper)) is not None:
            return go_on
        if heard.heard == "not recognised" and talk.wishes:
            return False
        wishes = self._new(helper)
        if helper.waiting and talk.wishes:
            helper.draft.say("opening", line("talk-not-yet"))
        hers = [order.order_id for order in helper.orders]
        merge(helper, wishes, order_ids(helper.message, hers))
        if talk.wishes:
            return heard.heard != "not recognised" or any(
                wish.kind not in PERSONAL for wish in talk.wishes
            )
        if heard.heard == "recognised":
            helper.draft.say("ask", line("talk-how"))
            talk.unread = helper.message
        elif heard.heard == "open" and not helper.draft.has("fact"):
            puzzled(helper)
        return False

    def _heard(self, helper: Helper, *, expecting: bool) -> list[Course]:
        """The sentences of her message that want something, and what.

        Raises:
            Ends: If she wants a person, or needs one.
        """
        message = helper.message
        found = self.listener.kinds(
            message, expecting=expecting, cancelled=self.cancelled, spent=self.spent
        )
        for kind in PEOPLE & {kind for _, kind in found}:
            helper.hand_over("asked" if kind == "person" else "upset")
        return found

    def _new(self, helper: Helper) -> list[Wish]:
        """What she wants beside what waits already."""
        talk, message = helper.talk, helper.message
        found = self._heard(helper, expecting=bool(helper.before) or helper.waiting)
        hers = [order.order_id for order in helper.orders]
        wishes = wishes_of(found, message, hers) if found or not talk.wishes else []
        if talk.item and not talk.wishes and any(price_limits(message)):
            return [w for w in wishes if w.kind in CHANGES] or [at_price(talk.item, message)]
        if talk.item and not talk.wishes and has_cue("asks_price", message):
            return [Wish(kind="product", words=message)]
        if talk.wishes and all(wish.kind in SMALL_TALK for wish in wishes):
            if not wishes or helper.before != "identity" or _changes(talk.wishes):
                return []
            talk.wishes = []  # she has her answer and says thanks instead of who she is
        if helper.refused:  # what is said about a refusal is no new matter
            wishes = [wish for wish in wishes if wish.kind != "other"]
        if _leans(helper) and self._unclear(message):
            return [Wish(kind="policy", words=message)]
        if again := _once_more(helper, wishes):
            return [again]
        if helper.refused == "service-too-late" and not any(_else(helper, wish) for wish in wishes):
            return []
        return wishes or ([] if talk.wishes else self._together(helper))

    def _unclear(self, message: str) -> bool:
        """Whether `message` by itself is no clear wish."""
        chance = next(iter(self.listener.router.chances([message])[0].values()))
        return not cued("wants", message) and chance < SURE

    def _together(self, helper: Helper) -> list[Wish]:
        """What this message and the one before want, of which neither alone told it."""
        if goes_on(helper, helper.message):
            return [Wish(kind="policy", words=helper.message)]
        before, helper.talk.unread = helper.talk.unread, ""
        both = f"{without_contacts(before)} {without_contacts(helper.message)}".strip()
        if not before or not both:
            return []
        kind, chance = next(iter(self.listener.router.chances([both])[0].items()))
        if chance < TOGETHER or kind not in NAMED or kind in SMALL_TALK:
            return []
        hers = [order.order_id for order in helper.orders]
        return wishes_of([(both, kind)], f"{before} {helper.message}", hers)


def answered(helper: Helper) -> bool | None:
    """Take a short answer to a question of ours: whether to go on with her wishes.

    `None` where the message is no such answer.
    """
    talk, message = helper.talk, helper.message
    agreed = has_cue("nearly_yes", message) or answer_in(message) == "yes"
    if helper.before == "colleague" and agreed:
        helper.hand_over("out of scope")
    if helper.before == WAY_OUT and talk.wishes and way_out(helper, agreed=agreed):
        return True
    if helper.before == WAY_OUT and talk.wishes:  # what was offered is not taken
        talk.wishes[0] = talk.wishes[0].model_copy(update={"otherwise": None})
    if helper.waiting and agreed:
        helper.draft.say("feeling", line("talk-clear-yes"))
        return True
    if talk.wishes and (has_cue("drops", message) or _no(message)):
        talk.wishes.clear()
        helper.draft.say("fact", line("talk-dropped"))
        if has_cue("question", message):
            helper.draft.group += 1
            return None
        helper.draft.say("ask", line("talk-else"))
        return False
    return None


def puzzled(helper: Helper) -> None:
    """Nothing she wants was read."""
    if answer_in(helper.message) != "other" and len(helper.message) <= LONGEST_NO:
        helper.draft.say("fact", line("talk-nothing-waits"))
        helper.draft.say("ask", line("talk-how"))
        return
    if helper.before == FOREIGN:
        helper.draft.say("fact", line("talk-private"))
        helper.talk.asked = FOREIGN
        return
    if helper.refused:
        helper.draft.say("fact", line("talk-no-exception"))
        helper.draft.say("ask", line("talk-ask-colleague"))
        helper.talk.asked = "colleague"
        return
    helper.talk.unread = helper.message
    helper.desk.session.helped = False
    if not any(letter.isalpha() for letter in helper.message):
        helper.draft.say("fact", line("talk-no-words"))
        helper.draft.say("ask", line("talk-describe"))
    else:
        helper.draft.say("ask", line("talk-describe"))
        helper.draft.say("ask", line("talk-can"))


def _else(helper: Helper, wish: Wish) -> bool:
    """Whether a wish after a refusal is more than asking for an exception to it."""
    reason = helper.router.reasons.of("send_back", [wish.words], asked=False)
    fault = "item_problem" in cued("wants", wish.words) or reason in AT_FAULT
    return wish.kind != "policy" and (wish.kind != "item_problem" or fault)


def _once_more(helper: Helper, wishes: list[Wish]) -> Wish | None:
    """What she was refused just now, wanted again of the order or the items that she names."""
    refused, message = helper.talk.declined, helper.message
    if not helper.refused or refused is None or not {w.kind for w in wishes} <= AGAIN:
        return None
    hers = [order.order_id for order in helper.orders]
    number = next(iter(order_ids(message, hers)), "")
    if not number and not orders_named(helper, message):
        return None
    again = Wish(kind=refused.kind, words=message, order_id=number or refused.order_id)
    return filled(again, message)


def _leans(helper: Helper) -> bool:
    """Whether a stranger's message goes on from her question about a rule, by its words."""
    stranger = helper.desk.session.user_id is None
    return stranger and bool(helper.talk.subject) and has_cue("goes_on", helper.message)


def _changes(wishes: list[Wish]) -> bool:
    return any(wish.kind in CHANGES for wish in wishes)


def _no(message: str) -> bool:
    """Whether `message` is a plain no, and no reason that begins with one ("no longer needed")."""
    told = cued("reasons", message) or cued("return_reasons", message)
    return answer_in(message) == "no" and not told and len(message) <= LONGEST_NO
