# ruff: noqa: E501  # a pattern reads best on one line
"""Places, platforms and goods that a question keeps figures to and that the store knows nothing of.

"Sales in Paris" of a store without Paris would else be answered with the sales of all, as if they
were those of Paris.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from babel import Locale

from tools.countries import countries_in
from tools.goods import every_good
from tools.mentions import Mention
from tools.places import is_ours

PLATFORMS = (
    "TikTok", "Instagram", "Facebook", "Google", "YouTube", "WhatsApp", "Pinterest", "Twitter",
    "Reddit", "Snapchat", "LinkedIn", "Bing", "Xiaohongshu", "Douyin", "Weibo", "WeChat",
    "Kuaishou", "Telegram", "抖音", "小红书", "微博", "微信", "快手", "知乎", "百度", "朋友圈",
    "视频号", "公众号",
)  # fmt: skip
"""Where stores advertise and sell."""
_MEASURED = r"(?:orders?|sales|revenue|turnover|takings|units|pieces|returns?|buyers?|customers?|shoppers?|visits?|visitors?|sessions?|traffic|money|profits?|margin|ratings?|stars|aov|conversion)"
_KEPT_TO = re.compile(
    rf"\b{_MEASURED}\b(?:\s+\w+){{0,3}}?\s+(?:of|for|from|in|via|through|on|by|across)\s+(?:the |our |my |all )*$|\b(?:sell|sold|selling|buy|bought)\s+(?:\w+\s+){{0,3}}?(?:in|to|on|via|through)\s+(?:the )?$"
    r"|^(?:(?:and|ok|okay|so|now|then)[, ]+)*(?:what about|how about|for|in|from|via|on|just|only)\s+(?:the )?$",
    re.IGNORECASE,
)
"""Words before a name that figures are kept to."""
_ALONE = re.compile(
    rf"^(?:['’]s)?\s*(?:(?:orders?|sales|revenue|turnover|takings|units|customers?|buyers?|traffic|visits?)\b|(?:in|for|during|over|last|this|since|by|per|and|or|vs)\b|[,.?!;]|$)|^{_MEASURED}",
    re.IGNORECASE,
)
"""What comes after such a name."""
_ZH_AFTER = re.compile(
    r"^(?:渠道|平台|地区|那边|这边|市|省)?(?:的|上|来的|带来|卖|销|呢|有多少|多少|几|(?:今|上|本|这|去|最近|近|\d|[一二三四五六七八九十])|订单|客|买|评分|退货|营业|收入|业绩)"
)
"""What comes after a Chinese one."""


def elsewhere(text: str, known: Iterable[Mention]) -> list[str]:
    """Names in `text` that figures are kept to and that are none of the store's.

    Args:
        text: A question for figures.
        known: What it mentions of the store.
    """
    taken = [(m.start, m.end) for m in known]
    return [
        text[start:end]
        for start, end in _spans(text)
        if not any(a < end and start < b for a, b in taken)
        and not is_ours(text[:start], text[end:])
        and _is_kept_to(text[:start], text[start:end], text[end:])
    ]


def _is_kept_to(before: str, name: str, after: str) -> bool:
    if not name.isascii():
        return _ZH_AFTER.match(after) is not None
    return _KEPT_TO.search(before) is not None and _ALONE.match(after) is not None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where names stand, each once, the longest of those that begin together."""
    found: dict[int, int] = {}
    for pattern in _patterns():
        for match in pattern.finditer(text):
            found[match.start()] = max(match.end(), found.get(match.start(), 0))
    yield from sorted(found.items())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Names of places and platforms as they are written, of goods in any case."""
    proper = [*_cities(), *countries_in("en"), *countries_in("zh"), *PLATFORMS]
    goods = (w.removesuffix("s") for w in every_good() if len(w) > (3 if w.isascii() else 1))
    return (_any_of(proper), re.compile(_any_of(goods).pattern, re.IGNORECASE))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of `words`, Latin ones whole."""
    told = sorted({*words}, key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in told if word.isascii())
    other = "|".join(re.escape(word) for word in told if not word.isascii())
    return re.compile(rf"\b(?:{latin})s?\b|{other}")


def _cities() -> Iterator[str]:
    """The large cities that time zones are named after, in English and Chinese (Unicode CLDR)."""
    for zone, names in Locale("zh").time_zones.items():
        if "/" in zone and (city := names.get("city")):
            yield zone.rsplit("/", 1)[1].replace("_", " ")
            if len(city) > 1 and not city.isascii():
                yield city
