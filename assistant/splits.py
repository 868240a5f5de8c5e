# ruff: noqa: E501  # a pattern reads best on one line
"""What a question wants figures split by, and what it wants in one figure."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from assistant.counting import ONE_NUMBER
from assistant.cues import cue
from assistant.declined import declined
from assistant.naming import EACH
from assistant.nested import splits_inside, tells_apart
from assistant.side_by_side import SIDE_BY_SIDE
from assistant.unnamed_groups import unnamed_group
from assistant.weekdays import against_the_week, of_the_week
from assistant.which_items import asks_which_of
from tools.mentions import Mention
from tools.metrics.dimensions import TIME_UNITS
from tools.places import PLACES

ALL = re.compile(
    r"(?:\b(?:all|any|whatever|regardless of|across|every one of)(?: of)?(?: all)?(?: the| our| your)?|所有的?|全部的?|全|不[限论拘]|不(?:分|用管|管|看)(?:什么|哪个)?|(?:这|那)么多|整个)\s*$",
    re.IGNORECASE,
)
"""Words before a dimension of which every value is meant."""
_ALL_AFTER = re.compile(
    r"\s*,? (?:all (?:of them )?|as a whole|taken |put |rolled )|\s*(?:全部?|都|统统|通通|一起|一并|一同|整体)?(?:[算计加合并包归拢](?:上|进|埋|入|在内|起来|到?一|拢|并|计|总)|打包|汇总|加总|合计)",
    re.IGNORECASE,
)
"""Words after a dimension of which every value is meant at once."""
_TOTAL_OF = re.compile(r"\bthe (?:grand |overall )?(?:total|sum) (?:for|of|from)\b", re.IGNORECASE)
_EACH_OF = re.compile(r"\b(?:for|of|from) each (?:of|one)\b|\brespectively\b", re.IGNORECASE)
_PLUS = re.compile(
    r"\s*(?:plus|\+|＋|加(?:上|埋|入)?|连同?|连埋|together with)\s*(?:the |from )?", re.IGNORECASE
)
"""What stands between two values that are to be added up ("A plus B")."""
_ITSELF = re.compile(
    r"\b(?:(?:kind|sort) of (?:an? )?|(?:the|this|that) (?:whole|entire) )$|整个?$", re.IGNORECASE
)
"""Words before a dimension that only says what something is ("the whole category")."""
_VERSUS = re.compile(
    r"\s*(?:vs\.?|versus|against|compared (?:to|with)|还是|对比?|比|pk)\s*(?:the |from )?",
    re.IGNORECASE,
)
"""What stands between two values that are held against one another."""
_OR_RATHER = re.compile(r"^[^。.?？!！]{0,24}(?:还是|定系|定係|抑或)[^。.?？!！]{0,6}$")
"""The same, with words of its own around it ("用A买得多还是用B")."""
_HELD = re.compile(
    r"\b(?:vs\.?|versus|against|or|compar\w+|differ\w*|better|worse|more|higher|which|who)\b|还是|哪|谁|边|对比|比较|相比|比",
    re.IGNORECASE,
)
"""Words that hold several things against one another."""

_ONE_OF = re.compile(
    r"(?:\b(?:all|any|this|that|our|one|whole|entire|total|cross|per)[ -]|[全总整本这那单跨])$",
    re.IGNORECASE,
)
"""Words before a dimension by which its groups are not told apart ("all-channel revenue")."""

_ONE_PLACE = re.compile(
    r"(?:(?:[是在系]|到底|究竟|数|属)?(?:哪一?(?:个|边|里|省|地|家|头)|谁|边个|边度)(?=卖|更|最|的|客|退|订|销|多|高|少|低|强|好|贡|买|花|复|毛|转|占|拉)(?!的(?:渠道|品|牌|货|商品)))|比一?比(?![例率])"
)
"""Words that choose between places one word names ("江浙沪谁卖得多")."""
_AND = re.compile(r"\s*(?:and|or|nor|&|/|、|和|跟|与|同|或)\s*(?:the )?", re.IGNORECASE)
"""What joins dimensions that are declined together."""
_TIMES = re.compile(r"\s*(?:x|×|\*)\s*", re.IGNORECASE)
_BY_BY = re.compile(
    r"\s*(?:and|&|x|,|和|与|、|×|then|再|又|然后|later|且|并|and then|, then)\s*", re.IGNORECASE
)


def pitted(text: str, mentions: Sequence[Mention], filters: Sequence[str]) -> tuple[str, ...]:
    """Dimensions of which several values are named, to be shown side by side ("men or women")."""
    values = [m for m in mentions if m.kind == "value" and f"{m.name}={m.value}" in filters]
    each = EACH.search(text) is not None
    total = not each and (cue("in_total", text) or _TOTAL_OF.search(text) is not None)
    beside = SIDE_BY_SIDE.search(text) is not None
    chosen = _ONE_PLACE.search(text) is not None
    summed = total or (cue("together", text) and not beside) or _added_up(text, values)
    summed = summed and not _EACH_OF.search(text)
    named = Counter(condition.split("=")[0] for condition in filters)
    found = []
    for name in dict.fromkeys(m.name for m in values):
        own = [m for m in values if m.name == name]
        apart = _several(text, own) or ((each or beside or chosen) and name in PLACES)
        between = [text[a.end : b.start] for a, b in pairwise(own)]
        held = any(_VERSUS.fullmatch(one) or _OR_RATHER.search(one) for one in between)
        if apart and named[name] > 1 and (held or not summed):
            found.append(name)
    return tuple(found)


def _several(text: str, values: Sequence[Mention]) -> bool:
    """Whether values are named at several places.

    One that takes in the others ("phones, app and web") counts only where they are held apart.
    """
    places: dict[int, set[str]] = {}
    for mention in values:
        places.setdefault(mention.start, set()).add(mention.value)
    everything = set().union(*places.values())
    parts = [named for named in places.values() if named != everything or len(everything) < 2]
    if len(parts) < len(places):
        return len(parts) > 1 and _HELD.search(text) is not None
    return len(places) > 1


def groupings(
    text: str,
    mentions: Sequence[Mention],
    side_by_side: tuple[str, ...],
    filters: Sequence[str],
    widened: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """What to split by: dimensions asked for, else those whose values are pitted, else named."""
    named = [m for m in mentions if m.kind == "dimension" and not _titles(text, m, mentions)]
    named = [m for m in named if not _only_says_of_what(text, m, named)]
    unwanted = {m.name for m in named if unimportant(text, m, named)}
    dimensions = [m for m in named if m.name not in {*unwanted, *widened}]
    asked = [m.name for m in dimensions if m.grouping or unwanted]
    if "weekday" in {*side_by_side, *asked} or of_the_week(text):  # "which day: Mondays or Fridays"
        asked = ["weekday" if name == "day" else name for name in asked]
    joined = [
        later.name
        for earlier, later in pairwise(dimensions)
        if earlier.grouping and _BY_BY.fullmatch(text[earlier.end : later.start])
    ]
    joined += [
        m.name
        for pair in pairwise(dimensions)
        if _TIMES.fullmatch(text[pair[0].end : pair[1].start])
        for m in pair
    ]
    valued = {m.name for m in mentions if f"{m.name}={m.value}" in filters}
    loose = [m.name for m in dimensions if m.name not in valued and m.name != "item"]
    if against_the_week(text, mentions) and "weekday" not in asked:
        asked = ["weekday", *asked]
    of_items = cue("items", text) or asks_which_of(text, mentions)
    items = ["item"] if of_items and not asked + loose else []
    if not asked + loose and (unnamed := unnamed_group(text, mentions, filters)):
        items = [unnamed]
    if splits_inside(text) or _splits_by_values(asked, side_by_side, filters):
        joined += side_by_side
    if splits_inside(text):
        joined += [m.name for m in dimensions if tells_apart(text, m)]
    if {*asked} & {*TIME_UNITS}:
        joined += [
            m.name
            for m in dimensions
            if m.name not in valued and (_of_figure(text, m, mentions) or tells_apart(text, m))
        ]
    return tuple(dict.fromkeys([*asked, *joined] or [*side_by_side] or items or loose))


def widened(text: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Dimensions named with "all"."""
    return tuple(
        m.name
        for m in mentions
        if m.kind == "dimension" and not m.value and ALL.search(text[: m.start])
    )


