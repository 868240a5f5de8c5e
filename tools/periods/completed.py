# ruff: noqa: E501  # a pattern reads best on one line
"""Parts of a month told without it ("the back half of May against the front", "八月前十天和后十天")."""

import re
from datetime import date

from tools.periods.by_rule import by_rule
from tools.periods.mention import PeriodMention, is_comparison
from tools.periods.vocabulary import MONTH, ZM, ZN, N

_DAYS = rf"(?:{N}|1\d|[2-9]) days"
_ZH_EDGE = rf"(?:最后|末尾|末|后|头|前|开头|首|中间|当中)[那这的]?{ZN}(?:[天日](?![均活])|个?周|个?星期|个?礼拜)"
_PART = re.compile(
    r"\b(?:the )?(?:first|second|front|back|latter|other) half\b(?! (?:of(?! (?:it|that month|the (?:same )?month)\b)|year))(?: of (?:it|that month|the (?:same )?month))?|\b(?:the )?(?:first|second|third|fourth|last) week\b(?! (?:of|in)\b)"
    rf"|第[一二三四]个?(?:周|星期|礼拜)|(?:上中|中下|[上中下])旬|[上下前后]半个?月|[前后]半[段程截](?!路|时)|[前后]半(?=[（(，,跟和与比的]|$)|(?<=[比和跟与同对及、sS，,]){_ZH_EDGE}",
    re.IGNORECASE,
)
"""A part of a month that is not named beside it."""
_OF_MONTH = re.compile(
    rf"(?:half|week|days|fortnight) (?:of|in) (?P<en>{MONTH}(?:,? \d{{4}})?)|^(?:the )?(?:early|mid|late)[ -](?P<en2>{MONTH}(?:,? \d{{4}})?)|(?P<zh>(?:\d{{4}}年)?{ZM}月)(?=的?(?:第|(?:上中|中下|[上中下])旬|[上下前后]半|{_ZH_EDGE}))",
    re.IGNORECASE,
)
_WHOLE_MONTH = re.compile(
    rf"(?P<en>{MONTH}(?:,? \d{{4}})?)|(?P<zh>(?:\d{{4}}年)?{ZM}月)份?", re.IGNORECASE
)
_PLACES = "first|1st|second|2nd|third|3rd|fourth|4th|last|final|front|back|latter|middle|early|mid|late|next|other"
_PLACE = re.compile(rf"\b(?:{_PLACES})\b", re.IGNORECASE)
_BY_PLACE = re.compile(
    rf"\b(?:and|or|n|&|then|vs\.?|v|versus|against|than|over|to|with|from|beside|alongside|next to)\s+(?:(?:(?:that|those|the ones?|what) )?(?:was |were |came )?(?:of|in|from|for) |(?:that|those) )?(?:the )?(?P<place>{_PLACES})(?: one| lot| {_DAYS}| (?:{N}|1\d)| fortnight| week| half)?(?=\s*(?:[?.,;:!)—–-]|$|(?:by|for|in(?! {MONTH})|on|please|pls|and|as|per|did|was|were|is|had)\b))",
    re.IGNORECASE,
)
"""A part told by its place alone beside another one ("the first ten days of May and the second")."""
_TWO = 2
_OPPOSITE = {"first": "second", "second": "first", "front": "back", "back": "front", "latter": "first"}  # fmt: skip


def completed(text: str, found: list[PeriodMention], today: date) -> list[PeriodMention]:
    """`found`, and parts of a month that another one names.

    Args:
        text: A question.
        found: The time expressions that rules know, in order.
        today: The day relative ones are told from.
    """
    named = [m for m in found if _OF_MONTH.search(m.text)]
    month = _OF_MONTH.search(named[0].text) if named else None
    if month is None:
        return _both_of_month(text, found, today)
    added = _parts(text, named, month["en"] or month["en2"], month["zh"], today)
    if not added and len(named) == 1:
        added = _by_place(text, named[0], today)
    own = [m for m in found if not any(a.start < m.end and m.start < a.end for a in added)]
    return [*own, *added]


def part_of(text: str, month: date, today: date) -> PeriodMention | None:
    """A part of `month` that `text` names without it ("and the second week?", "下旬呢")."""
    part = _PART.search(text)
    if part is None:
        return None
    latin = part[0].isascii()
    read = _read(part[0], f"{month:%B %Y}" if latin else f"{month.year}年{month.month}月", today)
    return PeriodMention(read, part[0], *part.span()) if read else None


def _read(words: str, month: str, today: date) -> str | None:
    """The days of a part of a month."""
    if month.isascii():
        words = re.sub(r"(?<=half) of .*", "", words, flags=re.IGNORECASE)
        whole = f"{words} of {month}"
    else:
        words = re.sub(r"(?<=半)[段程截]?$", "月", words)
        whole = f"{month}{re.sub('^后(?!半)', '最后', words)}"
    read = by_rule(whole, today)
    return read[0].token if len(read) == 1 else None


def _parts(
    text: str, named: list[PeriodMention], en: str | None, zh: str | None, today: date
) -> list[PeriodMention]:
    """The parts of a month in `text` that stand apart from those `named` with it."""
    added: list[PeriodMention] = []
    for part in _PART.finditer(text):
        if any(part.start() < m.end and m.start < part.end() for m in named):
            continue
        if token := _read(_told(part[0], named), zh or en or "", today):
            held = is_comparison(text, *part.span())
            added.append(PeriodMention(token, part[0], *part.span(), held))
    return added


def _told(words: str, named: list[PeriodMention]) -> str:
    """`words`, "the other half" as the one that is not named."""
    if "other" not in words.lower() or not named:
        return words
    place = _PLACE.search(named[0].text)
    opposite = _OPPOSITE.get(place[0].lower(), "second") if place else "second"
    return re.sub("other", opposite, words, flags=re.IGNORECASE)


def _by_place(text: str, named: PeriodMention, today: date) -> list[PeriodMention]:
    """What stands beside `named` and is told by its place alone."""
    place, match = _PLACE.search(named.text), _BY_PLACE.search(text, named.end)
    if place is None or match is None:
        return []
    told = match["place"].lower()
    if told in ("other", "next"):
        told = _OPPOSITE.get(place[0].lower(), "")
    words = named.text[: place.start()] + told + named.text[place.end() :]
    read = by_rule(words, today)
    if len(read) != 1 or read[0].text != words or read[0].token == named.token:
        return []
    start, end = match.start("place"), match.end()
    return [
        PeriodMention(read[0].token, text[start:end], start, end, is_comparison(text, start, end))
    ]


def _both_of_month(text: str, found: list[PeriodMention], today: date) -> list[PeriodMention]:
    """`found`, two parts of the one month named in its place ("May orders, first half vs second half")."""
    parts = [*_PART.finditer(text)]
    apart = [m for m in found if not any(p.start() < m.end and m.start < p.end() for p in parts)]
    month = _WHOLE_MONTH.fullmatch(apart[0].text) if len(apart) == 1 else None
    if month is None or len(parts) != _TWO:
        return found
    told = _parts(text, [], month["en"], month["zh"], today)
    return told if len(told) == _TWO else found
