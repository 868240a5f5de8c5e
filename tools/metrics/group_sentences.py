"""What stands out among groups: who leads, who trails, who moved most."""

from tools.metrics import phrases
from tools.metrics.findings import Findings, Question
from tools.metrics.group_caveats import LEAST_SHARE, SPOKEN, GroupCaveats, is_small
from tools.metrics.group_lists import GroupLists
from tools.metrics.measure import Key
from tools.metrics.metric import Metric
from tools.metrics.phrases import movement, needing
from tools.metrics.semantics import Semantics
from tools.metrics.significance import FEW, SURE, two_proportions
from tools.wording.statements import Statement
from tools.wording.values import (
    Count,
    Listing,
    Name,
    Number,
    Quote,
    Share,
    Value,
    of_unit,
)

CLAIMS = frozenset(
    [
        "metrics-top",
        "metrics-end",
        "metrics-end-rate",
        "metrics-end-share",
        "metrics-tied",
        "metrics-many-tied",
    ]
)  # fmt: skip  # who leads, who trails


def group_statements(
    semantics: Semantics, question: Question, found: Findings, when: Name, min_people: int
) -> list[Statement]:
    """The groups' statements, the one that answers "which?" first."""
    teller = _Teller(semantics, question, found, when)
    ranked = found.ranked(question, min_people)
    if not question.falling:
        ranked = ranked[::-1]
    said = teller.ranking(ranked)
    if question.compare != "none" and question.meets_data:
        said = teller.movers(ranked) + said
    cautious = GroupCaveats(question, found, teller.name, when)
    caveats = cautious.statements(min_people)
    lost = [c for c in caveats if c.message in ("metrics-unrecorded", "metrics-newcomers")]
    said = [needing(s, lost) if s.message in CLAIMS else s for s in said]
    head, tail = teller.claimed(ranked), ranked[-1:]
    few = cautious.few(list(dict.fromkeys((*head, *tail))))
    shaky = bool(cautious.few(head))
    said = [
        needing(s, few) if s.message in CLAIMS and (shaky or teller.is_of_last(s)) else s
        for s in said
    ]
    return [*said, *few, *caveats]