def in_one(text: str, mentions: Sequence[Mention], filters: Sequence[str]) -> tuple[str, ...]:
    """Dimensions of which all that is named is wanted in one figure ("across all channels, in total").

    Args:
        text: The question.
        mentions: What it names.
        filters: The values it keeps or leaves out.
    """
    alone = ONE_NUMBER.search(text) is not None
    if EACH.search(text) or not (alone or cue("together", text) or cue("in_total", text)):
        return ()
    valued = {re.split("!?=", condition)[0] for condition in filters}
    split = {m.name for m in mentions if m.kind == "dimension" and m.grouping}
    summed = (
        m.name
        for m in mentions
        if m.kind == "dimension"
        and m.name not in split
        and (alone or m.name in valued or _ALL_AFTER.match(text[m.end :]))
    )
    return (*widened(text, mentions), *summed)


def unimportant(text: str, mention: Mention, dimensions: Sequence[Mention]) -> bool:
    """Whether a dimension is declined, or stands in a row with one that is ("never mind age and sex")."""
    if declined(text, mention.start, mention.end):
        return True
    beside = [m for m in dimensions if m.end <= mention.start]
    return any(
        _AND.fullmatch(text[m.end : mention.start]) and declined(text, m.start, m.end)
        for m in beside
    ) or any(
        _AND.fullmatch(text[mention.end : m.start]) and declined(text, m.start, m.end)
        for m in dimensions
        if m.start >= mention.end
    )


