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
from assistant.following import (
    AHEAD,
    EXPERIMENT,
    FIGURES,
    PREDICTION,
    SMALL_TALK,
    WHOLE,
    continued,
)
from assistant.missing import missing_in
from assistant.reading import Reader, Reading
from assistant.routing import Router
from assistant.slots import CUSTOMERS, Vocabulary, dimension_of
from assistant.splitting import Splitter
from assistant.toolbox import Tool
from assistant.trials import Trials
from tools.errors import ToolError
from tools.periods import resolve

FOREIGN = 0.04
"""Nearness to a store's questions below which one that names nothing of it may be about anything.

Of 60 general questions 52 lie below, of 70 of a store in everyday words 11; what of these speaks of
"we", names a value or asks how things go is kept by its words.
"""
STRANGE = -0.05
"""Nearness below which a name of the store in a question may be chance ("restaurants in Paris")."""

SEGMENTS = "segment_customers"
CAMPAIGNS = "campaign_results"
CHURN = "churn_risk"
PROFILE = "customer_profile"

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
        signs = self.splitter.signs(text)
        if reading.users and PROFILE in self.tools and signs:
            told = {PROFILE, FIGURES, SEGMENTS}  # figures are of groups: hers stand in the profile
            if set(signs) <= told and signs != [SEGMENTS]:
                return PROFILE
        if signs == [EXPERIMENT]:
            return EXPERIMENT
        whole = signs[0] if signs and signs[0] in WHOLE else None
        return whole if whole and missing_in(text, self.reader.lexicon) is None else None

    def read(self, question: str, before: Call | None = None) -> Reading:
        """What `question` says, with what it takes over from the call before."""
        reading = continued(self.reader.read(question, before), before, self.reader)
        if before is None or before[0] != EXPERIMENT or self.trials is None:
            return reading
        corrects = not reading.periods and self.trials.corrects(question, before[1])
        return replace(
            reading,
            continues=EXPERIMENT if corrects else None,
            carried=before[1] if corrects else {},
        )

    def candidates(self, reading: Reading, tool: str | None = None) -> list[Candidate]:
        """The few calls the question may be for, likeliest first.

        Args:
            reading: What is read of the question.
            tool: The tool, where the question's words tell it.
        """
        names = [tool] if tool else []
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

    def _named(self, candidate: Candidate, reading: Reading) -> Candidate:
        """The candidate with the group or the campaign the question names, where it takes one."""
        text = reading.text or reading.question
        if candidate.name == EXPERIMENT and self.trials is not None:
            return candidate.settling(self.trials.asked(reading.question, candidate.settled))
        if candidate.name == CHURN and self.audiences is not None:
            return self._among(candidate, self.audiences.among(text))
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
        """The tools the router takes for likely, and those the question's own words name."""
        text = reading.text or reading.question
        route = self.router.route(text)
        topic = route.topic
        signs = self.splitter.signs(text)
        names = self._fitting(route.tools, reading, signs)
        if SEGMENTS in (*names, *signs) and self._describes(text):
            return [SEGMENTS], replace(reading, topic=topic)
        if CAMPAIGNS in self.tools and reading.named("campaign") and not reading.metrics:
            return [CAMPAIGNS, *(name for name in signs if name != CAMPAIGNS)], reading
        if len(names) > 1 and len(signs) == 1 and _decides(signs[0], text):
            names = signs  # in an open race words for one tool alone decide
        elif reading.metrics and len(names) > 1:
            signs.append(FIGURES)
        if len(signs) == 1 or len(names) > 1:
            names += [name for name in dict.fromkeys(signs) if name not in names]
        if SMALL_TALK in self.tools and self._is_foreign(reading, route.nearness, signs):
            topic = topic if names[0] == SMALL_TALK else "cannot"
            names = [SMALL_TALK, *(name for name in names if name != SMALL_TALK)]
        return names, replace(reading, topic=topic)

    def _describes(self, text: str) -> bool:
        return self.audiences is not None and self.audiences.describes(text)

    def _fitting(self, tools: Sequence[str], reading: Reading, signs: Sequence[str]) -> list[str]:
        """`tools` without those that a time gone by, or a customer named, speaks against.

        What takes a question or a table whole is asked for in so many words, or not meant.
        """
        named = (*WHOLE, EXPERIMENT)
        kept = [name for name in tools if name not in named or name in signs] or list(tools)
        if reading.periods and not reading.ahead:
            if self._is_past(reading.periods[0]):
                kept = [name for name in kept if name not in AHEAD or name in signs]
        elif reading.users:
            kept = [name for name in kept if takes(self.tools[name], "user_id")]
        return kept or list(tools)

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


def _decides(sign: str, text: str) -> bool:
    """Whether words for a tool are plain enough to leave no other in the race."""
    if sign == FIGURES:
        return cue("overview", text)
    return sign != PREDICTION or steps.says("buying", text)  # "likely" may be to leave


def _summary(tool: Tool) -> str:
    """The docstring's text before `Args`: what the tool does and when to use which."""
    text = inspect.getdoc(tool) or ""
    return " ".join(text.split("Args:")[0].split())
