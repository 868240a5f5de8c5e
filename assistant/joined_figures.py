# ruff: noqa: E501  # a pattern reads best on one line
"""Figures asked for beside others by what they make together ("visits, orders and the rate between")."""

import re

_RATE = re.compile(
    r"\b(?:rate|ratio|percentage|share|proportion)s? (?:in )?(?:between|of (?:one|the one|the second|the latter) to|from one to|of the two|that (?:makes|gives|links|joins))\b(?! \d)|(?:两者|二者|它们|两个|这两[个项样])(?:之间|中间|相除|相比)?的?(?:比[率例值]?|百分比)|(?:中间|之间)的?(?:比[率例]|转化)|(?:后|前)者[占除比][^，。]{0,6}(?:比例|比率|百分比|多少)",
    re.IGNORECASE,
)
"""Words for the rate between two figures just named."""
_MONEY = re.compile(
    r"\b(?:and|plus|,) (?:(?:for|at) how much|(?:for )?how much (?:was (?:it|that)|(?:did )?(?:they|it|that) (?:all )?(?:come|came|add(?:ed)?|total\w*))|what (?:did|do|does|was) (?:they|that|it|those|these|all (?:of )?(?:them|that)) (?:all )?(?:come to|add up to|amount to|total|worth|bring in))\b(?![^.?!]{0,12}\b(?:each|per|apiece|on average)\b)"
    r"|(?<=[，,、；;和跟与及同？?])\s*(?:还有|以及|又)?(?:一共|总共|共|合共|合计|加起来|统共)?(?:是|花了?|付了?|收了?|卖了?|值|进账)?(?:多少|几多|好多|几)(?:钱|银纸?|块|文)(?!\s*[一每][件单个条份双台人位]|[起以上下])",
    re.IGNORECASE,
)
"""Words for the money that what is counted came to."""
_SOLD = r"(?:sales|revenue|turnover|takings|what (?:we|they|it) (?:sold|took)|(?:the )?(?:top line|selling price))"
_SLICE = re.compile(
    rf"\b(?:slice|share|percentage|per ?cent|%|proportion|cut|fraction|part|portion|chunk|ratio) (?:of|to) (?:the |our |its |their |total )*{_SOLD}(?: (?:is|was|does|did|would) (?:that|it|this)(?: (?:make|come to|be))?)?"
    rf"|\b(?:as|in) (?:a |an )?(?:slice|share|percentage|per ?cent|%|proportion|fraction) of (?:the |our |its |total )*{_SOLD}"
    r"|占(?:了|到|去)?(?:总|全部)?(?:的)?(?:销售额?|营收|流水|营业额|卖出去|卖价|收入|进账|生意额?)的?(?:大概|大约)?(?:几成|多少|几多|好多|比例|比重|百分之几|百分之多少|几个点|几分之几|百分比)",
    re.IGNORECASE,
)
"""Words for how much of the sales a profit is."""
PROFIT, MARGIN, SALES = "gross_profit", "gross_margin", "revenue"
VISITS, BOUGHT = "sessions", ("orders", "buyers")
COUNTS = {("orders",), ("units",), ("buyers",)}


def joined_figures(text: str, metrics: tuple[str, ...]) -> tuple[str, ...]:
    """`metrics` with the rate between two of them, the money that the counted came to, or a margin.

    >>> joined_figures("visits, orders and the rate between them", ("sessions", "orders"))
    ('sessions', 'orders', 'conversion_rate')
    >>> joined_figures("卖了几单，一共多少钱", ("orders",))
    ('orders', 'revenue')
    >>> joined_figures("几单、多少钱", ("orders",)), joined_figures("几单，多少钱一单", ("orders",))
    (('orders', 'revenue'), ('orders',))
    >>> joined_figures("profit, and what share of sales is that", ("gross_profit", "revenue"))
    ('gross_profit', 'gross_margin')
    >>> joined_figures("orders, and how much each", ("orders",))
    ('orders',)
    """
    if PROFIT in metrics and MARGIN not in metrics and _SLICE.search(text):
        return (*(name for name in metrics if name != SALES), MARGIN)
    if VISITS in metrics and {*BOUGHT} & {*metrics} and _RATE.search(text):
        return tuple(dict.fromkeys((*metrics, "conversion_rate")))
    if metrics in COUNTS and _MONEY.search(text):
        return (*metrics, "revenue")
    return metrics
