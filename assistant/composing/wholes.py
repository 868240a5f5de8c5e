# ruff: noqa: E501  # a pattern reads best on one line
"""Questions for a figure as a whole and for its groups at once."""

import re

_WHOLE_AND_GROUPS = re.compile(
    r"\b(?:what(?:['’]s| is| was| were| are| did| do| does)|whats|how (?:many|much|high|big|large))\b"
    r"[^?!;]*?(?:,\s*(?:and\s+)?|\s+and\s+|[?;.]\s*(?:and\s+)?)"
    r"(?:also\s+|then\s+|(?:how|what) does (?:it|that) (?:split|break)|(?:on|from|in|at|for)\s+)?"
    r"(?:which|who|whose|what (?:are|were|was|is)?|by|per|split|broken|where|when)\b"
    r"|(?:多少|几多|好多|几何|几(?:单|笔|个|件)|怎么样|如何)[^，,。；;？?]*[，,。；;？?]\s*"
    r"(?:其中|再|还有|以及|然后|而且|另外|同埋)?[^，,。；;？?]{0,8}?(?:哪|边[个個]|边间|谁|按|分[各品渠]|各)",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:in total|in all|all told|altogether|overall|the (?:grand )?total)\b|总共|一共|合计|总数|总的|整体|拢共|总计",
    re.IGNORECASE,
)


def asks_whole(question: str) -> bool:
    """Whether `question` wants what all groups come to, besides the groups.

    >>> asks_whole("how many orders came in May, and which channel leads")
    True
    >>> asks_whole("which channel leads"), asks_whole("五月卖了多少，哪个牌子最多")
    (False, True)
    """
    return bool(_WHOLE_AND_GROUPS.search(question) or _TOTAL.search(question))
