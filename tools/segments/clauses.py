"""One clause of a description, and the conditions it states."""

from dataclasses import dataclass, field

from tools.segments.rules import (
    All,
    Did,
    EventKind,
    FirstOrder,
    Not,
    Registered,
    Rule,
    Spend,
    Thing,
)

NOW = "last_30_days"
"""When carts were abandoned and accounts are new, where no time is told."""


@dataclass
class Clause:
    """One thing that is said to have been done, so far as it has been read."""

    verb: str = ""
    joiner: str = "and"
    negated: bool = False
    ever: bool = False
    nothing: str = ""  # what there was none of: "no" of what was told before, "no order"
    things: list[Thing] = field(default_factory=list)
    how: list[Thing] = field(default_factory=list)
    words: str | None = None
    low: float | None = None
    high: float | None = None
    counted: bool = False
    unit: str = ""
    strict: bool = False
    mean: bool = False
    period: str | None = None
    bare: bool = False  # the verb wants an object ("buy")
    led: bool = False  # the period stood before the verb
    start: int = 0
    end: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing has been read."""
        said = (
            self.verb,
            self.negated,
            self.things,
            self.how,
            self.words,
            self.counted,
            self.period,
        )
        return not any(said)

    def rules(self, period: str | None, currency: str) -> list[Rule]:
        """The conditions the clause states, over `period`; it has a verb."""
        match self.verb:
            case "spend":
                return [self._spend(period, currency)]
            case "first" | "registered" | "newly":
                when = period or NOW
                first = self.verb == "first"
                return self._said(FirstOrder(period=when) if first else Registered(period=when))
            case "repeat":
                most = 1 if self.negated else None
                fewest = 1 if self.negated else max(2, int(self.low or 2))
                return [Did(event="order", at_least=fewest, at_most=most, period=period)]
            case "abandon":
                when = period or NOW
                left = Did(event="cart", things=tuple(self.things), period=when)
                none = Did(event="order", at_least=0, at_most=0, period=when)
                return self._said(All(rules=(left, none))) if self.negated else [left, none]
            case verb:
                return [self._did(verb, period)]

    def _said(self, rule: Rule) -> list[Rule]:
        return [Not(rule=rule) if self.negated else rule]

    def _spend(self, period: str | None, currency: str) -> Rule:
        """An amount; "not over 500" is 500 or less."""
        low, high, strict = self.low, self.high, self.strict
        turned = self.negated and (low is None or high is None)
        if turned:
            low, high, strict = high, low, not strict
        rule = Spend(
            per_order=self.mean,
            at_least=None if strict else low,
            above=low if strict else None,
            at_most=None if strict else high,
            below=high if strict else None,
            currency=currency,
            period=period,
        )
        return Not(rule=rule) if self.negated and not turned else rule

    def _did(self, verb: str, period: str | None) -> Did:
        """An event; "not three times or more" is twice at most."""
        event: EventKind = verb  # type: ignore[assignment]  # the verbs left are events
        if event in ("purchase", "order"):
            event = "purchase" if self.things else "order"
        low = 1 if self.low is None and self.high is None else int(self.low or 0)
        high = None if self.high is None else int(self.high)
        if self.negated and low == 0 and high is not None:
            low, high = high + 1, None
        elif self.negated:
            low, high = 0, max(0, low - 1)
        return Did(
            event=event,
            things=(*self.things, *self.how),
            words=self.words,
            at_least=low,
            at_most=high,
            period=period,
        )
