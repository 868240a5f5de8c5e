"""What must be known to read figures of groups rightly."""

from collections.abc import Callable
from dataclasses import dataclass

from tools.metrics.derived import CUSTOMER_TYPE
from tools.metrics.findings import Findings, Question
from tools.metrics.measure import Group, Key
from tools.metrics.metric import OF_LINES, Metric
from tools.metrics.significance import FEW
from tools.wording.statements import Statement
from tools.wording.values import Count, Day, Listing, Name, Share, Value

LEAST_SHARE = 0.0005  # less would be shown as 0.0 %
SPOKEN = 5  # groups with a sentence of their own


def is_small(found: Findings, metric: Metric, key: Key) -> bool:
    """Whether the group `key` rests on too few cases to say much."""
    assert found.split is not None  # noqa: S101  # only asked of split findings
    return found.split.groups[key].base.get(metric.name, FEW) < FEW


@dataclass(frozen=True)
class GroupCaveats:
    """The caveats of one question's groups.

    Attributes:
        question: What was asked.
        found: Its figures, split into groups.
        name: What a group is called inside a sentence.
        when: The time, with what is kept.
    """

    question: Question
    found: Findings
    name: Callable[[Key], Name]
    when: Name

    @property
    def metric(self) -> Metric:
        """The metric by which groups are ranked."""
        return self.question.metrics[0]

    @property
    def groups(self) -> dict[Key, Group]:
        """Every group's figures."""
        assert self.found.split is not None  # noqa: S101  # only asked of split findings
        return self.found.split.groups

    def statements(self, min_people: int) -> list[Statement]:
        """Withheld groups, rows of no group, who is new, orders in several groups."""
        told = [*self._withheld(min_people), *self._unrecorded(), *self._new()]
        if self._overlaps():
            values: dict[str, Value] = {
                "metric": self.metric.label,
                "by": self.question.by[0].label,
            }
            told.append(Statement(message="metrics-overlap", role="caveat", values=values))
        return told

    def few(self, keys: list[Key]) -> list[Statement]:
        """Which of `keys` rest on few cases."""
        counted = self.metric.counted
        small = [key for key in keys if is_small(self.found, self.metric, key)]
        if not small or counted is None:
            return []
        values: dict[str, Value] = {
            "groups": Listing(items=tuple(self.name(key) for key in small[:SPOKEN])),
            "n": Count(n=FEW),
            "counted": counted,
            "metric": self.metric.label,
        }
        return [Statement(message="metrics-few-groups", role="caveat", values=values)]

    def _withheld(self, min_people: int) -> list[Statement]:
        n = sum(self.found.is_withheld(key, min_people) for key in self.found.known)
        values: dict[str, Value] = {"n": Count(n=n), "k": Count(n=min_people)}
        return [Statement(message="metrics-withheld", role="caveat", values=values)] if n else []

    def _unrecorded(self) -> list[Statement]:
        whole = self.found.whole.whole.value.get(self.metric.name)
        lost = [g for key, g in self.groups.items() if None in key]
        if not lost or not whole or not all(self.metric.adds_up(d) for d in self.question.by):
            return []
        ratio = sum(g.value.get(self.metric.name) or 0.0 for g in lost) / whole
        if ratio < LEAST_SHARE:
            return []
        values: dict[str, Value] = {
            "metric": self.metric.label,
            "when": self.when,
            "by": self.question.by[0].label,
            "share": Share(ratio=ratio),
        }
        return [Statement(message="metrics-unrecorded", role="caveat", values=values)]

    def _new(self) -> list[Statement]:
        """Since when a first order makes a customer new: who bought before that is not known."""
        if not any(d.name == CUSTOMER_TYPE for d in self.question.by):
            return []
        values: dict[str, Value] = {"day": Day(day=self.question.data[0])}
        return [Statement(message="metrics-newcomers", role="caveat", values=values)]

    def _overlaps(self) -> bool:
        inside = any(d.home == "items" or d.name in OF_LINES for d in self.question.by)
        return inside and self.metric.per in ("order", "visit") and len(self.groups) > 1
