"""Days, weeks, months or hours that a Chinese question wants ranked ("卖得最好的三天").

A number of days is a length of time everywhere else; beside a superlative or after 哪 it says how
many of them are wanted, and that figures are told apart by them.
"""

import re
from collections.abc import Sequence

from assistant.counting import Counted
from tools.mentions import Mention
from tools.numerals import number_of

_UNITS = {
    "day": "天|日",
    "week": "个?(?:星期|礼拜)|周",
    "month": "个?月份?",
    "quarter": "个?季度?",
    "hour": "个?(?:小时|钟头)|个钟",
}
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items())
_NUMBER = r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3}|[几那][一几]?)"
_RANKED = re.compile(
    rf"(?:最(?![近后后初新])[^，。？?！!；;]{{1,8}}[的嘅]|[哪边邊])\s*{_NUMBER}\s*(?:{_UNIT})"
    r"(?![前后内里以之来间期气假数份天]|\d)"
)


def ranked_times(text: str) -> tuple[list[Mention], Counted | None]:
    """The unit of time whose best or worst are wanted, and how many of them.

    Args:
        text: A question.

    >>> found, count = ranked_times("六月退款最多的四天是哪几天")
    >>> [mention.name for mention in found], count and count.n
    (['day', 'day'], 4)
    >>> ranked_times("最近的四天卖了多少")
    ([], None)
    """
    found = list(_RANKED.finditer(text))
    mentions = [
        Mention("dimension", _unit(m), "", m[0], m.start("n"), m.end(), grouping=True)
        for m in found
    ]
    told = ((m, 1 if "那" in m["n"] else number_of(m["n"])) for m in found if "几" not in m["n"])
    counts = (Counted(n, m.start("n"), m.end("n"), ranked=True) for m, n in told if n > 0)
    return mentions, next(counts, None)


def _unit(match: re.Match[str]) -> str:
    return next(unit for unit in _UNITS if match[unit])


def with_times(mentions: Sequence[Mention], times: Sequence[Mention]) -> list[Mention]:
    """`mentions` in order, with `times` in place of what else their words may name."""
    kept = [m for m in mentions if not any(m.start < t.end and t.start < m.end for t in times)]
    return sorted([*kept, *times], key=lambda mention: mention.start)
