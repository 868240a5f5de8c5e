# ruff: noqa: E501  # a pattern reads best on one line
"""The words that descriptions of customers are made of, as patterns: English and Chinese."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tools.numerals import ONES, TENS, number_of
from tools.periods.durations import days_of
from tools.periods.readers import ZH_UNITS, rolling_token

Kind = Literal[
    "verb", "count", "period", "amount", "recency", "consent", "coupon", "segment", "thing", "back", "not", "nothing",
    "join", "idle",
]  # fmt: skip


@dataclass(frozen=True)
class Token:
    """A stretch of a description that is understood.

    Attributes:
        kind: What it says.
        start: Where it begins.
        end: Where it ends.
        value: Which one: the event of a verb, the token of a period, "and" or "or", …
        low: Least number, of counts, amounts and days.
        high: Largest number.
        strict: Whether the bounds themselves are left out.
    """

    kind: Kind
    start: int
    end: int
    value: str = ""
    low: float | None = None
    high: float | None = None
    strict: bool = False


_NUMBER_WORDS = "|".join(sorted({*ONES, *TENS}, key=len, reverse=True))
EN = rf"(?:\d[\d,]*|(?:{_NUMBER_WORDS})\b)"
ZH = r"(?:\d[\d,]*|[一二两三四五六七八九十百千]+)"
_MONEY = r"(?:[¥￥$€£]|cn¥|rmb|usd|cny|eur|gbp)?\s*"
_MONEY_AFTER = (
    r"\s*(?:yuan|rmb|dollars?|euros?|pounds?|usd|cny|eur|gbp|元|块钱?|人民币|美元|欧元|英镑)?"
)
_AMOUNT = r"(?P<a>\d[\d,]*(?:\.\d+)?)\s*(?P<k>k\b|万|千|百)?"
_OVER = r"over|more than|above|greater than|upwards of|exceeding|>|超过|大于|高于|多于|超"
_FROM = r"at least|no less than|not less than|a minimum of|>=|≥|至少|不少于|不低于|满|达到|达"
_UNDER = r"under|less than|fewer than|below|<|不到|少于|低于|小于|不足|未满"
_TO = r"at most|no more than|not more than|up to|a maximum of|<=|≤|最多|不超过|不多于|至多"
_ONLY = r"exactly|only|just|正好|刚好|只|仅"
_BOUND = rf"(?:(?P<over>{_OVER})|(?P<from>{_FROM})|(?P<under>{_UNDER})|(?P<to>{_TO})|(?P<only>{_ONLY}))?\s*"
_MORE = r"(?P<more>\s*(?:or|and) (?:more|above|over|up)|\s*\+|及?以上|或以上|或更多|多)?(?P<less>\s*or (?:less|fewer|below)|及?以下|或以下|以内)?"
_UNIT = r"(?P<u>days?|weeks?|months?|years?)"
_ZH_UNIT = r"(?P<u>天|日|周|星期|个?月|年)"
_ORDERED = r"(?:order(?:ed|s)?|purchas(?:ed?|es)|bought)"
_ZH_ORDERED = r"(?:下单|购买|消费|买|订单|购物)"

SAME, THEN = "same", "then"
"""Values of a period that another one tells: the one before, and what comes after it."""
# Each verb by what it means; longer ways to say it come first.
VERBS: tuple[tuple[str, str], ...] = (
    ("abandon", r"\b(?:abandoned|left)\s+(?:(?:their|the|a|an?)\s+)?(?:shopping\s+)?(?:carts?|baskets?)|\bleft\s+(?:\w+\s+){1,2}in\s+(?:(?:their|the|an?)\s+)?(?:shopping\s+)?(?:carts?|baskets?)|弃购|弃单"),
    ("remove", r"\b(?:removed|took)\b(?=.{0,40}\b(?:cart|basket)\b)|移出购物车|从购物车(?:里|中)?(?:移除|删除|删掉)|移除"),
    ("cart", r"\b(?:added|adding|add|put|putting|placed?)\b(?=(?:(?!\b(?:and|but|or)\b).){0,40}\b(?:cart|basket|bag)\b)|\bcarted\b|加入?了?购物车|放[入进]了?购物车|加过?购物?车?|加车"),
    ("wishlist", r"\b(?:added|adding|add|put|saved)\b(?=(?:(?!\b(?:and|but|or)\b).){0,40}\b(?:wish ?lists?|favou?rites?)\b)|\b(?:wish ?listed|favou?rited|liked|saved)\b|收藏|加心愿单|心愿单"),
    ("view", r"\b(?:viewed|view|views|viewing|looked at|look at|looking at|browsed|browse|browsing|checked out|seen|saw|see)\b|浏览|查看|看|逛"),
    ("search", r"\b(?:searched|search|searching|looked|look|looking)\b(?:\s+for\b)?|搜索|搜|查找"),
    ("return", r"\b(?:returned|return|returning|sent back|send back|refunded)\b|退货|退款|退了货|退"),
    ("first", r"\b(?:first\s+(?:ordered|bought|purchased|shopped)|(?:placed|made)\s+(?:their|the|a)\s+first\s+(?:order|purchase)|(?:first\s+(?:order|purchase)(?:\s+was)?)|acquired)\b|首次?(?:下单|购买|消费|购)|第一次(?:下单|购买|买)|首单"),
    ("newly", r"\b(?:newly[ -]registered|recently\s+(?:registered|joined)|new\s+sign-?ups?)\b|新注册"),
    ("repeat", r"\b(?:bought\s+again|ordered\s+again|reordered|repurchased)\b|复购|回购|再次(?:购买|下单)"),
    ("registered", r"\b(?:registered|signed up|sign up|joined|join|opened an account|created an account)\b|注册|加入会员|入会"),
    ("purchase", r"\b(?:(?:placed|place|placing|made|make|making)\s+(?:(?:an?|any|no|their)\s+)?(?:orders?|purchases?)|bought|buys?|buying|purchased|purchase|purchases|purchasing|ordered|ordering|shopped|owns?|buyers?\s+of|got|(?:check|checking)\s+out|complete[ds]?\s+(?:the|their|an)\s+(?:order|purchase|checkout))\b|下过?了?单|成交|购买|购入|买(?!家)|消费(?!金额|额)|付款|购物(?!车)"),
    ("visit", r"\b(?:visited|visit|visiting|came|come|coming|returned to|opened|open|logged in|active|been here|was here|were here|been active|used|use|using|shop|shops)\b|访问|来过|(?<![以从])来(?![自源])|活跃|登录|打开|使用|用(?!户)"),
)  # fmt: skip

_COUNTS = tuple(re.compile(p, re.IGNORECASE) for p in (
    rf"(?:\bbetween\s+|\bfrom\s+)?(?<![\w.])(?P<n>{EN})\s*(?:to|and|-|–)\s*(?P<m>{EN})\s*(?P<unit>times|orders?|purchases?|visits?|views?|items?|products?)\b",
    rf"(?P<n>{ZH})\s*(?:到|至|-|–|—|~|～)\s*(?P<m>{ZH})\s*(?P<unit>次|单|件|笔)",
    rf"\b(?:(?P<over>{_OVER})\s+|(?P<from>{_FROM})\s+|(?P<under>{_UNDER})\s+|(?P<to>{_TO})\s+|(?P<only>{_ONLY})\s+)?(?P<n>once|twice|thrice)\b{_MORE}",
    rf"(?<![\w.]){_BOUND}(?P<n>{EN}){_MORE}\s*(?P<unit>times|time|orders?|purchases?|visits?|views?|items?|products?|different items|different products)\b(?P<more2>\s*or more|\s*and more|\s*\+)?(?P<less2>\s*or (?:less|fewer))?",
    rf"{_BOUND}(?P<n>{ZH})\s*(?:个|笔)?(?P<unit>次|单|件|回|遍|笔|订单){_MORE}",
))  # fmt: skip

_PERIODS = tuple(re.compile(p, re.IGNORECASE) for p in (
    rf"\b(?:in|within|over|for|during|since)\s+(?:the\s+)?(?:last\s+|past\s+|previous\s+)?(?:(?:more than|over|at least)\s+)?(?P<n>{EN})[ -]+{_UNIT}\b(?! ago)",
    rf"(?:(?:超过|至少|已经?|有|近|最近|过去|这|满)\s*)?(?:(?P<half>半年)|(?P<n>{ZH})\s*{_ZH_UNIT})(?:以?内|之内|里|中|间|以来|来|都|还|也|以上|多)?",
))  # fmt: skip

_AMOUNTS = tuple(re.compile(p, re.IGNORECASE) for p in (
    rf"\b(?P<mean>(?:an?\s+|with\s+an?\s+|have\s+an?\s+|whose\s+)?(?:average|mean)\s+(?:order|basket|spend)(?:\s+value)?(?:\s+an?\s+order|\s+per\s+order)?(?:\s+(?:is|of|was))?\s+){_BOUND}{_MONEY}{_AMOUNT}{_MONEY_AFTER}{_MORE}",
    rf"\b(?:spent|spend|spending|spends|paid)\s+(?:between\s+|from\s+)?{_MONEY}{_AMOUNT}\s*(?:and|to|-|–)\s*{_MONEY}(?P<b>\d[\d,]*(?:\.\d+)?)\s*(?P<kb>k\b)?{_MONEY_AFTER}(?P<mean>\s+(?:per|an|each)\s+order(?:\s+on average)?|\s+on average)?",
    rf"(?P<mean>客单价|平均每单)?(?:累计|总共?)?(?:消费(?:金额|总额|额)?|花费|花)?(?:了|过|在|为)?{_MONEY}{_AMOUNT}\s*(?:到|至|-|–|~|～)\s*{_MONEY}(?P<b>\d[\d,]*(?:\.\d+)?)\s*(?P<kb>万|千|百)?(?:(?:元|块钱?)(?:之间)?|之间)",
    rf"\b(?:spent|spend|spending|spends|paid)\s+(?:a\s+total\s+of\s+)?{_BOUND}{_MONEY}{_AMOUNT}{_MONEY_AFTER}{_MORE}(?P<mean>\s+(?:per|an|each)\s+order(?:\s+on average)?|\s+on average)?",
    rf"(?P<mean>客单价|平均每单|每单平均|平均订单金额|均单)(?:消费|金额)?(?:在|为|是)?{_BOUND}{_MONEY}{_AMOUNT}{_MONEY_AFTER}{_MORE}",
    rf"(?:累计|总共?|一共|合计)?(?:消费(?:金额|总额|额)?|花费|花销|花|支出|购买金额|订单金额|实付金额?)(?:了|过|在|为|是|达|总额)?{_BOUND}{_MONEY}{_AMOUNT}{_MONEY_AFTER}{_MORE}",
))  # fmt: skip

_RECENCIES = tuple(re.compile(p, re.IGNORECASE) for p in (
    rf"\b(?:(?:whose\s+)?last\s+(?:{_ORDERED})(?:\s+was)?|last\s+ordered)\s+(?:between\s+)?(?P<n>{EN})\s*(?:to|and|-|–)\s*(?P<m>{EN})\s+{_UNIT}\s+ago",
    rf"(?:距离?)?(?:最近一次|上次|最后一次|上一次){_ZH_ORDERED}(?:时间)?(?:距今|是|在|已)?(?P<n>{ZH})\s*(?:到|至|-|–|—|~|～)\s*(?P<m>{ZH})\s*{_ZH_UNIT}(?:以?前|之前|之间)?",
    rf"\b(?:(?:whose\s+)?last\s+(?:{_ORDERED})(?:\s+was)?|(?:have\s+|has\s+)?last\s+ordered)\s+{_BOUND}(?P<n>{EN})\s+{_UNIT}(?P<more>\s+or\s+(?:more|longer))?\s+ago(?P<more2>\s+or\s+(?:more|longer|earlier))?",
    rf"\b(?:(?:whose\s+)?last\s+(?:{_ORDERED})(?:\s+was)?)\s+(?P<to>within|in)\s+(?:the\s+)?(?:last\s+|past\s+)?(?P<n>{EN})\s+{_UNIT}",
    rf"(?:距离?)?(?:最近一次|上次|最后一次|上一次){_ZH_ORDERED}(?:时间)?(?:距今|是|在|已)?{_BOUND}(?P<n>{ZH})\s*{_ZH_UNIT}(?P<more>及?以上|以前|之前|前|多)?(?P<less>以?内|之内)?",
))  # fmt: skip

_CONSENTS = re.compile(
    r"\b(?:(?:can|may)\s+be\s+(?:contacted|mailed|e-?mailed|reached|messaged|sent\s+marketing)|(?:who\s+)?(?:consented|agreed|opted\s+in|subscribed)(?:\s+to\s+(?:be\s+contacted|(?:our\s+)?(?:marketing|e-?mails?|newsletters?|messages)))?|with\s+(?:marketing\s+)?consent|reachable|contactable|marketing\s+consent|consent)\b"
    r"|(?:同意|允许|愿意|接受)(?:接收|收到)?(?:我们的)?(?:营销|推送|促销|广告)(?:信息|消息|短信|邮件|推送)?|可触达|可营销|有营销许可|订阅了?(?:营销|邮件|短信)",
    re.IGNORECASE,
)

_COUPONS = re.compile(
    r"\b(?:(?:have\s+)?(?:used|use|redeemed|with|using)\s+(?:an?\s+|any\s+)?(?:coupons?|vouchers?|promo(?:tion)?\s+codes?|discount\s+codes?)|coupon\s+users?)\b|(?:使?用过?了?|领用)(?:优惠券|券|优惠码)",
    re.IGNORECASE,
)
_NOTS = re.compile(
    r"\b(?P<ever>never(?:\s+(?:ever|yet|once))?|not\s+ever)\b|(?P<ever2>从未|从没有?|从来没有?|从不|至今未|至今没有?|从没)"
    r"|\b(?:(?:did|do|does|have|has|had|was|were|is|are)(?:\s+not|n['’]t)|not|no|without|except|excluding|outside(?:\s+of)?|nor|neither|yet\s+to|(?:didn|haven|hasn|don|doesn|aren|isn|wasn|weren)t|can\s+not|can(?:['’]?t|not))\b(?!\s+(?:less|more)\s+than)"
    r"|(?:却|但|还|都|也|一直)?(?:并?没有?|尚?未|不是|不属于|不在|非|不含|排除|除了?)(?!满)",
    re.IGNORECASE,
)
_NOTHINGS = re.compile(
    r"\b(?P<no>nothing|no\s+(?:orders?|purchases?|items?)|none)\b|\b(?P<any>any\s?thing|any(?:\s+(?:items?|orders?|purchases?|products?))?)\b"
    r"|(?P<no2>什么都没|什么也没|啥都没|啥也没)|(?P<any2>任何东西|任何商品|东西)",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:it|them|those|these|the same)\b(?!\s+(?:who|that|from|with)\b)|它们?|这?两[样种个款者](?=都)|二者",
    re.IGNORECASE,
)
"""Words for what was named before."""
_SAME = re.compile(r"\bin the same period\b|同期", re.IGNORECASE)
"""Words for the time told before."""
_THEN = re.compile(r"\bfrom then on\b|此后", re.IGNORECASE)
"""Words for the time after what was told before."""
_JOINS = re.compile(
    r"\b(?P<or>or|either)\b|或者|或是|(?P<or2>或)|\b(?:and|but|yet|although|though|while|then|plus|also|who|that|which|whom)\b|[,，;；、&+。]|但是|但|可是|不过|却|而且|并且|并|而|且|又|既|和|与|同时|然后|以及",
    re.IGNORECASE,
)
IDLE = re.compile(
    r"\b(?:at least once|in total|altogether|overall|(?:all|the|our|my|a|an|those|these|any|some|every|each)|customers?|people|persons?|users?|shoppers?|buyers?|clients?|visitors?|members?|anyone|everyone|everybody|residents?|inhabitants?|folks?|punters|ones|audience|segment"
    r"|have|has|had|having|placed|made|been|was|were|is|are|be|being|did|do|does|ever|already|still|yet|even|so far|now|currently|its|they|their|themselves|he|she|his|her|me|us|we|i"
    r"|in|on|at|of|from|to|with|by|for|via|through|into|onto|out|up|live|lives|living|based|located|come|coming|aged?|ages?|years?|old|items?|products?|things?|stuff|something|carts?|baskets?|bags?|shopping|wish ?lists?|favou?rites?|orders?|purchases?|visits?|store|shop|site|website|channel|device|category|brand|gender|region|city|country|province"
    r"|find|show|give|make|create|build|list|get|please|who|whose|there|here|as|well|both|than|within|this way|more|channels?)\b|['’]s\b|['’]ve\b"
    r"|的人群?|人群|用户|顾客|客户|会员|买家|访客|消费者|客人|小伙伴|同学|新人|人们?|那边|这边|至今|里[面头]|当中|之中|上面?|以内|页面?|那些|这些|所有|全部|帮我|请|找出?|找到|圈选?|筛选|建立?|一个|一批|来自|位于|住在?|居住|生活在|在|里|内|中|过|了|着|的|曾经?|有|是|把|将|给|对|从|通过|使用|渠道|设备|品类|品牌|地区|省份?|城市|市|性别|年龄段?|商品|产品|东西|品|类|购物车|心愿单|店里?|我们|咱们?|他们|她们|到|都|也|还|就|再|已经?|并|货|单|为|总共|一共",
    re.IGNORECASE,
)


def tokens_in(text: str) -> Iterator[Token]:
    """Every reading of a stretch of `text`, best first: a later one that overlaps is to be dropped."""
    yield from (_amount(match) for match in _each(_AMOUNTS, text))
    yield from (_count(match) for match in _each(_COUNTS, text))
    yield from (_period(match) for match in _each(_PERIODS, text))
    yield from (Token("period", *match.span(), SAME) for match in _SAME.finditer(text))
    yield from (Token("period", *match.span(), THEN) for match in _THEN.finditer(text))
    for match in _CONSENTS.finditer(text):
        yield Token("consent", *match.span())
    for match in _COUPONS.finditer(text):
        yield Token("coupon", *match.span())
    for match in _NOTHINGS.finditer(text):
        bare = (match["no"] or match["no2"] or "any").casefold()
        value = "no" if bare in ("nothing", "none") or match["no2"] else bare
        yield Token("nothing", *match.span(), value)
    for match in _BACK.finditer(text):
        yield Token("back", *match.span())
    for value, pattern in VERBS:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            yield Token("verb", *match.span(), value)
    for match in _NOTS.finditer(text):
        yield Token("not", *match.span(), "ever" if match["ever"] or match["ever2"] else "")
    for match in _JOINS.finditer(text):
        yield Token(
            "join",
            *match.span(),
            "or" if match["or"] or match["or2"] or match[0].startswith("或") else "and",
        )


def recencies_in(text: str) -> Iterator[Token]:
    """Where `text` says how long ago the last order was."""
    return (_recency(match) for match in _each(_RECENCIES, text))


def _each(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[re.Match[str]]:
    return (match for pattern in patterns for match in pattern.finditer(text))


def _bounds(match: re.Match[str], n: float) -> tuple[float | None, float | None, bool]:
    """Least and largest number that the words around `n` allow, and whether strictly."""
    said = match.groupdict()
    if said.get("over"):
        return n, None, True
    if said.get("under"):
        return None, n, True
    if said.get("to") or said.get("less") or said.get("less2"):
        return None, n, False
    if said.get("only"):
        return n, n, False
    return n, None, False


def _count(match: re.Match[str]) -> Token:
    word = match["n"].lower()
    n = {"once": 1, "twice": 2, "thrice": 3}.get(word) or number_of(word)
    low, high, strict = _bounds(match, n)
    if match.groupdict().get("m"):
        low, high = n, number_of(match["m"])
    unit = (match.groupdict().get("unit") or "").lower()
    orders = unit.startswith(("order", "purchase")) or unit in ("单", "笔", "订单")
    visits = unit.startswith("visit")
    value = "order" if orders else "visit" if visits else ""
    if strict:  # more than 2 is 3 or more
        low, high = (None if low is None else low + 1), (None if high is None else high - 1)
    return Token("count", *match.span(), value, low, high)


SCALES = {"k": 1000, "万": 10000, "千": 1000, "百": 100}


def _amount(match: re.Match[str]) -> Token:
    scale = SCALES.get((match["k"] or "").lower(), 1)
    amount = float(match["a"].replace(",", "")) * scale
    low, high, strict = _bounds(match, amount)
    if upper := match.groupdict().get("b"):
        more = SCALES.get((match["kb"] or "").lower(), 1)
        low, high, strict = amount, float(upper.replace(",", "")) * more, False
    return Token(
        "amount", *match.span(), "mean" if match.groupdict().get("mean") else "", low, high, strict
    )


def _unit(match: re.Match[str]) -> str:
    return match["u"].lower().removeprefix("个").rstrip("s")


def _period(match: re.Match[str]) -> Token:
    if match["n"] is None:
        return Token("period", *match.span(), "last_6_months")
    unit = _unit(match)
    token = rolling_token(number_of(match["n"]), ZH_UNITS.get(unit, unit))
    return Token("period", *match.span(), token or "today")


def _recency(match: re.Match[str]) -> Token:
    days = float(days_of(number_of(match["n"]), _unit(match)))
    low, high, strict = _bounds(match, days)
    if upper := match.groupdict().get("m"):
        high = float(days_of(number_of(upper), _unit(match)))
    if low is not None and strict:
        low += 1
    if high is not None and strict:
        high -= 1
    return Token("recency", *match.span(), "", low, high)
