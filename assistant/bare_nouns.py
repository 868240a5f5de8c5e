# ruff: noqa: E501  # a pattern reads best on one line
"""Few words that only name what is to be told next of the goods before ("and the price?")."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.families import FORECAST, THEMES
from assistant.told_in import Call

if TYPE_CHECKING:
    from assistant.reading import Reading

PRICES = "price_advice"
TOGETHER = "bought_together"
_SAID = {
    PRICES: r"(?:prices?|pricing|price tags?)|价格|定价|价钱|价位|售价|卖价|标价",
    FORECAST: r"(?:stock|inventory|supply|stock levels?)|库存|存货|备货|补货",
    THEMES: r"(?:reviews?|feedback|opinions?|complaints?|gripes?|moans?|praise|compliments)|评价|评论|口碑|差评|好评|抱怨|吐槽|优点|缺点",
    TOGETHER: r"(?:bundles?|combos?|pairings?|add-?ons?)|搭配|组合|连带|套餐",
}
_ONLY = {
    tool: re.compile(
        rf"\W*(?:(?:and|so|ok|then|now|also|right|well|good|fine|thanks?|what about|how about|at|what|which|the|its|their|his|for|on|那|那么|还有|再|好|行|再看看|看看|它们?的|它的|的|怎么|说说|讲讲)\W*)*(?:{nouns})\W*(?:(?:then|too|now|please|pls|as well|呢|咧|呀|嘞|咋样|怎么样|如何|情况|看看|说说)\W*)*",
        re.IGNORECASE,
    )
    for tool, nouns in _SAID.items()
}
_ABOUT = ("category", "item", "filters")


def next_of_goods(reading: "Reading", before: Call) -> "Reading | None":
    """`reading` of a message that only names another thing to tell of the goods before.

    What the tool before tells itself is a change of its answer, and none of these: the price is a
    theme of reviews.

    Args:
        reading: What the message says outright.
        before: Tool and arguments of the call before.
    """
    tool, arguments = before
    about = {name: arguments[name] for name in _ABOUT if arguments.get(name)}
    if tool not in (PRICES, FORECAST, TOGETHER) or not about or reading.filters:
        return None
    text = reading.words
    named = next((name for name, only in _ONLY.items() if only.fullmatch(text)), None)
    if named is None or named == tool:
        return None
    more = {"about": "stock"} if named == FORECAST else {}
    return replace(reading, continues=named, carried={**about, **more})
