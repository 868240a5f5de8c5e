# ruff: noqa: E501  # a pattern reads best on one line
"""How a question lays out a table: what stands in its rows and what in its columns."""

import re

_ROWS = r"(?:rows?|lines?)"
_COLUMNS = r"(?:cols?|columns?)"
_IS = r"(?: (?:are|is|as|for|by|of|with|show(?:ing)?|should be|to be))?\s*[:=]?\s*(?:the |each |every )?"
_SIDES = rf"(?:{_ROWS}|{_COLUMNS}|(?:left(?:[- ]hand)? )?side|left|top|x[- ]?axis|y[- ]?axis)"
_LED = (
    re.compile(rf"\b{_ROWS}\b{_IS}(?=[a-z])", re.IGNORECASE),
    re.compile(rf"\b{_COLUMNS}\b{_IS}(?=[a-z])", re.IGNORECASE),
)
_FOLLOWED = re.compile(
    rf"(?:\b(?:with|and|put|the) )*(?<!\bby )(?<!\bby)\b(?P<of>[a-z]+(?: (?:types?|groups?|bands?))?) (?:as|in|for|down|across|along|on|over) (?:the |your |my )?{_SIDES}\b",
    re.IGNORECASE,
)
_ZH_IS = r"(?:就|要)?(?:是|为|放|用|做|摆|写|排|=|：|:)"
_ZH_LED = (
    re.compile(rf"(?<![\u4e00-\u9fff])(?:横|每)?行{_ZH_IS}\s*|(?:纵轴|竖着|竖排|左边){_ZH_IS}\s*"),
    re.compile(
        rf"(?<![\u4e00-\u9fff排])(?:竖|每)?列{_ZH_IS}\s*|(?:横轴|横着|横排|上边|顶上){_ZH_IS}\s*"
    ),
)
_ZH_FOLLOWED = re.compile(
    r"(?P<of>[^，。、；,;\s\d]{1,6}?)(?:做|作|当|放|摆|为|在)(?:成|在)?(?:[横竖]?[行列]|[横纵]轴)"
)


def told_by_rows(text: str) -> str:
    """`text` with what stands in the rows and columns of a table told as what it is split by.

    >>> told_by_rows("views, rows = brand, columns = month")
    'views, by brand, by month'
    >>> told_by_rows("a table with brands down the side and months across the top: views")
    'a table by brands by months: views'
    >>> told_by_rows("行是渠道，列是月份"), told_by_rows("give me ten rows")
    ('按渠道，按月份', 'give me ten rows')
    """
    for led, by in ((_LED, "by "), (_ZH_LED, "按")):
        if all(pattern.search(text) for pattern in led):
            for pattern in led:
                text = pattern.sub(by, text)
    for followed, by in ((_FOLLOWED, "by "), (_ZH_FOLLOWED, "按")):
        if len(followed.findall(text)) > 1:
            text = followed.sub(lambda found, by=by: f"{by}{found['of']}", text)  # type: ignore[misc]
    return text
