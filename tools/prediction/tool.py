"""The tool that says who will probably buy, how likely it is, and why."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from tools.errors import ToolError
from tools.metrics.dimensions import DIMENSIONS
from tools.prediction.config import Group, PurchaseConfig
from tools.prediction.fairness import warnings
from tools.prediction.findings import (
    about_many,
    about_one,
    bought,
    columns,
    quality,
    row_of,
    shortened,
)
from tools.prediction.history import History
from tools.prediction.members import CUSTOMERS, Members
from tools.prediction.reasons import Reasons
from tools.prediction.saved import load
from tools.prediction.scored import Scored, Scores
from tools.prediction.training import SIMPLE, Run
from tools.result import Cell, Chart, Column, Provenance, ToolResult
from tools.store.store import Store
from tools.wording.statements import Statement
from tools.wording.values import Name, Quote

LISTED = 20  # customers listed when no number is asked for
LONGEST = 365  # days ahead


@dataclass(frozen=True)
class PurchaseTools:
    """Read-only predictions of who will buy.

    Attributes:
        store: Whose customers.
        models_folder: Folder that `train` saved in, `<workspace>/models`.
    """

    store: Store
    models_folder: Path

    def predict_purchase(
        self,
        category: str | None = None,
        filters: list[str] | None = None,
        top_n: int | None = None,
        horizon_days: int | None = None,
        user_id: str | None = None,
    ) -> ToolResult:
        """List the customers who will probably buy soon, with each one's probability and why.

        Use for "who will buy next", "who is likely to buy headphones this week", "will customer
        123 buy". For what customers bought in the past use `query_metrics`.

        Args:
            category: Only purchases in this category.
            filters: Which customers, as dimension=value (region, country, age_band, gender).
            top_n: How many customers to list; 20 if none is given.
            horizon_days: Days ahead, such as 7 for a week.
            user_id: One customer to predict for.
        """
        if horizon_days is not None and not 1 <= horizon_days <= LONGEST:
            wanted = Quote(text=f"horizon_days 1–{LONGEST}")
            raise ToolError("invalid-argument", given=Quote(text="horizon_days"), wanted=wanted)
        if category is not None:
            category = self._members.semantics.value(DIMENSIONS["category"], category)
        scores, windows = self._scores(category, horizon_days)
        features, card = scores.seen.features, scores.predictor.card
        name = self.store.name_of("category", category) if category else None
        scored = Scored(
            scores,
            self._members.kept(features.user_ids, filters or [], user_id),
            self._first,
            bought(name),
            Reasons(features, windows, self.store.profile.currency, name),
        )
        order = scored.top(max(1, top_n or LISTED))
        whys = scored.whys(order)
        shown = about_one(scored) if user_id else about_many(scored, order, bool(top_n))
        shown = shortened(shown, horizon_days or card.config.horizon_days, card.horizon_days)
        unfair = warnings(self._asked(card.groups, filters or []), self.store)
        rated = quality(scores.predictor, scores.fitted, self.store.today)
        told = (*shown, *rated, *unfair)
        rows = tuple(row_of(scored, int(i), why) for i, why in zip(order, whys, strict=True))
        return self._result(columns(whys), rows, told, filters or [])

    def _asked(self, groups: tuple[Group, ...], filters: list[str]) -> tuple[Group, ...]:
        """Those of `groups` that `filters` are about."""
        read = [self._members.semantics.condition(written, CUSTOMERS) for written in filters]
        about = {(each.dimension.name, value) for each in read for value in each.values}
        return tuple(group for group in groups if (group.dimension, group.value) in about)

    @property
    def _first(self) -> date:
        """First day predicted."""
        return self.store.today + timedelta(days=1)

    def _scores(self, category: str | None, horizon: int | None) -> tuple[Scores, tuple[int, ...]]:
        """What the saved model says, or one fitted now for another target or horizon.

        Returns:
            The scores, and the lengths in days of the feature windows.
        """
        saved = load(self.models_folder)
        usual = saved.card.config.horizon_days
        key = (category, horizon or usual, saved.card.model_dump_json())
        if key not in self._known:
            config = PurchaseConfig(
                horizon_days=horizon or usual,
                max_training_cuts=2,
                max_validation_cuts=1,
                transformer=False,
            )
            run = Run.of(self._history, config, category)
            run.windows, run.kinds = saved.card.windows, SIMPLE
            other = category is not None or run.plan.horizon_days != saved.card.horizon_days
            predictor = run.predictor() if other else saved
            self._known[key] = Scores(predictor, run.seen(self._first), other), run.windows
        return self._known[key]

    @cached_property
    def _known(self) -> dict[tuple[str | None, int, str], tuple[Scores, tuple[int, ...]]]:
        return {}

    @cached_property
    def _history(self) -> History:
        return History(self.store)

    @cached_property
    def _members(self) -> Members:
        return Members(self.store)

    def _result(
        self,
        shown: tuple[Column, ...],
        rows: tuple[dict[str, Cell], ...],
        statements: tuple[Statement, ...],
        filters: list[str],
    ) -> ToolResult:
        used = tuple(sorted({"events", "orders", "order_lines"} & self.store.tables))
        return ToolResult(
            tool="predict_purchase",
            columns=shown,
            rows=rows,
            statements=statements,
            chart=Chart(
                kind="bar",
                title=Name(en="Customers most likely to buy", zh="最有可能购买的顾客"),
                x="user_id",
                y=("probability",),
            )
            if len(rows) > 1
            else None,
            provenance=Provenance(
                tables=used,
                period=(self.store.calendar[0], self.store.today),
                filters=tuple(filters),
                data_version=self.store.profile.data_version,
            ),
            currency=self.store.profile.currency,
        )
