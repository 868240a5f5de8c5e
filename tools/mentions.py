# ruff: noqa: E501  # a pattern reads best on one line
"""What a text names of a store, and when words that may name something do."""

import re
from dataclasses import dataclass
from typing import Literal

from tools.everyday import is_everyday, means_channel
from tools.metrics.dimensions import DIMENSIONS
from tools.persons import no_gender

Kind = Literal["metric", "dimension", "value"]

_EST = r"(?!(?:new|lat|old|near|earli|long|for|inter|requ|hon|harv|inv|sugg|manif|cont|prot|arr|dig|mod|mid?w)est)[a-z]{3,}est"
"""A superlative by its ending, but for those that tell which time, and words that only end alike."""
SUPERLATIVE = rf"best|worst|{_EST}|(?:most|least) (?!of\b|people|customers?|shoppers|buyers|recent|orders?\b)[a-z]+"
"""Words before groups, or a number of them, that rank first or last ("the deadest two weeks")."""
GROUPED_BEFORE = re.compile(
    r"(?:\b(?:by|per|each|every|which|what|across|among|between|top(?: \w+| ?\d+)?|bottom(?: \w+)?"
    rf"|{SUPERLATIVE}|peak|record|best[- ]selling|for all|different|hero|star|winning|flagship|champion|number[- ]one|no\.? ?1|#1|leading|top[- ]earning|top[- ]selling|by each|whose|split by)\s+(?:\w+\s+)?(?:the\s+)?(?:of\s+)?"
    r"|(?<=\w)\s*(?:\bx\b|×|\*)\s*|各个?|每一?个?|哪一?个?|哪些|哪[几\d一二两三四五六七八九十]*[个类种款家]|哪|拆到|拆成|拆分到|细分到|细到|分到|分成|下钻到|再[分拆看]|按照?|依照?|依据|分|不同的?|什么|前\s*[\d一二两三四五六七八九十]+\s*[个款名种大]?的?"
    r"|最(?![近新后初])[\u4e00-\u9fff]{1,4}?的?[那这嗰]?(?:\d+|[一二两三四五六七八九十])?[个款种名]?)$",
    re.IGNORECASE,
)
GROUPED_AFTER = re.compile(
    r"^\s*(?:wise\b|-wise|breakdown|rankings?|league|split|distribution|comparison|by \w+|are\b|is (?:the )?(?:best|worst|top)|(?:that|which|who) (?:[\w-]+ ){0,4}?(?:most|least|best|worst|fewest|\w{2,}est)\b|分布|排名|排行|榜|明细|之间|维度|来看|构成|占比|各|有哪些|是哪|是[啥谁边]|是什么|[系係][边邊咩乜]|再?[拆分]|再[按看])",
    re.IGNORECASE,
)
THAT_DAY = re.compile(r"(?:上|这|本|下|个|last |this |next )$", re.IGNORECASE)
EVERY = re.compile(
    r"\b(?:each|every|any|an?|per|average|typical|normal|usual|than|vs\.?|versus|or|and|to|through|which|weekday)(?: \w+)?\s*$"
    r"|\bon (?:each|every|an?)\s*$",
    re.IGNORECASE,
)
"""Words before the name of a day by which it is every such day, though it is not in the plural."""
OF_DAYS = re.compile(
    r"^\s*(?:sales|revenue|orders?|visits?|traffic|sessions?|conversion|takings|turnover|figures|numbers|versus|vs\.?|(?:or|and|to|through|&|[-–])\s*(?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b",
    re.IGNORECASE,
)
SOMEBODY_DOES = re.compile(
    r"^(?:[早晚上下中]{1,2}[上午晚])?(?:之?前|以前)?(?:就|就要|得|要|我|会上|开会|周会|例会|交|汇报|见|去|发(?!货)|上会|给我|推|寄|出发|讲|提交|用)"
)
"""What comes after a day on which somebody means to do something."""
TALKING = re.compile(
    r"\b(?:over|them|him|her|us|me|you|some(?:one|body)|people)(?: up)?(?: on)?(?: the)? $",
    re.IGNORECASE,
)
VERBS = frozenset({"state", "label", "source", "date", "market"})
ORDERED = re.compile(
    r"(?:^|[.,;:!?]|\b(?:kindly|please|pls|to|you|and|then|just|can|could|would|must))\s*$",
    re.IGNORECASE,
)
DONE_TO = re.compile(
    r"^\s+(?!(?:by|with|is|was|has|sells?|sold|did|does|orders?|bought|buys)\b)[a-z]", re.IGNORECASE
)
"""Words around a verb that orders something."""
OF_AGES = re.compile(r"[龄纪代轻货底末]")
"""What makes "按年" no year ("按年龄")."""
PARTS_OF = re.compile(
    r"\b(?:share|part|percentage|percent|proportion|portion|fraction|number|amount|count|value|sum|rate|volume|quantity|ratio)s? (?:of )?(?:the )?(?:of )?$",
    re.IGNORECASE,
)
"""Words before goods of which a figure is told ("the highest share of goods sent back")."""
AROUND = re.compile(
    r"\b(?:in|across|around|round|throughout|over|of) the (?:whole |entire |rest of the )?$",
    re.IGNORECASE,
)
"""Words before "country" by which it is the store's own."""
NEW = re.compile(r"[ -]?new\b", re.IGNORECASE)
"""What makes "brand" no brand."""
PAYS = re.compile(
    r"^\s*(?:orders?|customers?|users?|members?|buyers?|invoices?|shoppers?)\b",
    re.IGNORECASE,
)
_ONE_EACH = re.compile(r"(?:周|星期|礼拜)一(?:周|星期|礼拜|[个次点行条报看算列栏回格张])")
"""A week and one of something for it ("一周一个点", "一周一周")."""
CALLS = re.compile(r"^ (?:calls?|numbers?|meetings?|lines?|conversations?)\b", re.IGNORECASE)
"""Words around a phone that somebody talks on."""
_IN_PRINT = re.compile(
    r"\b(?:in|for|into) (?:my|our|this|next|the|tomorrow['’]s|\w+day['’]s|\w+['’]s) (?:\w+ )?$",
    re.IGNORECASE,
)
"""Words before a newsletter that is written, not one that brings orders."""
NO_MAKER = re.compile(
    r"\b(?:money|profit|margin|loss|cash|decision|trouble|noise|match|policy|play|rain|difference|market|love|peace|home|film|coffee|tea|bread|ice|juice|soup|rice|noodle|waffle|yogh?urt|pasta|cake)[ -]$",
    re.IGNORECASE,
)
"""Words before a maker of no brand."""
CAT_LED = re.compile(
    r"\b(?:by|per|each|every|which|what|all|our|across|(?:top|bottom|best|worst|first|last|thinnest|fattest|biggest|smallest|lowest|highest|weakest|strongest|slowest|fastest)(?: \w+)?|\d+)[ -]$",
    re.IGNORECASE,
)
CAT_GOODS = re.compile(
    r"[ -](?:food|litter|toys?|trees?|lovers?|owners?|people|beds?|treats?|stuff|goods|flaps?|collars?|parents?|carriers?|items?|products?|scratch\w*|mums?|moms?|dads?|ladies)\b",
    re.IGNORECASE,
)
"""What stands around "cat", short for a category, and what makes it an animal."""
ALWAYS_GROUPED = frozenset({"daily", "weekly", "monthly", "quarterly", "hourly"})


