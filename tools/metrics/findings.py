"""A question put to the metrics, and what was found for it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from tools.metrics.dimensions import Dimension
from tools.metrics.measure import Group, Key, Measured
from tools.metrics.metric import Metric
from tools.metrics.relations import Condition
from tools.periods import Period, unit_end
from tools.result import Cell

Comparison = Literal["none", "previous_period", "year_ago", "period"]
Ranking = Literal["highest", "lowest", "best", "worst"]


@dataclass(frozen=True)
class Question:
    """What was asked, its names resolved.

    Attributes:
        metrics: Metrics asked for; groups are ranked by the first.
        by: Dimensions split by, none to two.
        period: Days counted.
        period_chosen: Whether the period was chosen for the asker, who named none.
        earlier: Days held against.
        compare: What `earlier` is; with `none` the change is only mentioned, with `period` the
            asker named it.
        conditions: What was kept.
        top_n: Groups shown; `None` for all.
        order: Which groups come first.
        data: First and last day the store has data for.
    """

    metrics: tuple[Metric, ...]
    by: tuple[Dimension, ...]
    period: Period
    period_chosen: bool
    earlier: Period
    compare: Comparison
    conditions: tuple[Condition, ...]
    top_n: int | None
    order: Ranking
    data: tuple[date, date]

    @property
    def meets_data(self) -> bool:
        """Whether the period held against has data at all."""
        return self.earlier.last >= self.data[0] and self.earlier.first <= self.data[1]

    @property
    def parts(self) -> tuple[Metric, ...]:
        """Metrics of which what is kept has a share: sums, kept to values of one dimension."""
        if self.by or len(self.conditions) != 1:
            return ()
        kept = self.conditions[0].dimension
        return tuple(metric for metric in self.metrics if metric.adds_up(kept))

    @property
    def falling(self) -> bool:
        """Whether groups are ranked from the highest value down."""
        well = self.metrics[0].rises_well
        return {"highest": True, "lowest": False, "best": well, "worst": not well}[self.order]

    @property
    def ranks_time(self) -> bool:
        """Whether only the few best or worst days, weeks or months are wanted."""
        return bool(self.by) and self.by[0].is_time and self.top_n is not None


@dataclass(frozen=True)
class Findings:
    """What the database answered: the whole, its groups, and both in the period before.

    Attributes:
        whole: The figures without a split.
        before: The same in the earlier period, where it was looked up.
        split: The groups.
        split_before: The groups of the earlier period.
        paired: For groups in time, the day each begins on to that of the earlier one it meets.
        wider: The whole without the one condition kept to, for its share; `None` where no share
            can be told.
    """

    whole: Measured
    before: Measured | None = None
    split: Measured | None = None
    split_before: Measured | None = None
    paired: dict[Cell, Cell] = field(default_factory=dict)
    wider: Measured | None = None

    def group_before(self, key: Key) -> Group:
        """The group `key` (empty for the whole) in the earlier period."""
        measured = self.split_before if key else self.before
        key = tuple(self.paired.get(part, part) for part in key)
        return measured.groups.get(key, Group()) if measured else Group()

    def shown(self, question: Question, min_people: int) -> list[Key]:
        """Keys of the rows shown: ranked, or in their own order; the whole is the empty key."""
        if self.is_withheld((), min_people):
            return []  # the whole is of too few people, and so is every part
        if self.split is None:
            return [()]
        name = question.metrics[0].name
        keys = [key for key in self.known if not self.is_withheld(key, min_people)]
        if question.ranks_time:  # a unit that is cut short is not to be ranked beside whole ones
            keys = [key for key in keys if not is_cut(question, key)] or keys
        if question.by[0].ordered and not question.top_n:
            keys.sort(key=lambda key: tuple(_order(part) for part in key))
        else:
            keys.sort(key=str)
            keys.sort(key=lambda key: self._rank(key, name), reverse=question.falling)
            groups = self.split.groups  # those without a value come last
            keys.sort(key=lambda key: groups[key].value.get(name) is None)
        return keys[: question.top_n]

    def ranked(self, question: Question, min_people: int) -> list[Key]:
        """Keys of groups with a value of the first metric, highest value first."""
        if self.split is None:
            return []
        name = question.metrics[0].name
        groups = self.split.groups
        keys = [k for k in self.known if not self.is_withheld(k, min_people)]
        keys = [k for k in keys if groups[k].value.get(name) is not None]
        return sorted(keys, key=lambda key: (-self._rank(key, name), str(key)))

    def _rank(self, key: Key, name: str) -> float:
        assert self.split is not None  # noqa: S101  # callers have groups
        value = self.split.groups[key].value.get(name)
        return 0.0 if value is None else value

    @property
    def known(self) -> list[Key]:
        """Keys of groups whose every dimension is recorded."""
        return [key for key in self.split.groups if None not in key] if self.split else []

    def is_withheld(self, key: Key, min_people: int) -> bool:
        """Whether the group is of too few people to be shown."""
        groups = self.split.groups if self.split and key else self.whole.groups
        people = groups.get(key, Group()).people
        return people is not None and people < min_people


def is_cut(question: Question, key: Key) -> bool:
    """Whether the time that `key` begins with lies partly outside the period or the data."""
    first: Cell = key[0]
    start, end = question.period.first, min(question.period.last, question.data[1])
    start = max(start, question.data[0])
    return first < start or unit_end(first, question.by[0].name) > end  # type: ignore[arg-type,operator]  # calendar groups are days


def _order(part: object) -> tuple[int, float, str]:
    """Numbers as numbers (hours, weekdays), all else as text; ISO dates sort as they stand."""
    text = str(part)
    return (0, float(text), "") if text.isdigit() else (1, 0.0, text)
