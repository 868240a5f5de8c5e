"""Reads how far ahead a question looks: "in the next two weeks", "下周", "未来30天"."""

import re

from tools.periods.vocabulary import ZN, N, number_in

DAYS = {
    "day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 90,
    "天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 30, "季度": 90,
}  # fmt: skip

_EN = re.compile(
    rf"\b(?:next|coming|upcoming|following|within|in)(?: the| an?)?(?: next| coming)?"
    rf"[ -](?:(?P<n>{N})[ -])?(?P<u>day|week|fortnight|month|quarter)(?P<s>s?)\b",
    re.IGNORECASE,
)
_ZH = re.compile(
    rf"(?:未来|接下来|今后|往后|之后)的?(?P<n>{ZN}|半)?个?(?P<u>天|日|周|星期|礼拜|月|季度)"
    rf"|下(?:一?个)?(?P<u2>周|星期|礼拜|月|季度)|(?P<n3>{ZN})个?(?P<u3>天|日|周|星期|礼拜|月)(?:之内|以内|内)"
)


def days_ahead(text: str) -> int | None:
    """Days from today that `text` looks ahead; `None` when it names none.

    >>> days_ahead("who will buy in the next two weeks"), days_ahead("下周谁会买")
    (14, 7)
    """
    if (match := _EN.search(text)) and (match["n"] or not match["s"]):
        return (number_in(match["n"]) if match["n"] else 1) * DAYS[match["u"].lower()]
    if match := _ZH.search(text):
        n, unit = match["n"] or match["n3"], match["u"] or match["u2"] or match["u3"]
        return 15 if n == "半" else (number_in(n) if n else 1) * DAYS[unit]
    return None