def _added_up(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether values are joined by a word that adds them up, and nothing holds them apart."""
    if EACH.search(text) or _HELD.search(text):
        return False
    values = [m for m in mentions if m.kind == "value"]
    return any(
        a.name == b.name and _PLUS.fullmatch(text[a.end : b.start]) for a, b in pairwise(values)
    )


def _splits_by_values(
    asked: Sequence[str], side_by_side: Sequence[str], filters: Sequence[str]
) -> bool:
    """Whether groups over time are split by the values pitted, and any groups by men and women."""
    both = {"gender=male", "gender=female"} <= {*filters}
    over_time = bool(asked) and {*asked} <= {*TIME_UNITS}
    return len(side_by_side) == 1 and (over_time or (both and side_by_side == ("gender",)))


def _of_figure(text: str, dimension: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a figure is told by what it is split by ("channel revenue by month")."""
    if dimension.grouping or dimension.name == "item" or _ONE_OF.search(text[: dimension.start]):
        return False
    figures = (m for m in mentions if m.kind == "metric" and m.start >= dimension.end)
    return any(not text[dimension.end : m.start].strip(" 的") for m in figures)


def _only_says_of_what(text: str, mention: Mention, dimensions: Sequence[Mention]) -> bool:
    """Whether "item" only says what the next word groups ("item category", "商品品类")."""
    if mention.name != "item":
        return False
    after = [text[mention.end : m.start] for m in dimensions if m.start >= mention.end]
    return any(not between.strip(" 的") for between in after)


def _titles(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a dimension only says what a value is ("广告渠道"), or what a time was like."""
    if _ITSELF.search(text[: mention.start]):
        return True
    if re.match(r"[各每按分逐哪]", mention.text):
        return False
    return any(
        m.kind == "value"
        and m.name == mention.name
        and not text[m.end : mention.start].strip(" 的")
        for m in mentions
        if m.end <= mention.start
    )
