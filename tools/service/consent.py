"""Whether a customer's words are an explicit yes or no, read by code from her own message alone.

A yes is explicit when nothing else is said with it but the very change that waits: "yes, but the
blue one" is no yes.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Literal

from retrieval.terms import terms

Answer = Literal["yes", "no", "other"]

YES = (
    "yes", "yeah", "yep", "yup", "yes i do", "yes i confirm", "i confirm", "confirm", "confirmed",
    "i agree", "agreed", "go ahead", "proceed", "please do", "do it", "please proceed",
    "go for it", "就这么办", "就这样办", "办理吧", "办吧",
    "是的", "是", "确认", "确定", "同意", "可以的", "可以", "对的", "对", "没错", "行的", "行",
)  # fmt: skip
POLITE = (
    "please", "pls", "plz", "thanks", "thx", "ty", "cheers", "thank you", "thank you very much",
    "ok", "okay", "sure", "great", "fine",
    "perfect", "absolutely", "of course", "definitely", "correct", "that is correct",
    "that's correct", "that's right", "that is right", "with that", "with it", "with this",
    "好的", "好", "嗯", "谢谢", "谢谢你", "谢谢您", "麻烦了", "麻烦您了", "请", "没问题", "吧",
    "了", "啊", "的",
)  # fmt: skip
NO = (
    "no", "nope", "nah", "don't", "do not", "stop", "never mind", "nevermind", "not now", "wait",
    "不", "不用", "不要", "不是", "不行", "不可以", "不同意", "不对", "算了", "先不", "先不要",
    "等等", "等一下", "别",
)  # fmt: skip

AGREES = (
    "ok", "okay", "sure", "fine", "great", "perfect", "absolutely", "definitely", "of course",
    "right", "alright", "all right", "好的", "好", "嗯", "没问题", "可", "那就", "那",
)  # fmt: skip
"""Words that agree, but too easily to count as a yes; with the change itself said again they do."""
_ALL_THAT = (
    "that's it", "that is it", "that's the one", "that is the one", "that one", "this one",
    "the one", "just", "only",
    "do that", "do so", "do", "it", "that", "this", "them", "the order", "my order", "order",
    "for me", "now",
    "帮我", "给我", "就", "那", "它", "这单", "那单", "这个", "那个", "订单", "办理", "办", "吧",
    "掉", "这样",
)  # fmt: skip
ACTS: dict[str, tuple[str, ...]] = {
    "cancel_order": ("cancel", "取消"),
    "return_items": ("return", "send back", "take back", "back", "take", "退货", "退回", "退"),
    "exchange_items": ("exchange", "swap", "change", "换货", "换"),
    "change_items": ("change", "swap", "改", "换"),
    "change_address": ("change", "update", "改", "更新"),
    "change_order_address": ("change", "update", "send", "ship", "改", "改寄", "寄"),
    "change_payment": ("change", "switch", "改", "换"),
}
"""By kind of change, words that say it again: "yes, cancel it" agrees to a cancellation only."""
ACTS["request_return"] = ACTS["return_items"]

_POINTS = frozenset({"the", "my", "this", "that", "these", "those", "both", "and", "和", "与"})
"""Words that point at a thing or join two."""


@dataclass(frozen=True)
class About:
    """What the change that waits concerns, which a yes may name again.

    Attributes:
        order_id: Its order; empty where it concerns none.
        items: What each item it changes is called, in every language.
    """

    order_id: str = ""
    items: tuple[str, ...] = ()


NOTHING = About()
_SIGNS = re.compile(r"[\s.!,;:，。！；：、~～…]+")


def _pattern(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(
        rf"(?<![a-z']){re.escape(p)}(?![a-z'])" if p.isascii() else re.escape(p)
        for p in longest_first
    )


@cache
def _willing(kind: str) -> re.Pattern[str]:
    said = (*YES, *POLITE, *AGREES, *_ALL_THAT, *ACTS.get(kind, ()))
    return re.compile(rf"{_pattern(said)}|\s")


@cache
def _said_again(kind: str) -> re.Pattern[str]:
    return re.compile(_pattern(ACTS[kind]))


_YES = re.compile(_pattern(YES))
_AGREES = re.compile(_pattern(AGREES))
_STARTS_NO = re.compile(rf"(?:{_pattern(NO)})")


def answer_in(message: str, kind: str = "", about: About = NOTHING) -> Answer:
    """What `message` answers to "May I go ahead?".

    Args:
        message: All she wrote.
        kind: The change that waits, one of `ACTS`; a yes may say it again.
        about: What it concerns; a yes that names items has to name them all.

    >>> [answer_in(words) for words in ("Yes, please!", "好的，确认。", "ok", "yes but blue")]
    ['yes', 'yes', 'other', 'other']
    >>> [answer_in(words) for words in ("No thanks", "先不要", "Is it refundable? Yes?")]
    ['no', 'no', 'other']
    >>> [
    ...     answer_in(words, "cancel_order")
    ...     for words in ("对，取消", "yes cancel it", "yes, return it")
    ... ]
    ['yes', 'yes', 'other']
    >>> [
    ...     answer_in(words, "return_items")
    ...     for words in ("好的，退吧", "ok, take it back", "ok", "退")
    ... ]
    ['yes', 'yes', 'other', 'other']
    >>> both = About("o17", ("Kumo Lamp", "Zen Kettle"))
    >>> [
    ...     answer_in(words, "cancel_order", both)
    ...     for words in ("yes, o17", "yes, the lamp and the kettle", "yes, the lamp")
    ... ]
    ['yes', 'yes', 'other']
    """
    words = _SIGNS.sub(" ", message.casefold().replace("’", "'")).strip()
    again = _AGREES.search(words) and kind in ACTS and _said_again(kind).search(words)
    if (_YES.search(words) or again) and _only_named(_willing(kind).sub(" ", words), about):
        return "yes"
    return "no" if _STARTS_NO.match(words) else "other"


def _only_named(rest: str, about: About) -> bool:
    """Whether `rest` says nothing, or names no more and no less than what the change is about."""
    said = rest.replace(about.order_id.casefold(), " ") if about.order_id else rest
    if not said.strip():
        return True
    named = set(terms(said)) - _POINTS
    held = [frozenset(terms(item)) for item in dict.fromkeys(about.items)]
    often = Counter(term for each in held for term in each)
    own = [{term for term in each if often[term] == 1} for each in held]
    return bool(own) and named <= set(often) and all(named & each for each in own)
