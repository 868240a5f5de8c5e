"""What a message adds to what a customer wants already."""

from assistant.service.composing import line
from assistant.service.cues import has_cue
from assistant.service.helping import Helper
from assistant.service.prices import without_limits
from assistant.service.reading import filled
from assistant.service.spreading import turned
from assistant.service.wishes import CHANGES, Kind, Wish

TAKEN: dict[Kind, Kind] = {
    "send_back": "send_back", "refund_status": "send_back", "cancel": "send_back",
    "exchange": "exchange",
}  # fmt: skip
"""What she may ask for of an item with a fault, and what is then to be done."""


def merge(helper: Helper, wishes: list[Wish], numbers: tuple[str, ...]) -> None:
    """Put new wishes with those that wait; what only adds to one that waits is added to it."""
    talk = helper.talk
    if talk.wishes:
        first, *rest = talk.wishes
        ways_out = [w for w in wishes if w.kind in TAKEN]
        same = [w for w in wishes if w.kind == first.kind]
        if first.kind == "item_problem" and ways_out:
            chosen = ways_out[0]
            wishes = [wish for wish in wishes if wish is not chosen]
            words = f"{first.words} {chosen.words}"
            as_wish = {"words": words, "kind": TAKEN[chosen.kind]}
            first = filled(chosen.model_copy(update=as_wish), words)
        elif same:
            wishes = [wish for wish in wishes if wish not in same]
        if same or not wishes:
            first = filled(first, helper.message)
        if numbers and not wishes:
            first = first.model_copy(update={"order_id": numbers[0]})
        helper.learned = first != talk.wishes[0]
        changes = [wish for wish in wishes if wish.kind in CHANGES]
        infos = [wish for wish in wishes if wish.kind not in CHANGES]
        talk.wishes = [*infos, *changes, first, *rest]
    else:
        talk.wishes = wishes


def way_out(helper: Helper, *, agreed: bool) -> bool:
    """Whether she takes what she was offered in place of what she wanted; then it is wanted."""
    first, message = helper.talk.wishes[0], helper.message
    if has_cue("replacement", message) or has_cue("colleague", message):
        helper.draft.say("closing", line("talk-replacement-colleague"))
        helper.hand_over("out of scope")
    quick = has_cue("faster", message)
    if first.kind == "item_problem":
        agreed = quick
    if first.otherwise is None or not (agreed or has_cue("money_back", message)):
        return False
    if quick:
        helper.draft.say("fact", line("talk-faster"))
    helper.talk.wishes[0] = filled(turned(helper, first), message)
    return True


def at_price(item: str, message: str) -> Wish:
    """What was spoken of last, at the price `message` tells."""
    return Wish(kind="product", words=f"{without_limits(item)} {message}")