@dataclass(frozen=True)
class Mention:
    """Something of the store that a text names.

    Attributes:
        kind: What it is.
        name: Name of the metric or dimension; of a value, its dimension.
        value: The value as it lies in the data; empty for metrics and dimensions.
        text: The words that name it.
        start: Where they begin.
        end: Where they end.
        grouping: Whether the words ask for a split by this dimension ("by channel", "哪个渠道").
    """

    kind: Kind
    name: str
    value: str
    text: str
    start: int
    end: int
    grouping: bool = False


def mention_of(
    text: str,
    kind: Kind,
    name: str,
    value: str,
    start: int,
    end: int,
    periods: list[tuple[int, int]],
) -> Mention | None:
    """The mention that the words from `start` to `end` make, where those around them let them.

    Args:
        text: A question.
        kind: What the words may name.
        name: Name of the metric or dimension; of a value, its dimension.
        value: The value, empty for metrics and dimensions.
        start: Where the words begin.
        end: Where they end.
        periods: Where times are told, whose words name nothing else.
    """
    words = text[start:end]
    before, after = text[:start], text[end:]
    if any(
        start < last and end > first and not (kind == "value" and start <= first and last < end)
        for first, last in periods
    ):
        return None
    is_code = kind == "value" and len(value) == len(words) == 2 and value.isupper()
    if (is_code and words.isascii() and words != value) or (name == "country" and words == "us"):
        return None  # a country's code, not "us", "my" or "in"
    if value == "email" and words.casefold() == "newsletter" and _IN_PRINT.search(before):
        return None
    if kind == "value" and is_everyday(words) and not means_channel(words, before, after):
        return None
    if (
        name == "weekday"
        and kind == "value"
        and (THAT_DAY.search(before) or _is_one_day(words, before, after))
    ):
        return None
    if kind == "value" and name == "gender" and no_gender(text, start, end):
        return None
    if _means_another(words, name, kind, before, after):
        return None
    grouping = kind == "dimension" and _is_grouped(words, before, after)
    if kind == "dimension" and not grouping and _is_verb(words, before, after):
        return None
    if kind == "dimension" and DIMENSIONS[name].is_time and not grouping:
        return None
    return Mention(kind, name, value, words, start, end, grouping)


