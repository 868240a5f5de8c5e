# ruff: noqa: E501  # a pattern reads best on one line
"""Clauses about what somebody means to do with an answer, or who waits for it where.

"How many mugs a day in May? I want to stock them at the pace of Singles' Day" names a day, and
"老板在直播间等我" a channel, that nothing is asked about.
"""

import re

from assistant.cues import cue

_CLAUSE = re.compile(r"[^。？！；，,;.!?\n]+(?:[。？！；，,;.!?\n]+|$)")
_MEANS = r"(?:想|打算|准备|计划|预备|要|好|方便|为了|琢磨着?|考虑|谂住)(?:着|再|也|要|来|用来)?"
_LIKE = r"(?:照着?|按照?|依照?|参照|参考|对标|比照|仿照|跟着?|学着?|借鉴|复刻|复制|沿用)"
_WAY = r"(?:节奏|打法|套路|思路|做法|玩法|模式|路子|力度|规模|排期|配置|经验|标准|量级|方案|样子|那一?套)"
_AFTER_A_MODEL = re.compile(
    rf"^\W*(?:[我咱]们?|这边|也|主要|就是?)*{_MEANS}{_LIKE}[^，。？?！!；;]{{1,16}}?的?{_WAY}(?!怎么样|如何|是)"
    rf"|^\W*(?:[我咱]们?|这边|也|主要|就是?)*{_MEANS}{_LIKE}[^，。？?！!；;]{{1,12}}?来(?:安排|做|搞|排|备|定|弄)"
    r"|^\W*(?:(?:i|we)(?:['’]?(?:m|re|d|ll))?\W+)?(?:just )?(?:want|plan|planning|hope|hoping|aim|aiming|going|mean|meaning|looking|would like)\w* to (?:pace|model|copy|mirror|base|shape|time|repeat)\b[^.?!;]*\b(?:like|on|after|as|for)\b",
    re.IGNORECASE,
)
"""The beginning of a plan made after the model of some other time."""
_WAITS = re.compile(
    r"(?:在|喺|于)[^，。？?！!；;]{1,10}(?:等(?![级于同])(?:着|紧|我|住|要|用|数|你)*|催(?:着|我|数)*|候着|盯着|坐等|要我?报数)[^，。？?！!；;多几哪]{0,8}$"
    r"|\b(?:is|are|am|['’]s|['’]re|['’]m|sat|sitting|stuck)\b(?: \w+){0,2} (?:on|in|at) [^,.;?!]{1,30}\b(?:waiting|asking for|shouting|chasing|tapping)\b[^.?!]*$",
    re.IGNORECASE,
)
"""Who waits for the answer, and where."""
FEWEST = 4
"""Fewest letters of a question that something is told beside."""
_MARKS = " 。？！；，,;.!?\n"


def less_plans(message: str) -> str:
    """`message` without clauses that only tell of a plan or of who waits, where others ask.

    >>> (
    ...     less_plans("五月每天卖几件？想照着双11的节奏备货"),
    ...     less_plans("经理在直播间等我，八月多少单？"),
    ... )
    ('五月每天卖几件？', '八月多少单？')
    >>> less_plans("想照着双11的节奏备货，行吗")
    '想照着双11的节奏备货，行吗'
    """
    clauses = _CLAUSE.findall(message)
    left = [clause for clause in clauses if not _is_plan(clause)]
    rest = "".join(left)
    said = len(rest.strip(_MARKS)) >= FEWEST
    asks = said and (rest.rstrip().endswith(("?", "？")) or cue("interrogative", rest))
    return rest.strip() if asks and len(left) < len(clauses) else message


def _is_plan(clause: str) -> bool:
    said = clause.strip(_MARKS)
    asks = clause.rstrip().endswith(("?", "？"))
    return not asks and bool(_AFTER_A_MODEL.search(said) or _WAITS.search(said))
