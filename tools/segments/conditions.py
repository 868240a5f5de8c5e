"""Conditions as Ibis expressions: which rows of `People.everyone` meet a rule."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, reduce

import ibis
from ibis import _

from tools.errors import ToolError
from tools.metrics.dimensions import DIMENSIONS
from tools.periods import Period, resolve
from tools.segments.people import People
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
from tools.wording.values import Name, Quote


@dataclass(frozen=True)
class Conditions:
    """Rules looked at from the day of `people`.

    Attributes:
        people: The people, and what they did.
        rules_of: The rules of a segment by its id; raises `ToolError` for an unknown one.
        within: Ids of segments whose rules are being looked at, to catch one that names itself.
    """

    people: People
    rules_of: Callable[[str], Rule]
    within: tuple[str, ...] = ()

    @cached_property
    def everyone(self) -> ibis.Table:
        """Everyone, one row each."""
        return self.people.everyone

    def over(self, everyone: ibis.Table) -> "Conditions":
        """The same, looking at the rows of `everyone`, which has the columns of the whole."""
        found = replace(self)
        vars(found)["everyone"] = everyone
        return found

    def members(self, rule: Rule) -> ibis.Table:
        """Those of `everyone` who meet `rule`."""
        return self.everyone.filter(self.met(rule))

    def met(self, rule: Rule) -> ibis.Value:
        """Whether each row of `everyone` meets `rule`; never null.

        Raises:
            ToolError: If the store lacks what a rule asks about, or a rule cannot be read.
        """
        match rule:
            case All(rules=rules):
                return reduce(lambda a, b: a & b, map(self.met, rules), ibis.literal(True))
            case AnyOf(rules=rules):
                return reduce(lambda a, b: a | b, map(self.met, rules))
            case Not(rule=inner):
                return ~self.met(inner)
            case InSegment():
                return self._in_segment(rule)
            case Did():
                return self._did(rule)
            case Spend():
                return self._spent(rule)
            case _:
                return self._plain(rule)

    def _plain(
        self, rule: Attribute | Consent | Recency | FirstOrder | Registered | Coupons
    ) -> ibis.Value:
        """Rules that a column of `everyone` answers."""
        people = self.everyone
        match rule:
            case Attribute(values=values, negated=negated):
                self._needs("users", values[0].dimension)
                found = _valued(people, values)
                return ~found if negated else found
            case Consent(given=given):
                self._needs("users", "marketing_consent")
                return people.marketing_consent.fill_null(False) == ibis.literal(given)
            case Recency(at_least=low, at_most=high):
                self._needs_sales()
                since = ibis.literal(self.people.as_of).delta(people.last_order, unit="day")
                return _between(since, low or None, high).fill_null(False) & (people.orders > 0)
            case FirstOrder(period=token):
                self._needs_sales()
                return self._inside(people.first_order, token)
            case Registered(period=token):
                self._needs("users", "registered_at")
                return self._inside(people.registered, token)
            case Coupons(share=share):
                self._needs("orders", "coupon")
                return (people.coupons > 0) & (people.coupons >= people.orders * share)

    def _in_segment(self, rule: InSegment) -> ibis.Value:
        if rule.segment in self.within:
            raise ToolError("segments-circular", name=Quote(text=rule.segment))
        inner = replace(self, within=(*self.within, rule.segment))
        found = inner.over(self.everyone).met(self.rules_of(rule.segment))
        return ~found if rule.negated else found

    def _did(self, rule: Did) -> ibis.Value:
        """Counted over orders for `order`, over lines sold for `purchase`, else over events."""
        if rule.event == "order" and rule.period is None and not rule.things:
            self._needs_sales()
            return _between(self.everyone.orders, rule.at_least or None, rule.at_most)
        rows = self._rows(rule)
        unit = "order_id" if rule.event in ("order", "purchase") else "visit"
        if rule.event == "visit":
            rows = rows.mutate(visit=_.session_id.fill_null(_.local_time.date().cast("string")))
        n = rows[unit].nunique() if unit in rows.columns else rows.count()
        counted = rows.group_by("user_id").aggregate(n=n)
        return _often(self.everyone.user_id, counted, rule.at_least, rule.at_most)

    def _rows(self, rule: Did) -> ibis.Table:
        """The rows of sales or events that `rule` counts."""
        sold = rule.event in ("order", "purchase")
        rows = self._needs_sales() if sold else self._needs_events()
        if rule.event not in ("order", "purchase", "visit"):
            rows = rows.filter(rows.event_type == rule.event)
        if rule.words:
            rows = rows.filter(rows.query.lower().contains(rule.words.casefold()))
        for dimension in dict.fromkeys(thing.dimension for thing in rule.things):
            values = [thing.value for thing in rule.things if thing.dimension == dimension]
            rows = self._concerning(rows, dimension, values)
        return (
            rows if rule.period is None else rows.filter(self._inside(rows.local_time, rule.period))
        )

    def _concerning(self, rows: ibis.Table, dimension: str, values: list[str]) -> ibis.Table:
        known = DIMENSIONS[dimension]
        if known.home == "items":
            self._needs("items", known.column)
            items = self.people.store.table("items")
            return rows.semi_join(items.filter(items[known.column].isin(values)), "item_id")
        if known.column not in rows.columns:
            raise ToolError("segments-lacking", what=known.label)
        return rows.filter(rows[known.column].isin(values))

    def _spent(self, rule: Spend) -> ibis.Value:
        sold = self._needs_sales()
        if not self.people.prices:
            raise ToolError("segments-no-prices")
        if rule.period is None and not rule.per_order:
            return _amount(self.everyone.spend, rule)
        if rule.period is not None:
            sold = sold.filter(self._inside(sold.local_time, rule.period))
        amount = sold.amount.sum()
        counted = sold.group_by("user_id").aggregate(
            n=amount / sold.order_id.nunique() if rule.per_order else amount
        )
        inside = counted.filter(_amount(counted.n, rule))
        met = self.everyone.user_id.isin(inside.user_id)
        if rule.at_least is None and rule.above is None and not rule.per_order:
            met |= ~self.everyone.user_id.isin(counted.user_id)  # nothing spent is little spent
        return met

    def _inside(self, clock: ibis.Value, token: str) -> ibis.Value:
        """Whether `clock`, a date or a moment, lies in the period; false where it is empty."""
        period = self.period(token)
        day = clock if clock.type().is_date() else clock.date()
        within = day.between(ibis.literal(period.first), ibis.literal(period.last))
        return within.fill_null(False)

    def period(self, token: str) -> Period:
        """The days that `token` stands for, seen from the day of the people."""
        return resolve(token, self.people.as_of, self.people.store.calendar[0])

    def _needs(self, table: str, column: str) -> None:
        if f"{table}.{column}" not in self.people.store.columns:
            self.people.store.table(table)  # says so where even the table is missing
            label = DIMENSIONS[column].label if column in DIMENSIONS else _LABELS[column]
            raise ToolError("segments-lacking", what=label)

    def _needs_sales(self) -> ibis.Table:
        if self.people.sales is None:
            raise ToolError("segments-no-orders")
        return self.people.sales

    def _needs_events(self) -> ibis.Table:
        events = self.people.events
        if events is None:
            raise ToolError("missing-table", table=Quote(text="events"))
        return events


_LABELS = {
    "marketing_consent": Name(en="marketing consent", zh="营销许可"),
    "registered_at": Name(en="day of registration", zh="注册日期"),
    "coupon": Name(en="coupon", zh="优惠券"),
}


def _valued(people: ibis.Table, values: tuple[Thing, ...]) -> ibis.Value:
    """Whether each dimension named has one of its values."""
    columns = dict.fromkeys(value.dimension for value in values)
    met = [
        people[DIMENSIONS[name].column]
        .isin([value.value for value in values if value.dimension == name])
        .fill_null(False)
        for name in columns
    ]
    return reduce(lambda a, b: a & b, met)


def _often(user: ibis.Value, counted: ibis.Table, low: int, high: int | None) -> ibis.Value:
    """Whether `user` is counted between `low` and `high` times; one not in `counted` is 0."""
    if low > 0:
        return user.isin(counted.filter(_between(counted.n, low, high)).user_id)
    if high is None:
        return ibis.literal(True)
    return ~user.isin((counted.filter(counted.n > high) if high else counted).user_id)


def _between(value: ibis.Value, low: int | None, high: int | None) -> ibis.Value:
    met = ibis.literal(True)
    if low is not None:
        met = value >= low
    if high is not None:
        met = met & (value <= high) if low is not None else value <= high
    return met


def _amount(value: ibis.Value, rule: Spend) -> ibis.Value:
    met = ibis.literal(True)
    if rule.at_least is not None:
        met &= value >= rule.at_least
    if rule.above is not None:
        met &= value > rule.above
    if rule.at_most is not None:
        met &= value <= rule.at_most
    if rule.below is not None:
        met &= value < rule.below
    return met
