"""What query_metrics says about its figures: the answer, what stands out, what to know."""

from collections import Counter

from tools.metrics import phrases
from tools.metrics.findings import Findings, Question
from tools.metrics.group_sentences import group_statements
from tools.metrics.measure import Group
from tools.metrics.metric import Metric
from tools.metrics.phrases import heading, movement, needing
from tools.metrics.semantics import Semantics
from tools.metrics.significance import FEW, SURE, two_proportions
from tools.metrics.time_sentences import time_statements
from tools.wording.statements import Role, Statement
from tools.wording.values import (
    Count,
    Day,
    Name,
    Number,
    Quote,
    Share,
    Span,
    Value,
    of_unit,
)

__all__ = ["bound", "heading", "statements_for"]

ABOUT_PERIOD = frozenset(
    ["metrics-chosen", "metrics-partly", "metrics-unfinished", "metrics-same-days",
     "metrics-before-partly", "metrics-unequal"]
)  # fmt: skip
"""Caveats about the days counted, which the leading answer is never said without."""


def _is_nothing(question: Question, found: Findings) -> bool:
    """Whether every figure asked for counts something and came to nothing, now and before."""
    counts = not any(metric.is_ratio for metric in question.metrics)
    told = (m.value.values() for m in (found.whole.groups.get((), Group()), found.group_before(())))
    return counts and not any(value for values in told for value in values)


def statements_for(
    semantics: Semantics, question: Question, found: Findings, min_people: int
) -> tuple[Statement, ...]:
    """Every statement about `found`, the direct answer first."""
    if missed := _outside(question):
        return (missed,)
    if found.is_withheld((), min_people):
        values: dict[str, Value] = {"k": Count(n=min_people)}
        return (Statement(message="metrics-too-few-people", role="answer", values=values),)
    when = phrases.when(question.period)
    when = phrases.scoped(when, semantics, question.conditions, question.by)
    totals = [s for m in question.metrics for s in _totals(question, found, m, when)]
    totals += [s for m in question.parts for s in _share(semantics, question, found, m)]
    parts: list[Statement] = []
    if found.split is not None and not _is_nothing(question, found):
        tell = time_statements if question.by[0].is_time else group_statements
        parts = tell(semantics, question, found, when, min_people)
    if parts and question.compare == "none":
        totals = [_demoted(s) for s in totals]
        statements = parts[:1] + totals + parts[1:]
    elif parts and not question.by[0].is_time:  # who moved answers as much as how far all did
        statements = totals[:1] + [_demoted(s) for s in totals[1:]] + parts
    else:
        statements = totals + parts
    caveats = [s for s in statements if s.role == "caveat"]
    said = [s for s in statements if s.role != "caveat"]
    return bound([*said, *caveats, *_caveats(question, found)])


def bound(statements: list[Statement]) -> tuple[Statement, ...]:
    """The statements, the first bound to what must be known of the days it counts.

    A need that several statements would meet is dropped: it says not which of them.
    """
    period = [s for s in statements if s.message in ABOUT_PERIOD]
    statements = [needing(statements[0], period), *statements[1:]]
    met = Counter(s.message for s in statements)
    return tuple(
        s.model_copy(update={"needs": tuple(n for n in s.needs if met[n] == 1)}) for s in statements
    )


def _demoted(statement: Statement) -> Statement:
    """The whole, when the groups are the answer."""
    role: Role = "highlight" if statement.role == "answer" else statement.role
    return statement.model_copy(update={"role": role})


def _outside(question: Question) -> Statement | None:
    """That the data hold nothing of the period at all."""
    first, last = question.data
    if question.period.last >= first and question.period.first <= last:
        return None
    values: dict[str, Value] = {
        "span": Span(first=question.period.first, last=question.period.last),
        "data": Span(first=first, last=last),
    }
    return Statement(message="metrics-outside", role="answer", values=values)


def _totals(question: Question, found: Findings, metric: Metric, when: Name) -> list[Statement]:
    whole, before = found.whole.whole, found.group_before(())
    now, was = whole.value.get(metric.name), before.value.get(metric.name)
    common: dict[str, Value] = {
        "metric": metric.label,
        "subject": heading(metric.label),
        "when": when,
        "kind": Quote(text="ratio" if metric.is_ratio else "sum"),
    }
    if now is None or (not now and not found.whole.row_count):
        return [Statement(message="metrics-none", role="answer", values=common)]
    common["value"] = of_unit(now, metric.unit)
    compared = question.compare != "none"
    if compared and (was is None or not question.meets_data):
        values: dict[str, Value] = {**common, "than": phrases.during(question.earlier)}
        told = [Statement(message="metrics-no-before", role="answer", values=values)]
    elif compared:
        told = [_moved("metrics-moved", "answer", question, metric, now, was or 0.0, common)]
    else:
        told = [_plain_total(metric, whole, common)]
        if was and found.before and found.before.row_count:
            told.append(_moved("metrics-since", "highlight", question, metric, now, was, common))
    more = [*_tested(question, metric, whole, before), *_rests_on(metric, whole, common)]
    return [needing(told[0], more), *told[1:], *more]


