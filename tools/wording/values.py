"""The kinds of thing a sentence can mention, each knowing its unit but not its language."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, Field

Language = Literal["en", "zh"]
Unit = Literal["money", "count", "share", "rating", "days", "number", "probability"]


class _Frozen(BaseModel, frozen=True):
    """Values never change once computed."""


class Money(_Frozen):
    """An amount in the store's currency.

    Attributes:
        amount: How much.
        exact: Whether large amounts too are told to the last cent, as on a bill.
    """

    kind: Literal["money"] = "money"
    amount: float
    exact: bool = False


class Count(_Frozen):
    """A whole number of things."""

    kind: Literal["count"] = "count"
    n: int


class Share(_Frozen):
    """A part of a whole or a rate; `ratio` 0-1 is shown as a percentage."""

    kind: Literal["share"] = "share"
    ratio: float
    digits: int = Field(1, ge=0, le=4)


class Points(_Frozen):
    """A difference between two rates in percentage points; 0.012 is 1.2 points."""

    kind: Literal["points"] = "points"
    ratio: float


class Number(_Frozen):
    """A plain number with a fixed count of decimals (a rating, a ratio, a number of days)."""

    kind: Literal["number"] = "number"
    value: float
    digits: int = Field(1, ge=0, le=6)


class Day(_Frozen):
    """One calendar day in the store's time zone."""

    kind: Literal["day"] = "day"
    day: date


class Span(_Frozen):
    """The days from `first` to `last`, both counted, in the store's time zone."""

    kind: Literal["span"] = "span"
    first: date
    last: date


class Name(_Frozen):
    """What a thing is called in each language; `zh` falls back to `en`."""

    kind: Literal["name"] = "name"
    en: str
    zh: str | None = None

    def text(self, language: Language) -> str:
        """The name in `language`."""
        return (self.zh or self.en) if language == "zh" else self.en


class Quote(_Frozen):
    """Text from the store's data, repeated as it stands (a review, an id, a search term)."""

    kind: Literal["quote"] = "quote"
    text: str


Figurelike = Annotated[Money | Count | Share | Points | Number, Field(discriminator="kind")]


class Entry(_Frozen):
    """A thing with its figure, as a list tells them: "Headphones (¥1,200)"."""

    kind: Literal["entry"] = "entry"
    what: Name | Quote = Field(discriminator="kind")
    figure: Figurelike


Simple = Annotated[
    Entry | Money | Count | Share | Points | Number | Day | Span | Name | Quote,
    Field(discriminator="kind"),
]


class Listing(_Frozen):
    """Several values joined as the language joins them: "a, b and c", "a、b和c"."""

    kind: Literal["listing"] = "listing"
    items: tuple[Simple, ...]


Value = Annotated[
    Entry | Money | Count | Share | Points | Number | Day | Span | Name | Quote | Listing,
    Field(discriminator="kind"),
]


def of_unit(value: float, unit: Unit) -> Money | Count | Share | Number:
    """`value` as the kind of value that `unit` calls for."""
    match unit:
        case "money":
            return Money(amount=value)
        case "count":
            return Count(n=round(value))
        case "share" | "probability":
            return Share(ratio=value)
        case "days":
            return Number(value=value, digits=0)
        case "rating" | "number":
            return Number(value=value, digits=2)
