"""What was understood of a description, in the order in which conditions are put together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tools.errors import ToolError
from tools.metrics.dimensions import DIMENSIONS
from tools.periods import resolve
from tools.periods.calendar import POINT
from tools.segments.rules import Thing
from tools.segments.segment import Segment
from tools.segments.tokens import Token


@dataclass(frozen=True)
class Understood:
    """A token with what it names in the store.

    Attributes:
        token: Where it stands and what kind it is.
        things: Values of the store, for a `thing`.
        segment: The segment, for a `segment`.
    """

    token: Token
    things: tuple[Thing, ...] = ()
    segment: Segment | None = None


def ordered(found: Sequence[Understood], text: str) -> list[Understood]:
    """`found` with months told one by one as one time, and things behind their verb.

    "7月、8月和9月" is one quarter; "A和B都买过" bought both; "看A看了3次" viewed A 3 times.
    """
    return _said_once(_behind(_joined(list(found)), text))


def _joined(found: list[Understood]) -> list[Understood]:
    """Months that follow each other, with nothing but a joint between, as one period."""
    kept: list[Understood] = []
    for one in found:
        joint = len(kept) > 1 and kept[-1].token.kind == "join" and kept[-2].token.kind == "period"
        if joint and one.token.kind == "period" and _follows(kept[-2].token, one.token):
            kept.pop()
            first = kept.pop().token
            value = f"{first.value.split('..')[0]}..{one.token.value}"
            kept.append(Understood(replace(first, end=one.token.end, value=value)))
        else:
            kept.append(one)
    return kept


def _follows(first: Token, then: Token) -> bool:
    """Whether the month `then` comes right after the month or months `first`."""
    last = first.value.split("..")[-1]
    if not (POINT.fullmatch(last) and POINT.fullmatch(then.value)):
        return False
    try:
        ended = resolve(last, date.max, date.min).last
        return resolve(then.value, date.max, date.min).first == ended + timedelta(days=1)
    except ToolError:
        return False


def _behind(found: list[Understood], text: str) -> list[Understood]:
    """Several things told before their verb ("A和B都买过"), moved behind it."""
    kept: list[Understood] = []
    place = 0
    while place < len(found):
        end = _listed(found, place)
        verb = _verb_after(found, end, text) if end - place > 1 else None
        if verb is None:
            kept.append(found[place])
            place += 1
            continue
        kept += [*found[end : verb + 1], *_alike(found[end:verb], found[place:end])]
        place = verb + 1
    return kept


def _alike(before: Sequence[Understood], things: list[Understood]) -> list[Understood]:
    """`things` with their joints; none of them is "not this or that"."""
    if not any(one.token.kind in ("not", "nothing") for one in before):
        return things
    return [one for one in things if one.token.kind != "join"]


def _listed(found: Sequence[Understood], place: int) -> int:
    """Where a list of things sold that begins at `place` ends."""
    end = place
    while end < len(found) and _is_sold(found[end]):
        end += 1
        if end + 1 < len(found) and found[end].token.kind == "join" and _is_sold(found[end + 1]):
            end += 1
    return end


def _is_sold(one: Understood) -> bool:
    homes = {DIMENSIONS[thing.dimension].home for thing in one.things}
    return one.token.kind == "thing" and homes == {"items"}


def _verb_after(found: Sequence[Understood], end: int, text: str) -> int | None:
    """Place of the verb that the things before `end` belong to; `None` where they have none."""
    place = end
    while place < len(found) and found[place].token.kind in ("period", "not"):
        place += 1
    if place == len(found) or found[place].token.kind != "verb":
        return None
    between = text[found[end - 1].token.end : found[place].token.start]
    followed = place + 1 < len(found) and found[place + 1].token.kind == "thing"
    return place if ("都" in between or "全" in between) and not followed else None


def _said_once(found: list[Understood]) -> list[Understood]:
    """A verb said again before its count ("看A看了3次") only once."""
    kept: list[Understood] = []
    verb = ""
    for place, one in enumerate(found):
        then = found[place + 1].token.kind if place + 1 < len(found) else ""
        kind = one.token.kind
        if kind == "verb" and one.token.value == verb and then == "count":
            continue
        if kind == "verb":
            verb = one.token.value
        elif kind != "thing":
            verb = ""
        kept.append(one)
    return kept
