"""Customers most like those of a segment who are not in it themselves.

A logistic regression tells the segment from everyone else by what does not define it: what people
look at, how they come, who they are. It is judged on people it was not fitted to (five-fold).
"""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

import ibis
import numpy as np
from ibis import _
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

from tools.errors import ToolError
from tools.prediction.comparison import Figure, bootstrapped
from tools.prediction.estimators import Logistic
from tools.prediction.features import Floats, windows_for
from tools.segments.portrait import TRAITS
from tools.segments.rules import (
    All,
    AnyOf,
    Attribute,
    Consent,
    Did,
    InSegment,
    Not,
    Registered,
    Rule,
)
from tools.segments.segment import Segment
from tools.segments.segments import Segments
from tools.wording.values import Count

FEWEST = 50  # people in a segment that others are held against
FOLDS = 5
SEED = 7
BUYING = ("order", "value", "purchase", "buys", "units", "lines", "gap", "due", "return", "cart")
"""Parts of names of features that a rule on orders gives away; a cart goes before every order."""
LOOKING = ("view", "session", "active", "activity")
EVENTS = {name: name for name in ("cart", "wishlist", "search", "return")}
EVENTS["remove"] = "cart"


@dataclass(frozen=True)
class Lookalikes:
    """People by how much they are like a segment.

    Attributes:
        user_ids: Those not in it who may be contacted, most alike first: [n].
        likeness: Chance, 0-1, by which each would be taken for one of the segment: [n].
        auc: How often, of one inside and one outside, the right one is told; people held out.
        members: How many are in the segment.
    """

    user_ids: NDArray[np.object_]
    likeness: Floats
    auc: Figure
    members: int


def lookalikes_of(segment: Segment, segments: Segments) -> Lookalikes:
    """People like those of `segment`.

    Raises:
        ToolError: If too few people are in it, or too few are not.
    """
    people = _Described(segment, segments)
    values, inside = people.values, people.inside
    if min(inside.sum(), (~inside).sum()) < FEWEST:
        raise ToolError("lookalike-few", segment=segment.label, n=Count(n=FEWEST))
    target = inside.astype(float)
    names = tuple(people.names)
    held = np.zeros(len(values))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    for fitted, kept in folds.split(values, inside):
        model = Logistic.fit(values[fitted], target[fitted], names)
        held[kept] = _chance(model.contributions(values[kept]).sum(axis=1))

    def auc(rows: NDArray[np.int_]) -> dict[str, float]:
        if not 0 < target[rows].sum() < len(rows):
            return {"auc": np.nan}
        return {"auc": float(roc_auc_score(target[rows], held[rows]))}

    figure = bootstrapped(auc, len(values), repeats=50)["auc"]
    open_to = ~inside & people.reachable
    order = np.flatnonzero(open_to)[np.argsort(-held[open_to], kind="stable")]
    return Lookalikes(people.user_ids[order], held[order], figure, int(inside.sum()))


def _chance(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -700, 700))))


