# ruff: noqa: E501  # a pattern reads best on one line
"""Numbers told one after the other of which the later stands: "two weeks, no, three"."""

import re
from collections.abc import Sequence
from itertools import zip_longest

_BACK = (
    r"(?:\b(?:no|nope|sorry|wait|hang on|hold on|actually|rather(?! than\b)|correction|scratch that|strike that|oops|er+m?|i mean(?:t)?|make (?:it|that)|let['’]?s say|or better|better)\b"
    r"|不对|不是|不不|不|算了|说错|讲错|错了|口误|呃|额|哎|诶|哦|唔系|还是|改成|改为|应该是)"
)
_BETWEEN = re.compile(
    rf"\s*(?:吧|啊|嘛)?\s*[,，.;；…—–-]+\s*{_BACK}[^.?!。？！;；\d]{{0,28}}$|\s*[(（]\s*{_BACK}[^.?!。？！;；\d]{{0,20}}$|\s+(?:no wait|wait no|sorry|scratch that|i mean|make (?:it|that)|(?:or )?rather(?! than\b))\b[^.?!;\d]{{0,16}}$",
    re.IGNORECASE,
)
"""What stands between a number that is taken back and the one told in its place."""


def takes_back(between: str) -> bool:
    """Whether the words between two numbers take back the first of them.

    >>> takes_back(", no, "), takes_back("，不，"), takes_back(" and ")
    (True, True, False)
    """
    return _BETWEEN.fullmatch(between) is not None


_TAKEN_OFF = re.compile(
    r"(?:\b(?:took|take[sn]?|cut|clawed|lost|minus|less|shaved|trimmed|deduct\w*|docked|knocked off|withdrew|slashed)(?: (?:back|off|away|out|by|us|me|another))*|(?:扣|收|抽|挪|拿|砍|减|削|少)(?:了|走|掉|去|回|给)+)[^.;?!,，。；？！\d]{0,10}$",
    re.IGNORECASE,
)
"""Words of a sum that was taken from another."""
_NOW = re.compile(
    r"(?:\b(?:now|down to|cut (?:it |that |us )?(?:back |down )?to|left with|leaves?(?: us| me)?|that leaves|brought (?:it |that )?(?:up |down )?to|raised (?:it |that )?to|settled (?:on|at|for)|ended up (?:with|at)|only (?:has|have|got|gave|approved|granted)|(?:gave|approved|granted|allowed)(?: (?:me|us))?(?: only| just)?|so (?:it.?s|it is|that.?s|we have|i have|there.?s)|make (?:it|that)|can only|says? (?:only|just))|(?:砍|减|降|压|缩|削|调|改|批|加|涨|提|卡|扣)(?:到|成|为|至|得只?剩|下来)|[就只净]剩|剩(?:下|了|得)?|只有|只[批给肯准]|最后(?:批|给|定)?|现在|如今|而家|变成?|等于|改口说?)[^.;?!。；？！\d]{0,14}$",
    re.IGNORECASE,
)
"""Words of a sum that holds now."""
_LEFT = re.compile(r"\s*(?:(?:is|are|was) )?(?:left|remain\w*|now\b|剩|了?现在)", re.IGNORECASE)


def what_is_left(text: str, numbers: Sequence[tuple[int, int]]) -> list[bool]:
    """Which of several numbers of one kind still stand, as the words around them tell.

    Where a later one is told as what it has come to, that one alone stands; else all but those
    taken back, or taken from another.

    Args:
        text: What names them.
        numbers: Start and end of each, in order.

    >>> what_is_left("we had 900, then they took 200, so it is 700", [(7, 10), (27, 30), (40, 43)])
    [False, False, True]
    """
    now = [n for n, (start, end) in enumerate(numbers) if n and _holds_now(text, start, end)]
    if now:
        return [n == now[-1] for n in range(len(numbers))]
    stands = [
        not (later and takes_back(text[one[1] : later[0]]))
        and not _TAKEN_OFF.search(text[: one[0]])
        for one, later in zip_longest(numbers, numbers[1:])
    ]
    return stands if any(stands) else [True] * len(numbers)


def _holds_now(text: str, start: int, end: int) -> bool:
    return bool(_NOW.search(text[:start]) or _LEFT.match(text[end:]))
