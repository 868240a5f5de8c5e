"""Rules in plain words: "women; viewed Dresses twice or more in the last 14 days; …"."""

import re
from datetime import date

from tools.periods import resolve
from tools.periods.calendar import NAMED, ROLLING
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
from tools.wording.speaker import Speaker
from tools.wording.values import Count, Language, Money, Share, Span

HOW = ("channel", "device", "campaign")
"""Dimensions that say how something was done, not what it concerned."""


def description(rule: Rule, language: Language) -> str:
    """`rule` in plain words."""
    return _Saying(language).rule(rule)


class _Saying:
    """Says rules in one language."""

    def __init__(self, language: Language) -> None:
        self.speaker = Speaker(language)
        self.language = language

    def rule(self, rule: Rule) -> str:
        """Any rule."""
        match rule:
            case All(rules=()):
                return self._put("segments-rule-everyone")
            case All(rules=rules):
                return self._put("segments-rule-then").join(self._nested(r) for r in rules)
            case AnyOf(rules=rules):
                return self._put("segments-rule-or").join(self._nested(r) for r in rules)
            case Not(rule=inner):
                return self._put("segments-rule-not", rule=self.rule(inner))
            case Did():
                return self._did(rule)
            case Spend():
                return self._spend(rule)
            case Recency(at_least=low, at_most=high):
                return self._put("segments-rule-recency", **self._range(low or None, high))
            case _:
                return self._short(rule)

    def _nested(self, rule: Rule) -> str:
        many = isinstance(rule, All | AnyOf) and len(rule.rules) > 1
        return self._put("segments-rule-nested", rule=self.rule(rule)) if many else self.rule(rule)

    def _short(
        self, rule: Attribute | Consent | Coupons | FirstOrder | Registered | InSegment
    ) -> str:
        match rule:
            case Attribute(values=values, negated=negated):
                by = dict.fromkeys(value.dimension for value in values)
                told = [
                    self._put(
                        f"segments-rule-{name.replace('_', '-')}",
                        values=self._names([v for v in values if v.dimension == name]),
                        negated=_yes(negated),
                    )
                    for name in by
                ]
                return self._put("segments-rule-then").join(told)
            case Consent(given=given):
                return self._put("segments-rule-consent", given=_yes(given))
            case Coupons(share=share):
                said = self.speaker.say(Share(ratio=share, digits=0))
                return self._put("segments-rule-coupons", share=said, share_value=share)
            case FirstOrder(period=token):
                return self._put("segments-rule-first-order", when=self._when(token))
            case Registered(period=token):
                return self._put("segments-rule-registered", when=self._when(token))
            case InSegment(negated=negated):
                name = rule.name.text(self.language)
                return self._put("segments-rule-segment", name=name, negated=_yes(negated))

    def _did(self, rule: Did) -> str:
        never = rule.at_most == 0
        what = [thing for thing in rule.things if thing.dimension not in HOW]
        how = [thing for thing in rule.things if thing.dimension in HOW]
        plain = "segments-rule-anything" if never else "segments-rule-something"
        quoted = rule.words and self._put("segments-rule-words", words=rule.words)
        often = {} if never else self._range(rule.at_least, rule.at_most)
        text = self._put(
            f"segments-rule-{rule.event}",
            never=("yes" if rule.period else "ever") if never else "no",
            named=_yes(bool(what or quoted)),
            what=quoted or (self._names(what) if what else self._put(plain)),
            often=self._put("segments-rule-often", **often) if often else "",
            how=self._put("segments-rule-how", values=self._names(how)) if how else "",
            when=self._when(rule.period),
        )
        return self._tidy(text)

    def _spend(self, rule: Spend) -> str:
        speaker = Speaker(self.language, rule.currency)
        bounds = {"at-least": rule.at_least, "above": rule.above,
                  "at-most": rule.at_most, "below": rule.below}  # fmt: skip
        told = [
            self._put(f"segments-rule-{name}", amount=speaker.say(Money(amount=amount)))
            for name, amount in bounds.items()
            if amount is not None
        ]
        return self._tidy(
            self._put(
                "segments-rule-spend",
                amount=self._put("segments-rule-both").join(told),
                mean=_yes(rule.per_order),
                when=self._when(rule.period),
            )
        )

    def _range(self, low: int | None, high: int | None) -> dict[str, str | float]:
        """Arguments of a message about a number between two bounds; none where both are open."""
        exact = low == high
        bound = (
            "exact" if exact else "from" if high is None else "to" if low in (None, 0) else "both"
        )
        return {
            "bound": bound,
            "low": self.speaker.say(Count(n=low or 0)),
            "high": self.speaker.say(Count(n=high or 0)),
            "low_value": float(low or 0),
            "high_value": float(high or 0),
        }

    def _when(self, token: str | None) -> str:
        if token is None:
            return ""
        if rolling := ROLLING.fullmatch(token):
            n = int(rolling[1])
            said = self.speaker.say(Count(n=n))
            return self._put("segments-rule-last", n=said, n_value=float(n), unit=rolling[2])
        if token in NAMED:
            return self._put("segments-rule-named", token=token)
        period = resolve(token, date.max, date.min)  # a written one is the same seen from any day
        span = self.speaker.say(Span(first=period.first, last=period.last))
        one = _yes(period.first == period.last)
        return self._put("segments-rule-during", span=span, one=one)

    def _names(self, things: list[Thing]) -> str:
        items = tuple(thing.name for thing in things)
        if len(items) < 2:
            return items[0].text(self.language)
        first = self._put("segments-rule-comma").join(i.text(self.language) for i in items[:-1])
        return self._put("segments-rule-either", first=first, last=items[-1].text(self.language))

    def _put(self, message: str, **arguments: str | float) -> str:
        return self.speaker.message(message, **arguments)

    def _tidy(self, text: str) -> str:
        """`text` without the gaps that empty parts leave."""
        return re.sub(r"\s+", " ", text).strip()


def _yes(true: bool) -> str:
    return "yes" if true else "no"
