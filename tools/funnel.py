"""The tool for the purchase funnel: how far visits get, and where most are lost."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import ibis

from tools.metrics import phrases
from tools.metrics.dimensions import Dimension
from tools.metrics.findings import Findings, Question
from tools.metrics.measure import Key, answered
from tools.metrics.phrases import needing
from tools.metrics.relations import prepared
from tools.metrics.sentences import bound, statements_for
from tools.periods import Period
from tools.query_metrics import MIN_PEOPLE, MetricTools
from tools.result import Cell, Chart, Column, Provenance, ToolResult, in_cells
from tools.store.store import Store
from tools.wording.statements import Statement
from tools.wording.values import Count, Entry, Listing, Name, Quote, Share, Value

STAGES: dict[str, Name] = {
    "visit": Name(en="Visited", zh="到店访问"),
    "view": Name(en="Viewed a product", zh="浏览商品"),
    "cart": Name(en="Added to cart", zh="加入购物车"),
    "purchase": Name(en="Bought", zh="完成购买"),
}
FEW_GROUPS = 4
"""Most groups that one sentence gives the rate of each of."""

MOVED = ("metrics-moved", "metrics-no-before", "metrics-sure", "metrics-chance")
REPEATED = {"metrics-rate", "metrics-total", "metrics-chosen"}  # said by the funnel's own words


@dataclass(frozen=True)
class FunnelTools:
    """Read-only questions about the way from visit to purchase."""

    store: Store

    @cached_property
    def metrics(self) -> MetricTools:
        """The semantic layer over the same store."""
        return MetricTools(self.store)

    def funnel(
        self,
        group_by: str | None = None,
        period: str | None = None,
        compare: str = "none",
        filters: list[str] | None = None,
    ) -> ToolResult:
        """Show how many visits go on from viewing to the cart to buying, and where most drop out.

        Use for "where do we lose customers?", "how good is our funnel on mobile?". For a single
        rate or any other figure use `query_metrics`.

        Args:
            group_by: Dimension to split by, such as device, channel or category.
            period: Days counted, such as last_month, this_year, last_7_days, 2026-10 or
                2026-10-01..2026-10-15.
            compare: What to hold the funnel against: none, previous_period, year_ago, or another
                period such as 2026-08.
            filters: What to keep, as dimension=value or dimension!=value.
        """
        question = self.metrics.question(
            ["conversion_rate"], [group_by], period, compare, filters or [], None, "highest"
        )
        found = self.metrics.found(question)
        now, sql = self._stages(question, question.period, question.by)
        whole = (
            self._stages(question, question.period, ())[0].get((), {})
            if question.by
            else now.get((), {})
        )
        before = self._stages(question, question.earlier, ())[0].get((), {})
        shown = [key for key in found.shown(question, MIN_PEOPLE) if now.get(key)]
        names = self._names(question, shown)
        return ToolResult(
            tool="funnel",
            columns=_columns(question, whole, names),
            rows=_group_rows(question, now, shown, names)
            if question.by
            else _stage_rows(question, whole, before),
            statements=_statements(self.metrics, question, found, whole),
            chart=_chart(question),
            provenance=Provenance(
                tables=("events",),
                period=(question.period.first, question.period.last),
                filters=tuple(c.text for c in question.conditions),
                row_count=found.whole.row_count,
                sql=sql,
                data_version=self.store.profile.data_version,
            ),
            currency=self.store.profile.currency,
        )

    def _stages(
        self, question: Question, period: Period, by: tuple[Dimension, ...]
    ) -> tuple[dict[Key, dict[str, int]], str]:
        """Visits that reached each stage or a later one, by group; and the query."""
        kinds = self.metrics.semantics.event_types
        stages = [stage for stage in STAGES if stage == "visit" or stage in kinds]
        table = prepared(self.store, "events", by, period, question.conditions)
        keys = [f"by_{d.name}" for d in by]
        flags = {
            stage: table.event_type.isin(stages[place:]).any()
            for place, stage in enumerate(stages)
            if stage != "visit"
        }
        visits = table.filter(table.visit.notnull()).group_by([*keys, "visit"]).aggregate(**flags)
        counts: dict[str, ibis.Value] = {"visit_count": visits.count()}
        counts |= {f"{stage}_count": visits[stage].sum() for stage in stages if stage != "visit"}
        query = visits.group_by(keys).aggregate(**counts) if keys else visits.aggregate(**counts)
        sql, rows = answered(self.store, query)
        reached = {
            tuple(row[key] for key in keys): {s: int(row[f"{s}_count"] or 0) for s in stages}
            for row in rows
        }
        return reached, sql

    def _names(self, question: Question, shown: list[Key]) -> dict[str, Name]:
        if not question.by or question.by[0].is_time:
            return {}
        return self.metrics.semantics.names(question.by[0], [str(key[0]) for key in shown])


def _group_rows(
    question: Question,
    now: dict[Key, dict[str, int]],
    shown: list[Key],
    names: dict[str, Name],
) -> tuple[dict[str, Cell], ...]:
    rows: list[dict[str, Cell]] = []
    for key in shown:
        counts = now[key]
        name = names.get(str(key[0]))
        rate = counts["purchase"] / counts["visit"] if counts["visit"] else None
        group: Cell = name.en if name else key[0]
        rows.append({question.by[0].name: group, **counts, "conversion_rate": rate})
    return tuple(rows)


def _stage_rows(
    question: Question, counts: dict[str, int], before: dict[str, int]
) -> tuple[dict[str, Cell], ...]:
    rows: list[dict[str, Cell]] = []
    last = counts.get("visit", 0)
    for stage, n in counts.items():
        row: dict[str, Cell] = {
            "stage": STAGES[stage].en,
            "visits": n,
            "share_of_all": n / counts["visit"] if counts["visit"] else None,
            "share_of_previous": n / last if last else None,
        }
        if question.compare != "none":
            row["visits_before"] = before.get(stage, 0)
        rows.append(row)
        last = n
    return tuple(rows)


def _columns(
    question: Question, counts: dict[str, int], names: dict[str, Name]
) -> tuple[Column, ...]:
    if question.by:
        label = phrases.heading(question.by[0].label)
        stages = [Column(name=s, label=STAGES[s], unit="count") for s in counts]
        rate = Column(
            name="conversion_rate", label=Name(en="Conversion rate", zh="转化率"), unit="share"
        )
        group = Column(name=question.by[0].name, label=label, names=in_cells(names.values()))
        return (group, *stages, rate)
    columns = [
        Column(
            name="stage",
            label=Name(en="Stage", zh="阶段"),
            names={name.en: name for name in STAGES.values()},
        ),
        Column(name="visits", label=Name(en="Reached it", zh="到达数"), unit="count"),
        Column(name="share_of_all", label=Name(en="Of all", zh="占全部"), unit="share"),
        Column(
            name="share_of_previous",
            label=Name(en="Of the stage before", zh="占上一阶段"),
            unit="share",
        ),
    ]
    if question.compare != "none":
        columns.append(
            Column(name="visits_before", label=Name(en="Before", zh="对比期"), unit="count")
        )
    return tuple(columns)


def _chart(question: Question) -> Chart:
    if not question.by:
        title = Name(en="From visit to purchase", zh="从访问到购买")
        return Chart(kind="funnel", title=title, x="stage", y=("visits",))
    label = question.by[0].label
    title = Name(en=f"Conversion rate by {label.en}", zh=f"各{label.zh}的转化率")
    kind = "line" if question.by[0].is_time else "bar"
    return Chart(kind=kind, title=title, x=question.by[0].name, y=("conversion_rate",))


def _statements(
    metrics: MetricTools, question: Question, found: Findings, whole: dict[str, int]
) -> tuple[Statement, ...]:
    """The funnel's own statements, then those of its conversion rate."""
    others = statements_for(metrics.semantics, question, found, MIN_PEOPLE)
    withheld = found.is_withheld((), MIN_PEOPLE)
    if withheld or not whole.get("visit"):
        return others
    when = phrases.scoped(phrases.when(question.period), metrics.semantics, question.conditions)
    who = Quote(text="visits" if "session_id" in metrics.semantics.columns("events") else "users")
    own = [_whole(whole, when, who), *_losses(whole, when, who)]
    rest = [s for s in others if s.message not in REPEATED or s.role == "caveat"]
    moved = [s for s in rest if s.message in MOVED]
    if question.by:
        each = _each(metrics, question, found)
        groups = [s for s in rest if s.role == "answer"]
        listed = [s for s in groups if not (each and s.message == "metrics-top")]
        groups = [*each, *(_below(s) if each else s for s in listed)]
        after = [s for s in rest if s.role != "answer"]
        return bound([*groups, *(_below(s) for s in own), *after])
    if moved:  # a comparison is answered by the change
        first = needing(moved[0], moved[1:])
        left = [s for s in rest if s not in moved]
        return bound([first, *own, *(_below(s) for s in (*moved[1:], *left))])
    return bound([*own, *(_below(s) for s in rest)])


