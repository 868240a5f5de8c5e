"""Budgets and offers in a marketer's words: "2,000 yuan budget", "8折", "满200减30"."""

import re

from tools.drafts.models import Discount
from tools.money import money_in, sums_in
from tools.numerals import number_of

_I = re.IGNORECASE
# ruff: noqa: E501  # a list of words reads best on one line
_MONEY = r"(?:yuan|rmb|cny|dollars?|usd|euros?|eur|pounds?|gbp|元|块钱?|人民币)"
_NEGATIVE = re.compile(r"(?:budget|预算)(?: of|为|是|:|：|\s)*\s*[¥$€£￥]?\s*[-−–]\s*\d", _I)
_PERCENT = re.compile(
    r"(?P<n>\d+(?:\.\d+)?)\s*(?:%|percent|per cent|％)\s*(?:off|discount)|(?:discount|折扣)(?: of)?\s*(?P<n2>\d+(?:\.\d+)?)\s*[%％]|(?:便宜|降价?|减)(?P<n3>\d+(?:\.\d+)?)\s*[%％]",
    _I,
)
_FOLD = re.compile(
    r"(?<![\d.])(?P<n>\d(?:\.\d)?|\d{2}|[一二三四五六七八九](?:[一二三四五六七八九])?)\s*折"
)
_AMOUNT_ZH = re.compile(
    r"满\s*(?P<t>\d+)\s*元?\s*(?:立?减|送|抵)\s*(?P<n>\d+)|(?:立减|减|抵扣?|优惠|红包|优惠券)\s*(?P<n2>\d+)\s*元|(?P<n3>\d+)\s*元\s*(?:的?(?:优惠券|代金券|红包|券)|无门槛)"
)
_AMOUNT = re.compile(
    rf"[¥$€£￥]?\s*(?P<n>\d+(?:\.\d+)?)\s*{_MONEY}?\s+off(?:\s+(?:orders? (?:over|from|above|of)|over|from|any order over)?\s*[¥$€£￥]?\s*(?P<t>\d+(?:\.\d+)?))?",
    _I,
)
_SHIPPING = re.compile(r"free (?:shipping|delivery)|包邮|免运费|免邮", _I)
_NO_OFFER = re.compile(
    r"\b(?:no|without(?: an?| any)?|remove the|drop the|skip the) (?:coupon|discount|offer|voucher)|(?:不要|去掉|取消|不发|不用|不给|没有|删掉|别给)\S{0,3}(?:优惠券?|折扣|券|打折)|不打折",
    _I,
)


def budget_in(words: str) -> float | None:
    """The budget, in the store's currency; negative when it is written so.

    >>> [budget_in(w) for w in ("2,000 yuan budget", "预算5000，发短信", "预算两千", "budget 3k")]
    [2000.0, 5000.0, 2000.0, 3000.0]
    """
    return -1.0 if _NEGATIVE.search(words) else money_in(words)


def discount_in(words: str) -> Discount | None:
    """The offer that `words` name.

    >>> discount_in("8折清仓"), discount_in("满200减30").threshold
    (Discount(kind='percent', value=0.2, threshold=0.0), 200.0)
    >>> discount_in("40 yuan off orders over 300").value
    40.0
    """
    if _NO_OFFER.search(words):
        return Discount(kind="none")
    if match := _PERCENT.search(words):
        n = float(match["n"] or match["n2"] or match["n3"])
        return Discount(kind="percent", value=round(n / 100, 4))
    if match := _FOLD.search(words):
        return Discount(kind="percent", value=round(1 - _fold(match["n"]), 4))
    if match := _AMOUNT_ZH.search(words):
        value = float(match["n"] or match["n2"] or match["n3"])
        return Discount(kind="amount", value=value, threshold=float(match["t"] or 0))
    if match := _AMOUNT.search(words):
        return Discount(kind="amount", value=float(match["n"]), threshold=float(match["t"] or 0))
    return Discount(kind="free_shipping") if _SHIPPING.search(words) else None


def no_money(words: str) -> str:
    """`words` without amounts, which dates are made of too ("满618减50", "12% off")."""
    for one in sums_in(words):
        words = words[: one.start] + " " * (one.end - one.start) + words[one.end :]
    for pattern in (_AMOUNT_ZH, _AMOUNT, _PERCENT):
        words = pattern.sub(" ", words)
    return words


def _fold(written: str) -> float:
    """The share paid: "8折" is 0.8, "85折" and "八五折" are 0.85."""
    digits = "".join(str(number_of(c)) if not c.isascii() else c for c in written)
    return float(digits) / (100 if "." not in digits and len(digits) == 2 else 10)
