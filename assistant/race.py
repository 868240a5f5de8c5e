"""Which tools a question may be for, likeliest first: by what was learned, and by its words."""

import inspect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant import steps
from assistant.audiences import Audiences
from assistant.campaign_names import CampaignNames
from assistant.courtesies import ungreeted
from assistant.cues import cue
from assistant.families import (
    AHEAD,
    CAMPAIGNS,
    DRAFT,
    EXPERIMENT,
    FIGURES,
    FORECAST,
    FUNNEL,
    GOODS,
    LIFETIME,
    OPINIONS,
    OPPORTUNITIES,
    PREDICTION,
    SEGMENTS,
    SMALL_TALK,
    SQL,
    THEMES,
    WHOLE,
)
from assistant.plain_figures import CHANNELS, PlainFigures
from assistant.reading import Reader, Reading
from assistant.routing import Route
from assistant.splitting import Splitter
from assistant.tool_words import passed
from assistant.toolbox import Tool
from assistant.turning import QUOTES
from tools.errors import ToolError
from tools.metrics.dimensions import TIME_UNITS
from tools.periods import resolve
from tools.sql.links import Links
from tools.sql.shapes import Shapes

FOREIGN = 0.04
"""Nearness to a store's questions below which one that names nothing of it may be about anything.

Of 60 general questions 52 lie below, of 70 of a store in everyday words 11; what of these speaks of
"we", names a value or asks how things go is kept by its words.
"""
STRANGE = -0.05
"""Nearness below which a name of the store in a question may be chance ("restaurants in Paris")."""

PLAIN = (
    "review_themes", "plan_test", "customer_profile", "channel_advice", "cohort_retention",
    "find_opportunities",
)  # fmt: skip
"""Tools whose words were right for nine and more of ten utterances that nothing was learned from.

Words for figures were right for three of ten, those for all others on average for seven.
"""
SIGNED = {FIGURES: 2.0, **dict.fromkeys(PLAIN, 8.0)}
"""What words for a tool multiply its probability with."""
OTHERS_SIGNED = 3.0
"""The same for all other tools."""
TOLD = 0.02
"""Probability of groups of customers from which a description of one settles that it is asked."""
ASKED = 0.3
"""Probability from which a query or a campaign needs no words for it."""
BEYOND = 0.005
"""Probability of a query from which words for what no metric can tell settle that it is asked."""
AGAIN = ("repeat_purchase_rate",)
"""The figure of second orders, which words for these else take for no figure."""
NEARLY = 0.5
"""Share of the likeliest tool's probability from which a campaign's name settles what is asked."""
MOST_OFFERED = 12
"""Most tools the model chooses among."""
OF_PEOPLE = (
    *AHEAD,
    FIGURES,
    FUNNEL,
    "bought_together",
    "cohort_retention",
    "plan_test",
    SQL,
)
"""Tools that the description of a group may be taken to ask for."""

_FUNNEL = re.compile(r"\bfunnels?\b|漏斗", re.IGNORECASE)
"""What a question calls the funnel by its name with."""
_REASONS = re.compile(r"\breasons?\b|\bwhy\b|原因|缘由|为(?:什么|啥|何)|点解", re.IGNORECASE)
"""Words for what reviews say, and no count of them does."""
COURTESY = ("thanks", "greeting")
"""Small talk that asks for nothing."""
COUNTED = {"average_rating", "review_count"}
"""Figures that reviews count up to."""
ABOUT = {"channel_advice": "channel", CAMPAIGNS: "campaign"}
"""Tools that tell of one kind of group anyway."""


