# ruff: noqa: E501  # a pattern reads best on one line
"""What words of a follow-up name without asking for it, and what it keeps of the answer before."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.cues import cue
from assistant.declined import declined
from assistant.families import FIGURES
from assistant.naming import FAINT, MEASURE_BEFORE
from tools.mentions import Mention
from tools.metrics.dimensions import TIME_UNITS

_CLAUSE = re.compile(r"[^,，。.;；!！?？]+")
_SAME = re.compile(r"\bsame (?:\w+ )?(?:\w+(?:,| and| &|, and) (?:\w+ )?)*$", re.IGNORECASE)
"""Words before something that is the same as before ("the same brands and months")."""
_NOT = re.compile(
    r"(?:\bnot|\bno|\binstead of|\brather than|\bin place of|\bskip|\bforget|drop|leave|不[要看是用按算管]|[别莫甭唔][看用按要管]|唔[系要睇]|而不是)\s*(?:the |by )?$",
    re.IGNORECASE,
)
"""Words before a metric that is no longer wanted."""
_REPLACED = re.compile(r"\s*(?:(?:→|⇒|[-=]+>)|换成|换作|换为|改成|改为|改看|\b(?:becomes?|out,)\b)")
"""Words after it that bring another in its place."""
_NOT_ONLY = re.compile(
    r"(?:\bnot (?:just|only|merely|limited to|restricted to)|\bmore than just|\bbeyond|不光|不只|不止|不仅(?:仅)?|不单(?:单)?|不限于?|唔止|唔单止|唔净|莫光|别光|别只|不要只|别净)(?: the| on| in| from| for| by| our| at)*(?:是|看|要|算)?\s*$",
    re.IGNORECASE,
)
"""Words before a value that no longer is to narrow anything."""
_FORGOTTEN = re.compile(
    r"(?:\b(?:forget|never mind|ignore)(?: about)?|别管|不用管|莫管)(?: the| our)?\s*$",
    re.IGNORECASE,
)
"""Words before a value asked about before that no longer matters."""
_OR_NOT = re.compile(r"\s*(?:or not\b|与否|或不是|还是不是)", re.IGNORECASE)
_EVERY = re.compile(
    r"\b(?:all|every|any)\b(?! (?:but|except))|所有|全部|每[个一]|各", re.IGNORECASE
)
"""Words by which all of a kind are wanted in place of one value of it."""
_CHANGED = re.compile(
    r"\b(?:not|instead|rather than|in place)\b|不[要看用是按算]|[别莫]|换|改|→|->", re.IGNORECASE
)
"""Words by which one measure takes the place of another."""
_ONES = re.compile(r"\bones?\b|[那这]?些?的(?=$|[，。？?])", re.IGNORECASE)
"""Words for the groups of the answer before."""
_UNIT = re.compile(
    r"^\W*(?:(?:in|by|make it|use|show|rather|sorry|no|i meant?) )*(?P<a>day|week|month|quarter)s?(?=,? (?:not|instead|rather|please|pls|then)\b|\W*$)"
    r"|\bnot (?:in |by )?(?:day|week|month|quarter)s?,? (?:but |in |by |rather )*(?P<b>day|week|month|quarter)s?\b",
    re.IGNORECASE,
)
"""A unit of time that takes the place of another."""
_BOUGHT = re.compile(r"[买卖要拿](?:了|咗|过|得|出去?)*(?:多少|几多|好多)")
"""Words for what was sold that tell neither money nor pieces."""
_COUNTED = re.compile(
    r"\b(?:number|count|tally|total|headcount|how many)(?: of)?(?: the| our| all)*(?: (?:unique|distinct|different|paying))?\s*$|(?:几多|多少|有几个)(?:个|位)?$",
    re.IGNORECASE,
)
"""Words before those who are counted, and so asked for."""
_DROPS_IT = re.compile(
    r"\b(?:drop|lose|remove|delete|hide|scrap|ditch|kill|skip|omit|cut|without|no|minus|forget|get rid of|(?:take|leave|cut|throw|kick|strip) (?:out|off|away))(?: (?:the|that|our|its|about|column|of|for))*\s*$|(?:去掉|拿掉|删掉|删除|撤掉|去除|剔除|划掉|减掉|不要|别要|不看|唔要|唔睇|收起|隐藏|拿走)(?:那个?|这个?|那列|这列)?$",
    re.IGNORECASE,
)
_IS_DROPPED = re.compile(
    r"\s*(?:column|bit|part|figures?|numbers?)?\s*(?:can go|out|off|away|(?:is |are )?(?:not|no longer) (?:needed|wanted)|is not needed|aren.t needed|isn.t needed)(?=\s*(?:$|[.,;!]|please|pls|now|again))|(?:那|这)?(?:一?[列栏项个块])?(?:就|先|都|也)?(?:不要|不用|不必|不看|去掉|拿掉|删掉|删|撤掉|撤|免|唔要|唔使|唔睇|别要|拿走|划掉)(?:了|啦|咗|喇|看了|列了|吧)*(?=$|[，。！!,])",
    re.IGNORECASE,
)
"""Words around a figure by which it is shown no longer."""
_GOODS_BACK = re.compile(
    r"\b(?:c[ao]m(?:e|es|ing)|go(?:es|ing)?|went) back\b|回来|返", re.IGNORECASE
)
_PEOPLE = re.compile(
    r"\b(?:customers?|buyers?|shoppers?|people|women|men|users?|they|regulars?)\b|[客人]|用户|会员",
    re.IGNORECASE,
)
SOLD = ("units", "orders", "revenue")
"""Figures of which they may speak once more."""
Call = tuple[str, Mapping[str, Any]]


def asked_anew(text: str, mentions: Sequence[Mention], *, going_on: bool) -> list[Mention]:
    """`mentions` without what a follow-up leaves as it was ("品类不变") or gives up ("not units")."""
    if not going_on:
        return [*mentions]
    metrics = [m for m in mentions if m.kind == "metric"]
    given_up = [m for m in metrics if _is_given_up(text, m)]
    if len(given_up) < len(metrics):
        mentions = [m for m in mentions if m not in given_up]
    kept = [m.span() for m in _CLAUSE.finditer(text) if cue("unchanged", m[0])]
    return [m for m in mentions if m.kind != "dimension" or not _stays(text, m, kept)]


def less_groups(
    text: str, mentions: Sequence[Mention], groups: Sequence[str], arguments: Mapping[str, Any]
) -> Mapping[str, Any]:
    """What a follow-up takes over, without groups that it wants in one figure or declines.

    Args:
        text: The follow-up.
        mentions: What it names.
        groups: The splits that it asks for itself.
        arguments: What it takes over.
    """
    old = {arguments.get("group_by"), arguments.get("then_by")} - {None}
    added = any(m.kind == "metric" for m in mentions) and cue("adds_figure", text)
    if groups or added or not old:
        return arguments
    names = [m for m in mentions if m.kind == "dimension" and m.name in old]
    unwanted = {m.name for m in names if declined(text, m.start, m.end)}
    summed = cue("in_total", text) or (cue("together", text) and not _values(mentions))
    if not (summed or old <= unwanted):
        return arguments
    gone = ("group_by", "then_by", "top_n", "order")
    return {name: value for name, value in arguments.items() if name not in gone}


def _values(mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if m.kind == "value"]


def with_added(text: str, metrics: tuple[str, ...], before: Call) -> tuple[str, ...]:
    """The figures before too, where others are to be added to them ("add orders as a column")."""
    old = tuple(before[1].get("metrics") or ())
    if before[0] != FIGURES or not metrics or not old or not cue("adds_figure", text):
        return metrics
    return tuple(dict.fromkeys((*old, *metrics)))


def less_dropped(text: str, mentions: Sequence[Mention], before: Call) -> tuple[str, ...]:
    """The figures before that are left, where a follow-up only drops some of them."""
    old = tuple(before[1].get("metrics") or ())
    told = [m for m in mentions if m.kind == "metric"]
    if before[0] != FIGURES or len(old) < 2 or not told:  # one is left
        return ()
    dropped = {m.name for m in told if _is_dropped(text, m)}
    left = tuple(name for name in old if name not in dropped)
    return left if left and {m.name for m in told} <= dropped <= {*old} else ()


def _is_dropped(text: str, mention: Mention) -> bool:
    """Whether the words around a figure take it out of the answer before."""
    before, after = text[: mention.start], text[mention.end :]
    return bool(_DROPS_IT.search(before) or _IS_DROPPED.match(after)) or declined(
        text, mention.start, mention.end
    )


def not_only(text: str, mentions: Sequence[Mention], before: Call) -> list[Mention]:
    """The values that a follow-up is no longer to be limited to ("not just the tablets", "不光女的")."""
    values = _values(mentions)
    old = before[1].get("filters") or ()
    led = [
        m
        for m in values
        if _NOT_ONLY.search(text[: m.start])
        or (f"{m.name}={m.value}" in old and _is_forgotten(text, m, mentions))
    ]
    others = {m.name for m in values if m not in led}
    return [m for m in led if m.name not in others]


def _is_forgotten(text: str, value: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a value asked about before no longer matters ("forget the women", "women or not")."""
    if _FORGOTTEN.search(text[: value.start]) or _OR_NOT.match(text[value.end :]):
        return True
    wide = any(m.kind == "dimension" and m.name == value.name for m in mentions)
    return wide and _NOT.search(text[: value.start]) is not None and _EVERY.search(text) is not None


