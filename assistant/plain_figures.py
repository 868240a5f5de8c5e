"""Questions that plainly ask for a figure, though a tool that advises or explains seems likelier.

"Orders by channel in May" names channels, and so do the questions of `channel_advice`; what it asks
is counted. A question of advice says so: it speaks of money spent, of worth, of what to do.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from assistant import steps
from assistant.cues import cue
from assistant.families import CAMPAIGNS, DRAFT, FIGURES, FUNNEL, OPINIONS, SEGMENTS, SQL
from assistant.naming import FAINT
from assistant.reading import Reading
from assistant.slots import CUSTOMERS
from tools.lexicon import Lexicon

CHANNELS, COHORTS, TOGETHER = "channel_advice", "cohort_retention", "bought_together"
AMBIGUOUS = ("return", "returns", "view", "views", "money")
"""Names of metrics that are said of other things beside channels and campaigns."""
NOUNS = ("buyers",)
"""Faint names of metrics that are as plain as others here."""
COUNTED = {"average_rating", "review_count"}
"""Figures that reviews count up to."""
OF_GOODS = ("price_advice", TOGETHER, *OPINIONS)
"""Tools about single goods and kinds of them."""
NO_GOODS = {
    "age_band", "gender", "region", "country", "customer_type", "device", "hour", "weekday",
    "price_band",
}  # fmt: skip
"""Dimensions that they do not tell apart."""
EARNED = {"gross_profit", "gross_margin"}
"""Figures that of one campaign are told less what it cost."""

OF_CAMPAIGNS = {"orders", "buyers", "units", "items_per_order", "average_order_value"}
"""Figures that are counted up of what came in through a campaign, not of whom it reached."""

_JOINING = re.compile(
    r"\b(?:and|or|of|in|for|from|to|the|by|on|with|at|against|vs\.?|versus|than|compared|beside"
    r"|alongside|next|our|please|pls|set|what|were|was|is|are|me|show|give|how|did|do|does|side"
    r"|head|stack(?:ed)? up)\b|比一比|一?[起块]儿?比|[放摆]|一下|[的和跟与同比对及在]",
    re.IGNORECASE,
)
"""Words that only join what is read, or hold it against another."""
HOW_IT_DID = re.compile(
    r"\bhow (?:well|badly|good|bad|successful|did|does|has|is|was|were)\b"
    r"|\b(?:days?|weeks?) (?:after|from|of)\b|怎么?样|咋样|如何|表现|成绩|战果|好不好|[天周]内",
    re.IGNORECASE,
)
"""Words that ask how a campaign did, whatever is counted for it."""


@dataclass(frozen=True)
class PlainFigures:
    """Tells questions of figures from those of a tool that their words sound like.

    Attributes:
        lexicon: Words of the store.
        signs: Tools that words of a text ask for.
        past: Whether a time is over.
    """

    lexicon: Lexicon
    signs: Callable[[str], Collection[str]]
    past: Callable[[str], bool]

    def asked(self, reading: Reading, tool: str) -> bool:
        """Whether a question that seems to be for `tool` asks for a figure instead."""
        if tool == FIGURES or not reading.metrics:
            return False
        if tool == CAMPAIGNS and _several_campaigns(reading):
            return not cue("asks_effect", reading.words)
        if not self._named(reading):
            return False
        tests = {
            CHANNELS: self._of_channels,
            CAMPAIGNS: self._of_campaigns,
            DRAFT: self._counts_what_came,
            FUNNEL: self._is_a_rate,
            COHORTS: self._of_newcomers,
            SEGMENTS: self._counts_buyers,
            TOGETHER: self._is_added_up,
            SQL: self._is_all_read,
            **dict.fromkeys(OPINIONS, self._is_counted),
        }
        if tool in tests and tests[tool](reading):
            return True
        return tool in OF_GOODS and not NO_GOODS.isdisjoint(reading.groupings)

    def _dated(self, reading: Reading) -> bool:
        """Whether a time gone by is named."""
        return bool(reading.periods) and not reading.ahead and self.past(reading.periods[0])

    def _named(self, reading: Reading) -> bool:
        """Whether a metric is named by a noun, or told as a story."""
        named = [m for m in self.lexicon.find(reading.words) if m.kind == "metric"]
        plain = {m.name for m in named if _is_plain(m.text.lower())}
        faint = {m.name for m in named} - plain
        return any(name not in faint for name in reading.metrics)

    def _of_channels(self, reading: Reading) -> bool:
        """Whether it is counted what channels sold in a time."""
        about = "channel" in reading.groupings or any(
            written.startswith("channel") for written in reading.filters
        )
        return about and self._dated(reading) and not cue("seeks_advice", reading.words)

    def _of_campaigns(self, reading: Reading) -> bool:
        """Whether the sales of each campaign, or of other groups within a time, are counted up."""
        if set(reading.metrics) & EARNED or cue("asks_effect", reading.words):
            return False
        others = set(reading.groupings) - {"campaign"}
        if self._counts_what_came(reading):
            return True
        return "campaign" in reading.groupings or (self._dated(reading) and bool(others))

    def _counts_what_came(self, reading: Reading) -> bool:
        """Whether it is counted what came through a campaign that may be called a letter."""
        named = reading.named("campaign") and set(reading.metrics) <= OF_CAMPAIGNS
        fared = HOW_IT_DID.search(reading.words) or cue("asks_effect", reading.words)
        return bool(named) and not fared and steps.says("counted", reading.words)

    def _is_a_rate(self, reading: Reading) -> bool:
        """Whether a step of the funnel is asked for as one figure: of groups, or as a share."""
        if cue("names_steps", reading.words):
            return False
        if "cart_abandonment_rate" in reading.metrics:
            return bool(reading.groupings) or cue("as_share", reading.words)
        converts = "conversion_rate" in reading.metrics and bool(reading.groupings)
        return converts and self._dated(reading)

    def _of_newcomers(self, reading: Reading) -> bool:
        """Whether those who came are counted, or kinds of people told apart, not who stayed."""
        if "new_users" in reading.metrics:
            return not cue("asks_afterwards", reading.words)
        comes_again = "repeat_purchase_rate" in reading.metrics or COHORTS in self._signs(reading)
        kinds = not NO_GOODS.isdisjoint(reading.groupings)
        return kinds and self._dated(reading) and not comes_again

    def _counts_buyers(self, reading: Reading) -> bool:
        """Whether those who bought in a time are counted, by groups or without some of them."""
        if "buyers" not in reading.metrics or cue("wants_list", reading.words):
            return False
        out = (written.split("!=")[0] for written in reading.filters if "!=" in written)
        told = bool(reading.groupings) or any(dimension in CUSTOMERS for dimension in out)
        return told and self._dated(reading)

    def _is_added_up(self, reading: Reading) -> bool:
        """Whether figures of several things are added up, not what is in one order."""
        together = self._dated(reading) and cue("together", reading.words)
        return together and TOGETHER not in self._signs(reading)

    def _is_counted(self, reading: Reading) -> bool:
        """Whether reviews are counted, or goods ranked by their stars or what comes back."""
        if cue("asks_what_is_said", reading.words):
            return False
        ranked = steps.says("superlative", reading.words)
        if set(reading.metrics) <= COUNTED:
            return ranked or steps.says("counted", reading.words)
        return reading.metrics == ("return_rate",) and ranked and bool(reading.groupings)

    def _is_all_read(self, reading: Reading) -> bool:
        """Whether nothing but joining words is left of a question of two times' figures."""
        held = reading.compare != "none" and reading.periods and self.past(reading.periods[0])
        return bool(held) and not _JOINING.sub("", reading.subject).strip(" ,.;:?!—-，。；：？！、")

    def _signs(self, reading: Reading) -> Collection[str]:
        return self.signs(reading.words)


def _is_plain(words: str) -> bool:
    """Whether words name a metric and nothing else."""
    return words in NOUNS or not (FAINT.fullmatch(words) or words in AMBIGUOUS)


def _several_campaigns(reading: Reading) -> bool:
    """Whether campaigns are added up or held against each other, or one is left out."""
    named = [f for f in reading.filters if f.startswith("campaign")]
    return len(named) > 1 or any("!=" in f for f in named)
