# ruff: noqa: E501  # a pattern reads best on one line
"""Where a message turns to a kindred tool about the same.

Quotes are asked for after themes, what is to come after what was, who of a group may leave.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.audiences import Audiences
from assistant.campaign_names import CampaignNames
from assistant.cues import cue
from assistant.families import CHURN, FIGURES, FORECAST, OPINIONS, SEGMENTS, THEMES
from assistant.fragments import OPEN_ENDED
from assistant.keeping import about
from assistant.told_in import Call
from assistant.utterances import SHORT, words
from tools.errors import ToolError

if TYPE_CHECKING:
    from assistant.reading import Reading
    from assistant.routing import Route

WORSE = re.compile(
    r"\b(?:got|gotten|getting|become|becoming|any|is (?:it|that|this)|been) "
    r"(?:(?:any|much|a lot) )?(?:worse|better)\b"
    r"|\b(?:improv|worsen)\w*|变[差好]|恶化|好转|改善|(?:更|越来越)[差好糟](?:了|吗|$)",
    re.IGNORECASE,
)
"""What was said before, held against the time before it."""
QUOTES = re.compile(
    r"\b(?:own words|quot(?:e|es|ing|ation)\w*|verbatim|word for word|literally|read (?:me|out|them)|examples?|originals?)\b|原话|原文|原评|念|贴[出几]|举[个几]|逐字|怎么写的",
    re.IGNORECASE,
)
"""Words for what customers wrote, not for what they wrote about."""
SIDES = {"complaints": "negative", "praise": "positive"}
"""What is counted of reviews, and which of them hold it."""
INSIDE = re.compile(
    r"\b(?:of|among|amongst|like|as) (?:them|those|these)\b|\b(?:in|from) (?:there|it|that (?:group|lot|segment|crowd))\b|\b(?:they|those|these|them)\b"
    r"|里[头面边]|其中|当中|他们|她们|它们|佢哋|[这那呢嗰][些群批拨帮堆啲]",
    re.IGNORECASE,
)
"""Words for the people of the group before."""
TO_COME = re.compile(
    r"\b(?:next(?! to)|coming|upcoming|will|ahead|future|from now)\b|未来|接下来|往后|今后|之后|将来|下一?个?(?:月|周|星期|季|礼拜)|明[年天]|跟住",
    re.IGNORECASE,
)
"""Words for a time to come, where a length alone may be of the past."""
LEFT_OUT = re.compile(
    r"\b(?:leav\w+|tak\w+|drop\w*|remov\w+|skip\w*|cut\w*|kick\w*|without|except|exclud\w+|minus|ignor\w+|no|not|ex|w/o)\b|去掉|拿掉|剔|刨|扣|除[了去开外]|不[算要看计含]|别[算管看]|莫算|唔计",
    re.IGNORECASE,
)
"""Words that leave something out."""
DESCRIBED = re.compile(
    r"\b(?:tell|say|know|hear|see|give|show) (?:me |us )?(?:(?:a (?:bit|little)|some|much) )?more\b|\bmore (?:about|on)\b|\bwho(?:.s|.re| is| are| sits?| belongs?| falls?| counts?)? (?:exactly |actually )?(?:in|inside|into|to|as)\b|\bwhat(?:.s| is| are)? (?:actually |exactly )?(?:in|inside) (?:it|there|them|that)\b|\bdescribe\b|\blooks? like\b|\b(?:in|more) detail\b|\b(?:zoom|drill|dig|break|look|go) (?:down |in(?:to)? |deeper )|\b(?:what (?:kind|sort)s? of|which) (?:people|customers|folk)\b|\bhow (?:big|large|many)\b|\bdefin\w+|\bmade up of\b|\bpaint\b"
    r"|(?:是|有)(?:些|一些)?(?:什么|啥|哪些|哪样|乜|边啲|咩)(?:样)?的?(?:人|客|顾客)|什么样|啥样|长什么样|点样|说细|细说|展开|详细|具体|讲讲|说说|介绍|讲下|拆开|里[头面边](?:都)?(?:是|有)|(?:有)?(?:多少|几多|几|好多)(?:个|位|名)?人|人多不多|画像|构成|组成|定义",
    re.IGNORECASE,
)
"""Words that ask what a group is like, and who is in it."""
FORESEEN = re.compile(
    r"\b(?:will|likely|likeliest|chances?|probab\w+|predict\w*|odds|leav(?:e|es|ing)|los(?:e|ing)|churn(?:s|ing)?|walk|go first|write|draft|send|offer)\b|会不会|概率|可能|预测|(?:会|要|快)(?:走|跑|流失)|几成|写|发",
    re.IGNORECASE,
)
"""Words that ask what they will do, or that something be written to them."""
FORETOLD = ("units", "revenue", "orders")
"""Figures that can be foretold."""


def kindred(reading: "Reading", before: Call, route: "Route", changes: bool) -> "Reading | None":
    """`reading` of a message for a kindred tool of the one before; `None` where it is for no such.

    Args:
        reading: What the message says outright.
        before: Tool and arguments of the call before.
        route: The tools it may be for by itself.
        changes: Whether it is taken to change the answer before.
    """
    tool = before[0]
    if tool in OPINIONS:
        return _opinions(reading, before, route)
    if tool == SEGMENTS:
        return _of_group(reading, before, route)
    if tool in (FIGURES, FORECAST) and (changes or cue("follow_up", reading.words)):
        return _in_time(reading, before)
    return None


def _opinions(reading: "Reading", before: Call, route: "Route") -> "Reading | None":
    """What they wrote in place of what about; the other side of the same tool."""
    arguments = before[1]
    if before[0] == THEMES and reading.continues == THEMES and QUOTES.search(reading.words):
        kept = {k: arguments[k] for k in ("category", "item", "period") if arguments.get(k)}
        rating = SIDES.get(str(arguments.get("about")), "any")
        return replace(reading, continues="search_reviews", carried={**kept, "rating": rating})
    elsewhere = route.sure not in (None, before[0])
    others = {*reading.filters} - {*about(arguments)}
    named = reading.metrics or others or reading.users or elsewhere
    sided = reading.rating != "any" and words(reading.words) <= SHORT
    if named or not sided or QUOTES.search(reading.words):
        return None
    return replace(reading, continues=before[0], carried=arguments)


def _of_group(reading: "Reading", before: Call, route: "Route") -> "Reading | None":
    """Who of the group before may be lost, or who is like it."""
    if cue("lookalikes", reading.text or reading.question):
        return replace(reading, continues=SEGMENTS, carried=before[1])
    told = before[1].get("segment") or before[1].get("words")
    if not told or not INSIDE.search(reading.words):
        return None
    likeliest = route.tools[0]
    if likeliest != CHURN or route.chance(CHURN) < OPEN_ENDED:
        return None
    kept = {"segment": told, "filters": before[1].get("filters") or ()}
    return replace(reading, continues=CHURN, carried=kept)


def _in_time(reading: "Reading", before: Call) -> "Reading | None":
    """What is to come of a figure before, or what was of a forecast."""
    tool, arguments = before
    if reading.metrics or words(reading.words) > SHORT:
        return None
    told = [name for name in arguments.get("metrics", ()) if name in FORETOLD]
    if tool == FIGURES and told and reading.ahead and TO_COME.search(reading.words):
        category = _category(arguments.get("filters") or ())
        kept = {"metric": told[0], "category": category, "filters": arguments.get("filters")}
        return replace(reading, continues=FORECAST, carried=kept, periods=())
    past = reading.periods and reading.due is None and reading.ahead is None
    if tool == FORECAST and past:
        own = [f"category={arguments['category']}"] if arguments.get("category") else []
        filters = [*(arguments.get("filters") or ()), *own]
        kept = {"metrics": [arguments.get("metric", "units")], "filters": filters}
        return replace(reading, continues=FIGURES, carried=kept)
    return None


def _category(filters: "list[str] | tuple[str, ...]") -> str | None:
    """The one category that filters name."""
    named = [f.removeprefix("category=") for f in filters if f.startswith("category=")]
    return named[0] if len(named) == 1 else None


def grouped(reading: "Reading", campaigns: CampaignNames | None) -> "Reading":
    """`reading` with the campaign that it names by a part of its name, of those told before.

    "Leave the spring one out" after orders by campaign is of a campaign, not of a time.
    """
    of_campaigns = reading.continues == FIGURES and reading.carried.get("group_by") == "campaign"
    if campaigns is None or not of_campaigns or reading.filters or reading.groupings:
        return reading
    name = campaigns.asked(reading.words).get("campaign")
    if not name or not LEFT_OUT.search(reading.words):
        return reading
    return replace(reading, filters=(f"campaign!={name}",), periods=())


def of_other_people(
    reading: "Reading", before: Call, route: "Route", audiences: Audiences | None
) -> "Reading":
    """`reading` of a group of customers that is no part of what the call before was about.

    It asks what one of the groups listed before is like, or tells another by what its people did
    not do, which no figure is of.
    """
    text = reading.words
    if audiences is None:
        return reading
    if reading.continues == FIGURES and route.sure == SEGMENTS and audiences.describes(text):
        return replace(reading, continues=None, carried={})
    if before[0] != SEGMENTS or not DESCRIBED.search(text):
        return reading
    if FORESEEN.search(text) or not audiences.names(text):
        return reading
    return replace(reading, continues=SEGMENTS, carried={}, metrics=(), top_n=None)


def same_group(audiences: Audiences, reading: "Reading") -> bool:
    """Whether a follow-up about customers names no other group than the one before."""
    if reading.continues != SEGMENTS or audiences.names(reading.words):
        return False
    if reading.filters or reading.carried.get("like"):
        return True
    try:
        audiences.segments.gathered(reading.words)
    except ToolError:
        return True
    return False


def wants_change(text: str) -> bool:
    """Whether a few words ask whether what customers say has got worse or better."""
    return words(text) <= SHORT and bool(WORSE.search(text))
