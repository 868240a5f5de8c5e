# ruff: noqa: E501  # a pattern reads best on one line
"""What a follow-up asks for anew, and what of the answer before it gives up or lets back in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant import keeping
from assistant.letting_go import let_go
from assistant.naming import EACH
from assistant.splits import ALL
from assistant.told_in import Call
from tools.mentions import Mention
from tools.places import PLACES

_LISTED = re.compile(
    r"\blist(?:ed)? (?:them|it|out)\b|\b(?:list|rank|compare|show) (?:them|each|every)\b|\branked\b|\beach\b|逐个|逐一|一个[个一]|列出来|排[个一]?(?:名|序|下)",
    re.IGNORECASE,
)
"""Words by which each of all values is shown."""
_LED = re.compile(
    r"(?:\b(?:drop|forget(?: about)?|lose|scrap|ditch|remove|skip|ignor(?:e|ing)|never ?mind(?: about)?|take (?:out|off|away)|leave (?:out|off)|cut(?: out)?|get rid of|clear|without|no|no more|not by|(?:don['’]?t|do not) (?:care about|mind|need|want)|regardless of|irrespective of|no matter(?: the| what| which)*|(?:don['’]?t|do not|no need to|not) (?:split|break|group)(?: (?:it|them|that))?(?: (?:down|up|out))?) (?:(?:the|any|all|that|this|their|our|whole|by|of|about) )*"
    r"|(?:不[限论拘管看要理分按拆]|别[管分按看拆]|甭[管分看]|莫[管分要看]|唔[分限理要睇使]|[拿去撤删扔抹摘除取]掉|取消|去除|放开|解除|不用(?:管|分|看)?|无论|忽略|撇开|抛开)(?:了|再|掉)?(?:那个|这个|按)?)$",
    re.IGNORECASE,
)
"""Words before a dimension that no longer matters."""
_TAKEN = re.compile(r"\b(?:take|leave|put|throw|cut|strip) (?:the |that )?$", re.IGNORECASE)
_AWAY = re.compile(r"\s*(?:\w+ )?(?:away|out|off|aside|back out)\b", re.IGNORECASE)
_FOLLOWED = re.compile(
    r"\s*(?:(?:thing|bit|part|filter|split|restriction|limit|column|condition|breakdown|dimension|cut|side|stuff) )?(?:(?:can|should|may|must) (?:go|be (?:dropped|ignored|left out))|goes|gone|is gone|(?:is|are) (?:irrelevant|out|off)|(?:does not|doesn['’]?t|do not|don['’]?t|no longer|not) (?:matters?|count|needed))\b"
    r"|(?:那个|这个|的)?(?:条件|限制|筛选|维度|要求|[这那]一?[项层列条块])?(?:就|先|都|也|再|可以|全)*(?:不[限分管论看要拘]|无所谓|随便|随意|[拿去撤删抹摘除]掉|取消|放开|去除|解除|(?:不用|不必|别|甭|莫|唔使)(?:管|分|看|再分|要|限)|唔[理限要分]|莫要|任意|都行|都可以|均可|冇所谓|无限制)",
    re.IGNORECASE,
)
"""Words after a dimension that no longer matters."""
_NO_LIMIT = re.compile(
    r"不[限论拘]|无论|regardless|irrespective|whatever|\bany\b|no matter|放开|解除|唔限|无所谓|随便|都行|都可以|均可|任意|冇所谓|filter|restriction|limit|条件|限制|筛选",
    re.IGNORECASE,
)
_NO_SPLIT = re.compile(
    r"\b(?:split|breakdown|break|column|group)\b|不[分拆按]|[别甭莫唔][分拆按]|(?:不用|不必|唔使)(?:再)?分|维度|[列层]",
    re.IGNORECASE,
)
"""Whether it is no longer to narrow what is asked, or no longer to split it."""
_BACK = re.compile(
    r"\s*(?:(?:can|should|may|must|has to|ought to|is to|to) )?(?:(?:stays?|remains?|be|come|comes|goes|go|is|are|stay|remain)(?: (?:back|in|on|there|too|counted|included))*(?=\s*(?:[,.;!]|$|and\b|but\b))|(?:back|in again|included|counted)\b)"
    r"|(?:的)?(?:就|还是|也|都|仍|可以|照样?|再|仲|还)*(?:要[算计留加]|要(?=$|[，。,；])|留[着下低返]|保留|[算加补放][回返埋]?[进入来返上]|照[算计样]|计[返埋入]|得算|不[用要]?(?:去掉|剔|排除|拿掉)|别去掉|可以回来|回来)",
    re.IGNORECASE,
)
_BACK_LED = re.compile(
    r"(?:\b(?:keep|let|bring|put|add|leave|include|count)(?: back)?(?: the| in)*|[把将]|保留|留[着下]|加回|算回|放回|补回)\s*$",
    re.IGNORECASE,
)
"""Words around a value, left out before, that is to be counted again."""
_LETS_BACK = re.compile(
    r"\b(?:stays?|remains?|is|are|comes?|goes?) (?:back )?in\b(?=\W*(?:$|[,.;!]))|\bback in\b|\bcan (?:come back|stay)\b|(?:还是|也|仍|照)要(?:[算计留]|(?=$|[，。,；]))|[加算放补][回返]|照[算计]",
    re.IGNORECASE,
)
"""The same, wherever they stand."""

_SWAPPED = re.compile(
    r"\s*(?:→|⇒|[-=]+>|(?:就|给我)?(?:换|改|转|变)[成为作看]?|换做|替换[成为])", re.IGNORECASE
)
_SWAPS = re.compile(
    r"\b(?:swap|switch|change|replace|exchange|trade)(?: out)?(?: the| our| from)*\s*$|[把将]\s*$",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s*(?:out )?(?:to|for|with|by|into|换|改|替)", re.IGNORECASE)
_NOT = re.compile(
    r"(?:\bnot|\binstead of|\brather than|\bin place of|\bno longer|不是|不要|不看|而不是|而非|别看|唔系|唔要|唔睇|代替|替掉)(?: the| for| in| from)*\s*$",
    re.IGNORECASE,
)
"""Words around a value asked about before that another takes the place of."""


@dataclass(frozen=True)
class Anew:
    """What a follow-up asks for, and what of the answer before it changes without naming another.

    Attributes:
        mentions: What it names and asks for.
        freed: Dimensions that narrow nothing any more.
        unsplit: Dimensions that are no longer told apart.
        back: Filters that left something out which is counted again, or that are taken off.
        another: Whether a figure takes the place of the one before, which it gives up by name.
    """

    mentions: list[Mention]
    freed: tuple[str, ...] = ()
    unsplit: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    another: bool = False

    @property
    def changes(self) -> bool:
        """Whether it changes the answer before."""
        return bool(self.freed or self.unsplit or self.back)

    def alters(self, *, complete: bool, timed: bool) -> bool:
        """Whether it goes on with the answer before for that.

        Args:
            complete: Whether it names a figure together with something else.
            timed: Whether it names a time.
        """
        return (self.changes and not complete) or (self.another and not timed)

    def less(self, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        """`arguments` of the call before, less what is given up."""
        kept = {k: v for k, v in arguments.items() if k not in ("group_by", "then_by")}
        filters = [f for f in arguments.get("filters") or () if f not in self.back]
        groups = [arguments.get(name) for name in ("group_by", "then_by")]
        left = [group for group in groups if group and group not in self.unsplit]
        told = dict(zip(("group_by", "then_by"), left, strict=False))
        return {**kept, **told, "filters": filters} if self.changes else arguments


def lets_back(text: str) -> bool:
    """Whether words of `text` let something back in that was left out."""
    return _LETS_BACK.search(text) is not None


def each_of_all(text: str, wide: Sequence[str]) -> tuple[str, ...]:
    """Those of the dimensions `wide` whose values are not each to be shown."""
    return () if EACH.search(text) or _LISTED.search(text) else tuple(wide)


def anew(text: str, mentions: Sequence[Mention], before: Call | None) -> Anew:
    """What a message asks for, less what it only gives up of the answer before.

    Args:
        text: The message.
        mentions: What it names.
        before: Tool and arguments of the call before, if any.
    """
    if before is None:
        return Anew([*mentions])
    off, filters = let_go(text, mentions, before[1])
    freed = keeping.not_only(text, [m for m in mentions if m not in off], before)
    left = [m for m in mentions if m not in freed and m not in off]
    swapped = _swapped(text, left, before[1])
    left = [m for m in left if m not in swapped]
    back = _back(text, left, before[1])
    left = [m for m in left if m not in back]
    gone = [m for m in left if m.kind == "dimension" and _goes(text, m, mentions)]
    left = keeping.asked_anew(text, [m for m in left if m not in gone], going_on=True)
    unlimited, unsplit = _given_up(text, gone, before[1])
    return Anew(
        left,
        (*unlimited, *(m.name for m in freed)),
        unsplit,
        (*filters, *(f"{m.name}!={m.value}" for m in back if m.kind == "value")),
        _another(mentions, left, before[1]),
    )


def _another(
    mentions: Sequence[Mention], left: Sequence[Mention], arguments: Mapping[str, Any]
) -> bool:
    """Whether a figure told before is named and given up, and another one asked for."""
    old = {*(arguments.get("metrics") or ())}
    asked = {m.name for m in left if m.kind == "metric"}
    named = {m.name for m in mentions if m.kind == "metric"}
    others = any(m.kind != "metric" for m in left)
    return not others and bool(asked - old) and bool((named - asked) & old)


def _goes(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a dimension is named as one that no longer matters."""
    if any(m.kind == "value" and m.name == mention.name for m in mentions):
        return False
    before, after = text[: mention.start], text[mention.end :]
    away = _TAKEN.search(before) and _AWAY.match(after)
    unsplit = mention.text[0] in "分按拆" and before.rstrip()[-1:] in ("不", "别", "甭", "莫", "唔")
    words = bool(unsplit or _LED.search(before) or _FOLLOWED.match(after) or away)
    return words and (unsplit or not ALL.search(before))