@dataclass(frozen=True)
class Race:
    """Ranks the tools that a question may be for.

    Attributes:
        tools: The tools, by name.
        reader: Knows the store's calendar.
        splitter: Routes questions, and knows the words that ask for tools.
        audiences: Reads the groups of customers that questions name.
        campaigns: Reads the campaigns that questions name.
    """

    tools: Mapping[str, Tool]
    reader: Reader
    splitter: Splitter
    audiences: Audiences | None = None
    campaigns: CampaignNames | None = None

    def ranked(self, reading: Reading) -> tuple[list[str], Reading]:
        """The tools the router takes for likely, and those the question's own words name.

        Words that name a tool are among what the router learned from; they count little besides.
        """
        text = ungreeted(reading.text or reading.question)
        route = self.splitter.route(text).among(self.tools)
        signs = self.splitter.signs(text)
        weighed = {
            name: chance * (SIGNED.get(name, OTHERS_SIGNED) if name in signs else 1.0)
            for name, chance in route.chances.items()
        }
        names = sorted(route.tools, key=lambda name: -weighed[name])
        names += [name for name in signs if name not in names and len(names) > 1]
        names = names[:MOST_OFFERED]
        if names[0] in OPINIONS and THEMES in signs and not QUOTES.search(text):
            names = first(THEMES, names)
        if not route.sure:
            names = self._fitting(names, reading, signs, route)
        names = _of_whom_or_what(names, reading, signs)
        names = self._as_named(names, reading, route, signs)
        if SQL in self.tools and names[0] == FIGURES and self._is_beyond(reading, route):
            names = first(SQL, names)
        if SQL in self.tools and self._shapes.is_sure(text):
            return first(SQL, names), reading
        topic = "help" if route.topic in COURTESY and cue("interrogative", text) else route.topic
        topic = "data" if topic == "help" and cue("asks_data", text) else topic
        if SMALL_TALK in self.tools and self._is_foreign(reading, route.nearness, signs):
            topic = topic if names[0] == SMALL_TALK else "cannot"
            names = first(SMALL_TALK, names)
        return names, replace(reading, topic=topic)

    def _as_named(
        self, names: list[str], reading: Reading, route: Route, signs: Sequence[str]
    ) -> list[str]:
        """`names`, first the tool of what the question names: people, a figure, a campaign."""
        text = reading.text or reading.question
        leaves_out = any(written.startswith("channel!=") for written in reading.filters)
        described = not (reading.ahead or leaves_out) and route.chance(SEGMENTS) >= TOLD
        if names[0] in OF_PEOPLE and described and self._describes(text):
            return first(SEGMENTS, names)
        if names[0] in OPINIONS and _REASONS.search(text):
            return names  # what is said, not how often
        if FIGURES in self.tools and self._plain.asked(reading, names[0]):
            return first(FIGURES, names)
        if names[0] == CHANNELS and FUNNEL in signs and _FUNNEL.search(text):
            return first(FUNNEL, names)
        if names[0] == CHANNELS and OPPORTUNITIES in self.tools and _is_of_goods(reading, signs):
            return first(OPPORTUNITIES, names)
        if CAMPAIGNS in self.tools and self._names_campaign(reading, route):
            return first(CAMPAIGNS, names)
        if names[0] == CAMPAIGNS and CAMPAIGNS not in signs and _is_of_times(reading):
            return first(FIGURES, names)
        return names

    @cached_property
    def _shapes(self) -> Shapes:
        return Shapes(self.reader.lexicon)

    @cached_property
    def _links(self) -> Links:
        return Links(self.reader.lexicon)

    def _is_beyond(self, reading: Reading, route: Route) -> bool:
        """Whether a question that names figures asks what none of them can tell."""
        text = reading.text or reading.question
        if reading.metrics == AGAIN:
            return False
        told = cue("beyond_figures", text) or self._links.codes(text)
        return bool(told) and route.chance(SQL) >= BEYOND

    def _names_campaign(self, reading: Reading, route: Route) -> bool:
        """Whether a question that may be about anything names a campaign and plainly no figure."""
        if self._plain.asked(reading, CAMPAIGNS):
            return False
        chance = route.chance(CAMPAIGNS)
        split = {*reading.groupings} - {"campaign", "channel", "item"}
        if split and route.tools[0] == FIGURES:
            return False  # what a campaign did is told of all of it
        if route.sure or (reading.metrics and route.chance(FIGURES) >= chance):
            return False
        if reading.named("campaign"):
            return True
        if self.campaigns is None or chance < NEARLY * route.chance(route.tools[0]):
            return False
        return bool(self.campaigns.asked(reading.words).get("campaign"))

    @cached_property
    def _plain(self) -> PlainFigures:
        return PlainFigures(self.splitter.lexicon, self.splitter.signs, self._is_past)

    def _describes(self, text: str) -> bool:
        return self.audiences is not None and self.audiences.describes(text)

    def _fitting(
        self, tools: Sequence[str], reading: Reading, signs: Sequence[str], route: Route
    ) -> list[str]:
        """`tools`, first those that no time gone by, and no customer named, speaks against.

        What takes a question or a table whole is asked for in so many words, or likely.
        """
        named = (*WHOLE, EXPERIMENT)
        odd = {n for n in tools if n in named and n not in signs and route.chance(n) < ASKED}
        if DRAFT not in signs and _names_nothing(reading):
            odd.add(DRAFT)
        if reading.metrics and reading.ranking and reading.groupings:
            odd.add(SQL)
            tools = first(FIGURES, tools) if tools[0] == SQL else tools
        if FIGURES in tools and tools[0] in self._measured(tools, reading).difference(signs):
            tools = first(FIGURES, tools)
        if reading.periods and not reading.ahead:
            if self._is_past(reading.periods[0]):
                odd |= {name for name in tools if name in AHEAD and name not in signs}
        elif reading.ahead and not self._describes(reading.words):
            odd |= {SEGMENTS}.difference(signs)
        elif reading.users:
            odd |= {name for name in tools if not takes(self.tools[name], "user_id")}
        return sorted(tools, key=lambda name: name in odd)

    def _measured(self, tools: Sequence[str], reading: Reading) -> set[str]:
        """Those of `tools` that only seem to be asked for where a figure is named outright.

        One of the funnel's is told by itself, as is what reviews count up to. Groups side by side
        are told by the tools that split, or that are about these; goods are listed by others, too.
        """
        text = reading.text or reading.question
        if not (reading.metrics and FIGURES in self.splitter.signs(text)):
            return set()
        named = any(mention.kind == "metric" for mention in self.splitter.lexicon.find(text))
        measured = set(reading.metrics) <= passed() and (named or steps.says("counted", text))
        measured = measured and not (steps.says("places", text) or cue("names_steps", text))
        odd = {FUNNEL} if measured else set()
        if set(reading.metrics) <= COUNTED and not _REASONS.search(text):
            odd |= {*OPINIONS}
        dated = bool(reading.periods) and self._is_past(reading.periods[0])
        split = set(reading.groupings).difference(TIME_UNITS, {"item"})
        if split and (dated or not reading.ahead):
            about = {tool for tool, group in ABOUT.items() if group in split}
            odd |= {name for name in tools if not takes(self.tools[name], "group_by")} - about
        return odd - {SMALL_TALK}

    def _is_past(self, token: str) -> bool:
        """Whether a time is over, as the last 30 days are and this month is not."""
        today = self.reader.today
        try:
            last = resolve(token, today, self.reader.calendar[0]).last
        except ToolError:
            return False
        return token.startswith("last_") or last <= today

    def _is_foreign(self, reading: Reading, nearness: float, signs: Sequence[str]) -> bool:
        """Whether a question names nothing the store knows and lies far from what it can tell."""
        text = reading.text or reading.question
        if (
            reading.metrics
            or reading.users
            or reading.overview
            or signs
            or steps.says("ours", text)
        ):
            return False
        named = reading.filters or reading.groupings or cue("items", text)
        return nearness < (STRANGE if named else FOREIGN)


