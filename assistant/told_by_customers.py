# ruff: noqa: E501  # a pattern reads best on one line
"""Why a figure is what it is, where customers' own words are to tell ("why so low? what do they moan about?")."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.families import FIGURES, OPINIONS
from assistant.going_on import turned
from assistant.told_in import Call

if TYPE_CHECKING:
    from assistant.chooser import Chooser
    from assistant.reading import Reading

_BARE_WHY = re.compile(
    r"^\W*(?:(?:and|so|but|oh|wow|hm+|huh|ok(?:ay)?|right|gosh|ouch)\W+)*(?:why|how come|how so|what gives|what['’]?s (?:up|wrong|going on) with (?:that|it|this|them))(?:['’]?s| is| are| was| were| did| do)?(?: (?:it|that|this|they|them))?(?: (?:so|that|this|too|such an?))?(?: \w+){0,2}\s*[?,.!;—–-]+\s*(?=\S)"
    r"|^\W*(?:那|这|咦|啊|哎|唉|哇)?[，,]?(?:怎么|咋|点解|啷个|为[什啥么何嘛]+|凭啥|何以)(?:个)?(?:会|就|得)?(?:[这那]么|[这那]样|咁|恁|辣么)?(?:[高低少多差好惨烂弱强贵]+|拉胯|离谱)?(?:的|了|啊|呀|呢|咧|喔|法)*\s*[？?，,。！!；;]+\s*(?=\S)"
    r"|^\W*(?:[这那]么|咁|恁)(?:[高低少多差惨烂弱]|拉胯|离谱)(?:的|了|啊|呀|呢|吗)*\s*[？?，,。！!；;]+\s*(?=\S)",
    re.IGNORECASE,
)
"""A bare question of the reason, with something else after it."""


def told_by_customers(chooser: "Chooser", question: str, before: Call | None) -> "Reading | None":
    """What is read of opinions that are to tell why the figure before is so; `None` elsewhere.

    Args:
        chooser: Reads the question, and knows what it may be for.
        question: As asked.
        before: The call before it, if any.
    """
    why = _BARE_WHY.match(question)
    if why is None or before is None or before[0] != FIGURES:
        return None
    rest = question[why.end() :]
    if chooser.splitter.route(rest).tools[0] not in OPINIONS:
        return None
    reading = chooser.read(rest)
    return replace(turned(reading, before), periods=reading.periods, metrics=())
