"""The answer to a customer: a greeting, what is said in which order, what she is asked next.

Everything said is a statement of the catalogues, so an answer can be told again in another language
or another tone without a word made up.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from assistant.service.turns import Citation
from assistant.turn import ToolCall
from tools.wording.speaker import Speaker
from tools.wording.statements import Statement

Place = Literal["opening", "feeling", "fact", "ask", "closing"]
Style = Literal["usual", "shorter", "warmer", "formal"]

FIRST: tuple[Place, ...] = ("opening", "feeling")
LAST: tuple[Place, ...] = ("ask", "closing")
ONE_PARAGRAPH: dict[str, int] = {"en": 220, "zh": 80}
"""Characters up to which an answer stays one paragraph."""
KEPT: dict[Style, tuple[Place, ...]] = {
    "usual": ("opening", "feeling", "fact", "ask", "closing"),
    "shorter": ("fact", "ask"),
    "warmer": ("opening", "feeling", "fact", "ask", "closing"),
    "formal": ("opening", "feeling", "fact", "ask", "closing"),
}


@dataclass(frozen=True)
class Part:
    """A sentence and its place; facts of one group are one paragraph."""

    place: Place
    statement: Statement
    group: int = 0


@dataclass
class Draft:
    """An answer under way: its parts, the calls behind them, and what it cites."""

    parts: list[Part] = field(default_factory=list)
    calls: list[ToolCall] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    group: int = 0

    def say(self, place: Place, *statements: Statement) -> None:
        """Add sentences, each once."""
        for statement in statements:
            if all(part.statement != statement for part in self.parts):
                self.parts.append(Part(place, statement, self.group))

    def cite(self, citation: Citation) -> None:
        """Name a source, once."""
        if citation not in self.citations:
            self.citations.append(citation)

    def has(self, place: Place) -> bool:
        """Whether something stands at `place`."""
        return any(part.place == place for part in self.parts)


def line(message: str, **values: object) -> Statement:
    """A sentence of talk: no figure, no claim."""
    return Statement.model_validate({"message": message, "role": "highlight", "values": values})


def pieces(draft: Draft, speaker: Speaker, style: Style = "usual") -> Iterator[str]:
    """The answer's text, paragraph by paragraph; put together they are the whole answer.

    Args:
        draft: The answer.
        speaker: Says it in the customer's language.
        style: How it is said.
    """
    found = [text for text in _paragraphs(draft, speaker, KEPT[style]) if text]
    short = sum(map(len, found)) <= ONE_PARAGRAPH[speaker.language] and style != "formal"
    between = ("" if speaker.language == "zh" else " ") if short else "\n\n"
    for n, paragraph in enumerate(found):
        yield f"{between}{paragraph}" if n else paragraph


def _paragraphs(draft: Draft, speaker: Speaker, kept: tuple[Place, ...]) -> Iterator[str]:
    between = "" if speaker.language == "zh" else " "

    def told(places: tuple[Place, ...], group: int | None = None) -> str:
        ordered = [
            part
            for place in places
            for part in draft.parts
            if part.place == place and place in kept and group in (None, part.group)
        ]
        return between.join(speaker.fact(part.statement).text for part in ordered)

    yield told(FIRST)
    for group in range(draft.group + 1):
        yield told(("fact",), group)
    yield told(LAST)
