# ruff: noqa: E501  # a pattern reads best on one line
"""A test's table told by its column of groups and the two words it holds.

"The column kit says red or blue, blue's the old one" names the column, both groups, and which of
them was left as it was.
"""

import re
from collections.abc import Callable

_QUOTE = "\"'`“”‘’「」『』"
_N = rf"[{_QUOTE}]?(?P<{{}}>(?a:[A-Za-z]\w*(?:-\w+)*|\d))[{_QUOTE}]?"
_ARM, _A, _B = (_N.format(name) for name in ("arm", "a", "b"))
_COLUMN = r"(?:columns?|cols?\b\.?|fields?|variables?|headers?)"
_OR = r"\s*(?:,? ?(?:or|and|/|\||vs\.?)|、|或者?|和|与|跟|还是)\s*"
_HOLDS = r"(?:\s*(?:says?|holds?|reads?|shows?|contains?|has|is|are|takes?|with|being|either|the|words?|values?|is filled with|[:=—–-]|,))+\s+"
_DECLARED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_COLUMN}(?: (?:is|was))?(?: (?:named|called|labell?ed|headed))? {_ARM}{_HOLDS}{_A}{_OR}{_B}(?![\w-])",
        rf"(?<![\w.]){_ARM} {_COLUMN}{_HOLDS}{_A}{_OR}{_B}(?![\w-])",
        rf"(?:列|字段|栏)(?:名字?)?(?:叫做?|是|为|：|:)?\s*{_ARM}\s*(?:[那这]?一?[列栏])?[，,]?\s*(?:[里中]面?|里头|内容)?(?:分别|只|就)?(?:是|有|写的?是?|写着|记的?是?|标的?是?|填的?是?|分成?|取值为?|为|：|:)\s*{_A}{_OR}{_B}(?![\w-])",
        rf"(?<![\w.]){_ARM}\s*(?:[那这]?一?(?:列|栏)|字段)[，,]?(?:[里中]面?|里头)?(?:分别|只|就)?(?:是|有|写的?是?|写着|记的?是?|标的?是?|填的?是?|分成?|取值为?|为|：|:)\s*{_A}{_OR}{_B}(?![\w-])",
    )
)
"""A column, and the two words it holds."""
_IS = r"[{quote}]?(?:['’]s|\s*(?:group|one|ones|people|那一?组|那?组|那些)?\s*(?:is|was|are|were|means|meant|being|stands for|got|gets|saw|had|就是|才是|是|为|代表|表示|指|=|:|：|,|，|\())\s*(?P<what>[^,.;!?，。；！？]{{1,40}})"
_OUTCOME = (
    re.compile(
        r"(?:\b(?:i mean|that is|i\.e\.|compar\w+|look(?:ing)? at|go(?:ing)? by|watch|check|measured? (?:in|by|on)|in terms of|on)\s+|(?:就是|比一?[下比]|看一?[下看]|看|按|用|以)\s*)(?:the |our )?(?:column )?(?P<name>(?a:[A-Za-z]\w*))\s*(?:column|那?一?列|吧|呢|来[看比])?\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bmore (?P<name>(?!(?:money|people|goals|than|often|of|stuff|cash|in|on|or|to|for)\b)(?a:[a-z]\w*))\W*$",
        re.IGNORECASE,
    ),
)
"""What is looked at, told last."""
_WORD = re.compile("the|an|it|that|this|them|those|these|in|on|by|of|for|to|me|us|did|do", re.I)
_GENERIC = re.compile(
    f"{_WORD.pattern}|an?|arms?|groups?|grouping|split|test|outcome|result|target|which|one|my|our|first|last",
    re.I,
)
"""What calls no column by its name."""


def declared(text: str, is_control: Callable[[str], bool | None]) -> dict[str, str]:
    """Arguments of `analyse_experiment` that such a sentence tells; none where there is none.

    Args:
        text: A question.
        is_control: Whether words say that a group was left as it was; `None` where they do not tell.

    >>> declared("column hue says red or blue, blue is the old one", lambda what: "old" in what)
    {'arm': 'hue', 'control': 'blue', 'treatment': 'red'}
    """
    found = next((m for pattern in _DECLARED for m in pattern.finditer(text) if _names(m)), None)
    if found is None:
        return {}
    rest = text[found.end() :]
    roles = _roles(rest, (found["a"], found["b"]), is_control)
    if not roles:
        return {}
    told = {"arm": found["arm"]} | roles
    outcome = next((m["name"] for p in _OUTCOME if (m := p.search(rest.strip()))), None)
    if outcome is None or _WORD.fullmatch(outcome) or outcome in told.values():
        return told
    return told | {"outcome": outcome}


def _names(match: re.Match[str]) -> bool:
    """Whether all three are names, and no words of a sentence."""
    arm, *values = (match[group].casefold() for group in ("arm", "a", "b"))
    told = len({arm, *values}) == 3 and not any(map(_WORD.fullmatch, values))
    return told and not _GENERIC.fullmatch(arm)


def _roles(
    text: str, values: tuple[str, str], is_control: Callable[[str], bool | None]
) -> dict[str, str]:
    """Which of two groups was treated, as told of the first of them that is told of."""
    for value in values:
        other = values[1 - values.index(value)]
        told = re.compile(
            rf"(?<![\w-]){re.escape(value)}" + _IS.format(quote=_QUOTE), re.IGNORECASE
        )
        for match in told.finditer(text):
            control = is_control(match["what"])
            if control is not None:
                first, second = ("control", "treatment") if control else ("treatment", "control")
                return {first: value, second: other}
    return {}
