"""The wishes behind the sentences of a message, each with what is otherwise wanted in its place."""

from collections.abc import Collection, Mapping, Sequence
from typing import get_args

from assistant.service.conditions import aim, opens_otherwise
from assistant.service.reading import filled, order_ids
from assistant.service.wishes import CHANGES, SMALL_TALK, Kind, Wish

SWALLOWS: dict[str, frozenset[str]] = {
    "parcel_missing": frozenset({"order_status"}),
    "send_back": frozenset({"item_problem", "refund_status", "change_payment"}),
    "exchange": frozenset({"item_problem", "product", "change_payment"}),
    "cancel": frozenset({"refund_status"}),
}
"""Wishes that are only the background of another in the same message."""
SAME = "same"
COURSES = frozenset({*CHANGES, "item_problem", "parcel_missing"})
"""What may be wanted with another course for where it is refused."""
FALLBACKS = frozenset({*CHANGES, "leave", SAME})
QUESTIONS = frozenset({"policy", "product", "reviews"})
"""Kinds of which each sentence is a question of its own."""
Course = tuple[str, str]
"""Words of a course and their kind."""
NAMED: frozenset[str] = frozenset(get_args(Kind))


def wishes_of(found: Sequence[tuple[str, str]], message: str, hers: Collection[str]) -> list[Wish]:
    """The wishes behind the kinds found, one for each kind and order; small talk alone if no other.

    Args:
        found: Sentences and their kinds.
        message: The whole message; what a sentence leaves open may stand elsewhere in it.
        hers: Numbers of the customer's own orders.
    """
    asked, fallbacks = _parted(found)
    kinds = {kind for _, kind in asked}
    swallowed = {small for kind in kinds for small in SWALLOWS.get(kind, ())}
    wishes: dict[tuple[str, str], Wish] = {}
    everywhere = order_ids(message, hers)
    taken = {
        number: place
        for place, (sentence, kind) in enumerate(asked)
        if kind in CHANGES
        for number in order_ids(sentence, hers)
    }
    for n, (sentence, kind) in enumerate(asked):
        if kind in swallowed or kind not in NAMED:
            continue
        free = [o for o in everywhere if kind not in CHANGES or taken.get(o, n) == n]
        for number in order_ids(sentence, hers) or (*free[:1],) or ("",):
            place = sentence if kind in QUESTIONS else number
            before = wishes.get((kind, place))
            words = f"{before.words} {sentence}" if before else sentence
            wish = Wish.model_validate({"kind": kind, "words": words, "order_id": number})
            said = _without(message, fallbacks) if len(kinds & CHANGES) < 2 else words
            wish = filled(wish, said)
            for course in fallbacks.get(n, ()):
                wish = wish.or_else(_otherwise(wish, *course, message, hers))
            wishes[kind, place] = wish
    every = list(wishes.values())
    meant = [wish for wish in every if wish.kind not in SMALL_TALK]
    if not meant and everywhere:  # an order number alone asks how it stands
        meant = [Wish(kind="order_status", words=message, order_id=n) for n in everywhere]
    return sorted(meant or every[:1], key=lambda wish: wish.kind in CHANGES)


def _parted(found: Sequence[Course]) -> tuple[list[Course], dict[int, list[Course]]]:
    """What is asked for, and by its place the courses to take where that is refused."""
    asked: list[Course] = []
    fallbacks: dict[int, list[Course]] = {}
    for words, kind in found:
        held = [n for n, (_, before) in enumerate(asked) if before in COURSES]
        if held and opens_otherwise(words) and kind in FALLBACKS:
            fallbacks.setdefault(held[-1], []).append((words, kind))
        elif kind not in {told for every in fallbacks.values() for _, told in every}:
            asked.append((words, kind))
    return asked, fallbacks


def _without(message: str, fallbacks: Mapping[int, Sequence[Course]]) -> str:
    for courses_ in fallbacks.values():
        for words, _ in courses_:
            message = message.replace(words, " ")
    return message


def _otherwise(wish: Wish, words: str, kind: str, message: str, hers: Collection[str]) -> Wish:
    """What she wants where `wish` is refused; a reason may stand anywhere in her message."""
    number = next(iter(order_ids(words, hers)), "")
    what = wish.kind if kind == SAME else kind
    aimed = aim(words)
    fallback = Wish.model_validate({"kind": what, "words": aimed, "order_id": number})
    told = filled(fallback, message).reason
    return filled(fallback.model_copy(update={"reason": told}), aimed)
