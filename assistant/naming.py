# ruff: noqa: E501  # a pattern reads best on one line
"""Which metrics and values a question asks for, of all that it mentions."""

import re
from collections.abc import Sequence

from assistant.cues import cue, cues
from assistant.declined import declined, takes_any
from assistant.listed_figures import is_listed, less_values
from assistant.only_some import come_down_to, less_examples, less_held, told_better
from assistant.weekdays import against_the_week, all_week
from tools.kept_alone import kept_alone
from tools.leaving_out import left_out
from tools.mentions import Mention
from tools.repricing import repriced

FAINT = re.compile(
    r"(?:sell\w*|sold|sale|shift\w*|moving|(?:bring|brought)s? in|earn\w*|money(?: coming)?(?: in)?|cash|make|made|turn(?:ed|s)? over|cash in"
    r"|(?:best|top|worst|hot|slow|least|fast)[ -]?(?:sell\w*|earn\w*|mov\w*|sold|items)|bestsell\w*|(?:biggest )?earners?|flop\w*|duds?"
    r"|customers?|shoppers?|users?|order|ordered|visit|visited|view|viewed|volume|purchases?|profitable|buy\w*|bought|people (?:buy|bought)"
    r"|卖得.+|[好畅热]卖|最好卖|不好卖|卖不[动出]去?|卖爆|[热畅滞]销|最畅销|爆款|冷门|走量|动销|销得最好|赚得最多|卖得"
    r"|老?[客顾]户|顾客|老顾客|用户|成交|下单|出单|成单|贡献|看过|买过|赚钱|挣钱|吸金|创收|点击|浏览|客户数|到店|进店|访问|注册)",
    re.IGNORECASE,
)
"""Words that name a metric only where no plainer word names one: mostly verbs."""

_SELLS = re.compile(
    r"(?:sells?|sold|selling|(?:best|top|worst)[ -]sell\w*|bestsell\w*)$|卖得|最好卖|销得最好",
    re.IGNORECASE,
)
"""Verbs of selling, which tell neither money nor pieces."""
MEASURE_BEFORE = re.compile(
    r"(?:\b(?:by|in terms of|measured (?:by|in)|based on|according to|in)\s+(?:the |its |their |total )*|按照?|以|论|凭|就)\s*$",
    re.IGNORECASE,
)
TOLD = "means_"
"""What cues that tell a metric as a story are called by, before its name."""
_JOINED = re.compile(
    r"\s*(?:channels?|brands?|categor(?:y|ies)|渠道|品类|品牌)?\s*(?:(?:and|or|nor|n|plus|as well as|&|\+|,|/|、|和|与|及|跟|同埋?|以及|还有|连同|或者?|，)+\s*"
    r"|(?:and|or|nor|&) (?:(?:what|those|the ones?|that|which) (?:is|are|was|were|comes?|came)? ?)?(?:from|via|through|by|in|on|for) )(?:the |(?P<no>no |not |without )|also |来自|从)?",
    re.IGNORECASE,
)
_WANTED_ALONE = re.compile(
    r"(?<![不别])(?:只|仅|光|单|净)(?:要|看|算|留|睇)$|(?<!not )\b(?:only|just)(?: the| our)? $",
    re.IGNORECASE,
)
EACH = re.compile(
    r"\b(?:each|respectively|separately|side by side|one by one)\b|分别|各自|(?<![不别莫唔])(?<!不[用要必])(?<!唔[使好])(?<!无需)(?:分开|拆开)来?(?=[看睇比列报算数讲说摆放])"
    r"|各(?=\s*(?:[是有卖出多几占来要下做带拉退花买达成涨跌降升剩发赚收贡注新复转访浏加进完]|\d))",
    re.IGNORECASE,
)
"""Words that want several things of one name told apart."""
_INCLUDED = re.compile(
    r"\s*(?:(?:is|are|and all|too|as well),? )?included\b|\s*(?:也|都)(?:要)?算(?:上|进去|在内|进来)|\s*(?:也|都)?(?:包括|包含|算)在内",
    re.IGNORECASE,
)
_INCLUDING = re.compile(r"\bincluding (?:the |our )?$|(?:包括|包含|连)$", re.IGNORECASE)
"""Words beside a value that is there too, among others."""
_LISTED_CARTS = re.compile(
    r"\bcarts?(?: adds| additions)?\s*(?:,|and\b|&|\+|plus\b)|(?:加购|加车)(?:次数|量|数|人数|率)?\s*(?:和|与|跟|同|及|以及|还有|、|，|,|\+)",
    re.IGNORECASE,
)
"""Cart additions listed beside another figure, not carts that are left."""
_NOT_ONLY = re.compile(
    r"\bnot (?:just|only|merely|solely) (?:for |from |on |in |of |about )?(?:the |our )?$|不(?:光|止|单|只|仅|净)(?:是|看|要|有|算)?$|唔(?:净|单|止)(?:系|睇)?$",
    re.IGNORECASE,
)
"""Words before a value that more than it is wanted of."""
_THIS = re.compile(
    r"\s*[,，]?\s*(?:[这那该][条个款件只双把张瓶支]?|the|that|this|our)?\s*", re.IGNORECASE
)
"""What stands between an item and the word for what it is."""
_SPENDERS = re.compile(
    r"(?:buyers|买家)(?: (?:in|from|of|over|under|aged) [^,.?!]{1,24})? (?:spend|spent|pay|paid)\b|买家[^。？?！!]{0,12}?(?:花|消费|掏)了?(?:多少|几多|好多)",
    re.IGNORECASE,
)
_HOW_MANY_PEOPLE = re.compile(
    r"(?:\bhow many|\bnumber of|\bcount(?: the)?|多少|几多|几个|好多)\s*(?:\S+ ?){0,2}$",
    re.IGNORECASE,
)
"""Buyers whose money is asked about, unless they are counted."""


