"""Where a question asks for several kinds of answer, and for which."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant import counting, steps
from assistant.cues import cue
from assistant.families import (
    AHEAD,
    ASKS,
    DRAFT,
    FIGURES,
    FORECAST,
    MANIFOLD,
    OVERRULED,
    PROFILE,
    SMALL_TALK,
    WHOLE,
    goes_on,
    kin,
)
from assistant.halves import PLAINLY, Halves
from assistant.hers import of_one_customer
from assistant.neutral import neutral
from assistant.requests import Requests
from assistant.routing import SURE, Route, Router
from assistant.said_again import SaidAgain
from assistant.standing import PURPOSE, Standing
from assistant.tool_words import ToolWords
from assistant.turning_ahead import turns_ahead
from assistant.unbroken import joints_in, unbroken
from tools.customers import Customers
from tools.lexicon import Lexicon
from tools.metrics.dimensions import TIME_UNITS
from tools.periods import find_periods

LIKELY = 0.3
"""Probability from which a part's own words are taken to ask for a tool."""
BESIDE = 0.4
"""Or from which, as a share of the likeliest tool's."""
MOSTLY = 0.7
"""Probability from which a question as a whole is taken to be for a tool that tells much."""
ENDED = re.compile(r"[.!?。！？…]\W*$")
"""The end of a sentence."""
ONE = re.compile(
    r"\W*(?:and )?(?:which|what) ones?\b|[又那]?哪一?个(?=最|更|不|没|亏|拖)", re.IGNORECASE
)
"""The beginning of a question about one of the groups asked about before."""
FEW = 24
"""Most letters of a part that may only say again what the one before asked."""


@dataclass(frozen=True)
class Part:
    """A piece of a question.

    Attributes:
        text: Its words, without those that join it to the piece before.
        tool: The tool its words ask for; `None` where they do not tell.
    """

    text: str
    tool: str | None = None


