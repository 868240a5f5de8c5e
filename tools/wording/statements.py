"""A statement is a sentence before it has a language; a fact is one that has."""

from typing import Literal

from pydantic import BaseModel, Field

from tools.wording.values import Value

Role = Literal["answer", "highlight", "caveat"]


class Statement(BaseModel, frozen=True):
    """One true sentence: a message of the catalogues and the values it mentions.

    Attributes:
        message: Message id in `tools/wording/<language>/*.ftl`.
        role: `answer` is the direct answer, `highlight` what stands out, `caveat` what must be
            known to read the others rightly.
        values: What the message's placeables stand for. A figure is stated with its unit here, so
            no sentence ever holds a number that code did not compute.
        needs: Message ids of statements in the same result that must be said when this one is
            (an estimate and its interval, a claim and its caveat).
    """

    message: str
    role: Role
    values: dict[str, Value] = Field(default_factory=dict)
    needs: tuple[str, ...] = ()


class Figure(BaseModel, frozen=True):
    """A number as a sentence shows it and as code computed it (a share of 12.3 % is 0.123)."""

    text: str
    value: float


class Fact(BaseModel, frozen=True):
    """A statement said in one language.

    Attributes:
        message: Message id it was rendered from.
        role: As in `Statement`.
        text: The whole sentence.
        figures: Every number in it.
        needs: As in `Statement`.
    """

    message: str
    role: Role
    text: str
    figures: tuple[Figure, ...] = ()
    needs: tuple[str, ...] = ()
