"""What stands out over time: the peak, the low, and where it went."""

from tools.metrics import phrases
from tools.metrics.findings import Findings, Question, is_cut
from tools.metrics.group_sentences import group_statements, listed
from tools.metrics.measure import Key
from tools.metrics.phrases import movement
from tools.metrics.semantics import Semantics
from tools.wording.statements import Statement
from tools.wording.values import Name, Quote, Value, of_unit

SPOKEN = 7  # groups with a sentence of their own, newest first


def time_statements(
    semantics: Semantics, question: Question, found: Findings, when: Name, min_people: int
) -> list[Statement]:
    """Statements about a metric by day, week, month or quarter."""
    if len(question.by) > 1:
        return group_statements(semantics, question, found, when, min_people)
    ranked = found.ranked(question, min_people)
    if len(ranked) < 2:  # one point has no course
        return group_statements(semantics, question, found, when, min_people)
    whole = [key for key in ranked if not is_cut(question, key)]
    if len(whole) < 2:
        return group_statements(semantics, question, found, when, min_people)
    wanted = whole if question.falling else whole[::-1]
    top = listed(semantics, question, found, when, wanted)
    course = _course(semantics, question, found, when, sorted(whole, key=_day))
    if top:  # the few asked for come before how it went
        course = [s.model_copy(update={"role": "highlight"}) for s in course]
    cut = [key for key in ranked if key not in whole]
    return [*top, *course, *_cut_caveat(semantics, question, cut)]


def _day(key: Key) -> str:
    return str(key[0])


def _course(
    semantics: Semantics, question: Question, found: Findings, when: Name, keys: list[Key]
) -> list[Statement]:
    assert found.split is not None  # noqa: S101  # only asked of split findings
    metric, dimension, groups = question.metrics[0], question.by[0], found.split.groups

    def value(key: Key) -> float:
        return groups[key].value.get(metric.name) or 0.0

    def name(key: Key) -> Name:
        return phrases.grouped(semantics, dimension, key[0])

    def said(key: Key) -> Value:
        return of_unit(value(key), metric.unit)

    high, low, first, last = max(keys, key=value), min(keys, key=value), keys[0], keys[-1]
    common: dict[str, Value] = {
        "metric": metric.label, "subject": phrases.heading(metric.label), "when": when,
        "by": Quote(text=dimension.name),
    }  # fmt: skip
    peak = {**common, "peak": name(high), "high": said(high), "dip": name(low), "low": said(low)}
    course = {
        **common, **movement(metric, value(last), value(first)),
        "first": name(first), "last": name(last), "before": said(first), "value": said(last),
    }  # fmt: skip
    dips = sum(value(key) == value(low) for key in keys)
    message = "metrics-peak" if dips == 1 else "metrics-only-peak"
    told = [
        Statement(message=message, role="answer", values=peak),
        Statement(message="metrics-course", role="highlight", values=course),
    ]
    for key in keys[::-1][:SPOKEN]:
        values = {
            **common,
            "group": name(key),
            "value": said(key),
            "kind": Quote(text="ratio" if metric.is_ratio else "sum"),
        }
        told.append(Statement(message="metrics-at", role="highlight", values=values))
    return told


def _cut_caveat(semantics: Semantics, question: Question, cut: list[Key]) -> list[Statement]:
    if not cut:
        return []
    names = [phrases.grouped(semantics, question.by[0], key[0]) for key in sorted(cut, key=_day)]
    values: dict[str, Value] = {"group": names[-1]}
    return [Statement(message="metrics-cut", role="caveat", values=values)]
