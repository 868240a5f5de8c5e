"""The sentences an answer may hold: those said first, and those to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from assistant.turn import ToolCall
from tools.wording.speaker import Speaker
from tools.wording.statements import Fact
from tools.wording.values import Language, Span

MAX_OFFERED = 5
"""Most sentences the model chooses among; the rest stay in the table beside the answer."""

MAX_OFFERED_TOGETHER = 3
"""The same for a turn of several calls, whose leads say most of it."""
ROLES = ("answer", "highlight", "caveat")
"""What a sentence is for, in the order in which sentences are offered."""


@dataclass(frozen=True)
class Offers:
    """What the calls of a turn give an answer to say.

    Attributes:
        leads: Said first whatever the model does: the direct answer of each call with what it
            needs, in the order of the calls; of a call that failed, why.
        options: What may be said besides, the best first.
        facts: Every sentence of each call.
        span: The period that all calls are about, as the sentences name it; empty when several.
    """

    leads: tuple[Fact, ...]
    options: tuple[Fact, ...]
    facts: tuple[tuple[Fact, ...], ...]
    span: str = ""

    @classmethod
    def of(cls, calls: Sequence[ToolCall], language: Language) -> "Offers":
        """The sentences of `calls`: every lead, and of the options a fair share of each call."""
        results = tuple(call.result.facts(language) if call.result else () for call in calls)
        leads: list[Fact] = []
        for call, facts in zip(calls, results, strict=True):
            if call.error:
                leads.append(Fact(message="error", role="answer", text=call.error))
            elif facts:
                leads += [one for one in with_needs(lead(facts), facts) if one not in leads]
        turns = zip_longest(*(offered(facts, leads) for facts in results if facts))
        options = dict.fromkeys(fact for fact in chain(*turns) if fact)
        most = MAX_OFFERED if len(results) == 1 else MAX_OFFERED_TOGETHER
        return cls(tuple(leads), tuple(options)[:most], results, _span(calls, language))

    def with_needs(self, fact: Fact) -> list[Fact]:
        """`fact`, and after it what it must not be said without."""
        return next((with_needs(fact, facts) for facts in self.facts if fact in facts), [fact])


def lead(facts: Sequence[Fact]) -> Fact:
    """The sentence that answers first: the first marked `answer`, else the first of all."""
    return next((fact for fact in facts if fact.role == "answer"), facts[0])


def offered(facts: Sequence[Fact], said: Sequence[Fact]) -> list[Fact]:
    """The sentences of one result that may follow those `said`, each once, answers first.

    One whose figures were all said already would only repeat them, and is not offered; nor is a
    caveat that some claim brings along.
    """
    figures = {figure.text for fact in said for figure in fact.figures}
    texts = {fact.text for fact in said}
    brought = {message for fact in facts for message in fact.needs}
    new = [
        fact
        for fact in facts
        if fact.text not in texts
        and fact.message not in brought
        and not (fact.figures and figures.issuperset(figure.text for figure in fact.figures))
    ]
    return sorted(new, key=lambda fact: ROLES.index(fact.role))


def with_needs(fact: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """`fact`, and after it those of `facts` that it must not be said without."""
    needed = [other for other in facts if other.message in fact.needs and other != fact]
    return list(dict.fromkeys((fact, *needed)))


def _span(calls: Sequence[ToolCall], language: Language) -> str:
    periods = {call.result.provenance.period for call in calls if call.result} - {None}
    spans = [Span(first=period[0], last=period[1]) for period in periods if period]
    return Speaker(language).say(spans[0]) if len(spans) == 1 else ""
