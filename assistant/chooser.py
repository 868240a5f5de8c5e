"""What a choice of tool needs: the tools, their words, and what the question says outright."""

import inspect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from langchain_core.messages import AIMessage, AnyMessage, SystemMessage

from assistant import steps
from assistant.audiences import Audiences
from assistant.campaign_names import CampaignNames
from assistant.choosing import Call, Candidate
from assistant.cues import cue
from assistant.families import AHEAD, EXPERIMENT, FIGURES, SMALL_TALK, WHOLE
from assistant.following import continued, is_remark, is_whole, silently, turned
from assistant.missing import missing_in
from assistant.open_arguments import Vocabulary, dimension_of
from assistant.reading import Reader, Reading
from assistant.routing import Route, Router
from assistant.slots import CUSTOMERS
from assistant.splitting import Splitter
from assistant.toolbox import Tool
from assistant.trials import Trials
from tools.errors import ToolError
from tools.periods import resolve
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
OUTRIGHT = 0.02
"""Share of the likeliest tool's probability from which words for these settle that they are."""
OPEN_ENDED = 0.6
"""Probability of the likeliest tool below which a few words may go on with the one before."""
MOST_OFFERED = 12
"""Most tools the model chooses among."""

SEGMENTS = "segment_customers"
CAMPAIGNS = "campaign_results"
CHURN = "churn_risk"
SQL = "run_sql"
PROFILE = "customer_profile"

OF_PEOPLE = (
    *AHEAD,
    FIGURES,
    "funnel",
    "bought_together",
    "cohort_retention",
    "plan_test",
    "run_sql",
)
"""Tools that the description of a group may be taken to ask for."""

PROMPTS = Path(__file__).parent / "prompts"


