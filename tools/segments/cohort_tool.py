"""The tool that says how many customers come back, by when they first ordered."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from tools.periods import resolve
from tools.prediction.customers.words import said
from tools.query_metrics import MIN_PEOPLE
from tools.result import Cell, Chart, Column, Provenance, ToolResult
from tools.segments.cohorts import By, Cohort, Cohorts, cohorts_of, differ, following
from tools.segments.tool import SegmentTools
from tools.wording.statements import Statement
from tools.wording.values import Count, Day, Money, Name, Quote, Share, Span

SHOWN = 12  # later periods in the table


@dataclass(frozen=True)
class CohortTools(SegmentTools):
    """Read-only questions about who comes back."""

    def cohort_retention(
        self,
        period: str | None = None,
        filters: list[str] | None = None,
        by: By = "month",
        show: Literal["retention", "revenue"] = "retention",
    ) -> ToolResult:
        """Show how many customers order again in the months after their first order, by cohort.

        Use for "what is our retention", "how many customers come back after a month", "which
        month's new customers were best". For who will leave use `churn_risk`; for the repeat
        purchase rate of one period use `query_metrics`.

        Args:
            period: When the first orders were placed, such as 2026 or last_6_months; none for all.
            filters: Which customers, as dimension=value (region, country, age_band, gender).
            by: Length of a period, month or week.
            show: retention for shares of customers who order again, revenue for what they spent.
        """
        segments, written = self.segments, filters or []
        store = segments.store
        inside = segments.conditions(None).members(self.within(written)).select("user_id")
        span = resolve(period or "all", store.today, store.calendar[0])
        found = cohorts_of(segments.people(None), inside, by, span.first, span.last)
        revenue = show == "revenue" and segments.people(None).prices
        columns = _columns(found, revenue)
        return ToolResult(
            tool="cohort_retention",
            columns=columns,
            rows=tuple(_row(cohort, found, revenue) for cohort in found.cohorts),
            statements=_statements(found, store.calendar[0], segments.people(None).prices, revenue),
            chart=_chart(found, revenue),
            provenance=Provenance(
                tables=tuple(sorted({"events", "orders", "order_lines"} & store.tables)),
                period=(span.first, span.last),
                filters=tuple(written),
                sql=found.query,
                data_version=store.profile.data_version,
            ),
            currency=store.profile.currency,
        )


def _later(found: Cohorts) -> int:
    """How many later periods are over for at least one cohort, at most `SHOWN`."""
    over = [sum(n is not None for n in cohort.retained) for cohort in found.cohorts]
    return min(SHOWN, max(over, default=0))


def _columns(found: Cohorts, revenue: bool) -> tuple[Column, ...]:
    en, zh = ("month", "月") if found.by == "month" else ("week", "周")
    later = [
        Column(
            name=f"p{n}",
            label=Name(en=f"{en.capitalize()} {n}", zh=f"第{n}{zh}"),
            unit="money" if revenue else "share",
        )
        for n in range(0 if revenue else 1, _later(found) + 1)
    ]
    return (
        Column(name="cohort", label=Name(en="First order in", zh="首单时间")),
        Column(name="people", label=Name(en="Customers", zh="顾客数"), unit="count"),
        *later,
    )


def _row(cohort: Cohort, found: Cohorts, revenue: bool) -> dict[str, Cell]:
    """The cohort with its figure for each later period; empty where that is not over."""
    row: dict[str, Cell] = {"cohort": cohort.start, "people": cohort.people}
    for n in range(0 if revenue else 1, _later(found) + 1):
        if revenue:
            spent = cohort.revenue[n] if n < len(cohort.revenue) else None
            row[f"p{n}"] = None if spent is None else round(spent / cohort.people, 2)
        else:
            rate = cohort.rate(n)
            row[f"p{n}"] = None if rate is None else round(rate, 4)
    return row


def _chart(found: Cohorts, revenue: bool) -> Chart | None:
    drawn = tuple(f"p{n}" for n in (1, 3, 6) if n <= _later(found))
    if len(found.cohorts) < 2 or not drawn:
        return None
    title = Name(en="Customers who order again, by first order", zh="各首单批次的再次下单率")
    if revenue:
        title = Name(en="Spent by each customer, by first order", zh="各首单批次的人均消费")
    return Chart(kind="line", title=title, x="cohort", y=drawn)


def _statements(
    every: Cohorts, first_day: date, priced: bool, revenue: bool
) -> tuple[Statement, ...]:
    new = tuple(c for c in every.cohorts if c.start > first_day)
    found = replace(every, cohorts=new or every.cohorts)  # the first may not be new at all
    caveats = [
        said("cohorts-censored", "caveat", by=Quote(text=found.by)),
        *_first(every, first_day),
        *_few(every),
    ]
    mean = found.mean(1)
    if mean is None:
        n = Count(n=sum(cohort.people for cohort in found.cohorts))
        return (said("cohorts-too-young", "answer", n=n, by=Quote(text=found.by)), *caveats)
    spent = _spent(found) if priced else []
    kept = [_answer(found, mean), *_further(found), *_extremes(found)]
    if not revenue or not spent:
        return (*kept, *spent, *caveats)
    needs = ("cohorts-censored",)
    first = [spent[0].model_copy(update={"role": "answer", "needs": needs}), *spent[1:]]
    rest = [s.model_copy(update={"role": "highlight"}) for s in kept]
    return (*first, *rest, *caveats)


def _answer(found: Cohorts, mean: tuple[int, int]) -> Statement:
    return said(
        "cohorts-answer", "answer", ("cohorts-censored",), n=Count(n=mean[1]),
        back=Count(n=mean[0]), share=Share(ratio=mean[0] / mean[1]), by=Quote(text=found.by),
    )  # fmt: skip


def _further(found: Cohorts) -> list[Statement]:
    """Retention further on, first in those periods that are asked about most."""
    later = (3, 6, *(n for n in range(2, _later(found) + 1) if n not in (3, 6)))
    told = {n: mean for n in later if (mean := found.mean(n)) is not None}
    return [
        said(
            "cohorts-further", "highlight", period=Count(n=n), n=Count(n=people),
            share=Share(ratio=back / people), by=Quote(text=found.by),
        )
        for n, (back, people) in told.items()
    ]  # fmt: skip


def _extremes(found: Cohorts) -> list[Statement]:
    """Best and worst cohort in the first period after."""
    ends = found.extremes(1)
    if ends is None:
        return []
    best, worst, p_value = ends
    return [
        said(
            "cohorts-differ" if differ(p_value) else "cohorts-alike", "highlight",
            best=_named(best, found.by), best_share=Share(ratio=best.rate(1) or 0.0),
            best_n=Count(n=best.people), worst=_named(worst, found.by),
            worst_share=Share(ratio=worst.rate(1) or 0.0), worst_n=Count(n=worst.people),
            by=Quote(text=found.by),
        )
    ]  # fmt: skip


def _named(cohort: Cohort, by: By) -> Span:
    return Span(first=cohort.start, last=following(cohort.start, by) - timedelta(days=1))


def _spent(found: Cohorts) -> list[Statement]:
    """What a customer spends from her first period to the third after."""
    old = [c for c in found.cohorts if c.rate(3) is not None]
    if not old:
        return []
    people = sum(c.people for c in old)
    first = sum(c.revenue[0] or 0.0 for c in old) / people
    after = sum(sum(r or 0.0 for r in c.revenue[1:4]) for c in old) / people
    best, least = (pick(old, key=_worth) for pick in (max, min))
    return [
        said("cohorts-spent", "highlight", n=Count(n=people), first=Money(amount=first),
            after=Money(amount=after), periods=Count(n=3), by=Quote(text=found.by)),
        said("cohorts-spent-most", "highlight", best=_named(best, found.by),
            most=Money(amount=_worth(best)), best_n=Count(n=best.people),
            worst=_named(least, found.by), least=Money(amount=_worth(least)),
            worst_n=Count(n=least.people), periods=Count(n=3), by=Quote(text=found.by)),
    ]  # fmt: skip


def _worth(cohort: Cohort) -> float:
    """What one of its customers spent from the first period to the third after, on average."""
    return sum(spent or 0.0 for spent in cohort.revenue[:4]) / cohort.people


def _first(found: Cohorts, first_day: date) -> list[Statement]:
    """A caveat where the data begin within the first cohort."""
    if not found.cohorts or found.cohorts[0].start > first_day:
        return []
    return [said("cohorts-first", "caveat", day=Day(day=first_day))]


def _few(found: Cohorts) -> list[Statement]:
    if not found.left_out:
        return []
    return [said("cohorts-few", "caveat", n=Count(n=found.left_out), least=Count(n=MIN_PEOPLE))]
