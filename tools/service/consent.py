"""Whether a customer's words are an explicit yes or no, read by code from her own message alone.

A yes is explicit when nothing else is said with it: "yes, but the blue one" is no yes.
"""

import re
from typing import Literal

Answer = Literal["yes", "no", "other"]

YES = (
    "yes", "yeah", "yep", "yup", "yes i do", "yes i confirm", "i confirm", "confirm", "confirmed",
    "i agree", "agreed", "go ahead", "proceed", "please do", "do it", "please proceed",
    "是的", "是", "确认", "确定", "同意", "可以的", "可以", "对的", "对", "没错", "行的", "行",
)  # fmt: skip
POLITE = (
    "please", "thanks", "thank you", "thank you very much", "ok", "okay", "sure", "great", "fine",
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

_SIGNS = re.compile(r"[\s.!,;:，。！；：、~～…]+")


def _pattern(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(
        rf"(?<![a-z']){re.escape(p)}(?![a-z'])" if p.isascii() else re.escape(p)
        for p in longest_first
    )


_WILLING = re.compile(rf"{_pattern((*YES, *POLITE))}|\s")
_YES = re.compile(_pattern(YES))
_STARTS_NO = re.compile(rf"(?:{_pattern(NO)})")


def answer_in(message: str) -> Answer:
    """What `message` answers to "May I go ahead?".

    >>> [answer_in(words) for words in ("Yes, please!", "好的，确认。", "ok", "yes but blue")]
    ['yes', 'yes', 'other', 'other']
    >>> [answer_in(words) for words in ("No thanks", "先不要", "Is it refundable? Yes?")]
    ['no', 'no', 'other']
    """
    words = _SIGNS.sub(" ", message.casefold().replace("’", "'")).strip()
    if _YES.search(words) and not _WILLING.sub("", words):
        return "yes"
    return "no" if _STARTS_NO.match(words) else "other"
