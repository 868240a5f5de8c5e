# ruff: noqa: E501  # a pattern reads best on one line
"""Where a follow-up puts other goods in the place of some that a group was described by.

"And who never bought a lamp?" after "bought shades but no bulbs" is of those who bought shades.
"""

import re
from collections.abc import Sequence

from assistant.families import GOODS
from tools.mentions import Mention

_NOT_BOUGHT = re.compile(
    r"(?:\b(?:have|has|had|did|do|does)\s?(?:n['’]t| not| never)|\b(?:never|not|without|no))(?: (?:ever|yet|bought|buy|buying|ordered|order|ordering|purchased|purchase|got|get|touched|a|an|any|the|of|our))*\s+[^,.;?!]+"
    r"|(?:从来?|一直|都)*(?:没有?|未|冇|不曾|唔)(?:有|曾)?(?:买|下单|购买?|入手|拿|要|碰|帮衬)(?:过|咗)?[^，。？?！；]+?(?=的人|的(?:客|顾|用|会)|的?(?:呢|喃|嘞|啦|吧)?(?:$|[，。？?！；]))",
    re.IGNORECASE,
)
"""Words for what was not bought."""
_SWAPPED = re.compile(
    r"\s*(?:→|⇒|[-=]+>|(?:就|给我|要)?(?:换|改|替|变)(?:成|为|作|做|到)?|换做)", re.IGNORECASE
)
_SWAPS = re.compile(
    r"\b(?:swap|switch|change|replace|exchange|trade)(?: out)?(?: the)?\s*$|[把将]\s*$",
    re.IGNORECASE,
)
_FOR = re.compile(r"\s*(?:out )?(?:to|for|with|by|into|换|改|替)", re.IGNORECASE)
"""Words around goods that others are put in the place of."""


def regrouped(text: str, mentions: Sequence[Mention], before: str | None) -> str | None:
    """The description `before` with other goods in it; `None` where the message names none.

    Args:
        text: A follow-up.
        mentions: What it names.
        before: How the group before was described.
    """
    goods = [m for m in mentions if m.kind == "value" and m.name in GOODS]
    if not before or not goods:
        return None
    old, new = _NOT_BOUGHT.search(before), _NOT_BOUGHT.search(text)
    if old and new and any(new.start() <= m.start < new.end() for m in goods):
        return f"{before[: old.start()]}{new[0].strip()}{before[old.end() :]}"
    for mention in goods:
        place = before.casefold().find(mention.text.casefold())
        others = [m for m in goods if m.start >= mention.end and m.value != mention.value]
        if place < 0 or not others:
            continue
        led, after = text[: mention.start], text[mention.end :]
        if _SWAPPED.match(after) or (_SWAPS.search(led) and _FOR.match(after)):
            return f"{before[:place]}{others[0].text}{before[place + len(mention.text) :]}"
    return None