class _Teller(GroupLists):
    """Words for the groups of one question."""

    def common(self, key: Key, metric: Metric) -> dict[str, Value]:
        """Values that most sentences about the group `key` mention."""
        name = self.name(key)
        return {
            "metric": metric.label,
            "name": Quote(text=metric.name),
            "kind": Quote(text=_kind(metric)),
            "when": self.when,
            "group": name,
            "start": name
            if self.question.by[0].name in ("item", "brand")
            else phrases.heading(name),
            "value": of_unit(self.groups[key].value.get(metric.name) or 0.0, metric.unit),
        }

    def ranking(self, ranked: list[Key]) -> list[Statement]:
        """First, last, and the ones between."""
        if not ranked:
            return []
        found = self.top(ranked)
        first = self._ends(ranked, first=True)
        if found and self.leads(ranked):  # the list names the first already
            first = [s.model_copy(update={"role": "highlight"}) for s in first]
            told = found + first
        else:
            told = first + found
        told += self._sounder(ranked)
        others = ranked[:SPOKEN]
        if self.value(ranked[0]) != self.value(ranked[-1]):
            gap = self._gap(ranked)
            told = [needing(s, gap) for s in (*told, *self._ends(ranked[::-1], first=False))] + gap
        named = {self.value(ranked[0]), self.value(ranked[-1])}
        others = [key for key in others if self.value(key) not in named]
        told += [self._one(key, self.metric) for key in others]
        for metric in self.question.metrics[1:]:
            told += self._besides(ranked, metric)
        return told

    def claimed(self, ranked: list[Key]) -> list[Key]:
        """The groups that the sentence about the first ones is about."""
        if self.all_told(ranked):
            return ranked
        ties = [key for key in ranked[:SPOKEN] if self.value(key) == self.value(ranked[0])]
        return ranked[: max(self.question.top_n or 0, len(ties))]

    def is_of_last(self, statement: Statement) -> bool:
        """Whether `statement` is about the other end than the one asked for."""
        return statement.values.get("size") == self._size(first=False)

    def _sounder(self, ranked: list[Key]) -> list[Statement]:
        """Who comes first of those with enough cases, where who comes first of all has few."""
        counted, sound = self.metric.counted, [
            key for key in ranked if not is_small(self.found, self.metric, key)
        ]  # fmt: skip
        first_is_small = bool(ranked) and is_small(self.found, self.metric, ranked[0])
        if not first_is_small or counted is None or len(sound) < 2 or self.all_told(ranked):
            return []
        values = {**self.common(sound[0], self.metric), "size": self._size(first=True)}
        values |= {"n": Count(n=FEW), "counted": counted}
        return [Statement(message="metrics-end-sound", role="answer", values=values)]

    def _besides(self, ranked: list[Key], metric: Metric) -> list[Statement]:
        """Another metric asked for: of every group where they are few, else of the first ones."""
        if self.all_told(ranked):
            return [self.each(ranked, metric)]
        return [self._one(key, metric) for key in ranked[:2]]

    def _ends(self, ranked: list[Key], first: bool) -> list[Statement]:
        """The group at one end, or the groups that share it."""
        ties = [key for key in ranked if self.value(key) == self.value(ranked[0])]
        if len(ties) == 1:
            return [self._end(ties[0], first)]
        if len(ties) > SPOKEN:
            values = {**self.common(ties[0], self.metric), "size": self._size(first)}
            values |= {"n": Count(n=len(ties)), "by": self.question.by[0].label}
            return [Statement(message="metrics-many-tied", role=self.role(first), values=values)]
        group = phrases.phrase(
            "metrics-during", span=Listing(items=tuple(self.name(key) for key in ties))
        )
        values = {**self.common(ties[0], self.metric), "size": self._size(first)}
        values |= {"group": group, "start": phrases.heading(group)}
        return [Statement(message="metrics-tied", role=self.role(first), values=values)]

    def _size(self, first: bool) -> Quote:
        high = first == self.question.falling
        if self.metric.unit == "count":
            return Quote(text="most" if high else "fewest")
        return Quote(text="high" if high else "low")

    def _end(self, key: Key, first: bool) -> Statement:
        values = {**self.common(key, self.metric), "size": self._size(first)}
        role = self.role(first)
        whole = self.found.whole.whole.value.get(self.metric.name)
        adds = all(self.metric.adds_up(d) for d in self.question.by)
        if adds and whole and self.value(key) / whole >= LEAST_SHARE:
            values["share"] = Share(ratio=self.value(key) / whole)
            return Statement(message="metrics-end-share", role=role, values=values)
        if self.metric.is_ratio and whole is not None:
            values["whole"] = of_unit(whole, self.metric.unit)
            return Statement(message="metrics-end-rate", role=role, values=values)
        return Statement(message="metrics-end", role=role, values=values)

    def _one(self, key: Key, metric: Metric) -> Statement:
        values = self.common(key, metric)
        whole = self.found.whole.whole.value.get(metric.name)
        if whole and all(metric.adds_up(d) for d in self.question.by):
            values["share"] = Share(ratio=(self.groups[key].value.get(metric.name) or 0.0) / whole)
            return Statement(message="metrics-group-share", role="highlight", values=values)
        return Statement(message="metrics-group-value", role="highlight", values=values)

    def _gap(self, ranked: list[Key]) -> list[Statement]:
        """Whether first and last of a proportion differ by more than chance."""
        name = self.metric.name
        if not self.metric.is_proportion or name not in self.groups[ranked[0]].base:
            return []
        a, b = self.groups[ranked[0]], self.groups[ranked[-1]]
        p = two_proportions(a.top[name], a.base[name], b.top[name], b.base[name])
        if p is None:
            return []
        values: dict[str, Value] = {
            "metric": self.metric.label,
            "when": self.when,
            "first": self.name(ranked[0]),
            "last": self.name(ranked[-1]),
            "p": Number(value=max(p, 0.001), digits=3),
            "sign": Quote(text="less" if p < 0.001 else "equal"),  # digits shown
        }
        message = "metrics-gap-sure" if p < SURE else "metrics-gap-chance"
        return [Statement(message=message, role="highlight", values=values)]

    def movers(self, ranked: list[Key]) -> list[Statement]:
        """The groups that rose and fell most, first what was asked for first."""
        name = self.metric.name

        def before(key: Key) -> float | None:
            return self.found.group_before(key).value.get(name, 0.0)

        def step(key: Key) -> float:
            return (self.groups[key].value.get(name) or 0.0) - (before(key) or 0.0)

        known = [key for key in ranked if before(key) is not None]
        moved = sorted(known, key=step)
        ends = [(moved[-1], "rose")] if moved and step(moved[-1]) > 0 else []
        ends += [(moved[0], "fell")] if moved and step(moved[0]) < 0 else []
        told = []
        for key, way in ends:
            was = before(key) or 0.0
            values = {
                **self.common(key, self.metric),
                **movement(self.metric, self.groups[key].value[name] or 0.0, was),
                "before": of_unit(was, self.metric.unit),
                "than": phrases.during(self.question.earlier),
            }
            message = "metrics-rose" if way == "rose" else "metrics-fell"
            told.append(Statement(message=message, role="answer", values=values))
        return told if self.question.falling else told[::-1]


def _kind(metric: Metric) -> str:
    if metric.unit in ("count", "number"):
        return "count"
    return "ratio" if metric.is_ratio else "sum"