def _each(metrics: MetricTools, question: Question, found: Findings) -> list[Statement]:
    """The rate of each group, best first, where they are few; nothing when they are compared."""
    keys = found.ranked(question, MIN_PEOPLE)
    if question.compare != "none" or question.by[0].is_time or not 2 <= len(keys) <= FEW_GROUPS:
        return []
    groups = found.split.groups if found.split else {}
    kept = tuple(c for c in question.conditions if c.dimension not in question.by)
    when = phrases.scoped(phrases.when(question.period), metrics.semantics, kept)
    entries = tuple(
        Entry(
            what=phrases.grouped(metrics.semantics, question.by[0], key[0]),
            figure=Share(ratio=groups[key].value.get("conversion_rate") or 0.0),
        )
        for key in keys
    )
    values: dict[str, Value] = {"when": when, "list": Listing(items=entries)}
    return [Statement(message="funnel-each", role="answer", values=values)]


def _below(statement: Statement) -> Statement:
    role = "highlight" if statement.role == "answer" else statement.role
    return statement.model_copy(update={"role": role})


def _whole(counts: dict[str, int], when: Name, who: Quote) -> Statement:
    values: dict[str, Value] = {f"n_{stage}": Count(n=n) for stage, n in counts.items()}
    values |= {"when": when, "who": who, "rate": Share(ratio=counts["purchase"] / counts["visit"])}
    message = "funnel-whole" if "cart" in counts else "funnel-whole-short"
    return Statement(message=message, role="answer", values=values)


def _losses(counts: dict[str, int], when: Name, who: Quote) -> list[Statement]:
    """Where most are lost, then how many each step keeps."""
    stages = list(counts)
    steps = [(a, b) for a, b in pairwise(stages) if counts[a]]
    if not steps:
        return []
    told: list[Statement] = []
    for before, after in sorted(steps, key=lambda step: counts[step[1]] - counts[step[0]]):
        if told and counts[before] == counts[after]:
            continue  # a step that loses nobody is no news
        lost = counts[before] - counts[after]
        values: dict[str, Value] = {
            "when": when,
            "who": who,
            "step": Quote(text=after if before != "view" or after != "purchase" else "direct"),
            "lost": Count(n=lost),
            "share": Share(ratio=lost / counts[before]),
            "kept": Share(ratio=counts[after] / counts[before]),
        }
        worst = not told and lost > 0
        message = "funnel-lost" if worst else "funnel-step"
        told.append(
            Statement(message=message, role="answer" if worst else "highlight", values=values)
        )
    return told
