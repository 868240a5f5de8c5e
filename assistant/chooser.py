"""What a choice of tool needs: the tools, their words, and what the question says outright."""

import inspect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from langchain_core.messages import SystemMessage

from assistant import steps
from assistant.anew import lets_back
from assistant.audiences import Audiences
from assistant.campaign_names import CampaignNames
from assistant.choosing import Call, Candidate
from assistant.corrections import tells_instead
from assistant.counting import counted
from assistant.courtesies import courtesy_of
from assistant.cues import cue
from assistant.dialect import widely_spoken
from assistant.families import (
    CAMPAIGNS,
    CHURN,
    DRAFT,
    EXPERIMENT,
    FIGURES,
    PREDICTIONS,
    PROFILE,
    SEGMENTS,
    SMALL_TALK,
    SQL,
    TEST,
    WHOLE,
)
from assistant.following import FEW
from assistant.fragments import OPEN_ENDED
from assistant.going_on import continued, going_on
from assistant.in_place import naming_in_place
from assistant.leaning import UNKNOWN, Lean, Leaning
from assistant.measures import Measures
from assistant.missing import missing_in
from assistant.open_arguments import Vocabulary, dimension_of
from assistant.own_plans import less_plans
from assistant.query_needs import unmet
from assistant.race import MOST_OFFERED, Race, first
from assistant.reading import Reader, Reading
from assistant.regrouping import regrouped
from assistant.remarks import Remarks, kinds_named
from assistant.requests import Requests
from assistant.routing import Router
from assistant.slots import CUSTOMERS
from assistant.splitting import Splitter
from assistant.told_shares import naming_shares
from assistant.toolbox import Tool
from assistant.trial_words import file_in
from assistant.trials import Trials
from assistant.turning import grouped, of_other_people, same_group
from assistant.utterances import words
from assistant.wanted_counts import with_enough
from assistant.wanted_times import points_at_time, with_only_time
from tools.elsewhere import elsewhere
from tools.script import plain
from tools.sql.shapes import Shapes

OUTRIGHT = 0.02
"""Share of the likeliest tool's probability from which words for these settle that they are."""

TURNS = 0.5
"""Probability of a question for figures from which a change of another answer is one."""