def _given_up(
    text: str, gone: Sequence[Mention], arguments: Mapping[str, Any]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Dimensions that no longer narrow, and those that no longer split."""
    filters = {re.split("!?=", f)[0] for f in arguments.get("filters") or ()}
    groups = {arguments.get("group_by"), arguments.get("then_by")}
    freed: list[str] = []
    unsplit: list[str] = []
    for mention in gone:
        around = text[max(0, mention.start - 24) : mention.end + 14]
        names = {*PLACES} if mention.name in PLACES else {mention.name}
        narrowed, split = names & filters, names & groups
        both = bool(narrowed and split)
        if narrowed and not (both and _NO_SPLIT.search(around)):
            freed += sorted(narrowed)
        if split and not (both and _NO_LIMIT.search(around)):
            unsplit += sorted(split)
    return tuple(freed), tuple(unsplit)


def _swapped(text: str, mentions: Sequence[Mention], arguments: Mapping[str, Any]) -> list[Mention]:
    """The values asked about before that another one named takes the place of."""
    old = arguments.get("filters") or ()
    values = [m for m in mentions if m.kind == "value"]
    known = [m for m in values if f"{m.name}={m.value}" in old]
    found: list[Mention] = []
    for mention in known:
        before, after = text[: mention.start], text[mention.end :]
        swaps = _SWAPPED.match(after) or (_SWAPS.search(before) and _FOR.match(after))
        others = [m for m in values if m.name == mention.name and m.value != mention.value]
        if others and (swaps or _NOT.search(before)):
            found.append(mention)
    return found


def _back(text: str, mentions: Sequence[Mention], arguments: Mapping[str, Any]) -> list[Mention]:
    """The values, left out before, that are to be counted again, and figures in the words for it."""
    out = {*(arguments.get("filters") or ())}
    found: list[Mention] = []
    for mention in mentions:
        if mention.kind != "value" or f"{mention.name}!={mention.value}" not in out:
            continue
        after = _BACK.match(text[mention.end :])
        if after or _BACK_LED.search(text[: mention.start]):
            end = mention.end + (after.end() if after else 0)
            inside = [m for m in mentions if mention.start <= m.start < end]
            found += [mention, *(m for m in inside if m.kind == "metric")]
    return found
