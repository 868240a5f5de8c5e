"""Which metrics and dimensions one store can answer for, and the names of their values."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from tools.countries import in_chinese, may_be_code, subdivision
from tools.errors import ToolError, nearest
from tools.metrics.derived import derivable
from tools.metrics.dimensions import DIMENSIONS, Dimension
from tools.metrics.metric import METRICS, Metric, Source
from tools.metrics.relations import JOINS, Condition, relation
from tools.store.store import Store
from tools.wording.values import Listing, Name, Quote

T = TypeVar("T", bound=Metric | Dimension)
TITLES = {"item": ("items", "item_id", "title"), "campaign": ("campaigns", "campaign_id", "name")}
SHOWN = 12  # entries of a vocabulary that an error names
MANY = 5000  # more names than this are not searched for near ones: each is read


@dataclass(frozen=True)
class Semantics:
    """The semantic layer over one store."""

    store: Store

    @cached_property
    def metrics(self) -> dict[str, Metric]:
        """Metrics this store can answer for, by name."""
        return {name: m for name, m in METRICS.items() if self._offers(m)}

    @cached_property
    def dimensions(self) -> dict[str, Dimension]:
        """Dimensions some metric of this store can be split by, by name."""
        sources = {metric.source for metric in self.metrics.values()}
        return {n: d for n, d in DIMENSIONS.items() if any(self.splits(s, d) for s in sources)}

    @cached_property
    def _columns(self) -> dict[Source, frozenset[str]]:
        tables = {s: relation(self.store, s) for s in ("sales", "events", "reviews", "users")}
        return {s: frozenset(t.columns if t is not None else ()) for s, t in tables.items()}  # type: ignore[misc]  # the keys are the four sources

    def columns(self, source: Source) -> frozenset[str]:
        """Columns of `source` that hold data; none without its table."""
        return self._columns[source]

    @cached_property
    def event_types(self) -> frozenset[str]:
        """Kinds of events the store has seen."""
        if "events" not in self.store.tables:
            return frozenset()
        kinds = self.store.table("events").select("event_type").distinct()
        return frozenset(kinds.to_pyarrow()["event_type"].to_pylist())

    def splits(self, source: Source, dimension: Dimension) -> bool:
        """Whether the rows of `source` can be split by `dimension` in this store."""
        columns = self.columns(source)
        match dimension.home:
            case "clock":
                return "local_time" in columns
            case "fact":
                return dimension.column in columns
            case "derived":
                return derivable(source, dimension.column, columns)
            case home:
                tied = home == source or JOINS[home] in columns
                return tied and f"{home}.{dimension.column}" in self.store.columns

    def _offers(self, metric: Metric) -> bool:
        columns = self.columns(metric.source)
        return bool(columns) and all(self._holds(columns, need) for need in metric.needs)

    def _holds(self, columns: frozenset[str], need: str) -> bool:
        if need == "cost":
            return "item_id" in columns and "items.cost" in self.store.columns
        column, _, value = need.partition(":")
        return column in columns and (not value or value in self.event_types)

    def metric(self, name: str) -> Metric:
        """The metric called `name`, by any of its words.

        Raises:
            ToolError: If there is none, or this store lacks the data; says which would work.
        """
        found = _called(name, METRICS.values())
        if found is None:
            raise _unknown(Name(en="metric", zh="指标"), name, self.metrics.values())
        if found.name not in self.metrics:
            raise ToolError(
                "metrics-lacking", what=found.label, known=listed(self.metrics.values())
            )
        return found

    def dimension(self, name: str, metric: Metric) -> Dimension:
        """The dimension called `name`, by which `metric` can be split.

        Raises:
            ToolError: If there is none, or the data do not tell it; says which would work.
        """
        found = _called(name, DIMENSIONS.values())
        fitting = [d for d in DIMENSIONS.values() if self.splits(metric.source, d)]
        if found is None:
            raise _unknown(Name(en="dimension", zh="维度"), name, fitting)
        if found not in fitting:
            raise ToolError(
                "metrics-unsplittable", metric=metric.label, by=found.label, known=listed(fitting)
            )
        return found

    def condition(self, text: str, metric: Metric) -> Condition:
        """The filter written as `dimension=value` or `dimension!=value`.

        Raises:
            ToolError: If the form, the dimension or the value is unknown.
        """
        left, equals, value = text.partition("=")
        negated = left.endswith("!")
        if not equals or not value.strip():
            raise ToolError("metrics-bad-filter", given=Quote(text=text))
        dimension = self.dimension(left.rstrip("!"), metric)
        if dimension.is_time:
            raise ToolError("metrics-time-filter", given=Quote(text=text))
        return Condition(dimension, self.called(dimension, value.strip()), negated)

    def value(self, dimension: Dimension, word: str) -> str:
        """The first value of `dimension` that `word` stands for, as it lies in the data.

        Raises:
            ToolError: If no value of the store is called so.
        """
        return self.called(dimension, word)[0]

    def called(self, dimension: Dimension, word: str) -> tuple[str, ...]:
        """The values of `dimension` that `word` stands for; several items may share a title.

        Raises:
            ToolError: If no value of the store is called so.
        """
        values = self.values(dimension)
        by_word = {value.casefold(): value for value in values}
        if word.casefold() in by_word:
            return (by_word[word.casefold()],)
        names = self.names(dimension, values)
        called: dict[str, tuple[str, ...]] = {}
        for value, name in names.items():
            for said in {name.en.casefold(), (name.zh or name.en).casefold()}:
                called[said] = (*called.get(said, ()), value)
        if word.casefold() in called:
            return called[word.casefold()]
        many = len(names) > SHOWN and len(called) <= MANY
        close = nearest(word.casefold(), list(called)) if many else []
        known = [names[called[c][0]] for c in close] or list(names.values())[:SHOWN]
        raise ToolError(
            "unknown-choice", what=dimension.label, given=Quote(text=word), known=listing(known)
        )

    def values(self, dimension: Dimension) -> list[str]:
        """Every value of `dimension` in the store, sorted; empty for calendar units."""
        if dimension.home in ("clock", "derived"):
            return [value for value, _ in dimension.values]
        homes = {
            "items": ("items",),
            "users": ("users",),
        }.get(dimension.home) or (("items",) if dimension.name == "item" else ("orders", "events"))
        found: set[str] = set()
        for home in homes:
            if f"{home}.{dimension.column}" in self.store.columns:
                column = self.store.table(home).select(dimension.column).distinct()
                found |= set(column.to_pyarrow()[dimension.column].to_pylist())
        return sorted(found - {None})

    def names(self, dimension: Dimension, values: Iterable[str]) -> dict[str, Name]:
        """What each of `values` of `dimension` is called in each language."""
        wanted = list(values)
        labels, shared = self.store.labels, dict(dimension.values)
        titles = self._titles(dimension, wanted) or self._places(dimension, wanted)
        named: dict[str, Name] = {}
        for value in wanted:
            if (dimension.name, value) in labels:
                named[value] = self.store.name_of(dimension.name, value)
            elif value.casefold() in shared:
                named[value] = shared[value.casefold()]
            elif dimension.name == "country":
                named[value] = Name(en=value, zh=in_chinese(value))
            else:
                named[value] = Name(en=titles.get(value) or value)
        return named

    def _places(self, dimension: Dimension, values: list[str]) -> dict[str, str]:
        """Names of states and provinces that the store writes by their codes."""
        coded = [value for value in values if may_be_code(value)]
        if dimension.name != "region" or not coded:
            return {}
        found = ((value, subdivision(self._within.get(value, ""), value)) for value in coded)
        return {value: name for value, name in found if name}

    @cached_property
    def _within(self) -> dict[str, str]:
        """Each region with the country that most of its customers live in."""
        if not {"users.region", "users.country"} <= self.store.columns:
            return {}
        users = self.store.table("users").drop_null(["region", "country"])
        rows = users.group_by("region").agg(country=users.country.mode()).to_pyarrow().to_pylist()
        return {row["region"]: row["country"] for row in rows}

    @cached_property
    def _asked(self) -> dict[tuple[str, str], str | None]:
        """Titles read so far, by dimension and value."""
        return {}

    def _titles(self, dimension: Dimension, values: list[str]) -> dict[str, str]:
        if dimension.name not in TITLES:
            return {}
        table, key, title = TITLES[dimension.name]
        if f"{table}.{title}" not in self.store.columns:
            return {}
        asked = self._asked
        if new := [value for value in values if (dimension.name, value) not in asked]:
            rows = self.store.table(table)
            rows = rows.filter(rows[key].isin(new)).select(key, title).to_pyarrow()
            found = dict(zip(rows[key].to_pylist(), rows[title].to_pylist(), strict=True))
            asked |= {(dimension.name, value): found.get(value) for value in new}
        return {value: said for value in values if (said := asked[dimension.name, value])}


def _called(name: str, known: Iterable[T]) -> T | None:
    """The entry of `known` named `name`, or whose label or synonym it is."""
    word = name.strip().casefold()
    entries = list(known)
    for entry in entries:
        if word.replace(" ", "_") == entry.name:
            return entry
    for entry in entries:
        if word in {entry.label.en, entry.label.zh, *entry.synonyms}:
            return entry
    return None


def _unknown(what: Name, given: str, known: Iterable[Metric | Dimension]) -> ToolError:
    return ToolError("unknown-choice", what=what, given=Quote(text=given), known=listed(known))


def listed(known: Iterable[Metric | Dimension]) -> Listing:
    """The labels of `known`, joined as the language joins them."""
    return listing(entry.label for entry in known)


def listing(names: Iterable[Name]) -> Listing:
    """`names`, joined as the language joins them."""
    return Listing(items=tuple(names))
