# ruff: noqa: E501  # a pattern reads best on one line
"""Of several values of one dimension, the ones that a message comes down to in the end."""

import re
from collections.abc import Sequence

from tools.mentions import Mention

_ONLY = re.compile(
    r"(?:^|[.,;:!?–—-]\s*|\b(?:so|and|but|then|please)\s+)(?:just|only|simply|no more than)(?: (?:me|us|give me|show me|tell me|do|take|want|need|about|for|in|from|on|by|of|with))*(?: the| our)?\s*$"
    r"|(?:只|单|单单|光|净|净系|淨係|专|仅|独|惟|唯|就|衹)(?:给我|畀我|跟我|帮我|同我)?(?:看|要|说|算|讲|报|睇|挑|留|查|列|问|话|计|取|摆|讲讲|说说|看看)(?:一下)?(?:我们|咱们?)?的?\s*$",
    re.IGNORECASE,
)
"""Words before a value by which it is wanted and no other."""
_NEW_CLAUSE = re.compile(r"[，。,.?？!！;；:：—–]|\b(?:so|but)\b")
"""What stands between values named before and the one it comes down to."""

_ALL_OTHERS = r"(?:all (?:of )?)?(?:(?:every|any|all)\s?(?:one|body|thing)? else(?:['’]?s)?|(?:the |our |its )?(?:rest|field|pack|competition|(?:all )?others?)(?: of (?:the|them|our)\b[^,.;!?]{0,20})?)\b"
_TO_ALL = re.compile(
    rf"(?:['’]s)?\s*,?\s*(?:vs\.?|versus|v\.?|against|compared (?:to|with)|next to|beside|alongside|up against) {_ALL_OTHERS}"
    r"|(?:牌|家|那边)?的?\s*(?:和|跟|与|同|对比?|比|vs\.?|较)\s*(?:其[他它余]|别的?|别家|旁的|另外的?|剩下的?|余下的?|所有别)",
    re.IGNORECASE,
)
_BY_ALL = re.compile(
    rf"\b{_ALL_OTHERS} (?:vs\.?|versus|against|compared (?:to|with)|next to|beside|alongside) (?:the |our )?$|(?:其[他它余]|别的?|别家|旁的|剩下的?)[^，。？?]{{0,4}}(?:和|跟|与|同|对比?|比|vs\.?)$",
    re.IGNORECASE,
)
"""Words after and before a value that is held against all others."""
_FOR_EXAMPLE = re.compile(
    r"(?:\b(?:such as|for (?:example|instance)|say|you know|as in|meaning)|\be\.?g\.?|比如说?|例如|诸如|譬如|好比|也就是)[,:，：]?\s*(?:the |our )?$",
    re.IGNORECASE,
)
_AND_SUCH = re.compile(
    r"\s*,?\s*(?:(?:and|or) (?:the like|so (?:on|forth)|such(?: like)?|others?|whatnot|all that|similar|that)|etc\b|(?:that|those|this) (?:sort|kind|type)s? of (?:things?|split|groups?)|you know)"
    r"|(?:这|那)(?:一?[种类样些]|几[种类样个])|之类|等等|什么的|啥的|诸如此类",
    re.IGNORECASE,
)
"""Words before and after values that are examples of the groups wanted."""


def come_down_to(text: str, values: Sequence[Mention]) -> list[Mention]:
    """`values` without those of a dimension of which a later clause wants only some named before.

    "东三省……，单说辽宁的" is about one province; "跑鞋……，只看背包" may be about both.

    Args:
        text: What they are named in.
        values: The values named, in order.
    """
    gone: set[tuple[str, str]] = set()
    for last in values:
        before = text[: last.start]
        only = _ONLY.search(before)
        if only is None:
            continue
        alike = [m for m in values if m.name == last.name]
        old = [m for m in alike if m.end <= only.start() + 1 and _ends(text, m, only.end())]
        wanted = {m.value for m in alike if m.start >= last.start}
        known = {m.value for m in old}
        if wanted < known:
            gone |= {(last.name, value) for value in known - wanted}
    return [m for m in values if (m.name, m.value) not in gone]


def told_better(values: Sequence[Mention]) -> list[Mention]:
    """`values` without what one word for several goods might mean beside what another says it does.

    "耳机……头戴式那类" is about one kind of those that the first word may mean.
    """
    meant: dict[int, set[str]] = {}
    for mention in values:
        if mention.name == "category":
            meant.setdefault(mention.start, set()).add(mention.value)
    gone = {
        (start, value)
        for start, several in meant.items()
        for narrower in meant.values()
        if narrower < several
        for value in several - narrower
    }
    return [m for m in values if m.name != "category" or (m.start, m.value) not in gone]


def less_held(text: str, values: Sequence[Mention], mentions: Sequence[Mention]) -> list[Mention]:
    """`values` without one held against all others of a dimension that groups are wanted of.

    Of "Acme against everyone else, by brand" every brand is shown.

    Args:
        text: What they are named in.
        values: The values named.
        mentions: All that is named.
    """
    split = {m.name for m in mentions if m.kind == "dimension" and m.grouping}
    return [
        m
        for m in values
        if m.name not in split
        or not (_TO_ALL.match(text, m.end) or _BY_ALL.search(text[: m.start]))
    ]


def less_examples(
    text: str, values: Sequence[Mention], mentions: Sequence[Mention]
) -> list[Mention]:
    """`values` without those that only say what groups there are ("by device (app, web and such)").

    Args:
        text: What they are named in.
        values: The values named, in order.
        mentions: All that is named.
    """
    split = {m.name for m in mentions if m.kind == "dimension" and m.grouping}
    named = [m for m in values if m.name in split]
    if not named:
        return [*values]
    first, last = min(m.start for m in named), max(m.end for m in named)
    shown = _FOR_EXAMPLE.search(text[:first]) or _AND_SUCH.match(text, last)
    return [m for m in values if not (shown and m in named)]


def _ends(text: str, mention: Mention, end: int) -> bool:
    """Whether the clause of `mention` is over before `end`."""
    return _NEW_CLAUSE.search(text, mention.end, end) is not None
