# ruff: noqa: E501  # a pattern or query reads best on one line; words of the store are quoted
"""The query of orders that were cancelled, in all or in groups."""

import re

from tools.sql import asking
from tools.sql.asked import Asked

_OFF = r"(?:cancell?ed|cancell?ing|called off)"
_UNITS = (
    r"months?|weeks?|days?|quarters?|channels?|devices?|regions?|provinces?|states?|countr(?:y|ies)"
)
_ZH_UNITS = r"月份?|周|天|日|季度|渠道|设备|地区|省份?|州|国家"
_BY = re.compile(
    rf"\b(?:by|per|each|every|which|what|across)\s+(?:the )?(?P<by>{_UNITS})\b|(?P<monthly>month|week|dai|quarter)ly\b"
    rf"|(?:各|每个?|哪一?个|哪些?|按|逐|分)(?P<zby>{_ZH_UNITS})",
    asking.ANY_CASE,
)
GROUPED = re.compile(
    rf"\b(?:{_OFF} orders?|(?:order )?cancell?ations?(?: rates?)?|orders? (?:were |got |are |being )?{_OFF})\s+(?:by|per|for each|in each|across|each|every)\b"
    rf"|\b(?:which|what) (?:{_UNITS})\b.{{0,30}}\b(?:most|highest|fewest|lowest|least|biggest|worst)\b.{{0,20}}\b(?:{_OFF} orders?|cancell?ations?|cancell?ed)\b"
    r"|\b(?:month|week|dai|quarter)ly (?:order )?cancell?ations?\b"
    rf"|(?:各|每个?|哪一?个|哪些?|按|逐|分)(?:{_ZH_UNITS})[^，。？?]{{0,10}}(?:取消(?:率|的订单|的单|订单|得|最)|订单取消)",
    asking.ANY_CASE | re.S,
)
"""Questions for cancelled orders in groups."""
CANCELLED = re.compile(rf"{asking.CANCELLED.pattern}|{GROUPED.pattern}", asking.ANY_CASE | re.S)
"""Questions for cancelled orders, or for their share."""
_TIMES = {
    "month": "月", "week": "周", "day": "日", "quarter": "季度",
}  # fmt: skip
_KINDS = {
    "channel": "渠道", "device": "设备", "region": "地区", "country": "国家",
}  # fmt: skip
_CALLED = {"dai": "day", "天": "day", "日": "day", "province": "region", "state": "region",
           "省": "region", "州": "region", "countrie": "country", "countr": "country"}  # fmt: skip


def cancelled(asked: Asked) -> str | None:
    """Orders that were cancelled, and their share of all that were placed."""
    found = _BY.search(asked.text)
    rest = _BY.sub(" ", asked.text) if found else asked.text
    if not asked.only("users") or asking.SPLIT.search(rest):
        return None
    count, share = (
        ("取消的订单数", "占全部订单") if asked.zh else ("cancelled orders", "share of all orders")
    )
    off = "count(*) FILTER (status = 'cancelled')"
    placed = f" WHERE {asked.placed()}" if asked.placed() else ""
    counted = f'{off} AS "{count}", {off} / count(*) AS "{share}" FROM orders'
    if found is None:
        return f"SELECT {counted}{placed}"
    kind = _kind(found)
    named = (_TIMES | _KINDS)[kind] if asked.zh else kind
    if kind in _TIMES:
        group, order, tied = f"date_trunc('{kind}', local_time)::DATE", "1", ""
    else:
        group, order = kind, "2 DESC, 1"
        tied = " JOIN users USING (user_id)" if kind in ("region", "country") else ""
    return f'SELECT {group} AS "{named}", {counted}{tied}{placed} GROUP BY 1 ORDER BY {order}'


def _kind(found: re.Match[str]) -> str:
    """The unit of time or the column that groups are told by."""
    said = (found["by"] or found["monthly"] or found["zby"]).lower()
    word = said.removesuffix("份") if found["zby"] else said.removesuffix("ies").removesuffix("s")
    known = {zh: en for en, zh in (_TIMES | _KINDS).items()}
    return known.get(word) or _CALLED.get(word, word)
