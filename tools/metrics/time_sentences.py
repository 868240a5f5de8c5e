"""What stands out over time: the peak, the low, and where it went."""

from tools.metrics import phrases
from tools.metrics.findings import Findings, Question, is_cut
from tools.metrics.group_lists import GroupLists
from tools.metrics.group_sentences import group_statements
from tools.metrics.measure import Key
from tools.metrics.metric import Metric
from tools.metrics.phrases import movement
from tools.metrics.semantics import Semantics
from tools.wording.statements import Statement
from tools.wording.values import Name, Quote, Value, of_unit

SPOKEN = 7  # groups with a sentence of their own, newest first
LISTED = 4  # groups at most that are told one by one before how it went
BESIDES = 6  # the same of further metrics, of which nothing else is told


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
    keys = sorted(whole, key=_day)
    first, *others = question.metrics
    ranks = whole if question.falling else whole[::-1]
    lists = GroupLists(semantics, question, found, when)
    top = lists.top(ranks) if question.top_n else []
    course = _Course(semantics, question, found, when, keys)

    def told(metric: Metric, most: int) -> list[Statement]:
        all_of = question.compare == "none" and len(keys) <= most
        return [lists.each(keys, metric)] if all_of else []

    besides = [s for m in others for s in told(m, BESIDES) or [course.peak(m)]]
    peak, listing = course.peak(first), told(first, LISTED)
    if top or (listing and others):  # the few asked for, or all of them, come before how it went
        peak = peak.model_copy(update={"role": "highlight"})
        said = [*(top or listing), *besides, peak]
    else:
        said = [peak, *listing, *besides]
    cut = [key for key in ranked if key not in whole]
    return [*said, *course.ways(first), *_cut_caveat(semantics, question, cut)]


def _day(key: Key) -> str:
    return str(key[0])


class _Course:
    """Words for how metrics went over the times `keys`, in their order."""

    def __init__(
        self,
        semantics: Semantics,
        question: Question,
        found: Findings,
        when: Name,
        keys: list[Key],
    ) -> None:
        assert found.split is not None  # noqa: S101  # only asked of split findings
        self.semantics, self.dimension, self.when = semantics, question.by[0], when
        self.groups, self.keys = found.split.groups, keys

    def peak(self, metric: Metric) -> Statement:
        """Its highest, and where there is but one its lowest."""

        def value(key: Key) -> float:
            return self._value(key, metric)

        high, low = max(self.keys, key=value), min(self.keys, key=value)
        values: dict[str, Value] = {
            **self._common(metric),
            "peak": self._name(high), "high": self._said(high, metric),
            "dip": self._name(low), "low": self._said(low, metric),
        }  # fmt: skip
        dips = sum(value(key) == value(low) for key in self.keys)
        message = "metrics-peak" if dips == 1 else "metrics-only-peak"
        return Statement(message=message, role="answer", values=values)

    def ways(self, metric: Metric) -> list[Statement]:
        """From where to where it went, and the latest times one by one."""
        first, last = self.keys[0], self.keys[-1]
        course: dict[str, Value] = {
            **self._common(metric),
            **movement(metric, self._value(last, metric), self._value(first, metric)),
            "first": self._name(first), "last": self._name(last),
            "before": self._said(first, metric), "value": self._said(last, metric),
        }  # fmt: skip
        told = [Statement(message="metrics-course", role="highlight", values=course)]
        for key in self.keys[::-1][:SPOKEN]:
            values: dict[str, Value] = {
                **self._common(metric),
                "group": self._name(key),
                "value": self._said(key, metric),
                "kind": Quote(text="ratio" if metric.is_ratio else "sum"),
            }
            told.append(Statement(message="metrics-at", role="highlight", values=values))
        return told

    def _common(self, metric: Metric) -> dict[str, Value]:
        return {
            "metric": metric.label,
            "subject": phrases.heading(metric.label),
            "when": self.when,
            "by": Quote(text=self.dimension.name),
        }

    def _value(self, key: Key, metric: Metric) -> float:
        return self.groups[key].value.get(metric.name) or 0.0

    def _name(self, key: Key) -> Name:
        return phrases.grouped(self.semantics, self.dimension, key[0])

    def _said(self, key: Key, metric: Metric) -> Value:
        return of_unit(self._value(key, metric), metric.unit)


def _cut_caveat(semantics: Semantics, question: Question, cut: list[Key]) -> list[Statement]:
    if not cut:
        return []
    names = [phrases.grouped(semantics, question.by[0], key[0]) for key in sorted(cut, key=_day)]
    values: dict[str, Value] = {"group": names[-1]}
    return [Statement(message="metrics-cut", role="caveat", values=values)]
