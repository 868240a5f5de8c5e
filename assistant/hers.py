# ruff: noqa: E501  # a pattern reads best on one line
"""A question about one customer that asks for her profile and for something else ("… + churn")."""

import re
from collections.abc import Callable, Sequence

from assistant.families import OF_ONE, PROFILE
from assistant.routing import Route

_JOINT = re.compile(
    r"\s*[+＋&]\s*|[,，;；、]?\s*(?:外加|再加上?|加上?|以及|还有|另外|连同|同埋|顺带|顺便(?:说下|看下|说说|讲下)?|附带?|带上|和|跟)\s*"
    r"|[,;]?\s+(?:plus|as well as|along with|and also|together with|with|and)\s+",
    re.IGNORECASE,
)
"""What joins two things asked of one customer."""
_ALL_OF_HER = re.compile(
    r"\b(?:everything(?: (?:you|we) (?:have|know|got))?|full picture|whole (?:story|picture)|overview|profile|record|the lot|run-?down|dossier|file|history|details|background|info|snapshot|360)\b"
    r"|(?:全部|整体|基本|所有|完整|大致|总体)(?:的)?(?:情况|信息|资料|档案)|画像|档案|资料|底细|概况|来龙去脉|全貌|情况",
    re.IGNORECASE,
)
"""Words for all that is known of her."""
LIKELY = 0.6
"""Probability from which what is asked beside it is for a tool."""


def of_one_customer(
    question: str, route: Callable[[str], Route], names: Callable[[str], Sequence[object]]
) -> tuple[str, str, str] | None:
    """The words for the profile, those for what else is asked, and its tool; `None` for no such.

    Args:
        question: As asked.
        route: Where a text may lead.
        names: The customers that a text names by id.
    """
    for joint in _JOINT.finditer(question):
        first, second = question[: joint.start()], question[joint.end() :]
        if not _ALL_OF_HER.search(first) or len(names(first)) != 1 or names(second):
            continue
        found = route(second)
        tool = found.tools[0]
        if tool in OF_ONE and tool != PROFILE and found.chance(tool) >= LIKELY:
            return first, second, tool
    return None
