"""The tool for channels: how they do, when to send, and how to split a budget."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from tools.channels.budget import Response, Split, response, split
from tools.channels.performance import Channel, Performance, performance
from tools.channels.timing import BestTime, best_time
from tools.channels.words import about_budget, about_performance, about_times
from tools.effects.past import past
from tools.errors import ToolError
from tools.metrics.dimensions import DIMENSIONS
from tools.metrics.measure import tables_in
from tools.metrics.metric import METRICS
from tools.metrics.relations import Condition
from tools.metrics.semantics import Semantics
from tools.periods import Period, resolve
from tools.prediction.customers.words import said, worded
from tools.result import Cell, Chart, Column, Provenance, ToolResult, in_cells
from tools.store.store import Store
from tools.wording.statements import Statement
from tools.wording.values import Listing, Name, Unit

Goal = Literal["performance", "send_time", "budget"]


@dataclass(frozen=True)
class ChannelTools:
    """Read-only advice on channels."""

    store: Store

    def channel_advice(
        self,
        goal: Goal = "performance",
        period: str | None = None,
        filters: list[str] | None = None,
        budget: float | None = None,
    ) -> ToolResult:
        """Advise on channels: what each brings, when to send on it, how to split a budget.

        Use for "which channel works best", "what is the return on our ads", "when should we send
        e-mails", "how do I split 50,000 among SMS, push and social media". For one figure by
        channel use `query_metrics`; for what one campaign did use `campaign_results`.

        Args:
            goal: Performance of the channels, the best time to send, or a budget's split.
            period: Days whose performance is shown, such as last_month or 2026-Q3.
            filters: What to keep, as dimension=value, such as channel=email.
            budget: Money to split among the channels' campaigns, store currency.
        """
        conditions = self._conditions(filters or [])
        if budget is not None or goal == "budget":
            return self._budget(budget, conditions)
        if goal == "send_time":
            return self._send_time(conditions)
        return self._performance(period, conditions)

    def _conditions(self, filters: list[str]) -> tuple[Condition, ...]:
        semantics = Semantics(self.store)
        metric = next((METRICS[n] for n in ("revenue", "orders", "sessions")
                       if n in semantics.metrics), METRICS["orders"])  # fmt: skip
        return tuple(semantics.condition(written, metric) for written in filters)

    def _wanted(self, conditions: Sequence[Condition]) -> frozenset[str]:
        """The channels asked about; empty for all."""
        kept = [c for c in conditions if c.dimension.name == "channel" and not c.negated]
        return frozenset(value for c in kept for value in c.values)

    def _name(self, channel: str) -> Name:
        return Semantics(self.store).names(DIMENSIONS["channel"], [channel])[channel]

    def _performance(self, period: str | None, conditions: tuple[Condition, ...]) -> ToolResult:
        first, _ = self.store.calendar
        days = resolve(period or "last_90_days", self.store.today, first)
        if not period and days.first < first:
            days = resolve("all", self.store.today, first)
        found = performance(self.store, days, conditions)
        about = about_performance(found.channels, self._name, (days.first, days.last))
        return self._result(
            _PERFORMANCE,
            [self._performed(channel) for channel in found.channels],
            about,
            _chart(found.channels),
            self._source(found, days, conditions),
        )

    def _performed(self, channel: Channel) -> dict[str, Cell]:
        return {
            "channel": self._name(channel.name).en,
            "visits": channel.visits,
            "conversion": channel.conversion,
            "orders": channel.orders,
            "buyers": channel.buyers,
            "new": channel.new,
            "revenue": channel.revenue,
            "profit": channel.profit,
            "spent": channel.spent,
            "returned": channel.returned,
        }

    def _send_time(self, conditions: tuple[Condition, ...]) -> ToolResult:
        wanted = self._wanted(conditions) or self._used()
        if not wanted:
            raise ToolError("channels-none")
        times = [best_time(self.store, channel) for channel in sorted(wanted)]
        return self._result(
            _TIMES,
            [self._timed(time) for time in times],
            about_times(times, self._name),
            None,
            self._source(None, None, conditions),
        )

    def _used(self) -> frozenset[str]:
        """Channels on which campaigns were sent; without campaigns, those of visits."""
        for source in ("campaigns", "events", "orders"):
            if f"{source}.channel" in self.store.columns:
                table = self.store.table(source).select("channel").distinct().to_pyarrow()
                return frozenset(str(c) for c in table["channel"].to_pylist() if c)
        return frozenset()

    def _timed(self, time: BestTime) -> dict[str, Cell]:
        hours, weekdays = dict(DIMENSIONS["hour"].values), dict(DIMENSIONS["weekday"].values)
        return {
            "channel": self._name(time.channel).en,
            "basis": worded(f"channels-basis-{time.basis}").en,
            "hour": hours[str(time.hour)].en if time.hour is not None else None,
            "weekday": weekdays[str(time.weekday)].en if time.weekday is not None else None,
            "rate": time.rate if time.hour is not None else None,
            "low": time.low if time.hour is not None else None,
            "high": time.high if time.hour is not None else None,
            "n": time.n,
            "sent": time.sent,
        }

    def _budget(self, budget: float | None, conditions: tuple[Condition, ...]) -> ToolResult:
        if budget is not None and not 0 < budget < np.inf:
            raise ToolError("channels-no-budget")
        known = _response(self.store, self._wanted(conditions))
        source = self._source(None, None, conditions)
        if known is None:
            answer = said("channels-untestable", "answer")
            return self._result(_SPLIT, [], [answer], None, source)
        usual = float((known.spent / known.n).sum())
        found = split(known, usual if budget is None else float(budget))
        about = about_budget(known, found, self._name, budget is None)
        if unknown := self._used_without(known, conditions):
            about.append(said("channels-unknown", "caveat", list=Listing(items=tuple(unknown))))
        rows = [self._share(known, found, i) for i in np.argsort(-found.spend)]
        return self._result(_SPLIT, rows, about, _split_chart(found), source)

    def _used_without(self, known: Response, conditions: tuple[Condition, ...]) -> list[Name]:
        """Channels of visits or campaigns of which no test tells anything."""
        used: set[str] = set()
        for source in ("campaigns", "events"):
            if f"{source}.channel" in self.store.columns:
                table = self.store.table(source).select("channel").distinct().to_pyarrow()
                used |= {str(c) for c in table["channel"].to_pylist() if c}
        wanted = self._wanted(conditions)
        return [self._name(c) for c in sorted((wanted or used) - set(known.channels))]

    def _share(self, known: Response, found: Split, i: int) -> dict[str, Cell]:
        return {
            "channel": self._name(known.channels[i]).en,
            "spend": round(float(found.spend[i]), 2),
            "low": round(float(found.low[i]), 2),
            "high": round(float(found.high[i]), 2),
            "campaigns": int(known.n[i]),
            "spent": float(known.spent[i]),
            "gained": round(float(known.gained[i]), 2),
            "gained_low": round(float(known.gained[i] - 1.96 * known.gained_se[i]), 2),
            "gained_high": round(float(known.gained[i] + 1.96 * known.gained_se[i]), 2),
        }

    def _result(
        self,
        columns: tuple[tuple[str, Name, Unit | None], ...],
        rows: list[dict[str, Cell]],
        statements: list[Statement],
        chart: Chart | None,
        source: Provenance,
    ) -> ToolResult:
        """The result, less columns that are empty in every row."""
        kept = [c for c in columns if not rows or any(row[c[0]] is not None for row in rows)]
        return ToolResult(
            tool="channel_advice",
            columns=tuple(
                Column(name=name, label=label, unit=unit, names=self._cells(name))
                for name, label, unit in kept
            ),
            rows=tuple({name: row[name] for name, _, _ in kept} for row in rows),
            statements=tuple(statements),
            chart=chart,
            provenance=source,
            currency=self.store.profile.currency,
        )

    def _cells(self, column: str) -> dict[str, Name] | None:
        """What the cells of a column are called in each language."""
        if column == "channel":
            semantics = Semantics(self.store)
            values = semantics.values(DIMENSIONS["channel"])
            return in_cells(semantics.names(DIMENSIONS["channel"], values).values())
        if column == "basis":
            return in_cells(
                [worded(f"channels-basis-{b}") for b in ("response", "activity", "none")]
            )
        if column in ("hour", "weekday"):
            return in_cells([name for _, name in DIMENSIONS[column].values])
        return None

    def _source(
        self, found: Performance | None, days: Period | None, conditions: tuple[Condition, ...]
    ) -> Provenance:
        queries = found.sql if found else ()
        used = {"campaigns", "exposures", "events", "orders", "order_lines"} & self.store.tables
        return Provenance(
            tables=tables_in(queries) if found else tuple(sorted(used)),
            period=(days.first, days.last) if days else (self.store.calendar[0], self.store.today),
            filters=tuple(condition.text for condition in conditions),
            row_count=found.row_count if found else None,
            sql="\n\n".join(queries),
            data_version=self.store.profile.data_version,
        )


@lru_cache(maxsize=4)
def _response(store: Store, wanted: frozenset[str]) -> Response | None:
    """What is known of the response to spend on `wanted` channels (all if empty), read once."""
    if not {"campaigns", "exposures"} <= store.tables:
        return None
    return response([e for e in past(store) if not wanted or e.channel in wanted])


def _chart(channels: Sequence[Channel]) -> Chart | None:
    for key, title in (
        ("profit", Name(en="Gross profit by channel", zh="各渠道毛利")),
        ("revenue", Name(en="Revenue by channel", zh="各渠道销售额")),
        ("visits", Name(en="Visits by channel", zh="各渠道访问次数")),
    ):
        if sum(getattr(channel, key) is not None for channel in channels) > 1:
            return Chart(kind="bar", title=title, x="channel", y=(key,))
    return None


def _split_chart(found: Split) -> Chart | None:
    if (found.spend > 0).sum() < 2:
        return None
    title = Name(en="Budget by channel", zh="各渠道预算")
    return Chart(kind="bar", title=title, x="channel", y=("spend",))


_CHANNEL: tuple[str, Name, Unit | None] = ("channel", Name(en="Channel", zh="渠道"), None)
_PERFORMANCE: tuple[tuple[str, Name, Unit | None], ...] = (
    _CHANNEL,
    ("visits", Name(en="Visits", zh="访问次数"), "count"),
    ("conversion", Name(en="Conversion rate", zh="转化率"), "share"),
    ("orders", Name(en="Orders", zh="订单数"), "count"),
    ("buyers", Name(en="Buyers", zh="买家数"), "count"),
    ("new", Name(en="New customers", zh="新客数"), "count"),
    ("revenue", Name(en="Revenue", zh="销售额"), "money"),
    ("profit", Name(en="Gross profit", zh="毛利"), "money"),
    ("spent", Name(en="Campaign cost", zh="活动花费"), "money"),
    ("returned", Name(en="Revenue per unit spent", zh="每单位花费带来的销售额"), "number"),
)
_TIMES: tuple[tuple[str, Name, Unit | None], ...] = (
    _CHANNEL,
    ("basis", Name(en="Judged by", zh="依据"), None),
    ("hour", Name(en="Hour", zh="时段"), None),
    ("weekday", Name(en="Day", zh="星期"), None),
    ("rate", Name(en="Rate", zh="比例"), "share"),
    ("low", Name(en="Rate, low", zh="比例下限"), "share"),
    ("high", Name(en="Rate, high", zh="比例上限"), "share"),
    ("n", Name(en="Messages or visits", zh="消息或访问数"), "count"),
    ("sent", Name(en="Messages sent", zh="已发送"), "count"),
)
_SPLIT: tuple[tuple[str, Name, Unit | None], ...] = (
    _CHANNEL,
    ("spend", Name(en="Spend", zh="投入"), "money"),
    ("low", Name(en="Spend, low", zh="投入下限"), "money"),
    ("high", Name(en="Spend, high", zh="投入上限"), "money"),
    ("campaigns", Name(en="Tested campaigns", zh="有对照的活动"), "count"),
    ("spent", Name(en="They cost", zh="其花费"), "money"),
    ("gained", Name(en="They brought", zh="其增量"), "money"),
    ("gained_low", Name(en="Brought, low", zh="增量下限"), "money"),
    ("gained_high", Name(en="Brought, high", zh="增量上限"), "money"),
)
