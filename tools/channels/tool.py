"""The tool for channels: how they do, when to send, and how to split a budget."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from tools.channels.budget import Response, Split, response, split
from tools.channels.performance import Channel, Performance, performance
from tools.channels.tables import (
    PERFORMANCE,
    SPLIT,
    TIMES,
    Heads,
    performance_chart,
    split_chart,
)
from tools.channels.timing import BestTime, best_time
from tools.channels.words import about_budget, about_performance, about_times
from tools.effects.past import CampaignEffect, past
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
from tools.wording.values import Listing, Name

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
        filtered = any(c.dimension.name != "channel" for c in conditions)
        about = about_performance(found.channels, self._name, (days.first, days.last), filtered)
        return self._result(
            PERFORMANCE,
            [self._performed(channel) for channel in found.channels],
            about,
            performance_chart(found.channels),
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
            TIMES,
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
        wanted = self._wanted(conditions)
        known = response([e for e in self._past if not wanted or e.channel in wanted])
        source = self._source(None, None, conditions)
        if known is None:
            names = Listing(items=tuple(self._name(channel) for channel in sorted(wanted)))
            answer = (
                said("channels-unknown", "answer", list=names)
                if wanted
                else said("channels-untestable", "answer")
            )
            return self._result(SPLIT, [], [answer], None, source)
        usual = float((known.spent / known.n).sum())
        found = split(known, usual if budget is None else float(budget))
        about = about_budget(known, found, self._name, budget is None)
        if unknown := self._used_without(known, conditions):
            about.append(said("channels-unknown", "caveat", list=Listing(items=tuple(unknown))))
        rows = [self._share(known, found, i) for i in np.argsort(-found.spend)]
        return self._result(SPLIT, rows, about, split_chart(found), source)

    @cached_property
    def _past(self) -> tuple[CampaignEffect, ...]:
        """What tested campaigns did; takes seconds to judge."""
        return past(self.store) if {"campaigns", "exposures"} <= self.store.tables else ()

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
        columns: Heads,
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
