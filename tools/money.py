# ruff: noqa: E501  # a pattern reads best on one line
"""Sums of money that a text names, told from offers, prices and numbers of other things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools.numerals import EN_NUMBER, number_of
from tools.taken_back import what_is_left

_LEAST = 100
"""The least sum that is taken for money with no currency beside it."""
_MARK = r"(?:[¥$€£￥]|\b(?:rmb|cny|usd|eur|gbp)\s?)"
_COIN = r"(?:yuan|rmb|cny|dollars?|usd|bucks|euros?|eur|pounds?|gbp|quid|kuai|元|块钱?|人民币|美元|欧元|英镑|大洋|[¥￥€£])"
_SPACED = (
    rf"\d{{1,3}}(?:[ \u00a0\u202f'’]\d{{3}})+(?!\d)|\d{{1,3}}(?:\.\d{{3}})+(?=\s?{_COIN}(?![a-z]))"
)
"""Digits in threes, set apart as some countries do ("40 000", "40.000 euros")."""
_SUM = re.compile(
    rf"(?P<mark>{_MARK})?\s*(?:(?P<n>(?<![a-zA-Z\d.-])(?:(?P<threes>{_SPACED})|\d[\d,，]*(?:\.\d+)?))\s?(?P<k>(?:k|m|w|thousand|grand|million|mio|hundred|lakhs?|lacs?|crores?)(?![a-z\d])|[千万百])?(?P<tail>[一二三四五六七八九\d](?=\s*(?:{_COIN}|$|[，。的,])))?"
    r"|(?P<zh>(?<![一二两三四五六七八九十百千万])[一二两三四五六七八九十][一二两三四五六七八九十百千万]*(?<=[千万百])(?:[一二三四五六七八九])?[一二三四五六七八九十百千]*)"
    rf"|\b(?P<en>(?:half a|an?|{EN_NUMBER})(?: hundred)?) (?P<ek>thousand|grand|million|hundred|lakhs?|lacs?|crores?)\b)\s*(?P<coin>{_COIN}(?![a-z]))?",
    re.IGNORECASE,
)
_TIMES = {"百": 1e2, "hundred": 1e2, "k": 1e3, "thousand": 1e3, "grand": 1e3, "千": 1e3, "w": 1e4, "万": 1e4, "m": 1e6, "million": 1e6, "mio": 1e6, "lakh": 1e5, "lac": 1e5, "crore": 1e7}  # fmt: skip
_OFFER_BEFORE = re.compile(
    r"(?:(?<!不)满|立?减|抵|每(?:人|单|位)?(?:送|减|发|给)?|送|返|\b(?:orders?|baskets?|carts?|purchases?|spend(?:s|ing)?)? ?(?<!go )(?<!cent )(?<!penny )(?<!not )(?:over|above|from)|\bper (?:head|person|order)|\bsav(?:e|ing)|\bminimum (?:of )?|\btakes?|客单价?|单价|卖|价格?|\bpriced? (?:at|of)|\bcosts?(?! (?:us|me|the (?:shop|company)))|\bspent(?: (?:a total of|over|above|more than|at least|between|up to|under|less than))?|消费(?:了|过|满|金额|总额)*(?:超过?|达到?|不低于|至少|不少于|大于|高于|在)?|花[了过](?:超过?|至少|不少于)?)\s*$",
    re.IGNORECASE,
)
_OFFER_AFTER = re.compile(
    r"^\s*(?:off\b|coupons?|vouchers?|discount|each\b|per (?:head|person|order)|a (?:head|piece)|的?(?:优惠|代金|红包|无门槛)?(?:券|红包)|减|减免|以上的?单|一[个位单件]|折)",
    re.IGNORECASE,
)
_BUDGET_BEFORE = re.compile(
    r"(?:\bbudget\w*|\bspend\w*|\binvest\w*|\bsplit\w*|\ballocat\w*|\bdistribut\w*|\bdivid\w*|\bput\b|\bspread|\bmax(?:imum)?|\bat most|\bno more than|\bup to|\bnot? (?:a (?:cent|penny|yuan) )?(?:over|more than|above|exceed\w*)|\bn.t (?:go over|exceed|spend)|\bcap\w*|\blimit\w*|\bceiling|\bspare\b|\bunder|\bwithin|\bgot\b|\bhave\b|\breleas\w*|\bapprov\w*|\bgrant\w*|\bearmark\w*|\bset aside|\bhanded|\bfreed|\bgiven|\bgave|\bapportion\w*|\bshar(?:e|ing) (?:out)?|\bcarv\w*|\bdivvy\w*|\bwork with|\bplay with|\bsign\w* off(?: on)?|\bpot of|\bpurse of|\bkeep it|\ball in|预算|经费|批[得的]?(?:下来)?|拨|花(?!了|过)费?|费用|投入?|砸|成本|最多|不超过?|不要超|别超|控制在|上限|封顶|总共|一共|手[里上头]|拿出?|分配?|配)[^,，。;；?？\d]{0,12}$",
    re.IGNORECASE,
)
_BUDGET_RIGHT_BEFORE = re.compile(
    r"(?:\bbudget|预算)(?:\s*(?:of|is|to|at most|under|up to|about|:|：|是|为|改成|改为|调到|降到|加到|只有|最多|控制在|不超过))*\s*$",
    re.IGNORECASE,
)
"""Words that make any number beside them a sum, however small."""
_BUDGET_AFTER = re.compile(
    r"^\s*(?:budget|to (?:spend|split|spread|allocate|put|invest|play|place|deploy|use|work with|share|divide|hand out)|at most|max\b|tops\b|or less|all in\b|in total|ceiling|limit\b|cap\b|(?:is|are|being) (?:all|the (?:most|limit|max\w*|ceiling|cap)|what|everything|available)\b|available\b|就?是(?:全部|上限|极限)|就这么多|的?(?:预算|经费|费用|推广费|营销费|广告费|投放)|以内|之内|以下(?!的)|封顶|打住|为限|左右|(?:块|元)?(?:怎么|如何|该)?[分花投砸配])",
    re.IGNORECASE,
)
_CAPPED = re.compile(
    r"(?:\b(?:not|n[o']t|never|nothing|no|without)\b[^.;:?!]{0,40}\b(?:over|above|beyond|past|more than|exceed\w*|north of)|\bcost\w*(?: (?:us|me))? (?:at most|no more than|up to|under|below|less than|within|max(?:imum)?)|\b(?:keep|stay|stick|remain)\w*[^.;:?!]{0,16}\b(?:to|under|below|within|at)|(?:不[能得可许要准]?|别|莫|勿|唔好)(?:超|过|多|高|贵)(?:出|过|于|得过)?|(?:成本|花费|费用|开销)[^，。；]{0,4}(?:压|控|限|卡)(?:在|到)?)\s*$",
    re.IGNORECASE,
)
"""Words of a limit to what may be spent, before a sum."""
_CAPPED_COST = re.compile(r"\bcosts?(?: (?:us|me|about|around))*\s*$", re.IGNORECASE)
_CAPPED_AFTER = re.compile(
    r"\s*(?:at (?:the )?(?:very )?most|max(?:imum)?\b|tops\b|or less|or under|all in\b|in total|and no more|and not a (?:cent|penny|yuan) more|以内|之内|封顶|打住|顶天)",
    re.IGNORECASE,
)
_THING_AFTER = re.compile(
    r"^\s*(?:%|％|percent|days?\b|weeks?\b|months?\b|years?\b|hours?\b|channels?\b|people\b|customers?\b|orders?\b|times\b|products?\b|items?\b|names?\b|texts?\b|messages?\b|e?-?mails?\b|[天日周月年个条名位人%％折号件单款份次封场点只]|顾客|客户|会员|用户)",
    re.IGNORECASE,
)

_CHANGED = re.compile(
    r"(?:\b(?:make (?:it|that)|to|only|just|actually|say|at|now|it.?s|budget(?: is| of)?)|改成|改为|改到|降到|降成|加到|提到|涨到|砍到|缩到|减到|只有|只剩|只批|变成|换成|弄成)\s*(?:about |around )?(?P<n>\d{1,4}(?:\.\d)?)(?![\d.,:/%％-]*\d|\s*(?:%|％|percent|days?\b|weeks?\b|months?\b|years?\b|people\b|names?\b|items?\b|pairs?\b|[天日周月年个条名位人点折号件]))",
    re.IGNORECASE,
)
_NEAR = 10
"""How many times as much as before, or as little, a sum of as many thousands may be."""


@dataclass(frozen=True)
class Sum:
    """A sum of money that a text names.

    Attributes:
        value: How much, in the store's currency.
        start: Where it begins.
        end: Where it ends.
        budget: Whether words beside it say that it is to be spent.
        currency: Whether a currency stands beside it.
    """

    value: float
    start: int
    end: int
    budget: bool
    currency: bool


def money_in(text: str) -> float | None:
    """The sum of money to be spent that `text` names; `None` where it names none.

    A sum beside words of a budget comes first, then any other; what a coupon takes off, what an
    order must come to or what somebody spent is none.

    >>> [money_in(t) for t in ("split 50,000 yuan", "a budget of $2k", "预算一万二怎么分", "top 5")]
    [50000.0, 2000.0, 12000.0, None]
    >>> (
    ...     money_in("20 yuan off orders over 150, spend no more than 800"),
    ...     money_in("满300减50，花两千"),
    ... )
    (800.0, 2000.0)
    """
    sums = list(sums_in(text))
    stands = what_is_left(text, [(one.start, one.end) for one in sums])
    left = [one for one, still in zip(sums, stands, strict=True) if still]
    found = sorted(left, key=lambda one: (not one.budget, not one.currency))
    return found[0].value if found else None  # sorting is stable: the first of equals


def changed_to(text: str, before: float) -> float | None:
    """What `text` makes of the sum `before`; `None` where it says nothing of it.

    A bare number counts thousands, or tens of thousands, where the sum before was told in these.

    >>> [changed_to(t, 40_000) for t in ("make it 25", "by channel", "top 5")]
    [25000.0, None, None]
    >>> changed_to("改成3", 50_000), changed_to("make it 500", 2_000)
    (30000.0, 500.0)
    """
    match = _CHANGED.search(text)
    if match is None:
        return None
    number = float(match["n"])
    units = (10_000.0, 1_000.0) if re.search(r"[\u4e00-\u9fff]", text) else (1_000.0,)
    meant = [number * unit for unit in units if before % unit == 0]
    near = [value for value in meant if before / _NEAR <= value <= before * _NEAR]
    return near[0] if near else number if number >= _LEAST else None


def sums_in(text: str) -> Iterator[Sum]:
    """The sums in `text` that may be spent, in order."""
    for match in _SUM.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        limit = _is_limit(before, after)
        if (_OFFER_BEFORE.search(before) and not limit) or _OFFER_AFTER.search(after):
            continue
        money = bool(match["coin"] or match["mark"])
        capped = limit or _BUDGET_AFTER.search(after)
        if not money and not capped and _THING_AFTER.search(after):
            continue
        budget = bool(_BUDGET_BEFORE.search(before) or capped)
        scaled = bool(match["k"] or match["zh"] or match["ek"])
        large = _value(match) >= _LEAST or _BUDGET_RIGHT_BEFORE.search(before)
        if (budget and large) or money or scaled:
            yield Sum(_value(match), *match.span(), budget, money)


def _is_limit(before: str, after: str) -> bool:
    """Whether the words around a sum make it the most that may be spent."""
    costs = _CAPPED_COST.search(before) and _CAPPED_AFTER.match(after)
    return bool(costs or _CAPPED.search(before))


def _value(match: re.Match[str]) -> float:
    if match["zh"]:
        return float(number_of(match["zh"]))
    if match["en"]:
        words = match["en"].lower()
        n = 0.5 if words == "half a" else float(number_of(words) or 1)
        return n * _TIMES[_unit(match["ek"])]
    scale = _TIMES.get(_unit(match["k"] or ""), 1.0)
    rest = float(number_of(match["tail"])) * scale / 10 if match["tail"] and match["k"] else 0.0
    apart = r"\D" if match["threes"] else r"[,，]"
    return float(re.sub(apart, "", match["n"])) * scale + rest


def _unit(words: str) -> str:
    """The name of a power of ten, without an ending."""
    return words.lower().removesuffix("s")
