# ruff: noqa: E501  # a pattern reads best on one line
"""What of the filters before a follow-up takes off ("take the women filter off", "女性那个筛选拿掉")."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tools.mentions import Mention

_NOUN = r"(?:(?:filter(?:ing)?|restriction|limit(?:ation)?|condition|constraint|criteri(?:on|a)|qualifier|requirement)s?)"
_BIT = rf"(?:{_NOUN}|(?:bit|part|thing|stuff|clause|rule|only)\b)"
_ZH_NOUN = r"(?:条件|限制|限定|筛选|過濾|过滤|篩選|條件|要求|框框?|条条|范围)"
_ZH_GO = r"(?:去掉|拿掉|拿走|撤掉?|撤了|删掉?|删了|刪掉?|取消|放开|放開|解除|松开|去除|清掉|清空|清了|清除|移除|摘掉|抹掉|不要了?|不用了?|免了|算了|关掉|關掉|拎走|除咗|攞走|扔掉|甩掉)"
_GO = r"(?:drop|remove|lose|scrap|ditch|lift|relax|undo|cancel|clear|delete|erase|kill|loosen|release|reset|waive|forget(?: about)?|get rid of|do away with|throw out|cut|strip|wipe|without|no(?: more)?|minus)"
_LED = re.compile(
    rf"\b{_GO} (?:(?:the|that|this|my|our|any|all|of|for) )*$",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:take|turn|switch|leave|put|throw|strip|pull|knock) (?:(?:the|that|this|my|our|off|away|out) )*$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:[- ]?(?:only|just))?(?:['’]s)?[- ]*{_BIT}(?: thing| bit| part)?", re.IGNORECASE
)
_AWAY = re.compile(
    rf"(?:[- ]?(?:only|just))? *{_BIT}? *(?:(?:back|right) )?(?:off|away|out of (?:the |my )?{_NOUN})\b",
    re.IGNORECASE,
)
_GOES = re.compile(
    rf"(?:[- ]?only)?[- ]*{_BIT} (?:(?:can|should|may|must|to|has to|needs to) (?:go|come off|be (?:dropped|removed|lifted|taken off|ignored))|goes|comes off|off|is off|gone|no longer (?:matters?|applies|needed)|(?:does not|doesn['’]?t) (?:matter|apply))\b",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(
    r"(?:\b(?:no longer|not any ?more|stop(?:ping)?|quit|don['’]?t|do not|no need to|needn['’]?t)(?: be| keep)? (?:(?:only|just|limit(?:ed|ing)?|restrict(?:ed|ing)?|confin(?:e|ed|ing)|filter(?:ed|ing)?|narrow(?:ed|ing)?|stick(?:ing)?|look(?:ing)?)(?: (?:it|this|that|them|things|yourself))?(?: down)? (?:(?:only|just|to|by|on|for|at|with|the) )*)"
    r"|(?:不用|不必|不再|唔使|毋须|莫|别再?|甭|不需要|没必要|用不着|冇必要)(?:再)?(?:只|光|净|淨|单|單|仅|就|死)(?:看|睇|算|要|限|查|盯着?|限于|局限于?)?)$",
    re.IGNORECASE,
)
"""Words around a value that no longer narrows anything."""
_LED_ZH = re.compile(rf"{_ZH_GO}(?:了|对|對|掉)?(?:那个|这个|那條|那条)?[\"“「]?$")
_NAMED_ZH = re.compile(
    rf"[\"”」]?(?:的|这个|那个|這個|那個|呢个|嗰个|这条|那条|这一?[项层]|那一?[项层]|这|那|用户|的人|客户|客人)*{_ZH_NOUN}"
)
_GOES_ZH = re.compile(
    rf"[\"”」]?(?:的|这个|那个|這個|那個|呢个|嗰个|这条|那条|这一?[项层]|那一?[项层]|这|那|用户|的人|客户|客人)*{_ZH_NOUN}(?:就|先|都|也|再|可以|给我|帮我|全|一概|畀我|把它)*{_ZH_GO}"
)
"""The same in Chinese."""
_ALL = re.compile(
    rf"\b(?:{_GO}|take (?:off|away|out)) (?:(?:the|that|this|those|these|my|our|any|all|every|of|for) )*{_NOUN}\b(?! (?:on|by|for|of)\b)"
    rf"|\b(?:take|turn|switch|strip) (?:(?:the|that|this|those|these|my|our|any|all) )*{_NOUN} (?:off|away|out)\b"
    rf"|\bno {_NOUN}\b|\bunfilter(?:ed)?\b|{_ZH_GO}(?:所有的?|全部的?|一切|那些|这些)?{_ZH_NOUN}|(?:所有的?|全部的?|把)?{_ZH_NOUN}(?:就|先|都|也|全部|全都?|统统|通通|一概|给我|帮我)*{_ZH_GO}",
    re.IGNORECASE,
)
"""Words by which nothing narrows what is asked any more, where none is named."""


def let_go(
    text: str, mentions: Sequence[Mention], arguments: Mapping[str, Any]
) -> tuple[list[Mention], tuple[str, ...]]:
    """The values named whose filter is taken off, and the filters that go.

    Args:
        text: A follow-up.
        mentions: What it names.
        arguments: What the call before was asked.
    """
    old = [str(f) for f in arguments.get("filters") or ()]
    values = [m for m in mentions if m.kind == "value" and f"{m.name}={m.value}" in old]
    gone = [m for m in values if _goes(text[: m.start], text[m.end :])]
    if gone:
        return gone, tuple(f"{m.name}={m.value}" for m in gone)
    named = any(m.kind in ("value", "dimension") for m in mentions)
    return [], tuple(old) if not named and _ALL.search(text) else ()


def _goes(before: str, after: str) -> bool:
    """Whether the words around a value take its filter off."""
    led = _LED.search(before) and _NAMED.match(after)
    led_zh = _LED_ZH.search(before) and _NAMED_ZH.match(after)
    taken = _TAKEN.search(before) and _AWAY.match(after)
    goes = _GOES.match(after) or _GOES_ZH.match(after)
    return bool(led or led_zh or taken or goes or _NO_LONGER.search(before))