@dataclass(frozen=True)
class Chooser:
    """What a choice of tool needs: the tools, their words, and what the question says outright.

    Attributes:
        tools: The tools, by name.
        vocabulary: The words their arguments take.
        reader: Reads questions.
        router: Tells which tools a question may be for.
        audiences: Reads the groups of customers that questions name.
        campaigns: Reads the campaigns that questions name.
        trials: Reads what questions say of uploaded tables.
    """

    tools: Mapping[str, Tool]
    vocabulary: Vocabulary
    reader: Reader
    router: Router
    audiences: Audiences | None = None
    campaigns: CampaignNames | None = None
    trials: Trials | None = None

    @cached_property
    def instructions(self) -> SystemMessage:
        """The same for every question, so a model that keeps prefixes reads it once."""
        text = (PROMPTS / "choose.md").read_text(encoding="utf-8")
        lines = [f"- {name}: {_summary(tool)}" for name, tool in self.tools.items()]
        words = {name: ", ".join(known) for name, known in self.vocabulary.items()}
        return SystemMessage(text.format(tools="\n".join(lines), **words))

    @cached_property
    def splitter(self) -> Splitter:
        """Tells the parts of a question apart."""
        return Splitter(self.reader.lexicon, self.router, list(self.tools))

    def before(self, messages: Sequence[AnyMessage]) -> Call | None:
        """The last call of the turns before that was no small talk."""
        start = max(n for n, message in enumerate(messages) if message.type == "human")
        asked = (m for m in reversed(messages[:start]) if isinstance(m, AIMessage))
        calls = (c for message in asked for c in message.tool_calls if c["name"] != SMALL_TALK)
        call = next(calls, None)
        return (call["name"], call["args"]) if call else None

    def whole(self, reading: Reading) -> str | None:
        """The tool that takes the question as it stands, in one step; `None` for all others."""
        if reading.continues in (*WHOLE, EXPERIMENT):
            return reading.continues
        text = reading.text or reading.question
        if not (reading.continues or reading.ahead or reading.users) and self._counts(text):
            return SEGMENTS
        if not reading.continues and self._query(reading):
            return SQL
        signs = self.splitter.signs(text)
        if reading.users and PROFILE in self.tools and signs:
            told = {PROFILE, FIGURES, SEGMENTS}  # figures are of groups: hers stand in the profile
            if set(signs) <= told and signs != [SEGMENTS]:
                return PROFILE
        if signs == [EXPERIMENT]:
            return EXPERIMENT
        route = self.splitter.route(text)
        least = OUTRIGHT * route.chance(route.tools[0])
        whole = (
            signs[0] if signs and signs[0] in WHOLE and route.chance(signs[0]) >= least else None
        )
        return whole if whole and missing_in(text, self.reader.lexicon) is None else None

    def read(self, question: str, before: Call | None = None) -> Reading:
        """What `question` says, with what it takes over from the call before."""
        reading = continued(self.reader.read(question, before), before, self.reader)
        if before is not None and before[0] not in (SMALL_TALK, EXPERIMENT):
            reading = self._following(reading, before)
        if before is None or before[0] != EXPERIMENT or self.trials is None:
            return reading
        corrects = not reading.periods and self.trials.corrects(question, before[1])
        return replace(
            reading,
            continues=EXPERIMENT if corrects else None,
            carried=before[1] if corrects else {},
        )

    def _following(self, reading: Reading, before: Call) -> Reading:
        """`reading`, where the router tells better than its words whether it goes on.

        A whole question that is plainly for another tool takes over only what it is about; a few
        words that name something and ask nothing ("just the 10 worst") go on with the same tool.
        """
        text = reading.text or reading.question
        route = self.splitter.route(text)
        if reading.continues:
            other = route.sure not in (None, FIGURES, SMALL_TALK, reading.continues)
            asks = other and is_whole(text) and not before[1].get("draft")
            return turned(reading, before) if asks else reading
        open_ended = route.chance(route.tools[0]) < OPEN_ENDED and not reading.metrics
        if open_ended and is_remark(reading) and not self.splitter.signs(text):
            return replace(reading, continues=before[0], carried=before[1])
        return reading if open_ended else silently(reading, before, route.tools[0])

    def candidates(self, reading: Reading, tool: str | None = None) -> list[Candidate]:
        """The few calls the question may be for, likeliest first.

        Args:
            reading: What is read of the question.
            tool: The tool, where the question's words tell it.
        """
        names = self._beside(tool, reading) if tool else []
        missing = None
        if reading.continues:
            names = [reading.continues]
        elif not names and not reading.users and SMALL_TALK in self.tools:
            missing = missing_in(reading.text or reading.question, self.reader.lexicon)
            names = [SMALL_TALK] if missing else []
        if missing:
            reading = replace(reading, topic="cannot")
        if not names:
            names, reading = self._raced(reading)
        alone = replace(reading, continues=None, carried={})
        found = [
            Candidate.of(
                name,
                self.tools[name],
                reading if name == reading.continues else alone,
                self.vocabulary,
            )
            for name in names
        ]
        if missing:
            found = [c.settling({"missing": missing}) for c in found]
        return [self._named(candidate, reading) for candidate in found]

    def _beside(self, tool: str, reading: Reading) -> list[str]:
        """`tool`, and after it those that the router does not rule out."""
        others = self.splitter.route(reading.text or reading.question).tools
        return _first(tool, others[:MOST_OFFERED])

    def _named(self, candidate: Candidate, reading: Reading) -> Candidate:
        """The candidate with the group or the campaign the question names, where it takes one."""
        text = reading.text or reading.question
        if candidate.name == EXPERIMENT and self.trials is not None:
            return candidate.settling(self.trials.asked(reading.question, candidate.settled))
        if candidate.name == CHURN and self.audiences is not None:
            return self._among(candidate, self.audiences.among(text))
        if candidate.name == SQL and not candidate.settled.get("query"):
            return candidate.settling({"query": self._query(reading) or ""})
        own = {SEGMENTS: self.audiences, CAMPAIGNS: self.campaigns}.get(candidate.name)
        if own is None or (own is self.audiences and reading.continues and reading.filters):
            return candidate  # "and for men?" narrows the group asked about before
        return candidate.settling(own.asked(text))

    @staticmethod
    def _among(candidate: Candidate, group: dict[str, Any]) -> Candidate:
        """The candidate about a group; what the group's people bought is then no filter of them."""
        if not group:
            return candidate
        filters = candidate.settled.get("filters") or []
        own = [written for written in filters if dimension_of(written) in CUSTOMERS]
        return candidate.settling({**group, "filters": own})

    def _raced(self, reading: Reading) -> tuple[list[str], Reading]:
        """The tools the router takes for likely, and those the question's own words name.

        Words that name a tool are among what the router learned from; they count little besides.
        """
        text = reading.text or reading.question
        route = self.splitter.route(text)
        signs = self.splitter.signs(text)
        weighed = {
            name: chance * (SIGNED.get(name, OTHERS_SIGNED) if name in signs else 1.0)
            for name, chance in route.chances.items()
        }
        names = sorted(route.tools, key=lambda name: -weighed[name])
        names += [name for name in signs if name not in names and len(names) > 1]
        names = names[:MOST_OFFERED]
        if not route.sure:
            names = self._fitting(names, reading, signs, route)
        if names[0] in OF_PEOPLE and route.chance(SEGMENTS) >= TOLD and self._describes(text):
            names = _first(SEGMENTS, names)
        elif CAMPAIGNS in self.tools and self._names_campaign(reading, route):
            names = _first(CAMPAIGNS, names)
        topic = route.topic
        if SMALL_TALK in self.tools and self._is_foreign(reading, route.nearness, signs):
            topic = topic if names[0] == SMALL_TALK else "cannot"
            names = _first(SMALL_TALK, names)
        return names, replace(reading, topic=topic)

    @staticmethod
    def _names_campaign(reading: Reading, route: Route) -> bool:
        """Whether a question that may be about anything names a campaign and no figure."""
        return not route.sure and bool(reading.named("campaign")) and not reading.metrics

    def _describes(self, text: str) -> bool:
        return self.audiences is not None and self.audiences.describes(text)

    @cached_property
    def shapes(self) -> Shapes:
        """Reads questions whose query needs no model."""
        return Shapes(self.reader.lexicon)

    def _query(self, reading: Reading) -> str | None:
        """The query of a question of a plain shape that no other tool answers."""
        if SQL not in self.tools:
            return None
        return self.shapes.query(reading.question, reading.language)

    def _counts(self, text: str) -> bool:
        """Whether the question asks how many people, or who, meet a description it gives."""
        if SEGMENTS not in self.tools or self.audiences is None:
            return False
        return self.audiences.wanted(text)

    def _fitting(
        self, tools: Sequence[str], reading: Reading, signs: Sequence[str], route: Route
    ) -> list[str]:
        """`tools`, first those that no time gone by, and no customer named, speaks against.

        What takes a question or a table whole is asked for in so many words, or likely.
        """
        named = (*WHOLE, EXPERIMENT)
        odd = {n for n in tools if n in named and n not in signs and route.chance(n) < ASKED}
        if reading.periods and not reading.ahead:
            if self._is_past(reading.periods[0]):
                odd |= {name for name in tools if name in AHEAD and name not in signs}
        elif reading.users:
            odd |= {name for name in tools if not takes(self.tools[name], "user_id")}
        return sorted(tools, key=lambda name: name in odd)

    def _is_past(self, token: str) -> bool:
        """Whether a time is over, as the last 30 days are and this month is not."""
        today = self.reader.today
        try:
            last = resolve(token, today, self.reader.calendar[0]).last
        except ToolError:
            return False
        return token.startswith("last_") or last < today

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


def takes(tool: Tool, argument: str) -> bool:
    """Whether `tool` has an argument of that name."""
    return argument in inspect.signature(tool).parameters


def _first(tool: str, tools: Sequence[str]) -> list[str]:
    """`tools` with `tool` before all others."""
    return [tool, *(name for name in tools if name != tool)]


def _summary(tool: Tool) -> str:
    """The docstring's text before `Args`: what the tool does and when to use which."""
    text = inspect.getdoc(tool) or ""
    return " ".join(text.split("Args:")[0].split())
