"""The answer: sentences that code wrote, chosen and ordered by the model.

A fact is said verbatim or not at all, so an answer cannot hold a wrong figure. The first sentence
is always the result's direct answer; a claim brings the caveats it needs with it.
"""

from collections.abc import Iterator, Sequence

from assistant.llm.grammar import lines_grammar
from tools.wording.statements import Fact

MAX_CHOSEN = 3
"""Most sentences after the first that the model may choose."""
MAX_OFFERED = 8
"""Most sentences the model chooses among; the rest stay in the table beside the answer."""


def lead(facts: Sequence[Fact]) -> Fact:
    """The sentence that answers first: the first marked `answer`, else the first of all."""
    return next((fact for fact in facts if fact.role == "answer"), facts[0])


def offered(facts: Sequence[Fact]) -> list[Fact]:
    """The sentences the model may choose among after the lead, each once, in order.

    One whose figures the lead already gave would only repeat it, and is not offered.
    """
    first = lead(facts)
    said = {figure.text for figure in first.figures}
    distinct = {
        fact.text: fact
        for fact in facts
        if fact != first
        and fact.message not in first.needs
        and not (fact.figures and said.issuperset(figure.text for figure in fact.figures))
    }
    return list(distinct.values())[:MAX_OFFERED]


def with_needs(chosen: Sequence[Fact], facts: Sequence[Fact]) -> list[Fact]:
    """`chosen` with each sentence followed by those it must not be said without."""
    said: list[Fact] = []
    for fact in chosen:
        needed = [other for other in facts if other.message in fact.needs]
        said += [one for one in (fact, *needed) if one not in said]
    return said


def grammar(options: Sequence[Fact]) -> str:
    """Lark grammar of one to `MAX_CHOSEN` lines, each one of `options` verbatim, none twice."""
    return lines_grammar([_line(fact) for fact in options], MAX_CHOSEN)


class Lines:
    """Reads the model's choice as it is written, one option a line.

    Args:
        options: What the model may say; see `grammar`.
    """

    def __init__(self, options: Sequence[Fact]) -> None:
        self._by_line = {_line(fact): fact for fact in options}
        self._text = ""

    def add(self, piece: str) -> Iterator[Fact]:
        """The options whose lines `piece` completes."""
        *lines, self._text = (self._text + piece).split("\n")
        yield from (self._by_line[line] for line in lines if line in self._by_line)

    def rest(self) -> Iterator[Fact]:
        """The option on the last line; none when the text was cut off in the middle of it."""
        yield from self.add("\n")


def _line(fact: Fact) -> str:
    """The fact on one line: a quoted review may hold line breaks."""
    return " ".join(fact.text.split())
