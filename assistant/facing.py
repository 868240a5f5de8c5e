# ruff: noqa: E501  # a pattern reads best on one line
"""Whether two times that a question names stand against each other by their places alone."""

import re
from collections.abc import Sequence

from assistant.changes import chosen_between
from assistant.same_days import is_same
from assistant.side_by_side import SIDE_BY_SIDE
from tools.periods import PeriodMention

_FACING = re.compile(
    r"\s*(?:[^\s，。,.？?；;！!]{0,8}(?:对[比着照]?|较|vs\.?|pk)|(?:\w+ ){0,3}(?:v|vs\.?|against|up against|versus)|over(?: the)?|on)\s*",
    re.IGNORECASE,
)
"""What stands between two times of which one is held against the other ("九月对八月")."""
_AND = re.compile(r"\b(?:and|plus|then|also|or)\b|[,，;；、和跟与同]", re.IGNORECASE)
BESIDE = re.compile(r"\b(?:beside|alongside|next to|side by side with|up against)\b", re.IGNORECASE)
"""Words before a time that another is put beside."""
_ALONGSIDE = re.compile(
    r"(?:['’]s)?\s*(?:(?:figures?|numbers?) )?(?:put |set |shown |right )?(?:alongside|beside (?:it|that|them)|next to (?:it|that|them)|side by side|in (?:the next|another|a second|an extra) column)\b",
    re.IGNORECASE,
)
_ZH_ALONGSIDE = re.compile(
    r"旁边儿?(?:再|也|给我|顺便|顺手)*(?:放|摆|列|搁|附|写|标)(?:上|着|个|到|出)?$"
)
"""Words after a time that is put beside another, and before it in Chinese ("旁边放上八月")."""
_ZH_HELD = re.compile(r"[跟和与同拿][^。？?！!；;]{0,16}$")
_ZH_COMPARED = re.compile(
    r"[^。？?！!；;]{0,10}(?:比|对一?[下照]|对(?:着|照着)[看瞧睇望]|对得|参照|[摆放搁摊晾](?:埋|在|到|成)?(?:一|左右|两边)|[摆放]埋|并排)"
)
"""Words between two times, and after them, by which Chinese holds them against each other."""
_THEN_ASKED = re.compile(
    r"[?？].{0,6}$|\b(?:and|what about|how about)(?: in| for)?(?: the)?\s*$", re.IGNORECASE | re.S
)
"""What comes before a time that is asked about once more ("…this month? And last month?")."""
_ASKED_AGAIN = re.compile(r"^(?:的)?(?:又)?呢|^\s*[?？]", re.IGNORECASE)
_SAME_ASKED = re.compile(
    r"(?:[.,;:?!，。；？！—-]\s*(?:(?:and|plus|also|or)\s+)?|\b(?:and|plus)\s+)(?:what|how (?:much|many|high|big|low)|the same)\b(?:\s+(?:it|that|this|they|we|us|you|was|were|is|are|did|do|does|made?|got|get|took|came|come|about|like|for|the|had|have|in|on|during|of|back|then|to))+\s*$"
    r"|[,，。；？?]\s*(?:那|还有|以及|再看看?|跟|和)?(?:同样的?|一样的?)?(?:在)?\s*$",
    re.IGNORECASE,
)
"""What stands between two times of which the second is asked about in the same way."""
_HOW_MUCH = re.compile(
    r"^(?:的|又|是|有|卖了?|做了?)*(?:多少|几何|怎么?样|如何)(?:呢|来着)?\s*(?:[?？，。,]|$)"
)
"""What then follows it in Chinese ("…，八月又是多少？")."""
_AND_ONLY = re.compile(r"\s*,?\s*(?:and|&|\+)(?: the| in| of)*\s*", re.IGNORECASE)
_ZH_AND = re.compile(r"[)）]?\s*[和跟与同]\s*(?:[^，。？?！!；;和跟与同]{0,8}[(（])?")
_ZH_JOINED = re.compile(
    r"[那这当]?(?:一?[天日周月季年]|个月|会儿|阵子?|时候?|期间)?\s*[和跟与同及、]\s*"
)
_GROUPS = re.compile(
    r"\b(?:channels|brands|categories|regions|provinces|countries|devices|genders|sexes|campaigns|items|products|women|ages)\b|渠道|品牌|牌子|品类|类目|各省|省份|地区|设备|男女|年龄",
    re.IGNORECASE,
)
"""Groups that are put side by side in place of two times."""
_HOW_FAR = re.compile(
    r"(?:相差|[差争](?:了|咗)?(?:多少|几多|好多|几远|几个|不多|在哪|别|距|幅|额)|区别|\bdifferences?\b|\bgap\b|\bhow far apart\b|\bapart\b|\bspread\b)",
    re.IGNORECASE,
)
"""Words that ask how far two times lie apart."""
_WAS_IT = re.compile(
    r"\b(?:and|but|or)?,? ?(?:was|were|is|did|has|had)(?: that| it| the one)?(?: (?:in|of|for|on))?(?: the)?\s*$",
    re.IGNORECASE,
)
_ANY_BETTER = re.compile(
    r"\s*(?:do |go |been |been any )?(?:any |much |a (?:bit|little) |even |really )?(?:better|worse|higher|lower|more|less|stronger|weaker|busier|quieter|different|as good|as bad)\b",
    re.IGNORECASE,
)
"""Words around a time of which it is asked whether it was better ("… in May, and was June any better?")."""
_REFERENCE = re.compile(
    r"\s*(?:(?:numbers|figures)? ?(?:for|as)(?: an?| my| our)? (?:reference|comparison|baseline|benchmark|yardstick)|(?:的)?(?:作|做|当|作为)(?:个|为)?(?:参考|参照|对照|对比|比较|基准))",
    re.IGNORECASE,
)
"""Words after a time that another is held against."""
_YEAR_BACK = re.compile(r"去年|上年|前年|\blast year|\bthe year before", re.IGNORECASE)