_LESS_RETURNS = re.compile(
    r"(?:\b(?:excluding|excl\.?|without|ex|minus|not counting|net of|leaving out|leave out|before|after)(?: the| any| all)?|不含|不算|剔除|扣除|扣掉|除去|去掉|减去)\s*$",
    re.IGNORECASE,
)
"""Words before returns by which another figure is wanted without them."""


def metrics_named(text: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The metrics asked for, in the order of the question.

    A metric told as a story ("filled the basket and left") takes the place of the words inside it;
    a verb ("sells best") counts only where no noun names a metric. What sells best of anything but
    items may be meant in money as well as in pieces: both are told.
    """
    names = _named(text, mentions)
    dimensions = {m.name for m in mentions if m.kind == "dimension"}
    of_groups = bool(dimensions) and "item" not in dimensions
    said = [m.text for m in mentions if m.kind == "metric" and m.name in names]
    sold = names in (("units",), ("revenue",)) and all(_SELLS.match(words) for words in said)
    if sold and of_groups and said and (cue("best", text) or cue("worst", text)):
        return ("revenue", "units")
    return names


def _named(text: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The metrics named, those named faintly only where no other is."""
    told = list(_told(text))
    named = [
        (m.start, m.name, m.text)
        for m in mentions
        if m.kind == "metric" and not any(m.start < end and m.end > start for start, end, _ in told)
    ]
    named = [one for one in named if not _passed_over(text, one[0], one[2], mentions)]
    kept = [
        one
        for one in named
        if not (one[1] == "return_rate" and _LESS_RETURNS.search(text[: one[0]]))
    ]
    named = kept or named
    unvalued = less_values(text, mentions)
    plain = [
        (start, name)
        for start, name, words in named
        if not FAINT.fullmatch(words) or is_listed(unvalued, start, words, named)
    ]
    plain += [(start, name) for start, _, name in told]
    asked = [(s, name) for s, name, _ in named if MEASURE_BEFORE.search(text[:s])]
    found = plain or asked[:1] or [(start, name) for start, name, _ in named][:1]
    names = tuple(dict.fromkeys(name for _, name in sorted(found)))
    if "cart_abandonment_rate" in names and not _LISTED_CARTS.search(text):
        return tuple(name for name in names if name != "carts")
    return names


def _passed_over(text: str, start: int, words: str, mentions: Sequence[Mention]) -> bool:
    """Whether a metric is named to be declined, for what is left out, or as who spends."""
    values = (m for m in mentions if m.kind == "value" and not text[m.end : start].strip(" 的"))
    of_value = any(
        _left_out(text[: m.start], text[start + len(words) :]) for m in values if m.end <= start
    )
    spend = _SPENDERS.match(text, start) and not _HOW_MANY_PEOPLE.search(text[:start])
    return of_value or bool(spend) or declined(text, start, start + len(words))


def _told(text: str) -> list[tuple[int, int, str]]:
    """Where a metric is told by other words than its names, and which."""
    return [
        (match.start(), match.end(), name.removeprefix(TOLD))
        for name, patterns in cues().items()
        if name.startswith(TOLD)
        for pattern in patterns
        if (match := pattern.search(text)) and not declined(text, *match.span())
    ]


def filters_named(
    text: str, mentions: Sequence[Mention], *, going_on: bool = False
) -> tuple[str, ...]:
    """Values named, as `dimension=value`, or `dimension!=value` where the question leaves them out.

    Args:
        text: The question.
        mentions: What it names.
        going_on: Whether what is "included" may be added to what the answer before was about.
    """
    conditions: dict[str, None] = {}
    if against_the_week(text, mentions) or all_week(text):
        mentions = [m for m in mentions if m.name != "weekday"]
    named = [m for m in mentions if m.kind == "value" and not takes_any(text, m.start, m.end)]
    named = less_examples(text, less_held(text, told_better(named), mentions), mentions)
    values = come_down_to(text, named)
    for run in _runs(text, _less_told_twice(text, values)):
        included = _INCLUDED.match(text[run[-1].end :]) or _INCLUDING.search(text[: run[0].start])
        if included and not going_on:
            continue  # what is there too narrows nothing
        if len(run) == 1 and _NOT_ONLY.search(text[: run[0].start]):
            continue
        sign = "!=" if _left_out(text[: run[0].start], text[run[-1].end :]) else "="
        for mention in run:
            conditions[f"{mention.name}{sign}{mention.value}"] = None
    return _without_contrasts(tuple(conditions))


def beyond(text: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Dimensions of which more than the value named is wanted ("not just women")."""
    values = (m for m in mentions if m.kind == "value")
    return tuple(m.name for m in values if _NOT_ONLY.search(text[: m.start]))


def _less_told_twice(text: str, values: list[Mention]) -> list[Mention]:
    """`values` without a category that says what the item beside it is ("… Duvet 这条被子")."""
    items = [m for m in values if m.name == "item"]
    return [
        m
        for m in values
        if m.name != "category"
        or not any(
            _THIS.fullmatch(text[i.end : m.start]) or _THIS.fullmatch(text[m.end : i.start])
            for i in items
        )
    ]


def _left_out(before: str, after: str) -> bool:
    """Whether the words around values leave them out."""
    if repriced(before, after) or kept_alone(before, after):
        return False
    return left_out(before, after) or cue("exclude", before) or cue("exclude_after", after)


def _without_contrasts(conditions: tuple[str, ...]) -> tuple[str, ...]:
    """`conditions` less what is left out of a dimension of which others are asked for.

    >>> _without_contrasts(("category=Kettles", "category!=Pots", "gender!=male"))
    ('category=Kettles', 'gender!=male')
    """
    out = {tuple(c.split("!=")) for c in conditions if "!=" in c}
    kept = [tuple(c.split("=")) for c in conditions if "!=" not in c]
    kept = [pair for pair in kept if pair not in out]
    asked = {name for name, _ in kept}
    return tuple(
        c
        for c in conditions
        if (c.split("!=")[0] not in asked if "!=" in c else tuple(c.split("=")) in kept)
    )


def _runs(text: str, values: list[Mention]) -> list[list[Mention]]:
    """Values joined by "and" or a comma, together: what leaves out one leaves out all."""
    runs: list[list[Mention]] = []
    for value in values:
        last = runs[-1][-1] if runs else None
        together = last and (
            last.start == value.start
            or (last.name == value.name and _side_by_side(text, runs[-1][0], last, value))
        )
        if together:
            runs[-1].append(value)
        else:
            runs.append([value])
    return runs


def _side_by_side(text: str, first: Mention, last: Mention, value: Mention) -> bool:
    """Whether nothing but a joining word stands between two values ("A and B", "京沪", "北京上海").

    "A, not B" leaves out B alone; "no A, not B" both of them.
    """
    between = text[last.end : value.start]
    if re.search(r"[,，]", between) and _WANTED_ALONE.search(text[: first.start]):
        return False  # "只要女的，男的别算"
    if joined := _JOINED.fullmatch(between):
        return not joined["no"] or _left_out(text[: first.start], "")
    return not between and not value.text.isascii()
