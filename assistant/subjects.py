# ruff: noqa: E501  # a pattern reads best on one line
"""What a search of reviews is for: its subject, and the language it is to be in."""

import re
from collections.abc import Sequence
from typing import Literal

from tools.review_subject import content, pointed_at
from tools.stars import less_stars

_NO_LANGUAGE = r"(?! ?(?:new year|breakfasts?|tea|medicine|style|markets?|brands?|shops?|stores?|makers?|products?|festivals?|valentine|names?|manuals?|instructions?|labels?|supplier\w*|factor\w+))"
"""What is called after a country, not written in its language."""
_LANGUAGES: dict[Literal["en", "zh"], re.Pattern[str]] = {
    "zh": re.compile(
        rf"\b(?:chinese|mandarin|cantonese)\b{_NO_LANGUAGE}|"
        r"\b(?:chinese|mandarin)(?:[- ](?:speak\w*|language|written))?(?: \w+)? (?:reviews?|reviewers?|comments?|feedback|opinions?|complaints?|quotes?|testimonials?|customers?|buyers?|shoppers?|users?|praise)\b|\b(?:written |write |wrote |reviews? |comments? |said |say |complain\w* )?in (?:chinese|mandarin)\b"
        r"|[中汉]文(?:写?的)?(?:书写的|撰写的)?(?:用户|顾客|客户|买家)?(?:[好差中坏低高]|负面|正面)?(?:评|留言|反馈|吐槽|口碑|意见)|用中文|中文(?:区|版)|(?:[中汉国]文|普通话|国语)(?!名|名称|说明|界面|歌|标签|包装|系统|版本?(?:说明|界面|系统)|字幕|语音|语音包)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"\benglish\b{_NO_LANGUAGE}|"
        r"\benglish(?:[- ](?:speak\w*|language|written))?(?: \w+)? (?:reviews?|reviewers?|comments?|feedback|opinions?|complaints?|quotes?|testimonials?|customers?|buyers?|shoppers?|users?|praise)\b|\bin english\b"
        r"|英[文语](?:写?的)?(?:书写的|撰写的)?(?:用户|顾客|客户|买家)?(?:[好差中坏低高]|负面|正面)?(?:评|留言|反馈|吐槽|口碑|意见)|用英[文语]|英文(?:区|版)|英[文语](?!名|名称|说明|界面|歌|标签|包装|系统|版本?(?:说明|界面|系统)|字幕|语音|语音包)",
        re.IGNORECASE,
    ),
}
_BOTH_LANGUAGES = re.compile(
    r"\benglish\b.*\bchinese\b|\bchinese\b.*\benglish\b|中文.*英文|英文.*中文|中英", re.IGNORECASE
)
_DENIED_LANGUAGE = re.compile(
    rf"\b(?:not|no|skip|without|except|drop|instead of|rather than|leave out|don['’]?t (?:want|need|show)(?: me)?)(?: the| any| ones?| those| written| in)* (?:chinese|mandarin|english)\b{_NO_LANGUAGE}(?! only)"
    r"|(?:不[要看用是]|唔[要睇系]|[别莫甭](?:要|看|给我)?|除了)(?:用|看|睇|写)?(?:[中汉英国]文|[英国]语)(?=写?[的嘅]|评|$|[，,。])|(?:[中汉英国]文|[英国]语)(?:写?[的嘅])?(?:评[价论])?(?:就|都|先)?(?:不要|唔要|莫要|别要|不看|唔睇|免了|除外)",
    re.IGNORECASE,
)
"""A language that reviews are not to be in, of the two there are."""
_LANGUAGE_WORDS = re.compile(
    r"\b(?:written |speaking )?in (?:english|chinese|mandarin)\b|\b(?:english|chinese|mandarin)(?:[- ](?:speaking|language))?\b|用?(?:[中汉英]文|英语|国语|普通话)(?:写的?)?",
    re.IGNORECASE,
)


def written_in(question: str) -> Literal["any", "en", "zh"]:
    """The language that `question` wants reviews in.

    >>> written_in("Show me Chinese reviews"), written_in("英文差评"), written_in("差评")
    ('zh', 'en', 'any')
    """
    denied = _DENIED_LANGUAGE.search(question)
    asked = [name for name, pattern in _LANGUAGES.items() if pattern.search(question)]
    if denied:
        refused = [name for name, pattern in _LANGUAGES.items() if pattern.search(denied[0])]
        return "en" if refused == ["zh"] else "zh"
    return asked[0] if len(asked) == 1 and not _BOTH_LANGUAGES.search(question) else "any"


def subject_of(question: str, understood: Sequence[tuple[int, int]]) -> str:
    """What to search reviews for; empty when `question` asks about them in general.

    Words pointed at ("about the zip", quoted, "提到掉色") are the subject as they stand. Other
    words that may be one go along with their sentence, for only the reviews can tell.

    Args:
        question: As the person wrote it.
        understood: Start and end of periods and names in it.
    """
    kept = list(question)
    for start, end in understood:
        kept[start:end] = " " * (end - start)
    left = less_stars("".join(kept))
    if written_in(question) != "any":
        left = _LANGUAGE_WORDS.sub(" ", _DENIED_LANGUAGE.sub(" ", left))
    if pointed := pointed_at(left):
        return pointed
    words = content(left)
    if not words:
        return ""
    whole = re.sub(r"\s+", " ", left).strip(" ,.?!;:，。？！；：、的")
    return words[0] if len(words) == 1 and len(whole) <= len(words[0]) + 2 else whole
