"""The tool for figures: metrics by dimension and period, compared and ranked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from tools.errors import ToolError
from tools.metrics.dimensions import Dimension
from tools.metrics.findings import Findings, Question, Ranking
from tools.metrics.measure import Group, Key, Measured, measure, tables_in
from tools.metrics.metric import Metric
from tools.metrics.relations import Condition
from tools.metrics.semantics import Semantics
from tools.metrics.sentences import heading, statements_for
from tools.periods import START, Period, previous, resolve, unit_end, year_ago
from tools.result import Cell, Chart, Column, Provenance, ToolResult, in_cells
from tools.store.store import Store
from tools.wording.values import Name, Span

BEFORE = {"none": previous, "previous_period": previous, "year_ago": year_ago}
MIN_PEOPLE = 10  # smaller groups of customers are withheld
USUAL = {"week": "last_12_weeks", "month": "last_12_months", "quarter": "all", "year": "all"}


@dataclass(frozen=True)
class MetricTools:
    """Read-only questions about what the store sold and what its visitors did."""

    store: Store

    @cached_property
    def semantics(self) -> Semantics:
        """The metrics and dimensions this store can answer for."""
        return Semantics(self.store)

    def query_metrics(
        self,
        metrics: list[str],
        group_by: str | None = None,
        period: str | None = None,
        compare: str = "none",
        filters: list[str] | None = None,
        top_n: int | None = None,
        order: Ranking = "highest",
        then_by: str | None = None,
    ) -> ToolResult:
        """Compute the store's figures: revenue, orders, buyers, conversion rate, ratings and more.

        Use for "how much", "how many", "which is best", "how did it change" about any metric, also
        by category, brand, item, channel, device, region, age, gender, day, month, weekday or hour.
        For the steps from view to purchase use `funnel`.

        Args:
            metrics: One or more metrics, such as revenue, orders, conversion_rate, return_rate.
            group_by: Dimension to split by, such as category, channel or month.
            period: Days counted, such as last_month, this_year, last_7_days, 2026-10, 2026-Q3 or
                2026-10-01..2026-10-15.
            compare: What to hold the figures against: none, previous_period, year_ago, or another
                period such as 2026-08.
            filters: What to keep, as dimension=value or dimension!=value.
            top_n: How many groups to show.
            order: Which groups come first.
            then_by: Second dimension to split each group by.
        """
        question = self.question(
            metrics, [group_by, then_by], period, compare, filters or [], top_n, order
        )
        found = self.found(question)
        if question.period_chosen and not found.whole.row_count:  # the usual days hold nothing
            whole = self.question(
                metrics, [group_by, then_by], "all", compare, filters or [], top_n, order
            )
            question = replace(whole, period_chosen=True)
            found = self.found(question)
        return self._answer(question, found)

    def question(
        self,
        metrics: list[str],
        by: list[str | None],
        period: str | None,
        compare: str,
        filters: list[str],
        top_n: int | None,
        order: Ranking,
    ) -> Question:
        """The question with every name in it resolved.

        Raises:
            ToolError: If a name, filter or period means nothing in this store.
        """
        if not metrics:
            metrics = ["revenue"] if "revenue" in self.semantics.metrics else ["orders"]
        asked = list(dict.fromkeys(self.semantics.metric(name) for name in metrics))
        if top_n is not None and top_n < 1:
            raise ToolError("metrics-bad-top")
        dimensions = self._dimensions(by, asked)
        conditions = merged([self.semantics.condition(text, asked[0]) for text in filters])
        for condition in conditions:
            for metric in asked[1:]:
                self.semantics.dimension(condition.dimension.name, metric)
        usual = USUAL.get(dimensions[0].name, "last_30_days") if dimensions else "last_30_days"
        first_day, _ = self.store.calendar
        span = resolve(period or usual, self.store.today, first_day)
        if not period and span.first < first_day:
            span = resolve("all", self.store.today, first_day)
        span, earlier = _held(span, compare, self.store.today, first_day)
        return Question(
            metrics=tuple(asked),
            by=dimensions,
            period=span,
            period_chosen=not period,
            earlier=earlier,
            compare=compare if compare in BEFORE else "period",  # type: ignore[arg-type]  # one of the three
            conditions=conditions,
            top_n=top_n,
            order=order,
            data=self.store.calendar,
        )

    def _dimensions(self, by: list[str | None], metrics: Sequence[Metric]) -> tuple[Dimension, ...]:
        found: list[Dimension] = []
        for name in filter(None, by):
            dimension = self.semantics.dimension(name, metrics[0])
            for metric in metrics[1:]:
                self.semantics.dimension(name, metric)
            if dimension not in found:
                found.append(dimension)
        return tuple(found)

    def found(self, question: Question) -> Findings:
        """Everything computed for `question`: the whole, its groups, and both before."""
        now, before = question.period, question.earlier
        asked = question.compare != "none"
        comparable = before.first >= question.data[0] or asked
        return Findings(
            whole=self._measure(question, (), now),
            before=self._before(question, (), before) if comparable else None,
            split=self._measure(question, question.by, now) if question.by else None,
            split_before=self._before(question, question.by, before)
            if asked and question.by
            else None,
            paired=_paired(question) if asked else {},
            wider=self._measure(replace(question, conditions=()), (), now)
            if question.parts
            else None,
        )

    def _before(self, question: Question, by: tuple[Dimension, ...], period: Period) -> Measured:
        """The same in an earlier period, without the values of groups of few people."""
        found = self._measure(question, by, period)
        groups = {
            key: replace(group, value=dict.fromkeys(group.value))
            if group.people and group.people < MIN_PEOPLE
            else group
            for key, group in found.groups.items()
        }
        return replace(found, groups=groups)

    def _measure(self, question: Question, by: tuple[Dimension, ...], period: Period) -> Measured:
        found = measure(self.semantics, question.metrics, by, period, question.conditions)
        if len(by) == 1 and by[0].is_time:
            _fill_gaps(found, by[0], question, period)
        return found

    def _answer(self, question: Question, found: Findings) -> ToolResult:
        shown = found.shown(question, MIN_PEOPLE)
        names = {d.name: self._names(d, i, shown) for i, d in enumerate(question.by)}
        queries = (found.split or found.whole).sql
        return ToolResult(
            tool="query_metrics",
            columns=_columns(question, names),
            rows=tuple(_row(question, found, key, names) for key in shown),
            statements=statements_for(self.semantics, question, found, MIN_PEOPLE),
            chart=_chart(question, len(shown)),
            provenance=Provenance(
                tables=tables_in(queries),
                period=(question.period.first, question.period.last),
                filters=tuple(c.text for c in question.conditions),
                row_count=found.whole.row_count,
                sql="\n\n".join(queries),
                data_version=self.store.profile.data_version,
            ),
            currency=self.store.profile.currency,
        )

    def _names(self, dimension: Dimension, place: int, keys: list[Key]) -> dict[str, Name]:
        if dimension.is_time:
            return {}
        return self.semantics.names(dimension, {str(key[place]) for key in keys})


def _fill_gaps(found: Measured, dimension: Dimension, question: Question, period: Period) -> None:
    """Days (weeks, months) on which nothing happened count as 0, not as missing."""
    first, last = max(period.first, question.data[0]), min(period.last, question.data[1])
    if first > last:
        return
    for day in _starts(replace(period, first=first, last=last), dimension.name):
        nothing = {m.name: None if m.is_ratio else 0.0 for m in question.metrics}
        found.groups.setdefault((day,), Group(value=dict(nothing)))


def _held(span: Period, compare: str, today: date, first_day: date) -> tuple[Period, Period]:
    """The period and what it is held against; of two that the asker named, the later comes first.

    Raises:
        ToolError: If `compare` is no kind of comparison and no period, or the two overlap.
    """
    if compare in BEFORE:
        return span, BEFORE[compare](span)
    other = resolve(compare, today, first_day)
    if other.first <= span.last and span.first <= other.last:
        raise ToolError("metrics-overlapping", one=_days(span), other=_days(other))
    return (span, other) if other.first < span.first else (other, span)


def _days(period: Period) -> Span:
    return Span(first=period.first, last=period.last)


def _paired(question: Question) -> dict[Cell, Cell]:
    """Each day (week, month) of the period to the one in its place in the earlier period."""
    units = [d.name for d in question.by if d.is_time]
    if not units:
        return {}
    now, before = (_starts(p, units[0]) for p in (question.period, question.earlier))
    return {day: before[n] if n < len(before) else None for n, day in enumerate(now)}


def _starts(period: Period, unit: str) -> list[date]:
    days, day = [], START[unit](period.first)
    while day <= period.last:
        days.append(day)
        day = unit_end(day, unit) + timedelta(1)
    return days


def merged(conditions: list[Condition]) -> tuple[Condition, ...]:
    """Values of one dimension or'ed; different dimensions stay apart and are and'ed."""
    together: dict[tuple[str, bool], Condition] = {}
    for condition in conditions:
        key = condition.dimension.name, condition.negated
        earlier = together[key].values if key in together else ()
        values = tuple(dict.fromkeys((*earlier, *condition.values)))
        together[key] = Condition(condition.dimension, values, condition.negated)
    return tuple(together.values())


def _columns(question: Question, names: dict[str, dict[str, Name]]) -> tuple[Column, ...]:
    columns = [
        Column(name=d.name, label=heading(d.label), names=in_cells(names[d.name].values()))
        for d in question.by
    ]
    for metric in question.metrics:
        columns.append(Column(name=metric.name, label=heading(metric.label), unit=metric.unit))
        if question.compare != "none":
            label = Name(en=f"{heading(metric.label).en} before", zh=f"对比期{metric.label.zh}")
            columns.append(Column(name=f"{metric.name}_before", label=label, unit=metric.unit))
            label = Name(en="Change", zh="变化")
            columns.append(Column(name=f"{metric.name}_change", label=label, unit="share"))
    return tuple(columns)


def _row(
    question: Question, found: Findings, key: Key, names: dict[str, dict[str, Name]]
) -> dict[str, Cell]:
    group = (found.split or found.whole).groups.get(key, Group())
    before = found.group_before(key)
    in_time = any(d.is_time for d in question.by)  # a day outside the data is not a day of nothing
    nothing = 0.0 if question.meets_data and not (in_time and not before.value) else None
    row: dict[str, Cell] = {}
    for dimension, value in zip(question.by, key, strict=True):
        name = names[dimension.name].get(str(value))
        row[dimension.name] = name.en if name else value
    for metric in question.metrics:
        now = group.value.get(metric.name)
        row[metric.name] = _plain(now, metric)
        if question.compare != "none":
            was = before.value.get(metric.name, nothing if not metric.is_ratio else None)
            row[f"{metric.name}_before"] = _plain(was, metric)
            row[f"{metric.name}_change"] = _change(now, was, metric)
    return row


def _plain(value: float | None, metric: Metric) -> Cell:
    return round(value) if value is not None and metric.unit == "count" else value


def _change(now: float | None, was: float | None, metric: Metric) -> float | None:
    """Relative change; for rates the difference, in points as a ratio."""
    if now is None or was is None:
        return None
    if metric.unit == "share":
        return now - was
    return (now - was) / was if was else None


def _chart(question: Question, n_groups: int) -> Chart | None:
    if not question.by or n_groups < 2:  # one bar says nothing
        return None
    first = question.by[0]
    labels = question.metrics[0].label, first.label
    title = Name(
        en=f"{heading(labels[0]).en} by {labels[1].en}", zh=f"各{labels[1].zh}的{labels[0].zh}"
    )
    alike = [m.name for m in question.metrics if m.unit == question.metrics[0].unit]
    series = question.by[1].name if len(question.by) > 1 else None
    kind: Literal["line", "bar"] = "line" if first.is_time and not question.ranks_time else "bar"
    y = tuple(alike[:1] if series else alike)
    return Chart(kind=kind, title=title, x=first.name, y=y, series=series)