def _is_given_up(text: str, mention: Mention) -> bool:
    """Whether a metric is named as the one that another takes the place of."""
    before, after = text[: mention.start], text[mention.end :]
    put_off = declined(text, mention.start, mention.end)
    return bool(_NOT.search(before) or _REPLACED.match(after) or put_off)


def _stays(text: str, mention: Mention, kept: Sequence[tuple[int, int]]) -> bool:
    inside = any(start <= mention.start < end for start, end in kept)
    return inside or _SAME.search(text[: mention.start]) is not None


def comes_back(text: str, metrics: tuple[str, ...], before: Call) -> tuple[str, ...]:
    """`metrics`, less buyers who return where what is sent back was asked about before.

    >>> comes_back(
    ...     "the two with most coming back",
    ...     ("repeat_purchase_rate",),
    ...     (FIGURES, {"metrics": ["return_rate"]}),
    ... )
    ()
    """
    goods = metrics == ("repeat_purchase_rate",) and _GOODS_BACK.search(text)
    of_goods = "return_rate" in (before[1].get("metrics") or ()) and not _PEOPLE.search(text)
    return () if goods and of_goods else metrics


def only_whose(text: str, mentions: Sequence[Mention], before: Call) -> bool:
    """Whether the words for a metric only tell whose it is ("just those sold to men")."""
    if before[0] != FIGURES or not before[1].get("metrics"):
        return False
    told = [m for m in mentions if m.kind == "metric"]
    if told and all(_BOUGHT.fullmatch(m.text) for m in told) and _values(mentions):
        return before[1]["metrics"][0] in SOLD
    if cue("interrogative", text) or _CHANGED.search(text):
        return False
    counts = cue("adds_figure", text) or any(_COUNTED.search(text[: m.start]) for m in told)
    if counts and not _values(mentions):
        return False
    faint = all(FAINT.fullmatch(m.text) for m in told)
    return bool(told) and faint and not any(MEASURE_BEFORE.search(text[: m.start]) for m in told)