@dataclass(frozen=True)
class Splitter:
    """Tells apart the parts of a question that different tools answer.

    Attributes:
        lexicon: Words of the store.
        router: Tells the tool of a part whose own words do not.
        tools: Names of the tools there are.
        requests: Tells where a further request begins; rules for joining words alone without it.
    """

    lexicon: Lexicon
    router: Router
    tools: Sequence[str]
    requests: Requests | None = None

    def requested(self, question: str) -> list[Part]:
        """The requests of `question`, where it plainly holds several; else none."""
        hers = of_one_customer(question, self.route, Customers(self.lexicon.store).named)
        if hers is not None:
            return [Part(hers[0], PROFILE), Part(hers[1], hers[2])]
        texts = [text for text in map(steps.bare, self._pieces(question)) if text]
        if len(texts) < 2:
            return []
        parts = [Part(text, self._likeliest(text)) for text in texts]
        if self._again.of_one_list(texts, [part.tool for part in parts]):
            return [Part(question)]
        return [] if any(map(self._is_talk, parts)) else parts

    def _pieces(self, question: str) -> list[str]:
        """The words of each request of `question`, a purpose with the one that it stands beside."""
        pieces: list[str] = []
        asked = self.requests.of(question) if self.requests else [question]
        for piece in unbroken(asked, self.lexicon):
            if pieces and (self._is_purpose(piece) or self._is_purpose(pieces[-1])):
                pieces[-1] += piece
            else:
                pieces.append(piece)
        return self._standing.joined(pieces)

    @cached_property
    def _standing(self) -> Standing:
        return Standing(self.lexicon, self.route, self.signs, self._likeliest)

    def parts(self, question: str) -> list[Part]:
        """The parts of `question` in order; one where it asks for one thing."""
        if parts := self.requested(question):
            return parts
        ruled = self._joined_parts(question)
        one = self.requests is not None and (
            not self.requests.likely(question) or self._is_all_one(question)
        )
        if ahead := self._then_ahead(question):
            return ahead
        asked = [part for part in ruled if not self._standing.only_sets(part.text)]
        return [Part(question)] if one or len(asked) < 2 else ruled

    def _is_all_one(self, question: str) -> bool:
        """Whether all but one request of `question` only tell or narrow something."""
        pieces = self.requests.of(question) if self.requests else []
        idle = any(self._standing.is_idle(steps.bare(piece)) for piece in pieces)
        return idle and len(self._pieces(question)) < 2

    def _then_ahead(self, question: str) -> list[Part]:
        """The two parts of a question about what was and what will be; none where it is no such."""
        halves = turns_ahead(question, self.lexicon.store.today)
        parts = [Part(half, self._likeliest(half)) for half in halves or ()]
        asked = [part.tool for part in parts]
        return parts if asked == [FIGURES, FORECAST] else []

    def _likeliest(self, text: str) -> str:
        """The tool that a request is for."""
        if steps.wants_file(text):
            return PROFILE
        tools = self.route(text).tools
        signs = [sign for sign in self.signs(text) if self._is_likely(text, sign)]
        alike = {other for sign in signs for other in kin(sign)}
        return next((tool for tool in tools if tool in alike), (*signs, *tools)[0])

    def _is_purpose(self, text: str) -> bool:
        """Whether a text seems to order a campaign, and only tells or asks of one."""
        text = steps.bare(text)
        tells = PURPOSE.search(text) or cue("interrogative", text)
        return bool(tells) and self._likeliest(text) == DRAFT

    def _is_talk(self, part: Part) -> bool:
        """Whether a part that seems small talk is not plainly so, and hence none of its own."""
        return part.tool == SMALL_TALK and self.route(part.text).sure != SMALL_TALK

    def _joined_parts(self, question: str) -> list[Part]:
        """The parts that joining words tell, in order.

        A new part begins where the words before and after a joint ask for different tools, and
        where a whole new question begins. What asks for nothing stays with its neighbours.
        """
        starts, tools = self._joined(question, *self._proposed(question))
        texts = _pieces(question, starts)
        told = zip(texts, tools, strict=True)
        parts = [Part(text, tool or self._meant(text)) for text, tool in told if text]
        if len(texts) == 1 or self._is_one(question, parts) or self._is_said_twice(parts):
            return self._halved(question)
        return parts

    def _halved(self, question: str) -> list[Part]:
        """The question as one part, or as its two halves where these are plainly for two tools."""
        halves = Halves(self.route).of(question)
        if halves is None:
            return [Part(question)]
        second = halves[1]
        figures = second.tool == FIGURES and self._belongs(second.text, halves[0].tool)
        if figures or ONE.match(second.text):
            return [Part(question)]
        return [Part(half.text, half.tool) for half in halves]

    def before_draft(self, question: str) -> tuple[str, str] | None:
        """A question that stands before the order to write a campaign, and that order.

        `None` where all of it is the order: what a campaign is for may be said as a question, too.
        """
        pieces = self._pieces(question)
        for n, piece in enumerate(pieces):
            if n and self._orders(steps.bare(piece)):
                return "".join(pieces[:n]), "".join(pieces[n:])
        for start, after in steps.joints(question):
            asked, order = question[:start], steps.bare(question[after:])
            ends = ENDED.search(asked) or steps.says("next_order", question[start:])
            if ends and self._orders(order) and self._is_asked(asked):
                return asked, order
        return None

    def _orders(self, text: str) -> bool:
        """Whether a text orders a campaign to be written."""
        return DRAFT in self.signs(text) or self.route(text).sure == DRAFT

    def _is_asked(self, text: str) -> bool:
        """Whether a text is a question for tools of one part each, or plainly for such a tool."""
        parts = self.parts(text)
        tools = {part.tool or self._plainly(part.text) for part in parts}
        if tools <= {*ASKS, FIGURES} - {*WHOLE}:
            return True
        if steps.says("first_of_two", text):
            return True
        likely = self.route(text).tools[0] in {*ASKS, FIGURES} - {*WHOLE}
        return tools == {None} and likely and steps.says("asks", text)

    def route(self, text: str) -> Route:
        """Where `text` may lead, whichever products it names."""
        return self.router.route(neutral(text, self.lexicon))

    def _proposed(self, question: str) -> tuple[list[int], list[str | None]]:
        """Where parts may begin, and the tools that their words ask for."""
        starts, tools = [0], [self._tool(question[: self._next(question, 0)])]
        for start, after in joints_in(question, self.lexicon):
            if start <= starts[-1]:
                continue
            atom = question[after : self._next(question, after)]
            piece = question[starts[-1] : start]
            least = PLAINLY if steps.says("next_order", question[start:]) else SURE
            tool = self._tool(atom, tools[-1], least)
            if tool and tools[-1] == FIGURES and self._belongs(piece, tool):
                tools[-1] = tool
            differs = tool and tools[-1] and not goes_on(tools[-1], tool)
            anew = steps.asks_anew(question, piece, start, after)
            if differs or (anew and not self._adds(atom)):
                starts.append(start)
                tools.append(tool)
            else:
                tools[-1] = tools[-1] or tool
        return starts, tools

    def _joined(
        self, question: str, starts: list[int], tools: list[str | None]
    ) -> tuple[list[int], list[str | None]]:
        """The parts, without those that only seem to ask for a tool of their own.

        Words name a tool in passing, too: a part stands by itself where the router takes its tool
        for likely, and where it does more than say what the one after it is about.
        """
        texts = _pieces(question, starts)
        tools = [self._righted(text, tool) for text, tool in zip(texts, tools, strict=True)]
        stands = [
            (tool is None or self._is_likely(text, tool)) and not self._sets_the_stage(text, later)
            for text, tool, later in zip(texts, tools, [*tools[1:], None], strict=True)
        ]
        for n, (text, tool) in enumerate(zip(texts, tools, strict=True)):
            if n and ENDED.search(texts[n - 1]) and self._is_aside(text, tool):
                stands[n] = False
        kept: list[int] = []
        asked: list[str | None] = []
        for n, start in enumerate(starts):
            again = n > 0 and not stands[n - 1] and asked[-1:] == [tools[n]]
            if stands[n] and not again:
                kept.append(start if kept else 0)
                asked.append(tools[n])
        return kept or [0], asked or [None]

    def _righted(self, text: str, tool: str | None) -> str | None:
        """The tool of a part, or the one the router is sure of where it finds that unlikely."""
        sure = self.route(text).sure
        if tool is None or sure is None or sure in WHOLE or self._is_likely(text, tool):
            return tool
        return sure if sure in (*ASKS, FIGURES) else tool

    def _is_likely(self, text: str, tool: str) -> bool:
        """Whether the router takes `tool`, or one that tells the same, for likely."""
        route = self.route(text)
        chance = route.chance(*kin(tool))
        return chance >= LIKELY or chance >= BESIDE * route.chance(route.tools[0])

    def _sets_the_stage(self, text: str, later: str | None) -> bool:
        """Whether a part asks nothing, and says what the one after it, for `later`, is about."""
        if later is None:
            return False
        if steps.says("stating", text) or self._standing.sets_aside(text):
            return True
        if steps.says("asks", text):
            return False
        if steps.says("declaring", text):
            return True
        return steps.says("setting", text) or not set(kin(later)).isdisjoint(self.signs(text))

    def _is_aside(self, text: str, tool: str | None) -> bool:
        """Whether a sentence only adds to the one before: a remark, a time, how to split it."""
        if not steps.says("asks", text):
            return self._plainly(text) != tool
        named = (m for m in self.lexicon.find(text) if m.name not in TIME_UNITS)
        return tool == FIGURES and not cue("interrogative", text) and not any(named)

    def _is_one(self, question: str, parts: Sequence[Part]) -> bool:
        """Whether all is likely for one tool that tells much, and its parts ask for no two."""
        whole = self.route(question)
        if whole.tools[0] not in MANIFOLD or whole.chance(whole.tools[0]) < MOSTLY:
            return False
        asked = [part for part in parts if self._asks(part)]
        plain = {self._plainly(part.text) for part in asked} - {None}
        if _are_sentences(asked) and plain - {whole.tools[0]}:
            return False
        return len(plain) < len(parts)

    def _asks(self, part: Part) -> bool:
        """Whether a part asks for something, if only by naming a figure of a time."""
        if steps.says("stating", part.text):
            return False
        if steps.says("asks", part.text):
            return True
        dated = part.tool == FIGURES and find_periods(part.text, self.lexicon.store.today)
        return bool(dated) and not steps.says("moved", part.text)

    def _plainly(self, text: str, least: float = PLAINLY) -> str | None:
        """The tool that `text` is for with a probability of `least`, if there is one."""
        route = self.route(text)
        return route.tools[0] if route.chance(route.tools[0]) >= least else None

    def _is_said_twice(self, parts: Sequence[Part]) -> bool:
        """Whether all parts are for one tool, not for figures, and only one names anything."""
        asked = {part.tool or self._plainly(part.text, LIKELY) for part in parts}
        if len(asked) > 1 or not asked.isdisjoint({None, FIGURES}):
            return False
        return self._again.names_once([part.text for part in parts])

    @cached_property
    def _again(self) -> SaidAgain:
        return SaidAgain(self.lexicon)

    def signs(self, text: str) -> list[str]:
        """Tools that words of `text` ask for, figures last."""
        return self._words.asked(steps.asked(text))

    @cached_property
    def _words(self) -> ToolWords:
        return ToolWords(self.lexicon, self.tools)

    def _meant(self, text: str) -> str | None:
        """The tool that a part is plainly for, though no word of it tells, if it can be one's."""
        if steps.wants_file(text):
            return PROFILE
        tool = self._plainly(text) if steps.says("asks", text) else None
        return tool if tool in (*ASKS, FIGURES) and tool not in WHOLE else None

    def _tool(self, text: str, before: str | None = None, least: float = SURE) -> str | None:
        """The tool that an atom of the question asks for.

        Args:
            text: The atom.
            before: The tool of the one before it.
            least: Probability from which the router's choice stands where no word tells.
        """
        if before and self._adds(text):
            return None
        signs = [sign for sign in self.signs(text) if sign not in WHOLE]  # they are never a part
        if signs == [FIGURES] and before and self._belongs(text, before):
            return None
        if before in AHEAD and set(signs) <= set(AHEAD) and self._names_nothing(text):
            return None  # "is there an estimate?" asks for what the part before asked for
        if len(signs) == 1:
            return signs[0]
        if not signs and (not steps.says("asks", text) or steps.says("why", text)):
            return None
        route = self.route(text)
        if signs:
            return route.sure if route.sure in signs else signs[0]
        likeliest = kin(route.tools[0])
        if route.chance(*likeliest) < least or (likeliest[0] == FIGURES and cue("compare", text)):
            return None  # "against the month before" compares what the part before asked for
        return route.tools[0] if route.tools[0] in (*ASKS, FIGURES) else None

    def _adds(self, atom: str) -> bool:
        """Whether an atom asks nothing: a remark, how many are wanted, a time to hold against."""
        if steps.says("remark", atom) or self._standing.arranges(atom):
            return True
        if cue("compare", atom) and not self.lexicon.find(atom):
            return True
        if ONE.match(atom) and all(m.kind == "metric" for m in self.lexicon.find(atom)):
            return True  # "… and which one loses most" is of the same groups
        named = self.signs(atom) or self.lexicon.find(atom)
        return not named and counting.counted(atom) is not None

    def _names_nothing(self, text: str) -> bool:
        """Whether a few words name nothing of the store, no time and nobody."""
        if len(text) > FEW or self.lexicon.find(text) or cue("speaks_of_people", text):
            return False
        return not find_periods(text, self.lexicon.store.today)

    def _belongs(self, text: str, before: str) -> bool:
        """Whether a figure named beside another tool's question is a part of that question."""
        dated = find_periods(text, self.lexicon.store.today)
        if before == "find_opportunities":
            return not dated
        if before in OVERRULED:
            return not dated and not cue("interrogative", text)
        if before != "funnel":
            return before == "search_reviews" and steps.says("concern", text)
        named = {m.name for m in self.lexicon.find(text) if m.kind == "metric"}
        return not dated and bool(named) and named <= set(steps.declared()["stages"])

    @staticmethod
    def _next(question: str, place: int) -> int | None:
        return next((start for start, _ in steps.joints(question) if start > place), None)


def _are_sentences(parts: Sequence[Part]) -> bool:
    """Whether there are several, and each but the last ends as a question does."""
    return len(parts) > 1 and all(part.text.endswith(("?", "？")) for part in parts[:-1])


def _pieces(question: str, starts: Sequence[int]) -> list[str]:
    """The words of each part, without those that join it to the one before."""
    ends = [*starts[1:], None]
    return [steps.bare(question[a:b]) for a, b in zip(starts, ends, strict=True)]
