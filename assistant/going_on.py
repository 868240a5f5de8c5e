# ruff: noqa: E501  # a pattern reads best on one line
"""Where a question goes on with the one before, and what it is about then."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant import steps
from assistant.adjusting import adjusted
from assistant.bare_nouns import next_of_goods
from assistant.cues import cue
from assistant.families import (
    CHURN,
    DRAFT,
    FIGURES,
    FORECAST,
    FUNNEL,
    GOODS,
    OF_GOODS,
    OF_ONE,
    OPINIONS,
    PREDICTIONS,
    SEGMENTS,
    SMALL_TALK,
    THEMES,
)
from assistant.fragments import OPEN_ENDED, is_fragment
from assistant.keeping import about
from assistant.leaning import PLAIN, UNKNOWN, Lean
from assistant.one_person import asks_else, asks_who, of_one_person, same_customer
from assistant.stepping_back import stepped
from assistant.told_in import Call, tells_in, with_metrics
from assistant.turning import kindred, wants_change
from assistant.utterances import BARE, REACTION, after_openers, before_reasons, words

if TYPE_CHECKING:
    from assistant.reading import Reader, Reading
    from assistant.routing import Route

THAT_GROUP = re.compile(
    r"\b(?:that|this|the same) (?:whole |entire |very )?(?:category|brand|item|product|channel|region|province|country|age (?:group|band))\b"
    r"|(?:该|[这那]一?个|这|此|整个)(?:品类|类目|品牌|牌子|商品|产品|渠道|省份?|地区|国家|年龄段)",
    re.IGNORECASE,
)
"""Words that name the kind of group the answer before was about, which is no split by it."""
ABOUT = ("category", "item", "filters")
"""Arguments that say what of the store a call is about."""
OF_ORDERS = ("bought_together", FORECAST)
"""Tools whose questions speak of orders and of selling, whatever is ordered and sold."""
OURS = re.compile(r"\b(?:we|us|our|shop|store)\b|我们|咱|店", re.IGNORECASE)
"""Words for the store, where those for orders say only what is asked."""
SELLING = re.compile(
    r"\bhow many (?:(?:more|of (?:them|those|these)|units|pieces|pcs) )?(?:will|can|could|would|should|do|are|shall|might) (?:we|you think we)(?: (?:likely|probably|still|going to|expect to|need to|have to))* (?:sell|shift|move|order|stock|need|buy in|get rid of)\b|\b(?:will|should|do|can|could|might|are) we (?:still |going to |ever |likely to )?(?:have|hold|got|keep|be) (?:got )?(?:enough|too (?:much|many|few|little)|sufficient|any left|short|out|low|covered|all right|ok(?:ay)?)\b|\b(?:will|should|do|can) we (?:run (?:out|low|short|dry)|sell out|restock|re-?order|need more)\b",
    re.IGNORECASE,
)
"""Words of selling a number of things, in which "we" does not stand for all of the store."""
PEOPLE = {*PREDICTIONS, SEGMENTS}
"""Tools that tell whom to write to: what asks for one, too, writes not to those before."""
AT_RISK = "at_risk"
"""The segment of good customers who may be lost."""
TOLD_IN_FIGURES = ("price_advice", FORECAST)
"""Tools of goods whose answers are told in the figures that a question names ("units", "profit")."""
LISTING = (*OPINIONS, "price_advice", FORECAST)
"""Tools whose answers list some of the goods that the call before was about."""
OF_HERS = ("predict_next", "recommend_items")
"""Tools whose answers list goods for one customer."""
ORDERED = 0.4
"""Probability of a draft from which an order to write to "them" is one."""
_WISHED = re.compile(
    r"(?:[,;.]\s*(?:and |but )?|\b(?:and|but) )(?:I|we)(?:['’]d| would)? (?:need|want|like|prefer)\b.*$",
    re.IGNORECASE | re.S,
)
"""What somebody wishes of what is to be written."""
SELDOM = 0.2
"""Probability of a change of the answer below which a message asks, whatever its first words."""
UNLIKELY = 0.05
"""Probability below which a question does not go on with the tool before."""


def going_on(
    reading: "Reading",
    before: Call,
    route: "Route",
    signs: Sequence[str],
    lean: Lean = UNKNOWN,
) -> "Reading":
    """`reading`, where the router tells better than its words whether it goes on.

    A whole question that is plainly for another tool takes over only what it is about; a few
    words that name something and ask nothing ("just the 10 worst") go on with the same tool.

    Args:
        reading: What the question says outright.
        before: Tool and arguments of the call before.
        route: The tools it may be for by itself.
        signs: Tools that its words ask for.
        lean: How much it leans on the answer before.
    """
    text = reading.text or reading.question
    if before[0] in OPINIONS and wants_change(text):
        about = {k: before[1][k] for k in ABOUT if before[1].get(k)}
        return replace(reading, continues=THEMES, carried={**about, "about": "changes"})
    if (found := next_of_goods(reading, before)) is not None:
        return found
    if asks_else(reading, before, route, signs):
        return turned(replace(reading, periods=()), before)
    if (found := kindred(reading, before, route, lean.changes)) is not None:
        return adjusted(found)
    if not reading.continues and REACTION.search(text):
        return turned(reading, before)
    if not lean.changes and _still_opinions(reading, before, route):
        about = {k: before[1][k] for k in (*ABOUT, "period") if before[1].get(k)}
        return replace(reading, continues=route.tools[0], carried=about)
    changes = lean.changes and (lean.chance or 0) >= PLAIN
    if before[0] != DRAFT and not changes and _orders(text, route) and not PEOPLE & {*signs}:
        return replace(turned(reading, before), continues=DRAFT, carried=_audience(before))
    if not (reading.continues or lean.alone) and is_fragment(reading, before, route, signs):
        tool, carried = with_metrics(text, before, reading.metrics)
        return adjusted(replace(reading, continues=tool, carried=carried))
    if reading.continues:
        asks = is_whole(text) or _only_opens_so(text, lean.chance)
        elsewhere = not lean.changes and asks and _elsewhere(reading, route)
        turns = elsewhere and not before[1].get("draft")
        return turned(reading, before) if turns else adjusted(reading)
    open_ended = route.chance(route.tools[0]) < OPEN_ENDED and not reading.metrics
    return reading if open_ended else silently(reading, before, route.tools[0])


def _only_opens_so(text: str, chance: float | None) -> bool:
    """Whether only the first words of a question ("so", "那") seem to go on with the answer."""
    changes = cue("leaning", text) or cue("modifies", text)
    return chance is not None and chance < SELDOM and not changes


def _orders(text: str, route: "Route") -> bool:
    """Whether something is to be written to those whom the call before was about."""
    return (
        route.chance(DRAFT) >= ORDERED
        and words(text) > BARE
        and not cue("interrogative", _WISHED.sub("", text))
        and steps.says("refers_back", text)
    )


def _audience(before: Call) -> dict[str, str]:
    """Those whom a call was about, as the audience of a draft; nothing where that takes more."""
    tool, arguments = before
    if tool == CHURN:
        return {"segment": arguments.get("segment") or AT_RISK}
    told = (arguments.get("segment") or arguments.get("words")) if tool == SEGMENTS else None
    return {"segment": told} if told else {}


def _still_opinions(reading: "Reading", before: Call, route: "Route") -> bool:
    """Whether customers' opinions are asked for once more, and of nothing else than before."""
    named = set(reading.filters) - set(about(before[1]))
    if reading.continues or named or reading.metrics or steps.says("whole_store", reading.words):
        return False
    return before[0] in OPINIONS and route.sure in OPINIONS


