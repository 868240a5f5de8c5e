"""Groups told in one sentence: the first few that were asked for, or all of a few."""

from tools.metrics import phrases
from tools.metrics.findings import Findings, Question
from tools.metrics.group_caveats import LEAST_SHARE
from tools.metrics.measure import Key
from tools.metrics.metric import Metric
from tools.metrics.semantics import Semantics
from tools.wording.statements import Role, Statement
from tools.wording.values import Entry, Listing, Name, Quote, Share, Value, of_unit

LISTED = 10  # groups one sentence lists at most
NAMED = 5  # groups at most of which one sentence gives the figure of each


class GroupLists:
    """Lists of the groups of one question."""

    def __init__(
        self, semantics: Semantics, question: Question, found: Findings, when: Name
    ) -> None:
        self.semantics, self.question, self.found, self.when = semantics, question, found, when
        self.metric = question.metrics[0]
        assert found.split is not None  # noqa: S101  # only asked of split findings
        self.groups = found.split.groups

    def name(self, key: Key) -> Name:
        """The group inside a sentence."""
        parts = zip(self.question.by, key, strict=True)
        return phrases.joined([phrases.grouped(self.semantics, d, value) for d, value in parts])

    def leads(self, ranked: list[Key]) -> bool:
        """Whether a list is what was asked for, not who comes first."""
        named = [c for c in self.question.conditions if c.dimension in self.question.by]
        wanted = any(len(c.values) > 1 and not c.negated for c in named)
        several = len(self.question.metrics) > 1 and self.all_told(ranked)
        return bool(self.question.top_n) or wanted or several

    def top(self, ranked: list[Key]) -> list[Statement]:
        """The first few in one sentence, where a number was asked for; all where they are few."""
        each = self.all_told(ranked)
        n = len(ranked) if each else min(self.question.top_n or 0, len(ranked))
        if not 2 <= n <= LISTED:
            return []
        size = "each" if each else "most" if self.question.falling else "least"
        top = self._list(ranked[:n], self.metric, size)
        return [top, *self._together(ranked[:n])] if n < len(ranked) else [top]

    def each(self, keys: list[Key], metric: Metric) -> Statement:
        """Every one of `keys` with its figure, in one sentence."""
        return self._list(keys, metric, "each")

    def _list(self, keys: list[Key], metric: Metric, size: str) -> Statement:
        """The groups `keys` with their figures; `size` says why these: `most`, `least`, `each`."""
        entries = (
            Entry(what=self.name(key), figure=of_unit(self.value(key, metric), metric.unit))
            for key in keys
            if self.groups[key].value.get(metric.name) is not None
        )
        values: dict[str, Value] = {
            "n": Quote(text=str(len(keys))),  # what was asked for, not a figure
            "size": Quote(text=size),
            "by": self.question.by[0].label,
            "metric": metric.label,
            "subject": phrases.heading(metric.label),
            "when": self._when_alone() if size == "each" else self.when,
            "list": Listing(items=tuple(entries)),
        }
        return Statement(message="metrics-top", role=self.role(first=True), values=values)

    def _together(self, keys: list[Key]) -> list[Statement]:
        """What share of the whole those of a list make up, where groups add up to it."""
        whole = self.found.whole.whole.value.get(self.metric.name)
        if not whole or not all(self.metric.adds_up(d) for d in self.question.by):
            return []
        ratio = sum(self.value(key) for key in keys) / whole
        if ratio < LEAST_SHARE:
            return []
        values: dict[str, Value] = {
            "n": Quote(text=str(len(keys))),
            "by": self.question.by[0].label,
            "metric": self.metric.label,
            "share": Share(ratio=ratio),
        }
        role = self.role(first=True)
        return [Statement(message="metrics-together", role=role, values=values)]

    def all_told(self, ranked: list[Key]) -> bool:
        """Whether the groups are so few that one sentence tells all of them."""
        alone = len(self.question.by) == 1 and self.question.compare == "none"
        return alone and 2 <= len(ranked) <= NAMED and not self.question.top_n

    def _when_alone(self) -> Name:
        """The time, with what is kept but for the groups themselves."""
        kept = tuple(c for c in self.question.conditions if c.dimension not in self.question.by)
        return phrases.scoped(phrases.when(self.question.period), self.semantics, kept)

    def value(self, key: Key, metric: Metric | None = None) -> float:
        """The figure of the group `key`; 0 for none."""
        return self.groups[key].value.get((metric or self.metric).name) or 0.0

    def role(self, first: bool) -> Role:
        """Of a sentence about the `first` groups, or about others."""
        return "answer" if first and self.question.compare == "none" else "highlight"
