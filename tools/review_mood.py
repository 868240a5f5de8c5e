# ruff: noqa: E501  # a pattern reads best on one line
"""Whether a search asks for praise or for complaints, as people write it: "手机 差评"."""

import re
from typing import Literal

Mood = Literal["any", "positive", "negative"]

_REVIEWS = r"(?:customer |user |buyer )?(?:reviews?|ratings?|feedback|comments?|opinions?)"
_WORDS = {
    "negative": re.compile(
        r"差评|负面(?:评[价论])?|坏评|吐槽|抱怨|投诉|不满意?的?(?:评[价论]|地方)?|[一二两12]星(?:评[价论])?|低分(?:评[价论])?|缺点|槽点|踩雷"
        rf"|\b(?:complaints?|complain(?:s|ed|ing)?|gripes?|criticisms?)\b(?: (?:about|of|on|regarding))?"
        rf"|\b(?:bad|negative|poor|terrible|critical|unhappy|low|[12][- ]stars?|one[- ]star|two[- ]star) {_REVIEWS}\b(?: (?:about|of|on|for))?",
        re.IGNORECASE,
    ),
    "positive": re.compile(
        r"好评|正面(?:评[价论])?|夸奖|夸赞|表扬|称赞|赞扬|满意的(?:评[价论]|地方)?|[四五45]星(?:评[价论])?|高分(?:评[价论])?|优点|亮点"
        rf"|\b(?:praises?|praised|compliments?)\b(?: (?:for|about|of|on))?"
        rf"|\b(?:good|positive|great|happy|glowing|high|[45][- ]stars?|four[- ]star|five[- ]star) {_REVIEWS}\b(?: (?:about|of|on|for))?",
        re.IGNORECASE,
    ),
}
_NOT = re.compile(r"(?:没有?|无|不是|零|\bno|\bnot|\bwithout)\s*$", re.IGNORECASE)


def asked_mood(query: str) -> tuple[Mood, str]:
    """What stars `query` asks for, and what is left of it without the words that say so.

    Where it asks for both, or for the want of one, it asks for any and is left as it is.

    >>> asked_mood("手机 差评"), asked_mood("complaints about the zipper")
    (('negative', '手机'), ('negative', 'the zipper'))
    >>> asked_mood("bad smell"), asked_mood("好评和差评")
    (('any', 'bad smell'), ('any', '好评和差评'))
    """
    found = {mood: pattern.search(query) for mood, pattern in _WORDS.items()}
    said = [(mood, match) for mood, match in found.items() if match]
    if len(said) != 1 or _NOT.search(query[: said[0][1].start()]):
        return "any", query
    mood, match = said[0]
    left = f"{query[: match.start()]} {query[match.end() :]}"
    left = re.sub(r"^\s*的|的\s*$|[\s,，:：、|/]+", " ", left).strip()
    return ("negative" if mood == "negative" else "positive"), left