def _means_another(words: str, name: str, kind: Kind, before: str, after: str) -> bool:
    """Whether the words around a name show that it means something else ("on the phone")."""
    word = words.casefold()
    return bool(
        (word in ("phone", "phones") and (TALKING.search(before) or CALLS.match(after)))
        or (name == "brand" and kind == "dimension" and NEW.match(after))
        or (word in ("maker", "makers") and kind == "dimension" and NO_MAKER.search(before))
        or (word in ("cat", "cats") and kind == "dimension" and not _is_short(before, after))
        or (word == "paid" and PAYS.match(after))
        or (word == "country" and kind == "dimension" and AROUND.search(before))
        or (name == "year" and OF_AGES.match(after) and not words.isascii())
        or (name == "weekday" and before.endswith("一") and _ONE_EACH.match(words + after))
    )


def _is_short(before: str, after: str) -> bool:
    """Whether "cat" between these words is short for a category ("margin by cat")."""
    return CAT_LED.search(before) is not None and CAT_GOODS.match(after) is None


def _is_verb(words: str, before: str, after: str) -> bool:
    """Whether a word for a dimension tells what is to be done ("kindly state the margin")."""
    return words.casefold() in VERBS and bool(ORDERED.search(before) and DONE_TO.match(after))


def _is_one_day(words: str, before: str, after: str) -> bool:
    """Whether a weekday is one day to come, on which something is to be done, not all such days."""
    if not words.isascii():
        return bool(SOMEBODY_DOES.match(after)) and not before.endswith("每")
    plural = words.casefold().endswith("s")
    return not (plural or EVERY.search(before) or OF_DAYS.match(after))


def _is_grouped(words: str, before: str, after: str) -> bool:
    inside = words.casefold() in ALWAYS_GROUPED or re.match(
        r"[每按各逐哪分边啥]|(?i:what|which|when)\b|男女|贵|便宜|平嘢|(?i:by price|cheap|expensive)|星期一[到至]|周一[到至]|礼拜一[到至]|(?i:mon(?:day)?) (?i:to|through)|星期几|周几|几[点月]|礼拜几|一周|一星期里|一.{1,2}一|[日周月]度|月月|(?:month|week|day|hour|quarter|year) (?:by|after) |(.{2,})\1$",
        words,
    )
    led = GROUPED_BEFORE.search(before) and not (words.isascii() and PARTS_OF.search(before))
    return bool(inside or led or GROUPED_AFTER.match(after))
