"""One segment in depth: who is in it, what they buy, where they come from, how they differ."""

import math
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property

import ibis
import numpy as np
import pyarrow as pa
from ibis import _

from tools.metrics.dimensions import DIMENSIONS
from tools.metrics.semantics import Semantics
from tools.metrics.significance import FEW, SURE
from tools.query_metrics import MIN_PEOPLE
from tools.segments.conditions import Conditions
from tools.segments.rules import All, Rule, things_of
from tools.segments.segment import Segment
from tools.segments.segments import Segments
from tools.wording.values import Name

TRAITS = ("gender", "age_band", "region", "country")
FOLLOWED = 90  # days over which those who were in the segment are followed


@dataclass(frozen=True)
class Side:
    """One group of people, and how much something is theirs.

    Attributes:
        people: People of whom it is true at all.
        n: People of whom it is known.
        total: Each one's part of it, 0-1, summed: 1 for who she is, a share of her orders or views
            for what she chose, so that nobody counts for more by ordering more.
        squares: The squares of those parts, summed.
    """

    people: int
    n: int
    total: float
    squares: float

    @property
    def share(self) -> float:
        """The mean part, 0-1."""
        return self.total / max(1, self.n)

    @property
    def error(self) -> float:
        """Variance of the mean part."""
        return max(0.0, self.squares / max(1, self.n) - self.share**2) / max(1, self.n)


@dataclass(frozen=True)
class Trait:
    """How common something is in a segment, and among the others.

    Attributes:
        dimension: Of which dimension it is a value.
        value: The value as it lies in the data.
        name: What it is called.
        inside: In the segment.
        others: Among the others.
    """

    dimension: str
    value: str
    name: Name
    inside: Side
    others: Side

    @property
    def p_value(self) -> float | None:
        """Two-sided p-value that both means are equal (Welch 1947, normal); `None` with few."""
        least = min(self.inside.n, self.others.n)
        if least < FEW or self.inside.people < MIN_PEOPLE:
            return None
        both = self.inside.n + self.others.n
        if least * (self.inside.total + self.others.total) / both < 5:  # the rule of five
            return None
        error = math.sqrt(self.inside.error + self.others.error)
        if not error:
            return None
        return math.erfc(abs(self.inside.share - self.others.share) / error / math.sqrt(2))


@dataclass(frozen=True)
class Followed:
    """What became of those who were in a segment some days ago.

    Attributes:
        n: How many were in it then.
        ordered: How many of them ordered within the days that followed.
        usual: Share of all people (of all buyers, where the segment is one of buyers) who did, 0-1.
    """

    n: int
    ordered: int
    usual: float


