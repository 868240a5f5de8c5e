"""What a scan finds: what to do, what it may bring, and on which grounds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tools.prediction.customers.words import LANGUAGES
from tools.wording.speaker import Speaker
from tools.wording.statements import Role, Statement
from tools.wording.values import Count, Money, Name, Quote, Value

Focus = Literal["funnel", "sales", "segments", "stock", "prices", "reviews", "returns", "seasons"]
HORIZON = 30  # days ahead that a gain is told for


@dataclass(frozen=True)
class Gain:
    """Expected over the next `HORIZON` days, store currency, and its 95 % interval."""

    value: float
    low: float
    high: float

    def times(self, factor: float) -> "Gain":
        """The same for `factor` (at least 0) times as much."""
        return Gain(self.value * factor, self.low * factor, self.high * factor)


@dataclass(frozen=True)
class Opportunity:
    """One thing to do.

    Attributes:
        focus: Scan that found it.
        kind: Stem of its messages: `opportunity-<kind>` says what was found and what the gain
            rests on, `-name` is its heading, `-next` what to do.
        values: What the messages mention.
        gain: What it may bring; profit where costs are known, else revenue.
        more: Tool that shows more, with its arguments.
        p: One-sided p-value that what was found is chance; `None` where the gain's own interval
            says it.
    """

    focus: Focus
    kind: str
    values: Mapping[str, Value]
    gain: Gain
    more: str
    p: float | None = None

    @property
    def subject(self) -> Value | None:
        """The group or item it is about; `None` where it is about several."""
        return self.values.get("group") or self.values.get("item")

    def told(self, part: Literal["", "-name", "-next"], role: Role, basis: str) -> Statement:
        """One of its messages as a statement."""
        gain: dict[str, Value] = {
            "gain": Money(amount=self.gain.value),
            "low": Money(amount=self.gain.low),
            "high": Money(amount=self.gain.high),
            "days": Count(n=HORIZON),
            "basis": Quote(text=basis),
        }
        message = f"opportunity-{self.kind}{part}"
        return Statement(message=message, role=role, values={**self.values, **gain})

    def worded(self, part: Literal["", "-name", "-next"], basis: str, currency: str) -> Name:
        """One of its messages in both languages, for a cell."""
        statement = self.told(part, "highlight", basis)
        said = {each: Speaker(each, currency).fact(statement).text for each in LANGUAGES}
        return Name(en=said["en"], zh=said["zh"])
