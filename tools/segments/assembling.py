"""What is understood of a description, put together into rules."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tools.errors import ToolError
from tools.metrics.dimensions import DIMENSIONS
from tools.segments.rules import (
    All,
    AnyOf,
    Attribute,
    Consent,
    Coupons,
    Did,
    EventKind,
    FirstOrder,
    InSegment,
    Not,
    Recency,
    Registered,
    Rule,
    Spend,
    Thing,
)
from tools.segments.saying import HOW
from tools.segments.tokens import Token
from tools.wording.values import Quote

if TYPE_CHECKING:
    from tools.segments.reading import Understood

ABANDONED = "last_30_days"
"""When carts were abandoned, where no time is told."""


@dataclass
class _Clause:
    """One thing that is said to have been done, so far as it has been read."""

    verb: str = ""
    joiner: str = "and"
    negated: bool = False
    ever: bool = False
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
    led: bool = False  # the period stood before the verb
    start: int = 0
    end: int = 0

    @property
    def empty(self) -> bool:
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


class Assembler:
    """Puts the tokens of one description together.

    Conditions are joined by "and", and "or" binds tighter: "women who bought or viewed dresses" are
    women who did one of both. A time told before the first verb holds for all that follows; "but
    not" holds over the time of what goes before, "never" over all time.
    """

    def __init__(self, text: str, currency: str) -> None:
        self.text = text
        self.currency = currency
        self.attributes: dict[tuple[str, bool], list[Thing]] = {}
        self.done: list[tuple[str, Rule]] = []
        self.last: Did | None = None
        self.leading: str | None = None
        self.before: str | None = None  # period of the clause before
        self.clause = _Clause()

    def rules(self, found: "Sequence[Understood]") -> Rule:
        """The rules of a description.

        Raises:
            ToolError: If it has no condition, or something stands alone that means none.
        """
        for one in found:
            self._take(one)
        self._flush("and")
        attributes = [
            Attribute(values=tuple(things), negated=negated)
            for (_, negated), things in self.attributes.items()
        ]
        rules: list[Rule] = [*attributes, *self._joined()]
        if not rules:
            raise ToolError("segments-nothing-said")
        return rules[0] if len(rules) == 1 else All(rules=tuple(rules))

    def _joined(self) -> list[Rule]:
        """The conditions done, those joined by "or" as one."""
        groups: list[list[Rule]] = []
        for joiner, rule in self.done:
            if joiner == "or" and groups:
                groups[-1].append(rule)
            else:
                groups.append([rule])
        return [g[0] if len(g) == 1 else AnyOf(rules=tuple(g)) for g in groups]

    def _take(self, one: "Understood") -> None:
        token, clause = one.token, self.clause
        match token.kind:
            case "thing":
                self._thing(one)
            case "verb":
                self._verb(token.value)
            case "amount" | "count":
                self._number(token)
            case "period":
                self._period(token.value)
            case "not":
                self._not(token.value == "ever")
            case "nothing":
                clause.negated |= token.value == "no"
            case "join":
                self._flush(token.value)
            case "recency" | "consent" | "segment" | "coupon":
                self._alone(one)
        self.clause.start = self.clause.start or token.start
        self.clause.end = token.end

    def _number(self, token: Token) -> None:
        if token.kind == "amount":
            self._verb("spend")
        else:
            self.clause.counted, self.clause.unit = True, token.value
        self.clause.low, self.clause.high = token.low, token.high
        self.clause.strict, self.clause.mean = token.strict, token.value == "mean"

    def _not(self, ever: bool) -> None:
        if self.clause.verb:
            self._flush("and")
        self.clause.negated = True
        self.clause.ever |= ever

    def _verb(self, verb: str) -> None:
        if self.clause.verb:
            self._flush("and")
        self.clause.verb = verb
        self.clause.led = self.clause.period is not None

    def _period(self, token: str) -> None:
        clause = self.clause
        if clause.verb and clause.period and clause.led:
            self._flush("and")
        self.clause.period = token

    def _thing(self, one: "Understood") -> None:
        if not one.things:
            self.clause.words = one.token.value
            return
        for thing in one.things:
            if DIMENSIONS[thing.dimension].home == "users":
                negated = self.clause.negated and not self.clause.verb
                self.attributes.setdefault((thing.dimension, negated), []).append(thing)
                if negated and thing is one.things[-1]:
                    self.clause.negated = False
            elif thing.dimension in HOW:
                self.clause.how.append(thing)
            else:
                self.clause.things.append(thing)

    def _alone(self, one: "Understood") -> None:
        """Conditions that need no verb."""
        token, negated = one.token, self.clause.negated and not self.clause.verb
        if self.clause.verb:
            self._flush("and")
        joiner = self.clause.joiner
        match token.kind:
            case "recency":
                low = int(token.low or 0)
                high = None if token.high is None else int(token.high)
                self.done.append((joiner, Recency(at_least=low, at_most=high)))
            case "consent":
                self.done.append((joiner, Consent(given=not negated)))
            case "coupon":
                used = Coupons()
                self.done.append((joiner, Not(rule=used) if negated else used))
            case _ if one.segment is not None:
                label = one.segment.label
                rule = InSegment(segment=one.segment.id, en=label.en, zh=label.zh, negated=negated)
                self.done.append((joiner, rule))
        if negated:
            self.clause.negated = self.clause.ever = False

    def _flush(self, joiner: str) -> None:
        """End the clause; the next is joined to it by `joiner`."""
        clause, self.clause = self.clause, _Clause(joiner=joiner)
        if clause.empty:
            self.clause.joiner = "or" if "or" in (clause.joiner, joiner) else "and"
            return
        if not clause.verb and not self._lent_verb(clause):
            return
        for rule in self._built(clause):
            self.done.append((clause.joiner, rule))
            clause.joiner = "and"

    def _lent_verb(self, clause: _Clause) -> bool:
        """Give a clause without a verb the one it means; `False` where it states nothing itself."""
        if clause.counted and (clause.unit or not clause.things) and not clause.how:
            clause.verb = clause.unit or (self.last.event if self.last else "")
            if clause.verb:
                return True
        if clause.things or clause.words:
            if self.last is None:
                raise ToolError("segments-thing-alone", what=self._quoted(clause))
            if clause.joiner == "or" and not clause.negated and self._widened(clause):
                return False
            clause.verb = self.last.event
            clause.period = clause.period or (None if clause.ever else self.last.period)
            return True
        if clause.how:
            clause.verb = "visit"
            return True
        if clause.period and not clause.negated:
            self._late(clause.period)
            return False
        raise ToolError("segments-not-understood", words=self._quoted(clause))

    def _widened(self, clause: _Clause) -> bool:
        """Add the things of a clause to the one before: "bought dresses or shoes"."""
        last = self.done[-1][1] if self.done else None
        if not isinstance(last, Did) or last.at_most == 0:
            return False
        if {t.dimension for t in clause.things} != {t.dimension for t in last.things}:
            return False
        period = clause.period or last.period
        wider = last.model_copy(update={"things": (*last.things, *clause.things), "period": period})
        self.done[-1] = (self.done[-1][0], wider)
        self.last = wider
        return True

    def _late(self, period: str) -> None:
        """A time told by itself: of the clause before if that has none, else of what follows."""
        last = self.done[-1][1] if self.done else None
        if isinstance(last, Did | Spend) and last.period is None:
            self.done[-1] = (self.done[-1][0], last.model_copy(update={"period": period}))
            self.before = period
        else:
            self.leading = period

    def _built(self, clause: _Clause) -> list[Rule]:
        """The conditions a clause with a verb states."""
        if clause.led:
            self.leading = clause.period
        period = clause.period or self.leading
        if clause.negated and not clause.ever:
            period = period or self.before
        if clause.ever:
            period = clause.period
        self.before = period
        match clause.verb:
            case "spend":
                return [self._spend(clause, period)]
            case "first" | "registered":
                return [self._dated(clause, period)]
            case "abandon":
                when = self.before = period or ABANDONED
                none = Did(event="order", at_least=0, at_most=0, period=when)
                things = tuple(clause.things)
                return [Did(event="cart", things=things, period=when), none]
            case verb:
                return [self._did(clause, verb, period)]

    def _dated(self, clause: _Clause, period: str | None) -> Rule:
        if period is None:
            raise ToolError("segments-not-understood", words=self._quoted(clause))
        return FirstOrder(period=period) if clause.verb == "first" else Registered(period=period)

    def _spend(self, clause: _Clause, period: str | None) -> Spend:
        low, high = clause.low, clause.high
        if clause.negated:  # not over 500: 500 or less
            low, high, strict = high, low, not clause.strict
        else:
            strict = clause.strict
        bounds = {
            "above" if strict else "at_least": low,
            "below" if strict else "at_most": high,
        }
        return Spend(per_order=clause.mean, currency=self.currency, period=period, **bounds)

    def _did(self, clause: _Clause, verb: str, period: str | None) -> Did:
        event: EventKind = verb  # type: ignore[assignment]  # the verbs left are events
        if event in ("purchase", "order"):
            event = "purchase" if clause.things else "order"
        low = 1 if clause.low is None and clause.high is None else int(clause.low or 0)
        high = None if clause.high is None else int(clause.high)
        if clause.negated:
            low, high = 0, max(0, low - 1)
        made = Did(
            event=event,
            things=(*clause.things, *clause.how),
            words=clause.words,
            at_least=low,
            at_most=high,
            period=period,
        )
        self.last = made
        return made

    def _quoted(self, clause: _Clause) -> Quote:
        words = self.text[clause.start : clause.end].strip(" ,，")
        return Quote(text=words or self.text)