@dataclass(frozen=True)
class Portrait:
    """One segment beside everyone else.

    Attributes:
        segment: Which.
        segments: The store's segments.
        within: Rule that everyone compared meets.
    """

    segment: Segment
    segments: Segments
    within: Rule

    @cached_property
    def _conditions(self) -> Conditions:
        return self.segments.conditions(None)

    @cached_property
    def people(self) -> pa.Table:
        """Everyone within, with `inside` and the days `since` the last order."""
        conditions = self._conditions
        kept = conditions.everyone.mutate(
            inside=conditions.met(self.segment.rules), kept=conditions.met(self.within)
        )
        today = ibis.literal(self.segments.store.today)
        since = -_.last_order.delta(today, unit="day")
        return kept.filter(_.kept).drop("kept").mutate(since=since).to_pyarrow()

    def column(self, name: str) -> np.ndarray:
        """A column of `people`: [n_people]."""
        return np.asarray(self.people[name].to_numpy(zero_copy_only=False))

    @cached_property
    def inside(self) -> np.ndarray:
        """Who is in the segment: [n_people]."""
        return self.column("inside").astype(bool)

    @cached_property
    def others(self) -> np.ndarray:
        """With whom they are compared: other buyers if most of them buy, else everyone else."""
        bought = self.column("orders") > 0
        mostly = bought[self.inside].mean() > 1 / 2 if self.inside.any() else False
        return ~self.inside & bought if mostly else ~self.inside

    @property
    def buyers(self) -> bool:
        """Whether most of those in the segment have ordered."""
        return bool((self.column("orders")[self.inside] > 0).mean() > 1 / 2)

    @cached_property
    def traits(self) -> list[Trait]:
        """What is known of people, bought or viewed, and how they came."""
        found: list[Trait] = []
        for dimension in TRAITS:
            if f"users.{dimension}" in self.segments.store.columns:
                found += self._counted(dimension)
        found += [*self._did("category"), *self._did("channel")]
        return found

    def defines(self, trait: Trait) -> bool:
        """Whether the rules of the segment, or what everyone compared meets, name it.

        A region implies its country.
        """
        rules = All(rules=(self.segment.rules, self.within))
        named = {(thing.dimension, thing.value) for thing in things_of(rules)}
        implied = trait.dimension == "country" and any(what == "region" for what, _value in named)
        return implied or (trait.dimension, trait.value) in named

    def _counted(self, dimension: str) -> list[Trait]:
        """What is written in the users table: each has one value, or none."""
        values = self.column(dimension)
        known = np.array([value is not None for value in values], dtype=bool)
        levels, place = np.unique(values[known].astype(str), return_inverse=True)
        names = Semantics(self.segments.store).names(DIMENSIONS[dimension], list(levels))
        sides = []
        for group in (self.inside[known], self.others[known]):
            counts = np.bincount(place[group], minlength=len(levels))
            sides.append([Side(int(c), int(group.sum()), float(c), float(c)) for c in counts])
        return [
            Trait(dimension, str(level), names[str(level)], own, rest)
            for level, own, rest in zip(levels, *sides, strict=True)
        ]

    def _did(self, dimension: str) -> list[Trait]:
        """What they bought (viewed, where most never bought), each person's parts summing to 1."""
        rows = self._rows()
        column = DIMENSIONS[dimension].column
        if rows is not None and dimension == "category":
            rows = self._with_category(rows)
        if rows is None or column not in rows.columns:
            return []
        told = self._summed(rows.filter(rows[column].notnull()), column).to_pyarrow().to_pylist()
        listed = [row for row in told if row[column] is not None]
        n = next((row for row in told if row[column] is None), {"own_n": 0, "rest_n": 0})
        values = [row[column] for row in listed]
        names = Semantics(self.segments.store).names(DIMENSIONS[dimension], values)
        return [
            Trait(dimension, r[column], names[r[column]], *(
                Side(r[f"{g}_n"], n[f"{g}_n"], r[f"{g}_total"], r[f"{g}_squares"])
                for g in ("own", "rest")
            ))
            for r in listed
        ]  # fmt: skip

    def _summed(self, rows: ibis.Table, column: str) -> ibis.Table:
        """Each value's parts over the people in the segment (own) and the others (rest).

        The row whose value is empty counts everybody active, once each.
        """
        flags = {"own": self.inside, "rest": self.others}
        people = ibis.memtable(pa.table({"user_id": self.people["user_id"], **flags}))
        each = rows.group_by("user_id", column).aggregate(n=_.count())
        parts = each.mutate(part=_.n / _.n.sum().over(group_by="user_id"))
        joined = parts.inner_join(people, "user_id")
        sums: dict[str, ibis.Value] = {}
        for group in ("own", "rest"):
            sums |= {
                f"{group}_n": _.user_id.nunique(where=_[group]),
                f"{group}_total": _.part.sum(where=_[group]).fill_null(0.0),
                f"{group}_squares": (_.part * _.part).sum(where=_[group]).fill_null(0.0),
            }
        whole = joined.mutate(**{column: ibis.null("string")})
        by_value = joined.group_by(column).aggregate(**sums)
        return by_value.union(whole.group_by(column).aggregate(**sums).cast(by_value.schema()))

    def _rows(self) -> ibis.Table | None:
        people = self._conditions.people
        if self.buyers or people.events is None:
            return people.sales
        return people.events.filter(_.event_type == "view")

    def _with_category(self, rows: ibis.Table) -> ibis.Table | None:
        store = self.segments.store
        if "items.category" not in store.columns or "item_id" not in rows.columns:
            return None
        items = store.table("items").select("item_id", "category")
        return rows.select("user_id", "item_id").inner_join(items, "item_id")

    @cached_property
    def telling(self) -> list[Trait]:
        """Traits that set the segment apart beyond chance, the strongest first."""
        looked = [trait for trait in self.traits if not self.defines(trait)]
        tests = max(1, len(looked))  # Bonferroni, for as many as were looked at
        more = [t for t in looked if t.inside.share > t.others.share]
        sure = [t for t in more if (p := t.p_value) is not None and p * tests < SURE]
        return sorted(sure, key=lambda t: t.others.share - t.inside.share)

    @cached_property
    def followed(self) -> Followed | None:
        """Those who would have been in the segment `FOLLOWED` days ago; `None` where unknown."""
        store = self.segments.store
        then = store.today - timedelta(days=FOLLOWED)
        sales = self._conditions.people.sales
        if sales is None or then - timedelta(days=FOLLOWED) < store.calendar[0]:
            return None
        earlier = replace(self._conditions, people=self.segments.people(then))
        after = sales.filter(_.local_time.date() > ibis.literal(then)).select("user_id").distinct()
        told = earlier.everyone.mutate(
            inside=earlier.met(self.segment.rules), came=_.user_id.isin(after.user_id)
        )
        if self.buyers:
            told = told.filter(_.orders > 0)
        row = told.aggregate(
            n=_.inside.sum(), ordered=(_.inside & _.came).sum(), usual=_.came.mean()
        )
        (found,) = row.to_pyarrow().to_pylist()
        if (found["n"] or 0) < MIN_PEOPLE:
            return None
        return Followed(found["n"], found["ordered"], found["usual"])
