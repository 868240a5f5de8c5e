"""What is understood of a description, put together into rules."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tools.errors import ToolError
from tools.metrics.dimensions import DIMENSIONS
from tools.segments import earlier
from tools.segments.clauses import Clause
from tools.segments.rules import (
    All,
    AnyOf,
    Attribute,
    Consent,
    Coupons,
    Did,
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
from tools.segments.tokens import SAME, THEN, Token
from tools.wording.values import Quote

if TYPE_CHECKING:
    from tools.segments.ordering import Understood


class Assembler:
    """Puts the tokens of one description together.

    Conditions are joined by "and", and "or" binds tighter: "women who bought or viewed dresses" are
    women who did one of both. A time told before the first verb holds for all that follows; "but
    not" holds over the time of what goes before, "never" over all time.
    """

    def __init__(self, text: str, currency: str, after: Callable[[str], str | None]) -> None:
        self.text = text
        self.currency = currency
        self.after = after
        self.attributes: dict[tuple[str, bool], list[Thing]] = {}
        self.done: list[tuple[str, Rule]] = []
        self.last: Did | None = None
        self.leading: str | None = None
        self.before: str | None = None  # period of the clause before
        self.clause = Clause()

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

    @property
    def _done_last(self) -> Rule | None:
        return self.done[-1][1] if self.done else None

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
            case "thing" | "back":
                self._thing(one)
            case "verb":
                self._verb(token.value)
                self.clause.bare = self._word(one) in earlier.BUYING
            case "amount" | "count":
                self._number(token)
            case "period":
                self._period(token.value)
            case "not":
                self._not(token.value == "ever")
            case "nothing":
                clause.negated |= token.value != "any"
                clause.nothing = token.value if token.value != "any" else ""
                clause.bare = False
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
        plain = not (self.clause.counted or self.clause.period or self.clause.negated)
        if self.clause.verb == "visit" and self.clause.how and plain:
            self.clause.verb = ""  # "used the app to order": how it was done
        if self.clause.verb:
            self._flush("and")
        self.clause.verb = verb
        self.clause.led = self.clause.period is not None

    def _period(self, token: str) -> None:
        clause = self.clause
        if token == SAME:
            known = self.before or self.leading
            if clause.period is None and known is not None:
                clause.period = known
            return
        if token == THEN:
            if clause.period is not None and not clause.verb:
                return  # "not again in the last 60 days" tells the time
            if clause.verb and not clause.negated:
                self._flush("and")
        if clause.verb and clause.period and clause.led:
            self._flush("and")
        self.clause.period = token

    def _thing(self, one: "Understood") -> None:
        if one.token.value:
            self.clause.words = one.token.value
            return
        if one.token.kind == "back":
            known = earlier.meant(self._word(one), self.last, self.done)
            self.clause.things += [thing for thing in known if thing.dimension not in HOW]
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

    def _word(self, one: "Understood") -> str:
        return self.text[one.token.start : one.token.end].lower()

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
                ago = Recency(at_least=low, at_most=high)
                self.done.append((joiner, Not(rule=ago) if negated else ago))
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
        clause, self.clause = self.clause, Clause(joiner=joiner)
        if clause.empty:
            self.clause.joiner = "or" if "or" in (clause.joiner, joiner) else "and"
            return
        if not clause.verb and not self._lent_verb(clause):
            return
        for rule in self._built(clause):
            self.done.append((clause.joiner, rule))
            clause.joiner = "and"

    def _lent_verb(self, clause: Clause) -> bool:
        """Give a clause without a verb the one it means; `False` where it states nothing itself."""
        if clause.nothing:
            said_before = clause.nothing == "no" and self.last is not None
            clause.verb = self.last.event if said_before and self.last else "order"
            return True
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
            of_last = self.last is not None and clause.negated and earlier.tells_how(self.last)
            clause.verb = self.last.event if self.last and of_last else "visit"
            return True
        if clause.period and clause.negated and self.last is not None:
            clause.verb, clause.things = self.last.event, list(self.last.things)
            return True
        if clause.period and not clause.negated:
            self._late(clause.period)
            return False
        raise ToolError("segments-not-understood", words=self._quoted(clause))

    def _widened(self, clause: Clause) -> bool:
        """Add the things of a clause to the one before: "bought dresses or shoes"."""
        last = self._done_last
        if not isinstance(last, Did) or last.at_most == 0:
            return False
        if {t.dimension for t in clause.things} != {t.dimension for t in last.things}:
            return False
        period = clause.period or last.period
        wider = last.model_copy(update={"things": (*last.things, *clause.things), "period": period})
        self.done[-1] = (self.done[-1][0], wider)
        self.last, self.before = wider, period
        return True

    def _late(self, period: str) -> None:
        """A time told by itself: of the clause before if that has none, else of what follows."""
        last = self._done_last
        if isinstance(last, Did | Spend) and last.period is None:
            self.done[-1] = (self.done[-1][0], last.model_copy(update={"period": period}))
            self.before = period
        else:
            self.leading = period

    def _built(self, clause: Clause) -> list[Rule]:
        """The conditions a clause with a verb states."""
        if clause.period == THEN and self._once_only(clause):
            return []
        if clause.led:
            self.leading = clause.period
        period = clause.period or (
            None if earlier.turns_back(clause, self.last, self.leading) else self.leading
        )
        if earlier.belongs_to_spend(clause, self._done_last):
            period = self.before
        if clause.negated and not clause.ever:
            period = period or self.before
        if clause.ever:
            period = clause.period
        if clause.verb in ("first", "registered") and period is None:
            return self._undated(clause)
        clause.things += earlier.left_open(clause, self.last)
        rules = clause.rules(period, self.currency)
        if lent := earlier.lent_time(clause, self._done_last):
            self.done[-1] = (self.done[-1][0], lent)
        did = next((rule for rule in rules if isinstance(rule, Did)), None)
        self.last, self.before = did or self.last, did.period if did else period
        if isinstance(rules[0], Registered):
            self.before = None  # nobody asks who ordered only while signing up
        return rules

    def _undated(self, clause: Clause) -> list[Rule]:
        """Of those who signed up, without a time, everyone with an account; no other is dated."""
        if clause.verb == "first":
            raise ToolError("segments-not-understood", words=self._quoted(clause))
        return []

    def _once_only(self, clause: Clause) -> bool:
        """Settle the time after what was told before; whether that only limits how often it was.

        "Ordered once and never again" is one order; "first ordered in May and not since" as well.
        """
        clause.led = False
        before = self.before if self.before is not None else self.leading
        last = self._done_last
        ordered = clause.negated and clause.verb in ("order", "purchase") and not clause.things
        if ordered and isinstance(last, FirstOrder):
            self.done.append(("and", Did(event="order", at_least=1, at_most=1)))
            return True
        bare = isinstance(last, Did) and last.event == "order" and last.at_most != 0
        if ordered and isinstance(last, Did) and bare and last.period is None and not last.things:
            self.done[-1] = (self.done[-1][0], last.model_copy(update={"at_most": last.at_least}))
            return True
        clause.period = None if before is None else self.after(before)
        if clause.period is None:
            raise ToolError("segments-not-understood", words=self._quoted(clause))
        return False

    def _quoted(self, clause: Clause) -> Quote:
        words = self.text[clause.start : clause.end].strip(" ,，")
        return Quote(text=words or self.text)
