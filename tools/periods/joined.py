# ruff: noqa: E501  # a pattern reads best on one line
"""Times made of others that stand beside them: "Q1 to Q3", "since last week", "Q3 against the second"."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from tools.errors import ToolError
from tools.leaving_out import left_out
from tools.periods.around import around
from tools.periods.before_it import with_before
from tools.periods.calendar import POINT, Period, resolve
from tools.periods.ended import with_ends
from tools.periods.mention import PeriodMention, is_comparison
from tools.periods.other_side import with_other_side
from tools.periods.vocabulary import NTH
from tools.periods.weekday_before import weekdays_before
from tools.periods.years import last_of_two, yeared

_TO = re.compile(
    r"\s*,?\s*(?:(?:right |all the way |straight )?(?:up )?(?:to|until|till?|through|thru)|-|–|—|~|～)(?: and including)?(?: the)?(?: (?:very )?(?:end|last) of(?: the)?)?\s*"
    r"|\s*[)）]?(?:[初头]|[那这当]一?天|开始|起)?\s*[,，]?(?:一直)?(?:算|计|数|看|睇|卖|干|做|拉|统计)?(?:到|至|截至|截止到?)\s*",
    re.IGNORECASE,
)
"""What stands between the first and the last time of a span."""
_BETWEEN = re.compile(r"\bbetween(?: the)?\s*$", re.IGNORECASE)
_AND = re.compile(r"\s*and(?: the)?\s*", re.IGNORECASE)
_STARTS = re.compile(
    r"\b(?:start\w*|beg[ai]n\w*|first day|from|open\w*)(?: \w+){0,3}(?: ?[:=]| (?:is|was|on))? (?:the )?$|(?:开始|起始|起点|起|首日|头一天)(?:日期|时间|日)?(?:是|为|[:：])?\s*$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s*[.,;，；。、]?\s*(?:and |the |to )*(?:end\w*|finish\w*|stop\w*|last day|clos\w*)(?: \w+){0,3}(?: ?[:=]| (?:is|was|on))?(?: [\w ]{0,16},)? (?:the )?|\s*[，；。、,;]?\s*(?:结束|截止|终止|终点|止|末日|最后一天)(?:日期|时间|日)?(?:是|为|到|[:：])?\s*",
    re.IGNORECASE,
)
"""Words before the first and the last day of a span told as such ("start: 3 May. end: 9 May")."""
_HELD_UP = re.compile(r"\bcompar\w*\b[^.?!]{0,40}$|(?:比较|对比)[^，。？?]{0,8}$", re.IGNORECASE)
"""Words before two times by which "to" holds them against each other."""
_INCLUDED = re.compile(
    r"\s*,?\s*(?:itself )?(?:is |was |being )?(?:included|inclusive|and all)\b|\s*(?:当天|那天)?(?:也|都)?(?:算|包括?|包含)(?:在内|进去|在里面|上|了)",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r"\b(?:including|incl\.?)(?: the)?\s*$|(?:包括|包含|含|连同)\s*$", re.IGNORECASE
)
"""Words around a time that only says what another one holds."""
_MORE_EXACTLY = re.compile(
    r"\s*[,，]?\s*(?:[的里]|同样的?|一样的?|that is|i mean|i recall|namely)?\s*,?\s*", re.IGNORECASE
)
_BESIDE = re.compile(r"\s*[,，]\s*(?:on )?(?:the )?", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:since|from(?= (?:the )?(?:very )?(?:start|beginning|top)))(?: the)?(?: (?:very )?(?:start|beginning|top) of)?(?: the)?\s*$"
    r"|\bsince\b[^.;?!]{0,40}(?:that (?:was|is|would be)|which (?:was|is|fell on)|i mean|meaning|i\.e\.|so|being|say)(?: on)?(?: the)?\s*$",
    re.IGNORECASE,
)
_GOES_TO = re.compile(
    r"\s*,? (?:up )?(?:to|until|till?|through|thru)\b(?! (?:now|today|date)\b)", re.I
)
"""Where what began ends ("from the start of last month to its end")."""
_LAST = re.compile(
    r"(?:['’]s)?,? (?:against|vs\.?|v|versus|compared (?:to|with)|over|beside|next to|set against) (?:the )?(?P<w>last)(?: one)?(?=\s*(?:[,.;:?!)]|$|(?:by|for|per|in|on|please|pls)\b))",
    re.IGNORECASE,
)
"""Words right after this week, month or year by which the last is held against it."""
_ON = re.compile(
    r"^[)）]?(?:,? onwards?\b|,? (?:right |all the way )?(?:up )?(?:to|until|till?) (?:now|today|date)\b|(?:开头|开始|起)?(?:以来|至今|到现在|到今天|到目前|起(?!的)|往后|(?:开始)?(?:算起|数起|计起|起算|往后算)|开始(?!的))(?:算|计)?)",
    re.IGNORECASE,
)
"""Words that let a time run on until today: before it, and after it."""
_AFTER = re.compile(
    r"\b(?<!the day )(?<!day )(?<!week )(?<!month )after(?: the)?\s*$"
    r"|\b(?:since|after)(?: the)?(?: very)? (?:end|close) of(?: the)?\s*$|\bsince end\s*$",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(r"^(?:以|之|过)后(?!的第)")
"""Words by which what is asked about begins when a time is over."""
_NTH = "first|second|third|fourth|1st|2nd|3rd|4th"
_ELSEWHERE = r"(?=\s*(?:[?.,;:!)—–-]|$|(?:by|for|in|on|please|pls|and|as|per|of)\b))"
_QUARTER = re.compile(rf"\b(?:{_NTH}) quarters?\b|\bq[1-4]\b", re.IGNORECASE)
_OTHER_QUARTER = re.compile(
    rf"\b(?:against|vs\.?|v|versus|than|over|with|to|and|or|from|on|beside|next to) (?:in )?the (?P<n>{_NTH}){_ELSEWHERE}"
    rf"|\b(?P<m>{_NTH}) (?:and|or|vs\.?|v|versus|against|to|,) (?:the )?(?=(?:{_NTH}) quarters?\b)",
    re.IGNORECASE,
)
"""A quarter told by its number alone beside one that is named."""


def joined(text: str, found: list[PeriodMention], today: date) -> list[PeriodMention]:
    """`found`, in order, with those taken together that make one time.

    Args:
        text: What they were found in.
        found: Time expressions, none overlapping another.
        today: The day relative ones are told from.
    """
    found = sorted([*found, *_quarters(text, found)], key=lambda m: m.start)
    found = last_of_two(weekdays_before(text, found, today))
    found = _less_until_now(text, [*found, *_last_ones(text, found)])
    named = _told_twice(text, _less_included(text, yeared(text, found, today)), today)
    found = with_other_side(text, named, around(text, named, today), today)
    found = _narrowed(text, _spanned(text, found, today), today)
    found = with_ends(text, [_run_on(text, mention, today) for mention in found], today)
    return with_before(text, found, today)


def _less_included(text: str, found: list[PeriodMention]) -> list[PeriodMention]:
    """`found` without those that are only said to be within the others ("Qixi included")."""
    kept = [
        s
        for s in found
        if not (_INCLUDED.match(text[s.end :]) or _INCLUDING.search(text[: s.start]))
    ]
    return kept or found


def _told_twice(text: str, found: list[PeriodMention], today: date) -> list[PeriodMention]:
    """`found`, a feast and its date beside it as one ("Easter Monday, the 6th of April")."""
    for one, other in pairwise(found):
        first, second = _days(one.token, today), _days(other.token, today)
        same = first and second and first.first == second.first
        if same and other.start > one.end and _BESIDE.fullmatch(text[one.end : other.start]):
            words = text[one.start : other.end]
            whole = replace(other, text=words, start=one.start, comparison=one.comparison)
            return _told_twice(
                text, [whole if m is other else m for m in found if m is not one], today
            )
    return found


def _last_ones(text: str, found: list[PeriodMention]) -> list[PeriodMention]:
    """The one before, told by "last" alone beside this one ("this quarter against last")."""
    added = []
    for mention in found:
        unit = mention.token.removeprefix("this_")
        beside = _LAST.match(text, mention.end) if unit != mention.token else None
        if beside and not any(m.start < beside.end() and mention.end <= m.start for m in found):
            added.append(PeriodMention(f"last_{unit}", beside["w"], *beside.span("w"), True))
    return added


def _less_until_now(text: str, found: list[PeriodMention]) -> list[PeriodMention]:
    """`found` without "up to now" where it says how far the time right before it runs."""
    ends = [
        b
        for a, b in pairwise(found)
        if b.token == "all" and not text[a.end : b.start].strip(" ,，") and _ON.match(text[a.end :])  # noqa: S105  # a period
    ]
    return [mention for mention in found if mention not in ends]


def _quarters(text: str, found: list[PeriodMention]) -> list[PeriodMention]:
    """Quarters told by their number alone ("the third quarter against the second")."""
    named = [m for m in found if _QUARTER.search(m.text)]
    if len(named) != 1:
        return []
    year = named[0].token.partition("-")[0]
    others = (
        (match[group].lower(), *match.span(group))
        for match in _OTHER_QUARTER.finditer(text)
        for group in ("n", "m")
        if match[group]
    )
    return [
        PeriodMention(
            f"{year}-Q{_number(word)}", text[start:end], start, end, is_comparison(text, start, end)
        )
        for word, start, end in others
        if all(end <= m.start or m.end <= start for m in found)
    ]


def _number(word: str) -> int:
    return NTH.get(word) or int(word[0])


def _spanned(text: str, found: list[PeriodMention], today: date) -> list[PeriodMention]:
    """`found`, two with only "to" between them as the one span from the first to the last."""
    for one, other in pairwise(found):
        between, before = text[one.end : other.start], text[: one.start]
        to = _TO.fullmatch(between) or (_BETWEEN.search(before) and _AND.fullmatch(between))
        to = to or (_STARTS.search(before) and _ENDS.fullmatch(between))
        if not to or _HELD_UP.search(before):
            continue
        token = _span(one.token, other.token, today)
        if token:
            whole = PeriodMention(
                token, text[one.start : other.end], one.start, other.end, one.comparison
            )
            rest = [m for m in found if m not in (one, other)]
            return _spanned(text, sorted([*rest, whole], key=lambda m: m.start), today)
    return found


def _span(one: str, other: str, today: date) -> str | None:
    first, last = _days(one, today), _days(other, today)
    if first is None or last is None or first.first > last.first:
        return None
    if first.first == last.first and last.end <= first.end:
        return None
    if first.first < last.first and POINT.fullmatch(one) and POINT.fullmatch(other):
        return f"{one}..{other}"
    return f"{first.first}..{last.end}"


def _narrowed(text: str, found: list[PeriodMention], today: date) -> list[PeriodMention]:
    """`found` without those of which the next words say which days ("in May, the 3rd to the 9th")."""
    wide = {
        other: one
        for one, other in pairwise(found)
        if _MORE_EXACTLY.fullmatch(text[one.end : other.start])
        and not left_out(text[: other.start], text[other.end :])
        and (whole := _days(one.token, today))
        and (part := _days(other.token, today))
        and (part.first, part.end) != (whole.first, whole.end)
        and (
            whole.first <= part.first <= part.end <= whole.end
            or (whole.first == part.first and not text[one.end : other.start].strip("的"))
        )
    }
    return [
        replace(mention, comparison=mention.comparison or wide[mention].comparison)
        if mention in wide
        else mention
        for mention in found
        if mention not in wide.values()
    ]


def _run_on(text: str, mention: PeriodMention, today: date) -> PeriodMention:
    """`mention`, running on until today where the words around it say so."""
    before, after = text[: mention.start], text[mention.end :]
    days = _days(mention.token, today)
    if days is None or days.last >= today or mention.comparison:
        return mention
    if (_SINCE.search(before) and not _GOES_TO.match(after)) or _ON.match(after):
        first = days.first
    elif _AFTER.search(before) or _AFTERWARDS.match(after):
        first = days.last + timedelta(1)
    else:
        return mention
    return PeriodMention(f"{first}..{today}", mention.text, mention.start, mention.end)


def _days(token: str, today: date) -> Period | None:
    """The days of `token`; `None` for all time, which has no beginning here."""
    if token == "all":  # noqa: S105  # a period
        return None
    try:
        return resolve(token, today, today)
    except ToolError:
        return None
