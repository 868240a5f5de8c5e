# ruff: noqa: E501  # a pattern reads best on one line
"""A question that ranks groups and asks on about the one put first, without a word for it.

"Which category is returned most, and what do people complain about?" asks two things, however it
is joined; the second is of the group that the first one finds.
"""

import re
from typing import TYPE_CHECKING

from assistant import steps
from assistant.families import FIGURES, FORECAST, FUNNEL, OPINIONS
from assistant.splitting import Part

if TYPE_CHECKING:
    from assistant.chooser import Chooser

_JOINT = re.compile(
    r"[?？]\s*|[,，;；:：]\s*(?:(?:and|then|so|also)\s+(?:then\s+)?)?|\s+(?:and|then|plus)\s+(?:then\s+)?",
    re.IGNORECASE,
)
"""Where what is asked of the first group may begin."""
_SEVERAL = re.compile(
    r"哪[些几两三]|[前后]\s*[\d一二三四五六七八九十]|各|\b(?:top|bottom|best|worst) \d|\b(?:categories|brands|items|products|regions|provinces|channels|countries|devices)\b",
    re.IGNORECASE,
)
"""Words that rank several, of which no one alone is asked about."""
ASKED = (*OPINIONS, FORECAST, FUNNEL, "price_advice", "bought_together")
"""Tools that are asked about one group just found."""
LIKELY = 0.6
"""Probability from which what is asked on is for such a tool."""
FEWEST = 4
"""Fewest letters of a ranking, and of what is asked on."""


def ranked_first(chooser: "Chooser", question: str) -> list[Part]:
    """The ranking, and what is asked of the group that it puts first; none where it is no such.

    Args:
        chooser: Reads and routes the two.
        question: As asked.
    """
    for joint in _JOINT.finditer(question):
        first, second = question[: joint.start()], question[joint.end() :]
        if min(len(first), len(second)) < FEWEST or not _is_ranking(chooser, first):
            continue
        route = chooser.splitter.route(second)
        tool = route.tools[0]
        if tool in ASKED and route.chance(tool) >= LIKELY and _names_nothing(chooser, second):
            return [Part(first, FIGURES), Part(second, tool)]
    return []


def ranks_one(text: str) -> bool:
    """Whether a text speaks of one that stands first or last."""
    told = steps.says("superlative", text) and not _SEVERAL.search(text)
    return steps.says("one_winner", text) or told


def _is_ranking(chooser: "Chooser", text: str) -> bool:
    """Whether a text asks which one group stands first by a figure, and nothing else."""
    if not ranks_one(text) or _SEVERAL.search(text):
        return False
    reading = chooser.read(text)
    measured = reading.metrics or steps.leading_metric(text)
    named = set(reading.groupings) & {"category", "brand", "region", "channel", "item"}
    signs = set(chooser.splitter.signs(text))
    return len(named) == 1 and bool(measured) and signs <= {FIGURES}


def _names_nothing(chooser: "Chooser", text: str) -> bool:
    """Whether a text leaves open what it asks about."""
    reading = chooser.read(text)
    named = reading.filters or reading.users or reading.groupings
    return not (named or steps.says("whole_store", text))