def _names_nothing(reading: Reading) -> bool:
    """Whether a question names nothing of the store, no time and nobody."""
    return not (
        reading.metrics or reading.filters or reading.groupings or reading.users or reading.periods
    )


def takes(tool: Tool, argument: str) -> bool:
    """Whether `tool` has an argument of that name."""
    return argument in inspect.signature(tool).parameters


def first(tool: str, tools: Sequence[str]) -> list[str]:
    """`tools` with `tool` before all others."""
    return [tool, *(name for name in tools if name != tool)]


def _is_of_times(reading: Reading) -> bool:
    """Whether the best or the worst of days, weeks or months is wanted."""
    groups = {*reading.groupings}
    return bool(groups) and groups <= {*TIME_UNITS} and reading.ranking


def _is_of_goods(reading: Reading, signs: Sequence[str]) -> bool:
    """Whether advice is wanted on which goods to promote, not on where."""
    groups = {*reading.groupings}
    return CHANNELS not in signs and bool(groups & {*GOODS}) and "channel" not in groups


def _of_whom_or_what(tools: list[str], reading: Reading, signs: Sequence[str]) -> list[str]:
    """`tools`, first the one that foresees goods or people, whichever the question names.

    What customers will bring is not told by goods, nor how many will buy by what will be sold. How
    things go is told in figures, not in what to do next.
    """
    if tools[0] == LIFETIME and FORECAST in tools and any(map(reading.named, GOODS)):
        return first(FORECAST, tools)
    if tools[0] == OPPORTUNITIES and OPPORTUNITIES not in signs and FIGURES in tools:
        return first(FIGURES, tools) if reading.overview and not reading.ahead else tools
    people = reading.metrics == ("buyers",) and not reading.groupings
    return first(PREDICTION, tools) if tools[0] == FORECAST and people else tools