def nested(text: str, groupings: tuple[str, ...], before: Call) -> tuple[str, ...]:
    """The groups of the figure before, each of them split again, where the words want that."""
    old = str(before[1].get("group_by") or "")
    wanted = before[0] == FIGURES and old and cue("nested", text) and len(groupings) == 1
    return (old, *groupings) if wanted and old not in groupings else groupings


def of_before(
    text: str, groupings: tuple[str, ...], mentions: Sequence[Mention], before: Call
) -> tuple[str, ...]:
    """`groupings` of a follow-up, where it speaks of the groups before or of another unit of time.

    "The slowest ones" are of the groups shown before; "weeks, not months" wants those in weeks.
    """
    old = str(before[1].get("group_by") or "")
    if before[0] != FIGURES or not old or any(m.kind == "dimension" for m in mentions):
        return groupings
    if groupings == ("item",) and _ONES.search(text):
        return ()
    unit = _UNIT.search(text) if old in TIME_UNITS and not groupings else None
    return (str(unit["a"] or unit["b"]).lower(),) if unit else groupings


def nested_in_time(
    text: str, groupings: tuple[str, ...], filters: Sequence[str], before: Call
) -> tuple[str, ...]:
    """Groups of a time split again ("再按国家拆开" after months), and times of groups that are named.

    "Monthly, only email and push" after orders by channel wants the months of each of the two.
    """
    old = str(before[1].get("group_by") or "")
    if before[0] != FIGURES or not old or len(groupings) != 1 or old in groupings:
        return groupings
    if old in TIME_UNITS:
        return (
            (old, *groupings)
            if groupings[0] not in TIME_UNITS and cue("split_again", text)
            else groupings
        )
    if cue("split_again", text):
        return (old, *groupings)
    several = sum(f.startswith(f"{old}=") for f in filters) > 1
    return (*groupings, old) if groupings[0] in TIME_UNITS and several else groupings


def about(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    """What a call was about, as filters."""
    own = [f"{k}={arguments[k]}" for k in ("category", "item") if arguments.get(k)]
    return tuple(dict.fromkeys([*(arguments.get("filters") or ()), *own]))
