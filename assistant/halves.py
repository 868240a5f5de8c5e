"""A question whose two halves are plainly for two tools, though no word of either says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant import steps
from assistant.families import ASKS, FIGURES, PROFILE, WHOLE, goes_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.routing import Route

LISTING = re.compile(r"\s*[、(（]\s*")
"""What stands between the members of a list, not between two questions."""
CLAUSE = re.compile(r"(.+)[,，](.+)", re.DOTALL)
"""The last clause of a text, and what stands before it."""
PLAINLY = 0.6
"""Probability from which the words of a half are plainly for a tool."""
SAID = 0.5
"""The same where a word like "also" joins them."""
LIKELY = 0.4
"""The same where the first half ranks and the second points to what it puts first."""
DOUBTFUL = 0.1
"""Probability of the other half's tool from which one half may only go on with the other."""
FEWEST = 4
"""Fewest letters of a half."""


@dataclass(frozen=True)
class Half:
    """One of two halves: its words, the tool they are for, and with what probability (0-1)."""

    text: str
    tool: str
    chance: float


@dataclass(frozen=True)
class Halves:
    """Finds where a question of two kinds of answer turns from one to the other.

    Attributes:
        route: Where a text may lead.
    """

    route: "Callable[[str], Route]"

    def of(self, question: str) -> tuple[Half, Half] | None:
        """The two halves of `question` that are surest of their tools; `None` if it is one."""
        pairs = list(self._pairs(question))
        return max(pairs, key=lambda p: min(p[0].chance, p[1].chance), default=None)

    def _pairs(self, question: str) -> Iterator[tuple[Half, Half]]:
        for start, after in steps.joints(question):
            if LISTING.fullmatch(question[start:after]):
                continue
            before, rest = steps.bare(question[:start]), _told(steps.bare(question[after:]))
            back = steps.points_back(before, rest)
            if not (back or self._turns(before, question[start:], rest)):
                continue
            joined = back or steps.says("next_order", question[start:])
            least = LIKELY if back else SAID if joined else PLAINLY
            first, second = self._half(before, least), self._half(rest, least)
            if first is None or second is None or goes_on(first.tool, second.tool):
                continue
            if joined or not (self._may(first, second) or self._may(second, first)):
                yield first, second

    @staticmethod
    def _turns(before: str, onward: str, rest: str) -> bool:
        """Whether what lies before a joint asks something, and what comes after it asks anew."""
        if steps.says("remark", rest) or steps.says("adverbial", rest):
            return False
        idle = steps.says("setting", before) or steps.says("dismissing", before)
        if idle and not steps.says("asks", before):
            return False
        ordered = steps.says("next_order", onward) and not steps.says("stating", before)
        return ordered or (steps.says("asks", before) and steps.says("asks", rest))

    def _may(self, half: Half, other: Half) -> bool:
        """Whether a half may well be for the tool of the other, too."""
        return self.route(half.text).chance(other.tool) >= DOUBTFUL

    def _half(self, text: str, least: float) -> Half | None:
        """The half of these words, where they are for a tool that can be one's."""
        if steps.wants_file(text):
            return Half(text, PROFILE, 1.0)
        if len(text) < FEWEST:
            return None
        route = self.route(text)
        tool, chance = route.tools[0], route.chance(route.tools[0])
        fit = tool in (*ASKS, FIGURES) and tool not in WHOLE
        return Half(text, tool, chance) if fit and chance >= least else None


def _told(text: str) -> str:
    """`text` without a remark at its end ("…, both please")."""
    told = CLAUSE.match(text)
    return told[1] if told and steps.says("remark", told[2]) else text