def of_last_year(mentions: Sequence[PeriodMention]) -> bool:
    """Whether one of some times is a part of last year with a name of its own ("去年双十一").

    What it is held against need not be the same days ("今年618跟去年双十一比").
    """
    return any(m.token != "last_year" and _YEAR_BACK.search(m.text) for m in mentions)  # noqa: S105  # a period


def faces(text: str, mentions: Sequence[PeriodMention]) -> bool:
    """Whether two times stand against each other by their places alone."""
    if len(mentions) != 2:
        return False
    one, other = mentions
    between, after = text[one.end : other.start], text[other.end :]
    if chosen_between(text, mentions) or _lie_apart(text, one, other):
        return True
    listed = _AND_ONLY.fullmatch(between)
    side = SIDE_BY_SIDE.search(after) if listed or _ZH_JOINED.fullmatch(between) else None
    if side and not _GROUPS.search(after[: side.start()]):
        return True
    if listed:
        return False
    if other.comparison or _REFERENCE.match(after):
        return True
    if is_same(text, other) and _AND.search(between):
        return True
    if _FACING.fullmatch(between) or BESIDE.search(between):
        return True
    if _ALONGSIDE.match(after) or _ZH_ALONGSIDE.search(between):
        return True
    if _ZH_HELD.search(between) and _ZH_COMPARED.match(after):
        return True
    return _asked_again(between, after)


def _lie_apart(text: str, one: PeriodMention, other: PeriodMention) -> bool:
    """Whether it is asked how far two times lie apart ("八月跟九月差多少")."""
    between = text[one.end : other.start]
    if _ZH_AND.fullmatch(between):
        return _HOW_FAR.search(text, other.end) is not None
    return bool(_AND_ONLY.fullmatch(between) and _HOW_FAR.search(text))


def _asked_again(between: str, after: str) -> bool:
    """Whether of the second time the same is asked as of the first."""
    if _WAS_IT.search(between) and _ANY_BETTER.match(after):
        return True
    if again := _SAME_ASKED.search(between):
        return again[0].isascii() or bool(_HOW_MUCH.match(after))
    return bool(_THEN_ASKED.search(between) and _ASKED_AGAIN.match(after))