def _share(
    semantics: Semantics, question: Question, found: Findings, metric: Metric
) -> list[Statement]:
    """What part of the whole is kept, where there is a whole."""
    part = found.whole.whole.value.get(metric.name)
    whole = found.wider.whole.value.get(metric.name) if found.wider else None
    if not whole or part is None or not 0 <= part <= whole:
        return []
    condition = question.conditions[0]
    group = phrases.listed(semantics, condition)
    values: dict[str, Value] = {
        "metric": metric.label,
        "group": group,
        "start": heading(group),
        "left": Quote(text="out" if condition.negated else "in"),
        "share": Share(ratio=part / whole),
        "when": phrases.when(question.period),
    }
    return [Statement(message="metrics-part", role="highlight", values=values)]


def _plain_total(metric: Metric, whole: Group, common: dict[str, Value]) -> Statement:
    if not metric.is_proportion or metric.counted is None:
        return Statement(message="metrics-total", role="answer", values=common)
    counts: dict[str, Value] = {
        "top": Count(n=round(whole.top[metric.name])),
        "base": Count(n=round(whole.base[metric.name])),
        "counted": metric.counted,
        "measure": Quote(text=(metric.counted.zh or " ")[0]),  # 次, 位, 件: the noun's own
    }
    return Statement(message="metrics-rate", role="answer", values={**common, **counts})


def _moved(
    message: str,
    role: Role,
    question: Question,
    metric: Metric,
    now: float,
    was: float,
    common: dict[str, Value],
) -> Statement:
    values = {
        **common,
        **movement(metric, now, was),
        "before": of_unit(was, metric.unit),
        "earlier": phrases.when(question.earlier),
        "than": phrases.during(question.earlier),
    }
    return Statement(message=message, role=role, values=values)


def _tested(question: Question, metric: Metric, now: Group, was: Group) -> list[Statement]:
    """Whether a change of a proportion is more than chance."""
    if question.compare == "none" or not metric.is_proportion or not was.base.get(metric.name):
        return []
    name = metric.name
    p = two_proportions(now.top[name], now.base[name], was.top[name], was.base[name])
    if p is None:
        return []
    values: dict[str, Value] = {
        "metric": metric.label,
        "earlier": phrases.during(question.earlier),
        "later": phrases.during(question.period),
        "p": Number(value=max(p, 0.001), digits=3),
        "sign": Quote(text="less" if p < 0.001 else "equal"),  # three digits shown
    }
    sure = "metrics-sure" if p < SURE else "metrics-chance"
    return [Statement(message=sure, role="highlight", values=values)]


def _rests_on(metric: Metric, whole: Group, common: dict[str, Value]) -> list[Statement]:
    base = whole.base.get(metric.name)
    if base is None or metric.counted is None or base >= FEW:
        return []
    values = {**common, "n": Count(n=round(base)), "counted": metric.counted}
    return [Statement(message="metrics-few", role="caveat", values=values)]


def _caveats(question: Question, found: Findings) -> list[Statement]:
    told: list[Statement] = []
    span = Span(first=question.period.first, last=question.period.last)
    first, last = question.data
    if question.period_chosen:
        told.append(Statement(message="metrics-chosen", role="caveat", values={"span": span}))
    if question.period.first < first or question.period.last > last:
        values: dict[str, Value] = {"span": span, "data": Span(first=first, last=last)}
        told.append(Statement(message="metrics-partly", role="caveat", values=values))
    elif not question.period.complete:
        whole = Span(first=question.period.first, last=question.period.end)
        values = {"span": whole, "day": Day(day=question.period.last)}
        same = question.compare in ("previous_period", "year_ago") and question.meets_data
        message = "metrics-same-days" if same else "metrics-unfinished"
        values["earlier"] = Span(first=question.earlier.first, last=question.earlier.last)
        told.append(Statement(message=message, role="caveat", values=values))
    if question.compare != "none" and question.meets_data and question.earlier.first < first:
        values = {
            "earlier": Span(first=question.earlier.first, last=question.earlier.last),
            "day": Day(day=first),
        }
        told.append(Statement(message="metrics-before-partly", role="caveat", values=values))
    if question.compare == "period" and abs(question.period.days - question.earlier.days) > 3:
        values = {
            "later": phrases.during(question.period),
            "earlier": phrases.during(question.earlier),
            "days": Count(n=question.period.days),
            "earlier_days": Count(n=question.earlier.days),
        }
        told.append(Statement(message="metrics-unequal", role="caveat", values=values))
    rates = [m for m in question.metrics if m.is_ratio and found.whole.row_count]
    for metric in rates:
        values = {"subject": heading(metric.label), "definition": metric.definition}
        told.append(Statement(message="metrics-means", role="caveat", values=values))
    return told