THEMES = ("weather", "costs")
"""Missing things that a campaign may well be about ("a bonus for rainy days")."""

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
        measures: Tells which metric a question of figures means.
        remarks: Tells what a message asks from what it only tells.
        requests: Tells where a message asks for something further.
        leaning: Tells messages that only change the answer before.
    """

    tools: Mapping[str, Tool]
    vocabulary: Vocabulary
    reader: Reader
    router: Router
    audiences: Audiences | None = None
    campaigns: CampaignNames | None = None
    trials: Trials | None = None
    measures: Measures | None = None
    remarks: Remarks | None = None
    requests: Requests | None = None
    leaning: Leaning | None = None

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
        return Splitter(self.reader.lexicon, self.router, list(self.tools), self.requests)

    @cached_property
    def _race(self) -> Race:
        return Race(self.tools, self.reader, self.splitter, self.audiences, self.campaigns)

    def asked(self, message: str) -> str:
        """`message` in plain characters, without what it takes back or only tells."""
        written = plain(widely_spoken(message))
        message = plain(self.reader.settled(widely_spoken(message)))
        if self.remarks is None or lets_back(message) or file_in(message):
            return message
        names = naming_in_place(naming_shares(self._kinds, message), written, message)
        asked = plain(self.remarks.without(less_plans(message), names))
        return with_enough(with_only_time(asked, message, self.reader.today), message)

    def _kinds(self, text: str) -> frozenset[str]:
        """What `text` names of the store."""
        return kinds_named(text, self.reader.lexicon, self.audiences)

    def whole(self, reading: Reading) -> str | None:
        """The tool that takes the question as it stands, in one step; `None` for all others."""
        if reading.continues in (*WHOLE, EXPERIMENT):
            return reading.continues
        text = reading.text or reading.question
        if not (reading.continues or reading.ahead or reading.users) and self._counts(reading):
            return SEGMENTS
        if not reading.continues and self._query(reading):
            return SQL
        signs = self.splitter.signs(text)
        if reading.users and PROFILE in self.tools and signs:
            told = {PROFILE, FIGURES, SEGMENTS}  # figures are of groups: hers stand in the profile
            likeliest = self.splitter.route(text).tools[0]
            ahead = (
                likeliest in PREDICTIONS
                and self.splitter.route(text).chance(likeliest) >= OPEN_ENDED
            )
            if set(signs) <= told and signs != [SEGMENTS] and not ahead:
                return PROFILE
        if signs == [EXPERIMENT]:
            return EXPERIMENT
        route = self.splitter.route(text)
        least = OUTRIGHT * route.chance(route.tools[0])
        whole = (
            signs[0] if signs and signs[0] in WHOLE and route.chance(signs[0]) >= least else None
        )
        if whole == DRAFT and route.sure and route.tools[0] == TEST:
            return None  # a test of a message is planned before the message is written
        missing = self._missing(text) if whole else None
        return None if missing and (whole != DRAFT or missing not in THEMES) else whole

    def read(self, question: str, before: Call | None = None) -> Reading:
        """What `question` says, with what it takes over from the call before."""
        question, lean = self._leaning(question, before)
        told = self.reader.read(
            question,
            None if lean.alone else before,
            changes=lean.changes,
            stays=lean.changes and self._stays(question, before),
        )
        reading = continued(self._timed(told), before, self.reader)
        if before is not None and before[0] not in (SMALL_TALK, EXPERIMENT):
            text = reading.text or reading.question
            route, signs = self.splitter.route(text), self.splitter.signs(text)
            reading = grouped(going_on(reading, before, route, signs, lean), self.campaigns)
            reading = of_other_people(reading, before, route, self.audiences)
        if before is None or before[0] != EXPERIMENT or self.trials is None:
            return reading
        corrects = not reading.periods and self.trials.corrects(question, before[1])
        return replace(
            reading,
            continues=EXPERIMENT if corrects else None,
            carried=before[1] if corrects else {},
        )

    def _stays(self, text: str, before: Call | None) -> bool:
        """Whether a change of the answer before is one by the same tool, not a figure of it."""
        route = self.splitter.route(text)
        own = route.chance(before[0]) if before else 0.0
        return route.chance(FIGURES) < max(TURNS, own)

    def _leaning(self, question: str, before: Call | None) -> tuple[str, Lean]:
        """`question` less why the answer before is to be changed, and how much it leans on it."""
        if before is None or self.leaning is None or self.remarks is None:
            return question, UNKNOWN
        if courtesy_of(question):
            return question, UNKNOWN
        idles = partial(self.remarks.is_idle, names=self._kinds)

        def idle(clause: str) -> bool:
            said = counted(clause) is not None or tells_instead(clause)
            return not said and idles(clause)

        return self.leaning.read(question, before[0], self.splitter.signs, idle)

    def _timed(self, reading: Reading) -> Reading:
        """`reading` without the times of sentences that tell only why it is asked."""
        asked = steps.asked(reading.question)
        if asked == reading.question or reading.carried or points_at_time(asked, reading.question):
            return reading
        told = self.reader.read(asked)
        return (
            replace(reading, periods=told.periods, compare=told.compare)
            if told.periods
            else reading
        )

    def candidates(self, reading: Reading, tool: str | None = None) -> list[Candidate]:
        """The few calls the question may be for, likeliest first.

        Args:
            reading: What is read of the question.
            tool: The tool, where the question's words tell it.
        """
        names = self._beside(tool, reading) if tool else []
        missing = None
        courtesy = courtesy_of(reading.question) if SMALL_TALK in self.tools else None
        if courtesy:
            names = [SMALL_TALK]
            reading = replace(reading, topic=courtesy, continues=None, carried={})
        elif reading.continues:
            names = [reading.continues]
        elif not names and not reading.users and SMALL_TALK in self.tools:
            missing = self._missing(reading.text or reading.question)
            names = [SMALL_TALK] if missing else []
        if missing:
            reading = replace(reading, topic="cannot")
        if not names:
            names, reading = self._race.ranked(reading)
        alone = replace(reading, continues=None, carried={})
        found = [
            Candidate.of(
                name,
                self.tools[name],
                self._measured(name, reading if name == reading.continues else alone),
                self.vocabulary,
            )
            for name in names
        ]
        if missing:
            found = [c.settling({"missing": missing}) for c in found]
        return [self._named(candidate, reading) for candidate in found]

    def _measured(self, tool: str, reading: Reading) -> Reading:
        """`reading` with the metric that it means, where `tool` tells figures."""
        few = words(reading.words) <= FEW
        goes_on = reading.continues and (few or not reading.metrics)
        goes_on = goes_on or cue("means_carts", reading.words)
        if tool != FIGURES or self.measures is None or reading.overview or goes_on:
            return reading
        return replace(reading, metrics=self.measures.meant(reading.words, reading.metrics))

    def unheld(self, questions: Iterable[str]) -> list[str]:
        """Names that `questions` for figures are kept to and that the store does not have."""
        lexicon = self.reader.lexicon
        named = (name for text in questions for name in elsewhere(text, lexicon.find(text)))
        return list(dict.fromkeys(named))

    def _missing(self, text: str) -> str | None:
        """What the asking sentences of `text` want that no data hold."""
        return missing_in(steps.asked(text), self.reader.lexicon, self.splitter.signs)

    def _beside(self, tool: str, reading: Reading) -> list[str]:
        """`tool`, and after it those that the router does not rule out."""
        route = self.splitter.route(reading.text or reading.question).among(self.tools)
        return first(tool, route.tools[:MOST_OFFERED])

    def _named(self, candidate: Candidate, reading: Reading) -> Candidate:
        """The candidate with the group or the campaign the question names, where it takes one."""
        text = reading.text or reading.question
        if candidate.name == EXPERIMENT and self.trials is not None:
            return candidate.settling(self.trials.asked(reading.question, candidate.settled))
        if candidate.name == CHURN and self.audiences is not None:
            return self._among(candidate, self.audiences.among(text))
        if candidate.name == SQL and not candidate.settled.get("query"):
            return candidate.settling({"query": self._query(reading) or ""})
        if candidate.name == CAMPAIGNS and self.campaigns is not None:
            return candidate.settling(self.campaigns.asked(text))
        if candidate.name == FIGURES and self.campaigns is not None:
            return candidate.settling(self.campaigns.kept_to(reading, candidate.settled))
        if candidate.name == DRAFT and self.audiences is not None:
            return candidate.settling(self.audiences.written_to(text))
        if candidate.name != SEGMENTS or self.audiences is None:
            return candidate
        if words := self._regrouped(reading):
            return candidate.settling({"words": words, "filters": []})
        if same_group(self.audiences, reading) and not cue("lookalikes", text):
            return candidate  # "and for men?" narrows the group asked about before
        return candidate.settling(self.audiences.asked(text, reading.carried))

    def _regrouped(self, reading: Reading) -> str | None:
        """The description before with other goods in it, where the question goes on with it."""
        told = reading.carried.get("words") if reading.continues == SEGMENTS else None
        found = regrouped(reading.words, self.reader.lexicon.find(reading.words), told)
        return found if found and self.audiences and self.audiences.describes(found) else None

    @staticmethod
    def _among(candidate: Candidate, group: dict[str, Any]) -> Candidate:
        """The candidate about a group; what the group's people bought is then no filter of them."""
        if not group:
            return candidate
        filters = candidate.settled.get("filters") or []
        own = [written for written in filters if dimension_of(written) in CUSTOMERS]
        return candidate.settling({**group, "filters": own})

    @cached_property
    def shapes(self) -> Shapes:
        """Reads questions whose query needs no model."""
        return Shapes(self.reader.lexicon)

    def _query(self, reading: Reading) -> str | None:
        """The query of a question of a plain shape that no other tool answers."""
        if SQL not in self.tools:
            return None
        query = self.shapes.query(reading.question, reading.language)
        return None if query and unmet(reading.question, query) else query

    def _counts(self, reading: Reading) -> bool:
        """Whether the question asks how many people, or who, meet a description it gives."""
        text = reading.text or reading.question
        if SEGMENTS not in self.tools or self.audiences is None:
            return False
        dated = "new_users" in reading.metrics and reading.periods
        figured = reading.metrics and (reading.groupings or dated)
        if figured and self.splitter.signs(text) == [FIGURES]:
            return False  # "GMV by channel, without email", "new people who joined in May"
        return self.audiences.wanted(text)


def _summary(tool: Tool) -> str:
    """The docstring's text before `Args`: what the tool does and when to use which."""
    text = inspect.getdoc(tool) or ""
    return " ".join(text.split("Args:")[0].split())