@dataclass(frozen=True)
class _Described:
    """Everyone active, described by what does not define the segment."""

    segment: Segment
    segments: Segments

    @cached_property
    def _activity(self) -> tuple[NDArray[np.object_], tuple[str, ...], Floats]:
        history = self.segments.history
        store = self.segments.store
        windows = windows_for((store.today - store.calendar[0]).days)
        found = history.features(store.today + timedelta(days=1), windows)
        return found.user_ids, found.names, found.values

    @property
    def user_ids(self) -> NDArray[np.object_]:
        """Who: [n]."""
        return self._activity[0]

    @cached_property
    def _known(self) -> dict[str, NDArray[np.object_]]:
        """Columns of everyone, and `inside`, in the order of `user_ids`."""
        conditions = self.segments.conditions(None)
        wanted = conditions.everyone.mutate(inside=conditions.met(self.segment.rules))
        table = wanted.select("user_id", "inside", "marketing_consent", *TRAITS).to_pyarrow()
        ids = np.array(table["user_id"].to_pylist(), dtype=str)
        order = np.argsort(ids)
        place = order[np.searchsorted(ids[order], self.user_ids.astype(str))]
        return {
            name: np.array(table[name].to_pylist(), dtype=object)[place]
            for name in table.column_names
        }

    @property
    def inside(self) -> NDArray[np.bool_]:
        """Who is in the segment: [n]."""
        return self._known["inside"].astype(bool)

    @property
    def reachable(self) -> NDArray[np.bool_]:
        """Who may be contacted: everyone, where the store keeps no consent: [n]."""
        if "users.marketing_consent" not in self.segments.store.columns:
            return np.ones(len(self.user_ids), dtype=bool)
        return np.array([given is True for given in self._known["marketing_consent"]], dtype=bool)

    @cached_property
    def _table(self) -> dict[str, Floats]:
        """Every feature that may be used: [n] each."""
        given = _given_away(self.segment.rules, self.segments)
        _ids, names, values = self._activity
        found = {
            name: values[:, i]
            for i, name in enumerate(names)
            if not any(part in name for part in given)
        }
        for trait in TRAITS:
            if trait not in given:
                column = self._known[trait].astype(str)
                levels, counts = np.unique(column, return_counts=True)
                for level in levels[counts >= FEWEST]:
                    found[f"{trait}={level}"] = (column == level).astype(float)
        return {**found, **self._categories(given)}

    def _categories(self, given: set[str]) -> dict[str, Floats]:
        """Shares of each category in what a person viewed (bought, where nothing is viewed)."""
        people = self.segments.people(None)
        rows = people.sales
        if people.events is not None and people.sales is not None:
            viewed = people.events.filter(_.event_type == "view")
            rows = viewed if viewed.limit(1).count().execute() else rows
        store = self.segments.store
        if rows is None or "items.category" not in store.columns or "item_id" not in rows.columns:
            return {}
        items = store.table("items").filter(_.category.notnull()).select("item_id", "category")
        each = rows.select("user_id", "item_id").inner_join(items, "item_id")
        counted = each.group_by("user_id", "category").aggregate(n=_.count())
        parts = counted.mutate(part=_.n / _.n.sum().over(group_by="user_id"))
        wanted = ibis.memtable({"user_id": self.user_ids.astype(str)})
        table = parts.semi_join(wanted, "user_id").to_pyarrow()
        place = np.searchsorted(self.user_ids.astype(str), table["user_id"].to_pylist())
        kinds = np.array(table["category"].to_pylist(), dtype=str)
        share = table["part"].to_numpy()
        found: dict[str, Floats] = {}
        for kind in np.unique(kinds):
            if str(kind) not in given:
                column = np.zeros(len(self.user_ids))
                column[place[kinds == kind]] = share[kinds == kind]
                found[f"category={kind}"] = column
        return found

    @property
    def names(self) -> list[str]:
        """Names of the features: [n_features]."""
        return list(self._table)

    @property
    def values(self) -> Floats:
        """The features: [n, n_features].

        Raises:
            ToolError: If nothing is left to tell people by.
        """
        if not self._table:
            raise ToolError("lookalike-nothing", segment=self.segment.label)
        return np.column_stack(list(self._table.values()))


def _given_away(rule: Rule, segments: Segments) -> set[str]:
    """Parts of names of features, and values, that `rule` itself is about."""
    match rule:
        case All(rules=rules) | AnyOf(rules=rules):
            return set().union(*(_given_away(inner, segments) for inner in rules))
        case Not(rule=inner):
            return _given_away(inner, segments)
        case InSegment(segment=other):
            return _given_away(segments.named(other).rules, segments)
        case Attribute(values=values):
            return {value.dimension for value in values}
        case Did(event=event, things=things):
            named = {thing.value for thing in things}
            if event in ("order", "purchase"):
                return {*named, *BUYING}
            return {*named, *((EVENTS[event],) if event in EVENTS else LOOKING)}
        case Consent():
            return set()
        case Registered():
            return {"tenure"}
        case _:
            return set(BUYING)