def _elsewhere(reading: "Reading", route: "Route") -> bool:
    """Whether a question that seems to go on is plainly for another tool."""
    other, text = route.tools[0], reading.words
    told = reading.metrics or (reading.periods and cue("bygone", text))
    if other in (SMALL_TALK, reading.continues) or (other == FIGURES and not told):
        return False
    if tells_in(reading.continues or "", text):
        return False
    unlikely = route.chance(reading.continues or "") < UNLIKELY
    return route.sure is not None or (unlikely and route.chance(other) >= OPEN_ENDED)


def continued(reading: "Reading", before: Call | None, reader: "Reader") -> "Reading":
    """`reading` with what a follow-up takes over beside what its words carry on.

    A step back in time ("and the month before?") continues the same call one period earlier; a
    question for another tool about "them" or "it" keeps what the call before was about.

    Args:
        reading: What the question says outright.
        before: Tool and arguments of the last call that was no small talk.
        reader: Knows the store's calendar.
    """
    if (
        before is None
        or before[0] == SMALL_TALK
        or cue("small_talk", after_openers(reading.question))
    ):
        return reading
    if (steps_in_time := stepped(reading, before, reader)) is not None:
        return steps_in_time
    if reading.continues is None:
        reading = of_one_person(reading, before[1])
        named = reading.filters or {*reading.groupings} - {"item"}
        follows = cue("follow_up", after_openers(reading.question)) and not named
        if follows or steps.says("customer", reading.question):
            reading = replace(reading, users=same_customer(reading, before[1]))
        if not (reading.users or named) and (follows or steps.says("winner", reading.question)):
            return replace(reading, filters=about(before[1]))
        if not (reading.users or reading.filters) and THAT_GROUP.search(reading.words):
            same = about(before[1])
            left = {*reading.groupings} - {one.split("=")[0] for one in same}
            return reading if left else replace(reading, filters=same, groupings=())
    return reading


def is_whole(text: str) -> bool:
    """Whether `text` is long enough for a question of its own, and asks one."""
    text = before_reasons(text)
    return words(text) > BARE and cue("interrogative", text)


def turned(reading: "Reading", before: Call) -> "Reading":
    """`reading` of a question for another tool, about what the call before was about."""
    period = before[1].get("period")
    return replace(
        reading,
        continues=None,
        carried={},
        users=same_customer(reading, before[1]),
        filters=reading.filters or about(before[1]),
        periods=reading.periods or tuple(filter(None, [period])),
    )


def silently(reading: "Reading", before: Call, tool: str) -> "Reading":
    """`reading` of a question for `tool` that names nobody and nothing, about the same as before.

    Who or what is meant need not be said again: "so when is the next order due?" after a question
    about a customer is about her, "what do the bad ones say?" after one about dresses is of them.

    Args:
        reading: What the question says outright.
        before: Tool and arguments of the call before.
        tool: The tool it is likely for.
    """
    text = reading.question
    of_goods = tool in OF_HERS and before[1].get("user_id")
    listed = {*reading.groupings} - (
        {*GOODS} if of_goods else {"item"} if tool in LISTING else set()
    )
    named = reading.users or reading.filters or listed
    if named or steps.says("whole_store", text):
        return reading
    if tool == FUNNEL and before[0] == FIGURES and not reading.periods:
        return turned(reading, before)
    if tool in OF_ONE and (asks_who(text) or not cue("speaks_of_people", text)):
        return replace(reading, users=same_customer(reading, before[1]))
    ours = OURS.search(SELLING.sub("", text)) if tool in OF_ORDERS else steps.says("ours", text)
    figured = reading.metrics and tool not in TOLD_IN_FIGURES
    if tool not in OF_GOODS or figured or ours:
        return reading
    return replace(reading, filters=tuple(f for f in about(before[1]) if f.split("=")[0] in GOODS))
