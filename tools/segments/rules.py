"""What makes someone belong to a segment: typed conditions that can be stored, edited and said.

A condition's `period` is a token that `tools.periods.resolve` reads ("last_14_days", "this_year",
"2026-10"), counted back from the day the segment is looked at; `None` means ever.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from tools.wording.values import Name

EventKind = Literal[
    "view", "search", "cart", "remove", "wishlist", "purchase", "return", "visit", "order"
]
"""What someone did: a type of event, a `visit` (any event at all) or an `order` placed."""


class _Condition(BaseModel):
    """Conditions never change once written; a misspelt field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Thing(_Condition):
    """One value of a dimension of this store, with what it is called.

    Attributes:
        dimension: Name of the dimension (`tools.metrics.dimensions`).
        value: The value as it lies in the data.
        en: What it is called in English, where that differs from the value.
        zh: What it is called in Chinese, where it has such a name.
    """

    dimension: str
    value: str
    en: str | None = None
    zh: str | None = None

    @property
    def name(self) -> Name:
        """What it is called in each language."""
        return Name(en=self.en or self.value, zh=self.zh)


class Attribute(_Condition):
    """Someone with (or with `negated` without) one of the values of a column of the users table."""

    kind: Literal["attribute"] = "attribute"
    values: tuple[Thing, ...] = Field(min_length=1)
    negated: bool = False


class Did(_Condition):
    """Someone who did a thing at least and at most so often.

    Attributes:
        event: What was done.
        things: What it concerned: values of one dimension are alternatives, values of several
            (a category, a channel) must all be met by the same event.
        words: Text that the search phrase contains, for searches.
        at_least: Fewest times.
        at_most: Most times; 0 means never.
        period: When.
    """

    kind: Literal["did"] = "did"
    event: EventKind
    things: tuple[Thing, ...] = ()
    words: str | None = None
    at_least: int = Field(1, ge=0)
    at_most: int | None = Field(None, ge=0)
    period: str | None = None


class Spend(_Condition):
    """Someone whose orders came to so much, in the store's currency.

    Attributes:
        per_order: Whether the mean of an order counts, in place of the sum.
        at_least: Least amount.
        above: Amount that must be exceeded.
        at_most: Largest amount.
        below: Amount that must not be reached.
        currency: ISO 4217 code of the amounts.
        period: When.
    """

    kind: Literal["spend"] = "spend"
    per_order: bool = False
    at_least: float | None = Field(None, ge=0)
    above: float | None = Field(None, ge=0)
    at_most: float | None = Field(None, ge=0)
    below: float | None = Field(None, ge=0)
    currency: str = "USD"
    period: str | None = None


class Recency(_Condition):
    """Someone whose last order is so many days ago (0 is today); never met without an order."""

    kind: Literal["recency"] = "recency"
    at_least: int = Field(0, ge=0)
    at_most: int | None = Field(None, ge=0)


class FirstOrder(_Condition):
    """Someone whose first order was placed in `period`."""

    kind: Literal["first_order"] = "first_order"
    period: str


class Registered(_Condition):
    """Someone who opened an account in `period`."""

    kind: Literal["registered"] = "registered"
    period: str


class Consent(_Condition):
    """Someone who agreed to receive marketing, or did not."""

    kind: Literal["consent"] = "consent"
    given: bool = True


class Coupons(_Condition):
    """Someone of whose orders at least one, and at least this share (0-1), used a coupon."""

    kind: Literal["coupons"] = "coupons"
    share: float = Field(0, ge=0, le=1)


class InSegment(_Condition):
    """Someone in (or with `negated` not in) the segment with this id."""

    kind: Literal["segment"] = "segment"
    segment: str
    en: str | None = None
    zh: str | None = None
    negated: bool = False

    @property
    def name(self) -> Name:
        """What the segment is called in each language."""
        return Name(en=self.en or self.segment, zh=self.zh)


class All(_Condition):
    """Someone who meets every one of `rules`."""

    kind: Literal["all"] = "all"
    rules: tuple["Rule", ...]


class AnyOf(_Condition):
    """Someone who meets at least one of `rules`."""

    kind: Literal["any"] = "any"
    rules: tuple["Rule", ...] = Field(min_length=1)


class Not(_Condition):
    """Someone who does not meet `rule`."""

    kind: Literal["not"] = "not"
    rule: "Rule"


Rule = Annotated[
    Attribute
    | Did
    | Spend
    | Recency
    | FirstOrder
    | Registered
    | Consent
    | Coupons
    | InSegment
    | All
    | AnyOf
    | Not,
    Field(discriminator="kind"),
]
"""Any condition."""

All.model_rebuild()
AnyOf.model_rebuild()
Not.model_rebuild()


def things_of(rule: Rule) -> tuple[Thing, ...]:
    """Every value of the store that `rule` names."""
    match rule:
        case All(rules=rules) | AnyOf(rules=rules):
            return tuple(thing for inner in rules for thing in things_of(inner))
        case Not(rule=inner):
            return things_of(inner)
        case Attribute(values=things) | Did(things=things):
            return things
        case _:
            return ()
